//! Images as templates see them: where they are, in which sizes, what they show.

use tera::Value;

use crate::images::kind::Kind;
use crate::images::picture::{Picture, Version};
use crate::link::record::LinkedRecord;
use crate::model::value::{self, Image};
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{map, optional};
use crate::position::RecordIx;
use crate::prose::{srcset, webp_srcset};

/// How wide the image of a page is at most where networks show it.
const SHARED_WIDTH: u32 = 1440;
/// How wide it is at least: networks leave out what is smaller.
const LEAST_WIDTH: u32 = 200;

/// `{url, srcset, sources, width, height, alt, credit, caption}` of an image beside a record.
pub fn view(local: LocalRenderer, linked: &LinkedRecord, image: &Image) -> Value {
    let report = local.report();
    let picture = report.picture(linked, &image.file);
    let size = picture.and_then(|picture| picture.size);
    let url = picture.map_or_else(|| report.attachment_url(linked, &image.file), |own| report.link_to(&own.path));
    let number = |number: Option<u32>| number.map_or_else(Value::none, Value::from);
    let caption = image.caption.as_ref().and_then(|caption| caption.best(local.language));
    map([
        ("url", Value::from(url)),
        ("srcset", optional(picture.and_then(|picture| srcset(report, picture, picture.kind)).as_deref())),
        ("sources", Value::from(picture.map_or_else(Vec::new, |picture| sources(local, picture)))),
        ("width", number(size.map(|size| size.width))),
        ("height", number(size.map(|size| size.height))),
        ("alt", Value::normal_string(image.alt.text(local.language))),
        ("credit", optional(image.credit.as_deref())),
        ("caption", optional(caption.map(|(_, caption)| &**caption))),
    ])
}

/// The versions in a kind that is smaller than its own: `{type, srcset}`.
fn sources(local: LocalRenderer, picture: &Picture) -> Vec<Value> {
    let of = |srcset: String| map([("type", Value::from(Kind::Webp.media_type())), ("srcset", Value::from(srcset))]);
    webp_srcset(local.report(), picture).map(of).into_iter().collect()
}

/// The image in the role `image` of a record, for those who share its page: `{url, width, height, alt}` with its whole
/// address, in a size and kind that networks show; none where there is none.
pub fn shared(local: LocalRenderer, record: RecordIx) -> Value {
    let report = local.report();
    let role = report.site.model(record).roles.image;
    let Some(fact) = role.and_then(|at| report.site.effective(record, at)) else { return Value::none() };
    let Some(value::Value::Image(image)) = fact.value() else { return Value::none() };
    let picture = report.picture(fact.linked, &image.file);
    let fits = |version: &&Version| version.size.width >= LEAST_WIDTH;
    let version = picture.and_then(|picture| picture.within(SHARED_WIDTH)).filter(fits);
    let Some(version) = version else { return Value::none() };
    let address = format!("{}{}", report.config.base_url.origin, report.link_to(&version.path));
    map([
        ("url", Value::from(address)),
        ("width", Value::from(version.size.width)),
        ("height", Value::from(version.size.height)),
        ("alt", Value::normal_string(image.alt.text(local.language))),
    ])
}

//! Images in prose: in every size that there is, loaded when somebody comes near them.

use crate::images::kind::Kind;
use crate::images::picture::Picture;
use crate::link::record::LinkedRecord;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::value::Value;
use crate::prose::links::{self, file_named};
use crate::prose::text::{Link, Text};
use crate::report::Report;

/// An image as it stands in a text.
pub struct Shown<'a> {
    /// What it leads to, and where.
    pub link: Link<'a>,
    /// What it shows, in words.
    pub alt: &'a str,
    /// Its title, which is its caption where it stands alone; empty: it has none.
    pub title: &'a str,
}

/// How wide images are in a column of text, for browsers to choose by.
const SIZES: &str = "(min-width: 64rem) 54rem, 94vw";

/// An image that is a paragraph of its own: with its caption, and who made it where a field of the record says so.
pub fn figure(text: &Text, shown: &Shown) -> String {
    let image = picture(text, shown, "");
    let caption = (!shown.title.is_empty()).then(|| escape(shown.title));
    let credit = credit(text, shown.link.destination).and_then(|credit| {
        text.words.format(Message::PhotoCredit, &[("credit", credit.into())]).map(|credit| escape(&credit))
    });
    let words: Vec<String> = caption.into_iter().chain(credit).collect();
    let below = match words.is_empty() {
        true => String::new(),
        false => format!("<figcaption>{}</figcaption>", words.join(". ")),
    };
    format!("<figure class=\"photo\">{image}{below}</figure>\n")
}

/// An image among words.
pub fn inline(text: &Text, shown: &Shown) -> String {
    let title = match shown.title {
        "" => String::new(),
        title => format!(" title=\"{}\"", escape(title)),
    };
    picture(text, shown, &title)
}

/// The addresses of the versions of an image in a kind with their widths, as `srcset` has them; `None`: there is one at most,
/// and it is the image itself.
pub fn srcset(report: &Report, picture: &Picture, kind: Kind) -> Option<String> {
    let versions = picture.of_kind(kind);
    let written: Vec<String> =
        versions.map(|version| format!("{} {}w", report.link_to(&version.path), version.size.width)).collect();
    (written.len() > usize::from(kind == picture.kind)).then(|| written.join(", "))
}

/// The same of its versions as WebP; `None`: there are none beside those in its own kind.
pub fn webp_srcset(report: &Report, picture: &Picture) -> Option<String> {
    srcset(report, picture, Kind::Webp).filter(|_| picture.kind != Kind::Webp)
}

fn picture(text: &Text, shown: &Shown, title: &str) -> String {
    let report = text.page.report;
    let url = links::image(text, &shown.link);
    let name = file_named(shown.link.destination, &text.linked.record.attachments).ok();
    let picture = name.and_then(|name| report.picture(text.linked, name));
    let url = picture.map_or(url, |picture| report.link_to(&picture.path));
    let sized = |srcset: String| format!(" srcset=\"{}\" sizes=\"{SIZES}\"", escape(&srcset));
    let own = picture.and_then(|picture| srcset(report, picture, picture.kind)).map(sized).unwrap_or_default();
    let size = picture
        .and_then(|picture| picture.size)
        .map_or_else(String::new, |size| format!(" width=\"{}\" height=\"{}\"", size.width, size.height));
    let img = format!(
        "<img src=\"{}\"{own}{size} alt=\"{}\"{title} loading=\"lazy\" decoding=\"async\">",
        escape(&url),
        escape(shown.alt),
    );
    match picture.and_then(|picture| webp_srcset(report, picture)) {
        Some(webp) => format!("<picture><source type=\"image/webp\"{}>{img}</picture>", sized(webp)),
        None => img,
    }
}

/// Who made an image, by a field of the record that shows it as well; `None`: none says so.
fn credit<'a>(text: &Text<'a>, destination: &str) -> Option<&'a str> {
    let linked: &'a LinkedRecord = text.linked;
    let name = file_named(destination, &linked.record.attachments).ok()?;
    let mut credit = None;
    for fact in text.page.report.site.effective_facts(linked.at) {
        fact.each(&mut |fact| match fact.value() {
            Some(Value::Image(image)) if *image.file == *name => credit = credit.or(image.credit.as_deref()),
            _ => {}
        });
    }
    credit
}

//! JSON-LD in the words of schema.org, for search engines: what a page is about, from the `schema:` keys of the content
//! model, the data behind an index, the site on its home page, and the way to every page.

mod page;
mod record;

use tera::Value;

use crate::export::data;
use crate::export::json_ld::page::{Page, absolute};
use crate::export::json_ld::record::Entity;
use crate::markup::json::Json;
use crate::model::builtin::CORRECTIONS;
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::report::Report;
use crate::report::localizer::Localizer;

/// A step of the breadcrumb: title and link.
pub type Step = (String, String);

/// What a page is about.
#[derive(Clone, Copy)]
pub enum About {
    /// The whole site.
    Home,
    /// A record.
    Record(RecordIx),
    /// The records of a collection.
    Collection(CollectionIx),
    /// Nothing that has a name in schema.org.
    Nothing,
}

/// A page, as far as machines are told of it.
pub struct Description<'p> {
    /// What it is about.
    pub about: About,
    /// Its link.
    pub url: &'p str,
    /// The language of its texts.
    pub shown: LanguageIx,
    /// The breadcrumb that leads to it.
    pub steps: &'p [Step],
}

/// The `<script>` of a page; none when there is nothing to say.
pub fn script(localizer: Localizer, description: &Description) -> Value {
    let Description { about, url, shown, steps } = *description;
    let mut json = Json::with_capacity(1024);
    let mut says_something = false;
    json.object(|json| {
        json.member("@context", "https://schema.org");
        json.key("@graph").array(|json| {
            let page = Page { localizer, url: absolute(localizer.report, url), shown };
            says_something = add(&page, about, json);
            if steps.len() > 1 {
                says_something = true;
                breadcrumb(localizer.report, steps, json);
            }
        });
    });
    if !says_something {
        return Value::none();
    }
    Value::safe_string(&format!("<script type=\"application/ld+json\">{}</script>", json.finish()))
}

fn breadcrumb(report: &Report, steps: &[Step], json: &mut Json) {
    json.object(|json| {
        json.member("@type", "BreadcrumbList");
        json.key("itemListElement").array(|json| {
            for (at, (title, url)) in steps.iter().enumerate() {
                json.object(|json| {
                    json.member("@type", "ListItem");
                    json.key("position").literal(&(at + 1).to_string());
                    json.member("name", title);
                    json.member("item", &absolute(report, url));
                });
            }
        });
    });
}

/// Adds what the page is about; whether there was anything.
fn add(page: &Page, about: About, json: &mut Json) -> bool {
    let report = page.localizer.report;
    match about {
        About::Home => json.object(|json| page.site(json)),
        About::Collection(collection) if data::has_data(report, collection) => {
            json.object(|json| page.collection(collection, json));
        }
        About::Record(record) if *report.site.model(record).id == *CORRECTIONS => {
            json.object(|json| page.correction(record, json));
        }
        About::Record(record) => match (report.figures.of(record), &report.site.model(record).schema) {
            (Some(figure), _) => json.object(|json| page.figure(figure, json)),
            (None, Some(kind)) => json.object(|json| Entity::new(page, record, kind).add(json)),
            (None, None) => return false,
        },
        _ => return false,
    }
    true
}

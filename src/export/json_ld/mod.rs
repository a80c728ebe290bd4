//! JSON-LD in the words of schema.org, for search engines: what a page is about, from the `schema:` keys of the content
//! model, the data behind an index, the site on its home page, and the way to every page.

mod record;

use tera::Value;

use crate::export::data::{self, files};
use crate::figures::Figure;
use crate::markup::json::Json;
use crate::plan::data_files::{CATALOG_JSON_LD, DataFile};
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

/// The `<script>` of a page; none when there is nothing to say. `url` is its link, `shown` the language of its texts.
pub fn script(localizer: Localizer, about: About, url: &str, shown: LanguageIx, steps: &[Step]) -> Value {
    let mut json = Json::with_capacity(1024);
    let mut says_something = false;
    json.object(|json| {
        json.member("@context", "https://schema.org");
        json.key("@graph").array(|json| {
            let page = Page { localizer, url: absolute(localizer.report, url), shown };
            says_something = page.add(about, json);
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

fn absolute(report: &Report, url: &str) -> String {
    format!("{}{url}", report.config.base_url.origin)
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

/// The page that is described.
struct Page<'w> {
    localizer: Localizer<'w>,
    url: String,
    shown: LanguageIx,
}

impl Page<'_> {
    /// Adds what the page is about; whether there was anything.
    fn add(&self, about: About, json: &mut Json) -> bool {
        match about {
            About::Home => json.object(|json| self.site(json)),
            About::Collection(collection) if data::has_data(self.localizer.report, collection) => {
                json.object(|json| self.collection(collection, json));
            }
            About::Record(record) => {
                match (self.localizer.report.figures.of(record), &self.localizer.report.site.model(record).schema) {
                    (Some(figure), _) => json.object(|json| self.figure(figure, json)),
                    (None, Some(kind)) => json.object(|json| self.record(record, kind, json)),
                    (None, None) => return false,
                }
            }
            _ => return false,
        }
        true
    }

    fn site(&self, json: &mut Json) {
        let config = &self.localizer.config();
        json.member("@type", "WebSite");
        json.member("name", config.title.text(self.localizer.language));
        json.optional("description", config.description.best(self.localizer.language).map(|(_, text)| &**text));
        json.member("url", &self.url);
        json.member("inLanguage", &config.languages[self.localizer.language].code);
        self.publisher(json);
    }

    fn publisher(&self, json: &mut Json) {
        let config = &self.localizer.config();
        let Some((_, name)) = config.publisher.best(self.localizer.language) else { return };
        let contact = |kind: &str| config.contact.iter().find(|(known, _)| **known == *kind).map(|(_, value)| &**value);
        json.key("publisher").object(|json| {
            json.member("@type", "Organization");
            json.member("name", name);
            json.optional("url", contact("url"));
            json.optional("email", contact("email"));
        });
    }

    /// The data behind an index.
    fn collection(&self, collection: CollectionIx, json: &mut Json) {
        let (report, language) = (self.localizer.report, self.localizer.language);
        let label = report.site.collections[collection].label.text(language);
        let site =
            report.config.description.best(language).map_or(report.config.title.text(language), |(_, text)| text);
        self.dataset(label, &format!("{label}. {site}"), report.plan.data.of_collection(collection), json);
        json.member("temporalCoverage", &report.site.as_of.to_string());
    }

    /// The values of a figure.
    fn figure(&self, figure: &Figure, json: &mut Json) {
        let (report, record) = (self.localizer.report, figure.record);
        let title = self.localizer.title(record);
        let definition = data::figure_text(self.localizer.with(self.shown), record, "definition");
        self.dataset(title, definition.as_deref().unwrap_or(title), report.plan.data.of_figure(record), json);
        // An interval of ISO 8601, as schema.org wants it.
        if let Some((first, last)) = figure.covers() {
            json.member("temporalCoverage", &if first == last { first.to_string() } else { format!("{first}/{last}") });
        }
        json.member("variableMeasured", title);
    }

    fn dataset(&self, name: &str, description: &str, files: &[DataFile], json: &mut Json) {
        let config = &self.localizer.config();
        json.member("@type", "Dataset");
        json.member("name", name);
        json.member("description", description);
        json.member("url", &self.url);
        json.key("isAccessibleForFree").literal("true");
        if let Some(license) = &config.license {
            json.member("license", &data::license_address(license));
        }
        self.publisher(json);
        json.key("includedInDataCatalog").object(|json| {
            json.member("@type", "DataCatalog");
            json.member("name", config.title.text(self.localizer.language));
            json.member("url", &format!("{}/{CATALOG_JSON_LD}", config.base_url.whole()));
        });
        json.key("distribution").array(|json| {
            files.iter().for_each(|file| download(self.localizer, file, json));
        });
    }
}

fn download(localizer: Localizer, file: &DataFile, json: &mut Json) {
    json.object(|json| {
        json.member("@type", "DataDownload");
        json.member("name", &files::title(file, localizer));
        json.member("encodingFormat", file.format.media_type());
        json.member("contentUrl", &files::address(file, localizer.report));
    });
}

//! What a page says of the site, of a collection or of a figure.

use crate::export::data::{self, files};
use crate::figures::Figure;
use crate::markup::json::Json;
use crate::model::value::Value;
use crate::plan::data_files::{CATALOG_JSON_LD, DataFile};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::words::corrected;

/// The whole address of a link.
pub fn absolute(report: &Report, url: &str) -> String {
    format!("{}{url}", report.config.base_url.origin)
}

/// The page that is described.
pub struct Page<'w> {
    /// The site, in the language of the page.
    pub localizer: Localizer<'w>,
    /// The address of the page, whole.
    pub url: String,
    /// The language of its texts.
    pub shown: LanguageIx,
}

/// Data that a page offers.
struct Dataset<'d> {
    name: &'d str,
    description: &'d str,
    files: &'d [DataFile],
}

impl Page<'_> {
    /// The whole site.
    pub fn site(&self, json: &mut Json) {
        let config = &self.localizer.config();
        json.member("@type", "WebSite");
        json.member("name", config.title.text(self.localizer.language));
        json.optional("description", config.description.best(self.localizer.language).map(|(_, text)| &**text));
        json.member("url", &self.url);
        json.member("inLanguage", &config.languages[self.localizer.language].code);
        self.publisher(json);
    }

    /// Who publishes the site, when it says so.
    pub fn publisher(&self, json: &mut Json) {
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

    /// The corrections that touched what the page is about, where it is a work; nothing when there are none.
    pub fn corrections(&self, record: RecordIx, json: &mut Json) {
        let corrections = corrected::of_record(self.localizer, record);
        if !corrections.is_empty() {
            json.key("correction").array(|json| {
                corrections.iter().for_each(|correction| json.object(|json| self.correction(*correction, json)));
            });
        }
    }

    /// One correction: what changed, and why.
    pub fn correction(&self, record: RecordIx, json: &mut Json) {
        let (localizer, site) = (self.localizer, &self.localizer.report.site);
        let reason = localizer.title(record);
        let line = corrected::account(localizer, record).map(|account| corrected::line(localizer, account));
        json.member("@type", "CorrectionComment");
        json.member("text", &line.map_or_else(|| reason.to_owned(), |line| format!("{line}. {reason}")));
        let date = site.model(record).roles.date.and_then(|at| site.get(record).value(at));
        if let Some(Value::Date(date)) = date {
            json.member("datePublished", &date.to_string().replace(' ', "T"));
        }
        json.optional("url", localizer.page_address(record).as_deref());
    }

    /// The data behind an index.
    pub fn collection(&self, collection: CollectionIx, json: &mut Json) {
        let (report, language) = (self.localizer.report, self.localizer.language);
        let label = report.site.collections[collection].label.text(language);
        let site =
            report.config.description.best(language).map_or(report.config.title.text(language), |(_, text)| text);
        let description = format!("{label}. {site}");
        let files = report.plan.data.of_collection(collection);
        self.dataset(&Dataset { name: label, description: &description, files }, json);
        json.member("temporalCoverage", &report.site.as_of.to_string());
    }

    /// The values of a figure.
    pub fn figure(&self, figure: &Figure, json: &mut Json) {
        let (report, record) = (self.localizer.report, figure.record);
        let title = self.localizer.title(record);
        let definition = data::figure_text(self.localizer.with(self.shown), record, "definition");
        let description = definition.as_deref().unwrap_or(title);
        self.dataset(&Dataset { name: title, description, files: report.plan.data.of_figure(record) }, json);
        // An interval of ISO 8601, as schema.org wants it.
        if let Some((first, last)) = figure.covers() {
            json.member("temporalCoverage", &if first == last { first.to_string() } else { format!("{first}/{last}") });
        }
        json.member("variableMeasured", title);
        self.corrections(record, json);
    }

    fn dataset(&self, dataset: &Dataset, json: &mut Json) {
        let config = &self.localizer.config();
        json.member("@type", "Dataset");
        json.member("name", dataset.name);
        json.member("description", dataset.description);
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
            dataset.files.iter().for_each(|file| download(self.localizer, file, json));
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

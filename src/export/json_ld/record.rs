//! The JSON-LD of a record: its type, what every record says, and the properties that its fields name.

use crate::export::json_ld::page::{Page, absolute};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::markup::json::Json;
use crate::model::date::Date;
use crate::model::field::FieldKind;
use crate::model::value;
use crate::position::{FieldIx, RecordIx};
use crate::prose::fields;
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::words::moment;

/// The properties whose value is an organization, when only its name is written.
const ORGANIZATIONS: &[&str] =
    &["publisher", "author", "creator", "provider", "sourceOrganization", "parentOrganization", "memberOf", "member"];

/// Whether records of a type are works: only works have a language, a publisher and a date of publication.
fn is_work(kind: &str) -> bool {
    kind == "Dataset"
        || ["Work", "Article", "Posting", "Report", "Page", "Document", "Book"].iter().any(|end| kind.ends_with(end))
}

/// What a type calls its title.
fn title_property(kind: &str) -> &'static str {
    if kind.ends_with("Article") || kind.ends_with("Posting") { "headline" } else { "name" }
}

/// A property with the facts of all fields that name it.
struct Property<'e> {
    name: &'e str,
    facts: Vec<Effective<'e, 'e>>,
    /// Titles in other languages, which stand before them.
    titles: &'e [String],
}

/// A record as schema.org has it.
pub struct Entity<'p, 'w> {
    page: &'p Page<'w>,
    localizer: Localizer<'w>,
    linked: &'w LinkedRecord,
    /// Its type: `Organization`.
    kind: &'p str,
    /// The fields that name a property, each with it.
    named: Vec<(&'w str, FieldIx)>,
}

impl<'p, 'w> Entity<'p, 'w> {
    /// The record that a page is about.
    pub fn new(page: &'p Page<'w>, record: RecordIx, kind: &'p str) -> Self {
        let site = &page.localizer.report.site;
        let fields = site.model(record).fields.entries();
        let named = fields.filter_map(|(at, field)| Some((&**field.schema.as_ref()?, at))).collect();
        Entity { page, localizer: page.localizer, linked: site.get(record), kind, named }
    }

    /// Writes what the record says.
    pub fn add(&self, json: &mut Json) {
        let record = self.linked.at;
        json.member("@type", self.kind);
        json.member(title_property(self.kind), self.localizer.title(record));
        let others = self.other_titles();
        if self.is_free("alternateName") && !others.is_empty() {
            json.key("alternateName").array(|json| others.iter().for_each(|title| json.string(title)));
        }
        if self.is_free("description") {
            json.optional("description", fields::plain_summary(self.localizer, record).as_deref());
        }
        if self.is_free("url") {
            json.member("url", &self.page.url);
        }
        if is_work(self.kind) {
            self.work(json);
            if self.is_free("correction") {
                self.page.corrections(record, json);
            }
        }
        self.place(json);
        self.properties(&others, json);
    }

    /// Whether no field says a property: what a field says stands before what every record says.
    fn is_free(&self, property: &str) -> bool {
        !self.named.iter().any(|(known, at)| *known == property && self.stated(*at).is_some())
    }

    /// The properties that fields name, each once. `others` are the titles in other languages.
    fn properties(&self, others: &[String], json: &mut Json) {
        for (at, (property, _)) in self.named.iter().enumerate() {
            let is_first = !self.named[..at].iter().any(|(known, _)| known == property);
            if is_first {
                let fields = self.named.iter().filter(|(known, _)| known == property);
                let facts: Vec<Effective> = fields.filter_map(|(_, at)| self.stated(*at)).collect();
                let titles: &[String] = if *property == "alternateName" { others } else { &[] };
                self.property(&Property { name: property, facts, titles }, json);
            }
        }
    }

    /// The title in the other languages, where it differs. A translated work is another work.
    fn other_titles(&self) -> Vec<String> {
        let record = self.linked.at;
        let site = &self.localizer.report.site;
        let Some(role) = site.model(record).roles.title else { return Vec::new() };
        let Some(value::Value::Localized(text)) = site.get(record).value(role) else { return Vec::new() };
        if is_work(self.kind) {
            return Vec::new();
        }
        let mut titles: Vec<String> = Vec::new();
        let own = self.localizer.title(record);
        for title in self.localizer.config().languages.positions().filter_map(|at| text.get(at)) {
            if **title != *own && !titles.iter().any(|known| **known == **title) {
                titles.push(title.to_string());
            }
        }
        titles
    }

    /// What only works have.
    fn work(&self, json: &mut Json) {
        let report = self.localizer.report;
        if self.is_free("inLanguage") {
            json.member("inLanguage", &report.config.languages[self.page.shown].code);
        }
        let date = report.site.model(self.linked.at).roles.date.and_then(|at| self.linked.value(at));
        if let (Some(value::Value::Date(date)), true) = (date, self.is_free("datePublished")) {
            json.member("datePublished", &moment(report, *date));
        }
        if self.is_free("publisher") {
            self.page.publisher(json);
        }
    }

    /// The first location whose field names no property: where a place is, or where an organization has its seat.
    fn place(&self, json: &mut Json) {
        let property = if self.kind.ends_with("Organization") { "location" } else { "geo" };
        if is_work(self.kind) || !self.is_free(property) {
            return;
        }
        let fields = self.localizer.report.site.model(self.linked.at).fields.entries();
        let mut unnamed = fields.filter(|(_, field)| field.schema.is_none());
        let location = unnamed.find_map(|(at, _)| match self.stated(at)?.value()? {
            value::Value::Location(location) => Some(location),
            _ => None,
        });
        if let Some(location) = location {
            self::location(property, location, json.key(property));
        }
    }

    /// The fact of a field, when it may stand there.
    fn stated(&self, at: FieldIx) -> Option<Effective<'w, 'w>> {
        self.localizer.report.site.effective(self.linked.at, at).filter(is_stated)
    }

    fn property(&self, property: &Property, json: &mut Json) {
        let Property { name, facts, titles } = property;
        if facts.is_empty() {
            return;
        }
        json.key(name);
        if let [only] = &facts[..]
            && titles.is_empty()
            && !matches!(only.field.kind, FieldKind::List(_))
        {
            return self.value(name, only, json);
        }
        json.array(|json| {
            titles.iter().for_each(|title| json.string(title));
            facts.iter().for_each(|fact| self.values(name, fact, json));
        });
    }

    /// The value of a fact, or each of those that it lists.
    fn values(&self, property: &str, fact: &Effective, json: &mut Json) {
        match &fact.field.kind {
            FieldKind::List(_) => fact.items().filter(is_stated).for_each(|item| self.value(property, &item, json)),
            _ => self.value(property, fact, json),
        }
    }

    fn value(&self, property: &str, fact: &Effective, json: &mut Json) {
        match (fact.value(), &fact.field.kind) {
            (Some(value::Value::Number(number)), FieldKind::Number(kind)) => match &kind.unit {
                None => json.literal(&number.to_string()),
                Some(unit) => json.object(|json| {
                    json.member("@type", "QuantitativeValue");
                    json.key("value").literal(&number.to_string());
                    json.member("unitText", unit);
                }),
            },
            (Some(value::Value::Boolean(yes)), _) => json.literal(if *yes { "true" } else { "false" }),
            (Some(value::Value::Language(tag)), _) => json.string(tag),
            (Some(value::Value::Date(date)), _) => json.string(&moment(self.localizer.report, *date)),
            (Some(value::Value::Reference(at)), _) => match fact.linked.targets[*at as usize] {
                Some(target) => json.object(|json| self.reference(target, json)),
                None => json.literal("null"),
            },
            (Some(value::Value::Location(at)), _) => location(property, at, json),
            (Some(value::Value::Image(image)), _) => json.object(|json| self.image(fact.linked, image, json)),
            (Some(value::Value::Group(_)), _) => json.object(|json| self.group(property, fact, json)),
            (Some(value::Value::Text(file)), FieldKind::File) => {
                json.string(&self.localizer.report.attachment_address(fact.linked, file));
            }
            _ => self.text(property, fact, json),
        }
    }

    fn image(&self, linked: &LinkedRecord, image: &value::Image, json: &mut Json) {
        let Localizer { report, language, .. } = self.localizer;
        json.member("@type", "ImageObject");
        json.member("contentUrl", &report.image_address(linked, &image.file));
        if let Some(size) = report.picture(linked, &image.file).and_then(|picture| picture.size) {
            json.key("width").literal(&size.width.to_string());
            json.key("height").literal(&size.height.to_string());
        }
        let alt = image.alt.text(language);
        let caption = image.caption.as_ref().and_then(|caption| caption.best(language));
        json.member("caption", caption.map_or(alt, |(_, caption)| caption));
        json.member("description", alt);
        json.optional("creditText", image.credit.as_deref());
    }

    fn text(&self, property: &str, fact: &Effective, json: &mut Json) {
        let words = fields::plain_words(self.localizer, fact);
        match ORGANIZATIONS.contains(&property) {
            true => json.object(|json| {
                json.member("@type", "Organization");
                json.member("name", &words);
            }),
            false => json.string(&words),
        }
    }

    /// The fields of a group that name a property. Where one names that of the group itself, the group says in which role
    /// its value has it, and since when.
    fn group(&self, property: &str, fact: &Effective, json: &mut Json) {
        let names = |part: &Effective| part.field.schema.as_deref() == Some(property);
        if fact.parts().filter(is_stated).any(|part| names(&part)) {
            json.member("@type", "Role");
            json.optional("startDate", fact.since().map(|since| since.to_string()).as_deref());
        }
        for part in fact.parts().filter(is_stated) {
            let Some(property) = &part.field.schema else { continue };
            json.key(property);
            match &part.field.kind {
                FieldKind::List(_) => json.array(|json| self.values(property, &part, json)),
                _ => self.value(property, &part, json),
            }
        }
    }

    fn reference(&self, target: RecordIx, json: &mut Json) {
        let report = self.localizer.report;
        json.member("@type", report.site.model(target).schema.as_deref().unwrap_or("Thing"));
        json.member("name", self.localizer.title(target));
        if let Some(url) = self.localizer.url(target) {
            json.member("url", &absolute(report, url));
        }
    }
}

/// Whether a value may stand where nothing can be said beside it: what we only conclude may not.
fn is_stated(fact: &Effective) -> bool {
    fact.value().is_some() && !fact.is_inferred()
}

/// A location: the property `geo` takes coordinates, any other a place that has them.
fn location(property: &str, location: &value::Location, json: &mut Json) {
    if property == "geo" {
        return coordinates(location, json);
    }
    json.object(|json| {
        json.member("@type", "Place");
        coordinates(location, json.key("geo"));
    });
}

fn coordinates(location: &value::Location, json: &mut Json) {
    json.object(|json| {
        json.member("@type", "GeoCoordinates");
        json.key("latitude").literal(&location.latitude.to_string());
        json.key("longitude").literal(&location.longitude.to_string());
    });
}

/// A date as ISO 8601: with its time, in the site's zone, or as precise as it was written.
fn moment(report: &Report, date: Date) -> String {
    match date.minute() {
        Some(_) => moment::moment(date, &report.time_zone()),
        None => date.to_string(),
    }
}

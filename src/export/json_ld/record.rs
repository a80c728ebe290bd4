//! The JSON-LD of a record: its type, what every record says, and the properties that its fields name.

use crate::export::json_ld::{Page, absolute};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::markup::json::Json;
use crate::model::date::Date;
use crate::model::field::FieldKind;
use crate::model::value;
use crate::position::{FieldIx, RecordIx};
use crate::prose::fields;
use crate::report::Report;
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

impl Page<'_> {
    /// The record that the page is about.
    pub fn record(&self, record: RecordIx, kind: &str, json: &mut Json) {
        let report = self.localizer.report;
        let model = report.site.model(record);
        let linked = report.site.get(record);
        let named: Vec<(&str, FieldIx)> =
            model.fields.entries().filter_map(|(at, field)| Some((&**field.schema.as_ref()?, at))).collect();
        // What a field says stands before what every record says.
        let is_free =
            |name: &str| !named.iter().any(|(known, at)| *known == name && self.stated(record, *at).is_some());
        json.member("@type", kind);
        json.member(title_property(kind), self.localizer.title(record));
        let others = self.other_titles(record, kind);
        if is_free("alternateName") && !others.is_empty() {
            json.key("alternateName").array(|json| others.iter().for_each(|title| json.string(title)));
        }
        if is_free("description") {
            json.optional("description", fields::plain_summary(self.localizer, record).as_deref());
        }
        if is_free("url") {
            json.member("url", &self.url);
        }
        if is_work(kind) {
            self.work(linked, &is_free, json);
        }
        self.place(linked, kind, &is_free, json);
        for (at, (property, _)) in named.iter().enumerate() {
            let is_first = !named[..at].iter().any(|(known, _)| known == property);
            if is_first {
                let fields = named.iter().filter(|(known, _)| known == property);
                let facts: Vec<Effective> = fields.filter_map(|(_, at)| self.stated(record, *at)).collect();
                let titles: &[String] = if *property == "alternateName" { &others } else { &[] };
                self.property(property, &facts, titles, json);
            }
        }
    }

    /// The title in the other languages, where it differs. A translated work is another work.
    fn other_titles(&self, record: RecordIx, kind: &str) -> Vec<String> {
        let site = &self.localizer.report.site;
        let Some(role) = site.model(record).roles.title else { return Vec::new() };
        let Some(value::Value::Localized(text)) = site.get(record).value(role) else { return Vec::new() };
        if is_work(kind) {
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

    fn work(&self, linked: &LinkedRecord, is_free: &impl Fn(&str) -> bool, json: &mut Json) {
        let report = self.localizer.report;
        if is_free("inLanguage") {
            json.member("inLanguage", &report.config.languages[self.shown].code);
        }
        let date = report.site.model(linked.at).roles.date.and_then(|at| linked.value(at));
        if let (Some(value::Value::Date(date)), true) = (date, is_free("datePublished")) {
            json.member("datePublished", &moment(report, *date));
        }
        if is_free("publisher") {
            self.publisher(json);
        }
    }

    /// The first location whose field names no property: where a place is, or where an organization has its seat.
    fn place(&self, linked: &LinkedRecord, kind: &str, is_free: &impl Fn(&str) -> bool, json: &mut Json) {
        let property = if kind.ends_with("Organization") { "location" } else { "geo" };
        if is_work(kind) || !is_free(property) {
            return;
        }
        let fields = self.localizer.report.site.model(linked.at).fields.entries();
        let mut unnamed = fields.filter(|(_, field)| field.schema.is_none());
        let location = unnamed.find_map(|(at, _)| match self.stated(linked.at, at)?.value()? {
            value::Value::Location(location) => Some(location),
            _ => None,
        });
        if let Some(location) = location {
            self::location(property, location, json.key(property));
        }
    }

    /// The fact of a field, when it may stand there.
    fn stated(&self, record: RecordIx, at: FieldIx) -> Option<Effective<'_, '_>> {
        self.localizer.report.site.effective(record, at).filter(is_stated)
    }

    /// A property with the facts of all fields that name it, and with titles in other languages.
    fn property(&self, property: &str, facts: &[Effective], titles: &[String], json: &mut Json) {
        if facts.is_empty() {
            return;
        }
        json.key(property);
        if let [only] = facts
            && titles.is_empty()
            && !matches!(only.field.kind, FieldKind::List(_))
        {
            return self.value(property, only, json);
        }
        json.array(|json| {
            titles.iter().for_each(|title| json.string(title));
            facts.iter().for_each(|fact| self.values(property, fact, json));
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
            (Some(value::Value::Image(image)), _) => json.object(|json| {
                json.member("@type", "ImageObject");
                json.member("contentUrl", &self.localizer.report.attachment_address(fact.linked, &image.file));
                json.member("caption", image.alt.text(self.localizer.language));
                json.optional("creditText", image.credit.as_deref());
            }),
            (Some(value::Value::Group(_)), _) => json.object(|json| self.group(fact, json)),
            (Some(value::Value::Text(file)), FieldKind::File) => {
                json.string(&self.localizer.report.attachment_address(fact.linked, file));
            }
            _ => self.text(property, fact, json),
        }
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

    /// The fields of a group that name a property.
    fn group(&self, fact: &Effective, json: &mut Json) {
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

//! The JSON-LD of a record: its type, what every record says, and the properties that its fields name.

use crate::export::json_ld::{Page, absolute};
use crate::link::{Linked, RecordIx};
use crate::markup::json::Json;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind, Fields};
use crate::model::value::{self, Fact, Status};
use crate::position::{FieldIx, List};
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
            |name: &str| !named.iter().any(|(known, at)| *known == name && linked.fact(*at).is_some_and(is_stated));
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
                self.property(linked, property, &named, &others, json);
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

    fn work(&self, linked: &Linked, is_free: &impl Fn(&str) -> bool, json: &mut Json) {
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
    fn place(&self, linked: &Linked, kind: &str, is_free: &impl Fn(&str) -> bool, json: &mut Json) {
        let property = if kind.ends_with("Organization") { "location" } else { "geo" };
        if is_work(kind) || !is_free(property) {
            return;
        }
        let fields = self.localizer.report.site.model(linked.at).fields.entries();
        let unnamed = fields.filter(|(_, field)| field.schema.is_none());
        let mut unnamed =
            unnamed.filter_map(|(at, _)| linked.fact(at)).filter(|fact| is_stated(fact)).filter_map(Fact::value);
        let location = unnamed.find_map(|value| match value {
            value::Value::Location(location) => Some(location),
            _ => None,
        });
        if let Some(location) = location {
            self::location(property, location, json.key(property));
        }
    }

    /// A property with the values of all fields that name it.
    fn property(&self, linked: &Linked, property: &str, named: &[(&str, FieldIx)], others: &[String], json: &mut Json) {
        let fields = &self.localizer.report.site.model(linked.at).fields;
        let facts: Vec<(&Field, &Fact)> = named
            .iter()
            .filter(|(known, _)| *known == property)
            .filter_map(|(_, at)| Some((&fields[*at], linked.fact(*at).filter(|fact| is_stated(fact))?)))
            .collect();
        let titles = if property == "alternateName" { others } else { &[] };
        let single = facts.len() == 1 && titles.is_empty() && !matches!(facts[0].0.kind, FieldKind::List(_));
        if facts.is_empty() {
            return;
        }
        json.key(property);
        if single {
            return self.value(linked, property, facts[0].0, facts[0].1, json);
        }
        json.array(|json| {
            titles.iter().for_each(|title| json.string(title));
            facts.iter().for_each(|(field, fact)| self.values(linked, property, field, fact, json));
        });
    }

    /// The value of a fact, or each of those that it lists.
    fn values(&self, linked: &Linked, property: &str, field: &Field, fact: &Fact, json: &mut Json) {
        match (&field.kind, fact.value()) {
            (FieldKind::List(of), Some(value::Value::List(items))) => {
                let seen = items.iter().filter(|item| linked.is_seen(item) && is_stated(item));
                seen.for_each(|item| self.value(linked, property, of, item, json));
            }
            _ => self.value(linked, property, field, fact, json),
        }
    }

    fn value(&self, linked: &Linked, property: &str, field: &Field, fact: &Fact, json: &mut Json) {
        match (fact.value(), &field.kind) {
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
            (Some(value::Value::Reference(at)), _) => match linked.targets[*at as usize] {
                Some(target) => json.object(|json| self.reference(target, json)),
                None => json.literal("null"),
            },
            (Some(value::Value::Location(at)), _) => location(property, at, json),
            (Some(value::Value::Image(image)), _) => json.object(|json| {
                json.member("@type", "ImageObject");
                json.member("contentUrl", &self.localizer.report.attachment_address(linked, &image.file));
                json.member("caption", image.alt.text(self.localizer.language));
                json.optional("creditText", image.credit.as_deref());
            }),
            (Some(value::Value::Group(facts)), FieldKind::Group(fields)) => {
                json.object(|json| self.group(linked, fields, facts, json));
            }
            (Some(value::Value::Text(file)), FieldKind::File) => {
                json.string(&self.localizer.report.attachment_address(linked, file));
            }
            _ => self.text(linked, property, field, fact, json),
        }
    }

    fn text(&self, linked: &Linked, property: &str, field: &Field, fact: &Fact, json: &mut Json) {
        let words = fields::plain_words(self.localizer, linked, field, fact);
        match ORGANIZATIONS.contains(&property) {
            true => json.object(|json| {
                json.member("@type", "Organization");
                json.member("name", &words);
            }),
            false => json.string(&words),
        }
    }

    /// The fields of a group that name a property.
    fn group(&self, linked: &Linked, fields: &Fields, facts: &List<FieldIx, Option<Fact>>, json: &mut Json) {
        for (field, fact) in fields.iter().zip(facts) {
            let (Some(property), Some(fact)) = (&field.schema, fact) else { continue };
            if is_stated(fact) && linked.is_seen(fact) {
                json.key(property);
                match &field.kind {
                    FieldKind::List(_) => json.array(|json| self.values(linked, property, field, fact, json)),
                    _ => self.value(linked, property, field, fact, json),
                }
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
fn is_stated(fact: &Fact) -> bool {
    fact.value().is_some() && fact.status != Some(Status::Inferred)
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

//! `{collection}.json`: the records with their facts in long form, and what their fields are.

use crate::export::data::changes;
use crate::export::data::datum::{self, Datum, ids, is_data, says_something, write_localized};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::markup::json::Json;
use crate::model::field::{Field, FieldKind};
use crate::model::value::word_of;
use crate::plan::data_files::{self, Format, stem};
use crate::position::{CollectionIx, FieldIx, LanguageIx, RecordIx};
use crate::report::Report;

/// A collection as JSON, one record a line.
pub fn json(report: &Report, collection: CollectionIx) -> String {
    let model = &report.site.collections[collection];
    let mut json = Json::with_capacity(64 * 1024);
    json.object(|json| {
        head(report, model.label.text(LanguageIx::SOURCE), json);
        write_localized(report, json.key("label"), &model.label);
        json.key("fields").object(|json| {
            model.fields.iter().filter(|field| is_data(field)).for_each(|field| self::field(report, json, field))
        });
        json.key("records").array(|json| {
            for linked in &report.site.records[collection] {
                json.line();
                record(report, linked, json);
            }
            json.line_end();
        });
    });
    json.finish() + "\n"
}

/// What every JSON file begins with: title, day, licence, publisher.
pub fn head(report: &Report, title: &str, json: &mut Json) {
    let config = &report.config;
    json.member("title", title);
    json.member("as_of", &report.site.as_of.to_string());
    json.optional("license", config.license.as_deref());
    json.member("publisher", report.publisher());
    json.member("homepage", &format!("{}/", config.base_url.whole()));
}

/// What a field is, for people who read the file.
fn field(report: &Report, json: &mut Json, field: &Field) {
    json.line();
    json.key(&field.name).object(|json| about_field(report, json, field));
}

fn about_field(report: &Report, json: &mut Json, field: &Field) {
    write_localized(report, json.key("label"), &field.label);
    if !field.sourced {
        json.key("sourced").literal("false");
    }
    kind(report, json, field);
}

fn kind(report: &Report, json: &mut Json, field: &Field) {
    json.member("type", field.kind.field_type().name());
    match &field.kind {
        FieldKind::Text { language, .. } => json.optional("language", language.as_deref()),
        FieldKind::Number(number) => json.optional("unit", number.unit.as_deref()),
        FieldKind::Choice(options) => json.key("options").object(|json| {
            options.iter().for_each(|option| write_localized(report, json.key(&option.id), &option.label));
        }),
        FieldKind::List(item) => json.key("of").object(|json| kind(report, json, item)),
        FieldKind::Group(fields) => json.key("fields").object(|json| {
            fields.iter().for_each(|field| json.key(&field.name).object(|json| about_field(report, json, field)));
        }),
        _ => {}
    }
}

/// A record by itself as JSON: what the file of its collection says of it, with what every file says.
pub fn one(report: &Report, linked: &LinkedRecord) -> String {
    let model = report.site.model(linked.at);
    let mut json = Json::with_capacity(8 * 1024);
    json.object(|json| {
        head(report, report.site.title(linked.at, LanguageIx::SOURCE).1, json);
        json.member("collection", &model.id);
        // What the fields are is said there, once for all records.
        let all = data_files::path(&stem(model), Format::Json);
        json.member("part_of", &format!("{}/{all}", report.config.base_url.whole()));
        json.line();
        json.key("record");
        record(report, linked, json);
        json.line_end();
    });
    json.finish() + "\n"
}

fn record(report: &Report, linked: &LinkedRecord, json: &mut Json) {
    json.object(|json| {
        json.member("id", &linked.record.id);
        json.key("url").object(|json| {
            for (at, language) in report.config.languages.entries() {
                json.optional(&language.code, report.localizer(at).page_address(linked.at).as_deref());
            }
        });
        list(json, "source", ids(report, linked, &linked.record.sources));
        json.key("facts").object(|json| {
            for at in report.site.model(linked.at).fields.positions() {
                entry(report, linked.at, at, json);
            }
        });
        changes::json(report, linked, json);
    });
}

/// The fact of the report's day; that of a tracked field with its history.
fn entry(report: &Report, record: RecordIx, at: FieldIx, json: &mut Json) {
    let history = || report.site.effective_history(record, at).filter(says_something);
    let now = report.site.effective(record, at).filter(says_something);
    if now.is_none() && history().next().is_none() {
        return;
    }
    let field = &report.site.model(record).fields[at];
    json.key(&field.name).object(|json| {
        if let Some(now) = now {
            members(report, &now, json);
        }
        if field.tracked {
            json.key("history").array(|json| {
                history().for_each(|fact| json.object(|json| members(report, &fact, json)));
            });
        }
    });
}

/// What is written of a fact, with the sources that the fact of a field has from its record: a part has those of the whole,
/// unless it names its own.
fn members(report: &Report, fact: &Effective, json: &mut Json) {
    let written = fact.written;
    if let Some(missing) = written.missing() {
        json.member("missing", word_of(missing));
    } else {
        json.key("value");
        value(report, fact, json);
    }
    json.optional("since", written.since().map(|date| date.to_string()).as_deref());
    json.optional("by", written.by().map(|date| date.to_string()).as_deref());
    json.optional("status", written.status.map(word_of));
    json.optional("bound", written.bound.map(word_of));
    let is_part = fact.outer.is_some();
    if is_part && written.sources.is_empty() && written.value().is_some() && !written.inherits(fact.field) {
        // It has not the sources of the whole.
        json.key("source").array(|_| {});
    }
    list(json, "source", ids(report, fact.linked, if is_part { &written.sources } else { fact.sources }));
    if let Some(note) = &written.note {
        write_localized(report, json.key("note"), note);
    }
}

fn value(report: &Report, fact: &Effective, json: &mut Json) {
    match datum::of(report, fact) {
        None => json.literal("null"),
        Some(Datum::Text(text)) => json.string(&text),
        Some(Datum::Number(number)) => json.literal(&number.to_string()),
        Some(Datum::Boolean(yes)) => json.literal(if yes { "true" } else { "false" }),
        Some(Datum::Localized(texts)) => json.object(|json| {
            texts.iter().for_each(|(at, text)| json.member(&report.config.languages[*at].code, text));
        }),
        Some(Datum::Location(location)) => json.object(|json| {
            json.key("latitude").literal(&location.latitude.to_string());
            json.key("longitude").literal(&location.longitude.to_string());
        }),
        Some(Datum::Image(image)) => json.object(|json| {
            json.member("url", &report.image_address(fact.linked, &image.file));
            write_localized(report, json.key("alt"), &image.alt);
            if let Some(caption) = &image.caption {
                write_localized(report, json.key("caption"), caption);
            }
            json.optional("credit", image.credit.as_deref());
        }),
        Some(Datum::List) => json.array(|json| {
            fact.items().for_each(|item| json.object(|json| members(report, &item, json)));
        }),
        Some(Datum::Group) => json.object(|json| {
            for part in fact.parts() {
                json.key(&part.field.name).object(|json| members(report, &part, json));
            }
        }),
    }
}

/// A member that lists ids; none when there are none.
fn list<'w>(json: &mut Json, name: &str, ids: impl Iterator<Item = &'w str>) {
    let mut ids = ids.peekable();
    if ids.peek().is_some() {
        json.key(name).array(|json| ids.for_each(|id| json.string(id)));
    }
}

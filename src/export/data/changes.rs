//! What corrections tell, as data: beside each correction, and one value a row in `corrections.changes.csv`.

use crate::config::Localized;
use crate::export::data::datum::write_localized;
use crate::export::data::spec::{self, Described, Kind, Spec};
use crate::link::record::LinkedRecord;
use crate::markup::csv::Csv;
use crate::markup::json::Json;
use crate::model::builtin::CORRECTIONS;
use crate::model::date::Date;
use crate::model::field::{Collection, Field};
use crate::model::value::{Bound, Location, Missing, word_of};
use crate::plan::data_files::{changes_stem, stem};
use crate::position::{CollectionIx, LanguageIx};
use crate::publication::correction::{Correction, FieldPath, On, Part, Said};
use crate::publication::told::{Account, Told};
use crate::publication::value::{FactValue, FigureValue};
use crate::report::Report;
use crate::report::recorder::{self, Note};

/// What stands in a column beside a correction.
#[derive(Clone, Copy)]
pub enum Aspect {
    /// Which entry of a list it is about.
    Item,
    /// Its date.
    On,
    /// The first date of its range.
    From,
    /// The last.
    To,
    /// Something about the value that was published, where it is one.
    Was(Of),
    /// Something about the value that is right, where it is one.
    Now(Of),
}

/// Something about a value.
#[derive(Clone, Copy)]
pub enum Of {
    /// The value.
    Value,
    /// What it bounds.
    Bound,
    /// Why there is none.
    Missing,
}

/// The columns beside a correction, each with what it holds; none of another collection.
pub fn columns(model: &Collection) -> Vec<(Spec, Aspect)> {
    if *model.id != *CORRECTIONS {
        return Vec::new();
    }
    let date = |name: &str, title: &str, about: &str| Spec::fixed(name, title, about, Kind::Date);
    let about_item = "The entry of a list: field and value, joined by =; several by semicolons.";
    let mut columns = vec![
        (Spec::fixed("item", "Item", about_item, Kind::List), Aspect::Item),
        (date("on", "On", "The date of the value, as it was published."), Aspect::On),
        (date("from", "From", "The first date of a range."), Aspect::From),
        (date("to", "To", "The last date of a range."), Aspect::To),
    ];
    columns.extend(values("was", "What was published").into_iter().map(|(spec, of)| (spec, Aspect::Was(of))));
    columns.extend(values("now", "What is right").into_iter().map(|(spec, of)| (spec, Aspect::Now(of))));
    columns
}

/// The columns of one value.
fn values(name: &str, about: &str) -> [(Spec, Of); 3] {
    let title = if name == "was" { "Was" } else { "Now" };
    let about = format!("{about}, as the field has it; empty where nothing is said, or several values are corrected.");
    let spec = |word: &str, about: &str, kind: Kind| {
        Spec::fixed(&format!("{name}_{word}"), &format!("{title}: {word}"), about, kind)
    };
    [
        (Spec::fixed(name, title, &about, Kind::Text), Of::Value),
        (spec("bound", "How the number bounds the true value; empty: it is exact.", Kind::words::<Bound>()), Of::Bound),
        (spec("missing", "Why there was no value.", Kind::words::<Missing>()), Of::Missing),
    ]
}

/// The text of a cell beside a correction.
pub fn cell(report: &Report, linked: &LinkedRecord, aspect: Aspect) -> String {
    recorder::note(Note::Publication);
    let Some(account) = report.publication.account(linked.at) else { return String::new() };
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let (on, from, to) = dates(&account.correction);
    let only = if let ([only], false) = (account.told.as_slice(), account.correction.is_of_several()) {
        Some(only)
    } else {
        None
    };
    match aspect {
        Aspect::Item => item(&account.correction),
        Aspect::On => date(on),
        Aspect::From => date(from),
        Aspect::To => date(to),
        Aspect::Was(of) => only.map(|told| Datum::of(report, account, (told, &told.was)).text(of)).unwrap_or_default(),
        Aspect::Now(of) => only.map(|told| Datum::of(report, account, (told, &told.now)).text(of)).unwrap_or_default(),
    }
}

fn dates(correction: &Correction) -> (Option<Date>, Option<Date>, Option<Date>) {
    match correction.on {
        On::Unsaid => (None, None, None),
        On::Date(date) => (Some(date), None, None),
        On::Range(from, to) => (None, Some(from), Some(to)),
    }
}

fn item(correction: &Correction) -> String {
    let Part::Field(FieldPath { item, .. }) = &correction.part else { return String::new() };
    let pairs: Vec<String> = item.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join(";")
}

/// What the table of changed values is.
pub fn described(report: &Report, model: &Collection) -> Option<Described> {
    if *model.id != *CORRECTIONS {
        return None;
    }
    let about_of = "Whose value it is: collection and id.";
    let mut columns = vec![
        Spec::fixed("correction", "Correction", "Id in corrections.", Kind::Text),
        Spec::fixed("of", "Concerns", about_of, Kind::Text),
        Spec::fixed("field", "Field", "Name of the field; within a group, both, joined by a full stop.", Kind::Text),
        Spec::fixed("group", "Group", "Id of the group of a figure.", Kind::Text),
        Spec::fixed("on", "On", "The date of the value, as it was published; empty: it has none.", Kind::Date),
    ];
    columns.extend(
        values("was", "What was published").into_iter().chain(values("now", "What is right")).map(|(spec, _)| spec),
    );
    columns.extend(spec::closing(report));
    Some(Described {
        name: changes_stem(model),
        title: format!("{}: changes", model.label.text(LanguageIx::SOURCE)),
        description: "A row is a published value that a correction changed.".to_owned(),
        columns,
        key: Vec::new(),
        foreign: vec![(vec!["correction".to_owned()], stem(model), vec!["id".to_owned()])],
    })
}

/// The changed values as CSV, at the end of what is begun.
pub fn csv(report: &Report, collection: CollectionIx, described: &Described, mut csv: Csv) -> Csv {
    csv.head(described.columns.iter().map(|column| &*column.name));
    for linked in &report.site.records[collection] {
        recorder::note(Note::Publication);
        let Some(account) = report.publication.account(linked.at) else { continue };
        for told in &account.told {
            csv.text(&linked.record.id);
            csv.text(&report.site.key(told.of));
            csv.text(&field_name(&account.correction));
            csv.text(group(&account.correction));
            csv.text(&told.on.map(|on| on.to_string()).unwrap_or_default());
            for said in [&told.was, &told.now] {
                let datum = Datum::of(report, account, (told, said));
                [Of::Value, Of::Bound, Of::Missing].into_iter().for_each(|of| csv.text(&datum.text(of)));
            }
            csv.text(&report.site.as_of.to_string());
            if let Some(license) = &report.config.license {
                csv.text(license);
            }
            csv.end_row();
        }
    }
    csv
}

/// What a correction tells, as a member of its record in JSON; nothing of other records.
pub fn json(report: &Report, linked: &LinkedRecord, json: &mut Json) {
    if *report.site.model(linked.at).id != *CORRECTIONS {
        return;
    }
    recorder::note(Note::Publication);
    let Some(account) = report.publication.account(linked.at) else { return };
    let (on, from, to) = dates(&account.correction);
    for (name, date) in [("on", on), ("from", from), ("to", to)] {
        json.optional(name, date.map(|date| date.to_string()).as_deref());
    }
    if let Part::Field(FieldPath { item, .. }) = &account.correction.part
        && !item.is_empty()
    {
        json.key("item").object(|json| item.iter().for_each(|(name, value)| json.member(name, value)));
    }
    json.key("changes").array(|json| {
        for told in &account.told {
            json.object(|json| {
                json.member("of", &report.site.key(told.of));
                json.optional("on", told.on.map(|on| on.to_string()).as_deref());
                for (name, said) in [("was", &told.was), ("now", &told.now)] {
                    if said.is_some() {
                        json.key(name).object(|json| Datum::of(report, account, (told, said)).members(report, json));
                    }
                }
            });
        }
    });
}

fn field_name(correction: &Correction) -> String {
    match &correction.part {
        Part::Field(path) => path.names.join("."),
        Part::Whole | Part::Group(_) => String::new(),
    }
}

fn group(correction: &Correction) -> &str {
    match &correction.part {
        Part::Group(group) => group,
        Part::Whole | Part::Field(_) => "",
    }
}

/// A value as data.
enum Datum<'a> {
    Nothing,
    Number(String, Option<Bound>),
    Boolean(bool),
    Location(Location),
    Text(String),
    Words(&'a Localized),
    Missing(Missing),
}

impl<'a> Datum<'a> {
    fn of(report: &Report, account: &Account, (told, said): (&Told, &'a Option<Said>)) -> Self {
        match said {
            None => Datum::Nothing,
            Some(Said::Words(words)) => Datum::Words(words),
            Some(Said::Figure(FigureValue::Number(number, bound))) => Datum::Number(number.to_string(), *bound),
            Some(Said::Figure(FigureValue::Missing(missing))) => Datum::Missing(*missing),
            Some(Said::Fact(text)) => {
                let field = match &account.correction.part {
                    Part::Field(path) => path.field(report.site.model(told.of)),
                    Part::Whole | Part::Group(_) => None,
                };
                of_fact(field, text)
            }
        }
    }

    fn text(&self, of: Of) -> String {
        match (self, of) {
            (Datum::Number(number, _), Of::Value) => number.clone(),
            (Datum::Number(_, Some(bound)), Of::Bound) => word_of(*bound).to_owned(),
            (Datum::Missing(missing), Of::Missing) => word_of(*missing).to_owned(),
            (Datum::Boolean(yes), Of::Value) => yes.to_string(),
            (Datum::Location(place), Of::Value) => format!("{},{}", place.latitude, place.longitude),
            (Datum::Text(text), Of::Value) => text.clone(),
            (Datum::Words(words), Of::Value) => words.text(LanguageIx::SOURCE).to_owned(),
            _ => String::new(),
        }
    }

    fn members(&self, report: &Report, json: &mut Json) {
        match self {
            Datum::Nothing => {}
            Datum::Missing(missing) => json.member("missing", word_of(*missing)),
            Datum::Number(number, bound) => {
                json.key("value").literal(number);
                json.optional("bound", bound.map(word_of));
            }
            Datum::Boolean(yes) => json.key("value").literal(if *yes { "true" } else { "false" }),
            Datum::Location(place) => json.key("value").object(|json| {
                json.key("latitude").literal(&place.latitude.to_string());
                json.key("longitude").literal(&place.longitude.to_string());
            }),
            Datum::Text(text) => json.member("value", text),
            Datum::Words(words) => {
                json.key("value");
                write_localized(report, json, words);
            }
        }
    }
}

fn of_fact(field: Option<&Field>, text: &str) -> Datum<'static> {
    match field.and_then(|field| FactValue::parse(field, text)) {
        Some(FactValue::Number(number, bound)) => Datum::Number(number.to_string(), bound),
        Some(FactValue::Boolean(yes)) => Datum::Boolean(yes),
        Some(FactValue::Location(place)) => Datum::Location(place),
        Some(FactValue::Missing(missing)) => Datum::Missing(missing),
        Some(FactValue::Date(date)) => Datum::Text(date.to_string()),
        Some(FactValue::Choice(_) | FactValue::Reference(_)) | None => Datum::Text(text.to_owned()),
    }
}

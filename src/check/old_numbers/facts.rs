//! The numbers of facts that are others now.

use crate::check::numbers::stated;
use crate::check::old_numbers::changed::{Changed, Of, plain};
use crate::config::Localized;
use crate::link::effective::Effective;
use crate::link::names::Target;
use crate::model::date::Day;
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::number::Number;
use crate::model::value::{Bound, Value};
use crate::position::{LanguageIx, RecordIx};
use crate::publication::compare::ChangedFact;
use crate::publication::fact::FactDate;
use crate::publication::value::FigureValue;
use crate::report::Report;

/// A fact that is another one now; `None` where it is no number, or the same with another bound.
pub fn changed<'a>(report: &'a Report, change: &ChangedFact) -> Option<Changed<'a>> {
    // Of a record that is gone no text is left that could say it.
    let Ok(Target::Record(record)) = report.site.find(&change.key.record) else { return None };
    let names = names(&change.key.path);
    let fields = along(report.site.model(record), &names)?;
    let Some(FieldKind::Number(kind)) = fields.last().map(|field| &field.kind) else { return None };
    let (was, _) = number(&change.was.value)?;
    let now = change.now.as_ref().and_then(|now| number(&now.value));
    if now.as_ref().is_some_and(|(now, _)| *now == was) {
        return None;
    }
    let last = change.key.on.date().map_or(Day::ALWAYS, |date| date.last());
    let said = Said::of(report, &Sought { record, names: &names, now: now.as_ref(), after: last });
    // What tells one item of a list from others are its texts, and they are not recorded.
    let of_model = || if change.key.path.contains("[]") { Vec::new() } else { labels_of(&fields) };
    let labels = Some(said.labels).filter(|labels| !labels.is_empty()).unwrap_or_else(of_model);
    let sense = match &kind.unit {
        Some(unit) => Some(stated::sense_of_unit(unit)),
        None if labels.is_empty() => None,
        None => Some(stated::sense_of_labels(&labels)),
    };
    let is_whole_field = !change.key.path.contains(['.', '[']);
    let key = report.site.key(record);
    Some(Changed {
        record,
        value: plain(&was),
        was,
        sense,
        labels,
        date: change.key.on.date(),
        days: (change.key.on.first(), last),
        of: Of::Fact {
            quote: (is_whole_field && said.is_current && now.is_some()).then(|| format!("{key}#{}", change.key.path)),
            is_latest: !said.goes_on || !is_whole_field,
        },
        now,
        name: name_of(change, &key, said.title),
        key,
    })
}

/// The number that a published text says; `None` when it says none.
fn number(text: &str) -> Option<(Number, Option<Bound>)> {
    match FigureValue::from_record(text)? {
        FigureValue::Number(number, bound) => Some((number, bound)),
        FigureValue::Missing(_) => None,
    }
}

/// The names of the fields in a path: of `organizations[lead,some-org].name` these are `organizations` and `name`.
pub fn names(path: &str) -> Vec<&str> {
    path.split('.').map(|step| step.split('[').next().unwrap_or(step)).collect()
}

/// The fields that names lead through, the items of lists passed over; `None` where the model has no such field.
pub fn along<'m>(model: &'m Collection, names: &[&str]) -> Option<Vec<&'m Field>> {
    let (first, rest) = names.split_first()?;
    let mut fields = vec![model.field(first)?.1];
    for name in rest {
        fields.push(part(fields.last()?, name)?);
    }
    // A list of numbers is as its items are.
    while let Some(FieldKind::List(item)) = fields.last().map(|field| &field.kind) {
        fields.push(item);
    }
    Some(fields)
}

fn part<'m>(field: &'m Field, name: &str) -> Option<&'m Field> {
    match &field.kind {
        FieldKind::List(item) => part(item, name),
        FieldKind::Group(fields) => fields.iter().find(|field| *field.name == *name),
        _ => None,
    }
}

/// What is looked for in a record.
struct Sought<'c> {
    record: RecordIx,
    names: &'c [&'c str],
    now: Option<&'c (Number, Option<Bound>)>,
    /// The last day of the published date.
    after: Day,
}

/// What a record says now at the path of a fact that changed.
#[derive(Default)]
struct Said<'a> {
    /// What it is called: by texts that stand in the same group, else by its fields; empty when it is said no more.
    labels: Vec<&'a Localized>,
    /// The first of those texts, in the source language; `None`: there is none.
    title: Option<&'a str>,
    /// Whether what it is now holds on the report's day.
    is_current: bool,
    /// Whether something is said there of a later date.
    goes_on: bool,
}

impl<'a> Said<'a> {
    fn of(report: &'a Report, sought: &Sought) -> Self {
        let path = sought.names.join(".");
        let mut said = Said::default();
        for fact in report.site.effective_facts(sought.record).filter(|fact| *fact.field.name == *sought.names[0]) {
            fact.each(&mut |fact| {
                if fact.path().to_string() == path {
                    said.add(fact, sought);
                }
            });
        }
        said
    }

    fn add(&mut self, fact: &Effective<'a, '_>, sought: &Sought) {
        self.goes_on |= FactDate::from(fact.effective).first() > sought.after;
        let is_now = |value: &Number| sought.now.is_some_and(|(now, _)| now == value);
        if matches!(fact.value(), Some(Value::Number(value)) if is_now(value)) {
            self.labels.clear();
            add_texts(fact, &mut self.labels);
            self.title = self.labels.first().map(|text| text.text(LanguageIx::SOURCE));
            if self.labels.is_empty() {
                stated::add_labels(fact, &mut self.labels);
            }
            self.is_current |= fact.whole().is_current;
        }
    }
}

/// The texts in the groups that contain a fact, the outermost first.
fn add_texts<'a>(it: &Effective<'a, '_>, texts: &mut Vec<&'a Localized>) {
    if let Some(outer) = it.outer {
        add_texts(outer, texts);
    }
    texts.extend(it.fields().filter_map(|(_, part)| match part?.value() {
        Some(Value::Localized(text)) => Some(text),
        _ => None,
    }));
}

fn labels_of<'m>(fields: &[&'m Field]) -> Vec<&'m Localized> {
    fields.iter().map(|field| &field.label).collect()
}

/// `capital` of centers/bearings since 2020-06; `numbers.value`, “Firms in Qingdao”, of chains/appliances.
pub fn name_of(change: &ChangedFact, key: &str, title: Option<&str>) -> String {
    let path = change.key.path.replace("[]", "");
    let title = title.map(|title| format!(", “{title}”,")).unwrap_or_default();
    let date = match change.key.on {
        FactDate::Undated => String::new(),
        FactDate::Since(date) => format!(" since {date}"),
        FactDate::By(date) => format!(" by {date}"),
    };
    format!("`{path}`{title} of {key}{date}")
}

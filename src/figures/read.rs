//! One figure: what its record says, computed and set beside what was reported.

use jiff::civil;

use crate::diagnostics::{Diagnostic, codes};
use crate::figures::definition::{Reader, fact_named};
use crate::figures::formula::{By, Change, Formula, Over};
use crate::figures::path::{End, Path};
use crate::figures::sweep::{self, Key, Step, Steps, Swept};
use crate::figures::{Amount, Basis, Dating, Figure, Group, GroupLabel, Point, at, reconcile};
use crate::link::{Linked, RecordIx, Site};
use crate::model::date::{Date, Day};
use crate::model::position::FieldIx;
use crate::model::value::{Fact, Given, Value, Word};

/// A series with more values shows those of the ends of years.
const LONG_SERIES: usize = 100;
/// A collection with more records shows only groups that have something in them.
const MANY_GROUPS: usize = 500;

impl Word for Shown {
    const WORDS: &'static [(&'static str, Self)] = &[("compact", Shown::Compact)];
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Large numbers in short.
    Compact,
}

/// Periods of a figure that nobody looks through.
const MANY_PERIODS: usize = 1000;

/// Reads and computes the figure that a record defines; `is_earlier`: for a report of an earlier day than that of the data,
/// which counts on a day for which nobody dated them.
pub fn figure(site: &Site, linked: &Linked, is_earlier: bool, findings: &mut Vec<Diagnostic>) -> Figure {
    let as_of = site.as_of;
    let model = site.model(linked.at);
    let value = |name: &str| model.field(name).and_then(|(at, _)| linked.value(at));
    let mut reader = Reader { site, figure: linked, findings };
    let formula = reader.formula();
    let change: Option<Change> = reader.word("change");
    let compact = reader.word::<Shown>("display").is_some();
    let (reported, undated) = split(reported(&mut reader));
    let decimals = match value("decimals") {
        Some(Value::Number(number)) => number.to_i64().and_then(|decimals| decimals.try_into().ok()),
        _ => None,
    };
    let unit = match value("unit") {
        Some(Value::Text(unit)) => Some(unit.clone()),
        _ => None,
    };
    if formula.is_none()
        && reported.is_empty()
        && undated.is_none()
        && !has_formula_key(&reader)
        && !is_written(linked, site, "reported")
    {
        let hint =
            Some("add `count: …` (or sum, average, minimum, maximum, share, coverage), or `reported: […]`".to_owned());
        reader.report(crate::parse::Span::default(), "the figure is neither computed nor reported".to_owned(), hint);
    }
    let swept = formula.as_ref().map(|formula| sweep::sweep(site, formula, decimals, as_of)).unwrap_or_default();
    let mut figure = Figure {
        record: linked.at,
        complete: !matches!(value("complete"), Some(Value::Boolean(false))),
        unit,
        compact,
        change,
        series: Vec::new(),
        computed: Vec::new(),
        groups: formula.as_ref().map(|formula| groups(site, formula, decimals, &swept)).unwrap_or_default(),
        members: swept.members,
        has_reports: is_written(linked, site, "reported"),
        reported,
        undated,
        steps: swept.steps,
        formula,
        as_of,
    };
    figure.computed = computed(&figure);
    if let (Some(over), true) = (reader.written("over"), figure.computed.len() > MANY_PERIODS) {
        let first = figure.computed.first().map(|point| point.date.to_string()).unwrap_or_default();
        let message = format!("the figure has {} periods: its first fact is of {first}", figure.computed.len());
        let finding = linked.record.source.finding(&codes::EARLY_DATE, over.span, message);
        reader.findings.push(finding.hint("is that date a slip of the keys? If not, follow it `over: year`"));
    }
    add_listed(&mut figure);
    figure.series = series(&figure);
    // Numbers of records that could not be read in full contradict nobody.
    if figure.formula.as_ref().is_none_or(|formula| site.is_sound_around(formula.collection)) {
        reconcile::check(site, &figure, &swept.unsure, is_earlier, reader.findings);
    }
    figure
}

/// Reports with a date, and the last one if it has none.
fn split(mut reported: Vec<Point>) -> (Vec<Point>, Option<Point>) {
    let undated = reported.pop_if(|last| last.dating == Dating::Undated);
    reported.retain(|point| point.dating != Dating::Undated);
    (reported, undated)
}

fn has_formula_key(reader: &Reader) -> bool {
    use crate::figures::formula::Aggregate;
    Aggregate::WORDS.iter().any(|(word, _)| reader.written(word).is_some())
}

fn is_written(linked: &Linked, site: &Site, name: &str) -> bool {
    site.model(linked.at).field(name).is_some_and(|(at, _)| !linked.record.entries[at].is_absent())
}

/// What sources report, oldest first, up to the report's day: written here, or the tracked fact of another record.
fn reported(reader: &mut Reader) -> Vec<Point> {
    let (site, figure) = (reader.site, reader.figure);
    let Some((field, _)) = site.model(figure.at).field("reported") else { return Vec::new() };
    let Some(entry) = figure.record.entries[field].entry() else { return Vec::new() };
    if let [Fact { given: Given::Value(Value::Raw(node)), .. }] = entry.history.as_slice() {
        let text = node.text().unwrap_or_default();
        return match fact_named(site, text) {
            Ok(Some((record, field))) => points(site, record, field),
            Ok(None) => Vec::new(),
            Err(hint) => {
                let finding = figure.record.source.finding(
                    &codes::FIGURE,
                    node.span,
                    format!("`{text}` names no tracked number"),
                );
                reader.findings.push(finding.hint_if((!hint.is_empty()).then_some(hint)));
                Vec::new()
            }
        };
    }
    points(site, figure.at, field)
}

fn points(site: &Site, record: RecordIx, field: FieldIx) -> Vec<Point> {
    let linked = site.get(record);
    let point = |(start, date, fact): (Day, Option<Date>, &Fact)| {
        let number = match &fact.given {
            Given::Value(Value::Number(number)) => Some(number.clone()),
            _ => None,
        };
        let missing = if let Given::Missing(missing) = fact.given { Some(missing) } else { None };
        let cited = fact.rests_on(&site.model(record).fields[field], &linked.record.sources);
        let dating = match date {
            None => Dating::Undated,
            Some(_) if fact.by.is_some() => Dating::By,
            Some(_) => Dating::Since,
        };
        Some(Point {
            date: date.or_else(|| start.date())?,
            dating,
            basis: Basis::Reported,
            amount: Amount { number, missing, bound: fact.bound, status: fact.status, ..Amount::default() },
            sources: cited.iter().filter_map(|&at| linked.targets[at as usize]).collect(),
            listed: None,
            note: fact.note.clone(),
            running: false,
        })
    };
    site.starts(record, field).take_while(|(start, ..)| *start <= site.as_of).filter_map(point).collect()
}

/// What the records give: for each period, else for each day on which it changes. What nobody dates has no place there.
fn computed(figure: &Figure) -> Vec<Point> {
    let Some(formula) = &figure.formula else { return Vec::new() };
    if let Some(over) = formula.over {
        return periods(figure, over);
    }
    let changes: Vec<&Step> =
        figure.steps.iter().filter(|step| step.day > Day::ALWAYS && !step.day.is_late()).collect();
    if changes.len() > LONG_SERIES {
        return periods(figure, Over::Year);
    }
    let since = |step: &&Step| {
        let point = figure.computed_on(step.day)?;
        let date = step.written.map_or(point.date, |written| written.date);
        let dating = if step.written.is_none_or(|written| written.since) { Dating::Since } else { Dating::By };
        Some(Point { date, dating, ..point })
    };
    let points: Vec<Point> = changes.iter().filter_map(since).collect();
    if points.is_empty() { figure.computed_on(figure.as_of).into_iter().collect() } else { points }
}

/// The state at the end of each period, from the first change to the report's day.
fn periods(figure: &Figure, over: Over) -> Vec<Point> {
    let first = figure.steps.iter().map(|step| step.day).find(|day| *day > Day::ALWAYS);
    let (Some(first), Some(today)) = (first.unwrap_or(figure.as_of).date(), figure.as_of.date()) else {
        return Vec::new();
    };
    let months = match over {
        Over::Year => 12,
        Over::Quarter => 3,
        Over::Month => 1,
    };
    let month_of = |date: Date| i32::from(date.year()) * 12 + i32::from(date.start().month()) - 1;
    let (start, end) = (month_of(first) / months, month_of(today) / months);
    let point = |period: i32| {
        let last = period * months + months - 1;
        let month = civil::Date::new((last / 12) as i16, (last % 12 + 1) as i8, 1).ok()?;
        let date = if over == Over::Year { Date::year_of(month) } else { Date::month_of(month) };
        let ends = date.last();
        let point = figure.computed_on(ends.min(figure.as_of.early()))?;
        Some(Point { date, dating: Dating::Period(over), running: ends > figure.as_of, ..point })
    };
    (start..=end).filter_map(point).collect()
}

/// Sets beside each report what our list gives for its day: a date counts from its first day.
fn add_listed(figure: &mut Figure) {
    if figure.formula.is_none() || figure.complete {
        return;
    }
    for point in &mut figure.reported {
        point.listed = at(&figure.steps, point.date.first()).cloned();
    }
    if let Some(point) = &mut figure.undated {
        point.listed = at(&figure.steps, figure.as_of).cloned();
    }
}

/// What the figure's page shows: its reports; if they are only checks of what is computed, both, a report first where
/// both are of one day.
fn series(figure: &Figure) -> Vec<Point> {
    if figure.is_reported() {
        return figure.reported.clone();
    }
    let mut series = figure.reported.clone();
    for point in &figure.computed {
        if !series.iter().any(|known| known.date == point.date) {
            series.push(point.clone());
        }
    }
    series.sort_by_key(Point::order);
    series
}

/// The parts, in order: as options are declared, as records stand in their collection, the unknown last.
fn groups(site: &Site, formula: &Formula, decimals: Option<u32>, swept: &Swept) -> Vec<Group> {
    let Some(by) = &formula.by else { return Vec::new() };
    let path = match by {
        By::Path(path) | By::Best { path, .. } => path,
    };
    let mut keys: Vec<Key> = declared(site, formula, path).filter(|keys| keys.len() <= MANY_GROUPS).unwrap_or_default();
    let known: std::collections::BTreeSet<Key> = keys.iter().cloned().collect();
    let mut others: Vec<Key> = swept
        .groups
        .keys()
        .filter(|key| !known.contains(key) && !matches!(key, Key::Nobody | Key::Missing))
        .cloned()
        .collect();
    if matches!(path.end, End::Record | End::Reference(_)) {
        // As they stand in their collection, which may be longer than what is shown.
        let order: std::collections::HashMap<RecordIx, usize> =
            order_of(site, formula, path).into_iter().enumerate().map(|(at, record)| (record, at)).collect();
        others.sort_by_key(|key| if let Key::Record(record) = key { order.get(record).copied() } else { None });
    }
    keys.extend(others);
    let is_coverage = matches!(by, By::Best { .. });
    let rest = [(Key::Nobody, is_coverage), (Key::Missing, swept.group_members.contains_key(&Key::Missing))];
    keys.extend(rest.into_iter().filter(|(_, shown)| *shown).map(|(key, _)| key));
    let nothing = sweep::nothing(sweep::group_aggregate(formula.aggregate), decimals);
    keys.into_iter().map(|key| group(site, path, key, swept, &nothing)).collect()
}

fn order_of(site: &Site, formula: &Formula, path: &Path) -> Vec<RecordIx> {
    match path.end {
        End::Record => site.ordered(formula.collection, 0).collect(),
        End::Reference(Some(to)) => site.ordered(to, 0).collect(),
        _ => Vec::new(),
    }
}

/// All groups there can be; `None`: nobody knows.
fn declared(site: &Site, formula: &Formula, path: &Path) -> Option<Vec<Key>> {
    match &path.end {
        End::Choice(options) => Some(options.positions().map(Key::Option).collect()),
        End::Reference(Some(to)) => Some(site.ordered(*to, 0).map(Key::Record).collect()),
        End::Record => Some(site.ordered(formula.collection, 0).map(Key::Record).collect()),
        End::Boolean => Some(vec![Key::Boolean(true), Key::Boolean(false)]),
        _ => None,
    }
}

fn group(site: &Site, path: &Path, key: Key, swept: &Swept, nothing: &Step) -> Group {
    let (id, label): (Box<str>, GroupLabel) = match &key {
        // Records of several collections may have the same id.
        Key::Record(record) if matches!(path.end, End::Reference(None)) => {
            (site.key(*record).into(), GroupLabel::Record(*record))
        }
        Key::Record(record) => ((&*site.get(*record).record.id).into(), GroupLabel::Record(*record)),
        Key::Option(at) => match &path.end {
            End::Choice(options) => {
                let option = &options[*at];
                ((&*option.id).into(), GroupLabel::Words(option.label.clone()))
            }
            _ => ("".into(), GroupLabel::Missing),
        },
        Key::Boolean(yes) => (if *yes { "yes" } else { "no" }.into(), GroupLabel::Boolean(*yes)),
        Key::Text(text) => ((&**text).into(), GroupLabel::Text(text.clone())),
        Key::Nobody => ("none".into(), GroupLabel::Nobody),
        Key::Missing => ("missing".into(), GroupLabel::Missing),
    };
    let steps: Steps = swept.groups.get(&key).cloned().unwrap_or_else(|| vec![nothing.clone()]);
    let members = swept.group_members.get(&key).cloned().unwrap_or_default();
    let amount = steps.last().map(|step| step.amount.clone()).unwrap_or_default();
    let written = steps.last().and_then(|step| step.written);
    Group { id, label, amount, members, steps, written }
}

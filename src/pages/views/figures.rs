//! Figures as template values: formatted once, from the decimal as it is written, by the language's rules.

use tera::Value;

use crate::figures::{Amount, Basis, Dating, Figure, Group, GroupLabel, Point, largest};
use crate::locale::program::Message;
use crate::model::date::Day;
use crate::model::number::Number;
use crate::model::value::word_of;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{Entries, key, map, optional};
use crate::pages::views::facts::coded;
use crate::pages::views::{corrections, dates};
use crate::report::recorder::{self, Note};
use crate::words::dates::precision;
use crate::words::figures::{
    amount_text, date_phrase, date_text, digits_of, group_date, group_label, html, number_text, unit_words,
};
use crate::words::{anchors, formula};

/// The view of a figure, of the report's day or of another. What other pages than its own see is made once for all of them:
/// there it has no numbered sources.
pub fn view(local: LocalRenderer, figure: &Figure, on: Option<Day>) -> Value {
    recorder::note(Note::Record(figure.record));
    recorder::note(Note::Figure(figure.record));
    if on.is_some() {
        return fresh(local, figure, on);
    }
    if recorder::is_of(figure.record) {
        return recorder::own_figure(|| fresh(local, figure, None));
    }
    local.renderer.views.figures.get(local.language, figure.record, || fresh(local, figure, None))
}

fn fresh(local: LocalRenderer, figure: &Figure, on: Option<Day>) -> Value {
    let record = figure.record;
    let mut map = Entries::of(&local.card(record), 40);
    let view = local.view(record);
    let of_view =
        |name: &'static str| view.as_map().and_then(|view| view.get(&key(name)).cloned()).unwrap_or_else(Value::none);
    for name in ["definition", "note"] {
        map.insert(name, of_view(name));
    }
    map.insert("permanent", of_view("permanent"));
    let aggregate = figure.formula.as_ref().map(|formula| word_of(formula.aggregate));
    map.insert("aggregate", optional(aggregate));
    map.insert("complete", Value::from(figure.complete));
    let unit = figure.unit.as_ref().map(|unit| unit_words(local.localizer(), unit));
    map.insert("unit", optional(unit.as_deref()));
    let now = on.map_or_else(|| figure.current(), |day| figure.on(day));
    let shown = now.map_or_else(|| nothing(local), |now| point(local, figure, &now));
    // What is noted at the value is nearer to it than what is noted at the figure.
    map.extend(shown.into_iter().filter(|(name, value)| name.as_str() != "note" || !value.is_none()));
    map.insert("series", Value::from(rows(local, figure, &figure.series)));
    map.insert("computed_series", Value::from(rows(local, figure, &figure.computed)));
    let longest = largest(figure.groups.iter().map(|group| &group.amount));
    let groups = anchors::of_groups(&figure.groups).into_iter().zip(&figure.groups);
    let groups = groups.map(|(anchor, one)| {
        let mut map = group(local, figure, one, longest);
        map.insert("anchor", Value::from(anchor));
        Value::from(map)
    });
    map.insert("groups", Value::from(groups.collect::<Vec<_>>()));
    let by = figure.formula.as_ref().and_then(|formula| formula::by(local.localizer(), formula));
    map.insert("by", optional(by.as_deref()));
    let cards: Vec<Value> = figure.members.iter().map(|member| local.card(*member)).collect();
    map.insert("records", Value::from(cards));
    let words = figure.formula.as_ref().map(|formula| formula::words(local.localizer(), formula));
    map.insert("formula", optional(words.as_deref()));
    map.insert("measure", optional(measured(local, figure)));
    map.insert("files", local.downloads().of_figure(figure));
    map.insert("sheet", local.downloads().sheet_of_figure(figure));
    map.insert("chart", local.downloads().chart_of_figure(figure));
    let plan = &local.report().plan;
    for file in plan.data.of_figure(record) {
        map.insert(file.format.ending(), Value::from(plan.addresses.link(&format!("/{}", file.path))));
    }
    Value::from(map)
}

/// The field whose numbers make the figure; `None` where nothing is measured, or where the number lies deeper in a record.
fn measured<'r>(local: LocalRenderer<'r>, figure: &Figure) -> Option<&'r str> {
    let formula = figure.formula.as_ref()?;
    let [field] = formula.measure.as_ref()?.hops.as_slice() else { return None };
    Some(&local.report().site.collections[formula.collection].fields[*field].name)
}

/// Values through time, each with the anchor of its row: `v-2023-12-31`.
fn rows(local: LocalRenderer, figure: &Figure, points: &[Point]) -> Vec<Value> {
    let longest = largest(points.iter().map(|point| &point.amount));
    let row = |(anchor, one): (String, &Point)| {
        let mut row = point(local, figure, one);
        row.insert("id", Value::from(anchor));
        row.insert("ratio", ratio(&one.amount, longest));
        Value::from(row)
    };
    anchors::of_points(points).into_iter().zip(points).map(row).collect()
}

/// A figure that nobody reported yet.
fn nothing(local: LocalRenderer) -> Entries {
    let missing = Amount { missing: Some(crate::model::value::Missing::NotYet), ..Amount::default() };
    let mut map = amount(local, None, &missing);
    for name in
        ["date", "date_precision", "date_phrase", "date_kind", "basis", "listed", "gap", "change", "corrected", "note"]
    {
        map.insert(name, Value::none());
    }
    map.insert("source", Value::from(Vec::<Value>::new()));
    map.insert("source_count", Value::from(0));
    map.insert("running", Value::from(false));
    map
}

/// A value with its date and source.
fn point(local: LocalRenderer, figure: &Figure, point: &Point) -> Entries {
    let mut map = amount(local, Some(figure), &point.amount);
    let is_undated = point.dating == Dating::Undated;
    let date = (!is_undated).then(|| point.date.to_string());
    map.insert("date", optional(date.as_deref()));
    map.insert("date_text", Value::from(date_text(local.localizer(), point)));
    map.insert("date_precision", optional((!is_undated).then(|| precision(point.date))));
    map.insert("date_phrase", Value::from(date_phrase(local.localizer(), point)));
    let kind = match point.dating {
        Dating::Since => "since",
        Dating::By => "by",
        Dating::Undated => "undated",
        Dating::AsOf | Dating::Always => "as-of",
        Dating::Period(_) => "period",
    };
    map.insert("date_kind", Value::from(kind));
    let basis = if point.basis == Basis::Computed { "computed" } else { "reported" };
    map.insert("basis", Value::from(basis));
    let citations = point.sources.iter().map(|source| local.cited(*source, figure.record));
    map.insert("source", Value::from(citations.collect::<Vec<_>>()));
    map.insert("source_count", Value::from(point.sources.len() as u64));
    if let Some(note) = &point.note {
        map.insert("note", optional(note.best(local.language).map(|(_, note)| &**note)));
    } else {
        map.insert("note", Value::none());
    }
    let listed = point.listed.as_ref().map(|listed| {
        let mut map = amount(local, Some(figure), listed);
        map.insert("ratio", ratio(listed, largest(std::iter::once(&point.amount))));
        Value::from(map)
    });
    map.insert("listed", listed.unwrap_or_else(Value::none));
    let gap = point.listed.as_ref().and_then(|listed| difference(&point.amount, listed));
    map.insert(
        "gap",
        gap.map_or_else(Value::none, |gap| {
            self::map([("value", plain(&gap)), ("text", Value::from(number_text(local.localizer(), figure, &gap)))])
        }),
    );
    map.insert("change", change(local, figure, point));
    map.insert("corrected", corrections::of_point(local, figure, point));
    map.insert("running", Value::from(point.running));
    map
}

fn change(local: LocalRenderer, figure: &Figure, point: &Point) -> Value {
    let Some(before) = figure.before(point) else { return Value::none() };
    let Some(difference) = difference(&point.amount, &before.amount) else { return Value::none() };
    let digits = number_text(local.localizer(), figure, &difference.magnitude());
    let sign = local.localizer().locale().sign(difference.cmp(&Number::default()));
    map([
        ("value", plain(&difference)),
        ("text", Value::from(format!("{sign}{digits}"))),
        ("since", dates::view(local, Message::SinceDate, before.date)),
    ])
}

/// One value less another; `None` when one of them is missing or only bounded.
fn difference(a: &Amount, b: &Amount) -> Option<Number> {
    if a.bound.is_some() || b.bound.is_some() {
        return None;
    }
    Some(Number::from(a.number.as_ref()?.value() - b.number.as_ref()?.value()))
}

/// A value and how good it is.
fn amount(local: LocalRenderer, figure: Option<&Figure>, amount: &Amount) -> Entries {
    let mut map = Entries::with_capacity(24);
    let digits = amount.number.as_ref().map(|number| {
        let bound = amount.bound;
        figure.map_or_else(|| number.to_string(), |figure| digits_of(local.localizer(), figure, number, bound))
    });
    map.insert("value", amount.number.as_ref().map_or_else(Value::none, plain));
    map.insert("number", optional(digits.as_deref()));
    let exact = amount.number.as_ref().map(|number| local.report().locales.get(local.language).number(number));
    map.insert("exact", optional(exact.filter(|exact| Some(exact) != digits.as_ref()).as_deref()));
    let text = figure.map_or_else(String::new, |figure| amount_text(local.localizer(), figure, amount));
    let parts = digits.as_deref().and_then(|number| set_large(number, &text));
    map.insert("digits", optional(parts.map(|(digits, _)| digits)));
    map.insert("words", optional(parts.map(|(_, words)| words)));
    map.insert("text", Value::from(text));
    map.insert(
        "html",
        Value::safe_string(&figure.map_or_else(String::new, |figure| html(local.localizer(), figure, amount))),
    );
    map.insert("status", amount.status.map_or_else(Value::none, |status| coded(local, status)));
    map.insert("missing", amount.missing.map_or_else(Value::none, |missing| coded(local, missing)));
    map.insert("bound", optional(amount.bound.map(word_of)));
    let part = |number: &Option<Number>| number.as_ref().map_or_else(Value::none, plain);
    map.insert("part", part(&amount.part));
    map.insert("whole", part(&amount.whole));
    let counted = |count: usize| if amount.of > 0 { Value::from(count as u64) } else { Value::none() };
    map.insert("undated", if amount.undated > 0 { Value::from(amount.undated as u64) } else { Value::none() });
    map.insert("known", counted(amount.known));
    map.insert("of", counted(amount.of));
    map
}

/// A value as it is set large: its digits, and the words after them (“million yuan”). `None` where words stand before.
fn set_large<'t>(number: &'t str, text: &'t str) -> Option<(&'t str, &'t str)> {
    let digits = number.split([' ', '\u{a0}']).next()?;
    text.strip_prefix(digits).map(|words| (digits, words.trim()))
}

/// A part of the largest as templates see it; none where there is no number.
fn ratio(amount: &Amount, longest: f64) -> Value {
    amount.ratio(longest).map_or_else(Value::none, Value::from)
}

fn plain(number: &Number) -> Value {
    number.to_i64().map_or_else(|| Value::from(number.to_f64()), Value::from)
}

fn group(local: LocalRenderer, figure: &Figure, group: &Group, longest: f64) -> Entries {
    let mut map = amount(local, Some(figure), &group.amount);
    map.insert("ratio", ratio(&group.amount, longest));
    map.insert("id", Value::normal_string(&group.id));
    map.insert("label", Value::from(group_label(local.localizer(), figure, group)));
    let (record_key, url) = match group.label {
        GroupLabel::Record(record) => {
            let address = local.localizer().url(record).cloned();
            (Some(local.report().site.key(record)), address)
        }
        _ => (None, None),
    };
    map.insert("key", optional(record_key.as_deref()));
    map.insert("url", optional(url.as_deref()));
    let cards: Vec<Value> = group.members.iter().map(|member| local.card(*member)).collect();
    map.insert("records", Value::from(cards));
    map.insert("date_text", optional(group_date(local.localizer(), figure, group).as_deref()));
    map
}

//! Figures as template values: formatted once, from the decimal as it is written, by the language's rules.

use std::cmp::Ordering;
use tera::{Map, Value};

use crate::figures::{Amount, Basis, Dating, Figure, Group, GroupLabel, Point};
use crate::link::RecordIx;
use crate::locale::DateForm;
use crate::locale::usage::GROUP_KEY;
use crate::model::date::Day;
use crate::model::number::Number;
use crate::model::value::{Bound, word_of};
use crate::render::World;
use crate::render::formula;
use crate::render::quantity::Quantity;
use crate::render::recorder::{self, Read};
use crate::render::views::{key, map, optional};
use crate::render::xml::escape;

/// The view of a figure, of the report's day or of another. What other pages than its own see is made once: there it has
/// no numbered sources.
pub fn view(world: &World, figure: &Figure, on: Option<Day>, language: usize) -> Value {
    recorder::note(Read::Record(figure.record));
    for source in world.reporting(figure.record) {
        recorder::note(Read::Record(source));
    }
    if on.is_some() || recorder::is_of(figure.record) {
        return fresh(world, figure, on, language);
    }
    world.views.figures.cell(language, figure.record).get_or_init(|| fresh(world, figure, None, language)).clone()
}

fn fresh(world: &World, figure: &Figure, on: Option<Day>, language: usize) -> Value {
    let record = figure.record;
    let mut map = world.card(record, language).into_map().unwrap_or_default();
    let view = world.view(record, language).into_map().unwrap_or_default();
    for name in ["definition", "note"] {
        map.insert(key(name), view.get(&key(name)).cloned().unwrap_or_else(Value::none));
    }
    map.insert(key("permanent"), view.get(&key("permanent")).cloned().unwrap_or_else(Value::none));
    let aggregate = figure.formula.as_ref().map(|formula| word_of(formula.aggregate));
    map.insert(key("aggregate"), optional(aggregate));
    map.insert(key("complete"), Value::from(figure.complete));
    let unit = figure.unit.as_ref().map(|unit| unit_words(world, unit, language));
    map.insert(key("unit"), optional(unit.as_deref()));
    let now = on.map_or_else(|| figure.current(), |day| figure.on(day));
    let shown = now.map_or_else(|| nothing(world, language), |now| point(world, figure, &now, language));
    // What is noted at the value is nearer to it than what is noted at the figure.
    map.extend(shown.into_iter().filter(|(name, value)| name != &key("note") || !value.is_none()));
    map.insert(key("series"), Value::from(rows(world, figure, &figure.series, language)));
    map.insert(key("computed_series"), Value::from(rows(world, figure, &figure.computed, language)));
    let groups = figure.groups.iter().map(|one| group(world, figure, one, language));
    map.insert(key("groups"), Value::from(groups.collect::<Vec<_>>()));
    let by = figure.formula.as_ref().and_then(|formula| formula::by(world, formula, language));
    map.insert(key("by"), optional(by.as_deref()));
    let cards: Vec<Value> = figure.members.iter().map(|member| world.card(*member, language)).collect();
    map.insert(key("records"), Value::from(cards));
    let words = figure.formula.as_ref().map(|formula| formula::words(world, formula, language));
    map.insert(key("formula"), optional(words.as_deref()));
    let download = |ending: &str| {
        Value::from(world.plan.addresses.link(&format!("/data/figures/{}.{ending}", world.site.get(record).record.id)))
    };
    map.insert(key("csv"), download("csv"));
    map.insert(key("json"), download("json"));
    Value::from(map)
}

/// Values through time, each with the anchor of its row: `v-2023-12-31`.
fn rows(world: &World, figure: &Figure, points: &[Point], language: usize) -> Vec<Value> {
    let mut rows = Vec::with_capacity(points.len());
    let mut before = String::new();
    for one in points {
        let date = format!("v-{}", one.date.to_string().replace([' ', ':'], "-"));
        // Two values of one date stand in neighbouring rows.
        let anchor = if date == before { format!("{date}-{}", rows.len()) } else { date.clone() };
        before = date;
        let mut row = point(world, figure, one, language);
        row.insert(key("id"), Value::from(anchor));
        rows.push(Value::from(row));
    }
    rows
}

/// A figure that nobody reported yet.
fn nothing(world: &World, language: usize) -> Map {
    let missing = Amount { missing: Some(crate::model::value::Missing::NotYet), ..Amount::default() };
    let mut map = amount(world, None, &missing, language);
    for name in ["date", "date_kind", "basis", "listed", "gap", "change", "note"] {
        map.entry(key(name)).or_insert_with(Value::none);
    }
    map.insert(key("source"), Value::from(Vec::<Value>::new()));
    map.insert(key("running"), Value::from(false));
    map
}

/// A value with its date and source.
fn point(world: &World, figure: &Figure, point: &Point, language: usize) -> Map {
    let mut map = amount(world, Some(figure), &point.amount, language);
    let is_undated = point.dating == Dating::Undated;
    let date = (!is_undated).then(|| point.date.to_string());
    map.insert(key("date"), optional(date.as_deref()));
    map.insert(key("date_text"), Value::from(date_text(world, point, language)));
    let kind = match point.dating {
        Dating::Since => "since",
        Dating::By => "by",
        Dating::Undated => "undated",
        Dating::AsOf | Dating::Always => "as-of",
        Dating::Period(_) => "period",
    };
    map.insert(key("date_kind"), Value::from(kind));
    let basis = if point.basis == Basis::Computed { "computed" } else { "reported" };
    map.insert(key("basis"), Value::from(basis));
    let citations = point
        .sources
        .iter()
        .map(|source| world.citation(*source, recorder::number_of(*source, figure.record), language));
    map.insert(key("source"), Value::from(citations.collect::<Vec<_>>()));
    if let Some(note) = &point.note {
        map.insert(key("note"), optional(note.best(language).map(|(_, note)| &**note)));
    } else {
        map.entry(key("note")).or_insert_with(Value::none);
    }
    let listed = point.listed.as_ref().map(|listed| Value::from(amount(world, Some(figure), listed, language)));
    map.insert(key("listed"), listed.unwrap_or_else(Value::none));
    let gap = point.listed.as_ref().and_then(|listed| difference(&point.amount, listed));
    map.insert(
        key("gap"),
        gap.map_or_else(Value::none, |gap| {
            self::map([("value", plain(&gap)), ("text", Value::from(number_text(world, figure, &gap, language)))])
        }),
    );
    map.insert(key("change"), change(world, figure, point, language));
    map.insert(key("running"), Value::from(point.running));
    map
}

/// The date of a value in words: a day, a month, a year, a quarter.
pub fn date_text(world: &World, point: &Point, language: usize) -> String {
    let locale = world.locales.get(language);
    if point.dating == Dating::Undated {
        return world.words("date-missing", language);
    }
    if let (Dating::Period(crate::figures::formula::Over::Quarter), Some(month)) = (point.dating, point.date.month()) {
        let variables =
            [("quarter", i64::from((month - 1) / 3 + 1).into()), ("year", point.date.year().to_string().into())];
        if let Some(text) = locale.messages.format("date-quarter", &variables) {
            return text;
        }
    }
    locale.date(point.date, DateForm::Long)
}

fn change(world: &World, figure: &Figure, point: &Point, language: usize) -> Value {
    let Some(before) = figure.before(point) else { return Value::none() };
    let Some(difference) = difference(&point.amount, &before.amount) else { return Value::none() };
    let digits = number_text(world, figure, &difference.magnitude(), language);
    let sign = match difference.cmp(&Number::default()) {
        Ordering::Equal => "±",
        Ordering::Less => "−",
        Ordering::Greater => "+",
    };
    map([
        ("value", plain(&difference)),
        ("text", Value::from(format!("{sign}{digits}"))),
        ("since", Value::from(before.date.to_string())),
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
fn amount(world: &World, figure: Option<&Figure>, amount: &Amount, language: usize) -> Map {
    let mut map = Map::with_capacity(24);
    let digits = amount.number.as_ref().map(|number| {
        let bound = amount.bound;
        figure.map_or_else(|| number.to_string(), |figure| digits_of(world, figure, number, bound, language))
    });
    map.insert(key("value"), amount.number.as_ref().map_or_else(Value::none, plain));
    map.insert(key("number"), optional(digits.as_deref()));
    let exact = amount.number.as_ref().map(|number| world.locales.get(language).number(number));
    map.insert(key("exact"), optional(exact.filter(|exact| Some(exact) != digits.as_ref()).as_deref()));
    map.insert(
        key("text"),
        Value::from(figure.map_or_else(String::new, |figure| amount_text(world, figure, amount, language))),
    );
    map.insert(
        key("html"),
        Value::safe_string(&figure.map_or_else(String::new, |figure| html(world, figure, amount, language))),
    );
    let coded = |kind: &str, code: &'static str| {
        self::map([
            ("code", Value::from(code)),
            ("text", Value::from(world.words(&format!("{kind}-{code}"), language))),
        ])
    };
    map.insert(key("status"), amount.status.map_or_else(Value::none, |status| coded("status", word_of(status))));
    map.insert(key("missing"), amount.missing.map_or_else(Value::none, |missing| coded("missing", word_of(missing))));
    map.insert(key("bound"), optional(amount.bound.map(word_of)));
    let part = |number: &Option<Number>| number.as_ref().map_or_else(Value::none, plain);
    map.insert(key("part"), part(&amount.part));
    map.insert(key("whole"), part(&amount.whole));
    let counted = |count: usize| if amount.of > 0 { Value::from(count as u64) } else { Value::none() };
    map.insert(key("undated"), if amount.undated > 0 { Value::from(amount.undated as u64) } else { Value::none() });
    map.insert(key("known"), counted(amount.known));
    map.insert(key("of"), counted(amount.of));
    map
}

fn plain(number: &Number) -> Value {
    number.to_i64().map_or_else(|| Value::from(number.to_f64()), Value::from)
}

/// The digits of a number as the figure shows them, without unit.
pub fn number_text(world: &World, figure: &Figure, number: &Number, language: usize) -> String {
    digits_of(world, figure, number, None, language)
}

fn digits_of(world: &World, figure: &Figure, number: &Number, bound: Option<Bound>, language: usize) -> String {
    let locale = world.locales.get(language);
    if figure.compact { locale.compact(number, bound) } else { locale.number(number) }
}

/// A value in words: digits, unit and bound, or why there is none.
pub fn amount_text(world: &World, figure: &Figure, amount: &Amount, language: usize) -> String {
    with_words(world, figure, amount, language, |digits| digits)
}

/// The same as HTML, with the exact value for machines around the digits.
pub fn html(world: &World, figure: &Figure, amount: &Amount, language: usize) -> String {
    let Some(number) = &amount.number else { return escape(&amount_text(world, figure, amount, language)) };
    // A private character stands for the element while the words are put around it: messages must not be escaped twice.
    const HERE: &str = "\u{e000}";
    let digits = digits_of(world, figure, number, amount.bound, language);
    let around = with_words(world, figure, amount, language, |_| HERE.to_owned());
    let element = data_element(world, number, &digits, &digits, language);
    escape(&around).replace(HERE, &element)
}

/// A number as HTML: `shown` are its words, `value` is exact for machines, and for readers where its digits are in short.
pub fn data_element(world: &World, number: &Number, digits: &str, shown: &str, language: usize) -> String {
    let exact = world.locales.get(language).number(number);
    let title = if exact == digits { String::new() } else { format!(" title=\"{}\"", escape(&exact)) };
    format!("<data value=\"{}\"{title}>{}</data>", number, escape(shown))
}

fn with_words(
    world: &World,
    figure: &Figure,
    amount: &Amount,
    language: usize,
    mark: impl Fn(String) -> String,
) -> String {
    let Some(number) = &amount.number else {
        return amount
            .missing
            .map_or_else(String::new, |missing| world.words(&format!("missing-{}", word_of(missing)), language));
    };
    let digits = digits_of(world, figure, number, amount.bound, language);
    let unit = if is_percent(figure) { Some("percent") } else { figure.unit.as_deref() };
    let quantity = Quantity { number, digits: &digits, unit, bound: amount.bound };
    quantity.around(world, &mark(digits.clone()), language)
}

/// Whether the figure is in percent without saying so.
pub fn is_percent(figure: &Figure) -> bool {
    use crate::figures::formula::Aggregate;
    figure.formula.as_ref().is_some_and(|formula| formula.aggregate == Aggregate::Share) && figure.unit.is_none()
}

/// The words of a unit, without a number.
fn unit_words(world: &World, unit: &str, language: usize) -> String {
    let variables = [("value", "".into()), ("count", 2.into()), ("scale", "digits".into())];
    let text = world.locales.get(language).messages.format(&format!("unit-{unit}"), &variables);
    text.map_or_else(
        || unit.to_owned(),
        |text| text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}').to_owned(),
    )
}

fn group(world: &World, figure: &Figure, group: &Group, language: usize) -> Value {
    let mut map = amount(world, Some(figure), &group.amount, language);
    map.insert(key("id"), Value::normal_string(&group.id));
    map.insert(key("label"), Value::from(group_label(world, figure, group, language)));
    let (record_key, url) = match group.label {
        GroupLabel::Record(record) => {
            let address = world.plan.addresses.best(record, language).map(|(_, address)| address.url.clone());
            (Some(world.site.key(record)), address)
        }
        _ => (None, None),
    };
    map.insert(key("key"), optional(record_key.as_deref()));
    map.insert(key("url"), optional(url.as_deref()));
    let cards: Vec<Value> = group.members.iter().map(|member| world.card(*member, language)).collect();
    map.insert(key("records"), Value::from(cards));
    map.insert(key("date_text"), optional(group_date(world, figure, group, language).as_deref()));
    Value::from(map)
}

/// Of when the value of a group is, where those of the groups are of different dates: nobody compares them without.
pub fn group_date(world: &World, figure: &Figure, group: &Group, language: usize) -> Option<String> {
    let written = group.written.filter(|_| figure.has_groups_of_many_dates())?;
    Some(world.locales.get(language).date(written.date, DateForm::Long))
}

/// What a group is called.
pub fn group_label(world: &World, figure: &Figure, group: &Group, language: usize) -> String {
    // Who is in no group, and why nobody knows the group, a site may say better than we can for all figures.
    let rest = |key: &str| {
        let own = format!("{GROUP_KEY}{}-{}", world.site.get(figure.record).record.id, group.id);
        let own = world.locales.get(language).messages.fixed(&own);
        own.map_or_else(|| world.words(key, language), |words| words.to_string())
    };
    match &group.label {
        GroupLabel::Record(record) => world.site.title(*record, language).1.to_owned(),
        GroupLabel::Words(words) => words.text(language).to_owned(),
        GroupLabel::Text(text) => text.to_string(),
        GroupLabel::Boolean(yes) => world.words(if *yes { "yes" } else { "no" }, language),
        GroupLabel::Nobody => rest("group-none"),
        GroupLabel::Missing => rest("missing-not-available"),
    }
}

impl World {
    /// The sources that report a figure's values, in the order of its series.
    pub fn reporting(&self, record: RecordIx) -> Vec<RecordIx> {
        let mut sources = Vec::new();
        for point in self.figures.of(record).iter().flat_map(|figure| &figure.series) {
            for source in &point.sources {
                if !sources.contains(source) {
                    sources.push(*source);
                }
            }
        }
        sources
    }
}

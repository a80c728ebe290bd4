//! The groups of a figure as a table with bars, worded for one language.

use bigdecimal::BigDecimal;

use crate::drawing::charts::bars::{self, Bar, BarKind, Bars, Heads};
use crate::figures::formula::Aggregate;
use crate::figures::{Amount, Basis, Figure, Group, GroupLabel};
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::number::Number;
use crate::model::value::Status;
use crate::pictures::drawn::{Kind, capitalized, is_count, reading, source_line, unit_heading};
use crate::pictures::ranking::{self, Ranked};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words;
use crate::words::figures::{self, group_date, group_label, group_text, is_percent, unit_words};
use crate::words::{anchors, formula, quantity};

/// The groups of a figure, as safe HTML.
pub fn chart(localizer: Localizer, figure: &Figure, caption: Option<&str>) -> String {
    drawn(localizer, figure, caption, bars::draw)
}

/// The groups of a figure, drawn.
pub fn drawn(localizer: Localizer, figure: &Figure, caption: Option<&str>, draw: impl Fn(&Bars) -> String) -> String {
    recorder::note(Note::Figure(figure.record));
    let whole = whole(figure);
    let shares = whole.as_ref().map(|whole| shares(localizer, figure, whole)).unwrap_or_default();
    // On the page of the figure each row can be linked.
    let anchors = if recorder::is_of(figure.record) { anchors::of_groups(&figure.groups) } else { Vec::new() };
    let bar = |(at, group): (usize, &Group)| Bar {
        id: anchors.get(at).map(|anchor| recorder::unique(anchor)),
        share: shares.get(at).cloned(),
        ..bar(localizer, figure, group)
    };
    draw(&Bars {
        title: localizer.title(figure.record),
        caption,
        finding: finding(localizer, figure).as_deref(),
        heads: heads(localizer, figure, whole.as_ref()),
        rows: figure.groups.iter().enumerate().map(bar).collect(),
        sum: whole.map(|whole| sum(localizer, figure, &whole)),
        source_html: &source_line(localizer, figure, Kind::Bars),
        none: &localizer.message(Message::ChartEmpty),
        reading: reading(localizer),
    })
}

/// What the groups show, in a sentence; `None`: nothing is sure, or the language has no words for it.
fn finding(localizer: Localizer, figure: &Figure) -> Option<String> {
    let (rest, groups): (Vec<&Group>, Vec<&Group>) = figure.groups.iter().partition(|group| is_rest(group));
    let named = |group: &&Group| (group_label(localizer, figure, group), group_text(localizer, figure, group));
    let named: Vec<(String, String)> = groups.iter().map(named).collect();
    let ranked = groups.iter().zip(&named);
    let ranked: Vec<Ranked> =
        ranked.map(|(group, (name, text))| Ranked { name, amount: Some(&group.amount), text }).collect();
    let mut sentences = ranking::words(localizer, &ranked)?;
    if figure.has_groups_of_many_dates() {
        sentences.push(localizer.format_own(Message::FindingDates, &[])?);
    }
    let rest = rest.into_iter().filter(|group| group.amount.number.is_some());
    sentences.extend(rest.map(|group| {
        let (name, text) = (group_label(localizer, figure, group), group_text(localizer, figure, group));
        format!("{}.", formula::pair(localizer, &capitalized(&name), &text))
    }));
    Some(words::sentences(&sentences)).filter(|text| !text.is_empty())
}

/// Whether it holds those who are in no group, or not known to be in one.
fn is_rest(group: &Group) -> bool {
    matches!(group.label, GroupLabel::Missing | GroupLabel::Nobody)
}

fn heads(localizer: Localizer, figure: &Figure, whole: Option<&Amount>) -> Heads {
    let by = figure.formula.as_ref().and_then(|formula| formula::by(localizer, formula));
    let unit = figure.unit.as_ref().map(|unit| unit_heading(&unit_words(localizer, unit)));
    let value = match unit {
        Some(unit) => unit,
        None if is_percent(figure) => capitalized(&localizer.message(Message::ChartShare)),
        None => match figure.formula.as_ref().and_then(|formula| formula.measure.as_ref()) {
            Some(measure) => capitalized(measure.label.text(localizer.language)),
            None => capitalized(&localizer.message(Message::ChartCount)),
        },
    };
    let share = whole.map(|_| localizer.message(Message::ChartShare));
    Heads { name: capitalized(&by.unwrap_or_default()), value, share }
}

/// A group with its value and what is to be known of it.
fn bar(localizer: Localizer, figure: &Figure, group: &Group) -> Bar {
    let url = match group.label {
        GroupLabel::Record(record) => localizer.url(record).map(ToString::to_string),
        _ => None,
    };
    Bar {
        id: None,
        label: group_label(localizer, figure, group),
        url,
        notes: notes(localizer, figure, group),
        value: group.amount.number.as_ref().map(Number::to_f64),
        value_html: value_html(localizer, figure, &group.amount),
        share: None,
        kind: if is_rest(group) { BarKind::Rest } else { BarKind::Group },
    }
}

/// The value without the unit in the head, or why it is missing.
fn value_html(localizer: Localizer, figure: &Figure, amount: &Amount) -> String {
    if amount.number.is_some() {
        return figures::without_unit(localizer, figure, amount);
    }
    format!("<span class=\"nil\">{}</span>", escape(&figures::amount_text(localizer, figure, amount)))
}

/// What a value lacks to be final, in words.
fn status(localizer: Localizer, amount: &Amount) -> Option<String> {
    amount.status.filter(|status| *status != Status::Final).map(|status| localizer.message(status))
}

/// How many of a group give a number, where not all do; of when its value is, where those of the groups are of different dates;
/// how firm it is.
fn notes(localizer: Localizer, figure: &Figure, group: &Group) -> Vec<String> {
    let Amount { known, of, .. } = group.amount;
    let is_partly = 0 < known && known < of;
    let known = is_partly.then(|| {
        let variables = [("known", known.into()), ("of", of.into())];
        localizer.format(Message::ChartKnown, &variables)
    });
    let date = group_date(localizer, figure, group).filter(|_| group.amount.number.is_some());
    known.flatten().into_iter().chain(date).chain(status(localizer, &group.amount)).collect()
}

/// What the groups add up to, exactly, where they are the parts of the figure; `None` where they are not: where one is missing,
/// only a bound or below zero, where a record is in several groups or in none, where nothing is added.
fn whole(figure: &Figure) -> Option<Amount> {
    let adds =
        figure.formula.as_ref().is_some_and(|formula| matches!(formula.aggregate, Aggregate::Count | Aggregate::Sum));
    let now = figure.current().filter(|_| adds && figure.groups.len() > 1)?;
    let whole = if now.basis == Basis::Computed { now.amount } else { now.listed? };
    let total = exact(&whole).filter(|total| **total > Number::default())?;
    let parts: Option<Vec<&Number>> = figure.groups.iter().map(|group| exact(&group.amount)).collect();
    let parts = parts.filter(|parts| parts.iter().all(|part| !part.is_negative()))?;
    let sum: BigDecimal = parts.into_iter().map(Number::value).sum();
    (Number::from(sum) == *total).then_some(whole)
}

fn exact(amount: &Amount) -> Option<&Number> {
    amount.number.as_ref().filter(|_| amount.bound.is_none())
}

/// The share of each group in the whole, in words.
fn shares(localizer: Localizer, figure: &Figure, whole: &Amount) -> Vec<String> {
    let parts: Option<Vec<&Number>> = figure.groups.iter().map(|group| exact(&group.amount)).collect();
    match (parts, exact(whole)) {
        (Some(parts), Some(whole)) => quantity::shares(localizer, &parts, whole),
        _ => Vec::new(),
    }
}

/// The last row: all groups together, which is not the figure itself where a source reports more.
fn sum(localizer: Localizer, figure: &Figure, whole: &Amount) -> Bar {
    let label = match (figure.is_reported(), is_count(figure)) {
        (false, _) => Message::ChartTotal,
        (true, true) => Message::ChartListed,
        (true, false) => Message::ChartSum,
    };
    Bar {
        label: capitalized(&localizer.message(label)),
        value_html: value_html(localizer, figure, whole),
        notes: status(localizer, whole).into_iter().collect(),
        share: Some(quantity::percent(localizer, &Number::whole(100), None)),
        ..Bar::default()
    }
}

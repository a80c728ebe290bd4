//! A number that the site states, and whether a typed number may mean it.

use crate::check::numbers::amount;
use crate::check::numbers::compare::Found;
use crate::check::numbers::nearby::{self, Nearby};
use crate::check::numbers::reading::{MONEY, PERCENT, Sense};
use crate::config::Localized;
use crate::figures::{Amount, Figure};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::model::date::Day;
use crate::model::field::FieldKind;
use crate::model::value::{Bound, Value};
use crate::position::LanguageIx;
use crate::report::Report;

/// From here on a number within [`NEAR`] may be a slip.
const LEAST_NEAR: f64 = 20.0;
/// How near is nearly equal, as a part of the value.
pub const NEAR: f64 = 0.05;
/// From here on a count that differs by one may be a slip, where the words around it are the name of a figure.
pub const LEAST_COUNT: f64 = 5.0;

/// A number that the site states.
pub struct Stated<'a> {
    /// Its value in plain digits.
    pub value: String,
    /// What states it, for sentences.
    pub name: String,
    /// What a quote names; `None`: it cannot be quoted.
    pub quote: Option<String>,
    /// What it measures.
    pub sense: Sense,
    bound: Option<Bound>,
    /// Words of which some stand around a number that means it.
    labels: Vec<&'a Localized>,
    /// How much of the labels must stand around the number.
    pub needed: Needed,
    /// Whether a figure states it, rather than a fact.
    pub is_figure: bool,
    /// Whether it is the value of the record's own day: others are history, which no text need follow.
    pub is_current: bool,
}

/// How many words of a label must stand around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// One of them.
    One,
    /// Half of them.
    Half,
    /// All of them, behind the number.
    Whole,
    /// All of them, behind the number, and at least two.
    All,
}

impl Needed {
    /// Whether enough words of a label stand around a number.
    pub fn is_met(self, label: &Localized, around: &Nearby, language: LanguageIx) -> bool {
        let label = nearby::significant_words(label.text(language));
        let met = label.iter().filter(|word| around.has(word)).count();
        let follow = || label.iter().filter(|word| around.is_followed_by(word)).count();
        match self {
            Needed::One => met >= 1,
            Needed::Half => met >= 1 && met * 2 >= label.len(),
            Needed::Whole => met >= 1 && follow() == label.len(),
            Needed::All => met >= 2 && follow() == label.len(),
        }
    }
}

/// What a number may mean.
pub struct Meant {
    /// The value, in plain digits.
    pub value: String,
    /// What states it.
    pub name: String,
    /// What a quote names; `None`: it cannot be quoted.
    pub quote: Option<String>,
}

impl Stated<'_> {
    /// What a finding says of it.
    pub fn meant(&self) -> Meant {
        Meant { value: self.value.clone(), name: self.name.clone(), quote: self.quote.clone() }
    }

    /// Whether a number is nearly this one, and of the same kind. A count may be wrong by one: then all words must agree.
    pub fn is_close(&self, value: f64, found: Found) -> bool {
        let Some(own) = amount::nearest(&self.value) else { return false };
        if self.value == found.typed.value || self.sense != found.typed.sense {
            return false;
        }
        let is_count = self.is_figure && own >= LEAST_COUNT && (own - value).abs() == 1.0;
        is_count || self.is_near(value)
    }

    /// Whether a number differs by no more than [`NEAR`].
    pub fn is_near(&self, value: f64) -> bool {
        let own = amount::nearest(&self.value).unwrap_or_default();
        own.min(value) >= LEAST_NEAR && ((own - value) / own).abs() <= NEAR
    }

    /// Whether the words around a number are those that name this one.
    pub fn is_meant(&self, around: &Nearby, language: LanguageIx) -> bool {
        self.meets(self.needed, around, language)
    }

    /// Whether as much as `needed` of one of its labels stands around a number.
    pub fn meets(&self, needed: Needed, around: &Nearby, language: LanguageIx) -> bool {
        self.labels.iter().any(|label| needed.is_met(label, around, language))
    }

    /// How many of a hundred words of its best label stand around a number.
    pub fn agreement(&self, around: &Nearby, language: LanguageIx) -> usize {
        self.labels.iter().map(|label| nearby::agreement(label.text(language), around)).max().unwrap_or_default()
    }
}

/// Whether a number is a rounded form of what is stated: `1.1 billion`, *about 470*.
pub fn is_rounded(stated: &Stated, found: Found, around: &Nearby) -> bool {
    let written = &found.block.block.text[found.typed.range.clone()];
    let Some((own, value)) = amount::nearest(&stated.value).zip(amount::nearest(&found.typed.value)) else {
        return false;
    };
    let typed: String = written.chars().filter(char::is_ascii_digit).collect();
    let has_scale = written.contains(char::is_alphabetic) && !typed.is_empty();
    let is_open = around.is_about && stated.bound.is_none();
    let digits = if has_scale {
        typed.trim_start_matches('0').len()
    } else if is_open {
        found.typed.value.trim_end_matches('0').len()
    } else {
        return false;
    };
    let unit = 10f64.powi(value.log10().floor() as i32 + 1 - digits as i32);
    ((own / unit).round() - value / unit).abs() < 1e-6 || (is_open && own >= value && own < value + unit)
}

/// The numbers of the facts of a record, each meant where as much as `needed` of its labels stands.
pub fn of_facts<'a>(report: &'a Report, linked: &'a LinkedRecord, needed: Needed) -> Vec<Stated<'a>> {
    let key = report.site.key(linked.at);
    let mut stated = Vec::new();
    for fact in report.site.effective_facts(linked.at) {
        fact.each(&mut |fact| stated.extend(of_fact(fact, &key, needed)));
    }
    stated
}

/// What a fact of a record states in a number; `None` when it is something else.
fn of_fact<'a>(it: &Effective<'a, '_>, key: &str, needed: Needed) -> Option<Stated<'a>> {
    let (Some(Value::Number(number)), FieldKind::Number(kind)) = (it.value(), &it.field.kind) else { return None };
    let mut labels = Vec::new();
    add_labels(it, &mut labels);
    let top = &it.whole().field.name;
    let is_whole_field = it.outer.is_none();
    Some(Stated {
        value: amount::normal(&number.to_string()),
        name: format!("`{top}` of {key}"),
        quote: (is_whole_field && it.is_current).then(|| format!("{key}#{top}")),
        sense: kind.unit.as_deref().map_or_else(|| sense_of_labels(&labels), sense_of_unit),
        bound: it.written.bound,
        labels,
        needed,
        is_figure: false,
        is_current: it.is_current,
    })
}

/// Words of a fact and of what contains it, the outermost first: labels of fields, and texts that stand in the same group.
pub fn add_labels<'a>(it: &Effective<'a, '_>, labels: &mut Vec<&'a Localized>) {
    if let Some(outer) = it.outer {
        add_labels(outer, labels);
    }
    labels.push(&it.field.label);
    labels.extend(it.fields().filter_map(|(_, part)| match part?.value() {
        Some(Value::Localized(text)) => Some(text),
        _ => None,
    }));
}

/// What a unit measures: `percent`, `yuan`.
pub fn sense_of_unit(unit: &str) -> Sense {
    match unit.to_lowercase().as_str() {
        "percent" | "share" | "%" => Sense::Percent,
        unit if MONEY.contains(&unit) => Sense::Money,
        _ => Sense::Other,
    }
}

/// What the words of a fact measure: the unit of a number in a group may stand in a text beside it.
pub fn sense_of_labels(labels: &[&Localized]) -> Sense {
    let is_share = |label: &&Localized| {
        label.text(LanguageIx::SOURCE).split(' ').any(|word| PERCENT.contains(&&*word.to_lowercase()))
    };
    if labels.iter().any(is_share) {
        return Sense::Percent;
    }
    let of_word = |label: &&Localized| sense_of_unit(label.text(LanguageIx::SOURCE).trim_start_matches("de "));
    labels.iter().map(of_word).find(|sense| *sense != Sense::Other).unwrap_or(Sense::Other)
}

/// The values of a figure: that of the record's own day, its history, its groups.
pub fn of_figure<'a>(report: &'a Report, figure: &'a Figure, linked: &LinkedRecord, needed: Needed) -> Vec<Stated<'a>> {
    let key = report.site.key(figure.record);
    let label = label_of(report, figure);
    let sense = figure.unit.as_deref().map_or(Sense::Other, sense_of_unit);
    let mut all = Vec::new();
    let mut add = |amount: &Amount, fragment: Option<String>, is_current: bool| {
        let Some(number) = &amount.number else { return };
        // A figure does not quote itself.
        let quote = fragment.filter(|_| figure.record != linked.at).map(|fragment| format!("{key}{fragment}"));
        let (value, name) = (amount::normal(&number.to_string()), key.clone());
        let (bound, labels) = (amount.bound, label.into_iter().collect());
        all.push(Stated { value, name, quote, sense, bound, labels, needed, is_figure: true, is_current });
    };
    let day = own_day(report, linked);
    if let Some(point) = day.map_or_else(|| figure.current(), |day| figure.on(day)) {
        add(&point.amount, Some(String::new()), true);
        let listed = match day {
            Some(day) => figure.computed_on(day).map(|point| point.amount),
            None => point.listed,
        };
        listed.iter().for_each(|listed| add(listed, None, true));
    }
    for point in &figure.series {
        add(&point.amount, Some(format!("#{}", point.date)), false);
        point.listed.iter().for_each(|listed| add(listed, None, false));
    }
    for group in &figure.groups {
        add(&group.amount, Some(format!("#{}", group.id)), false);
    }
    all
}

/// What a figure is called.
pub fn label_of<'a>(report: &'a Report, figure: &Figure) -> Option<&'a Localized> {
    match report.site.get(figure.record).value(report.site.model(figure.record).roles.title?)? {
        Value::Localized(text) => Some(text),
        _ => None,
    }
}

/// The day that a record belongs to; `None`: it has none.
pub fn own_day(report: &Report, linked: &LinkedRecord) -> Option<Day> {
    match linked.value(report.site.model(linked.at).roles.date?)? {
        Value::Date(date) => Some(date.last()),
        _ => None,
    }
}

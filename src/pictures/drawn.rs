//! What pictures of figures share: how a figure is drawn, and where its values are from.

use crate::config::Direction;
use crate::drawing::svg::Reading;
use crate::figures::Figure;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::markup::marks;
use crate::model::value::Status;
use crate::report::Time;
use crate::report::localizer::Localizer;
use crate::words::sources::{as_of, dated, labelled};
use crate::words::{formula, sentence_case};

/// How a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its groups, as a table with bars.
    Bars,
    /// Its periods, joined by lines.
    Lines,
    /// Its history: values that hold from a date until the next one.
    Steps,
}

/// In which direction drawings are read in a language.
pub fn reading(localizer: Localizer) -> Reading {
    match localizer.spoken().direction {
        Direction::LeftToRight => Reading::Rightward,
        Direction::RightToLeft => Reading::Leftward,
    }
}

/// The same of a figure that is drawn so: time can go rightward on every page.
pub fn reading_of(localizer: Localizer, kind: Kind) -> Reading {
    match (kind, localizer.report.time) {
        (Kind::Lines | Kind::Steps, Time::Rightward) => reading_in_place(localizer),
        _ => reading(localizer),
    }
}

/// The same where places keep their sides: a map has the east on its right.
pub fn reading_in_place(localizer: Localizer) -> Reading {
    match reading(localizer) {
        Reading::Leftward => Reading::LeftwardInPlace,
        other => other,
    }
}

/// Whether a figure counts things.
pub fn is_count(figure: &Figure) -> bool {
    figure.formula.as_ref().is_none_or(|formula| formula.measure.is_none())
}

/// Whether a value of that status may still change.
pub fn is_open(status: Status) -> bool {
    !matches!(status, Status::Final | Status::Revised)
}

/// The sources of a figure with their date: no picture is without this line.
pub fn source_line(localizer: Localizer, figure: &Figure, kind: Kind) -> String {
    let sources = if kind == Kind::Bars { Vec::new() } else { localizer.report.reporting(figure.record) };
    let is_computed = figure.formula.is_some();
    let mut parts = Vec::new();
    if !sources.is_empty() {
        parts.push(labelled(localizer, Message::ChartSources, &sources));
    }
    if is_computed {
        let words = localizer.message(Message::ChartComputed);
        parts.push(escape(&if parts.is_empty() { capitalized(&words) } else { words }));
    }
    let last = figure.series.last().filter(|_| !is_computed);
    parts.push(last.map_or_else(|| as_of(localizer), |last| dated(localizer, last.date)));
    sentence_case(&formula::dotted(localizer, parts))
}

/// A unit as a line begins: a word with a capital letter (“Hectares”), a symbol as it is (“km”, “µg/m³”), since another case is another
/// unit.
pub fn unit_heading(unit: &str) -> String {
    let (_, words) = marks::leading(unit);
    let first = words.split(char::is_whitespace).next().unwrap_or_default();
    let is_word = first.chars().count() > 3 && first.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    if is_word { capitalized(unit) } else { unit.to_owned() }
}

/// Words as a line begins.
pub fn capitalized(words: &str) -> String {
    let (begin, words) = marks::leading(words);
    let mut rest = words.chars();
    begin.chars().chain(rest.next().into_iter().flat_map(char::to_uppercase)).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_begins_with_a_capital_letter_and_a_symbol_stays_what_it_is() {
        let headings = ["hectares", "euros de l’année", "Menschen", "km", "kW", "µg/m³", "kWh/m²"].map(unit_heading);

        assert_eq!(headings, ["Hectares", "Euros de l’année", "Menschen", "km", "kW", "µg/m³", "kWh/m²"]);
    }
}

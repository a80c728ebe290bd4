//! What a line shows, in a sentence: how the values run, the last one, the extremes, what is missing; only what is sure.

use std::cmp::Ordering;

use crate::drawing::charts::chart::{self, Series};
use crate::figures::Amount;
use crate::locale::program::Message;
use crate::pictures::certain::{compared, extreme};
use crate::pictures::drawn::is_open;
use crate::report::localizer::Localizer;
use crate::words;
use crate::words::formula;

/// A line: its points as they are drawn, each with the amount that it is of, oldest first.
pub struct Course<'a> {
    /// The line.
    pub series: &'a Series,
    /// The amounts of its points.
    pub amounts: Vec<&'a Amount>,
}

/// What a line shows; `None`: the language has no words for it, or there is no value.
pub fn words(localizer: Localizer, course: &Course) -> Option<String> {
    let all: Vec<(&chart::Point, &Amount)> = course.series.points.iter().zip(course.amounts.iter().copied()).collect();
    let known: Vec<(&chart::Point, &Amount)> = all.iter().filter(|(_, is)| is.number.is_some()).copied().collect();
    // What is not over says nothing of how the values run.
    let (running, over): (Vec<_>, Vec<_>) = known.iter().copied().partition(|(point, _)| point.running);
    let mut sentences = Vec::new();
    match over.as_slice() {
        [] => {}
        [only] => sentences.push(said(localizer, Message::FindingOnly, &[("value", dated(localizer, only))])?),
        several => sentences.extend(run(localizer, several)?),
    }
    for point in &running {
        sentences.push(said(localizer, Message::FindingRunning, &[("value", dated(localizer, point))])?);
    }
    let without: Vec<String> =
        all.iter().filter(|(_, is)| is.number.is_none()).map(|(at, _)| at.date.clone()).collect();
    if !without.is_empty() && !sentences.is_empty() {
        sentences.push(counted(localizer, Message::FindingGaps, without.len(), &without)?);
    }
    Some(words::sentences(&sentences)).filter(|text| !text.is_empty())
}

/// How several values run, and their extremes where these are not their ends.
fn run(localizer: Localizer, values: &[(&chart::Point, &Amount)]) -> Option<Vec<String>> {
    let amounts: Vec<&Amount> = values.iter().map(|(_, amount)| *amount).collect();
    let (first, last) = (values.first()?, values.last()?);
    let shape = shape(&amounts);
    let ends = [
        ("shape", shape.to_owned()),
        ("first", dated(localizer, first)),
        ("last", dated(localizer, last)),
        ("value", last.0.text.clone()),
        ("begin", first.0.date.clone()),
        ("end", last.0.date.clone()),
    ];
    let mut sentences = vec![said(localizer, Message::FindingCourse, &ends)?];
    if matches!(shape, "mixed" | "open") {
        for (side, message) in [(Ordering::Greater, Message::FindingHighest), (Ordering::Less, Message::FindingLowest)]
        {
            let found = extreme(&amounts, side);
            let Some(point) = found.first().and_then(|at| values.get(*at)) else { continue };
            let count = [("count", found.len().into()), ("value", dated(localizer, point).into())];
            sentences.push(localizer.format_own(message, &count)?);
        }
    }
    Some(sentences)
}

/// How amounts run, as the message has it.
fn shape(amounts: &[&Amount]) -> &'static str {
    let steps: Option<Vec<Ordering>> = amounts.windows(2).map(|pair| compared(pair[0], pair[1])).collect();
    let Some(steps) = steps else { return "open" };
    let has = |step: Ordering| steps.contains(&step);
    match (has(Ordering::Less), has(Ordering::Equal), has(Ordering::Greater)) {
        (true, false, false) if steps.len() == 1 => "up",
        (true, false, false) => "up-throughout",
        (true, true, false) => "never-down",
        (false, false, true) if steps.len() == 1 => "down",
        (false, false, true) => "down-throughout",
        (false, true, true) => "never-up",
        (false, true, false) => "steady",
        _ => "mixed",
    }
}

/// A value with its date and what is to be known of it: “40 (December 2, 2024; provisional)”.
fn dated(localizer: Localizer, (point, amount): &(&chart::Point, &Amount)) -> String {
    let status = amount.status.filter(|status| is_open(*status)).map(|status| localizer.message(status));
    let notes = std::iter::once(point.date.clone()).chain(status);
    let notes = formula::joined(localizer, notes.filter(|note| !note.is_empty()));
    let variables = [("value", point.text.as_str().into()), ("date", notes.as_str().into())];
    localizer.format(Message::ChartOfDate, &variables).unwrap_or_else(|| format!("{} ({notes})", point.text))
}

fn said(localizer: Localizer, message: Message, variables: &[(&str, String)]) -> Option<String> {
    let variables: Vec<_> = variables.iter().map(|(name, words)| (*name, words.as_str().into())).collect();
    localizer.format_own(message, &variables)
}

/// Names that a sentence says one by one.
const NAMED: usize = 8;

/// How many there are, with their names.
pub fn counted(localizer: Localizer, message: Message, count: usize, names: &[String]) -> Option<String> {
    let names = listed(localizer, names);
    localizer.format_own(message, &[("count", count.into()), ("names", names.as_str().into())])
}

/// Names as the language joins them, the first of many.
pub fn listed(localizer: Localizer, names: &[String]) -> String {
    match names.len() > NAMED {
        true => format!("{} …", localizer.list(&names[..NAMED])),
        false => localizer.list(names),
    }
}

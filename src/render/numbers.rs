//! Numbers typed in texts: those that a figure has, and those that differ between languages. `check --numbers` asks.
//!
//! Numbers are read as the language writes them: `1,100` and `1.100` are the same in English and German. Spelled-out
//! numbers are not seen.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::Linked;
use crate::model::number::Number;
use crate::model::value::{Fact, Value};
use crate::parse::{Files, front_matter};
use crate::render::World;
use crate::render::prose;

/// Smaller numbers are too common to be told from others.
const LEAST: f64 = 10.0;
/// From here on a number may be a slip of a figure's.
const LEAST_NEAR: f64 = 100.0;
/// How near is nearly equal.
const NEAR: f64 = 0.02;

/// Up to here languages spell numbers out.
const SPELLED: f64 = 12.0;

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
struct Typed {
    /// Its value, without grouping and leading zeros.
    value: String,
    /// Where it stands in the text.
    range: Range<usize>,
}

/// Signs of a language between the digits of a number.
#[derive(Clone, Copy)]
struct Signs {
    decimal: char,
}

/// Looks through the prose and the translated fields of every record.
pub fn check(world: &World, files: &dyn Files) -> Vec<Diagnostic> {
    let figures = figures(world);
    let records: Vec<&Linked> = world.site.records.iter().flatten().collect();
    let of_record = |linked: &&Linked| {
        let mut findings = prose_of(world, linked, files, &figures);
        fields_of(world, linked, &mut findings);
        findings
    };
    records.par_iter().map(of_record).collect::<Vec<_>>().into_iter().flatten().collect()
}

/// Values of figures, for looking numbers up.
struct Values {
    /// Every value that a figure had, with the figure.
    exact: BTreeMap<String, String>,
    /// The same by size.
    sorted: Vec<(f64, String)>,
}

fn figures(world: &World) -> Values {
    let mut values = BTreeMap::new();
    for figure in world.figures.iter() {
        for point in figure.series.iter().cloned().chain(figure.current()) {
            let Some(number) = point.amount.number else { continue };
            let is_year = (1900.0..2100.0).contains(&number.to_f64());
            if number.to_f64() >= LEAST && !is_year {
                values.entry(normal(number.as_str())).or_insert_with(|| world.site.key(figure.record));
            }
        }
    }
    let mut sorted: Vec<(f64, String)> =
        values.keys().filter_map(|text| Some((text.parse().ok()?, text.clone()))).collect();
    sorted.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    Values { exact: values, sorted }
}

fn prose_of(world: &World, linked: &Linked, files: &dyn Files, figures: &Values) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut source: Option<Vec<Typed>> = None;
    for language in 0..world.config.languages.len() {
        let Some(prose) = &linked.record.prose[language] else { continue };
        let Ok(whole) = files.text(&prose.path) else { continue };
        let body = front_matter::split(&whole).body;
        let typed = in_markdown(&whole[body.clone()], body.start, signs(world, language));
        for number in &typed {
            let place = || Place::in_text(prose.path.clone(), &whole, number.range.start, number.range.end);
            if is_day(world, language, &whole, number) {
                continue;
            }
            findings.extend(
                figure_typed(number, figures)
                    .map(|(message, hint)| Diagnostic::new(&codes::TYPED_NUMBER, place(), message).hint(hint)),
            );
        }
        let Some(source) = &source else {
            source = Some(typed);
            continue;
        };
        if let Some((message, at)) = difference(source, &typed) {
            let place = match at {
                Some(range) => Place::in_text(prose.path.clone(), &whole, range.start, range.end),
                None => Place::file(prose.path.clone()),
            };
            findings.push(Diagnostic::new(&codes::DIGITS_DIFFER, place, message).hint(HINT));
        }
    }
    findings
}

/// Whether a number is the day of a date: a month stands beside it.
fn is_day(world: &World, language: usize, text: &str, number: &Typed) -> bool {
    let is_word = |c: char| c.is_alphabetic();
    let before = text[..number.range.start].trim_end_matches([' ', '\u{a0}', '.', ',']);
    let before = before.rsplit(|c| !is_word(c)).next().unwrap_or_default();
    let after = text[number.range.end..].trim_start_matches([' ', '\u{a0}', '.', ',']);
    let after = after.split(|c| !is_word(c)).next().unwrap_or_default();
    let locale = world.locales.get(language);
    number.value.len() <= 2 && (locale.is_month(before) || locale.is_month(after))
}

const HINT: &str = "compare it with the first language of the site; write digits in both, or quote a figure";

fn figure_typed(number: &Typed, figures: &Values) -> Option<(String, String)> {
    if let Some(key) = figures.exact.get(&number.value) {
        return Some((
            format!("`{}` is typed; a figure has this value", number.value),
            format!("quote it: [](@{key})"),
        ));
    }
    let value: f64 =
        number.value.parse().ok().filter(|value| *value >= LEAST_NEAR && !(1900.0..2100.0).contains(value))?;
    let first = figures.sorted.partition_point(|(known, _)| *known < value * (1.0 - NEAR));
    let (known, text) = figures.sorted.get(first).filter(|(known, _)| ((known - value) / known).abs() <= NEAR)?;
    let near = (*known >= LEAST_NEAR).then(|| (text, &figures.exact[text]));
    near.map(|(known, key)| {
        (format!("`{}` is typed; {key} has {known}", number.value), format!("if it is meant, quote it: [](@{key})"))
    })
}

/// Fields that are translated: each language against the first.
fn fields_of(world: &World, linked: &Linked, findings: &mut Vec<Diagnostic>) {
    for fact in linked.facts_so_far() {
        each_text(fact, &mut |fact, text| {
            let mut source: Option<Vec<Typed>> = None;
            for language in 0..world.config.languages.len() {
                let Some(text) = text.get(language) else { continue };
                let typed = in_markdown(text, 0, signs(world, language));
                let Some(source) = &source else {
                    source = Some(typed);
                    continue;
                };
                if let Some((message, _)) = difference(source, &typed) {
                    let place = match &linked.record.prose[language] {
                        Some(prose) => Place::file(prose.path.clone()),
                        None => linked.record.source.place(fact.span),
                    };
                    let name = &world.config.languages[language].name;
                    let finding = Diagnostic::new(&codes::DIGITS_DIFFER, place, format!("{name}: {message}"));
                    findings.push(finding.hint(HINT));
                }
            }
        });
    }
}

fn each_text<'f>(fact: &'f Fact, visit: &mut impl FnMut(&'f Fact, &'f crate::config::Localized)) {
    match fact.value() {
        Some(Value::Localized(text)) => visit(fact, text),
        Some(Value::List(items)) => items.iter().for_each(|item| each_text(item, visit)),
        Some(Value::Group(facts)) => facts.iter().flatten().for_each(|fact| each_text(fact, visit)),
        _ => {}
    }
}

/// What differs, and where in the translation the first foreign number stands.
fn difference(source: &[Typed], translation: &[Typed]) -> Option<(String, Option<Range<usize>>)> {
    let count = |list: &[Typed]| {
        let mut counts: BTreeMap<String, isize> = BTreeMap::new();
        list.iter().for_each(|typed| *counts.entry(typed.value.clone()).or_default() += 1);
        counts
    };
    let (ours, theirs) = (count(translation), count(source));
    let over = |a: &BTreeMap<String, isize>, b: &BTreeMap<String, isize>| -> Vec<String> {
        let more = a.iter().filter(|(value, count)| b.get(*value).copied().unwrap_or(0) < **count);
        more.map(|(value, _)| value.clone()).collect()
    };
    let (only_here, only_there) = (over(&ours, &theirs), over(&theirs, &ours));
    // Small numbers are words in one language and digits in the other: without a counterpart they are no mistake.
    let is_small = |value: &String| value.parse::<f64>().is_ok_and(|value| value <= SPELLED);
    let lone = |list: &[String], other: &[String]| list.iter().all(is_small) && other.is_empty();
    if lone(&only_here, &only_there) || lone(&only_there, &only_here) {
        return None;
    }
    let at = translation.iter().find(|typed| only_here.contains(&typed.value)).map(|typed| typed.range.clone());
    let list = |values: &[String]| if values.is_empty() { "nothing".to_owned() } else { values.join(", ") };
    Some((format!("{} stands here for {} in the source text", list(&only_here), list(&only_there)), at))
}

fn signs(world: &World, language: usize) -> Signs {
    let sample = Number::parse("1.5").map(|number| world.locales.get(language).number(&number)).unwrap_or_default();
    Signs { decimal: sample.chars().find(|c| !c.is_ascii_digit()).unwrap_or('.') }
}

/// Numbers in the words of a Markdown text, not in its code and addresses. `offset` is added to their places.
fn in_markdown(text: &str, offset: usize, signs: Signs) -> Vec<Typed> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(text, prose::options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(words) if !in_code && text.get(range.clone()) == Some(&*words) => {
                found.extend(in_words(&words, offset + range.start, signs));
            }
            _ => {}
        }
    }
    found
}

fn in_words(words: &str, offset: usize, signs: Signs) -> Vec<Typed> {
    let chars: Vec<(usize, char)> = words.char_indices().collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_ascii_digit());
    let digits_from = |at: usize| (at..chars.len()).take_while(|at| is_digit(*at)).count();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let (start, mut value) = (at, String::new());
        let mut length = digits_from(at);
        value.extend(chars[at..at + length].iter().map(|(_, c)| c));
        at += length;
        let (mut is_decimal, mut is_version) = (false, false);
        while let Some((_, sign)) = chars.get(at).filter(|_| is_digit(at + 1)) {
            let next = digits_from(at + 1);
            let groups =
                !is_decimal && !is_version && *sign != signs.decimal && ".,'’ \u{a0}\u{202f}\u{2009}".contains(*sign);
            if groups && next == 3 && length <= 3 && all_groups(&chars[at..], *sign) {
                value.extend(chars[at + 1..at + 4].iter().map(|(_, c)| c));
            } else if *sign == '.' && *sign != signs.decimal && !is_date(&chars[at..]) {
                // A number of a version: 1.1.3.
                is_version = true;
                value.push('.');
                value.extend(chars[at + 1..at + 1 + next].iter().map(|(_, c)| c));
            } else if *sign == signs.decimal && (!is_decimal || *sign == '.') {
                value.push('.');
                value.extend(chars[at + 1..at + 1 + next].iter().map(|(_, c)| c));
                is_decimal = true;
            } else {
                break;
            }
            length = next;
            at += 1 + next;
        }
        let end = chars.get(at).map_or(words.len(), |(byte, _)| *byte);
        found.push(Typed { value: normal(&value), range: offset + chars[start].0..offset + end });
    }
    found
}

/// Whether every group that this sign begins has three digits: `1.100.200`, not `1.100.20`.
fn all_groups(rest: &[(usize, char)], sign: char) -> bool {
    let text: String = rest.iter().map(|(_, c)| *c).take_while(|c| c.is_ascii_digit() || *c == sign).collect();
    let groups = text.trim_end_matches(sign).split(sign).skip(1);
    groups.into_iter().all(|group| group.len() == 3)
}

/// Whether a day goes on with month and year (`.02.2022`), or a month with its year.
fn is_date(rest: &[(usize, char)]) -> bool {
    let text: String = rest.iter().skip(1).take(8).map(|(_, c)| c).collect();
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
    match text.split_once('.') {
        Some((month, year)) => month.len() <= 2 && digits(year) == 4,
        None => digits(&text) == 4,
    }
}

/// Without leading zeros.
fn normal(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() || trimmed.starts_with('.') { format!("0{trimmed}") } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str, decimal: char) -> Vec<String> {
        in_markdown(text, 0, Signs { decimal }).into_iter().map(|typed| typed.value).collect()
    }

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        assert_eq!(values("1,100 centers, 31.9 percent, on May 8, 2022", '.'), ["1100", "31.9", "8", "2022"]);
        assert_eq!(values("1.100 Zentren, 31,9 Prozent, am 08.05.2022", ','), ["1100", "31.9", "8", "5", "2022"]);
        assert_eq!(values("1.100.200 und 1.1.100 und 10.0.100.20", ','), ["1100200", "1.1.100", "10.0.100.20"]);
        assert_eq!(values("WCAG 2.2 und 1.1.3, am 8.5.2022", ','), ["2.2", "1.1.3", "8", "5", "2022"]);
        assert_eq!(values("WCAG 2.2 and 1.1.3", '.'), ["2.2", "1.1.3"]);
        assert_eq!(values("1\u{202f}100 centres, 31,9 %", ','), ["1100", "31.9"]);
    }

    #[test]
    fn code_and_addresses_are_no_numbers() {
        assert_eq!(values("see [the report](https://x.example/2022/17) and `x = 42`", '.'), Vec::<String>::new());
    }

    #[test]
    fn a_wrong_digit_is_named_with_the_one_it_stands_for() {
        let typed = |text: &str| in_markdown(text, 0, Signs { decimal: ',' });

        let (message, at) = difference(&typed("35 und 22"), &typed("22, dann 53")).expect("they differ");

        assert_eq!(message, "53 stands here for 35 in the source text");
        assert_eq!(at, Some(9..11));
        assert_eq!(difference(&typed("35 und 22"), &typed("22 et 35")), None);
    }
}

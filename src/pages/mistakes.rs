//! Errors of Tera as findings: where, from where that was called, what there is instead.
//!
//! Tera hands out the place of the error itself; those from which it was called, and all places of names that do not exist,
//! stand in its report only: `error: …`, then ` --> name:line:column` or `note: called from name:line:column`.

use std::collections::BTreeSet;

use tera::{Error, ErrorKind};

use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::pages::filters::FILTERS;
use crate::pages::functions::FUNCTIONS;
use crate::parse::blocks::{blocks, extends, includes};
use crate::parse::components::{component_calls, components};
use crate::parse::tags::Word;
use crate::theme::{Template, Theme};

/// Filters that Tera brings, beside ours.
const FILTERS_OF_TERA: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];
/// Tests that Tera brings.
const TESTS_OF_TERA: &[&str] = &[
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];
/// Functions that Tera brings, beside ours.
const FUNCTIONS_OF_TERA: &[&str] = &["range", "super", "throw"];

/// Something that a template names and that does not exist.
#[derive(Clone, Copy)]
enum Kind {
    Block,
    Filter,
    Test,
    Function,
    Component,
    Template,
}

/// What Tera says, the kind of thing that it says it of, what we say.
const UNKNOWN: &[(&str, Kind, &str)] = &[
    ("Block `", Kind::Block, "no template that this one extends has a block"),
    ("Unknown filter `", Kind::Filter, "there is no filter"),
    ("Unknown test `", Kind::Test, "there is no test"),
    ("Unknown function `", Kind::Function, "there is no function"),
    ("Unknown component `", Kind::Component, "there is no component"),
    ("Unknown template `", Kind::Template, "there is no template"),
    ("Template '", Kind::Template, "there is no template"),
];

/// An error of a template as a finding. `rendering` is the template that was rendered, for errors without a place.
pub fn finding(error: &Error, theme: &Theme, rendering: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let place = span(theme, report.filename(), report.span().range.clone());
            Diagnostic::new(&codes::TEMPLATE_SYNTAX, place, report.message())
        }
        ErrorKind::RenderingError(report) => {
            let own = span(theme, report.filename(), report.span().range.clone());
            let told = Told::of(&error.to_string(), theme);
            // What failed in a template that a function rendered is told by the message, with its own place.
            let is_inner = report.message().starts_with("error: ");
            let first = if is_inner { told.places.first().cloned().unwrap_or(own) } else { own };
            told.finding(first, theme)
        }
        ErrorKind::MissingParent { current, parent } => {
            let hint = did_you_mean(parent, theme.template_names());
            let message = format!("the template extends `{parent}`, which does not exist");
            let at = word_of(theme, current, |text| extends(text).filter(|word| word.text == parent));
            Diagnostic::new(&codes::TEMPLATE_SYNTAX, at, message).hint_if(hint)
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let at = word_of(theme, tpl, extends);
            let message = format!("the template extends itself: {}", inheritance_chain.join(", "));
            Diagnostic::new(&codes::TEMPLATE_SYNTAX, at, message)
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let is_next = |word: &Word| include_chain.get(1).is_some_and(|next| next.ends_with(word.text));
            let at = word_of(theme, tpl, |text| includes(text).into_iter().find(is_next));
            let message = format!("the template includes itself: {}", include_chain.join(", "));
            Diagnostic::new(&codes::TEMPLATE_SYNTAX, at, message)
        }
        _ => {
            let text = error.to_string();
            let message = text.lines().next().unwrap_or_default();
            if message.starts_with("Maximum render recursion") {
                return endless(theme, rendering);
            }
            Diagnostic::new(&codes::TEMPLATE, start_of(theme, rendering), message)
        }
    }
}

/// Blocks, filters, tests, functions, components and templates that do not exist: Tera gives all of them as one text.
pub fn unknown_names(error: &Error, theme: &Theme) -> Vec<Diagnostic> {
    let ErrorKind::Msg(report) = error.kind() else { return Vec::new() };
    let parts = report.split("\n\nerror: ").filter(|part| part.contains("--> "));
    let finding = |part: &str| {
        let told = Told::of(part, theme);
        let place = told.places.first().cloned();
        told.finding(place.unwrap_or_else(|| Place::file("themes")), theme)
    };
    parts.map(finding).collect()
}

/// A report of Tera.
struct Told {
    /// Its message, as Tera words it.
    message: String,
    /// The places that it names, the innermost first.
    places: Vec<Place>,
}

impl Told {
    fn of(report: &str, theme: &Theme) -> Self {
        let mut first = report.lines().next().unwrap_or_default();
        while let Some(rest) = first.strip_prefix("error: ") {
            first = rest;
        }
        let at = |line: &str| {
            let line = line.trim_start();
            let at = line.strip_prefix("--> ").or_else(|| line.strip_prefix("note: called from "))?;
            let mut parts = at.rsplitn(3, ':');
            let (column, row, name) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
            let start = offset(&theme.template(name)?.source.text, row, column);
            Some(span(theme, name, start..start + 1))
        };
        Told { message: first.to_owned(), places: report.lines().filter_map(at).collect() }
    }

    /// The finding at a place, with the others that it names.
    fn finding(self, place: Place, theme: &Theme) -> Diagnostic {
        let template = theme.templates.iter().find(|template| template.source.path == place.path);
        let unknown = UNKNOWN.iter().find(|(begin, ..)| self.message.starts_with(begin));
        let named = |quote: char| self.message.split(quote).nth(1).unwrap_or_default();
        let (message, hint) = match unknown {
            Some((begin, kind, says)) => {
                let name = named(if begin.ends_with('\'') { '\'' } else { '`' });
                (format!("{says} `{name}`"), Some(instead(*kind, name, theme, template)))
            }
            None => (worded(&self.message), meant(&self.message)),
        };
        let mut finding = Diagnostic::new(&codes::TEMPLATE, place, message).hint_if(hint);
        for place in self.places {
            let is_known = (finding.place.line == place.line && finding.place.path == place.path)
                || finding.related.iter().any(|(known, _)| *known == place);
            if !is_known {
                finding = finding.related(place, "called from here");
            }
        }
        finding
    }
}

/// What Tera says of the arguments of a component, in our words; any other message as it is.
fn worded(message: &str) -> String {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match quoted[..] {
        [name, found, expected] if message.starts_with("Component argument `") => {
            let found = type_name(found);
            format!("the argument `{name}` must be of the type {expected}, but this is of the type {found}")
        }
        [name, ..] if message.starts_with("Argument `") && message.ends_with("missing.") => {
            format!("the argument `{name}` is missing")
        }
        [name, ..] if message.starts_with("Implicit argument `") => {
            format!("the argument `{name}` is neither given nor known here")
        }
        [name, ..] if message.starts_with("Unknown argument(s) `") => format!("there is no argument `{name}`"),
        _ => message.to_owned(),
    }
}

/// The type of a value as components declare it.
fn type_name(of_value: &str) -> &str {
    match of_value {
        "i64" | "u64" | "i128" | "u128" => "integer",
        "f64" => "float",
        "map/struct" => "map",
        other => other,
    }
}

/// The field or variable that was meant, where Tera lists those that there are.
fn meant(message: &str) -> Option<String> {
    let (what, known) = message.split_once("is not defined. Available ")?;
    did_you_mean(what.split('`').nth(1)?, known.split_once(": ")?.1.split(", ").map(|name| name.trim_matches('`')))
}

/// What there is of a kind: the nearest name, else all.
fn instead(kind: Kind, name: &str, theme: &Theme, template: Option<&Template>) -> String {
    let texts = || theme.templates.iter().map(|template| &*template.source.text);
    let gone = match kind {
        Kind::Component => theme.replaced.iter().find(|replaced| defines(&replaced.source.text, name)),
        _ => None,
    };
    if let Some(gone) = gone {
        let by = theme.template(theme.bare(gone)).map_or("another", |template| &template.source.path);
        return format!("{} defines it, and {by} has taken its place", gone.source.path);
    }
    let names: BTreeSet<&str> = match kind {
        Kind::Block => template.map(|template| blocks_above(theme, template)).unwrap_or_default(),
        Kind::Filter => FILTERS.iter().map(|filter| filter.name).chain(FILTERS_OF_TERA.iter().copied()).collect(),
        Kind::Test => TESTS_OF_TERA.iter().copied().collect(),
        Kind::Function => {
            FUNCTIONS.iter().map(|function| function.name).chain(FUNCTIONS_OF_TERA.iter().copied()).collect()
        }
        Kind::Component => texts().flat_map(components).map(|component| component.name.text).collect(),
        Kind::Template => theme.template_names().collect(),
    };
    match did_you_mean(name, names.iter().copied()) {
        Some(hint) => hint,
        None if names.is_empty() => "there are none".to_owned(),
        None => format!("there are: {}", names.into_iter().collect::<Vec<_>>().join(", ")),
    }
}

fn defines(text: &str, name: &str) -> bool {
    components(text).iter().any(|component| component.name.text == name)
}

/// The blocks of the templates that a template extends.
fn blocks_above<'t>(theme: &'t Theme, template: &'t Template) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::from([&*template.name]);
    let mut at = template;
    while let Some(parent) = extends(&at.source.text).and_then(|word| theme.template(word.text))
        && seen.insert(&parent.name)
    {
        found.extend(blocks(&parent.source.text).iter().map(|word| word.text));
        at = parent;
    }
    found
}

/// A component that calls itself without end, at the call that leads back to it.
fn endless(theme: &Theme, rendering: &str) -> Diagnostic {
    const MESSAGE: &str = "components call each other without end";
    let calls: Vec<(&Template, &str, Word)> = theme.templates.iter().flat_map(calls_within).collect();
    let leads_back = |start: &str| {
        let mut reached = vec![start];
        let mut at = 0;
        while let Some(next) = reached.get(at).copied() {
            let new: Vec<&str> =
                calls.iter().filter(|(_, from, _)| *from == next).map(|(.., called)| called.text).collect();
            if new.contains(&start) {
                return true;
            }
            reached.extend(new.into_iter().filter(|name| !reached.contains(name)).collect::<BTreeSet<_>>());
            at += 1;
        }
        false
    };
    let found =
        calls.iter().find(|(_, from, called)| leads_back(from) && (called.text == *from || leads_back(called.text)));
    match found {
        Some((template, _, called)) => template.source.finding(&codes::TEMPLATE, called.span(), MESSAGE),
        None => Diagnostic::new(&codes::TEMPLATE, start_of(theme, rendering), MESSAGE),
    }
}

/// The calls of components in the components of a template, each with the one that it stands in.
fn calls_within(template: &Template) -> Vec<(&Template, &str, Word<'_>)> {
    let defined = components(&template.source.text);
    let within = |at: usize| defined.iter().rev().find(|component| component.name.start < at);
    let calls = component_calls(&template.source.text).into_iter();
    calls.filter_map(|call| Some((template, within(call.name.start)?.name.text, call.name))).collect()
}

/// Some bytes of a template.
fn span(theme: &Theme, name: &str, bytes: std::ops::Range<usize>) -> Place {
    match theme.template(name) {
        Some(template) => Place::in_text(template.source.path.clone(), &template.source.text, bytes.start, bytes.end),
        None => Place::file(name),
    }
}

/// A word of a template, else its beginning.
fn word_of(theme: &Theme, name: &str, word: impl Fn(&str) -> Option<Word<'_>>) -> Place {
    let range = theme.template(name).and_then(|template| word(&template.source.text)).map(Word::span);
    range.map_or_else(|| start_of(theme, name), |at| span(theme, name, at.start as usize..at.end as usize))
}

fn start_of(theme: &Theme, name: &str) -> Place {
    if theme.has_template(name) { span(theme, name, 0..0) } else { Place::file("themes") }
}

/// The byte of a line and column, both from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let inner = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    start + inner
}

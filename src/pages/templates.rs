//! Templates: loading them all, and saying where one went wrong.

use std::sync::Arc;

use tera::{Error, ErrorKind, Tera};

use crate::diagnostics::{Code, Diagnostic, Place, codes};
use crate::pages::filters::{self, FILTERS};
use crate::pages::functions::{self, FUNCTIONS};
use crate::pages::renderer::Renderer;
use crate::parse::Source;
use crate::parse::calls::{Call, Callee, calls};
use crate::theme::{Theme, components};

/// Loads all templates; `None` when some cannot be read, all of which are reported.
pub fn build(theme: &Theme, renderer: &Arc<Renderer>, findings: &mut Vec<Diagnostic>) -> Option<Tera> {
    findings.extend(theme.templates.iter().flat_map(|template| unread_arguments(&template.source)));
    let mut tera = Tera::new();
    functions::register(&mut tera, renderer);
    filters::register(&mut tera, renderer);
    tera.set_fallback_prefixes(theme.prefixes.iter().cloned()).expect("no template is loaded yet");
    let empty = tera.clone();
    let templates = theme.templates.iter().map(|template| (template.name.as_str(), &*template.source.text));
    let before = findings.len();
    findings.extend(components::check(theme));
    let misplaced = findings.len() > before;
    let Err(error) = tera.add_raw_templates(templates) else { return (!misplaced).then_some(tera) };
    let before = findings.len();
    for template in &theme.templates {
        // Alone, a template is without its parents; only mistakes in its own text count.
        if let Err(error) = empty.clone().add_raw_template(&template.name, &template.source.text)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            findings.push(finding(&error, theme, &template.name));
        }
    }
    if findings.len() == before {
        findings.extend(unknown_names(&error, theme));
    }
    // That a component is defined twice has been told, with both places.
    if findings.len() == before && !misplaced {
        findings.push(finding(&error, theme, ""));
    }
    None
}

/// Arguments that the functions and filters of a template do not read.
fn unread_arguments(source: &Source) -> Vec<Diagnostic> {
    let of_call = |call: Call| match call.kind {
        Callee::Function => {
            FUNCTIONS.iter().find(|one| one.name == call.name.text).map(|one| one.unread(&call, source))
        }
        Callee::Filter => FILTERS.iter().find(|one| one.name == call.name.text).map(|one| one.unread(&call, source)),
    };
    calls(&source.text).into_iter().filter_map(of_call).flatten().collect()
}

/// Blocks, filters, tests and functions that do not exist. Tera gives them as one text only, of which each part begins with
/// `error: ` and names its place in the next line.
fn unknown_names(error: &Error, theme: &Theme) -> Vec<Diagnostic> {
    let ErrorKind::Msg(report) = error.kind() else { return Vec::new() };
    let lines: Vec<&str> = report.lines().collect();
    let pairs = lines
        .windows(2)
        .filter_map(|pair| Some((pair[0].strip_prefix("error: ")?, pair[1].trim().strip_prefix("--> ")?)));
    let place = |at: &str| {
        let mut parts = at.rsplitn(3, ':');
        let (column, line, name) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
        let source = &theme.template(name)?.source;
        let start = offset(&source.text, line, column);
        Some(Place::in_text(source.path.clone(), &source.text, start, start + 1))
    };
    let finding = |(message, at): (&str, &str)| {
        let name = message.split('`').nth(1).unwrap_or_default();
        let place = place(at).unwrap_or_else(|| Place::file("themes"));
        Diagnostic::new(&codes::TEMPLATE, place, message.to_owned()).hint_if(known_names(message, name, theme))
    };
    pairs.map(finding).collect()
}

/// What there is of the kind that a message of Tera names.
fn known_names(message: &str, name: &str, theme: &Theme) -> Option<String> {
    let known: Vec<&str> = match message.split(' ').find(|word| ["Block", "filter", "function"].contains(word))? {
        "Block" => theme.templates.iter().flat_map(|template| blocks(&template.source.text)).collect(),
        "filter" => FILTERS.iter().map(|filter| filter.name).collect(),
        _ => FUNCTIONS.iter().map(|function| function.name).collect(),
    };
    let list: std::collections::BTreeSet<&str> = known.iter().copied().filter(|known| *known != name).collect();
    let near = crate::diagnostics::did_you_mean(name, list.iter().copied());
    Some(near.unwrap_or_else(|| format!("there are: {}", list.into_iter().collect::<Vec<_>>().join(", "))))
}

/// The names of the blocks that a template has.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split("{%")
        .skip(1)
        .filter_map(|tag| tag.trim_start_matches('-').trim_start().strip_prefix("block ")?.split_whitespace().next())
}

/// The byte of a line and column, both from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let inner = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    start + inner
}

/// An error of a template as a finding. `rendering` is the template that was rendered, for errors without a place.
pub fn finding(error: &Error, theme: &Theme, rendering: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => placed(&codes::TEMPLATE_SYNTAX, report, theme),
        ErrorKind::RenderingError(report) => placed(&codes::TEMPLATE, report, theme),
        ErrorKind::MissingParent { current, parent } => {
            let hint = crate::diagnostics::did_you_mean(parent, theme.template_names());
            let message = format!("the template extends `{parent}`, which does not exist");
            Diagnostic::new(&codes::TEMPLATE_SYNTAX, Place::file(path_of(theme, current)), message).hint_if(hint)
        }
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default();
            let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
            Diagnostic::new(&codes::TEMPLATE, Place::file(path_of(theme, rendering)), message)
        }
    }
}

fn placed(code: &'static Code, report: &tera::ReportError, theme: &Theme) -> Diagnostic {
    let span = report.span();
    let place = match theme.template(report.filename()) {
        Some(template) => {
            Place::in_text(template.source.path.clone(), &template.source.text, span.range.start, span.range.end)
        }
        None => Place::file(report.filename()),
    };
    Diagnostic::new(code, place, report.message().to_owned())
}

fn path_of(theme: &Theme, name: &str) -> Arc<str> {
    theme.template(name).map_or_else(|| "themes".into(), |template| template.source.path.clone())
}

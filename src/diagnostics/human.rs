//! Findings for people: excerpt, caret and hint in a terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::printable::{in_columns, printable};
use super::{Diagnostic, Place, Severity};

/// Columns up to which the line of a finding is shown; far out in an endless line its place is enough.
const SHOWN: u32 = 10_000;

/// How findings look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With colors, by ANSI escapes.
    Colored,
}

/// One finding as text that ends with a line break. Nothing of the content is taken for an ANSI escape.
pub fn text(diagnostic: &Diagnostic, style: Style) -> String {
    let diagnostic = &shown(diagnostic);
    let level = match diagnostic.code.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = level
        .primary_title(&diagnostic.message)
        .id(diagnostic.code.name)
        .elements(std::iter::empty::<annotate_snippets::Message>());
    group = excerpt(group, &diagnostic.place, "");
    for (place, words) in &diagnostic.related {
        group = excerpt(group, place, words);
    }
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.message(hint));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    format!("{}\n", renderer.render(&[group]))
}

/// The finding with what nobody sees written out, so that no content moves the cursor or turns a line.
fn shown(diagnostic: &Diagnostic) -> Diagnostic {
    let place = |place: &Place| {
        // The renderer counts columns in what it is given, and cuts long lines itself: what is clipped is blank.
        let before = if place.column > SHOWN { String::new() } else { " ".repeat(place.clipped as usize) };
        let excerpt = format!("{before}{}", in_columns(&place.excerpt));
        Place { path: printable(&place.path).into(), excerpt, ..place.clone() }
    };
    Diagnostic {
        code: diagnostic.code,
        place: place(&diagnostic.place),
        message: printable(&diagnostic.message).into_owned(),
        hint: diagnostic.hint.as_deref().map(|hint| printable(hint).into_owned()),
        related: diagnostic.related.iter().map(|(at, words)| (place(at), printable(words).into_owned())).collect(),
    }
}

fn excerpt<'a>(group: Group<'a>, place: &'a Place, words: &'a str) -> Group<'a> {
    if place.line == 0 {
        return group.element(annotate_snippets::Origin::path(&*place.path));
    }
    let byte = |chars: u32| place.excerpt.char_indices().nth(chars as usize).map_or(place.excerpt.len(), |(at, _)| at);
    if place.column > SHOWN {
        let origin = annotate_snippets::Origin::path(&*place.path);
        return group.element(origin.line(place.line as usize).char_column(place.column as usize));
    }
    let start = byte(place.column - 1);
    let span = start..byte(place.column - 1 + place.length).max(start);
    let kind = if words.is_empty() { AnnotationKind::Primary } else { AnnotationKind::Context };
    let mut annotation = kind.span(span);
    if !words.is_empty() {
        annotation = annotation.label(words);
    }
    group.element(
        Snippet::source(&place.excerpt).line_start(place.line as usize).path(&*place.path).annotation(annotation),
    )
}

//! Findings for people: excerpt, caret and hint in a terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Place, Severity};

/// One finding as text that ends with a line break. `color` uses ANSI escapes.
pub fn text(diagnostic: &Diagnostic, color: bool) -> String {
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
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n", renderer.render(&[group]))
}

fn excerpt<'a>(group: Group<'a>, place: &'a Place, words: &'a str) -> Group<'a> {
    if place.line == 0 {
        return group.element(annotate_snippets::Origin::path(&*place.path));
    }
    let byte = |chars: u32| place.excerpt.char_indices().nth(chars as usize).map_or(place.excerpt.len(), |(at, _)| at);
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

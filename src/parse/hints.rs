//! What a YAML parser words badly, in the editor's words.

use crate::diagnostics::{Diagnostic, codes};
use crate::parse::{Source, Span};

/// A finding for a syntax error that the parser met at byte `at`.
pub fn syntax(source: &Source, at: u32, parser_says: &str) -> Diagnostic {
    let (line_start, line) = culprit(&source.text, at as usize);
    let hint = hint(line);
    let start = line_start + (line.len() - line.trim_start().len());
    let span = match &hint {
        Some(_) => Span { start: start as u32, end: (line_start + line.trim_end().len()) as u32 },
        None => Span { start: at, end: at + 1 },
    };
    let finding = source.finding(&codes::YAML_SYNTAX, span, format!("this is not valid YAML: {parser_says}"));
    finding
        .hint(hint.unwrap_or_else(|| "look at the indentation and at quotation marks that are not closed".to_owned()))
}

/// The line to blame: the one of the error, or a line shortly before that shows a well-known mistake, since parsers
/// notice some mistakes only afterwards.
fn culprit(text: &str, at: usize) -> (usize, &str) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let line_at = |start: usize| text[start..].split('\n').next().unwrap_or("");
    let own = (start, line_at(start));
    for _ in 0..3 {
        if hint(line_at(start)).is_some() {
            return (start, line_at(start));
        }
        if start == 0 {
            break;
        }
        start = text[..start - 1].rfind('\n').map_or(0, |i| i + 1);
    }
    own
}

/// The well-known mistake that a line shows, if any.
pub fn hint(line: &str) -> Option<String> {
    if line.starts_with('\t') || line.trim_start_matches(' ').starts_with('\t') {
        return Some("indent with spaces: YAML does not allow tabs".to_owned());
    }
    let value = value_of(line)?;
    let quote = |why: &str| Some(format!("{why}: put the whole text in quotation marks, \"…\""));
    match value.chars().next()? {
        '@' => return Some(format!("references are written without `@`: {}", value.trim_start_matches('@'))),
        '>' if value[1..].trim_start().starts_with(|c: char| c.is_ascii_digit()) => {
            return Some(format!("write `{{is: {}, bound: more-than}}`", value[1..].trim_start()));
        }
        '*' | '&' | '!' | '%' | '`' | '|' | '>' if value.len() > 1 => {
            return quote(&format!("a text cannot begin with `{}`", value.chars().next()?));
        }
        quotation @ ('"' | '\'') => {
            let rest = &value[1..];
            let close = rest.find(quotation)?;
            let after = rest[close + 1..].trim_start();
            let ended = after.is_empty() || after.starts_with(['#', ',', '}', ']', ':']);
            return if ended { None } else { quote("text goes on after the closing quotation mark") };
        }
        '{' | '[' => return None,
        _ => {}
    }
    (value.contains(": ") || value.ends_with(':')).then(|| quote("`: ` inside a text looks like a key"))?
}

/// What stands after the first `key: ` or `- ` of a line.
fn value_of(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches("- ");
    let value = match line.split_once(": ") {
        Some((key, value)) if !key.starts_with(['"', '\'', '{', '[']) => value,
        _ => line,
    };
    Some(value.trim()).filter(|value| !value.is_empty())
}

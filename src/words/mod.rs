//! Words: what readers are told of facts, figures and sources in one language, as text and as small HTML.
//!
//! No tables, no pictures, no template values: those are made of these words.

pub mod dates;
pub mod quantity;
pub mod figures;
pub mod formula;
pub mod corrected;
pub mod facts;
pub mod sources;
pub mod moment;

/// A text with its first letter large, HTML before it skipped.
pub fn begun_large(text: &str) -> String {
    let mut at = 0;
    while text[at..].starts_with('<') {
        let Some(end) = text[at..].find('>') else { return text.to_owned() };
        at += end + 1;
    }
    let word = text[at..].split(|c: char| c.is_whitespace() || c == '<').next().unwrap_or_default();
    let is_name = word.chars().any(|c| c.is_uppercase() || c == '.' || c.is_ascii_digit());
    match text[at..].chars().next() {
        Some(first) if !is_name => {
            format!("{}{}{}", &text[..at], first.to_uppercase(), &text[at + first.len_utf8()..])
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::begun_large;

    #[test]
    fn a_line_begins_large_and_the_rest_is_kept() {
        let cases = [
            ("unsere Schlussfolgerung", "Unsere Schlussfolgerung"),
            ("université de Suzhou", "Université de Suzhou"),
            ("<a href=\"/x/\">études</a>", "<a href=\"/x/\">Études</a>"),
            ("mems.me", "mems.me"),
            ("eHealth", "eHealth"),
            ("", ""),
        ];

        assert_eq!(cases.map(|(text, _)| begun_large(text)), cases.map(|(_, large)| large.to_owned()));
    }
}

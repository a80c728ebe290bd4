//! Words: facts, figures and sources as readers see them in one language, as text and as small HTML.
//!
//! No tables, no pictures, no template values: those are made of these words.

pub mod dates;
pub mod quantity;
pub mod sizes;
pub mod figures;
pub mod formula;
pub mod places;
pub mod names;
pub mod anchors;
pub mod corrected;
pub mod changes;
pub mod facts;
pub mod sources;
pub mod moment;
pub mod references;
pub mod originals;
pub mod cite;
pub mod facets;
pub mod sorting;
pub mod shortened;

use icu::normalizer::DecomposingNormalizerBorrowed;

use crate::markup::marks;

/// A text with a capital at its beginning, as a sentence has it; HTML before it is skipped, a name stays as it is written.
pub fn sentence_case(text: &str) -> String {
    let mut at = marks::leading(text).0.len();
    while text[at..].starts_with('<') {
        let Some(end) = text[at..].find('>') else { return text.to_owned() };
        at += end + 1;
        at += marks::leading(&text[at..]).0.len();
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

/// Sentences one behind the other; where a language has its own full stops, nothing stands between them.
pub fn sentences(all: &[String]) -> String {
    all.iter().fold(String::new(), |text, sentence| match text.chars().next_back() {
        None => sentence.clone(),
        Some('。' | '！' | '？') => format!("{text}{sentence}"),
        Some(_) => format!("{text} {sentence}"),
    })
}

/// Under which letter a text stands in a list from A to Z: its first letter or digit, large and without accents; empty where
/// there is none.
pub fn initial(text: &str) -> String {
    let first = text.chars().find(|c| c.is_alphanumeric()).map(String::from).unwrap_or_default();
    let base = DecomposingNormalizerBorrowed::new_nfkd().normalize(&first).chars().next();
    base.map(|c| c.to_uppercase().to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::sentence_case;

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

        assert_eq!(cases.map(|(text, _)| sentence_case(text)), cases.map(|(_, large)| large.to_owned()));
    }
}

//! Texts that are too long for their place.

/// The first words of a text, at most so many letters with the mark of what is left out. A script that sets no spaces
/// between words, or a single long word, is cut between letters.
pub fn cut(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let (last, _) = text.char_indices().nth(most.saturating_sub(1)).unwrap_or((0, ' '));
    let is_apart = !text[last..end].starts_with(char::is_alphanumeric);
    let kept = &text[..last];
    let word_end = if is_apart { Some(last) } else { kept.rfind(char::is_whitespace) };
    // A cut far before the end would leave too little: then there are no words to cut between.
    let kept = word_end.filter(|at| at * 2 > kept.len()).map_or(kept, |at| &kept[..at]);
    format!("{}…", kept.trim_end_matches(|c: char| c.is_whitespace() || ",;:–-.、，".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn what_has_no_spaces_is_cut_between_letters() {
        assert_eq!(cut(&"海".repeat(50), 20), format!("{}…", "海".repeat(19)));
        assert_eq!(cut("Donaudampfschifffahrtsgesellschaft", 20), "Donaudampfschifffah…");
        assert_eq!(cut("exactly twenty chars", 20), "exactly twenty chars");
        assert_eq!(cut("exactly nineteen ok, and more", 20), "exactly nineteen ok…");
        assert_eq!(cut("", 20), "");
    }
}

//! Words on their way into half a fingerprint.

use sha2::{Digest as _, Sha256};

/// A hash of words, each apart from those before and after it.
#[derive(Default)]
pub struct Hash(Sha256);

impl Hash {
    /// Adds a word.
    pub fn word(&mut self, word: &str) {
        self.0.update((word.len() as u64).to_le_bytes());
        self.0.update(word.as_bytes());
    }

    /// Adds a text, whatever the ends of its lines and the space around them.
    pub fn text(&mut self, text: &str) {
        let mut lines = text.trim().lines().map(str::trim_end).peekable();
        while let Some(line) = lines.next() {
            // One empty line ends a paragraph as well as two.
            if !line.is_empty() || lines.peek().is_some_and(|next| !next.is_empty()) {
                self.word(line);
            }
        }
        self.word("end");
    }

    /// The first 8 digits of the SHA-256.
    pub fn finish(self) -> u32 {
        let bytes = self.0.finalize();
        bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::Hash;

    fn of(texts: &[&str]) -> u32 {
        let mut hash = Hash::default();
        texts.iter().for_each(|text| hash.text(text));
        hash.finish()
    }

    #[test]
    fn space_at_the_ends_of_lines_and_of_texts_says_nothing() {
        assert_eq!(of(&["a\n\nb"]), of(&["\na \r\n\r\n\r\nb\r\n"]));
    }

    #[test]
    fn words_and_paragraphs_are_kept_apart() {
        assert_ne!(of(&["a\n\nb"]), of(&["a\nb"]));
        assert_ne!(of(&["ab"]), of(&["a", "b"]));
        assert_ne!(of(&["a", ""]), of(&["", "a"]));
    }
}

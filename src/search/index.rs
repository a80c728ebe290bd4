//! Which documents each key finds. Documents are numbered by rank, so that those that are kept of a common word are the best.

use std::collections::HashMap;
use std::sync::Arc;

use crate::search::words::{Class, Words};

/// Documents that a key keeps; of more it keeps their number.
pub const MOST: usize = 200;

/// A word, or a pair of characters, with the documents in which it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The folded word.
    pub word: Arc<str>,
    /// In how many documents it is.
    pub count: u32,
    /// The first of them, each with the most that the word says of it.
    pub found: Vec<(u32, Class)>,
    /// The last document in which it is.
    last: u32,
    /// Whether it is a word somewhere, and not only a name without its spaces.
    pub is_word: bool,
}

impl Key {
    fn add(&mut self, document: u32, class: Class) {
        self.is_word |= class != Class::Whole;
        if self.count > 0 && self.last == document {
            if let Some((_, known)) = self.found.last_mut().filter(|(at, _)| *at == document) {
                *known = class.min(*known);
            }
            return;
        }
        (self.count, self.last) = (self.count + 1, document);
        if self.found.len() < MOST {
            self.found.push((document, class));
        }
    }
}

/// The keys of a language.
#[derive(Debug, Default)]
pub struct Index {
    /// Positions of the keys; only looked up, never listed.
    positions: HashMap<Arc<str>, u32>,
    keys: Vec<Key>,
}

impl Index {
    /// Adds the words of the next document: documents come in the order of their numbers.
    pub fn add(&mut self, document: u32, words: &Words) {
        for (word, class) in words.iter() {
            self.key(word).add(document, class);
        }
    }

    fn key(&mut self, word: &str) -> &mut Key {
        let at = match self.positions.get(word) {
            Some(at) => *at,
            None => {
                let (word, at) = (Arc::<str>::from(word), self.keys.len() as u32);
                self.positions.insert(word.clone(), at);
                self.keys.push(Key { word, count: 0, found: Vec::new(), last: 0, is_word: false });
                at
            }
        };
        &mut self.keys[at as usize]
    }

    /// Whether there is such a word.
    pub fn has(&self, word: &str) -> bool {
        self.positions.get(word).is_some_and(|at| self.keys[*at as usize].is_word)
    }

    /// All words, in the order in which they were first met.
    pub fn words(&self) -> impl Iterator<Item = &Arc<str>> {
        self.keys.iter().filter(|key| key.is_word).map(|key| &key.word)
    }

    /// Files the documents of words also under others: each is a word with the words under which it is found as well.
    pub fn file_under(&mut self, others: &[(Arc<str>, Vec<Arc<str>>)]) {
        for (word, parts) in others {
            let Some(whole) = self.positions.get(word).map(|at| self.keys[*at as usize].clone()) else { continue };
            for part in parts {
                let key = self.key(part);
                key.is_word = true;
                key.merge(&whole);
            }
        }
    }

    /// The keys by their words.
    pub fn finish(self) -> Vec<Key> {
        let mut keys = self.keys;
        keys.sort_unstable_by(|a, b| a.word.cmp(&b.word));
        keys
    }
}

impl Key {
    /// Adds the documents of another key, in which this one is a part of a word: it says less there than a word of its own.
    fn merge(&mut self, whole: &Key) {
        let mut found = std::mem::take(&mut self.found);
        let known = found.len();
        for (document, class) in &whole.found {
            let class = class.weaker();
            match found[..known].binary_search_by_key(document, |(document, _)| *document) {
                Ok(at) => found[at].1 = class.min(found[at].1),
                Err(_) => found.push((*document, class)),
            }
        }
        // What neither key keeps cannot be compared: the number is then a little too high.
        let beyond = |key: &Key, kept: usize| key.count - kept as u32;
        self.count = found.len() as u32 + beyond(self, known) + beyond(whole, whole.found.len());
        found.sort_unstable();
        found.truncate(MOST);
        self.found = found;
    }
}

#[cfg(test)]
mod tests {
    use super::{Index, MOST};
    use crate::search::words::{Class, Words};

    fn words(text: &str, class: Class) -> Words {
        let mut words = Words::default();
        words.add(text, class);
        words
    }

    #[test]
    fn a_key_has_each_document_once_with_the_most_that_it_says() {
        let mut index = Index::default();
        let mut both = words("Haier Haier", Class::Reference);
        both.add("Haier", Class::Title);

        index.add(0, &both);
        index.add(2, &words("Haier", Class::Text));
        let [key] = &index.finish()[..] else { panic!("one key") };

        assert_eq!((&*key.word, key.count), ("haier", 2));
        assert_eq!(key.found, [(0, Class::Title), (2, Class::Text)]);
    }

    #[test]
    fn a_common_key_keeps_the_first_documents_and_counts_all() {
        let mut index = Index::default();
        (0..1000).for_each(|document| index.add(document, &words("park park", Class::Title)));

        let [key] = &index.finish()[..] else { panic!("one key") };

        assert_eq!((key.count, key.found.len()), (1000, MOST));
        assert_eq!(key.found.last(), Some(&(MOST as u32 - 1, Class::Title)));
    }

    #[test]
    fn a_part_of_a_word_finds_what_the_word_finds_and_says_less() {
        let mut index = Index::default();
        index.add(0, &words("Innovationszentrum", Class::Title));
        index.add(1, &words("Zentrum", Class::Title));
        index.add(2, &words("Innovationszentrum Zentrum", Class::Title));

        index.file_under(&[("innovationszentrum".into(), vec!["zentrum".into()])]);
        let keys = index.finish();

        let zentrum = keys.iter().find(|key| &*key.word == "zentrum").expect("is there");
        assert_eq!(zentrum.found, [(0, Class::Name), (1, Class::Title), (2, Class::Title)]);
        assert_eq!(zentrum.count, 3);
    }
}

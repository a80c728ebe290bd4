//! Names of files and parts of addresses: what they may be, and which one was meant.

use std::borrow::Cow;

use icu::normalizer::ComposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};

use crate::diagnostics::did_you_mean;
use crate::images::kind::Kind;

/// Bytes of an id, slug or segment at most: with what is added for data files it stays a name that any disk keeps.
const LONGEST: usize = 200;

/// Whether a word may be the id of a record: `[a-z0-9-]+`.
pub fn is_id(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= LONGEST
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What may be a part of an address, for hints.
pub const ADDRESS_PARTS: &str = "small letters of any script, digits and hyphens, 200 bytes at most";

/// A word as a part of an address, its letters put together with their marks (NFC); `None`: it may not be one. It is made of
/// small letters of any script, digits and hyphens.
pub fn address_part(word: &str) -> Option<Cow<'_, str>> {
    if is_id(word) {
        return Some(Cow::Borrowed(word));
    }
    let word = ComposingNormalizerBorrowed::new_nfc().normalize(word);
    let is_mark = |c: char| GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c));
    let is_letter = |c: char| c.is_alphanumeric() && c.to_lowercase().eq([c]);
    let begins = word.chars().next().is_some_and(|c| c == '-' || is_letter(c));
    let is_part = begins && word.len() <= LONGEST && word.chars().all(|c| c == '-' || is_letter(c) || is_mark(c));
    is_part.then_some(word)
}

/// Whether a file is an image, by its name.
pub fn is_image(name: &str) -> bool {
    Kind::of_name(name).is_some()
}

/// Which of the files beside a record was meant by a name that none of them has.
pub fn nearest_file(name: &str, files: &[Box<str>]) -> Option<String> {
    let lower = name.to_lowercase();
    let other_case = files.iter().find(|file| file.to_lowercase() == lower);
    let other_case = other_case.map(|file| format!("did you mean `{file}`? Capital and small letters differ"));
    other_case.or_else(|| did_you_mean(name, files.iter().map(|file| &**file)))
}

#[cfg(test)]
mod tests {
    use super::address_part;

    #[test]
    fn addresses_are_written_in_any_script_and_letters_put_together_in_two_ways_are_one() {
        for word in ["a-1", "项目", "関係", "перевозки", "مشاريع", "परियोजना", "โครงการ", "프로젝트", "städte", "-"]
        {
            assert_eq!(address_part(word).as_deref(), Some(word));
        }
        assert_eq!(address_part("u\u{308}ber").as_deref(), Some("über"));
        for word in ["", "Über", "Проект", "a b", "a/b", "项目。", "a\u{200c}b", "\u{301}a", "a_b", "ǅ", "😀", "a.b"]
        {
            assert_eq!(address_part(word), None, "{word}");
        }
        assert_eq!(address_part(&"项".repeat(67)), None, "a file may not be called so");
    }
}

//! Whether a text may type one of some numbers at all: by its digits, and by the beginnings of number words. Cheaper than
//! to read its numbers, which is done only where this says so.

use std::collections::HashSet;

use crate::check::numbers::words::Tongue;

/// What to look for in texts to find some numbers.
#[derive(Debug, Default)]
pub struct Candidates {
    /// Their digits without zeros at either end: `82` of 820 million, of 0.82 and of 8.2.
    digits: HashSet<String>,
    longest: usize,
    /// The digits, other than 0, of the whole ones, which may be words; each a bit.
    spelled: HashSet<u16>,
}

impl Candidates {
    /// For numbers in plain digits.
    pub fn new<'v>(values: impl IntoIterator<Item = &'v str>) -> Self {
        let mut candidates = Candidates::default();
        for value in values {
            let digits = value.replace('.', "");
            let significant = significant(&digits);
            candidates.longest = candidates.longest.max(significant.len());
            candidates.digits.insert(significant.to_owned());
            if !value.contains('.') {
                let bits = digits.bytes().filter(|digit| (b'1'..=b'9').contains(digit));
                candidates.spelled.insert(bits.fold(0, |bits, digit| bits | 1 << (digit - b'0')));
            }
        }
        candidates
    }

    /// Whether one of the numbers may stand in a text.
    pub fn may_be_in(&self, text: &str, tongue: Tongue) -> bool {
        self.has_digits(text) || self.has_words(text, tongue)
    }

    /// Whether some digits of the text, one sign between two groups of them at most, are those of a number.
    fn has_digits(&self, text: &str) -> bool {
        let mut rest = text;
        while let Some(start) = rest.bytes().position(|byte| byte.is_ascii_digit()) {
            rest = &rest[start..];
            if self.begins_with(rest) {
                return true;
            }
            rest = &rest[rest.bytes().take_while(u8::is_ascii_digit).count()..];
        }
        false
    }

    fn begins_with(&self, text: &str) -> bool {
        let (mut digits, mut rest) = (String::new(), text);
        loop {
            let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            digits.push_str(&rest[..rest.len() - after.len()]);
            let significant = significant(&digits);
            if self.digits.contains(significant) {
                return true;
            }
            let mut next = after.chars();
            let sign = next.next();
            let goes_on = next.clone().next().is_some_and(|c| c.is_ascii_digit());
            if significant.len() > self.longest || !goes_on || sign.is_none_or(char::is_alphanumeric) {
                return false;
            }
            rest = next.as_str();
        }
    }

    /// Whether for every digit of one of the numbers there is a word that it may be spelled with.
    fn has_words(&self, text: &str, tongue: Tongue) -> bool {
        let needed = self.spelled.iter().fold(0, |all, bits| all | bits);
        let Some(beginnings) = beginnings(tongue).filter(|_| needed != 0) else { return false };
        let text = text.to_ascii_lowercase();
        let is_in = |words: &&[&str]| words.iter().any(|word| text.contains(word));
        let digits = (1..).zip(&beginnings).map(|(digit, words)| (1 << digit, words));
        let sought = digits.filter(|(bit, words)| bit & needed != 0 && is_in(words));
        let found: u16 = sought.fold(0, |bits, (bit, _)| bits | bit);
        self.spelled.iter().any(|bits| *bits != 0 && bits & found == *bits)
    }
}

fn significant(digits: &str) -> &str {
    digits.trim_matches('0')
}

/// For each digit from 1 to 9 what the words have in common that it is spelled with, at any place: of 7 in French *sept* and,
/// of *soixante-dix*, *soixante*. Without letters that have no small form in ASCII.
fn beginnings(tongue: Tongue) -> Option<[&'static [&'static str]; 9]> {
    Some(match tongue {
        Tongue::English => [
            &["one", "ten", "teen", "elev", "twel", "hundred", "thousand", "illion", "bn"],
            &["two", "twe"],
            &["thr", "thi"],
            &["fou", "for"],
            &["fiv", "fif"],
            &["six"],
            &["seven"],
            &["eigh"],
            &["nin"],
        ],
        Tongue::German => [
            &["ein", "zehn", "lf", "hundert", "tausend", "tsd", "illi", "mio", "mrd"],
            &["zw"],
            &["drei"],
            &["vier"],
            &["nf"],
            &["sech"],
            &["sieb"],
            &["acht"],
            &["neun"],
        ],
        Tongue::French => [
            &["un", "dix", "ze", "cent", "mil", "billion"],
            &["deux", "douz", "vingt"],
            &["trois", "treiz", "trent"],
            &["quat", "quar"],
            &["cinq", "quinz"],
            &["six", "seiz", "soixant"],
            &["sept", "soixant"],
            &["huit", "octant", "quatre"],
            &["neuf", "nonant", "quatre"],
        ],
        Tongue::Other => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::numbers::reading::Reader;

    fn may_be_in(value: &str, text: &str, tongue: Tongue) -> bool {
        Candidates::new([value]).may_be_in(text, tongue)
    }

    #[test]
    fn digits_are_found_in_every_form() {
        for text in
            ["820 million", "0.82 billion", "820,000,000", "820\u{202f}000\u{202f}000", "in 2022 820 Mio", "0820"]
        {
            assert!(may_be_in("820000000", text, Tongue::Other), "{text}");
        }
        for text in ["8,3", "1820", "820 5", "8 2 0 1", "82a", "8  2", "", "é中"] {
            assert_eq!(may_be_in("83", text, Tongue::Other), text == "8,3", "{text}");
        }
        assert!(may_be_in("0", "0 of them", Tongue::Other) && !may_be_in("0", "10 of them", Tongue::Other));
    }

    #[test]
    fn words_are_needed_for_each_digit() {
        assert!(may_be_in("42", "Forty-two of them", Tongue::English));
        assert!(!may_be_in("42", "Forty of them", Tongue::English));
        assert!(!may_be_in("4.2", "forty-two", Tongue::English));
        assert!(may_be_in("15", "FÜNFZEHN davon", Tongue::German) && !may_be_in("15", "fünf davon", Tongue::German));
        assert!(!may_be_in("42", "forty-two", Tongue::Other));
    }

    /// Every number below a thousand that the words of a language make, joined as it joins them.
    fn spelled(tongue: Tongue) -> Vec<String> {
        let (hundreds, below): (Vec<String>, Vec<String>) = match tongue {
            Tongue::English => (words(&["two hundred and", "a hundred and", "nine hundred"]), english()),
            Tongue::German => (words(&["zweihundert", "hundertund", "neunhundert"]), german()),
            _ => (words(&["deux cent", "cent", "mille neuf cent"]), french()),
        };
        let joint = if tongue == Tongue::German { "" } else { " " };
        let with = |hundred: &String| below.iter().map(|rest| format!("{hundred}{joint}{rest}")).collect::<Vec<_>>();
        hundreds.iter().flat_map(with).chain(below.iter().cloned()).collect()
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    fn joined(tens: &[&str], units: &[&str], join: &dyn Fn(&str, &str) -> String) -> Vec<String> {
        tens.iter().flat_map(|ten| units.iter().map(move |unit| join(ten, unit))).collect()
    }

    fn english() -> Vec<String> {
        let units = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        let teens = [
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ];
        let both = joined(&tens, &units, &|ten, unit| format!("{ten}-{unit}"));
        [both, words(&units), words(&tens), words(&teens)].concat()
    }

    fn german() -> Vec<String> {
        let units = ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
        let tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
        let teens = [
            "zehn",
            "elf",
            "zwölf",
            "dreizehn",
            "vierzehn",
            "fünfzehn",
            "sechzehn",
            "siebzehn",
            "achtzehn",
            "neunzehn",
        ];
        let both = joined(&tens, &units, &|ten, unit| format!("{unit}und{ten}"));
        [both, words(&units), words(&tens), words(&teens)].concat()
    }

    fn french() -> Vec<String> {
        let units = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];
        let teens =
            ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"];
        let tens =
            ["vingt", "trente", "quarante", "cinquante", "soixante", "septante", "octante", "nonante", "quatre-vingt"];
        let both = joined(&tens, &units, &|ten, unit| format!("{ten}-{unit}"));
        let high = joined(&["soixante", "quatre-vingt"], &teens, &|ten, unit| format!("{ten}-{unit}"));
        [both, high, words(&units), words(&tens), words(&teens), words(&["soixante et onze", "vingt et un"])].concat()
    }

    #[test]
    fn whatever_is_read_from_words_was_a_candidate() {
        for (code, scales) in [
            ("en", ["thousand", "million", "hundred", "billion"]),
            ("de", ["Millionen", "Mio.", "Milliarden", "Mrd."]),
            ("fr", ["mille", "millions", "milliards", "billions"]),
        ] {
            let tongue = Tongue::of(code);
            let reader = Reader::new(code, '.', []);
            let mut count = 0;
            for text in spelled(tongue) {
                for text in scales.iter().map(|scale| format!("{text} {scale}")).chain([text.clone()]) {
                    for typed in reader.read(&text).iter().filter(|typed| typed.is_firm) {
                        count += 1;
                        assert!(may_be_in(&typed.value, &text, tongue), "{text}: {}", typed.value);
                    }
                }
            }
            assert!(count > 1500, "{code}: {count}");
        }
    }
}

//! Writing RIS (Research Information Systems, “RIS Format Specifications”): a tag of two characters, two spaces, a hyphen, a
//! space, what it says; each on a line that ends with CRLF, `TY` first, `ER` last.

use crate::model::date::Date;

/// A reference that grows.
#[derive(Debug)]
pub struct Reference {
    text: String,
}

impl Reference {
    /// One of a kind: `ELEC` is what stands on the web, `GEN` what is nothing else.
    pub fn new(kind: &str) -> Self {
        let mut reference = Reference { text: String::new() };
        reference.line("TY", kind);
        reference
    }

    /// A tag and what it says, on one line; nothing where it says nothing.
    pub fn say(&mut self, tag: &str, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words: String = words.chars().filter(|c| !c.is_control()).collect();
        if !words.is_empty() {
            self.line(tag, &words);
        }
    }

    /// An author that is no person. The format knows no asterisk there.
    pub fn author(&mut self, name: &str) {
        self.say("AU", &name.replace('*', " "));
    }

    /// A date, with the three slashes of the format: `2023/12/15/`, `2023/12//`, `2023///`.
    pub fn date(&mut self, tag: &str, date: Date) {
        let part = |part: Option<i8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
        self.line(tag, &format!("{:04}/{}/{}/", date.year(), part(date.month()), part(date.day())));
    }

    /// The reference with its end.
    pub fn finish(mut self) -> String {
        self.line("ER", "");
        self.text
    }

    fn line(&mut self, tag: &str, words: &str) {
        self.text.push_str(&format!("{tag}  - {words}\r\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;
    use crate::model::date::Date;

    #[test]
    fn every_tag_has_a_line_and_dates_their_slashes() {
        let mut reference = Reference::new("ELEC");
        reference.author("A * B");
        reference.say("TI", "50 % {R&D}\n山东");
        reference.say("N1", " ");
        for written in ["2023-12-15", "2023-12", "2023"] {
            reference.date("DA", Date::parse(written).expect("is a date"));
        }

        let written = reference.finish();

        let lines = ["TY  - ELEC", "AU  - A B", "TI  - 50 % {R&D} 山东", "DA  - 2023/12/15/", "DA  - 2023/12//"];
        assert_eq!(written, format!("{}\r\nDA  - 2023///\r\nER  - \r\n", lines.join("\r\n")));
    }
}

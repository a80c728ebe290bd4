//! Writing JSON in a given order of keys, without building it first: data files are long, and every page has its JSON-LD.
//!
//! By hand: `serde_json` writes types or whole trees. Here the keys depend on the content model, and a value is written when
//! it is read; `<` is escaped, so that the same text may stand in a `<script>`.

use std::fmt::Write as _;

/// A JSON text that grows.
#[derive(Debug, Default)]
pub struct Json {
    text: String,
    /// Whether the next value follows another.
    follows: bool,
}

impl Json {
    /// An empty text with room for some bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Json { text: String::with_capacity(bytes), follows: false }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// An object; `fill` writes its members.
    pub fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.enclosed('{', '}', fill);
    }

    /// An array; `fill` writes its items.
    pub fn array(&mut self, fill: impl FnOnce(&mut Self)) {
        self.enclosed('[', ']', fill);
    }

    /// The name of a member; its value is written next.
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.separate();
        self.quoted(name);
        self.text.push(':');
        self.follows = false;
        self
    }

    /// A string.
    pub fn string(&mut self, text: &str) {
        self.separate();
        self.quoted(text);
        self.follows = true;
    }

    /// A number or a word of JSON, as it is.
    pub fn literal(&mut self, text: &str) {
        self.separate();
        self.text.push_str(text);
        self.follows = true;
    }

    /// A member that is a string.
    pub fn member(&mut self, name: &str, text: &str) {
        self.key(name).string(text);
    }

    /// A member that is a string; none when there is nothing to say.
    pub fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.member(name, text);
        }
    }

    /// A line break before the next member or item, so that long files can be read and compared by line.
    pub fn line(&mut self) {
        if self.follows {
            self.text.push(',');
            self.follows = false;
        }
        self.text.push('\n');
    }

    /// A line break after the last member or item.
    pub fn line_end(&mut self) {
        self.text.push('\n');
    }

    fn enclosed(&mut self, open: char, close: char, fill: impl FnOnce(&mut Self)) {
        self.separate();
        self.text.push(open);
        self.follows = false;
        fill(self);
        self.text.push(close);
        self.follows = true;
    }

    fn separate(&mut self) {
        if self.follows {
            self.text.push(',');
            self.follows = false;
        }
    }

    /// `<` is escaped, so that the text may stand in a `<script>`.
    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        let mut start = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && !matches!(byte, b'"' | b'\\' | b'<') {
                continue;
            }
            self.text.push_str(&text[start..at]);
            start = at + 1;
            match byte {
                b'"' => self.text.push_str("\\\""),
                b'\\' => self.text.push_str("\\\\"),
                b'\n' => self.text.push_str("\\n"),
                b'\t' => self.text.push_str("\\t"),
                _ => drop(write!(self.text, "\\u{byte:04x}")),
            }
        }
        self.text.push_str(&text[start..]);
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json() {
        let mut json = Json::default();
        json.object(|json| {
            json.member("a\"\\\u{1}", "</script>\n\t");
            json.line();
            json.key("b").array(|json| {
                json.literal("31.90");
                json.array(|_| {});
                json.object(|json| json.optional("no", None));
            });
            json.optional("c", Some("ü"));
        });
        let text = json.finish();

        let read: serde_json::Value = serde_json::from_str(&text).expect("is JSON");
        assert_eq!(read["a\"\\\u{1}"], "</script>\n\t");
        assert_eq!(read["c"], "ü");
        assert_eq!(text, "{\"a\\\"\\\\\\u0001\":\"\\u003c/script>\\n\\t\",\n\"b\":[31.90,[],{}],\"c\":\"ü\"}");
    }
}

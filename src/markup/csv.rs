//! Writing CSV: RFC 4180 with CRLF, UTF-8 without a byte order mark, and no cell that a spreadsheet would run.
//!
//! Ours, not the crate `csv`: what a cell needs beside quotes, the guard against formulas, would stand before every call of
//! it, and what is left is twenty lines.

use crate::markup::xlsx::{CellKind, Sheet};
use crate::model::number::Number;

/// A CSV text that grows.
#[derive(Debug)]
pub struct Csv {
    bytes: Vec<u8>,
    /// Between cells.
    separator: char,
    /// Between the digits of a number.
    decimal: char,
    /// Whether the row has a cell already.
    follows: bool,
    /// The same as a sheet of a workbook, cell by cell.
    sheet: Option<Sheet>,
}

impl Default for Csv {
    fn default() -> Self {
        Csv { bytes: Vec::new(), separator: ',', decimal: '.', follows: false, sheet: None }
    }
}

impl Csv {
    /// One that begins with a byte order mark, which tells spreadsheet programs that it is UTF-8; with what stands between
    /// cells and between the digits of a number in their language.
    pub fn for_spreadsheets(separator: char, decimal: char) -> Self {
        Csv { bytes: "\u{feff}".into(), separator, decimal, follows: false, sheet: None }
    }

    /// One that is written as a sheet as well, which has its headings already.
    pub fn beside(sheet: Sheet) -> Self {
        Csv { sheet: Some(sheet), ..Csv::default() }
    }

    /// The row of headings.
    pub fn head<'t>(&mut self, names: impl Iterator<Item = &'t str>) {
        let sheet = self.sheet.take();
        names.for_each(|name| self.text(name));
        self.end_row();
        self.sheet = sheet;
    }

    /// A cell of text that says of what kind it is, whatever its column is.
    pub fn text_of(&mut self, kind: CellKind, text: &str) {
        self.separate();
        self.quoted(if is_formula(text) { "'" } else { "" }, text);
        self.sheet.iter_mut().for_each(|sheet| sheet.cell_of(kind, text));
    }

    /// A cell with a number, as it was written but for its decimal mark.
    pub fn number(&mut self, digits: &str) {
        self.separate();
        let digits = digits.replace('.', self.decimal.encode_utf8(&mut [0; 4]));
        self.quoted("", &digits);
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// The same, and the sheet that it was written as.
    pub fn finish_both(self) -> (Vec<u8>, Option<Sheet>) {
        (self.bytes, self.sheet)
    }

    /// A cell of text. What a spreadsheet would take for a formula gets an apostrophe before it.
    pub fn text(&mut self, text: &str) {
        self.separate();
        self.quoted(if is_formula(text) { "'" } else { "" }, text);
        self.sheet.iter_mut().for_each(|sheet| sheet.cell(text));
    }

    /// A cell that lists texts, joined by `;`. In a text, `;` and `\` have a `\` before them.
    pub fn list<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        self.separate();
        let (mut joined, mut plain) = (String::new(), String::new());
        for (at, text) in texts.enumerate() {
            if at > 0 {
                joined.push(';');
                plain.push(';');
            }
            if is_formula(text) {
                joined.push('\'');
            }
            let text = text.replace('\\', "\\\\").replace(';', "\\;");
            joined.push_str(&text);
            plain.push_str(&text);
        }
        self.quoted("", &joined);
        self.sheet.iter_mut().for_each(|sheet| sheet.cell(&plain));
    }

    /// A cell with nothing in it.
    pub fn empty(&mut self) {
        self.separate();
        self.sheet.iter_mut().for_each(|sheet| sheet.cell(""));
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.bytes.extend_from_slice(b"\r\n");
        self.follows = false;
        self.sheet.iter_mut().for_each(Sheet::end_row);
    }

    fn separate(&mut self) {
        if self.follows {
            self.bytes.extend(self.separator.encode_utf8(&mut [0; 4]).bytes());
        }
        self.follows = true;
    }

    fn quoted(&mut self, before: &str, text: &str) {
        // A decimal comma is none that parts cells.
        let is_own = |byte| byte == b',' && self.separator != ',';
        let needs_quotes = text.bytes().any(|byte| matches!(byte, b'"' | b',' | b';' | b'\n' | b'\r') && !is_own(byte));
        if !needs_quotes {
            self.bytes.extend_from_slice(before.as_bytes());
            self.bytes.extend_from_slice(text.as_bytes());
            return;
        }
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(before.as_bytes());
        for (at, part) in text.split('"').enumerate() {
            if at > 0 {
                self.bytes.extend_from_slice(b"\"\"");
            }
            self.bytes.extend_from_slice(part.as_bytes());
        }
        self.bytes.push(b'"');
    }
}

/// Whether a spreadsheet would calculate a cell (OWASP, “CSV Injection”): its first character begins a formula, also in the
/// width that Chinese and Japanese keyboards type, and it is no number.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && Number::parse(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(fill: impl FnOnce(&mut Csv)) -> String {
        let mut csv = Csv::default();
        fill(&mut csv);
        csv.end_row();
        String::from_utf8(csv.finish()).expect("is UTF-8")
    }

    #[test]
    fn quotes_commas_and_line_breaks_are_enclosed() {
        let written = row(|csv| ["a", "b,c", "d\"e", "f\r\ng", "h;i", ""].into_iter().for_each(|text| csv.text(text)));

        assert_eq!(written, "a,\"b,c\",\"d\"\"e\",\"f\r\ng\",\"h;i\",\r\n");
    }

    #[test]
    fn formulas_are_text_and_negative_numbers_are_numbers() {
        let written =
            row(|csv| ["=1+1", "@a", "-x", "+49 1", "\tx", "＝1", "-5", "-0.50"].into_iter().for_each(|t| csv.text(t)));

        assert_eq!(written, "'=1+1,'@a,'-x,'+49 1,'\tx,'＝1,-5,-0.50\r\n");
    }

    #[test]
    fn spreadsheets_are_told_the_encoding_and_get_the_marks_of_their_language() {
        let mut csv = Csv::for_spreadsheets(';', ',');
        csv.number("-0.50");
        csv.number("1200");
        ["a;b", "a,b", "=1+1", "+49 1", "-5"].into_iter().for_each(|text| csv.text(text));
        csv.end_row();

        let written = String::from_utf8(csv.finish()).expect("is UTF-8");

        assert_eq!(written, "\u{feff}-0,50;1200;\"a;b\";a,b;'=1+1;'+49 1;-5\r\n");
    }

    #[test]
    fn items_of_a_list_can_be_told_apart() {
        let written = row(|csv| csv.list(["a;b", "=c", "d\\"].into_iter()));

        assert_eq!(written, "\"a\\;b;'=c;d\\\\\"\r\n");
    }
}

//! Writing workbooks: the parts of SpreadsheetML (ECMA-376) that a table needs, as XML; what packs them into one file stands
//! elsewhere.
//!
//! Ours, not the crate `rust_xlsxwriter`: it brings a second `zip`, with what that draws in for encryption and for random
//! numbers, and keeps whole tables in memory as floating-point numbers. What a table needs is five short texts.

use std::fmt::Write;

use crate::markup::html::escape;
use crate::model::date::{Date, Precision};
use crate::model::number::Number;

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text, whatever it begins with.
    Text,
    /// A number; text where it has more digits than programs keep.
    Number,
    /// A day, with or without a time; text where less of it is known.
    Date,
    /// `true` or `false`.
    Boolean,
}

/// A table that grows, as a sheet of a workbook.
#[derive(Debug)]
pub struct Sheet {
    xml: String,
    columns: Vec<(String, CellKind)>,
    row: usize,
    column: usize,
}

/// Rows that a sheet may have.
const MOST_ROWS: usize = 1_048_576;
/// Units of UTF-16 that a cell may have.
const MOST_UNITS: usize = 32_767;
/// Digits that programs keep of a number.
const MOST_DIGITS: usize = 15;
/// The positions of formats in `styles.xml`.
const DAY: u8 = 1;
const TIME: u8 = 2;
const HEAD: u8 = 3;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

impl Sheet {
    /// A sheet with its headings in a row that stays in sight.
    pub fn new(columns: impl Iterator<Item = (String, CellKind)>) -> Self {
        let (headings, kinds): (Vec<String>, Vec<CellKind>) = columns.unzip();
        let columns = (0..).map(letters).zip(kinds).collect();
        let view = "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";
        let xml = format!("{DECLARATION}<worksheet xmlns=\"{MAIN}\">{view}<sheetData><row r=\"1\">");
        let mut sheet = Sheet { xml, columns, row: 1, column: 0 };
        headings.iter().for_each(|heading| sheet.string(heading, HEAD));
        sheet.end_row();
        sheet
    }

    /// The next cell, of the kind of its column.
    pub fn cell(&mut self, text: &str) {
        let kind = self.columns.get(self.column).map_or(CellKind::Text, |(_, kind)| *kind);
        self.cell_of(kind, text);
    }

    /// The next cell, of a kind of its own.
    pub fn cell_of(&mut self, kind: CellKind, text: &str) {
        if text.is_empty() {
            self.column += 1;
            return;
        }
        match kind {
            CellKind::Number if is_kept(text) => self.value("", text),
            CellKind::Boolean if text == "true" => self.value(" t=\"b\"", "1"),
            CellKind::Boolean if text == "false" => self.value(" t=\"b\"", "0"),
            CellKind::Date => match serial(text) {
                Some((style, serial)) => self.value(&format!(" s=\"{style}\""), &serial),
                None => self.string(text, 0),
            },
            _ => self.string(text, 0),
        }
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.row += 1;
        self.column = 0;
        let _ = write!(self.xml, "</row><row r=\"{}\">", self.row);
    }

    /// The sheet as XML; `None`: it has more rows than a workbook can hold.
    pub fn finish(mut self) -> Option<String> {
        let begun = format!("<row r=\"{}\">", self.row);
        self.xml.truncate(self.xml.len() - begun.len());
        self.xml.push_str("</sheetData></worksheet>");
        (self.row <= MOST_ROWS + 1).then_some(self.xml)
    }

    fn value(&mut self, attributes: &str, value: &str) {
        let place = self.place();
        // Writing to a string cannot fail.
        let _ = write!(self.xml, "<c r=\"{place}\"{attributes}><v>{value}</v></c>");
    }

    fn string(&mut self, text: &str, style: u8) {
        let place = self.place();
        let style = if style == 0 { String::new() } else { format!(" s=\"{style}\"") };
        let text = written(text);
        let _ = write!(
            self.xml,
            "<c r=\"{place}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        );
    }

    fn place(&mut self) -> String {
        let letters =
            self.columns.get(self.column).map_or_else(|| letters(self.column), |(letters, _)| letters.clone());
        self.column += 1;
        format!("{letters}{}", self.row)
    }
}

/// The letters of a column, from 0: `A` … `Z`, `AA` …
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}

/// Whether a text is a number that programs keep as it is.
fn is_kept(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits <= MOST_DIGITS && Number::parse(text).is_some()
}

/// A day as programs count it, from 1900 on, with the format that shows it; `None`: it is none, or less of it is known.
fn serial(text: &str) -> Option<(u8, String)> {
    let date = Date::parse(text)?;
    let days = i64::from(jiff::civil::date(1899, 12, 30).until(date.start()).ok()?.get_days());
    match date.precision() {
        // Before March 1900 programs do not agree.
        _ if days < 61 => None,
        Precision::Day => Some((DAY, days.to_string())),
        Precision::Minute(minute) => Some((TIME, format!("{:.9}", days as f64 + f64::from(minute) / 1440.0))),
        Precision::Year | Precision::Month => None,
    }
}

/// A text as it stands in XML. What is longer than a cell may be ends with an ellipsis.
fn written(text: &str) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < MOST_UNITS
    };
    let kept: String = text.chars().take_while(fits).collect();
    let cut = if kept.len() < text.len() { "…" } else { "" };
    let escaped = escape(&kept).replace('\r', "&#13;");
    let mut written = String::with_capacity(escaped.len());
    for (at, part) in escaped.split("_x").enumerate() {
        // `_x0041_` would be read as the letter of that number.
        let code = part.as_bytes();
        let is_code = code.len() > 4 && code[4] == b'_' && code[..4].iter().all(u8::is_ascii_hexdigit);
        written.push_str(if at == 0 {
            ""
        } else if is_code {
            "_x005F_x"
        } else {
            "_x"
        });
        written.push_str(part);
    }
    written + cut
}

/// The file of a sheet in the package, by a name of plain letters.
pub fn sheet_path(name: &str) -> String {
    format!("xl/worksheets/{name}.xml")
}

/// The other files of a workbook: its sheets are given with their titles and the names of their files.
pub fn parts(sheets: &[(String, String)]) -> [(&'static str, String); 5] {
    [
        ("[Content_Types].xml", content_types(sheets)),
        ("_rels/.rels", relations(std::iter::once(("officeDocument", "xl/workbook.xml".to_owned())))),
        ("xl/workbook.xml", workbook(sheets)),
        ("xl/_rels/workbook.xml.rels", {
            let files = sheets.iter().map(|(_, name)| ("worksheet", format!("worksheets/{name}.xml")));
            relations(files.chain([("styles", "styles.xml".to_owned())]))
        }),
        ("xl/styles.xml", styles()),
    ]
}

fn content_types(sheets: &[(String, String)]) -> String {
    let kind = |part: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{part}+xml");
    let one =
        |path: &str, part: &str| format!("<Override PartName=\"/{}\" ContentType=\"{}\"/>", escape(path), kind(part));
    let sheets: String = sheets.iter().map(|(_, name)| one(&sheet_path(name), "worksheet")).collect();
    let rest = one("xl/workbook.xml", "sheet.main") + &one("xl/styles.xml", "styles");
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{rest}{sheets}</Types>"
    )
}

fn relations(files: impl Iterator<Item = (&'static str, String)>) -> String {
    let one = |(number, (kind, path)): (usize, (&str, String))| {
        format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{}\"/>", escape(&path))
    };
    let all: String = (1..).zip(files).map(one).collect();
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

fn workbook(sheets: &[(String, String)]) -> String {
    let one = |(number, (title, _)): (usize, &(String, String))| {
        format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escape(title))
    };
    let all: String = (1..).zip(sheets).map(one).collect();
    format!("{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{all}</sheets></workbook>")
}

/// The formats: as it is, a day, a day with a time, a heading.
fn styles() -> String {
    let formats = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts>";
    let fonts = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>";
    let grounds = "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>";
    let own = |number: u8, font: u8, more: &str| {
        format!("<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\"{more}/>")
    };
    let cells: String = [
        own(0, 0, ""),
        own(164, 0, " applyNumberFormat=\"1\""),
        own(165, 0, " applyNumberFormat=\"1\""),
        own(0, 1, " applyFont=\"1\""),
    ]
    .concat();
    format!(
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\">{formats}{fonts}{grounds}<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\">{cells}</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

#[cfg(test)]
mod tests {
    use super::{CellKind, MOST_UNITS, Sheet, letters, serial, written};

    #[test]
    fn cells_are_what_their_columns_say_and_texts_are_never_calculated() {
        let kinds = [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Boolean];
        let mut sheet = Sheet::new(["a", "b (kW)", "c", "d"].map(str::to_owned).into_iter().zip(kinds));
        ["=1+1", "31.90", "2020-06-01", "true"].iter().for_each(|text| sheet.cell(text));
        sheet.end_row();
        ["", "1234567890123456", "2020-06", ""].iter().for_each(|text| sheet.cell(text));
        sheet.end_row();

        let xml = sheet.finish().expect("has room");

        let rows = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c><c r=\"B2\"><v>31.90</v></c><c r=\"C2\" s=\"1\"><v>43983</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row>\
            <row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1234567890123456</t></is></c><c r=\"C3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">2020-06</t></is></c></row></sheetData></worksheet>";
        assert!(xml.ends_with(rows), "{xml}");
        assert!(xml.contains("<c r=\"B1\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">b (kW)</t></is></c>"));
    }

    #[test]
    fn columns_have_letters_and_days_have_numbers() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
        let days = ["1900-03-01", "2026-11-24", "2021-03-05 12:00", "1899-12-31", "2020"].map(serial);
        let known = days.map(|day| day.map(|(style, serial)| format!("{style} {serial}")));
        let expected = [Some("1 61"), Some("1 46350"), Some("2 44260.500000000"), None, None];
        assert_eq!(known.each_ref().map(|day| day.as_deref()), expected);
    }

    #[test]
    fn what_xml_or_programs_would_change_is_written_so_that_it_stays() {
        assert_eq!(written("a\r\n<b> _x0041_ \u{1}"), "a&#13;\n&lt;b&gt; _x005F_x0041_ ");
        let long = written(&"山".repeat(MOST_UNITS + 1));
        assert_eq!((long.chars().count(), long.ends_with('…')), (MOST_UNITS, true));
        assert_eq!(written(&"a".repeat(MOST_UNITS - 1)).len(), MOST_UNITS - 1);
    }
}

//! The record of publications: `content/published.lock`.
//!
//! A header, then one line for each published value of a figure, each page and each other address, sorted, without counts
//! or positions: two branches that publish different things can be merged line by line.
//!
//! ```text
//! prospectus published 1
//! address /id/centers/bearings/ centers/bearings
//! figure centers-by-city 2019-06-12 computed 3
//! figure centers-by-city/qingdao 2019-06-12 computed 2
//! figure provincial-centers 2022-02-28 reported 22 provisional
//! page /en/centers/bearings/ centers/bearings en 4f2a90c1d3e85b67 2026-11-24
//! ```

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::diagnostics::{Checked, Diagnostic, codes};
use crate::figures::Basis;
use crate::model::date::Day;
use crate::model::value::{Status, Word, word_of};
use crate::parse::{Files, Source, Span};
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, When, basis_word};

/// Path of the record below the site's folder.
pub const FILE: &str = "content/published.lock";
/// Its first line: what it is, and the version of its format.
const HEADER: &str = "prospectus published 1";

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    /// Every value of a figure.
    pub values: BTreeMap<ValueKey, Entry<PublishedValue>>,
    /// Every page, by its address below the site.
    pub pages: BTreeMap<Box<str>, Entry<PublishedPage>>,
    /// Every other address that leads to a record: permanent ones and aliases; with the record's key.
    pub addresses: BTreeMap<Box<str>, Entry<Box<str>>>,
}

/// Something published, with the line that says so.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// What was published.
    pub it: T,
    /// Its line; empty when it does not stand in a file yet.
    pub span: Span,
}

/// A page as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedPage {
    /// `centers/bearings`, or `centers` for the index.
    pub of: Box<str>,
    /// Its language.
    pub language: Box<str>,
    /// The first 16 digits of the SHA-256 of what it says.
    pub hash: Box<str>,
    /// The day of the publication that last changed what it says.
    pub changed: Day,
}

impl<T> Entry<T> {
    /// Something that stands in no file yet.
    pub fn new(it: T) -> Self {
        Entry { it, span: Span::default() }
    }
}

/// Entries are equal when they say the same, wherever they stand.
impl<T: PartialEq> PartialEq for Entry<T> {
    fn eq(&self, other: &Self) -> bool {
        self.it == other.it
    }
}

impl<T: Eq> Eq for Entry<T> {}

impl Lock {
    /// The record as text.
    pub fn to_text(&self) -> String {
        let mut lines = Vec::with_capacity(self.values.len() + self.pages.len() + self.addresses.len());
        for (path, of) in &self.addresses {
            lines.push(format!("address {} {}", escaped(path, &[]), of.it));
        }
        for (key, value) in &self.values {
            lines.push(value_line(key, &value.it));
        }
        for (path, Entry { it: page, .. }) in &self.pages {
            let path = escaped(path, &[]);
            lines.push(format!("page {path} {} {} {} {}", page.of, page.language, page.hash, page.changed));
        }
        lines.sort_unstable();
        let mut text = format!("{HEADER}\n");
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }
}

/// `centers-by-city/qingdao 2019-06-12`: which value, as the record names it.
pub fn value_name(key: &ValueKey) -> String {
    let group = key.group.as_ref().map(|group| format!("/{}", escaped(group, &['/']))).unwrap_or_default();
    format!("{}{group} {}", key.figure, key.on)
}

fn value_line(key: &ValueKey, value: &PublishedValue) -> String {
    let status = value.status.map(|status| format!(" {}", word_of(status))).unwrap_or_default();
    format!("figure {} {} {}{status}", value_name(key), basis_word(value.basis), value.value)
}

/// A group may be any text, an old address too; in a line it is one word. `marks` mean something in that word.
fn escaped(text: &str, marks: &[char]) -> String {
    let mut word = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() || c == '%' || marks.contains(&c) {
            word.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC));
        } else {
            word.push(c);
        }
    }
    word
}

/// The text that was escaped; `None` when a `%` stands before anything but two digits, or no text comes of it.
fn unescaped(word: &str) -> Option<Box<str>> {
    let is_byte = |part: &str| part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    let is_whole = word.split('%').skip(1).all(is_byte);
    is_whole.then(|| percent_decode_str(word).decode_utf8().ok()).flatten().map(Into::into)
}

/// Reads the record; lines that cannot be read are left out, each with a finding.
pub fn parse(source: &Source) -> Checked<Lock> {
    let mut reader = Reader { source, lock: Lock::default(), findings: Vec::new() };
    let mut at = 0;
    let mut is_first = true;
    for whole in source.text.split_inclusive('\n') {
        let line = whole.trim_end();
        let span = Span { start: at as u32, end: (at + line.len()) as u32 };
        at += whole.len();
        match line {
            "" => {}
            _ if is_merge_mark(line) => reader.merge_mark(span),
            _ if is_first => reader.header(line, span),
            HEADER => {}
            _ => reader.line(line, span),
        }
        is_first &= line.is_empty();
    }
    if is_first {
        reader.report(Span::default(), "this file is empty", "bring it back from version control, or remove it");
    }
    Checked { value: reader.lock, diagnostics: reader.findings }
}

/// What git leaves where two branches wrote different things.
fn is_merge_mark(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]
        .iter()
        .any(|mark| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

struct Reader<'s> {
    source: &'s Source,
    lock: Lock,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, span: Span, message: impl Into<String>, hint: &str) {
        self.findings.push(self.source.finding(&codes::PUBLISHED_LOCK, span, message).hint(hint));
    }

    fn merge_mark(&mut self, span: Span) {
        // One conflict has three or four marks: the first tells of it.
        if self.source.text[span.start as usize..].starts_with("<<<<<<<") {
            self.report(
                span,
                "two branches were merged here and git could not decide",
                "keep the lines of the branch that was published last and remove the marks <<<<<<<, =======, >>>>>>>; \
                 `prospectus publish` writes the rest",
            );
        }
    }

    fn header(&mut self, line: &str, span: Span) {
        if line != HEADER {
            let hint = format!("the first line is `{HEADER}`; a newer Prospectus may write another version");
            self.report(span, format!("`{line}` is not the beginning of a record of publications"), &hint);
        }
    }

    fn line(&mut self, line: &str, span: Span) {
        let words: Vec<&str> = line.split(' ').collect();
        let kept = match *words.as_slice() {
            ["address", path, of] => match unescaped(path) {
                Some(path) => self.lock.addresses.insert(path, Entry { it: of.into(), span }).is_none(),
                None => return self.unreadable(span),
            },
            ["page", path, of, language, hash, changed] if is_hash(hash) => {
                let (path, changed) = (unescaped(path), Day::parse(changed));
                let (Some(path), Some(changed)) = (path, changed) else { return self.unreadable(span) };
                let [of, language, hash] = [of, language, hash].map(Box::from);
                let page = PublishedPage { of, language, hash, changed };
                self.lock.pages.insert(path, Entry { it: page, span }).is_none()
            }
            ["figure", name, on, basis, ref rest @ ..] => match value(name, on, basis, rest) {
                Some((key, value)) => self.lock.values.insert(key, Entry { it: value, span }).is_none(),
                None => return self.unreadable(span),
            },
            _ => return self.unreadable(span),
        };
        if !kept {
            self.report(span, "this was recorded above already", "keep the line that was published last");
        }
    }

    fn unreadable(&mut self, span: Span) {
        self.report(
            span,
            "this line cannot be read",
            "nobody edits this file by hand: bring the line back from version control, or remove it",
        );
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn value(name: &str, on: &str, basis: &str, rest: &[&str]) -> Option<(ValueKey, PublishedValue)> {
    let (figure, group) = match name.split_once('/') {
        Some((figure, group)) => (figure, Some(unescaped(group)?)),
        None => (name, None),
    };
    let basis = match basis {
        "computed" => Basis::Computed,
        "reported" => Basis::Reported,
        _ => return None,
    };
    let (status, rest) = match rest.split_last() {
        Some((last, before)) if !before.is_empty() && Status::from_word(last).is_some() => {
            (Status::from_word(last), before)
        }
        _ => (None, rest),
    };
    let key = ValueKey { figure: figure.into(), group, on: When::parse(on)? };
    Some((key, PublishedValue { basis, value: FigureValue::parse(&rest.join(" "))?, status }))
}

/// The record of a site with its source; `None` when it was never published.
pub fn read(files: &dyn Files) -> Checked<Option<(Source, Lock)>> {
    if !files.paths().iter().any(|path| &**path == FILE) {
        return Checked::clean(None);
    }
    match files.text(FILE) {
        Ok(text) => {
            let source = Source::new(FILE, text);
            let Checked { value, diagnostics } = parse(&source);
            Checked { value: Some((source, value)), diagnostics }
        }
        Err(finding) => Checked { value: None, diagnostics: vec![*finding] },
    }
}

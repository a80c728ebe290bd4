//! Reading the record of publications, in the format that is written and in format 1, which had neither facts nor editions.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::diagnostics::{Checked, Diagnostic, codes};
use crate::figures::Basis;
use crate::model::date::Day;
use crate::model::value::{Status, Word};
use crate::parse::{Files, Source, Span};
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::fingerprint::Fingerprint;
use crate::publication::lock::{Edition, Entry, FILE, HEADER, Lock, NTH, PublishedPage, VERSION};
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, When, is_same_text};

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

/// Reads the record; lines that cannot be read are left out, each with a finding.
pub fn parse(source: &Source) -> Checked<Lock> {
    let mut reader = Reader { source, version: VERSION, lines: Lines::default(), findings: Vec::new() };
    let mut at = 0;
    let mut is_first = true;
    for whole in source.text.split_inclusive('\n') {
        let line = whole.trim_end();
        let span = Span { start: at as u32, end: (at + line.len()) as u32 };
        at += whole.len();
        match line {
            "" => {}
            _ if is_merge_mark(line) => reader.merge_mark(span),
            _ if is_first || line.starts_with(HEADER) => {
                if !reader.header(line, span) {
                    return Checked { value: Lock::default(), diagnostics: reader.findings };
                }
            }
            _ => reader.line(line, span),
        }
        is_first &= line.is_empty();
    }
    if is_first {
        reader.report(Span::default(), "this file is empty", "bring it back from version control, or remove it");
    }
    let value = reader.settled();
    Checked { value, diagnostics: reader.findings }
}

/// What git leaves where two branches wrote different things.
fn is_merge_mark(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]
        .iter()
        .any(|mark| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Lines of one kind, by their keys.
type Keyed<K, T> = Vec<(K, Entry<T>)>;

/// Lines that later editions supersede, by their keys.
type Superseded<K, T> = BTreeMap<K, Vec<Entry<T>>>;

/// The lines of the record as they stand.
#[derive(Default)]
struct Lines {
    editions: Vec<Edition>,
    facts: Keyed<FactKey, PublishedFact>,
    values: Keyed<ValueKey, PublishedValue>,
    pages: Keyed<Box<str>, PublishedPage>,
    addresses: Keyed<Box<str>, Box<str>>,
    gone: Keyed<Box<str>, ()>,
}

struct Reader<'s> {
    source: &'s Source,
    /// The version of its format.
    version: u32,
    lines: Lines,
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
                "keep the lines of both branches and remove the marks <<<<<<<, =======, >>>>>>>; with the line \
                 `content/published.lock merge=union` in .gitattributes git does so itself",
            );
        }
    }

    /// Reads the first line, or one like it that a merge put between others; whether the lines after it can be read.
    fn header(&mut self, line: &str, span: Span) -> bool {
        let version = line.strip_prefix(HEADER).and_then(|rest| rest.trim().parse::<u32>().ok());
        match version {
            Some(version @ 1..=VERSION) => self.version = version,
            Some(version) if version > VERSION => {
                let message = format!("a newer Prospectus wrote this record, in version {version} of its format");
                let hint = format!("this program reads versions 1 to {VERSION}: use the newer one");
                self.report(span, message, &hint);
                return false;
            }
            _ => {
                let hint = format!("the first line is `{HEADER} {VERSION}`");
                self.report(span, format!("`{line}` is not the beginning of a record of publications"), &hint);
            }
        }
        true
    }

    fn line(&mut self, line: &str, span: Span) {
        if self.read_line(line, span).is_none() {
            self.report(
                span,
                "this line cannot be read",
                "nobody edits this file by hand: bring the line back from version control, or remove it",
            );
        }
    }

    /// Keeps what a line says; `None` when it says nothing that is known.
    fn read_line(&mut self, line: &str, span: Span) -> Option<()> {
        let words: Vec<&str> = line.split(' ').collect();
        let (last, words) = words.split_last()?;
        if self.version == 1 && words.first() != Some(&"page") {
            return self.old_line(&[words, &[*last]].concat(), span);
        }
        let edition = Day::parse(last)?;
        let entry = |span| Entry { it: (), edition, span };
        match *words {
            ["edition", day, "as-of"] => {
                self.lines.editions.push(Edition { day: Day::parse(day)?, as_of: edition });
            }
            ["fact", record, path, on, ref rest @ ..] => {
                let (key, it) = fact((record, path, on), rest)?;
                self.lines.facts.push((key, Entry { it, edition, span }));
            }
            ["figure", name, on, basis, ref rest @ ..] => {
                let (key, it) = value((name, on, basis), rest, FigureValue::from_record)?;
                self.lines.values.push((key, Entry { it, edition, span }));
            }
            ["page", path, of, language, hash] => {
                let [of, language] = [of, language].map(Box::from);
                let it = PublishedPage { of, language, hash: Fingerprint::parse(hash)? };
                self.lines.pages.push((unescaped(path)?, Entry { it, edition, span }));
            }
            ["address", path, of] => {
                self.lines.addresses.push((unescaped(path)?, Entry { it: of.into(), edition, span }));
            }
            ["gone", key] => self.lines.gone.push((key.into(), entry(span))),
            _ => return None,
        }
        Some(())
    }

    /// The same for a line of format 1 that names no edition.
    fn old_line(&mut self, words: &[&str], span: Span) -> Option<()> {
        let edition = Day::ALWAYS;
        match *words {
            ["address", path, of] => {
                self.lines.addresses.push((unescaped(path)?, Entry { it: of.into(), edition, span }));
            }
            ["figure", name, on, basis, ref rest @ ..] => {
                let (key, it) = value((name, on, basis), rest, FigureValue::parse)?;
                self.lines.values.push((key, Entry { it, edition, span }));
            }
            _ => return None,
        }
        Some(())
    }

    /// The record that the lines make: of those with one key that of the latest edition counts.
    fn settled(&mut self) -> Lock {
        let mut lines = std::mem::take(&mut self.lines);
        if self.version == 1 {
            let newest = lines.pages.iter().map(|(_, page)| page.edition).max().unwrap_or(Day::ALWAYS);
            lines.values.iter_mut().for_each(|(_, entry)| entry.edition = newest);
            lines.addresses.iter_mut().for_each(|(_, entry)| entry.edition = newest);
        }
        let mut lock = Lock::default();
        for edition in lines.editions {
            let known = lock.editions.entry(edition.day).or_insert(edition);
            known.as_of = known.as_of.max(edition.as_of);
        }
        (lock.facts, lock.former.facts) = self.latest(lines.facts, |one, other| is_same_text(&one.value, &other.value));
        (lock.values, lock.former.values) = self.latest(lines.values, |one, other| one.value.equals(&other.value));
        // What two branches make of a page is a third: its hash is no statement that could contradict another.
        lock.pages = self.latest(lines.pages, |_, _| true).0;
        lock.addresses = self.latest(lines.addresses, |one, other| one == other).0;
        lock.gone = self.latest(lines.gone, |(), ()| true).0;
        drop_superseded(&mut lock);
        lock
    }

    /// Of lines with one key that of the latest edition, and those of earlier ones; a finding for two values in one edition.
    fn latest<K: Ord + Clone, T>(
        &mut self,
        mut lines: Keyed<K, T>,
        is_same: impl Fn(&T, &T) -> bool,
    ) -> (BTreeMap<K, Entry<T>>, Superseded<K, T>) {
        // Stable, and nearly sorted as the file is.
        lines.sort_by(|(key, entry), (other, after)| key.cmp(other).then(entry.edition.cmp(&after.edition)));
        let mut kept: Keyed<K, T> = Vec::with_capacity(lines.len());
        let mut former = Superseded::new();
        for (key, entry) in lines {
            match kept.last_mut().filter(|(known, _)| *known == key) {
                None => kept.push((key, entry)),
                Some((_, known)) if known.edition == entry.edition => {
                    if !is_same(&known.it, &entry.it) {
                        self.two_values(known.span, entry.span);
                    }
                }
                Some((_, known)) => former.entry(key).or_default().push(std::mem::replace(known, entry)),
            }
        }
        (kept.into_iter().collect(), former)
    }

    fn two_values(&mut self, first: Span, second: Span) {
        let finding = self
            .source
            .finding(&codes::PUBLISHED_LOCK, second, "one edition says two things of the same")
            .related(self.source.place(first), "the other line")
            .hint(
                "two branches published different values on one day: keep the line that is right and remove the other",
            );
        self.findings.push(finding);
    }
}

/// Leaves out what a merge brought back: lines of a record that a later edition withdrew, and the old address of a page that
/// a later edition has elsewhere.
fn drop_superseded(lock: &mut Lock) {
    let Lock { gone, facts, former, pages, addresses, .. } = lock;
    let is_gone = |record: &str, edition: Day| gone.get(record).is_some_and(|gone| edition <= gone.edition);
    if !gone.is_empty() {
        facts.retain(|key, entry| !is_gone(&key.record, entry.edition));
        former.facts.retain(|key, entries| entries.last().is_none_or(|entry| !is_gone(&key.record, entry.edition)));
        pages.retain(|_, page| !is_gone(&page.it.of, page.edition));
        addresses.retain(|_, of| !is_gone(&of.it, of.edition));
    }
    let mut newest: BTreeMap<(Box<str>, Box<str>), Day> = BTreeMap::new();
    for page in pages.values() {
        let of = newest.entry((page.it.of.clone(), page.it.language.clone())).or_insert(page.edition);
        *of = page.edition.max(*of);
    }
    if newest.len() < pages.len() {
        pages.retain(|_, page| newest[&(page.it.of.clone(), page.it.language.clone())] == page.edition);
    }
}

/// What `record path on` and the words behind them say.
fn fact((record, path, on): (&str, &str, &str), rest: &[&str]) -> Option<(FactKey, PublishedFact)> {
    let (status, value) = with_status(rest);
    let [value] = *value else { return None };
    let (value, nth) = match value.split_once(NTH) {
        Some((value, number)) => (value, number.parse::<usize>().ok().filter(|number| *number > 1)? - 1),
        None => (value, 0),
    };
    let fact = PublishedFact { value: unescaped(value)?, status };
    let key = FactKey { nth, ..FactKey::new((record.into(), path.into(), FactDate::parse(on)?), &fact.value) };
    (record.contains('/') && !fact.value.is_empty()).then_some((key, fact))
}

/// What `name on basis` and the words behind them say; `read` reads the number.
fn value(
    (name, on, basis): (&str, &str, &str),
    rest: &[&str],
    read: impl Fn(&str) -> Option<FigureValue>,
) -> Option<(ValueKey, PublishedValue)> {
    let (figure, group) = match name.split_once('/') {
        Some((figure, group)) => (figure, Some(unescaped(group)?)),
        None => (name, None),
    };
    let basis = match basis {
        "computed" => Basis::Computed,
        "reported" => Basis::Reported,
        _ => return None,
    };
    let (status, rest) = with_status(rest);
    let key = ValueKey { figure: figure.into(), group, on: When::parse(on)? };
    Some((key, PublishedValue { basis, value: read(&rest.join(" "))?, status }))
}

/// The status at the end of words, with the words before it.
fn with_status<'r, 't>(rest: &'r [&'t str]) -> (Option<Status>, &'r [&'t str]) {
    match rest.split_last() {
        Some((last, before)) if !before.is_empty() && Status::from_word(last).is_some() => {
            (Status::from_word(last), before)
        }
        _ => (None, rest),
    }
}

/// The text that was escaped; `None` when a `%` stands before anything but two digits, or no text comes of it.
fn unescaped(word: &str) -> Option<Box<str>> {
    if !word.contains('%') {
        return Some(word.into());
    }
    let is_byte = |part: &str| part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    let is_whole = word.split('%').skip(1).all(is_byte);
    is_whole.then(|| percent_decode_str(word).decode_utf8().ok()).flatten().map(Into::into)
}

//! A copy of the report in memory, whose blanks somebody has filled: it is published again and again, while editors change it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use prospectus::config::Run;
use prospectus::diagnostics::{Checked, Diagnostic, Place, Severity, codes};
use prospectus::output::{OutputFile, Sink};
use prospectus::parse::Files;
use prospectus::pipeline::{self, Published};
use prospectus::publication::compare::Changes;

use crate::site::files;

const RECORD: &str = "content/published.lock";

/// Files of the report by their path.
#[derive(Clone)]
pub struct Copy(BTreeMap<String, Vec<u8>>);

/// What publishing would do on a day.
pub struct Edition {
    /// What it changes, and what it would record.
    pub published: Published,
    pub diagnostics: Vec<Diagnostic>,
    /// The files of the site.
    files: BTreeMap<String, Vec<u8>>,
}

#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Kept {
    fn put(&self, file: OutputFile) {
        self.0.lock().unwrap().insert(file.path, file.bytes);
    }
}

impl Files for Copy {
    fn paths(&self) -> Arc<[Arc<str>]> {
        self.0.keys().map(|path| path.as_str().into()).collect()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let missing = || Box::new(Diagnostic::new(&codes::UNREADABLE, Place::file(path), "does not exist"));
        self.0.get(path).cloned().ok_or_else(missing)
    }
}

impl Copy {
    /// The report as it is, with a word in each blank.
    pub fn of_the_report() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut copy = Copy(BTreeMap::new());
        for path in ["content", "themes"].iter().flat_map(|part| files(&root.join(part))) {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            let bytes = fs::read(&path).unwrap();
            let bytes =
                String::from_utf8(bytes).map_or_else(|other| other.into_bytes(), |text| filled(&text).into_bytes());
            copy.0.insert(name, bytes);
        }
        copy
    }

    /// The copy with another file, or another content of one.
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.0.insert(path.to_owned(), bytes.as_ref().to_vec());
        self
    }

    /// The copy with other words in a file that has these.
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.bytes(path).unwrap()).unwrap();
        assert!(text.contains(from), "{path} does not say {from:?}");
        let edited = text.replacen(from, to, 1);
        self.with(path, edited)
    }

    /// The copy with words at the end of a file.
    pub fn append(self, path: &str, words: &str) -> Self {
        let text = String::from_utf8(self.bytes(path).unwrap()).unwrap();
        self.with(path, text + words)
    }

    /// What publishing would do on a day.
    pub fn edition(&self, day: &str) -> Edition {
        let kept = Kept::default();
        let Checked { value, diagnostics } = pipeline::publish(self, &Run::on(day.parse().unwrap()), &kept);
        Edition { published: value, diagnostics, files: kept.0.into_inner().unwrap() }
    }

    /// The copy with the record of an edition.
    pub fn recorded(self, edition: &Edition) -> Self {
        self.with(RECORD, edition.record())
    }

    /// The copy with the corrections that an edition misses, in each of which somebody has said why.
    pub fn corrected(self, edition: &Edition) -> Self {
        let drafts = edition.published.drafts.iter();
        drafts.fold(self, |copy, draft| copy.with(&draft.path, filled(&draft.text)))
    }
}

impl Edition {
    /// The codes of what stops it, each with how many findings it has.
    pub fn errors(&self) -> BTreeMap<&str, usize> {
        let mut errors = BTreeMap::new();
        for finding in self.diagnostics.iter().filter(|finding| finding.code.severity == Severity::Error) {
            *errors.entry(finding.code.name).or_default() += 1;
        }
        errors
    }

    /// The messages of one code.
    pub fn messages(&self, code: &str) -> Vec<&str> {
        self.diagnostics.iter().filter(|finding| finding.code.name == code).map(|finding| &*finding.message).collect()
    }

    /// Names of the drafts.
    pub fn drafts(&self) -> BTreeSet<&str> {
        self.published
            .drafts
            .iter()
            .map(|draft| draft.path.strip_prefix("content/corrections/").unwrap().strip_suffix(".yaml").unwrap())
            .collect()
    }

    /// What differs from the edition before.
    pub fn changes(&self) -> &Changes {
        self.published.changes.as_ref().unwrap()
    }

    /// What is recorded of it.
    pub fn record(&self) -> String {
        self.published.record.as_ref().unwrap().to_text()
    }

    /// Where findings of a code stand: `path:line`.
    pub fn places(&self, code: &str) -> BTreeSet<String> {
        let found = self.diagnostics.iter().filter(|finding| finding.code.name == code);
        found.map(|finding| format!("{}:{}", finding.place.path, finding.place.line)).collect()
    }

    /// A file of the site.
    pub fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Whether there is a file.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }
}

/// A text without its blanks.
fn filled(text: &str) -> String {
    let mut pieces = text.split("[[to fill:");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (_, rest) = piece.split_once("]]").expect("a blank has an end");
        filled.push_str("Confirmed");
        filled.push_str(rest);
    }
    filled
}

//! What a search finds: one document for each record that readers of a language can be led to, and one for each list.

use crate::figures::Basis;
use crate::link::called::{Called, Spoken};
use crate::link::listing::{Chosen, end_of, teller};
use crate::markup::json::Json;
use crate::model::builtin::{CORRECTIONS, SOURCES, TERMS};
use crate::model::value::Value;
use crate::parse::Files;
use crate::position::{CollectionIx, List, RecordIx};
use crate::prose::fields;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::search::names::foreign;
use crate::search::pinyin;
use crate::search::words::{self, Class, Words};
use crate::words::shortened::cut;
use crate::words::{corrected, dates, figures, sources};

/// Letters of a title: who needs more reads the page.
const TITLE: usize = 200;
/// Letters of a summary.
const SUMMARY: usize = 160;
/// Letters of the line at a glance.
const GLANCE: usize = 100;
/// Other names that are shown; it is found by all of them.
const NAMES: usize = 6;
/// Between what is said side by side.
const BETWEEN: &str = " · ";

/// A document.
#[derive(Debug, Default)]
pub struct Document {
    /// What readers see of it, as JSON.
    pub json: String,
    /// The words by which it is found.
    pub words: Words,
}

/// What readers see of a document.
#[derive(Debug, Default)]
pub struct Shown<'a> {
    /// Its title.
    pub title: &'a str,
    /// The tag of the language of the title, where it is not that of the reader.
    pub language: Option<&'a str>,
    /// Where it is, as links have it.
    pub url: &'a str,
    /// The position of its kind.
    pub kind: usize,
    /// What it is, in a sentence or two.
    pub summary: Option<String>,
    /// Its most important facts, or its day.
    pub glance: Option<String>,
    /// Its other names.
    pub names: &'a [&'a str],
    /// What it answers.
    pub answer: Option<Answer>,
}

/// The value of a figure.
#[derive(Debug)]
pub struct Answer {
    /// With its unit, in words.
    value: String,
    /// Of when it is.
    of: String,
    /// Who reports it; `None`: the records of the site yield it.
    source: Option<String>,
}

impl Shown<'_> {
    /// The document as its file has it.
    pub fn json(&self) -> String {
        let mut json = Json::with_capacity(256);
        json.object(|json| {
            json.member("t", &cut(self.title, TITLE));
            json.member("u", self.url);
            json.key("k").literal(&self.kind.to_string());
            json.optional("s", self.summary.as_deref());
            json.optional("m", self.glance.as_deref());
            if !self.names.is_empty() {
                let names = self.names.iter().take(NAMES);
                json.key("n").array(|json| names.for_each(|name| json.string(&cut(name, TITLE))));
            }
            json.optional("l", self.language);
            if let Some(Answer { value, of, source }) = &self.answer {
                json.member("v", value);
                json.member("d", of);
                json.optional("q", source.as_deref());
            }
        });
        json.finish()
    }
}

/// Makes documents of records.
#[derive(Clone, Copy)]
pub struct Maker<'r> {
    /// The report, in the language of the reader.
    pub localizer: Localizer<'r>,
    /// The texts of the site.
    pub files: &'r dyn Files,
    /// What lists of each collection show.
    pub chosen: &'r List<CollectionIx, Chosen>,
}

impl Maker<'_> {
    /// The document of a record; `kind` is the position of its kind.
    pub fn document(self, record: RecordIx, kind: usize) -> Document {
        let Localizer { report, language, .. } = self.localizer;
        let names = report.site.names(record, language);
        let mut document = Document::default();
        // Who looks for what a source speaks of wants that first.
        let [first, others] = match &*report.site.model(record).id {
            SOURCES => [Class::Reference; 2],
            _ => [Class::Title, Class::Name],
        };
        let classes = std::iter::once(first).chain(std::iter::repeat(others));
        for (called, class) in names.iter().zip(classes) {
            document.words.name(called.text, class);
            if matches!(called.language, Spoken::Tag(tag) if pinyin::is_chinese(tag)) {
                document.words.heard(called.text, class.weaker());
            }
        }
        words::of_facts(self.localizer, record, &mut document.words);
        words::of_headings(self.localizer, record, self.files, &mut document.words);
        document.json = self.shown(record, kind, &names);
        document
    }

    fn shown(self, record: RecordIx, kind: usize, names: &[Called]) -> String {
        let Localizer { report, language, .. } = self.localizer;
        let others: Vec<&str> = names.iter().skip(1).map(|called| called.text).collect();
        let (title, spoken) = names.first().map_or(("", None), |called| (called.text, Some(called.language)));
        let address = report.plan.addresses.leads_to(record, language);
        let shown = Shown {
            title: if title.is_empty() { &report.site.get(record).record.id } else { title },
            language: spoken.and_then(|spoken| foreign(self.localizer, spoken)),
            url: address.map_or("", |address| &address.url),
            kind,
            summary: self.summary(record).map(|text| cut(&text, SUMMARY)).filter(|text| !text.is_empty()),
            glance: self.glance(record).map(|text| cut(&text, GLANCE)).filter(|text| !text.is_empty()),
            names: &others,
            answer: self.answer(record),
        };
        shown.json()
    }

    /// What a record is: its summary; what a term means, what a correction changes.
    fn summary(self, record: RecordIx) -> Option<String> {
        let model = self.localizer.report.site.model(record);
        fields::plain_summary(self.localizer, record).or_else(|| match &*model.id {
            TERMS => fields::plain_field(self.localizer, record, "definition"),
            CORRECTIONS => {
                corrected::account(self.localizer, record).map(|account| corrected::line(self.localizer, account))
            }
            _ => None,
        })
    }

    /// The most important facts of a record, of a source how it is cited, of all else its day.
    fn glance(self, record: RecordIx) -> Option<String> {
        let Localizer { report, .. } = self.localizer;
        let model = report.site.model(record);
        if *model.id == *SOURCES {
            return sources::short(self.localizer, record);
        }
        if model.is_of_things() {
            return Some(self.facts_at_a_glance(record));
        }
        match report.site.get(record).value(model.roles.date?)? {
            Value::Date(date) => Some(dates::long(self.localizer, *date)),
            _ => None,
        }
    }

    fn facts_at_a_glance(self, record: RecordIx) -> String {
        let site = &self.localizer.report.site;
        let said = self.chosen[record.collection].glance.iter().filter_map(|listed| {
            end_of(site, record.collection, listed)?;
            let (teller, at) = teller(site, record, listed)?;
            recorder::note(Note::Record(teller));
            let fact = site.effective(teller, at)?;
            Some(fields::plain_words(self.localizer, &fact)).filter(|words| !words.is_empty())
        });
        said.collect::<Vec<_>>().join(BETWEEN)
    }

    /// What a figure says; `None`: the record is none, or it has no value.
    fn answer(self, record: RecordIx) -> Option<Answer> {
        let report = self.localizer.report;
        let figure = report.figures.of(record)?;
        report.note_made_of(figure);
        let point = figure.current().filter(|point| point.amount.number.is_some())?;
        let source = point.sources.first().filter(|_| point.basis == Basis::Reported);
        let citation = source.and_then(|source| self.localizer.citation(*source));
        Some(Answer {
            value: figures::amount_text(self.localizer, figure, &point.amount),
            of: figures::date_phrase(self.localizer, &point),
            source: citation.map(|citation| citation.text.to_string()),
        })
    }
}

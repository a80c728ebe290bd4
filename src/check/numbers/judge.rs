//! What is to be said of a text in all its languages. Where it stands, its caller knows: in a file or in a field.

use std::ops::Range;

use crate::check::numbers::acknowledged::{self, Acknowledged};
use crate::check::numbers::compare::{self, Difference, Found, Pair, Read, Side};
use crate::check::numbers::known::Facts;
use crate::check::numbers::quoted;
use crate::check::numbers::text::Text;
use crate::diagnostics::{Code, codes};
use crate::model::number::Number;

/// A text in all its languages, the source language first.
pub struct Case<'a, 's> {
    /// The text in its languages.
    pub texts: &'a [Text],
    /// What the record acknowledges for this text beside its comments.
    pub accepted: &'a [&'a Acknowledged],
    /// Its record, with what that and what it leads to say in numbers.
    pub facts: &'a Facts<'s>,
    /// Whether a quote may stand in the text.
    pub is_markup: bool,
    /// The field of the record that it belongs to; `None`: it is prose.
    pub field: Option<&'a str>,
}

/// A finding without its place.
pub struct Remark {
    /// Position of the text it is about.
    pub text: usize,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub code: &'static Code,
    /// The sentence.
    pub message: String,
    /// What to do.
    pub hint: String,
}

const DIFFER: &str = "mend the text that is wrong; where both are right, acknowledge it";

impl Case<'_, '_> {
    /// Everything there is to say.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for at in 1..self.texts.len() {
            self.differences(at, &mut remarks);
        }
        for (at, text) in self.texts.iter().enumerate() {
            for read in &text.reads {
                let firm = read.typed.iter().filter(|typed| typed.is_firm);
                remarks.extend(firm.filter_map(|typed| self.against_facts(at, Found { block: read, typed })));
            }
        }
        self.acknowledgements(&mut remarks);
        remarks
    }

    fn differences(&self, at: usize, remarks: &mut Vec<Remark>) {
        let (source, translation) = (&self.texts[0], &self.texts[at]);
        let quoted = |reads: &[Read], side: Side| {
            let text = if side == Side::Source { source } else { translation };
            quoted::values(self.facts, text.language, reads)
        };
        for difference in compare::differences(&source.reads, &translation.reads, &quoted) {
            if !self.is_acknowledged(&difference) {
                remarks.push(self.differs(at, &difference));
            }
        }
    }

    fn is_acknowledged(&self, difference: &Difference) -> bool {
        let value = |found: &Option<Found>| found.map(|found| found.typed.value.clone());
        let values: Vec<String> = value(&difference.here).into_iter().chain(value(&difference.there)).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let Pair { source, translation } = difference.pair;
        let in_blocks = source.iter().chain(translation).flat_map(|read| &read.block.acknowledged);
        acknowledged::covers(in_blocks.chain(self.accepted.iter().copied()), &values)
    }

    fn differs(&self, at: usize, difference: &Difference) -> Remark {
        let name = &self.facts.site.report.config.languages[self.texts[0].language].name;
        let here = difference.here.map(|found| &found.block.block.text[found.typed.range.clone()]);
        let there = difference.there.map(|found| &*found.typed.value);
        let message = match (here, there) {
            (Some(here), Some(there)) => format!("the {name} text says {there} here, this one `{here}`"),
            (Some(here), None) => format!("the {name} text does not say `{here}` here"),
            (None, there) => format!("the {name} text says {} here, this one does not", there.unwrap_or_default()),
        };
        let start = || difference.pair.translation.first().map_or(0..0, |read| read.block.range.clone());
        let range = difference.here.map_or_else(start, |found| found.block.block.in_file(&found.typed.range));
        let value = there.or(difference.here.map(|found| &*found.typed.value)).unwrap_or_default();
        let hint = format!("{DIFFER}: {}", self.acknowledging(value));
        Remark { text: at, range, code: &codes::DIGITS_DIFFER, message, hint }
    }

    /// How to acknowledge a value here.
    fn acknowledging(&self, value: &str) -> String {
        match self.field {
            None => format!("<!-- ok: {value} --> in the paragraph"),
            Some(field) => format!("`accept: [{{field: {field}, value: {value}, because: …}}]` in the facts"),
        }
    }

    fn against_facts(&self, at: usize, found: Found) -> Option<Remark> {
        let language = self.texts[at].language;
        let block = &found.block.block;
        let remark = |code: &'static Code, message: String, hint: String| {
            let is_acknowledged = || {
                let all = block.acknowledged.iter().chain(self.accepted.iter().copied());
                acknowledged::covers(all, &[&found.typed.value])
            };
            let range = block.in_file(&found.typed.range);
            (!is_acknowledged()).then_some(Remark { text: at, range, code, message, hint })
        };
        let written = &block.text[found.typed.range.clone()];
        if let Some(fact) = self.facts.equal(found, language) {
            let quote = fact.quote.as_ref().filter(|_| self.is_markup)?;
            let message = format!("`{written}` is typed; {} says the same", fact.name);
            return remark(&codes::TYPED_NUMBER, message, format!("quote it: [](@{quote})"));
        }
        let fact = self.facts.near(found, language)?;
        let locale = self.facts.site.report.locales.get(language);
        let value = Number::parse(&fact.value).map_or_else(|| fact.value.clone(), |number| locale.number(&number));
        let message = format!("`{written}` is nearly {value}, which {} says", fact.name);
        let quote = fact.quote.as_ref().filter(|_| self.is_markup);
        let way = quote.map_or_else(|| "write the same number".to_owned(), |quote| format!("quote it: [](@{quote})"));
        let hint = format!("if it is meant, {way}; else acknowledge it: {}", self.acknowledging(&found.typed.value));
        remark(&codes::NEAR_MISS, message, hint)
    }

    /// Acknowledgements in comments that cannot be read, and those that nothing met.
    fn acknowledgements(&self, remarks: &mut Vec<Remark>) {
        for (at, text) in self.texts.iter().enumerate() {
            for (range, message) in &text.malformed {
                let hint = "write values in plain digits, with commas between: <!-- ok: 470, 12.5 — why -->".to_owned();
                let (range, message) = (range.clone(), message.clone());
                remarks.push(Remark { text: at, range, code: &codes::ACKNOWLEDGEMENT, message, hint });
            }
            let all = text.reads.iter().flat_map(|read| &read.block.acknowledged);
            for unused in all.filter(|one| !one.is_used.get()) {
                let message = format!("nothing is to be said of {} in this paragraph", unused.value);
                let hint = "remove it: an acknowledgement stands in the paragraph of its number".to_owned();
                let range = unused.range.clone();
                remarks.push(Remark { text: at, range, code: &codes::ACKNOWLEDGEMENT, message, hint });
            }
        }
    }
}

//! What a record of `sources/` must hold so that pages can cite it.

use crate::diagnostics::{Diagnostic, codes};
use crate::model::builtin::SOURCES;
use crate::model::field::Collection;
use crate::model::record::Record;
use crate::model::value::{Fact, Value};

/// Words that a short citation may have: it stands beside every fact.
const SHORT_WORDS: usize = 3;

/// Findings for a source whose citation would be too long, or would sign our own work with a publisher.
pub fn check(record: &Record, collection: &Collection, findings: &mut Vec<Diagnostic>) {
    if *collection.id != *SOURCES {
        return;
    }
    if let Some(fact) = fact(record, collection, "short")
        && let Some(Value::Localized(texts)) = fact.value()
    {
        let longest = texts.all().map(|(_, text)| text).max_by_key(|text| words(text));
        if let Some(text) = longest.filter(|text| words(text) > SHORT_WORDS) {
            let message = format!("the short citation `{text}` has more than {SHORT_WORDS} words");
            let finding = record.source.finding(&codes::CITATION, fact.span, message);
            findings.push(finding.hint("it stands beside every fact: write who speaks, in up to three words"));
        }
    }
    if let (true, Some(publisher)) = (record.is_own_work(collection), fact(record, collection, "publisher"))
        && publisher.value().is_some()
    {
        let message = "our own work names a publisher, as if a source had said it";
        let finding = record.source.finding(&codes::CITATION, publisher.span, message.to_owned());
        findings.push(finding.hint("remove `publisher`: own work is cited by its title"));
    }
}

fn fact<'r>(record: &'r Record, collection: &Collection, name: &str) -> Option<&'r Fact> {
    let (at, _) = collection.field(name)?;
    record.entries[at].entry()?.history.first()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

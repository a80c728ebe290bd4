//! Findings for published facts that would silently be otherwise, each with the correction to write.

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::Site;
use crate::parse::Span;
use crate::publication::changed_facts::of_record;
use crate::publication::compare::ChangedFact;
use crate::publication::draft;
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::facts;
use crate::publication::findings::Published;
use crate::publication::renames::record;
use crate::publication::value::{FigureValue, words};

/// A finding for a changed fact that no correction tells of, at its place in the file of its record.
pub fn changed(published: &Published, change: &ChangedFact) -> Diagnostic {
    let Published { candidate, source, .. } = *published;
    let (site, key) = (candidate.site, &change.key);
    let was = of_date(said(&change.was), key.on);
    let now = match (&change.now, change.moved) {
        (_, Some(moved)) => format!("is that{} now", date_words(moved)),
        (Some(now), None) => format!("is {} now", said(now)),
        (None, None) => "is gone".to_owned(),
    };
    let field = key.path.replace("[]", "");
    let message = format!("`{field}` of {} was published as {was}, and {now}", key.record);
    let finding = Diagnostic::new(&codes::FACT_CHANGED, place(site, change), message);
    let line = line(published, key);
    let finding = match line {
        Some(span) => finding.related(source.place(span), "what was published"),
        None => finding,
    };
    finding.hint(format!(
        "undo the change, or tell readers of it: write a record in content/corrections/ with {}",
        keys(site, change)
    ))
}

/// A record without pages that was published with facts and does not exist any more.
pub fn record_gone(published: &Published, key: &str, count: usize) -> Diagnostic {
    let Published { candidate, source, lock } = *published;
    let first = of_record(lock, key).next().map(|(_, entry)| entry.span).unwrap_or_default();
    let facts = if count == 1 { "fact" } else { "facts" };
    let message = format!("{key} was published with {count} {facts}, and is gone");
    source.finding(&codes::FACT_CHANGED, first, message).hint(format!(
        "bring the record back; to withdraw it for good keep its file and write `expires_on: {}`",
        candidate.run.today
    ))
}

/// The line that says what was published; for an item that came between others that of the one before it.
fn line(published: &Published, key: &FactKey) -> Option<Span> {
    let first = FactKey { on: FactDate::Undated, ..key.clone() };
    published.lock.facts.range(first..=key.clone()).next_back().map(|(_, entry)| entry.span)
}

/// Where the fact stands now; where nothing of it is left, its record.
fn place(site: &Site, change: &ChangedFact) -> Place {
    let Some(record) = record(site, &change.key.record) else { return Place::file(crate::publication::lock::FILE) };
    let on = change.moved.unwrap_or(change.key.on);
    let member = change.key.member.as_ref().and(change.now.as_ref()).map(|now| now.value.clone());
    let member = member.or_else(|| change.key.member.clone());
    // What it is now is the first of its kind, or not told from it.
    let nth = if change.now.is_some() { 0 } else { change.key.nth };
    let key = FactKey { on, member, nth, ..change.key.clone() };
    let of_record = || Place::file(site.get(record).record.source.path.clone());
    facts::place(site, record, &key).unwrap_or_else(of_record)
}

/// `more than 12`, `provincial`, `“not available”`.
fn said(fact: &PublishedFact) -> String {
    match FigureValue::from_record(&fact.value) {
        Some(value) => words(Some(&value)),
        None => fact.value.to_string(),
    }
}

fn of_date(said: String, on: FactDate) -> String {
    format!("{said}{}", date_words(on))
}

fn date_words(on: FactDate) -> String {
    match on {
        FactDate::Undated => String::new(),
        FactDate::Since(date) => format!(" since {date}"),
        FactDate::By(date) => format!(" by {date}"),
    }
}

/// What a correction of that change would say, one key after the other.
fn keys(site: &Site, change: &ChangedFact) -> String {
    let (is_revision, lines) = draft::of_fact(site, change);
    let kind = if is_revision { "revision" } else { "correction" };
    let mut keys = vec![format!("kind: {kind}")];
    for line in lines {
        match (line.strip_prefix("  "), keys.last_mut()) {
            (Some(inner), Some(last)) if last.ends_with(':') => last.push_str(&format!(" {{{inner}}}")),
            (Some(inner), Some(last)) => last.insert_str(last.len() - 1, &format!(", {inner}")),
            _ => keys.push(line),
        }
    }
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

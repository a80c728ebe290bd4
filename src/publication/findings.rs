//! Findings for what was published and would silently be otherwise.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::figures::Basis;
use crate::link::names::Target;
use crate::model::date::Day;
use crate::model::effective::EffectiveDate;
use crate::model::value::Status;
use crate::parse::Source;
use crate::position::LanguageIx;
use crate::publication::candidate::Candidate;
use crate::publication::compare::{ChangedValue, Changes, figure};
use crate::publication::lock::{Entry, Lock};
use crate::publication::value::{ValueKey, When, words};

/// How many addresses or values a finding names.
const NAMED: usize = 6;

/// A site beside the record of what was published of it.
#[derive(Clone, Copy)]
pub struct Published<'s> {
    /// The site.
    pub candidate: &'s Candidate<'s>,
    /// The file of the record.
    pub source: &'s Source,
    /// The record.
    pub lock: &'s Lock,
}

/// A changed value that no correction tells of.
pub struct Other {
    /// What changed.
    pub value: ChangedValue,
    /// How many values follow it by the same difference.
    pub later: usize,
    /// The record that appeared or expired, and when, if nothing but that may have changed it.
    pub by_time: Option<String>,
}

/// A finding for a changed value that no correction tells of.
pub fn changed(published: &Published, other: &Other) -> Diagnostic {
    let Published { candidate, source, lock } = *published;
    let Other { value, later, by_time } = other;
    let key = &value.key;
    let (was, now) = (words(Some(&value.was.value)), words(value.now.as_ref()));
    let more = match later {
        0 => String::new(),
        1 => "; one later value differs by as much".to_owned(),
        _ => format!("; {later} later values differ by as much"),
    };
    let since = by_time.as_ref().map(|what| format!(", since {what}")).unwrap_or_default();
    let message = format!("{} was published as {was}, and is {now} now{since}{more}", called(candidate, key));
    let code = if by_time.is_some() { &codes::FIGURE_BY_TIME } else { &codes::FIGURE_CHANGED };
    let finding = Diagnostic::new(code, place(candidate, key), message);
    let finding = match lock.values.get(key) {
        Some(entry) => finding.related(source.place(entry.span), "what was published"),
        None => finding,
    };
    finding.hint(format!(
        "undo the change, or tell readers of it: write a record in content/corrections/ with {}",
        keys(value)
    ))
}

/// What a correction of that change would say.
fn keys(value: &ChangedValue) -> String {
    let firm = matches!(value.was.status, None | Some(Status::Final));
    let kind = if firm && value.was.basis == Basis::Reported { "correction" } else { "revision" };
    let mut keys = format!("`kind: {kind}`, `of: figures/{}`", value.key.figure);
    if let Some(group) = &value.key.group {
        keys.push_str(&format!(", `group: {group}`"));
    }
    if let When::On(date) = value.key.on {
        keys.push_str(&format!(", `on: {date}`"));
    }
    keys.push_str(&format!(", `was: {}`", value.was.value));
    if let Some(now) = &value.now {
        keys.push_str(&format!(", `now: {now}`"));
    }
    keys
}

/// “Recognized centers” of 2022-02-28; “Centers by city”, qingdao, of 2019-06-12.
pub fn called(candidate: &Candidate, key: &ValueKey) -> String {
    let title = figure(candidate, &key.figure).map(|figure| candidate.site.title(figure.record, LanguageIx::SOURCE).1);
    let group = key.group.as_ref().map(|group| format!(", group {group},")).unwrap_or_default();
    let on = match key.on {
        When::Always => String::new(),
        When::On(date) => format!(" of {date}"),
    };
    format!("“{}”{group}{on}", title.unwrap_or(&key.figure))
}

/// The line of the report, else the file of the figure.
fn place(candidate: &Candidate, key: &ValueKey) -> Place {
    let Some(figure) = figure(candidate, &key.figure) else { return Place::file(crate::publication::lock::FILE) };
    let linked = candidate.site.get(figure.record);
    let field = candidate.site.model(figure.record).field("reported").map(|(at, _)| at);
    let mut reports = field.into_iter().flat_map(|field| candidate.site.starts(figure.record, field));
    let of_date = |date: EffectiveDate| When::On(date.date()) == key.on && key.group.is_none();
    match reports.find(|(_, start, _)| start.date().is_some_and(of_date)) {
        Some((.., fact)) => linked.record.source.place(fact.span),
        None => Place::file(linked.record.source.path.clone()),
    }
}

/// A figure that was published and does not exist any more.
pub fn figure_gone(source: &Source, id: &str, first: &Entry<impl Sized>, count: usize) -> Diagnostic {
    let message = format!("the figure `{id}` was published with {count} {}, and is gone", plural(count, "value"));
    source
        .finding(&codes::FIGURE_CHANGED, first.span, message)
        .hint(format!("bring back content/figures/{id}.yaml; a figure that ends keeps its file, with `expires_on: …`"))
}

/// The day of the data, when it lies before that of the last edition. A report of an earlier day is none.
pub fn older_as_of(published: &Published) -> Option<Diagnostic> {
    let Published { candidate, source, lock } = *published;
    let last = lock.last_edition()?;
    let day = candidate.config.data_as_of.filter(|day| Day::from(*day) < last.as_of && !candidate.site.is_earlier())?;
    let message = format!("the data are of {day}, but those of the edition of {} are of {}", last.day, last.as_of);
    let place = candidate.config.data_as_of_place.clone();
    let finding = Diagnostic::new(&codes::OLDER_AS_OF, place, message);
    let finding = finding.related(Place::file(source.path.clone()), "what was published");
    Some(finding.hint(
        "write the day on which somebody last looked after the data; for a report of an earlier day use `--as-of`",
    ))
}

/// Addresses that were published and lead nowhere now: a finding for each record or index, and one for a language that
/// is not published any more.
pub fn gone(published: &Published, changes: &Changes) -> Vec<Diagnostic> {
    let Published { candidate, lock, .. } = *published;
    let mut lost: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut languages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let moved = changes.moved.iter().filter(|moved| !moved.is_served).map(|moved| (&moved.of, &moved.from));
    let gone = changes.gone.iter().filter(|gone| !gone.is_served && !gone.announced).map(|gone| (&gone.of, &gone.path));
    for (of, path) in moved.chain(gone) {
        let page = lock.pages.get(path).map(|page| &*page.it.language);
        let left = page.filter(|code| !candidate.config.languages.iter().any(|language| *language.code == **code));
        match left {
            Some(language) => languages.entry(language).or_default().push(path),
            None => lost.entry(of).or_default().push(path),
        }
    }
    let of_language = languages.into_iter().map(|(language, paths)| language_gone(published, language, &paths));
    lost.into_iter().map(|(of, paths)| addresses_gone(published, of, &paths)).chain(of_language).collect()
}

fn addresses_gone(published: &Published, of: &str, paths: &[&str]) -> Diagnostic {
    let Published { candidate, source, lock } = *published;
    let verb = if paths.len() == 1 { "was published and leads" } else { "were published and lead" };
    let message = format!("{} {verb} nowhere now ({of})", named(paths));
    let aliases = format!("`aliases: [{}]`", paths.join(", "));
    let finding = source.finding(&codes::ADDRESS_GONE, line_of(lock, paths[0]), message);
    match candidate.site.find(of) {
        Ok(Target::Record(record)) => {
            let record = &candidate.site.get(record).record;
            let finding = finding.related(Place::file(record.source.path.clone()), "the record");
            finding.hint(format!("add {aliases} to its facts: old addresses lead to the new one"))
        }
        Ok(Target::Collection(_)) => {
            finding.hint(format!("bring back its `segment`, or add {aliases} to a record that readers should see instead"))
        }
        Err(_) => finding.hint(format!(
            "bring the record back, or add {aliases} to the record that takes its place; to withdraw it for good keep its \
             file and write `expires_on: {}`",
            candidate.run.today
        )),
    }
}

fn language_gone(published: &Published, language: &str, paths: &[&str]) -> Diagnostic {
    let Published { source, lock, .. } = *published;
    let message = format!("`{language}` was published, and its {} addresses lead nowhere now", paths.len());
    source
        .finding(&codes::ADDRESS_GONE, line_of(lock, paths[0]), message)
        .hint("publish the language again; to give it up for good, remove its lines from content/published.lock")
}

fn line_of(lock: &Lock, path: &str) -> crate::parse::Span {
    let page = lock.pages.get(path).map(|page| page.span);
    page.or(lock.addresses.get(path).map(|of| of.span)).unwrap_or_default()
}

fn named(paths: &[&str]) -> String {
    let shown = paths.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if paths.len() > NAMED { format!("{shown} and {} more", paths.len() - NAMED) } else { shown }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

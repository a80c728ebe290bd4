//! What a publication is, in words: before it, for whoever is asked; after it, in one line for the commit.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::cli::differences;
use crate::publication::compare::Changes;
use crate::publication::lock::Lock;

/// What would be published: every difference, or how much there is where nothing was published before.
pub fn shown(changes: Option<&Changes>, next: &Lock) -> String {
    match changes {
        None => format!("The first publication: {}.\n", listed(&first(next))),
        Some(changes) if changes.is_empty() => "Readers will see no difference.\n".to_owned(),
        Some(changes) => differences::text(changes),
    }
}

/// One line that says what was published: `Edition 2026-12-01: 2 figures corrected, 12 pages changed, 1 page moved`.
pub fn line(day: Date, changes: Option<&Changes>, next: &Lock) -> String {
    let parts = match changes {
        None => first(next),
        Some(changes) => since(changes),
    };
    let said = if parts.is_empty() { "nothing new for readers".to_owned() } else { listed(&parts) };
    let begin = if changes.is_none() { "first publication, " } else { "" };
    format!("Edition {day}: {begin}{said}\n")
}

fn first(next: &Lock) -> Vec<String> {
    let parts = [
        counted(next.facts.len(), "fact", "facts"),
        counted(next.values.len(), "value of figures", "values of figures"),
        counted(next.pages.len(), "page", "pages"),
    ];
    parts.into_iter().flatten().collect()
}

fn since(changes: &Changes) -> Vec<String> {
    let facts = changes.facts.iter().filter(|fact| fact.explained).count();
    let figures: BTreeSet<&str> =
        changes.values.iter().filter(|value| value.explained).map(|value| &*value.key.figure).collect();
    let corrected = [counted(facts, "fact", "facts"), counted(figures.len(), "figure", "figures")];
    let news = [
        counted(changes.new_facts.len(), "new fact", "new facts"),
        counted(changes.added.len(), "new value", "new values"),
    ];
    let pages = [
        (changes.texts.len() + changes.through_others.len(), "changed"),
        (changes.new.len(), "new"),
        (changes.moved.len(), "moved"),
        (changes.gone.len(), "gone"),
    ];
    let mut parts = with_verb(corrected.into_iter().flatten().collect(), "corrected");
    parts.extend(news.into_iter().flatten());
    let pages = pages.into_iter().filter(|(count, _)| *count > 0).enumerate();
    parts.extend(pages.map(|(at, (count, verb))| match (at, count) {
        (0, 1) => format!("1 page {verb}"),
        (0, _) => format!("{count} pages {verb}"),
        _ => format!("{count} {verb}"),
    }));
    parts
}

/// `["3 facts", "2 figures corrected"]`
fn with_verb(mut parts: Vec<String>, verb: &str) -> Vec<String> {
    if let Some(last) = parts.last_mut() {
        *last = format!("{last} {verb}");
    }
    parts
}

/// `None` for nothing.
fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    }
}

fn listed(parts: &[String]) -> String {
    parts.join(", ")
}

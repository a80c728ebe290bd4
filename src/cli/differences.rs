//! Differences between two publications, in words and for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::cli::fact_differences::{Facts, TOLD};
use crate::publication::compare::{ChangedValue, Changes, Gone, Moved};
use crate::publication::lock::PublishedPage;
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, basis_word, words};

/// A kind of differences: its heading, its word at the beginning of a line, and its lines.
struct Part {
    heading: &'static str,
    word: &'static str,
    lines: Vec<String>,
}

/// One difference a line, each with its kind.
pub fn text(changes: &Changes) -> String {
    let mut text = String::new();
    for part in parts(changes, &str::to_owned) {
        for line in part.lines {
            let _ = writeln!(text, "{:<10}{line}", part.word);
        }
    }
    text
}

/// A list under a heading for each kind.
pub fn markdown(changes: &Changes) -> String {
    let mut text = String::new();
    for part in parts(changes, &|name| format!("`{name}`")).into_iter().filter(|part| !part.lines.is_empty()) {
        let _ = writeln!(text, "## {}\n", part.heading);
        for line in part.lines {
            let _ = writeln!(text, "- {line}");
        }
        text.push('\n');
    }
    if text.is_empty() { "No differences.\n".to_owned() } else { text.trim_end().to_owned() + "\n" }
}

/// One JSON document.
pub fn json(changes: &Changes) -> String {
    let (changed, removed) = values(changes);
    let value = |key: &ValueKey, value: &PublishedValue| {
        let mut named = named(key);
        named["basis"] = basis_word(value.basis).into();
        named["value"] = value.value.to_string().into();
        named
    };
    let page =
        |(path, page): &(Box<str>, PublishedPage)| json!({"path": path, "of": page.of, "language": page.language});
    let document = json!({
        "published": true,
        "facts": Facts::of(changes).json(),
        "values": {
            "changed": changed.iter().map(|value| change(value)).collect::<Vec<_>>(),
            "removed": removed.iter().map(|value| change(value)).collect::<Vec<_>>(),
            "added": changes.added.iter().map(|(key, it)| value(key, it)).collect::<Vec<_>>(),
        },
        "pages": {
            "moved": changes.moved.iter().map(|moved| json!({
                "of": moved.of, "language": moved.language, "from": moved.from, "to": moved.to, "redirected": moved.is_served,
            })).collect::<Vec<_>>(),
            "gone": changes.gone.iter().map(|gone| json!({
                "path": gone.path, "of": gone.of, "announced": gone.announced, "redirected": gone.is_served,
            })).collect::<Vec<_>>(),
            "new": changes.new.iter().map(page).collect::<Vec<_>>(),
            "changed": changes.texts.iter().map(page).collect::<Vec<_>>(),
            "changed_through_others": changes.through_others.iter().map(page).collect::<Vec<_>>(),
        },
    });
    format!("{document:#}\n")
}

fn named(key: &ValueKey) -> Value {
    json!({"figure": key.figure, "group": key.group, "date": key.on.to_string()})
}

fn change(value: &ChangedValue) -> Value {
    let mut named = named(&value.key);
    named["basis"] = basis_word(value.was.basis).into();
    named["was"] = value.was.value.to_string().into();
    named["now"] = value.now.as_ref().map(FigureValue::to_string).into();
    named["corrected"] = value.explained.into();
    named
}

fn values(changes: &Changes) -> (Vec<&ChangedValue>, Vec<&ChangedValue>) {
    changes.values.iter().partition(|value| value.now.is_some())
}

/// All kinds in the order of what matters most; `name` marks what is code.
fn parts(changes: &Changes, name: &dyn Fn(&str) -> String) -> Vec<Part> {
    let value = |key: &ValueKey| {
        let group = key.group.as_ref().map(|group| format!(", {group}")).unwrap_or_default();
        format!("{}{group}, {}", name(&format!("figures/{}", key.figure)), key.on)
    };
    let changed = |it: &&ChangedValue| {
        let (was, now) = (words(Some(&it.was.value)), words(it.now.as_ref()));
        format!("{}: {was} → {now} ({})", value(&it.key), TOLD[usize::from(it.explained)])
    };
    let added = |(key, it): &(ValueKey, PublishedValue)| {
        format!("{}: {} ({})", value(key), words(Some(&it.value)), basis_word(it.basis))
    };
    let moved = |it: &Moved| {
        let led = if it.is_served { "" } else { " (the old address leads nowhere)" };
        format!("{} → {}{led}", name(&it.from), name(&it.to))
    };
    let gone = |it: &Gone| {
        let how = match (it.is_served, it.announced) {
            (true, _) => "the address leads on",
            (_, true) => "expired",
            _ => "the address leads nowhere",
        };
        format!("{} ({}; {how})", name(&it.path), it.of)
    };
    let page = |(path, page): &(Box<str>, PublishedPage)| format!("{} ({})", name(path), page.of);
    let (changed_values, removed) = values(changes);
    let facts = Facts::of(changes);
    let part = |heading, word, lines| Part { heading, word, lines };
    vec![
        part("Facts changed", "changed", facts.changed_lines(name)),
        part("Facts removed", "removed", facts.removed_lines(name)),
        part("Numbers changed", "changed", changed_values.iter().map(changed).collect()),
        part("Numbers removed", "removed", removed.iter().map(changed).collect()),
        part("Facts added", "added", facts.added_lines(name)),
        part("Numbers added", "added", changes.added.iter().map(added).collect()),
        part("Pages moved", "moved", changes.moved.iter().map(moved).collect()),
        part("Pages gone", "gone", changes.gone.iter().map(gone).collect()),
        part("New pages", "new", changes.new.iter().map(page).collect()),
        part("Pages that say something else", "says", changes.texts.iter().map(page).collect()),
        part("Pages that show something else of others", "shows", changes.through_others.iter().map(page).collect()),
    ]
}

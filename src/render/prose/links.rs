//! Links of prose: to records, to facts, to attachments, to the world outside.

use std::ops::Range;

use crate::config::url;
use crate::diagnostics::codes;
use crate::diagnostics::did_you_mean;
use crate::link::{Nowhere, RecordIx, Target};
use crate::model::date::Date;
use crate::model::value::{Given, word_of};
use crate::render::facts;
use crate::render::prose::{Text, quotes};
use crate::render::recorder::{self, Read};
use crate::render::xml::escape;

/// The beginning of a link, with its words where it has none of its own, and its end. A link that leads nowhere
/// becomes text.
pub fn open(
    text: &Text,
    destination: &str,
    title: &str,
    range: Range<usize>,
    is_empty: bool,
) -> (String, &'static str) {
    let (url, words) = match destination.strip_prefix('@') {
        Some(reference) => match to_record(text, reference, &range, is_empty) {
            Some(found) => found,
            None => return (String::new(), ""),
        },
        None => match outside(text, destination, &range) {
            Some(url) => (Some(url), String::new()),
            None => return (String::new(), ""),
        },
    };
    let Some(url) = url else { return (words, "") };
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
    (format!("<a href=\"{}\"{title}>{words}", escape(&url)), "</a>")
}

/// The address of an image in prose.
pub fn image(text: &Text, destination: &str, range: Range<usize>) -> String {
    if ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| destination.starts_with(scheme)) {
        let finding = text.finding(&codes::UNSAFE_LINK, range, format!("`{destination}` is on another host"));
        recorder::report(
            finding.hint("put the image into the folder of the record: pages ask no other host for anything"),
        );
        return String::new();
    }
    attachment(text, destination, &range).unwrap_or_default()
}

/// Address and words of a link to a record or an index. `None`: it leads nowhere, which is reported.
fn to_record(text: &Text, reference: &str, range: &Range<usize>, is_empty: bool) -> Option<(Option<String>, String)> {
    let (name, fragment) =
        reference.split_once('#').map_or((reference, None), |(name, fragment)| (name, Some(fragment)));
    let world = text.world;
    match world.site.find(name) {
        Ok(Target::Collection(collection)) => {
            recorder::note(Read::Collection(collection));
            let url = world.plan.addresses.index_url(collection, text.language, 1);
            if url.is_none() {
                let finding = text.finding(&codes::BROKEN_LINK, range.clone(), format!("`@{name}` has no index page"));
                recorder::report(finding.hint("link to one of its records: @collection/id"));
            }
            let label = world.site.collections[collection as usize].label.text(text.words);
            Some((url, if is_empty { escape(label) } else { String::new() }))
        }
        Ok(Target::Record(record)) => Some(record_link(text, record, fragment, range, is_empty)),
        // A record that the public does not see leaves its words, and no trace where it has none.
        Err(Nowhere::Held(_)) => Some((None, String::new())),
        Err(Nowhere::Unknown(hint)) => {
            let finding = text.finding(&codes::BROKEN_LINK, range.clone(), format!("`@{name}` leads nowhere"));
            recorder::report(finding.hint(hint));
            None
        }
    }
}

fn record_link(
    text: &Text,
    record: RecordIx,
    fragment: Option<&str>,
    range: &Range<usize>,
    is_empty: bool,
) -> (Option<String>, String) {
    let world = text.world;
    recorder::note(Read::Record(record));
    if let (Some(figure), true) = (world.figures.of(record), is_empty) {
        return quotes::figure(text, figure, fragment, range);
    }
    let url = world.plan.addresses.best(record, text.language).map(|(_, address)| address.url.to_string());
    match fragment {
        None => (url, if is_empty { escape(world.site.title(record, text.words).1) } else { String::new() }),
        Some(field) if is_empty => {
            let words = quoted(text, record, field, range);
            (url.map(|url| format!("{url}#fact-{field}")), words)
        }
        Some(anchor) => {
            // On a page that shows another language the headings of the other page have other ids.
            if text.words != text.language {
                return (url, String::new());
            }
            check_anchor(text, record, anchor, range);
            // A day of a figure has no place of its own on the page.
            if world.figures.of(record).is_some() && Date::parse(anchor).is_some() {
                return (url, String::new());
            }
            (url.map(|url| format!("{url}#{anchor}")), String::new())
        }
    }
}

/// A fact in words, for a link such as `[](@centers/bearings#capital)`.
fn quoted(text: &Text, record: RecordIx, name: &str, range: &Range<usize>) -> String {
    let world = text.world;
    let model = world.site.model(record);
    let Some((at, field)) = model.field(name) else {
        let finding =
            text.finding(&codes::BROKEN_ANCHOR, range.clone(), format!("`{name}` is not a field of {}", model.id));
        recorder::report(finding.hint_if(did_you_mean(name, model.fields.iter().map(|field| &*field.name))));
        return String::new();
    };
    let linked = world.site.get(record);
    match linked.fact(at) {
        None => escape(&world.words("missing-not-available", text.words)),
        Some(fact) => match fact.given {
            Given::Missing(missing) => escape(&world.words(&format!("missing-{}", word_of(missing)), text.words)),
            Given::Value(_) => facts::quoted(world, linked, field, fact, text.words),
        },
    }
}

/// An anchor with words leads to a heading of the other text, or to one of its facts.
fn check_anchor(text: &Text, record: RecordIx, anchor: &str, range: &Range<usize>) {
    let world = text.world;
    let is_fact = anchor.strip_prefix("fact-").is_some_and(|name| world.site.model(record).field(name).is_some());
    let is_value = world.figures.of(record).is_some() && Date::parse(anchor).is_some();
    if is_fact || is_value || anchor.starts_with("source-") {
        return;
    }
    let Some(known) = text.anchors_of(record) else { return };
    if !known.has(anchor) {
        let finding =
            text.finding(&codes::BROKEN_ANCHOR, range.clone(), format!("there is no heading `#{anchor}` on that page"));
        let hint = known.nearest(anchor).unwrap_or_else(|| format!("its headings: {}", known.listed()));
        recorder::report(finding.hint(hint));
    }
}

/// A link that is not to a record: an anchor of the page, an attachment, or an address outside.
fn outside(text: &Text, destination: &str, range: &Range<usize>) -> Option<String> {
    if let Some(anchor) = destination.strip_prefix('#') {
        let known = text.anchors();
        if !known.has(anchor) && !anchor.starts_with("fact-") {
            let finding = text.finding(
                &codes::BROKEN_ANCHOR,
                range.clone(),
                format!("there is no heading `#{anchor}` on this page"),
            );
            recorder::report(finding.hint_if(known.nearest(anchor)));
        }
        return Some(destination.to_owned());
    }
    if destination.starts_with('/')
        || destination.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'))
    {
        let Some(flaw) = url::flaw(destination) else { return Some(destination.to_owned()) };
        let finding = text.finding(&codes::UNSAFE_LINK, range.clone(), format!("`{destination}` {flaw}"));
        recorder::report(
            finding.hint(
                "link to records with @collection/id; other links are https://host/…, mailto:name@host or tel:+…",
            ),
        );
        return None;
    }
    attachment(text, destination, range)
}

fn attachment(text: &Text, name: &str, range: &Range<usize>) -> Option<String> {
    let decoded = name.trim_start_matches("./").replace("%20", " ");
    let name = decoded.as_str();
    let files = &text.linked.record.attachments;
    if files.iter().any(|file| **file == *name) {
        return Some(text.world.attachment_url(text.linked, name));
    }
    let finding =
        text.finding(&codes::MISSING_FILE, range.clone(), format!("there is no file `{name}` beside this record"));
    let record_like = text.world.site.find(name).is_ok().then(|| format!("for a record write @{name}"));
    let hint = record_like.or_else(|| did_you_mean(name, files.iter().map(|file| &**file)));
    recorder::report(finding.hint(
        hint.unwrap_or_else(|| {
            "for a record write @collection/id; a file lies in the folder of this record".to_owned()
        }),
    ));
    None
}

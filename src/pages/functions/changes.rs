//! What each edition changed, for templates.

use std::sync::Arc;

use tera::{Kwargs, TeraResult, Value};

use crate::locale::program::Message;
use crate::model::value::word_of;
use crate::pages::cache::Of as Kept;
use crate::pages::renderer::{LocalRenderer, Renderer};
use crate::pages::values::{map, optional};
use crate::pages::views::dates;
use crate::publication::change::{Item, Of};
use crate::publication::editions::{EditionChanges, Editions};
use crate::publication::lock::Edition;
use crate::report::recorder::{self, Note};
use crate::words::changes::{self, Group, Told};
use crate::words::corrected::CorrectedValue;

/// `{url, feed, first, editions}`, the newest edition first; none before the second.
pub fn changes(renderer: &Arc<Renderer>, _: Kwargs) -> TeraResult<Value> {
    recorder::note(Note::Publication);
    let local = renderer.local(recorder::language());
    let addresses = &local.report().plan.addresses;
    let (Some(told), Some(editions)) = (addresses.changes(local.language), &local.report().publication.editions) else {
        return Ok(Value::none());
    };
    let urls = [addresses.link(&told.page), addresses.link(&format!("/{}", told.feed))];
    Ok(local.renderer.views.small.get(local.language, Kept::Changes, || all(local, urls, editions)))
}

fn all(local: LocalRenderer, [url, feed]: [String; 2], editions: &Editions) -> Value {
    // A record that is hidden is told of nowhere; which there are decides what is told.
    local.report().site.collections.positions().for_each(|at| recorder::note(Note::Members(at)));
    let later = editions.later.iter().map(|edition| of_edition(local, edition));
    map([
        ("url", Value::from(url)),
        ("feed", Value::from(feed)),
        ("first", map(days(local, &editions.first))),
        ("editions", Value::from(later.collect::<Vec<_>>())),
    ])
}

/// `date` and `as_of`.
fn days(local: LocalRenderer, edition: &Edition) -> [(&'static str, Value); 2] {
    [
        ("date", dates::optional(local, Message::EditionOf, edition.day.date())),
        ("as_of", dates::optional(local, Message::AsOfDate, edition.as_of.date())),
    ]
}

/// `{date, as_of, id, title, count, groups}`
fn of_edition(local: LocalRenderer, edition: &EditionChanges) -> Value {
    let groups = changes::groups(local.localizer(), edition);
    let [date, as_of] = days(local, &edition.edition);
    let count: usize = groups.iter().map(|group| group.records.len()).sum();
    map([
        date,
        as_of,
        ("id", Value::from(format!("edition-{}", edition.edition.day))),
        ("title", Value::from(changes::edition(local.localizer(), edition))),
        ("count", Value::from(count as u64)),
        ("groups", Value::from(groups.iter().map(|group| of_group(local, group)).collect::<Vec<_>>())),
    ])
}

/// `{kind, label, count, records}`
fn of_group(local: LocalRenderer, group: &Group) -> Value {
    map([
        ("kind", Value::from(word_of(group.kind))),
        ("label", Value::from(changes::kind(local.localizer(), group.kind))),
        ("count", Value::from(group.records.len() as u64)),
        ("records", Value::from(group.records.iter().map(|items| of_record(local, items)).collect::<Vec<_>>())),
    ])
}

/// `{record, key, title, collection, entries}`
fn of_record(local: LocalRenderer, items: &[Item]) -> Value {
    let localizer = local.localizer();
    let site = &local.report().site;
    let (card, key, collection) = match &items[0].of {
        Of::Record(record) => {
            let singular = site.model(*record).singular.text(local.language).to_owned();
            (local.card(*record), site.key(*record), Some(singular))
        }
        Of::Key(key) => (Value::none(), key.to_string(), changes::collection_of_key(localizer, key)),
    };
    let entries = changes::told(localizer, items);
    map([
        ("record", card),
        ("key", Value::from(key)),
        ("title", Value::from(changes::name(localizer, &items[0].of))),
        ("collection", optional(collection.as_deref())),
        ("entries", Value::from(entries.iter().map(|told| entry(local, told)).collect::<Vec<_>>())),
    ])
}

/// `{field, was, now, on, text, html, source, correction}`
fn entry(local: LocalRenderer, told: &Told) -> Value {
    let value = |value: &Option<CorrectedValue>| match value {
        Some(value) => map([("text", Value::from(value.text.as_str())), ("html", Value::safe_string(&value.html))]),
        None => Value::none(),
    };
    let sources = told.sources.iter().map(|source| local.citation(*source, None));
    map([
        ("field", optional(told.part.as_deref())),
        ("was", value(&told.was)),
        ("now", value(&told.now)),
        ("on", dates::optional(local, Message::AsOfDate, told.on.date())),
        ("text", Value::from(told.phrase.text.as_str())),
        ("html", Value::safe_string(&told.phrase.html)),
        ("source", Value::from(sources.collect::<Vec<_>>())),
        ("correction", told.correction.map_or_else(Value::none, |correction| local.card(correction))),
    ])
}

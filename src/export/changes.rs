//! An Atom feed per language of what each edition changed: one entry for each edition and record.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use crate::export::atom::Feed;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::output::{OutputFile, Sink};
use crate::publication::change::{Item, Kind, Of};
use crate::publication::editions::{EditionChanges, Editions};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::formula::{dotted, pair};
use crate::words::moment::moment;
use crate::words::{changes, sentence_case};

/// Entries in a feed, the newest edition first; the page has all.
const LENGTH: usize = 200;

/// Writes the feeds of all languages; none before the second edition.
pub fn write(report: &Report, sink: &dyn Sink) {
    let Some(editions) = &report.publication.editions else { return };
    let zone = report.time_zone();
    for language in report.config.languages.positions() {
        let Some(told) = report.plan.addresses.changes(language) else { continue };
        let (xml, notes) = recorder::remembered(language, || feed(report.localizer(language).plain(), editions, &zone));
        let reads = report.reads(notes);
        sink.put(OutputFile { path: told.feed.to_string(), bytes: xml.into_bytes(), reads });
    }
}

fn feed(localizer: Localizer, editions: &Editions, zone: &TimeZone) -> String {
    recorder::note(Note::Publication);
    let Localizer { report, language, .. } = localizer;
    report.site.collections.positions().for_each(|at| recorder::note(Note::Members(at)));
    let Some(told) = report.plan.addresses.changes(language) else { return String::new() };
    let alternate = report.plan.addresses.link(&told.page);
    let title = format!("{} – {}", localizer.message(Message::ChangesTitle), report.config.title.text(language));
    let of_edition = |edition| entries(localizer, edition, &alternate, zone);
    let entries: String = editions.later.iter().flat_map(of_edition).take(LENGTH).collect();
    let last = editions.later.first().and_then(|edition| edition.edition.day.date());
    let updated = last.map(|day| moment(day, zone));
    Feed { path: &told.feed, title: &title, alternate: &alternate, updated }.with(localizer, &entries)
}

/// The entries of one edition, record by record in the order in which the page has them first.
fn entries(localizer: Localizer, edition: &EditionChanges, page: &str, zone: &TimeZone) -> Vec<String> {
    let mut order: Vec<&Of> = Vec::new();
    let mut lines: BTreeMap<&Of, Vec<String>> = BTreeMap::new();
    for group in changes::groups(localizer, edition) {
        let kind = changes::kind(localizer, group.kind);
        for items in group.records {
            let Some(Item { of, .. }) = items.first() else { continue };
            let of_record = lines.entry(of).or_insert_with(|| {
                order.push(of);
                Vec::new()
            });
            let line = changes::line(localizer, items);
            // Of a record that is new or gone the phrase says what the kind does.
            let is_whole = matches!(group.kind, Kind::New | Kind::Gone);
            of_record.push(if is_whole { sentence_case(&line) } else { pair(localizer, &kind, &line) });
        }
    }
    let Some(day) = edition.edition.day.date() else { return Vec::new() };
    let updated = moment(day, zone);
    let entry = |of: &Of| {
        let summary = dotted(localizer, lines.remove(of).unwrap_or_default());
        entry(localizer, (of, edition), &Shown { page, updated: &updated, summary: &summary })
    };
    order.into_iter().map(entry).collect()
}

/// What an entry shows beside its record.
struct Shown<'a> {
    page: &'a str,
    updated: &'a str,
    summary: &'a str,
}

fn entry(localizer: Localizer, (of, edition): (&Of, &EditionChanges), shown: &Shown) -> String {
    let Localizer { report, .. } = localizer;
    let base = &localizer.config().base_url;
    let (key, url) = match of {
        Of::Record(record) => (report.site.key(*record), localizer.url(*record).map(|url| url.to_string())),
        Of::Key(key) => (key.to_string(), None),
    };
    let day = edition.edition.day;
    let url = url.unwrap_or_else(|| format!("{}#edition-{day}", shown.page));
    // The key stays when a slug or the title is changed; edition and language are part of what an entry is.
    let id = format!("{}/id/{key}/#edition-{day}-{}", base.whole(), localizer.code());
    let title = format!("{} – {}", changes::name(localizer, of), changes::edition(localizer, edition));
    format!(
        "<entry><id>{}</id><title>{}</title><link rel=\"alternate\" type=\"text/html\" href=\"{}\"/><published>{updated}</published><updated>{updated}</updated><summary>{}</summary></entry>\n",
        escape(&id),
        escape(&title),
        escape(&format!("{}{url}", base.origin)),
        escape(shown.summary),
        updated = shown.updated,
    )
}

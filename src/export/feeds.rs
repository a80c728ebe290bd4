//! An Atom feed per language of the collections that are news.

use jiff::tz::TimeZone;

use crate::export::atom::Feed;
use crate::markup::html::escape;
use crate::model::date::{Date, Day};
use crate::model::value::Value;
use crate::output::{OutputFile, Sink};
use crate::position::LanguageIx;
use crate::position::RecordIx;
use crate::prose::fields;
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::corrected;
use crate::words::moment::moment;

/// Entries in a feed.
const LENGTH: usize = 20;

/// Writes the feeds of all languages.
pub fn write(report: &Report, sink: &dyn Sink) {
    if report.plan.feeds.is_empty() {
        return;
    }
    let zone = report.time_zone();
    let mut news: Vec<(Date, RecordIx)> = Vec::new();
    for (collection, model) in report.site.news() {
        let Some(role) = model.roles.date else { continue };
        for record in report.site.ordered(collection, LanguageIx::SOURCE) {
            if let Some(Value::Date(date)) = report.site.get(record).value(role) {
                news.push((*date, record));
            }
        }
    }
    news.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    for (language, path) in report.plan.feeds.entries() {
        let shown: Vec<&(Date, RecordIx)> = news
            .iter()
            .filter(|(_, record)| report.plan.addresses.of(*record, language).is_some_and(|address| address.translated))
            .take(LENGTH)
            .collect();
        let (xml, notes) = recorder::remembered(language, || {
            report.site.news().for_each(|(collection, _)| recorder::note(Note::Records(collection)));
            feed(report.localizer(language), path, &shown, &zone)
        });
        let reads = report.reads(notes);
        sink.put(OutputFile { path: path.clone(), bytes: xml.into_bytes(), reads });
    }
}

fn feed(localizer: Localizer, path: &str, news: &[&(Date, RecordIx)], zone: &TimeZone) -> String {
    let Localizer { report, language, .. } = localizer;
    let last = news.iter().map(|(date, record)| updated(localizer, *record, *date)).max();
    let entries: String = news.iter().filter_map(|(date, record)| entry(localizer, *record, *date, zone)).collect();
    let frame = Feed {
        path,
        title: report.config.title.text(language),
        alternate: &report.plan.addresses.home_url(language),
        updated: last.map(|date| moment(date, zone)),
    };
    frame.with(localizer, &entries)
}

/// The entry of a record; `None`: it has no page in the language.
fn entry(localizer: Localizer, record: RecordIx, date: Date, zone: &TimeZone) -> Option<String> {
    let address = localizer.report.plan.addresses.of(record, localizer.language)?;
    let url = format!("{}{}", localizer.config().base_url.origin, address.url);
    // The permanent address stays when a slug is changed; the language is part of what an entry is.
    let id = match localizer.report.plan.addresses.permanent(&localizer.report.site, record) {
        Some(path) => format!("{}{path}#{}", localizer.config().base_url.whole(), localizer.code()),
        None => url.clone(),
    };
    let summary = match corrected::account(localizer, record) {
        Some(account) => Some(corrected::line(localizer, account)),
        None => fields::plain_summary(localizer, record),
    };
    let changed = moment(updated(localizer, record, date), zone);
    // A day that was not written is not printed; `updated`, which a feed must have, is the first it can be.
    let published = date.day().map(|_| format!("<published>{}</published>", moment(date, zone))).unwrap_or_default();
    Some(format!(
        "<entry><id>{}</id><title>{}</title><link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>{published}<updated>{changed}</updated>{}{}</entry>\n",
        escape(&id),
        escape(localizer.title(record)),
        escape(&url),
        enclosure(localizer, record).unwrap_or_default(),
        summary.map_or_else(String::new, |text| format!("<summary>{}</summary>", escape(&text))),
    ))
}

/// The image of a record, in a size that fits a reader of feeds; `None`: it has none that is published in sizes.
fn enclosure(localizer: Localizer, record: RecordIx) -> Option<String> {
    let Localizer { report, .. } = localizer;
    let fact = report.site.effective(record, report.site.model(record).roles.image?)?;
    let Some(Value::Image(image)) = fact.value() else { return None };
    let version = report.picture(fact.linked, &image.file)?.within(960)?;
    let address = format!("{}{}", localizer.config().base_url.origin, report.link_to(&version.path));
    Some(format!("<link rel=\"enclosure\" type=\"{}\" href=\"{}\"/>", version.kind.media_type(), escape(&address)))
}

/// When an entry last changed: on its own date, or in a later edition.
fn updated(localizer: Localizer, record: RecordIx, date: Date) -> Date {
    recorder::note(Note::Publication);
    let Localizer { report, language, .. } = localizer;
    let address = report.plan.addresses.of(record, language);
    let changed = address.and_then(|address| report.publication.changed(&address.path)).and_then(Day::date);
    changed.filter(|changed| changed.first() > date.first()).unwrap_or(date)
}

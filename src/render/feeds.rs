//! An Atom feed per language (RFC 4287) of the collections that are news.

use std::fmt::Write;

use jiff::civil;
use jiff::tz::TimeZone;

use crate::link::RecordIx;
use crate::model::date::Date;
use crate::model::value::Value;
use crate::render::xml::escape;
use crate::render::{OutputFile, Sink, World};

/// Entries in a feed.
const LENGTH: usize = 20;

/// Writes the feeds of all languages.
pub fn write(world: &World, sink: &dyn Sink) {
    if !exist(world) {
        return;
    }
    let zone = world.time_zone();
    let mut news: Vec<(Date, RecordIx)> = Vec::new();
    for (collection, model) in world.site.collections.entries().filter(|(_, model)| model.feed) {
        let Some(role) = model.roles.date else { continue };
        for record in world.site.ordered(collection, 0) {
            if let Some(Value::Date(date)) = world.site.get(record).value(role) {
                news.push((*date, record));
            }
        }
    }
    news.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    for (language, spec) in world.config.languages.iter().enumerate() {
        let shown: Vec<&(Date, RecordIx)> = news
            .iter()
            .filter(|(_, record)| world.plan.addresses.of(*record, language).is_some_and(|address| address.translated))
            .take(LENGTH)
            .collect();
        let path = format!("{}/feed.xml", spec.code);
        let xml = feed(world, language, &path, &shown, &zone);
        sink.put(OutputFile { path, bytes: xml.into_bytes(), reads: Vec::new() });
    }
}

/// Whether there are feeds: some collection is news, and the public may know of it.
pub fn exist(world: &World) -> bool {
    world.site.collections.entries().any(|(at, model)| model.feed && !world.site.is_withheld(at))
}

fn feed(world: &World, language: usize, path: &str, news: &[&(Date, RecordIx)], zone: &TimeZone) -> String {
    let base = world.config.base_url.whole();
    let code = &world.config.languages[language].code;
    let author = world.config.publisher.best(language).map_or(world.config.title.text(language), |(_, name)| name);
    let updated = news.first().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |(date, _)| moment(*date, zone));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n\
         <id>{id}</id>\n<title>{title}</title>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{id}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n<updated>{updated}</updated>\n<author><name>{author}</name></author>\n",
        id = escape(&format!("{base}/{path}")),
        title = escape(world.config.title.text(language)),
        home = escape(&format!("{base}/{code}/")),
        author = escape(author),
    );
    for (date, record) in news {
        entry(world, *record, *date, language, zone, &mut xml);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(world: &World, record: RecordIx, date: Date, language: usize, zone: &TimeZone, xml: &mut String) {
    let Some(address) = world.plan.addresses.of(record, language) else { return };
    let url = format!("{}{}", world.config.base_url.origin, address.url);
    // The permanent address stays when a slug is changed; the language is part of what an entry is.
    let id = match world.plan.addresses.permanent(&world.site, record) {
        Some(path) => format!("{}{path}#{}", world.config.base_url.whole(), world.config.languages[language].code),
        None => url.clone(),
    };
    let summary = world.plain_summary(record, language);
    let moment = moment(date, zone);
    // A day that was not written is not printed; `updated`, which a feed must have, is the first it can be.
    let published = date.day().map(|_| format!("<published>{moment}</published>")).unwrap_or_default();
    let _ = writeln!(
        xml,
        "<entry><id>{}</id><title>{}</title><link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>{published}<updated>{moment}</updated>{}</entry>",
        escape(&id),
        escape(world.site.title(record, language).1),
        escape(&url),
        summary.map_or_else(String::new, |text| format!("<summary>{}</summary>", escape(&text))),
    );
}

impl World {
    /// The zone that times are written in.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.config.time_zone).unwrap_or(TimeZone::UTC)
    }
}

/// The first moment of a date in the site's zone (RFC 3339).
pub fn moment(date: Date, zone: &TimeZone) -> String {
    let minute = date.minute().unwrap_or(0);
    let time = civil::Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0).unwrap_or(civil::Time::midnight());
    match date.start().to_datetime(time).to_zoned(zone.clone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => format!("{}T00:00:00Z", date.start()),
    }
}

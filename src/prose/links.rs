//! Links of prose: to records, to facts, to attachments, to the report outside.

use std::ops::Range;

use percent_encoding::percent_decode_str;
use pulldown_cmark_escape::escape_href;

use crate::config::url;
use crate::diagnostics::{codes, did_you_mean};
use crate::link::names::{Nowhere, Target};
use crate::markup::html::escape;
use crate::model::date::Date;
use crate::model::names::{is_image, nearest_file};
use crate::model::value::Missing;
use crate::position::RecordIx;
use crate::prose::text::{Link, Text};
use crate::prose::{hidden, quotes};
use crate::report::recorder::{self, Note};
use crate::words::{facts, names};

/// The beginning of a link, with its words where it has none of its own, and its end. A link that leads nowhere
/// becomes text.
pub fn open(text: &Text, link: &Link, title: &str) -> (String, &'static str) {
    let (url, words) = match link.destination.strip_prefix('@') {
        Some(reference) => match to_record(text, link, reference) {
            Some(found) => found,
            None => return (String::new(), ""),
        },
        None => match outside(text, link.destination, &link.range) {
            Some(url) => (Some(url), String::new()),
            None => return (String::new(), ""),
        },
    };
    let Some(url) = url else { return (words, "") };
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
    (format!("<a href=\"{}\"{title}>{words}", href(&url)), "</a>")
}

/// An address as it stands in an attribute. Anchors stay readable: browsers compare them letter by letter.
fn href(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    match url.starts_with(['#', '/']) || escape_href(&mut out, url).is_err() {
        true => escape(url),
        false => out,
    }
}

/// The address of an image in prose.
pub fn image(text: &Text, image: &Link) -> String {
    let (destination, range) = (image.destination, &image.range);
    if !image.has_words {
        let finding = text.finding(&codes::MISSING_ALT, range.clone(), format!("`{destination}` has no text"));
        recorder::report(finding.hint("say between the brackets what it shows, for those who cannot see it"));
    }
    if ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| destination.starts_with(scheme)) {
        let finding = text.finding(&codes::UNSAFE_LINK, range.clone(), format!("`{destination}` is on another host"));
        recorder::report(
            finding.hint("put the image into the folder of the record: pages ask no other host for anything"),
        );
        return String::new();
    }
    let url = attachment(text, destination, range).unwrap_or_default();
    if !url.is_empty() && !is_image(&url) {
        let finding = text.finding(&codes::NOT_AN_IMAGE, range.clone(), format!("`{destination}` is no image"));
        recorder::report(finding.hint("to offer a file write [words](file)"));
    }
    url
}

/// Address and words of a link to a record or an index. `None`: it leads nowhere, which is reported.
fn to_record(text: &Text, link: &Link, reference: &str) -> Option<(Option<String>, String)> {
    let (name, fragment) =
        reference.split_once('#').map_or((reference, None), |(name, fragment)| (name, Some(fragment)));
    let report = text.page.report;
    match report.site.find(name) {
        Ok(Target::Collection(collection)) => {
            let url = text.page.index_url(collection);
            if url.is_none() {
                let finding =
                    text.finding(&codes::BROKEN_LINK, link.range.clone(), format!("`@{name}` has no index page"));
                recorder::report(finding.hint("link to one of its records: @collection/id"));
            }
            let label = report.site.collections[collection].label.text(text.words.language);
            Some((url, if link.has_words { String::new() } else { escape(label) }))
        }
        Ok(Target::Record(record)) => Some(record_link(text, link, record, fragment)),
        Err(Nowhere::Withheld(why)) => {
            recorder::note(Note::Absent(name.into()));
            Some((None, hidden::link(text, link, name, why)))
        }
        Err(Nowhere::Unknown(hint)) => {
            let finding = text.finding(&codes::BROKEN_LINK, link.range.clone(), format!("`@{name}` leads nowhere"));
            recorder::report(finding.hint(hint));
            None
        }
    }
}

fn record_link(text: &Text, link: &Link, record: RecordIx, fragment: Option<&str>) -> (Option<String>, String) {
    let report = text.page.report;
    recorder::note(Note::Record(record));
    if let (Some(figure), true) = (report.figures.of(record), !link.has_words) {
        return quotes::figure(text, link, figure, fragment);
    }
    let url = text.page.url(record).map(|url| url.to_string());
    match fragment {
        None if !link.has_words => {
            let (language, title) = text.words.spoken_title(record);
            (url, names::foreign(report.localizer(language), title, text.words.language))
        }
        None => (url, String::new()),
        Some(field) if !link.has_words => {
            let words = quoted(text, record, field, &link.range);
            (url.map(|url| with_fragment(url, &format!("fact-{field}"))), words)
        }
        Some(anchor) => {
            // On a page that shows another language the headings of the other page have other ids.
            if text.words.language != text.page.language {
                return (url, String::new());
            }
            check_anchor(text, record, anchor, &link.range);
            // A day of a figure has no place of its own on the page.
            if report.figures.of(record).is_some() && Date::parse(anchor).is_some() {
                return (url, String::new());
            }
            (url.map(|url| with_fragment(url, anchor)), String::new())
        }
    }
}

/// A place on a page. A term that stands on the glossary is a place itself, and has none in it.
fn with_fragment(url: String, fragment: &str) -> String {
    if url.contains('#') { url } else { format!("{url}#{fragment}") }
}

/// A fact in words, for a link such as `[](@centers/bearings#capital)`.
fn quoted(text: &Text, record: RecordIx, name: &str, range: &Range<usize>) -> String {
    let report = text.page.report;
    let model = report.site.model(record);
    let Some((at, _)) = model.field(name) else {
        let finding =
            text.finding(&codes::BROKEN_ANCHOR, range.clone(), format!("`{name}` is not a field of {}", model.id));
        recorder::report(finding.hint_if(did_you_mean(name, model.fields.iter().map(|field| &*field.name))));
        return String::new();
    };
    let Some(fact) = report.site.effective(record, at) else {
        return escape(&text.words.message(Missing::NotAvailable));
    };
    match fact.written.missing() {
        Some(missing) => escape(&text.words.message(missing)),
        None => facts::quoted(text.words, &fact),
    }
}

/// An anchor with words leads to a heading of the other text, or to one of its facts.
fn check_anchor(text: &Text, record: RecordIx, anchor: &str, range: &Range<usize>) {
    let report = text.page.report;
    let is_fact = anchor.strip_prefix("fact-").is_some_and(|name| report.site.model(record).field(name).is_some());
    let is_value = report.figures.of(record).is_some() && Date::parse(anchor).is_some();
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
        return own_anchor(text, anchor, range);
    }
    if destination.starts_with('/')
        || destination.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'))
    {
        let own = own_page(text, destination);
        let Some(flaw) = url::flaw(destination) else {
            if let Some(own) = own {
                let message = format!("`{destination}` is a page of this site");
                let finding = text.finding(&codes::OWN_ADDRESS, range.clone(), message);
                recorder::report(finding.hint(format!("write {own}: it is checked, and follows when the page moves")));
            }
            return Some(destination.to_owned());
        };
        let finding = text.finding(&codes::UNSAFE_LINK, range.clone(), format!("`{destination}` {flaw}"));
        let any = "link to records with @collection/id; other links are https://host/…, mailto:name@host or tel:+…";
        recorder::report(finding.hint(own.map_or_else(|| any.to_owned(), |own| format!("this page is {own}"))));
        return None;
    }
    attachment(text, destination, range)
}

/// How a link to a page of the site is written, where an address is that of one: `@parks/north`.
fn own_page(text: &Text, destination: &str) -> Option<String> {
    let (report, base) = (text.page.report, &text.page.report.config.base_url);
    let path = destination.strip_prefix(&*base.origin).unwrap_or(destination);
    let (path, fragment) = path.split_at(path.find('#').unwrap_or(path.len()));
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let whole = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
    let target = report.plan.addresses.at(whole.strip_prefix(&*base.path)?)?;
    let name = match target {
        Target::Record(record) => report.site.key(record),
        Target::Collection(collection) => report.site.collections[collection].id.to_string(),
    };
    Some(format!("@{name}{fragment}"))
}

/// An anchor of the text itself, or of a fact on its page.
fn own_anchor(text: &Text, anchor: &str, range: &Range<usize>) -> Option<String> {
    let known = text.anchors();
    if known.has(anchor) {
        return Some(format!("#{}{anchor}", text.ids));
    }
    if !anchor.starts_with("fact-") {
        let message = format!("there is no heading `#{anchor}` on this page");
        let finding = text.finding(&codes::BROKEN_ANCHOR, range.clone(), message);
        recorder::report(finding.hint_if(known.nearest(anchor)));
    }
    Some(format!("#{anchor}"))
}

/// Which of the files beside a record a destination names: as it is written, or with `%20` and the like decoded.
pub fn file_named<'f>(destination: &str, files: &'f [Box<str>]) -> Result<&'f str, String> {
    let name = destination.trim_start_matches("./");
    let decoded = percent_decode_str(name).decode_utf8().unwrap_or(name.into());
    let find = |name: &str| files.iter().find(|file| ***file == *name).map(|file| &**file);
    find(name).or_else(|| find(&decoded)).ok_or_else(|| decoded.into_owned())
}

fn attachment(text: &Text, destination: &str, range: &Range<usize>) -> Option<String> {
    let files = &text.linked.record.attachments;
    let name = match file_named(destination, files) {
        Ok(name) => return Some(text.page.report.attachment_url(text.linked, name)),
        Err(name) => name,
    };
    let finding =
        text.finding(&codes::MISSING_FILE, range.clone(), format!("there is no file `{name}` beside this record"));
    let record_like = text.page.report.site.find(&name).is_ok().then(|| format!("for a record write @{name}"));
    let hint = record_like.or_else(|| nearest_file(&name, files));
    recorder::report(finding.hint(
        hint.unwrap_or_else(|| {
            "for a record write @collection/id; a file lies in the folder of this record".to_owned()
        }),
    ));
    None
}

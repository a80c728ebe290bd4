//! How a page or a value on it is cited: who said it first, who publishes it here, what it is called, of when it is, where it
//! stands.

use crate::figures::{Basis, Figure, Point};
use crate::link::effective::Effective;
use crate::locale::program::Message;
use crate::markup::address;
use crate::markup::html::{escape, place, with_html};
use crate::model::date::Day;
use crate::model::field::{FieldKind, Markup};
use crate::model::value::Status;
use crate::position::RecordIx;
use crate::report::localizer::Localizer;
use crate::words::originals::Original;
use crate::words::references::Reference;
use crate::words::{anchors, dates, facts, figures, formula, names};

/// A citation of a page, or of a value on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageCitation {
    /// In words, without markup. No full stop stands behind an address.
    pub text: String,
    /// The same, with each address set apart.
    pub html: String,
    /// The address that never changes, else that of the page.
    pub url: String,
    /// The address in the language of the page; of a value that of its row.
    pub page: String,
    /// As BibTeX: an entry of each original source, then that of the page.
    pub bibtex: String,
    /// The same as RIS.
    pub ris: String,
}

/// What is cited of a record.
struct Cited {
    record: RecordIx,
    /// What is said of it.
    said: Said,
    /// Who said it first; empty: the records of this site yield it, or it is the page that is cited.
    sources: Vec<RecordIx>,
    /// Where it stands on the page; `None`: nowhere by itself, or it is the page that is cited.
    anchor: Option<String>,
    /// What tells it from the page and from other values in the key of its reference; `None`: it is the page.
    told_by: Option<String>,
}

/// What is said of what is cited. Its title is put in by who words it.
enum Said {
    /// Nothing beside the title.
    Title,
    /// The value of a figure.
    Value(Box<Point>),
    /// What a record says in a field: its label, its words, how firm it is, of when.
    Fact { label: String, value: String, status: Option<Status>, date: Option<String> },
}

/// How the page of a record is cited, of a figure with its value; `None`: it has no page.
pub fn of_record(localizer: Localizer, record: RecordIx) -> Option<PageCitation> {
    let figure = localizer.report.figures.of(record);
    let of_value = |figure| Some(Cited { anchor: None, told_by: None, ..value(figure, figure.current()?) });
    let of_value = figure.and_then(of_value);
    let page = || Cited { record, said: Said::Title, sources: Vec::new(), anchor: None, told_by: None };
    of_value.unwrap_or_else(page).worded(localizer)
}

/// How the value of a figure on a day is cited; `None`: it had none then, or has no page.
pub fn of_value(localizer: Localizer, figure: &Figure, on: Day) -> Option<PageCitation> {
    value(figure, figure.on(on)?).worded(localizer)
}

/// How a fact of a record is cited, or a part of one, which has an anchor on its page; `None`: there is no page.
pub fn of_fact(localizer: Localizer, fact: &Effective, anchor: String) -> Option<PageCitation> {
    let is_text = matches!(fact.field.kind, FieldKind::Text { markup, .. } if markup != Markup::Plain);
    let value = match fact.written.missing() {
        Some(missing) => localizer.message(missing),
        // A text of several sentences is cited by its name.
        None if is_text => String::new(),
        None => facts::words(localizer, fact),
    };
    let date = match (fact.by(), fact.since()) {
        (Some(by), _) => Some(dates::phrase(localizer, Message::ByDate, by)),
        (_, since) => since.map(|since| dates::phrase(localizer, Message::SinceDate, since)),
    };
    let whole = fact.whole();
    let labels = [whole.field.label.text(localizer.language), fact.field.label.text(localizer.language)];
    let label = match fact.outer {
        Some(_) if fact.position.is_none() && labels[0] != labels[1] => formula::pair(localizer, labels[0], labels[1]),
        _ => labels[0].to_owned(),
    };
    // What we conclude nobody else has said.
    let named: &[u32] = if fact.is_inferred() { &[] } else { fact.sources };
    let sources = named.iter().filter_map(|&at| fact.linked.targets[at as usize]).collect();
    let status = fact.status.filter(|status| *status != Status::Final);
    let said = Said::Fact { label, value, status, date };
    let told_by = Some(anchor.clone());
    Cited { record: fact.linked.at, said, sources, anchor: Some(anchor), told_by }.worded(localizer)
}

/// A value of a figure, with the anchor of its row where it has one.
fn value(figure: &Figure, point: Point) -> Cited {
    let row = figure.series.iter().rposition(|row| row.date == point.date && row.basis == point.basis);
    let anchor = row.and_then(|row| anchors::of_points(&figure.series[..=row]).pop());
    let sources = if point.basis == Basis::Reported { point.sources.clone() } else { Vec::new() };
    let told_by = anchor.clone().unwrap_or_else(|| anchors::of_date(point.date));
    let said = Said::Value(Box::new(point));
    Cited { record: figure.record, said, sources, anchor, told_by: Some(told_by) }
}

impl Cited {
    fn worded(&self, localizer: Localizer) -> Option<PageCitation> {
        let [page, url] = self.addresses(localizer)?;
        let (of, title) = localizer.spoken_title(self.record);
        let title = title.strip_suffix('.').unwrap_or(title);
        let places = [place(0), place(1), place(2)];
        let form = if page == url { Addresses::One } else { Addresses::Both };
        let cited = self.around(localizer, &places[0]);
        let words = worded(localizer, [&cited, &places[1], &places[2]], form);
        let site = localizer.config().title.text(localizer.language);
        let words = words.unwrap_or_else(|| format!("{}. {site}. {}", places[0], places[2]));
        let filled = places.iter().zip([title, &page, &url]);
        let text = filled.fold(words.clone(), |text, (place, plain)| text.replace(place, plain));
        let shown = |url: &str| format!("<bdi dir=\"ltr\">{}</bdi>", escape(&address::readable(url)));
        let elements = [names::foreign(localizer.with(of), title, localizer.language), shown(&page), shown(&url)];
        let html = with_html(&words, elements.iter().map(String::as_str));
        let originals: Vec<Original> = self.sources.iter().map(|source| Original::of(localizer, *source)).collect();
        let (text, html) = after(localizer, &originals, (text, html));
        let plain = localizer.plain();
        let references = originals.iter().map(|original| original.reference(plain));
        let references: Vec<Reference> = references.chain([self.reference(plain, [&page, &url])]).collect();
        let bibtex = references.iter().map(Reference::bibtex).collect::<Vec<_>>().join("\n");
        let ris = references.iter().map(Reference::ris).collect();
        Some(PageCitation { text, html, url, page, bibtex, ris })
    }

    /// The address of the page with the anchor of what is cited, and the one that never changes.
    fn addresses(&self, localizer: Localizer) -> Option<[String; 2]> {
        let Localizer { report, .. } = localizer;
        let origin = &report.config.base_url.origin;
        let mut page = format!("{origin}{}", localizer.url(self.record)?);
        let permanent = report.plan.addresses.permanent(&report.site, self.record);
        let permanent = permanent.map(|path| format!("{origin}{}", report.plan.addresses.link(&path)));
        // What stands on the page of others is a place itself.
        if let Some(anchor) = self.anchor.as_ref().filter(|_| !page.contains('#')) {
            page = format!("{page}#{anchor}");
        }
        let url = permanent.unwrap_or_else(|| page.clone());
        Some([page, url])
    }

    /// What is said around the title, which `title` takes the place of.
    fn around(&self, localizer: Localizer, title: &str) -> String {
        let said = match &self.said {
            Said::Title => None,
            Said::Value(point) => with_value(localizer, self.record, point, title),
            Said::Fact { label, value, status, date } => {
                let title = formula::pair(localizer, title, label);
                let notes = status.map(|status| localizer.message(status)).into_iter().chain(date.clone());
                let notes = formula::beside(localizer, notes);
                let variables = [
                    ("title", title.as_str().into()),
                    ("valued", if value.is_empty() { "no" } else { "yes" }.into()),
                    ("value", value.as_str().into()),
                    ("noted", if notes.is_empty() { "no" } else { "yes" }.into()),
                    ("notes", notes.as_str().into()),
                ];
                localizer.format(Message::CiteFact, &variables)
            }
        };
        said.unwrap_or_else(|| title.to_owned())
    }

    /// The page, or the row of a value, as managers of references take it.
    fn reference(&self, localizer: Localizer, [page, url]: [&str; 2]) -> Reference {
        let Localizer { report, language, .. } = localizer;
        let (_, title) = localizer.spoken_title(self.record);
        let key = report.site.key(self.record);
        let permanent = (page != url).then(|| localizer.format(Message::CitePermanent, &[("url", url.into())]));
        Reference {
            key: self.told_by.as_ref().map_or(key.clone(), |told_by| format!("{key}-{told_by}")),
            author: report.config.publisher.best(language).map(|(_, name)| name.to_string()),
            title: self.around(localizer, title.strip_suffix('.').unwrap_or(title)),
            within: Some(report.config.title.text(language).to_owned()),
            date: report.site.as_of.date(),
            // When somebody reads it, no build knows.
            seen: None,
            url: Some(page.to_owned()),
            note: permanent.flatten(),
            language: Some(localizer.code().to_owned()),
        }
    }
}

/// A citation, as text and as HTML, after the sources that said first what is cited.
fn after(localizer: Localizer, originals: &[Original], (text, html): (String, String)) -> (String, String) {
    let named: Option<Vec<(String, String)>> = originals.iter().map(|original| original.words(localizer)).collect();
    let (texts, htmls): (Vec<String>, Vec<String>) = named.unwrap_or_default().into_iter().unzip();
    if texts.is_empty() {
        return (text, html);
    }
    let joined = |all: Vec<String>| formula::joined(localizer, all.into_iter());
    let (texts, htmls) = (joined(texts), joined(htmls));
    let variables = [("sources", texts.as_str().into()), ("citation", text.as_str().into())];
    let elements = [("sources", htmls.as_str()), ("citation", html.as_str())];
    let worded = localizer.format(Message::CiteOriginal, &variables);
    match (worded, localizer.html(Message::CiteOriginal, &[], &elements)) {
        (Some(text), Some(html)) => (text, html),
        _ => (text, html),
    }
}

/// Which addresses a citation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addresses {
    /// One, which is that of the page and never changes.
    One,
    /// That of the page, and the one that never changes.
    Both,
}

/// A citation of something of this site: its title, the address of its page, the address that never changes.
pub fn worded(localizer: Localizer, [title, page, url]: [&str; 3], addresses: Addresses) -> Option<String> {
    let Localizer { report, language, .. } = localizer;
    let site = report.config.title.text(language);
    let publisher = report.config.publisher.best(language).map_or("", |(_, name)| name);
    let date = report.site.as_of.date().map(|day| dates::long(localizer, day)).unwrap_or_default();
    let signed = if publisher.is_empty() || publisher == site { "no" } else { "yes" };
    let addresses = if addresses == Addresses::One { "one" } else { "both" };
    let variables = [
        ("signed", signed.into()),
        ("publisher", publisher.into()),
        ("title", title.into()),
        ("site", site.into()),
        ("date", date.as_str().into()),
        ("addresses", addresses.into()),
        ("page", page.into()),
        ("url", url.into()),
    ];
    localizer.format(Message::CiteText, &variables)
}

/// What is cited of a figure: its title, of which `title` takes the place, with a value, whose it is, how firm and of when.
fn with_value(localizer: Localizer, record: RecordIx, point: &Point, title: &str) -> Option<String> {
    let figure = localizer.report.figures.of(record)?;
    let status = point.amount.status.filter(|status| *status != Status::Forecast);
    let basis = if point.basis == Basis::Reported { "reported" } else { "computed" };
    let value = figures::amount_text(localizer, figure, &point.amount);
    let words = status.map(|status| localizer.message(status)).unwrap_or_default();
    let date = figures::date_phrase(localizer, point);
    let variables = [
        ("title", title.into()),
        ("value", value.as_str().into()),
        ("basis", basis.into()),
        ("sure", if status.is_some() { "no" } else { "yes" }.into()),
        ("status", words.as_str().into()),
        ("date", date.as_str().into()),
    ];
    localizer.format(Message::CiteValue, &variables)
}

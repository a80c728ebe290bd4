//! How a page is cited: who publishes it, what it is called, of when its facts are, where it stands.

use crate::figures::Basis;
use crate::locale::program::Message;
use crate::markup::html::{escape, place, with_html};
use crate::model::value::Status;
use crate::position::RecordIx;
use crate::report::localizer::Localizer;
use crate::words::{dates, figures, names};

/// A citation of a page in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageCitation {
    /// Without markup. No full stop stands behind an address.
    pub text: String,
    /// The same, with each address set apart.
    pub html: String,
    /// The address that never changes, else that of the page.
    pub url: String,
    /// The address in the language of the page.
    pub page: String,
}

/// How the page of a record is cited; `None`: it has no page.
pub fn of_record(localizer: Localizer, record: RecordIx) -> Option<PageCitation> {
    let Localizer { report, language, .. } = localizer;
    let origin = &report.config.base_url.origin;
    let page = format!("{origin}{}", localizer.url(record)?);
    let permanent = report.plan.addresses.permanent(&report.site, record);
    let url = permanent.map_or_else(|| page.clone(), |path| format!("{origin}{}", report.plan.addresses.link(&path)));
    let (of, title) = localizer.spoken_title(record);
    let title = title.strip_suffix('.').unwrap_or(title);
    let places = [place(0), place(1), place(2)];
    let cited = with_value(localizer, record, &places[0]).unwrap_or_else(|| places[0].clone());
    let form = if page == url { Addresses::One } else { Addresses::Both };
    let words = worded(localizer, [&cited, &places[1], &places[2]], form);
    let site = report.config.title.text(language);
    let words = words.unwrap_or_else(|| format!("{}. {site}. {}", places[0], places[2]));
    let plain = [title, &page, &url];
    let text = places.iter().zip(plain).fold(words.clone(), |text, (place, plain)| text.replace(place, plain));
    let address = |url: &str| format!("<bdi dir=\"ltr\">{}</bdi>", escape(url));
    let elements = [names::foreign(localizer.with(of), title, language), address(&page), address(&url)];
    let html = with_html(&words, elements.iter().map(String::as_str));
    Some(PageCitation { text, html, url, page })
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

/// What is cited of a figure: its title, of which `title` takes the place, with its value, whose it is, how firm and of when;
/// `None` for any other record.
fn with_value(localizer: Localizer, record: RecordIx, title: &str) -> Option<String> {
    let figure = localizer.report.figures.of(record)?;
    let point = figure.current()?;
    let status = point.amount.status.filter(|status| *status != Status::Forecast);
    let basis = if point.basis == Basis::Reported { "reported" } else { "computed" };
    let value = figures::amount_text(localizer, figure, &point.amount);
    let words = status.map(|status| localizer.message(status)).unwrap_or_default();
    let date = figures::date_phrase(localizer, &point);
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

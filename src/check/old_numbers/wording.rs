//! A finding for an old number: what it was, what it is now, and how to write or quote it.

use crate::check::numbers::compare::Found;
use crate::check::numbers::site::Site;
use crate::check::old_numbers::changed::{Of, plain};
use crate::check::old_numbers::meaning::Meant;
use crate::check::old_numbers::texts::Text;
use crate::diagnostics::{Diagnostic, codes};
use crate::link::record::LinkedRecord;
use crate::locale::Locale;
use crate::model::number::Number;
use crate::model::value::{Bound, word_of};

/// An old number in a text.
pub struct Old<'o, 'a> {
    /// The text.
    pub text: &'o Text<'a>,
    /// The number in it.
    pub found: Found<'o>,
    /// What it meant.
    pub meant: Meant<'o>,
}

/// The finding for it.
pub fn finding(site: &Site, linked: &LinkedRecord, old: &Old) -> Diagnostic {
    let Old { text, found, meant } = old;
    let changed = meant.changed;
    let locale = site.report.locales.get(text.language);
    let block = &found.block.block;
    let typed = &block.text[found.typed.range.clone()];
    let was = locale.number(&changed.was);
    let (now, write) = match &changed.now {
        Some((now, bound)) => (format!("is {} now", words(locale, now, *bound)), Some(locale.number(now))),
        None => ("is not said any more".to_owned(), None),
    };
    let message = format!("`{typed}` is typed; {} was {was}, and {now}", changed.name);
    let quote = quote(meant).filter(|_| text.is_markup && changed.record != linked.at);
    let way = match (write, quote) {
        (Some(_), Some(quote)) => format!("quote it: [](@{quote})"),
        (Some(now), None) => format!("write {now}"),
        (None, _) => "write what holds now".to_owned(),
    };
    let value = plain(&changed.was);
    let acknowledgement = match text.field() {
        None => format!("<!-- ok: {value} --> in the paragraph"),
        Some(field) => format!("`accept: [{{field: {field}, value: {value}, because: …}}]` in the facts"),
    };
    let hint = format!("{way}; where it is right as it is, acknowledge it: {acknowledgement}");
    let place = text.place(site, linked, block.in_file(&found.typed.range));
    Diagnostic::new(&codes::OLD_NUMBER, place, message).hint(hint)
}

/// `more than 480`, with the digits of a language.
fn words(locale: &Locale, number: &Number, bound: Option<Bound>) -> String {
    let bound = bound.map(|bound| format!("{} ", word_of(bound).replace('-', " "))).unwrap_or_default();
    format!("{bound}{}", locale.number(number))
}

/// What a quote of the number names; `None`: none can.
fn quote(meant: &Meant) -> Option<String> {
    let Meant { changed, is_latest, .. } = *meant;
    let key = &changed.key;
    let group = match &changed.of {
        Of::Fact { quote, .. } => return quote.clone(),
        Of::Figure { group, .. } => group,
    };
    match (group, changed.date) {
        (Some((group, _)), _) => Some(format!("{key}#{group}")),
        (None, Some(date)) if !is_latest => Some(format!("{key}#{date}")),
        (None, _) => Some(key.clone()),
    }
}

//! Figures quoted in prose: a link without words to a figure is its number.

use crate::diagnostics::{codes, did_you_mean};
use crate::figures::formula::By;
use crate::figures::path::End;
use crate::figures::{Amount, Figure};
use crate::link::names::Nowhere;
use crate::model::date::{Date, Day};
use crate::model::record::Hidden;
use crate::model::value::{Missing, Value};
use crate::position::CollectionIx;
use crate::prose::hidden;
use crate::prose::text::{Link, Text};
use crate::report::recorder::{self, Note};
use crate::words::figures;

/// Address and number of a quoted figure: of the day that a fragment names, of a group, else of the record's own date;
/// a record without date means the report's day.
pub fn figure(text: &Text, link: &Link, figure: &Figure, fragment: Option<&str>) -> (Option<String>, String) {
    recorder::note(Note::Figure(figure.record));
    let url = text.page.url(figure.record).map(|url| url.to_string());
    match amount(text, figure, fragment) {
        Ok(amount) => (url, figures::html(text.words, figure, &amount)),
        Err((message, hint)) => match fragment.and_then(|group| withheld_group(text, figure, group)) {
            Some((name, why)) => (None, hidden::link(text, link, &name, why)),
            None => {
                recorder::report(text.finding(&codes::BROKEN_ANCHOR, link.range.clone(), message).hint_if(hint));
                (url, String::new())
            }
        },
    }
}

/// Why a fragment is, or may be, a group of a figure that only records withheld make; with what the finding calls it.
fn withheld_group(text: &Text, figure: &Figure, group: &str) -> Option<(String, Hidden)> {
    let site = &text.page.report.site;
    recorder::note(Note::Absent(group.into()));
    let formula = figure.formula.as_ref()?;
    let Some(By::Path(path)) = &formula.by else { return None };
    let in_collection = |collection: CollectionIx| match site.find_record(collection, group) {
        Err(Nowhere::Withheld(why)) => Some((format!("{}/{group}", site.collections[collection].id), why)),
        _ => None,
    };
    match &path.end {
        End::Record => in_collection(formula.collection),
        End::Reference(Some(collection)) => in_collection(*collection),
        End::Reference(None) => match site.find(group) {
            Err(Nowhere::Withheld(why)) => Some((group.to_owned(), why)),
            _ => None,
        },
        // Nothing is kept of what records withheld say.
        End::Text => site.hidden_in(formula.collection).map(|why| (format!("a record with `{group}`"), why)),
        End::Number | End::Choice(_) | End::Boolean => None,
    }
}

type Failure = (String, Option<String>);

fn amount(text: &Text, figure: &Figure, fragment: Option<&str>) -> Result<Amount, Failure> {
    let key = text.page.report.site.key(figure.record);
    let dated = own_day(text);
    let Some(fragment) = fragment else {
        let point = match dated {
            // The report's day is that of what nobody dates, too.
            Some(day) if day < text.page.report.site.as_of.early() => figure.on(day),
            _ => figure.current(),
        };
        let hint = Some("name another day: `#2023-12-15`".to_owned());
        let message = format!("`{key}` has no value yet on that day");
        return point.map(|point| point.amount).or_else(|| not_yet(text)).ok_or((message, hint));
    };
    let of_group = figure.group_on(fragment, dated.unwrap_or(Day::LAST));
    if let (Some(_), Some(date)) = (&of_group, Date::parse(fragment)) {
        let hint = Some("give the group another id, or quote it from a template".to_owned());
        return Err((format!("`#{fragment}` is the group `{fragment}` of `{key}` and the date {date}"), hint));
    }
    if let Some(date) = Date::parse(fragment) {
        let first = figure.series.first().map(|point| format!("its first value is of {}", point.date));
        let today = text.page.report.site.as_of;
        let point = figure.on(date.last()).filter(|_| date.first() <= today);
        let message = format!("`{key}` has no value on {fragment}");
        return point.map(|point| point.amount).or_else(|| not_yet(text)).ok_or((message, first));
    }
    of_group.ok_or_else(|| {
        let known = || figure.groups.iter().map(|group| &*group.id);
        let hint = did_you_mean(fragment, known())
            .unwrap_or_else(|| "after # stands a day, such as 2023-12-15, or a group of the figure".to_owned());
        (format!("`{fragment}` is no group of `{key}`"), Some(hint))
    })
}

/// In a report of an earlier day there are values to come: that is no mistake of the text.
fn not_yet(text: &Text) -> Option<Amount> {
    let is_asked = text.page.report.site.is_earlier();
    is_asked.then(|| Amount { missing: Some(Missing::NotYet), ..Amount::default() })
}

/// The day that the record of the text belongs to; `None`: it has none.
fn own_day(text: &Text) -> Option<Day> {
    let role = text.page.report.site.model(text.linked.at).roles.date?;
    match text.linked.value(role)? {
        Value::Date(date) => Some(date.last()),
        _ => None,
    }
}

//! Descriptions of pages, for results of searches and previews of links: plain text, from what the page itself says.

use tera::Value;

use crate::markup::html::without_tags;
use crate::model::builtin::{CORRECTIONS, SOURCES, TERMS};
use crate::pages::renderer::LocalRenderer;
use crate::pages::titles;
use crate::pages::values::key;
use crate::pages::views::columns;
use crate::position::{CollectionIx, RecordIx};
use crate::prose::fields;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::figures::{amount_text, date_phrase};
use crate::words::{corrected, formula, sources};

/// Records whose titles describe a list without a description.
const LISTED: usize = 12;

/// What describes the page of a record: its summary; of a figure its value with the date, of a source its citation, of a
/// term its definition, of a correction what it changes; else its line at a glance, else the beginning of its prose, else
/// the site.
pub fn of_record(local: LocalRenderer, record: RecordIx, prose_html: &str) -> Option<String> {
    let localizer = local.localizer();
    if let Some(summary) = fields::plain_summary(localizer, record) {
        return Some(summary);
    }
    if local.report().plan.home == Some(record) {
        return of_site(localizer);
    }
    let own = of_kind(localizer, record).or_else(|| at_a_glance(local, record)).or_else(|| first_paragraph(prose_html));
    own.map(|text| titles::description(&text)).or_else(|| of_site(localizer))
}

/// What describes the site.
pub fn of_site(localizer: Localizer) -> Option<String> {
    localizer.config().description.best(localizer.language).map(|(_, text)| text.to_string())
}

/// What describes a list: what its collection says of itself, else the titles in it.
pub fn of_list(local: LocalRenderer, collection: CollectionIx, records: &[RecordIx]) -> Option<String> {
    let card = local.collection_value(collection);
    if let Some(own) = card.as_map().and_then(|card| card.get(&key("description"))?.as_str()) {
        return Some(own.to_owned());
    }
    let label = local.report().site.collections[collection].label.text(local.language);
    let titles: Vec<&str> = records.iter().take(LISTED).map(|record| local.localizer().title(*record)).collect();
    if titles.is_empty() {
        return of_site(local.localizer());
    }
    let more = if records.len() > LISTED { " …" } else { "" };
    let listed = format!("{}{more}", formula::dotted(local.localizer(), titles.into_iter().map(str::to_owned)));
    Some(titles::description(&formula::pair(local.localizer(), label, &listed)))
}

fn of_kind(localizer: Localizer, record: RecordIx) -> Option<String> {
    let model = localizer.report.site.model(record);
    match &*model.id {
        SOURCES => sources::sentence(localizer, record),
        CORRECTIONS => corrected::account(localizer, record).map(|account| corrected::line(localizer, account)),
        TERMS => fields::plain_field(localizer, record, "definition"),
        _ => of_figure(localizer, record),
    }
}

/// “Commitments: 509.5 million US dollars (as of December 31, 2025). All loans that …”
fn of_figure(localizer: Localizer, record: RecordIx) -> Option<String> {
    let figure = localizer.report.figures.of(record)?;
    recorder::note(Note::Figure(record));
    let point = figure.current()?;
    let value = format!("{} ({})", amount_text(localizer, figure, &point.amount), date_phrase(localizer, &point));
    let said = formula::pair(localizer, localizer.title(record), &value);
    Some(match fields::plain_field(localizer, record, "definition") {
        Some(definition) => format!("{said}. {definition}"),
        None => said,
    })
}

/// “Country: Kenya · Stage: under way” of a record that is more than a text; `None`: nothing is written.
fn at_a_glance(local: LocalRenderer, record: RecordIx) -> Option<String> {
    let model = local.report().site.model(record);
    if !model.is_of_things() {
        return None;
    }
    let said = columns::glance(local, record).into_iter().filter_map(|cell| {
        let cell = cell.as_map()?;
        let text = |name: &'static str| cell.get(&key(name)).and_then(Value::as_str);
        let said = said_in(cell).or_else(|| Some(without_tags(text("shown")?)))?;
        Some(formula::pair(local.localizer(), text("label")?, &said))
    });
    Some(formula::dotted(local.localizer(), said)).filter(|line| !line.is_empty())
}

/// The value in a cell, how sure it is in brackets: the badge that says so beside a value is no part of a sentence. `None`: it
/// is missing, or as sure as all others.
fn said_in(cell: &tera::Map) -> Option<String> {
    let fact = cell.get(&key("fact"))?.as_map()?;
    let value = fact.get(&key("text"))?.as_str().filter(|text| !text.is_empty())?;
    let status = fact.get(&key("status"))?.as_map()?.get(&key("text"))?.as_str()?;
    Some(format!("{value} ({status})"))
}

/// The first paragraph of a page, without its marks.
fn first_paragraph(html: &str) -> Option<String> {
    let (_, after) = html.split_once("<p>")?;
    let (paragraph, _) = after.split_once("</p>")?;
    Some(without_tags(paragraph)).filter(|text| !text.is_empty())
}

//! Tables and lists of records in prose.

use std::cmp::Ordering;

use crate::diagnostics::did_you_mean;
use crate::figures::reader::condition::known;
use crate::figures::selection::Selection;
use crate::link::effective::Effective;
use crate::link::listing::{self, end_of, teller};
use crate::markup::html::escape;
use crate::model::field::{Collection, FieldKind, Targets};
use crate::model::list_kind::{ListKind, item};
use crate::model::listing::ListedField;
use crate::model::value::{Missing, Status, Value};
use crate::parse::Span;
use crate::position::{CollectionIx, FieldIx, RecordIx};
use crate::prose::asked::{Asked, Part};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::figures::unit_words;
use crate::words::{facts, formula, names};

/// Keys of a table.
pub const TABLE: &[&str] = &["view", "where", "columns", "sort", "limit"];
/// Keys of a list.
pub const LIST: &[&str] = &["view", "where", "sort", "limit"];

/// What is listed.
pub struct Listed {
    collection: CollectionIx,
    columns: Vec<ListedField>,
    records: Vec<RecordIx>,
}

impl Listed {
    /// The records that a block asks for, and their columns; `None`: it cannot be read, which is reported.
    pub fn read(asked: &Asked, collection: CollectionIx) -> Option<Self> {
        let site = &asked.text.page.report.site;
        recorder::note(Note::Records(collection));
        let selection = match asked.part("where") {
            None => None,
            Some(part) => {
                let node = asked.condition(part)?;
                Some(Selection::read(site, collection, &node).map_err(|problems| asked.refuse(problems)).ok()?)
            }
        };
        let columns = match asked.part("columns") {
            None => listing::fields(site, collection, ListKind::Columns),
            Some(part) => columns(asked, collection, part)?,
        };
        let sort = match asked.part("sort") {
            None => None,
            Some(part) => Some(order(asked, collection, part)?),
        };
        let limit = match asked.part("limit") {
            None => usize::MAX,
            Some(part) => limit(asked, part)?,
        };
        if let Some(looked) = selection.as_ref().map(|selection| selection.looked(site)) {
            looked.records.into_iter().for_each(|at| recorder::note(Note::Records(at)));
            looked.members.into_iter().for_each(|at| recorder::note(Note::Members(at)));
        }
        let meets = |record: &RecordIx| selection.as_ref().is_none_or(|selection| selection.holds(site, *record));
        let mut records: Vec<RecordIx> = site.ordered(collection, asked.text.words.language).filter(meets).collect();
        if let Some(order) = sort {
            records.sort_by(|a, b| order.compare(asked.text.words, *a, *b));
        }
        records.truncate(limit);
        Some(Listed { collection, columns, records })
    }

    /// A table: the title of each record, then its columns.
    pub fn table(&self, asked: &Asked) -> String {
        let words = asked.text.words;
        let model = &words.report.site.collections[self.collection];
        let caption = if asked.caption.is_empty() { model.label.text(words.language) } else { asked.caption };
        let mut html = format!(
            "<table class=\"table cards\" aria-label=\"{}\">\n<thead><tr><th scope=\"col\">{}</th>",
            escape(caption),
            escape(model.singular.text(words.language))
        );
        let heads: Vec<Head> = self.columns.iter().filter_map(|listed| self.head(words, listed)).collect();
        for head in &heads {
            html.push_str(&format!("<th scope=\"col\"{}>{}</th>", head.class, escape(&head.name)));
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for record in &self.records {
            html.push_str(&format!("<tr><th scope=\"row\">{}</th>", title(asked, *record)));
            for (head, listed) in heads.iter().zip(&self.columns) {
                let (class, label) = (head.class, escape(&head.name));
                let shown = cell(words, *record, listed);
                html.push_str(&format!("<td{class} data-label=\"{label}\"><span>{shown}</span></td>"));
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>");
        html
    }

    fn head(&self, words: Localizer, listed: &ListedField) -> Option<Head> {
        let (end, field) = end_of(&words.report.site, self.collection, listed)?;
        recorder::note(Note::Model(end));
        let (class, unit) = match &item(field).kind {
            FieldKind::Number(number) => (" class=\"n\"", number.unit.as_deref().map(|unit| unit_words(words, unit))),
            _ => ("", None),
        };
        let label = field.label.text(words.language).to_owned();
        Some(Head { name: formula::beside(words, std::iter::once(label).chain(unit)), class })
    }

    /// A list of titles, each with its summary.
    pub fn list(&self, asked: &Asked) -> String {
        let words = asked.text.words;
        let mut html = "<ul class=\"plain-list\">\n".to_owned();
        for record in &self.records {
            let site = &words.report.site;
            let summary = site.text(*record, site.model(*record).roles.summary, words.language);
            let summary = summary.map_or_else(String::new, |(of, summary)| {
                format!("<span class=\"sub\">{}</span>", names::foreign(words.with(of), summary, words.language))
            });
            html.push_str(&format!("<li>{}{summary}</li>\n", title(asked, *record)));
        }
        html.push_str("</ul>");
        html
    }
}

/// The head of a column.
struct Head {
    /// The label with the unit, which its cells do not repeat: “Area, hectares”. On a phone it stands before each of them.
    name: String,
    class: &'static str,
}

/// The name of a record, with a link to its page.
fn title(asked: &Asked, record: RecordIx) -> String {
    let (words, page) = (asked.text.words, asked.text.page);
    let (of, title) = words.spoken_title(record);
    let title = names::foreign(words.with(of), title, words.language);
    match page.url(record) {
        Some(url) => format!("<a href=\"{}\">{title}</a>", escape(url)),
        None => title,
    }
}

/// What a record says in a column: the value with its status, or why there is none; never empty.
fn cell(words: Localizer, record: RecordIx, listed: &ListedField) -> String {
    let site = &words.report.site;
    words.report.note_absent(site.get(record));
    let told = teller(site, record, listed);
    if let Some((teller, _)) = told {
        recorder::note(Note::Record(teller));
        words.report.note_absent(site.get(teller));
    }
    let fact = told.and_then(|(teller, at)| site.effective(teller, at));
    let value = fact.as_ref().filter(|fact| fact.value().is_some()).map(|fact| shown(words, fact));
    let Some(value) = value.filter(|value| !value.is_empty()) else {
        let missing = fact.and_then(|fact| fact.written.missing()).unwrap_or(Missing::NotAvailable);
        return format!("<span class=\"nil\">{}</span>", escape(&words.message(missing)));
    };
    match fact.and_then(|fact| fact.status).filter(|status| *status != Status::Final) {
        Some(status) => format!("{value} <span class=\"badge\">{}</span>", escape(&words.message(status))),
        None => value,
    }
}

fn shown(words: Localizer, fact: &Effective) -> String {
    match fact.value() {
        Some(Value::Reference(_)) => listing::target(fact).map_or_else(String::new, |target| {
            let (of, title) = words.spoken_title(target);
            names::foreign(words.with(of), title, words.language)
        }),
        _ => facts::without_unit(words, fact),
    }
}

/// The columns that a block names.
fn columns(asked: &Asked, collection: CollectionIx, part: &Part) -> Option<Vec<ListedField>> {
    let mut found = Vec::new();
    let mut at = part.value_at();
    for path in part.value.split(',') {
        match column(asked, collection, path) {
            Ok(listed) => found.push(listed),
            Err((message, hint)) => {
                asked.report(at..at + path.len(), message, Some(hint));
                return None;
            }
        }
        at += path.len() + 1;
    }
    Some(found)
}

/// What is wrong, and what to write.
type Mistake = (String, String);

fn column(asked: &Asked, collection: CollectionIx, path: &str) -> Result<ListedField, Mistake> {
    let site = &asked.text.page.report.site;
    let (first, beyond) = path.split_once('.').map_or((path, None), |(first, beyond)| (first, Some(beyond)));
    let field = field(&site.collections[collection], first)?;
    let listed = ListedField { path: path.into(), field, beyond: None, span: Span::default() };
    let declared = &site.collections[collection].fields[field];
    let (listed, end) = match beyond {
        None => (listed, declared),
        Some(beyond) => {
            let to = match &declared.kind {
                FieldKind::Reference { to: Targets::One(to), .. } => site.collection_named(to),
                _ => None,
            };
            let no_way = || {
                (
                    format!("no path goes through `{first}`"),
                    "a path goes through one reference: `city.region`".to_owned(),
                )
            };
            let to = to.ok_or_else(no_way)?;
            let at = self::field(&site.collections[to], beyond)?;
            (ListedField { beyond: Some(at), ..listed }, &site.collections[to].fields[at])
        }
    };
    if !ListKind::Columns.takes(end) {
        let message = format!("`{path}` is no column: it is a `{}`", end.kind.field_type().name());
        return Err((message, format!("a column is {}", ListKind::Columns.types())));
    }
    Ok(listed)
}

fn field(model: &Collection, name: &str) -> Result<FieldIx, Mistake> {
    let names = || model.fields.iter().map(|field| &*field.name);
    model.field(name).map(|(at, _)| at).ok_or_else(|| {
        let hint = did_you_mean(name, names()).unwrap_or_else(|| known(names()));
        (format!("`{name}` is not a field of {}", model.id), hint)
    })
}

fn limit(asked: &Asked, part: &Part) -> Option<usize> {
    let limit = part.value.parse().ok().filter(|limit| *limit > 0);
    if limit.is_none() {
        let message = format!("`{}` is no number of records", part.value);
        asked.report_value(part, message, "write a whole number from 1 on: `limit=10`".to_owned());
    }
    limit
}

/// An order by a field.
struct Order {
    field: FieldIx,
    descending: bool,
}

fn order(asked: &Asked, collection: CollectionIx, part: &Part) -> Option<Order> {
    let (name, descending) = part.value.strip_prefix('-').map_or((part.value, false), |name| (name, true));
    match field(&asked.text.page.report.site.collections[collection], name) {
        Ok(field) => Some(Order { field, descending }),
        Err((message, hint)) => {
            asked.report_value(part, message, hint);
            None
        }
    }
}

impl Order {
    /// What has no value comes last in either direction.
    fn compare(&self, words: Localizer, a: RecordIx, b: RecordIx) -> Ordering {
        let site = &words.report.site;
        let value = |record: RecordIx| site.get(record).value(self.field);
        match (value(a), value(b)) {
            (Some(one), Some(other)) => {
                let order = match (one, other) {
                    (Value::Number(one), Value::Number(other)) => one.cmp(other),
                    (Value::Date(one), Value::Date(other)) => one.cmp(other),
                    (Value::Choice(one), Value::Choice(other)) => one.cmp(other),
                    (Value::Boolean(one), Value::Boolean(other)) => other.cmp(one),
                    _ => {
                        let text = |record| site.effective(record, self.field).map(|fact| facts::words(words, &fact));
                        words.locale().compare(&text(a).unwrap_or_default(), &text(b).unwrap_or_default())
                    }
                };
                if self.descending { order.reverse() } else { order }
            }
            (one, other) => other.is_some().cmp(&one.is_some()),
        }
    }
}

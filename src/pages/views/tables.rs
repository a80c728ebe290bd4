//! Tables of lists of groups: a column for each field, a row for each item, exact sums and shares.
//!
//! In:  a fact that is a list of groups, with the facts of its items as template values.
//! Out: `{columns, rows, sums, shares}`; none for any other fact, and for groups that hold lists or groups.
//!
//! A number with a unit is added up where every row has one, exactly; not where one of them is a bound, nor percentages and
//! rates, whose sum means nothing.

use bigdecimal::BigDecimal;
use tera::Value;
use tera::value::Key;

use crate::link::effective::Effective;
use crate::locale::program::PERCENT;
use crate::markup::html::escape;
use crate::model::field::{Field, FieldKind, NumberKind};
use crate::model::number::Number;
use crate::model::value::{self, Status};
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{key, map, optional};
use crate::words::facts::without_unit;
use crate::words::figures::{data_element, unit_words};
use crate::words::quantity::{self, digits_of};

/// What stands in a cell of which nothing is known, not even why.
const NOTHING: &str = "<span class=\"nil\">–</span>";

/// A field of the groups with what each row says of it.
struct Column<'s, 'o> {
    field: &'s Field,
    cells: Vec<Option<Effective<'s, 'o>>>,
    /// What its numbers add up to; `None`: they cannot be added.
    sum: Option<Number>,
}

/// The table of a list of groups; `items` are the facts of its items as templates see them.
pub fn view(local: LocalRenderer, list: &Effective, items: &[Value]) -> Value {
    let rows: Vec<Effective> = list.items().collect();
    let Some(fields) = flat(list.field) else { return Value::none() };
    let columns = fields.iter().enumerate().map(|(nth, field)| {
        let cells: Vec<Option<Effective>> =
            rows.iter().map(|row| row.fields().nth(nth).and_then(|(_, part)| part)).collect();
        Column { field, sum: sum_of(field, &cells), cells }
    });
    let columns: Vec<Column> = columns.filter(|column| column.cells.iter().any(Option::is_some)).collect();
    let shares = shared_by(&columns).map(|column| shares(local, column)).unwrap_or_default();
    let row = |(at, item): (usize, &Value)| {
        let cells = columns.iter().enumerate().map(|(nth, column)| {
            let fact = part_of(item, column.field);
            let shown = match (nth, rows[at].written.missing()) {
                // An item may be missing as a whole: its row says why once.
                (0, Some(reason)) => nil(&local.localizer().message(reason)),
                _ => cell(local, list, column.cells[at].as_ref(), &fact),
            };
            map([("shown", Value::safe_string(&shown)), ("fact", fact)])
        });
        let share = shares.get(at).map(String::as_str);
        let id = item.as_map().and_then(|item| item.get(&key("id")).cloned());
        map([
            ("cells", Value::from(cells.collect::<Vec<_>>())),
            ("share", optional(share)),
            ("id", id.unwrap_or_else(Value::none)),
        ])
    };
    map([
        ("columns", Value::from(columns.iter().map(|column| head(local, column.field)).collect::<Vec<_>>())),
        ("rows", Value::from(items.iter().enumerate().map(row).collect::<Vec<_>>())),
        ("sums", sums(local, list, &columns)),
        ("shares", Value::from(!shares.is_empty())),
    ])
}

/// The fields of the groups of a list; `None`: it is no list of groups of several fields that hold no lists or groups.
fn flat(field: &Field) -> Option<&crate::model::field::Fields> {
    let FieldKind::List(of) = &field.kind else { return None };
    let FieldKind::Group(fields) = &of.kind else { return None };
    let is_plain = |field: &Field| !matches!(field.kind, FieldKind::List(_) | FieldKind::Group(_));
    (fields.len() > 1 && fields.iter().all(is_plain)).then_some(fields)
}

/// `{field, label, unit, align}` of a column.
fn head(local: LocalRenderer, field: &Field) -> Value {
    let number = number_kind(field);
    let unit = number.and_then(|number| number.unit.as_ref()).map(|unit| unit_words(local.localizer(), unit));
    map([
        ("field", Value::normal_string(&field.name)),
        ("label", Value::normal_string(field.label.text(local.language))),
        ("unit", optional(unit.as_deref())),
        ("align", Value::from(if number.is_some() { "end" } else { "start" })),
    ])
}

fn number_kind(field: &Field) -> Option<&NumberKind> {
    match &field.kind {
        FieldKind::Number(number) => Some(number),
        _ => None,
    }
}

/// The fact of a field of an item, as templates see it.
fn part_of(item: &Value, field: &Field) -> Value {
    let fields = item.as_map().and_then(|item| item.get(&key("fields"))?.as_map());
    let part = fields.and_then(|fields| fields.get(&Key::Str(&field.view_name)).cloned());
    part.unwrap_or_else(Value::none)
}

/// A cell as safe HTML: the value without the unit that the head names, or why there is none; what is less firm than the
/// list says so.
fn cell(local: LocalRenderer, list: &Effective, part: Option<&Effective>, fact: &Value) -> String {
    let Some(part) = part else { return NOTHING.to_owned() };
    let localizer = local.localizer();
    if let Some(missing) = part.written.missing() {
        return nil(&localizer.message(missing));
    }
    let shown = match number_kind(part.field) {
        Some(_) => without_unit(localizer, part),
        None => fact.as_map().and_then(|fact| fact.get(&key("shown"))?.as_str()).unwrap_or_default().to_owned(),
    };
    format!("{shown}{}", badge(local, list, part.status))
}

/// The status of a part as a badge, where it is not that of the list.
fn badge(local: LocalRenderer, list: &Effective, status: Option<Status>) -> String {
    let own = status.filter(|status| *status != Status::Final && Some(*status) != list.status);
    own.map_or_else(String::new, |status| {
        format!(" <span class=\"badge\">{}</span>", escape(&local.localizer().message(status)))
    })
}

fn nil(words: &str) -> String {
    format!("<span class=\"nil\">{}</span>", escape(words))
}

/// The sum of the numbers of a column, if it has one.
fn sum_of(field: &Field, cells: &[Option<Effective>]) -> Option<Number> {
    let unit = number_kind(field)?.unit.as_deref()?;
    if cells.len() < 2 || !is_additive(unit) {
        return None;
    }
    let numbers: Option<Vec<&BigDecimal>> = cells.iter().map(|cell| Some(exact(cell.as_ref()?)?.value())).collect();
    Some(Number::from(numbers?.into_iter().sum::<BigDecimal>()))
}

/// Whether amounts of a unit can be added: not percentages, nor rates such as `EUR/ha` or `beds-per-doctor`.
fn is_additive(unit: &str) -> bool {
    unit != PERCENT && !unit.contains('/') && unit.split('-').all(|word| word != "per")
}

/// The number of a part; `None` where there is none or only a bound.
fn exact<'s>(part: &Effective<'s, '_>) -> Option<&'s Number> {
    match part.value()? {
        value::Value::Number(number) if part.written.bound.is_none() => Some(number),
        _ => None,
    }
}

/// The column whose parts are shares of a whole: the only one that is added up, of which nothing is below zero.
fn shared_by<'c, 's, 'o>(columns: &'c [Column<'s, 'o>]) -> Option<&'c Column<'s, 'o>> {
    let mut summed = columns.iter().filter(|column| column.sum.is_some());
    let (only, None) = (summed.next()?, summed.next()) else { return None };
    let sum = only.sum.as_ref().filter(|sum| **sum > Number::default())?;
    let is_part = |cell: &Option<Effective>| {
        cell.as_ref().and_then(exact).is_some_and(|number| !number.is_negative() && number <= sum)
    };
    only.cells.iter().all(is_part).then_some(only)
}

/// The share of each row in the sum of a column, in words.
fn shares(local: LocalRenderer, column: &Column) -> Vec<String> {
    let parts: Option<Vec<&Number>> = column.cells.iter().map(|cell| exact(cell.as_ref()?)).collect();
    match (parts, &column.sum) {
        (Some(parts), Some(sum)) => quantity::shares(local.localizer(), &parts, sum),
        _ => Vec::new(),
    }
}

/// The row of sums, none where nothing is added up.
fn sums(local: LocalRenderer, list: &Effective, columns: &[Column]) -> Value {
    if columns.iter().all(|column| column.sum.is_none()) {
        return Value::none();
    }
    let sum = |column: &Column| {
        let (Some(sum), Some(kind)) = (&column.sum, number_kind(column.field)) else { return Value::none() };
        let digits = digits_of(local.localizer(), kind, sum, None);
        let number = data_element(local.localizer(), sum, &digits, &digits);
        let weakest = column.cells.iter().flatten().filter_map(|part| part.status).max();
        map([("shown", Value::safe_string(&format!("{number}{}", badge(local, list, weakest))))])
    };
    Value::from(columns.iter().map(sum).collect::<Vec<_>>())
}

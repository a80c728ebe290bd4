//! Reading the checks of a collection.

use crate::config::{Languages, Localized, LocalizedReader};
use crate::diagnostics::{codes, did_you_mean};
use crate::model::check::{Check, Comparison};
use crate::model::field::{Collection, Field, FieldKind};
use crate::parse::Span;
use crate::parse::keys::{Context, Form};
use crate::parse::yaml::Node;
use crate::position::FieldIx;

/// Reads `checks`, a list of `{that: disbursed <= commitment, message: {en: …}}`; a finding for each that has no meaning.
pub fn list(context: &mut Context, node: &Node, collection: &Collection, languages: &Languages) -> Vec<Check> {
    let items = context.list(node, "checks");
    items.iter().filter_map(|item| check(context, item, collection, languages)).collect()
}

fn check(context: &mut Context, item: &Node, collection: &Collection, languages: &Languages) -> Option<Check> {
    const HINT: &str = "say what must hold of two fields: `that: disbursed <= commitment`";
    const FORM: Form = Form { what: "a check", known: &["that", "message"], hint: HINT };
    context.entries(item, FORM.what, FORM.known);
    let that = context.required(item, "that", FORM)?;
    let text = context.text(that, "that")?;
    let message = item.get("message").map(|node| LocalizedReader { what: "message", languages }.read(context, node));
    let &[left, sign, right] = text.split_whitespace().collect::<Vec<_>>().as_slice() else {
        context.report(&codes::MODEL, that.span, format!("`{text}` is not a check")).hint(HINT);
        return None;
    };
    let comparison = Comparison::SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, comparison)| *comparison);
    if comparison.is_none() {
        let hint = if sign == "==" { "write `=`" } else { "known: < <= = >= >" };
        context.report(&codes::MODEL, that.span, format!("`{sign}` does not compare two fields")).hint(hint);
    }
    let left = operand(context, that.span, left, collection);
    let right = operand(context, that.span, right, collection);
    let (left, right, comparison) = (left?, right?, comparison?);
    let message = message.unwrap_or_else(|| Localized::empty(languages));
    let are_alike = are_alike(&collection.fields[left], &collection.fields[right]);
    if !are_alike {
        let message = format!("the two sides of `{text}` cannot be compared");
        context.report(&codes::MODEL, that.span, message).hint("compare two dates, or two numbers of one unit");
    }
    are_alike.then(|| Check { left, comparison, right, that: text.into(), message })
}

fn operand(context: &mut Context, span: Span, name: &str, collection: &Collection) -> Option<FieldIx> {
    let found = collection.field(name);
    match found {
        Some((at, field)) if matches!(field.kind, FieldKind::Number(_) | FieldKind::Date) => Some(at),
        Some(_) => {
            let message = format!("`{name}` is neither a number nor a date");
            context.report(&codes::MODEL, span, message).hint("compare two dates, or two numbers of one unit");
            None
        }
        None if collection.has_rejected(name) => None,
        None => {
            let message = format!("`{name}` is not a field of {}", collection.id);
            let hint = did_you_mean(name, collection.fields.iter().map(|field| &*field.name)).unwrap_or_default();
            context.report(&codes::MODEL, span, message).hint(hint);
            None
        }
    }
}

fn are_alike(left: &Field, right: &Field) -> bool {
    match (&left.kind, &right.kind) {
        (FieldKind::Number(left), FieldKind::Number(right)) => left.unit == right.unit,
        (FieldKind::Date, FieldKind::Date) => true,
        _ => false,
    }
}

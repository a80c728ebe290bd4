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

/// Reads `of` of each number that is a part of another, which is a check, too: the part is never the greater of the two.
pub fn parts(context: &mut Context, declared: &Node, collection: &mut Collection, languages: &Languages) {
    for (key, node) in declared.entries().unwrap_or_default() {
        let is_number = |field: &Field| matches!(field.kind, FieldKind::Number(_));
        let part = collection.field(&key.name).filter(|(_, field)| is_number(field)).map(|(at, _)| at);
        let (Some(part), Some(written)) = (part, node.get("of")) else { continue };
        let Some(whole) = whole(context, written, part, collection) else { continue };
        collection.fields[part].part_of = Some(whole);
        let that = format!("{} <= {}", key.name, collection.fields[whole].name).into();
        let check = Check {
            left: part,
            comparison: Comparison::AtMost,
            right: whole,
            that,
            message: Localized::empty(languages),
        };
        let is_same = |known: &Check| (known.left, known.comparison, known.right) == (part, Comparison::AtMost, whole);
        if !collection.checks.iter().any(is_same) {
            collection.checks.push(check);
        }
    }
}

/// The field that another is a part of.
fn whole(context: &mut Context, written: &Node, part: FieldIx, collection: &Collection) -> Option<FieldIx> {
    let name = context.text(written, "of")?;
    let whole = operand(context, written.span, name, collection)?;
    let fields = &collection.fields;
    // Each part was looked at before it got its whole, so that this comes to an end.
    let leads_back = std::iter::successors(Some(whole), |at| fields[*at].part_of).any(|at| at == part);
    let is_number = matches!(fields[whole].kind, FieldKind::Number(_));
    let message = match () {
        () if leads_back => format!("`{}` would be a part of itself", fields[part].name),
        () if is_number && are_alike(&fields[part], &fields[whole]) => return Some(whole),
        () => format!("`{}` is no part of `{name}`: the two are not numbers of one unit", fields[part].name),
    };
    context.report(&codes::MODEL, written.span, message).hint("name a number of the same unit that this is a part of");
    None
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

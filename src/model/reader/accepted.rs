//! `accept`: numbers in translated fields that an editor has looked at and found right.

use crate::diagnostics::{codes, did_you_mean};
use crate::model::field::{Collection, Field};
use crate::model::number::Number;
use crate::model::record::Accepted;
use crate::parse::keys::Context;
use crate::parse::yaml::Node;

const KEYS: &[&str] = &["field", "value", "because"];
const FORM: &str = "write `accept: [{field: summary, value: 42, because: \"…\"}]`";

/// Reads the list; what cannot be read is a finding at its place.
pub fn read(context: &mut Context, node: &Node, collection: &Collection) -> Vec<Accepted> {
    context.list(node, "accept").iter().filter_map(|item| acceptance(context, item, collection)).collect()
}

fn acceptance(context: &mut Context, node: &Node, collection: &Collection) -> Option<Accepted> {
    if node.entries().is_none() {
        context.wrong_type(node, "accept", "a list of maps").hint(FORM);
        return None;
    }
    context.entries(node, "accept", KEYS);
    if let Some(because) = node.get("because") {
        context.text(because, "because");
    }
    let (Some(field), Some(value)) = (node.get("field"), node.get("value")) else {
        let lacking = if node.get("field").is_none() { "field" } else { "value" };
        context.report(&codes::MISSING_FIELD, node.span, format!("`{lacking}` is required in `accept`")).hint(FORM);
        return None;
    };
    let name = context.text(field, "field")?;
    if collection.field(name).is_none() {
        let hint = did_you_mean(name, collection.fields.iter().map(|field: &Field| &*field.name)).unwrap_or_default();
        context
            .report(&codes::UNKNOWN_KEY, field.span, format!("`{name}` is not a field of {}", collection.id))
            .hint(hint);
        return None;
    }
    let text = context.text(value, "value")?;
    let Some(number) = Number::parse(text) else {
        let hint = "write digits and a point, without separators: 1100";
        context.report(&codes::INVALID_VALUE, value.span, format!("`{text}` is not a number")).hint(hint);
        return None;
    };
    Some(Accepted { field: name.into(), value: number, span: value.span })
}

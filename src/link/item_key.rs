//! What tells one item of a list from another, where the model says which fields do: `key: [role, organization]`.

use crate::link::Site;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::model::field::{Field, FieldKind, Targets};
use crate::model::value::{Fact, Value};

/// What means something between the values of a key, and around them, where they are written in one word.
pub const MARKS: &[char] = &[',', '[', ']', '.'];

/// The values of the key of an item, in the order of the key, an empty one where nothing is written; `None` when the list has
/// no key, or the item none of its values. A reference is the id alone where it can be in one collection only.
pub fn of_item(site: &Site, list: &Effective, item: &Effective) -> Option<Vec<String>> {
    let FieldKind::Group(fields) = &item.field.kind else { return None };
    let Value::Group(facts) = item.value()? else { return None };
    let value = |at| {
        let fact: Option<&Fact> = facts.get(at).and_then(Option::as_ref);
        fact.and_then(|fact| text(site, item.linked, &fields[at], fact)).unwrap_or_default()
    };
    let values: Vec<String> = list.field.key.iter().map(|at| value(*at)).collect();
    values.iter().any(|value| !value.is_empty()).then_some(values)
}

/// A value of a key; `None` when it is missing, or names a record that is not public.
fn text(site: &Site, linked: &LinkedRecord, field: &Field, fact: &Fact) -> Option<String> {
    match (fact.value()?, &field.kind) {
        (Value::Text(text) | Value::Language(text), _) => Some(text.to_string()),
        (Value::Number(number), _) => Some(number.to_string()),
        (Value::Date(date), _) => Some(date.to_string()),
        (Value::Boolean(yes), _) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        (Value::Choice(at), FieldKind::Choice(options)) => Some(options[*at].id.to_string()),
        (Value::Reference(at), FieldKind::Reference { to, .. }) => {
            let target = linked.targets[*at as usize]?;
            Some(match to {
                Targets::One(_) => site.get(target).record.id.to_string(),
                Targets::Several(_) | Targets::Any => site.key(target),
            })
        }
        _ => None,
    }
}

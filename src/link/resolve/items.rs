//! Lists whose items are told apart by a key: no two of one date may have the same.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, codes};
use crate::link::effective::Effective;
use crate::link::{Site, item_key};
use crate::model::effective::EffectiveDate;
use crate::model::field::{Field, FieldKind};
use crate::model::value::Fact;

/// Findings for all records of a site.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let keyed = site.collections.iter().zip(&site.records).filter(|(model, _)| model.fields.iter().any(has_key));
    for linked in keyed.flat_map(|(_, records)| records) {
        for fact in site.written_facts(linked.at).filter(|fact| has_key(fact.field)) {
            fact.each(&mut |fact| repeated(site, fact, findings));
        }
    }
}

/// Whether a field is a list with a key, or has one in it.
fn has_key(field: &Field) -> bool {
    !field.key.is_empty()
        || match &field.kind {
            FieldKind::List(item) => has_key(item),
            FieldKind::Group(fields) => fields.iter().any(has_key),
            _ => false,
        }
}

fn repeated(site: &Site, list: &Effective, findings: &mut Vec<Diagnostic>) {
    if list.field.key.is_empty() {
        return;
    }
    let mut first: BTreeMap<(Vec<String>, Option<EffectiveDate>), &Fact> = BTreeMap::new();
    for item in list.items() {
        let Some(key) = item_key::of_item(site, list, &item) else { continue };
        let words = key.join(", ");
        let Some(known) = first.insert((key, item.effective), item.written) else { continue };
        let source = &item.linked.record.source;
        let message = format!("two items of `{}` are `{words}`", list.path());
        let finding = source.finding(&codes::REPEATED_ITEM, item.written.span, message);
        let hint = "one of them is too much, or the `key` of the list in `_collection.yaml` needs another field";
        findings.push(finding.related(source.place(known.span), "the other one").hint(hint));
    }
}

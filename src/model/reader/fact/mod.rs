//! Reading what a record says about one field: short and long facts, histories, and the lists and groups of them.

pub mod reader;
pub mod text;
mod scalar;
mod file;

use std::sync::Arc;

use crate::diagnostics::codes;
use crate::model::date::Date;
use crate::model::effective::EffectiveDate;
use crate::model::fact_key::FactKey;
use crate::model::field::{Field, FieldKind, Fields};
use crate::model::reader::fact::reader::{FactReader, Needed, is_blank};
use crate::model::value::{Entry, Fact, Given, Outcome, Value};
use crate::parse::blanks;
use crate::parse::yaml::{Key, Kind, Node};
use crate::position::{FieldIx, List};

/// A year before which a fact of a report seldom begins.
const EARLY: i16 = 1800;

impl FactReader<'_, '_> {
    /// What is said about a field.
    pub fn outcome(&mut self, field: &Field, node: &Node) -> Outcome {
        self.entry(field, node).into()
    }

    fn entry(&mut self, field: &Field, node: &Node) -> Option<Entry> {
        if matches!(field.kind, FieldKind::Formula) {
            // A condition may have the keys of a fact's long form: it is none.
            return Some(Entry { history: vec![Fact::short(Value::Raw(Arc::new(node.clone())), node.span)] });
        }
        if field.tracked
            && let Kind::Sequence(items) = &node.kind
            && !items.is_empty()
            && items.iter().all(|item| is_long(item) && !self.is_translation(field, item))
        {
            let history = self.facts(field, items);
            return (!history.is_empty()).then_some(Entry { history });
        }
        self.fact(field, node).map(|fact| Entry { history: vec![fact] })
    }

    fn is_translation(&self, field: &Field, node: &Node) -> bool {
        let languages = self.languages;
        let is_tag = |(key, _): &(Key, Node)| languages.iter().any(|l| *l.code == *key.name);
        field.is_translated() && node.entries().is_some_and(|entries| !entries.is_empty() && entries.iter().all(is_tag))
    }

    fn fact(&mut self, field: &Field, node: &Node) -> Option<Fact> {
        if is_long(node) && !self.is_translation(field, node) {
            return self.long(field, node);
        }
        let value = self.value(field, node)?;
        let day = day_of(field, &value);
        Some(Fact { day, ..Fact::short(value, node.span) })
    }

    fn long(&mut self, field: &Field, node: &Node) -> Option<Fact> {
        self.context.entries(node, "a fact in its long form", &FactKey::names(FactKey::ALL));
        let given = match (under(node, FactKey::Is), under(node, FactKey::Missing)) {
            (Some(_), Some(missing)) => {
                self.context
                    .report(&codes::WRONG_TYPE, missing.span, "a fact cannot have a value and be missing")
                    .hint("remove `is` or `missing`");
                return None;
            }
            (Some(is), None) => Given::Value(self.value(field, is)?),
            (None, missing) => Given::Missing(self.word(missing?, FactKey::Missing.name())?),
        };
        let since = under(node, FactKey::Since).and_then(|n| self.begin(n));
        let by = under(node, FactKey::By).and_then(|n| self.begin(n));
        if (since.is_none() && under(node, FactKey::Since).is_some())
            || (by.is_none() && under(node, FactKey::By).is_some())
        {
            return None;
        }
        if let (Some(_), Some(_), Some(at)) = (since, by, under(node, FactKey::By)) {
            let hint = "`since` says when it began, `by` only that it had begun: keep one";
            self.context.report(&codes::HISTORY, at.span, "a fact has either `since` or `by`").hint(hint);
        }
        let bound = under(node, FactKey::Bound).and_then(|n| self.word(n, FactKey::Bound.name()));
        if let (Some(_), Some(at), false) =
            (bound, under(node, FactKey::Bound), matches!(field.kind, FieldKind::Number(_)))
        {
            let message = format!("`bound` is for numbers; `{}` is none", field.name);
            self.context
                .report(&codes::WRONG_TYPE, at.span, message)
                .hint("put it on the number, one level further in");
        }
        let day = if let Given::Value(value) = &given { day_of(field, value) } else { None };
        let effective = since.map(EffectiveDate::Since).or(by.map(EffectiveDate::By));
        Some(Fact {
            given,
            day,
            effective,
            sources: under(node, FactKey::Source).map(|n| self.sources(n)).unwrap_or_default().into(),
            status: under(node, FactKey::Status).and_then(|n| self.word(n, FactKey::Status.name())),
            bound,
            note: under(node, FactKey::Note).map(|n| Box::new(text::texts(self, n, FactKey::Note.name(), Needed::No))),
            span: node.span,
        })
    }

    /// The date from which a fact holds; a figure through time follows it from there on, so a slip of the keys is dear.
    fn begin(&mut self, node: &Node) -> Option<Date> {
        let date = self.date(node)?;
        if date.year() < EARLY {
            let message = format!("`{}` lies before {EARLY}", node.text().unwrap_or_default());
            let hint = "is it a slip of the keys, as 1024 for 2024? If the fact is as old as that, leave it";
            self.context.report(&codes::EARLY_DATE, node.span, message).hint(hint);
        }
        Some(date)
    }

    fn value(&mut self, field: &Field, node: &Node) -> Option<Value> {
        if node.is_null() || node.text().is_some_and(is_blank) {
            self.empty(node, &field.name, Needed::of(field));
            return None;
        }
        // What is yet to be filled in is no value of another type: `check` tells of it, `publish` refuses it.
        if !matches!(field.kind, FieldKind::Text { .. }) && node.text().is_some_and(blanks::is_blank) {
            return None;
        }
        match &field.kind {
            FieldKind::Formula => Some(Value::Raw(Arc::new(node.clone()))),
            FieldKind::Number(kind)
                if kind.may_reference_fact && node.text().is_some_and(|text| text.contains('#')) =>
            {
                Some(Value::Raw(Arc::new(node.clone())))
            }
            FieldKind::Text { translated: true, .. } => Some(Value::Localized(text::localized(self, field, node)?)),
            FieldKind::Text { .. } => self.scalar(field, node, "text").map(|text| Value::Text(text.into())),
            FieldKind::Number(kind) => scalar::number(self, field, kind, node).map(Value::Number),
            FieldKind::Date => self.date(node).map(Value::Date),
            FieldKind::Boolean => self.context.boolean(node, &field.name).map(Value::Boolean),
            FieldKind::Choice(options) => scalar::option(self, field, options, node).map(Value::Choice),
            FieldKind::Reference { to, .. } => self.reference(to, node, &field.name).map(Value::Reference),
            FieldKind::Image => file::image(self, field, node).map(|image| Value::Image(Box::new(image))),
            FieldKind::Location => scalar::location(self, node).map(|location| Value::Location(Box::new(location))),
            FieldKind::File => file::attachment(self, field, node).map(Value::Text),
            FieldKind::Url | FieldKind::Email | FieldKind::Language => scalar::formed(self, field, node),
            FieldKind::List(item) => self.items(field, item, node),
            FieldKind::Group(fields) => self.group(field, fields, node),
        }
    }

    fn items(&mut self, field: &Field, item: &Field, node: &Node) -> Option<Value> {
        let nodes = match &node.kind {
            Kind::Sequence(nodes) => nodes.as_slice(),
            Kind::Scalar { .. } if field.one_item => std::slice::from_ref(node),
            _ => {
                let hint = "begin each item with `- `, or write `[a, b]`";
                self.context.wrong_type(node, &field.name, "a list").hint(hint);
                return None;
            }
        };
        Some(Value::List(self.facts(item, nodes)))
    }

    /// The facts of several nodes, in just the room that they need: nearly all of them can be read.
    fn facts(&mut self, field: &Field, nodes: &[Node]) -> Vec<Fact> {
        let mut facts = Vec::with_capacity(nodes.len());
        facts.extend(nodes.iter().filter_map(|node| self.fact(field, node)));
        facts
    }

    fn group(&mut self, field: &Field, fields: &Fields, node: &Node) -> Option<Value> {
        let Kind::Mapping(entries) = &node.kind else {
            self.context.wrong_type(node, &field.name, "a map (`key: value`)");
            return None;
        };
        let names: Vec<&str> = fields.iter().map(|f| &*f.name).collect();
        let mut facts: List<FieldIx, Option<Fact>> = vec![None; fields.len()].into();
        let mut meant: Vec<&str> = Vec::new();
        for (key, value) in entries {
            match fields.position(|f| *f.name == *key.name) {
                Some(at) => facts[at] = self.fact(&fields[at], value),
                None => meant.extend(self.context.unknown_key(key, &format!("`{}`", field.name), &names)),
            }
        }
        for (at, part) in fields.entries().filter(|(_, part)| part.required) {
            let is_written = entries.iter().any(|(key, _)| *key.name == *part.name) || meant.contains(&&*part.name);
            if facts[at].is_none() && !is_written {
                let message = format!("`{}` is required in `{}`", part.name, field.name);
                self.context.report(&codes::MISSING_FIELD, node.span, message).hint("add it, or say why it is missing");
            }
        }
        Some(Value::Group(facts))
    }
}

/// The day of what a group tells: its field `date`.
fn day_of(field: &Field, value: &Value) -> Option<Date> {
    let (FieldKind::Group(fields), Value::Group(facts)) = (&field.kind, value) else { return None };
    let at = fields.position(|field| &*field.name == "date")?;
    match facts[at].as_ref()?.value()? {
        Value::Date(date) => Some(*date),
        _ => None,
    }
}

fn is_long(node: &Node) -> bool {
    under(node, FactKey::Is).is_some() || under(node, FactKey::Missing).is_some()
}

/// What stands under a key of a fact in its long form.
fn under(node: &Node, key: FactKey) -> Option<&Node> {
    node.get(key.name())
}

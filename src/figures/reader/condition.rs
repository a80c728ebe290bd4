//! Reading a `where`: a nested map of fields and what must be there, against the content model. One reader for figures, for
//! templates and for blocks in prose, which know where what is wrong stands.

use crate::diagnostics::did_you_mean;
use crate::figures::condition::{At, Check, Plain, Test};
use crate::link::Site;
use crate::link::names::{Nowhere, Target};
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind, Fields, Targets};
use crate::model::number::Number;
use crate::model::value::{Missing, Word};
use crate::parse::Span;
use crate::parse::yaml::{Key, Kind, Node};
use crate::position::{CollectionIx, FieldIx, RecordIx};

/// The key of the record itself.
const ITSELF: &str = "id";

/// A record that is none.
const NOBODY: RecordIx = RecordIx { collection: CollectionIx::NONE, record: u32::MAX };

/// What is wrong with a condition, at some words of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which words.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write; `None`: nobody knows.
    pub hint: Option<String>,
}

/// Reads conditions.
pub struct Conditions<'s> {
    /// The records, with their models.
    site: &'s Site,
    /// What was found so far.
    pub problems: Vec<Problem>,
}

impl<'s> Conditions<'s> {
    /// A reader that has read nothing yet.
    pub fn new(site: &'s Site) -> Self {
        Conditions { site, problems: Vec::new() }
    }

    fn report(&mut self, span: Span, message: String, hint: Option<String>) {
        self.problems.push(Problem { span, message, hint });
    }

    /// The tests of a `where` on records of a collection.
    pub fn tests(&mut self, node: &Node, collection: CollectionIx) -> Vec<Test> {
        let Some(entries) = node.entries() else {
            let hint = Some("write fields with what they must be: `where: {level: provincial}`".to_owned());
            self.report(node.span, "a condition is a map".to_owned(), hint);
            return Vec::new();
        };
        let model = &self.site.collections[collection];
        let mut tests = Vec::new();
        for (key, value) in &self.nested(entries) {
            if &*key.name == ITSELF {
                let is = self.itself(value, collection);
                tests.extend(is.map(|is| Test { at: At::Itself, is, label: model.singular.clone() }));
                continue;
            }
            if let Some((at, field)) = model.field(&key.name) {
                let is = self.check(item(field), value);
                tests.extend(is.map(|is| Test { at: At::Field(at), is, label: field.label.clone() }));
                continue;
            }
            let names = &self.site.back_references[collection];
            if let Some(at) = names.position(|back| *back.name == *key.name) {
                let (from, field) = (names[at].from, names[at].field);
                let label = self.site.collections[from].label.clone();
                let is = self.back_check(value, from, field);
                tests.extend(is.map(|is| Test { at: At::Back(at), is, label }));
                continue;
            }
            let names = [ITSELF].into_iter().chain(model.fields.iter().map(|field| &*field.name));
            let names = names.chain(self.site.back_references[collection].iter().map(|back| &*back.name));
            let names: Vec<&str> = names.collect();
            let hint = did_you_mean(&key.name, names.iter().copied()).or_else(|| Some(known(names.into_iter())));
            self.report(key.span, format!("`{}` is not a field of {}", key.name, model.id), hint);
        }
        tests
    }

    /// Entries of which keys such as `city.region` go further: those that begin alike together, as `city: {region: …}`.
    fn nested(&mut self, entries: &[(Key, Node)]) -> Vec<(Key, Node)> {
        let mut nested: Vec<(Key, Node)> = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let Some((first, rest)) = key.name.split_once('.') else {
                nested.push((key.clone(), value.clone()));
                continue;
            };
            let end = key.span.start + first.len() as u32;
            let inner = Key { name: rest.into(), span: Span { start: (end + 1).min(key.span.end), end: key.span.end } };
            let outer = Span { start: key.span.start, end: end.min(key.span.end) };
            match nested.iter_mut().find(|(known, _)| *known.name == *first) {
                Some((_, Node { kind: Kind::Mapping(known), .. })) => known.push((inner, value.clone())),
                Some(_) => {
                    let message = format!("`{first}` has another condition already");
                    self.report(key.span, message, Some("one field has one condition".to_owned()));
                }
                None => {
                    let span = Span { start: key.span.start, end: value.span.end };
                    let of_first = Node { kind: Kind::Mapping(vec![(inner, value.clone())]), span };
                    nested.push((Key { name: first.into(), span: outer }, of_first));
                }
            }
        }
        nested
    }

    /// Which record it must be.
    fn itself(&mut self, node: &Node, collection: CollectionIx) -> Option<Check> {
        if let Some(inner) = node.get("not") {
            self.alone(node, "not");
            return Some(Check::Not(Box::new(self.itself(inner, collection)?)));
        }
        let items = match &node.kind {
            Kind::Sequence(items) => items.as_slice(),
            Kind::Scalar { .. } => std::slice::from_ref(node),
            Kind::Mapping(_) => {
                let hint = Some("write the id of a record, a list of them or `{not: …}`".to_owned());
                self.report(node.span, format!("`{ITSELF}` cannot be compared with this"), hint);
                return None;
            }
        };
        let to = Targets::One(self.site.collections[collection].id.clone());
        let mut records = Vec::new();
        for item in items {
            let text = item.text().unwrap_or_default();
            match self.record(&to, text) {
                (Some(record), _) => records.push(record),
                (None, hint) => self.report(item.span, format!("there is no record `{text}`"), Some(hint)),
            }
        }
        Some(Check::OneOf(records))
    }

    /// What must hold of records that refer here; `item` is the group by which they do.
    fn back_check(&mut self, node: &Node, from: CollectionIx, field: FieldIx) -> Option<Check> {
        if let Some(inner) = node.get("not") {
            self.alone(node, "not");
            return Some(Check::Not(Box::new(self.back_check(inner, from, field)?)));
        }
        if let Some(inner) = node.get("missing") {
            self.alone(node, "missing");
            if inner.text() != Some("any") {
                let hint = Some("write `{missing: any}`: nobody refers to it".to_owned());
                self.report(inner.span, "who does not refer gives no reason".to_owned(), hint);
            }
            return Some(Check::Missing(None));
        }
        let Some(entries) = node.entries() else {
            // Those who refer here by their ids.
            let label = self.site.collections[from].singular.clone();
            let is = self.itself(node, from)?;
            return Some(Check::All(vec![Test { at: At::Itself, is, label }]));
        };
        let (items, own): (Vec<_>, Vec<_>) =
            self.nested(entries).into_iter().partition(|(key, _)| &*key.name == "item");
        let mut tests = self.tests(&Node { kind: Kind::Mapping(own), span: node.span }, from);
        if let Some((_, inner)) = items.first() {
            let list = &self.site.collections[from].fields[field];
            let FieldKind::Group(fields) = &item(list).kind else {
                self.report(inner.span, "`item` is for references in lists of groups".to_owned(), None);
                return None;
            };
            let is = Check::All(self.group_tests(inner, fields));
            tests.push(Test { at: At::Item(field), is, label: list.label.clone() });
        }
        Some(Check::All(tests))
    }

    fn group_tests(&mut self, node: &Node, fields: &'s Fields) -> Vec<Test> {
        let mut tests = Vec::new();
        let Some(entries) = node.entries().filter(|entries| !entries.is_empty()) else {
            let hint = Some("write fields of the group with what they must be: `{segment: upstream}`".to_owned());
            self.report(node.span, "a condition on a group is a map".to_owned(), hint);
            return tests;
        };
        for (key, value) in &self.nested(entries) {
            let Some(at) = fields.position(|field| *field.name == *key.name) else {
                let names = || fields.iter().map(|field| &*field.name);
                let hint = did_you_mean(&key.name, names()).or_else(|| Some(known(names())));
                self.report(key.span, format!("`{}` is not a field of this group", key.name), hint);
                continue;
            };
            let is = self.check(item(&fields[at]), value);
            tests.extend(is.map(|is| Test { at: At::Field(at), is, label: fields[at].label.clone() }));
        }
        tests
    }

    /// `not` and `missing` stand alone in their map.
    fn alone(&mut self, node: &Node, word: &str) {
        for (key, _) in node.entries().unwrap_or_default().iter().filter(|(key, _)| &*key.name != word) {
            let hint = Some(format!("`{word}` stands alone: one field has one condition"));
            self.report(key.span, format!("`{}` has no meaning beside `{word}`", key.name), hint);
        }
    }

    /// What must hold of a value of a field.
    fn check(&mut self, field: &'s Field, node: &Node) -> Option<Check> {
        if let Some(inner) = node.get("not") {
            self.alone(node, "not");
            return Some(Check::Not(Box::new(self.check(field, inner)?)));
        }
        if let Some(inner) = node.get("missing") {
            self.alone(node, "missing");
            let word = inner.text().unwrap_or_default();
            let reason = Missing::from_word(word);
            if reason.is_none() && word != "any" {
                let words: Vec<&str> = Missing::WORDS.iter().map(|(word, _)| *word).collect();
                self.report(inner.span, format!("`{word}` is no reason"), Some(format!("any, {}", words.join(", "))));
            }
            return Some(Check::Missing(reason));
        }
        match (&node.kind, &field.kind) {
            (Kind::Mapping(_), FieldKind::Reference { to: Targets::One(to), .. }) => {
                let to = self.site.collection_named(to)?;
                Some(Check::All(self.tests(node, to)))
            }
            (Kind::Mapping(_), FieldKind::Group(fields)) => Some(Check::All(self.group_tests(node, fields))),
            (Kind::Mapping(_), FieldKind::Number(_) | FieldKind::Date) => self.range(field, node),
            (Kind::Mapping(_), _) => {
                let hint = Some("write a value, a list of values, `{not: …}` or `{missing: any}`".to_owned());
                self.report(node.span, format!("`{}` cannot be compared with this", field.name), hint);
                None
            }
            (Kind::Sequence(items), _) if items.is_empty() => {
                self.report(
                    node.span,
                    "none of these can ever be".to_owned(),
                    Some("list the values that count".to_owned()),
                );
                None
            }
            (Kind::Sequence(items), _) => {
                Some(Check::OneOf(items.iter().filter_map(|item| self.plain(field, item)).collect()))
            }
            (Kind::Scalar { .. }, _) => Some(Check::OneOf(vec![self.plain(field, node)?])),
        }
    }

    fn range(&mut self, field: &'s Field, node: &Node) -> Option<Check> {
        for (key, _) in node.entries().unwrap_or_default() {
            if !matches!(&*key.name, "min" | "max") {
                let hint = Some("known here: min, max, not, missing".to_owned());
                self.report(key.span, format!("`{}` has no meaning here", key.name), hint);
            }
        }
        let mut limit = |key: &str| node.get(key).and_then(|limit| self.plain(field, limit));
        let (min, max) = (limit("min"), limit("max"));
        if node.entries().is_some_and(<[_]>::is_empty) {
            self.report(node.span, "this asks for nothing".to_owned(), Some("write `{min: 10, max: 20}`".to_owned()));
        }
        (min.is_some() || max.is_some()).then_some(Check::Range { min, max })
    }

    fn plain(&mut self, field: &'s Field, node: &Node) -> Option<Plain> {
        let text = node.text().unwrap_or_default();
        let (found, hint) = match &field.kind {
            FieldKind::Choice(options) => {
                let at = options.position(|option| *option.id == *text);
                let ids = || options.iter().map(|option| &*option.id);
                let hint = did_you_mean(text, ids()).unwrap_or_else(|| known(ids()));
                (at.map(|at| Plain::Option(at, options[at].label.clone())), hint)
            }
            FieldKind::Reference { to, .. } => self.record(to, text),
            FieldKind::Text { translated: false, .. } | FieldKind::Language | FieldKind::Url | FieldKind::Email => {
                (node.text().map(|text| Plain::Text(text.into())), String::new())
            }
            FieldKind::Number(_) => (Number::parse(text).map(Plain::Number), "write a number".to_owned()),
            FieldKind::Date => (Date::parse(text).map(Plain::Date), "write a date".to_owned()),
            FieldKind::Boolean => {
                let yes = [("true", true), ("false", false)].into_iter().find(|(word, _)| *word == text);
                (yes.map(|(_, yes)| Plain::Boolean(yes)), "write true or false".to_owned())
            }
            _ => (None, "its values cannot be compared; `{missing: any}` can be asked".to_owned()),
        };
        if found.is_none() {
            self.report(node.span, format!("`{text}` is no value of `{}`", field.name), Some(hint));
        }
        found
    }

    /// A record that is withheld matches nothing: it is not there.
    fn record(&self, to: &Targets, text: &str) -> (Option<Plain>, String) {
        let found = match to {
            Targets::One(to) => match self.site.collection_named(to) {
                Some(collection) => {
                    let own = text.strip_prefix(&**to).and_then(|rest| rest.strip_prefix('/'));
                    self.site.find_record(collection, own.unwrap_or(text))
                }
                None => return (None, String::new()),
            },
            _ => match self.site.find(text) {
                Ok(Target::Record(record)) => Ok(record),
                Ok(Target::Collection(_)) => Err(Nowhere::Unknown("write collection/id".to_owned())),
                Err(nowhere) => Err(nowhere),
            },
        };
        match found {
            Ok(record) => (Some(Plain::Record(record)), String::new()),
            Err(Nowhere::Withheld(_)) => (Some(Plain::Record(NOBODY)), String::new()),
            Err(Nowhere::Unknown(hint)) => (None, hint),
        }
    }
}

/// What can be written here, for a hint.
pub fn known<'a>(names: impl Iterator<Item = &'a str>) -> String {
    format!("known here: {}", names.collect::<Vec<_>>().join(", "))
}

/// The items of a list, else the field itself.
pub fn item(field: &Field) -> &Field {
    if let FieldKind::List(item) = &field.kind { item } else { field }
}

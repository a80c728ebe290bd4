//! Reading a figure's definition against the content model: what it counts, under which conditions, by what.
//!
//! In:  the record of a figure, whose formula is YAML as it was written.
//! Out: a [`Formula`] whose names all exist and whose types fit, or findings at the words that do not.

use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::figures::formula::{Aggregate, By, Formula};
use crate::figures::path::{End, Path};
use crate::link::{Linked, Nowhere, RecordIx, Site, Target};
use crate::model::field::{ChoiceOption, Collection, Field, FieldKind, Targets};
use crate::model::position::{CollectionIx, FieldIx};
use crate::model::value::{Value, Word};
use crate::parse::Span;
use crate::parse::yaml::{Kind, Node};

/// Reads the definitions of a site.
pub struct Reader<'s, 'f> {
    /// The records, with their models.
    pub site: &'s Site,
    /// The figure being read.
    pub figure: &'s Linked,
    /// What was found.
    pub findings: &'f mut Vec<Diagnostic>,
}

impl<'s> Reader<'s, '_> {
    /// What is written under a key of the definition.
    pub fn written(&self, key: &str) -> Option<&'s Node> {
        let declared = self.site.model(self.figure.at).field(key);
        let is_formula = declared.is_some_and(|(_, field)| matches!(field.kind, FieldKind::Formula));
        debug_assert!(is_formula, "{key} is a part of definitions");
        let (at, _) = declared?;
        match self.figure.record.entries[at].entry()?.history[0].value()? {
            Value::Raw(node) => Some(node),
            _ => None,
        }
    }

    /// A finding at some words of the definition.
    pub fn report(&mut self, span: Span, message: String, hint: Option<String>) {
        let finding = self.figure.record.source.finding(&codes::FIGURE, span, message);
        self.findings.push(finding.hint_if(hint));
    }

    /// How it is computed; `None`: it is not, or not soundly.
    pub fn formula(&mut self) -> Option<Formula> {
        let mut written =
            Aggregate::WORDS.iter().filter_map(|(word, aggregate)| Some((*word, *aggregate, self.written(word)?)));
        let first = written.next();
        let second = written.next();
        let Some((word, aggregate, node)) = first else {
            for key in ["where", "by", "over"] {
                if let Some(node) = self.written(key) {
                    let hint = Some("say what is computed: `count: centers`".to_owned());
                    self.report(node.span, format!("`{key}` has no meaning for a figure that is not computed"), hint);
                }
            }
            return None;
        };
        if let Some((other, _, node)) = second {
            let hint = Some("make two figures of it".to_owned());
            self.report(node.span, format!("a figure is computed in one way: `{word}` or `{other}`"), hint);
        }
        let (collection, measure) = self.subject(aggregate, word, node)?;
        let before = self.findings.len();
        let tests = match self.written("where") {
            Some(node) => self.tests(node, collection),
            None => Vec::new(),
        };
        let by = self.by(aggregate, collection, node);
        let over = self.word("over");
        (self.findings.len() == before).then_some(Formula { aggregate, collection, measure, tests, by, over })
    }

    /// A word of a closed list.
    pub fn word<W: Word>(&mut self, key: &str) -> Option<W> {
        let node = self.written(key)?;
        let text = node.text().unwrap_or_default();
        let found = W::from_word(text);
        if found.is_none() {
            let known: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
            self.report(
                node.span,
                format!("`{text}` is not a word for `{key}`"),
                Some(format!("known: {}", known.join(", "))),
            );
        }
        found
    }

    /// `count: centers`, `sum: centers.employees`.
    fn subject(&mut self, aggregate: Aggregate, word: &str, node: &Node) -> Option<(CollectionIx, Option<Path>)> {
        let text = node.text().unwrap_or_default();
        let (name, path) = text.split_once('.').map_or((text, None), |(name, path)| (name, Some(path)));
        let Some(collection) = self.site.collection_named(name) else {
            let hint = did_you_mean(name, self.site.collections.iter().map(|collection| &*collection.id));
            self.report(node.span, format!("there is no collection `{name}`"), hint);
            return None;
        };
        let wants_number =
            matches!(aggregate, Aggregate::Sum | Aggregate::Average | Aggregate::Minimum | Aggregate::Maximum);
        match (wants_number, path) {
            (false, None) => Some((collection, None)),
            (false, Some(_)) => {
                self.report(node.span, format!("`{word}` takes a collection: `{word}: {name}`"), None);
                None
            }
            (true, None) => {
                let hint = Some(format!("name the number: `{word}: {name}.employees`"));
                self.report(node.span, format!("`{word}` takes a number of a collection"), hint);
                None
            }
            (true, Some(path)) => {
                let path = self.path(path, collection, node.span)?;
                if !matches!(path.end, End::Number) {
                    let message = format!("`{text}` is no number, so there is no {word} of it");
                    self.report(node.span, message, Some("count records with `count`, or name a number".to_owned()));
                    return None;
                }
                Some((collection, Some(path)))
            }
        }
    }

    /// A path from a record of a collection.
    fn path(&mut self, text: &str, collection: CollectionIx, span: Span) -> Option<Path> {
        let mut fields = Some(&self.site.collections[collection].fields);
        let (mut hops, mut last): (Vec<FieldIx>, Option<&Field>) = (Vec::new(), None);
        for name in text.split('.') {
            let at = fields.and_then(|fields| fields.position(|field| *field.name == *name));
            let (Some(fields_here), Some(at)) = (fields, at) else {
                let names = || fields.into_iter().flatten().map(|field| &*field.name);
                let hint = did_you_mean(name, names()).or_else(|| Some(known(names())));
                self.report(span, format!("there is no field `{name}` in `{text}`"), hint);
                return None;
            };
            hops.push(at);
            last = Some(&fields_here[at]);
            fields = match &item(&fields_here[at]).kind {
                FieldKind::Group(fields) => Some(fields),
                FieldKind::Reference { to: Targets::One(to), .. } => {
                    self.site.collection_named(to).map(|to| &self.site.collections[to].fields)
                }
                _ => None,
            };
        }
        let last = last?;
        let Some(end) = self.end(item(last)) else {
            self.report(span, format!("`{text}` has no values to compute with"), None);
            return None;
        };
        Some(Path { hops, end, label: last.label.clone() })
    }

    fn end(&self, field: &Field) -> Option<End> {
        Some(match &field.kind {
            FieldKind::Number(_) => End::Number,
            FieldKind::Choice(options) => End::Choice(options.clone()),
            FieldKind::Reference { to, .. } => End::Reference(match to {
                Targets::One(to) => self.site.collection_named(to),
                _ => None,
            }),
            FieldKind::Boolean => End::Boolean,
            FieldKind::Text { translated: false, .. } | FieldKind::Language => End::Text,
            _ => return None,
        })
    }

    fn by(&mut self, aggregate: Aggregate, collection: CollectionIx, subject: &Node) -> Option<By> {
        let Some(node) = self.written("by") else {
            if aggregate == Aggregate::Coverage {
                let hint = Some("say by whom: `by: {centers: stage}`".to_owned());
                self.report(subject.span, "a `coverage` needs `by`".to_owned(), hint);
            }
            return None;
        };
        let model = &self.site.collections[collection];
        match (&node.kind, aggregate) {
            (Kind::Scalar { text, .. }, Aggregate::Coverage) => {
                let hint = Some(format!("`by: {{{text}: stage}}`: who refers to it, and which choice of theirs"));
                self.report(node.span, "a `coverage` is by the choice of those who refer to it".to_owned(), hint);
                None
            }
            (Kind::Scalar { text, .. }, _) if &**text == "id" => {
                Some(By::Path(Path { hops: Vec::new(), end: End::Record, label: model.singular.clone() }))
            }
            (Kind::Scalar { text, .. }, _) => {
                let path = self.path(text, collection, node.span)?;
                if let End::Choice(options) = &path.end
                    && let Some(ChoiceOption { id, .. }) =
                        options.iter().find(|option| matches!(&*option.id, "none" | "missing"))
                {
                    let hint = Some("that is the name of the row for what is not known: rename the option".to_owned());
                    self.report(node.span, format!("`{text}` has an option `{id}`"), hint);
                    return None;
                }
                if matches!(path.end, End::Number) {
                    let hint = Some("group by a choice, a reference, a boolean or a text".to_owned());
                    self.report(node.span, format!("`{text}` is a number: there would be a group for each"), hint);
                    return None;
                }
                Some(By::Path(path))
            }
            (Kind::Mapping(entries), Aggregate::Coverage) if entries.len() == 1 => {
                let (key, value) = &entries[0];
                let back = self.back(&key.name, collection, key.span)?;
                let from = self.site.back_fields[collection][back].from;
                let path = self.path(value.text().unwrap_or_default(), from, value.span)?;
                if !matches!(path.end, End::Choice(_)) {
                    self.report(
                        value.span,
                        "a `coverage` is by a choice, whose options have an order".to_owned(),
                        None,
                    );
                    return None;
                }
                Some(By::Best { back, path, label: self.site.collections[from].label.clone() })
            }
            _ => {
                let hint = Some("name a field: `by: city`".to_owned());
                self.report(node.span, "`by` is not understood".to_owned(), hint);
                None
            }
        }
    }

    fn back(&mut self, name: &str, collection: CollectionIx, span: Span) -> Option<usize> {
        let names = &self.site.back_fields[collection];
        let found = names.iter().position(|back| *back.name == *name);
        if found.is_none() {
            let hint = did_you_mean(name, names.iter().map(|back| &*back.name));
            let hint = hint.or_else(|| Some(known(names.iter().map(|back| &*back.name))));
            let id = &self.site.collections[collection].id;
            self.report(span, format!("nothing refers to {id} under the name `{name}`"), hint);
        }
        found
    }
}

/// The items of a list, else the field itself.
pub fn item(field: &Field) -> &Field {
    if let FieldKind::List(item) = &field.kind { item } else { field }
}

/// What can be written here, for a hint.
pub fn known<'a>(names: impl Iterator<Item = &'a str>) -> String {
    format!("known here: {}", names.collect::<Vec<_>>().join(", "))
}

/// Which field of a record a text such as `regions/shandong#national_centers` names.
pub fn fact_named(site: &Site, text: &str) -> Result<Option<(RecordIx, FieldIx)>, String> {
    let (record, name) = text.split_once('#').ok_or_else(String::new)?;
    let record = match site.find(record) {
        Ok(Target::Record(record)) => record,
        Ok(Target::Collection(_)) => return Err("write collection/id#field".to_owned()),
        // What the public does not see yet says nothing yet.
        Err(Nowhere::Withheld(_)) => return Ok(None),
        Err(Nowhere::Unknown(hint)) => return Err(hint),
    };
    let model: &Collection = site.model(record);
    match model.field(name) {
        Some((at, field)) if field.tracked && matches!(field.kind, FieldKind::Number(_)) => Ok(Some((record, at))),
        Some(_) => Err(format!("`{name}` is no tracked number")),
        None => {
            let names = || model.fields.iter().map(|field| &*field.name);
            Err(did_you_mean(name, names()).unwrap_or_else(|| known(names())))
        }
    }
}

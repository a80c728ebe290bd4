//! Reading how a figure is computed: what it counts, under which conditions, by what.

use crate::diagnostics::did_you_mean;
use crate::figures::formula::{Aggregate, By, Formula};
use crate::figures::path::{End, Path};
use crate::figures::reader::condition::known;
use crate::figures::reader::context::Reader;
use crate::model::field::ChoiceOption;
use crate::model::value::Word;
use crate::parse::Span;
use crate::parse::yaml::{Kind, Node};
use crate::position::{BackReferenceIx, CollectionIx};

impl Reader<'_, '_> {
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
            Some(node) => self.conditions(node, collection),
            None => Vec::new(),
        };
        let by = self.by(aggregate, collection, node);
        let over = self.word("over");
        (self.findings.len() == before).then_some(Formula { aggregate, collection, measure, tests, by, over })
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
            (Kind::Scalar { text, .. }, _) => self.grouping(text, collection, node.span),
            (Kind::Mapping(entries), Aggregate::Coverage) if entries.len() == 1 => {
                let (key, value) = &entries[0];
                self.best((&key.name, key.span), value, collection)
            }
            _ => {
                let hint = Some("name a field: `by: city`".to_owned());
                self.report(node.span, "`by` is not understood".to_owned(), hint);
                None
            }
        }
    }

    /// `by: city`.
    fn grouping(&mut self, text: &str, collection: CollectionIx, span: Span) -> Option<By> {
        let path = self.path(text, collection, span)?;
        if let End::Choice(options) = &path.end
            && let Some(ChoiceOption { id, .. }) =
                options.iter().find(|option| matches!(&*option.id, "none" | "missing"))
        {
            let hint = Some("that is the name of the row for what is not known: rename the option".to_owned());
            self.report(span, format!("`{text}` has an option `{id}`"), hint);
            return None;
        }
        if matches!(path.end, End::Number) {
            let hint = Some("group by a choice, a reference, a boolean or a text".to_owned());
            self.report(span, format!("`{text}` is a number: there would be a group for each"), hint);
            return None;
        }
        Some(By::Path(path))
    }

    /// `by: {centers: stage}`.
    fn best(&mut self, (name, span): (&str, Span), choice: &Node, collection: CollectionIx) -> Option<By> {
        let back = self.back(name, collection, span)?;
        let from = self.site.back_references[collection][back].from;
        let path = self.path(choice.text().unwrap_or_default(), from, choice.span)?;
        if !matches!(path.end, End::Choice(_)) {
            self.report(choice.span, "a `coverage` is by a choice, whose options have an order".to_owned(), None);
            return None;
        }
        Some(By::Best { back, path, label: self.site.collections[from].label.clone() })
    }

    fn back(&mut self, name: &str, collection: CollectionIx, span: Span) -> Option<BackReferenceIx> {
        let names = &self.site.back_references[collection];
        let found = names.position(|back| *back.name == *name);
        if found.is_none() {
            let hint = did_you_mean(name, names.iter().map(|back| &*back.name));
            let hint = hint.or_else(|| Some(known(names.iter().map(|back| &*back.name))));
            let id = &self.site.collections[collection].id;
            self.report(span, format!("nothing refers to {id} under the name `{name}`"), hint);
        }
        found
    }
}

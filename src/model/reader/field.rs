//! Reading one field of a content model, and of what it is made.

use std::sync::Arc;

use crate::config::{Language, Languages, Localized, LocalizedReader};
use crate::diagnostics::{codes, did_you_mean, nearest};
use crate::model::field::{ChoiceOption, Field, FieldKind, Fields, Markup, NumberKind, Options, Searched, Targets};
use crate::model::field_type::{FieldKey, FieldType};
use crate::model::number::Number;
use crate::parse::Span;
use crate::parse::keys::{Context, Form};
use crate::parse::yaml::{Key, Kind, Node};
use crate::position::FieldIx;

/// The words that a model may use, with the languages of its labels.
#[derive(Debug, Clone, Copy)]
pub enum Vocabulary<'c> {
    /// Those of a site's model, in the languages of the site.
    Site(&'c Languages),
    /// Also those that only the models of the generator need.
    BuiltIn {
        /// The languages of its labels.
        labels: &'c Languages,
        /// The languages of the site.
        site: &'c Languages,
    },
}

impl<'c> Vocabulary<'c> {
    /// The languages that labels are in.
    pub fn languages(self) -> &'c Languages {
        match self {
            Vocabulary::Site(languages) | Vocabulary::BuiltIn { labels: languages, .. } => languages,
        }
    }

    /// Whether it is that of a site's model.
    pub fn is_of_site(self) -> bool {
        matches!(self, Vocabulary::Site(_))
    }

    fn types(self) -> impl Iterator<Item = FieldType> {
        FieldType::ALL.iter().copied().filter(move |known| known.is_for_sites() || !self.is_of_site())
    }

    fn names(self, keys: impl Iterator<Item = &'static FieldKey>) -> Vec<&'static str> {
        keys.filter(|key| self.has(**key)).map(|key| key.name()).collect()
    }

    fn has(self, key: FieldKey) -> bool {
        key.is_for_sites() || !self.is_of_site()
    }
}

/// Reads the fields of one collection.
pub struct FieldReader<'c, 'a> {
    /// The file that declares them, with the findings.
    pub context: Context<'a>,
    /// Options that several fields share, by name.
    pub choices: &'c [(Key, Node)],
    /// The words that the model may use.
    pub vocabulary: Vocabulary<'c>,
}

impl FieldReader<'_, '_> {
    /// Reads a field; `None` when its declaration does not say what it holds.
    pub fn field(&mut self, name: &str, span: Span, node: &Node) -> Option<Field> {
        if !is_field_name(name) {
            let message = format!("`{name}` cannot be the name of a field");
            let hint = "use small letters, digits and underscores, beginning with a letter";
            self.context.report(&codes::MODEL, span, message).hint(hint);
            return None;
        }
        let field_type = self.field_type(name, node)?;
        if node.entries().is_some() {
            let what = format!("a field of type `{}`", field_type.name());
            let known = self.vocabulary.names(FieldKey::COMMON.iter().chain(field_type.keys()));
            self.context.entries(node, &what, &known);
        }
        let kind = self.kind(field_type, node)?;
        let (required, tracked) = (self.is_set(node, FieldKey::Required), self.is_set(node, FieldKey::Tracked));
        let unique = self.flag(node, FieldKey::Unique);
        let sourced = self.flag(node, FieldKey::Sourced).unwrap_or(!is_about_texts(&kind));
        if let Some(at) = self.get(node, FieldKey::Unique).filter(|_| unique == Some(true) && !is_single(&kind)) {
            let message = format!("a `{}` cannot be `unique`", field_type.name());
            self.context.report(&codes::MODEL, at.span, message).hint("put it on a field with a single value");
        }
        let (label, help) = (self.texts(node, FieldKey::Label), self.texts(node, FieldKey::Help));
        let locked = self.locked(node, field_type, &kind);
        let ordered = matches!(kind, FieldKind::Choice(_)) && self.flag(node, FieldKey::Ordered).unwrap_or(tracked);
        let key = self.list_key(node, &kind);
        let label = if label.is_empty() { Localized::same(name, self.vocabulary.languages()) } else { label };
        let schema = self.get(node, FieldKey::Schema).and_then(|n| schema_name(&mut self.context, n));
        let search = self.searched(node, field_type, &kind);
        let view_name = self.word(node, FieldKey::ViewName).unwrap_or(name).into();
        let (one_text, one_item) = (self.is_set(node, FieldKey::OneText), self.is_set(node, FieldKey::OneItem));
        let name = name.into();
        Some(Field {
            view_name,
            name,
            label,
            kind,
            required,
            tracked,
            unique,
            sourced,
            locked,
            ordered,
            part_of: None,
            key,
            one_text,
            one_item,
            help,
            schema,
            search,
            span,
        })
    }

    /// The type of a field, which is written alone or as `type` of a map.
    fn field_type(&mut self, name: &str, node: &Node) -> Option<FieldType> {
        let written = if node.entries().is_some() { self.typed(name, node)? } else { node };
        let text = self.context.text(written, FieldKey::Type.name())?;
        let found = self.vocabulary.types().find(|known| known.name() == text);
        if found.is_none() {
            let known: Vec<&str> = self.vocabulary.types().map(FieldType::name).collect();
            let hint =
                did_you_mean(text, known.iter().copied()).unwrap_or_else(|| format!("known: {}", known.join(", ")));
            self.context.report(&codes::MODEL, written.span, format!("`{text}` is not a type of field")).hint(hint);
        }
        found
    }

    /// The `type` of a field that is written as a map; a key that is meant to be it is reported instead of its absence.
    fn typed<'n>(&mut self, name: &str, node: &'n Node) -> Option<&'n Node> {
        let (key, what) = (FieldKey::Type.name(), format!("the field `{name}`"));
        let known = self.vocabulary.names(FieldKey::ALL.iter());
        if node.get(key).is_none() {
            let entries = node.entries().unwrap_or_default().iter();
            for (other, _) in entries.filter(|(other, _)| nearest(&other.name, known.iter().copied()) == Some(key)) {
                self.context.unknown_key(other, &what, &[key]);
            }
        }
        self.context.required(node, key, Form { what: &what, known: &known, hint: "say what it holds: `type: text`" })
    }

    /// What is written under a key, if the model may use it.
    fn get<'n>(&self, node: &'n Node, key: FieldKey) -> Option<&'n Node> {
        node.get(key.name()).filter(|_| self.vocabulary.has(key))
    }

    fn flag(&mut self, node: &Node, key: FieldKey) -> Option<bool> {
        self.get(node, key).and_then(|written| self.context.boolean(written, key.name()))
    }

    fn is_set(&mut self, node: &Node, key: FieldKey) -> bool {
        self.flag(node, key).unwrap_or(false)
    }

    fn word<'n>(&mut self, node: &'n Node, key: FieldKey) -> Option<&'n str> {
        self.get(node, key).and_then(|written| self.context.text(written, key.name()))
    }

    fn texts(&mut self, node: &Node, key: FieldKey) -> Localized {
        let Some(written) = self.get(node, key) else { return Localized::empty(self.vocabulary.languages()) };
        let languages = self.vocabulary.languages();
        LocalizedReader { what: key.name(), languages }.read_all(&mut self.context, written)
    }

    fn kind(&mut self, field_type: FieldType, node: &Node) -> Option<FieldKind> {
        Some(match field_type {
            FieldType::Text | FieldType::Markdown => self.text(field_type, node),
            FieldType::Integer | FieldType::Decimal => FieldKind::Number(self.number(field_type, node)),
            FieldType::Date => FieldKind::Date,
            FieldType::Boolean => FieldKind::Boolean,
            FieldType::Language => FieldKind::Language,
            FieldType::Url => FieldKind::Url,
            FieldType::Email => FieldKind::Email,
            FieldType::Image => FieldKind::Image,
            FieldType::File => FieldKind::File,
            FieldType::Location => FieldKind::Location,
            FieldType::Choice => FieldKind::Choice(self.options(node)?),
            FieldType::Reference => self.reference(node)?,
            FieldType::List => FieldKind::List(Box::new(self.list_item(node)?)),
            FieldType::Group => FieldKind::Group(self.group(node)?),
            FieldType::Formula => FieldKind::Formula,
        })
    }

    fn text(&mut self, field_type: FieldType, node: &Node) -> FieldKind {
        let translated = self.is_set(node, FieldKey::Translated);
        let is_inline = self.is_set(node, FieldKey::Inline);
        let markup = match is_inline {
            _ if field_type == FieldType::Markdown => Markup::Block,
            true => Markup::Inline,
            false => Markup::Plain,
        };
        let language: Option<Arc<str>> = self.word(node, FieldKey::Language).map(Arc::from);
        if let Some(written) = self.get(node, FieldKey::Language).filter(|_| translated) {
            let message = "a translated text has the language of its page".to_owned();
            self.context.report(&codes::MODEL, written.span, message).hint("remove `language` or `translated`");
        }
        FieldKind::Text { translated, markup, language }
    }

    fn number(&mut self, field_type: FieldType, node: &Node) -> NumberKind {
        let (min, max) = (self.limit(node, FieldKey::Min), self.limit(node, FieldKey::Max));
        if let (Some(low), Some(high), Some(at)) = (&min, &max, self.get(node, FieldKey::Max))
            && high < low
        {
            self.context.report(&codes::MODEL, at.span, "`max` is less than `min`");
        }
        let compact = self.get(node, FieldKey::Display).is_some_and(|written| {
            let is_compact = written.text() == Some("compact");
            if !is_compact {
                self.context.wrong_type(written, FieldKey::Display.name(), "`compact`");
            }
            is_compact
        });
        NumberKind {
            whole: field_type == FieldType::Integer,
            unit: self.word(node, FieldKey::Unit).map(Arc::from),
            min,
            max,
            decimals: self
                .get(node, FieldKey::Decimals)
                .and_then(|n| self.context.count(n, FieldKey::Decimals.name(), 0..=20)),
            compact,
            may_reference_fact: self.is_set(node, FieldKey::MayReferenceFact),
        }
    }

    fn limit(&mut self, node: &Node, key: FieldKey) -> Option<Number> {
        let written = self.get(node, key)?;
        let number = written.text().and_then(Number::parse);
        if number.is_none() {
            self.context.wrong_type(written, key.name(), "a number");
        }
        number
    }

    fn options(&mut self, node: &Node) -> Option<Options> {
        let hint = "list them: `options: {open: {en: Open}, closed: {en: Closed}}`";
        let written = self.needed(node, FieldKey::Options, hint)?;
        let map = match &written.kind {
            Kind::Scalar { text, .. } => match self.choices.iter().find(|(key, _)| key.name == *text) {
                Some((_, shared)) => shared,
                None => return self.no_shared_options(text, written.span),
            },
            Kind::Mapping(_) | Kind::Sequence(_) => written,
        };
        let entries = self.context.map(map, FieldKey::Options.name());
        let options: Vec<ChoiceOption> = entries.iter().map(|(key, value)| self.option(key, value)).collect();
        map.entries().map(|_| options.into())
    }

    fn option(&mut self, key: &Key, value: &Node) -> ChoiceOption {
        let id: Arc<str> = (&*key.name).into();
        if value.is_null() {
            return ChoiceOption { label: Localized::same(&id, self.vocabulary.languages()), id };
        }
        let languages = self.vocabulary.languages();
        let label = LocalizedReader { what: &id, languages }.read_all(&mut self.context, value);
        ChoiceOption { id, label }
    }

    /// A finding for options that the collection does not share under that name.
    fn no_shared_options<T>(&mut self, name: &str, span: Span) -> Option<T> {
        let message = format!("`{name}` is not one of the collection's `choices`");
        let hint = did_you_mean(name, self.choices.iter().map(|(key, _)| &*key.name)).unwrap_or_default();
        self.context.report(&codes::MODEL, span, message).hint(hint);
        None
    }

    fn reference(&mut self, node: &Node) -> Option<FieldKind> {
        let to = self.needed(node, FieldKey::To, "name the collection it refers to: `to: cities`")?;
        let names = self.context.list(to, FieldKey::To.name()).iter().filter_map(|name| name.text());
        let names: Vec<Arc<str>> = names.map(Arc::from).collect();
        let to = match (&to.kind, names.as_slice()) {
            (Kind::Scalar { .. }, [any]) if &**any == "any" => Targets::Any,
            (Kind::Scalar { .. }, [only]) => Targets::One(only.clone()),
            _ => Targets::Several(names),
        };
        Some(FieldKind::Reference { to, back: self.word(node, FieldKey::Back).map(Arc::from) })
    }

    fn list_item(&mut self, node: &Node) -> Option<Field> {
        let of = self.needed(node, FieldKey::Of, "say what it lists: `of: {type: text}`")?;
        let item = self.field("item", of.span, of)?;
        if matches!(item.kind, FieldKind::List(_)) {
            let message = "a list of lists has no meaning here".to_owned();
            self.context.report(&codes::MODEL, of.span, message).hint("use a group that has a list");
            return None;
        }
        self.no_part(of, &item);
        Some(item)
    }

    /// A finding for a number inside of another field that says what it is a part of.
    fn no_part(&mut self, node: &Node, field: &Field) {
        let written = self.get(node, FieldKey::Of).filter(|_| matches!(field.kind, FieldKind::Number(_)));
        if let Some(written) = written {
            let message = "only a field of the collection itself can be a part of another";
            self.context.report(&codes::MODEL, written.span, message).hint("remove `of`");
        }
    }

    /// Whether what is published of a field is held against it.
    fn locked(&mut self, node: &Node, field_type: FieldType, kind: &FieldKind) -> bool {
        let locked = self.flag(node, FieldKey::Locked);
        if let Some(at) = self.get(node, FieldKey::Locked).filter(|_| locked.is_some() && !kind.is_recorded()) {
            let message = format!("what a `{}` says is not recorded when it is published", field_type.name());
            let hint = "remove `locked`: it concerns numbers, dates, choices, references, yes and no, and places";
            self.context.report(&codes::MODEL, at.span, message).hint(hint);
        }
        locked.unwrap_or(true)
    }

    /// What a search makes of a field: `search: name`.
    fn searched(&mut self, node: &Node, field_type: FieldType, kind: &FieldKind) -> Option<Searched> {
        let written = self.get(node, FieldKey::Search)?;
        let Some((word, searched)) = Searched::WORDS.iter().find(|(word, _)| written.text() == Some(word)) else {
            self.context.wrong_type(written, FieldKey::Search.name(), "`name`, `text` or `false`");
            return None;
        };
        let (fits, hint) = match searched {
            Searched::Name => (kind.is_line(), "names are fields of the type text, or lists of these"),
            Searched::Text => (kind.has_words(), "words are in fields of the types text, choice and reference"),
            Searched::Nothing => (true, ""),
        };
        if !fits {
            let message = format!("a `{}` cannot be searched as a {word}", field_type.name());
            self.context.report(&codes::MODEL, written.span, message).hint(hint);
        }
        fits.then_some(*searched)
    }

    /// The fields that tell the items of a list apart: `key: [role, organization]`.
    fn list_key(&mut self, node: &Node, kind: &FieldKind) -> Vec<FieldIx> {
        let (Some(written), FieldKind::List(item)) = (self.get(node, FieldKey::Key), kind) else { return Vec::new() };
        let FieldKind::Group(fields) = &item.kind else {
            let message = "only items with fields have a key: other values tell themselves apart".to_owned();
            self.context.report(&codes::MODEL, written.span, message).hint("remove `key`");
            return Vec::new();
        };
        let names = self.context.list(written, FieldKey::Key.name());
        names.iter().filter_map(|name| self.key_field(name, fields)).collect()
    }

    fn key_field(&mut self, written: &Node, fields: &Fields) -> Option<FieldIx> {
        let name = self.context.text(written, FieldKey::Key.name())?;
        let Some((at, field)) = fields.entries().find(|(_, field)| &*field.name == name) else {
            let message = format!("`{name}` is not a field of the items of this list");
            let hint = did_you_mean(name, fields.iter().map(|field| &*field.name)).unwrap_or_default();
            self.context.report(&codes::MODEL, written.span, message).hint(hint);
            return None;
        };
        if !field.kind.is_identifying() {
            let message = format!("a `{}` cannot tell items apart", field.kind.field_type().name());
            let hint = "a key has fields of one spelling: a choice, a reference, a date, a whole number, a text without translation";
            self.context.report(&codes::MODEL, written.span, message).hint(hint);
            return None;
        }
        Some(at)
    }

    /// The fields of a group; `None` when one of them cannot be read: what its facts may say is not known.
    fn group(&mut self, node: &Node) -> Option<Fields> {
        if let (Some(each), Vocabulary::BuiltIn { site, .. }) = (self.get(node, FieldKey::PerLanguage), self.vocabulary)
        {
            return self.per_language(each, site);
        }
        let fields = self.needed(node, FieldKey::Fields, "")?;
        let entries = self.context.map(fields, FieldKey::Fields.name());
        let mut found = Vec::new();
        for (key, node) in entries {
            if matches!(&*key.name, "is" | "missing") {
                let message =
                    format!("a field of a group cannot be called `{}`: that marks the long form of a fact", key.name);
                self.context.report(&codes::MODEL, key.span, message).hint("choose another name");
                continue;
            }
            let field = self.field(&key.name, key.span, node);
            field.iter().for_each(|field| self.no_part(node, field));
            found.extend(field);
        }
        (found.len() == entries.len() && fields.entries().is_some()).then(|| found.into())
    }

    /// A field for each language of the site, called by its tag.
    fn per_language(&mut self, each: &Node, languages: &Languages) -> Option<Fields> {
        let field = self.field("item", each.span, each)?;
        let of_language = |language: &Language| {
            let label = Localized::same(&language.code, self.vocabulary.languages());
            Field { name: language.code.clone(), view_name: language.code.clone(), label, ..field.clone() }
        };
        Some(languages.iter().map(of_language).collect())
    }

    /// What a type cannot be declared without.
    fn needed<'n>(&mut self, node: &'n Node, key: FieldKey, hint: &str) -> Option<&'n Node> {
        let found = self.get(node, key);
        if found.is_none() {
            let field_type = self.get(node, FieldKey::Type).unwrap_or(node).text().unwrap_or_default();
            let message = format!("a `{field_type}` needs `{}`", key.name());
            self.context.report(&codes::MODEL, node.span, message).hint(hint);
        }
        found
    }
}

/// Languages, images and files say something of texts and pages, not of the world.
pub fn is_about_texts(kind: &FieldKind) -> bool {
    match kind {
        FieldKind::Language | FieldKind::Image | FieldKind::File | FieldKind::Formula => true,
        FieldKind::List(of) => is_about_texts(&of.kind),
        _ => false,
    }
}

/// Whether values of a kind can be the same for two records.
fn is_single(kind: &FieldKind) -> bool {
    !matches!(
        kind,
        FieldKind::List(_) | FieldKind::Group(_) | FieldKind::Image | FieldKind::Location | FieldKind::Boolean
    )
}

/// A name of schema.org: a type or a property. Which of them exist is not known here.
pub fn schema_name(context: &mut Context, node: &Node) -> Option<Arc<str>> {
    let name = context.text(node, "schema")?;
    if name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Some(name.into());
    }
    let message = format!("`{name}` is not a name of schema.org");
    context.report(&codes::MODEL, node.span, message).hint("write it without prefix: ResearchOrganization, telephone");
    None
}

fn is_field_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

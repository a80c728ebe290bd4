//! Messages: the words of the program and of themes, in Fluent, layered from the program to the site.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::config::Language;
use crate::diagnostics::{Diagnostic, codes};
use crate::locale::formats::icu_locale;
use crate::locale::nesting;
use crate::locale::shape::shape;
use crate::parse::{Source, Span};
use crate::position::{List, MessageIx};

/// A message file with where its words count from.
#[derive(Clone)]
pub struct MessageFile {
    /// Path and text.
    pub source: Arc<Source>,
    /// Whether unused messages in it are worth a finding: those of the theme and the site are, inherited ones are not.
    pub own: bool,
}

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Where messages and terms, these with a hyphen before them, stand in `known`. Only looked up, never listed.
    positions: HashMap<Arc<str>, MessageIx>,
    known: List<MessageIx, Known>,
}

/// What is known of a message or term.
struct Known {
    key: Arc<str>,
    /// Its text, formatted once; `None`: it has variables.
    fixed: Option<Arc<str>>,
    /// The messages and terms that it refers to, at once or through others.
    made_of: Vec<MessageIx>,
}

impl Messages {
    /// Reads message files, weakest first; a later message replaces an earlier one.
    pub fn new(language: &Language, files: &[MessageFile], findings: &mut Vec<Diagnostic>) -> Self {
        let tag: LanguageIdentifier = language.code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(format_number));
        bundle.set_transform(Some(on_one_line));
        let mut direct = BTreeMap::new();
        for file in files {
            let resource = Arc::new(resource(&file.source, findings));
            direct.extend(references(&resource));
            bundle.add_resource_overriding(resource);
        }
        let keys: List<MessageIx, Arc<str>> = direct.keys().cloned().collect();
        let positions = keys.entries().map(|(at, key)| (key.clone(), at)).collect();
        let mut messages = Messages { bundle, positions, known: List::default() };
        let known = |key: &Arc<str>| Known {
            key: key.clone(),
            // A message with variables reports errors when formatted without them.
            fixed: match messages.format_checked(key, &[]) {
                (Some(text), true) => Some(text.into()),
                _ => None,
            },
            made_of: followed(&direct, key).iter().filter_map(|key| messages.positions.get(key).copied()).collect(),
        };
        messages.known = keys.iter().map(known).collect();
        messages
    }

    /// Whether there is a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The position of a message; `None`: there is none of that key.
    pub fn position(&self, key: &str) -> Option<MessageIx> {
        self.positions.get(key).copied()
    }

    /// The key of a message.
    pub fn key(&self, at: MessageIx) -> &Arc<str> {
        &self.known[at].key
    }

    /// The messages and terms that a message refers to, at once or through others.
    pub fn made_of(&self, at: MessageIx) -> &[MessageIx] {
        &self.known[at].made_of
    }

    /// The text of a message without variables.
    pub fn text(&self, at: MessageIx) -> Option<&Arc<str>> {
        self.known[at].fixed.as_ref()
    }

    /// A message without variables; `None` when there is none, or when it has variables.
    pub fn fixed(&self, key: &str) -> Option<&Arc<str>> {
        self.text(self.position(key)?)
    }

    /// A message with its variables filled; `None` when there is no such message.
    pub fn format(&self, key: &str, variables: &[(&str, FluentValue)]) -> Option<String> {
        if let Some(text) = self.fixed(key) {
            return Some(text.to_string());
        }
        self.format_checked(key, variables).0
    }

    /// A message with its variables filled; an error names what is missing.
    pub fn try_format(&self, key: &str, variables: &[(&str, FluentValue)]) -> Result<String, String> {
        match self.format_checked(key, variables) {
            (Some(text), true) => Ok(text),
            (Some(text), false) => Err(format!("the message `{key}` wants a variable that is not given: {text}")),
            (None, _) => Err(format!("there is no message `{key}`")),
        }
    }

    fn format_checked(&self, key: &str, variables: &[(&str, FluentValue)]) -> (Option<String>, bool) {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return (None, false);
        };
        let mut arguments = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            arguments.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        (Some(text), errors.is_empty())
    }
}

/// Parses a file, with a finding for each mistake; good entries are kept.
pub fn resource(source: &Source, findings: &mut Vec<Diagnostic>) -> FluentResource {
    if let Some(at) = nesting::too_deep(&source.text) {
        let message = format!("this nests more than {} levels deep", nesting::DEEPEST);
        let span = Span { start: at as u32, end: at as u32 + 1 };
        let finding = source.finding(&codes::MESSAGE_SYNTAX, span, message);
        findings.push(finding.hint("a message is words with a few { $variables }: nothing of this file is used"));
        return FluentResource::try_new(String::new()).unwrap_or_else(|(resource, _)| resource);
    }
    match FluentResource::try_new(source.text.to_string()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let span = Span { start: error.pos.start as u32, end: error.pos.end as u32 };
                let finding =
                    source.finding(&codes::MESSAGE_SYNTAX, span, format!("this is not Fluent: {}", error.kind));
                findings.push(
                    finding.hint("a message is `key = text`; further lines are indented; a variable is { $name }"),
                );
            }
            resource
        }
    }
}

/// What each message and term of a file refers to, where it refers to any.
fn references(resource: &FluentResource) -> impl Iterator<Item = (Arc<str>, Vec<Arc<str>>)> {
    use fluent_syntax::ast::Entry;
    resource.entries().filter_map(|entry| {
        let (key, pattern): (Arc<str>, _) = match entry {
            Entry::Message(message) => (message.id.name.into(), message.value.as_ref()?),
            Entry::Term(term) => (format!("-{}", term.id.name).into(), &term.value),
            _ => return None,
        };
        Some((key, shape(pattern).references.iter().map(|key| key.as_str().into()).collect()))
    })
}

/// All that a message refers to, followed to the end; one that refers to itself is reported where it is used.
fn followed(direct: &BTreeMap<Arc<str>, Vec<Arc<str>>>, key: &Arc<str>) -> Vec<Arc<str>> {
    let mut found: Vec<Arc<str>> = direct[key].clone();
    let mut at = 0;
    while let Some(next) = found.get(at).cloned() {
        let new = direct.get(&next).into_iter().flatten().filter(|key| !found.contains(key));
        let new: Vec<Arc<str>> = new.cloned().collect();
        found.extend(new);
        at += 1;
    }
    found
}

/// The lines of a long message are one text: line breaks are where its file has room.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) }
}

struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = String;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        DecimalFormatter::try_new((&icu_locale(&language.to_string())).into(), Default::default())
            .map(Numbers)
            .map_err(|error| error.to_string())
    }
}

/// Numbers in messages are written as the language writes them.
fn format_number(value: &FluentValue, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&decimal).to_string()).ok()
}

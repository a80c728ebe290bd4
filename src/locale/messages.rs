//! Messages: the words of the program and of themes, in Fluent, layered from the program to the site.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::config::Language;
use crate::config::tags::canonical;
use crate::diagnostics::{Diagnostic, codes};
use crate::locale::chain;
use crate::locale::entries::{Lack, entries};
use crate::locale::formats::icu_locale;
use crate::locale::nesting;
use crate::locale::shape::{Shape, shape};
use crate::parse::{Source, Span};
use crate::position::{List, MessageIx, Position};

/// A message file with where its words count from.
#[derive(Clone)]
pub struct MessageFile {
    /// Path and text.
    pub source: Arc<Source>,
    /// Whether unused messages in it are worth a finding: those of the theme and the site are, inherited ones are not.
    pub own: bool,
}

/// The messages that the files of one language have.
pub struct Spoken {
    language: Language,
    /// The tags of its files, strongest first.
    tags: Vec<Arc<str>>,
    bundle: FluentBundle<Arc<FluentResource>>,
    /// What the bundle was made of, weakest first, each with its file: it does not tell terms.
    resources: Vec<(MessageFile, Arc<FluentResource>)>,
    /// What each message and term, these with a hyphen before them, refers to.
    direct: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// The variables that choose among the variants of a message, where some do.
    choosing: BTreeMap<Arc<str>, BTreeSet<String>>,
    /// The messages that say no word of their own.
    wordless: BTreeSet<Arc<str>>,
}

impl Spoken {
    /// Reads the message files of a language, weakest first; a later message replaces an earlier one.
    pub fn new(language: &Language, files: &[MessageFile], findings: &mut Vec<Diagnostic>) -> Self {
        let tags = chain::tags(&language.code).into_iter().map(Arc::from).collect();
        let tag: LanguageIdentifier = canonical(&language.code).to_string().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(format_number));
        bundle.set_transform(Some(on_one_line));
        let (mut direct, mut choosing, mut wordless) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        let mut resources = Vec::new();
        for file in files {
            let resource = Arc::new(resource(&file.source, findings));
            for (key, shape) in shapes(&resource) {
                direct.insert(key.clone(), shape.references.iter().map(|key| key.as_str().into()).collect());
                let says_nothing = !shape.has_letters && shape.references.is_empty();
                if says_nothing {
                    wordless.insert(key.clone())
                } else {
                    wordless.remove(&key)
                };
                choosing.insert(key, shape.choosing);
            }
            bundle.add_resource_overriding(resource.clone());
            resources.push((file.clone(), resource));
        }
        choosing.retain(|_, variables| !variables.is_empty());
        Spoken { language: language.clone(), tags, bundle, resources, direct, choosing, wordless }
    }

    /// The tag of the language.
    pub fn code(&self) -> &str {
        &self.language.code
    }

    /// The files that its messages are from, read, weakest first.
    pub fn files(&self) -> impl Iterator<Item = (&MessageFile, &FluentResource)> {
        self.resources.iter().map(|(file, resource)| (file, &**resource))
    }

    /// What is written of a message or term itself, in the strongest file that has it.
    fn written(&self, key: &str) -> Option<impl std::fmt::Debug + '_> {
        let is_meant = |entry: &&Entry<&str>| match entry {
            Entry::Message(message) => message.id.name == key,
            Entry::Term(term) => key.strip_prefix('-') == Some(term.id.name),
            _ => false,
        };
        // Of two in one file the later counts.
        let all = self.resources.iter().rev();
        all.map(|(_, resource)| resource.entries().filter(is_meant).last()).find(Option::is_some).flatten()
    }

    fn format(&self, key: &str, variables: &[(&str, FluentValue)]) -> (Option<String>, bool) {
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

/// The messages of one language: its own, then those of the languages that stand for it.
pub struct Messages {
    chain: Vec<Arc<Spoken>>,
    /// Where messages and terms, these with a hyphen before them, stand in `known`. Only looked up, never listed.
    positions: HashMap<Arc<str>, MessageIx>,
    known: List<MessageIx, Known>,
}

/// What is known of a message or term.
struct Known {
    key: Arc<str>,
    /// Which link of the chain says it: 0 is the language itself.
    link: usize,
    /// Its text, formatted once; `None`: it has variables.
    fixed: Option<Arc<str>>,
    /// The messages and terms that it refers to, at once or through others.
    made_of: Vec<MessageIx>,
}

impl Messages {
    /// The messages of the first of `chain`; what it lacks is said in the words of the next that has it.
    pub fn new(chain: Vec<Arc<Spoken>>) -> Self {
        let mut messages = Messages { chain, positions: HashMap::new(), known: List::default() };
        for link in 0..messages.chain.len() {
            messages.add(link);
        }
        messages
    }

    /// Adds what a link says that no earlier one does, with all that this refers to.
    fn add(&mut self, link: usize) {
        let spoken = self.chain[link].clone();
        let direct = &spoken.direct;
        let lacking = direct.keys().filter(|key| !self.positions.contains_key(*key)).cloned();
        let mut keys: Vec<Arc<str>> = lacking.collect();
        let parts: BTreeSet<Arc<str>> = keys.iter().flat_map(|key| followed(direct, key)).collect();
        let known: BTreeSet<&Arc<str>> = keys.iter().collect();
        let others: Vec<Arc<str>> =
            parts.iter().filter(|key| direct.contains_key(*key) && !known.contains(key)).cloned().collect();
        keys.extend(others);
        let first = self.known.len();
        let here: BTreeMap<&Arc<str>, MessageIx> =
            keys.iter().enumerate().map(|(at, key)| (key, MessageIx::behind(first + at))).collect();
        for (key, at) in &here {
            self.positions.entry((*key).clone()).or_insert(*at);
        }
        for key in &keys {
            // A message with variables reports errors when formatted without them.
            let fixed = match spoken.format(key, &[]) {
                (Some(text), true) => Some(text.into()),
                _ => None,
            };
            let made_of = followed(direct, key).iter().filter_map(|key| here.get(key).copied()).collect();
            self.known.push(Known { key: key.clone(), link, fixed, made_of });
        }
    }

    /// The position of a message that the language itself has.
    pub fn own(&self, key: &str) -> Option<MessageIx> {
        self.position(key).filter(|at| self.known[*at].link == 0)
    }

    /// The position of a message; `None`: there is none of that key.
    pub fn position(&self, key: &str) -> Option<MessageIx> {
        self.positions.get(key).copied()
    }

    /// The key of a message.
    pub fn key(&self, at: MessageIx) -> &Arc<str> {
        &self.known[at].key
    }

    /// The tags of the files that were asked for a message until one had it.
    pub fn asked(&self, at: MessageIx) -> impl Iterator<Item = &Arc<str>> {
        self.chain[..=self.known[at].link].iter().flat_map(|spoken| &spoken.tags)
    }

    /// The tags of all files that were asked for a message that none of them has.
    pub fn asked_in_vain(&self) -> impl Iterator<Item = &Arc<str>> {
        self.chain.iter().flat_map(|spoken| &spoken.tags)
    }

    /// The tags of the files of the language itself.
    pub fn own_tags(&self) -> impl Iterator<Item = &Arc<str>> {
        self.chain.first().into_iter().flat_map(|spoken| &spoken.tags)
    }

    /// Which of [`languages`](Self::languages) a message is said in: 0 is the language itself.
    pub fn link(&self, at: MessageIx) -> usize {
        self.known[at].link
    }

    /// Which of [`languages`](Self::languages) the words of a message are in, where they are not of the language itself.
    pub fn foreign(&self, at: MessageIx) -> Option<usize> {
        let Known { key, link, .. } = &self.known[at];
        (*link > 0 && !self.chain[*link].wordless.contains(key)).then_some(*link)
    }

    /// Whether a variable of a message chooses among its variants.
    pub fn is_choosing(&self, at: MessageIx, variable: &str) -> bool {
        let Known { key, link, .. } = &self.known[at];
        self.chain[*link].choosing.get(key).is_some_and(|names| names.contains(variable))
    }

    /// The messages of the language itself, then those of the languages that stand for it.
    pub fn chain(&self) -> impl Iterator<Item = &Spoken> {
        self.chain.iter().map(|spoken| &**spoken)
    }

    /// The languages of the chain, the language itself first.
    pub fn languages(&self) -> impl ExactSizeIterator<Item = &Language> {
        self.chain.iter().map(|spoken| &spoken.language)
    }

    /// Writes all that is written of a message and of what it refers to, for programs: two that are the same say the same.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn written(&self, at: MessageIx, out: &mut dyn std::fmt::Write) -> std::fmt::Result {
        let Known { key, link, fixed, made_of } = &self.known[at];
        write!(out, "{link} {key} {fixed:?}")?;
        for at in [at].iter().chain(made_of).filter(|_| fixed.is_none()) {
            write!(out, "{:?}", self.chain[self.known[*at].link].written(&self.known[*at].key))?;
        }
        Ok(())
    }

    /// The messages and terms that a message refers to, at once or through others.
    pub fn made_of(&self, at: MessageIx) -> &[MessageIx] {
        &self.known[at].made_of
    }

    /// The text of a message without variables.
    pub fn text(&self, at: MessageIx) -> Option<&Arc<str>> {
        self.known[at].fixed.as_ref()
    }

    /// A message with its variables filled; `None` when it is none but a term.
    pub fn format(&self, at: MessageIx, variables: &[(&str, FluentValue)]) -> Option<String> {
        let Known { key, link, fixed, .. } = &self.known[at];
        fixed.as_ref().map(|text| text.to_string()).or_else(|| self.chain[*link].format(key, variables).0)
    }

    /// A message with its variables filled; an error names what is missing.
    ///
    /// # Errors
    ///
    /// When a variable that it wants is not given, or when there is no such message.
    pub fn try_format(&self, at: MessageIx, variables: &[(&str, FluentValue)]) -> Result<String, String> {
        let Known { key, link, .. } = &self.known[at];
        match self.chain[*link].format(key, variables) {
            (Some(text), true) => Ok(text),
            (Some(text), false) => Err(format!("the message `{key}` wants a variable that is not given: {text}")),
            (None, _) => Err(format!("there is no message `{key}`")),
        }
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
    match FluentResource::try_new(with_text(source, findings)) {
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

/// The text of a file without the entries that wait for a translator; one that lacks a part is a finding, and left out too.
fn with_text(source: &Source, findings: &mut Vec<Diagnostic>) -> String {
    let mut text = source.text.to_string();
    for entry in entries(&source.text) {
        let Some(lack) = entry.lack() else { continue };
        if let Lack::Variant(label, at) = lack {
            let span = Span { start: at.start as u32, end: at.end as u32 };
            let message = format!("`{label}` of `{}` has no text", entry.key);
            let hint = "write it behind the bracket, or leave the whole message empty";
            findings.push(source.finding(&codes::MESSAGE_SYNTAX, span, message).hint(hint));
        }
        let blank = text[entry.span.clone()].split('\n').map(|line| " ".repeat(line.len())).collect::<Vec<_>>();
        text.replace_range(entry.span, &blank.join("\n"));
    }
    text
}

/// What each message and term of a file consists of.
fn shapes(resource: &FluentResource) -> impl Iterator<Item = (Arc<str>, Shape)> {
    use fluent_syntax::ast::Entry;
    resource.entries().filter_map(|entry| {
        let (key, pattern): (Arc<str>, _) = match entry {
            Entry::Message(message) => (message.id.name.into(), message.value.as_ref()?),
            Entry::Term(term) => (format!("-{}", term.id.name).into(), &term.value),
            _ => return None,
        };
        Some((key, shape(pattern)))
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

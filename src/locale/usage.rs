//! Which messages are asked for, and which exist: missing, unused, and variables that differ between languages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_syntax::ast::Entry;
use rayon::prelude::*;

use crate::config::tags::tags;
use crate::config::{Config, Language, SITE_FILE};
use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::locale::messages::Spoken;
use crate::locale::program;
use crate::locale::shape::{Shape, shape};
use crate::locale::{Locales, units};
use crate::parse::calls::{Callee, calls};
use crate::parse::{Source, Span};

/// A key that a template asks for.
pub struct Use {
    /// The key, or the beginning of it when the rest is computed.
    pub key: String,
    /// Whether the rest is computed.
    pub prefix: bool,
    /// Where it stands.
    pub place: Place,
}

/// Keys in `t(key="…")` of a template.
pub fn in_template(source: &Source) -> Vec<Use> {
    let calls = calls(&source.text).into_iter();
    let messages = calls.filter(|call| call.kind == Callee::Function && call.name.text == "t");
    messages
        .filter_map(|call| {
            let (key, after) = call.arguments.iter().find(|argument| argument.name.text == "key")?.value.string()?;
            let prefix = after.trim_start().starts_with('~');
            Some(Use { key: key.text.to_owned(), prefix, place: source.place(key.span()) })
        })
        .collect()
}

struct Known {
    shape: Shape,
    source: Arc<Source>,
    at: Option<Span>,
    own: bool,
}

impl Known {
    fn place(&self) -> Place {
        self.at.map_or_else(|| Place::file(self.source.path.clone()), |at| self.source.place(at))
    }
}

/// Findings on the messages of all languages against what templates and the program ask for. `needed` are keys that the
/// site's own content makes necessary: units of its numbers, words for figures.
pub fn check(config: &Config, locales: &Locales, uses: &[Use], needed: &[String]) -> Vec<Diagnostic> {
    let chains = || locales.iter().map(|locale| locale.messages.chain());
    let spoken: BTreeMap<&str, &Spoken> = chains().flatten().map(|spoken| (spoken.code(), spoken)).collect();
    let made: BTreeMap<&str, Vocabulary> =
        spoken.into_par_iter().map(|(code, spoken)| (code, vocabulary(spoken))).collect();
    let languages = chains().map(|chain| chain.map(|spoken| &made[spoken.code()]).collect());
    let check = Check { config, languages: languages.collect(), uses, needed };
    let mut findings = Vec::new();
    check.missing(&mut findings);
    check.unused(&mut findings);
    check.variables(&mut findings);
    findings
}

/// The messages of a language, by key.
type Vocabulary = BTreeMap<String, Known>;

/// The messages of every language beside what is asked for.
struct Check<'a> {
    config: &'a Config,
    /// The messages of each language, then those of the languages that stand for it.
    languages: Vec<Vec<&'a Vocabulary>>,
    uses: &'a [Use],
    needed: &'a [String],
}

fn vocabulary(spoken: &Spoken) -> Vocabulary {
    let mut known = BTreeMap::new();
    for (file, resource) in spoken.files() {
        let places = places(&file.source);
        for entry in resource.entries() {
            let (name, shape) = match entry {
                Entry::Message(message) => {
                    (message.id.name.to_owned(), message.value.as_ref().map(shape).unwrap_or_default())
                }
                Entry::Term(term) => (format!("-{}", term.id.name), shape(&term.value)),
                _ => continue,
            };
            let at = places.get(&*name).copied();
            known.insert(name, Known { shape, source: file.source.clone(), at, own: file.own });
        }
    }
    known
}

/// The Fluent syntax tree has no places: the first line that begins with a key is it.
fn places(source: &Source) -> BTreeMap<&str, Span> {
    let mut places = BTreeMap::new();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let key = line.split('=').next().unwrap_or_default().trim_end();
        if line[key.len()..].trim_start().starts_with('=') && !line.starts_with(char::is_whitespace) {
            places.entry(key).or_insert(Span { start: at, end: at + key.len() as u32 });
        }
        at += line.len() as u32;
    }
    places
}

impl Check<'_> {
    /// Messages that are asked for and that a language lacks: said in another, or, where none has it, missing.
    fn missing(&self, findings: &mut Vec<Diagnostic>) {
        let mut told: BTreeSet<String> = BTreeSet::new();
        for (language, links) in self.config.languages.iter().zip(&self.languages) {
            let Some((own, others)) = links.split_first() else { continue };
            let mut said_in_another = Vec::new();
            let parts = parts(own);
            for (key, place) in self.asked(language, own) {
                if own.contains_key(&key) {
                    continue;
                }
                let is_part = parts.contains(&key);
                // Words that a message is put together of are looked for in its own language alone.
                if !is_part && others.iter().any(|other| other.contains_key(&key)) {
                    said_in_another.push(key);
                } else if program::unit_of(&key).is_some_and(|unit| units::has(&tags(&language.code), unit)) {
                    // CLDR words it.
                } else if is_part || told.insert(key.clone()) {
                    findings.push(missing(language, &key, place, own));
                }
            }
            findings.extend(untranslated(language, &said_in_another));
        }
    }

    /// The keys that a language is asked for, each with the place that asks.
    fn asked(&self, language: &Language, own: &Vocabulary) -> BTreeMap<String, Place> {
        let by_program = |key: &str| (key.to_owned(), Place::file(format!("content/locales/{}.ftl", language.code)));
        let always = program::always().map(|key| by_program(&key));
        let needed = self.needed.iter().map(|key| by_program(key));
        let by_templates = self.uses.iter().filter(|u| !u.prefix).map(|u| (u.key.clone(), u.place.clone()));
        let parts =
            own.values().flat_map(|message| message.shape.references.iter().map(|key| (key.clone(), message.place())));
        always.chain(needed).chain(by_templates).chain(parts).collect()
    }

    /// Messages that nothing asks for.
    fn unused(&self, findings: &mut Vec<Diagnostic>) {
        for known in self.languages.iter().filter_map(|links| links.first()) {
            let parts = parts(known);
            let is_used = |key: &String| {
                parts.contains(key)
                    || program::asks_for(key)
                    || self.uses.iter().any(|u| if u.prefix { key.starts_with(&u.key) } else { *key == u.key })
            };
            for (key, message) in known.iter().filter(|(key, message)| message.own && !is_used(key)) {
                let finding =
                    Diagnostic::new(&codes::UNUSED_MESSAGE, message.place(), format!("no template asks for `{key}`"));
                findings.push(finding.hint("remove it in every language, or use it"));
            }
        }
    }

    /// A translation may leave variables out (a plural without its number), never add one. Of a message that comes with a
    /// theme, English has those that templates give too: a source language without plurals need not name the number.
    fn variables(&self, findings: &mut Vec<Diagnostic>) {
        let Some((source, others)) = self.languages.first().and_then(|links| links.split_first()) else { return };
        // What the program asks for, it fills by rules of its own, the same in every language.
        let own = self.languages.iter().filter_map(|links| links.first());
        for (language, known) in self.config.languages.iter().zip(own).skip(1) {
            for (key, message) in known.iter().filter(|(key, _)| !program::asks_for(key)) {
                let Some(original) = source.get(key) else { continue };
                let of_themes = others.iter().filter_map(|other| other.get(key)).filter(|other| !other.own);
                let given = of_themes.flat_map(|other| &other.shape.variables).chain(&original.shape.variables);
                let given: BTreeSet<&String> = given.collect();
                for variable in message.shape.variables.iter().filter(|variable| !given.contains(variable)) {
                    let text = format!("`{key}` uses ${variable} in {}, but not in the source language", language.name);
                    let hint = did_you_mean(variable, given.iter().map(|given| given.as_str()));
                    findings.push(Diagnostic::new(&codes::MESSAGE_VARIABLE, message.place(), text).hint_if(hint));
                }
            }
        }
    }
}

/// What messages are put together of.
fn parts(known: &Vocabulary) -> BTreeSet<&String> {
    known.values().flat_map(|message| &message.shape.references).collect()
}

/// A message that is asked for and exists in no language.
fn missing(language: &Language, key: &str, place: Place, own: &Vocabulary) -> Diagnostic {
    let Language { name, code, .. } = language;
    let hint = did_you_mean(key, own.keys().map(String::as_str)).unwrap_or_else(|| {
        format!("add `{key} = …` to the locale file {code}.ftl of the theme or of content/locales/")
    });
    Diagnostic::new(&codes::MISSING_MESSAGE, place, format!("there is no message `{key}` in {name} ({code})"))
        .hint(hint)
}

/// One finding for all messages that a language lacks and another says.
fn untranslated(language: &Language, keys: &[String]) -> Option<Diagnostic> {
    const NAMED: usize = 3;
    let Language { name, code, place, .. } = language;
    let first = keys.iter().take(NAMED).map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    let more = keys.len().saturating_sub(NAMED);
    let (are, named) = match (keys.len(), more) {
        (0, _) => return None,
        (1, _) => ("1 message is".to_owned(), first),
        (count, 0) => (format!("{count} messages are"), first),
        (count, more) => (format!("{count} messages are"), format!("{first} and {more} more")),
    };
    let message = format!("{are} not translated into {name} ({code}): {named}");
    let place = place.clone().unwrap_or_else(|| Place::file(SITE_FILE));
    let hint = format!(
        "`prospectus messages {code} --missing` writes them into content/locales/{code}.ftl, the English beside each"
    );
    Some(Diagnostic::new(&codes::UNTRANSLATED_MESSAGES, place, message).hint(hint))
}

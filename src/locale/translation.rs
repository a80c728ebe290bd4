//! The file that a translator fills: the messages that a site asks for, the English beside each.
//!
//! In:  the message files of the site, what is asked for, and the file as it is, whose every byte stays.
//! Out: the lines to be added at its end. A message without words is none (see `entries.rs`), so the
//!      site can be built at any time.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry as Parsed, Expression, InlineExpression, PatternElement, Variant, VariantKey};
use icu::plurals::PluralCategory;

use crate::config::language_names;
use crate::locale::chain;
use crate::locale::entries::{Entry, entries};
use crate::locale::files_of;
use crate::locale::formats::{icu_locale, plural_rules};
use crate::locale::messages::MessageFile;
use crate::locale::program;
use crate::locale::shape::shape;
use crate::locale::usage::Use;

/// Which messages are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All that are asked for.
    All,
    /// Those that the language has no words for.
    Missing,
}

/// What a file is to be completed for.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The tag of the language.
    pub code: &'a str,
    /// The tag of the source language.
    pub source: &'a str,
    /// Which messages are wanted.
    pub extent: Extent,
    /// What templates ask for.
    pub uses: &'a [Use],
    /// What the site's content makes necessary.
    pub needed: &'a [String],
}

/// Lines for the end of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// The lines; empty when nothing is missing.
    pub text: String,
    /// How many messages they hold.
    pub messages: usize,
    /// How many stand in the file already and wait for words: all that are asked for and that the language has nowhere.
    pub waiting: usize,
}

/// The messages that a file lacks. `existing` is the file as it is; `None`: there is none.
pub fn completion(request: Request, files: &BTreeMap<String, Vec<MessageFile>>, existing: Option<&str>) -> Completion {
    let own = words(&files_of(request.code, files));
    let others: Vec<Vec<MessageFile>> = ["en", request.source].iter().map(|code| files_of(code, files)).collect();
    let asked = asked(request, &others);
    let mut done: BTreeSet<String> =
        existing.map(entries).unwrap_or_default().iter().map(|entry| entry.key.to_owned()).collect();
    if request.extent == Extent::Missing {
        done.extend(own.keys().cloned());
    }
    let waits = |entry: &&Entry| asked.contains(entry.key) && !own.contains_key(entry.key);
    let waiting: BTreeSet<String> =
        existing.map(entries).unwrap_or_default().iter().filter(waits).map(|entry| entry.key.to_owned()).collect();
    let mut writer =
        Writer { request, own: &own, english: &words(&others[0]), text: String::new(), messages: 0, heading: None };
    for file in others.iter().flatten() {
        let headings = headings(&file.source.text);
        for entry in entries(&file.source.text).iter().filter(|entry| asked.contains(entry.key)) {
            if done.insert(entry.key.to_owned()) {
                let heading = headings.range(..entry.span.start).next_back().map(|(_, words)| *words);
                writer.add(&origin(&file.source.path), heading, entry);
            }
        }
    }
    let text = framed(request.code, existing, &writer.text);
    Completion { text, messages: writer.messages, waiting: waiting.len() }
}

/// The keys that are asked for, with all that their English or source words refer to.
fn asked(request: Request, files: &[Vec<MessageFile>]) -> BTreeSet<String> {
    let always = program::always().map(|key| key.into_owned());
    let exact: BTreeSet<String> = always
        .chain(request.needed.iter().cloned())
        .chain(request.uses.iter().filter(|asked| !asked.prefix).map(|asked| asked.key.clone()))
        .collect();
    let is_asked =
        |key: &str| exact.contains(key) || request.uses.iter().any(|asked| asked.prefix && key.starts_with(&asked.key));
    let words: Vec<BTreeMap<String, String>> = files.iter().map(|files| words(files)).collect();
    let mut asked: BTreeSet<String> =
        words.iter().flat_map(BTreeMap::keys).filter(|key| is_asked(key)).cloned().collect();
    let mut next: Vec<String> = asked.iter().cloned().collect();
    while let Some(key) = next.pop() {
        let written = words.iter().filter_map(|words| words.get(&key));
        let parts: Vec<String> = written.flat_map(|text| references(text)).collect();
        next.extend(parts.into_iter().filter(|part| asked.insert(part.clone())));
    }
    asked
}

/// What an entry refers to.
fn references(entry: &str) -> Vec<String> {
    let parsed = parsed(entry);
    parsed.iter().flat_map(|pattern| shape(pattern).references).collect()
}

/// The entries of some files, the strongest of each key, as they are written. Those without text are none.
fn words(files: &[MessageFile]) -> BTreeMap<String, String> {
    let all = files.iter().flat_map(|file| entries(&file.source.text));
    let written = all.filter(|entry| entry.lack().is_none());
    written.map(|entry| (entry.key.to_owned(), format!("{} ={}", entry.key, entry.value()))).collect()
}

/// The headings of a file, `## …`, by where they begin.
fn headings(text: &str) -> BTreeMap<usize, &str> {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line.trim_end()))
    });
    lines.filter_map(|(at, line)| Some((at, line.strip_prefix("## ")?))).collect()
}

/// Whose messages a file has.
fn origin(path: &str) -> String {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["themes", theme, ..] => format!("The theme {theme}"),
        ["content", ..] => "This site".to_owned(),
        _ => match path.strip_prefix('(').and_then(|rest| rest.split_once(") locales")) {
            Some((theme, _)) => format!("The theme {theme}"),
            None => "The program".to_owned(),
        },
    }
}

struct Writer<'a> {
    request: Request<'a>,
    own: &'a BTreeMap<String, String>,
    english: &'a BTreeMap<String, String>,
    text: String,
    messages: usize,
    heading: Option<(String, Option<String>)>,
}

impl Writer<'_> {
    fn add(&mut self, origin: &str, heading: Option<&str>, entry: &Entry) {
        let now = (origin.to_owned(), heading.map(str::to_owned));
        if self.heading.as_ref().map(|(known, _)| known) != Some(&now.0) {
            self.text.push_str(&format!("\n### {origin}\n"));
        }
        if self.heading.as_ref() != Some(&now) {
            self.text.extend(heading.map(|words| format!("\n## {words}\n")));
            self.heading = Some(now);
        }
        let english = self.english.get(entry.key).and_then(|written| written.split_once('='));
        let shown = english.map_or_else(|| entry.value(), |(_, value)| value);
        self.text.push('\n');
        self.text.push_str(&comment("", shown));
        if let Some((_, value)) = self.own.get(entry.key).and_then(|written| written.split_once('=')) {
            self.text.push_str(&comment(&format!("now in {}: ", self.request.code), value));
        }
        let value = frame(&format!("{} ={shown}", entry.key), self.request.code);
        self.text.push_str(&format!("{} ={value}\n", entry.key));
        self.messages += 1;
    }
}

/// A value as the lines of a comment.
fn comment(label: &str, value: &str) -> String {
    let lines: Vec<&str> = value.trim_matches('\n').lines().collect();
    let margin = |line: &&str| line.len() - line.trim_start().len();
    let is_below = value.trim_start_matches(' ').starts_with('\n');
    let common = lines.iter().filter(|line| !line.trim().is_empty()).map(margin).min().unwrap_or(0);
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let line = if is_below {
            line.get(common..).unwrap_or_default()
        } else if at == 0 {
            line.trim_start()
        } else {
            line
        };
        let begin = if at == 0 { label } else { "" };
        text.push_str(format!("# {begin}{line}").trim_end());
        text.push('\n');
    }
    text
}

/// The patterns of an entry; none where it is not Fluent.
fn parsed(entry: &str) -> Vec<fluent_syntax::ast::Pattern<&str>> {
    let Ok(resource) = fluent_syntax::parser::parse(entry) else { return Vec::new() };
    let pattern = |entry| match entry {
        Parsed::Message(message) => message.value,
        Parsed::Term(term) => Some(term.value),
        _ => None,
    };
    resource.body.into_iter().filter_map(pattern).collect()
}

/// What stands behind the `=` of a message to be translated: nothing, or its variants without words, the plural forms of
/// the language among them.
fn frame(entry: &str, code: &str) -> String {
    let patterns = parsed(entry);
    let mut selects = patterns.iter().flat_map(|pattern| &pattern.elements).filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            Some((selector, variants))
        }
        _ => None,
    });
    let (Some((InlineExpression::VariableReference { id }, variants)), None) = (selects.next(), selects.next()) else {
        return String::new();
    };
    let labels = labels(variants, code);
    match &labels[..] {
        [] | [_] => String::new(),
        labels => {
            let (others, last) = labels.split_at(labels.len() - 1);
            let others = others.iter().map(|label| format!("    [{label}]\n"));
            let last = last.iter().map(|label| format!("   *[{label}]\n"));
            format!(" {{ ${} ->\n{}}}", id.name, others.chain(last).collect::<String>())
        }
    }
}

/// The labels of variants in a language, the one for all else last: plural forms are those that CLDR says it has.
fn labels(variants: &[Variant<&str>], code: &str) -> Vec<String> {
    let label = |variant: &Variant<&str>| match &variant.key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    };
    let is_number = |variant: &&Variant<&str>| matches!(variant.key, VariantKey::NumberLiteral { .. });
    let is_plural =
        |variant: &Variant<&str>| is_number(&variant) || PluralCategory::get_for_cldr_string(&label(variant)).is_some();
    let rules = plural_rules(&icu_locale(code));
    if let (true, Some(rules)) = (variants.len() > 1 && variants.iter().all(is_plural), rules) {
        let numbers = variants.iter().filter(is_number).map(label);
        let mut forms: Vec<PluralCategory> = rules.categories().collect();
        forms.sort_by_key(|form| ORDER.iter().position(|known| known == form));
        return numbers.chain(forms.iter().map(|form| format!("{form:?}").to_lowercase())).collect();
    }
    let (last, others): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.default);
    others.into_iter().chain(last).map(label).collect()
}

/// Plural forms as files have them: few before many, the one for all else last.
const ORDER: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

/// New lines as they stand in the file: below a word on how to translate it, or behind what is there.
fn framed(code: &str, existing: Option<&str>, lines: &str) -> String {
    match existing {
        _ if lines.is_empty() => String::new(),
        Some(text) if !text.trim().is_empty() => {
            let gap = if text.ends_with('\n') { "" } else { "\n" };
            format!("{gap}{lines}")
        }
        _ => {
            let name = language_names::in_english(code).unwrap_or(code);
            let inherits = chain::tags(code).get(1).map(|tag| format!("those of {tag}, else ")).unwrap_or_default();
            format!(
                "# Words in {name} ({code}). Write each behind its `=`; above it stand the English ones. {{ $name }} is a value.\n\
                 # Where nothing is written readers see {inherits}the words of the source language, else the English ones.\n{lines}"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::parse::Source;

    const ENGLISH: &str = "## Frame\n\nmenu = Menu\nbooks-count = { $count ->\n    [0] no book\n    [one] { $count } book\n   *[other] { $count } books\n}\nby = { -brand }\n-brand = Bank\nunused = never\nlong =\n    two\n    lines\n";

    fn request<'a>(code: &'a str, uses: &'a [Use], extent: Extent) -> Request<'a> {
        Request { code, source: "en", extent, uses, needed: &[] }
    }

    fn files(texts: &[(&str, &str)]) -> BTreeMap<String, Vec<MessageFile>> {
        let file = |code: &str, text: &str| MessageFile {
            source: Arc::new(Source::new(format!("content/locales/{code}.ftl"), text)),
            own: true,
        };
        texts.iter().map(|(code, text)| ((*code).to_owned(), vec![file(code, text)])).collect()
    }

    fn uses() -> Vec<Use> {
        let template =
            Source::new("a.html", "{{ t(key='menu') }}{{ t(key='books-' ~ x) }}{{ t(key='by') }}{{ t(key='long') }}");
        crate::locale::usage::in_template(&template)
    }

    #[test]
    fn a_file_has_every_message_with_its_english_and_the_plural_forms_of_the_language() {
        let made = completion(request("cy", &uses(), Extent::Missing), &files(&[("en", ENGLISH)]), None).text;

        assert!(made.starts_with("# Words in Welsh (cy)."), "{made}");
        assert!(made.contains("\n### The program\n"), "{made}");
        assert!(made.contains("\n# not published\nmissing-not-available =\n"), "{made}");
        assert!(made.contains("\n### This site\n\n## Frame\n\n# Menu\nmenu =\n"), "{made}");
        let count = "\n# { $count ->\n#     [0] no book\n#     [one] { $count } book\n#    *[other] { $count } books\n# }\nbooks-count = { $count ->\n    [0]\n    [zero]\n    [one]\n    [two]\n    [few]\n    [many]\n   *[other]\n}\n";
        assert!(made.contains(count), "{made}");
        assert!(made.contains("\n# Bank\n-brand =\n") && made.contains("\n# two\n# lines\nlong =\n"), "{made}");
        assert!(!made.contains("unused"));
    }

    #[test]
    fn a_language_without_plurals_has_one_form() {
        let made = completion(request("ko", &uses(), Extent::Missing), &files(&[("en", ENGLISH)]), None).text;

        assert!(made.contains("books-count = { $count ->\n    [0]\n   *[other]\n}\n"), "{made}");
    }

    #[test]
    fn what_is_there_is_not_written_again() {
        let (uses, mine) = (uses(), "menu = Menü\nlong =");
        let files = files(&[("en", ENGLISH), ("de", mine)]);

        let first = completion(request("de", &uses, Extent::Missing), &files, Some(mine));

        assert!(first.text.starts_with("\n\n### This site\n\n## Frame\n\n# { $count ->"), "{}", first.text);
        assert_eq!((first.messages, first.waiting), (3, 1), "`long` stands there without words");
        let whole = format!("{mine}{}", first.text);
        let nothing = Completion { waiting: 4, ..Completion::default() };
        assert_eq!(completion(request("de", &uses, Extent::Missing), &files, Some(&whole)), nothing);
        // All of them: those of the program, too, with the words that the language has.
        let all = completion(request("de", &uses, Extent::All), &files, Some(&whole));
        assert!(all.text.contains("\n# Note\n# now in de: Hinweis\nalert-note =\n"), "{}", all.text);
        assert!(!all.text.contains("menu ="));
    }
}

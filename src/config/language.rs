//! Languages of the site, and texts that exist in them.

use std::sync::Arc;

use icu::casemap::TitlecaseMapper;
use icu::casemap::options::TitlecaseOptions;
use icu::locale::{
    Direction as IcuDirection, LanguageIdentifier, LocaleDirectionality, LocaleExpander, TransformResult,
};

use crate::config::language_names;
use crate::config::tags::{canonical, rewritten, tags};
use crate::diagnostics::{Place, codes, nearest};
use crate::parse::keys::Context;
use crate::parse::yaml::{Kind, Node};
use crate::position::{LanguageIx, List, Position};

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn attribute(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// A language of the site.
#[derive(Debug, Clone)]
pub struct Language {
    /// BCP 47 tag, as written.
    pub code: Arc<str>,
    /// Its name in itself: “Deutsch”.
    pub name: Arc<str>,
    /// Which way it is written.
    pub direction: Direction,
    /// Built into previews only.
    pub hidden: bool,
    /// Whether the settings hide it, also where a preview shows it: nobody need have translated anything yet.
    pub in_preparation: bool,
    /// Whether its addresses have no part for it; only the source language may.
    pub at_root: bool,
    /// The language of the site whose texts are its own where it has none: `de` of `de-CH`. `None`: there is none.
    pub inherits: Option<LanguageIx>,
    /// The language of the site that stands for it before the source language does: `zh-Hans` for `zh-Hant`, in other letters.
    pub kin: Option<LanguageIx>,
    /// Where the settings name it; `None`: they do not.
    pub place: Option<Place>,
}

impl Language {
    /// A language by its tag.
    pub fn new(code: &str) -> Self {
        Language {
            code: code.into(),
            name: own_name(code).into(),
            direction: direction(code),
            hidden: false,
            in_preparation: false,
            at_root: false,
            inherits: None,
            kin: None,
            place: None,
        }
    }
}

/// Languages, by their position.
pub type Languages = List<LanguageIx, Language>;

/// Which way the language with that tag is written, by CLDR.
pub fn direction(code: &str) -> Direction {
    match LocaleDirectionality::new_extended().get(&canonical(code)) {
        Some(IcuDirection::RightToLeft) => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

/// The name of a language in itself, whatever its region, as it stands alone in a menu: CLDR writes it as it stands in a
/// sentence.
fn own_name(code: &str) -> String {
    let id = LanguageIdentifier { region: None, ..code.parse().unwrap_or(LanguageIdentifier::UNKNOWN) };
    let Some(name) = language_names::name(&id.to_string(), &tags(code)) else { return code.to_owned() };
    // “isiZulu” stays as it is.
    let is_cased = name.split(' ').next().is_some_and(|word| word.chars().any(char::is_uppercase));
    let title = || TitlecaseMapper::new().titlecase_segment_to_string(name, &id, TitlecaseOptions::default());
    if is_cased { name.to_owned() } else { title().into_owned() }
}

/// The list `languages` of the settings: tags, or maps `{code: fr, name: …, hidden: true}`.
pub fn list(context: &mut Context, node: &Node) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for item in context.list(node, "languages") {
        let Some(language) = one(context, item) else { continue };
        if languages.iter().any(|l| l.code == language.code) {
            let message = format!("`{}` is listed twice", language.code);
            context.report(&codes::SETTINGS, item.span, message).hint("remove one of them");
            continue;
        }
        if language.at_root && !languages.is_empty() {
            let message = format!("`{}` cannot be at the root: only the first language can", language.code);
            context.report(&codes::SETTINGS, item.span, message).hint("take `root: true` away, or list it first");
        }
        languages.push(language);
    }
    languages
}

/// Finds which languages of a site stand for which others, by their positions, and that only the first is at the root: one
/// that was, and is hidden, is not the first any more.
pub fn relate(languages: &mut [Language]) {
    languages.iter_mut().skip(1).for_each(|language| language.at_root = false);
    let codes: Vec<Arc<str>> = languages.iter().map(|language| language.code.clone()).collect();
    let position = |code: &str| codes.iter().position(|known| **known == *code).map(LanguageIx::behind);
    let name = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
    for language in languages {
        let others = tags(&language.code).into_iter().skip(1);
        language.inherits = others.filter_map(|tag| position(&tag)).next();
        let is_kin = |code: &&Arc<str>| ***code != *language.code && name(code) == name(&language.code);
        language.kin =
            codes.iter().find(is_kin).and_then(|code| position(code)).filter(|_| language.inherits.is_none());
    }
}

fn one(context: &mut Context, item: &Node) -> Option<Language> {
    let (code_node, [hidden, at_root], name) = match &item.kind {
        Kind::Mapping(_) => {
            context.entries(item, "a language", &["code", "name", "hidden", "root"]);
            let flags =
                ["hidden", "root"].map(|key| item.get(key).and_then(|n| context.boolean(n, key)).unwrap_or(false));
            (item.get("code").unwrap_or(item), flags, item.get("name").and_then(|n| context.text(n, "name")))
        }
        _ => (item, [false, false], None),
    };
    let code = context.text(code_node, "a language")?;
    if let Err((message, hint)) = known(code) {
        context.report(&codes::UNKNOWN_LANGUAGE, code_node.span, message).hint(hint);
        return None;
    }
    let place = Some(context.source.place(code_node.span));
    let mut language = Language { hidden, in_preparation: hidden, at_root, place, ..Language::new(code) };
    if let Some(name) = name {
        language.name = name.into();
    }
    Some(language)
}

/// Whether a tag is that of a language that CLDR knows.
///
/// # Errors
///
/// It is not, or not as it is written: says so, and what to write.
pub fn known(code: &str) -> Result<(), (String, String)> {
    let id = code.parse::<LanguageIdentifier>().ok().filter(|id| id.to_string() == code && code.len() >= 2);
    let Some(id) = id else {
        let hint = meant(code).unwrap_or_else(|| "write them as in BCP 47, as a list: [en, de, zh-Hans]".to_owned());
        return Err((format!("`{code}` is not a language tag"), hint));
    };
    // Three letters are right only for languages that have no code of two (BCP 47).
    let is_shorter = canonical(code).language.as_str().len() < id.language.as_str().len();
    if let Some(tag) = rewritten(code).filter(|_| is_shorter) {
        let hint = format!("write `{tag}`{}", in_brackets(&tag));
        return Err((format!("the language `{code}` is written `{tag}`"), hint));
    }
    if likely(LanguageIdentifier { language: canonical(code).language, ..LanguageIdentifier::UNKNOWN }).is_some() {
        return Ok(());
    }
    let hint = meant(code).unwrap_or_else(|| "tags of languages are those of BCP 47: en, de, zh-Hans".to_owned());
    Err((format!("there is no language `{code}`"), hint))
}

/// The name of a language in English, as it stands behind its tag.
fn in_brackets(tag: &str) -> String {
    language_names::in_english(tag).map(|name| format!(" ({name})")).unwrap_or_default()
}

/// A tag with its script and region, by the likely subtags of CLDR; `None` where CLDR knows nothing of it.
fn likely(mut id: LanguageIdentifier) -> Option<LanguageIdentifier> {
    let changed = LocaleExpander::new_extended().maximize(&mut id);
    (changed == TransformResult::Modified).then_some(id)
}

/// The language that was meant: named by its name, by the code of a country, or nearly by its tag.
fn meant(code: &str) -> Option<String> {
    let by_country = || {
        let region = code.to_uppercase().parse().ok()?;
        let language = likely(LanguageIdentifier { region: Some(region), ..LanguageIdentifier::UNKNOWN })?.language;
        // What is no country counts as one that speaks English.
        let is_guessed = language.as_str() == "en" && !["gb", "us", "au", "nz"].contains(&code);
        language_names::tags_known().find(|tag| *tag == language.as_str() && !is_guessed)
    };
    let by_name = || language_names::tag_of(code);
    // Two letters are the code of a country more often than what some language calls another.
    let tag = if code.len() == 2 { by_country().or_else(by_name) } else { by_name().or_else(by_country) };
    let tag = tag.or_else(|| nearest(code, language_names::tags_known()))?;
    Some(format!("did you mean `{tag}`{}?", in_brackets(tag)))
}

/// A text in the languages of the site, by their position.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Localized(List<LanguageIx, Text>);

/// What is said in one language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
enum Text {
    /// Nothing is written.
    #[default]
    Absent,
    /// What is written cannot be used; a finding has told why.
    Rejected,
    /// It was read.
    Given(Arc<str>),
    /// Nothing is written; a language that is nearer than the source language stands for it.
    Kin(LanguageIx),
}

impl Localized {
    /// No text in any language.
    pub fn empty(languages: &Languages) -> Self {
        Localized(languages.iter().map(|_| Text::Absent).collect())
    }

    /// The same text in every language.
    pub fn same(text: &str, languages: &Languages) -> Self {
        let text: Arc<str> = text.into();
        Localized(languages.iter().map(|_| Text::Given(text.clone())).collect())
    }

    /// The text in one language exactly.
    pub fn get(&self, language: LanguageIx) -> Option<&Arc<str>> {
        match self.0.get(language)? {
            Text::Given(text) => Some(text),
            Text::Absent | Text::Rejected | Text::Kin(_) => None,
        }
    }

    /// The texts that there are, each with its language.
    pub fn all(&self) -> impl Iterator<Item = (LanguageIx, &Arc<str>)> {
        self.0.positions().filter_map(|language| Some((language, self.get(language)?)))
    }

    /// The text in a language, else in one that is nearest to it, else in the source language, else in any; with the
    /// language it is in.
    pub fn best(&self, language: LanguageIx) -> Option<(LanguageIx, &Arc<str>)> {
        let first = match self.0.get(language) {
            Some(Text::Kin(kin)) => *kin,
            _ => language,
        };
        let order = std::iter::once(first).chain(self.0.positions());
        order.filter_map(|at| self.get(at).map(|text| (at, text))).next()
    }

    /// The text in a language or the next best; empty when there is none at all.
    pub fn text(&self, language: LanguageIx) -> &str {
        self.best(language).map_or("", |(_, text)| text)
    }

    /// Sets the text in one language.
    pub fn set(&mut self, language: LanguageIx, text: impl Into<Arc<str>>) {
        self.0[language] = Text::Given(text.into());
    }

    /// Notes that what is written in a language cannot be used, as a finding has told. What was read stays.
    pub fn reject(&mut self, language: LanguageIx) {
        if self.0[language] == Text::Absent {
            self.0[language] = Text::Rejected;
        }
    }

    /// Whether nothing is written in a language, be it usable or not.
    pub fn is_absent(&self, language: LanguageIx) -> bool {
        self.0.get(language).is_none_or(|text| matches!(text, Text::Absent | Text::Kin(_)))
    }

    /// Fills in what variants of languages have from others: `de-CH` has the text of `de` where it has none of its own.
    pub fn inherit(&mut self, languages: &Languages) {
        for (at, language) in languages.entries() {
            if !self.is_absent(at) {
                continue;
            }
            let text = |from: LanguageIx| self.get(from).cloned();
            if let Some(text) = language.inherits.and_then(text) {
                self.0[at] = Text::Given(text);
            } else if let Some(kin) = language.kin.filter(|kin| text(*kin).is_some()) {
                self.0[at] = Text::Kin(kin);
            }
        }
    }

    /// Whether something is written in some language that cannot be used.
    pub fn has_rejected(&self) -> bool {
        self.0.iter().any(|text| *text == Text::Rejected)
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.positions().all(|at| self.get(at).is_none())
    }

    /// The languages in which nothing is written, if in any there is.
    pub fn lacking(&self) -> Vec<LanguageIx> {
        if self.is_empty() { Vec::new() } else { self.0.positions().filter(|&at| self.is_absent(at)).collect() }
    }
}

/// Reads texts in the languages of the site.
#[derive(Clone, Copy)]
pub struct LocalizedReader<'a> {
    /// What is read, for sentences.
    pub what: &'a str,
    /// The languages of the site.
    pub languages: &'a Languages,
}

impl LocalizedReader<'_> {
    /// Reads one text for every language, or a map of them.
    pub fn read(self, context: &mut Context, node: &Node) -> Localized {
        let LocalizedReader { what, languages } = self;
        let mut localized = Localized::empty(languages);
        let Kind::Mapping(entries) = &node.kind else {
            return context.text(node, what).map_or(localized, |text| Localized::same(text, languages));
        };
        for (key, value) in entries {
            let Some(at) = languages.position(|language| *language.code == *key.name) else {
                let message = format!("`{}` is not a language of the site", key.name);
                let comma = value
                    .is_null()
                    .then(|| "a comma in `{en: a, b}` splits: put the text in quotation marks".to_owned());
                let near = nearest(&key.name, languages.iter().map(|l| &*l.code));
                if let Some(meant) = near.and_then(|near| languages.position(|l| *l.code == *near)) {
                    localized.reject(meant);
                }
                let hint = comma.or_else(|| near.map(|near| format!("did you mean `{near}`?")));
                context.report(&codes::UNKNOWN_LANGUAGE, key.span, message).hint(hint.unwrap_or_default());
                continue;
            };
            match value.text() {
                Some(text) if !value.is_null() => localized.set(at, text),
                _ => {
                    let hint = "a comma in `{en: a, b}` splits: put the text in quotation marks";
                    context.wrong_type(value, what, "text").hint(hint);
                    localized.reject(at);
                }
            }
        }
        localized.inherit(languages);
        localized
    }

    /// The same, with a finding for every language of the site that has no text.
    pub fn read_all(self, context: &mut Context, node: &Node) -> Localized {
        let text = self.read(context, node);
        self.require(context, node, &text);
        text
    }

    /// A finding for every language of the site in which what was read at a node has no text.
    pub fn require(self, context: &mut Context, node: &Node, text: &Localized) {
        for at in text.lacking() {
            let Language { name, code, hidden, in_preparation, .. } = &self.languages[at];
            let stand_in = match &text.0[at] {
                _ if *hidden => continue,
                Text::Kin(kin) => Some(*kin),
                _ if *in_preparation => text.best(at).map(|(other, _)| other),
                _ => None,
            };
            if let Some(other) = stand_in {
                let other = &self.languages[other].name;
                let message = format!("`{}` has no text in {name} ({code}): that in {other} stands for it", self.what);
                context.report(&codes::MISSING_TRANSLATION, node.span, message).hint(format!("add `{code}: …`"));
            } else {
                let message = format!("`{}` has no text in {name} ({code})", self.what);
                context.report(&codes::UNTRANSLATED, node.span, message).hint(format!("add `{code}: …`"));
            }
        }
    }
}

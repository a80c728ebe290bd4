//! The report in one of its languages. What it hands out is noted by the recorder.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::FluentValue;

use crate::config::{Config, Direction, Language};
use crate::locale::Locale;
use crate::locale::messages::Messages;
use crate::locale::program::{Message, Wording};
use crate::markup::html::{is_place, place, with_html};
use crate::markup::marks;
use crate::position::{CollectionIx, LanguageIx, MessageIx, RecordIx};
use crate::report::Report;
use crate::report::citations::Citation;
use crate::report::recorder::{self, Note};

/// The report as readers of one language have it: what most of the code that words something asks.
#[derive(Clone, Copy)]
pub struct Localizer<'r> {
    /// The report.
    pub report: &'r Report,
    /// Its language here.
    pub language: LanguageIx,
    /// How words of another language stand in its texts.
    foreign: Foreign,
}

/// The variables of a message.
type Variables<'v, 's> = Cow<'s, [(&'v str, FluentValue<'v>)]>;

/// How words of another language, which stand for those that the language lacks, are handed out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Foreign {
    /// As they are: for texts that are no HTML.
    Plain,
    /// Between marks, of which the page that is made of them makes elements with a `lang`.
    Marked,
}

impl Report {
    /// The report in a language.
    pub fn localizer(&self, language: LanguageIx) -> Localizer<'_> {
        Localizer { report: self, language, foreign: Foreign::Plain }
    }

    /// The same for pages, with marks around words that the language lacks: see [`marks`].
    pub fn page_localizer(&self, language: LanguageIx) -> Localizer<'_> {
        Localizer { report: self, language, foreign: Foreign::Marked }
    }
}

/// Whether a text is in some language; what stands for an element may be.
fn has_words(text: &str) -> bool {
    text.contains(|c: char| c.is_alphabetic() || is_place(c))
}

impl<'r> Localizer<'r> {
    /// How the language writes numbers, dates and lists.
    pub fn locale(self) -> &'r Locale {
        recorder::note(Note::Formats(self.language));
        self.report.locales.get(self.language)
    }

    /// The same without marks, for what is no HTML.
    pub fn plain(self) -> Self {
        Localizer { foreign: Foreign::Plain, ..self }
    }

    /// A message of the program with its variables filled; `None` when there is none.
    pub fn format<'k>(self, message: impl Into<Wording<'k>>, variables: &[(&str, FluentValue)]) -> Option<String> {
        let at = self.asked(&message.into().key())?;
        let text = self.messages().format(at, &self.apart(at, variables))?;
        Some(self.marked(at, text))
    }

    /// The same, only where the language itself has the message: where it is optional, nothing is better than the words of
    /// another language.
    pub fn format_own<'k>(self, message: impl Into<Wording<'k>>, variables: &[(&str, FluentValue)]) -> Option<String> {
        let at = self.asked(&message.into().key())?;
        self.messages().foreign(at).is_none().then(|| self.messages().format(at, &self.apart(at, variables))).flatten()
    }

    /// The same as HTML around `elements`, which are HTML already.
    pub fn html(
        self,
        message: Message,
        variables: &[(&str, FluentValue)],
        elements: &[(&str, &str)],
    ) -> Option<String> {
        let places = elements.iter().enumerate().map(|(at, (name, _))| (*name, place(at).into()));
        let variables: Vec<(&str, FluentValue)> = variables.iter().cloned().chain(places).collect();
        let text = self.format(message, &variables)?;
        Some(with_html(&text, elements.iter().map(|(_, html)| *html)))
    }

    /// A message that a template names.
    ///
    /// # Errors
    ///
    /// When there is none, or when a variable that it wants is not given.
    pub fn try_format(self, key: &str, variables: &[(&str, FluentValue)]) -> Result<String, String> {
        let at = self.asked(key).ok_or_else(|| format!("there is no message `{key}`"))?;
        let text = self.messages().try_format(at, &self.apart(at, variables))?;
        Ok(self.marked(at, text))
    }

    /// A message without variables; `None` when there is none, or when it has variables.
    pub fn fixed(self, key: &str) -> Option<Cow<'r, str>> {
        let at = self.asked(key)?;
        let text = self.messages().text(at)?;
        Some(self.marks(at).map_or(Cow::Borrowed(&**text), |language| marks::around(text, language).into()))
    }

    /// A message without variables that the language itself has: where it is optional, its own other words are better than
    /// those of another language.
    pub fn own(self, key: &str) -> Option<&'r Arc<str>> {
        self.asked(key);
        self.messages().text(self.messages().own(key)?)
    }

    /// Where a message is that is asked for; `None`: there is none.
    fn asked(self, key: &str) -> Option<MessageIx> {
        let Some(at) = self.messages().position(key) else {
            recorder::note(Note::NoMessage(self.language, key.into()));
            return None;
        };
        recorder::note(Note::Message(self.language, at));
        self.messages().made_of(at).iter().for_each(|at| recorder::note(Note::Message(self.language, *at)));
        Some(at)
    }

    /// The language whose marks a message is handed out between; `None`: it has none.
    fn marks(self, at: MessageIx) -> Option<usize> {
        self.messages().foreign(at).filter(|_| self.foreign == Foreign::Marked)
    }

    /// A text of a message, between marks where it is in another language.
    fn marked(self, at: MessageIx, text: String) -> String {
        match self.marks(at) {
            Some(language) => marks::around(&text, language),
            None => text,
        }
    }

    /// The variables of a message, on a page; unless the message chooses by them, those that are words of the page within
    /// words of another language are kept apart from them, and those that could turn the sentence round from its direction.
    fn apart<'v, 's>(self, at: MessageIx, variables: &'s [(&'v str, FluentValue<'v>)]) -> Variables<'v, 's> {
        if self.foreign == Foreign::Plain {
            return Cow::Borrowed(variables);
        }
        let is_foreign = self.marks(at).is_some();
        let (is_apart, is_isolated) = (|text: &str| is_foreign && has_words(text), |text: &str| self.turns(text));
        let changes = |(_, value): &(&str, FluentValue)| matches!(value, FluentValue::String(text) if is_apart(text) || is_isolated(text));
        if !variables.iter().any(changes) {
            return Cow::Borrowed(variables);
        }
        let one = |(name, value): &(&'v str, FluentValue<'v>)| match value {
            FluentValue::String(text) if !self.messages().is_choosing(at, name) => {
                let apart = if is_apart(text) { marks::around(text, 0).into() } else { Cow::Borrowed(&**text) };
                (*name, if is_isolated(text) { marks::isolated(&apart) } else { apart.into_owned() }.into())
            }
            _ => (*name, value.clone()),
        };
        Cow::Owned(variables.iter().map(one).collect())
    }

    /// Whether a text could turn a sentence round that it is put into.
    fn turns(self, text: &str) -> bool {
        match self.spoken().direction {
            Direction::LeftToRight => marks::has_leftward(text),
            Direction::RightToLeft => has_words(text),
        }
    }

    /// A text that is put beside others of a page, kept apart from their direction.
    pub fn isolated(self, text: String) -> String {
        if self.foreign == Foreign::Marked && self.turns(&text) { marks::isolated(&text) } else { text }
    }

    /// A list as the language joins it, `A, B, and C`; on a page each item keeps its direction.
    pub fn list(self, items: &[String]) -> String {
        if self.foreign == Foreign::Plain || items.len() < 2 || !items.iter().any(|item| self.turns(item)) {
            return self.locale().list(items);
        }
        self.locale().list(&items.iter().map(|item| self.isolated(item.clone())).collect::<Vec<_>>())
    }

    fn messages(self) -> &'r Messages {
        &self.report.locales.get(self.language).messages
    }

    /// The settings of the site.
    pub fn config(self) -> &'r Config {
        &self.report.config
    }

    /// Name, code and direction of the language.
    pub fn spoken(self) -> &'r Language {
        &self.report.config.languages[self.language]
    }

    /// The code of the language: `de`.
    pub fn code(self) -> &'r str {
        &self.spoken().code
    }

    /// A message of the program without variables; its key when there is none (which is reported once, for all pages).
    pub fn message<'k>(self, message: impl Into<Wording<'k>>) -> String {
        let key = message.into().key();
        self.fixed(&key).map_or_else(|| key.to_string(), Cow::into_owned)
    }

    /// The address of the page of a record in this language, or in one that stands for it; `None`: it has no page.
    pub fn url(self, record: RecordIx) -> Option<&'r Arc<str>> {
        recorder::note(Note::Record(record));
        self.report.plan.addresses.best(record, self.language).map(|(_, address)| &address.url)
    }

    /// How a source is cited; `None`: the record is no source.
    pub fn citation(self, source: RecordIx) -> Option<&'r Citation> {
        recorder::note(Note::Record(source));
        recorder::note(Note::Citation(source));
        self.report.citations.of(source, self.language)
    }

    /// The link to the index of a collection; `None`: it has none.
    pub fn index_url(self, collection: CollectionIx) -> Option<String> {
        recorder::note(Note::Members(collection));
        self.report.plan.addresses.index_url(collection, self.language, 1)
    }

    /// The title of a record, in this language or the one that stands for it.
    pub fn title(self, record: RecordIx) -> &'r str {
        self.spoken_title(record).1
    }

    /// The same, with the language it is in.
    pub fn spoken_title(self, record: RecordIx) -> (LanguageIx, &'r str) {
        recorder::note(Note::Record(record));
        self.report.site.title(record, self.language)
    }

    /// Which language the page of a record shows: its own, or that of the fallback.
    pub fn shown_language(self, record: RecordIx) -> LanguageIx {
        let Report { site, plan, config, .. } = self.report;
        let (linked, model) = (&site.get(record).record, site.model(record));
        let is_translated = plan
            .addresses
            .of(record, self.language)
            .map_or_else(|| linked.is_translated(model, self.language), |address| address.translated);
        if is_translated { self.language } else { linked.shown_language(model, self.language, &config.languages) }
    }

    /// The absolute address of a record: that of its page, or of its place on the glossary; `None` when it has none in this
    /// language.
    pub fn page_address(self, record: RecordIx) -> Option<String> {
        let address = self.report.plan.addresses.leads_to(record, self.language)?;
        Some(format!("{}{}", self.config().base_url.origin, address.url))
    }

    /// The same report in another language.
    pub fn with(self, language: LanguageIx) -> Localizer<'r> {
        Localizer { language, ..self }
    }
}

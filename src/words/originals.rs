//! Sources as a citation names them: who published what, and when.

use std::sync::Arc;

use crate::locale::program::Message;
use crate::markup::html::{escape, place, with_html};
use crate::model::date::Date;
use crate::position::RecordIx;
use crate::report::citations::{date, text, translated_title};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::references::Reference;
use crate::words::{dates, names};

/// A source with what a citation says of it.
pub struct Original {
    source: RecordIx,
    publisher: Option<Arc<str>>,
    title: Arc<str>,
    /// The title in the language of the page, where the source is in another and somebody translated it.
    translated: Option<Arc<str>>,
    /// The language of the title.
    language: Option<Arc<str>>,
    date: Option<Date>,
    is_own: bool,
}

impl Original {
    /// A source as readers of a language are told of it.
    pub fn of(localizer: Localizer, source: RecordIx) -> Self {
        recorder::note(Note::Record(source));
        let site = &localizer.report.site;
        let language = text(site, source, "language");
        let is_foreign = language.as_deref() != Some(localizer.code());
        let translated = is_foreign.then(|| translated_title(site, source, localizer.code())).flatten();
        Original {
            source,
            publisher: text(site, source, "publisher"),
            title: text(site, source, "title").unwrap_or_else(|| site.get(source).record.id.clone()),
            translated,
            language: language.filter(|_| is_foreign),
            date: date(site, source, "date").map(Date::without_time),
            is_own: site.is_own_work(source),
        }
    }

    /// It in words, as text and as HTML.
    pub fn words(&self, localizer: Localizer) -> Option<(String, String)> {
        let around = self.around(localizer, &place(0))?;
        let title = match &self.language {
            Some(tag) => names::in_language(localizer, &escape(self.bare_title()), "span", tag),
            None => escape(self.bare_title()),
        };
        let html = with_html(&around, std::iter::once(&*title));
        Some((around.replace(&place(0), self.bare_title()), html))
    }

    /// It as managers of references take it.
    pub fn reference(&self, localizer: Localizer) -> Reference {
        let (site, source) = (&localizer.report.site, self.source);
        let title = match &self.translated {
            Some(translated) => format!("{} [{translated}]", self.title),
            None => self.title.to_string(),
        };
        Reference {
            // The page of the source on this site is cited by another.
            key: format!("original-{}", site.get(source).record.id),
            author: self.publisher.as_ref().map(ToString::to_string),
            title,
            within: None,
            date: self.date,
            seen: date(site, source, "seen").map(Date::without_time),
            url: text(site, source, "url").map(|url| url.to_string()),
            note: self.is_own.then(|| localizer.message(Message::OwnWork)),
            language: text(site, source, "language").map(|tag| tag.to_string()),
        }
    }

    /// What is said around its title, which `title` takes the place of.
    fn around(&self, localizer: Localizer, title: &str) -> Option<String> {
        let title = match &self.translated {
            Some(translated) => format!("{title} [{}]", translated.strip_suffix('.').unwrap_or(translated)),
            None => title.to_owned(),
        };
        let publisher = self.publisher.as_deref().unwrap_or_default();
        let date = self.date.map(|date| dates::long(localizer, date.without_time())).unwrap_or_default();
        let variables = [
            ("signed", if publisher.is_empty() { "no" } else { "yes" }.into()),
            ("publisher", publisher.into()),
            ("title", title.as_str().into()),
            ("dated", if date.is_empty() { "no" } else { "yes" }.into()),
            ("date", date.as_str().into()),
            ("own", if self.is_own { "yes" } else { "no" }.into()),
        ];
        localizer.format(Message::CiteSource, &variables)
    }

    /// The title without a full stop, behind which a date follows.
    fn bare_title(&self) -> &str {
        self.title.strip_suffix(['.', '。']).unwrap_or(&self.title)
    }
}

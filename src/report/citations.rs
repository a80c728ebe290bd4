//! How sources are cited beside a fact: a few words that a reader of the language can read, told apart where two are alike.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::link::Site;
use crate::locale::script::Scripts;
use crate::model::builtin::SOURCES;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind};
use crate::model::value;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};

/// The short citation of every source, by language and record.
#[derive(Default)]
pub struct Citations(List<LanguageIx, Vec<Citation>>);

/// How one source is cited in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Who speaks, or what is cited.
    pub text: Arc<str>,
    /// The language of the text; `None`: that of the reader, or a name.
    pub lang: Option<Arc<str>>,
    /// What tells it from others of the same words and date: `a`, `b` …; `None`: there are none.
    pub letter: Option<String>,
    /// Whether it is our own work.
    pub own: bool,
}

impl Citations {
    /// Citations of all sources.
    pub fn new(site: &Site, config: &Config) -> Self {
        let Some(sources) = site.collection_named(SOURCES) else { return Citations::default() };
        let in_language = |language: LanguageIx| {
            let scripts = Scripts::of(&config.languages[language].code);
            let reader = Reader { site, language, code: &config.languages[language].code, scripts };
            let records = 0..site.records[sources].len() as u32;
            let mut citations: Vec<Citation> =
                records.map(|record| reader.cite(RecordIx { collection: sources, record })).collect();
            tell_apart(site, sources, &mut citations);
            citations
        };
        Citations(config.languages.positions().map(in_language).collect())
    }

    /// The citation of a source; `None` for what is none.
    pub fn of(&self, source: RecordIx, language: LanguageIx) -> Option<&Citation> {
        self.0.get(language)?.get(source.record as usize)
    }
}

/// Who reads.
struct Reader<'a> {
    site: &'a Site,
    language: LanguageIx,
    code: &'a str,
    scripts: Scripts,
}

impl Reader<'_> {
    fn cite(&self, source: RecordIx) -> Citation {
        let own = self.site.is_own_work(source);
        let (text, lang) = self.short(source).or_else(|| self.publisher(source)).unwrap_or_else(|| self.title(source));
        Citation { text, lang: lang.filter(|lang| **lang != *self.code), letter: None, own }
    }

    fn short(&self, source: RecordIx) -> Option<(Arc<str>, Option<Arc<str>>)> {
        let (at, _) = self.site.model(source).field("short")?;
        match self.site.get(source).value(at)? {
            value::Value::Localized(text) => text.best(self.language).map(|(_, text)| (text.clone(), None)),
            _ => None,
        }
    }

    fn publisher(&self, source: RecordIx) -> Option<(Arc<str>, Option<Arc<str>>)> {
        let name = self.text(source, "publisher")?;
        self.scripts.read(&name).then_some((name, None))
    }

    /// The title, where nobody is named: in the reader's language, else translated into a script that the reader reads, else as it is.
    fn title(&self, source: RecordIx) -> (Arc<str>, Option<Arc<str>>) {
        let original = self.text(source, "title").unwrap_or_else(|| self.site.get(source).record.id.clone());
        let language = self.text(source, "language");
        if language.as_deref() == Some(self.code) {
            return (original, language);
        }
        let own = translations(self.site, source).find(|field| is_in(field, self.code));
        let found = own.into_iter().chain(translations(self.site, source)).find_map(|field| {
            let title = self.text(source, &field.name)?;
            self.scripts.read(&title).then(|| (title, language_of(field).cloned()))
        });
        found.unwrap_or((original, language))
    }

    fn text(&self, source: RecordIx, field: &str) -> Option<Arc<str>> {
        text(self.site, source, field)
    }
}

/// A text of a source that is the same for all readers, by the name of its field.
pub fn text(site: &Site, source: RecordIx, field: &str) -> Option<Arc<str>> {
    let (at, _) = site.model(source).field(field)?;
    match site.get(source).value(at)? {
        value::Value::Text(text) | value::Value::Language(text) => Some(text.clone()),
        _ => None,
    }
}

/// A date of a source, by the name of its field.
pub fn date(site: &Site, source: RecordIx, field: &str) -> Option<Date> {
    let (at, _) = site.model(source).field(field)?;
    match site.get(source).value(at)? {
        value::Value::Date(date) => Some(*date),
        _ => None,
    }
}

/// The title of a source as somebody translated it into a language.
pub fn translated_title(site: &Site, source: RecordIx, code: &str) -> Option<Arc<str>> {
    let field = translations(site, source).find(|field| is_in(field, code))?;
    text(site, source, &field.name)
}

/// The fields of a source that have its title in other languages.
fn translations(site: &Site, source: RecordIx) -> impl Iterator<Item = &Field> {
    site.model(source).fields.iter().filter(|field| field.name.starts_with("title_"))
}

fn is_in(field: &Field, code: &str) -> bool {
    language_of(field).is_some_and(|tag| **tag == *code)
}

/// The language of a text that is the same for all readers.
fn language_of(field: &Field) -> Option<&Arc<str>> {
    match &field.kind {
        FieldKind::Text { language, .. } => language.as_ref(),
        _ => None,
    }
}

/// Gives a letter to each of those that would read alike, in the order of their ids.
fn tell_apart(site: &Site, sources: CollectionIx, citations: &mut [Citation]) {
    let mut alike: BTreeMap<(Arc<str>, String), Vec<usize>> = BTreeMap::new();
    for (at, citation) in citations.iter().enumerate() {
        let source = RecordIx { collection: sources, record: at as u32 };
        let dated = date(site, source, "date").map(|date| date.to_string()).unwrap_or_default();
        alike.entry((citation.text.clone(), dated)).or_default().push(at);
    }
    for twins in alike.values().filter(|twins| twins.len() > 1) {
        twins.iter().enumerate().for_each(|(number, &at)| citations[at].letter = Some(letter(number)));
    }
}

/// `a` … `z`, `aa`, `ab` …
fn letter(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_do_not_end_at_z() {
        assert_eq!([0, 1, 25, 26, 27, 52].map(letter), ["a", "b", "z", "aa", "ab", "ba"]);
    }
}

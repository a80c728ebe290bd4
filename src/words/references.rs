//! References for those who write with a manager of references: as BibTeX, as RIS.

use crate::markup::bibtex::{self, Entry};
use crate::markup::ris;
use crate::model::date::Date;

/// Something that is cited.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    /// What it is called here, the same in every edition.
    pub key: String,
    /// Who published it; `None`: nobody is named.
    pub author: Option<String>,
    /// What it is called.
    pub title: String,
    /// What it is a part of; `None`: it stands by itself.
    pub within: Option<String>,
    /// Of when it is; `None`: that is not known.
    pub date: Option<Date>,
    /// When it was last read; `None`: nobody wrote that down.
    pub seen: Option<Date>,
    /// Its address; `None`: it is not on the web.
    pub url: Option<String>,
    /// What else there is to say.
    pub note: Option<String>,
    /// The tag of its language; `None`: that is not known.
    pub language: Option<String>,
}

impl Reference {
    /// It as BibTeX, for biblatex: `@online` what has an address, `@misc` what has none.
    pub fn bibtex(&self) -> String {
        let written = |text: &Option<String>| text.clone().unwrap_or_default();
        let dated = |date: Option<Date>| date.map(|date| date.without_time().to_string()).unwrap_or_default();
        let kind = if self.url.is_some() { "online" } else { "misc" };
        let mut entry = Entry::new(kind, &bibtex::key(&self.key));
        entry.words("author", &written(&self.author));
        entry.words("title", &self.title);
        entry.words("titleaddon", &written(&self.within));
        entry.verbatim("date", &dated(self.date));
        entry.verbatim("url", &written(&self.url));
        entry.verbatim("urldate", &dated(self.seen));
        entry.verbatim("langid", self.language.as_deref().and_then(langid).unwrap_or_default());
        entry.words("note", &written(&self.note));
        entry.finish()
    }

    /// It as RIS.
    pub fn ris(&self) -> String {
        let mut reference = ris::Reference::new(if self.url.is_some() { "ELEC" } else { "GEN" });
        self.author.iter().for_each(|author| reference.author(author));
        reference.say("TI", &self.title);
        self.within.iter().for_each(|within| reference.say("T2", within));
        if let Some(date) = self.date {
            reference.say("PY", &format!("{:04}", date.year()));
            reference.date("DA", date);
        }
        self.author.iter().for_each(|author| reference.say("PB", author));
        self.seen.iter().for_each(|seen| reference.date("Y2", *seen));
        self.url.iter().for_each(|url| reference.say("UR", url));
        self.language.iter().for_each(|language| reference.say("LA", language));
        self.note.iter().for_each(|note| reference.say("N1", note));
        reference.finish()
    }
}

/// What babel and polyglossia call a language; `None` where they have no name for it.
fn langid(tag: &str) -> Option<&'static str> {
    const NAMES: &[(&str, &str)] = &[
        ("ar", "arabic"),
        ("bg", "bulgarian"),
        ("cs", "czech"),
        ("da", "danish"),
        ("de", "ngerman"),
        ("el", "greek"),
        ("en", "english"),
        ("es", "spanish"),
        ("fi", "finnish"),
        ("fr", "french"),
        ("he", "hebrew"),
        ("hi", "hindi"),
        ("hr", "croatian"),
        ("hu", "hungarian"),
        ("id", "indonesian"),
        ("it", "italian"),
        ("ja", "japanese"),
        ("ko", "korean"),
        ("nb", "norwegian"),
        ("nl", "dutch"),
        ("pl", "polish"),
        ("pt", "portuguese"),
        ("ro", "romanian"),
        ("ru", "russian"),
        ("sk", "slovak"),
        ("sl", "slovene"),
        ("sv", "swedish"),
        ("th", "thai"),
        ("tr", "turkish"),
        ("uk", "ukrainian"),
        ("vi", "vietnamese"),
        ("zh", "chinese"),
    ];
    let language = tag.split('-').next()?;
    NAMES.iter().find(|(known, _)| *known == language).map(|(_, name)| *name)
}

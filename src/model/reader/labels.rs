//! Words of a site for what the program declares: `label-sources-publisher = Herausgeber` in `content/locales/de.ftl`.
//!
//! They are messages of a line, without values; what reads them needs no more of Fluent than that.

use std::collections::BTreeMap;

use crate::config::Language;
use crate::config::tags::tags;
use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::model::builtin::LABEL;
use crate::parse::{Files, Source, Span};
use crate::position::{LanguageIx, List};

/// Where a site has its messages.
pub const FOLDER: &str = "content/locales/";

/// The words of a site, by language and by key without its beginning.
#[derive(Default)]
pub struct SiteLabels {
    by_language: List<LanguageIx, BTreeMap<String, String>>,
    /// The places of all of them.
    places: Vec<(Source, Vec<(String, Span)>)>,
}

impl SiteLabels {
    /// Those of the files that are there.
    pub fn of(files: &dyn Files, languages: &List<LanguageIx, Language>) -> Self {
        let all = files.paths();
        let mut labels = SiteLabels::default();
        let mut read: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for language in languages {
            let mut own = BTreeMap::new();
            // Those of a language count for its variants.
            for tag in tags(&language.code).iter().rev() {
                let path = format!("{FOLDER}{tag}.ftl");
                let words = read.entry(path).or_insert_with_key(|path| {
                    let is_there = all.binary_search_by(|known| (**known).cmp(path)).is_ok();
                    let text = if is_there { files.text(path).ok() } else { None };
                    text.map(|text| labels.read(path, &text)).unwrap_or_default()
                });
                own.extend(words.clone());
            }
            labels.by_language.push(own);
        }
        labels
    }

    fn read(&mut self, path: &str, text: &str) -> BTreeMap<String, String> {
        let (mut words, mut places, mut at) = (BTreeMap::new(), Vec::new(), 0);
        for line in text.split_inclusive('\n') {
            let entry = line.strip_prefix(LABEL).and_then(|rest| rest.split_once('='));
            if let Some((key, value)) = entry.filter(|(_, value)| !value.trim().is_empty()) {
                let (start, key) = (at as u32, key.trim());
                words.insert(key.to_owned(), value.trim().to_owned());
                places.push((key.to_owned(), Span { start, end: start + (LABEL.len() + key.len()) as u32 }));
            }
            at += line.len();
        }
        if !places.is_empty() {
            self.places.push((Source::new(path, text), places));
        }
        words
    }

    /// The words of a language for a key; `None`: the site leaves them to the program.
    pub fn get(&self, language: LanguageIx, key: &str) -> Option<&str> {
        self.by_language.get(language)?.get(key).map(String::as_str)
    }

    /// A finding for each that is a label of nothing.
    pub fn unknown(&self, known: impl FnOnce() -> Vec<String>) -> Vec<Diagnostic> {
        if self.places.is_empty() {
            return Vec::new();
        }
        let known = known();
        let each = self.places.iter().flat_map(|(source, places)| places.iter().map(move |place| (source, place)));
        let unknown = each.filter(|(_, (key, _))| !known.contains(key));
        unknown
            .map(|(source, (key, span))| {
                let message = format!("nothing that the program declares has the label `{LABEL}{key}`");
                let hint = did_you_mean(key, known.iter().map(String::as_str));
                source.finding(&codes::UNUSED_MESSAGE, *span, message).hint_if(hint)
            })
            .collect()
    }
}

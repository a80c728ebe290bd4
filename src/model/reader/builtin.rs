//! Reading the models that come with the generator: by the same reader as those of sites, then put into the site's languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::tags::tags;
use crate::config::{Language, Languages, Localized};
use crate::diagnostics::Diagnostic;
use crate::model::builtin;
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::reader::collection;
use crate::model::reader::field::Vocabulary;
use crate::model::reader::labels::SiteLabels;
use crate::parse::{Source, Span};
use crate::position::{LanguageIx, List};

/// The model of a built-in collection as a site in `languages` begins with it, in its own words where it has some; `None` for
/// any other collection.
pub fn collection(
    id: &str,
    languages: &Languages,
    own: &SiteLabels,
    findings: &mut Vec<Diagnostic>,
) -> Option<Collection> {
    let source = Arc::new(Source::new(format!("builtin/{id}.yaml"), builtin::model(id)?));
    let labels: Languages = builtin::LANGUAGES.iter().map(|code| Language::new(code)).collect();
    let declared = collection::undeclared(id, &source, &labels);
    let vocabulary = Vocabulary::BuiltIn { labels: &labels, site: languages };
    let mut collection = collection::read(declared, vocabulary, findings);
    let labels = Labels::of(&labels, languages, own);
    each(&mut collection, &mut |key, text| labels.translate(key, text));
    Some(collection)
}

/// The labels of the built-in collections of a site that a language has words for, each with its key.
pub fn said<'i>(ids: impl Iterator<Item = &'i str>, tag: &str) -> Vec<(String, String)> {
    let languages: Languages = std::iter::once(Language::new(tag)).collect();
    let mut said = Vec::new();
    let is_spoken = tags(tag).iter().any(|tag| builtin::LANGUAGES.contains(&&**tag) || builtin::labels(tag).is_some());
    for mut collection in
        ids.filter(|_| is_spoken).filter_map(|id| collection(id, &languages, &SiteLabels::default(), &mut Vec::new()))
    {
        each(&mut collection, &mut |key, text| {
            said.extend(text.get(LanguageIx::SOURCE).map(|words| (key.to_owned(), words.to_string())));
        });
    }
    said
}

/// The keys of all labels.
pub fn keys() -> Vec<String> {
    said(builtin::MODELS.iter().map(|(id, _)| *id), "en").into_iter().map(|(key, _)| key).collect()
}

/// Every label of a collection, with its key.
fn each(collection: &mut Collection, put: &mut dyn FnMut(&str, &mut Localized)) {
    let id = collection.id.clone();
    put(&id, &mut collection.label);
    put(&format!("{id}-singular"), &mut collection.singular);
    put(&format!("{id}-segment"), &mut collection.segment);
    put(&format!("{id}-description"), &mut collection.listing.description);
    for (at, check) in collection.checks.iter_mut().enumerate() {
        put(&format!("{id}-check-{}", at + 1), &mut check.message);
    }
    collection.fields.iter_mut().for_each(|field| each_of(&format!("{id}-{}", field.name), field, put));
}

fn each_of(key: &str, field: &mut Field, put: &mut dyn FnMut(&str, &mut Localized)) {
    put(key, &mut field.label);
    put(&format!("{key}-help"), &mut field.help);
    // No file of the site declares it.
    field.span = Span::default();
    match &mut field.kind {
        FieldKind::Choice(options) => {
            options.iter_mut().for_each(|option| put(&format!("{key}-{}", option.id), &mut option.label));
        }
        FieldKind::List(item) => each_of(key, item, put),
        FieldKind::Group(fields) => {
            fields.iter_mut().for_each(|field| each_of(&format!("{key}-{}", field.name), field, put));
        }
        _ => {}
    }
}

/// Where a language of a site has its labels from.
enum Shown {
    /// From the model, which has them in that language.
    Model(LanguageIx),
    /// From words of its own, by key.
    Own(BTreeMap<&'static str, &'static str>),
}

/// Where each language of a site has its labels from.
struct Labels<'s> {
    site: &'s Languages,
    /// Its own words.
    own: &'s SiteLabels,
    shown: List<LanguageIx, Shown>,
}

impl<'s> Labels<'s> {
    /// The language itself, one that it inherits its words from, or the same in other letters; else the first.
    fn of(labels: &Languages, site: &'s Languages, own: &'s SiteLabels) -> Self {
        let at = |tag: &str| {
            let in_model = labels.position(|label| *label.code == *tag).map(Shown::Model);
            in_model.or_else(|| builtin::labels(tag).map(Shown::Own))
        };
        let shown = |language: &Language| {
            let name = language.code.split('-').next().map(str::to_owned);
            let mut all = tags(&language.code).into_iter().chain(name);
            all.find_map(|tag| at(&tag)).unwrap_or(Shown::Model(LanguageIx::SOURCE))
        };
        Labels { site, own, shown: site.iter().map(shown).collect() }
    }

    fn translate(&self, key: &str, text: &mut Localized) {
        let mut translated = Localized::empty(self.site);
        for (at, shown) in self.shown.entries() {
            if let Some(words) = self.own.get(at, key) {
                translated.set(at, words);
                continue;
            }
            let (language, own) = match shown {
                Shown::Model(language) => (*language, None),
                Shown::Own(own) => (LanguageIx::SOURCE, own.get(key)),
            };
            match (text.get(language), own) {
                (Some(_), Some(own)) => translated.set(at, *own),
                (Some(words), None) => translated.set(at, words.clone()),
                (None, _) => {}
            }
        }
        *text = translated;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::builtin::{LANGUAGES, MODELS, OWN_WORK, SOURCES};
    use crate::model::names::address_part;
    use crate::position::Position;

    fn languages(codes: &[&str]) -> Languages {
        codes.iter().map(|code| Language::new(code)).collect()
    }

    fn read(id: &str, codes: &[&str]) -> Collection {
        let mut findings = Vec::new();
        let collection = collection(id, &languages(codes), &SiteLabels::default(), &mut findings).expect("is built in");
        assert!(findings.is_empty(), "{id}: {findings:?}");
        collection
    }

    #[test]
    fn every_built_in_model_is_sound_and_labelled_in_each_language() {
        for (id, _) in MODELS {
            let collection = read(id, LANGUAGES);

            let fields = collection.fields.iter().filter(|field| !matches!(field.kind, FieldKind::Formula));
            let labels = fields.map(|field| &field.label).chain([&collection.label, &collection.singular]);
            assert!(labels.into_iter().all(|label| label.lacking().is_empty()), "{id}");
        }
    }

    #[test]
    fn labels_are_those_of_the_language_and_else_english() {
        let collection = read(SOURCES, &["cs", "de-AT", "fr", "es-MX", "zh-Hans", "zh-Hant"]);

        let (_, title) = collection.field("title").expect("is declared");
        let of = |text: &Localized| [0, 1, 2, 3, 4, 5].map(|at| text.text(LanguageIx::behind(at)).to_owned());
        assert_eq!(of(&title.label), ["Title", "Titel", "Titre", "Título", "标题", "标题"]);
        assert_eq!(of(&collection.segment)[1], "quellen");
        let (_, access) = collection.field("access").expect("is declared");
        let FieldKind::Choice(options) = &access.kind else { panic!("is a choice") };
        assert!(
            options
                .iter()
                .all(|option| option.label.text(LanguageIx::behind(3)) != option.label.text(LanguageIx::SOURCE)
                    || *option.id == *"original")
        );
    }

    #[test]
    fn each_further_language_labels_all_that_is_built_in() {
        fn keys(key: &str, field: &Field, found: &mut Vec<String>) {
            // What nobody labels has its own name.
            if *field.label.text(LanguageIx::SOURCE) != *field.name {
                found.push(key.to_owned());
            }
            if let FieldKind::Choice(options) = &field.kind {
                found.extend(options.iter().map(|option| format!("{key}-{}", option.id)));
            }
        }
        let mut needed = Vec::new();
        for (id, _) in MODELS {
            let collection = read(id, &["en"]);
            needed.extend([id.to_string(), format!("{id}-singular"), format!("{id}-segment")]);
            collection.fields.iter().for_each(|field| keys(&format!("{id}-{}", field.name), field, &mut needed));
        }
        for tag in builtin::labelled() {
            let labels = builtin::labels(tag).expect("has some");
            let lacking: Vec<_> = needed.iter().filter(|key| !labels.contains_key(key.as_str())).collect();
            assert_eq!((lacking, labels.len()), (Vec::new(), needed.len()), "{tag}");
            for (key, segment) in labels.iter().filter(|(key, _)| key.ends_with("-segment")) {
                assert_eq!(address_part(segment).as_deref(), Some(*segment), "{tag} {key}");
            }
        }
    }

    #[test]
    fn a_field_per_language_follows_the_languages_of_the_site() {
        let collection = read("terms", &["zh-Hans", "de"]);

        let (_, avoid) = collection.field("avoid").expect("is declared");
        let FieldKind::Group(fields) = &avoid.kind else { panic!("is a group") };
        assert_eq!(fields.iter().map(|field| &*field.name).collect::<Vec<_>>(), ["zh-Hans", "de"]);
        assert!(fields.iter().all(|field| matches!(field.kind, FieldKind::List(_))));
    }

    #[test]
    fn own_work_is_an_option_of_access() {
        let collection = read(SOURCES, &["en"]);

        let (_, access) = collection.field("access").expect("is declared");
        assert!(
            matches!(&access.kind, FieldKind::Choice(options) if options.iter().any(|option| *option.id == *OWN_WORK))
        );
    }
}

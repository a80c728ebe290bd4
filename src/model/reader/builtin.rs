//! Reading the models that come with the generator: by the same reader as those of sites, then put into the site's languages.

use std::sync::Arc;

use crate::config::{Language, Languages, Localized};
use crate::diagnostics::Diagnostic;
use crate::model::builtin;
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::reader::collection;
use crate::model::reader::field::Vocabulary;
use crate::parse::{Source, Span};
use crate::position::{LanguageIx, List};

/// The model of a built-in collection as a site in `languages` begins with it; `None` for any other collection.
pub fn collection(id: &str, languages: &Languages, findings: &mut Vec<Diagnostic>) -> Option<Collection> {
    let source = Arc::new(Source::new(format!("builtin/{id}.yaml"), builtin::model(id)?));
    let labels: Languages = builtin::LANGUAGES.iter().map(|code| Language::new(code)).collect();
    let declared = collection::undeclared(id, &source, &labels);
    let vocabulary = Vocabulary::BuiltIn { labels: &labels, site: languages };
    let mut collection = collection::read(declared, vocabulary, findings);
    Labels::of(&labels, languages).put_into(&mut collection);
    Some(collection)
}

/// For each language of a site the one whose labels it shows.
struct Labels<'s> {
    site: &'s Languages,
    shown: List<LanguageIx, LanguageIx>,
}

impl<'s> Labels<'s> {
    /// The language itself, whatever its region or script; else the first.
    fn of(labels: &Languages, site: &'s Languages) -> Self {
        let base = |language: &Language| language.code.split('-').next().map(str::to_owned);
        let shown =
            |language: &Language| labels.position(|label| base(label) == base(language)).unwrap_or(LanguageIx::SOURCE);
        Labels { site, shown: site.iter().map(shown).collect() }
    }

    fn put_into(&self, collection: &mut Collection) {
        for text in [
            &mut collection.label,
            &mut collection.singular,
            &mut collection.segment,
            &mut collection.listing.description,
        ] {
            self.translate(text);
        }
        collection.checks.iter_mut().for_each(|check| self.translate(&mut check.message));
        collection.fields.iter_mut().for_each(|field| self.label(field));
    }

    fn label(&self, field: &mut Field) {
        self.translate(&mut field.label);
        self.translate(&mut field.help);
        // No file of the site declares it.
        field.span = Span::default();
        match &mut field.kind {
            FieldKind::Choice(options) => options.iter_mut().for_each(|option| self.translate(&mut option.label)),
            FieldKind::List(item) => self.label(item),
            FieldKind::Group(fields) => fields.iter_mut().for_each(|field| self.label(field)),
            _ => {}
        }
    }

    fn translate(&self, text: &mut Localized) {
        let mut translated = Localized::empty(self.site);
        for (at, shown) in self.shown.entries() {
            if let Some(words) = text.get(*shown) {
                translated.set(at, words.clone());
            }
        }
        *text = translated;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::builtin::{LANGUAGES, MODELS, OWN_WORK, SOURCES};
    use crate::position::Position;

    fn languages(codes: &[&str]) -> Languages {
        codes.iter().map(|code| Language::new(code)).collect()
    }

    fn read(id: &str, codes: &[&str]) -> Collection {
        let mut findings = Vec::new();
        let collection = collection(id, &languages(codes), &mut findings).expect("is built in");
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
        let collection = read(SOURCES, &["zh-Hans", "de-AT", "fr"]);

        let (_, title) = collection.field("title").expect("is declared");
        assert_eq!([0, 1, 2].map(|at| title.label.text(LanguageIx::behind(at))), ["Title", "Titel", "Titre"]);
        assert_eq!(collection.segment.text(LanguageIx::behind(1)), "quellen");
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

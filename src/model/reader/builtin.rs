//! The models of the collections that come with the generator.

use std::sync::Arc;

use crate::config::{Language, Localized};
use crate::model::builtin::{CORRECTIONS, FIGURES, FORMULA_KEYS, OWN_WORK, SOURCES};
use crate::model::field::{
    ChoiceOption, Collection, CollectionKind, Field, FieldKind, Markup, NumberKind, Rejected, Roles, SortKey, Targets,
    Untranslated,
};
use crate::model::number::Number;
use crate::parse::{Source, Span};

/// The model of a built-in collection; `None` for any other.
pub fn collection(id: &str, source: &Arc<Source>, languages: &[Language]) -> Option<Collection> {
    let fields = match id {
        "sources" => sources(languages),
        "terms" => terms(languages),
        "figures" => figures(languages),
        "corrections" => corrections(languages),
        _ => return None,
    };
    let position = |name: &str| fields.iter().position(|field| &*field.name == name);
    let is_dated = id == CORRECTIONS;
    let roles = Roles {
        title: if is_dated { position("reason") } else { Some(0) },
        date: position("date").filter(|_| is_dated),
        ..Roles::default()
    };
    let sort = match roles.date {
        Some(field) => SortKey { field, descending: true },
        None => SortKey { field: 0, descending: false },
    };
    let schema = SCHEMAS.iter().find(|(known, _)| *known == id).map(|(_, schema)| Arc::from(*schema));
    let (_, label, singular, segment) = NAMES.iter().find(|(known, ..)| *known == id)?;
    Some(Collection {
        id: id.into(),
        label: words(label, languages),
        singular: words(singular, languages),
        segment: words(segment, languages),
        roles,
        sort: vec![sort],
        pages: true,
        untranslated: Untranslated::Fallback,
        kind: if is_dated { CollectionKind::News } else { CollectionKind::Records },
        checks: Vec::new(),
        feed: is_dated,
        per_page: None,
        permanent: id == FIGURES,
        schema,
        boundaries: None,
        record_template: None,
        index_template: None,
        fields,
        rejected: Rejected::Nothing,
        source: source.clone(),
    })
}

/// The same in English, German and French.
type Words = [&'static str; 3];

/// What built-in collections and one of their records are called, and their part of the address.
const NAMES: &[(&str, Words, Words, Words)] = &[
    ("sources", ["Sources", "Quellen", "Sources"], ["Source", "Quelle", "Source"], ["sources", "quellen", "sources"]),
    ("terms", ["Glossary", "Glossar", "Glossaire"], ["Term", "Begriff", "Terme"], ["glossary", "glossar", "glossaire"]),
    (
        "figures",
        ["Figures", "Kennzahlen", "Chiffres clés"],
        ["Figure", "Kennzahl", "Chiffre clé"],
        ["figures", "kennzahlen", "chiffres-cles"],
    ),
    (
        "corrections",
        ["Corrections", "Berichtigungen", "Rectificatifs"],
        ["Correction", "Berichtigung", "Rectificatif"],
        ["corrections", "berichtigungen", "rectificatifs"],
    ),
];

/// What records of built-in collections are in the words of schema.org.
const SCHEMAS: &[(&str, &str)] = &[("sources", "CreativeWork"), ("terms", "DefinedTerm"), ("figures", "Dataset")];

/// What built-in fields and options are called.
const LABELS: &[(&str, Words)] = &[
    ("title", ["Title", "Titel", "Titre"]),
    ("language", ["Language", "Sprache", "Langue"]),
    ("publisher", ["Publisher", "Herausgeber", "Éditeur"]),
    ("date", ["Date", "Datum", "Date"]),
    ("url", ["Address", "Adresse", "Adresse"]),
    ("seen", ["Last seen", "Zuletzt gesehen", "Consulté le"]),
    ("access", ["Access", "Zugang", "Accès"]),
    ("original", ["original", "Original", "original"]),
    ("repost", ["repost", "Weiterveröffentlichung", "reprise"]),
    ("file", ["file", "Datei", "fichier"]),
    ("own", ["own work", "eigene Arbeit", "travail de la rédaction"]),
    ("short", ["Short citation", "Kurzbeleg", "Référence courte"]),
    ("note", ["Note", "Anmerkung", "Remarque"]),
    ("term", ["Term", "Begriff", "Terme"]),
    ("definition", ["Definition", "Definition", "Définition"]),
    ("abbreviation", ["Abbreviation", "Abkürzung", "Abréviation"]),
    ("label", ["Name", "Bezeichnung", "Intitulé"]),
    ("reported", ["Reported", "Laut Quelle", "Selon la source"]),
    ("complete", ["List is complete", "Liste ist vollständig", "Liste complète"]),
    ("decimals", ["Decimals", "Nachkommastellen", "Décimales"]),
    ("unit", ["Unit", "Einheit", "Unité"]),
    ("kind", ["Kind", "Art", "Nature"]),
    ("revision", ["revision", "Revision", "révision"]),
    ("correction", ["correction", "Berichtigung", "rectification"]),
    ("grade", ["Grade", "Schwere", "Gravité"]),
    ("minor", ["minor", "gering", "mineure"]),
    ("major", ["major", "erheblich", "importante"]),
    ("serious", ["serious", "schwer", "grave"]),
    ("reason", ["Reason", "Grund", "Motif"]),
    ("of", ["Concerns", "Betrifft", "Objet"]),
    ("field", ["Field", "Angabe", "Donnée"]),
    ("group", ["Group", "Gruppe", "Groupe"]),
    ("on", ["As of", "Stand", "État au"]),
    ("was", ["Was", "Bisher", "Ancienne valeur"]),
    ("now", ["Now", "Jetzt", "Nouvelle valeur"]),
    ("avoid", ["Not to be used", "Nicht zu verwenden", "À éviter"]),
];

/// Words per language of the site; English where we have none.
fn words(words: &Words, languages: &[Language]) -> Localized {
    let mut localized = Localized::empty(languages.len());
    for (at, language) in languages.iter().enumerate() {
        let known = match language.code.split('-').next() {
            Some("de") => words[1],
            Some("fr") => words[2],
            _ => words[0],
        };
        localized.set(at, known);
    }
    localized
}

fn label(name: &str, languages: &[Language]) -> Localized {
    let known = LABELS.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| Localized::same(name, languages.len()), |(_, label)| words(label, languages))
}

/// `title` (in its own `language`), `short`, `publisher`, `date`, `url`, `seen`, `access`, `file`, `note`.
fn sources(languages: &[Language]) -> Vec<Field> {
    let text = |language: Option<&str>, translated| FieldKind::Text {
        translated,
        markup: Markup::Plain,
        language: language.map(Arc::from),
    };
    let access = ["original", "repost", "file", OWN_WORK];
    let option = |id: &&str| ChoiceOption { id: (*id).into(), label: label(id, languages) };
    let mut fields = vec![
        field("title", text(Some("language"), false), languages),
        Field { one_text: true, ..field("short", text(None, true), languages) },
        field("language", FieldKind::Language, languages),
        field("publisher", text(None, false), languages),
        field("date", FieldKind::Date, languages),
        // The address of the source itself; a view's `url` is the page on this site.
        Field { view_name: "link".into(), ..field("url", FieldKind::Url, languages) },
        field("seen", FieldKind::Date, languages),
        field("access", FieldKind::Choice(access.iter().map(option).collect()), languages),
        field("file", FieldKind::File, languages),
        field("note", text(None, true), languages),
    ];
    fields[0].required = true;
    set_schema(
        &mut fields,
        &[("language", "inLanguage"), ("publisher", "publisher"), ("date", "datePublished"), ("url", "sameAs")],
    );
    fields
}

/// `term`, `definition`, `abbreviation` per language, and `avoid`: words not to use, a list per language.
fn terms(languages: &[Language]) -> Vec<Field> {
    let translated = |markup| FieldKind::Text { translated: true, markup, language: None };
    let words = || {
        FieldKind::List(Box::new(field(
            "item",
            FieldKind::Text { translated: false, markup: Markup::Plain, language: None },
            languages,
        )))
    };
    let avoid = languages.iter().map(|language| field(&language.code, words(), languages)).collect();
    let mut fields = vec![
        field("term", translated(Markup::Plain), languages),
        field("definition", translated(Markup::Inline), languages),
        field("abbreviation", translated(Markup::Plain), languages),
        field("avoid", FieldKind::Group(avoid), languages),
    ];
    fields[0].required = true;
    set_schema(&mut fields, &[("definition", "description"), ("abbreviation", "alternateName")]);
    fields
}

/// What a figure says beside how it is computed: `label definition note unit decimals complete reported`.
fn figures(languages: &[Language]) -> Vec<Field> {
    let translated = |markup| FieldKind::Text { translated: true, markup, language: None };
    let unit = FieldKind::Text { translated: false, markup: Markup::Plain, language: None };
    let limit = |text: &str| Number::parse(text);
    let decimals = NumberKind { whole: true, min: limit("0"), max: limit("12"), ..NumberKind::default() };
    let reported = NumberKind { elsewhere: true, ..NumberKind::default() };
    let mut fields = vec![
        field("label", translated(Markup::Plain), languages),
        field("definition", translated(Markup::Inline), languages),
        field("note", translated(Markup::Inline), languages),
        field("unit", unit, languages),
        field("decimals", FieldKind::Number(decimals), languages),
        field("complete", FieldKind::Boolean, languages),
        Field { tracked: true, ..field("reported", FieldKind::Number(reported), languages) },
    ];
    fields.extend(FORMULA_KEYS.iter().map(|key| field(key, FieldKind::Formula, languages)));
    fields[0].required = true;
    fields
}

/// What was published and is not so, or is known better now: checked against the publication record.
fn corrections(languages: &[Language]) -> Vec<Field> {
    let text = |translated, markup| FieldKind::Text { translated, markup, language: None };
    let choice = |options: &[&str]| {
        let option = |id: &&str| ChoiceOption { id: (*id).into(), label: label(id, languages) };
        FieldKind::Choice(options.iter().map(option).collect())
    };
    let of = FieldKind::Reference { to: Targets::Any, back: Some(CORRECTIONS.into()) };
    let plain = || text(false, Markup::Plain);
    let mut fields = vec![
        field("kind", choice(&["revision", "correction"]), languages),
        field("grade", choice(&["minor", "major", "serious"]), languages),
        field("date", FieldKind::Date, languages),
        field("reason", text(true, Markup::Plain), languages),
        field("of", of, languages),
        field("field", plain(), languages),
        field("group", plain(), languages),
        field("on", FieldKind::Date, languages),
        field("was", plain(), languages),
        field("now", plain(), languages),
    ];
    fields[..5].iter_mut().for_each(|field| field.required = true);
    fields
}

/// Names the properties of fields in the words of schema.org.
fn set_schema(fields: &mut [Field], properties: &[(&str, &str)]) {
    for (name, property) in properties {
        fields
            .iter_mut()
            .filter(|field| *field.name == **name)
            .for_each(|field| field.schema = Some((*property).into()));
    }
}

fn field(name: &str, kind: FieldKind, languages: &[Language]) -> Field {
    let name: Arc<str> = name.into();
    Field {
        view_name: name.clone(),
        label: label(&name, languages),
        name,
        kind,
        required: false,
        tracked: false,
        unique: None,
        sourced: true,
        one_text: false,
        help: Localized::empty(languages.len()),
        schema: None,
        span: Span::default(),
    }
}

/// What the `source` of a fact refers to.
pub fn source_targets() -> Targets {
    Targets::One(SOURCES.into())
}

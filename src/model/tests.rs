//! Records from files, at the edges.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Config, Run};
use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::model::reader::read;
use crate::model::record::{Model, Record};
use crate::model::value::{self, Bound, Given, Value};
use crate::parse::{Files, Source};
use crate::position::{CollectionIx, FieldIx, LanguageIx, Position};

/// Files in memory.
pub struct Memory(pub BTreeMap<String, String>);

impl Files for Memory {
    fn paths(&self) -> Arc<[Arc<str>]> {
        self.0.keys().map(|path| path.as_str().into()).collect()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let text = self.0.get(path).map(|text| text.clone().into_bytes());
        text.ok_or_else(|| Box::new(Diagnostic::new(&codes::UNREADABLE, Place::file(path), "does not exist")))
    }
}

/// A run on the day that the tests are of.
pub fn run() -> Run {
    Run::on(jiff::civil::date(2026, 11, 24))
}

/// Settings for two languages, as of a day.
pub fn config() -> Config {
    let text = "title: T\nbase_url: https://x.example\nlanguages: [en, de]\n";
    crate::config::read(Arc::new(Source::new("content/site.yaml", text)), &run()).value
}

/// The model of some files below `content/`.
pub fn model_of(files: &[(&str, &str)]) -> Checked<Model> {
    let files: BTreeMap<String, String> =
        files.iter().map(|(path, text)| (format!("content/{path}"), (*text).to_owned())).collect();
    read(&Memory(files), &config(), &run())
}

const PARKS: &str = "label: {en: Parks, de: Parks}\nroles: {title: name}\nfields:\n  name: {type: text}\n  code: {type: text}\n  trees: {type: integer}\n  open: {type: boolean}\n  words: {type: text, translated: true}\n";

fn only_record(facts: &str) -> (Record, Vec<Diagnostic>) {
    let mut checked = model_of(&[("parks/_collection.yaml", PARKS), ("parks/north.yaml", facts)]);
    (
        Arc::into_inner(checked.value.records[CollectionIx::behind(0)].remove(0)).expect("nobody else has it"),
        checked.diagnostics,
    )
}

fn fact(record: &Record, at: usize) -> &value::Fact {
    &record.entries[FieldIx::behind(at)].entry().expect("is written").history[0]
}

#[test]
fn the_type_decides_what_a_word_means() {
    let (record, findings) = only_record("name: no\ncode: 1.10\nopen: false\n");

    assert_eq!(fact(&record, 0).value(), Some(&Value::Text("no".into())));
    assert_eq!(fact(&record, 1).value(), Some(&Value::Text("1.10".into())));
    assert_eq!(fact(&record, 3).value(), Some(&Value::Boolean(false)));
    assert!(findings.is_empty());
    assert_eq!(only_record("open: no\n").1[0].code.name, "wrong-type");
}

#[test]
fn the_long_form_carries_where_a_fact_comes_from() {
    let (record, findings) = only_record("trees: {is: 600, bound: more-than, by: 2022-02, source: [a, b]}\n");

    let fact = fact(&record, 2);
    assert_eq!((fact.bound, fact.sources.len()), (Some(Bound::MoreThan), 2));
    assert_eq!(fact.by().map(|date| date.to_string()).as_deref(), Some("2022-02"));
    assert!(findings.is_empty());
}

#[test]
fn a_map_of_languages_is_a_translation_and_never_the_long_form() {
    let (record, _) = only_record("words: {en: One, de: Eins}\n");

    assert!(
        matches!(&fact(&record, 4).given, Given::Value(Value::Localized(text)) if text.text(LanguageIx::behind(1)) == "Eins")
    );
}

#[test]
fn numbers_that_look_right_to_people_get_a_hint() {
    let hint = |text: &str| only_record(&format!("trees: {text}\n")).1.remove(0).hint.unwrap_or_default();

    assert_eq!(hint("1,000"), "write 1000 if the sign separates thousands, 1.000 if it is the decimal sign");
    assert_eq!(hint("'>20'"), "write `{is: 20, bound: more-than}`");
    assert_eq!(hint("31,9"), "the decimal sign is a point: 31.9");
}

#[test]
fn a_shelf_adds_nothing_to_the_id() {
    let checked = model_of(&[
        ("parks/_collection.yaml", PARKS),
        ("parks/2022/spring/north/facts.yaml", "name: North\n"),
        ("parks/2022/spring/north/plan.pdf", ""),
        ("parks/south.yaml", "name: South\n"),
    ]);

    let ids: Vec<&str> = checked.value.records[CollectionIx::behind(0)].iter().map(|record| &*record.id).collect();
    assert_eq!(ids, ["north", "south"]);
    assert_eq!(&*checked.value.records[CollectionIx::behind(0)][0].attachments[0], "plan.pdf");
    assert!(checked.diagnostics.is_empty());
}

#[test]
fn built_in_collections_may_add_fields_and_not_change_their_own() {
    let added = "label: {en: S, de: S}\nfields:\n  place: {type: text}\n  title: {type: integer}\n";

    let checked = model_of(&[("sources/_collection.yaml", added)]);

    assert!(checked.value.collections[CollectionIx::behind(0)].field("place").is_some());
    assert_eq!(checked.diagnostics[0].message, "`title` comes with the generator and cannot be changed");
}

//! Connections, order and the value of a day.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostics::Checked;
use crate::model::record::Model;
use crate::model::tests::{config, model_of, run};
use crate::model::value::Value;
use crate::position::{FieldIx, LanguageIx, Position};

const CITIES: &str = "label: {en: C, de: C}\nroles: {title: name}\nfields:\n  name: {type: text}\n";
const CENTERS: &str = "label: {en: C, de: C}\nroles: {title: name}\nsort: [-size, name]\nfields:\n  name: {type: text}\n  size: {type: decimal}\n  state: {type: text, tracked: true}\n  cities:\n    type: list\n    of: {type: group, fields: {city: {type: reference, to: cities}, role: {type: text}}}\n";

fn site(files: &[(&str, &str)]) -> Checked<Site> {
    let mut all = vec![("cities/_collection.yaml", CITIES), ("centers/_collection.yaml", CENTERS)];
    all.extend(files);
    let model = model_of(&all);
    assert!(model.diagnostics.is_empty(), "{:?}", model.diagnostics);
    resolved(model.value)
}

pub(in crate::link) fn resolved(model: Model) -> Checked<Site> {
    let config = config();
    let locales = crate::locale::build(&config, &BTreeMap::new()).value;
    resolve::all(model, &config, &run(), &locales)
}

pub(in crate::link) fn record(site: &Site, key: &str) -> RecordIx {
    match site.find(key) {
        Ok(Target::Record(record)) => record,
        other => panic!("{key}: {other:?}"),
    }
}

#[test]
fn the_other_side_knows_the_record_and_the_item() {
    let site = site(&[
        ("cities/zibo.yaml", "name: Zibo\n"),
        ("centers/a.yaml", "name: A\ncities: [{city: zibo, role: x}, {role: y}, {city: zibo}]\n"),
    ])
    .value;

    let zibo = site.get(record(&site, "cities/zibo"));
    let name = BackReferenceIx::behind(0);
    assert_eq!(&*site.back_references[zibo.at.collection][name].name, "centers");
    let items: Vec<Option<u32>> = site.referrers(zibo.at, name).map(|back| back.item).collect();
    assert_eq!(items, [Some(0), Some(2)]);
}

#[test]
fn the_greatest_comes_first_and_the_missing_last() {
    let site = site(&[
        ("centers/a.yaml", "name: A\nsize: 9\n"),
        ("centers/b.yaml", "name: B\n"),
        ("centers/c.yaml", "name: C\nsize: 10.5\n"),
        ("centers/d.yaml", "name: A\nsize: 9\n"),
    ])
    .value;

    let centers = site.collection_named("centers").expect("is there");
    let ids: Vec<String> = site.ordered(centers, LanguageIx::SOURCE).map(|record| site.key(record)).collect();
    assert_eq!(ids, ["centers/c", "centers/a", "centers/d", "centers/b"]);
}

#[test]
fn a_value_without_date_counts_from_its_source() {
    let source = ("sources/r.yaml", "title: R\ndate: 2021-05\n");
    let dated = site(&[source, ("centers/a.yaml", "name: A\nstate: {is: open, source: r}\n")]);
    let undated = site(&[("centers/a.yaml", "name: A\nstate: open\n")]);

    assert!(dated.diagnostics.is_empty());
    let center = dated.value.get(record(&dated.value, "centers/a"));
    assert!(center.value(FieldIx::behind(2)).is_some());
    assert_eq!(undated.diagnostics[0].code.name, "history");
}

#[test]
fn what_nobody_dates_holds_until_what_is_yet_to_come() {
    let source = ("sources/r.yaml", "title: R\n");
    let state = "name: A\nstate: [{is: open, source: r}, {is: closed, since: 2030, status: forecast}]\n";
    let site = site(&[source, ("centers/a.yaml", state)]).value;

    let (center, state) = (record(&site, "centers/a"), FieldIx::behind(2));
    let on_the_day = site.fact_on(center, state, site.as_of);
    assert_eq!(on_the_day.and_then(Fact::value), Some(&Value::Text("open".into())));
    assert_eq!(on_the_day, site.get(center).fact(state));
}

#[test]
fn held_records_leave_no_trace() {
    let site = site(&[
        ("cities/zibo.yaml", "name: Zibo\ndraft: true\n"),
        ("centers/a.yaml", "name: A\ncities: [{city: zibo}]\n"),
        ("centers/b.yaml", "name: B\npublish_on: 2026-11-25\n"),
        ("centers/c.yaml", "name: C\nexpires_on: 2026-11-24\n"),
    ]);

    assert!(site.diagnostics.is_empty());
    assert_eq!(site.value.find("cities/zibo"), Err(Nowhere::Withheld(Hidden::Draft)));
    assert_eq!(site.value.records.iter().map(Vec::len).sum::<usize>(), 1);
}

#[test]
fn names_that_clash_are_a_mistake_of_the_model() {
    let cities =
        "label: {en: C, de: C}\nroles: {title: name}\nfields:\n  name: {type: text}\n  centers: {type: integer}\n";
    let model = model_of(&[("cities/_collection.yaml", cities), ("centers/_collection.yaml", CENTERS)]);

    let findings = resolved(model.value).diagnostics;

    assert_eq!(findings[0].hint.as_deref(), Some("name the other direction: `back: cities_of`"));
}

#[test]
fn references_deep_in_a_list_belong_to_the_outer_item() {
    let centers = "label: {en: C, de: C}\nroles: {title: name}\nfields:\n  name: {type: text}\n  visits:\n    type: list\n    of: {type: group, fields: {stops: {type: list, of: {type: group, fields: {city: {type: reference, to: cities}}}}}}\n";
    let files = [
        ("cities/_collection.yaml", CITIES),
        ("cities/zibo.yaml", "name: Zibo\n"),
        ("centers/_collection.yaml", centers),
        ("centers/a.yaml", "name: A\nvisits: [{stops: [{}, {}, {city: zibo}]}]\n"),
    ];

    let site = resolved(model_of(&files).value).value;

    let mut back = site.referrers(record(&site, "cities/zibo"), BackReferenceIx::behind(0));
    assert_eq!(back.next().map(|back| back.item), Some(Some(0)));
}

#[test]
fn every_reference_of_a_group_has_its_own_way_back() {
    let centers = "label: {en: C, de: C}\nroles: {title: name}\nfields:\n  name: {type: text}\n  ways:\n    type: list\n    of: {type: group, fields: {from: {type: reference, to: cities, back: ways_out}, to: {type: reference, to: cities, back: ways_in}}}\n";
    let files = [
        ("cities/_collection.yaml", CITIES),
        ("cities/zibo.yaml", "name: Zibo\n"),
        ("centers/_collection.yaml", centers),
        ("centers/a.yaml", "name: A\nways: [{to: zibo}]\n"),
    ];

    let site = resolved(model_of(&files).value).value;

    let zibo = record(&site, "cities/zibo");
    let fields = &site.back_references[zibo.collection];
    let names: Vec<&str> = fields.iter().map(|back| &*back.name).collect();
    let counts: Vec<usize> = fields.positions().map(|name| site.referrers(zibo, name).len()).collect();
    assert_eq!((names, counts), (vec!["ways_out", "ways_in"], vec![0, 1]));
}

#[test]
fn a_part_of_a_forecast_is_one_and_may_begin_after_its_source() {
    let source = ("sources/r.yaml", "title: R\nlanguage: en\ndate: 2021-05\n");
    let facts = |status: &str| {
        format!("name: A\nsource: r\ncities: {{is: [{{role: {{is: x, since: 2031}}}}, {{role: y}}]{status}}}\n")
    };
    let codes = |facts: &str| {
        let findings = site(&[source, ("centers/a.yaml", facts)]).diagnostics;
        findings.iter().map(|finding| finding.code.name).collect::<Vec<_>>()
    };

    assert_eq!(codes(&facts("")), ["after-as-of", "later-than-source"]);
    assert_eq!(codes(&facts(", status: forecast")), [""; 0]);
}

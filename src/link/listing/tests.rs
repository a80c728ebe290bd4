//! What is chosen where a model says nothing, at its limits.

use crate::link::tests::{record, resolved};
use crate::model::tests::model_of;
use crate::position::Position as _;

use super::*;

const COUNTRIES: &str = "label: {en: C, de: C}\nroles: {title: name}\nfields:\n  name: {type: text}\n  region: {type: choice, options: {north: {en: North, de: Nord}, south: {en: South, de: Süd}}}\n";

/// A site of projects with these settings and fields beside the name, and one record for each of `facts`.
fn projects(model: &str, facts: &[String]) -> Site {
    let model = format!("label: {{en: P, de: P}}\nroles: {{title: name}}\n{model}");
    let named: Vec<(String, String)> = (1..)
        .zip(facts)
        .map(|(at, facts)| (format!("projects/p{at:03}/facts.yaml"), format!("name: P{at}\n{facts}")))
        .flat_map(|record| [(record.0.replace("facts.yaml", "a.jpg"), String::new()), record])
        .collect();
    let mut files = vec![("countries/_collection.yaml", COUNTRIES), ("projects/_collection.yaml", &*model)];
    files.push(("countries/kenya.yaml", "name: Kenya\nregion: south\n"));
    files.push(("countries/norway.yaml", "name: Norway\nregion: north\n"));
    files.extend(named.iter().map(|(path, text)| (&**path, &**text)));
    let model = model_of(&files);
    assert!(model.diagnostics.is_empty(), "{:?}", model.diagnostics);
    resolved(model.value).value
}

fn chosen(site: &Site) -> Chosen {
    super::chosen(site, site.collection_named("projects").expect("is there"))
}

fn paths(listed: &[ListedField]) -> Vec<&str> {
    listed.iter().map(|listed| &*listed.path).collect()
}

/// So many records, each with the facts that `facts` makes of its number.
fn records(count: usize, facts: impl Fn(usize) -> String) -> Vec<String> {
    (0..count).map(facts).collect()
}

#[test]
fn columns_are_what_is_sorted_by_then_what_is_required_then_the_rest() {
    let fields = "sort: [-approved, name]\nfields:\n  name: {type: text}\n  open: {type: boolean}\n  country: {type: reference, to: countries, required: true}\n  approved: {type: date}\n  size: {type: decimal, unit: kW}\n  language: {type: language}\n  beds: {type: integer}\n  stage: {type: choice, options: [a]}\n";
    let fields = fields.replace("[a]", "{a: {en: A, de: A}}");
    let all = "open: true\ncountry: kenya\napproved: 2024\nsize: 1\nlanguage: en\nbeds: 4\nstage: a\n";

    let site = projects(&fields, &records(2, |_| all.to_owned()));

    assert_eq!(paths(&chosen(&site).columns), ["approved", "country", "open", "size", "language"]);
    assert_eq!(chosen(&site).glance, chosen(&site).columns);
}

#[test]
fn a_number_without_unit_is_a_column_if_the_list_is_sorted_by_it() {
    let fields = "fields:\n  name: {type: text}\n  beds: {type: integer}\n";
    let facts = [String::from("beds: 4\n")];

    assert_eq!(paths(&chosen(&projects(fields, &facts)).columns), [""; 0]);
    assert_eq!(paths(&chosen(&projects(&format!("sort: [-beds]\n{fields}"), &facts)).columns), ["beds"]);
}

#[test]
fn texts_pictures_and_what_plays_a_part_are_no_columns() {
    let fields = "fields:\n  name: {type: text}\n  short: {type: text}\n  code: {type: text}\n  website: {type: url}\n  place: {type: location}\n  partners: {type: list, of: {type: reference, to: countries}}\n  seat: {type: group, fields: {city: {type: text}}}\n  date: {type: date}\n";
    let facts = "short: P\ncode: x\nwebsite: https://x.example\nplace: {latitude: 1, longitude: 1}\npartners: [kenya]\nseat: {city: A}\ndate: 2024\n";

    let site = projects(fields, &[facts.to_owned()]);

    assert_eq!(paths(&chosen(&site).columns), ["date"]);
}

#[test]
fn a_field_that_most_records_lack_is_no_column() {
    let fields = "fields:\n  name: {type: text}\n  half: {type: boolean}\n  less: {type: boolean}\n";
    let facts = ["half: true\nless: true\n", "half: false\nless: {missing: not-available}\n", "", ""];

    let site = projects(fields, &facts.map(str::to_owned));

    assert_eq!(paths(&chosen(&site).columns), ["half"]);
}

#[test]
fn a_facet_has_two_to_forty_values() {
    let options: Vec<String> = (0..41).map(|at| format!("o{at}: {{en: O, de: O}}")).collect();
    let fields = format!(
        "choices: {{many: {{{}}}}}\nfields:\n  name: {{type: text}}\n  one: {{type: boolean}}\n  forty: {{type: choice, options: many}}\n  more: {{type: choice, options: many}}\n  partners: {{type: list, of: {{type: reference, to: countries}}}}\n  beds: {{type: integer, unit: kW}}\n",
        options.join(", ")
    );
    let facts = records(41, |at| {
        format!("one: true\nforty: o{}\nmore: o{at}\npartners: [kenya, norway]\nbeds: {}\n", at % 40, at % 3)
    });

    let site = projects(&fields, &facts);

    assert_eq!(paths(&chosen(&site).facets), ["forty", "partners"]);
}

#[test]
fn there_are_four_facets_at_most_and_dates_only_of_long_lists() {
    let fields = "fields:\n  name: {type: text}\n  opened: {type: date}\n  a: {type: boolean}\n  b: {type: boolean}\n  c: {type: boolean}\n  d: {type: boolean}\n";
    let facts = |at: usize| {
        let yes = at % 2 < 1;
        format!("opened: {}-05\na: {yes}\nb: {yes}\nc: {yes}\nd: {yes}\n", 2020 + at % 2)
    };

    assert_eq!(paths(&chosen(&projects(fields, &records(50, facts))).facets), ["a", "b", "c", "d"]);
    assert_eq!(paths(&chosen(&projects(fields, &records(51, facts))).facets), ["opened", "a", "b", "c"]);
}

#[test]
fn six_images_in_ten_make_a_gallery() {
    let fields = "fields:\n  name: {type: text}\n  open: {type: boolean}\n  image: {type: image}\n";
    let image = "image: {file: a.jpg, alt: {en: A, de: A}}\n";
    let layout = |with_image: usize| {
        let facts = records(10, |at| if at < with_image { image.to_owned() } else { String::new() });
        chosen(&projects(fields, &facts)).layout
    };

    assert_eq!((layout(6), layout(5)), (Layout::Gallery, Layout::Table));
    let without_columns = projects("fields: {name: {type: text}}\n", &records(1, |_| String::new()));
    assert_eq!(chosen(&without_columns).layout, Layout::List);
}

#[test]
fn letters_lead_through_long_lists_in_the_order_of_titles() {
    let letters = |sort: &str, count: usize| {
        let model = format!("{sort}fields: {{name: {{type: text}}, beds: {{type: integer}}}}\n");
        chosen(&projects(&model, &records(count, |_| String::new()))).letters
    };

    assert!(letters("", 41) && letters("sort: [name, beds]\n", 41));
    assert!(!letters("", 40) && !letters("sort: [-name]\n", 41) && !letters("sort: [beds, name]\n", 41));
    assert!(letters("az: true\nsort: [beds]\n", 1) && !letters("az: false\n", 41));
}

#[test]
fn what_a_model_names_is_taken_as_it_is() {
    let model = "columns: [country.region, country]\nglance: []\nfacets: [country.region]\nlayout: list\nfields:\n  name: {type: text}\n  country: {type: reference, to: countries}\n  open: {type: boolean}\n";

    let site = projects(model, &["country: kenya\nopen: true\n".to_owned(), "open: true\n".to_owned()]);

    let Chosen { columns, glance, facets, layout, .. } = chosen(&site);
    assert_eq!((paths(&columns), paths(&glance), layout), (vec!["country.region", "country"], vec![], Layout::List));
    assert_eq!(paths(&facets), ["country.region"]);
    let (first, second) = (record(&site, "projects/p001"), record(&site, "projects/p002"));
    assert_eq!(teller(&site, first, &columns[0]), Some((record(&site, "countries/kenya"), FieldIx::behind(1))));
    assert_eq!(teller(&site, second, &columns[0]), None);
    assert_eq!(Vec::from_iter(facet_values(&site, first, &facets[0])), [FacetValue::Option(OptionIx::behind(1))]);
    assert!(facet_values(&site, second, &facets[0]).is_empty());
}

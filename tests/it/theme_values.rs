//! What templates are told of facts and collections, so that a theme need not know a site's names.

use crate::support::small;

#[test]
fn a_fact_says_its_type_and_role_and_a_collection_its_roles_and_order() {
    let template = "{% set c = page.collection %}{{ c.roles.title }} {{ c.roles.image is none }} \
        {{ c.sort.field }} {{ c.sort.kind }} {{ c.sort.descending }}\
        {% for field in [\"name\", \"area\"] %}{% set f = fact(record=record, field=field) %}, \
        {{ f.field }} {{ f.kind }} {{ f.role or \"-\" }}{% endfor %}";
    let built = small().with("content/templates/parks/record.html", template).build();

    let page = built.text("en/parks/north/index.html");
    assert_eq!(page, "name true area decimal true, name text title, area decimal -");
}

#[test]
fn a_built_in_collection_that_a_site_has_not_is_none() {
    let template = "{{ collection(of=\"terms\") is none }} {% set c = collection(of=\"sources\") %}{{ c.id }}";
    let built = small().with("content/templates/parks/record.html", template).build();

    assert_eq!(built.text("en/parks/north/index.html"), "true sources");
}

#[test]
fn a_text_has_a_letter_in_a_list_from_a_to_z() {
    let template = "{{ \"Ärztehaus\" | letter }} {{ \"‘école’\" | letter }} {{ \"3 Parks\" | letter }} \
        {{ \"济南\" | letter }} [{{ \"–\" | letter }}]";
    let built = small().with("content/templates/parks/record.html", template).build();

    assert_eq!(built.text("en/parks/north/index.html"), "A E 3 济 []");
}

#[test]
fn a_figure_says_which_field_it_measures() {
    let figures = "label: {en: Figures, de: Kennzahlen}\n";
    let measured = |key: &str, rest: &str| {
        let template = "{% set f = figure(key=record.key) %}[{{ f.measure }}]";
        let built = small()
            .with("content/figures/_collection.yaml", figures)
            .with("content/figures/it.yaml", &format!("label: {{en: It, de: Es}}\n{key}: {rest}\n"))
            .with("content/templates/figures/record.html", template)
            .build();
        built.text("en/figures/it/index.html").to_owned()
    };

    assert_eq!(measured("sum", "parks.area"), "[area]");
    assert_eq!(measured("count", "parks"), "[]");
}

#[test]
fn a_list_of_choices_has_its_own_label_and_the_options_of_its_items() {
    let model = "label: {en: Topics, de: Themen}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true}\n  \
        topics:\n    type: list\n    label: {en: What it is about, de: Worum es geht}\n    \
        of: {type: choice, options: {energy: {en: Energy, de: Energie}}}\n";
    let template = "{% set o = options(of=\"towns\", field=\"topics\") %}\
        {{ label(of=\"towns\", field=\"topics\") }}: {{ o[0].label }}, \
        {{ option(of=\"towns\", field=\"topics\", value=\"energy\") }}";
    let built = small()
        .with("content/towns/_collection.yaml", model)
        .with("content/towns/jinan.yaml", "name: {en: Jinan, de: Jinan}\ntopics: [energy]\n")
        .with("content/templates/towns/record.html", template)
        .build();

    assert_eq!(built.text("en/towns/jinan/index.html"), "What it is about: Energy, Energy");
}

//! What templates are told that lists show: columns, cells, the line at a glance, facets.

use crate::support::{Site, small};

const COUNTRIES: &str = "label: {en: Countries, de: Länder}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true}\n  region: {type: choice, label: {en: Region, de: Region}, options: {africa: {en: Africa, de: Afrika}, europe: {en: Europe, de: Europa}}}\n";
const PROJECTS: &str = "label: {en: Projects, de: Projekte}\nsingular: {en: Project, de: Projekt}\nsegment: {en: projects, de: projekte}\ndescription: {en: All loans., de: Alle Kredite.}\nroles: {title: name}\nper_page: 20\ncolumns: [country, country.region, stage, approved, paid, code]\nglance: [stage, paid, code]\nfields:\n  name: {type: text}\n  country: {type: reference, to: countries, label: {en: Country, de: Land}}\n  stage: {type: choice, tracked: true, label: {en: Stage, de: Stufe}, options: {approved: {en: approved, de: bewilligt}, active: {en: under way, de: im Gang}}}\n  approved: {type: date, label: {en: Approved, de: Bewilligt}}\n  paid: {type: decimal, unit: USD, display: compact, label: {en: Paid, de: Ausgezahlt}}\n  code: {type: text, label: {en: Code, de: Kennung}}\n";
/// What lists are told of the collection of an index.
pub const LISTS: &str = "{{ collection.layout }} {{ collection.az }}{% for c in columns(of=collection.id) %}{{ c.field }} {{ c.label }}{% endfor %}{% for f in facets(of=collection.id) %}{{ f.field }}:{% for o in f.options %} {{ o.value }} {{ o.label }} {{ o.count }} {{ o.url | default(value=\"\") }}{% endfor %}{{ f.missing }}{% endfor %}{% for r in records %}{{ render(record=r, template=\"listed.html\") }}{% endfor %}";
/// What they are told of a record.
pub const LISTED: &str = "{% for c in cells(record=record) %}{{ c.field }} {{ c.label }}: {{ c.shown }} [{{ c.sort }}]{% endfor %}{% for c in glance(record=record) %}{{ c.label }}: {{ c.shown }}{% endfor %}{% for f in facet_values(record=record) %}{{ f.field }}: {% for v in f.values %}{{ v }}{% endfor %}{% endfor %}";
/// One line a column, and one a cell.
const INDEX: &str = "{% for c in columns(of=collection.id) %}{{ c.field }} · {{ c.label }} · {% if c.unit %}{{ c.unit }}{% endif %} · {{ c.align }} · {{ c.kind }} · {{ c.ordered }}\n{% endfor %}{% for r in records %}{% for c in cells(record=r) %}{{ r.id }} {{ c.field }}: {{ c.shown }} [{{ c.sort }}]\n{% endfor %}{% endfor %}";
const RECORD: &str = "{% for c in glance(record=record) %}{{ c.field }}: {{ c.shown }}{% if c.fact.step %} {{ c.fact.step.position }}/{{ c.fact.step.of }}{% endif %}\n{% endfor %}{% for c in cells(record=record, without=\"country\") %}{{ c.field }} {% endfor %}";

fn bank() -> Site {
    let units = |word: &str| format!("unit-USD = {{ $value }} {word}\n");
    small()
        .with("content/countries/_collection.yaml", COUNTRIES)
        .with("content/countries/kenya.yaml", "name: {en: Kenya, de: Kenia}\nregion: africa\n")
        .with("content/projects/_collection.yaml", PROJECTS)
        .with("content/projects/lamu.yaml", "name: Lamu Water\ncountry: kenya\nstage: [{is: active, since: 2021}]\napproved: 2021-06\npaid: {is: 45000000, status: provisional, bound: more-than}\ncode: P-1\n")
        .with("content/projects/quay.yaml", "name: Quay\ncountry: {missing: confidential}\nstage: [{is: approved, since: 2024}]\n")
        .with("content/templates/projects/index.html", INDEX)
        .with("content/templates/projects/record.html", RECORD)
        .with("content/locales/en.ftl", &units("US dollars"))
        .with("content/locales/de.ftl", &units("US-Dollar"))
}

#[test]
fn a_column_has_its_unit_once_and_each_cell_says_something() {
    let built = bank().build();
    assert_eq!(built.findings(), Vec::<String>::new());

    let lines: Vec<&str> = built.text("en/projects/index.html").lines().collect();

    assert_eq!(
        lines,
        [
            "country · Country ·  · start · reference · false",
            "country.region · Region ·  · start · choice · false",
            "stage · Stage ·  · start · choice · true",
            "approved · Approved ·  · start · date · false",
            "paid · Paid · US dollars · end · decimal · false",
            "code · Code ·  · start · text · false",
            "lamu country: Kenya [Kenya]",
            "lamu country.region: Africa [0000]",
            "lamu stage: under way [0001]",
            "lamu approved: <time datetime=\"2021-06\">June 2021</time> [2021-06]",
            "lamu paid: <data value=\"45000000\" title=\"45,000,000\">more than 45 million</data> <span class=\"badge\">provisional</span> [45000000]",
            "lamu code: P-1 [P-1]",
            "quay country: <span class=\"nil\">withheld</span> []",
            "quay country.region: <span class=\"nil\">withheld</span> []",
            "quay stage: approved [0000]",
            "quay approved: <span class=\"nil\">not published</span> []",
            "quay paid: <span class=\"nil\">not published</span> []",
            "quay code: <span class=\"nil\">not published</span> []",
        ]
    );
    assert!(built.text("de/projekte/index.html").contains("paid · Ausgezahlt · US-Dollar · end"));
}

#[test]
fn the_line_at_a_glance_has_units_and_leaves_out_what_is_not_written() {
    let built = bank().build();

    let lines: Vec<&str> = built.text("en/projects/lamu/index.html").lines().collect();
    assert_eq!(
        lines,
        [
            "stage: under way 2/2",
            "paid: <data value=\"45000000\" title=\"45,000,000\">more than 45 million US dollars</data> <span class=\"badge\">provisional</span>",
            "code: P-1",
            "country.region stage approved paid code ",
        ]
    );
    assert!(built.text("en/projects/quay/index.html").starts_with("stage: approved 1/2\ncountry.region"));
}

#[test]
fn options_that_are_no_steps_have_no_position() {
    let unordered =
        PROJECTS.replace("tracked: true, label: {en: Stage", "tracked: true, ordered: false, label: {en: Stage");
    let built = bank().with("content/projects/_collection.yaml", &unordered).build();

    assert!(built.text("en/projects/lamu/index.html").starts_with("stage: under way\n"));
    assert!(built.text("en/projects/index.html").contains("stage · Stage ·  · start · choice · false"));
}

#[test]
fn a_collection_says_what_it_is_and_how_it_is_laid_out() {
    let template = "{% set c = collection(of=\"projects\") %}{{ c.description }} {{ c.kind }} {{ c.layout }} {{ c.az }} {{ c.per_page }}\n{% set c = collection(of=\"parks\") %}{% if c.description %}!{% endif %}{{ c.kind }} {{ c.layout }} {{ c.az }}{% if c.per_page %}!{% endif %}\n{{ page.collection.kind }}";

    let built = bank().with("content/templates/record.html", template).build();

    let expected = "All loans. records table false 20\nrecords table false\npages";
    assert_eq!(built.text("en/index.html"), expected, "{:?}", built.findings());
    assert!(built.text("de/index.html").starts_with("Alle Kredite."));
}

#[test]
fn what_a_function_cannot_leave_out_is_an_error() {
    let wrong =
        bank().with("content/templates/projects/index.html", "{{ columns(of=\"projects\", without=\"contry\") }}");

    let found = wrong.build().diagnostics;
    let finding = found.iter().find(|finding| finding.code.name == "template").expect("is found");
    assert_eq!(finding.message, "there is no field `contry`; did you mean `country`?");
}

#[test]
fn what_lists_choose_by_themselves_reads_all_records_and_what_is_declared_does_not() {
    let reads = |site: Site| site.build().reads["en/projects/lamu/index.html"].clone();
    let of_all = prospectus::output::Read::Records("projects".into());
    let open = PROJECTS.lines().filter(|line| !line.starts_with("columns") && !line.starts_with("glance"));
    let open: String = open.map(|line| format!("{line}\n")).collect();

    assert!(!reads(bank()).contains(&of_all));
    assert!(reads(bank().with("content/projects/_collection.yaml", &open)).contains(&of_all));
    assert!(
        reads(bank())
            .contains(&prospectus::output::Read::Record { collection: "countries".into(), id: "kenya".into() })
    );
}

#[test]
fn facets_count_every_record_once_and_what_is_missing_too() {
    const FACETS: &str = "{% for f in facets(of=\"projects\") %}{{ f.field }} · {{ f.label }} · {{ f.kind }} · {{ f.missing }}:{% for o in f.options %} {{ o.value }}={{ o.label }}={{ o.count }}{% if o.url %}={{ o.url }}{% endif %}{% endfor %}\n{% endfor %}{% for r in records %}{{ r.id }}:{% for f in facet_values(record=r) %} {{ f.field }}={{ f.values | join(sep=\",\") }}{% endfor %}\n{% endfor %}";
    let model = PROJECTS
        .replace("glance:", "facets: [country, country.region, stage, approved, partners, language, open]\nglance:")
        + "  partners: {type: list, of: {type: reference, to: any, back: partner_in}, label: {en: Partners, de: Partner}}\n  language: {type: language, label: {en: Language, de: Sprache}}\n  open: {type: boolean, label: {en: Open, de: Offen}}\n";
    let site = bank()
        .with("content/projects/_collection.yaml", &model)
        .with("content/countries/aland.yaml", "name: {en: Åland, de: Åland}\nregion: europe\n")
        .with("content/projects/ferry.yaml", "name: Ferry\ncountry: aland\napproved: 2024-02-01\npartners: [cities/jinan, countries/kenya]\nlanguage: de\nopen: false\n")
        .with("content/projects/port.yaml", "name: Port\ncountry: kenya\napproved: 2024\npartners: [cities/jinan]\nlanguage: en\nopen: true\n")
        .with("content/templates/projects/index.html", FACETS);

    let built = site.build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let lines: Vec<&str> = built.text("en/projects/index.html").lines().collect();
    assert_eq!(
        lines,
        [
            "country · Country · reference · 1: aland=Åland=1=/en/countries/aland/ kenya=Kenya=2=/en/countries/kenya/",
            "country.region · Region · choice · 1: africa=Africa=2 europe=Europe=1",
            "stage · Stage · choice · 2: approved=approved=1 active=under way=1",
            "approved · Approved · date · 1: 2024=2024=2 2021=2021=1",
            "partners · Partners · reference · 2: cities/jinan=Jinan=2=/en/cities/jinan/ countries/kenya=Kenya=1=/en/countries/kenya/",
            "language · Language · language · 2: en=English=1 de=German=1",
            "open · Open · boolean · 2: true=yes=1 false=no=1",
            "ferry: country=aland country.region=europe stage= approved=2024 partners=cities/jinan,countries/kenya language=de open=false",
            "lamu: country=kenya country.region=africa stage=active approved=2021 partners= language= open=",
            "port: country=kenya country.region=africa stage= approved=2024 partners=cities/jinan language=en open=true",
            "quay: country= country.region= stage=approved approved= partners= language= open=",
        ]
    );
    assert!(built.text("de/projekte/index.html").contains("country · Land · reference · 1: aland=Åland=1=/de/"));
}

#[test]
fn facets_have_read_all_records_and_those_they_lead_to() {
    let template = "{% for f in facets(of=\"projects\") %}{{ f.field }}{% endfor %}";
    let site = bank().with("content/templates/record.html", template);

    let built = site.build();

    let reads = &built.reads["en/index.html"];
    assert!(reads.contains(&prospectus::output::Read::Records("projects".into())), "{:?}", built.findings());
    let stages =
        site.with("content/projects/_collection.yaml", &PROJECTS.replace("glance:", "facets: [country]\nglance:"));
    let kenya = prospectus::output::Read::Record { collection: "countries".into(), id: "kenya".into() };
    assert!(stages.build().reads["en/index.html"].contains(&kenya));
}

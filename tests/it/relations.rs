//! What stands around a record, as templates are given it: who refers to it, its siblings, its common source, the figures that
//! count it, how it is cited.

use prospectus::output::Read;

use crate::support::Site;

/// What templates of the site print of a record.
pub const RECORD: &str = r#"{% for b in backlinks(record=record) -%}
back {{ b.collection.id }} {{ b.field }} “{{ b.label }}” {{ b.several }} {{ b.count }}:{% for r in b.records %} {{ r.id }}{% endfor %} | {{ b.more or "all" }}
{% endfor -%}
{% set s = siblings(record=record) -%}
{% if s %}siblings {{ s.collection.id }} by {{ s.by.field }} “{{ s.by.label }}” {{ s.by.title }} {{ s.by.url or "" }} {{ s.count }}:{% for r in s.records %} {{ r.id }}{% endfor %}{% endif %}
{% set c = common_source(record=record) -%}
common {% if c %}{{ c.id }} {{ c.number }}{% endif %}
counted{% for f in counted_in(record=record) %} {{ f.id }}{% endfor %}
{% set q = cite(record=record) -%}
{% if q %}{{ q.text }}|{{ q.html }}|{{ q.url }}{% endif %}
"#;

/// A bank with countries, projects, news and figures.
fn bank() -> Site {
    let projects = "label: {en: Projects, de: Projekte}\nroles: {title: name}\nsort: [-amount]\npermanent: true\nfields:\n  name: {type: text, required: true}\n  country: {type: reference, to: countries, label: {en: Country, de: Land}}\n  lender: {type: reference, to: countries, back: lent, label: {en: Lender, de: Geldgeber}}\n  amount: {type: integer}\n  stage: {type: choice, options: {planned: {en: planned, de: geplant}, open: {en: open, de: offen}}}\n";
    let news = "label: {en: News, de: Nachrichten}\nfeed: true\nsort: [title]\nroles: {title: title, date: date}\nfields:\n  title: {type: text, required: true}\n  date: {type: date}\n  about: {type: list, of: {type: group, fields: {country: {type: reference, to: countries, label: {en: Where, de: Wo}}}}}\n";
    let countries = "label: {en: Countries, de: Länder}\nsegment: {en: countries, de: laender}\nroles: {title: name}\nfields:\n  name: {type: text, required: true}\n  projects_told: {type: integer, tracked: true}\n";
    Site::default()
        .with("content/site.yaml", "title: {en: Register, de: Register}\nbase_url: https://cdb.example/r\nlanguages: [en, de]\npublisher: {en: Bank, de: Die Bank}\nnavigation: [projects, news]\n")
        .with("content/templates/record.html", RECORD)
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten}\nsegment: {en: '', de: ''}\nfields:\n  title: {type: text}\n")
        .with("content/pages/home.yaml", "title: Home\nslug: ''\n")
        .with("content/countries/_collection.yaml", countries)
        .with("content/countries/kenya.yaml", "name: Kenya\nprojects_told: [{is: 5, since: 2020, source: told}]\n")
        .with("content/projects/_collection.yaml", projects)
        .with("content/news/_collection.yaml", news)
        .with("content/news/first.yaml", "title: A\ndate: 2021\nabout: [{country: kenya}, {country: kenya}]\n")
        .with("content/news/second.yaml", "title: B\ndate: 2023\nabout: [{country: kenya}]\n")
        .with("content/sources/report.yaml", "title: Report\nlanguage: en\npublisher: Office\ndate: 2025-03\n")
        .with("content/sources/told.yaml", "title: Told\nlanguage: en\npublisher: Office\ndate: 2025-04\n")
}

fn with_projects(count: usize) -> Site {
    (0..count).fold(bank(), |site, at| {
        let facts = format!("name: P{at:02}\ncountry: kenya\namount: {}\nsource: report\n", 100 - at);
        site.with(&format!("content/projects/p{at:02}.yaml"), &facts)
    })
}

/// The lines of a page that begin with a word.
fn lines(site: &Site, path: &str, word: &str) -> Vec<String> {
    let built = site.build();
    assert_eq!(built.findings(), Vec::<String>::new());
    built.text(path).lines().filter(|line| line.starts_with(word)).map(str::to_owned).collect()
}

#[test]
fn who_refers_stands_by_collection_in_the_order_of_the_menu() {
    let site = with_projects(12)
        .with("content/projects/lent.yaml", "name: Lent\nlender: kenya\namount: 1\n")
        .with(
            "content/trips/_collection.yaml",
            "label: {en: Trips, de: Reisen}\nfields:\n  title: {type: text}\n  to: {type: reference, to: countries}\n",
        )
        .with("content/trips/one.yaml", "title: One\nto: kenya\n");

    let found = lines(&site, "en/countries/kenya/index.html", "back");

    assert_eq!(
        found,
        [
            "back projects country “Country” true 12: p00 p01 p02 p03 p04 p05 p06 p07 p08 p09 | /r/en/projects/?country=kenya",
            "back projects lender “Lender” true 1: lent | all",
            "back news about.country “Where” false 2: second first | all",
            "back trips to “to” false 1: one | all",
        ]
    );
}

#[test]
fn corrections_and_what_cites_a_source_are_not_among_those_who_refer() {
    let correction = "kind: correction\ngrade: minor\ndate: 2026-11-20\nof: countries/kenya\nreason: {en: A slip., de: Ein Versehen.}\n";
    let site = with_projects(1).with("content/corrections/kenya.yaml", correction);

    let country = lines(&site, "en/countries/kenya/index.html", "back");
    let source = lines(&site, "en/sources/report/index.html", "back");

    assert_eq!(country.iter().filter(|line| line.contains("corrections")).count(), 0);
    assert_eq!(source, Vec::<String>::new());
}

#[test]
fn siblings_are_the_nearest_five_of_two_to_forty() {
    let of = |count: usize, id: &str| lines(&with_projects(count), &format!("en/projects/{id}/index.html"), "siblings");

    assert_eq!(of(2, "p00"), Vec::<String>::new());
    assert_eq!(of(3, "p01"), ["siblings projects by country “Country” Kenya /r/en/countries/kenya/ 2: p00 p02"]);
    assert_eq!(of(41, "p00")[0].split(' ').skip(7).collect::<Vec<_>>().join(" "), "40: p01 p02 p03 p04 p05");
    assert_eq!(of(41, "p20")[0].split(' ').skip(7).collect::<Vec<_>>().join(" "), "40: p18 p19 p21 p22 p23");
    assert_eq!(of(41, "p40")[0].split(' ').skip(7).collect::<Vec<_>>().join(" "), "40: p35 p36 p37 p38 p39");
    assert_eq!(of(42, "p20"), Vec::<String>::new());
}

#[test]
fn the_common_source_is_that_of_half_of_what_has_one() {
    let of = |facts: &str| {
        let site = bank().with("content/projects/a.yaml", &format!("name: A\n{facts}"));
        lines(&site, "en/projects/a/index.html", "common").remove(0)
    };

    assert_eq!(of("amount: {is: 1, source: report}\nstage: {is: open, source: told}\n"), "common report 1");
    assert_eq!(of("source: told\namount: {is: 1, source: report}\ncountry: kenya\nstage: open\n"), "common told 1");
    // Two together are neither of them.
    assert_eq!(of("source: [told, report]\namount: 1\ncountry: kenya\n"), "common ");
    assert_eq!(of("amount: 1\nstage: {is: open, source: told, status: inferred}\n"), "common ");
}

#[test]
fn a_record_knows_the_figures_that_count_it_or_take_their_reports_from_it() {
    let site = with_projects(2)
        .with("content/projects/p00.yaml", "name: P00\nstage: open\ncountry: kenya\n")
        .with("content/figures/all.yaml", "label: {en: All, de: Alle}\ncount: projects\n")
        .with("content/figures/open.yaml", "label: {en: Open, de: Offen}\ncount: projects\nwhere: {stage: open}\n")
        .with(
            "content/figures/told.yaml",
            "label: {en: Told, de: Gemeldet}\nreported: countries/kenya#projects_told\n",
        );

    assert_eq!(lines(&site, "en/projects/p00/index.html", "counted"), ["counted all open"]);
    assert_eq!(lines(&site, "en/projects/p01/index.html", "counted"), ["counted all"]);
    assert_eq!(lines(&site, "en/countries/kenya/index.html", "counted"), ["counted told"]);
    let built = site.build();
    let counting = Read::Counting { collection: "projects".into(), id: "p00".into() };
    assert!(built.reads["en/projects/p00/index.html"].contains(&counting));
    assert!(!built.reads["en/projects/p01/index.html"].contains(&counting));
}

#[test]
fn a_page_is_cited_with_both_addresses_and_no_full_stop_behind_them() {
    let site = with_projects(1);
    let cited = |path: &str, word: &str| lines(&site, path, word).remove(0);

    assert_eq!(
        cited("en/projects/p00/index.html", "Bank"),
        "Bank: P00. Register, as of November 24, 2026. https://cdb.example/r/en/projects/p00/ (permanent: https://cdb.example/r/id/projects/p00/)|Bank: P00. Register, as of November 24, 2026. <bdi dir=\"ltr\">https://cdb.example/r/en/projects/p00/</bdi> (permanent: <bdi dir=\"ltr\">https://cdb.example/r/id/projects/p00/</bdi>)|https://cdb.example/r/id/projects/p00/"
    );
    let german = cited("de/projects/p00/index.html", "Die Bank");
    assert!(
        german
            .replace('\u{a0}', " ")
            .starts_with("Die Bank: P00. Register, Stand 24. November 2026. https://cdb.example/r/de/"),
        "{german}"
    );
}

#[test]
fn a_page_without_a_permanent_address_is_cited_by_its_own() {
    let model = "label: {en: Notes, de: Notizen}\npermanent: false\nfields:\n  title: {type: text}\n";
    let site = bank().with("content/notes/_collection.yaml", model).with("content/notes/a.yaml", "title: A & B\n");

    let cited = lines(&site, "en/notes/a/index.html", "Bank").remove(0);

    let address = "https://cdb.example/r/en/notes/a/";
    assert!(cited.starts_with("Bank: A &amp; B. Register, as of November 24, 2026. "), "{cited}");
    assert!(cited.ends_with(&format!("<bdi dir=\"ltr\">{address}</bdi>|{address}")), "{cited}");
}

#[test]
fn a_title_that_is_a_sentence_is_cited_with_one_full_stop() {
    let model = "label: {en: Notes, de: Notizen}\npermanent: false\nfields:\n  title: {type: text}\n";
    let site =
        bank().with("content/notes/_collection.yaml", model).with("content/notes/a.yaml", "title: It was left out.\n");

    let cited = lines(&site, "en/notes/a/index.html", "Bank").remove(0);

    assert!(cited.starts_with("Bank: It was left out. Register, as of November 24, 2026. "), "{cited}");
}

#[test]
fn a_figure_is_cited_with_its_value_whose_it_is_and_how_firm() {
    let told = "label: {en: Reported, de: Gemeldet}\nreported: [{is: 1200, since: 2024-12-31, status: provisional, source: told}]\n";
    let site = with_projects(1)
        .with("content/figures/all.yaml", "label: {en: All, de: Alle}\ncount: projects\n")
        .with("content/figures/told.yaml", told);
    let cited = |path: &str, word: &str| lines(&site, path, word).remove(0).replace('\u{a0}', " ");

    let computed = cited("en/figures/all/index.html", "Bank");
    let reported = cited("en/figures/told/index.html", "Office");

    let day = "as of November 24, 2026";
    let start = format!("Bank: All: 1 (computed from the records of this site, {day}). Register, {day}. https:");
    assert!(computed.starts_with(&start), "{computed}");
    let start = "Office: Told, April 2025. As cited in: Bank: Reported: 1,200 (reported by a source, provisional, as of December 31, 2024). Register, ";
    assert!(reported.starts_with(start), "{reported}");
}

/// What templates print of corrected values.
const CORRECTED: &str = r#"{% for f in facts(record=record) -%}
fact {{ f.field }} {{ f.corrected.id if f.corrected else "-" }}{% for h in f.history %} [{{ h.text }} {{ h.corrected.id if h.corrected else "-" }}]{% endfor %}{% for i in f.items %} ({{ i.corrected.id if i.corrected else "-" }}{% if i.fields %}{% for n, p in i.fields %} {{ n }}={{ p.corrected.id if p.corrected else "-" }}{% endfor %}{% endif %}){% endfor %}
{% endfor -%}
{% if record.collection == "figures" %}{% set f = figure(key=record) -%}
figure {{ f.corrected.id if f.corrected else "-" }}{% for p in f.series %} [{{ p.date }} {{ p.corrected.id if p.corrected else "-" }}]{% endfor %}
{% endif %}"#;

const CORRECTION: &str = "kind: correction\ngrade: minor\nreason: {en: A slip., de: Ein Versehen.}\n";

fn with_histories() -> Site {
    let model = "label: {en: Works, de: Werke}\nroles: {title: name}\nfields:\n  name: {type: text}\n  power: {type: integer, tracked: true}\n  motto: {type: text}\n  halls: {type: list, key: [use], of: {type: group, fields: {use: {type: text}, area: {type: integer}}}}\n";
    let facts = "name: A\npower:\n  - {is: 5, since: 2020}\n  - {is: 7, since: 2022}\nmotto: Better\nhalls: [{use: tests, area: 12}, {use: store, area: 3}]\n";
    bank()
        .with("content/templates/record.html", CORRECTED)
        .with("content/works/_collection.yaml", model)
        .with("content/works/a.yaml", facts)
        .with("content/figures/power.yaml", "label: {en: Power, de: Leistung}\nreported: works/a#power\n")
        .with("content/figures/works.yaml", "label: {en: Works, de: Werke}\nreported: [{is: 1, since: 2020-05, source: told}, {is: 2, since: 2021, source: told}]\n")
}

#[test]
fn a_corrected_value_names_the_newest_correction_that_touched_it() {
    let site = with_histories()
        .with(
            "content/corrections/old.yaml",
            &format!("{CORRECTION}date: 2026-10-01\nof: works/a\nfield: power\non: 2020\nwas: 3\nnow: 4\n"),
        )
        .with(
            "content/corrections/new.yaml",
            &format!("{CORRECTION}date: 2026-11-01\nof: works/a\nfield: power\non: 2020\nwas: 4\nnow: 5\n"),
        )
        .with(
            "content/corrections/hall.yaml",
            &format!(
                "{CORRECTION}date: 2026-11-02\nof: works/a\nfield: halls.area\nitem: {{use: tests}}\nwas: 11\nnow: 12\n"
            ),
        )
        .with(
            "content/corrections/motto.yaml",
            &format!("{CORRECTION}date: 2026-11-03\nof: works/a\nfield: motto\nwas: {{en: Bettre, de: Bettre}}\nnow: {{en: Better, de: Better}}\n"),
        );

    let facts = lines(&site, "en/works/a/index.html", "fact");
    let figure = lines(&site, "en/figures/power/index.html", "figure");

    assert_eq!(
        facts,
        ["fact power - [5 new] [7 -]", "fact motto motto", "fact halls hall (hall use=- area=hall) (- use=- area=-)",]
    );
    assert_eq!(figure, ["figure - [2020 new] [2022 -]"]);
}

#[test]
fn a_value_of_a_figure_names_its_correction_and_the_figure_that_of_the_value_that_holds() {
    let of = |on: &str, was: u8, now: u8| {
        let text = format!("{CORRECTION}date: 2026-11-01\nof: figures/works\non: {on}\nwas: {was}\nnow: {now}\n");
        lines(&with_histories().with("content/corrections/c.yaml", &text), "en/figures/works/index.html", "figure")
    };

    assert_eq!(of("2021", 3, 2), ["figure c [2020-05 -] [2021 c]"]);
    assert_eq!(of("2020-05", 3, 1), ["figure - [2020-05 c] [2021 -]"]);
}

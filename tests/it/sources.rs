//! What a source is made to state: only what it states. Our own words, our own work and our own conclusions are told apart
//! from it, on pages and in data.

use prospectus::config::Run;

use crate::support::{Site, run, small, small_as_of};

/// Parks with a name of ours, a summary, a Chinese name that we composed, and a class that we gave.
fn site() -> Site {
    small()
        .with(
            "content/parks/_collection.yaml",
            "label: {en: Parks, de: Parks}\nroles: {title: name}\nschema: Park\nfields:\n  name: {type: text, translated: true, required: true}\n  summary: {type: text, translated: true}\n  name_zh: {type: text, language: zh-Hans, schema: alternateName, label: {en: Chinese name, de: Chinesischer Name}}\n  pinyin: {type: text, sourced: false, label: {en: Pinyin, de: Pinyin}}\n  area: {type: decimal, label: {en: Area, de: Fläche}}\n  class: {type: text, label: {en: Class, de: Klasse}}\n  owners:\n    type: list\n    label: {en: Owners, de: Eigner}\n    of: {type: group, fields: {name: {type: text}, note: {type: text, sourced: false}}}\n",
        )
        .with(
            "content/parks/north/facts.yaml",
            "source: report-2025\nname_zh: {is: 北园, status: inferred}\npinyin: Běiyuán\narea: 12.5\nclass: {is: quiet, source: classes}\nowners: [{name: City, note: ours}]\n",
        )
        .with("content/parks/north/en.md", "---\nname: North Park\nsummary: A park.\n---\n")
        .with("content/parks/north/de.md", "---\nname: Nordpark\nsummary: Ein Park.\nslug: nordpark\n---\n")
        .with("content/sources/classes.yaml", "title: Our classes\nlanguage: en\naccess: own\ndate: 2026-01-02\n")
}

/// The lines of a CSV that hold a text.
fn rows<'t>(csv: &'t str, text: &str) -> Vec<&'t str> {
    csv.lines().filter(|line| line.contains(text)).collect()
}

#[test]
fn our_own_words_and_conclusions_carry_no_source() {
    let built = site().build();
    let facts = built.text("data/parks.facts.csv");

    let source_of = |field: &str| {
        let row = rows(facts, &format!("north,{field},"));
        row.iter().map(|row| row.contains("report-2025")).collect::<Vec<_>>()
    };
    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!((source_of("area"), source_of("owners.name")), (vec![true], vec![true]));
    for own in ["name_zh", "pinyin", "owners.note"] {
        assert_eq!(source_of(own), [false], "{own}: {facts}");
    }
    assert_eq!((source_of("name"), source_of("summary")), (vec![false, false], vec![false, false]), "{facts}");
    assert!(rows(facts, "north,name_zh,")[0].contains(",inferred,"), "{facts}");
}

#[test]
fn a_source_states_what_rests_on_it_and_nothing_else() {
    let page = site().build();
    let page = page.text("en/parks/north/index.html");

    assert!(page.contains("States: Area and Owners"), "{page}");
    assert!(page.contains("Basis of: Class"), "{page}");
    assert!(
        page.contains(
            "<dt>Chinese name</dt><dd><span lang=\"zh-Hans\">北园</span> <small>(our conclusion)</small></dd>"
        ),
        "{page}"
    );
}

#[test]
fn a_theme_may_ask_for_the_facts_that_rest_on_a_source() {
    let template = "{% for s in [\"sources/report-2025\", \"sources/classes\"] %}<p>{% for f in facts(record=\"parks/north\", source=s) %}{{ f.field }} {% endfor %}</p>{% endfor %}";
    let site = site()
        .with(
            "content/parks/north/facts.yaml",
            "source: report-2025\nname_zh: 北园\narea: 12.5\nclass: {is: quiet, source: classes}\nowners: [{is: {name: City}, source: classes}]\n",
        )
        .with("themes/own/theme.yaml", "extends: plain\n")
        .with("themes/own/templates/record.html", template);
    let config = String::from_utf8(site.0["content/site.yaml"].clone()).unwrap() + "theme: own\n";

    let built = site.with("content/site.yaml", &config).build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(built.text("en/parks/north/index.html"), "<p>name_zh area owners </p><p>class owners </p>");
}

#[test]
fn what_we_conclude_does_not_stand_in_json_ld() {
    let concluded = site().build();
    let stated = site().with("content/parks/north/facts.yaml", "source: report-2025\nname_zh: 北园\n").build();

    assert!(!concluded.text("en/parks/north/index.html").split("</script>").next().unwrap().contains("北园"));
    assert!(stated.text("en/parks/north/index.html").split("</script>").next().unwrap().contains("北园"));
}

#[test]
fn who_takes_part_in_what_role_stands_in_json_ld() {
    let model = "label: {en: Projects, de: Projekte}\nroles: {title: name}\nschema: Organization\nfields:\n  \
        name: {type: text, translated: true}\n  members:\n    type: list\n    schema: member\n    \
        of:\n      type: group\n      fields:\n        \
        role: {type: choice, schema: roleName, options: {lead: {en: Lead, de: Federführung}}}\n        \
        park: {type: reference, to: parks, schema: member}\n";
    let project = "name: {en: Project, de: Projekt}\nmembers:\n  \
        - {is: {role: lead, park: north}, since: 2020-06, source: report-2025}\n  \
        - {is: {role: lead, park: south}, source: report-2025, status: inferred}\n";
    let built = small()
        .with("content/parks/south.yaml", "name: {en: South Park, de: Südpark}\n")
        .with("content/projects/_collection.yaml", model)
        .with("content/projects/project.yaml", project)
        .build();

    let page = built.text("de/projects/project/index.html");
    let member = r#""member":[{"@type":"Role","startDate":"2020-06","roleName":"Federführung","member":{"@type":"Thing","name":"Nordpark","url":"https://parks.example/de/parks/nordpark/"}}]"#;
    assert!(page.contains(member), "{page}");
}

#[test]
fn own_work_is_marked_and_counted_apart() {
    let facts = String::from_utf8(site().0["content/parks/north/facts.yaml"].clone()).unwrap();
    let built = site()
        .with("content/site.yaml", std::str::from_utf8(&small_as_of("2026-11-24").0["content/site.yaml"]).unwrap())
        .with("content/parks/north/facts.yaml", &format!("template: park.html\n{facts}"))
        .with(
            "content/templates/park.html",
            "{% set f = fact(record=record, field=\"class\") %}{% set c = f.source[0].cited_as %}{{ c.text }}, own: {{ c.own }}. {% set k = completeness(of=\"parks\") %}{{ k.facts }} facts: {{ k.sourced }} sourced, {{ k.own }} own, {{ k.unsourced }} without",
        )
        .build_for(Run { notes: true, ..run() });

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(built.text("en/parks/north/index.html"), "Our classes, own: true. 4 facts: 2 sourced, 2 own, 0 without");
}

#[test]
fn citations_can_be_read_and_told_apart() {
    let source = |title: &str, rest: &str| format!("title: {title}\nlanguage: zh-Hans\ndate: 2022-02-28\n{rest}");
    let site = small()
        .with("content/sources/_collection.yaml", "label: {en: Sources, de: Quellen}\nfields:\n  title_en: {type: text, language: en}\n")
        .with("content/sources/a.yaml", &source("甲", "publisher: Daily\n"))
        .with("content/sources/b.yaml", &source("乙", "publisher: Daily\n"))
        .with("content/sources/c.yaml", &source("丙", "publisher: 大众日报\ntitle_en: The third\n"))
        .with("content/sources/d.yaml", &source("丁", ""))
        .with("content/sources/e.yaml", &source("戊", "short: {en: Ministry, de: Ministerium}\npublisher: Daily\n"))
        .with("content/sources/f.yaml", "title: Undated\nlanguage: en\nshort: Daily\n")
        .with("content/pages/about/en.md", "---\ntitle: About\n---\nx\n")
        .with(
            "content/templates/list.html",
            "{% for s in records(of=\"sources\") %}{% set c = s.cited_as %}{{ s.id }}: {{ c.text }}{% if c.lang %} [{{ c.lang }}]{% endif %}{% if c.letter %}|{{ c.letter }}{% endif %}\n{% endfor %}",
        )
        .with("content/pages/home.yaml", "title: {en: Home, de: Start}\nslug: ''\ntemplate: list.html\n");
    let built = site.build();

    let mut english: Vec<&str> = built.text("en/index.html").lines().collect();
    let mut german: Vec<&str> = built.text("de/index.html").lines().collect();
    english.sort_unstable();
    german.sort_unstable();
    let expected =
        ["a: Daily|a", "b: Daily|b", "c: The third", "d: 丁 [zh-Hans]", "e: Ministry", "f: Daily", "report-2025: City"];
    assert_eq!(english, expected);
    assert_eq!((german[2], german[4]), ("c: The third [en]", "e: Ministerium"));
}

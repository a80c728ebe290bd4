//! Citations of pages, of values of figures, of facts and their parts: in words, as BibTeX, as RIS. Both are read back here as
//! their programs read them.

use std::collections::BTreeMap;

use crate::support::{Built, Site};

/// What templates of the site print: the page, then the values that are asked for.
const RECORD: &str = r#"{% set c = cite(record=record) %}<i>{{ c.text }}</i><u>{{ c.html }}</u><b>{{ c.page }} {{ c.url }}</b><pre>{{ c.bibtex }}</pre><pre>{{ c.ris }}</pre>
{% if record.asked is defined and record.asked %}{% for path in record.asked %}{% set c = cite(record=record, field=path) %}<i>{{ c.text }}</i><u>{{ c.html }}</u><b>{{ c.page }} {{ c.url }}</b><pre>{{ c.bibtex }}</pre><pre>{{ c.ris }}</pre>
{% endfor %}{% endif %}{% if record.collection == "figures" %}{% for day in ["2023", "2024-12-31", "1999"] %}{% set c = cite(record=record, on=day) %}{% if c %}<i>{{ c.text }}</i><u>{{ c.html }}</u><b>{{ c.page }} {{ c.url }}</b><pre>{{ c.bibtex }}</pre><pre>{{ c.ris }}</pre>{% else %}<s>{{ day }}</s>{% endif %}
{% endfor %}{% endif %}"#;

const TITLE: &str = "50 % of {R&D} in C:\\\\a_b: \\\"山东\\\" #1,\\nat last";
/// The same on one line.
const SPOKEN: &str = "50 % of {R&D} in C:\\a_b: \"山东\" #1, at last";

fn site() -> Site {
    let works = "label: {en: Works, de: Werke}\nroles: {title: name}\npermanent: true\nfields:\n  name: {type: text}\n  asked: {type: list, of: {type: text}}\n  power: {type: integer, unit: kW, tracked: true, label: {en: Power, de: Leistung}}\n  guess: {type: integer, label: {en: Guess, de: Vermutung}}\n  halls: {type: list, label: {en: Halls, de: Hallen}, of: {type: group, fields: {use: {type: text}, area: {type: integer, label: {en: Area, de: Fläche}}}}}\n  staff: {type: integer, label: {en: Staff, de: Personal}}\n";
    let facts = "name: A\nasked: [power, guess, halls.2, halls.2.area, staff]\npower:\n  - {is: 5, since: 2020, source: told}\n  - {is: 7, since: 2022-03, source: [told, zh], status: provisional}\nguess: {is: 3, status: inferred, source: told}\nhalls: [{use: tests, area: 12}, {use: store, area: 3}]\nstaff: {missing: not-available}\n";
    let figure = "label: {en: Reported, de: Gemeldet}\nreported:\n  - {is: 900, since: 2022-12-31, source: told}\n  - {is: 1200, since: 2024-12-31, status: provisional, source: zh}\n";
    Site::default()
        .with("content/site.yaml", "title: {en: Register, de: Register}\nbase_url: https://cdb.example/r\nlanguages: [en, de]\npublisher: {en: Bank, de: Die Bank}\nnavigation: [works]\n")
        .with("content/locales/en.ftl", "unit-kW = { $value } kW\n")
        .with("content/locales/de.ftl", "unit-kW = { $value } kW\n")
        .with("content/templates/record.html", RECORD)
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten}\nsegment: {en: '', de: ''}\nfields:\n  title: {type: text}\n")
        .with("content/pages/home.yaml", "title: Home\nslug: ''\n")
        .with("content/pages/about.yaml", "title: About\n")
        .with("content/works/_collection.yaml", works)
        .with("content/works/a.yaml", facts)
        .with("content/works/awkward.yaml", &format!("name: \"{TITLE}\"\n"))
        .with("content/figures/all.yaml", "label: {en: All, de: Alle}\ncount: works\n")
        .with("content/figures/told.yaml", figure)
        .with("content/sources/_collection.yaml", "permanent: true\nfields:\n  title_en: {type: text, language: en}\n")
        .with("content/sources/told.yaml", "title: Told.\nlanguage: en\npublisher: Office\ndate: 2025-04\nurl: https://office.example/a_b?x={1}&y=%20\nseen: 2025-05-06\n")
        .with("content/sources/zh.yaml", "title: 通知\ntitle_en: Notice\nlanguage: zh\npublisher: 省厅\n")
}

/// A citation as templates print it.
#[derive(Debug)]
struct Cited {
    text: String,
    html: String,
    addresses: String,
    bibtex: String,
    ris: String,
}

fn cited(built: &Built, path: &str) -> Vec<Cited> {
    let plain = |html: &str| {
        let entities = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&#x27;", "'"),
            ("&#x2F;", "/"),
            ("&amp;", "&"),
        ];
        entities.iter().fold(html.replace('\u{a0}', " "), |text, (entity, c)| text.replace(entity, c))
    };
    let between = |text: &str, tag: &str| -> Vec<String> {
        let [start, end] = [format!("<{tag}>"), format!("</{tag}>")];
        text.split(&start).skip(1).map(|part| part.split(&end).next().unwrap().to_owned()).collect()
    };
    let page = built.text(path);
    let [texts, htmls, addresses, pres] = ["i", "u", "b", "pre"].map(|tag| between(page, tag));
    let pairs = pres.chunks(2).map(|pair| (plain(&pair[0]), plain(&pair[1])));
    let whole = texts.into_iter().zip(htmls).zip(addresses).zip(pairs);
    whole
        .map(|(((text, html), addresses), (bibtex, ris))| Cited { text: plain(&text), html, addresses, bibtex, ris })
        .collect()
}

/// An entry as BibTeX reads it, every brace counting; its words as TeX prints them. `""` is the kind, `key` the key.
fn bibtex(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut entries = Vec::new();
    for entry in text.split("\n@").map(|entry| entry.trim_start_matches('@')) {
        let (kind, rest) = entry.split_once('{').unwrap();
        let (key, rest) = rest.split_once(",\n").unwrap();
        assert!(key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{key}");
        let mut fields = BTreeMap::from([(String::new(), kind.to_owned()), ("key".to_owned(), key.to_owned())]);
        let mut rest = rest.trim_end().strip_suffix("\n}").unwrap();
        while let Some((name, value)) = rest.split_once(" = {") {
            let mut depth = 1;
            let end = value.char_indices().find(|(_, c)| {
                depth += i32::from(*c == '{') - i32::from(*c == '}');
                depth == 0
            });
            let (end, _) = end.unwrap_or_else(|| panic!("{value} does not end"));
            fields.insert(name.trim_start_matches([',', '\n', ' ']).to_owned(), printed(&value[..end]));
            rest = &value[end + 1..];
        }
        assert_eq!(rest, "");
        entries.push(fields);
    }
    entries
}

/// What TeX prints of a value, which has braces around it where it is words.
fn printed(value: &str) -> String {
    let Some(words) = value.strip_prefix('{').and_then(|value| value.strip_suffix('}')) else {
        return value.to_owned();
    };
    let names = [
        ("{\\textbraceleft}", "\u{1}"),
        ("{\\textbraceright}", "\u{2}"),
        ("{\\textbackslash}", "\u{3}"),
        ("{\\textasciicircum}", "^"),
        ("{\\textasciitilde}", "~"),
        ("\"{}", "\""),
        ("\\%", "%"),
        ("\\&", "&"),
        ("\\#", "#"),
        ("\\$", "$"),
        ("\\_", "_"),
    ];
    let words = names.iter().fold(words.to_owned(), |words, (name, c)| words.replace(name, c));
    assert!(!words.contains(['{', '}', '\\']), "{words}");
    words.replace('\u{1}', "{").replace('\u{2}', "}").replace('\u{3}', "\\")
}

/// References as RIS has them: tags with what they say.
fn ris(text: &str) -> Vec<Vec<(String, String)>> {
    let mut references = Vec::new();
    for line in text.split_inclusive("\r\n") {
        let (tag, words) = line.strip_suffix("\r\n").unwrap().split_once("  - ").unwrap();
        assert!(tag.len() == 2 && !words.contains(['\r', '\n']), "{line}");
        if tag == "TY" {
            references.push(Vec::new());
        }
        references.last_mut().unwrap().push((tag.to_owned(), words.to_owned()));
    }
    for reference in &references {
        assert_eq!((&*reference[0].0, &*reference.last().unwrap().0), ("TY", "ER"));
    }
    references
}

fn of<'r>(reference: &'r [(String, String)], tag: &str) -> &'r str {
    reference.iter().find(|(known, _)| known == tag).map_or("", |(_, words)| words)
}

#[test]
fn awkward_titles_come_back_as_they_are() {
    let built = site().build();

    let cited = cited(&built, "en/works/awkward/index.html").remove(0);

    let entry = &bibtex(&cited.bibtex)[0];
    let reference = &ris(&cited.ris)[0];
    assert_eq!(entry["title"], SPOKEN);
    assert_eq!(of(reference, "TI"), SPOKEN);
    assert_eq!((&*entry[""], &*entry["key"], &*entry["author"]), ("online", "works-awkward", "Bank"));
    assert_eq!((&*entry["date"], &*entry["langid"]), ("2026-11-24", "english"));
    assert_eq!((&*entry["titleaddon"], &*entry["url"]), ("Register", "https://cdb.example/r/en/works/awkward/"));
    assert_eq!(entry["note"], "permanent address: https://cdb.example/r/id/works/awkward/");
    assert_eq!([of(reference, "TY"), of(reference, "AU"), of(reference, "DA")], ["ELEC", "Bank", "2026/11/24/"]);
}

#[test]
fn a_reported_value_names_its_source_first_then_the_row() {
    let built = site().build();

    let all = cited(&built, "en/figures/told/index.html");

    let page = "https://cdb.example/r/en/figures/told/";
    let permanent = "(permanent: https://cdb.example/r/id/figures/told/)";
    let day = "as of November 24, 2026";
    assert_eq!(
        all[0].text,
        format!(
            "省厅: 通知 [Notice]. As cited in: Bank: Reported: 1,200 (reported by a source, provisional, as of December 31, 2024). Register, {day}. {page} {permanent}"
        )
    );
    assert!(
        all[0].html.starts_with("省厅: <span lang=\"zh\">通知</span> [Notice]. As cited in: Bank: Reported"),
        "{}",
        all[0].html
    );
    assert_eq!(
        all[1].text,
        format!(
            "Office: Told, April 2025. As cited in: Bank: Reported: 900 (reported by a source, as of December 31, 2022). Register, {day}. {page}#v-2022-12-31 {permanent}"
        )
    );
    assert_eq!(all[1].addresses, format!("{page}#v-2022-12-31 https://cdb.example/r/id/figures/told/"));
    assert_eq!(all.len(), 3, "there was no value in 1999");
    assert!(built.text("en/figures/told/index.html").contains("<s>1999</s>"));
}

#[test]
fn managers_of_references_get_the_source_and_the_row() {
    let built = site().build();

    let all = cited(&built, "de/kennzahlen/told/index.html");

    let entries = bibtex(&all[1].bibtex);
    let [told, row] = entries.as_slice() else { panic!("{entries:#?}") };
    assert_eq!((&*told["key"], &*told["title"], &*told["date"]), ("original-told", "Told.", "2025-04"));
    assert_eq!(told["url"], "https://office.example/a_b?x=%7B1%7D&y=%20");
    assert_eq!((&*told["urldate"], &*told["langid"]), ("2025-05-06", "english"));
    assert_eq!((&*row["key"], &*row["langid"]), ("figures-told-v-2022-12-31", "ngerman"));
    assert_eq!(row["title"], "Gemeldet: 900 (laut Quelle, Stand: 31. Dezember 2022)");
    assert_eq!(row["url"], "https://cdb.example/r/de/kennzahlen/told/#v-2022-12-31");
    let references = ris(&all[1].ris);
    assert_eq!([of(&references[0], "TY"), of(&references[0], "DA")], ["ELEC", "2025/04//"]);
    assert_eq!([of(&references[0], "Y2"), of(&references[1], "LA")], ["2025/05/06/", "de"]);
    // What has no address is nothing that stands on the web.
    let [unlinked, _] = bibtex(&all[2].bibtex).try_into().unwrap();
    assert_eq!((&*unlinked[""], &*unlinked["title"], &*unlinked["langid"]), ("misc", "通知", "chinese"));
    assert_eq!(of(&ris(&all[2].ris)[0], "TY"), "GEN");
}

#[test]
fn a_computed_value_is_cited_by_this_site_alone() {
    let built = site().build();

    let all = cited(&built, "en/figures/all/index.html");

    let days = ["November 24, 2026", "December 31, 2023", "December 31, 2024", "December 31, 1999"];
    for (cited, day) in all.iter().zip(days) {
        let start = format!("Bank: All: 2 (computed from the records of this site, as of {day}). Register, as of Nov");
        assert!(cited.text.starts_with(&start), "{cited:#?}");
    }
    let entries: Vec<_> = all.iter().flat_map(|cited| bibtex(&cited.bibtex)).collect();
    let keys: Vec<&str> = entries.iter().map(|entry| &*entry["key"]).collect();
    assert_eq!(
        keys,
        ["figures-all", "figures-all-v-2023-12-31", "figures-all-v-2024-12-31", "figures-all-v-1999-12-31"]
    );
}

#[test]
fn facts_and_their_parts_are_cited_by_their_anchors() {
    let built = site().build();

    let all = cited(&built, "en/works/a/index.html");

    let [page, power, guess, hall, area, staff] = all.as_slice() else { panic!("{all:#?}") };
    let address = "https://cdb.example/r/en/works/a/";
    let end = |anchor: &str| {
        format!("Register, as of November 24, 2026. {address}{anchor} (permanent: https://cdb.example/r/id/works/a/)")
    };
    assert_eq!(page.text, format!("Bank: A. {}", end("")));
    let told = "Office: Told, April 2025; 省厅: 通知 [Notice]. As cited in: ";
    assert_eq!(
        power.text,
        format!("{told}Bank: A: Power: 7 kW (provisional, since March 2022). {}", end("#fact-power"))
    );
    // What we conclude is ours: nobody else has said it.
    assert_eq!(guess.text, format!("Bank: A: Guess: 3 (our conclusion). {}", end("#fact-guess")));
    assert_eq!(hall.text, format!("Bank: A: Halls: store, 3. {}", end("#fact-halls-2")));
    assert_eq!(area.text, format!("Bank: A: Halls: Area: 3. {}", end("#fact-halls-2-area")));
    assert_eq!(staff.text, format!("Bank: A: Staff: not published. {}", end("#fact-staff")));
}

#[test]
fn what_cannot_be_cited_is_said_at_the_line_of_the_call() {
    let call = |arguments: &str| {
        let template = format!("{{% set c = cite(record=\"works/a\", {arguments}) %}}{{{{ c.text }}}}");
        let built = site().with("content/templates/pages/record.html", &template).build();
        let found = built.diagnostics.iter().find(|found| found.place.path.ends_with("templates/pages/record.html"));
        found.unwrap_or_else(|| panic!("{arguments}: {:#?}", built.findings())).message.clone()
    };

    assert!(call("field=\"powr\"").contains("there is no field `powr`"), "{}", call("field=\"powr\""));
    assert!(call("field=\"halls.3\"").contains("`halls.3` names nothing of this record"));
    assert!(call("on=\"2024\"").contains("`on` is the day of a figure"));
    assert!(call("field=\"power\", on=\"soon\"").contains("`soon` is not a date"));
}

#[test]
fn an_earlier_value_of_a_tracked_field_is_cited_by_its_own_anchor() {
    let template = "{% set c = cite(record=\"works/a\", field=\"power\", on=\"2021-06-01\") %}<p>{{ c.text }}</p>";
    let built = site().with("content/templates/pages/record.html", template).build();

    let page = built.text("en/about/index.html").replace('\u{a0}', " ");

    let expected = "<p>Office: Told, April 2025. As cited in: Bank: A: Power: 5 kW (since 2020). Register, as of November 24, 2026. https://cdb.example/r/en/works/a/#v-power-2020 (permanent: ";
    assert!(page.starts_with(expected), "{page}");
}

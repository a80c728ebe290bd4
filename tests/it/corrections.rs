//! Corrections: what each kind of value is told as, in each language, and what is found when one is written wrongly.

use prospectus::config::Run;

use crate::support::{Site, date, in_three_languages, run};

const TYPED: &str = "label: {en: Parks, de: Parks, fr: Parcs}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n  trees: {type: integer, label: {en: Trees, de: Bäume, fr: Arbres}, tracked: true}\n  area: {type: decimal, unit: hectare, label: {en: Area, de: Fläche, fr: Surface}}\n  level:\n    type: choice\n    label: {en: Level, de: Ebene, fr: Niveau}\n    options: {national: {en: National, de: National, fr: National}, local: {en: Local, de: Örtlich, fr: Local}}\n  opened: {type: date, label: {en: Opened, de: Eröffnet, fr: Ouverture}}\n  free: {type: boolean, label: {en: Free, de: Kostenlos, fr: Gratuit}}\n  city: {type: reference, to: cities, label: {en: City, de: Stadt, fr: Ville}}\n  place: {type: location, label: {en: Place, de: Ort, fr: Lieu}}\n  motto: {type: text, translated: true, label: {en: Motto, de: Motto, fr: Devise}}\n";

/// What a list of corrections tells of each: id, part, when, change.
const INDEX: &str = "{% for r in records %}[{{ r.id }}|{{ r.part }}|{{ r.when }}|{{ r.change }}|{{ r.was }}|{{ r.now }}]\n{% endfor %}{% for r in records %}{% for f in r.figures %}[{{ f.id }}]{% endfor %}{% endfor %}";

/// A site of three languages with one park, which has a field of each kind.
fn office() -> Site {
    let unit = |words: &str| format!("unit-hectare = {words}\n");
    in_three_languages()
        .with("content/locales/en.ftl", &unit("{ $value } hectares"))
        .with("content/locales/de.ftl", &unit("{ $value } Hektar"))
        .with("content/locales/fr.ftl", &unit("{ $value } hectares"))
        .with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo (Stadt), fr: Zibo}\n")
        .with("content/parks/_collection.yaml", TYPED)
        .with("content/parks/north.yaml", "name: {en: North Park, de: Nordpark, fr: Parc du Nord}\nsource: report-2025\ntrees: [{is: 350, since: 2020}]\narea: {is: 1250.5, bound: more-than}\nlevel: local\nopened: 2020-06-01\nfree: true\ncity: zibo\nplace: {latitude: 36.65, longitude: 117.12}\nmotto: {en: Green and quiet, de: Grün und still, fr: Vert et calme}\n")
        .with("content/templates/corrections/index.html", INDEX)
}

fn correction(rest: &str) -> String {
    format!(
        "kind: correction\ngrade: minor\ndate: 2026-11-20\nreason: {{en: Misread, de: Falsch gelesen, fr: Mal lu}}\nof: parks/north\n{rest}"
    )
}

/// What the index of corrections tells of the one correction, in English, German and French.
fn told(rest: &str) -> [String; 3] {
    let built = office().with("content/corrections/c.yaml", &correction(rest)).build();
    assert_eq!(built.findings(), Vec::<String>::new());
    ["en/corrections", "de/berichtigungen", "fr/rectificatifs"]
        .map(|folder| built.text(&format!("{folder}/index.html")).trim().to_owned())
}

/// What is found about a correction.
fn found(rest: &str) -> Vec<String> {
    let built = office().with("content/corrections/c.yaml", &correction(rest)).build();
    let finding = |d: &prospectus::diagnostics::Diagnostic| {
        let hint = d.hint.clone().unwrap_or_default();
        format!("{} {}:{} {}; {hint}", d.code.name, d.place.line, d.place.column, d.message)
    };
    built.diagnostics.iter().map(finding).collect()
}

/// A change as HTML says it, between these words.
fn change(before: &str, was: &str, between: &str, now: &str) -> String {
    format!("{before}<del><bdi>{was}</bdi></del>{between}<ins><bdi>{now}</bdi></ins>")
}

#[test]
fn a_number_is_told_with_its_unit_and_bound_as_each_language_writes_them() {
    let told = told("field: area\nwas: 1250.5\nnow: {is: 1250.5, bound: more-than}\n");

    let data = |text: &str| format!("<data value=\"1250.5\">{text}</data>");
    let row = |part: &str, change: String, was: &str, now: &str| format!("[c|{part}||{change}|{was}|{now}]");
    let (was, now) = ("1,250.5 hectares", "more than 1,250.5 hectares");
    assert_eq!(told[0], row("Area", change("from ", &data(was), " to ", &data(now)), was, now));
    let (was, now) = ("1.250,5 Hektar", "mehr als 1.250,5 Hektar");
    assert_eq!(told[1], row("Fläche", change("von ", &data(was), " auf ", &data(now)), was, now));
    assert!(told[2].contains("1\u{202f}250,5 hectares</data></bdi></del>"), "{}", told[2]);
}

#[test]
fn an_option_a_date_a_record_and_yes_or_no_are_told_in_each_language() {
    let of = |rest: &str| told(rest).map(|line| line.split('|').skip(4).collect::<Vec<_>>().join("|"));

    assert_eq!(of("field: level\nwas: national\nnow: local\n")[1], "National|Örtlich]");
    let opened = of("field: opened\nwas: 2019\nnow: 2020-06-01\n");
    assert_eq!(opened, ["2019|June 1, 2020]", "2019|1.\u{a0}Juni 2020]", "2019|1er\u{a0}juin 2020]"]);
    assert_eq!(of("field: free\nwas: false\nnow: true\n"), ["no|yes]", "nein|ja]", "non|oui]"]);
    assert_eq!(of("field: city\nwas: jinan\nnow: cities/zibo\n")[1], "Jinan|Zibo (Stadt)]");
    assert_eq!(
        of("field: place\nwas: 36.5, 117\nnow: {latitude: 36.65, longitude: 117.12}\n")[1],
        "36,5; 117|36,65; 117,12]"
    );
    assert_eq!(
        of("field: area\nwas: {missing: not-available}\nnow: 1250.5\n")[1],
        "nicht veröffentlicht|1.250,5 Hektar]"
    );
    assert_eq!(
        of("field: motto\nwas: {en: Green, de: Grün, fr: Vert}\nnow: {en: Quiet, de: Still, fr: Calme}\n"),
        ["Green|Quiet]", "Grün|Still]", "Vert|Calme]"]
    );
}

#[test]
fn a_record_that_a_value_names_is_a_link_and_its_key_once_it_is_gone() {
    let told = told("field: city\nwas: gone-city\nnow: zibo\n");

    assert!(told[1].contains("<del><bdi>cities/gone-city</bdi></del>"), "{}", told[1]);
    assert!(told[1].contains("<ins><bdi><a href=\"/de/staedte/zibo/\">Zibo (Stadt)</a></bdi></ins>"), "{}", told[1]);
}

#[test]
fn what_a_correction_says_wrongly_is_found_at_its_word() {
    let cases = [
        (
            "field: level\nwas: natonal\nnow: local\n",
            "correction 7:6 `natonal` is not an option of `level`; did you mean `national`?",
        ),
        (
            "field: area\nwas: 1,5\nnow: 12\n",
            "correction 7:6 `1,5` is not a number; write digits, without separators: 58.5",
        ),
        (
            "field: area\nwas: {is: 12, bound: morethan}\n",
            "correction 7:22 `morethan` is no word for `was`; did you mean `more-than`?",
        ),
        ("field: trees\nwas: 1.5\n", "correction 7:6 `1.5` is not a whole number, as the field has it; "),
        ("field: opened\nwas: 2019-13\n", "correction 7:6 `2019-13` is not a date; write 2022, 2022-02 or 2022-02-28"),
        ("field: free\nwas: maybe\n", "correction 7:6 `maybe` is not `true` or `false`; write true or false"),
        (
            "field: city\nnow: zbo\n",
            "correction 7:6 `zbo` is not a record that the field may lead to; write its id, as the field has it",
        ),
        ("field: aera\n", "correction 6:8 parks has no field `aera`; did you mean `area`?"),
        (
            "field: area\nitem: {use: lake}\n",
            "correction 7:7 `area` is no list of groups, so it has no entries to tell apart; remove `item`",
        ),
        (
            "item: {use: lake}\n",
            "correction 6:7 there is no list in what this corrects; `item` tells an entry of a list from others: name the list, `field: …`",
        ),
        (
            "field: trees\non: 2020-31\n",
            "correction 7:5 `2020-31` is not a date; write the date as it was published, 2022-02, or a range: `{from: 2018, to: 2022}`",
        ),
        (
            "field: trees\non: {from: 2022, to: 2018}\n",
            "correction 7:22 the range ends, 2018, before it begins, 2022; ",
        ),
        (
            "field: trees\non: {from: 2018}\n",
            "correction 7:5 a range has a first and a last date; write both, which are included: `on: {from: 2018, to: 2022}`",
        ),
        (
            "field: trees\non: {from: 2018, till: 2022}\n",
            "unknown-key 7:18 `till` is not a key of a range of dates; known here: from, to",
        ),
        (
            "field: trees\non: {from: 2018, to: 2022}\nwas: 12\n",
            "correction 8:6 `was` has no place where several values are corrected; remove `was`: the old values come from content/published.lock, the new from the content",
        ),
        (
            "group: lake\n",
            "correction 6:8 there is no group in what this corrects; `group` is a part of a figure; `field` names a fact of any record",
        ),
    ];
    for (rest, expected) in cases {
        let found = found(rest);
        assert!(found.iter().any(|finding| finding == expected), "expected {expected}\nfound {found:#?}");
    }
}

#[test]
fn words_for_readers_of_one_language_are_warned_of_and_still_shown() {
    let motto = "field: motto\nwas: Green\nnow: {en: Quiet, de: Still, fr: Calme}\n";
    let area = "field: area\nwas: about one square mile\nnow: 1250.5\n";

    assert_eq!(
        found(motto),
        ["correction-words 7:6 `was` is one text for readers of all languages; write `was: {en: …, de: …, fr: …}`"]
    );
    assert!(found(area)[0].starts_with("correction-words 7:6 `was` is in words where its field holds a number"));
    let built = office().with("content/corrections/c.yaml", &correction(area)).build();
    assert!(built.text("de/berichtigungen/index.html").contains("<bdi>about one square mile</bdi>"));
    let monolingual = office()
        .with("content/site.yaml", "title: Parks\nbase_url: https://parks.example\nlanguages: [en]\n")
        .with("content/corrections/c.yaml", &correction(motto).replace("{en: Quiet, de: Still, fr: Calme}", "Quiet"))
        .build();
    let codes: Vec<&str> =
        monolingual.diagnostics.iter().map(|d| d.code.name).filter(|name| name.starts_with("correction")).collect();
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn a_correction_says_in_the_feed_what_changed() {
    let built =
        office().with("content/corrections/c.yaml", &correction("field: level\nwas: national\nnow: local\n")).build();

    let feed = built.text("de/feed.xml");
    assert!(feed.contains("<summary>Nordpark (Ebene): vorher: National; jetzt: Örtlich</summary>"), "{feed}");
}

#[test]
fn a_correction_has_typed_columns_and_its_values_a_table_of_their_own() {
    let rest = "field: area\nwas: {missing: not-available}\nnow: {is: 1250.5, bound: more-than}\n";
    let dated = correction("field: trees\non: 2020\nwas: 340\nnow: 350\n");
    let built = office()
        .with("content/corrections/c.yaml", &correction(rest))
        .with("content/corrections/d.yaml", &dated)
        .build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let cells = |path: &str| -> Vec<String> { built.text(path).lines().map(str::to_owned).collect() };
    let table = cells("data/corrections.csv");
    assert!(table[0].contains(",of,field,group,item,on,from,to,was,was_bound,was_missing,now,now_bound,now_missing,"));
    assert!(table[1].contains(",parks/north,area,,,,,,,,not-available,1250.5,more-than,,"), "{}", table[1]);
    assert!(table[2].contains(",parks/north,trees,,,2020,,,340,,,350,,,"), "{}", table[2]);
    let changes = cells("data/corrections.changes.csv");
    assert!(
        changes[0]
            .starts_with("correction,of,field,group,on,was,was_bound,was_missing,now,now_bound,now_missing,as_of")
    );
    assert!(changes[1].starts_with("c,parks/north,area,,,,,not-available,1250.5,more-than,,"), "{}", changes[1]);
    assert!(changes[2].starts_with("d,parks/north,trees,,2020,340,,,350,,,"), "{}", changes[2]);
    let json: serde_json::Value = serde_json::from_str(built.text("data/corrections.json")).unwrap();
    let told = &json["records"][1];
    assert_eq!((&told["on"], &told["changes"][0]["was"]["value"]), (&"2020".into(), &340.into()));
    assert_eq!(json["records"][0]["changes"][0]["now"], serde_json::json!({"value": 1250.5, "bound": "more-than"}));
    assert_eq!(told["facts"]["of"]["value"][0]["value"], "parks/north");
}

/// What a park says but its trees and what is asked.
fn park(facts: &str) -> String {
    format!("name: {{en: North Park, de: Nordpark, fr: Parc du Nord}}\nsource: report-2025\n{facts}")
}

const NORTH: &str = "content/parks/north.yaml";

fn findings(site: &Site) -> Vec<String> {
    site.build().diagnostics.iter().map(|d| format!("{} {}", d.code.name, d.message)).collect()
}

#[test]
fn a_fact_that_changes_needs_a_correction_that_fits_what_was_published_and_what_the_site_says() {
    let before = "area: {is: 600, bound: more-than}\nlevel: local\n";
    let published = office().with(NORTH, &park(before)).published();
    let changed = published.with(NORTH, &park("area: 12\nlevel: local\n"));
    let told = |rest: &str| changed.clone().with("content/corrections/c.yaml", &correction(rest));
    let of_it = "`area` of parks/north";

    assert_eq!(findings(&changed).len(), 1);
    let right = told("field: area\nwas: {is: 600, bound: more-than}\nnow: 12.0\n");
    assert_eq!(findings(&right), Vec::<String>::new());
    assert_eq!(findings(&told("field: area\nwas: more-than 600\nnow: 12\n")), Vec::<String>::new());
    let wrong = findings(&told("field: area\nwas: 600\nnow: 12\n"));
    assert!(
        wrong.contains(&format!("correction {of_it} was 600, this says, but more than 600 was published")),
        "{wrong:?}"
    );
    let wrong = findings(&told("field: area\nwas: {is: 600, bound: more-than}\nnow: 13\n"));
    assert!(wrong.contains(&format!("correction {of_it} is 13 now, this says, but the site says 12")), "{wrong:?}");

    // Once published it is history: the next change needs the next correction, which follows it.
    let again = right.published();
    assert_eq!(findings(&again), Vec::<String>::new());
    let next = again.with(NORTH, &park("area: 14\nlevel: local\n"));
    assert_eq!(findings(&next).len(), 1);
    let second = |was: &str| {
        let text = correction(&format!("field: area\nwas: {was}\nnow: 14\n")).replace("11-20", "11-23");
        findings(&next.clone().with("content/corrections/d.yaml", &text))
    };
    assert_eq!(second("12"), Vec::<String>::new());
    let apart = format!("correction {of_it} was 11 before, this says, but the correction before it says 12.0");
    assert!(second("11").contains(&apart), "{:?}", second("11"));
}

#[test]
fn a_value_that_is_withdrawn_and_one_that_has_another_date_are_told_of() {
    let published = office().with(NORTH, &park("trees: [{is: 350, since: 2020}]\nlevel: local\n")).published();
    let gone = published.clone().with(NORTH, &park("trees: [{is: 350, since: 2020}]\n"));
    let moved = published.with(NORTH, &park("trees: [{is: 350, since: 2021-05}]\nlevel: local\n"));
    let with = |site: &Site, rest: &str| site.clone().with("content/corrections/c.yaml", &correction(rest));

    assert_eq!((findings(&gone).len(), findings(&moved).len()), (1, 1));
    assert_eq!(findings(&with(&gone, "field: level\nwas: local\n")), Vec::<String>::new());
    let dated = with(&moved, "field: trees\non: 2020\nwas: 350\nnow: {is: 350, since: 2021-05}\n");
    assert_eq!(findings(&dated), Vec::<String>::new());
    let german = dated.build().text("de/berichtigungen/index.html").to_owned();
    assert!(german.ends_with("|350|350 (seit Mai 2021)]\n"), "{german}");
    assert_eq!(findings(&with(&moved, "field: trees\non: 2020\nwas: 350\n")), Vec::<String>::new());
    assert!(!findings(&with(&moved, "field: trees\non: 2020\nwas: 350\nnow: {is: 350, since: 2022}\n")).is_empty());
}

/// Trees of the years from 2003 to 2022, `more` in each.
fn series(more: usize) -> String {
    let years: String =
        (2003..=2022).map(|year| format!("  - {{is: {}, since: {year}}}\n", year - 1900 + more)).collect();
    park(&format!("trees:\n{years}"))
}

#[test]
fn a_revised_series_is_one_correction_that_shows_old_and_new() {
    let published = office().with(NORTH, &series(0)).published();
    let revised = published.with(NORTH, &series(10));
    let kind = |rest: &str| correction(rest).replace("kind: correction", "kind: revision");
    let told = revised.clone().with("content/corrections/c.yaml", &kind("field: trees\non: {from: 2003, to: 2022}\n"));
    let rows = |site: &Site| {
        let built = site.build();
        let html = built.text("de/berichtigungen/c/index.html");
        let cells: Vec<String> = html
            .split("<tr>")
            .skip(2)
            .map(|row| {
                let values = row
                    .split("<bdi>")
                    .skip(1)
                    .map(|cell| cell.split("</data>").next().unwrap().rsplit('>').next().unwrap());
                values.collect::<Vec<_>>().join(" → ")
            })
            .collect();
        cells
    };
    let expected: Vec<String> = (2003..=2022).map(|year| format!("{} → {}", year - 1900, year - 1890)).collect();

    assert_eq!(findings(&revised).len(), 20);
    assert_eq!(findings(&told), Vec::<String>::new());
    assert_eq!(rows(&told), expected);
    let on = |day: &str| Run { today: date(day), ..run() };
    let again = told.published_for(on("2026-11-25"));
    assert_eq!(findings(&again), Vec::<String>::new());
    assert_eq!(rows(&again), expected, "the record keeps the old values");
    assert!(again.build().text("de/berichtigungen/index.html").contains("[c|Bäume|2003 bis 2022|20 Werte||]"));
    assert_eq!(again.build().text("data/corrections.changes.csv").lines().count(), 21);

    // A part of it that is corrected again later: what the revision made of it stays on its page.
    let text =
        String::from_utf8(again.0[NORTH].clone()).unwrap().replace("is: 132, since: 2022", "is: 140, since: 2022");
    let second = correction("field: trees\non: 2022\nwas: 132\nnow: 140\n").replace("11-20", "11-23");
    let later = again.with(NORTH, &text).with("content/corrections/d.yaml", &second);
    assert_eq!(findings(&later), Vec::<String>::new());
    assert_eq!(rows(&later), expected);
    assert_eq!(rows(&later.published_for(on("2026-11-26"))), expected);
}

#[test]
fn a_correction_of_a_fact_tells_of_the_figure_that_takes_its_reports_from_it() {
    let figure = "label: {en: Trees, de: Bäume, fr: Arbres}\nreported: parks/north#trees\n";
    let site = office()
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Kennzahlen, fr: Chiffres}\n")
        .with("content/figures/trees.yaml", figure)
        .with(NORTH, &park("trees: [{is: 350, since: 2020}]\n"))
        .published();
    let changed = site.with(NORTH, &park("trees: [{is: 340, since: 2020}]\n"));
    let told =
        changed.clone().with("content/corrections/c.yaml", &correction("field: trees\non: 2020\nwas: 350\nnow: 340\n"));

    assert_eq!(findings(&changed).len(), 2);
    assert_eq!(findings(&told), Vec::<String>::new());
    let later = told.published_for(Run { today: date("2026-11-25"), ..run() });
    assert_eq!(findings(&later), Vec::<String>::new());
    for site in [&told, &later] {
        let built = site.build();
        let page = built.text("de/kennzahlen/trees/index.html");
        assert!(page.contains("<a href=\"/de/berichtigungen/c/\">Falsch gelesen</a>"), "{page}");
        let comment = "\"correction\":[{\"@type\":\"CorrectionComment\",\"text\":\"Nordpark (Bäume; 2020): von 350 auf 340. Falsch gelesen\",\"datePublished\":\"2026-11-20\",\"url\":\"https://parks.example/de/berichtigungen/c/\"}]";
        assert!(page.contains(comment), "{page}");
        assert!(built.text("de/parks/north/index.html").contains("Falsch gelesen"));
        assert!(built.text("de/berichtigungen/index.html").contains("[trees]"));
    }
}

#[test]
fn a_figure_whose_formula_asks_for_a_corrected_field_is_touched_when_it_changed_with_it() {
    let of = |level: &str| park(&format!("level: {{is: {level}, since: 2020}}\n"));
    let figure =
        "label: {en: Local parks, de: Örtliche Parks, fr: Parcs locaux}\ncount: parks\nwhere: {level: local}\n";
    let site = office()
        .with("content/parks/_collection.yaml", &TYPED.replace("  level:\n", "  level:\n    tracked: true\n"))
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Kennzahlen, fr: Chiffres}\n")
        .with("content/figures/local.yaml", figure)
        .with(NORTH, &of("local"))
        .published();
    let of_fact = correction("field: level\non: 2020\nwas: local\nnow: national\n");
    let told = site.with(NORTH, &of("national")).with("content/corrections/c.yaml", &of_fact);
    let of_figure = correction("on: 2020-01-01\nwas: 1\nnow: 0\n").replace("parks/north", "figures/local");
    let both = told.clone().with("content/corrections/d.yaml", &of_figure);
    let figures = |site: &Site| site.build().text("de/berichtigungen/index.html").matches("[local]").count();

    assert_eq!(findings(&told).len(), 1, "{:?}", findings(&told));
    assert_eq!(findings(&both), Vec::<String>::new());
    assert_eq!((figures(&told), figures(&both)), (0, 2));
}

#[test]
fn an_entry_of_a_list_is_named_by_what_tells_it_from_others() {
    let list = "  uses:\n    type: list\n    key: [what]\n    label: {en: Uses, de: Nutzungen, fr: Usages}\n    of:\n      type: group\n      fields:\n        what: {type: choice, label: {en: Use, de: Nutzung, fr: Usage}, options: {lake: {en: Lake, de: See, fr: Lac}, meadow: {en: Meadow, de: Wiese, fr: Pré}}}\n        size: {type: decimal, unit: hectare, label: {en: Size, de: Größe, fr: Taille}}\n";
    let of = |lake: &str| park(&format!("uses: [{{what: lake, size: {lake}}}, {{what: meadow, size: 3}}]\n"));
    let site =
        office().with("content/parks/_collection.yaml", &format!("{TYPED}{list}")).with(NORTH, &of("2")).published();
    let changed = site.with(NORTH, &of("2.5"));
    let rest = "field: uses.size\nitem: {what: lake}\nwas: 2\nnow: 2.5\n";
    let told = |rest: &str| changed.clone().with("content/corrections/c.yaml", &correction(rest));

    assert_eq!(findings(&told(rest)), Vec::<String>::new());
    let german = told(rest).build().text("de/berichtigungen/index.html").to_owned();
    assert!(german.contains("[c|Nutzungen: Größe (See)||"), "{german}");
    assert!(german.contains("|2 Hektar|2,5 Hektar]"), "{german}");
    let other = findings(&told(&rest.replace("lake", "meadow")));
    assert!(other.iter().any(|found| found.starts_with("fact-changed `uses[lake].size`")), "{other:?}");
    assert!(
        other.iter().any(|found| found.starts_with("correction `uses[meadow].size` of parks/north is 2.5 now")),
        "{other:?}"
    );
    let unknown = findings(&told(&rest.replace("lake", "laek")));
    assert!(unknown.iter().any(|found| found == "correction `laek` is not an option of `what`"), "{unknown:?}");
}

#[test]
fn one_correction_tells_of_one_field_of_several_records() {
    let south = "content/parks/south.yaml";
    let of = |level: &str| park(&format!("level: {level}\n"));
    let southern = |level: &str| of(level).replace("North", "South").replace("Nord", "Süd");
    let site = office().with(NORTH, &of("local")).with(south, &southern("local")).published();
    let changed = site.with(NORTH, &of("national")).with(south, &southern("national"));
    let text = correction("field: level\n").replace("of: parks/north", "of: [parks/north, parks/south]");
    let told = changed.with("content/corrections/c.yaml", &text);

    assert_eq!(findings(&told), Vec::<String>::new());
    let page = told
        .published_for(Run { today: date("2026-11-25"), ..run() })
        .build()
        .text("de/berichtigungen/c/index.html")
        .to_owned();
    assert_eq!(page.matches("<del><bdi>Örtlich</bdi></del>").count(), 2, "{page}");
    assert_eq!(page.matches("<ins><bdi>National</bdi></ins>").count(), 2, "{page}");
}

#[test]
fn an_entry_that_took_the_place_of_another_is_told_of_by_what_changed_in_it() {
    let list = "  owners:\n    type: list\n    key: [role, city]\n    label: {en: Owners, de: Träger, fr: Propriétaires}\n    of:\n      type: group\n      fields:\n        role: {type: choice, label: {en: Role, de: Rolle, fr: Rôle}, options: {lead: {en: Lead, de: Federführung, fr: Chef de file}}}\n        city: {type: reference, to: cities, back: owned, label: {en: City, de: Stadt, fr: Ville}}\n";
    let of = |city: &str| park(&format!("owners: [{{role: lead, city: {city}}}]\n"));
    let site = office()
        .with("content/parks/_collection.yaml", &format!("{TYPED}{list}"))
        .with(NORTH, &of("jinan"))
        .published();
    let changed = site.with(NORTH, &of("zibo"));
    let told = changed.clone().with(
        "content/corrections/c.yaml",
        &correction("field: owners.city\nitem: {role: lead}\nwas: jinan\nnow: zibo\n"),
    );

    assert_eq!(findings(&changed).len(), 1, "{:?}", findings(&changed));
    assert_eq!(findings(&told), Vec::<String>::new());
    let german = told.build().text("de/berichtigungen/index.html").to_owned();
    assert!(german.contains("[c|Träger: Stadt (Federführung)||"), "{german}");
    assert!(german.contains("|Jinan|Zibo (Stadt)]"), "{german}");
    assert_eq!(findings(&told.published()), Vec::<String>::new());
}

#[test]
fn numbers_that_look_alike_in_short_are_told_with_all_digits() {
    let short = TYPED.replace("type: decimal, unit: hectare", "type: decimal, display: compact, unit: hectare");
    let of = "field: area\nwas: 201100000\nnow: 201300000\n";
    let built = office()
        .with("content/parks/_collection.yaml", &short)
        .with("content/corrections/c.yaml", &correction(of))
        .with("content/corrections/d.yaml", &correction(&of.replace("201300000", "250000000")))
        .build();

    let german = built.text("de/berichtigungen/index.html").replace('\u{a0}', " ");
    assert!(german.contains("|201.100.000 Hektar|201.300.000 Hektar]"), "{german}");
    assert!(german.contains("|201 Mio. Hektar|250 Mio. Hektar]"), "{german}");
}

#[test]
fn a_correction_names_the_texts_that_quote_the_value() {
    let page = |text: &str| format!("---\ntitle: About\n---\n{text}\n");
    let built = office()
        .with("content/pages/quotes/en.md", &page("The park has [](@parks/north#trees)."))
        .with("content/pages/names/en.md", &page("See [the park](@parks/north) and its area, [](@parks/north#area)."))
        .with(
            "content/templates/corrections/record.html",
            "{% for x in touched(record=record) %}[{{ x.key }}]{% endfor %}",
        )
        .with("content/corrections/c.yaml", &correction("field: trees\non: 2020\nwas: 340\nnow: 350\n"))
        .build();

    assert_eq!(built.text("de/berichtigungen/c/index.html"), "[pages/quotes]");
}

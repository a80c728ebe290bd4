//! What charts and maps say in a sentence to those who do not see them.

use crate::support::{Built, Site, small};

/// A site in three languages with a figure on its page in each.
fn site(figure: &str) -> Site {
    let pages = String::from_utf8(small().0["content/pages/_collection.yaml"].clone()).unwrap();
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    let three = |text: String| {
        text.replace("de: Parks}", "de: Parks, fr: Parcs}")
            .replace("de: Seiten}", "de: Seiten, fr: Pages}")
            .replace("de: ''}", "de: '', fr: ''}")
            .replace("[en, de]", "[en, de, fr]")
    };
    let mut site = Site::default()
        .with(
            "content/site.yaml",
            &format!("{}as_of: 2026-06-30\n", three(settings).replace("[parks]", "[pages/about]")),
        )
        .with("content/pages/_collection.yaml", &three(pages))
        .with("content/pages/home.yaml", "title: {en: Home, de: Start, fr: Accueil}\nslug: ''\n")
        .with(
            "content/sources/report.yaml",
            "title: Report\nlanguage: en\npublisher: City\ndate: 2025-03\nurl: https://city.example/r\n",
        )
        .with("content/figures/trees.yaml", &format!("label: {{en: Trees, de: Bäume, fr: Arbres}}\n{figure}"));
    for language in ["en", "de", "fr"] {
        let page = "---\ntitle: T\nslug: t\n---\n![Trees](@figures/trees)\n";
        site = site.with(&format!("content/pages/about/{language}.md"), page);
    }
    site
}

fn reported(values: &str) -> Site {
    let values: String = values.lines().map(|line| format!("  - {{{}, source: report}}\n", line.trim())).collect();
    site(&format!("reported:\n{values}"))
}

/// What stands between two pieces of a page, the first time.
fn between(built: &Built, language: &str, begin: &str, end: &str) -> String {
    let page = built.text(&format!("{language}/t/index.html"));
    let figure = &page[page.find("<figure").unwrap_or_else(|| panic!("no picture: {page}"))..];
    let from = figure.find(begin).unwrap_or_else(|| panic!("no {begin}: {figure}"));
    let rest = figure[from..].split_once('>').unwrap().1;
    rest.split_once(end).unwrap().0.to_owned()
}

fn lines(site: &Site) -> [String; 3] {
    let built = site.build();
    assert_eq!(built.findings(), Vec::<String>::new());
    ["en", "de", "fr"].map(|language| between(&built, language, "<desc", "</desc>"))
}

fn bars(site: &Site) -> [String; 3] {
    let built = site.build();
    assert_eq!(built.findings(), Vec::<String>::new());
    ["en", "de", "fr"].map(|language| between(&built, language, "<p class=\"vh\"", "</p>"))
}

#[test]
fn of_values_that_are_counted_in_different_ways_it_is_not_said_how_they_run() {
    let values = "change: none\nreported:\n  - {is: 20, since: 2020, bound: more-than, source: report}\n  - {is: 8, since: 2021, source: report}\n";

    assert_eq!(lines(&site(values))[0], "2020: more than 20; 2021: 8");
}

#[test]
fn a_line_says_how_its_values_run_and_the_last_with_its_status() {
    let rising = "is: 22, since: 2022-02-28\nis: 29, since: 2023-01\nis: 35, since: 2023-12-15\nis: 40, since: 2024-12-02, status: provisional";

    assert_eq!(
        lines(&reported(rising)),
        [
            "Rises with each value, from 22 (February 28, 2022) to 40 (December 2, 2024; provisional).",
            "Steigt von Wert zu Wert, von 22 (28.\u{a0}Februar 2022) auf 40 (2.\u{a0}Dezember 2024; vorläufig).",
            "En hausse à chaque valeur\u{a0}: 22 (28\u{a0}février 2022) au début, 40 (2\u{a0}décembre 2024\u{202f}; provisoire) à la fin.",
        ]
    );
    assert_eq!(
        lines(&reported("is: 9, since: 2022\nis: 4, since: 2023")),
        [
            "Falls from 9 (2022) to 4 (2023).",
            "Fällt von 9 (2022) auf 4 (2023).",
            "En baisse\u{a0}: 9 (2022), puis 4 (2023).",
        ]
    );
}

#[test]
fn a_line_that_goes_up_and_down_says_its_extremes_and_what_is_missing() {
    let mixed = "is: 5, since: 2020\nis: 9, since: 2021\nmissing: not-available, since: 2022\nis: 2, since: 2023\nis: 9, since: 2024\nis: 4, since: 2025";

    assert_eq!(
        lines(&reported(mixed)),
        [
            "Rises and falls: 5 (2020) at the beginning, 4 (2025) at the end. Highest: 9 (2021), reached 2 times. Lowest: 2 (2023). No value: 2022.",
            "Steigt und fällt: am Anfang 5 (2020), am Ende 4 (2025). Höchster Wert: 9 (2021), 2-mal erreicht. Niedrigster Wert: 2 (2023). Ohne Wert: 2022.",
            "Tantôt en hausse, tantôt en baisse\u{a0}: 5 (2020) au début, 4 (2025) à la fin. Valeur la plus élevée\u{a0}: 9 (2021), atteinte 2 fois. Valeur la plus basse\u{a0}: 2 (2023). Sans valeur\u{a0}: 2022.",
        ]
    );
}

#[test]
fn a_bound_is_compared_only_as_far_as_it_reaches() {
    assert_eq!(
        lines(&reported("is: 20, bound: more-than, since: 2020\nis: 22, since: 2021\nis: 30, since: 2022"))[0],
        "more than 20 (2020) at the beginning, 30 (2022) at the end."
    );
    assert_eq!(
        lines(&reported("is: 20, since: 2020\nis: 20, bound: more-than, since: 2021")),
        [
            "Rises from 20 (2020) to more than 20 (2021).",
            "Steigt von 20 (2020) auf mehr als 20 (2021).",
            "En hausse\u{a0}: 20 (2020), puis plus de 20 (2021).",
        ]
    );
}

#[test]
fn one_value_and_equal_values_have_no_course() {
    assert_eq!(
        lines(&reported("is: 3, since: 2020")),
        ["One value: 3 (2020).", "Ein Wert: 3 (2020).", "Une seule valeur\u{a0}: 3 (2020)."]
    );
    assert_eq!(
        lines(&reported("is: 3, since: 2020\nis: 3, since: 2021\nis: 3, since: 2022")),
        [
            "Stays the same from 2020 to 2022: 3.",
            "Bleibt gleich, von 2020 bis 2022: 3.",
            "Sans changement entre 2020 et 2022\u{a0}: 3.",
        ]
    );
    assert_eq!(
        lines(&reported("is: 3, since: 2020\nis: 3, since: 2021\nis: 4, since: 2022"))[0],
        "Rises and never falls, from 3 (2020) to 4 (2022)."
    );
}

#[test]
fn a_chart_without_values_says_nothing_of_a_course() {
    let built = reported("missing: not-yet, since: 2020").build();

    let page = built.text("en/t/index.html");
    assert!(page.contains("<p class=\"nothing\">No values yet.</p>") && !page.contains("<desc"), "{page}");
}

#[test]
fn bars_say_which_is_highest_who_has_none_and_what_is_in_no_group() {
    let model = "label: {en: Parks, de: Parks, fr: Parcs}\nroles: {title: name}\nfields:\n  name: {type: text, required: true}\n  trees: {type: integer}\n";
    let park = |name: &str, trees: &str| format!("source: report\nname: {name}\n{trees}\n");
    let parks = |values: [&str; 3]| {
        let site = site("sum: parks.trees\nby: id\n").with("content/parks/_collection.yaml", model);
        ["East", "North", "South"].iter().zip(values).fold(site, |site, (name, trees)| {
            site.with(&format!("content/parks/{}.yaml", name.to_lowercase()), &park(name, trees))
        })
    };

    assert_eq!(
        bars(&parks(["trees: 3", "trees: 7", "trees: {missing: not-available}"])),
        [
            "Highest: North, 7. Without a value: South.",
            "Höchster Wert: North, 7. Ohne Wert: South.",
            "Valeur la plus élevée\u{a0}: North, 7. Sans valeur\u{a0}: South.",
        ]
    );
    assert_eq!(
        bars(&parks(["trees: 7", "trees: 7", "trees: 1"])),
        [
            "Highest: East and North, each 7.",
            "Höchster Wert: East und North, je 7.",
            "Valeur la plus élevée\u{a0}: East et North, à égalité, 7.",
        ]
    );
    assert_eq!(
        bars(&parks(["trees: 2", "trees: 2", "trees: 2"])),
        ["All 3 have the same value: 2.", "Alle 3 haben denselben Wert: 2.", "Même valeur pour les 3\u{a0}: 2.",]
    );
    let unsure = parks(["trees: {is: 7, bound: more-than}", "trees: 9", "trees: 1"]).build();
    assert!(!unsure.text("en/t/index.html").contains("Highest"), "more than 7 may be more than 9");
}

#[test]
fn a_map_says_how_many_places_the_most_and_what_has_none() {
    let square = |id: &str, west: u32| {
        format!(
            r#"{{"type": "Feature", "properties": {{"id": "{id}"}}, "geometry": {{"type": "Polygon", "coordinates": [[[{west}, 35], [{west}.9, 35], [{west}.9, 36], [{west}, 36], [{west}, 35]]]}}}}"#
        )
    };
    let shapes = [square("jinan", 117), square("linyi", 118), square("weifang", 119)].join(",");
    let cities = "label: {en: Cities, de: Städte, fr: Villes}\nroles: {title: name}\nboundaries: {file: cities.geojson, id: id}\nfields:\n  name: {type: text, required: true}\n";
    let parks = "label: {en: Parks, de: Parks, fr: Parcs}\nroles: {title: name}\nfields:\n  name: {type: text, required: true}\n  trees: {type: integer}\n  city: {type: reference, to: cities}\n";
    let mut site = site("sum: parks.trees\nby: city\n")
        .with("content/cities/_collection.yaml", cities)
        .with("content/cities/cities.geojson", &format!(r#"{{"type": "FeatureCollection", "features": [{shapes}]}}"#))
        .with("content/parks/_collection.yaml", parks)
        .with("content/parks/north.yaml", "source: report\nname: North\ncity: jinan\ntrees: 45\n")
        .with(
            "content/parks/south.yaml",
            "source: report\nname: South\ncity: linyi\ntrees: {missing: not-available}\n",
        );
    for (id, name) in [("jinan", "Jinan"), ("linyi", "Linyi"), ("weifang", "Weifang"), ("nowhere", "Nowhere")] {
        site = site.with(&format!("content/cities/{id}.yaml"), &format!("name: {name}\n"));
    }
    for language in ["en", "de", "fr"] {
        let page = "---\ntitle: T\nslug: t\n---\n![](@cities?view=map&figure=trees)\n";
        site = site.with(&format!("content/pages/about/{language}.md"), page);
    }

    assert_eq!(
        lines(&site),
        [
            "3 places. Highest: Jinan, 45. Without a value: Linyi. Not on the map: Nowhere.",
            "3 Orte. Höchster Wert: Jinan, 45. Ohne Wert: Linyi. Nicht auf der Karte: Nowhere.",
            "3 lieux. Valeur la plus élevée\u{a0}: Jinan, 45. Sans valeur\u{a0}: Linyi. Hors de la carte\u{a0}: Nowhere.",
        ]
    );
}

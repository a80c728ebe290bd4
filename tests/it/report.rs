//! What the pages of the first site may not say: denials that nobody can vouch for, a publisher that nobody confirmed, internals;
//! and how its words are set in German and French.

use std::fs;
use std::path::{Path, PathBuf};

use crate::published::today;
use crate::support::small;

/// Every page below a folder of the output, with its text.
fn pages(below: &str) -> Vec<(PathBuf, String)> {
    let (mut found, mut folders) = (Vec::new(), vec![today().0.join("site").join(below)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension() {
                Some(ending) if ending == "html" => found.push((path.clone(), fs::read_to_string(&path).unwrap())),
                None if path.is_dir() => folders.push(path),
                _ => {}
            }
        }
    }
    assert!(found.len() > 30, "{} pages below {below}", found.len());
    found
}

fn page(path: &str) -> String {
    fs::read_to_string(today().0.join("site").join(path).join("index.html")).unwrap()
}

/// The pages in which a pattern of text stands, with where.
fn holding(pages: &[(PathBuf, String)], text: &str) -> Vec<String> {
    let around = |html: &str, at: usize| html[at..].chars().take(70).collect::<String>();
    let one = |(path, html): &(PathBuf, String)| Some(format!("{}: {}", name(path), around(html, html.find(text)?)));
    pages.iter().filter_map(one).take(5).collect()
}

fn name(path: &Path) -> String {
    path.strip_prefix(&today().0).unwrap().display().to_string()
}

#[test]
fn a_date_does_not_break_between_day_and_month() {
    let months = [
        (
            "de",
            ". ",
            [
                "Januar",
                "Februar",
                "März",
                "Mai",
                "Juni",
                "Juli",
                "August",
                "September",
                "Oktober",
                "November",
                "Dezember",
            ]
            .as_slice(),
        ),
        (
            "fr",
            " ",
            [
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre",
            ]
            .as_slice(),
        ),
    ];
    for (language, between, names) in months {
        let pages = pages(language);
        for month in names {
            for date in (1..=31).map(|day| format!("{day}{between}{month}")) {
                // What the program writes; prose is the editors' own.
                let broken = pages.iter().filter(|(_, html)| html.contains(&date)).filter(|(_, html)| {
                    ["<time", "<text", "<desc", "<p class=\"source\""].iter().any(|tag| {
                        html.split(tag).skip(1).any(|rest| rest.split("</").next().unwrap_or_default().contains(&date))
                    })
                });
                assert_eq!(broken.map(|(path, _)| name(path)).collect::<Vec<_>>(), Vec::<String>::new(), "{date}");
            }
        }
    }
}

#[test]
fn what_was_not_found_is_not_said_not_to_exist() {
    let denials = [
        (
            "en",
            [
                "No source states whether this center",
                "No source gives a date",
                "No source places",
                "facilities that are asked of it",
            ]
            .as_slice(),
        ),
        (
            "de",
            ["Keine Quelle gibt an", "geforderte technische Ausstattung", "Keine Quelle nennt ein Datum"].as_slice(),
        ),
        ("fr", ["Aucune source n’indique si", "moyens techniques demandés", "class=\"nil\">non publié<"].as_slice()),
    ];
    for (language, texts) in denials {
        let pages = pages(language);
        for text in texts {
            assert_eq!(holding(&pages, text), Vec::<String>::new());
        }
    }
}

#[test]
fn a_field_denies_no_center_and_is_counted_as_ours() {
    let graphene = page("en/fields/graphene");
    let fields = page("en/fields");

    assert!(!graphene.contains("no center"), "{graphene}");
    assert!(fields.contains("by our own count") && !fields.contains("fields of the national program"), "{fields}");
    assert!(fields.contains("<data value=\"36\">36</data>"), "the number that is planned stands beside ours");
}

#[test]
fn internals_stay_inside() {
    let report = page("de/bericht");
    let data = page("de/daten");

    for word in ["Fällige Überprüfungen", "Übersetzte Einträge", ">Sammlung<"] {
        assert!(!report.contains(word) && !data.contains(word), "{word}");
    }
}

#[test]
fn a_citation_leads_to_the_readers_language_and_can_be_copied() {
    let html = page("de/kennzahlen/national-centers");
    let cited = html.split("id=\"sec-cite\"").nth(1).unwrap().split("</section>").next().unwrap();

    for address in ["/de/kennzahlen/national-centers/", "/id/figures/national-centers/"] {
        assert!(cited.contains(&format!("<a href=\"{address}\">https://report.example{address}</a></dd>")), "{cited}");
    }
    assert!(cited.contains("von diesem Bericht berechnet, vorläufig"), "{cited}");
    assert!(html.contains("<tr id=\"v-2022-02-28\""), "{html}");
}

#[test]
fn a_permanent_address_lists_the_languages_and_leads_nowhere_by_itself() {
    for html in [
        page("id/figures/revenue"),
        small()
            .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte}\npermanent: true\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n")
            .build()
            .text("id/cities/jinan/index.html")
            .to_owned(),
    ] {
        assert!(!html.contains("http-equiv") && !html.contains("<script"), "{html}");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">") && html.contains("/\" hreflang=\"de\">"), "{html}");
        let canonical = html.split("<link rel=\"canonical\" href=\"").nth(1).unwrap();
        assert!(canonical.split('"').next().unwrap().contains("/id/"), "{canonical}");
    }
}

#[test]
fn roles_are_named_for_as_many_as_there_are() {
    let partners = page("fr/centres/impression-et-teinture-textiles");

    assert!(partners.contains("<dt>Partenaires</dt>"), "{partners}");
}

#[test]
fn nothing_is_signed_before_the_publisher_is_confirmed() {
    let figure = page("de/kennzahlen/revenue");
    let home = page("de");
    let data = fs::read_to_string(today().0.join("site/data/centers.json")).unwrap();
    let cited = figure.split("class=\"cite-box\"").nth(1).unwrap().split("</p>").next().unwrap();

    assert!(cited.starts_with(">„Umsatz“:"), "{cited}");
    assert!(home.contains("<span class=\"blank\">Herausgeber noch zu bestätigen"), "{home}");
    for text in [&figure, &home, &data] {
        assert!(
            !text.contains("to fill:") && !text.contains("\"publisher\":{") && !text.contains("(prepared for"),
            "{text}"
        );
    }
}

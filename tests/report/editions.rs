//! Three editions of the report, and what readers are told of what was published before: a fact, a series and a quoted number
//! change, a record moves, another is withdrawn, a picture is corrected.

use std::collections::BTreeSet;

use crate::copy::{Copy, Edition};
use crate::tables;

const CENTER: &str = "content/centers/bearings";
const SPORTS: &str = "content/centers/sporting-goods/facts.yaml";
const WITHDRAWN: &str = "content/centers/rubber-plastics/facts.yaml";
const OUTPUT: &str = "content/figures/output.yaml";
const RECOGNIZED: &str = "content/figures/provincial-centers.yaml";
/// Corrections by their ids: of a part of an entry, of a fact, of a series, of a number that texts quote.
const SEGMENT: &str = "centers-bearings-chains-cnc-machine-tools-segment";
const CAPITAL: &str = "centers-sporting-goods-capital-2021-07-20";
const SERIES: &str = "output-2003-to-2022";
const QUOTED: &str = "provincial-centers-2024-12-02";
const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

/// What a year's output was first thought to be.
fn estimate(year: u32) -> u32 {
    4 * year
}

/// What it turned out to be.
fn revised(year: u32) -> u32 {
    4 * year + year % 3 + 1
}

/// A figure of 20 years.
fn output(value: impl Fn(u32) -> u32, status: &str) -> String {
    let year = |year| {
        let value = value(year);
        format!("  - {{is: {value}, since: {year}, source: select-shandong-2023-12-15, status: {status}}}\n")
    };
    let label = "label: {en: Output of the centers, de: Produktion der Zentren, fr: Production des centres}\n";
    let definition = "definition: {en: Per year., de: Je Jahr., fr: Par an.}\n";
    format!("{label}{definition}topic: economy\nreported:\n{}", (2003..2023).map(year).collect::<String>())
}

/// A picture of one point.
fn picture(red: u8) -> Vec<u8> {
    let mut bytes = b"GIF89a\x01\x00\x01\x00\x80\x00\x00".to_vec();
    bytes.extend([red, 0, 0, 255, 255, 255]);
    bytes.extend(b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;");
    bytes
}

/// The report with a series and a picture, before its first publication.
fn report() -> Copy {
    let copy = Copy::of_the_report().with(OUTPUT, output(estimate, "estimated"));
    let copy = copy.with(&format!("{CENTER}/plan.gif"), picture(1));
    LANGUAGES
        .into_iter()
        .fold(copy, |copy, language| copy.append(&format!("{CENTER}/{language}.md"), "\n![Plan](plan.gif)\n"))
}

#[test]
fn what_was_published_stays_over_three_editions() {
    let first = report().edition("2026-12-01");
    assert_eq!(first.errors(), [].into());
    assert!(first.published.changes.is_none() && first.drafts().is_empty());
    let (published, second) = second(report().recorded(&first));
    third(published, &second);
}

/// The second edition, before and after somebody tells of what changed; the copy with its record.
fn second(published: Copy) -> (Copy, Edition) {
    let edited = published
        .edit(SPORTS, "is: 20000000\n", "is: 25000000\n")
        .edit(&format!("{CENTER}/facts.yaml"), "segment: upstream", "segment: midstream")
        .edit(&format!("{CENTER}/en.md"), "slug: bearings\n", "slug: bearings-and-parts\n")
        .edit(RECOGNIZED, "is: 40\n", "is: 41\n")
        .with(OUTPUT, output(revised, "final"));
    let untold = edited.edition("2027-01-15");
    is_found(&untold);

    let told = edited.corrected(&untold).append(&format!("{CENTER}/facts.yaml"), "aliases: [/en/centers/bearings/]\n");
    let edition = told.edition("2027-01-15");
    assert_eq!(edition.errors(), [].into());
    assert!(edition.drafts().is_empty());
    let changes = edition.changes();
    assert_eq!((changes.facts.len(), changes.values.len()), (2, 21));
    assert!(changes.facts.iter().all(|fact| fact.explained) && changes.values.iter().all(|value| value.explained));
    is_recorded(&edition);
    is_told(&edition);
    (told.recorded(&edition), edition)
}

/// What is found, drafted and shown where nobody has told of anything.
fn is_found(edition: &Edition) {
    assert_eq!(edition.errors(), [("address-gone", 1), ("fact-changed", 2), ("figure-changed", 21)].into());
    assert_eq!(
        edition.messages("fact-changed"),
        [
            "`chains[cnc-machine-tools].segment` of centers/bearings was published as upstream, and is midstream now",
            "`capital` of centers/sporting-goods was published as 20000000 by 2021-07-20, and is 25000000 now",
        ]
    );
    // The number of the centers is typed in the titles of a report that quotes it in its text.
    let typed = LANGUAGES.map(|language| format!("content/news/dongying-functional-ceramics-2024/{language}.md:2"));
    let old: BTreeSet<String> = edition.places("old-number");
    assert!(typed.iter().all(|place| old.contains(place)), "{old:?}");
    assert_eq!(edition.drafts(), [SEGMENT, CAPITAL, SERIES, QUOTED].into());
    let changes = edition.changes();
    let own: BTreeSet<&str> = addresses(&changes.texts).into_iter().filter(|path| path.starts_with("/en/")).collect();
    let expected = [
        "/en/centers/bearings-and-parts/",
        "/en/centers/sporting-goods/",
        "/en/figures/output/",
        "/en/figures/provincial-centers/",
    ];
    assert_eq!(own, expected.into());
    let through_others = addresses(&changes.through_others);
    for quoting in [
        "/en/news/six-centers-proposed/",
        "/de/aktuelles/sechs-zentren-vorgeschlagen/",
        "/fr/actualites/six-centres-proposes/",
    ] {
        assert!(through_others.contains(quoting), "{through_others:?}");
    }
    assert!(!through_others.contains("/en/privacy/"));
    let moved: Vec<(&str, &str)> = changes.moved.iter().map(|moved| (&*moved.from, &*moved.to)).collect();
    assert_eq!(moved, [("/en/centers/bearings/", "/en/centers/bearings-and-parts/")]);
}

/// What the record says of the second edition: what only it knows of the first stays.
fn is_recorded(edition: &Edition) {
    let record = edition.record();
    let line = |line: &str| record.lines().any(|known| known == line);
    assert!(line("edition 2027-01-15 as-of 2026-11-24") && line("edition 2026-12-01 as-of 2026-11-24"));
    assert!(line("fact centers/sporting-goods capital <=2021-07-20 25000000 provisional 2027-01-15"));
    assert!(!record.contains(" 20000000 provisional "), "the correction has the old value");
    for year in 2003..2023 {
        assert!(line(&format!("figure output {year} reported {} estimated 2026-12-01", estimate(year))));
        assert!(line(&format!("figure output {year} reported {} 2027-01-15", revised(year))));
    }
    assert!(line("address /en/centers/bearings/ centers/bearings 2027-01-15"));
    let edition_of = |path: &str| {
        let page = record.lines().find(|line| line.starts_with(&format!("page {path} "))).unwrap();
        page.rsplit_once(' ').unwrap().1.to_owned()
    };
    assert_eq!(edition_of("/en/centers/sporting-goods/"), "2027-01-15");
    assert_eq!(edition_of("/en/news/six-centers-proposed/"), "2027-01-15", "it quotes a number that changed");
    assert_eq!(edition_of("/en/privacy/"), "2026-12-01");
}

/// What readers are told: on the pages of the corrections and of what they touched, in the feed and in the data.
fn is_told(edition: &Edition) {
    let series = edition.text(&format!("en/corrections/{SERIES}/index.html"));
    for year in 2003..2023 {
        let [old, new] = [("del", estimate(year)), ("ins", revised(year))]
            .map(|(mark, value)| format!("<{mark}><bdi><data value=\"{value}\">"));
        assert!(series.contains(&old) && series.contains(&new), "{year}");
    }
    let capital = edition.text(&format!("de/berichtigungen/{CAPITAL}/index.html"));
    assert!(capital.contains("value=\"20000000\"") && capital.contains("value=\"25000000\""));
    for (touched, id) in [
        ("en/centers/sporting-goods", CAPITAL),
        ("en/centers/bearings-and-parts", SEGMENT),
        ("en/figures/output", SERIES),
        ("en/figures/provincial-centers", QUOTED),
    ] {
        let page = edition.text(&format!("{touched}/index.html"));
        assert!(page.contains(&format!("/en/corrections/{id}/")), "{touched}");
    }
    assert!(edition.text("en/centers/bearings/index.html").contains("url=/en/centers/bearings-and-parts/"));
    for (feed, section) in [("en", "corrections"), ("de", "berichtigungen"), ("fr", "rectificatifs")] {
        let text = edition.text(&format!("{feed}/feed.xml"));
        for id in [SEGMENT, CAPITAL, SERIES, QUOTED] {
            assert!(text.contains(&format!("/{feed}/{section}/{id}/\"")), "{id} in {feed}");
        }
    }
    let rows = tables::rows(edition.text("data/corrections.changes.csv"));
    let of = |id: &str| rows.iter().filter(|row| row["correction"] == id).collect::<Vec<_>>();
    assert_eq!([SEGMENT, CAPITAL, SERIES, QUOTED].map(|id| of(id).len()), [1, 1, 20, 1]);
    let row = of(CAPITAL)[0];
    let said = ["of", "field", "on", "was", "now"].map(|column| &*row[column]);
    assert_eq!(said, ["centers/sporting-goods", "capital", "2021-07-20", "20000000", "25000000"]);
    assert!(of(SERIES).iter().any(|row| row["on"] == "2010" && row["was"] == estimate(2010).to_string()));
}

/// The third edition: what was told of the second stays as it is.
fn third(published: Copy, second: &Edition) {
    let edited =
        published.append(WITHDRAWN, "expires_on: 2027-02-01\n").with(&format!("{CENTER}/plan.gif"), picture(2));
    let untold = edited.edition("2027-03-01");
    // Its end was announced, so that its addresses may go; what figures counted of it has to be told.
    assert_eq!(untold.errors().into_keys().collect::<Vec<_>>(), ["figure-changed"]);
    assert!(untold.drafts().contains("centers-listed-2023-12-26"), "{:?}", untold.drafts());
    let changes = untold.changes();
    assert!(changes.gone.iter().all(|gone| &*gone.of == "centers/rubber-plastics" && gone.announced));
    assert_eq!(changes.gone.len(), 4, "three languages and the permanent address");
    let through_others = addresses(&changes.through_others);
    for shown in
        ["/en/centers/bearings-and-parts/", "/de/zentren/waelz-und-gleitlager/", "/fr/centres/roulements-et-paliers/"]
    {
        assert!(through_others.contains(shown), "the picture is another one: {through_others:?}");
    }

    let edition = edited.corrected(&untold).edition("2027-03-01");
    assert_eq!(edition.errors(), [].into());
    assert!(edition.record().lines().any(|line| line == "gone centers/rubber-plastics 2027-03-01"));
    assert!(!edition.has("en/centers/new-rubber-and-plastic-materials/index.html"));
    for page in [format!("en/corrections/{SERIES}/index.html"), format!("de/berichtigungen/{CAPITAL}/index.html")] {
        let [now, then] = [&edition, second].map(|edition| without_downloads(edition.text(&page)));
        assert_eq!(now, then, "what was told stays");
    }
    let told = |edition: &Edition| tables::rows(edition.text("data/corrections.changes.csv"));
    assert!(told(second).iter().all(|row| told(&edition).contains(row)));
    assert!(edition.text("en/feed.xml").contains("/en/corrections/centers-listed-2023-12-26/"));
}

/// A page without its downloads: how long the files have become is nothing that it told.
fn without_downloads(page: &str) -> String {
    let (before, rest) = page.split_once("<section class=\"downloads\"").unwrap();
    let (_, after) = rest.split_once("</section>").unwrap();
    format!("{before}{after}")
}

/// The addresses of pages.
fn addresses<T>(pages: &[(Box<str>, T)]) -> BTreeSet<&str> {
    pages.iter().map(|(path, _)| &**path).collect()
}

//! `diff --draft`: for what changed without a correction a file with every value in it, which is right once somebody says
//! why.

use std::collections::BTreeMap;
use std::fs;

use prospectus::diagnostics::Severity;
use prospectus::pipeline::{self, Nowhere};

use crate::support::{Folderish, Site, prospectus, run, small};

const FIGURE: &str = "content/figures/trees.yaml";

/// The small site with corrections and a figure that a source reports.
fn office(reported: &str) -> Site {
    small()
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Kennzahlen}\n")
        .with("content/corrections/_collection.yaml", "label: {en: Corrections, de: Berichtigungen}\n")
        .with(FIGURE, &trees(reported))
}

fn trees(reported: &str) -> String {
    format!("label: {{en: Trees, de: Bäume}}\nreported:\n{reported}")
}

/// The drafts for a site that was published before, by the names of their files.
fn drafts(site: &Site) -> BTreeMap<String, String> {
    let published = pipeline::publish(site, &run(), &Nowhere).value;
    let inner = |path: String| path.strip_prefix("content/corrections/").unwrap().to_owned();
    published.drafts.into_iter().map(|draft| (inner(draft.path), draft.text)).collect()
}

/// The site with its drafts, in each of which somebody has said why.
fn filled(site: &Site) -> Site {
    drafts(site).into_iter().fold(site.clone(), |site, (name, text)| {
        let text = text.replace("[[to fill: why]]", "The report had been misread");
        site.with(&format!("content/corrections/{name}"), &text)
    })
}

/// What stops a publication: findings in words.
fn errors(site: &Site) -> Vec<String> {
    let found = pipeline::publish(site, &run(), &Nowhere).diagnostics;
    found
        .iter()
        .filter(|it| it.code.severity == Severity::Error)
        .map(|it| format!("{} {}", it.code.name, it.message))
        .collect()
}

fn head(of: &str) -> String {
    let reason = "reason:\n  en: \"[[to fill: why]]\"\n  de: \"[[to fill: why]]\"\n";
    format!("kind: correction\ngrade: minor\ndate: 2026-11-24\n{reason}of: {of}\n")
}

#[test]
fn a_figure_that_changed_is_drafted_with_both_values() {
    let reported = |number: &str| format!("  - {{is: {number}, since: 2025-03, source: report-2025}}\n");
    let changed = office(&reported("350")).published().with(FIGURE, &trees(&reported("600, bound: more-than")));

    let drafted = drafts(&changed);

    let expected = head("figures/trees") + "on: 2025-03\nwas: 350\nnow: {is: 600, bound: more-than}\n";
    assert_eq!(drafted, [("trees-2025-03.yaml".to_owned(), expected)].into());
    assert!(!errors(&changed).is_empty());
    assert_eq!(errors(&filled(&changed)), Vec::<String>::new());
    assert!(drafts(&filled(&changed)).is_empty(), "what is told of is not drafted again");
    let blank = changed.with("content/corrections/trees-2025-03.yaml", &drafted["trees-2025-03.yaml"]);
    let left = errors(&blank);
    assert!(left.len() == 2 && left.iter().all(|finding| finding.starts_with("unfilled")), "{left:?}");
}

#[test]
fn a_withdrawn_value_has_no_now_and_a_provisional_one_is_revised() {
    let with = |last: &str| format!("  - {{is: 300, since: 2020, source: report-2025}}\n{last}");
    let published = office(&with("  - {is: 350, since: 2025-03, status: provisional}\n")).published();
    let withdrawn = published.clone().with(FIGURE, &trees(&with("")));
    let revised = published.with(FIGURE, &trees(&with("  - {is: 352, since: 2025-03}\n")));

    let (gone, other) = (drafts(&withdrawn), drafts(&revised));

    let head = head("figures/trees").replace("kind: correction", "kind: revision");
    assert_eq!(gone["trees-2025-03.yaml"], format!("{head}on: 2025-03\nwas: 350\n"));
    assert_eq!(other["trees-2025-03.yaml"], format!("{head}on: 2025-03\nwas: 350\nnow: 352\n"));
    for site in [withdrawn, revised] {
        assert_eq!(errors(&filled(&site)), Vec::<String>::new());
    }
}

#[test]
fn what_a_late_record_shifts_is_one_draft() {
    let park = |site: Site, id: &str, since: &str| {
        site.with(
            &format!("content/parks/{id}/facts.yaml"),
            &format!("state: [{{is: open, since: {since}}}]\ncity: jinan\n"),
        )
        .with(&format!("content/parks/{id}/en.md"), "---\nname: A Park\n---\n")
        .with(&format!("content/parks/{id}/de.md"), "---\nname: Ein Park\n---\n")
    };
    let figure = "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {state: open}\nby: city\n";
    let site = office("  - {is: 350, since: 2025-03}\n").with("content/figures/parks.yaml", figure);
    let late = park(park(site, "south", "2022-05-01").published(), "east", "2021-02-01");

    assert_eq!(
        drafts(&late).into_iter().collect::<Vec<_>>(),
        [("parks-2022-05-01.yaml".to_owned(), head("figures/parks") + "on: 2022-05-01\nwas: 2\nnow: 3\n")]
    );
    assert_eq!(errors(&filled(&late)), Vec::<String>::new());
}

#[test]
fn the_command_writes_drafts_and_never_over_a_file() {
    let reported = |number: u32| format!("  - {{is: {number}, since: 2025-03, source: report-2025}}\n");
    let folder = Folderish::of(&office(&reported(350)).published().with(FIGURE, &trees(&reported(340))));
    let name = |name: &str| folder.0.join("content/corrections").join(name);
    let err = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    fs::write(name("trees-2025-03.yaml"), "of: [[[").unwrap();

    let unread = prospectus(&folder.0, &["diff", "--draft"]);
    fs::write(name("trees-2025-03.yaml"), head("figures/trees").replace("[[to fill: why]]", "Other")).unwrap();
    let drafted = prospectus(&folder.0, &["diff", "--draft"]);
    let again = prospectus(&folder.0, &["diff", "--draft"]);

    assert_eq!(unread.status.code(), Some(1), "{}", err(&unread));
    assert!(err(&drafted).contains("\ndrafted content/corrections/trees-2025-03-2.yaml\n"), "{}", err(&drafted));
    assert!(fs::read_to_string(name("trees-2025-03.yaml")).unwrap().contains("Other"));
    let text = fs::read_to_string(name("trees-2025-03-2.yaml")).unwrap();
    assert!(text.ends_with("of: figures/trees\non: 2025-03\nwas: 350\nnow: 340\n"), "{text}");
    assert!(err(&again).contains("no correction is missing: nothing was drafted"), "{}", err(&again));
    assert_eq!(fs::read_dir(name("")).unwrap().count(), 3);
}

#[test]
fn of_a_figure_that_is_gone_nothing_is_drafted() {
    let gone = office("  - {is: 350, since: 2025-03, source: report-2025}\n").published().without(FIGURE);

    assert_eq!(errors(&gone)[0], "figure-changed the figure `trees` was published with 1 value, and is gone");
    assert!(drafts(&gone).is_empty());
}

/// The facts of the park in the north.
fn north(area: &str, level: &str, state: &str) -> String {
    format!(
        "source: report-2025\narea: {area}\nlevel: {level}\nstate:\n  - {{is: planned, since: 2019}}\n{state}city: jinan\n"
    )
}

const NORTH: &str = "content/parks/north/facts.yaml";
const OPEN: &str = "  - {is: open, since: 2020-06}\n";

#[test]
fn facts_that_changed_are_drafted_as_their_fields_have_them() {
    let published = office("  - {is: 350, since: 2025-03}\n").with(NORTH, &north("12.5", "national", OPEN)).published();
    let changed =
        published.clone().with(NORTH, &north("{is: 13.0, bound: at-least}", "{missing: not-available}", OPEN));
    let withdrawn = published.with(NORTH, &north("12.50", "national", ""));

    let drafted = drafts(&changed);

    let expected = [
        (
            "parks-north-area.yaml".to_owned(),
            head("parks/north") + "field: area\nwas: 12.5\nnow: {is: 13.0, bound: at-least}\n",
        ),
        (
            "parks-north-level.yaml".to_owned(),
            head("parks/north") + "field: level\nwas: national\nnow: {missing: not-available}\n",
        ),
    ];
    assert_eq!(drafted, expected.into());
    let gone = drafts(&withdrawn);
    assert_eq!(gone["parks-north-state-2020-06.yaml"], head("parks/north") + "field: state\non: 2020-06\nwas: open\n");
    for site in [changed, withdrawn] {
        assert_eq!(errors(&filled(&site)), Vec::<String>::new());
        assert!(drafts(&filled(&site)).is_empty());
    }
}

/// A site with shops, each with a price per year, shares by role, and the cities it sends to.
fn shops(shares: [u32; 2], cities: &str, prices: &dyn Fn(u32) -> String) -> Site {
    let model = "label: {en: Shops, de: Läden}\nroles: {title: name}\nfields:\n  name: {type: text, required: true}\n  price: {type: decimal, tracked: true}\n  opened: {type: date}\n  place: {type: location}\n  cities: {type: list, of: {type: reference, to: cities}}\n  members:\n    type: list\n    key: [role, city]\n    of:\n      type: group\n      fields:\n        role: {type: choice, options: {lead: , partner: }}\n        city: {type: reference, to: cities, back: sellers}\n        share: {type: integer}\n";
    let prices: String = (2001..2021).map(prices).collect();
    let members = format!(
        "  - {{role: lead, city: jinan, share: {}}}\n  - {{role: partner, city: jinan, share: {}}}\n",
        shares[0], shares[1]
    );
    let facts = format!("name: One\nsource: report-2025\ncities: {cities}\nmembers:\n{members}price:\n{prices}");
    office("  - {is: 350, since: 2025-03}\n")
        .with("content/shops/_collection.yaml", model)
        .with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\n")
        .with("content/cities/yantai.yaml", "name: {en: Yantai, de: Yantai}\n")
        .with("content/shops/one.yaml", &facts)
        .with("content/shops/two.yaml", &facts.replace("One", "Two"))
}

fn price(year: u32, value: u32, status: &str) -> String {
    format!("  - {{is: {value}, since: {year}, status: {status}}}\n")
}

#[test]
fn what_changed_together_is_one_draft() {
    let estimated = |year| price(year, year, "estimated");
    let published = shops([60, 40], "[jinan, zibo]", &estimated).published();
    let with = |shares, cities, prices: &dyn Fn(u32) -> String| {
        let edited = shops(shares, cities, prices);
        let shop = |name: &str| String::from_utf8(edited.0[name].clone()).unwrap();
        published.clone().with("content/shops/one.yaml", &shop("content/shops/one.yaml"))
    };
    let both = |site: Site| {
        let one = String::from_utf8(site.0["content/shops/one.yaml"].clone()).unwrap();
        site.with("content/shops/two.yaml", &one.replace("One", "Two"))
    };

    let series = with([60, 40], "[jinan, zibo]", &|year| price(year, year + 1, "final"));
    let item = with([55, 40], "[jinan, zibo]", &estimated);
    let member = with([60, 40], "[jinan]", &estimated);
    let exchanged = with([60, 40], "[jinan, yantai]", &estimated);
    let of_two =
        both(with([60, 40], "[jinan, zibo]", &|year| price(year, year + u32::from(year == 2010), "estimated")));

    let revised = |of: &str| head(of).replace("kind: correction", "kind: revision");
    let range = revised("shops/one") + "field: price\non: {from: 2001, to: 2020}\n";
    assert_eq!(drafts(&series), [("shops-one-price-2001-to-2020.yaml".to_owned(), range)].into());
    let share = head("shops/one") + "field: members.share\nitem:\n  role: lead\n  city: jinan\nwas: 60\nnow: 55\n";
    assert_eq!(drafts(&item), [("shops-one-members-lead-jinan-share.yaml".to_owned(), share)].into());
    let gone = head("shops/one") + "field: cities\nwas: cities/zibo\n";
    assert_eq!(drafts(&member), [("shops-one-cities-cities-zibo.yaml".to_owned(), gone)].into());
    let other = head("shops/one") + "field: cities\nwas: cities/zibo\nnow: cities/yantai\n";
    assert_eq!(drafts(&exchanged), [("shops-one-cities-cities-zibo.yaml".to_owned(), other)].into());
    let list = revised("\n  - shops/one\n  - shops/two").replace("of: \n", "of:\n") + "field: price\non: 2010\n";
    assert_eq!(drafts(&of_two), [("shops-price-2010.yaml".to_owned(), list)].into());
    for site in [series, item, member, exchanged, of_two] {
        assert!(!errors(&site).is_empty());
        assert_eq!(errors(&filled(&site)), Vec::<String>::new());
    }
}

#[test]
fn a_fact_and_the_figure_that_takes_it_are_one_draft_and_a_moved_date_says_where_to() {
    let taken = "label: {en: Area, de: Fläche}\nreported: parks/north#area\n";
    let north = |area: &str, open: &str| {
        north("1", "national", open).replace("area: 1\n", &format!("area: [{{is: {area}, since: 2021}}]\n"))
    };
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let site = office("  - {is: 350, since: 2025-03}\n")
        .with("content/parks/_collection.yaml", &model.replace("type: decimal, min: 0", "type: decimal, tracked: true"))
        .with("content/figures/area.yaml", taken)
        .with(NORTH, &north("12", OPEN))
        .published();
    let other = site.clone().with(NORTH, &north("13", OPEN));
    let moved = site.with(NORTH, &north("12", &OPEN.replace("2020-06", "2020-08-01")));

    let area = head("parks/north") + "field: area\non: 2021\nwas: 12\nnow: 13\n";
    assert_eq!(drafts(&other), [("parks-north-area-2021.yaml".to_owned(), area)].into());
    let state = head("parks/north") + "field: state\non: 2020-06\nwas: open\nnow: {is: open, since: 2020-08-01}\n";
    assert_eq!(drafts(&moved), [("parks-north-state-2020-06.yaml".to_owned(), state)].into());
    for site in [other, moved] {
        assert!(!errors(&site).is_empty());
        assert_eq!(errors(&filled(&site)), Vec::<String>::new());
    }
}

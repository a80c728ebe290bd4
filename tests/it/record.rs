//! What is recorded of a publication, and which facts may change without a word to readers.

use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use prospectus::config::Run;

use crate::support::{Folderish, Site, date, run, small};

const FACTS: &str = "content/halls/town/facts.yaml";
const LOCK: &str = "content/published.lock";
const MODEL: &str = "content/halls/_collection.yaml";

/// A hall with facts of every type that is recorded.
const HALL: &str = "name: {en: Town Hall, de: Rathaus}
source: report-2025
seats: 120
height: {is: 31.90, bound: more-than}
opened: 1912-05
listed: true
level: local
city: jinan
place: {latitude: 36.65, longitude: 117.12}
tenants: {missing: not-available}
stage:
  - {is: planned, since: 2019}
  - {is: open, by: 2022-02, status: provisional}
offices:
  - {role: lead, city: jinan, rooms: 12}
  - is: {role: guest, city: zibo, rooms: 3}
    since: 2021
twins: [jinan, zibo]
hall: {floor: 2, doors: {is: 4, since: 2020}}
fee: 5
words: Not recorded
";

/// The small site with a hall, and a second city.
fn halls() -> Site {
    small()
        .with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\n")
        .with(
            MODEL,
            "label: {en: Halls, de: Hallen}
roles: {title: name}
permanent: true
fields:
  name: {type: text, translated: true}
  seats: {type: integer}
  height: {type: decimal}
  opened: {type: date}
  listed: {type: boolean}
  level: {type: choice, options: {national: , local: }}
  city: {type: reference, to: cities}
  place: {type: location}
  tenants: {type: integer}
  stage: {type: choice, tracked: true, options: {planned: , open: , closed: }}
  offices:
    type: list
    key: [role, city]
    of: {type: group, fields: {role: {type: choice, options: {lead: , guest: }}, city: {type: reference, to: cities, back: offices}, rooms: {type: integer}}}
  twins: {type: list, of: {type: reference, to: cities, back: twins}}
  hall: {type: group, fields: {floor: {type: integer}, doors: {type: integer}}}
  fee: {type: integer, locked: false}
  words: {type: text}
",
        )
        .with(FACTS, HALL)
}

fn findings(site: &Site) -> Vec<String> {
    site.build().diagnostics.iter().map(|d| format!("{} {}", d.code.name, d.message)).collect()
}

/// The published hall with `from` replaced by `to`.
fn changed(from: &str, to: &str) -> Site {
    assert!(HALL.contains(from), "{from}");
    halls().published().with(FACTS, &HALL.replace(from, to))
}

/// What is found when `from` is replaced by `to`, without the beginning that all have in common.
fn found(from: &str, to: &str) -> Vec<String> {
    findings(&changed(from, to)).iter().map(|found| found.replace("fact-changed ", "")).collect()
}

fn lines(site: &Site, kind: &str) -> Vec<String> {
    let lock = String::from_utf8(site.0[LOCK].clone()).unwrap();
    lock.lines().filter(|line| line.starts_with(kind)).map(str::to_owned).collect()
}

#[test]
fn every_fact_of_a_type_that_can_be_held_is_recorded() {
    let facts = lines(&halls().published(), "fact halls/");

    assert_eq!(
        facts,
        [
            "fact halls/town city - cities/jinan 2026-11-24",
            "fact halls/town hall.doors 2020 4 2026-11-24",
            "fact halls/town hall.floor - 2 2026-11-24",
            "fact halls/town height - more-than:31.90 2026-11-24",
            "fact halls/town level - local 2026-11-24",
            "fact halls/town listed - yes 2026-11-24",
            "fact halls/town offices[guest,zibo].role 2021 guest 2026-11-24",
            "fact halls/town offices[guest,zibo].rooms 2021 3 2026-11-24",
            "fact halls/town offices[lead,jinan].role - lead 2026-11-24",
            "fact halls/town offices[lead,jinan].rooms - 12 2026-11-24",
            "fact halls/town opened - 1912-05 2026-11-24",
            "fact halls/town place - 36.65,117.12 2026-11-24",
            "fact halls/town seats - 120 2026-11-24",
            "fact halls/town stage 2019 planned 2026-11-24",
            "fact halls/town stage <=2022-02 open provisional 2026-11-24",
            "fact halls/town tenants - missing:not-available 2026-11-24",
            "fact halls/town twins[] - cities/jinan 2026-11-24",
            "fact halls/town twins[] - cities/zibo 2026-11-24",
        ]
    );
    let others = lines(&halls().published(), "fact ");
    assert!(others.iter().all(|line| !line.starts_with("fact pages/") && !line.starts_with("fact sources/")));
    assert!(
        others.contains(&"fact parks/north events[].date".to_owned())
            || others.iter().any(|line| line.starts_with("fact parks/north area - 12.5 "))
    );
}

#[test]
fn what_opts_out_is_not_recorded() {
    let model = String::from_utf8(halls().0[MODEL].clone()).unwrap();

    let halls = halls().with(MODEL, &format!("locked: false\n{model}")).published();

    assert_eq!(lines(&halls, "fact halls/"), Vec::<String>::new());
    assert_eq!(findings(&changed("fee: 5", "fee: 6")), Vec::<String>::new());
    let opened = changed("seats: 120", "seats: 130")
        .with(MODEL, &model.replace("seats: {type: integer}", "seats: {type: integer, locked: false}"));
    assert_eq!(findings(&opened), Vec::<String>::new(), "a field that opts out later is held no more");
    let retyped = changed("seats: 120", "seats: '999'")
        .with(MODEL, &model.replace("seats: {type: integer}", "seats: {type: text}"));
    assert_eq!(
        findings(&retyped),
        ["fact-changed `seats` of halls/town was published as 120, and is gone"],
        "a type that is not recorded takes nothing back"
    );
}

#[test]
fn what_is_new_later_finer_or_firmer_needs_no_word() {
    let free = [
        ("tenants: {missing: not-available}", "tenants: 14"),
        ("tenants: {missing: not-available}\n", ""),
        (
            "  - {is: open, by: 2022-02, status: provisional}\n",
            "  - {is: open, by: 2022-02, status: provisional}\n  - {is: closed, since: 2025-02}\n",
        ),
        ("by: 2022-02, status: provisional", "by: 2022-02"),
        ("by: 2022-02,", "since: 2022-02-17,"),
        ("by: 2022-02,", "since: 2021-11,"),
        ("since: 2019}", "since: 2019-04-01}"),
        ("31.90", "31.9"),
        ("source: report-2025\n", ""),
        ("twins: [jinan, zibo]", "twins: [zibo, jinan]"),
        (
            "  - {role: lead, city: jinan, rooms: 12}\n",
            "  - {role: lead, city: zibo, rooms: 1}\n  - {role: lead, city: jinan, rooms: 12}\n",
        ),
        ("words: Not recorded", "words: Put better"),
        ("seats: 120\n", "seats: {is: 120, since: 1999}\n"),
    ];
    for (from, to) in free {
        assert_eq!(found(from, to), Vec::<String>::new(), "{from} → {to}");
    }
    let planned = "  - {is: planned, since: 2019}\n";
    assert_eq!(found(planned, &format!("  - {{is: closed, since: 2011}}\n{planned}")), Vec::<String>::new());
}

#[test]
fn another_value_another_date_and_a_value_that_is_gone_need_one() {
    let told = [
        ("seats: 120", "seats: 130", "`seats` of halls/town was published as 120, and is 130 now"),
        ("seats: 120\n", "", "`seats` of halls/town was published as 120, and is gone"),
        (
            "seats: 120",
            "seats: {missing: confidential}",
            "`seats` of halls/town was published as 120, and is “confidential” now",
        ),
        (
            "bound: more-than",
            "bound: at-least",
            "`height` of halls/town was published as more than 31.90, and is at least 31.90 now",
        ),
        ("opened: 1912-05", "opened: 1913", "`opened` of halls/town was published as 1912-05, and is 1913 now"),
        ("listed: true", "listed: false", "`listed` of halls/town was published as yes, and is no now"),
        ("level: local", "level: national", "`level` of halls/town was published as local, and is national now"),
        ("\ncity: jinan", "\ncity: zibo", "`city` of halls/town was published as cities/jinan, and is cities/zibo now"),
        (
            "latitude: 36.65",
            "latitude: 36.66",
            "`place` of halls/town was published as 36.65,117.12, and is 36.66,117.12 now",
        ),
        (
            "since: 2019}",
            "since: 2018}",
            "`stage` of halls/town was published as planned since 2019, and is that since 2018 now",
        ),
        (
            "by: 2022-02,",
            "by: 2022,",
            "`stage` of halls/town was published as open by 2022-02, and is that by 2022 now",
        ),
        (
            "  - {is: planned, since: 2019}\n",
            "",
            "`stage` of halls/town was published as planned since 2019, and is gone",
        ),
        ("rooms: 12", "rooms: 13", "`offices[lead,jinan].rooms` of halls/town was published as 12, and is 13 now"),
        ("twins: [jinan, zibo]", "twins: [zibo]", "`twins` of halls/town was published as cities/jinan, and is gone"),
        ("floor: 2", "floor: 3", "`hall.floor` of halls/town was published as 2, and is 3 now"),
    ];
    for (from, to, expected) in told {
        assert_eq!(found(from, to), [expected], "{from} → {to}");
    }
    let between = "  - {is: planned, since: 2019}\n  - {is: closed, since: 2020}\n";
    assert_eq!(
        found("  - {is: planned, since: 2019}\n", between),
        ["`stage` of halls/town was published as planned since 2020, and is closed now"]
    );
}

#[test]
fn a_finding_stands_at_the_fact_and_brings_the_line_and_the_correction() {
    let site = changed("rooms: 12", "rooms: {is: 13, bound: more-than}");

    let built = site.build();

    let [finding] = built.diagnostics.as_slice() else { panic!("{:?}", built.findings()) };
    assert_eq!((&*finding.place.path, finding.place.line, finding.place.column), (FACTS, 15, 38));
    let (line, _) = &finding.related[0];
    let lock = String::from_utf8(site.0[LOCK].clone()).unwrap();
    let published = lock.lines().nth(line.line as usize - 1).unwrap();
    assert_eq!((&*line.path, published), (LOCK, "fact halls/town offices[lead,jinan].rooms - 12 2026-11-24"));
    assert_eq!(
        finding.hint.as_deref(),
        Some(
            "undo the change, or tell readers of it: write a record in content/corrections/ with `kind: correction`, `of: halls/town`, `field: offices.rooms`, `item: {role: lead, city: jinan}`, `was: 12`, `now: {is: 13, bound: more-than}`"
        )
    );
}

#[test]
fn a_record_that_goes_says_so_or_is_missed_once() {
    let rooms = "label: {en: Rooms, de: Räume}\npages: false\nroles: {title: name}\nfields: {name: {type: text}, area: {type: integer}, floor: {type: integer}}\n";
    let site = halls()
        .with("content/rooms/_collection.yaml", rooms)
        .with("content/rooms/blue.yaml", "name: Blue\narea: 40\nfloor: 2\n")
        .with("content/rooms/red.yaml", "name: Red\narea: 30\n")
        .published();

    let deleted = site.clone().without("content/rooms/blue.yaml");
    assert_eq!(findings(&deleted), ["fact-changed rooms/blue was published with 2 facts, and is gone"]);
    let withdrawn = site.with("content/rooms/blue.yaml", "name: Blue\narea: 40\nfloor: 2\nexpires_on: 2026-11-20\n");
    assert_eq!(findings(&withdrawn), Vec::<String>::new());
    let next = withdrawn.published();
    assert_eq!(lines(&next, "gone "), ["gone rooms/blue 2026-11-24"]);
    assert_eq!(lines(&next, "fact rooms/"), ["fact rooms/red area - 30 2026-11-24"]);
    let deleted = next.without("content/rooms/blue.yaml");
    assert_eq!(findings(&deleted), Vec::<String>::new());
    assert_eq!(lines(&deleted.published(), "gone "), ["gone rooms/blue 2026-11-24"]);
    let hall = halls().published().without(FACTS);
    assert_eq!(findings(&hall).len(), 1, "its addresses tell of it: {:?}", findings(&hall));
}

#[test]
fn what_refers_to_a_record_that_expired_goes_with_it() {
    let expired = changed("rooms: 12", "rooms: 12")
        .with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\nexpires_on: 2026-11-24\n");

    assert_eq!(findings(&expired), Vec::<String>::new());
}

#[test]
fn a_record_with_another_id_says_what_it_said() {
    let site = halls().published();
    let facts = HALL.to_owned() + "aliases: [/en/halls/town/, /de/halls/town/, /id/halls/town/]\n";
    let moved = site.without(FACTS).with("content/halls/old-town/facts.yaml", &facts);

    assert_eq!(findings(&moved), Vec::<String>::new());
    let next = moved.published_for(Run { today: date("2026-12-01"), ..run() });
    assert_eq!(lines(&next, "fact halls/").len(), 18);
    assert!(
        lines(&next, "fact halls/")
            .iter()
            .all(|line| line.starts_with("fact halls/old-town ") && line.ends_with(" 2026-11-24"))
    );
    assert_eq!(lines(&next, "gone "), Vec::<String>::new());
    let other = moved.with("content/halls/old-town/facts.yaml", &facts.replace("seats: 120", "seats: 99"));
    assert_eq!(findings(&other), ["fact-changed `seats` of halls/old-town was published as 120, and is 99 now"]);
    let same_place = halls().published().without(FACTS);
    let kept = format!("{facts}slug: town\n")
        .replace("aliases: [/en/halls/town/, /de/halls/town/, /id/halls/town/]", "aliases: [/id/halls/town/]");
    let same_place = same_place.with("content/halls/old-town/facts.yaml", &kept.replace("seats: 120", "seats: 99"));
    assert_eq!(findings(&same_place), ["fact-changed `seats` of halls/old-town was published as 120, and is 99 now"]);
    let city = halls()
        .published()
        .without("content/cities/zibo.yaml")
        .with(
            "content/cities/zibo-city.yaml",
            "name: {en: Zibo, de: Zibo}\naliases: [/en/cities/zibo/, /de/staedte/zibo/]\n",
        )
        .with(
            FACTS,
            &HALL.replace("twins: [jinan, zibo]", "twins: [jinan, zibo-city]").replace("city: zibo", "city: zibo-city"),
        );
    assert_eq!(findings(&city), Vec::<String>::new(), "what refers to it says what it said, too");
}

#[test]
fn each_line_names_the_edition_that_first_said_it() {
    let second = halls()
        .published()
        .with(FACTS, &HALL.replace("tenants: {missing: not-available}", "tenants: 14").replace("provisional", "final"))
        .published_for(Run { today: date("2026-12-01"), ..run() });

    let facts = lines(&second, "fact halls/");
    assert!(facts.contains(&"fact halls/town tenants - 14 2026-12-01".to_owned()), "{facts:#?}");
    let stages = facts.iter().filter(|line| line.contains(" stage <=2022-02 "));
    assert_eq!(
        stages.collect::<Vec<_>>(),
        [
            "fact halls/town stage <=2022-02 open 2026-12-01",
            "fact halls/town stage <=2022-02 open provisional 2026-11-24",
        ]
    );
    assert!(facts.contains(&"fact halls/town seats - 120 2026-11-24".to_owned()));
    assert_eq!(
        lines(&second, "edition "),
        ["edition 2026-11-24 as-of 2026-11-24", "edition 2026-12-01 as-of 2026-12-01"]
    );
    let again = second.published_for(Run { today: date("2026-12-02"), ..run() });
    assert_eq!(again.0[LOCK], second.0[LOCK], "where nothing is new there is no edition");
}

#[test]
fn data_never_become_older_than_those_of_the_last_edition() {
    let settings = String::from_utf8(halls().0["content/site.yaml"].clone()).unwrap();
    let as_of = |site: Site, day: &str| site.with("content/site.yaml", &format!("{settings}as_of: {day}\n"));
    let site = as_of(halls(), "2026-11-20").published();

    assert_eq!(lines(&site, "edition "), ["edition 2026-11-24 as-of 2026-11-20"]);
    let older = as_of(site.clone(), "2026-11-19");
    assert_eq!(older.build().findings(), ["older-as-of content/site.yaml:6:8"]);
    let later = as_of(site.clone(), "2026-11-23").published_for(Run { today: date("2026-11-25"), ..run() });
    assert_eq!(
        lines(&later, "edition "),
        ["edition 2026-11-24 as-of 2026-11-20", "edition 2026-11-25 as-of 2026-11-23"]
    );
    let earlier = site.build_for(Run { as_of: Some(date("2022-01-01")), ..run() });
    assert_eq!(earlier.findings(), Vec::<String>::new(), "a report of an earlier day is no edition");
}

#[test]
fn a_record_of_the_first_format_is_read_and_written_anew() {
    let published = halls().published();
    let lock = String::from_utf8(published.0[LOCK].clone()).unwrap();
    let as_before = |line: &str| {
        let (rest, _) = line.rsplit_once(' ').unwrap();
        match line.split(' ').next().unwrap() {
            "page" => Some(line.to_owned()),
            "address" => Some(rest.to_owned()),
            _ => None,
        }
    };
    let old: Vec<String> = lock.lines().skip(1).filter_map(as_before).collect();
    let old = halls().with(LOCK, &format!("prospectus published 1\n{}\n", old.join("\n")));

    let unprotected = old.clone().with(FACTS, &HALL.replace("seats: 120", "seats: 130"));
    assert_eq!(findings(&unprotected), Vec::<String>::new(), "the first format has no facts");
    let next = unprotected.published_for(Run { today: date("2026-12-01"), ..run() });
    assert!(lines(&next, "prospectus ").contains(&"prospectus published 2".to_owned()));
    assert_eq!(lines(&next, "address /id/halls/"), ["address /id/halls/town/ halls/town 2026-11-24"]);
    assert_eq!(
        findings(&next.with(FACTS, HALL)),
        ["fact-changed `seats` of halls/town was published as 130, and is 120 now"]
    );
}

/// A repository with the site and its record, as `init` sets it up.
fn repository(site: &Site) -> Folderish {
    let folder = Folderish::of(site);
    fs::write(folder.0.join(".gitattributes"), "content/published.lock merge=union\n").unwrap();
    git(&folder.0, &["init", "-q", "-b", "main"]);
    commit(&folder.0);
    folder
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=A", "-c", "user.email=a@parks.example", "-c", "commit.gpgsign=false"]);
    command.args(arguments).current_dir(folder).output().unwrap().status.success()
}

fn commit(folder: &Path) {
    assert!(git(folder, &["add", "-A"]) && git(folder, &["commit", "-q", "-m", "published"]));
}

/// The record of a site that was published on a day, committed on a branch.
fn publish_on(folder: &Path, branch: &str, site: &Site, day: &str) {
    assert!(git(folder, &["checkout", "-q", "-B", branch, "main"]));
    let published = site.published_for(Run { today: date(day), ..run() });
    fs::write(folder.join(LOCK), &published.0[LOCK]).unwrap();
    commit(folder);
}

/// The record after both branches were merged.
fn merged(folder: &Path) -> String {
    assert!(git(folder, &["checkout", "-q", "one"]));
    assert!(git(folder, &["merge", "-q", "--no-edit", "two"]), "git found a conflict");
    fs::read_to_string(folder.join(LOCK)).unwrap()
}

#[test]
fn two_editors_who_publish_on_two_branches_merge_without_a_conflict() {
    let site = halls().published();
    let folder = repository(&site);
    // Adjacent lines: `hall.doors` and `hall.floor`, `opened` and `place`.
    let one = HALL
        .replace("tenants: {missing: not-available}", "tenants: 14")
        .replace("doors: {is: 4, since: 2020}", "doors: {is: 4, since: 2020-05}");
    let two = HALL
        .replace("floor: 2", "floor: {is: 2, since: 2001}")
        .replace("  - {is: open,", "  - {is: open, source: report-2025,");
    publish_on(&folder.0, "one", &site.clone().with(FACTS, &one), "2026-12-01");
    publish_on(
        &folder.0,
        "two",
        &site.clone().with(FACTS, &two).with("content/cities/weifang.yaml", "name: {en: Weifang, de: Weifang}\n"),
        "2026-12-02",
    );

    let lock = merged(&folder.0);

    let facts = one.replace("floor: 2", "floor: {is: 2, since: 2001}");
    let merged = site
        .with(LOCK, &lock)
        .with(FACTS, &facts)
        .with("content/cities/weifang.yaml", "name: {en: Weifang, de: Weifang}\n");
    assert_eq!(findings(&merged), Vec::<String>::new(), "{lock}");
    let next = merged.published_for(Run { today: date("2026-12-03"), ..run() });
    let hall = lines(&next, "fact halls/town hall.");
    assert_eq!(
        hall,
        [
            "fact halls/town hall.doors 2020 4 2026-11-24",
            "fact halls/town hall.doors 2020-05 4 2026-12-01",
            "fact halls/town hall.floor - 2 2026-11-24",
            "fact halls/town hall.floor 2001 2 2026-12-02",
        ]
    );
    assert_eq!(lines(&next, "edition ").len(), 4);
}

/// The records of these files are corrections of a hall.
fn corrected(site: Site, id: &str, rest: &str) -> Site {
    let text = format!(
        "kind: correction\ngrade: minor\ndate: 2026-11-30\nreason: {{en: Misread, de: Falsch gelesen}}\n{rest}"
    );
    let site = site.with("content/corrections/_collection.yaml", "label: {en: Corrections, de: Berichtigungen}\n");
    site.with(&format!("content/corrections/{id}.yaml"), &text)
}

#[test]
fn what_a_correction_replaced_is_not_missed_when_a_merge_brings_it_back() {
    let site = halls().published();
    let folder = repository(&site);
    let withdrawn = corrected(site.clone(), "floor", "of: halls/town\nfield: hall.floor\nwas: 2\n");
    let withdrawn =
        corrected(withdrawn, "height", "of: halls/town\nfield: height\nwas: {is: 31.90, bound: more-than}\nnow: 30\n");
    let one = HALL.replace("{floor: 2, ", "{").replace("{is: 31.90, bound: more-than}", "30");
    let two =
        HALL.replace("doors: {is: 4, since: 2020}", "doors: {is: 4, since: 2020-05}").replace("level: local\n", "");
    let two = two.replace("name: {en: Town Hall, de: Rathaus}\n", "name: {en: Town Hall, de: Rathaus}\nlevel: local\n");
    publish_on(&folder.0, "one", &withdrawn.clone().with(FACTS, &one), "2026-12-01");
    publish_on(&folder.0, "two", &site.with(FACTS, &two), "2026-12-02");

    let lock = merged(&folder.0);

    assert!(lock.contains("hall.floor - 2 2026-11-24"), "git brought the line back: {lock}");
    let facts = one.replace("doors: {is: 4, since: 2020}", "doors: {is: 4, since: 2020-05}");
    let merged = withdrawn.with(FACTS, &facts).with(LOCK, &lock);
    assert_eq!(findings(&merged), Vec::<String>::new());
    let next = merged.published_for(Run { today: date("2026-12-03"), ..run() });
    assert_eq!(
        lines(&next, "fact halls/town h"),
        [
            "fact halls/town hall.doors 2020 4 2026-11-24",
            "fact halls/town hall.doors 2020-05 4 2026-12-02",
            "fact halls/town height - 30 2026-12-01",
        ]
    );
}

#[test]
fn where_a_correction_names_no_values_the_old_lines_stay() {
    let hall = HALL.replace("seats: 120", "seats: 90");
    let two = halls()
        .with("content/halls/old/facts.yaml", &hall.replace("Town Hall, de: Rathaus", "Old Hall, de: Alte Halle"))
        .published();
    let both = |site: Site, from: &str, to: &str| {
        let changed = |path: &str| String::from_utf8(site.0[path].clone()).unwrap().replace(from, to);
        let (town, old) = (changed(FACTS), changed("content/halls/old/facts.yaml"));
        site.clone().with(FACTS, &town).with("content/halls/old/facts.yaml", &old)
    };

    let raised = both(both(two, "seats: 120", "seats: 125"), "seats: 90", "seats: 95");
    assert_eq!(findings(&raised).len(), 2);
    let told = corrected(raised, "seats", "of: [halls/town, halls/old]\nfield: seats\n");
    assert_eq!(findings(&told), Vec::<String>::new());
    let second = told.published_for(Run { today: date("2026-12-01"), ..run() });
    let seats =
        |site: &Site| lines(site, "fact ").into_iter().filter(|line| line.contains(" seats ")).collect::<Vec<_>>();
    let expected = [
        "fact halls/old seats - 90 2026-11-24",
        "fact halls/old seats - 95 2026-12-01",
        "fact halls/town seats - 120 2026-11-24",
        "fact halls/town seats - 125 2026-12-01",
    ];
    assert_eq!(seats(&second), expected);
    assert_eq!(findings(&second), Vec::<String>::new());
    assert_eq!(second.published_for(Run { today: date("2026-12-02"), ..run() }).0[LOCK], second.0[LOCK]);

    // Withdrawn altogether: only the old lines are left, and are missed by nobody.
    let none = both(both(second, "seats: 125\n", ""), "seats: 95\n", "");
    assert_eq!(findings(&none).len(), 2);
    let told = corrected(none, "seats-withdrawn", "of: [halls/town, halls/old]\nfield: seats\n");
    let told = told.clone().with(
        "content/corrections/seats-withdrawn.yaml",
        &String::from_utf8(told.0["content/corrections/seats-withdrawn.yaml"].clone())
            .unwrap()
            .replace("11-30", "12-02"),
    );
    assert_eq!(findings(&told), Vec::<String>::new());
    let third = told.published_for(Run { today: date("2026-12-03"), ..run() });
    assert_eq!(seats(&third), expected);
    assert_eq!(findings(&third), Vec::<String>::new());
}

#[test]
fn two_values_that_were_published_on_one_day_are_an_error_after_the_merge() {
    let site = halls().published();
    let folder = repository(&site);
    for (branch, tenants) in [("one", "tenants: 14"), ("two", "tenants: 15")] {
        let facts = HALL.replace("tenants: {missing: not-available}", tenants);
        publish_on(&folder.0, branch, &site.clone().with(FACTS, &facts), "2026-12-01");
    }

    let lock = merged(&folder.0);

    let merged = site.with(LOCK, &lock).with(FACTS, &HALL.replace("tenants: {missing: not-available}", "tenants: 14"));
    let built = merged.build();
    let [finding] = built.diagnostics.as_slice() else { panic!("{:?}", built.findings()) };
    assert_eq!((finding.code.name, &*finding.message), ("published-lock", "one edition says two things of the same"));
    let line = |line: u32| lock.lines().nth(line as usize - 1).unwrap();
    let mut named = [line(finding.place.line), line(finding.related[0].0.line)];
    named.sort_unstable();
    assert_eq!(named, ["fact halls/town tenants - 14 2026-12-01", "fact halls/town tenants - 15 2026-12-01"]);
}

/// An item of the history of a hall's stage. Items are of different years.
#[derive(Debug, Clone)]
struct Stage {
    year: u16,
    /// `-05`, `-05-17`; empty where only the year is known.
    rest: String,
    is_by: bool,
    /// An option, else the value is missing.
    value: Option<&'static str>,
    is_provisional: bool,
}

impl Stage {
    fn new(year: u16, value: Option<&'static str>) -> Self {
        Stage {
            year,
            rest: String::new(),
            is_by: year.is_multiple_of(3),
            value,
            is_provisional: year.is_multiple_of(2),
        }
    }

    fn line(&self) -> String {
        let given = self.value.map_or("missing: not-available".to_owned(), |value| format!("is: {value}"));
        let kind = if self.is_by { "by" } else { "since" };
        let status = if self.is_provisional { ", status: provisional" } else { "" };
        format!("  - {{{given}, {kind}: {}{}{status}}}\n", self.year, self.rest)
    }
}

/// Changes of a history that nobody need be told of; `pick` chooses which and where.
fn edit_freely(stages: &mut Vec<Stage>, pick: usize) {
    const VALUES: [Option<&str>; 3] = [Some("planned"), Some("open"), None];
    let at = pick / 8 % stages.len();
    let next_year = stages.get(at + 1).map_or(u16::MAX, |next| next.year);
    let value = VALUES[pick / 64 % 3];
    match pick % 8 {
        0 => stages.push(Stage::new(stages.last().unwrap().year + 2, value)),
        1 => stages.insert(0, Stage::new(stages[0].year - 2, value)),
        2 if stages[at].rest.is_empty() => stages[at].rest = "-05".to_owned(),
        3 if stages[at].rest.len() < 6 => stages[at].rest = "-05-17".to_owned(),
        4 if stages[at].is_by => stages[at].is_by = false,
        5 => stages[at].is_provisional = !stages[at].is_provisional,
        6 if stages[at].value.is_none() => stages[at].value = value,
        7 if stages[at].year + 1 < next_year => {
            let (year, value) = (stages[at].year + 1, stages[at].value);
            stages.insert(at + 1, Stage { is_by: false, ..Stage::new(year, value) });
        }
        _ => {}
    }
}

fn with_stages(site: &Site, stages: &[Stage]) -> Site {
    let lines: String = stages.iter().map(Stage::line).collect();
    site.clone().with(FACTS, &format!("name: {{en: Town Hall, de: Rathaus}}\nstage:\n{lines}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_is_free_keeps_the_build_green_and_another_value_never_does(
        picks in proptest::collection::vec(0usize..1000, 1..8),
        published in proptest::collection::vec(any::<bool>(), 8),
        wrong in 0usize..100,
    ) {
        let mut stages = vec![Stage::new(1990, Some("planned")), Stage::new(1999, Some("open")), Stage::new(2003, None)];
        let mut site = with_stages(&halls(), &stages).published();

        for (pick, is_published) in picks.into_iter().zip(published) {
            edit_freely(&mut stages, pick);
            site = with_stages(&site, &stages);
            prop_assert_eq!(findings(&site), Vec::<String>::new(), "{:?}", &stages);
            if is_published {
                site = site.published();
            }
        }
        site = site.published();
        let at = wrong % stages.len();
        if stages[at].value.is_some() {
            stages[at].value = Some("closed");
            let found = findings(&with_stages(&site, &stages));
            prop_assert_eq!(found.len(), 1, "{:?}: {:?}", &stages, found);
        }
    }
}

#[test]
fn equal_values_of_a_list_without_a_key_are_each_held() {
    let model = String::from_utf8(halls().0[MODEL].clone()).unwrap();
    let rooms =
        "  rooms:\n    type: list\n    of: {type: group, fields: {size: {type: integer}, what: {type: text}}}\n";
    let with = |site: Site, sizes: [u32; 3]| {
        let items = sizes.map(|size| format!("  - {{size: {size}, what: Room}}\n")).concat();
        site.with(FACTS, &format!("{HALL}rooms:\n{items}"))
    };
    let published = with(halls().with(MODEL, &format!("{model}{rooms}")), [7, 7, 9]).published();

    let recorded: Vec<String> = lines(&published, "fact").into_iter().filter(|line| line.contains("rooms[]")).collect();
    assert_eq!(recorded.len(), 3, "{recorded:?}");
    assert!(recorded.iter().any(|line| line.contains("rooms[].size - 7*2")), "{recorded:?}");
    assert_eq!(findings(&published), Vec::<String>::new());
    assert_eq!(findings(&with(published.clone(), [9, 7, 7])), Vec::<String>::new(), "their order says nothing");
    let changed = with(published, [7, 8, 9]);
    assert_eq!(findings(&changed), ["fact-changed `rooms.size` of halls/town was published as 7, and is 8 now"]);
    let told = corrected(changed, "rooms", "of: halls/town\nfield: rooms.size\nwas: 7\nnow: 8\n");
    assert_eq!(findings(&told), Vec::<String>::new());
    assert_eq!(findings(&told.published()), Vec::<String>::new());
}

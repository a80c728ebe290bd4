//! Drills: what goes wrong in an office that publishes numbers, and what the program does about it.

use std::fs;

use prospectus::config::Run;
use prospectus::pipeline;

use crate::support::{Folderish, Site, date, prospectus, run, small};

const FIGURE: &str = "content/figures/trees.yaml";
const CORRECTION: &str = "content/corrections/trees-2025.yaml";

/// The small site with a reported and a computed figure, and templates that show what pages are told of corrections.
fn office() -> Site {
    small()
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Kennzahlen}\n")
        .with("content/corrections/_collection.yaml", "label: {en: Corrections, de: Berichtigungen}\n")
        .with(FIGURE, &trees(350))
        .with("content/figures/parks.yaml", "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {state: open}\nby: city\n")
        .with("content/parks/south/facts.yaml", "state: [{is: open, since: 2022-05-01}]\ncity: jinan\n")
        .with("content/parks/south/en.md", "---\nname: South Park\n---\n")
        .with("content/parks/south/de.md", "---\nname: Südpark\n---\n")
        .with(
            "content/templates/figures/record.html",
            "<p>{% for c in record.corrections %}{% set it = record(key=c.key) %}{{ it.reason }}: {{ it.was }} to {{ it.now }} on {{ it.on }}{% endfor %}</p><p>changed {% if page.changed %}{{ page.changed.iso }}{% else %}never{% endif %}</p>",
        )
}

fn trees(number: u32) -> String {
    format!("label: {{en: Trees, de: Bäume}}\nreported:\n  - {{is: {number}, since: 2025-03, source: report-2025}}\n")
}

fn correction(of: &str, rest: &str) -> String {
    format!(
        "kind: correction\ngrade: minor\ndate: 2026-11-20\nreason: {{en: The report had been misread, de: Der Bericht war falsch gelesen worden}}\nof: figures/{of}\n{rest}"
    )
}

fn findings(site: &Site) -> Vec<String> {
    site.build().diagnostics.iter().map(|d| format!("{} {}", d.code.name, d.message)).collect()
}

#[test]
fn a_figure_that_changes_needs_a_correction_that_readers_see() {
    let published = office().published();
    let changed = published.clone().with(FIGURE, &trees(340));

    assert_eq!(findings(&published), Vec::<String>::new());
    let found = findings(&changed);
    assert_eq!(found, ["figure-changed “Trees” of 2025-03 was published as 350, and is 340 now"]);
    let hint = changed.build().diagnostics[0].hint.clone().unwrap();
    assert!(hint.contains("`of: figures/trees`, `on: 2025-03`, `was: 350`, `now: 340`"), "{hint}");

    let told = changed.with(CORRECTION, &correction("trees", "on: 2025-03\nwas: 350\nnow: 340\n"));
    let built = told.build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let figure = built.text("en/figures/trees/index.html");
    assert!(figure.contains("The report had been misread: 350 to 340 on 2025-03"), "{figure}");
    assert!(built.text("en/corrections/index.html").contains("The report had been misread"));
    assert!(built.text("de/feed.xml").contains("<title>Der Bericht war falsch gelesen worden</title>"));

    // Once published it is history: it holds, and the next change needs the next one.
    let again = told.published();
    assert_eq!(findings(&again), Vec::<String>::new());
    let next = again.with(FIGURE, &trees(341));
    assert_eq!(findings(&next), ["figure-changed “Trees” of 2025-03 was published as 340, and is 341 now"]);
    let second = correction("trees", "on: 2025-03\nwas: 340\nnow: 341\n").replace("11-20", "11-23");
    assert_eq!(findings(&next.with("content/corrections/trees-2025-again.yaml", &second)), Vec::<String>::new());
}

#[test]
fn a_correction_that_matches_nothing_is_found() {
    let changed = office().published().with(FIGURE, &trees(340));
    let with = |rest: &str| findings(&changed.clone().with(CORRECTION, &correction("trees", rest)));

    assert_eq!(
        with("on: 2025-03\nwas: 349\nnow: 340\n"),
        ["correction “Trees” of 2025-03 was 349, this says, but 350 was published"]
    );
    assert_eq!(
        with("on: 2025-03\nwas: 350\nnow: 345\n"),
        ["correction “Trees” of 2025-03 is 345 now, this says, but the site says 340"]
    );
    assert_eq!(with("on: 2024-03\nwas: 350\nnow: 340\n").len(), 2, "the change is told of by nobody");
    assert_eq!(with("on: 2025-03\nwas: about\nnow: 340\n")[0], "correction `about` is no value of a figure");
}

#[test]
fn a_number_that_is_taken_back_needs_a_correction_too() {
    let figure = "label: {en: Trees, de: Bäume}\nreported: [{is: 300, since: 2020, source: report-2025}]\n";
    let changed = office().published().with(FIGURE, figure);

    assert_eq!(findings(&changed), ["figure-changed “Trees” of 2025-03 was published as 350, and is nothing now"]);
    let told = changed.with(CORRECTION, &correction("trees", "on: 2025-03\nwas: 350\n"));
    assert_eq!(findings(&told), Vec::<String>::new());
    let gone = office().published().without("content/figures/parks.yaml");
    let found = findings(&gone);
    assert!(
        found.iter().any(|finding| finding.starts_with("figure-changed the figure `parks` was published")),
        "{found:?}"
    );
}

#[test]
fn one_correction_tells_of_all_that_a_late_record_shifts() {
    let late = office()
        .published()
        .with("content/parks/east/facts.yaml", "state: [{is: open, since: 2021-02-01}]\ncity: jinan\n")
        .with("content/parks/east/en.md", "---\nname: East Park\n---\n")
        .with("content/parks/east/de.md", "---\nname: Ostpark\n---\n");

    assert_eq!(findings(&late), ["figure-changed “Parks” of 2022-05-01 was published as 2, and is 3 now"]);
    let told = late.with(CORRECTION, &correction("parks", "on: 2022-05-01\nwas: 2\nnow: 3\n"));
    assert_eq!(
        findings(&told),
        Vec::<String>::new(),
        "the new day, 2021-02-01, is an addition, and the group goes with it"
    );

    // What it explained is explained once: the next change of that day is one nobody told of.
    let older = "state: [{is: open, since: 2019-01-01}]\ncity: jinan\n";
    let next = told.published().with("content/parks/west/facts.yaml", older);
    let next = next.with("content/parks/west/en.md", "---\nname: West Park\n---\n");
    let next = next.with("content/parks/west/de.md", "---\nname: Westpark\n---\n");
    assert_eq!(
        findings(&next),
        ["figure-changed “Parks” of 2020-06-01 was published as 1, and is 2 now; 2 later values differ by as much"]
    );
    let second = correction("parks", "on: 2020-06-01\nwas: 1\nnow: 2\n").replace("11-20", "11-21");
    let next = next.with("content/corrections/parks-2020.yaml", &second);
    assert_eq!(findings(&next), Vec::<String>::new());
    let wrong = next
        .published()
        .without("content/parks/south/facts.yaml")
        .without("content/parks/south/en.md")
        .without("content/parks/south/de.md");
    assert!(findings(&wrong).iter().any(|finding| finding.starts_with("figure-changed “Parks” of 2022-05-01")));
}

#[test]
fn what_is_new_needs_no_correction() {
    let later = trees(350) + "  - {is: 360, since: 2026-01}\n";
    let closed = "state: [{is: open, since: 2022-05-01}, {is: planned, since: 2026-11-01}]\ncity: jinan\n";
    let grown = office().published().with(FIGURE, &later).with("content/parks/south/facts.yaml", closed);
    let finer = office().published().with(FIGURE, &trees(350).replace("2025-03", "2025-03-14"));

    assert_eq!(findings(&grown), Vec::<String>::new());
    assert_eq!(findings(&finer), Vec::<String>::new(), "a date may become more exact");
    let coarser = office().published().with(FIGURE, &trees(350).replace("2025-03", "2025"));
    assert_eq!(
        findings(&coarser),
        ["figure-changed “Trees” of 2025-03 was published as 350, and is nothing now"],
        "but not less"
    );
    let unknown = trees(350).replace("is: 350", "missing: not-available");
    let known = office().with(FIGURE, &unknown).published().with(FIGURE, &trees(350));
    assert_eq!(findings(&known), Vec::<String>::new(), "a value where none was known is news");
    assert_eq!(findings(&office().published().with(FIGURE, &unknown)).len(), 1, "none where there was one is not");
}

#[test]
fn a_record_that_moves_keeps_its_old_address() {
    let published = office().with("content/parks/_collection.yaml", &permanent()).published();
    let moved = published.clone().with(
        "content/parks/north/en.md",
        "---\nname: North Park\nslug: old-north\n---\n## History\n\nOpened after [the report](@sources/report-2025).\n",
    );

    assert_eq!(findings(&moved), ["address-gone /en/parks/north/ was published and leads nowhere now (parks/north)"]);
    assert!(moved.build().diagnostics[0].hint.as_ref().unwrap().contains("`aliases: [/en/parks/north/]`"));

    let facts = String::from_utf8(moved.0["content/parks/north/facts.yaml"].clone()).unwrap();
    let kept = moved.with("content/parks/north/facts.yaml", &format!("{facts}aliases: [/en/parks/north/]\n"));
    let built = kept.build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert!(built.text("en/parks/north/index.html").contains("url=/en/parks/old-north/"));
    assert!(built.text("id/parks/north/index.html").contains("href=\"/en/parks/old-north/\""));
    assert_eq!(findings(&kept.published()), Vec::<String>::new());
    let broken = kept.published().with("content/parks/north/facts.yaml", &facts);
    assert_eq!(findings(&broken).len(), 1, "an alias that was published is a promise too");
}

fn permanent() -> String {
    String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap() + "permanent: true\n"
}

#[test]
fn a_record_goes_by_an_announced_end_or_leaves_its_address_to_another() {
    let page = |rest: &str| format!("name: {{en: Zibo, de: Zibo}}\n{rest}");
    let published = office().with("content/cities/zibo.yaml", &page("")).published();

    let deleted = findings(&published.clone().without("content/cities/zibo.yaml"));
    let drafted = findings(&published.clone().with("content/cities/zibo.yaml", &page("draft: true\n")));
    assert_eq!(
        deleted,
        ["address-gone /de/staedte/zibo/, /en/cities/zibo/ were published and lead nowhere now (cities/zibo)"]
    );
    assert_eq!(drafted, deleted);
    let expired = published.clone().with("content/cities/zibo.yaml", &page("expires_on: 2026-11-24\n"));
    assert_eq!(findings(&expired), Vec::<String>::new());
    let heir = published.without("content/cities/zibo.yaml").with(
        "content/cities/jinan.yaml",
        "name: {en: Jinan, de: Jinan}\naliases: [/en/cities/zibo/, /de/staedte/zibo/]\n",
    );
    assert_eq!(findings(&heir), Vec::<String>::new());
}

#[test]
fn a_day_that_comes_by_itself_breaks_no_build_and_is_told_of_when_somebody_publishes() {
    let on = |day: &str| Run { today: date(day), ..run() };
    let told = |site: &Site, day: &str| -> Vec<String> {
        let built = site.build_for(on(day));
        built.diagnostics.iter().map(|d| format!("{} {}", d.code.name, d.message)).collect()
    };
    let south = "state: [{is: open, since: 2022-05-01}]\ncity: jinan\n";
    let east = |site: Site, rest: &str| {
        site.with("content/parks/east/facts.yaml", &format!("{south}{rest}"))
            .with("content/parks/east/en.md", "---\nname: East Park\n---\n")
            .with("content/parks/east/de.md", "---\nname: Ostpark\n---\n")
    };
    let expires = office().with("content/parks/south/facts.yaml", &format!("{south}expires_on: 2026-12-01\n"));
    let appears = east(office(), "publish_on: 2026-12-01\n");
    for (site, now, how) in [(expires, "1", "parks/south expired"), (appears, "3", "parks/east appeared")] {
        let site = site.published_for(on("2026-11-24"));

        assert_eq!(told(&site, "2026-11-30"), Vec::<String>::new());
        let found = told(&site, "2026-12-01");
        let expected = format!(
            "figure-by-time “Parks” of 2022-05-01 was published as 2, and is {now} now, since {how} on 2026-12-01"
        );
        assert_eq!(found, [expected]);
        let publishing = pipeline::publish(&site, &on("2026-12-01"), &pipeline::Nowhere).diagnostics;
        assert_eq!(publishing.iter().map(|d| d.code.name).collect::<Vec<_>>(), ["figure-changed"]);
    }

    // What somebody changed by hand is an error on that day, too, where no day of a record came.
    let by_hand = east(office().published_for(on("2026-11-24")), "");
    assert!(told(&by_hand, "2026-12-01")[0].starts_with("figure-changed"));
}

#[test]
fn drafts_and_reports_of_earlier_days_are_compared_with_care() {
    let changed = office().published().with(FIGURE, &trees(340)).without("content/parks/south/facts.yaml");
    let of = |as_of: Option<&str>, drafts| {
        let run = prospectus::config::Run { as_of: as_of.map(date), drafts, ..run() };
        let built = changed.build_for(run);
        built
            .diagnostics
            .iter()
            .map(|d| d.code.name)
            .filter(|name| *name == "figure-changed" || *name == "address-gone")
            .count()
    };

    assert!(of(None, false) > 0);
    assert_eq!(of(None, true), 0, "a preview of drafts compares nothing");
    assert_eq!(of(Some("2021-01-01"), false), 0, "that day is before every value that changed");
}

#[test]
fn the_day_a_page_last_changed_is_that_of_the_publication_that_changed_what_it_says() {
    let day = |site: &Site, day: &str| {
        let run = prospectus::config::Run { today: date(day), ..run() };
        site.published_for(run)
    };
    let shown = |site: &Site, path: &str| {
        let text = site.build().text(path).to_owned();
        text.split("changed ").nth(1).map(|rest| rest.split('<').next().unwrap().to_owned()).unwrap()
    };
    let trees_page = "en/figures/trees/index.html";
    assert_eq!(shown(&office(), trees_page), "never");

    let first = day(&office(), "2026-11-20");
    let layout = first.clone().with("content/templates/figures/record.html", "<b>changed {{ page.changed.iso }}</b>");
    let second = day(&layout, "2026-11-21");
    let third = day(&second.with(FIGURE, &(trees(350) + "  - {is: 360, since: 2026-01}\n")), "2026-11-22");

    assert_eq!(shown(&first, trees_page), "2026-11-20");
    assert_eq!(shown(&third, trees_page), "2026-11-22");
    assert_eq!(shown(&third, "en/figures/parks/index.html"), "2026-11-20");
    let lock = String::from_utf8(third.0["content/published.lock"].clone()).unwrap();
    assert!(lock.contains("page /en/parks/north/ parks/north en "));
    let north = lock.lines().find(|line| line.starts_with("page /en/parks/north/")).unwrap();
    assert!(north.ends_with(" 2026-11-20"), "{north}");
}

#[test]
fn publish_records_and_diff_shows() {
    let folder = Folderish::of(&office());
    let lock = folder.0.join("content/published.lock");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();

    let before = prospectus(&folder.0, &["diff"]);
    assert_eq!(before.status.code(), Some(4), "{}", text(&before.stderr));
    assert!(!lock.exists());
    assert_eq!(prospectus(&folder.0, &["publish", "--drafts"]).status.code(), Some(2));
    let published = prospectus(&folder.0, &["publish", "--yes"]);
    assert_eq!(published.status.code(), Some(0), "{}", text(&published.stderr));
    let recorded = fs::read_to_string(&lock).unwrap();
    assert_eq!(prospectus(&folder.0, &["diff"]).status.code(), Some(0));
    assert!(folder.0.join("output/en/figures/trees/index.html").exists());
    // What `publish` wrote is what `build` writes.
    let manifest = fs::read(folder.0.join("output/manifest.json")).unwrap();
    assert!(prospectus(&folder.0, &["build"]).status.success());
    assert!(manifest == fs::read(folder.0.join("output/manifest.json")).unwrap());

    fs::write(folder.0.join(FIGURE), trees(340)).unwrap();
    let refused = prospectus(&folder.0, &["publish", "--yes"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("350") && text(&refused.stderr).contains("340"));
    assert_eq!(fs::read_to_string(&lock).unwrap(), recorded);
    assert!(manifest == fs::read(folder.0.join("output/manifest.json")).unwrap());
    let diff = prospectus(&folder.0, &["diff"]);
    assert_eq!(diff.status.code(), Some(4));
    assert_eq!(
        text(&diff.stdout),
        "changed   figures/trees, 2025-03: 350 → 340 (no correction tells of it)\nsays      /de/kennzahlen/trees/ (figures/trees)\nsays      /en/figures/trees/ (figures/trees)\n"
    );
    let markdown = prospectus(&folder.0, &["diff", "--format", "markdown"]);
    assert!(text(&markdown.stdout).starts_with("## Numbers changed\n\n- `figures/trees`, 2025-03: 350 → 340"));
    let json = prospectus(&folder.0, &["diff", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(
        (&json["values"]["changed"][0]["was"], &json["values"]["changed"][0]["corrected"]),
        (&"350".into(), &false.into())
    );
}

#[test]
fn an_embargo_passes_on_its_day_and_not_before() {
    let held = "publish_on: 2026-12-01\nstate: [{is: open, since: 2026-12-01}]\ncity: jinan\n";
    let site = office()
        .with("content/parks/west/facts.yaml", held)
        .with("content/parks/west/en.md", "---\nname: West Park\n---\n")
        .with("content/parks/west/de.md", "---\nname: Westpark\n---\n")
        .published();

    let before = site.build_for(Run::on(date("2026-11-30")));
    let after = site.build_for(Run::on(date("2026-12-01")));

    assert_eq!(before.findings(), Vec::<String>::new());
    assert!(before.files.values().all(|bytes| !String::from_utf8_lossy(bytes).to_lowercase().contains("west")));
    assert!(before.text("data/figures/parks.csv").lines().all(|line| !line.starts_with("published,2026-12-01")));
    // A value of a new day is no change of an old one: the day comes without anybody's doing.
    assert_eq!(after.findings(), Vec::<String>::new());
    assert!(after.files.contains_key("en/parks/west/index.html"));
    assert!(after.text("data/figures/parks.csv").lines().any(|line| line.starts_with("published,2026-12-01")));
}

#[test]
fn a_source_that_is_removed_is_missed_at_every_line_that_cites_it() {
    let site = office().without("content/sources/report-2025.yaml");

    let found = site.build().findings();

    let expected = [
        "unknown-reference content/figures/trees.yaml:3:39",
        "unknown-reference content/parks/north/facts.yaml:1:9",
        "broken-link content/parks/north/en.md:6:14",
    ];
    for finding in expected {
        assert!(found.iter().any(|known| known == finding), "{finding} is not in {found:#?}");
    }
}

#[test]
fn a_translation_with_a_wrong_digit_is_found_at_the_digit() {
    let prose = |language: &str, text: &str| (format!("content/parks/north/{language}.md"), text.to_owned());
    let (en, english) = prose("en", "---\nname: North Park\n---\nOpened in 2020 with 1,350 trees.\n");
    let (de, german) = prose("de", "---\nname: Nordpark\n---\nEröffnet 2020 mit 1.530 Bäumen.\n");
    let site = office().with(&en, &english).with(&de, &german);
    let asked = Run { notes: true, numbers: true, ..run() };

    let found = site.build_for(asked.clone());
    let digits: Vec<String> =
        found.findings().into_iter().filter(|finding| finding.starts_with("digits-differ")).collect();
    let mended = site.with(&de, &german.replace("1.530", "1.350")).build_for(asked);

    assert_eq!(digits, ["digits-differ content/parks/north/de.md:4:19"]);
    assert!(mended.findings().iter().all(|finding| !finding.starts_with("digits-differ")));
}

#[test]
fn a_count_without_dates_is_of_the_day_of_its_publication() {
    let site =
        office().with("content/figures/cities.yaml", "label: {en: Cities, de: Städte}\ncount: cities\n").published();
    let grown = site.with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\n");

    assert_eq!(findings(&grown), Vec::<String>::new());
}

#[test]
fn a_permanent_address_lists_the_languages_and_leads_nowhere_by_itself() {
    let cities = "label: {en: Cities, de: Städte}\npermanent: true\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n";
    let built = small().with("content/cities/_collection.yaml", cities).build();
    let html = built.text("id/cities/jinan/index.html");

    assert!(!html.contains("http-equiv") && !html.contains("<script"), "{html}");
    assert!(
        html.contains("<meta name=\"robots\" content=\"noindex\">") && html.contains("/\" hreflang=\"de\">"),
        "{html}"
    );
    let canonical = html.split("<link rel=\"canonical\" href=\"").nth(1).unwrap();
    assert!(canonical.split('"').next().unwrap().contains("/id/"), "{canonical}");
}

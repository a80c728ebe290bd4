//! Old numbers: what texts still type after a published number changed, and what they may go on typing.

use prospectus::config::Run;
use prospectus::diagnostics::Diagnostic;
use prospectus::pipeline;

use crate::support::{Folderish, Site, prospectus, run};

const TREES: &str = "content/figures/trees.yaml";

const PARKS: &str = "label: {en: Parks, de: Parks, fr: Parcs}
roles: {title: name, short: short, summary: summary}
fields:
  name: {type: text, translated: true, required: true}
  short: {type: text, translated: true}
  summary: {type: text, translated: true}
  headline: {type: text, translated: true, inline: true}
  about: {type: markdown, translated: true}
  motto: {type: text}
  area: {type: decimal}
  photo: {type: image}
  near: {type: reference, to: parks}
  events:
    type: list
    of: {type: group, fields: {date: {type: date, required: true}, title: {type: text, translated: true}}}
";

/// A town with a park in three languages. The figure `trees` says a number that changes.
fn town(trees: &str) -> Site {
    Site::default()
        .with("content/site.yaml", "title: {en: T, de: T, fr: T}\nbase_url: https://t.example\nlanguages: [en, de, fr]\nas_of: 2026-11-01\n")
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten, fr: Pages}\nsegment: {en: '', de: '', fr: ''}\nfields:\n  title: {type: text, translated: true, required: true}\n")
        .with("content/pages/home.yaml", "title: {en: Home, de: Start, fr: Accueil}\nslug: ''\n")
        .with("content/parks/_collection.yaml", PARKS)
        .with("content/parks/north/facts.yaml", "source: survey\n")
        .with("content/parks/north/en.md", "---\nname: North\n---\nSee [](@figures/trees).\n")
        .with("content/parks/north/de.md", "---\nname: Nord\n---\nSiehe [](@figures/trees).\n")
        .with("content/parks/north/fr.md", "---\nname: Nord\n---\nVoir [](@figures/trees).\n")
        .with("content/sources/survey.yaml", "title: Survey\nlanguage: en\npublisher: Town\ndate: 2025\nurl: https://t.example/s\n")
        .with(TREES, &figure(trees, ""))
}

fn figure(value: &str, more: &str) -> String {
    format!(
        "label: {{en: Planted trees, de: Gepflanzte Bäume, fr: Arbres plantés}}\nreported:\n  - {{is: {value}, since: 2024, source: survey}}\n{more}"
    )
}

/// The park with more text in one language, two lines below its own.
fn with_text(site: &Site, language: &str, text: &str) -> Site {
    added(site, &format!("content/parks/north/{language}.md"), &format!("\n{text}\n"))
}

/// A file with more at its end.
fn added(site: &Site, path: &str, more: &str) -> Site {
    let text = String::from_utf8(site.0[path].clone()).unwrap();
    site.clone().with(path, &format!("{text}{more}"))
}

/// The site with the record of its publication, whatever is not translated.
fn published(site: &Site) -> Site {
    let record = pipeline::publish(site, &run(), &pipeline::Nowhere).value.record.unwrap();
    site.clone().with("content/published.lock", &record.to_text())
}

fn old(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    diagnostics.iter().filter(|finding| finding.code.name == "old-number").collect()
}

/// `path:line:column what is typed`, one for each old number that a build finds.
fn found(site: &Site) -> Vec<String> {
    let built = site.build();
    let line = |finding: &&Diagnostic| {
        let place = &finding.place;
        let path = place.path.trim_start_matches("content/");
        let typed = finding.message.split('`').nth(1).unwrap();
        format!("{path}:{}:{} {typed}", place.line, place.column)
    };
    old(&built.diagnostics).iter().map(line).collect()
}

/// What is found where the number of trees goes from one value to another below a text of the park.
fn typed(was: &str, language: &str, text: &str) -> Vec<String> {
    let site = with_text(&town(was), language, text).published();
    let found = found(&site.with(TREES, &figure("77", "")));
    let prefix = format!("parks/north/{language}.md:6:");
    found.iter().map(|line| line.strip_prefix(&prefix).unwrap().split_once(' ').unwrap().1.to_owned()).collect()
}

#[test]
fn a_number_that_changed_is_found_in_every_text_that_types_it() {
    let site = with_text(&town("470"), "en", "It has 470 of them.");
    let site = with_text(&site, "de", "Davon stehen hier 470.");
    let site = with_text(&site, "fr", "On en compte ici 470.").published();
    assert_eq!(site.build().findings(), [""; 0]);

    let changed = site.with(TREES, &figure("480", ""));

    let expected = ["parks/north/de.md:6:19 470", "parks/north/en.md:6:8 470", "parks/north/fr.md:6:18 470"];
    assert_eq!(found(&changed), expected);
    let built = changed.build();
    let english = old(&built.diagnostics)[1];
    assert_eq!(english.message, "`470` is typed; “Planted trees” of 2024 was 470, and is 480 now");
    let hint = english.hint.as_deref().unwrap();
    assert!(hint.starts_with("quote it: [](@figures/trees); where it is right as it is"), "{hint}");
}

#[test]
fn digits_are_read_in_the_forms_of_each_language() {
    assert_eq!(typed("1234", "en", "Here are 1,234 and 1234, not 1.234 or 12,345."), ["1,234", "1234"]);
    assert_eq!(typed("1234", "de", "Hier 1.234 und 1 234 und 1234, nicht 1,234."), ["1.234", "1 234", "1234"]);
    assert_eq!(
        typed("1234", "fr", "Ici 1\u{202f}234 et 1\u{a0}234 et 1 234, pas 1,234."),
        ["1\u{202f}234", "1\u{a0}234", "1 234"]
    );
    assert_eq!(typed("31.9", "en", "It is 31.9 or 31.90."), ["31.9", "31.90"]);
    assert_eq!(typed("31.9", "de", "Es sind 31,9 und nicht 319."), ["31,9"]);
    assert_eq!(typed("31.90", "fr", "Ce sont 31,9."), ["31,9"]);
}

#[test]
fn words_of_each_language_are_read() {
    for (was, language, text, word) in [
        ("42", "en", "All forty-two of them.", "forty-two"),
        ("42", "de", "Alle zweiundvierzig davon.", "zweiundvierzig"),
        ("42", "fr", "Les quarante-deux en tout.", "quarante-deux"),
        ("92", "fr", "Les quatre-vingt-douze en tout.", "quatre-vingt-douze"),
        ("71", "fr", "Les soixante et onze en tout.", "soixante et onze"),
        ("470", "en", "Four hundred and seventy of them.", "Four hundred and seventy"),
        ("470", "de", "Vierhundertsiebzig davon.", "Vierhundertsiebzig"),
        ("470", "fr", "Quatre cent soixante-dix en tout.", "Quatre cent soixante-dix"),
        ("4", "en", "The town planted trees: four planted trees.", "four"),
        ("4", "de", "Es sind vier gepflanzte Bäume.", "vier"),
        ("4", "fr", "Ce sont quatre arbres plantés.", "quatre"),
    ] {
        assert_eq!(typed(was, language, text), [word], "{text}");
    }
}

#[test]
fn scaled_numbers_are_read() {
    for (language, text, form) in [
        ("en", "It took 820 million.", "820 million"),
        ("en", "It took 0.82 billion.", "0.82 billion"),
        ("en", "It took 820,000,000 yuan.", "820,000,000"),
        ("de", "Es kostete 820 Millionen.", "820 Millionen"),
        ("de", "Es kostete 820 Mio. Euro.", "820 Mio"),
        ("fr", "Il a coûté 820\u{a0}millions de yuans.", "820\u{a0}millions"),
    ] {
        let money = |value: &str| figure(value, "unit: CNY\n");
        let messages = |language: &str| (format!("content/locales/{language}.ftl"), "unit-CNY = { $value } yuan\n");
        let mut site = with_text(&town("1"), language, text).with(TREES, &money("820000000"));
        for (path, message) in ["en", "de", "fr"].map(messages) {
            site = site.with(&path, message);
        }
        let found = found(&site.published().with(TREES, &money("830000000")));

        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].ends_with(&format!(" {form}")), "{found:?}");
    }
}

#[test]
fn a_share_is_another_thing_than_a_count() {
    let percent = |value: &str| figure(value, "unit: percent\n");
    let site =
        with_text(&town("1"), "en", "It is 56 percent, 56% or 56 of them.").with(TREES, &percent("56")).published();
    let share = found(&site.with(TREES, &percent("57")));
    let count = typed("56", "en", "It is 56 percent, 56% or 56 of them.");

    assert_eq!(share, ["parks/north/en.md:6:7 56", "parks/north/en.md:6:19 56"]);
    assert_eq!(count, ["56"]);
}

#[test]
fn every_kind_of_text_is_looked_through() {
    let park = "---
name: Park of 470 trees
short: 470 trees
summary: \"With 470 trees.\"
headline: \"*470* trees\"
about: |
  One.

  Of 470.
---
See [](@figures/trees).

## 470 trees

- 470 in a list

| a | b |
|---|---|
| x | 470 |

![470 trees](trees.svg)

**470**, and 470[^n].

[^n]: A note with 470.
";
    let facts = "source: survey
motto: Ours are 470
area: {is: 2, note: {en: \"For 470 trees\", de: Ja, fr: Oui}}
photo: {file: trees.svg, alt: {en: \"Some of 470 trees\", de: Ja, fr: Oui}}
events: [{date: 2020, title: {en: \"The 470 trees are planted\", de: Ja, fr: Oui}}]
";
    let site = town("470")
        .with("content/parks/north/en.md", park)
        .with("content/parks/north/facts.yaml", facts)
        .with("content/parks/north/trees.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .with(TREES, &figure("470", "note: {en: \"All 470 of them.\", de: Ja, fr: Oui}\n"));

    let found =
        found(&published(&site).with(TREES, &figure("480", "note: {en: \"All 470 of them.\", de: Ja, fr: Oui}\n")));

    assert_eq!(
        found,
        [
            "figures/trees.yaml:4:17 470",
            "parks/north/en.md:2:15 470",
            "parks/north/en.md:3:8 470",
            "parks/north/en.md:4:16 470",
            "parks/north/en.md:5:13 470",
            "parks/north/en.md:9:6 470",
            "parks/north/en.md:13:4 470",
            "parks/north/en.md:15:3 470",
            "parks/north/en.md:19:7 470",
            "parks/north/en.md:21:3 470",
            "parks/north/en.md:23:3 470",
            "parks/north/en.md:23:14 470",
            "parks/north/en.md:25:19 470",
            "parks/north/facts.yaml:2:17 470",
            "parks/north/facts.yaml:3:31 470",
            "parks/north/facts.yaml:4:45 470",
            "parks/north/facts.yaml:5:40 470",
        ]
    );
}

#[test]
fn where_no_quote_can_stand_the_number_is_written_out() {
    let site = town("1470").with(
        "content/parks/north/fr.md",
        "---\nname: Nord\nsummary: Ici 1 470.\nheadline: \"Ici 1 470.\"\n---\nVoir [](@figures/trees).\n",
    );
    let hint = |now: &str| {
        let built = published(&site).with(TREES, &figure(now, "")).build();
        let found = old(&built.diagnostics);
        let hints = found.iter().map(|old| old.hint.clone().unwrap().split(';').next().unwrap().to_owned());
        (hints.collect::<Vec<_>>(), found.first().map(|old| old.message.clone()).unwrap_or_default())
    };

    let (hints, message) = hint("1480, bound: more-than");
    assert_eq!(hints, ["write 1\u{202f}480", "quote it: [](@figures/trees)"]);
    assert_eq!(
        message,
        "`1 470` is typed; “Planted trees” of 2024 was 1\u{202f}470, and is more than 1\u{202f}480 now"
    );
    let later = "1470, since: 2024, source: survey}\n  - {is: 1490, since: 2025";
    assert_eq!(hint(&later.replace(", since: 2025", "")).0, [""; 0], "a new date changes nothing");
}

#[test]
fn texts_that_link_or_refer_to_the_figure_are_looked_through_and_others_are_not() {
    let of_home = |text: &str| {
        let site = town("470").with("content/pages/home/en.md", &format!("---\ntitle: Home\n---\n{text}\n"));
        let site = site.with("content/pages/home/facts.yaml", "slug: ''\n").without("content/pages/home.yaml");
        let site = site.with("content/pages/home/de.md", "---\ntitle: Start\n---\n");
        let site = site.with("content/pages/home/fr.md", "---\ntitle: Accueil\n---\n").published();
        found(&site.with(TREES, &figure("480", ""))).len()
    };

    assert_eq!(of_home("There are 470 of them, [see](@figures/trees)."), 1);
    assert_eq!(of_home("There are 470 of them.\n\n![Trees](@figures/trees)"), 1);
    assert_eq!(of_home("There are 470 benches."), 0);
    // The name of the figure behind its old value says enough.
    assert_eq!(of_home("There are 470 planted trees in the town."), 1);
}

#[test]
fn a_small_number_counts_where_it_is_quoted_or_named() {
    let of = |text: &str| typed("8", "en", text).len();

    assert_eq!(of("We went there with eight friends."), 0);
    assert_eq!(of("Of the [](@figures/trees) we list eight."), 1);
    assert_eq!(of("The town has eight planted trees."), 1);
    let own = town("8").with(TREES, &figure("8", "note: {en: Eight of them, de: Ja, fr: Oui}\n")).published();
    assert_eq!(found(&own.with(TREES, &figure("9", "note: {en: Eight of them, de: Ja, fr: Oui}\n"))).len(), 1);
}

#[test]
fn what_only_looks_like_the_number_is_no_hit() {
    for (was, language, text) in [
        ("24", "en", "On May 24, 2024, at 24:00, from 24 to 26 September."),
        ("24", "de", "Am 24. Mai 2024, am 24.05.2024, im 24. Jahr."),
        ("24", "fr", "Le 24 mai 2024, le 24e an."),
        ("2021", "en", "Since 2021, in 2021–2025."),
        ("15", "en", "See section 15, page 15, Table 15, § 15, No. 15 and Route 15."),
        ("15", "de", "Siehe Abschnitt 15, Seite 15, Tabelle 15, § 15, Nr. 15."),
        ("15", "fr", "Voir la section 15, page 15, tableau 15, n° 15."),
        ("15", "en", "15G, A15, the 15th park, a 15-year plan, the B15s, COVID-15."),
        ("15", "en", "It is `15` there, at <https://t.example/15>, [here](https://t.example/15 \"x\")."),
        ("5", "en", "Of [](@figures/trees), 5G and the 5th."),
        ("5", "en", "## 5 Planted trees by park"),
        ("5.2", "en", "## 5.2 Planted trees"),
        ("470", "en", "It has 4,700 or 47 or 1,470 or 470.5 of them."),
        ("42", "de", "Das zweiundvierzigste von zweihundertzweiundvierzig."),
        ("42", "fr", "Les deux cent quarante-deux."),
        ("42", "en", "The forty-second of two hundred and forty-two."),
        ("470", "en", "[](@figures/trees#2024) of them."),
    ] {
        assert_eq!(typed(was, language, text), [""; 0], "{text}");
    }
}

#[test]
fn what_another_fact_says_by_its_name_is_no_hit() {
    let of = |text: &str| {
        let site = with_text(&town("470"), "en", text);
        let site = added(&site, "content/parks/north/facts.yaml", "area: 470\n");
        let collection = PARKS
            .replace("area: {type: decimal}", "area: {type: decimal, label: {en: Hectares, de: Hektar, fr: Hectares}}");
        let site = site.with("content/parks/_collection.yaml", &collection).published();
        found(&site.with(TREES, &figure("480", ""))).len()
    };

    assert_eq!(of("It measures 470 hectares."), 0);
    assert_eq!(of("It measures 470."), 0);
    assert_eq!(of("It has 470 planted trees."), 1);
}

#[test]
fn another_date_that_says_so_still_is_no_hit() {
    let series = |first: u32, last: u32| {
        format!(
            "label: {{en: Planted trees, de: Gepflanzte Bäume, fr: Arbres plantés}}\nreported:\n  - {{is: {first}, since: 2022, source: survey}}\n  - {{is: {last}, since: 2024, source: survey}}\n"
        )
    };
    let site = with_text(&town("1"), "en", "It has 470 of them.").with(TREES, &series(450, 470)).published();
    let earlier = with_text(&town("1"), "en", "It had 450 of them.").with(TREES, &series(450, 470)).published();

    // The last value is what a text without a date means.
    assert_eq!(found(&site.clone().with(TREES, &series(450, 480))).len(), 1);
    assert_eq!(found(&site.with(TREES, &series(470, 480))).len(), 1);
    assert_eq!(found(&earlier.clone().with(TREES, &series(440, 470))).len(), 1);
    assert_eq!(found(&earlier.with(TREES, &series(440, 450))).len(), 0, "it is what the figure says now");
}

#[test]
fn news_says_nothing_of_later_days() {
    let news = "label: {en: News, de: Neues, fr: Actualités}\nroles: {title: title, date: date}\nfields:\n  title: {type: text, translated: true, required: true}\n  date: {type: date, required: true}\n";
    let of = |day: &str| {
        let site = town("470")
            .with("content/news/_collection.yaml", news)
            .with("content/news/a/facts.yaml", &format!("date: {day}\n"))
            .with("content/news/a/en.md", "---\ntitle: 470 planted trees in the town\n---\n")
            .with("content/news/a/de.md", "---\ntitle: Neues\n---\n")
            .with("content/news/a/fr.md", "---\ntitle: Nouvelles\n---\n")
            .published();
        found(&site.with(TREES, &figure("480", "")))
    };

    assert_eq!(of("2024-05-01"), ["news/a/en.md:2:8 470"]);
    assert_eq!(of("2023-05-01"), [""; 0]);
}

#[test]
fn an_acknowledged_number_is_right_as_it_is() {
    let site = with_text(&town("470"), "en", "It had 470 of them once. <!-- ok: 470 -->\n\nIt has 470 of them.");
    let site = site
        .with("content/parks/north/de.md", "---\nname: Nord\nsummary: Früher 470\n---\nSiehe [](@figures/trees).\n");
    let accept = "accept: [{field: summary, value: 470, because: that was then}]\n";
    let site = published(&added(&site, "content/parks/north/facts.yaml", accept));
    let changed = site.with(TREES, &figure("480", ""));

    let checked = changed.build_for(Run { numbers: true, ..run() }).findings();

    assert_eq!(found(&changed), ["parks/north/en.md:8:8 470"]);
    assert!(!checked.iter().any(|finding| finding.starts_with("acknowledgement")), "{checked:?}");
    assert!(!checked.iter().any(|finding| finding.starts_with("near-miss content/parks/north/en.md:8")), "{checked:?}");
}

#[test]
fn a_correction_may_say_what_a_number_was() {
    let correction = "kind: correction\ngrade: minor\ndate: 2026-11-20\nreason: {en: We had counted 470 planted trees, de: Es waren 470 gepflanzte Bäume, fr: C’étaient 470 arbres plantés}\nof: figures/trees\non: 2024\nwas: 470\nnow: 480\n";
    let site = with_text(&town("470"), "en", "It has 470 of them.").published();
    let told = site.with(TREES, &figure("480", "")).with("content/corrections/trees.yaml", correction);

    // Corrected or not: the text says the old number still.
    assert_eq!(told.build().findings(), ["old-number content/parks/north/en.md:6:8"]);
    assert_eq!(told.publish_findings(), ["old-number content/parks/north/en.md:6:8"]);
}

#[test]
fn nothing_is_said_where_nothing_changed_or_was_published() {
    let site = with_text(&town("480"), "en", "It has 470 of them.");

    assert_eq!(found(&site), [""; 0]);
    assert_eq!(found(&site.published()), [""; 0]);
    let drafts = with_text(&town("470"), "en", "It has 470 of them.").published().with(TREES, &figure("480", ""));
    assert_eq!(old(&drafts.build_for(Run { drafts: true, ..run() }).diagnostics).len(), 0);
}

#[test]
fn diff_and_check_name_old_numbers() {
    let site = with_text(&town("470"), "en", "It has 470 of them.").published().with(TREES, &figure("480", ""));
    let folder = Folderish::of(&site);

    for command in [&["check"][..], &["build"], &["diff"], &["publish", "--yes"]] {
        let output = prospectus(&folder.0, command);

        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("warning[old-number]: `470` is typed"), "{command:?}: {said}");
    }
}

/// A park whose facts are numbers of every kind, with texts that say them, and another that is near it.
fn facts(staff: &str, beds: &str, plots: &str) -> Site {
    let collection = format!(
        "{PARKS}  staff: {{type: integer, tracked: true, label: {{en: Gardeners, de: Gärtner, fr: Jardiniers}}}}
  beds: {{type: group, fields: {{roses: {{type: integer, label: {{en: Beds of roses, de: Rosenbeete, fr: Massifs de roses}}}}}}}}
  numbers:
    type: list
    of:
      type: group
      fields:
        what: {{type: text, translated: true}}
        value: {{type: integer, label: {{en: Number, de: Zahl, fr: Nombre}}}}
"
    );
    let facts = format!(
        "source: survey\nstaff: {staff}\nbeds: {{roses: {beds}}}\nnumbers:\n  - {{what: {{en: Plots in Jinan, de: Parzellen in Jinan, fr: Parcelles à Jinan}}, value: {plots}}}\n"
    );
    town("1")
        .with("content/parks/_collection.yaml", &collection)
        .with("content/parks/north/facts.yaml", &facts)
        .with("content/parks/south/facts.yaml", "near: north\nsource: survey\n")
        .with("content/parks/south/en.md", "---\nname: South\n---\nThe other has 470 plots, 60 beds and four gardeners.\n\nWe saw 60 bees and four of them.\n")
        .with("content/parks/south/de.md", "---\nname: Süd\n---\n")
        .with("content/parks/south/fr.md", "---\nname: Sud\n---\n")
        .with("content/parks/north/en.md", "---\nname: North\nsummary: More than 470 plots\n---\nMore than 470 plots, sixty beds and four gardeners.\n")
        .with("content/parks/north/de.md", "---\nname: Nord\nsummary: Mehr als 470 Parzellen\n---\nMehr als 470 Parzellen, sechzig Beete und vier Gärtner.\n")
        .with("content/parks/north/fr.md", "---\nname: Nord\nsummary: Plus de 470 parcelles\n---\nPlus de 470 parcelles, soixante massifs et quatre jardiniers.\n")
}

#[test]
fn a_fact_that_changed_is_found_in_texts_of_its_record_and_of_those_that_lead_to_it() {
    let site = facts("{is: 4, since: 2024}", "60", "{is: 470, bound: more-than}").published();

    let plots = facts("{is: 4, since: 2024}", "60", "{is: 480, bound: more-than}");
    let of = |now: &Site| {
        found(
            &now.clone()
                .with("content/published.lock", std::str::from_utf8(&site.0["content/published.lock"]).unwrap()),
        )
    };
    assert_eq!(
        of(&plots),
        [
            "parks/north/de.md:3:19 470",
            "parks/north/de.md:5:10 470",
            "parks/north/en.md:3:20 470",
            "parks/north/en.md:5:11 470",
            "parks/north/fr.md:3:18 470",
            "parks/north/fr.md:5:9 470",
            "parks/south/en.md:4:15 470",
        ]
    );
    // Elsewhere 60 and four are named by what they count.
    assert_eq!(
        of(&facts("{is: 4, since: 2024}", "61", "{is: 470, bound: more-than}")),
        [
            "parks/north/de.md:5:25 sechzig",
            "parks/north/en.md:5:22 sixty",
            "parks/north/fr.md:5:24 soixante",
            "parks/south/en.md:4:26 60"
        ]
    );
    assert_eq!(
        of(&facts("{is: 5, since: 2024}", "60", "{is: 470, bound: more-than}")),
        [
            "parks/north/de.md:5:43 vier",
            "parks/north/en.md:5:37 four",
            "parks/north/fr.md:5:44 quatre",
            "parks/south/en.md:4:38 four"
        ]
    );
}

#[test]
fn a_small_number_that_is_named_in_one_text_is_not_looked_for_in_others() {
    let texts =
        |site: Site, prose: &str| site.with("content/parks/north/en.md", &format!("---\nname: North\n---\n{prose}\n"));
    let lock = facts("{is: 4, since: 2024}", "60", "470").published().0["content/published.lock"].clone();
    let of = |prose: &str| {
        let now = texts(facts("{is: 5, since: 2024}", "60", "470"), prose);
        let found = found(&now.with("content/published.lock", std::str::from_utf8(&lock).unwrap()));
        found.into_iter().filter(|line| line.starts_with("parks/north/en.md")).collect::<Vec<_>>()
    };

    assert_eq!(of("It has four gardeners.\n\nFor four reasons."), ["parks/north/en.md:4:8 four"]);
    let both = |beds: &str| {
        let prose = "It has four gardeners and four beds of roses.";
        let lock =
            published(&texts(facts("{is: 4, since: 2024}", "4", "470"), prose)).0["content/published.lock"].clone();
        let now = texts(facts("{is: 5, since: 2024}", beds, "470"), prose);
        let found = found(&now.with("content/published.lock", std::str::from_utf8(&lock).unwrap()));
        found.into_iter().filter(|line| line.starts_with("parks/north/en.md")).collect::<Vec<_>>()
    };
    assert_eq!(both("4"), ["parks/north/en.md:4:8 four"]);
    assert_eq!(both("5"), ["parks/north/en.md:4:8 four", "parks/north/en.md:4:27 four"]);
    // Under another name it may be meant.
    assert_eq!(of("It employs four people."), ["parks/north/en.md:4:12 four"]);
}

#[test]
fn the_finding_of_a_fact_says_what_it_is_and_how_to_quote_it() {
    let lock = |site: &Site| String::from_utf8(site.published().0["content/published.lock"].clone()).unwrap();
    let site = facts("{is: 4, since: 2024}", "60", "{is: 470, bound: more-than}");
    let told = |now: Site| {
        let built = now.with("content/published.lock", &lock(&site)).build();
        let found = old(&built.diagnostics);
        let last = found.last().unwrap();
        (last.message.clone(), last.hint.clone().unwrap().split(';').next().unwrap().to_owned())
    };

    let (message, hint) = told(facts("{is: 5, since: 2024}", "60", "{is: 470, bound: more-than}"));
    assert_eq!(message, "`four` is typed; `staff` of parks/north since 2024 was 4, and is 5 now");
    assert_eq!(hint, "quote it: [](@parks/north#staff)");
    let (message, hint) = told(facts("{is: 4, since: 2024}", "60", "{is: 480, bound: more-than}"));
    assert_eq!(
        message,
        "`470` is typed; `numbers.value`, “Plots in Jinan”, of parks/north was 470, and is more than 480 now"
    );
    assert_eq!(hint, "write 480");
    let (message, hint) =
        told(facts("{is: 4, since: 2024}", "{missing: not-available}", "{is: 470, bound: more-than}"));
    assert_eq!(message, "`60` is typed; `beds.roses` of parks/north was 60, and is not said any more");
    assert_eq!(hint, "write what holds now");
}

#[test]
fn items_of_a_list_with_a_key_and_dates_of_a_history_are_told_apart() {
    let collection = format!(
        "{PARKS}  staff: {{type: integer, tracked: true, label: {{en: Gardeners, de: Gärtner, fr: Jardiniers}}}}
  capital: {{type: integer, unit: CNY, label: {{en: Capital, de: Kapital, fr: Capital}}}}
  numbers:
    type: list
    key: [what]
    of:
      type: group
      fields:
        what: {{type: choice, required: true, options: {{beds: {{en: Beds, de: Beete, fr: Massifs}}, plots: {{en: Plots, de: Parzellen, fr: Parcelles}}}}}}
        value: {{type: integer, label: {{en: Number, de: Zahl, fr: Nombre}}}}
"
    );
    let site = |facts: &str| {
        let site = town("1").with("content/parks/_collection.yaml", &collection);
        let text = "---\nname: North\n---\nIn 2022 it had 40 gardeners, now it has 50. There are 60 beds and 70 plots.\n\nIt has 820 million yuan.\n";
        let messages = |language: &str| (format!("content/locales/{language}.ftl"), "unit-CNY = { $value } yuan\n");
        let site = ["en", "de", "fr"].map(messages).iter().fold(site, |site, (path, text)| site.with(path, text));
        site.with("content/parks/north/en.md", text)
            .with("content/parks/north/facts.yaml", &format!("source: survey\n{facts}"))
    };
    let before = "staff: [{is: 40, since: 2022}, {is: 50, since: 2024}]\nnumbers: [{what: beds, value: 60}, {what: plots, value: 70}]\ncapital: 820000000\n";
    let lock = site(before).published().0["content/published.lock"].clone();
    let told = |old_text: &str, new_text: &str| {
        assert!(before.contains(old_text));
        let now = site(&before.replace(old_text, new_text));
        let built = now.with("content/published.lock", std::str::from_utf8(&lock).unwrap()).build();
        let messages = old(&built.diagnostics).into_iter().map(|old| old.message.clone());
        messages.map(|message| message.replace(" is typed; ", " ")).collect::<Vec<_>>()
    };

    let beds = "`60` `numbers[beds].value` of parks/north was 60, and is 61 now";
    assert_eq!(told("value: 60", "value: 61"), [beds]);
    assert_eq!(told("is: 50", "is: 51"), ["`50` `staff` of parks/north since 2024 was 50, and is 51 now"]);
    assert_eq!(told("is: 40", "is: 41"), ["`40` `staff` of parks/north since 2022 was 40, and is 41 now"]);
    // What it was in 2022 is what it is said to be since 2024.
    assert_eq!(told("{is: 40, since: 2022}, {is: 50", "{is: 30, since: 2022}, {is: 40").len(), 1);
    let capital = "`820 million` `capital` of parks/north was 820,000,000, and is 830,000,000 now";
    assert_eq!(told("820000000", "830000000"), [capital]);
}

/// What stands at the place of a finding.
fn at_place(finding: &Diagnostic) -> String {
    let place = &finding.place;
    place.excerpt.chars().skip((place.column - 1 - place.clipped) as usize).take(place.length as usize).collect()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_a_text_says_each_number_is_found_where_it_stands(
        words in proptest::collection::vec("(42|forty-two|&amp;|\\*\\*42\\*\\*|# 42|\\| 42 \\||é中|[0-9]{1,3}|<!-- ok: 42 -->|\\[42\\]\\(@figures/trees\\)|`42`|\n\n|,|<b>)", 1..24)
    ) {
        let text = format!("{}\n\nThe last 42.", words.join(" "));
        let site = with_text(&town("42"), "en", &text);
        let site = site.with("content/published.lock", PUBLISHED).with(TREES, &figure("43", ""));

        let built = site.build();
        let found = old(&built.diagnostics);
        proptest::prop_assert!(!found.is_empty() || text.contains("<!--"), "{text}");
        for finding in found {
            let typed = finding.message.split('`').nth(1).unwrap().to_owned();
            proptest::prop_assert_eq!(at_place(finding), typed);
        }
    }
}

/// A record of a publication of the town with 42 trees.
const PUBLISHED: &str = "prospectus published 1\nfigure trees 2024 reported 42\n";

//! Every kind of finding: a site that causes it, and the line it is found at.

use std::collections::BTreeSet;
use std::fs;

use prospectus::config::Run;
use prospectus::diagnostics::codes;
use prospectus::serve::{Changed, Preview};
use rustix::fs::{FileType, Mode};

use crate::support::{Folderish, Site, build_folder, png, prospectus, run, small};

/// A mistake in the small site: code, place, and the file that is replaced or added.
const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "settings content/site.yaml:2:11",
        "content/site.yaml",
        "title: Parks\nbase_url: parks.example\nlanguages: [en, de]\n",
    ),
    ("yaml-syntax content/cities/jinan.yaml:1:1", "content/cities/jinan.yaml", "name: Un titre : le suivant\n"),
    ("yaml-feature content/cities/jinan.yaml:1:12", "content/cities/jinan.yaml", "name: !map {en: a}\n"),
    ("duplicate-key content/parks/north/facts.yaml:2:1", "content/parks/north/facts.yaml", "area: 1\narea: 2\n"),
    ("unknown-key content/parks/north/facts.yaml:1:1", "content/parks/north/facts.yaml", "aera: 1\n"),
    ("unknown-key content/parks/north/en.md:3:1", "content/parks/north/en.md", "---\nname: North\narea: 1\n---\n"),
    ("wrong-type content/parks/north/facts.yaml:1:9", "content/parks/north/facts.yaml", "events: opening\n"),
    ("invalid-value content/parks/north/facts.yaml:1:7", "content/parks/north/facts.yaml", "area: 1,000\n"),
    ("unknown-option content/parks/north/facts.yaml:1:8", "content/parks/north/facts.yaml", "level: nationl\n"),
    ("missing-field content/cities/jinan.yaml:0:0", "content/cities/jinan.yaml", "slug: jinan\n"),
    (
        "missing-translation content/parks/north/facts.yaml:1:9",
        "content/parks/north/facts.yaml",
        "events: [{date: 2020, title: {en: Opening}}]\n",
    ),
    (
        "untranslated content/pages/_collection.yaml:1:8",
        "content/pages/_collection.yaml",
        "label: {en: Pages}\nsegment: {en: '', de: ''}\nfields:\n  title: {type: text, translated: true, required: true}\n",
    ),
    ("translated-twice content/parks/north/en.md:2:7", "content/parks/north/facts.yaml", "name: {en: North}\n"),
    (
        "unknown-language content/cities/jinan.yaml:1:8",
        "content/cities/jinan.yaml",
        "name: {eng: Jinan, en: Jinan, de: Jinan}\n",
    ),
    ("unknown-language content/parks/north/fr.md:0:0", "content/parks/north/fr.md", "---\nname: Parc\n---\n"),
    (
        "history content/parks/north/facts.yaml:3:5",
        "content/parks/north/facts.yaml",
        "state:\n  - {is: open, since: 2020}\n  - {is: planned, since: 2019}\n",
    ),
    ("history content/parks/north/facts.yaml:1:8", "content/parks/north/facts.yaml", "state: open\n"),
    (
        "by-seen content/parks/north/facts.yaml:2:5",
        "content/parks/north/facts.yaml",
        "state:\n  - {is: open, by: 2026-11-23, source: undated}\n",
    ),
    (
        "after-as-of content/parks/north/facts.yaml:3:5",
        "content/parks/north/facts.yaml",
        "state:\n  - {is: planned, since: 2020}\n  - {is: open, since: 2026-11-25}\n",
    ),
    (
        "early-date content/parks/north/facts.yaml:1:30",
        "content/parks/north/facts.yaml",
        "state: [{is: planned, since: 1024}]\n",
    ),
    ("out-of-range content/parks/north/facts.yaml:1:7", "content/parks/north/facts.yaml", "area: -1\n"),
    (
        "out-of-range content/parks/north/facts.yaml:1:7",
        "content/parks/north/facts.yaml",
        "area: -0.00000000000000000001\n",
    ),
    (
        "settings content/site.yaml:4:8",
        "content/site.yaml",
        "title: Parks\nbase_url: https://parks.example\nlanguages: [en, de]\nas_of: 2026-11-25\n",
    ),
    (
        "not-unique content/cities/jinan-city.yaml:1:7",
        "content/cities/jinan-city.yaml",
        "name: {en: JINAN, de: Jinan-Stadt}\n",
    ),
    (
        "later-than-source content/parks/north/facts.yaml:2:9",
        "content/parks/north/facts.yaml",
        "source: report-2025\nstate: [{is: open, since: 2026-01}]\n",
    ),
    (
        "model content/cities/_collection.yaml:2:16",
        "content/cities/_collection.yaml",
        "label: {en: Cities, de: Städte}\nroles: {title: nmae}\nfields:\n  name: {type: text, translated: true, required: true}\n",
    ),
    (
        "citation content/sources/report-2025.yaml:2:8",
        "content/sources/report-2025.yaml",
        "title: Report\nshort: The annual city report\n",
    ),
    (
        "citation content/sources/report-2025.yaml:3:12",
        "content/sources/report-2025.yaml",
        "title: Report\naccess: own\npublisher: City\n",
    ),
    ("unknown-reference content/parks/north/facts.yaml:1:7", "content/parks/north/facts.yaml", "city: jinam\n"),
    (
        "broken-link content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee [](@parks/nroth).\n",
    ),
    (
        "broken-anchor content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee [x](@parks/north#historie).\n",
    ),
    (
        "broken-anchor content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee [](@parks/north#aera).\n",
    ),
    (
        "wrong-block content/pages/about/en.md:4:21",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\n![All](@parks?where=levl:local)\n",
    ),
    (
        "missing-file content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee ![x](x.jpg).\n",
    ),
    (
        "raw-html content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee <b>this</b>.\n",
    ),
    (
        "unsafe-link content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee [x](javascript:alert(1)).\n",
    ),
    (
        "unsafe-link content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee [x](https:evil.example).\n",
    ),
    (
        "unsafe-link content/pages/about/en.md:4:5",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee [x](https://good.example@evil.example/).\n",
    ),
    (
        "undefined-footnote content/pages/about/en.md:4:4",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nSee[^1].\n",
    ),
    (
        "lost-footnote content/pages/about/en.md:6:1",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nText.\n\n[^1]: Never.\n",
    ),
    (
        "lost-definition content/pages/about/en.md:4:1",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\n[Note]: preliminary\n",
    ),
    (
        "unclosed-comment content/pages/about/en.md:4:1",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\n<!-- to do\n\nText.\n",
    ),
    (
        "lost-cell content/pages/about/en.md:6:7",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\n| a |\n| - |\n| 1 | 2 |\n",
    ),
    ("shown-as-text content/pages/about/en.md:4:3", "content/pages/about/en.md", "---\ntitle: About\n---\na **b.**c\n"),
    (
        "definition content/pages/about/en.md:4:1",
        "content/pages/about/en.md",
        "---\ntitle: About\n---\nIt ends.\n: so\n",
    ),
    ("heading-level content/pages/about/en.md:4:1", "content/pages/about/en.md", "---\ntitle: About\n---\n# About\n"),
    ("address-clash content/pages/home.yaml:2:7", "content/pages/about/de.md", "---\ntitle: Über uns\nslug: ''\n---\n"),
    ("windows-name content/cities/nul.yaml:0:0", "content/cities/nul.yaml", "name: {en: Nul, de: Nul}\n"),
    (
        "invalid-address content/pages/about/de.md:3:7",
        "content/pages/about/de.md",
        "---\ntitle: Über uns\nslug: ../../etc\n---\n",
    ),
    (
        "invalid-id content/cities/New_Town.yaml:0:0",
        "content/cities/New_Town.yaml",
        "name: {en: New Town, de: Neustadt}\n",
    ),
    ("stray-file content/cities/notes.txt:0:0", "content/cities/notes.txt", "x"),
    (
        "duplicate-id content/cities/shelf/jinan.yaml:0:0",
        "content/cities/shelf/jinan.yaml",
        "name: {en: Jinan, de: Jinan}\n",
    ),
    ("message-syntax content/locales/en.ftl:1:6", "content/locales/en.ftl", "hello\n"),
    ("missing-message content/templates/index.html:1:11", "content/templates/index.html", "{{ t(key=\"hello\") }}"),
    (
        "message-syntax content/locales/en.ftl:2:4",
        "content/locales/en.ftl",
        "hello = { $n ->\n   [one]\n  *[other] x\n }\n",
    ),
    ("unused-message content/locales/en.ftl:1:1", "content/locales/en.ftl", "hello = Hello\n"),
    ("message-variable content/locales/de.ftl:1:1", "content/locales/de.ftl", "page-of = Seite { $nummer }\n"),
    ("template-syntax content/templates/index.html:1:13", "content/templates/index.html", "{% for x in %}"),
    ("template content/templates/index.html:1:4", "content/templates/index.html", "{{ recrds }}"),
    (
        "template content/templates/index.html:1:24",
        "content/templates/index.html",
        "{{ records(of=\"parks\", lmit=1) }}",
    ),
    (
        "template content/templates/index.html:2:22",
        "content/templates/index.html",
        "{% for r in records -%}\n  {{ r.title | plain(form=1) }}{% endfor %}",
    ),
    (
        "figure content/figures/parks.yaml:3:9",
        "content/figures/parks.yaml",
        "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {levl: national}\n",
    ),
    (
        "figure-mismatch content/figures/parks.yaml:3:12",
        "content/figures/parks.yaml",
        "label: {en: Parks, de: Parks}\ncount: parks\nreported: [{is: 2, since: 2025-01-01, source: report-2025}]\n",
    ),
    (
        "figure-straddles content/figures/parks.yaml:4:12",
        "content/figures/parks.yaml",
        "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {state: open}\nreported: [{is: 1, since: 2020-06-10, source: report-2025}]\n",
    ),
    (
        "review-overdue content/cities/jinan.yaml:2:12",
        "content/cities/jinan.yaml",
        "name: {en: Jinan, de: Jinan}\nreview_by: 2026-11-01\n",
    ),
];

fn shows(expected: &str, site: &Site) {
    let found = site.build().findings();

    assert!(found.iter().any(|finding| finding == expected), "expected {expected}, found {found:#?}");
}

#[test]
fn a_site_without_mistakes_has_no_findings() {
    assert_eq!(small().build().findings(), Vec::<String>::new());
}

#[test]
fn every_mistake_is_found_at_its_line() {
    let mut missed = Vec::new();
    for (expected, path, text) in MISTAKES {
        let undated = "title: Undated\nlanguage: en\nseen: 2026-11-23\n";
        let found = small().with("content/sources/undated.yaml", undated).with(path, text).build().findings();
        if !found.iter().any(|finding| finding == expected) {
            missed.push((*expected, found));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn mistakes_of_whole_sites_are_found() {
    shows("no-home content/pages:0:0", &small().without("content/pages/home.yaml"));
    let in_german = "---\ntitle: Beginn\nslug: ''\n---\n";
    let homes = small()
        .with("content/pages/home.yaml", "title: {en: Home, de: Start}\nslug: {en: ''}\n")
        .with("content/pages/start/en.md", "---\ntitle: Start\n---\n")
        .with("content/pages/start/de.md", in_german);
    shows("second-home content/pages/start/de.md:3:7", &homes);
    let settings = "title: Parks\nbase_url: https://parks.example\nlanguages: [en, de]\ntheme: plian\n";
    shows("theme content/site.yaml:4:8", &small().with("content/site.yaml", settings));
    let own = small()
        .with("content/site.yaml", &settings.replace("plian", "own"))
        .with("themes/own/theme.yaml", "extends: plain\nrequires: {parks: [trees]}\n");
    shows("theme-requires themes/own/theme.yaml:0:0", &own);
    let palette = "options: {brand: {type: color}}\npalette:\n  light: {paper: \"#fff\", wash: \"#eee\", hit: \"#fea\", \
                   mark-0: \"#ddd\"}\n  dark: {paper: \"#111\", wash: \"#222\", hit: \"#430\", mark-0: \"#333\"}\n";
    let settings = format!("{}theme_options: {{brand: \"#fc0\"}}\n", settings.replace("plian", "own"));
    let pale = own.with("themes/own/theme.yaml", palette).with("content/site.yaml", &settings);
    shows("brand-contrast content/site.yaml:5:24", &pale);
    let note = "{#- ejected from own:templates/parts/foot.html sha256:0123456789abcdef -#}\n";
    let ejected = pale
        .with("themes/own/templates/parts/foot.html", "<p>")
        .with("content/templates/parts/foot.html", &format!("{note}<p>old"));
    let checked = ejected.build_for(Run { notes: true, ..run() }).findings();
    assert!(checked.contains(&"ejected-changed content/templates/parts/foot.html:1:5".to_owned()), "{checked:#?}");
}

#[test]
fn links_to_what_readers_do_not_see_are_found() {
    let about = |text: &str| {
        let held = "name: {en: Zibo, de: Zibo}\ndraft: true\n";
        small()
            .with("content/cities/zibo.yaml", held)
            .with("content/pages/about/plan.pdf", "plan")
            .with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{text}\n"))
    };
    let plan = about("[Plan](plan.pdf)");

    shows("hidden-quote content/pages/about/en.md:4:1", &about("[](@cities/zibo)"));
    shows("hidden-link content/pages/about/en.md:4:1", &about("[x](@cities/zibo)"));
    shows("own-address content/pages/about/en.md:4:1", &about("[x](https://parks.example/en/parks/)"));
    shows("unnamed-file content/pages/about/plan.pdf:0:0", &about("Text."));
    shows("not-an-image content/pages/about/en.md:4:1", &about("![x](plan.pdf)"));
    shows("missing-alt content/pages/about/en.md:4:1", &about("![](plan.pdf)"));
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0heicmif1".to_vec();
    let hall = |bytes| about("![x](hall.png) [Plan](plan.pdf)").with_bytes("content/pages/about/hall.png", bytes);
    shows("wrong-image-kind content/pages/about/en.md:4:1", &hall(heic));
    shows("unusable-image content/pages/about/en.md:4:1", &hall(png(0)[..40].to_vec()));
    assert_eq!(plan.build().findings(), Vec::<String>::new());
    let found = about("[Plan](plan.pdf): https://x.example").build_for(Run { notes: true, ..run() }).findings();
    assert!(found.contains(&"bare-address content/pages/about/en.md:4:19".to_owned()), "{found:#?}");
}

#[test]
fn a_site_that_does_not_say_how_old_its_data_are_is_told_so_by_check() {
    let settings = "title: Parks\nbase_url: https://parks.example\nlanguages: [en, de]\n";
    let site = small().with("content/site.yaml", settings);
    let notes = site.build_for(Run { notes: true, ..run() }).findings();

    assert!(notes.contains(&"no-as-of content/site.yaml:0:0".to_owned()), "{notes:#?}");
}

#[test]
fn a_forgotten_security_txt_is_found() {
    let text = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    let settings = format!("security: {{contact: [a@b.example], expires: 2001-02-03}}\n{text}");

    shows("security-txt content/site.yaml:1:45", &small().with("content/site.yaml", &settings));
}

#[test]
fn rules_of_the_content_model_are_found() {
    let checks = "label: {en: Loans, de: Kredite}\nroles: {title: name}\nchecks: [{that: paid <= promised}]\nfields: {name: {type: text}, promised: {type: decimal}, paid: {type: decimal}}\n";
    let loan = "name: Quay\npromised: 45\npaid: 58.5\n";
    let site = small().with("content/loans/_collection.yaml", checks).with("content/loans/quay.yaml", loan);
    shows("failed-check content/loans/quay.yaml:3:7", &site);

    let twice = "roles_there: [{role: lead, city: jinan}, {role: guest, city: jinan}, {role: lead, city: jinan}]\n";
    let keyed = parks_with(
        "  roles_there: {type: list, key: [role, city], of: {type: group, fields: {role: {type: choice, options: {lead: , guest: }}, city: {type: reference, to: cities, back: offices}}}}\n",
    );
    shows("repeated-item content/parks/north/facts.yaml:1:70", &keyed.with("content/parks/north/facts.yaml", twice));
}

/// The small site whose parks have more fields.
fn parks_with(fields: &str) -> Site {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    small().with("content/parks/_collection.yaml", &format!("{model}{fields}"))
}

#[test]
fn a_key_and_a_lock_are_checked_as_strictly_as_the_content() {
    let group =
        "{type: group, fields: {role: {type: text}, area: {type: decimal}, name: {type: text, translated: true}}}";
    let cases = [
        (
            format!("  uses: {{type: list, key: [rle], of: {group}}}\n"),
            "`rle` is not a field of the items of this list",
        ),
        (format!("  uses: {{type: list, key: [area], of: {group}}}\n"), "a `decimal` cannot tell items apart"),
        (format!("  uses: {{type: list, key: [name], of: {group}}}\n"), "a `text` cannot tell items apart"),
        (
            "  uses: {type: list, key: [role], of: {type: text}}\n".to_owned(),
            "only items with fields have a key: other values tell themselves apart",
        ),
        ("  words: {type: text, locked: true}\n".to_owned(), "what a `text` says is not recorded when it is published"),
        ("locked: perhaps\n".to_owned(), "`locked` must be `true` or `false`, but this is a single value"),
    ];
    for (fields, message) in cases {
        let found = parks_with(&fields).build().diagnostics;
        assert_eq!(found.iter().map(|finding| &*finding.message).collect::<Vec<_>>(), [message], "{fields}");
    }
    let sources = "label: {en: Sources, de: Quellen}\nlocked: false\n";
    let found = small().with("content/sources/_collection.yaml", sources).build().diagnostics;
    assert_eq!(found[0].message, "`sources` comes with the generator: its facts are not recorded");
    let sound = format!("  uses: {{type: list, locked: false, key: [role], of: {group}}}\nlocked: true\n");
    assert_eq!(parks_with(&sound).build().findings(), Vec::<String>::new());
}

/// A model of loans with these lines before its fields and these fields more, and what is found in it: place, message, hint.
fn mistake_in_loans(keys: &str, fields: &str) -> (String, String, Option<String>) {
    const FIELDS: &str = "fields:\n  name: {type: text}\n  seat: {type: reference, to: cities}\n  about: {type: reference, to: any, back: loans_about}\n  promised: {type: decimal, unit: EUR}\n  notes: {type: markdown}\n";
    let model = format!("label: {{en: Loans, de: Kredite}}\nroles: {{title: name}}\n{keys}{FIELDS}{fields}");
    let site = small().with("content/loans/_collection.yaml", &model).with("content/loans/quay.yaml", "name: Quay\n");
    let mut found = site.build().diagnostics;
    assert_eq!(found.len(), 1, "{keys}{fields}: {found:#?}");
    let finding = found.remove(0);
    (format!("{} {}:{}", finding.code.name, finding.place.line, finding.place.column), finding.message, finding.hint)
}

#[test]
fn what_lists_cannot_show_is_found_where_it_is_named() {
    let short = "name fields of the types choice, reference, date, integer, decimal, boolean, language or text, or lists of these";
    let few = "name fields of the types choice, reference, date, boolean or language, or lists of these";
    let cases = [
        ("columns: [seat, promisd]\n", "3:17", "`promisd` is not a field of loans", "did you mean `promised`?"),
        ("columns: [notes]\n", "3:11", "`notes` cannot be a column: it is a `markdown`", short),
        ("glance: [notes]\n", "3:10", "`notes` cannot be part of the line at a glance: it is a `markdown`", short),
        ("facets: [promised]\n", "3:10", "`promised` cannot be a facet: it is a `decimal`", few),
        ("columns: [seat, promised, seat]\n", "3:27", "`seat` stands here twice", "remove one of the two"),
        ("columns: [name]\n", "3:11", "`name` is the title, which comes first anyway", "remove it"),
        (
            "columns: [promised.name]\n",
            "3:11",
            "no path goes through `promised`: it is a `decimal`",
            "a path goes through a field of type `reference`: `city.region`",
        ),
        (
            "columns: [about.name]\n",
            "3:11",
            "`about` may refer to more than one collection: a path cannot go through it",
            "name a field of this collection",
        ),
        (
            "columns: [seat.city.region]\n",
            "3:11",
            "`seat.city.region` goes through two references",
            "a path takes one step: `city.region`",
        ),
        ("columns: [promised, seat.nmae]\n", "3:21", "`nmae` is not a field of cities", "did you mean `name`?"),
        ("facets: [seat.name]\n", "3:10", "`seat.name` cannot be a facet: it is a `text`", few),
    ];
    for (keys, place, message, hint) in cases {
        let expected = (format!("model {place}"), message.to_owned(), Some(hint.to_owned()));
        assert_eq!(mistake_in_loans(keys, ""), expected);
    }
}

#[test]
fn words_for_the_layout_of_a_list_are_a_closed_list() {
    let layout = mistake_in_loans("layout: cards\n", "");
    let letters = mistake_in_loans("az: yes\n", "");
    let description = mistake_in_loans("description: {en: All of them.}\n", "");
    let ordered = mistake_in_loans("", "  size: {type: text, ordered: false}\n");

    assert_eq!(layout.1, "`layout` must be `auto`, `table`, `gallery` or `list`, but this is a single value");
    assert_eq!(letters.1, "`az` must be `auto`, `true` or `false`, but this is a single value");
    assert_eq!((&*description.0, &*description.1), ("untranslated 3:14", "`description` has no text in Deutsch (de)"));
    assert_eq!(ordered.1, "`ordered` is not a key of a field of type `text`");
}

#[test]
fn a_part_is_a_number_of_the_unit_of_the_whole_and_never_greater() {
    let part = |of: &str| mistake_in_loans("", &format!("  paid: {{type: decimal, unit: EUR, of: {of}}}\n"));
    let no_part = "name a number of the same unit that this is a part of";

    assert_eq!(part("promisd").1, "`promisd` is not a field of loans");
    assert_eq!(part("seat").1, "`seat` is neither a number nor a date");
    assert_eq!(part("paid"), ("model 9:40".into(), "`paid` would be a part of itself".into(), Some(no_part.into())));
    let days = mistake_in_loans("", "  days: {type: integer, of: promised}\n");
    assert_eq!(days.1, "`days` is no part of `promised`: the two are not numbers of one unit");
    let circle = "  a: {type: integer, of: b}\n  b: {type: integer, of: a}\n";
    assert_eq!(mistake_in_loans("", circle).1, "`b` would be a part of itself");
    let inner = "  parts: {type: group, fields: {a: {type: integer}, b: {type: integer, of: a}}}\n";
    assert_eq!(mistake_in_loans("", inner).1, "only a field of the collection itself can be a part of another");

    let model = "label: {en: Loans, de: Kredite}\nroles: {title: name}\nfields: {name: {type: text}, promised: {type: decimal, tracked: true}, paid: {type: decimal, tracked: true, of: promised}}\n";
    let loan = "name: Quay\npromised: [{is: 45, since: 2020}, {is: 60, since: 2024}]\npaid: [{is: 10, since: 2021}, {is: 58.5, since: 2022}]\n";
    let site = small().with("content/loans/_collection.yaml", model).with("content/loans/quay.yaml", loan);
    shows("failed-check content/loans/quay.yaml:3:31", &site);
    let both = model.replace("fields:", "checks: [{that: paid <= promised}]\nfields:");
    let found = site.with("content/loans/_collection.yaml", &both).build().findings();
    assert_eq!(found, ["failed-check content/loans/quay.yaml:3:31"], "a check that stands there twice is one");
}

#[test]
fn an_argument_that_nothing_reads_brings_the_one_that_was_meant() {
    let cases = [
        ("{{ records(of=\"parks\", lmit=1) }}", "`records` takes no argument `lmit`", "did you mean `limit`?"),
        ("{{ url(to=\"parks\", lang=\"de\") }}", "`url` takes no argument `lang`", "it takes: to"),
        ("{{ [1] | list(sep=\",\") }}", "`list` takes no argument `sep`", "it takes none"),
    ];
    for (template, message, hint) in cases {
        let built = small().with("content/templates/index.html", template).build();

        let finding = built.diagnostics.iter().find(|finding| finding.code.name == "template").expect(template);
        assert_eq!((&*finding.message, finding.hint.as_deref()), (message, Some(hint)));
    }
}

#[test]
fn blanks_are_counted_by_check_and_stop_a_publication() {
    let site = small().with("content/pages/about/en.md", "---\ntitle: About\n---\nHost: [[to fill: name]]\n");

    let checked = site.build_for(Run { notes: true, ..run() }).findings();

    assert!(checked.contains(&"to-fill content/pages/about/en.md:4:7".to_owned()), "{checked:#?}");
    let published = site.publish_findings();
    assert_eq!(published, ["unfilled content/pages/about/en.md:4:7"]);
    assert_eq!(site.build().findings(), Vec::<String>::new());
}

#[test]
fn news_without_a_date_are_noted_and_those_of_a_year_have_no_day() {
    let model = "label: {en: News, de: Neues}\nfeed: true\nroles: {title: title, date: date}\nfields:\n  title: {type: text, translated: true}\n  date: {type: date}\n";
    let title = "title: {en: New, de: Neu}\n";
    let built = small()
        .with("content/news/_collection.yaml", model)
        .with("content/news/undated.yaml", title)
        .with("content/news/year.yaml", &format!("{title}date: 2024\n"))
        .with("content/news/day.yaml", &format!("{title}date: 2023-05-06\n"))
        .build_for(Run { notes: true, ..run() });

    let found = built.findings();
    assert!(found.contains(&"not-in-feed content/news/undated.yaml:0:0".to_owned()), "{found:#?}");
    let entries: Vec<&str> = built.text("en/feed.xml").split("<entry>").skip(1).collect();
    assert_eq!(entries.len(), 2);
    assert!(!entries[0].contains("<published>") && entries[1].contains("<published>2023-05-06T"), "{entries:?}");
}

#[test]
fn mistakes_against_what_was_published_are_found() {
    let lock = |lines: &str| small().with("content/published.lock", &format!("prospectus published 1\n{lines}"));
    let trees = "label: {en: Trees, de: Bäume}\nreported: [{is: 350, since: 2025-03, source: report-2025}]\n";
    let correction = "kind: correction\ngrade: minor\ndate: 2026-11-20\nreason: {en: Misread, de: Falsch gelesen}\n";

    shows("published-lock content/published.lock:2:1", &lock("<<<<<<< HEAD\n"));
    shows("published-lock content/published.lock:2:1", &lock("figure trees 2025-03 350\n"));
    let line = "figure trees 2025-03 reported 340\n";
    shows("figure-changed content/figures/trees.yaml:2:12", &lock(line).with("content/figures/trees.yaml", trees));
    shows("figure-changed content/published.lock:2:1", &lock(line));
    let typed = lock(line).with("content/figures/trees.yaml", trees).with(
        "content/pages/about/de.md",
        "---\ntitle: Über uns\nslug: ueber-uns\n---\n340 [Bäume](@figures/trees).\n",
    );
    shows("old-number content/pages/about/de.md:5:1", &typed);
    let parks = "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {state: open}\n";
    let counted = "figure parks 2022-05-01 computed 2\npage /en/ pages/home en 0000000000000000 2026-11-01\n";
    let gone = lock(counted)
        .with("content/figures/parks.yaml", parks)
        .with("content/parks/east/facts.yaml", "expires_on: 2026-11-20\n")
        .with("content/parks/east/en.md", "---\nname: East\n---\n")
        .with("content/parks/east/de.md", "---\nname: Ost\n---\n");
    shows("figure-by-time content/figures/parks.yaml:0:0", &gone);
    shows(
        "address-gone content/published.lock:2:1",
        &lock("page /en/parks/east/ parks/east en 0000000000000000 2026-11-01\n"),
    );
    let second = |lines: &str| {
        small().with(
            "content/published.lock",
            &format!("prospectus published 2\nedition 2026-11-20 as-of 2026-11-19\n{lines}"),
        )
    };
    let area = "fact parks/north area - 13 2026-11-20\n";
    shows("fact-changed content/parks/north/facts.yaml:2:7", &second(area));
    let state = "fact parks/north state 2019 planned 2026-11-20\nfact parks/north state 2020-05 open 2026-11-20\n";
    let opened = "---\ntitle: Über uns\nslug: ueber-uns\n---\nSeit Mai 2020 [offen](@parks/north).\n";
    shows("old-date content/pages/about/de.md:5:6", &second(state).with("content/pages/about/de.md", opened));
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    let older = second("").with("content/site.yaml", &format!("{settings}as_of: 2026-11-18\n"));
    shows("older-as-of content/site.yaml:6:8", &older);
    let wrong = format!("{correction}of: figures/trees\non: 2025-03\nwas: 330\nnow: 350\n");
    let site = lock(line).with("content/figures/trees.yaml", trees).with("content/corrections/trees.yaml", &wrong);
    shows("correction content/corrections/trees.yaml:7:6", &site);
    let field = format!("{correction}of: parks/north\nfield: aera\n");
    shows("correction content/corrections/north.yaml:6:8", &small().with("content/corrections/north.yaml", &field));
    let words = format!("{correction}of: parks/north\nfield: area\nwas: a few hectares\n");
    shows(
        "correction-words content/corrections/north.yaml:7:6",
        &small().with("content/corrections/north.yaml", &words),
    );
}

#[test]
fn what_only_check_looks_for_is_found() {
    let site = small()
        .with(
            "content/figures/trees.yaml",
            "label: {en: Trees, de: Bäume}\nreported: [{is: 350, since: 2025-03, source: report-2025}]\n",
        )
        .with("content/pages/about/en.md", "---\ntitle: About\n---\nThere are 350 [trees](@figures/trees).\n")
        .with(
            "content/pages/about/de.md",
            "---\ntitle: Über uns\n---\nEs gibt 530 Bäume.\n\nOder 355 Bäume. <!-- ok: 7 -->\n",
        )
        .with("content/parks/north/facts.yaml", "area: 12.5\n");

    let found = site.build_for(Run { notes: true, numbers: true, ..run() }).findings();

    for expected in [
        "typed-number content/pages/about/en.md:4:11",
        "digits-differ content/pages/about/de.md:4:9",
        "near-miss content/pages/about/de.md:6:6",
        "acknowledgement content/pages/about/de.md:6:26",
        "unsourced content/parks/north/facts.yaml:1:7",
    ] {
        assert!(found.iter().any(|finding| finding == expected), "expected {expected}, found {found:#?}");
    }
    assert_eq!(site.build().findings(), Vec::<String>::new());
}

#[test]
fn mistakes_of_the_file_system_are_found() {
    let folder = Folderish::of(&small());
    fs::write(folder.0.join("content/cities/zibo.yaml"), b"name: {en: Z\xffbo}\n").unwrap();
    fs::write(folder.0.join("content/cities/Jinan.yaml"), "name: {en: Jinan, de: Jinan}\n").unwrap();
    std::os::unix::fs::symlink("/etc/hostname", folder.0.join("content/cities/link.yaml")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.0.join("content/cities/gone.yaml")).unwrap();

    let found = build_folder(&folder.0).findings();

    for expected in [
        "not-utf8 content/cities/zibo.yaml:1:13",
        "case-clash content/cities/jinan.yaml:0:0",
        "symlink content/cities/link.yaml:0:0",
        "symlink content/cities/gone.yaml:0:0",
    ] {
        assert!(found.iter().any(|finding| finding == expected), "expected {expected}, found {found:#?}");
    }
}

#[test]
fn what_is_no_ordinary_file_is_found_and_never_waited_for() {
    let folder = Folderish::of(&small());
    let pipe = folder.0.join("pipe");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    fs::rename(folder.0.join("content/site.yaml"), folder.0.join("kept.yaml")).unwrap();
    std::os::unix::fs::symlink("../pipe", folder.0.join("content/site.yaml")).unwrap();
    std::os::unix::fs::symlink("../../../pipe", folder.0.join("content/parks/north/en.txt")).unwrap();
    let of_pipes = build_folder(&folder.0).findings();
    let endless = prospectus(&folder.0, &["check"]).status.code();
    fs::remove_file(folder.0.join("content/site.yaml")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.0.join("content/site.yaml")).unwrap();
    let of_device = build_folder(&folder.0).findings();

    for expected in ["unreadable content/site.yaml:0:0", "unreadable content/parks/north/en.txt:0:0"] {
        assert!(of_pipes.iter().any(|finding| finding == expected), "expected {expected}, found {of_pipes:#?}");
    }
    assert_eq!(endless, Some(1));
    assert!(of_device.iter().any(|finding| finding == "unreadable content/site.yaml:0:0"), "{of_device:#?}");
    fs::remove_file(folder.0.join("content/site.yaml")).unwrap();
    fs::rename(folder.0.join("kept.yaml"), folder.0.join("content/site.yaml")).unwrap();
    fs::rename(&pipe, folder.0.join("content/cities/jinan.md")).unwrap();
    let plain = build_folder(&folder.0).findings();
    assert!(plain.iter().any(|finding| finding == "unreadable content/cities/jinan.md:0:0"), "{plain:#?}");
}

#[test]
fn a_build_that_fails_inside_the_preview_is_a_finding() {
    let preview = Preview::new("nowhere".into(), || panic!("by a test"), |_, _| {});

    preview.build(&Changed::Anywhere);

    let found = &preview.state().findings.all()[0];
    assert_eq!(format!("{} {}", found.code.name, found.place.path), "internal content/site.yaml");
}

#[test]
fn nothing_takes_the_place_of_what_the_program_writes() {
    let news = "label: {en: News, de: Neues}\nfeed: true\nfields:\n  title: {type: text}\n  date: {type: date}\n";
    let news = small().with("content/news/_collection.yaml", news).with("content/news/a.yaml", "title: A\n");
    for alias in
        ["/robots.txt", "/sitemap.xml", "/en/feed.xml", "/manifest.json", "/data/parks.csv", "/data/catalog.ttl"]
    {
        let jinan = format!("name: {{en: J, de: J}}\naliases: [{alias}]\n");
        shows("address-clash content/cities/jinan.yaml:2:11", &news.clone().with("content/cities/jinan.yaml", &jinan));
    }
    let data = ["data", "data/figures", "data/parks.events.csv", "data/parks.csv-metadata.json", "data/figures/f.json"];
    for path in ["manifest.json", "sitemap-en.xml", "en/feed.xml", "en"].into_iter().chain(data) {
        let expected = format!("address-clash content/static/{path}:0:0");
        let figure = "label: {en: F, de: F}\ncount: parks\n";
        shows(
            &expected,
            &news.clone().with("content/figures/f.yaml", figure).with(&format!("content/static/{path}"), "x"),
        );
    }
    let beside = small().with("content/static/en/feed.xml", "x").with("content/static/data/ours.csv", "x");
    assert_eq!(beside.build().findings(), Vec::<String>::new(), "nothing of the program's is there");
    assert!(small().with("content/static/robots.txt", "User-agent: *\n").build().diagnostics.is_empty());
}

#[test]
fn words_that_a_language_lacks_are_one_finding() {
    let site = Site::default()
        .with("content/site.yaml", "title: P\nbase_url: https://parks.example\nlanguages: [en, ar]\n")
        .with("content/pages/_collection.yaml", "label: Pages\nsegment: ''\nfields: {title: {type: text, label: T}}\n")
        .with("content/pages/home.yaml", "title: Parks\nslug: ''\n");

    shows("untranslated-messages content/site.yaml:3:17", &site);
}

#[test]
fn a_mistake_of_a_style_sheet_hides_none_of_a_template() {
    let site = small()
        .with("content/site.yaml", "title: P\nbase_url: https://parks.example\nlanguages: [en, de]\ntheme: own\n")
        .with("themes/own/theme.yaml", "extends: plain\n")
        .with("themes/own/static/own.css", "a { background: url(no.svg) }\n")
        .with("themes/own/templates/index.html", "{{ recrds }}");

    shows("missing-file themes/own/static/own.css:1:21", &site);
    shows("template themes/own/templates/index.html:1:4", &site);
}

#[test]
fn a_figure_with_more_periods_than_anybody_reads_is_found() {
    let site = small()
        .with(
            "content/figures/open.yaml",
            "label: {en: Open, de: Offen}\ncount: parks\nwhere: {state: open}\nover: month\n",
        )
        .with("content/parks/north/facts.yaml", "state: [{is: open, since: 1924}]\nsource: report-2025\n");

    shows("early-date content/figures/open.yaml:4:7", &site);
}

#[test]
fn what_no_build_could_write_is_found() {
    let jinan = |aliases: &str| {
        small().with("content/cities/jinan.yaml", &format!("name: {{en: J, de: J}}\naliases: [{aliases}]\n"))
    };
    shows("address-clash content/cities/jinan.yaml:2:20", &jinan("/a.html, /a.html/b/"));
    shows("address-clash content/cities/jinan.yaml:2:23", &jinan("/a.html/b/, /a.html"));
    shows("address-clash content/cities/jinan.yaml:2:11", &jinan("/en/parks/north/index.html/y"));
    shows("address-clash content/cities/jinan.yaml:2:11", &jinan("/EN/parks/north/"));
    shows("address-clash content/cities/jinan.yaml:2:11", &jinan("/robots.txt/x/"));
    shows("invalid-address content/cities/jinan.yaml:2:11", &jinan(&format!("/{}/", "x".repeat(256))));
    shows("invalid-address content/cities/jinan.yaml:2:11", &jinan(&"/abcdefghi".repeat(101)));
    let long = "x".repeat(201);
    shows(
        &format!("invalid-id content/cities/{long}.yaml:0:0"),
        &small().with(&format!("content/cities/{long}.yaml"), "name: {en: X, de: X}\n"),
    );

    let list = format!(
        "label: {{en: X, de: X}}\nroles: {{title: name}}\nfields:\n  name: {{type: text}}\n  {}: {{type: list, of: {{type: group, fields: {{a: {{type: text}}}}}}}}\n",
        "x".repeat(240)
    );
    shows(
        "invalid-address content/x/_collection.yaml:0:0",
        &small().with("content/x/_collection.yaml", &list).with("content/x/a.yaml", "name: A\n"),
    );

    let built = small().build();
    let style = built.files.keys().find(|path| path.starts_with("assets/plain.")).unwrap();
    for path in [
        "assets",
        style.as_str(),
        "EN/index.html",
        "MANIFEST.json",
        "Robots.txt",
        "en/parks/north",
        "404.html/x",
        "Data",
    ] {
        shows(
            &format!("address-clash content/static/{path}:0:0"),
            &small().with(&format!("content/static/{path}"), "x"),
        );
    }
    for path in ["a\\b.txt", "a\u{202e}fdp.exe", "a\nb.txt"] {
        shows(
            &format!("invalid-address content/static/{path}:0:0"),
            &small().with(&format!("content/static/{path}"), "x"),
        );
    }
    let twins = small().with("content/static/\u{fc}.txt", "x").with("content/static/u\u{308}.txt", "x");
    shows("address-clash content/static/\u{fc}.txt:0:0", &twins);
    shows("windows-name content/static/aux.txt:0:0", &small().with("content/static/aux.txt", "x"));
}

#[test]
fn a_site_without_settings_is_a_finding() {
    shows("unreadable content/site.yaml:0:0", &small().without("content/site.yaml"));
}

#[test]
fn every_code_is_shown_by_a_test_of_this_file() {
    let source = include_str!("codes.rs");
    let shown: BTreeSet<&str> =
        codes::ALL.iter().map(|code| code.name).filter(|name| source.contains(&format!("\"{name} "))).collect();
    let all: BTreeSet<&str> = codes::ALL.iter().map(|code| code.name).collect();

    assert_eq!(all.difference(&shown).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn mistakes_of_a_theme_are_found_where_they_stand() {
    let found = small()
        .with(
            "themes/own/theme.yaml",
            "extends: plain\noptons: {}\noptions:\n  brand: {type: colour}\n  dark: {default: x}\n",
        )
        .with("content/site.yaml", "title: P\nbase_url: https://parks.example\nlanguages: [en, de]\ntheme: own\n")
        .build()
        .findings();

    assert_eq!(
        found,
        [
            "unknown-key themes/own/theme.yaml:2:1",
            "unknown-option themes/own/theme.yaml:4:17",
            "missing-field themes/own/theme.yaml:5:9",
        ]
    );
}

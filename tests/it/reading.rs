//! How what is written is read: a wrong value brings one finding, never a second, and hides none.

use prospectus::config::Run;
use prospectus::diagnostics::Diagnostic;

use crate::support::{Built, Site, png, run, small};

const FACTS: &str = "content/parks/north/facts.yaml";
const MODEL: &str = "content/parks/_collection.yaml";

/// `code path:line message; hint`, one a finding.
fn told(site: &Site) -> Vec<String> {
    let words = |d: &Diagnostic| {
        let hint = d.hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default();
        format!("{} {}:{} {}{hint}", d.code.name, d.place.path, d.place.line, d.message)
    };
    site.build().diagnostics.iter().map(words).collect()
}

fn codes(site: &Site) -> Vec<String> {
    site.build().diagnostics.iter().map(|d| format!("{} {}:{}", d.code.name, d.place.path, d.place.line)).collect()
}

/// The small site with a field `area` that must be said.
fn strict() -> Site {
    let site = small();
    let model = String::from_utf8(site.0[MODEL].clone()).unwrap();
    site.with(
        MODEL,
        &model.replace("area: {type: decimal, min: 0}", "area: {type: decimal, min: 0, max: 99.9, required: true}"),
    )
}

#[test]
fn a_rejected_value_is_not_missing_as_well() {
    for (written, code) in [
        ("area: 1,000", "invalid-value"),
        ("area: -1", "out-of-range"),
        ("area: [1]", "wrong-type"),
        ("aera: 12", "unknown-key"),
        ("area: \"\"", "missing-field"),
        ("area:", "missing-field"),
        ("area: {is: 1, since: soon}", "invalid-value"),
    ] {
        assert_eq!(codes(&strict().with(FACTS, written)), [format!("{code} {FACTS}:1")], "{written}");
    }
}

#[test]
fn a_hint_that_names_a_field_does_not_hide_that_it_is_missing() {
    let found = codes(&strict().with(FACTS, "level: area\n"));

    assert_eq!(found, [format!("missing-field {FACTS}:0"), format!("unknown-option {FACTS}:1")]);
}

#[test]
fn limits_are_compared_exactly() {
    assert_eq!(codes(&strict().with(FACTS, "area: 99.90000000000000001")), [format!("out-of-range {FACTS}:1")]);
    assert_eq!(codes(&strict().with(FACTS, "area: 99.900")), Vec::<String>::new());
}

#[test]
fn a_required_text_that_says_nothing_is_missing() {
    for written in ["\"\"", "\"  \"", "\"\u{200b}\"", ""] {
        let site = small().with("content/pages/about/en.md", &format!("---\ntitle: {written}\n---\nText.\n"));
        assert_eq!(codes(&site), ["missing-field content/pages/about/en.md:2"], "{written}");
    }
    let site = small().with("content/cities/jinan.yaml", "name: {en: Jinan, de: \" \"}\n");
    assert_eq!(codes(&site), ["missing-field content/cities/jinan.yaml:1"]);
}

#[test]
fn an_optional_value_that_says_nothing_is_to_be_removed() {
    for field in ["area", "level", "city", "photo", "events", "state"] {
        let found = told(&small().with(FACTS, &format!("{field}: \"\"\n")));
        assert_eq!(found.len(), 1, "{field}: {found:?}");
        assert!(found[0].contains("is empty; write a value, or remove the line"), "{field}: {found:?}");
    }
    let found = told(&small().with(FACTS, "state: {is: open, since: \"\"}\n"));
    assert!(found.iter().any(|f| f.contains("this date is empty; write a date, or remove the line")), "{found:?}");
}

#[test]
fn an_image_needs_a_picture_and_says_what_it_shows() {
    let with = |photo: &str| {
        let site = small().with(FACTS, &format!("photo: {photo}\n"));
        told(&site.with_bytes("content/parks/north/Plan.PNG", png(0)).with("content/parks/north/plan.txt", "x"))
    };
    let starts = |found: &[String], code: &str| found.iter().filter(|f| f.starts_with(code)).count();

    let none = with("{}");
    assert_eq!((none.len(), starts(&none, "missing-field")), (2, 2), "{none:?}");
    let blank = with("{file: Plan.PNG, alt: {en: \"\", de: \" \"}}");
    assert_eq!((blank.len(), starts(&blank, "missing-field")), (2, 2), "{blank:?}");
    let text = with("{file: plan.txt, alt: {en: x, de: y}}");
    assert_eq!((text.len(), starts(&text, "not-an-image")), (1, 1), "{text:?}");
    let case = with("{file: plan.png, alt: {en: x, de: y}}");
    assert!(case.len() == 1 && case[0].contains("did you mean `Plan.PNG`?"), "{case:?}");
    let bare = with("Plan.PNG");
    assert!(bare.len() == 1 && bare[0].contains("{file: laboratory.jpg"), "{bare:?}");
    let mistyped = with("{flie: Plan.PNG, alt: {en: x, de: y}}");
    assert_eq!((mistyped.len(), starts(&mistyped, "unknown-key")), (1, 1), "{mistyped:?}");
}

#[test]
fn a_rejected_text_of_one_language_is_not_missing_there_and_hides_nothing_elsewhere() {
    let site = small()
        .with("content/parks/north/de.md", "---\nname: {a: b}\nsulg: x\n---\nText.\n")
        .with("content/cities/jinan.yaml", "name: {en: Jinan, deu: Jinan}\n");

    assert_eq!(
        codes(&site),
        [
            "unknown-language content/cities/jinan.yaml:1",
            "wrong-type content/parks/north/de.md:2",
            "unknown-key content/parks/north/de.md:3",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_hides_only_what_it_says() {
    let broken = small().with("content/parks/north/de.md", "---\nname: a: b\n---\n");
    assert_eq!(codes(&broken), ["yaml-syntax content/parks/north/de.md:2"]);

    let unclosed = small().with("content/cities/zibo/en.md", "---\nname: Zibo\n");
    let found = codes(&unclosed);
    assert_eq!(found[0], "yaml-syntax content/cities/zibo/en.md:1");
    assert!(found.iter().any(|f| f.starts_with("missing-translation")), "there is no de.md: {found:?}");
    assert!(!found.iter().any(|f| f.starts_with("missing-field")), "{found:?}");
}

#[test]
fn a_mistake_in_one_model_hides_no_mistake_elsewhere() {
    let model = String::from_utf8(small().0[MODEL].clone()).unwrap();
    let site = small()
        .with(MODEL, &model.replace("level:\n    type: choice", "level:\n    typ: choice"))
        .with(FACTS, "level: anything\ncity: jinam\narea: 1 000\n")
        .with("content/cities/jinan.yaml", "naem: {en: Jinan, de: Jinan}\n");

    assert_eq!(
        codes(&site),
        [
            "unknown-key content/cities/jinan.yaml:1".to_owned(),
            format!("unknown-key {MODEL}:8"),
            format!("unknown-reference {FACTS}:2"),
            format!("invalid-value {FACTS}:3"),
        ]
    );
}

#[test]
fn a_model_that_cannot_be_read_at_all_brings_one_finding() {
    for model in ["label: a: b\n", "- x\n", "label: {en: Parks, de: Parks}\nroles: {title: name}\nfields: [name]\n"] {
        let found = codes(&small().with(MODEL, model));
        assert_eq!(found.len(), 1, "{model}: {found:?}");
    }
    let found = codes(&small().without(MODEL));
    assert_eq!(found, ["model content/parks:0"]);
}

#[test]
fn a_mistake_in_the_settings_hides_no_mistake_in_the_records() {
    let settings = "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [en, de]\ntitel: x\n";
    let site = small().with("content/site.yaml", settings).with(FACTS, "area: 1,000\n");

    assert_eq!(codes(&site), [format!("invalid-value {FACTS}:1"), "unknown-key content/site.yaml:4".to_owned()]);
}

#[test]
fn a_rejected_report_is_still_a_report_and_rejected_records_contradict_nobody() {
    let figure = "label: {en: Parks, de: Parks}\nreported: [{is: 2, since: 2004/05, source: report-2025}]\n";
    assert_eq!(
        codes(&small().with("content/figures/parks.yaml", figure)),
        ["invalid-value content/figures/parks.yaml:2"]
    );

    let figure = "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {level: national}\nreported: [{is: 1, since: 2025-01-01, source: report-2025}]\n";
    let site = small().with("content/figures/parks.yaml", figure).with(FACTS, "level: nationl\n");
    assert_eq!(codes(&site), [format!("unknown-option {FACTS}:1")]);
}

#[test]
fn one_text_for_all_languages_is_not_a_matter_of_quotation_marks() {
    let model = String::from_utf8(small().0[MODEL].clone()).unwrap();
    let site = small().with(MODEL, &(model + "  phone: {type: text}\n")).with(FACTS, "phone: {en: x, de: y}\n");

    let found = told(&site);

    assert!(found.len() == 1 && found[0].contains("same in every language: write one value"), "{found:?}");
}

#[test]
fn old_addresses_of_any_form_lead_to_the_new_one() {
    let site = small().with(
        "content/cities/jinan.yaml",
        "name: {en: Jinan, de: Jinan}\naliases: [/städte/, \"/St%C3%A4dte.html\", /a page/, /de/alt]\n",
    );

    let built = site.build();

    assert_eq!(built.findings(), Vec::<String>::new());
    for file in ["städte/index.html", "Städte.html", "a page/index.html", "de/alt/index.html"] {
        assert!(built.text(file).contains("cities/jinan/") || built.text(file).contains("staedte/jinan/"), "{file}");
    }
    let found = told(
        &small().with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan}\naliases: [\"/index.php?id=3\"]\n"),
    );
    assert!(found[0].contains("has a query (`?`)") && found[0].contains("/index.php, or let the host"), "{found:?}");
}

/// Loans with two histories, and a check between them.
fn loans(checks: &str, loan: &str) -> Site {
    let model = format!(
        "label: {{en: Loans, de: Kredite}}\nroles: {{title: name}}\nchecks: {checks}\nfields:\n  name: {{type: text}}\n  promised: {{type: decimal, tracked: true, unit: CNY}}\n  paid: {{type: decimal, tracked: true, unit: CNY}}\n  count: {{type: integer}}\n  signed: {{type: date}}\n  closed: {{type: date}}\n"
    );
    small()
        .with("content/loans/_collection.yaml", &model)
        .with("content/loans/quay.yaml", &format!("name: Quay\n{loan}"))
}

#[test]
fn two_fields_are_compared_on_every_day_both_have_a_value() {
    let check = "[{that: paid <= promised, message: {en: \"Nobody gets more than was promised.\", de: x}}]";
    let history = |paid: &str| {
        let promised = "promised: [{is: 45, since: 2020}, {is: 60, since: 2022}]\n";
        told(&loans(check, &format!("{promised}paid: {paid}\n")))
    };

    assert_eq!(history("[{is: 40, since: 2021}, {is: 58.5, since: 2022}]"), Vec::<String>::new());
    assert_eq!(
        history("[{is: 99, since: 2019}, {is: 45.0, since: 2020}]"),
        Vec::<String>::new(),
        "before, nothing was promised"
    );
    assert_eq!(history("{missing: not-available, since: 2023}"), Vec::<String>::new(), "what is unknown passes");
    assert_eq!(
        history("[{is: 58.5, since: 2021}]"),
        [
            "failed-check content/loans/quay.yaml:3 `paid <= promised` does not hold: 58.5 (from 2021) and 45 (from 2020); Nobody gets more than was promised."
        ]
    );
    let site = loans(check, "promised: [{is: 45, since: 2020}]\npaid: [{is: 58.5, since: 2021}]\n");
    let related = &site.build().diagnostics[0].related[0];
    assert_eq!((related.0.line, &*related.1), (2, "`promised` is here"));
}

#[test]
fn a_check_without_meaning_is_found_in_the_model() {
    for (check, words) in [
        ("paid == promised", "write `=`"),
        ("paid < count", "compare two dates, or two numbers of one unit"),
        ("paid < signed", "compare two dates, or two numbers of one unit"),
        ("payd < promised", "did you mean `paid`?"),
        ("name < promised", "compare two dates, or two numbers of one unit"),
        ("paid", "`that: disbursed <= commitment`"),
    ] {
        let found = told(&loans(&format!("[{{that: {check}}}]"), ""));
        assert!(found.len() == 1 && found[0].starts_with("model ") && found[0].contains(words), "{check}: {found:?}");
    }
    assert_eq!(codes(&loans("[{that: signed <= closed}]", "signed: 2024\nclosed: 2024-03-01\n")), Vec::<String>::new());
    let found = codes(&loans("[{that: signed <= closed}]", "signed: 2024-04\nclosed: 2024-03-01\n"));
    assert_eq!(found, ["failed-check content/loans/quay.yaml:2"]);
}

#[test]
fn names_of_things_are_unique_and_other_fields_on_request() {
    let jinan = |name: &str| small().with("content/cities/other.yaml", &format!("name: {name}\n"));

    assert_eq!(codes(&jinan("{en: ＪＩＮＡＮ, de: Anders}")), ["not-unique content/cities/other.yaml:1"]);
    assert_eq!(codes(&jinan("{en: Zibo, de: Zibo}")), Vec::<String>::new());
    let news = "label: {en: News, de: Neues}\nkind: news\nfields: {title: {type: text}, number: {type: integer, unique: true}}\n";
    let of = |number: &str| format!("title: Same\nnumber: {number}\n");
    let site = small().with("content/news/_collection.yaml", news);
    let two = site.with("content/news/a.yaml", &of("1")).with("content/news/b.yaml", &of("1"));
    assert_eq!(codes(&two), ["not-unique content/news/b.yaml:2"]);
    let held = two.with("content/news/b.yaml", &(of("1") + "draft: true\n"));
    assert_eq!(codes(&held), Vec::<String>::new());
}

#[test]
fn a_forecast_may_begin_after_its_source_and_a_source_of_the_same_month_may_state_it() {
    for (state, expected) in [
        ("{is: open, since: 2025-04}", 1),
        ("{is: open, by: 2025-04}", 0),
        ("{is: open, since: 2025-03-31}", 0),
        ("{is: open, since: 2026, status: forecast}", 0),
        ("{is: open, since: 2026, source: late}", 0),
        ("{is: open, since: 2026, source: [report-2025, late]}", 0),
    ] {
        let site = small()
            .with("content/sources/late.yaml", "title: Late\ndate: 2026\n")
            .with(FACTS, &format!("source: report-2025\nstate: [{state}]\n"));
        assert_eq!(codes(&site).len(), expected, "{state}: {:?}", told(&site));
    }
}

#[test]
fn a_blank_stands_for_a_value_of_any_type_until_it_is_filled() {
    let site = strict().with(FACTS, "# [[to fill: nothing]]\narea: \"[[to fill: hectares]]\"\n");
    assert_eq!(codes(&site), Vec::<String>::new());
    assert_eq!(site.publish_findings(), [format!("unfilled {FACTS}:2:8")]);

    let bare = told(&small().with("content/cities/jinan.yaml", "name: {en: [[to fill: name]], de: Jinan}\n"));
    assert!(bare.len() == 1 && bare[0].contains("quotation marks"), "{bare:?}");
}

#[test]
fn an_address_where_a_name_is_wanted_is_answered_with_the_name() {
    let reference = told(&small().with(FACTS, "city: /de/staedte/jinan/\n"));
    assert!(
        reference.len() == 1 && reference[0].ends_with("references are names, not addresses: write jinan"),
        "{reference:?}"
    );

    let menu = |to: &str| {
        let settings = format!(
            "title: {{en: Parks, de: Parks}}\nbase_url: https://parks.example\nlanguages: [en, de]\nnavigation: [\"{to}\"]\n"
        );
        told(&small().with("content/site.yaml", &settings))
    };
    for (to, name) in [
        ("/en/parks/", "write parks"),
        ("https://parks.example/de/parks/nordpark/", "write parks/north"),
        ("/en/about/", "write pages/about"),
        ("/en/", "write pages/home"),
    ] {
        let found = menu(to);
        assert!(found.iter().any(|f| f.ends_with(name)), "{to}: {found:?}");
    }
    assert!(
        menu("https://bank.example/")
            .iter()
            .any(|f| f.contains("write `{url: \"https://bank.example/\", label: {en: …}}`"))
    );
}

#[test]
fn a_menu_entry_without_its_reference_is_told_what_is_missing() {
    let settings = "title: {en: P, de: P}\nbase_url: https://parks.example\nlanguages: [en, de]\nnavigation: [{label: {en: X, de: X}}]\n";

    let found = told(&small().with("content/site.yaml", settings));

    assert!(found.iter().any(|f| f.contains("an entry of `navigation` needs `to`")), "{found:?}");
    assert!(!found.iter().any(|f| f.contains("must be text")), "{found:?}");
}

#[test]
fn a_clash_of_an_old_address_names_the_alias() {
    let found = told(&small().with("content/cities/jinan.yaml", "name: {en: J, de: J}\naliases: [/en/about/]\n"));

    assert!(found.iter().any(|f| f.starts_with("address-clash") && f.contains("remove the alias")), "{found:?}");
}

#[test]
fn names_that_a_template_does_not_have_are_found_at_their_place() {
    let index = |text: &str| {
        let found = told(&small().with("content/templates/index.html", text));
        found.into_iter().find(|f| f.contains("content/templates/index.html")).unwrap_or_default()
    };

    let block = index("{% extends \"base.html\" %}\n{% block content %}x{% endblock %}");
    assert!(block.contains(":2 no template that this one extends has a block `content`; there are: main"), "{block}");
    let filter = index("{{ lang | dat }}");
    assert!(filter.contains(":1 there is no filter `dat`; did you mean `date`?"), "{filter}");
    let function = index("\n{{ recrds(of=\"parks\") }}");
    assert!(function.contains(":2 there is no function `recrds`; did you mean `records`?"), "{function}");
    let glued = index("{{ records(of=\"prks\") | length }}");
    assert!(glued.contains("there is no collection `prks`; did you mean `parks`?"), "{glued}");
}

#[test]
fn a_feed_prints_no_day_that_was_not_written() {
    let news = "label: {en: News, de: Neues}\nfeed: true\nfields: {title: {type: text, translated: true}, date: {type: date}}\n";
    let item = |date: &str| format!("title: {{en: Item {date}, de: Meldung {date}}}\ndate: {date}\n");
    let site = small()
        .with("content/news/_collection.yaml", news)
        .with("content/news/a.yaml", &item("2024"))
        .with("content/news/b.yaml", &item("2024-03-05"));

    let built = site.build();

    let feed = built.text("en/feed.xml");
    assert_eq!(feed.matches("<published>").count(), 1, "{feed}");
    assert!(feed.contains("<published>2024-03-05T00:00:00"), "{feed}");
}

#[test]
fn a_collection_may_have_any_name() {
    let pages = small().with("content/pages/about/facts.yaml", "opened: 2020\n");
    let model = String::from_utf8(pages.0["content/pages/_collection.yaml"].clone()).unwrap();
    let pages = pages
        .with("content/pages/_collection.yaml", &format!("{model}  short: {{type: text}}\n  opened: {{type: date}}\n"))
        .with("content/pages/home.yaml", "title: {en: Home, de: Start}\nshort: City\nslug: ''\n")
        .with("content/parks/south.yaml", "name: {en: South, de: Süd}\narea: 3\n");
    let renamed = pages.0.iter().map(|(path, text)| {
        let text = String::from_utf8(text.clone()).unwrap().replace("pages/about", "texts/about");
        (path.replace("content/pages/", "content/texts/"), text.into_bytes())
    });
    let texts = Site(renamed.collect());
    let noted = || Run { notes: true, ..run() };
    let (pages, texts) = (pages.build_for(noted()), texts.build_for(noted()));

    let unsourced = |built: &Built| -> Vec<String> {
        built.findings().into_iter().filter(|finding| finding.starts_with("unsourced")).collect()
    };
    assert_eq!(unsourced(&pages), ["unsourced content/parks/south.yaml:2:7"]);
    assert_eq!(unsourced(&texts), unsourced(&pages));
    assert!(pages.text("en/about/index.html").contains(">City</a>"), "the way to a page begins with the home page");
    let html = pages.files.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, page) in html.filter(|(path, _)| !path.starts_with("data/")) {
        assert_eq!(texts.text(path), std::str::from_utf8(page).unwrap(), "{path}");
    }
}

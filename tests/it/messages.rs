//! Words of the program and the theme in any language: what falls back, how it is marked, the file to translate.

use std::fs;

use prospectus::diagnostics::Severity;

use crate::support::{Folderish, Site, prospectus};

/// Languages that the program has no words of.
const OTHERS: [&str; 6] = ["ar", "zh-Hans", "es", "ja", "pt-BR", "sr-Latn"];

/// A site whose own texts are the same in every language.
fn site(languages: &str) -> Site {
    let said = |text: &str| languages.split(", ").map(|code| format!("{code}: {text}")).collect::<Vec<_>>().join(", ");
    let figure = |label: &str, rest: &str| format!("label: {{{}}}\n{rest}\n", said(label));
    Site::default()
        .with("content/site.yaml", &format!("title: Parks\nbase_url: https://parks.example\nlanguages: [{languages}]\nnavigation: [parks]\n"))
        .with("content/pages/_collection.yaml", "label: Pages\nsegment: ''\nfields:\n  title: {type: text, label: Title}\n")
        .with("content/pages/home.yaml", "title: Parks of the city\nslug: ''\n")
        .with("content/parks/_collection.yaml", "label: Parks\nroles: {title: name}\nfields:\n  name: {type: text, label: Name}\n  area: {type: decimal, label: Area}\n  state: {type: choice, label: State, options: {open: Open, shut: Shut}}\n  trees: {type: integer, tracked: true, label: Trees}\n")
        .with("content/parks/harbour.yaml", "name: Harbour Park\nstate: open\narea: {is: 12.5, bound: more-than, status: estimated}\ntrees: {missing: not-available}\nsource: city\n")
        .with("content/parks/meadow.yaml", "name: Meadow Park\narea: 3\ntrees: [{is: 20, since: 2019-04}, {is: 30, since: 2021}]\nsource: city\n")
        .with("content/sources/city.yaml", "title: Report\nlanguage: en\npublisher: City\ndate: 2025-03\nurl: https://city.example/r\n")
        .with("content/figures/area.yaml", &figure("Area", "sum: parks.area"))
        .with("content/figures/trees.yaml", &figure("Trees", "count: parks\nby: state"))
}

fn untranslated(site: &Site) -> Vec<String> {
    let findings = site.build().diagnostics.into_iter();
    findings.filter(|finding| finding.code.name == "untranslated-messages").map(|finding| finding.message).collect()
}

#[test]
fn a_site_in_languages_of_other_scripts_builds_without_a_message_to_write() {
    let built = site(&format!("en, {}", OTHERS.join(", "))).build();

    let errors: Vec<_> = built.diagnostics.iter().filter(|found| found.code.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let told: Vec<&str> = built
        .diagnostics
        .iter()
        .filter(|found| found.code.name == "untranslated-messages")
        .map(|found| &*found.message)
        .collect();
    assert_eq!(told.len(), OTHERS.len(), "{told:#?}");
    for (told, code) in told.iter().zip(OTHERS) {
        assert!(told.contains(&format!("({code}): `")) && told.contains(" more"), "{told}");
    }
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(|c| ('\u{fdd0}'..='\u{fdef}').contains(&c)), "a mark in {path}");
    }
}

#[test]
fn words_of_another_language_say_so_in_text_and_are_plain_elsewhere() {
    let built = site("en, fa").build();

    let page = built.text("fa/parks/harbour/index.html");
    assert!(page.contains("<span lang=\"en\" dir=\"ltr\">not published</span>"), "{page}");
    assert!(page.contains("aria-label=\"Main navigation\""), "{page}");
    // A value of the page within the English words is of the page.
    assert!(
        page.contains("<span lang=\"en\" dir=\"ltr\">more than <span lang=\"fa\" dir=\"rtl\">")
            || page.contains("<span lang=\"en\" dir=\"ltr\">more than ۱۲"),
        "{page}"
    );
    let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    assert!(!title.contains('<'), "{title}");
    // The language itself, and languages that have all words, have no marks.
    assert!(!built.text("en/parks/harbour/index.html").contains("<span lang="));
    assert_eq!(
        site("en, de")
            .build()
            .files
            .values()
            .filter(|bytes| String::from_utf8_lossy(bytes).contains("<span lang=\"en\""))
            .count(),
        0
    );
}

#[test]
fn a_language_reads_the_words_of_the_source_language_before_english_ones() {
    let mut built = site("de, cs").with("content/locales/cs.ftl", "status-estimated = odhadováno\n").build();

    let page = built.text("cs/parks/harbour/index.html");
    assert!(page.contains("<span lang=\"de\">nicht veröffentlicht</span>") && page.contains("odhadováno"), "{page}");
    // A region reads the words of its language, which are no foreign ones.
    built = site("en, de-CH").build();
    assert!(built.text("de-CH/parks/harbour/index.html").contains("nicht veröffentlicht"));
    assert_eq!(untranslated(&site("en, de-CH")), Vec::<String>::new());
}

#[test]
fn the_file_to_translate_is_completed_and_never_overwritten() {
    let mine = "# mine\nskip-link = تخطي إلى المحتوى\n\n\nnot-mine";
    let folder = Folderish::of(&site("en, ar").with("content/locales/ar.ftl", mine));
    let path = folder.0.join("content/locales/ar.ftl");
    let run = |arguments: &[&str]| {
        let output = prospectus(&folder.0, arguments);
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };

    let (code, said) = run(&["messages", "ar", "--missing"]);
    let once = fs::read_to_string(&path).unwrap();
    let again = run(&["messages", "ar", "--missing"]);

    assert_eq!(code, Some(0), "{said}");
    assert!(once.starts_with(mine) && once.matches("skip-link").count() == 1, "{once}");
    assert!(once.contains("\n# Main navigation\nnavigation-label =\n"), "{once}");
    // A second time nothing is added, and it says how many still wait: as many as were written.
    let written = said.strip_prefix("content/locales/ar.ftl: ").unwrap().strip_suffix(" to translate\n").unwrap();
    assert!(written.ends_with(" messages"), "{said}");
    let waits = format!("content/locales/ar.ftl: nothing to add; {written} in it without words yet\n");
    assert_eq!(again, (Some(0), waits));
    assert_eq!(fs::read_to_string(&path).unwrap(), once);
    assert_eq!(run(&["messages", "gr"]).0, Some(2));
    assert!(run(&["messages", "gr"]).1.contains("did you mean `el` (Greek)?"));
}

#[test]
fn a_file_that_was_filled_is_all_that_a_language_needs() {
    let site = site("en, ar");
    let folder = Folderish::of(&site);
    assert_eq!(prospectus(&folder.0, &["messages", "ar", "--missing"]).status.code(), Some(0));
    let empty = fs::read_to_string(folder.0.join("content/locales/ar.ftl")).unwrap();

    // Without a word it changes nothing; with one for each message and each form nothing is left.
    assert_eq!(site.clone().with("content/locales/ar.ftl", &empty).build().files, site.build().files);
    let filled: Vec<String> = empty
        .lines()
        .map(|line| {
            let waits = !line.starts_with('#') && (line.ends_with('=') || line.ends_with(']'));
            if waits { format!("{line} كلمة") } else { line.to_owned() }
        })
        .collect();
    let filled = site.with("content/locales/ar.ftl", &(filled.join("\n") + "\n"));
    let output = prospectus(&Folderish::of(&filled).0, &["messages", "ar", "--missing"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "content/locales/ar.ftl: nothing is missing\n");
    assert_eq!(filled.build().findings(), Vec::<String>::new());
    assert!(!filled.build().text("ar/parks/harbour/index.html").contains("<span lang=\"en\""));
}

#[test]
fn a_site_words_the_labels_of_what_the_program_declares() {
    let words =
        "label-sources-publisher = Issuer\nlabel-sources-access-own = made here\nlabel-sources-publischer = X\n";
    let site = site("en, de, ko")
        .with("content/locales/en.ftl", words)
        .with("content/locales/ko.ftl", "label-sources = 출처\nlabel-sources-publisher = 발행 기관\n");
    let built = site.build();

    let fact = |language: &str| {
        let segment = if language == "de" { "quellen" } else { "sources" };
        built.text(&format!("{language}/{segment}/city/index.html")).to_owned()
    };
    assert!(fact("en").contains(">Issuer<"), "{}", fact("en"));
    assert!(fact("de").contains(">Herausgeber<"), "{}", fact("de"));
    assert!(fact("ko").contains(">발행 기관<") && fact("ko").contains("출처"), "{}", fact("ko"));
    let unused: Vec<String> =
        built.findings().into_iter().filter(|found| found.starts_with("unused-message")).collect();
    assert_eq!(unused, ["unused-message content/locales/en.ftl:3:1"]);
    let changed = site.with("content/locales/en.ftl", "label-sources-publisher = Editor\n").build();
    assert!(changed.text("en/sources/city/index.html").contains(">Editor<"));
}

#[test]
fn the_file_to_translate_has_the_labels_that_a_language_lacks() {
    let folder = Folderish::of(&site("en, ko, es"));

    for (language, waits) in [("ko", true), ("es", false)] {
        assert_eq!(prospectus(&folder.0, &["messages", language, "--missing"]).status.code(), Some(0));
        let path = folder.0.join(format!("content/locales/{language}.ftl"));
        let text = fs::read_to_string(path).unwrap_or_default();
        assert_eq!(text.contains("# Publisher\nlabel-sources-publisher =\n"), waits, "{text}");
    }
}

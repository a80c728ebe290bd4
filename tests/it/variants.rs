//! Languages beside languages: one at the root, variants with their own texts, kin in other letters.

use prospectus::diagnostics::Severity;

use std::fs;

use crate::fuzz::loaded;
use crate::support::{Built, Folderish, Site, golden_folder, prospectus, small};

fn with_languages(languages: &str) -> Site {
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    small().with("content/site.yaml", &settings.replace("languages: [en, de]", &format!("languages: {languages}")))
}

fn errors(built: &Built) -> Vec<String> {
    let errors = built.diagnostics.iter().filter(|finding| finding.code.severity == Severity::Error);
    errors.map(|finding| finding.message.clone()).collect()
}

fn page(built: &Built, path: &str) -> String {
    let bytes = built.files.get(path).unwrap_or_else(|| panic!("{path}: {:?}", built.files.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

/// A text without what it says in German.
fn only_english(text: &str) -> String {
    let mut parts = text.split(", de: ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once('}').map_or("", |_| &part[part.find('}').unwrap()..]))
}

#[test]
fn the_source_language_may_have_addresses_without_a_part_for_it() {
    let built = with_languages("[{code: en, root: true}, de]").build();

    assert_eq!(errors(&built), [""; 0]);
    let home = page(&built, "index.html");
    assert!(home.contains("<html lang=\"en\"") && home.contains("href=\"/de/\"") && home.contains("/parks/"), "{home}");
    assert!(home.contains("hreflang=\"x-default\" href=\"https://parks.example/\""), "{home}");
    let german = page(&built, "de/parks/nordpark/index.html");
    assert!(german.contains("hreflang=\"en\" href=\"https://parks.example/parks/north/\""), "{german}");
    for path in ["parks/north/index.html", "about/index.html", "404.html", "de/404.html", "sitemap-de.xml"] {
        assert!(built.files.contains_key(path), "{path}: {:?}", built.files.keys());
    }
    assert!(!built.files.keys().any(|path| path.starts_with("en/")), "{:?}", built.files.keys());
    let sitemap = page(&built, "sitemap-1.xml");
    assert!(sitemap.contains("<loc>https://parks.example/</loc>") && sitemap.contains("hreflang=\"de\""), "{sitemap}");
}

#[test]
fn a_site_in_one_language_keeps_its_addresses_when_another_is_added() {
    let files = |languages: &str| -> Vec<String> {
        let built = with_languages(languages).build();
        built.files.keys().filter(|path| path.ends_with(".html")).cloned().collect()
    };
    let after = files("[{code: en, root: true}, de]");

    let one = Site::default();
    let one = small().0.iter().filter(|(path, _)| !path.ends_with("/de.md")).fold(one, |site, (path, bytes)| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        site.with(path, &only_english(&text.replace("languages: [en, de]", "languages: [en]")))
    });
    let built = one.build();
    assert_eq!(errors(&built), [""; 0]);
    for path in built.files.keys().filter(|path| path.ends_with(".html")) {
        assert!(after.contains(path), "{path} moved: {after:?}");
    }
}

#[test]
fn only_the_source_language_can_be_at_the_root() {
    let built = with_languages("[en, {code: de, root: true}]").build();

    assert!(errors(&built).contains(&"`de` cannot be at the root: only the first language can".to_owned()));
}

#[test]
fn a_variant_has_the_texts_of_its_language_where_it_has_none_of_its_own() {
    let built = with_languages("[en, de, de-CH]")
        .with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan (groß), de-CH: Jinan (gross)}\n")
        .build();

    assert_eq!(errors(&built), [""; 0]);
    assert_eq!(built.diagnostics.iter().filter(|finding| finding.message.contains("Schweiz")).count(), 0);
    let (park, city) =
        (page(&built, "de-CH/parks/nordpark/index.html"), page(&built, "de-CH/staedte/jinan/index.html"));
    assert!(park.contains("<html lang=\"de-CH\"") && park.contains("Nordpark") && park.contains("Text."), "{park}");
    assert!(!park.contains("<h1 lang") && !park.contains("noindex"), "its own words are marked as foreign: {park}");
    assert!(city.contains("Jinan (gross)") && !city.contains("groß"), "{city}");
    // Words of the program too are those of the language; numbers are the variant's.
    let number = |language: &str, park: &str| page(&built, &format!("{language}/parks/{park}/index.html"));
    assert!(number("de", "nordpark").contains("12,5") && number("de-CH", "nordpark").contains("12.5"));
}

#[test]
fn a_file_of_a_variant_is_its_own() {
    let built = with_languages("[en, de, de-CH]")
        .with("content/parks/north/de-CH.md", "---\nname: Nordanlage\nslug: nordanlage\n---\nSchweizer Text.\n")
        .build();

    assert_eq!(errors(&built), [""; 0]);
    let park = page(&built, "de-CH/parks/nordanlage/index.html");
    assert!(park.contains("Nordanlage") && park.contains("Schweizer Text."), "{park}");
    assert!(page(&built, "de/parks/nordpark/index.html").contains("Text."));
}

#[test]
fn kin_in_other_letters_stands_for_a_language_before_the_source_language_does_and_is_marked() {
    let mut site = Site::default();
    for (path, bytes) in small().0 {
        let text = String::from_utf8(bytes).unwrap().replace("de: ", "zh-Hans: ");
        let text = text.replace("languages: [en, de]", "theme: report\nlanguages: [en, zh-Hans, zh-Hant]");
        site = site.with(&path.replace("/de.md", "/zh-Hans.md"), &text);
    }
    let built = site.build();

    assert_eq!(errors(&built), [""; 0]);
    let park = page(&built, "zh-Hant/parks/north/index.html");
    assert!(park.contains("<h1 lang=\"zh-Hans\"") && park.contains("Nordpark"), "{park}");
    // The words of the theme are there in those letters only, and marked too.
    assert!(park.contains("<span lang=\"zh\">"), "{park}");
    let told: Vec<&str> = built.diagnostics.iter().map(|finding| finding.code.name).collect();
    assert!(told.contains(&"missing-translation"), "{told:?}");
}

/// The messages of a file to translate, each said with its values by something that no language has.
fn translated(text: &str) -> String {
    let mut english = String::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        let is_waiting = line.ends_with('=') && !line.starts_with('#');
        match line.strip_prefix("# ") {
            Some(words) => english.push_str(words),
            None if is_waiting || line.trim_start().starts_with(['[', '*']) => {
                let is_name = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
                let names = english.split('$').skip(1).map(|rest| rest.chars().take_while(is_name).collect::<String>());
                let values: Vec<String> = names.map(|name| format!("{{ ${name} }}")).collect();
                // Each another, since some are addresses.
                lines.push(format!("{line} 말{} {}", lines.len(), values.join(" ")));
                if is_waiting {
                    english.clear();
                }
                continue;
            }
            None => english.clear(),
        }
        lines.push(line.to_owned());
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_language_is_added_to_the_bank_by_its_messages_alone() {
    let folder = Folderish::of(&loaded(&golden_folder("bank")));
    let settings = folder.0.join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("languages: [en, de]", "languages: [en, de, {code: ko, hidden: true}]")).unwrap();

    let written = prospectus(&folder.0, &["messages", "ko"]);
    let path = folder.0.join("content/locales/ko.ftl");
    let waiting = fs::read_to_string(&path).unwrap();
    fs::write(&path, translated(&waiting)).unwrap();
    let built = prospectus(&folder.0, &["build", "--drafts", "--no-sync"]);

    assert_eq!(written.status.code(), Some(0), "{}", String::from_utf8_lossy(&written.stderr));
    let told = String::from_utf8_lossy(&built.stderr);
    assert_eq!(built.status.code(), Some(0), "{told}");
    assert!(!told.contains("untranslated-messages"), "{told}");
    let page = fs::read_to_string(folder.0.join("output/ko/projects/lamu-water/index.html")).unwrap();
    // What the site itself says is there in English, and says so; no word of the theme or the program is.
    assert!(page.contains("<h1 lang=\"en\" dir=\"ltr\">Lamu Water Supply</h1>") && page.contains("말"), "{page}");
    assert!(!page.contains("<h2>Facts") && !page.contains("Skip to content"), "{page}");
    assert!(page.contains("2021년 6월 15일") && page.contains("4500만"), "{page}");
    // Hidden, it is nowhere.
    assert_eq!(prospectus(&folder.0, &["build", "--no-sync"]).status.code(), Some(0));
    assert!(!folder.0.join("output/ko").exists());
}

//! Addresses in any script: files have the letters, whatever leads to them has them encoded.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use prospectus::diagnostics::Severity;

use crate::support::{Site, small};

/// The small site in English and Chinese, in which parks and pages have Chinese addresses.
fn site() -> Site {
    let mut site = Site::default();
    for (path, bytes) in small().0 {
        let text = String::from_utf8(bytes).unwrap().replace("de: ", "zh-Hans: ").replace("de]", "zh-Hans]");
        site = site.with(&path.replace("/de.md", "/zh-Hans.md"), &text);
    }
    site.with("content/parks/north/zh-Hans.md", "---\nname: 北园\nslug: 北园\n---\n见[关于](@pages/about)。\n")
        .with("content/pages/about/zh-Hans.md", "---\ntitle: 关于\nslug: 关于\n---\n见[](@parks/north)。\n")
        .with("content/pages/about/facts.yaml", "aliases: [/zh-Hans/旧地址/]\n")
        .with("content/parks/_collection.yaml", &{
            let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
            model
                .replace(
                    "label: {en: Parks, de: Parks}",
                    "label: {en: Parks, zh-Hans: 公园}\nsegment: {en: parks, zh-Hans: 公园}\npermanent: true",
                )
                .replace("de: ", "zh-Hans: ")
        })
}

/// What leads from files of the output to others of the site: what stands after `href`, `src`, `loc` and the like.
fn led_to(text: &str) -> impl Iterator<Item = &str> {
    let attributes = ["href=\"", "src=\"", "<loc>", "url=", "<id>", "\"url\":\""].into_iter();
    attributes.flat_map(move |before| text.split(before).skip(1).filter_map(|rest| rest.split(['"', '<', '#']).next()))
}

#[test]
fn addresses_have_the_letters_of_a_language_and_are_encoded_wherever_they_are_written() {
    let built = site().build();
    assert!(
        !built.diagnostics.iter().any(|finding| finding.code.severity == Severity::Error),
        "{:#?}",
        built.diagnostics
    );
    let files: BTreeSet<&str> = built.files.keys().map(String::as_str).collect();
    for path in ["zh-Hans/公园/北园/index.html", "zh-Hans/关于/index.html", "zh-Hans/旧地址/index.html"] {
        assert!(files.contains(path), "{path}: {files:?}");
    }
    let mut followed = BTreeSet::new();
    for (path, bytes) in &built.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        for link in led_to(text) {
            assert!(link.is_ascii(), "{path}: {link}");
            let Some(within) = link.strip_prefix("https://parks.example").or(Some(link)).filter(|l| l.starts_with('/'))
            else {
                continue;
            };
            let decoded = percent_decode_str(within.trim_start_matches('/')).decode_utf8().unwrap().into_owned();
            let file =
                if decoded.is_empty() || decoded.ends_with('/') { format!("{decoded}index.html") } else { decoded };
            assert!(files.contains(&*file), "{path} leads to {link}");
            followed.extend(within.contains('%').then_some(file));
        }
    }
    assert!(
        ["zh-Hans/公园/index.html", "zh-Hans/公园/北园/index.html", "zh-Hans/关于/index.html"]
            .iter()
            .all(|file| followed.contains(*file)),
        "{followed:?}"
    );
    let encoded = "/zh-Hans/%E5%85%AC%E5%9B%AD/%E5%8C%97%E5%9B%AD/";
    for path in ["en/parks/north/index.html", "sitemap-zh-Hans.xml", "data/parks.csv", "data/parks.json"] {
        let path = percent_decode_str(path).decode_utf8().unwrap();
        let text = built.files.get(&*path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        assert!(text.as_ref().is_some_and(|text| text.contains(encoded)), "{path}: {text:?}");
    }
}

#[test]
fn addresses_whose_letters_are_put_together_in_two_ways_are_one() {
    let composed = site().with("content/pages/about/zh-Hans.md", "---\ntitle: 关于\nslug: über\n---\nText.\n");
    let twice = composed
        .with("content/pages/other/en.md", "---\ntitle: Other\n---\nText.\n")
        .with("content/pages/other/zh-Hans.md", "---\ntitle: 其他\nslug: u\u{308}ber\n---\nText.\n")
        .build();

    let found: Vec<_> = twice.diagnostics.iter().filter(|finding| finding.code.name == "address-clash").collect();
    assert_eq!(found.len(), 1, "{:#?}", twice.diagnostics);
}

#[test]
fn who_writes_such_an_address_instead_of_a_name_is_told_the_name() {
    for written in ["/zh-Hans/公园/北园/", "/zh-Hans/%E5%85%AC%E5%9B%AD/%E5%8C%97%E5%9B%AD/"] {
        let settings = String::from_utf8(site().0["content/site.yaml"].clone()).unwrap();
        let settings = settings.replace("navigation: [parks]", &format!("navigation: ['{written}']"));
        let built = site().with("content/site.yaml", &settings).build();

        let hints: Vec<_> = built.diagnostics.iter().filter_map(|finding| finding.hint.as_deref()).collect();
        assert!(hints.iter().any(|hint| hint.contains("parks/north")), "{hints:?}");
    }
}

//! Addresses in any script: files have the letters, whatever leads to them has them encoded.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use prospectus::diagnostics::Severity;

use crate::fuzz::loaded;
use crate::support::{Built, Site, golden_folder, small};

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

/// Elements without an end.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "source"];

/// Texts of a page, each with the language that the elements around it say it is in.
fn spoken(html: &str) -> Vec<(String, &str)> {
    let (mut open, mut texts): (Vec<(&str, &str)>, Vec<_>) = (Vec::new(), Vec::new());
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let language = open.last().map_or("", |(_, language)| *language);
        if !text.trim().is_empty() {
            texts.push((language.to_owned(), text.trim()));
        }
        let (tag, behind) = after.split_once('>').unwrap();
        rest = behind;
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap();
        if let Some(ended) = tag.strip_prefix('/') {
            let at = open.iter().rposition(|(name, _)| *name == ended.trim()).unwrap_or_else(|| panic!("</{ended}>"));
            open.truncate(at);
        } else if ["script", "style"].contains(&name) {
            rest = rest.split_once(&format!("</{name}>")).unwrap().1;
        } else if !tag.starts_with('!') && !tag.ends_with('/') && !VOID.contains(&name) {
            let own = tag.split(" lang=\"").nth(1).and_then(|rest| rest.split('"').next());
            open.push((name, own.unwrap_or(language_of(&open))));
        }
    }
    texts
}

fn language_of<'h>(open: &[(&'h str, &'h str)]) -> &'h str {
    open.last().map_or("", |(_, language)| language)
}

fn is_arabic(text: &str) -> bool {
    text.contains(|c| ('\u{600}'..='\u{6ff}').contains(&c))
}

/// The pages of a language in which words of it are said to be in another; how many have words of another at all.
fn wrongly_marked(built: &Built, folder: &str) -> (Vec<String>, usize) {
    let (mut wrong, mut foreign) = (Vec::new(), 0);
    let pages = built.files.keys().filter(|path| path.starts_with(folder) && path.ends_with(".html"));
    for path in pages {
        let page = built.text(path);
        let texts = spoken(page);
        foreign += usize::from(texts.iter().any(|(language, _)| language == "en"));
        let marked = texts.iter().filter(|(language, text)| language != "ar" && is_arabic(text));
        // The menu of languages names each in itself.
        wrong.extend(
            marked.filter(|(_, text)| *text != "العربية").map(|(language, text)| format!("{path}: {language} {text}")),
        );
    }
    (wrong, foreign)
}

#[test]
fn of_a_page_that_is_not_translated_only_what_is_foreign_is_marked() {
    let mut site = loaded(&golden_folder("scripts"));
    for path in ["projects/lamu-water", "projects/zarqa-reuse", "news/lamu-pipes"] {
        site = site.without(&format!("content/{path}/ar.md"));
    }
    let sector = String::from_utf8(site.0["content/sectors/water.yaml"].clone()).unwrap();
    let only_english: Vec<String> = sector
        .lines()
        .map(|line| {
            line.split(", ar: ").next().unwrap().to_owned() + if line.contains(", ar: ") { "}\n" } else { "\n" }
        })
        .collect();
    let site = site.with("content/sectors/water.yaml", &only_english.concat());
    let built = site.build();

    for built in [&built, &site.in_investor().build()] {
        let (wrong, foreign) = wrongly_marked(built, "ar/");
        assert_eq!(wrong, [""; 0]);
        assert!(foreign > 20, "{foreign} pages with English words: {:?}", built.findings());
    }
    let page = built.text("ar/مشاريع/lamu-water/index.html");
    let english: Vec<&str> =
        spoken(page).iter().filter(|(language, _)| language == "en").map(|(_, text)| *text).collect();
    assert!(english.contains(&"Lamu Water Supply") && english.contains(&"About the project"), "{english:?}");
}

/// The horizontal places of the years below a chart that is a file of its own, in their order.
fn places(svg: &str) -> Vec<f64> {
    let texts = svg.split("<text ").skip(1).filter_map(|text| text.split_once('>'));
    let years = texts.filter_map(|(attributes, rest)| {
        let year = rest.split('<').next()?.parse::<u32>().ok().filter(|year| (2000..2100).contains(year))?;
        Some((year, attributes.split("x=\"").nth(1)?.split('"').next()?.parse::<f64>().unwrap()))
    });
    years.collect::<BTreeMap<u32, f64>>().into_values().collect()
}

#[test]
fn time_goes_as_the_page_is_read_or_rightward_where_the_site_wants_it() {
    let site = loaded(&golden_folder("scripts"));
    let settings = String::from_utf8(site.0["content/site.yaml"].clone()).unwrap();
    let rightward = site.clone().with("content/site.yaml", &(settings + "theme_options: {chart_time: ltr}\n")).build();
    let as_read = site.build();

    assert_eq!(rightward.findings(), as_read.findings());
    let of_time = |built: &Built| -> Vec<Vec<f64>> {
        let charts = built.files.keys().filter(|path| path.ends_with(".svg") && path.contains("-ar."));
        charts.map(|path| places(built.text(path))).filter(|places| places.len() > 1).collect()
    };
    let (turned, kept) = (of_time(&as_read), of_time(&rightward));
    assert!(!turned.is_empty() && turned.len() == kept.len());
    assert!(turned.iter().all(|places| places.first() > places.last()), "{turned:?}");
    assert!(kept.iter().all(|places| places.first() < places.last()), "{kept:?}");
}

//! A site in one language: its home page is at `/`, and no address has a part for the language.

use crate::links::dangling;
use crate::support::Site;

/// A site with pages of every kind, in English alone.
fn site() -> Site {
    Site::default()
        .with("content/site.yaml", "title: Parks\nbase_url: https://parks.example\nlanguages: [en]\nnavigation: [parks, news]\n")
        .with("content/pages/_collection.yaml", "label: Pages\nsegment: ''\nfields:\n  title: {type: text, translated: true, required: true}\n")
        .with("content/pages/home/en.md", "---\ntitle: Home\nslug: ''\n---\nSee [](@pages/about) and [all](@parks).\n")
        .with("content/pages/about/en.md", "---\ntitle: About\n---\nSee [](@parks/north) and [home](@pages/home).\n")
        .with("content/pages/about/facts.yaml", "aliases: [/old/]\n")
        .with("content/parks/_collection.yaml", "label: Parks\nroles: {title: name}\nper_page: 1\nfields:\n  name: {type: text, translated: true, required: true}\n  area: {type: decimal}\n")
        .with("content/parks/north.yaml", "name: {en: North Park}\narea: 12.5\nsource: report-2025\n")
        .with("content/parks/south.yaml", "name: {en: South Park}\n")
        .with("content/news/_collection.yaml", "label: News\nfeed: true\nfields:\n  title: {type: text, translated: true, required: true}\n  date: {type: date, required: true}\n")
        .with("content/news/opening.yaml", "title: {en: Opening}\ndate: 2025-03-01\n")
        .with("content/figures/area.yaml", "label: {en: Area}\nsum: parks.area\n")
        .with("content/sources/report-2025.yaml", "title: Report\nlanguage: en\npublisher: City\ndate: 2025-03\nurl: https://city.example/r\n")
}

#[test]
fn no_address_has_a_part_for_the_language() {
    let built = site().build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    for path in [
        "index.html",
        "404.html",
        "about/index.html",
        "old/index.html",
        "parks/index.html",
        "parks/2/index.html",
        "parks/north/index.html",
        "figures/area/index.html",
        "id/figures/area/index.html",
        "feed.xml",
        "sitemap.xml",
        "sitemap-1.xml",
    ] {
        assert!(built.files.contains_key(path), "{path}: {:?}", built.files.keys());
    }
    assert!(!built.files.keys().any(|path| path.starts_with("en/")), "{:?}", built.files.keys());
    let texts = built.files.iter().filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    for (path, text) in texts {
        assert!(!text.contains("/en/"), "{path}: {text}");
    }
    assert_eq!(dangling(&built.files), Vec::<String>::new());
}

#[test]
fn the_home_page_stands_at_the_root_and_is_no_list_of_languages() {
    let built = site().build();

    let home = built.text("index.html");
    assert!(
        home.contains("<h1>Home</h1>") && home.contains("<link rel=\"canonical\" href=\"https://parks.example/\">")
    );
    assert!(home.contains("\"@type\":\"WebSite\"") && home.contains("\"url\":\"https://parks.example/\""), "{home}");
    assert!(home.contains("<a href=\"/about/\">About</a>"), "{home}");
    assert!(built.text("about/index.html").contains("<a href=\"/\">home</a>"));
    assert!(built.text("old/index.html").contains("/about/"));
    assert!(built.text("sitemap-1.xml").contains("<url><loc>https://parks.example/</loc></url>"));
    assert_eq!(built.text("sitemap-1.xml").matches("<loc>https://parks.example/</loc>").count(), 1);
    assert!(
        built
            .text("feed.xml")
            .contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://parks.example/feed.xml\"/>")
    );
}

#[test]
fn nothing_says_that_there_are_other_languages() {
    let print = "{% for a in alternates %}{{ a.lang }}{% endfor %}|{{ page.url }}|{{ page.kind }}";
    let names = ["record.html", "index.html", "not-found.html"];
    let printing = names.iter().fold(site(), |site, name| site.with(&format!("content/templates/{name}"), print));

    let built = site().build();
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("alternate\" hreflang") && !text.contains("xhtml:link"), "{path}: {text}");
    }
    let printed = printing.build();
    assert_eq!(printed.text("index.html"), "|/|record");
    assert_eq!(printed.text("parks/2/index.html"), "|/parks/2/|index");
    assert_eq!(printed.text("404.html"), "|/404.html|not-found");
}

#[test]
fn a_site_below_a_path_keeps_it() {
    let settings = "title: Parks\nbase_url: https://city.example/parks\nlanguages: [en]\nnavigation: [parks, news]\n";
    let built = site().with("content/site.yaml", settings).build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    assert!(built.text("index.html").contains("<a href=\"/parks/about/\">About</a>"));
    assert!(built.text("about/index.html").contains("<a href=\"/parks/\">home</a>"));
    assert_eq!(dangling(&built.files), Vec::<String>::new());
}

#[test]
fn own_addresses_are_known_without_a_language() {
    let found = |link: &str| {
        let about = format!("---\ntitle: About\n---\nSee [it]({link}).\n");
        let built = site().with("content/pages/about/en.md", &about).build();
        built
            .diagnostics
            .iter()
            .map(|d| format!("{} {}", d.code.name, d.hint.as_deref().unwrap_or_default()))
            .collect::<Vec<_>>()
    };

    assert!(
        found("https://parks.example/parks/north/")[0].starts_with("own-address write [](@parks/north)")
            || found("https://parks.example/parks/north/")[0].contains("@parks/north")
    );
    assert!(found("/parks/")[0].contains("@parks"), "{:?}", found("/parks/"));
    let menu = "title: Parks\nbase_url: https://parks.example\nlanguages: [en]\nnavigation: [/parks/north/]\n";
    let built = site().with("content/site.yaml", menu).build();
    assert_eq!(built.diagnostics[0].hint.as_deref(), Some("menus list names, not addresses: write parks/north"));
}

#[test]
fn a_hidden_language_keeps_the_parts_for_languages() {
    let settings = "title: Parks\nbase_url: https://parks.example\nlanguages: [en, {code: de, hidden: true}]\nnavigation: [parks]\n";
    let built = site().with("content/site.yaml", settings).build();

    assert!(built.files.contains_key("en/about/index.html"));
    assert!(built.text("index.html").contains("English"));
}

#[test]
fn a_second_language_moves_pages_and_the_record_asks_for_their_old_addresses() {
    let settings = "title: Parks\nbase_url: https://parks.example\nlanguages: [en, de]\nnavigation: [parks]\n";
    let published = site().published();
    let home = "---\ntitle: Start\nslug: ''\n---\n";
    let grown = published.with("content/site.yaml", settings).with("content/pages/home/de.md", home);

    let built = grown.build();

    let gone: Vec<&prospectus::diagnostics::Diagnostic> =
        built.diagnostics.iter().filter(|d| d.code.name == "address-gone").collect();
    let of = |path: &str| gone.iter().find(|d| d.message.starts_with(&format!("`{path}`")) || d.message.contains(path));
    let park = of("/parks/north/").unwrap_or_else(|| panic!("{:#?}", built.diagnostics));
    assert_eq!(
        park.hint.as_deref(),
        Some("add `aliases: [/parks/north/]` to its facts: old addresses lead to the new one")
    );
    assert!(!gone.iter().any(|d| d.message.starts_with("/ ") || d.message.contains("`/`")), "{gone:#?}");
    let served = grown.with(
        "content/parks/north.yaml",
        "name: {en: North Park}\narea: 12.5\nsource: report-2025\naliases: [/parks/north/]\n",
    );
    assert!(
        !served
            .build()
            .diagnostics
            .iter()
            .any(|d| d.code.name == "address-gone" && d.message.contains("/parks/north/"))
    );
}

//! The table of output paths: every file of the output is in it, and nothing is in it that is not written.

use std::path::Path;
use std::sync::Arc;

use prospectus::config::{self, SITE_FILE};
use prospectus::model::reader;
use prospectus::pages::{self, Pictures, Statics};
use prospectus::parse::{Files, Source};
use prospectus::plan::address_words::AddressWords;
use prospectus::plan::outputs::MANIFEST;
use prospectus::plan::page::Planner;
use prospectus::plan::search_pages::INDEX;
use prospectus::plan::{self, Plan, changes, search};
use prospectus::publication::{self, Purpose};
use prospectus::{figures, link, locale, theme};

use crate::support::{Site, run, small};

/// The plan of a site, stage by stage.
fn plan_of(files: &Site) -> Plan {
    let settings = Arc::new(Source::new(SITE_FILE, files.text(SITE_FILE).unwrap()));
    let config = config::read(settings, &run()).value;
    let model = reader::read(files, &config, &run()).value;
    let theme = theme::load(files, &config, &model).value;
    let locales = locale::build(&config, &theme.messages).value;
    let site = link::resolve::all(model, &config, &run(), &locales).value;
    let figures = figures::compute::all(&site).value;
    let addresses = search::addresses(&site, &config, &theme, &locales).value;
    let tells =
        changes::is_told(&theme) && publication::recorded(files).may_tell_changes(&site, &run(), Purpose::Build);
    let addresses = match tells {
        true => changes::addresses(addresses, AddressWords { config: &config, locales: &locales }).value,
        false => addresses,
    };
    let planner = Planner { site: &site, config: &config, theme: &theme, addresses: &addresses };
    let published =
        pages::brought(planner, &Statics::of(&theme, &config, files), files, &mut Pictures::default()).value.files;
    let inputs = plan::Inputs {
        site: &site,
        figures: &figures,
        config: &config,
        theme: &theme,
        addresses: addresses.into(),
        published,
        former: Vec::new(),
    };
    plan::of_site(inputs).value
}

/// Every file is in the table, and as many are written as are in it; the manifest is written with the folder.
fn holds(site: &Site) {
    let (built, plan) = (site.build(), plan_of(site));

    let unplanned: Vec<&String> = built.files.keys().filter(|path| !plan.outputs.has(path)).collect();
    assert_eq!(unplanned, Vec::<&String>::new());
    assert!(plan.outputs.has(MANIFEST));
    // Of the files of a search only the first of each language is known before they are made.
    let is_known = |path: &&String| !path.starts_with("search/") || path.ends_with(INDEX) || path.ends_with(".html");
    let written = built.files.keys().filter(is_known).count();
    assert_eq!(plan.outputs.count(), written + 1, "what is planned and never written");
}

#[test]
fn every_file_of_a_site_with_all_there_is_has_its_path_from_the_table() {
    let parks = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let news = "label: {en: News, de: Neues}\nfeed: true\nfields:\n  title: {type: text}\n  date: {type: date}\n";
    let site = small()
        .with("content/parks/_collection.yaml", &format!("permanent: true\nper_page: 1\n{parks}"))
        .with(
            "content/parks/south.yaml",
            "name: {en: South, de: Süd}\nslug: south\naliases: [/old/south/, /old.html]\n",
        )
        .with("content/parks/north/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .with("content/parks/north/en.md", "---\nname: North Park\n---\n[Map](map.svg)\n")
        .with("content/news/_collection.yaml", news)
        .with("content/news/a.yaml", "title: A\ndate: 2026-01-01\n")
        .with("content/figures/f.yaml", "label: {en: F, de: F}\ncount: parks\n")
        .with("content/static/en/letter.txt", "x")
        .with("content/static/data/ours.csv", "x");
    assert_eq!(site.build().findings(), Vec::<String>::new());
    for path in
        ["files/parks/north/map.svg", "de/feed.xml", "data/figures/f.csv-metadata.json", "en/parks/2/index.html"]
    {
        assert!(site.build().files.contains_key(path), "{path}");
    }

    holds(&site);
    holds(&site.with("content/static/robots.txt", "User-agent: *\n"));
}

#[test]
fn every_file_of_the_golden_sites_has_its_path_from_the_table() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut held = 0;
    for folder in std::fs::read_dir(sites).unwrap() {
        let root = folder.unwrap().path();
        let mut site = Site::default();
        for file in crate::code::files(&root) {
            let path = file.strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>();
            site.0.insert(path.join("/"), std::fs::read(&file).unwrap());
        }
        let is_sound = site.build().diagnostics.iter().all(|finding| finding.code.severity.word() != "error");
        if is_sound {
            holds(&site);
            held += 1;
        }
    }
    assert!(held >= 5, "{held}");
}

#[test]
fn a_long_list_is_divided_where_its_model_does_not_say_how() {
    let parks = |count: usize| {
        (0..count)
            .fold(small(), |site, at| site.with(&format!("content/parks/p{at:03}.yaml"), "name: {en: P, de: P}\n"))
    };
    let pages = |site: &Site| -> Vec<String> {
        let built = site.build();
        let indexes = ["en/parks/index.html", "en/parks/2/index.html", "en/parks/3/index.html"];
        indexes.into_iter().filter(|path| built.files.contains_key(*path)).map(str::to_owned).collect()
    };

    // One park is there already.
    assert_eq!(pages(&parks(199)), ["en/parks/index.html"]);
    assert_eq!(pages(&parks(200)), ["en/parks/index.html", "en/parks/2/index.html"]);
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let whole = parks(200).with("content/parks/_collection.yaml", &format!("per_page: 1000\n{model}"));
    assert_eq!(pages(&whole), ["en/parks/index.html"]);
}

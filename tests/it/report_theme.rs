//! The theme `report`: what its pages say of any model, and what they leave out.

use crate::support::{Built, Site, small};

/// The small site in the theme, with more or other files.
fn in_report(files: &[(&str, &str)]) -> Built {
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    let site = small().with("content/site.yaml", &format!("{settings}theme: report\n"));
    files.iter().fold(site, |site: Site, (path, text)| site.with(path, text)).build()
}

/// What stands between two texts, the first time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {rest}")).0
}

#[test]
fn a_site_without_a_template_of_its_own_builds_without_a_finding() {
    assert_eq!(in_report(&[]).findings(), Vec::<String>::new());
}

#[test]
fn a_record_with_nothing_but_a_title_says_that_there_is_no_more() {
    let built = in_report(&[("content/parks/bare.yaml", "name: {en: Bare, de: Kahl}\n")]);

    let page = built.text("en/parks/bare/index.html");
    assert!(page.contains("This record holds no further details."), "{page}");
    assert!(!page.contains("<dl class=\"facts\">") && !page.contains("id=\"sources\""));
    assert!(!built.text("en/parks/north/index.html").contains("no further details"));
}

#[test]
fn a_source_that_most_facts_share_is_named_once_and_others_at_their_fact() {
    let built = in_report(&[
        ("content/sources/other.yaml", "title: Other\npublisher: Town\ndate: 2024\n"),
        (
            "content/parks/north/facts.yaml",
            "source: report-2025\narea: 12.5\nlevel: national\ncity: {is: jinan, source: other}\n",
        ),
    ]);

    let page = built.text("en/parks/north/index.html");
    let row = |field: &str| between(page, &format!("<div id=\"fact-{field}\">"), "</dd>").to_owned();
    assert_eq!(page.matches("Source, unless another is named:").count(), 1);
    assert!(row("city").contains("href=\"#source-") && !row("area").contains("href=\"#source-"), "{page}");
}

#[test]
fn why_a_value_is_missing_stands_where_the_value_would() {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let built = in_report(&[
        ("content/parks/_collection.yaml", &format!("{model}columns: [area]\n")),
        ("content/parks/north/facts.yaml", "source: report-2025\narea: {missing: confidential}\nlevel: national\n"),
    ]);

    let row = between(built.text("en/parks/north/index.html"), "<div id=\"fact-area\">", "</div></dd>").to_owned();
    assert!(row.contains("<span class=\"nil\">withheld</span>"), "{row}");
    assert!(built.text("en/parks/index.html").contains("<span class=\"nil\">withheld</span>"));
}

#[test]
fn a_site_in_one_language_has_no_language_menu() {
    let built = Site::default()
        .with(
            "content/site.yaml",
            "title: Parks\nbase_url: https://parks.example\nlanguages: [en]\ntheme: report\nnavigation: [parks]\n",
        )
        .with(
            "content/pages/_collection.yaml",
            "label: Pages\nsegment: ''\nroles: {title: title}\nfields:\n  title: {type: text, required: true}\n",
        )
        .with("content/pages/home.yaml", "title: Home\nslug: ''\n")
        .with(
            "content/parks/_collection.yaml",
            "label: Parks\nroles: {title: name}\nfields:\n  name: {type: text, required: true}\n",
        )
        .with("content/parks/north.yaml", "name: North\n")
        .build();

    let page = built.text("parks/north/index.html");
    assert!(!page.contains("class=\"menu languages\"") && page.contains("class=\"site-nav\""), "{page}");
    assert!(in_report(&[]).text("en/parks/north/index.html").contains("class=\"menu languages\""));
}

#[test]
fn a_long_table_has_a_filter_that_only_the_script_shows() {
    let parks: Vec<(String, String)> = (0..8)
        .map(|n| (format!("content/parks/p{n}.yaml"), format!("name: {{en: P{n}, de: P{n}}}\nlevel: local\n")))
        .collect();
    let files: Vec<(&str, &str)> = parks.iter().map(|(path, text)| (&**path, &**text)).collect();
    let built = in_report(&files);

    let page = built.text("en/parks/index.html");
    assert!(between(page, "<section class=\"filter\"", ">").contains(" hidden"), "{page}");
    assert!(between(page, "P3", "</tr>").contains("local") || page.contains(" level=local "), "{page}");
    assert!(
        page.contains("/assets/filter.") && !in_report(&[]).text("en/parks/index.html").contains("class=\"filter\"")
    );
}

#[test]
fn a_page_of_a_long_list_says_which_of_its_records_it_shows() {
    let parks: Vec<String> = (0..200).map(|at| format!("content/parks/p{at:03}.yaml")).collect();
    let files: Vec<(&str, &str)> = parks.iter().map(|path| (path.as_str(), "name: {en: P, de: P}\n")).collect();

    let built = in_report(&files);

    assert!(built.text("en/parks/index.html").contains("1–200 of 201"), "{}", built.text("en/parks/index.html"));
    assert!(built.text("en/parks/2/index.html").contains("201–201 of 201"), "{}", built.text("en/parks/2/index.html"));
}

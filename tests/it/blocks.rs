//! Blocks in prose: tables and lists of records, maps, chosen charts, figures with their source.

use crate::support::{Site, small};

/// The small site with three parks and a text in each language.
fn with_text(english: &str, german: &str) -> Site {
    let parks = "label: {en: Parks, de: Parks}\nsingular: {en: Park, de: Park}\nroles: {title: name}\nsort: [name]\nfields:\n  name: {type: text, translated: true, required: true}\n  summary: {type: text, translated: true}\n  level: {type: choice, label: {en: Level, de: Ebene}, options: {national: {en: National, de: Staatlich}, local: {en: Local, de: Örtlich}}}\n  area: {type: decimal, unit: ha, label: {en: Area, de: Fläche}}\n  city: {type: reference, to: cities, label: {en: City, de: Stadt}}\n  story: {type: markdown, translated: true}\n  seat: {type: location}\n";
    small()
        .with("content/locales/en.ftl", "unit-ha = { $value } ha\n")
        .with("content/locales/de.ftl", "unit-ha = { $value } ha\n")
        .with("content/parks/_collection.yaml", parks)
        .with("content/parks/north/facts.yaml", "source: report-2025\narea: 12.5\nlevel: national\ncity: jinan\nseat: {latitude: 36, longitude: 117}\n")
        .with("content/parks/east.yaml", "name: {en: East, de: Ost}\nlevel: local\narea: {is: 3, status: provisional}\ncity: jinan\n")
        .with("content/parks/west.yaml", "name: {en: West, de: West}\nlevel: local\narea: {missing: confidential}\nsummary: {en: A small one., de: Ein kleiner.}\n")
        .with("content/figures/trees.yaml", "label: {en: Trees, de: Bäume}\nreported: [{is: 350, since: 2025-03, source: report-2025}]\n")
        .with("content/pages/about/en.md", &format!("---\ntitle: About\n---\nSee [](@parks/north).\n\n{english}\n"))
        .with("content/pages/about/de.md", &format!("---\ntitle: Über uns\nslug: ueber-uns\n---\nSiehe [](@parks/north).\n\n{german}\n"))
}

fn english(block: &str) -> String {
    let built = with_text(block, "Text.").build();
    assert_eq!(built.findings(), Vec::<String>::new(), "{block}");
    built.text("en/about/index.html").to_owned()
}

/// What stands behind the tag of each cell of a page, without tags.
fn rows(html: &str) -> Vec<String> {
    let rows = html.split("<tr>").skip(1).map(|row| row.split("</tr>").next().unwrap());
    let cell = |cell: &str| cell.split_once('>').map_or("", |(_, rest)| rest).to_owned();
    let words = |cell: String| {
        let mut inside = false;
        cell.chars()
            .filter(|c| {
                inside = *c == '<' || inside && *c != '>';
                !inside && *c != '>'
            })
            .collect::<String>()
    };
    rows.map(|row| row.split("<t").skip(1).map(|it| words(cell(it))).collect::<Vec<_>>().join(" | ")).collect()
}

fn finding(block: &str) -> String {
    let built = with_text(block, "Text.").build();
    let found = built.diagnostics.iter().find(|finding| finding.code.name == "wrong-block");
    let found = found.unwrap_or_else(|| panic!("{block}: {:?}", built.findings()));
    let excerpt: String =
        block.chars().skip(found.place.column as usize - 1).take(found.place.length as usize).collect();
    format!("{}:{excerpt}: {} ({})", found.place.line, found.message, found.hint.clone().unwrap_or_default())
}

#[test]
fn a_table_shows_the_records_that_meet_a_condition() {
    let page = english("![Local parks](@parks?where=level:local&columns=area,city&sort=-name&limit=10)");

    assert_eq!(
        rows(&page),
        ["Park | Area, ha | City", "West | withheld | not published", "East | 3 provisional | Jinan"]
    );
    assert!(page.contains("<figure class=\"block list\">\n<figcaption>Local parks</figcaption>\n<table class=\"table cards\" aria-label=\"Local parks\">"), "{page}");
    assert!(
        page.contains(
            "<th scope=\"row\"><a href=\"/en/parks/east/\">East</a></th><td class=\"n\" data-label=\"Area, ha\">"
        ),
        "{page}"
    );
}

#[test]
fn conditions_are_those_of_a_figure_written_flat() {
    let of = |condition: &str| {
        let page = english(&format!("![](@parks?where={condition}&columns=level)"));
        rows(&page).iter().skip(1).map(|row| row.split(" | ").next().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };

    assert_eq!(of("level:national|local"), "East North Park West");
    assert_eq!(of("level:!local"), "North Park");
    assert_eq!(of("level:local,city:jinan"), "East");
    assert_eq!(of("area.min:4"), "North Park");
    assert_eq!(of("city.missing:any"), "West");
    assert_eq!(of("id:!east|west"), "North Park");
}

#[test]
fn a_block_is_in_the_language_of_its_text() {
    let block = "![Alle](@parks?columns=level,city.name&limit=1)";
    let built = with_text("Text.", &block.replace(",city.name", ",city")).build();

    let page = built.text("de/ueber-uns/index.html");
    assert_eq!(rows(page), ["Park | Ebene | Stadt", "Nordpark | Staatlich | Jinan"]);
    assert!(page.contains("href=\"/de/parks/nordpark/\""), "{page}");
}

#[test]
fn a_list_has_titles_and_summaries() {
    let page = english("![](@parks?view=list&where=level:local&sort=name)");

    assert!(page.contains("<ul class=\"plain-list\">\n<li><a href=\"/en/parks/east/\">East</a></li>\n<li><a href=\"/en/parks/west/\">West</a><span class=\"sub\">A small one.</span></li>\n</ul>"), "{page}");
}

#[test]
fn a_map_a_chosen_chart_and_a_figure_with_its_source_stand_in_prose() {
    let map = english("![Where they are](@parks?view=map)");
    let chart = english("![Through time](@figures/trees?chart=line)");
    let block = english("![](@figures/trees?view=block)");

    assert!(map.contains("<figure class=\"map") && map.contains("Where they are"), "{map}");
    assert!(chart.contains("<figure class=\"chart") && chart.contains("Through time"), "{chart}");
    assert!(block.contains("<p class=\"label\"><a href=\"/en/figures/trees/\">Trees</a></p>\n<p class=\"num\"><data value=\"350\">350</data></p>\n<p class=\"meta\">as of March 2025 · Source: "), "{block}");
}

#[test]
fn a_mistake_in_a_block_stands_at_its_column_with_a_hint() {
    assert_eq!(
        finding("![](@parks?wher=level:local)"),
        "6:wher: `wher` has no meaning for a table (did you mean `where`?)"
    );
    assert_eq!(
        finding("![](@parks?where=levl:local)"),
        "6:levl: `levl` is not a field of parks (did you mean `level`?)"
    );
    assert_eq!(
        finding("![](@parks?where=city:jinan,level:!locl)"),
        "6:locl: `locl` is no value of `level` (did you mean `local`?)"
    );
    assert_eq!(
        finding("![](@parks?where=level)"),
        "6:level: `level` is no condition (write field:value, several joined by commas: `level:national,stage:pilot|recognized`)"
    );
    assert_eq!(finding("![](@parks?columns=area,cty)"), "6:cty: `cty` is not a field of parks (did you mean `city`?)");
    assert!(finding("![](@parks?columns=story)").starts_with("6:story: `story` is no column: it is a `markdown`"));
    assert_eq!(finding("![](@parks?sort=-aera)"), "6:-aera: `aera` is not a field of parks (did you mean `area`?)");
    assert_eq!(
        finding("![](@parks?limit=none)"),
        "6:none: `none` is no number of records (write a whole number from 1 on: `limit=10`)"
    );
    assert_eq!(finding("![](@parks?limit=1&limit=2)"), "6:limit: `limit` stands here twice (keep one of the two)");
    assert_eq!(
        finding("![](@parks?view=tabel)"),
        "6:tabel: `tabel` is no view of a collection (did you mean `table`?)"
    );
    assert_eq!(
        finding("![](@parks?view=map&where=level:local)"),
        "6:where: `where` has no meaning for a map (known here: view, figure)"
    );
    assert!(finding("![](@cities?view=map)").starts_with("6:@cities: `cities` has neither `boundaries`"));
    assert_eq!(finding("![](@figures/trees?chart=lins)"), "6:lins: `lins` is no kind of chart (did you mean `lines`?)");
    assert_eq!(finding("![](@parks?view=map&figure=tres)").split(" (").next(), Some("6:tres: `tres` is no figure"));
}

#[test]
fn a_field_of_markdown_has_lists_and_plain_texts_of_it_do_not() {
    let facts = "area: 12.5\nlevel: national\ncity: jinan\nstory:\n  en: |\n    Before.\n\n    ![All](@parks?columns=area)\n\n    After.\n  de: Text.\n";
    let built = with_text("Text.", "Text.").with("content/parks/north/facts.yaml", facts).build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert!(built.text("en/parks/north/index.html").contains("<figure class=\"block list\">"));
    let data = built.files.iter().filter(|(path, _)| path.starts_with("data/parks") && path.ends_with(".json"));
    for (path, bytes) in data {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Area, ha"), "{path}: {text}");
    }
}

#[test]
fn a_page_changes_when_its_list_does() {
    let site = with_text("![All](@parks?columns=area&where=level:local)", "Text.");
    let built = site.build();
    let reads = &built.reads["en/about/index.html"];
    assert!(reads.contains(&prospectus::output::Read::Records("parks".into())));

    let published = site.published();
    let lock = String::from_utf8(published.0["content/published.lock"].clone()).unwrap();
    let line = |lock: &str, path: &str| lock.lines().find(|line| line.contains(path)).unwrap().to_owned();
    let more = published
        .clone()
        .with("content/parks/south.yaml", "name: {en: South, de: Süd}\nlevel: local\narea: 8\n")
        .published();
    let after = String::from_utf8(more.0["content/published.lock"].clone()).unwrap();

    assert_ne!(line(&lock, "page /en/about/"), line(&after, "page /en/about/"));
    assert_eq!(line(&lock, "page /de/ueber-uns/"), line(&after, "page /de/ueber-uns/"));
}

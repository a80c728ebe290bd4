//! What readers see of numbers: charts, maps, corrections.

use prospectus::diagnostics::Diagnostic;

use crate::support::{Built, Site, small};

const UNITS: &str = "unit-trees = { $value } trees\n";

fn parks() -> Site {
    small().with("content/locales/en.ftl", UNITS).with("content/locales/de.ftl", "unit-trees = { $value } Bäume\n")
}

/// A map of three cities by the trees of their parks: Jinan has parks, of which Linyi says nothing and Weifang has none.
fn map_of_trees(boundaries: &str) -> Built {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let square = |id: &str, west: u32| {
        format!(
            r#"{{"type": "Feature", "properties": {{"id": "{id}"}}, "geometry": {{"type": "Polygon", "coordinates": [[[{west}, 35], [{west}.9, 35], [{west}.9, 36], [{west}, 36], [{west}, 35]]]}}}}"#
        )
    };
    let shapes = [square("jinan", 117), square("linyi", 118), square("weifang", 119)].join(",");
    let city = |name: &str| format!("name: {{en: {name}, de: {name}}}\n");
    parks()
        .with("content/cities/_collection.yaml", &format!("label: {{en: Cities, de: Städte}}\nroles: {{title: name}}\n{boundaries}fields:\n  name: {{type: text, translated: true, required: true}}\n"))
        .with("content/cities/cities.geojson", &format!(r#"{{"type": "FeatureCollection", "features": [{shapes}]}}"#))
        .with("content/cities/linyi.yaml", &city("Linyi"))
        .with("content/cities/weifang.yaml", &city("Weifang"))
        .with("content/cities/nowhere.yaml", &city("Nowhere"))
        .with("content/parks/_collection.yaml", &model.replace("  area:", "  trees: {type: integer, unit: trees}\n  area:"))
        .with("content/parks/north/facts.yaml", "source: report-2025\ncity: jinan\ntrees: 45\n")
        .with("content/parks/south.yaml", "source: report-2025\nname: {en: S, de: S}\ncity: linyi\ntrees: {missing: not-available}\n")
        .with("content/figures/trees.yaml", "label: {en: Trees, de: Bäume}\nunit: trees\nsum: parks.trees\nby: city\n")
        .with("content/pages/map.yaml", "title: {en: Map, de: Karte}\ntemplate: map.html\n")
        .with("content/templates/map.html", "{{ map(of=\"cities\", figure=\"figures/trees\") | safe }}")
        .build()
}

#[test]
fn the_legend_of_a_map_has_units_and_names_what_is_not_published() {
    let built = map_of_trees("boundaries: {file: cities.geojson, id: id}\n");
    assert_eq!(built.findings(), Vec::<String>::new());
    let map = built.text("en/map/index.html");
    let legend = &map[map.find("<ul class=\"key\">").expect("has a legend")..];
    let legend = &legend[..legend.find("</ul>").unwrap()];
    let key = |class: &str, text: &str| {
        let line = legend.split("<li>").find(|line| line.contains(&format!("class=\"area {class}\"")));
        assert!(line.is_some_and(|line| line.ends_with(&format!("</svg>{text}</li>"))), "{class}: {legend}");
    };

    key("tone-4", "45 trees");
    key("tone-0", "0 trees");
    key("area-missing", "not published");
    assert!(map.contains("aria-label=\"Linyi: not published\"><path class=\"area area-missing\""), "{map}");
    assert!(map.contains("Weifang: 0 trees"));
    let description = &map[map.find("<desc").unwrap()..map.find("</desc>").unwrap()];
    assert!(description.ends_with("Without a value: Linyi. Not on the map: Nowhere."), "{description}");
}

#[test]
fn a_theme_says_which_shape_a_mark_has_and_hears_of_one_that_does_not_exist() {
    let map = |mark: &str| {
        let template = format!("{{{{ map(of=\"parks\", marks=[{{\"at\": \"parks/north\", {mark}}}]) | safe }}}}");
        let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
        small()
            .with("content/parks/_collection.yaml", &model.replace("  area:", "  place: {type: location}\n  area:"))
            .with("content/parks/north/facts.yaml", "source: report-2025\nplace: {latitude: 36.6, longitude: 117}\n")
            .with("content/pages/map.yaml", "title: {en: Map, de: Karte}\ntemplate: map.html\n")
            .with("content/templates/map.html", &template)
            .build()
    };

    let built = map("\"shape\": \"square\", \"class\": \"ours\", \"label\": \"Open\"");
    assert_eq!(built.findings(), Vec::<String>::new());
    let html = built.text("en/map/index.html");
    assert_eq!(html.matches("<path class=\"ours\"").count(), 3, "at two sizes and in the legend: {html}");

    let built = map("\"shape\": \"rign\"");
    let told = |finding: &Diagnostic| finding.message.contains("`rign`") && finding.message.contains("`ring`?");
    assert!(built.diagnostics.iter().any(told), "{:?}", built.diagnostics);
}

#[test]
fn no_theme_fills_what_is_not_known_like_a_value() {
    // Areas inherit the hatch unless the theme fills them.
    let is_area = |selector: &str| selector.ends_with(".area-missing") || selector.ends_with(".area");
    let fills = |rule: &str| {
        let (heads, style) = rule.rsplit_once('{').unwrap_or_default();
        let selectors = heads.rsplit('{').next().unwrap_or_default().split(',');
        style.contains("fill:") && selectors.map(|one| one.trim().trim_end_matches(')')).any(is_area)
    };
    assert!(fills(".map .area-none, .map .area-missing { fill: red; "));

    for theme in ["tests/themes/plain/static/plain", "themes/report/static/report", "themes/investor/static/maps"] {
        let css = std::fs::read_to_string(format!("{}/{theme}.css", env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert!(css.contains(".map .area") || css.contains(".area-none"), "{theme}");
        assert_eq!(css.split('}').find(|rule| fills(rule)), None, "{theme}");
    }
}

#[test]
fn bars_of_numbers_of_different_dates_say_their_dates() {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let built = parks()
        .with(
            "content/parks/_collection.yaml",
            &model.replace("  area:", "  trees: {type: integer, tracked: true}\n  area:"),
        )
        .with("content/parks/north/facts.yaml", "source: report-2025\ntrees: {is: 3, since: 2023-05}\n")
        .with("content/parks/south.yaml", "source: report-2025\nname: {en: South, de: Süd}\ntrees: {is: 2, by: 2020}\n")
        .with("content/figures/trees.yaml", "label: {en: Trees, de: Bäume}\nsum: parks.trees\nby: id\n")
        .with("content/figures/parks.yaml", "label: {en: Parks, de: Parks}\ncount: parks\nby: id\n")
        .with(
            "content/pages/about/en.md",
            "---\ntitle: About\n---\n![Trees](@figures/trees)\n\n![Parks](@figures/parks)\n",
        )
        .build();

    let page = built.text("en/about/index.html");
    let (trees, parks) = page.split_at(page.rfind("<figure class=\"bars chart\"").expect("has both charts"));
    assert!(trees.contains("North Park</a><span class=\"sub\">May 2023</span>"), "{trees}");
    assert!(trees.contains("South</a><span class=\"sub\">2020</span>"), "{trees}");
    assert!(!parks.contains("(2020)") && !parks.contains("(May 2023)"));
}

/// A page with the bars of the trees by city: Jinan has parks with 45 and 15, of one more it is not known; Linyi says why not.
fn bars_of_trees(figure: &str) -> Built {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let park = |name: &str, city: &str, trees: &str| {
        format!("source: report-2025\nname: {{en: {name}, de: {name}}}\ncity: {city}\ntrees: {trees}\n")
    };
    let built = parks()
        .with("content/cities/linyi.yaml", "name: {en: Linyi, de: Linyi}\n")
        .with(
            "content/parks/_collection.yaml",
            &model.replace("  area:", "  trees: {type: integer, unit: trees}\n  area:"),
        )
        .with("content/parks/north/facts.yaml", "source: report-2025\ncity: jinan\ntrees: 45\n")
        .with("content/parks/south.yaml", &park("South", "jinan", "15"))
        .with("content/parks/west.yaml", &park("West", "jinan", "{missing: confidential}"))
        .with("content/parks/east.yaml", &park("East", "linyi", "{missing: not-yet}"))
        .with("content/parks/far.yaml", &park("Far", "zibo", "1"))
        .with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\n")
        .with("content/figures/trees.yaml", figure)
        .with("content/pages/about/en.md", "---\ntitle: About\n---\n![Trees](@figures/trees)\n")
        .build();
    assert_eq!(built.findings(), Vec::<String>::new());
    built
}

/// The cells of the rows of a page's bars, without their markup.
fn cells(page: &str) -> Vec<Vec<String>> {
    let table = &page[page.find("<figure class=\"bars chart\"").expect("has bars")..page.find("</table>").unwrap()];
    let plain = |cell: &str| {
        let text = cell.replace("<span class=\"sub\">", " | ");
        text.split('<').map(|part| part.rsplit('>').next().unwrap()).collect::<String>()
    };
    let row = |row: &str| {
        row.split("<t")
            .filter(|cell| cell.starts_with("h ") || cell.starts_with("d ") || cell.starts_with("d>"))
            .map(|cell| plain(&cell[cell.find('>').unwrap() + 1..]))
            .collect()
    };
    table.split("<tr>").skip(1).map(row).collect()
}

#[test]
fn bars_are_a_table_with_unit_shares_and_sum_where_the_groups_are_the_whole() {
    let built = bars_of_trees(
        "label: {en: Trees, de: Bäume}\nunit: trees\nsum: parks.trees\nby: city\nwhere: {city: [jinan, zibo]}\n",
    );

    let rows = cells(built.text("en/about/index.html"));
    let expected: [&[&str]; 5] = [
        &["City", "Trees", "Share", ""],
        &["Jinan | based on 2 of 3 records", "60", "98%", ""],
        &["Linyi", "0", "0%", ""],
        &["Zibo", "1", "2%", ""],
        &["Total", "61", "100%", ""],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn bars_say_why_a_value_is_missing_and_then_nothing_is_a_share() {
    let built = bars_of_trees("label: {en: Trees, de: Bäume}\nunit: trees\nsum: parks.trees\nby: city\n");

    let page = built.text("en/about/index.html");
    let rows = cells(page);
    assert_eq!(rows[0], ["City", "Trees", ""]);
    assert!(rows.contains(&vec!["Linyi".to_owned(), "not published".to_owned(), String::new()]), "{rows:?}");
    assert!(rows.iter().all(|row| row[0] != "Total"), "{rows:?}");
    assert!(page.contains("<p class=\"lead-in\"><b>Trees</b></p>"), "{page}");
}

#[test]
fn bars_beside_a_report_add_up_to_what_is_listed_here() {
    let built = bars_of_trees(
        "label: {en: Trees, de: Bäume}\nunit: trees\nsum: parks.trees\nby: city\nwhere: {city: [jinan, zibo]}\ncomplete: false\nreported: [{is: 100, since: 2025, source: report-2025}]\n",
    );

    let rows = cells(built.text("en/about/index.html"));
    assert_eq!(rows[4][..3], ["Computed here", "61", "100%"]);
}

#[test]
fn whole_percents_that_would_not_add_up_have_a_decimal() {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    // Of 21 parts 3, six times 2, six times 1: 14 %, 10 % and 5 % would make 104 %.
    let park = |site: Site, (nth, trees): (usize, &i32)| {
        site.with(
            &format!("content/parks/p{nth}.yaml"),
            &format!("source: report-2025\nname: {{en: P{nth}, de: P{nth}}}\ntrees: {trees}\n"),
        )
    };
    let site = [3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1].iter().enumerate().fold(parks(), park);
    let built = site
        .with("content/parks/_collection.yaml", &model.replace("  area:", "  trees: {type: integer}\n  area:"))
        .with("content/parks/north/facts.yaml", "source: report-2025\ntrees: 0\n")
        .with("content/figures/trees.yaml", "label: {en: Trees, de: Bäume}\nsum: parks.trees\nby: id\n")
        .with("content/pages/about/en.md", "---\ntitle: About\n---\n![Trees](@figures/trees)\n")
        .build();

    let rows = cells(built.text("en/about/index.html"));
    let shares: Vec<&str> = rows[1..].iter().map(|row| &*row[2]).collect();
    assert_eq!((shares[0], shares[1], shares[2], shares[13]), ("0%", "14.3%", "9.5%", "4.8%"), "{rows:?}");
}

#[test]
fn a_correction_is_printed_as_the_page_prints_its_value_old_before_new() {
    let built = parks()
        .with("content/locales/en.ftl", "unit-trees = { $value } trees\n")
        .with("content/locales/de.ftl", "unit-trees = { $value } Bäume\n")
        .with(
            "content/figures/trees.yaml",
            "label: {en: Trees, de: Bäume}\nunit: trees\ndisplay: compact\nreported: [{is: 215000000, since: 2025-03, source: report-2025}]\n",
        )
        .with(
            "content/corrections/trees.yaml",
            "kind: correction\ngrade: minor\ndate: 2026-11-20\nreason: {en: Misread, de: Falsch gelesen}\nof: figures/trees\non: 2025-03\nwas: more-than 210000000\nnow: 215000000\n",
        )
        .build();

    let said = |path: &str| built.text(path).replace("<bdi>", "").replace("</bdi>", "");
    let expected = "from <del>more than <data value=\"210000000\" title=\"210,000,000\">210 million</data> trees</del> to <ins><data value=\"215000000\" title=\"215,000,000\">215 million</data> trees</ins> (March 2025)";
    assert!(said("en/figures/trees/index.html").contains(expected), "{}", said("en/figures/trees/index.html"));
    let expected =
        "von <del>mehr als <data value=\"210000000\" title=\"210.000.000\">210 Mio.</data> Bäume</del> auf <ins>";
    assert!(said("de/kennzahlen/trees/index.html").contains(expected));
    assert!(!built.text("en/figures/trees/index.html").contains('→'));
}

#[test]
fn a_chart_lists_sources_whose_words_are_part_of_each_other() {
    let figure = "label: {en: T, de: T}\nreported:\n  - {is: 5, since: 2025-03-01, source: [long, short]}\n  - {is: 6, since: 2025-04-01, source: long}\n";
    let source = |publisher: &str| format!("title: X\nlanguage: en\npublisher: {publisher}\ndate: 2025-03-01\n");
    let built = parks()
        .with("content/sources/long.yaml", &source("Shandong Daily"))
        .with("content/sources/short.yaml", &source("Daily"))
        .with("content/figures/t.yaml", figure)
        .with("content/pages/about/en.md", "---\ntitle: About\n---\n![Trees](@figures/t)\n")
        .build();

    let page = built.text("en/about/index.html");
    let line = &page[page.find("Sources:").expect("has a source line")..];
    let line = &line[..line.find("</figcaption>").unwrap_or(400)];
    assert_eq!(
        (line.matches("/en/sources/long/").count(), line.matches("/en/sources/short/").count()),
        (1, 1),
        "{line}"
    );
}

#[test]
fn items_with_parts_are_kept_apart_by_more_than_their_parts() {
    let built = parks()
        .with(
            "content/parks/north/facts.yaml",
            "source: report-2025\nevents:\n  - {date: 2020, title: {en: Opening, de: Eröffnung}}\n  - {date: 2021, title: {en: Fair, de: Fest}}\n",
        )
        .build();

    assert!(built.text("en/parks/north/index.html").contains("2020, Opening; 2021, Fair"));
}

#[test]
fn a_line_below_a_chart_begins_with_a_capital() {
    let built = parks()
        .with("content/figures/parks.yaml", "label: {en: Parks, de: Parks}\ncount: parks\nby: city\n")
        .with("content/pages/about/de.md", "---\ntitle: Über uns\nslug: ueber-uns\n---\n![Parks](@figures/parks)\n")
        .build();

    let page = built.text("de/ueber-uns/index.html");
    assert!(page.contains(">Berechnet aus") && !page.contains(">berechnet aus"), "{page}");
}

#[test]
fn a_place_and_a_file_are_said_as_readers_say_them() {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let template = "{% set s = fact(record=record, field=\"seat\") %}{{ s.shown }}|{% set p = fact(record=record, field=\"plan\") %}{% set f = p.file %}{{ f.url }} {{ f.name }} {{ f.format }} {{ f.bytes }} {{ f.size }}";
    let built = small()
        .with("content/parks/_collection.yaml", &format!("{model}  seat: {{type: location}}\n  plan: {{type: file}}\n"))
        .with(
            "content/parks/north/facts.yaml",
            "source: report-2025\ntemplate: park.html\nseat: {latitude: -2.27, longitude: 40.90}\nplan: plan.pdf\n",
        )
        .with("content/parks/north/plan.pdf", &"x".repeat(2_345_678))
        .with("content/templates/park.html", template)
        .build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let said = |path: &str| built.text(path).replace('\u{a0}', "_");
    assert_eq!(
        said("en/parks/north/index.html"),
        "2.27°_S, 40.90°_E|/files/parks/north/plan.pdf plan.pdf PDF 2345678 2.3_MB"
    );
    assert_eq!(
        said("de/parks/nordpark/index.html"),
        "2,27°_S, 40,90°_O|/files/parks/north/plan.pdf plan.pdf PDF 2345678 2,3_MB"
    );
}

#[test]
fn bars_have_their_length_as_a_part_of_the_longest() {
    let figure = "label: {en: Trees, de: Bäume}\nsum: parks.trees\nby: id\ncomplete: false\nreported:\n  - {is: 15, since: 2019, source: report-2025}\n  - {is: 20, since: 2020, source: report-2025}\n";
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let template = "{% set f = figure(key=\"trees\") %}{% for g in f.groups %}{{ g.id }} {% if g.ratio is defined and g.ratio is number %}{{ g.ratio }}{% else %}none{% endif %}|{% endfor %}{% for p in f.series %}{{ p.ratio }} {% endfor %}|{{ f.listed.ratio }}";
    let built = small()
        .with("content/parks/_collection.yaml", &format!("{model}  trees: {{type: integer}}\n"))
        .with("content/parks/north/facts.yaml", "source: report-2025\ntrees: 9\n")
        .with("content/parks/south.yaml", "source: report-2025\nname: {en: S, de: S}\ntrees: 3\n")
        .with("content/parks/west.yaml", "source: report-2025\nname: {en: W, de: W}\ntrees: {missing: confidential}\n")
        .with("content/figures/trees.yaml", figure)
        .with("content/pages/list.yaml", "title: {en: List, de: Liste}\ntemplate: list.html\n")
        .with("content/templates/list.html", template)
        .build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(built.text("en/list/index.html"), "north 1.0|south 0.3333|west none|0.75 1.0 |0.6");
}

/// Parks and cities, of which only cities have boundaries; prints where each park is.
fn located(facts: &str) -> Built {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let square = |id: &str, west: u32| {
        format!(
            r#"{{"type": "Feature", "properties": {{"id": "{id}"}}, "geometry": {{"type": "Polygon", "coordinates": [[[{west}, 35], [{west}.9, 35], [{west}.9, 36], [{west}, 36], [{west}, 35]]]}}}}"#
        )
    };
    let shapes: Vec<String> = (0..30).map(|nth| square(&format!("c{nth}"), 90 + nth)).collect();
    let model = model.replace("  area:", "  seat: {type: location}\n  area:");
    let city = |site: Site, nth: u32| {
        site.with(&format!("content/cities/c{nth}.yaml"), &format!("name: {{en: City {nth}, de: Ort {nth}}}\n"))
    };
    (0..30).fold(small(), city)
        .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte}\nroles: {title: name}\nboundaries: {file: cities.geojson, id: id, source: report-2025}\nfields:\n  name: {type: text, translated: true, required: true}\n")
        .with("content/cities/cities.geojson", &format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, shapes.join(",")))
        .with("content/parks/_collection.yaml", &model)
        .with("content/parks/north/facts.yaml", &format!("source: report-2025\ntemplate: where.html\n{facts}"))
        .with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan}\n")
        .with("content/pages/where.yaml", "title: {en: Where, de: Wo}\ntemplate: city.html\n")
        .with("content/templates/where.html", "{{ locator(record=record) }}")
        .with("content/templates/city.html", "{{ locator(record=\"cities/c3\") }}")
        .with("content/pages/whole.yaml", "title: {en: Whole, de: Ganz}\ntemplate: whole.html\n")
        .with("content/templates/whole.html", "{{ locator(record=\"cities/c3\", extent=\"whole\") }}")
        .build()
}

#[test]
fn a_locator_shows_the_area_around_a_place_and_the_rest_as_land() {
    let built = located("seat: {latitude: 35.5, longitude: 104.4}\n");
    assert_eq!(built.findings(), Vec::<String>::new());

    let html = built.text("en/parks/north/index.html");
    assert!(
        html.starts_with("<figure class=\"map locator\"><svg role=\"img\" aria-label=\"North Park: City 14\""),
        "{html}"
    );
    assert_eq!(html.matches("class=\"pin\"").count(), 1);
    assert_eq!(html.matches("class=\"area here\"").count(), 1);
    assert!(html.contains("<figcaption class=\"meta\">City 14 · Boundaries: "), "{html}");
    // Of thirty cities those are drawn that the piece shows, and the one that is meant once.
    let rings = |class: &str| html.split(class).nth(1).unwrap().split('>').next().unwrap().matches('M').count();
    assert_eq!(rings("area here"), 1);
    assert!((2..8).contains(&rings("area land")), "{html}");
    assert!(!html.contains("<text"));
    assert!(built.text("de/parks/nordpark/index.html").contains("aria-label=\"Nordpark: Ort 14\""));
}

#[test]
fn a_locator_of_a_record_with_an_area_or_a_reference_to_one_needs_no_place() {
    let built = located("city: c20\n");
    assert_eq!(built.findings(), Vec::<String>::new());

    let by_reference = built.text("en/parks/north/index.html");
    assert!(by_reference.contains("aria-label=\"North Park: City 20\""), "{by_reference}");
    assert!(by_reference.contains("area here") && !by_reference.contains("class=\"pin\""));
    let own = built.text("en/where/index.html");
    assert!(own.contains("aria-label=\"City 3\"") && own.contains("area here"), "{own}");
}

#[test]
fn a_locator_shows_the_whole_map_where_it_is_asked_to() {
    let built = located("city: c20\n");
    assert_eq!(built.findings(), Vec::<String>::new());

    let rings = |page: &str| {
        built.text(page).split("area land").nth(1).unwrap().split('>').next().unwrap().matches('M').count()
    };
    assert_eq!(rings("en/whole/index.html"), 29);
    assert!(rings("en/where/index.html") < 29);
    assert_eq!(built.text("en/whole/index.html").matches("class=\"area here\"").count(), 1);
}

#[test]
fn a_locator_of_what_is_nowhere_is_empty() {
    assert_eq!(located("city: jinan\n").text("en/parks/north/index.html"), "");
    assert_eq!(located("seat: {latitude: -35, longitude: 10}\n").text("en/parks/north/index.html"), "");
}

#[test]
fn a_distance_is_the_shortest_way_between_the_places_of_two_records_in_whole_kilometers() {
    let template = r#"{% set c = record(key="cities/south") %}{{ distance(from="cities/north", to=c) }} {{ distance(from=c, to="cities/north") }} {{ distance(from=c, to=c) }} {{ distance(from=c, to="cities/nowhere") or "none" }}"#;
    let built = small()
        .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte}\nroles: {title: name}\nfields:\n  name: {type: text, required: true}\n  seat: {type: location}\n")
        .with("content/cities/jinan.yaml", "name: Jinan\n")
        .with("content/cities/north.yaml", "name: N\nsource: report-2025\nseat: {latitude: 36.71, longitude: 119.10194}\n")
        .with("content/cities/south.yaml", "name: S\nsource: report-2025\nseat: {latitude: 36.79056, longitude: 118.06333}\n")
        .with("content/cities/nowhere.yaml", "name: X\n")
        .with("content/pages/list.yaml", "title: {en: List, de: Liste}\ntemplate: list.html\n")
        .with("content/templates/list.html", template)
        .build();

    assert_eq!(built.findings(), Vec::<String>::new());
    // Weifang and Zibo: 92.97 km on the sphere, 93.18 km on the ellipsoid (Vincenty).
    assert_eq!(built.text("en/list/index.html"), "93 93 0 none");
}

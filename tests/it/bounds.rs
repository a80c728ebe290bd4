//! Whatever is written ends, in time and memory that grow with it. The sizes are such that work for each pair of two things
//! would not end while anybody waits for the tests.

use crate::support::small;

/// The page of a text, which is that of the record `about`.
fn about(prose: &str) -> crate::support::Built {
    small().with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{prose}")).build()
}

#[test]
fn many_equal_headings_get_an_id_each() {
    let built = about(&"## Same\n\n".repeat(20_000));

    assert_eq!(built.findings(), Vec::<String>::new());
    let html = built.text("en/about/index.html");
    assert!(html.contains("<h2 id=\"same\">") && html.contains("<h2 id=\"same-20000\">"));
}

#[test]
fn many_links_within_a_page_are_checked_and_broken_ones_found() {
    let headings: String = (0..5_000).map(|nth| format!("## Part {nth}\n\n")).collect();
    let links: String = (0..5_000).map(|nth| format!("[x](#part-{nth}) [y](#prat-{nth})\n")).collect();

    let built = about(&format!("{headings}{links}"));

    let broken = built.findings().iter().filter(|finding| finding.starts_with("broken-anchor")).count();
    assert_eq!(broken, 5_000);
}

#[test]
fn links_to_the_headings_of_another_page_are_checked_without_reading_it_again() {
    let history: String = (0..3_000).map(|nth| format!("## Part {nth}\n\n")).collect();
    let links: String =
        (0..3_000).map(|nth| format!("[x](@parks/north#part-{nth}) [y](@parks/north#none)\n")).collect();
    let site = small()
        .with("content/parks/north/en.md", &format!("---\nname: North Park\n---\n{history}"))
        .with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{links}"));

    let built = site.build();

    assert_eq!(built.diagnostics.len(), 3_000);
    let hints: usize = built.diagnostics.iter().filter_map(|finding| Some(finding.hint.as_ref()?.len())).sum();
    assert!(hints < 3_000 * 200, "{hints}");
}

#[test]
fn mistakes_on_one_line_do_not_keep_the_line_each() {
    for (mistake, code) in
        [("[text][nowhere] ", "broken-link"), ("x[^none] ", "undefined-footnote"), (" @parks/ ", "broken-link")]
    {
        let built = about(&mistake.repeat(10_000));

        let found: Vec<_> = built.diagnostics.iter().filter(|finding| finding.code.name == code).collect();
        assert_eq!(found.len(), 10_000, "{mistake}");
        assert!(found.iter().all(|finding| finding.place.excerpt.len() < 500));
        assert!(found[9_999].place.column > 9_999 * mistake.len() as u32 && found[9_999].place.line == 4);
    }
}

#[test]
fn unclosed_footnotes_are_not_looked_for_to_the_end_of_the_text() {
    about(&"[^a".repeat(100_000));
    about(&"[^a ".repeat(100_000));
}

#[test]
fn many_unused_messages_are_found_at_their_lines() {
    let messages: String = (0..30_000).map(|nth| format!("unused-{nth} = Text\n")).collect();

    let built = small().with("content/locales/en.ftl", &messages).build();

    assert_eq!(built.diagnostics.len(), 30_000);
    assert!(built.diagnostics.iter().all(|finding| finding.place.line > 0));
}

#[test]
fn many_unknown_keys_are_found_at_their_lines() {
    let keys: String = (0..30_000).map(|nth| format!("unknown-{nth}: {nth}\n")).collect();

    let built = small().with("content/parks/north/facts.yaml", &keys).build();

    assert_eq!(built.diagnostics.len(), 30_000);
    assert_eq!(built.diagnostics[29_999].place.line, 30_000);
}

/// The small site with shapes for its city.
fn with_shapes(features: &str) -> crate::support::Site {
    let model = "label: {en: Cities, de: Städte}\nsegment: {en: cities, de: staedte}\nroles: {title: name}\nboundaries: {file: cities.geojson, id: id}\nfields:\n  name: {type: text, translated: true, required: true}\n";
    small().with("content/cities/_collection.yaml", model).with(
        "content/cities/cities.geojson",
        &format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{features}]}}\n"),
    )
}

fn polygon(rings: &str) -> String {
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{\"id\":\"jinan\"}},\"geometry\":{{\"type\":\"Polygon\",\n\"coordinates\":{rings}}}}}"
    )
}

#[test]
fn shapes_of_any_form_are_findings_at_their_line() {
    let fine = "[[[116,36],[117,36],[117,37],[116,36]]]";
    assert_eq!(with_shapes(&polygon(fine)).build().findings(), Vec::<String>::new());

    for (rings, column) in [
        ("[[[1],[2],[3],[1]]]", 17),
        ("[[[1,2],[3,4],[5],[1,2]]]", 29),
        ("[[[116,36],[117,36],[],[117,37],[116,36]]]", 35),
        ("[[[116,36],[117,36],[117,91],[116,36]]]", 35),
        ("[[[116,36],[181,36],[117,37],[116,36]]]", 26),
        ("[[[116,36],[117,36],[116,36]]]", 17),
        ("[[]]", 16),
    ] {
        let found = with_shapes(&polygon(rings)).build().findings();
        assert_eq!(found, [format!("invalid-value content/cities/cities.geojson:3:{column}")], "{rings}");
    }
    for rings in [
        "[]",
        "[[[[116,36],[117,36],[117,37],[116,36]]]]",
        "[[116,36],[117,36],[117,37],[116,36]]",
        "[[[\"116\",36],[117,36],[117,37],[116,36]]]",
        "[[[1e400,36],[117,36],[117,37],[116,36]]]",
        "[[[null,36],[117,36],[117,37],[116,36]]]",
        "null",
        "{}",
    ] {
        let found = with_shapes(&polygon(rings)).build().findings();
        assert!(
            found.len() == 1 && found[0].starts_with("invalid-value content/cities/cities.geojson:"),
            "{rings}: {found:?}"
        );
    }
}

#[test]
fn a_border_that_crosses_itself_everywhere_is_drawn_in_time() {
    let noise = |seed: u64| {
        (seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33) % 10_000
    };
    let points: Vec<String> =
        (0..40_000).map(|nth| format!("[{},{}]", noise(nth) as f64 / 100.0, noise(nth + 7) as f64 / 200.0)).collect();
    // Halved at its farthest vertex, a line like this loses one vertex each time.
    let steep: Vec<String> =
        (0..40_000).map(|nth| format!("[{},{}]", nth as f64 / 400.0, 50.0 / (1.0 + nth as f64))).collect();

    for points in [points, steep] {
        let rings = format!("[[{},{}]]", points.join(","), points[0]);
        let site = with_shapes(&polygon(&rings)).with(
            "content/templates/index.html",
            "{% if collection.id == \"cities\" %}{{ map(of=\"cities\") }}{% endif %}",
        );

        let built = site.build();

        assert_eq!(built.findings(), Vec::<String>::new());
        assert!(built.text("en/cities/index.html").contains("<path class=\"area\""));
    }
}

#[test]
fn a_template_that_renders_itself_is_an_error_that_names_it() {
    let itself = "{{ render(record=record, template=\"record.html\") }}";
    let built = small().with("content/templates/record.html", itself).build();
    assert!(built.findings().iter().all(|finding| finding.starts_with("template ")), "{:?}", built.findings());
    assert!(built.diagnostics.iter().any(|finding| finding.message.contains("`render` of `record.html` is 33 deep")));

    let first = "{{ render(record=record, template=\"second.html\") }}";
    let second = "<p>{{ render(record=record, template=\"record.html\") }}</p>";
    let built =
        small().with("content/templates/record.html", first).with("content/templates/second.html", second).build();
    assert!(built.diagnostics.iter().any(|finding| finding.code.name == "template"), "{:?}", built.findings());
}

#[test]
fn a_template_that_writes_without_end_is_stopped() {
    let endless =
        "{% for a in range(end=100000) %}{% for b in range(end=100000) %}Without end. {% endfor %}{% endfor %}";

    let built = small().with("content/templates/not-found.html", endless).build();

    let found = built.diagnostics.iter().find(|finding| finding.code.name == "template");
    assert!(found.is_some_and(|finding| finding.message.contains("64 MB")), "{:#?}", built.diagnostics);
}

#[test]
fn deep_messages_are_findings() {
    for nested in ["{ ", "{ $a ->\n *[x] ", "{ F(", "{\nF("] {
        let built = small().with("content/locales/en.ftl", &format!("a = {}", nested.repeat(100_000))).build();

        let found = built.findings();
        assert!(found.iter().any(|finding| finding.starts_with("message-syntax content/locales/en.ftl:")), "{found:?}");
    }
}

#[test]
fn deep_texts_end() {
    for prose in
        ["> ".repeat(20_000), "- ".repeat(10_000), "[".repeat(50_000), "![](".repeat(20_000), "*a **b ".repeat(20_000)]
    {
        about(&prose);
    }
    for facts in
        ["area: ".to_owned() + &"[".repeat(50_000), "a: ".to_owned() + &"{a: ".repeat(50_000), "- ".repeat(50_000)]
    {
        let built = small().with("content/parks/north/facts.yaml", &facts).build();
        assert!(built.findings().iter().any(|finding| finding.starts_with("yaml-")), "{:?}", built.findings());
    }
}

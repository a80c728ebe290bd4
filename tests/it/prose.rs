//! What an editor wrote in prose is published as it was meant, or there is a finding at its place.

use proptest::prelude::*;
use prospectus::config::Run;

use crate::support::{Built, Site, date, png, run, small, without_digits};

/// The small site with an English page `about` of that text.
fn page(text: &str) -> Built {
    site(text).build()
}

fn site(text: &str) -> Site {
    small().with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{text}\n"))
}

fn html(built: &Built) -> &str {
    built.text("en/about/index.html")
}

/// Findings in the text, places counted from its own first line.
/// In the order of the text.
fn found(built: &Built) -> Vec<String> {
    let mut own: Vec<_> =
        built.diagnostics.iter().filter(|finding| &*finding.place.path == "content/pages/about/en.md").collect();
    own.sort_by_key(|finding| (finding.place.line, finding.place.column));
    own.into_iter()
        .map(|d| format!("{} {}:{} {}", d.code.name, d.place.line as i64 - 3, d.place.column, d.message))
        .collect()
}

fn assert_found(text: &str, expected: &[&str]) {
    let built = page(text);
    let found = found(&built);
    assert!(
        found.len() == expected.len()
            && found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected)),
        "{text}\nexpected {expected:#?}\nfound {found:#?}"
    );
}

#[test]
fn a_quote_of_what_is_not_public_is_an_error_and_a_link_with_words_a_warning() {
    for (held, reason) in [("draft: true", "is a draft"), ("publish_on: 2099-01-01", "is withheld until 2099-01-01")] {
        let built = site("see [x](@cities/zibo) and [](@cities/zibo#name) and [](@cities/zibo) end")
            .with("content/cities/zibo.yaml", &format!("name: {{en: Zibo, de: Zibo}}\n{held}\n"))
            .build();

        assert_eq!(
            found(&built),
            [
                format!("hidden-link 1:5 `cities/zibo` {reason}: this is no link for readers"),
                format!("hidden-quote 1:27 `cities/zibo` {reason}: the sentence has no words for it"),
                format!("hidden-quote 1:53 `cities/zibo` {reason}: the sentence has no words for it"),
            ]
        );
        assert!(!html(&built).to_lowercase().contains("zibo"));
    }
}

#[test]
fn time_alone_never_makes_an_error() {
    let expired = site("There [](@cities/zibo) lies, [here](@cities/zibo).")
        .with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\nexpires_on: 2026-11-24\n")
        .build();
    let appeared = site("Text.")
        .with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\npublish_on: 2099-01-01\n")
        .with("content/parks/south/facts.yaml", "publish_on: 2026-11-24\n")
        .with("content/parks/south/en.md", "---\nname: South\n---\nIn [](@cities/zibo).\n")
        .with("content/parks/south/de.md", "---\nname: Süd\n---\n")
        .build();

    assert_eq!(
        found(&expired),
        [
            "hidden-link 1:7 `cities/zibo` expired on 2026-11-24: readers see “[no longer published]” here",
            "hidden-link 1:30 `cities/zibo` expired on 2026-11-24: this is no link for readers",
        ]
    );
    assert!(html(&expired).contains("There <span class=\"not-public\">[no longer published]</span> lies, here."));
    assert_eq!(appeared.findings(), ["hidden-link content/parks/south/en.md:4:4"]);
    assert!(appeared.text("en/parks/south/index.html").contains("In <span class=\"not-public\">[…]</span>."));
}

#[test]
fn a_chart_of_what_is_not_public_is_left_out_with_a_word_to_the_editor() {
    let built = site("Text.\n\n![](@figures/trees)")
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Kennzahlen}\n")
        .with("content/figures/trees.yaml", "label: {en: Trees, de: Bäume}\ncount: parks\ndraft: true\n")
        .build();

    assert_eq!(found(&built), ["hidden-link 3:1 `figures/trees` is a draft: its chart is left out"]);
}

#[test]
fn a_report_of_an_earlier_day_says_nothing_of_what_had_not_begun() {
    let site = site("In [](@parks/south).")
        .with(
            "content/parks/_collection.yaml",
            &String::from_utf8_lossy(&small().0["content/parks/_collection.yaml"])
                .replace("sort:", "begins: state\nsort:"),
        )
        .with("content/parks/south/facts.yaml", "state: [{is: open, since: 2025-01-01}]\n")
        .with("content/parks/south/en.md", "---\nname: South\n---\n")
        .with("content/parks/south/de.md", "---\nname: Süd\n---\n");

    let built = site.build_for(Run { as_of: Some(date("2024-01-01")), ..run() });

    assert!(!built.findings().iter().any(|finding| finding.starts_with("hidden")), "{:?}", built.findings());
}

#[test]
fn labels_of_footnotes_are_compared_whatever_their_case() {
    let built = page("Text[^Note] and[^STRASSE].\n\n[^note]: the text\n[^straße]: the street");

    assert_eq!(found(&built), Vec::<String>::new());
    assert!(html(&built).contains("<li id=\"fn-1\"><p>the text"));
    assert!(html(&built).contains("<li id=\"fn-2\"><p>the street"));
}

#[test]
fn footnotes_that_readers_do_not_see_are_reported() {
    assert_found(
        "Text[^a].\n\n[^a]: first\n\n[^A]: second\n\n[^b]: never\n\n[^self]: see [^self]",
        &[
            "lost-footnote 5:1 the footnote `[^A]` has a text already",
            "lost-footnote 7:1 nothing refers",
            "lost-footnote 9:1 nothing",
        ],
    );
    assert!(!html(&page("Text.\n\n[^self]: see [^self]")).contains("footnotes"));
}

#[test]
fn every_reference_to_a_footnote_has_a_way_back() {
    let built = page("x[^1], y[^1] and both[^1][^2].\n\n[^2]: two\n[^1]: one, see [^2]");

    let html = html(&built);
    for id in ["fnref-1", "fnref-1-2", "fnref-1-3", "fnref-2", "fnref-2-2"] {
        assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        assert_eq!(html.matches(&format!("href=\"#{id}\"")).count(), 1, "{id}");
    }
    assert!(html.contains("3</a></sup>") || html.contains("1</a></sup><sup class=\"footnote-reference\">, <a"));
    assert!(html.find("id=\"fn-1\"") < html.find("id=\"fn-2\""));
}

#[test]
fn a_footnote_in_a_quotation_in_a_footnote_keeps_both() {
    let built = page("[^1] [^2]\n\n[^1]: > [^2]: y");

    let html = html(&built);
    assert_eq!((html.matches("<blockquote>").count(), html.matches("</blockquote>").count()), (1, 1));
    assert!(html.contains("<li id=\"fn-2\"><p>y"));
}

#[test]
fn an_open_comment_is_an_error_that_names_what_is_left_out() {
    assert_found(
        "before\n\n<!-- todo: fix\n\nafter paragraph\n\n## Important",
        &["unclosed-comment 3:1 this comment is never closed: the 4 lines after it are left out"],
    );
    assert_found(
        "before <!-- todo\n\nafter",
        &["unclosed-comment 1:8 this comment is never closed: it is shown as text"],
    );
    assert_found("<!-- ok: 470 -->\n\nafter <!-- fine\nhere --> it", &[]);
}

#[test]
fn an_open_comment_is_found_in_quotations_too() {
    assert_found(
        "> <div>ä\n> ö <!-- a --> ü\n> <!-- ß\n\nafter",
        &["raw-html 1:3", "unclosed-comment 3:3 this comment is never closed"],
    );
}

#[test]
fn lines_that_are_taken_for_definitions_are_reported() {
    assert_found(
        "[Note]: preliminary\n\n[a][B], [c]\n\n[b]: https://b.example\n[C]: https://c.example\n\n[//]: # (comment)",
        &["lost-definition 1:1 `[Note]: preliminary` is not shown"],
    );
}

/// Pieces of Markdown that go wrong beside each other.
const PIECES: &[&str] = &[
    "ä",
    "。",
    " ",
    "\n",
    "\n\n",
    "**",
    "~~",
    "__",
    "*",
    "[^1]",
    "[^1]: ",
    "[^A]: ",
    "> ",
    "- ",
    "- [x] ",
    "| a ",
    "|\n|--|\n",
    "|",
    "\\",
    "`",
    "```\n",
    "<!--",
    "-->",
    "<br>",
    "<div>",
    "</div>\n",
    "[[to fill: ",
    "]]",
    "[](@parks/north)",
    "[x](#x)",
    "![",
    "](a.png)",
    "](@figures/x)",
    "# ",
    "## Main\n",
    ": ",
    ":",
    "https://x.example",
    "[!NOTE]",
    "[a]: b\n",
    "[a]",
    "@parks/",
    "\u{1}",
    "&amp;",
    "\t",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_prose_makes_a_panic(pieces in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = pieces.iter().map(|&at| PIECES[at]).collect();
        let settings = "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [en, de]\nraw_html: true\n";
        let built = site(&text).build();
        let raw = site(&text).with("content/site.yaml", settings).build();
        prop_assert!(built.files.contains_key("en/about/index.html"), "{text:?}");
        prop_assert!(raw.files.contains_key("en/about/index.html"), "{text:?}");
    }
}

#[test]
fn cells_beyond_the_header_are_reported_at_their_row() {
    assert_found(
        "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 |\n| `x|y` | 1 |",
        &[
            "lost-cell 3:11 this row has 3 cells and the header 2: `3` is left out",
            "lost-cell 5:11 this row has 3 cells and the header 2: `1` is left out",
        ],
    );
    assert_found("a | b\n---|---\n1 | 2 | 3", &["lost-cell 3:9 this row has 3 cells and the header 2: `3`"]);
    assert_found("| a | b |\n|---|---|\n| 1 \\| 0 | 2 |\n| 1 |\n| 1 | 2 | |", &[]);
}

#[test]
fn marks_of_emphasis_that_readers_see_are_reported() {
    assert_found("ab **„wichtig“**es", &["shown-as-text 1:4 `**` is shown as text"]);
    assert_found("one\n\n~~gone.~~on", &["shown-as-text 3:1 `~~`"]);
    assert_found("a **强调，**后面 and ~~中文。~~文", &[]);
    assert_found("**bold**, __strong__, ~~gone~~, `**`, \\*\\*, a__b, 2 * 3\n\n    **code**\n\n***", &[]);
}

#[test]
fn an_alert_with_a_title_is_reported() {
    assert_found("> [!NOTE] Title\n> text", &["shown-as-text 1:3 `[!NOTE]` is shown as text"]);
    assert_found("> [!INFO]\n> text", &["shown-as-text 1:3 `[!INFO]` is shown as text"]);
    assert_found("> [!NOTE]\n> text", &[]);
}

#[test]
fn task_lists_show_what_is_done() {
    assert!(html(&page("- [x] one\n- [ ] two")).contains("<li>☑ one</li>\n<li>☐ two</li>"));
}

#[test]
fn html_is_one_finding_a_block() {
    assert_found(
        "<div>\nthe\nlines\n</div>\n\nA <b>word</b> and <i>more</i>.",
        &["raw-html 1:1 `<div>` is HTML and is shown as text", "raw-html 6:3 `<b>` is HTML"],
    );
    let built = page("| a |\n|---|\n| one<br>two<br/>three |");
    assert_eq!(found(&built), Vec::<String>::new());
    assert!(html(&built).contains("<td>one<br />\ntwo<br />\nthree</td>"));
}

#[test]
fn blank_lines_in_raw_html_are_kept() {
    let settings =
        "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [en, de]\nraw_html: true\n";
    let built = site("<pre>\na\n\nb\n</pre>\n\n<!-- gone -->\n\n<textarea>\n\nx\n\n</textarea>")
        .with("content/site.yaml", settings)
        .build();

    assert!(html(&built).contains("<pre>\na\n\nb\n</pre>\n"));
    assert!(html(&built).contains("<textarea>\n\nx\n\n</textarea>"));
    assert!(!html(&built).contains("gone"));
}

#[test]
fn only_a_colon_and_a_space_make_a_definition() {
    let built = page("Para.\n\n:rocket: Launch\n\nTerm\n: Its definition.\n\n```\n:code\n```");

    assert_eq!(found(&built), Vec::<String>::new());
    assert!(html(&built).contains("<p>:rocket: Launch</p>"));
    assert!(html(&built).contains("<dt>Term</dt>"));
    assert!(html(&built).contains("<code>:code"));
}

#[test]
fn a_sentence_that_became_a_term_is_reported() {
    assert_found(
        "The center has\nthree partners\n: two firms",
        &["definition 1:1 the `:` at the beginning of the next line"],
    );
    let settings = "title: Parcs\nbase_url: https://parks.example\nlanguages: [fr]\n";
    let french = Site::default()
        .with("content/site.yaml", settings)
        .with(
            "content/pages/_collection.yaml",
            "label: Pages\nsegment: ''\nfields:\n  title: {type: text, translated: true, required: true}\n",
        )
        .with("content/pages/home/fr.md", "---\ntitle: Accueil\nslug: ''\n---\nLes trois secteurs\n: textile, acier\n");
    let found = french.build().findings();
    assert!(found.contains(&"definition content/pages/home/fr.md:5:1".to_owned()), "{found:?}");
}

#[test]
fn an_image_wants_words_and_to_be_one() {
    let built = site("![](a.png) and ![x](x.txt) and ![x](A.PNG)")
        .with_bytes("content/pages/about/a.png", png(0))
        .with("content/pages/about/x.txt", "text")
        .build();

    assert_eq!(
        found(&built),
        [
            "missing-alt 1:1 `a.png` has no text",
            "not-an-image 1:16 `x.txt` is no image",
            "missing-file 1:32 there is no file `A.PNG` beside this record",
        ]
    );
    let missing = built.diagnostics.iter().find(|finding| finding.code.name == "missing-file");
    assert!(
        missing.and_then(|finding| finding.hint.as_deref()).is_some_and(|hint| hint.contains("did you mean `a.png`?"))
    );
}

#[test]
fn a_page_of_the_site_is_answered_with_its_name() {
    let built = page(
        "[a](/en/parks/north/) [b](/de/parks/nordpark#history) [c](https://parks.example/en/parks/index.html) [d](https://parks.example/data/)",
    );

    let hints: Vec<&str> = built.diagnostics.iter().filter_map(|finding| finding.hint.as_deref()).collect();
    assert!(hints[0].contains("@parks/north"), "{hints:?}");
    assert!(hints[1].contains("@parks/north#history"), "{hints:?}");
    assert!(hints[2].starts_with("write @parks:"), "{hints:?}");
    assert_eq!(hints.len(), 3);
}

#[test]
fn addresses_are_encoded_as_browsers_want_them() {
    let built = site("[l](https://example.com/ä?b=1&c) [p](plan%20%281%29.svg)")
        .with("content/pages/about/plan (1).svg", "<svg/>")
        .build();

    assert_eq!(found(&built), Vec::<String>::new());
    assert!(html(&built).contains("href=\"https://example.com/%C3%A4?b=1&amp;c\""));
    assert!(html(&built).contains("href=\"/files/pages/about/plan%20(1).svg\""));
}

#[test]
fn what_is_to_be_filled_in_is_marked() {
    let built = page("It has [[to fill: number of labs]] and `[[to fill: x]]` laboratories [[to fill: **which**]].");

    assert!(html(&built).contains("has <mark class=\"blank\">[to be filled in: number of labs]</mark> and"));
    assert!(html(&built).contains("<mark class=\"blank\">[to be filled in: <strong>which</strong>]</mark>."));
    assert_eq!(html(&built).matches("<mark").count(), 2);
}

#[test]
fn code_scrolls_by_itself() {
    let built = page("```rust\nfn main() {}\n```\n\n    plain");

    assert!(html(&built).contains("<pre tabindex=\"0\"><code class=\"language-rust\">fn main() {}\n</code></pre>"));
    assert!(html(&built).contains("<pre tabindex=\"0\"><code>plain"));
}

#[test]
fn a_bare_address_is_a_note() {
    let built =
        site("See https://example.org/a_b. And <https://example.org/>, [x](https://example.org/), `https://x.org`.")
            .build_for(Run { notes: true, ..run() });

    let notes: Vec<&str> =
        built.diagnostics.iter().filter(|d| d.code.name == "bare-address").map(|d| &*d.message).collect();
    assert_eq!(notes, ["`https://example.org/a_b` is shown as text, not as a link"]);
}

/// Files beside a park, with what names them.
fn with_files(facts: &str, en: &str) -> Site {
    let model = String::from_utf8_lossy(&small().0["content/parks/_collection.yaml"]).into_owned();
    let fields = "  plan: {type: file}\n  about: {type: markdown, translated: true}\n";
    let mut site = small()
        .with("content/parks/_collection.yaml", &format!("{model}{fields}"))
        .with("content/parks/north/facts.yaml", &format!("source: report-2025\n{facts}"))
        .with("content/parks/north/en.md", &format!("---\nname: North Park\n---\n{en}\n"));
    for name in
        ["a.png", "plan (1).pdf", "sub/b.png", "#facts.yaml#", "facts.yaml.orig", "internal-note.docx", "Thumbs.db"]
    {
        let bytes = if name.ends_with(".png") { png(0) } else { b"bytes".to_vec() };
        site = site.with_bytes(&format!("content/parks/north/{name}"), bytes);
    }
    site
}

/// The files of the north park, each in its own kind.
fn copied(built: &Built) -> Vec<String> {
    let own = built.files.keys().filter(|path| !path.ends_with(".webp"));
    own.filter_map(|path| path.strip_prefix("files/parks/north/")).map(without_digits).collect()
}

fn unnamed(built: &Built) -> Vec<&str> {
    let findings = built.diagnostics.iter().filter(|finding| finding.code.name == "unnamed-file");
    findings.filter_map(|finding| finding.place.path.strip_prefix("content/parks/north/")).collect()
}

const LEFTOVERS: [&str; 4] = ["#facts.yaml#", "Thumbs.db", "facts.yaml.orig", "internal-note.docx"];

#[test]
fn only_files_that_a_fact_or_a_text_names_are_published() {
    let facts = "photo: {file: a.png, alt: {en: A, de: A}}\nplan: plan (1).pdf\n";
    let by_facts = with_files(facts, "![B](sub/b.png)").build();
    let by_texts =
        with_files("about: {en: '![A](a.png) and [plan](plan%20%281%29.pdf)', de: B}\n", "[b][]\n\n[b]: ./sub/b.png")
            .build();

    for built in [by_facts, by_texts] {
        assert_eq!(copied(&built), ["a.png", "plan (1).pdf", "sub/b.png"]);
        assert_eq!(unnamed(&built), LEFTOVERS);
    }
}

#[test]
fn what_is_named_only_where_readers_do_not_see_it_is_not_published() {
    let settings = "title: Parks\nbase_url: https://parks.example\nlanguages: [en, {code: de, hidden: true}]\n";
    let facts = "photo: {is: {file: a.png, alt: {en: A, de: A}}, since: 2099-01-01}\n";
    let site = with_files(facts, "Text.")
        .with("content/site.yaml", settings)
        .with("content/parks/north/de.md", "---\nname: Nordpark\n---\n[Plan](<plan (1).pdf>)\n")
        .with("content/parks/south/facts.yaml", "draft: true\nphoto: {file: c.png, alt: {en: C, de: C}}\n")
        .with_bytes("content/parks/south/c.png", png(0));

    let built = site.build();
    let preview = site.build_for(Run { drafts: true, ..run() });

    assert_eq!(copied(&built), Vec::<String>::new());
    assert_eq!(unnamed(&built), ["#facts.yaml#", "Thumbs.db", "facts.yaml.orig", "internal-note.docx", "sub/b.png"]);
    let has_south = |built: &Built| built.files.keys().any(|path| without_digits(path) == "files/parks/south/c.png");
    assert!(!has_south(&built));
    assert_eq!(copied(&preview), ["plan (1).pdf"]);
    assert!(has_south(&preview));
}

#[test]
fn headings_leave_the_ids_of_their_page_alone() {
    let built = page(
        "## Main\n\n## Fn 1\n\n## Source 1\n\n## Source\n\n## Source\n\n## Fact area\n\n## Other {#values}\n\nText.[^1] [here](#section-main)\n\n[^1]: Note.",
    );

    assert_eq!(found(&built), Vec::<String>::new());
    let html = html(&built);
    let ids: Vec<&str> =
        html.match_indices(" id=\"").map(|(at, _)| html[at + 5..].split('"').next().unwrap()).collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for id in ["section-main", "section-fn-1", "section-source-1", "source", "section-source-2", "section-values"] {
        assert!(unique.contains(id), "{id}: {ids:?}");
    }
}

#[test]
fn texts_of_fields_have_ids_of_their_own() {
    let model = String::from_utf8_lossy(&small().0["content/parks/_collection.yaml"]).into_owned();
    let fields = "  about: {type: markdown, translated: true}\n  use: {type: markdown, translated: true}\n";
    let text = "'x[^1] [h](#head)\n\n\n    ## Head\n\n\n    [^1]: note'";
    let built = small()
        .with("content/parks/_collection.yaml", &format!("{model}{fields}"))
        .with(
            "content/parks/north/facts.yaml",
            &format!("about:\n  en: {text}\n  de: b\nuse:\n  en: {text}\n  de: b\n"),
        )
        .with("content/parks/north/en.md", "---\nname: North\n---\nx[^1] [h](#head)\n\n## Head\n\n[^1]: note\n")
        .build();

    assert!(built.diagnostics.is_empty(), "{:#?}", built.diagnostics);
    let html = built.text("en/parks/north/index.html");
    for id in ["fn-1", "fn-parks-north-about-1", "fn-parks-north-use-1", "head", "parks-north-about-head"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}: {html}");
        assert!(html.contains(&format!("href=\"#{id}\"")), "{id}");
    }
}

#[test]
fn findings_of_a_text_in_yaml_stand_at_its_line_there() {
    let model = String::from_utf8_lossy(&small().0["content/parks/_collection.yaml"]).into_owned();
    let fields = "  about: {type: markdown, translated: true}\n  line: {type: text, translated: true, inline: true}\n";
    let facts = "about:\n  en: |\n    Fine.\n\n    x [q](nope.pdf)\n  de: \"ä\\u00e4 [q](nein.pdf)\"\n";
    let built = small()
        .with("content/parks/_collection.yaml", &format!("{model}{fields}"))
        .with("content/parks/north/facts.yaml", facts)
        .with("content/parks/north/en.md", "---\nname: North\nline: >-\n  one\n  two [q](gone.pdf)\n---\nText.\n")
        .with("content/parks/north/de.md", "---\nname: Nord\nline: 'it''s [](@parks/nroth)'\n---\nText.\n")
        .build();

    assert_eq!(
        built.findings(),
        [
            "broken-link content/parks/north/de.md:3:14",
            "missing-file content/parks/north/en.md:5:7",
            "missing-file content/parks/north/facts.yaml:5:7",
            "missing-file content/parks/north/facts.yaml:6:16",
        ]
    );
}

#[test]
fn an_image_in_a_fact_is_one_and_is_found_in_any_letter_case() {
    let photo = |file: &str| {
        small()
            .with_bytes("content/parks/north/a.png", png(0))
            .with("content/parks/north/x.txt", "text")
            .with("content/parks/north/en.md", "---\nname: North\n---\n[x](x.txt) [a](a.png)\n")
            .with("content/parks/north/facts.yaml", &format!("photo: {{file: {file}, alt: {{en: A, de: A}}}}\n"))
            .build()
    };

    assert_eq!(photo("a.png").findings(), Vec::<String>::new());
    assert_eq!(photo("x.txt").findings(), ["not-an-image content/parks/north/facts.yaml:1:15"]);
    let other = photo("A.PNG");
    assert_eq!(other.findings(), ["missing-file content/parks/north/facts.yaml:1:15"]);
    assert!(other.diagnostics[0].hint.as_deref().is_some_and(|hint| hint.contains("did you mean `a.png`?")));
}

#[test]
fn only_what_is_foreign_on_a_fallback_page_is_marked_so() {
    let model = String::from_utf8_lossy(&small().0["content/parks/_collection.yaml"]).into_owned();
    let built = small()
        .with(
            "content/parks/_collection.yaml",
            &format!("untranslated: fallback\n{model}  use: {{type: text, translated: true}}\n"),
        )
        .with("content/parks/north/en.md", "---\nname: North Park\nuse: Walks\n---\nProse, see [](@cities/jinan).\n")
        .without("content/parks/north/de.md")
        .with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan}\n")
        .build();

    let page = built.text("de/parks/north/index.html");
    assert!(page.contains("<article>\n<h1 lang=\"en\" dir=\"ltr\">North Park</h1>"), "{page}");
    assert!(page.contains("<dd><span lang=\"en\">Walks</span>"), "{page}");
    assert!(page.contains("<div lang=\"en\" dir=\"ltr\">\n<p>Prose"), "{page}");
    assert!(built.text("de/parks/index.html").contains("<li lang=\"en\"><a href=\"/de/parks/north/\">North Park"));
    assert!(
        built
            .text("de/ueber-uns/index.html")
            .contains("<a href=\"/de/parks/north/\"><span lang=\"en\">North Park</span></a>")
    );
    assert!(!built.text("en/parks/north/index.html").contains("<span lang"));
}

#[test]
fn a_language_is_shown_by_its_name() {
    let model = String::from_utf8_lossy(&small().0["content/parks/_collection.yaml"]).into_owned();
    let built = small()
        .with("content/parks/_collection.yaml", &format!("{model}  signs: {{type: language}}\n"))
        .with("content/parks/north/facts.yaml", "signs: zh-Hans\n")
        .build();

    assert!(built.text("de/parks/nordpark/index.html").contains("<dd>Chinesisch (vereinfacht)"));
    assert!(built.text("en/parks/north/index.html").contains("<dd>Simplified Chinese"));
}

#[test]
fn parts_of_an_index_are_told_apart() {
    let model = String::from_utf8_lossy(&small().0["content/parks/_collection.yaml"]).into_owned();
    let mut site = small().with("content/parks/_collection.yaml", &format!("per_page: 1\n{model}"));
    site = site
        .with("content/parks/south/en.md", "---\nname: South\n---\n")
        .with("content/parks/south/de.md", "---\nname: Süd\n---\n");

    let built = site.build();

    assert!(built.text("en/parks/index.html").contains("<title>Parks"));
    assert!(built.text("en/parks/2/index.html").contains("<title>Parks – Page 2 of 2"));
    assert!(built.text("de/parks/2/index.html").contains("<h1>Parks <small>Seite 2 von 2</small></h1>"));
}

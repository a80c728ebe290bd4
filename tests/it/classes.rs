//! Classes without a rule: every class that a theme's templates write, or the program writes into its pages, is styled by
//! the theme, so that a renamed class is noticed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::fuzz::loaded;
use crate::support::{Built, build_folder, golden_folder};

/// Sites whose pages show what the program writes: charts, maps, tables, prose.
const SITES: [&str; 3] = ["bank", "hospitals", "indicators"];

/// Classes that need a rule in no theme, each with the reason.
const PLAIN: &[(&str, &str)] = &[
    ("alert-note", "all alerts look alike: `alert`"),
    ("chart-bars", "all charts are styled by `chart`"),
    ("chart-lines", "as `chart-bars`"),
    ("chart-steps", "as `chart-bars`"),
    ("lab", "labels are text of the chart"),
    ("computed", "drawn as what is reported, with words of its own"),
    ("source", "as the rest of the caption"),
    ("files", "a table of files is a `table`"),
    ("then", "known from its day on, the rule; `by` differs"),
];

/// What `report` leaves to the rules of others beside these.
const PLAIN_IN_REPORT: &[(&str, &str)] = &[
    ("locator", "a `map`, whose land and area have rules of their own"),
    ("last", "a dot like the others"),
    ("footnote-back", "a link"),
];

/// A theme whose classes are looked at.
struct Styled<'t> {
    /// The folders of the theme and of what it extends, all of whose templates may be used.
    layers: &'t [&'t str],
    /// The folder of the theme whose stylesheets have the rules.
    sheets: &'t str,
    /// Classes that need no rule beside those that need one nowhere, each with the reason.
    plain: &'t [(&'t str, &'t str)],
}

/// The classes that templates write, and that stand in the pages of sites which use the theme, without a rule in any of its
/// stylesheets, each with where it stands; and classes that were to need none and have one.
fn without_rule(theme: &Styled, pages: &BTreeMap<String, String>) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let sheets = texts(&root.join(theme.sheets).join("static"), "css");
    let styled: BTreeSet<String> = sheets.values().flat_map(|sheet| selectors(sheet)).collect();
    let templates: BTreeMap<String, String> =
        theme.layers.iter().flat_map(|layer| texts(&root.join(layer).join("templates"), "html")).collect();
    let plain = || PLAIN.iter().chain(theme.plain).map(|(class, _)| *class);
    let mut missing = BTreeMap::new();
    for (place, text) in templates.iter().chain(pages) {
        for class in classes(text) {
            let is_styled = match class.strip_suffix('*') {
                Some(prefix) => styled.iter().any(|known| known.starts_with(prefix)),
                None => styled.contains(&class),
            };
            if !is_styled && !plain().any(|known| known == class) {
                missing.entry(class).or_insert(place);
            }
        }
    }
    let stale = plain().filter(|class| styled.contains(*class));
    let stale: Vec<String> = stale.map(|class| format!("{class} has a rule: take it off the list")).collect();
    missing.into_iter().map(|(class, place)| format!("{class} ({place})")).chain(stale).collect()
}

/// The texts of the files with an ending below a folder, by their paths.
fn texts(folder: &Path, ending: &str) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|known| known == ending));
    files.map(|entry| (entry.path().display().to_string(), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// A sample, built with the theme that it names.
fn built(site: &str) -> Built {
    build_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(site))
}

/// A sample, built with the theme of the report on Shandong.
fn in_investor(site: &str) -> Built {
    loaded(&golden_folder(site)).in_investor().build()
}

/// The pages of a site.
fn pages(site: &str, built: Built) -> BTreeMap<String, String> {
    let pages = built.files.into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (format!("{site}: {path}"), String::from_utf8(bytes).unwrap())).collect()
}

/// The classes that the selectors of a style sheet name.
fn selectors(sheet: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let bare: String = sheet
        .split("/*")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect();
    for piece in bare.split(['}', ';']) {
        // What stands before a brace is a selector, or the condition of a block, which names no class.
        for selector in piece.split('{').rev().skip(1) {
            for word in selector.split('.').skip(1) {
                let end = word.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(word.len());
                if word.starts_with(|c: char| c.is_alphabetic()) {
                    found.insert(word[..end].to_owned());
                }
            }
        }
    }
    found
}

/// The classes in `class="…"` of a page or a template. Of one that is put together, what is written out, with `*` for the
/// rest; strings in expressions count as classes.
fn classes(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for attribute in text.split("class=\"").skip(1) {
        let (written, strings) = attribute_value(attribute);
        let words = written.split_whitespace().map(str::to_owned);
        let quoted = strings.iter().flat_map(|string| string.split_whitespace()).map(str::to_owned);
        found.extend(words.chain(quoted).filter(|class| class.starts_with(|c: char| c.is_alphabetic())));
    }
    found
}

/// An attribute's value up to its quotation mark: what stands outside of expressions, these as `*` where they touch a word,
/// and the strings that they may print.
fn attribute_value(text: &str) -> (String, Vec<&str>) {
    let (mut written, mut strings, mut rest) = (String::new(), Vec::new(), text);
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            break;
        }
        let tag = ["{{", "{%", "{#"].into_iter().find(|open| rest.starts_with(open));
        let Some(open) = tag else {
            written.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        let close = match open {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = rest.find(close).map_or(rest.len(), |end| end + 2);
        if open == "{{" {
            let inner = &rest[..end];
            // Without `if`, a string in an expression is part of what it works on, such as a key.
            if inner.contains(" if ") {
                strings.extend(inner.split('"').skip(1).step_by(2).filter(|string| !string.is_empty()));
            } else {
                written.push('*');
            }
        }
        rest = &rest[end..];
    }
    (written, strings)
}

#[test]
fn every_class_of_report_has_a_rule() {
    let all: BTreeMap<String, String> = SITES.iter().flat_map(|site| pages(site, built(site))).collect();

    let missing = without_rule(&Styled { layers: &["report"], sheets: "report", plain: PLAIN_IN_REPORT }, &all);

    assert!(missing.is_empty(), "classes without a rule: {missing:#?}");
}

#[test]
fn every_class_of_report_has_a_rule_in_investor() {
    let all: BTreeMap<String, String> = SITES.iter().flat_map(|site| pages(site, in_investor(site))).collect();

    let investor = Styled { layers: &["report", "investor"], sheets: "investor", plain: &[] };
    let missing = without_rule(&investor, &all);

    assert!(missing.is_empty(), "classes without a rule: {missing:#?}");
}

#[test]
fn a_site_of_another_domain_has_the_same_pages_in_both_themes() {
    for site in SITES {
        let (report, investor) = (built(site), in_investor(site));

        assert_eq!(investor.findings(), Vec::<String>::new(), "{site}");
        let names = |built: &Built| -> Vec<String> {
            built.files.keys().filter(|path| !path.starts_with("assets/")).cloned().collect()
        };
        assert_eq!(names(&report), names(&investor), "{site}");
        let dressed = investor.files.iter().filter(|(path, _)| path.ends_with(".html"));
        assert!(dressed.filter(|(_, html)| String::from_utf8_lossy(html).contains("/assets/investor.")).count() > 2);
        assert!(investor.files.keys().any(|path| path.starts_with("assets/palette.")), "{site}");
    }
}

#[test]
fn classes_are_read_as_pages_and_templates_write_them() {
    let template = "<p class=\"a  b-c{% if x %} d{% endif %} e-{{ kind }} {{ \"f g\" if y == z else \"h\" }}\">\
                    {{ <Mark class=\"i\" /> }}<p data-class=\"\" class=\"\"><b>class</b>";
    let sheet = "/* .no */ @layer base { .a, p:is(.b-c > .d)::before { margin: .5rem; inset: 1.e } @media (min-width: 4.5em) \
                 { .e { color: red } } }";

    assert_eq!(classes(template).into_iter().collect::<Vec<_>>(), ["a", "b-c", "d", "e-*", "f", "g", "h", "i"]);
    assert_eq!(selectors(sheet).into_iter().collect::<Vec<_>>(), ["a", "b-c", "d", "e"]);
}

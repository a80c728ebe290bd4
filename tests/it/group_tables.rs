//! Lists of groups as tables of pages: columns, cells, exact sums and shares.

use crate::support::{Built, small};

/// Prints a table of groups: heads, rows and sums, a line each, cells kept apart by bars.
const TABLE: &str = r#"{% set f = fact(record=record, field="parts") %}{% set t = f.table -%}
{% for c in t.columns %}{{ c.label }}/{{ c.unit or "" }}/{{ c.align }}|{% endfor %}
{% for row in t.rows %}{% for cell in row.cells %}{{ cell.shown }}|{% endfor %}{{ row.share or "" }}
{% endfor %}{% if t.sums %}{% for sum in t.sums %}{% if sum %}{{ sum.shown }}{% endif %}|{% endfor %}{% endif %}{{ t.shares }}"#;

/// A park with parts that have a title, an amount in euros, a share in percent and a year.
fn parts(parts: &str) -> Built {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let fields = "  parts:
    type: list
    tracked: true
    of:
      type: group
      fields:
        title: {type: text, label: {en: Title, de: Titel}}
        amount: {type: decimal, unit: EUR, label: {en: Amount, de: Betrag}}
        done: {type: integer, unit: percent, label: {en: Done, de: Fertig}}
        year: {type: integer, label: {en: Year, de: Jahr}}
";
    let built = small()
        .with("content/locales/en.ftl", "unit-EUR = { $value } euros\n")
        .with("content/locales/de.ftl", "unit-EUR = { $value } Euro\n")
        .with("content/parks/_collection.yaml", &format!("{model}{fields}"))
        .with("content/parks/north/facts.yaml", &format!("source: report-2025\ntemplate: park.html\nparts:\n{parts}"))
        .with("content/templates/park.html", TABLE)
        .build();
    assert_eq!(built.findings(), Vec::<String>::new());
    built
}

#[test]
fn a_list_of_groups_is_a_table_with_exact_sums_and_shares() {
    let built = parts(
        "  - is:\n      - {title: Desalination, amount: 3000000.10, done: 50}\n      - {title: Pipes, amount: 1500000.20, done: 70}\n      - {title: Study, amount: 12}\n    since: 2020\n",
    );

    insta::assert_snapshot!(built.text("en/parks/north/index.html"), @r#"
    Title//start|Amount/euros/end|Done/%/end|
    Desalination|<data value="3000000.10">3,000,000.10</data>|<data value="50">50</data>|67%
    Pipes|<data value="1500000.20">1,500,000.20</data>|<data value="70">70</data>|33%
    Study|<data value="12">12</data>|<span class="nil">–</span>|less than 1%
    |<data value="4500012.30">4,500,012.30</data>||true
    "#);
    let german = built.text("de/parks/nordpark/index.html");
    assert!(german.contains("4.500.012,30</data>") && german.contains("|67\u{a0}%\n"), "{german}");
}

#[test]
fn nothing_is_added_up_that_is_not_known_exactly() {
    let sums = |amount: &str| {
        let built = parts(&format!(
            "  - is:\n      - {{title: A, amount: 2, year: 2019}}\n      - {{title: B, amount: {amount}, year: 2020}}\n    since: 2020\n"
        ));
        built.text("en/parks/north/index.html").rsplit('\n').next().unwrap_or_default().to_owned()
    };

    assert_eq!(sums("3"), "|<data value=\"5\">5</data>||true", "years are not added up");
    for unknown in ["{missing: confidential}", "{is: 3, bound: more-than}"] {
        assert_eq!(sums(unknown), "false", "{unknown}");
    }
    // What is given back is no part of a whole.
    assert_eq!(sums("-1"), "|<data value=\"1\">1</data>||false");
}

#[test]
fn a_cell_says_what_is_missing_and_what_is_less_firm_than_the_rest() {
    let built = parts(
        "  - is:\n      - {title: A, amount: {missing: confidential}}\n      - {title: B, amount: {is: 3, status: estimated}}\n      - {missing: not-yet}\n    since: 2020\n    status: provisional\n",
    );

    let page = built.text("en/parks/north/index.html");
    assert!(page.contains("A|<span class=\"nil\">withheld</span>|"), "{page}");
    assert!(page.contains("B|<data value=\"3\">3</data> <span class=\"badge\">estimated</span>|"), "{page}");
    assert!(page.contains("\n<span class=\"nil\">not yet available</span>|<span class=\"nil\">–</span>|"), "{page}");
}

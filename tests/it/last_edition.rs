//! What templates are told of the latest edition.

use prospectus::config::Run;

use crate::support::{Site, date, run, small};

const SHOWN: &str = "{% set e = edition() %}<main><h1>{{ record.title }}</h1>{% if e %}{{ e.date.iso }} {{ e.first }}{% for r in e.records %} {{ r.key }}{% endfor %}{% else %}never{% endif %}</main>";
const ABOUT: &str = "en/about/index.html";

/// The small site, whose pages say what the latest edition changed.
fn told() -> Site {
    small().with("content/templates/pages/record.html", SHOWN)
}

fn said(site: &Site, day: &str) -> String {
    let built = site.build_for(Run { today: date(day), ..run() });
    assert_eq!(built.findings(), Vec::<String>::new());
    let html = built.text(ABOUT);
    html[html.find("</h1>").unwrap() + 5..html.find("</main>").unwrap()].to_owned()
}

#[test]
fn before_the_first_edition_there_is_none_and_the_first_lists_nothing() {
    assert_eq!(said(&told(), "2026-11-24"), "never");
    assert_eq!(said(&told().published(), "2026-11-24"), "2026-11-24 true");
}

#[test]
fn a_later_edition_lists_the_records_that_it_changed() {
    let later = Run { today: date("2026-12-01"), ..run() };
    let text = "---\nname: North Park\n---\n## History\n\nIt has a pond now.\n";

    let changed = told().published().with("content/parks/north/en.md", text).published_for(later);

    assert_eq!(said(&changed, "2026-12-01"), "2026-12-01 false parks/north");
}

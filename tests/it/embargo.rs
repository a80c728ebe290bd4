//! What the public may not see yet leaves no trace, in no byte of the output; what has come is there.

use prospectus::config::Run;

use crate::support::{Built, Site, run, small};

/// A word that stands in nothing but held records.
const SECRET: &str = "kestrel";

/// The small site with a held record of every kind, referred to in every way.
fn with_secrets(until: &str) -> Site {
    let held = format!("publish_on: {until}\n");
    let collection = "label: {en: Figures, de: Kennzahlen}\n";
    small()
        .with("content/parks/kestrel/facts.yaml", &format!("{held}source: kestrel-report\narea: 99.5\nlevel: national\ncity: jinan\nstate: [{{is: open, since: 2021}}]\nphoto: {{file: kestrel.jpg, alt: {{en: Kestrel, de: Kestrel}}}}\n"))
        .with("content/parks/kestrel/kestrel.jpg", "kestrel")
        .with("content/parks/kestrel/en.md", "---\nname: Kestrel Park\nslug: kestrel-park\n---\nThe kestrel.\n")
        .with("content/parks/kestrel/de.md", "---\nname: Kestrel-Park\n---\nDer Kestrel.\n")
        .with("content/cities/kestrel-town.yaml", &format!("{held}name: {{en: Kestrel Town, de: Kestrelstadt}}\n"))
        .with("content/parks/south/facts.yaml", "source: [report-2025, kestrel-report]\narea: {is: 2, source: kestrel-report}\ncity: kestrel-town\n")
        .with("content/parks/south/en.md", "---\nname: South Park\n---\nNear [](@parks/kestrel) and [](@cities/kestrel-town); [](@figures/kestrel).\n\n![](@figures/kestrel)\n")
        .with("content/parks/south/de.md", "---\nname: Südpark\n---\nBei [](@parks/kestrel).\n")
        .with("content/sources/kestrel-report.yaml", &format!("{held}title: Kestrel report\nlanguage: en\ndate: 2025\n"))
        .with("content/figures/_collection.yaml", collection)
        .with("content/figures/kestrel.yaml", &format!("{held}label: {{en: Kestrels, de: Kestrels}}\nreported: [{{is: 4711, since: 2025, source: report-2025}}]\n"))
        .with("content/figures/parks.yaml", "label: {en: Parks, de: Parks}\ncount: parks\nby: city\n")
        .with("content/figures/in-town.yaml", "label: {en: In town, de: In der Stadt}\ncount: parks\nwhere: {city: kestrel-town}\n")
}

fn traces(built: &Built) -> Vec<String> {
    let holds = |bytes: &[u8]| {
        let lower = bytes.to_ascii_lowercase();
        lower.windows(SECRET.len()).any(|window| window == SECRET.as_bytes())
            || lower.windows(4).any(|window| window == b"4711" || window == b"99.5")
    };
    let found = built.files.iter().filter(|(path, bytes)| path.contains(SECRET) || holds(bytes));
    found.map(|(path, _)| path.clone()).collect()
}

#[test]
fn a_held_record_leaves_no_trace_in_any_byte() {
    let built = with_secrets("2026-11-25").build();

    // The editor is told, and nobody else.
    let told = built.findings();
    let expected = ["hidden-quote content/parks/south/de.md:4:5", "hidden-quote content/parks/south/en.md:4:6"];
    assert!(expected.iter().all(|expected| told.iter().any(|finding| finding == expected)), "{told:?}");
    assert!(told.iter().all(|finding| finding.starts_with("hidden-")), "{told:?}");
    assert_eq!(traces(&built), Vec::<String>::new());
    assert!(built.text("en/figures/parks/index.html").contains("<data value=\"2\">"));
    assert!(built.text("en/figures/in-town/index.html").contains("<data value=\"0\">"));
}

#[test]
fn when_its_day_comes_it_is_there_and_counts() {
    let built = with_secrets("2026-11-25").build_for(Run::on("2026-11-25"));

    assert_eq!(built.findings(), Vec::<String>::new());
    assert!(built.text("en/parks/kestrel-park/index.html").contains("Kestrel Park"));
    assert!(built.text("en/parks/south/index.html").contains("<data value=\"4711\">"));
    assert!(built.text("en/figures/parks/index.html").contains("<data value=\"3\">"));
    assert!(built.text("en/figures/in-town/index.html").contains("<data value=\"1\">"));
    assert!(built.files.contains_key("files/parks/kestrel/kestrel.jpg"));
}

#[test]
fn a_draft_and_an_expired_record_leave_no_trace_either() {
    for held in ["draft: true", "expires_on: 2026-11-24"] {
        let mut site = with_secrets("2020-01-01");
        for bytes in site.0.values_mut() {
            let text = String::from_utf8_lossy(bytes).replace("publish_on: 2020-01-01", held);
            *bytes = text.into_bytes();
        }
        assert_eq!(traces(&site.build()), Vec::<String>::new(), "{held}");
        let preview = site.build_for(Run { drafts: true, ..run() });
        assert!(preview.files.contains_key("en/parks/kestrel-park/index.html"), "{held}");
    }
}

#[test]
fn the_build_says_when_the_next_change_is_due() {
    let folder = crate::support::Folderish::of(&with_secrets("2027-01-15"));

    let output = crate::support::prospectus(&folder.0, &["build"]);

    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains("changes next on 2027-01-15"), "{words}");
}

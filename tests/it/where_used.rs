//! Style sheets that pages link only where they have something for them, and modules that import their neighbours.

use crate::support::{Built, Site, small};

/// The small site with templates that link sheets where they are used.
fn dressed(files: &[(&str, &str)]) -> Built {
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    let site = small()
        .with("content/site.yaml", &format!("{settings}theme: city\n"))
        .with("themes/city/theme.yaml", "extends: report\n")
        .with(
            "themes/city/templates/parts/stylesheets.html",
            "<link rel=\"stylesheet\" href=\"{{ asset(path=\"city.css\") }}\">\n\
             <link rel=\"stylesheet\" href=\"{{ asset(path=\"facts.css\") }}\" data-where-used>\n\
             <link rel=\"stylesheet\" href=\"{{ site.path }}/own.css\" data-where-used>\n\
             <script type=\"module\" src=\"{{ asset(path=\"js/city.js\") }}\"></script>\n",
        )
        .with("themes/city/static/city.css", "h1 { color: red }\n")
        .with("themes/city/static/facts.css", "/* .title */ @layer a { .facts dt { color: red } }\n")
        .with("themes/city/static/js/city.js", "import { say } from './words.js';\nsay();\n")
        .with("themes/city/static/js/words.js", "export const say = () => {};\n")
        .with("content/static/own.css", ".no-such-class { color: red }\n");
    files.iter().fold(site, |site: Site, (path, text)| site.with(path, text)).build()
}

#[test]
fn a_sheet_is_linked_where_a_page_has_its_classes() {
    let built = dressed(&[]);

    assert_eq!(built.findings(), Vec::<String>::new());
    let (record, list) = (built.text("en/parks/north/index.html"), built.text("en/parks/index.html"));
    assert!(record.contains("class=\"facts\"") && record.contains("/assets/facts."), "{record}");
    assert!(!list.contains("class=\"facts\"") && !list.contains("/assets/facts."), "{list}");
    for (path, page) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(page);
        assert!(!page.contains("where-used") && !page.contains("own.css"), "{path}");
        assert!(page.contains("/assets/city.") || page.contains("http-equiv=\"refresh\""), "{path}");
    }
}

#[test]
fn a_sheet_of_the_site_is_known_as_well() {
    let built = dressed(&[("content/static/own.css", ".facts { color: red }\n")]);

    assert!(built.text("en/parks/north/index.html").contains("<link rel=\"stylesheet\" href=\"/own.css\">"));
    assert!(!built.text("en/parks/index.html").contains("own.css"));
}

#[test]
fn what_a_module_imports_has_its_fingerprint() {
    let built = dressed(&[]);

    let path = |start: &str| built.files.keys().find(|path| path.starts_with(start)).unwrap().clone();
    let (city, words) = (path("assets/js/city."), path("assets/js/words."));
    let imported = words.strip_prefix("assets/js/").unwrap();
    assert_eq!(built.text(&city), format!("import {{ say }} from './{imported}';\nsay();\n"));
    let other = dressed(&[("themes/city/static/js/words.js", "export const say = () => 1;\n")]);
    assert!(!other.files.contains_key(&city), "a change of what is imported is a change of the module");
}

#[test]
fn a_module_that_is_not_there_is_found_where_it_is_imported() {
    let built = dressed(&[("themes/city/static/js/city.js", "import './word.js';\n")]);

    assert_eq!(built.findings(), ["missing-file themes/city/static/js/city.js:1:9"]);
    let hint = built.diagnostics[0].hint.as_deref().unwrap_or_default();
    assert!(hint.contains("js/words.js"), "{hint}");
}

#[test]
fn modules_that_import_each_other_end() {
    let built = dressed(&[
        ("themes/city/static/js/city.js", "import './words.js';\n"),
        ("themes/city/static/js/words.js", "import './city.js';\n"),
    ]);

    assert_eq!(built.findings().len(), 1, "{:?}", built.findings());
}

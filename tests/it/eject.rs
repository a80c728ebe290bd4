//! `theme list` and `theme eject`, as theme authors use them.

use std::fs;

use crate::support::{Folderish, Site, prospectus, small};

/// A site with the built-in theme.
fn with_report() -> Site {
    small().with("content/site.yaml", "title: P\nbase_url: https://p.example\nlanguages: [en, de]\ntheme: report\n")
}

/// What a command wrote to stderr, where people read.
fn said(folder: &Folderish, arguments: &[&str]) -> (Option<i32>, String) {
    let output = prospectus(&folder.0, arguments);
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn listed(folder: &Folderish) -> serde_json::Value {
    serde_json::from_slice(&prospectus(&folder.0, &["theme", "list", "--format", "json"]).stdout).unwrap()
}

/// The entry of a list that has a name.
fn entry<'l>(list: &'l serde_json::Value, kind: &str, name: &str) -> &'l serde_json::Value {
    list[kind]
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["name"] == name)
        .unwrap_or_else(|| panic!("no {kind} {name}"))
}

#[test]
fn everything_of_a_theme_is_listed_with_the_layer_that_it_comes_from() {
    let site = with_report()
        .with(
            "content/templates/components/Mark.html",
            "{#- Draws\n  a mark. -#}\n{% component Mark(of: map, big=false, ...rest) %}{% endcomponent %}",
        )
        .with(
            "content/templates/record.html",
            "{% extends \"report:record.html\" %}{% block after_content %}{% endblock %}",
        )
        .with("content/locales/en.ftl", "skip-link = To the text\n");
    let folder = Folderish::of(&site);

    let list = listed(&folder);

    assert_eq!(list["layers"], serde_json::json!(["site", "report"]));
    let record = entry(&list, "templates", "record.html");
    assert_eq!((&record["layer"], &record["replaces"]), (&"site".into(), &serde_json::json!(["report"])));
    assert_eq!(
        (&record["extends"], &record["blocks"]),
        (&"report:record.html".into(), &serde_json::json!(["after_content"]))
    );
    assert!(entry(&list, "templates", "base.html")["blocks"].as_array().unwrap().contains(&"stylesheets".into()));
    let mark = entry(&list, "components", "Mark");
    assert_eq!((&mark["about"], &mark["open"]), (&"Draws a mark.".into(), &true.into()));
    assert_eq!(
        mark["arguments"][1],
        serde_json::json!({"name": "big", "type": null, "default": "false", "required": false})
    );
    assert_eq!(entry(&list, "components", "Value")["layer"], "report");
    assert_eq!(entry(&list, "messages", "skip-link")["replaces"], serde_json::json!(["report"]));
    assert_eq!(entry(&list, "static", "report.css")["layer"], "report");
    assert_eq!(entry(&list, "static", "palette.css")["layer"], "made");
}

#[test]
fn the_list_is_read_in_a_terminal() {
    let folder = Folderish::of(&with_report().with("content/templates/base.html", "{% block own %}{% endblock %}"));

    let output = prospectus(&folder.0, &["theme", "list"]);

    let text = String::from_utf8_lossy(&output.stdout);
    let has = |line: &str| text.lines().any(|known| known.split_whitespace().eq(line.split_whitespace()));
    for line in [
        "Layers, strongest first: site, report",
        "base.html  site, in place of report",
        "base.html  own",
        "index.html  report",
        "palette.css  made from `brand` and the title",
        "skip-link  report",
    ] {
        assert!(has(line), "{line}\n{text}");
    }
}

#[test]
fn a_file_is_copied_once_into_its_place_and_check_tells_when_the_original_changes() {
    let folder = Folderish::of(&with_report());
    let path = |path: &str| folder.0.join(path);
    let names =
        ["parts/footer-end.html", "components/Value.html", "static/report.css", "locales/de.ftl", "record.html"];

    for name in names {
        assert_eq!(said(&folder, &["theme", "eject", name]).0, Some(0), "{name}");
    }

    let original = prospectus(&folder.0, &["theme", "eject", "report:parts/footer-end.html", "--print"]);
    let original = String::from_utf8_lossy(&original.stdout).into_owned();
    let copied = fs::read_to_string(path("content/templates/parts/footer-end.html")).unwrap();
    let (note, rest) = copied.split_once('\n').unwrap();
    assert!(note.starts_with("{#- ejected from report:templates/parts/footer-end.html sha256:"), "{note}");
    assert_eq!(rest, original);
    assert!(path("content/templates/components/Value.html").is_file() && path("content/locales/de.ftl").is_file());
    assert_eq!(messages(&folder), Vec::<String>::new());

    let (code, words) = said(&folder, &["theme", "eject", "parts/footer-end.html"]);
    assert_eq!(code, Some(3));
    assert!(
        words.contains("content/templates/parts/footer-end.html is there already and was left as it is"),
        "{words}"
    );
    assert_eq!(fs::read_to_string(path("content/templates/parts/footer-end.html")).unwrap(), copied);
    let (code, words) = said(&folder, &["theme", "eject", "parts/footr-end.html"]);
    assert_eq!(code, Some(3));
    assert!(words.contains("did you mean `parts/footer-end.html`?"), "{words}");
}

/// What `check` says of copies.
fn messages(folder: &Folderish) -> Vec<String> {
    let checked = prospectus(&folder.0, &["check", "--only", "ejected-changed", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let findings = document["diagnostics"].as_array().unwrap().iter();
    findings
        .map(|finding| format!("{}: {}", finding["path"].as_str().unwrap(), finding["message"].as_str().unwrap()))
        .collect()
}

#[test]
fn a_copy_whose_original_has_changed_or_is_gone_is_told_by_check_alone() {
    let notes = [
        (
            "content/templates/parts/end.html",
            "{#- ejected from report:templates/parts/footer-end.html sha256:0000 -#}\n",
        ),
        ("content/static/report.css", "/* ejected from report:static/report.css sha256:0000 */\n"),
        ("content/locales/en.ftl", "# ejected from report:locales/en.ftl sha256:0000\nskip-link = Text\n"),
        ("content/templates/gone.html", "{#- ejected from report:templates/gone.html sha256:0000 -#}\n"),
    ];
    let site = notes.iter().fold(with_report(), |site, (path, text)| site.with(path, text));
    let folder = Folderish::of(&site);

    assert_eq!(
        messages(&folder),
        [
            "content/locales/en.ftl: `report:locales/en.ftl` has changed since it was copied here",
            "content/static/report.css: `report:static/report.css` has changed since it was copied here",
            "content/templates/gone.html: `report:templates/gone.html` was copied here and is gone from the theme",
            "content/templates/parts/end.html: `report:templates/parts/footer-end.html` has changed since it was copied here",
        ]
    );
    assert_eq!(site.build().findings(), Vec::<String>::new());
}

#[test]
fn a_site_that_names_the_day_of_its_data_can_have_its_theme_copied_without_a_word() {
    let settings = "title: P\nbase_url: https://p.example\nlanguages: [en, de]\ntheme: report\nas_of: 2024-05-01\n";
    let folder = Folderish::of(&small().with("content/site.yaml", settings));

    let (code, words) = said(&folder, &["theme", "eject", "static/report.css", "--print"]);

    assert_eq!((code, words.as_str()), (Some(0), ""));
}

#[test]
fn a_static_file_of_the_site_takes_the_place_of_the_themes() {
    let built = with_report().with("content/static/report.css", "p { color: red }").build();

    let sheets: Vec<_> = built.files.iter().filter(|(path, _)| path.starts_with("assets/report.")).collect();
    assert_eq!(sheets.len(), 1);
    assert_eq!(String::from_utf8_lossy(sheets[0].1), "p{color: red}\n");
}

#[test]
fn a_site_with_copies_of_everything_builds_as_before() {
    let folder = Folderish::of(&with_report());
    let before = crate::support::build_folder(&folder.0);
    let (code, words) = said(&folder, &["theme", "eject"]);
    assert_eq!(code, Some(0), "{words}");
    assert!(
        words.contains("are in themes/report-own/. Take them by `theme: report-own` in content/site.yaml"),
        "{words}"
    );
    assert!(words.contains("and write `report-own:` where templates of yours say `report:`"), "{words}");
    let settings = fs::read_to_string(folder.0.join("content/site.yaml")).unwrap();
    fs::write(folder.0.join("content/site.yaml"), settings.replace("theme: report", "theme: report-own")).unwrap();

    let after = crate::support::build_folder(&folder.0);

    assert_eq!(after.findings(), before.findings());
    let pages = |built: &crate::support::Built| {
        let pages = built.files.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect::<Vec<_>>()
    };
    assert_eq!(pages(&after), pages(&before));
    assert_eq!(said(&folder, &["theme", "eject"]).0, Some(3), "the theme lies in themes/ now");
}

#[test]
fn a_theme_that_builds_on_the_built_in_one_is_told_what_to_extend() {
    let settings = "title: P\nbase_url: https://p.example\nlanguages: [en, de]\ntheme: mine\n";
    let site = small().with("content/site.yaml", settings).with("themes/mine/theme.yaml", "extends: report\n");
    let folder = Folderish::of(&site);

    let (code, words) = said(&folder, &["theme", "eject"]);

    assert_eq!(code, Some(0));
    assert!(words.contains("Take them by `extends: report-own` in themes/mine/theme.yaml"), "{words}");
}

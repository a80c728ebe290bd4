//! The command line, as scripts see it.

use std::fs;
use std::process::Command;

use crate::support::{Folderish, prospectus, small};

#[test]
fn exit_codes_tell_what_happened() {
    let good = Folderish::of(&small());
    let warned = Folderish::of(&small().with("content/cities/notes.txt", "x"));
    let code = |folder: &Folderish, arguments: &[&str]| prospectus(&folder.0, arguments).status.code();

    assert_eq!(code(&good, &["check"]), Some(0));
    assert_eq!(code(&warned, &["check"]), Some(0));
    assert_eq!(code(&warned, &["check", "--strict"]), Some(1));
    assert_eq!(code(&good, &["chekc"]), Some(2));
    assert_eq!(code(&good, &["explain", "no-such-code"]), Some(2));
    assert_eq!(code(&good, &["build", "--output", "content/site.yaml/x"]), Some(3));
}

#[test]
fn the_last_line_counts() {
    let folder = Folderish::of(&small());

    let output = prospectus(&folder.0, &["check"]);

    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(text.lines().last(), Some("25 files, 5 records, 20 pages: 0 errors, 0 warnings"));
}

#[test]
fn findings_are_json_and_sarif_when_asked_for() {
    let folder = Folderish::of(&small().with("content/parks/north/facts.yaml", "area: 1,000\n"));

    let json = prospectus(&folder.0, &["check", "--format", "json"]);
    let sarif = prospectus(&folder.0, &["check", "--format", "sarif"]);

    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let finding = &json["diagnostics"][0];
    assert_eq!((finding["code"].as_str(), finding["line"].as_u64()), (Some("invalid-value"), Some(1)));
    assert_eq!(finding["hint"], "write 1000 if the sign separates thousands, 1.000 if it is the decimal sign");
    let sarif: serde_json::Value = serde_json::from_slice(&sarif.stdout).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "invalid-value");
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startColumn"], 7);
}

#[test]
fn what_is_written_can_be_chosen_and_what_is_found_stays() {
    let mut site =
        small().with("content/parks/north/facts.yaml", "area: 1,000\n").with("content/cities/notes.txt", "x");
    for at in 0..40 {
        let text = format!("---\nname: City {at}\n---\n");
        site = site.with(&format!("content/cities/city-{at}/en.md"), &text);
    }
    let folder = Folderish::of(&site);
    let run = |arguments: &[&str]| {
        let output = prospectus(&folder.0, arguments);
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };

    let (all, quiet) = (run(&["check"]), run(&["check", "--quiet"]));
    let only = run(&["check", "--only", "missing-translation"]);
    let count = |text: &str, word: &str| text.matches(word).count();

    assert_eq!((all.0, quiet.0, only.0), (Some(1), Some(1), Some(1)), "what is written does not change what is found");
    assert!(all.1.starts_with("error[invalid-value]"), "{}", all.1);
    assert_eq!(count(&all.1, "warning[missing-translation]"), 3);
    assert!(all.1.contains("and 37 more like this: --only missing-translation lists them"), "{}", all.1);
    let strict = run(&["check", "--quiet", "--strict"]);
    assert!(count(&strict.1, "warning[") > 0, "what stops publication is written");
    assert_eq!((count(&quiet.1, "error["), count(&quiet.1, "warning[")), (1, 0));
    assert_eq!((count(&only.1, "error["), count(&only.1, "warning[missing-translation]")), (0, 40));
    let last = |text: &str| text.lines().find(|line| line.contains(" files, ")).unwrap_or_default().to_owned();
    assert!(
        last(&only.1).contains("1 error, 41 warnings; 40 of ") && last(&quiet.1) == last(&all.1),
        "{}",
        last(&only.1)
    );
    assert_eq!(run(&["check", "--only", "missing-translatoin"]).0, Some(2));
    let json = prospectus(&folder.0, &["check", "--format", "json"]);
    assert_eq!(count(&String::from_utf8_lossy(&json.stdout), "\"missing-translation\""), 40, "programs get all");
}

#[test]
fn links_carry_the_path_of_the_base_url() {
    let folder = Folderish::of(&small());

    assert!(prospectus(&folder.0, &["build", "--base-url", "https://host.example/report/"]).status.success());

    let page = fs::read_to_string(folder.0.join("output/en/about/index.html")).unwrap();
    assert!(page.contains("href=\"/report/en/parks/north/\""), "{page}");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://host.example/report/en/about/\">"), "{page}");
}

#[test]
fn a_new_site_builds_at_once() {
    let folder = Folderish::new();

    assert!(prospectus(&folder.0, &["init", "parks", "--languages", "en,de"]).status.success());
    let built = prospectus(&folder.0.join("parks"), &["build", "--strict"]);

    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let home = fs::read_to_string(folder.0.join("parks/output/en/index.html")).unwrap();
    assert!(home.contains("<data value=\"24.75\">24.75</data> hectares"), "a number has its unit: {home}");
    assert_eq!(prospectus(&folder.0, &["init", "parks"]).status.code(), Some(3), "never over files that are there");
}

#[test]
fn the_theme_of_the_tests_is_no_theme_of_the_program() {
    let folder = Folderish::new();
    assert!(prospectus(&folder.0, &["init", ".", "--languages", "en,de"]).status.success());
    let settings = folder.0.join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap();

    fs::write(&settings, text.replace("theme: report", "theme: plain")).unwrap();
    let plain = prospectus(&folder.0, &["check"]);
    fs::write(&settings, text.replace("theme: report ", "#")).unwrap();
    let unnamed = prospectus(&folder.0, &["check", "--strict"]);

    let said = String::from_utf8_lossy(&plain.stderr).into_owned();
    assert_eq!(plain.status.code(), Some(1));
    assert!(said.contains("there is no theme `plain`") && said.contains("use the built-in theme `report`"), "{said}");
    assert_eq!(unnamed.status.code(), Some(0), "{}", String::from_utf8_lossy(&unnamed.stderr));
}

#[test]
fn the_report_stands_as_of_a_day() {
    let folder = Folderish::of(&small());
    let state = |day: &str| {
        assert!(prospectus(&folder.0, &["build", "--as-of", day]).status.success());
        let page = fs::read_to_string(folder.0.join("output/en/parks/north/index.html")).unwrap();
        ["planned", "open"].into_iter().find(|word| page.contains(&format!("<dd>{word}"))).map(str::to_owned)
    };

    assert_eq!(state("2018-12-31"), None);
    assert_eq!(state("2019-01-01").as_deref(), Some("planned"));
    assert_eq!(state("2020-06-01").as_deref(), Some("open"));
}

#[test]
fn a_hidden_language_is_written_and_not_published() {
    let settings =
        "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [{code: de, hidden: true}, en]\n";
    let site = small().with("content/site.yaml", settings);

    let public = site.build();
    let preview = site.build_for(prospectus::config::Run { drafts: true, ..crate::support::run() });

    assert_eq!(public.findings(), Vec::<String>::new());
    assert!(public.files.keys().all(|path| !path.starts_with("de/")), "{:?}", public.files.keys());
    assert!(!public.files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("Nordpark")));
    assert!(preview.text("de/parks/nordpark/index.html").contains("Nordpark"));
}

#[test]
fn a_record_held_back_leaves_no_trace() {
    let site = small()
        .with(
            "content/cities/zibo.yaml",
            "name: {en: Zibosecret, de: Zibosecret}\ndraft: true\naliases: [/old-zibosecret/]\n",
        )
        .with("content/parks/north/facts.yaml", "source: report-2025\narea: 1\ncity: zibo\n")
        .with("content/pages/about/en.md", "---\ntitle: About\n---\nSee [](@cities/zibo) and [it](@cities/zibo).\n");

    let built = site.build();

    // The editor is told, and nobody else.
    assert_eq!(
        built.findings(),
        ["hidden-quote content/pages/about/en.md:4:5", "hidden-link content/pages/about/en.md:4:26"]
    );
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!text.contains("zibo") && !path.contains("zibo"), "{path}: {text}");
    }
    assert!(!built.text("en/parks/north/index.html").contains("fact-city"));
}

#[test]
fn an_output_that_is_a_link_stays_one() {
    let folder = Folderish::of(&small());
    fs::create_dir(folder.0.join("web")).unwrap();
    std::os::unix::fs::symlink("web", folder.0.join("output")).unwrap();

    assert!(prospectus(&folder.0, &["build"]).status.success());

    assert!(folder.0.join("output").is_symlink());
    assert!(folder.0.join("web/en/index.html").is_file());
}

#[test]
fn many_folders_do_not_exhaust_open_files() {
    let mut site = small();
    for at in 0..400 {
        site = site
            .with(
                &format!("content/cities/city-{at}/facts.yaml"),
                &format!("name: {{en: City {at}, de: Stadt {at}}}\n"),
            )
            .with(&format!("content/cities/city-{at}/plan.txt"), "x");
    }
    let folder = Folderish::of(&site);

    let limited = Command::new("sh")
        .args(["-c", "ulimit -n 320; exec \"$0\" build", env!("CARGO_BIN_EXE_prospectus")])
        .current_dir(&folder.0)
        .output()
        .unwrap();

    assert!(limited.status.success(), "{}", String::from_utf8_lossy(&limited.stderr));
}

#[test]
fn a_day_is_written_in_one_way_and_lies_in_our_era() {
    let folder = Folderish::of(&small());
    for text in ["2024-01-01T00:00", "20240101", "0000-01-01", "-000001-01-01", "2024-1-1", "2024-02-30", "10000-01-01"]
    {
        let output = prospectus(&folder.0, &["check", &format!("--as-of={text}")]);
        assert_eq!(output.status.code(), Some(2), "{text}");
    }
    assert_eq!(prospectus(&folder.0, &["check", "--as-of=2024-01-01"]).status.code(), Some(0));

    let early = Command::new(env!("CARGO_BIN_EXE_prospectus"))
        .arg("check")
        .current_dir(&folder.0)
        .env("SOURCE_DATE_EPOCH", "-70000000000")
        .output()
        .unwrap();

    assert_eq!(early.status.code(), Some(3), "{}", String::from_utf8_lossy(&early.stderr));
}

//! The lists in the docs are those of the program: what there is stands there, and nothing else.

use std::collections::BTreeSet;

use prospectus::model::collection_key::CollectionKey;
use prospectus::model::fact_key::FactKey;
use prospectus::model::field_type::{FieldKey, FieldType};
use prospectus::model::record_key::RecordKey;

use crate::docs::{base, document};
use crate::support::{Folderish, Site, prospectus};

type Names = BTreeSet<String>;

/// The text below a heading, to the next one of its level or above.
fn section(path: &str, heading: &str) -> String {
    let text = document(path);
    let level = heading.split(' ').next().unwrap().len();
    let below = text.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{path} has no `{heading}`")).1;
    let mut is_code = false;
    let lines = below.lines().take_while(|line| {
        is_code ^= line.starts_with("```");
        let marks = line.chars().take_while(|c| *c == '#').count();
        is_code || marks == 0 || marks > level
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// The cells of the tables in a text, without their heads.
fn rows(text: &str) -> Vec<Vec<String>> {
    let lines: Vec<&str> = text.lines().collect();
    let is_head = |index: usize| lines.get(index + 1).is_some_and(|next| next.starts_with("| ---"));
    let of_table =
        |(index, line): &(usize, &&str)| line.starts_with('|') && !line.starts_with("| ---") && !is_head(*index);
    let cells = |line: &str| {
        let line = line.replace("\\|", "\u{0}");
        line.trim_matches('|').split('|').map(|cell| cell.trim().replace('\u{0}', "|")).collect()
    };
    lines.iter().enumerate().filter(of_table).map(|(_, line)| cells(line)).collect()
}

/// What stands between backticks.
fn spans(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// What stands between backticks in the first cells of the tables in a text.
fn first_spans(text: &str) -> Names {
    rows(text).iter().flat_map(|row| spans(&row[0]).collect::<Vec<_>>()).collect()
}

#[track_caller]
fn assert_same(what: &str, documented: &Names, known: &Names) {
    let missing: Vec<&String> = known.difference(documented).collect();
    let stale: Vec<&String> = documented.difference(known).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "{what}: to be documented: {missing:#?}\n documented, but not there: {stale:#?}"
    );
}

fn names<'n>(words: impl IntoIterator<Item = &'n str>) -> Names {
    words.into_iter().map(str::to_owned).collect()
}

/// What `theme list` says of the built-in theme.
fn listed() -> serde_json::Value {
    let site = Site::default().with(
        "content/site.yaml",
        "title: {en: T}\nbase_url: https://t.example\nlanguages: [en]\nas_of: 2026-11-24\ntheme: report\n",
    );
    let folder = Folderish::of(&site);
    let output = prospectus(&folder.0, &["theme", "list", "--format", "json"]);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

fn entries<'l>(list: &'l serde_json::Value, kind: &str) -> &'l Vec<serde_json::Value> {
    list[kind].as_array().unwrap()
}

fn word<'v>(entry: &'v serde_json::Value, name: &str) -> &'v str {
    entry[name].as_str().unwrap_or_default()
}

fn words(entry: &serde_json::Value, name: &str) -> Names {
    names(entry[name].as_array().into_iter().flatten().filter_map(|word| word.as_str()))
}

/// The blocks of the templates that a template extends.
fn inherited(list: &serde_json::Value, template: &serde_json::Value) -> Names {
    let parent = entries(list, "templates").iter().find(|other| word(other, "name") == word(template, "extends"));
    parent.map_or_else(Names::new, |parent| &words(parent, "blocks") | &inherited(list, parent))
}

#[test]
fn every_block_of_report_is_documented_with_the_template_that_brings_it() {
    let list = listed();
    let known = entries(&list, "templates").iter().flat_map(|template| {
        let own = &words(template, "blocks") - &inherited(&list, template);
        own.into_iter().map(|block| format!("{} {block}", word(template, "name"))).collect::<Vec<_>>()
    });
    // The same block of two branches is told once: `contents` of a figure is what it is of a record.
    let known: Names = known.collect();
    let text = section("docs/themes.md", "## The blocks of `report`");
    let documented = rows(&text).into_iter().flat_map(|row| {
        let (first, second) = (spans(&row[0]).next().unwrap(), spans(&row[1]).next().unwrap_or_default());
        let is_of_template = first.ends_with(".html");
        if is_of_template { vec![format!("{first} {second}")] } else { vec![format!("base.html {first}")] }
    });
    assert_same("blocks", &documented.collect(), &known);
}

#[test]
fn every_component_and_every_part_of_report_is_documented_as_it_is() {
    let list = listed();
    let argument = |argument: &serde_json::Value| {
        let default = argument["default"].as_str();
        match (argument["type"].as_str(), default) {
            (Some(kind), Some(default)) => format!("{}: {kind} = {default}", word(argument, "name")),
            (Some(kind), None) => format!("{}: {kind}", word(argument, "name")),
            (None, _) => format!("{}={}", word(argument, "name"), default.unwrap_or("none")),
        }
    };
    // What a component takes of its surroundings nobody passes.
    let is_passed = |argument: &&serde_json::Value| argument["required"] == true || !argument["default"].is_null();
    let public = entries(&list, "components")
        .iter()
        .filter(|component| word(component, "template") == format!("components/{}.html", word(component, "name")));
    let known = public.map(|component| {
        let arguments = component["arguments"].as_array().unwrap().iter().filter(is_passed).map(argument);
        format!("`{}` `{}`", word(component, "name"), arguments.collect::<Vec<_>>().join(", "))
    });
    let documented = rows(&section("docs/themes.md", "## The components of `report`"));
    assert_same("components", &documented.iter().map(|row| row[..2].join(" ")).collect(), &known.collect());

    let templates = entries(&list, "templates").iter().map(|template| word(template, "name"));
    let parts = templates.clone().filter(|name| name.starts_with("parts/"));
    assert_same("parts", &first_spans(&section("docs/themes.md", "## The parts of `report`")), &names(parts));

    let pages = templates.filter(|name| !name.starts_with("parts/") && !name.starts_with("components/"));
    let documented = first_spans(&section("docs/themes.md", "### The templates of `report`"));
    assert_same("templates", &documented, &names(pages));
}

#[test]
fn every_option_and_custom_property_of_report_is_documented() {
    let settings = document("themes/report/theme.yaml");
    let options = settings.split("options:\n").nth(1).unwrap().lines().take_while(|line| line.starts_with("  "));
    let options = options.map(|line| line.trim().split(':').next().unwrap());
    let documented = first_spans(&section("docs/themes.md", "### The options of `report`"));
    assert_same("options", &documented, &names(options));

    let sheet = document("themes/report/static/report.css");
    let text = section("docs/themes.md", "## The style sheet");
    let tokens = sheet.split("@layer tokens {").nth(1).unwrap().split("\n}").next().unwrap();
    let set = tokens.split([';', '{', '\n']).filter_map(|line| line.trim().split_once(':')).map(|(name, _)| name);
    let set = set.filter(|name| name.starts_with("--"));
    let in_tables = rows(&text).into_iter().flat_map(|row| spans(&row[1]).collect::<Vec<_>>());
    let (properties, classes): (Names, Names) = in_tables.partition(|name| name.starts_with("--"));
    assert_same("custom properties", &properties, &names(set));

    let without_rule: Vec<&String> = classes.iter().filter(|class| !has_rule(&sheet, class)).collect();
    assert_eq!(without_rule, Vec::<&String>::new(), "classes that are documented and have no rule");

    let layers = sheet.lines().find_map(|line| line.strip_prefix("@layer ")?.strip_suffix(';')).unwrap();
    let line = text.lines().find(|line| line.starts_with("Cascade layers")).unwrap();
    assert_eq!(spans(line).collect::<Vec<_>>().join(", "), layers);
}

/// Whether a style sheet has a rule for a class.
fn has_rule(sheet: &str, class: &str) -> bool {
    let selector = format!(".{class}");
    sheet.split(&selector).skip(1).any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_'))
}

/// What is registered for templates in a source file: names with their arguments.
fn callables(path: &str) -> Vec<(String, Vec<String>)> {
    let text = document(path);
    let calls = ["Callable::new(", "Callable::open("].map(|start| {
        let calls = text.split(start).skip(1).filter(|call| call.starts_with('"'));
        calls.map(|call| {
            let mut strings = call.split("],").next().unwrap().split('"').skip(1).step_by(2).map(str::to_owned);
            (strings.next().unwrap(), strings.collect())
        })
    });
    calls.into_iter().flatten().collect()
}

#[test]
fn every_function_and_every_filter_is_documented_with_its_arguments() {
    let of_functions = rows(section("docs/themes.md", "## Functions").split("### ").next().unwrap());
    let name_of = |span: &str| span.split('(').next().unwrap().to_owned();
    let documented = of_functions.iter().flat_map(|row| spans(&row[0]).collect::<Vec<_>>());
    let documented: Names = documented.filter(|span| span.contains('(')).map(|span| name_of(&span)).collect();
    let functions = callables("src/pages/functions.rs");
    assert_same("functions", &documented, &functions.iter().map(|(name, _)| name.clone()).collect());
    for (name, arguments) in &functions {
        let about = of_functions.iter().filter(|row| spans(&row[0]).any(|span| name_of(&span) == *name));
        let about: String = about.flatten().cloned().collect();
        for argument in arguments {
            let is_told = about.contains(&format!("{argument}=")) || about.contains(&format!("`{argument}`"));
            assert!(is_told, "the argument `{argument}` of `{name}` is not documented");
        }
    }

    let text = section("docs/themes.md", "## Filters");
    let known = callables("src/pages/filters.rs");
    let own = text.split("Tera's own").next().unwrap();
    let told: Names = spans(own).map(|span| name_of(&span)).collect();
    for (name, arguments) in &known {
        assert!(told.contains(name), "the filter `{name}` is not documented");
        let missing: Vec<&String> =
            arguments.iter().filter(|argument| !text.contains(&format!("{argument}="))).collect();
        assert_eq!(missing, Vec::<&String>::new(), "arguments of the filter `{name}`");
    }
}

/// The names between quotation marks of a list in a source file.
fn source_list(path: &str, start: &str) -> Names {
    let text = document(path);
    let list = text.split(start).nth(1).unwrap_or_else(|| panic!("{path} has no {start}"));
    names(list.split(';').next().unwrap().split('"').skip(1).step_by(2))
}

/// The words of a text that stand before a colon or between backticks: keys that it shows.
fn shown_keys(text: &str) -> Names {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let before_colon = text.split(':').map(|before| before.rsplit(|c| !is_part(c)).next().unwrap_or_default());
    before_colon.map(str::to_owned).chain(spans(text)).collect()
}

#[track_caller]
fn assert_shown<'n>(what: &str, path: &str, heading: &str, known: impl IntoIterator<Item = &'n str>) {
    let shown = shown_keys(&section(path, heading));
    let missing: Vec<&str> = known.into_iter().filter(|name| !shown.contains(*name)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "{what} that `{heading}` of {path} does not show");
}

#[test]
fn every_key_of_the_model_of_records_and_of_settings_is_documented() {
    let content = "docs/content.md";
    let of_collections = CollectionKey::ALL.iter().map(|key| key.name()).filter(|name| *name != "boundaries");
    assert_shown("keys of collections", content, "## The content model: `_collection.yaml`", of_collections);
    assert_shown("keys of collections", content, "## Figures", ["boundaries"]);
    let of_fields = FieldKey::ALL.iter().filter(|key| key.is_for_sites()).map(|key| key.name());
    assert_shown("keys of fields", content, "## The content model: `_collection.yaml`", of_fields);
    assert_shown("keys of records", content, "## A record", RecordKey::ALL.iter().map(|key| key.name()));
    assert_shown("keys of facts", content, "## Facts, short and long", FactKey::ALL.iter().map(|key| key.name()));

    let settings = source_list("src/config/mod.rs", "const KEYS: &[&str] = &[");
    assert_shown("keys of site.yaml", content, "## `site.yaml`", settings.iter().map(String::as_str));
    let of_themes = source_list("src/theme/settings.rs", "const KEYS: &[&str] = &[");
    assert_shown("keys of theme.yaml", "docs/themes.md", "## theme.yaml", of_themes.iter().map(String::as_str));
    for (file, heading) in [
        ("figures", "## Figures"),
        ("corrections", "## Publishing and corrections"),
        ("sources", "### A source"),
        ("terms", "### A term"),
    ] {
        let model = document(&format!("src/model/builtin/{file}.yaml"));
        let fields = model.split("\nfields:\n").nth(1).unwrap().lines();
        let fields = fields.filter(|line| line.starts_with("  ") && !line.starts_with("   ") && !line.contains('#'));
        // The names of figures are their labels, here as everywhere.
        let fields = fields.map(|line| line.trim().split(':').next().unwrap());
        assert_shown(&format!("fields of {file}"), content, heading, fields.filter(|name| !name.is_empty()));
    }
}

#[test]
fn every_key_of_fields_is_in_the_table_with_the_types_that_take_it() {
    let types = || FieldType::ALL.iter().filter(|kind| kind.is_for_sites());
    let takes = |key: FieldKey| types().filter(move |kind| kind.keys().contains(&key)).map(|kind| kind.name());
    let known = FieldKey::ALL.iter().filter(|key| key.is_for_sites()).map(|key| match FieldKey::COMMON.contains(key) {
        true => format!("{}: every type", key.name()),
        false => format!("{}: {}", key.name(), takes(*key).collect::<Vec<_>>().join(" ")),
    });
    let documented = rows(&section("docs/content.md", "### Keys of fields")).into_iter().map(|row| {
        let name = spans(&row[0]).next().unwrap();
        format!("{name}: {}", row[1].replace('`', ""))
    });
    assert_same("keys of fields", &documented.collect(), &known.collect());
}

#[test]
fn every_type_of_field_is_in_the_table_and_each_of_its_rows_builds() {
    let table = rows(&section("docs/content.md", "### Types of fields"));
    let known = FieldType::ALL.iter().filter(|kind| kind.is_for_sites()).map(|kind| kind.name());
    let documented = table.iter().flat_map(|row| spans(&row[0]).collect::<Vec<_>>()).collect();
    assert_same("types of fields", &documented, &names(known));

    // One record has a field of every row.
    let mut model = "label: {en: Samples, de: Beispiele}\nroles: {title: name}\nfields:\n".to_owned();
    let mut facts = "source: daily-2020\n".to_owned();
    for row in &table {
        let declared = spans(&row[1]).next().unwrap_or_else(|| panic!("nothing is declared: {row:?}"));
        let written = spans(&row[2]).next().unwrap_or_else(|| panic!("nothing is written: {row:?}"));
        let (name, _) = written.split_once(':').unwrap_or_else(|| panic!("names no field: {row:?}"));
        model += &format!("  {name}: {declared}\n");
        facts += &format!("{written}\n");
    }
    let mut site =
        base().with("content/samples/_collection.yaml", &model).with("content/samples/one/facts.yaml", &facts);
    for file in ["laboratory.jpg", "report.pdf"] {
        let bytes = site.0[&format!("content/centers/bearings/{file}")].clone();
        site.0.insert(format!("content/samples/one/{file}"), bytes);
    }
    let built = site.build();
    let told: Vec<&String> = built.diagnostics.iter().map(|finding| &finding.message).collect();
    assert_eq!(built.findings(), Vec::<String>::new(), "{told:?}");
}

#[test]
fn every_command_is_in_the_readme() {
    let folder = Folderish::new();
    let commands = |arguments: &[&str]| {
        let help = String::from_utf8(prospectus(&folder.0, arguments).stdout).unwrap();
        let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap().to_owned();
        names(list.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help"))
    };
    let of_theme = commands(&["theme", "--help"]).into_iter().map(|name| format!("theme {name}"));
    let all = commands(&["--help"]).into_iter().filter(|name| name != "theme").chain(of_theme);

    let text = section("README.md", "## The command line");
    let lines = text.lines().filter_map(|line| line.strip_prefix("prospectus "));
    let told = lines.map(|line| {
        let mut words = line.split_whitespace();
        let first = words.next().unwrap();
        if first == "theme" { format!("theme {}", words.next().unwrap()) } else { first.to_owned() }
    });
    assert_same("commands", &told.collect(), &all.collect());
}

/// A page that says the names of what templates are given.
const KEYS: &str = "{% for name, of in page %}page {{ name }}\n{% endfor %}{% for name, of in site %}site {{ name }}\n{% endfor %}{% for name, of in fact(record=record, field=\"stage\") %}fact {{ name }}\n{% endfor %}{% for name, of in figure(key=\"centers-by-city\") %}figure {{ name }}\n{% endfor %}{% for name, of in collection(of=\"centers\") %}collection {{ name }}\n{% endfor %}{% for name, of in alternates[0] %}alternate {{ name }}\n{% endfor %}{% for name, of in columns(of=\"centers\")[0] %}column {{ name }}\n{% endfor %}";

/// The names between the first braces of a text.
fn braced(text: &str) -> Names {
    let inside = text.split_once('{').and_then(|(_, rest)| rest.split_once('}')).unwrap_or_else(|| panic!("{text}")).0;
    names(inside.split(',').map(str::trim))
}

#[test]
fn every_value_that_templates_are_given_is_documented() {
    let facts = String::from_utf8(base().0["content/centers/bearings/facts.yaml"].clone()).unwrap();
    let built = base()
        .with("content/centers/bearings/facts.yaml", &format!("{facts}template: keys.html\n"))
        .with("content/templates/keys.html", KEYS)
        .build();
    let page = built.text("en/centers/bearings/index.html");
    let given = |of: &str| {
        let lines = page.lines().filter_map(|line| line.strip_prefix(of)?.strip_prefix(' '));
        let given = names(lines);
        assert!(!given.is_empty(), "{of}: {:?}", built.findings());
        given
    };
    let text = |heading: &str| section("docs/themes.md", heading);
    let row = |heading: &str, start: &str| {
        let text = text(heading);
        let found = text.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("no row {start}"));
        rows(found)[0][1..].join("|")
    };

    assert_same("values of `site`", &first_spans(&text("### `site`")), &given("site"));
    assert_same("values of `page`", &first_spans(&text("### `page`")), &given("page"));
    let of_facts = text("### A fact");
    assert_same("values of a fact", &braced(of_facts.split_once("gives").unwrap().1), &given("fact"));
    let of_collections = row("## Functions", "| `collection(of=");
    assert_same("values of a collection", &braced(&of_collections), &given("collection"));
    let of_columns = row("## Functions", "| `columns(of=");
    assert_same("values of a column", &braced(&of_columns), &given("column"));
    let of_alternates = row("## What every template is given", "| `alternates`");
    assert_same("values of an alternate", &braced(&of_alternates), &given("alternate"));

    let of_figures = text("### A figure");
    let told: Names = spans(&of_figures).collect();
    let card = ["key", "id", "collection", "title", "short", "url"];
    let missing: Vec<String> = given("figure").into_iter().filter(|name| !told.contains(name)).collect();
    let missing: Vec<String> = missing.into_iter().filter(|name| !card.contains(&name.as_str())).collect();
    assert_eq!(missing, Vec::<String>::new(), "values of a figure that are not documented");
}

/// The anchor of a heading, as code hosts make it.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.collect::<String>().trim().to_lowercase().replace(' ', "-")
}

#[test]
fn every_link_between_documents_leads_to_a_heading() {
    let documents =
        ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "docs/content.md", "docs/themes.md", "docs/data.md"];
    let anchors = |path: &str| -> Names {
        document(path).lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_matches('#'))).collect()
    };
    let mut wrong = Vec::new();
    for path in documents {
        let text = document(path);
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| link.contains(".md") || link.starts_with('#')) {
            let (file, part) = link.split_once('#').unwrap_or((link, ""));
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let file = match (file, file.strip_prefix("../")) {
                ("", _) => path.to_owned(),
                (_, Some(above)) => above.to_owned(),
                (file, _) => format!("{folder}/{file}").trim_start_matches('/').to_owned(),
            };
            if documents.contains(&file.as_str()) && !part.is_empty() && !anchors(&file).contains(part) {
                wrong.push(format!("{path}: {link}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

//! A reader of what is published, who knows nothing of the program: it reads the pages of all languages and the CSV files of
//! the first site, and finds in both the same value, date and source for every figure; and the site of an earlier day.
//!
//! Nothing of the core is used here but the command that builds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::support::Folderish;

const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

/// Builds the first site, as of a day if one is given.
fn build(as_of: Option<&str>) -> Folderish {
    let folder = Folderish::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("SOURCE_DATE_EPOCH", "1795564800");
    command.args(["build", "--output"]).arg(folder.0.join("site"));
    if let Some(day) = as_of {
        command.args(["--as-of", day]);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// The first site as of today, built once for all tests.
pub fn today() -> &'static Folderish {
    static TODAY: OnceLock<Folderish> = OnceLock::new();
    TODAY.get_or_init(|| build(None))
}

/// A CSV file (RFC 4180) as one map per row.
fn csv(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).unwrap();
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.push(chars.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    let head = rows.remove(0);
    rows.into_iter().map(|row| head.iter().cloned().zip(row).collect()).collect()
}

/// The value of the first attribute of that name.
fn attribute<'t>(html: &'t str, name: &str) -> Option<&'t str> {
    let start = html.find(&format!("{name}=\""))? + name.len() + 2;
    html[start..].split('"').next()
}

/// The pieces between `open` and `close`.
fn pieces<'t>(html: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    let starts = html.match_indices(open);
    starts.map(|(at, _)| html[at..].split(close).next().unwrap_or_default()).collect()
}

/// The targets of all links.
fn links(html: &str) -> Vec<&str> {
    html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Number and date of a value on a page, with the ids of the sources it names.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Shown {
    date: String,
    value: String,
    sources: BTreeSet<String>,
}

/// A published site as a reader with a text editor sees it.
struct Reader {
    root: PathBuf,
    /// Ids of the sources by the address of their pages.
    sources: BTreeMap<String, String>,
}

impl Reader {
    fn of(folder: &Folderish) -> Self {
        let root = folder.0.join("site");
        let mut sources = BTreeMap::new();
        for row in csv(&root.join("data/sources.csv")) {
            for language in LANGUAGES {
                let url = &row[&format!("url_{language}")];
                sources.insert(path_of(url), row["id"].clone());
            }
        }
        Reader { root, sources }
    }

    fn page(&self, address: &str) -> String {
        let path = self.root.join(address.trim_matches('/')).join("index.html");
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The files of all figures, by id.
    fn figures(&self) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
        let mut figures = BTreeMap::new();
        for entry in fs::read_dir(self.root.join("data/figures")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "csv") {
                figures.insert(path.file_stem().unwrap().to_string_lossy().into_owned(), csv(&path));
            }
        }
        figures
    }

    /// The addresses of a figure's page by language, from its permanent address.
    fn addresses(&self, id: &str) -> BTreeMap<&'static str, String> {
        let html = self.page(&format!("/id/figures/{id}/"));
        let of = |language: &'static str| {
            let links = pieces(&html, "<a href=\"", ">");
            let link = links.iter().find(|link| link.contains(&format!("hreflang=\"{language}\""))).unwrap();
            (language, attribute(link, "href").unwrap().to_owned())
        };
        LANGUAGES.into_iter().map(of).collect()
    }

    /// The sources that a piece of a page names: by numbers of its list, or by links to their pages.
    fn sources_in(&self, piece: &str, page: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for target in links(piece) {
            if let Some(number) = target.strip_prefix("#source-") {
                let item = pieces(page, &format!("<li id=\"source-{number}\">"), "</li>")[0].to_owned();
                found.extend(links(&item).into_iter().filter_map(|link| self.sources.get(link)).cloned());
            }
            found.extend(self.sources.get(target).cloned());
        }
        found
    }

    /// The values of the history of a figure, or the one at its head.
    fn shown(&self, page: &str) -> Vec<Shown> {
        let rows = match pieces(page, "<table class=\"tab series\">", "</table>").first() {
            Some(table) => pieces(table, "<tr", "</tr>").into_iter().filter(|row| row.contains("<time")).collect(),
            None => vec![pieces(page, "<div class=\"fig lead row\">", "</section>")[0]],
        };
        let shown = |row: &&str| Shown {
            date: attribute(row, "datetime").unwrap_or_default().to_owned(),
            value: pieces(row, "<data ", ">")
                .first()
                .and_then(|data| attribute(data, "value"))
                .unwrap_or_default()
                .to_owned(),
            sources: self.sources_in(row, page),
        };
        rows.iter().map(shown).collect()
    }
}

/// Path of an address of this site.
fn path_of(url: &str) -> String {
    url.trim_start_matches("https://report.example").to_owned()
}

fn published(rows: &[BTreeMap<String, String>]) -> Vec<Shown> {
    let own = rows.iter().filter(|row| row["series"] == "published");
    own.map(|row| Shown {
        date: row["date"].clone(),
        value: row["value"].clone(),
        sources: row["source"].split(';').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
    })
    .collect()
}

fn sorted(mut values: Vec<Shown>) -> Vec<Shown> {
    values.sort();
    values
}

#[test]
fn every_page_and_every_file_say_the_same_value_date_and_source_of_every_figure() {
    let reader = Reader::of(today());
    let figures = reader.figures();
    assert!(figures.len() >= 30, "there are {} figures", figures.len());
    let mut compared = 0;
    for (id, rows) in &figures {
        let filed = sorted(published(rows));
        assert!(!filed.is_empty(), "{id} has no value");
        for (language, address) in reader.addresses(id) {
            let shown = sorted(reader.shown(&reader.page(&address)));
            compared += shown.len();
            if let ([one], [only]) = (filed.as_slice(), shown.as_slice()) {
                // A single value is not a table: a share shows its part, a computed value the report's day.
                let of_it: BTreeSet<&String> = rows.iter().flat_map(|row| [&row["value"], &row["part"]]).collect();
                assert!(of_it.contains(&only.value), "{id} in {language}: {only:?} is not in {rows:?}");
                assert_eq!(one.sources, only.sources, "{id} in {language}");
                continue;
            }
            assert_eq!(filed, shown, "{id} in {language}");
        }
    }
    assert!(compared >= 3 * figures.len(), "{compared} values were compared");
}

#[test]
fn every_number_that_a_page_quotes_is_one_of_its_figure() {
    let reader = Reader::of(today());
    let mut values: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, rows) in reader.figures() {
        let all: BTreeSet<String> = rows.iter().flat_map(|row| [row["value"].clone(), row["part"].clone()]).collect();
        for (_, address) in reader.addresses(&id) {
            values.insert(address, all.clone());
        }
    }
    let mut quotes = 0;
    let mut folders = vec![reader.root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                let html = fs::read_to_string(&path).unwrap();
                for link in pieces(&html, "<a href=\"", "</a>").into_iter().filter(|link| link.contains("<data value"))
                {
                    let (to, value) = (attribute(link, "href").unwrap(), attribute(link, "value").unwrap());
                    if let Some(known) = values.get(to) {
                        assert!(known.contains(value), "{}: {value} is no value of {to}", path.display());
                        quotes += 1;
                    }
                }
            }
        }
    }
    assert!(quotes > 100, "only {quotes} quotes were found");
}

/// The value that a figure's file gives for a date.
fn value_on<'r>(rows: &'r [BTreeMap<String, String>], series: &str, date: &str) -> &'r str {
    let row = rows.iter().find(|row| row["series"] == series && row["date"] == date);
    row.map_or_else(|| panic!("no {series} value of {date} in {rows:#?}"), |row| &row["value"])
}

#[test]
fn the_first_report_is_what_its_sources_say() {
    let reader = Reader::of(today());
    let figures = reader.figures();

    let provincial = &figures["provincial-centers"];
    let history = ["2022-02-28", "2022-12-31", "2023-12-15", "2024-12-02"];
    assert_eq!(history.map(|date| value_on(provincial, "published", date)), ["22", "29", "35", "40"]);
    assert_eq!(value_on(provincial, "listed", "2022-02-28"), "8");
    assert_eq!(value_on(&figures["national-centers"], "published", "2022-02-28"), "2");
    // The article names seven of the provincial centers that are listed for its day.
    let source = reader.page("/en/sources/select-shandong-2022-02-28/");
    let named: BTreeSet<&str> = links(&source).into_iter().filter(|link| link.starts_with("/en/centers/")).collect();
    let provincial = csv(&reader.root.join("data/centers.csv"))
        .into_iter()
        .filter(|row| row["level"] == "provincial" && row["stage"] == "recognized");
    let provincial: BTreeSet<String> = provincial.map(|row| path_of(&row["url_en"])).collect();
    assert_eq!(named.iter().filter(|link| provincial.contains(**link)).count(), 7, "{named:?}");
}

#[test]
fn the_site_of_an_earlier_day_says_what_held_then_and_nothing_else() {
    const DAY: &str = "2022-02-28";
    let then = build(Some(DAY));
    let (today, then) = (Reader::of(today()), Reader::of(&then));

    let provincial = &then.figures()["provincial-centers"];
    assert_eq!(published(provincial).len(), 1);
    assert_eq!(value_on(provincial, "published", DAY), "22");
    assert_eq!(value_on(provincial, "listed", DAY), "8");
    let news = |reader: &Reader| csv(&reader.root.join("data/news.csv"));
    let of_the_day: Vec<_> =
        news(&today).into_iter().filter(|row| row["date"].as_str() < "2022-03").map(|row| row["id"].clone()).collect();
    assert_eq!(news(&then).into_iter().map(|row| row["id"].clone()).collect::<Vec<_>>(), of_the_day);
    // A record that had not begun by then is not there, though facts about its firms are older.
    let shown: BTreeSet<String> =
        csv(&then.root.join("data/centers.csv")).into_iter().map(|row| row["id"].clone()).collect();
    let (told, mut expected) = (facts(&then, None), facts(&today, Some(DAY)));
    expected.retain(|fact| shown.iter().any(|id| fact.contains(&format!("\"record\": {id:?}"))));
    let differ: Vec<&String> = told.symmetric_difference(&expected).collect();
    assert!(
        differ.is_empty() && told.len() > 50,
        "{} facts; {} differ: {:?}",
        told.len(),
        differ.len(),
        differ.first()
    );
    assert!(then.page("/de/").contains("28.\u{a0}Februar 2022"));
    let regions = &then.figures()["national-centers-2022"];
    let of = |id: &str| &regions.iter().find(|row| row["group"] == id).unwrap()["value"];
    let compared = ["beijing", "guangdong", "shandong", "shanghai", "jiangsu"].map(of);
    assert_eq!(compared, ["3", "3", "2", "2", "2"]);
}

/// The dated facts of all centers, up to a day, without what says which of them is current.
fn facts(reader: &Reader, until: Option<&str>) -> BTreeSet<String> {
    let rows = csv(&reader.root.join("data/centers.facts.csv"));
    let dated = rows.into_iter().filter(|row| !row["since"].is_empty() || !row["by"].is_empty());
    let told = dated.filter(|row| {
        let date = if row["since"].is_empty() { &row["by"] } else { &row["since"] };
        let first = format!("{date}-01-01")[..10].to_owned();
        until.is_none_or(|until| first.as_str() <= until)
    });
    told.map(|mut row| {
        row.remove("current");
        row.remove("as_of");
        // Items that are not there yet do not count.
        row.remove("position");
        format!("{row:?}")
    })
    .collect()
}

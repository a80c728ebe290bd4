//! A reader of what is published, who knows nothing of the program: it reads the pages of all languages and the CSV files of
//! the report, and finds in both the same value, date and source for every figure; and the site of an earlier day.
//!
//! Nothing of the core is used here but the command that builds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::expected::{self, Values};
use crate::site::{build, contents, files, today};
use crate::tables;

const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

/// A CSV file as one map per row.
fn csv(path: &Path) -> Vec<BTreeMap<String, String>> {
    tables::rows(&fs::read_to_string(path).unwrap())
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
    fn of(root: &Path) -> Self {
        let mut sources = BTreeMap::new();
        for row in csv(&root.join("data/sources.csv")) {
            for language in LANGUAGES {
                let url = &row[&format!("url_{language}")];
                sources.insert(path_of(url), row["id"].clone());
            }
        }
        Reader { root: root.to_owned(), sources }
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
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // Tables for people (`x.spreadsheet-de.csv`) say the same in words.
            if let Some(id) = name.strip_suffix(".csv").filter(|id| !id.contains('.')) {
                figures.insert(id.to_owned(), csv(&path));
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
        let rows = match pieces(page, "<table class=\"table cards series\"", "</table>").first() {
            Some(table) => pieces(table, "<tr", "</tr>").into_iter().filter(|row| row.contains("<time")).collect(),
            None => vec![pieces(page, "<div class=\"value\"", "</div>")[0]],
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
    assert!(figures.len() >= expected::figures().at_least.figures, "there are {} figures", figures.len());
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
    for path in files(&reader.root).iter().filter(|path| path.extension().is_some_and(|ending| ending == "html")) {
        let html = fs::read_to_string(path).unwrap();
        for link in pieces(&html, "<a href=\"", "</a>").into_iter().filter(|link| link.contains("<data value")) {
            let (to, value) = (attribute(link, "href").unwrap(), attribute(link, "value").unwrap());
            if let Some(known) = values.get(to) {
                assert!(known.contains(value), "{}: {value} is no value of {to}", path.display());
                quotes += 1;
            }
        }
    }
    assert!(quotes > expected::figures().at_least.quotes, "only {quotes} quotes were found");
}

#[test]
fn both_forms_of_every_table_say_the_same() {
    let site = contents(today());

    assert!(tables::compare_records(&site) > 0 && tables::compare_figures(&site) > 0);
}

/// The value that a figure's file gives for a date.
fn value_on<'r>(rows: &'r [BTreeMap<String, String>], series: &str, date: &str) -> &'r str {
    let row = rows.iter().find(|row| row["series"] == series && row["date"] == date);
    row.map_or_else(|| panic!("no {series} value of {date} in {rows:#?}"), |row| &row["value"])
}

/// Fails where a figure's file gives another value for a date.
fn compare(reader: &Reader, expected: &[Values]) {
    let figures = reader.figures();
    for Values { figure, series, values } in expected {
        for (date, value) in values {
            assert_eq!(value_on(&figures[figure], series, date), value, "{figure} {series} on {date}");
        }
    }
}

#[test]
fn the_report_is_what_its_sources_say() {
    let reader = Reader::of(today());
    let expected = expected::figures();

    compare(&reader, &expected.today);
    let page = reader.page(&expected.named.page);
    let named: BTreeSet<&str> = links(&page).into_iter().filter(|to| to.starts_with(&expected.named.below)).collect();
    let fits = |row: &BTreeMap<String, String>| expected.named.r#where.iter().all(|(key, value)| row[key] == *value);
    let records = csv(&reader.root.join(format!("data/{}.csv", expected.named.collection)));
    let records: BTreeSet<String> =
        records.into_iter().filter(|row| fits(row)).map(|row| path_of(&row["url_en"])).collect();
    assert_eq!(named.iter().filter(|to| records.contains(**to)).count(), expected.named.count, "{named:?}");
}

#[test]
fn the_site_of_an_earlier_day_says_what_held_then() {
    let expected = expected::figures().earlier;
    let then = Reader::of(&build(Some(&expected.day)));

    compare(&then, &expected.values);
    let figures = then.figures();
    for (at, of) in expected.values.iter().enumerate().filter(|(_, of)| of.series == "published") {
        assert_eq!(published(&figures[&of.figure]).len(), of.values.len(), "{} of {at}", of.figure);
    }
    for of in &expected.groups {
        for (group, value) in &of.values {
            let row = figures[&of.figure].iter().find(|row| row["group"] == *group).unwrap();
            assert_eq!(row["value"], *value, "{} {group}", of.figure);
        }
    }
    assert!(then.page(&expected.home.page).contains(&expected.home.text));
    says_nothing_else(&then, &expected.day);
}

/// News and facts of an earlier day are those that today's files date up to then.
fn says_nothing_else(then: &Reader, day: &str) {
    let today = Reader::of(today());
    let news = |reader: &Reader| csv(&reader.root.join("data/news.csv"));
    let ids = |rows: Vec<BTreeMap<String, String>>| rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    let mut of_the_day = news(&today);
    // Some have a time.
    of_the_day.retain(|row| row["date"].split(' ').next().unwrap() <= day);
    assert_eq!(ids(news(then)), ids(of_the_day));
    // A record that had not begun by then is not there, though facts about its firms are older.
    let shown: BTreeSet<String> = ids(csv(&then.root.join("data/centers.csv"))).into_iter().collect();
    let (told, mut expected) = (facts(then, None), facts(&today, Some(day)));
    expected.retain(|fact| shown.iter().any(|id| fact.contains(&format!("\"record\": {id:?}"))));
    let differ: Vec<&String> = told.symmetric_difference(&expected).collect();
    assert!(differ.is_empty(), "{} differ: {:?}", differ.len(), differ.first());
    let least = expected::figures().at_least.facts_of_an_earlier_day;
    assert!(told.len() > least, "only {} facts", told.len());
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

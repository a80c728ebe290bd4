//! The search as a browser has it: nothing but the files of the output, read by the rules of `src/search/mod.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::{Arc, Mutex};

use flate2::Compression;
use flate2::write::GzEncoder;
use prospectus::cache::remembered::Cache;
use prospectus::cache::sink::Unwritten;
use prospectus::config::Run;
use prospectus::images::picture::Order;
use prospectus::output::{OutputFile, Part, Sink, Wish};
use prospectus::pipeline;
use serde_json::Value;

use crate::support::{Built, Site, date, small};

/// Bytes of a file at most, compressed.
const LIMIT: usize = 8_000;

/// The files of a language.
struct Reader<'b> {
    built: &'b Built,
    folder: String,
    index: Value,
}

impl<'b> Reader<'b> {
    fn of(built: &'b Built, language: &str) -> Self {
        let folder = format!("search/{language}/");
        let index = serde_json::from_str(built.text(&format!("{folder}index.json"))).unwrap();
        Reader { built, folder, index }
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(self.built.text(&format!("{}{name}", self.folder))).unwrap()
    }

    fn number(&self, key: &str) -> u64 {
        self.index[key].as_u64().unwrap()
    }

    /// The number of the file that has what begins so, by a list of beginnings that are split.
    fn bucket(&self, letters: &str, (splits, buckets): (&str, &str)) -> u64 {
        let splits: Vec<&str> = self.index[splits].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
        let is_split = |start: &str| splits.iter().any(|split| split.starts_with(start));
        let beginning = |length: usize| letters.char_indices().nth(length).map_or(letters, |(end, _)| &letters[..end]);
        let first = if letters.starts_with(|c: char| c >= '\u{2e80}') { 1 } else { 2 };
        let length = (first..).find(|length| !is_split(beginning(*length)) || beginning(*length) == letters).unwrap();
        let hash = |text: &str| {
            text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
        };
        u64::from(hash(beginning(length))) % self.number(buckets)
    }

    /// How many documents a word is in, and which of them are known, each with its class.
    fn find(&self, word: &str) -> (u64, Vec<(u64, u64)>) {
        let file = self.json(&format!("k{:x}.json", self.bucket(word, ("splits", "buckets"))));
        let Some(entry) = file.get(word) else { return (0, Vec::new()) };
        let numbers: Vec<u64> = entry.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
        let mut at = 0;
        let pair = |pair: &[u64]| {
            at += pair[0];
            (at, pair[1])
        };
        (numbers[0], numbers[1..].chunks(2).map(pair).collect())
    }

    /// The words that are filed under a slip of one.
    fn slips(&self, word: &str) -> BTreeSet<String> {
        let letters: Vec<char> = word.chars().collect();
        let pairs = [[0, 1, 3], [0, 2, 3], [1, 2, 4]];
        let filed = pairs.map(|[a, b, rest]| format!("{}{}{}", letters[a], letters[b], &word[rest..]));
        let files = filed.map(|filed| self.json(&format!("s{:x}.json", self.bucket(&filed, ("slipsplits", "slips")))));
        let words = files.iter().flat_map(|file| file.as_array().unwrap());
        words.map(|word| word.as_str().unwrap().to_owned()).collect()
    }

    fn documents(&self) -> Vec<Value> {
        let files = self.number("docs").div_ceil(self.number("per"));
        (0..files).flat_map(|file| self.json(&format!("d{file}.json")).as_array().unwrap().clone()).collect()
    }

    /// The titles of what a word finds.
    fn titles(&self, word: &str) -> Vec<String> {
        let documents = self.documents();
        let title = |(at, _): &(u64, u64)| documents[*at as usize]["t"].as_str().unwrap().to_owned();
        self.find(word).1.iter().map(title).collect()
    }
}

/// Words of a name, by the rules for what the tests use: letters without accents, and Chinese in pairs.
fn folded(name: &str) -> Vec<String> {
    let name = name.replace('Ü', "U").replace('ä', "a").replace('ß', "ss");
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .flat_map(|word| match word.is_ascii() {
            true => vec![word.to_lowercase()],
            false => word.chars().collect::<Vec<_>>().windows(2).map(|pair| pair.iter().collect()).collect(),
        })
        .collect()
}

/// The small site with a search, by templates of its own.
fn searched() -> Site {
    small()
        .with(
            "content/templates/search.html",
            "<html lang=\"{{ lang }}\"><body>{% set s = search() %}{{ s.base }}</body></html>",
        )
        .with(
            "content/templates/az.html",
            "{% set list = az() %}{% for e in list.entries %}{{ e.name }}|{{ e.also }}\n{% endfor %}",
        )
}

const FIRMS: &str = "label: {en: Firms, de: Firmen}\nsegment: {en: firms, de: firmen}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n  name_zh: {type: text, language: zh-Hans}\n  summary: {type: text, translated: true}\n  size: {type: choice, options: {small: {en: Small, de: Klein}, large: {en: Large, de: Groß}}}\n  city: {type: reference, to: cities}\n";

/// Some thousands of records, whose names begin alike.
fn thousands(count: u32) -> Site {
    let mut site = searched().with("content/firms/_collection.yaml", FIRMS);
    for number in 0..count {
        let word = format!("Co{:x}", number.wrapping_mul(2_654_435_761));
        let (first, second) = ('一' as u32 + number % 3000, '一' as u32 + number / 3);
        let chinese: String = [first, second].into_iter().filter_map(char::from_u32).collect();
        let mut text = String::new();
        let _ = writeln!(text, "name: {{en: {word} Works {number}, de: {word} Werke {number}}}\nname_zh: {chinese}厂");
        let _ = writeln!(
            text,
            "summary: {{en: Makes part {number} of a machine., de: Baut Teil {number} einer Maschine.}}"
        );
        let _ = writeln!(text, "size: {}\ncity: jinan", if number % 7 == 0 { "large" } else { "small" });
        site = site.with(&format!("content/firms/f{number}.yaml"), &text);
    }
    site
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn everything_is_found_by_each_of_its_names_in_files_that_are_small() {
    let built = thousands(2000).build();
    assert_eq!(built.findings(), Vec::<String>::new());

    for (path, bytes) in built.files.iter().filter(|(path, _)| path.starts_with("search/") && !path.contains("/f-")) {
        assert!(compressed(bytes) <= LIMIT, "{path} has {} bytes", compressed(bytes));
    }
    for language in ["en", "de"] {
        let reader = Reader::of(&built, language);
        let documents = reader.documents();
        assert_eq!(documents.len() as u64, reader.number("docs"));
        assert!(reader.index["splits"].as_array().unwrap().iter().any(|split| split == "co1"), "{}", reader.index);
        let mut known: BTreeMap<String, (u64, BTreeSet<u64>)> = BTreeMap::new();
        for (at, document) in documents.iter().enumerate() {
            let others = document["n"].as_array().into_iter().flatten();
            for name in std::iter::once(&document["t"]).chain(others) {
                for word in folded(name.as_str().unwrap()) {
                    let (count, found) = known.entry(word.clone()).or_insert_with(|| {
                        let (count, found) = reader.find(&word);
                        (count, found.into_iter().map(|(at, _)| at).collect())
                    });
                    assert!(*count > 200 || found.contains(&(at as u64)), "{word} of {document}");
                }
            }
        }
    }
}

#[test]
fn a_common_word_is_counted_and_finds_the_first_two_hundred() {
    let built = thousands(300).build();
    let reader = Reader::of(&built, "en");

    let (count, found) = reader.find("works");

    assert_eq!((count, found.len()), (300, 200));
    let firms = reader.index["kinds"].as_array().unwrap().iter().position(|kind| kind[0] == "firms").unwrap();
    assert!(found.windows(2).all(|pair| pair[0].0 < pair[1].0) && found.iter().all(|(_, class)| *class == 1));
    assert_eq!(reader.documents()[found[199].0 as usize]["k"], firms as u64);
}

#[test]
fn what_is_found_says_why_and_in_which_order() {
    let built = searched().build();
    let reader = Reader::of(&built, "de");

    // Kinds stand in the order of the navigation.
    assert_eq!(reader.index["kinds"][0], serde_json::json!(["parks", "Parks", 1]));
    assert_eq!(reader.titles("nordpark"), ["Nordpark"]);
    // The city itself by its title, the park by what it refers to.
    let documents = reader.documents();
    let classes = |word: &str| -> Vec<(String, u64)> {
        let found = reader.find(word).1.into_iter();
        found.map(|(at, class)| (documents[at as usize]["t"].as_str().unwrap().to_owned(), class)).collect()
    };
    assert_eq!(classes("jinan"), [("Nordpark".to_owned(), 3), ("Jinan".to_owned(), 0)]);
    assert_eq!(classes("national")[0], ("Nordpark".to_owned(), 3));
    assert_eq!(documents[0]["u"], "/de/parks/nordpark/");
    // Prose is not searched but for its headings, which the English text has.
    assert_eq!(reader.find("text").0, 0);
    assert_eq!(Reader::of(&built, "en").titles("history"), ["North Park"]);
    assert!(reader.slips("nordpark").contains("nordpark"));
}

#[test]
fn parts_of_a_german_compound_find_it() {
    let collection = "label: {en: Labs, de: Labore}\nsegment: {en: labs, de: labore}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n";
    let built = searched()
        .with("content/labs/_collection.yaml", collection)
        .with("content/labs/a.yaml", "name: {en: Innovation hub, de: Innovationszentrum}\n")
        .with("content/labs/b.yaml", "name: {en: Centre, de: Zentrum für Innovation}\n")
        .build();

    let reader = Reader::of(&built, "de");

    assert_eq!(reader.titles("zentrum"), ["Innovationszentrum", "Zentrum für Innovation"]);
    assert_eq!(reader.find("zentrum").1.iter().map(|(_, class)| *class).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(Reader::of(&built, "en").find("zentrum").0, 0);
}

#[test]
fn a_list_on_several_pages_has_a_file_for_its_filter() {
    let built = thousands(450).build();

    let list: Value = serde_json::from_str(built.text("search/en/f-firms.json")).unwrap();

    assert_eq!(list["per"], 200);
    assert_eq!(list["pages"], serde_json::json!(["/en/firms/", "/en/firms/2/", "/en/firms/3/"]));
    for key in ["t", "ids"] {
        assert_eq!(list[key].as_array().unwrap().len(), 450, "{key}");
    }
    let at = list["ids"].as_array().unwrap().iter().position(|id| id == "f7").unwrap();
    assert_eq!(
        (&list["facets"]["size"][at], &list["sort"]["size"][at]),
        (&serde_json::json!(["large"]), &serde_json::json!(1))
    );
    assert!(!built.files.contains_key("search/en/f-parks.json"));
    let reader = Reader::of(&built, "en");
    assert!(reader.titles("large").contains(&"Firms: Large".to_owned()));
    let lists = reader.documents();
    let large = lists.iter().find(|document| document["t"] == "Firms: Large").unwrap();
    assert_eq!(large["u"], "/en/firms/?size=large");
}

#[test]
fn the_model_says_what_is_searched() {
    let parks = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let fields = "  nicknames: {type: list, search: name, of: {type: text}}\n  motto: {type: text, search: false}\n  remark: {type: text}\n";
    let facts = String::from_utf8(small().0["content/parks/north/facts.yaml"].clone()).unwrap();
    let site = searched().with("content/parks/_collection.yaml", &format!("{parks}{fields}")).with(
        "content/parks/north/facts.yaml",
        &format!("{facts}nicknames: [Greenie]\nmotto: Zanzibar\nremark: Quokka\n"),
    );

    let built = site.build();
    let reader = Reader::of(&built, "en");

    assert_eq!(reader.find("greenie").1.iter().map(|(_, class)| *class).collect::<Vec<_>>(), [0]);
    assert_eq!((reader.find("quokka").0, reader.find("zanzibar").0), (1, 0));
    assert!(built.text("en/a-z/index.html").contains("Greenie|true"));
    let without = site.with("content/parks/_collection.yaml", &format!("search: false\n{parks}{fields}")).build();
    assert_eq!(Reader::of(&without, "en").find("greenie").0, 0);
    assert!(!without.text("en/a-z/index.html").contains("North Park"));
}

#[test]
fn a_wrong_word_for_the_search_is_found_in_the_model() {
    let parks = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let line = parks.lines().count() + 1;
    for (field, column) in
        [("{type: text, search: maybe}", 31), ("{type: date, search: name}", 31), ("{type: file, search: text}", 31)]
    {
        let built = searched().with("content/parks/_collection.yaml", &format!("{parks}  wrong: {field}\n")).build();

        let found = built.findings();
        let place = format!("content/parks/_collection.yaml:{line}:{column}");
        assert!(found.iter().any(|finding| finding.ends_with(&place)), "{field}: {found:?}");
    }
}

#[test]
fn what_is_not_public_is_in_no_file() {
    let site = searched()
        .with("content/parks/kestrel/facts.yaml", "publish_on: 2026-11-25\ncity: jinan\n")
        .with("content/parks/kestrel/en.md", "---\nname: Kestrel Park\n---\n## Kestrels\n")
        .with("content/parks/kestrel/de.md", "---\nname: Kestrel-Park\n---\nText.\n")
        .with("content/cities/kestrelton.yaml", "draft: true\nname: {en: Kestrelton, de: Kestrelton}\n");

    let holding = |built: &Built| {
        let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains("kestr");
        built.files.iter().filter(|(path, bytes)| path.starts_with("search/") && holds(bytes)).count()
    };

    assert_eq!(holding(&site.build()), 0);
    assert_ne!(holding(&site.build_for(Run::on(date("2026-11-25")))), 0);
}

#[test]
fn a_site_without_a_search_has_no_file_of_it() {
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    let off = searched().with("content/site.yaml", &format!("{settings}search: false\n")).build();

    for built in [off, small().build()] {
        let found =
            built.files.keys().filter(|path| path.contains("search") || path.contains("a-z") || path.contains("suche"));
        assert_eq!(found.count(), 0);
    }
}

#[test]
fn the_pages_stand_where_the_words_of_the_language_say() {
    let site = searched();
    let built = site.build();
    assert!(built.files.contains_key("de/suche/index.html") && built.files.contains_key("en/search/index.html"));
    assert!(built.text("de/suche/index.html").contains("/search/de/"));
    assert!(built.text("sitemap-de.xml").contains("/de/a-z/") && !built.text("sitemap-de.xml").contains("suche"));

    let moved = site.clone().with("content/locales/de.ftl", "search-address = finden\n").build();
    assert!(moved.files.contains_key("de/finden/index.html"));

    let wrong = site.clone().with("content/locales/de.ftl", "search-address = Suche im Netz\n").build();
    assert_eq!(wrong.findings(), ["invalid-address content/site.yaml:0:0"]);

    let clash = site.with("content/static/search/en/k0.json", "{}").build();
    assert_eq!(clash.findings(), ["address-clash content/static/search/en/k0.json:0:0"]);
}

#[test]
fn any_number_of_threads_makes_the_same_files() {
    let site = thousands(600);
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| site.build().files)
    };

    assert_eq!(with(1), with(4));
}

/// Drops files as `check` does, and tells which there were.
struct Dropped<'c>(Unwritten<'c>, Mutex<BTreeSet<String>>);

impl Sink for Dropped<'_> {
    fn put(&self, file: OutputFile) {
        self.1.lock().unwrap().insert(file.path);
    }

    fn wish(&self, order: &Order) -> Wish {
        self.0.wish(order)
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        self.0.keeps(part)
    }
}

#[test]
fn a_check_does_not_make_what_nobody_asks_for() {
    let cache = Cache::nowhere();
    let dropped = Dropped(Unwritten(&cache), Mutex::default());

    let run = Run::on(date("2026-11-20"));
    pipeline::build(&searched(), &run, &dropped);

    let paths = dropped.1.into_inner().unwrap();
    assert!(paths.iter().any(|path| path.starts_with("en/search/")), "{paths:?}");
    assert!(!paths.iter().any(|path| path.starts_with("search/")), "{paths:?}");
}

//! What a file was made of is known: sites are edited at random, and every file whose bytes change had read what was edited.
//!
//! 150 edits in `cargo test`; `PROSPECTUS_EDITS=10000 cargo test --release --test it reads -- --nocapture` makes more,
//! `PROSPECTUS_EDITS_SEED=17` begins with another seed, and `PROSPECTUS_EDITS_SITE=DIR` edits another site than the golden
//! ones. An edit depends on its seed alone, which is printed when it fails.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use prospectus::output::Read;

use crate::fuzz::{Random, loaded, number, seeds};
use crate::support::{Built, Site, small};

/// Edits of an ordinary test.
const EDITS: u64 = 150;

fn record(collection: &str, id: &str) -> Read {
    Read::Record { collection: collection.into(), id: id.into() }
}

fn referrers(collection: &str, id: &str) -> Read {
    Read::Referrers { collection: collection.into(), id: id.into() }
}

/// The records of a site: collection, id and the paths of its files.
fn records(site: &Site) -> BTreeMap<(String, String), Vec<String>> {
    let mut records: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for path in site.0.keys() {
        let parts: Vec<&str> = path.split('/').collect();
        let (collection, name) = match parts[..] {
            ["content", collection, name, ..] => (collection, name),
            _ => continue,
        };
        let is_record = !["static", "templates", "locales"].contains(&collection)
            && !name.starts_with('_')
            && (parts.len() > 3 || name.ends_with(".yaml") || name.ends_with(".md"));
        if is_record {
            let id = name.split('.').next().unwrap();
            records.entry((collection.to_owned(), id.to_owned())).or_default().push(path.clone());
        }
    }
    records
}

/// A site after an edit, with the names of what the edit changes.
struct Edited {
    site: Site,
    what: String,
    covers: BTreeSet<Read>,
}

/// What an edit of a record's facts changes: it, the lists it stands in, whom it refers to, how sources are cited.
fn of_record(site: &Site, collection: &str, id: &str, text: &str) -> BTreeSet<Read> {
    let mut covers: BTreeSet<Read> =
        [record(collection, id), Read::Records(collection.into()), Read::Absent(format!("{collection}/{id}").into())]
            .into();
    for (other, named) in records(site).keys() {
        if text.contains(named.as_str()) {
            covers.insert(referrers(other, named));
        }
        if collection == "sources" && other == "sources" {
            covers.insert(Read::Citation(named.as_str().into()));
        }
    }
    // Whether the public sees a record is a matter of these keys and of its dates.
    // A map or a text in quotation marks may have been broken, and with it the file.
    if ["draft", "publish_on", "expires_on", "date", "slug", "{", "[", "\"", "'"].iter().any(|key| text.contains(key)) {
        covers.insert(Read::Members(collection.into()));
    }
    covers
}

/// A line of a text that is no structure, changed; with the line before and after.
fn changed_line(text: &str, random: &mut Random, is_meant: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let meant: Vec<usize> = (0..lines.len()).filter(|&at| is_meant(lines[at])).collect();
    let at = *meant.get(random.below(meant.len()))?;
    let line = lines[at];
    let digits: Vec<usize> = line.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let new = match random.below(4) {
        0 => String::new(),
        1 if !digits.is_empty() => {
            let digit = digits[random.below(digits.len())];
            format!("{}{}{}", &line[..digit], random.below(10), &line[digit + 1..])
        }
        _ => format!("{line} neu"),
    };
    let after: Vec<&str> =
        lines.iter().enumerate().map(|(other, line)| if other == at { &*new } else { line }).collect();
    Some((after.join("\n") + "\n", format!("{line}\n{new}")))
}

/// An edit of one file; `None`: this one has nothing to edit.
fn edited_file(site: &Site, path: &str, random: &mut Random) -> Option<Edited> {
    let text = String::from_utf8(site.0[path].clone()).ok()?;
    let parts: Vec<&str> = path.split('/').collect();
    let with = |new: String, covers: BTreeSet<Read>, what: &str| {
        Some(Edited { site: site.clone().with(path, &new), what: format!("{path}: {what}"), covers })
    };
    let name_below = |folder: &str| path.split_once(&format!("/{folder}/")).map(|(_, name)| name.to_owned());
    if path == "content/site.yaml" || path.ends_with("theme.yaml") || path.ends_with("published.lock") {
        return None;
    }
    if let Some(name) = name_below("templates") {
        return with(format!("{text} neu"), [Read::Template(name.into())].into(), "appended");
    }
    if let Some(name) = name_below("locales") {
        let (new, lines) = changed_line(&text, random, |line| line.contains(" = ") && !line.starts_with([' ', '#']))?;
        let key = lines.split(" = ").next()?.to_owned();
        let language = name.trim_end_matches(".ftl").to_owned();
        return with(new, [Read::Message { language: language.into(), key: key.into() }].into(), &lines);
    }
    if let Some(name) = name_below("static").filter(|_| parts[0] == "themes") {
        return with(format!("{text}a{{b:c}}"), [Read::Asset(name.into())].into(), "appended");
    }
    if !path.ends_with(".yaml") && !path.ends_with(".md") {
        let (new, lines) = changed_line(&text, random, |_| true)?;
        return with(new, [Read::File(path.into())].into(), &lines);
    }
    let collection = parts[1];
    if parts[2] == "_collection.yaml" {
        let (new, lines) = changed_line(&text, random, |line| line.contains("label") || line.contains("help"))?;
        return with(new, [Read::Model(collection.into())].into(), &lines);
    }
    let id = parts[2].split('.').next()?;
    let is_body = |line: &str| !line.is_empty() && !line.contains(": ");
    if path.ends_with(".md") && random.below(2) == 0 {
        let (new, lines) = changed_line(&text, random, |line| is_body(line) && line != "---")?;
        // A text without a word is none: the record is not translated.
        let is_gone = !new.split("---").last()?.contains(char::is_alphanumeric);
        let mut covers = if is_gone { of_record(site, collection, id, &lines) } else { BTreeSet::new() };
        covers.insert(Read::File(path.into()));
        // A text of several lines in the front matter is a fact.
        let front_matter = text.strip_prefix("---\n").and_then(|rest| rest.split("\n---\n").next()).unwrap_or_default();
        if front_matter.lines().any(|line| lines.starts_with(line) && !line.is_empty()) {
            covers.extend(of_record(site, collection, id, &lines));
        }
        return with(new, covers, &lines);
    }
    let (new, lines) = changed_line(&text, random, |line| !is_body(line) && line != "---" && !line.is_empty())?;
    with(new, of_record(site, collection, id, &lines), &lines)
}

/// A record more, like one that is there.
fn with_another(site: &Site, random: &mut Random) -> Option<Edited> {
    let all = records(site);
    let ((collection, id), paths) = all.iter().nth(random.below(all.len()))?;
    let new = format!("{}-{id}", ["aa", "zz"][random.below(2)]);
    let mut edited = site.clone();
    let mut covers: BTreeSet<Read> = [
        Read::Records(collection.as_str().into()),
        Read::Members(collection.as_str().into()),
        Read::Absent(format!("{collection}/{new}").into()),
    ]
    .into();
    for path in paths {
        let to = path.replacen(&format!("/{collection}/{id}"), &format!("/{collection}/{new}"), 1);
        let bytes = site.0[path].clone();
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => continue,
        };
        let own: String = text
            .lines()
            .filter(|line| !line.starts_with("slug") && !line.starts_with("aliases"))
            .map(|line| format!("{line}\n"))
            .collect();
        covers.extend(of_record(site, collection, id, &own));
        edited = edited.with(&to, &own);
    }
    covers.remove(&record(collection, id));
    Some(Edited { site: edited, what: format!("{collection}/{new} is added"), covers })
}

/// A record less.
fn without_one(site: &Site, random: &mut Random) -> Option<Edited> {
    let all = records(site);
    let ((collection, id), paths) = all.iter().nth(random.below(all.len()))?;
    let mut edited = site.clone();
    let mut covers: BTreeSet<Read> = [Read::Members(collection.as_str().into())].into();
    if all.keys().filter(|(other, _)| other == collection).count() == 1 {
        // Without records there may be no such collection.
        covers.insert(Read::Model(collection.as_str().into()));
    }
    for path in paths {
        let text = String::from_utf8_lossy(&site.0[path]).into_owned();
        covers.extend(of_record(site, collection, id, &text));
        covers.insert(Read::File(path.as_str().into()));
        edited = edited.without(path);
    }
    Some(Edited { site: edited, what: format!("{collection}/{id} is removed"), covers })
}

fn edited(site: &Site, random: &mut Random) -> Option<Edited> {
    match random.below(8) {
        0 => with_another(site, random),
        1 => without_one(site, random),
        _ => {
            let path = site.0.keys().nth(random.below(site.0.len()))?.clone();
            edited_file(site, &path, random)
        }
    }
}

/// Whether an edit is of what figures there are.
fn is_of_figures(read: &Read) -> bool {
    matches!(read, Read::Record { collection, .. } | Read::Members(collection) if **collection == *"figures")
}

/// The files whose bytes an edit changed though they had read nothing of it.
fn unread(before: &Built, after: &Built, covers: &BTreeSet<Read>) -> Vec<String> {
    let has_read = |path: &str, covers: &BTreeSet<Read>| before.reads[path].iter().any(|read| covers.contains(read));
    // A figure changes with what its data file was made of, and with it which records it counts.
    let mut all = covers.clone();
    for path in before.files.keys() {
        let id = path.strip_prefix("data/figures/").and_then(|name| name.strip_suffix(".json"));
        if let Some(id) = id.filter(|_| has_read(path, covers)) {
            all.insert(Read::Figure(id.into()));
        }
    }
    // So does what says how long a data file is.
    for path in before.files.keys().filter(|path| path.starts_with("data/") && has_read(path, covers)) {
        all.insert(Read::Size(path.as_str().into()));
    }
    let counting = before.reads.values().flatten().filter(|read| matches!(read, Read::Counting { .. }));
    if all.iter().any(|read| matches!(read, Read::Figure(_)) || is_of_figures(read)) {
        all.extend(counting.cloned());
    }
    let changed = after.files.iter().filter(|(path, bytes)| before.files.get(*path).is_some_and(|old| old != *bytes));
    changed.map(|(path, _)| path.clone()).filter(|path| !has_read(path, &all)).collect()
}

#[test]
fn every_file_that_an_edit_changes_had_read_what_was_edited() {
    let sites: Vec<Site> = match std::env::var("PROSPECTUS_EDITS_SITE") {
        Ok(folder) => vec![loaded(Path::new(&folder))],
        Err(_) => seeds(),
    };
    let before: Vec<Built> = sites.iter().map(Site::build).collect();
    let (first, runs) = (number("PROSPECTUS_EDITS_SEED", 0), number("PROSPECTUS_EDITS", EDITS));
    let (mut compared, mut missed) = (0u64, Vec::new());
    for seed in first..first + runs {
        let random = &mut Random(seed);
        let at = random.below(sites.len());
        let Some(Edited { site, what, covers }) = edited(&sites[at], random) else { continue };
        let after = site.build();
        // A mistake may leave no page at all.
        compared += u64::from(!after.files.is_empty());
        for path in unread(&before[at], &after, &covers) {
            missed.push(format!(
                "seed {seed}, site {at}, {what}\n  changed {path}, which had read {:?}",
                before[at].reads[&path]
            ));
        }
    }
    assert!(missed.is_empty(), "{} of {compared}:\n{}", missed.len(), missed.join("\n"));
    assert!(compared * 3 > runs, "only {compared} of {runs} edits could be compared");
}

#[test]
fn reads_are_the_same_with_any_number_of_threads() {
    for site in seeds() {
        let with_threads = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| site.build()).reads
        };

        assert_eq!(with_threads(1), with_threads(6));
    }
}

#[test]
fn a_page_has_read_what_stands_on_it_and_nothing_else() {
    let built = small().with("content/cities/yantai.yaml", "name: {en: Yantai, de: Yantai}\n").build();

    let reads = &built.reads["en/parks/north/index.html"];
    assert!(reads.contains(&record("parks", "north")) && reads.contains(&record("cities", "jinan")));
    assert!(reads.contains(&record("sources", "report-2025")) && !reads.contains(&referrers("parks", "north")));
    assert!(reads.contains(&Read::File("content/parks/north/en.md".into())));
    assert!(!reads.contains(&record("cities", "yantai")) && !reads.contains(&Read::Records("cities".into())));
    // What a remembered view had read is handed on at each use: a list of parks names their city, too.
    assert!(built.reads["en/parks/index.html"].contains(&record("cities", "jinan")));
}

#[test]
fn every_page_has_read_whether_there_is_news() {
    let news = "label: {en: News, de: Nachrichten}\nsegment: {en: news, de: nachrichten}\nfeed: true\nroles: {title: name, date: date}\nfields:\n  name: {type: text, translated: true, required: true}\n  date: {type: date, required: true}\n";
    let built = small()
        .with("content/news/_collection.yaml", news)
        .with("content/news/opened.yaml", "name: {en: Opened, de: Eröffnet}\ndate: 2024-05-01\n")
        .build();

    assert!(built.files.contains_key("de/feed.xml"));
    for page in ["404.html", "de/staedte/jinan/index.html", "en/parks/index.html"] {
        let reads = built.reads.get(page).unwrap_or_else(|| panic!("no {page}: {:?}", built.reads.keys()));
        assert!(reads.contains(&Read::Members("news".into())), "{page}");
        assert!(reads.contains(&record("pages", "home")), "{page}");
    }
}

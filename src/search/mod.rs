//! Search: what readers find on the site, cut into small files of which a browser asks for few.
//!
//! In:  the [`Report`], the texts of the site.
//! Out: for each language, below `search/{language}/`, files of JSON of at most 8 kB as browsers get them, and the sorted
//!      names of the list from A to Z.
//!
//! - `index.json`, which a browser asks for first: `{"v":1,"buckets":N,"slips":M,"splits":["co"],"slipsplits":[],"docs":1234,
//!   "per":32,"small":["der","wie"],"kinds":[["centers","Zentren",30]]}`; `small` are words that nobody looks for.
//! - `k{hex}.json`: keys. The file of a word is the FNV-1a hash of its first two characters, folded, modulo N; where one of the
//!   `splits` begins so, of its first three, and so on. `{"haier":[7,0,1,12,3]}`: it is in 7 documents; the first of them is 0,
//!   where it is of class 1, the next is 12 further on, of class 3. At most 200 documents of a word are there.
//!   Classes: 0 the whole name without spaces, 1 title, 2 another name, 3 what it refers to, 4 another text.
//! - `s{hex}.json`: words for those who slip, `["haida","haier"]`, each under every pair of its first three letters, modulo M; a
//!   pair with which one of the `slipsplits` begins counts with the letter that follows the third; that of the second and the third with the
//!   letter after that, so that a word is found whose fourth letter is the wrong one.
//! - `d{n}.json`: the documents from n × `per` on, of which each has `t` its title, `u` its address as links have it, `k` the
//!   position of its kind, and where there is such a thing `s` a summary, `m` a line of facts or its day, `n` other names, `l` the
//!   language of a title of another language, `v` a value with its unit, `d` its day and `q` its source in short.
//! - `f-{collection}.json`, of a list that is divided over several pages: `per` page, the addresses of its `pages`, and in the
//!   order of the list the titles `t`, the `ids`, by each of the `facets` the values that find a record, and for each column
//!   the place that a record has when it is put in order by it (`sort`; -1: it says nothing).
//!
//! Documents are numbered by rank: kinds in the order of the navigation, in each the order of its collection.

mod fold;
mod pinyin;
mod words;
pub mod kinds;
pub mod names;
mod documents;
mod options;
mod index;
mod compounds;
mod shards;
mod slips;
mod lists;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::link::listing::{Chosen, chosen};
use crate::locale::program::Message;
use crate::markup::json::Json;
use crate::output::{OutputFile, Reads, Sink};
use crate::parse::Files;
use crate::plan::search;
use crate::plan::search_pages::{INDEX, folder};
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use documents::{Document, Maker};
use index::{Index, Key};
use kinds::Kind;
use options::Lists;
use shards::{Filed, LIMIT, layout, weight};

/// Documents in a file at most.
const PER: usize = 64;
/// Documents that are made at once.
const BATCH: usize = 4096;
/// Documents that one thread makes.
const CHUNK: usize = 128;

/// Whether the site has a search.
pub fn is_on(report: &Report) -> bool {
    report.plan.addresses.search(LanguageIx::SOURCE).is_some()
}

/// Writes the files of all languages of a site that has a search.
pub fn write(report: &Report, files: &dyn Files, sink: &dyn Sink) {
    let languages: Vec<LanguageIx> = report.config.languages.positions().collect();
    let collections: Vec<CollectionIx> = report.site.collections.positions().collect();
    let chosen: Vec<Chosen> = collections.par_iter().map(|at| chosen(&report.site, *at)).collect();
    let chosen: List<CollectionIx, Chosen> = chosen.into();
    // What lists show is chosen by what all records say.
    let deciding = || report.site.collections.positions().for_each(|at| report.note_deciding(at));
    let ((), deciding) = recorder::remembered(LanguageIx::SOURCE, deciding);
    let write = |language: &LanguageIx| {
        let localizer = report.localizer(*language);
        Writer { maker: Maker { localizer, files, chosen: &chosen }, deciding: &deciding, sink }.write();
    };
    languages.par_iter().for_each(write);
}

/// Writes the files of a language.
#[derive(Clone, Copy)]
struct Writer<'r> {
    maker: Maker<'r>,
    /// By what was chosen what lists show.
    deciding: &'r Arc<[Note]>,
    sink: &'r dyn Sink,
}

/// All documents of a language.
#[derive(Default)]
struct Collected {
    /// What is shown of each, as JSON.
    shown: Vec<String>,
    index: Index,
    /// Id, label and number of each kind.
    kinds: Vec<(String, String, usize)>,
    /// Words that say nothing of what is asked for.
    small: BTreeSet<String>,
}

impl Writer<'_> {
    fn write(self) {
        let Localizer { report, language, .. } = self.maker.localizer;
        let (mut collected, notes) = self.collected();
        if compounds::has_compounds(self.maker.localizer.code()) {
            let apart = compounds::of_index(&collected.index);
            collected.index.file_under(&apart);
        }
        let Collected { shown, index, kinds, small } = collected;
        let folder = folder(&report.config.languages[language].code);
        let output = Output { sink: self.sink, folder: &folder, reads: report.reads(notes) };
        let per = output.documents(&shown);
        let keys = index.finish();
        let (of_keys, of_slips) = (output.keys(&keys), output.slips(&keys));
        self.lists(&output);
        let mut json = Json::default();
        json.object(|json| {
            json.key("v").literal("1");
            json.key("buckets").literal(&of_keys.0.to_string());
            json.key("slips").literal(&of_slips.0.to_string());
            json.key("splits").array(|json| of_keys.1.iter().for_each(|split| json.string(split)));
            json.key("slipsplits").array(|json| of_slips.1.iter().for_each(|split| json.string(split)));
            json.key("docs").literal(&shown.len().to_string());
            json.key("per").literal(&per.to_string());
            json.key("small").array(|json| small.iter().for_each(|word| json.string(word)));
            json.key("kinds").array(|json| kinds.iter().for_each(|(id, label, count)| kind(json, id, label, *count)));
        });
        output.put(INDEX, json.finish());
    }

    /// The words of the language that ask and join and say nothing of what is asked for, folded, each once.
    fn small_words(self) -> BTreeSet<String> {
        let written = self.maker.localizer.fixed(Message::SearchSmallWords.key()).unwrap_or_default();
        let mut small = BTreeSet::new();
        fold::words(&written, &mut |word| {
            small.insert(word.to_owned());
        });
        small
    }

    /// Makes all documents, and says of what.
    fn collected(self) -> (Collected, Arc<[Note]>) {
        let Localizer { report, language, .. } = self.maker.localizer;
        let (kinds, notes) = recorder::remembered(language, || {
            recorder::note_all(self.deciding);
            kinds::of_language(self.maker.localizer)
        });
        let mut read: BTreeSet<Note> = notes.iter().cloned().collect();
        let mut collected = Collected::default();
        let of_kind = |(at, kind): (usize, &Kind)| {
            let found = search::of_collection(&report.site, &report.plan.addresses, (kind.collection, language));
            found.map(move |record| (record, at)).collect::<Vec<_>>()
        };
        let records: Vec<(RecordIx, usize)> = kinds.iter().enumerate().flat_map(of_kind).collect();
        for batch in records.chunks(BATCH) {
            let made = batch.par_chunks(CHUNK).map(|chunk| recorder::remembered(language, || self.of_records(chunk)));
            made.collect::<Vec<_>>().into_iter().for_each(|made| collected.add(made, &mut read));
        }
        collected.kinds = kinds.iter().map(|kind| self.described(kind)).collect();
        let lists = recorder::remembered(language, || self.of_lists(&kinds));
        let words = || (self.maker.localizer.message(Message::SearchLists), self.small_words());
        let ((label, small), of_words) = recorder::remembered(language, words);
        read.extend(of_words.iter().cloned());
        collected.small = small;
        if !lists.0.is_empty() {
            // A collection may have the same name.
            let id = if report.site.collection_named(LISTS).is_some() { format!("{LISTS}-") } else { LISTS.to_owned() };
            collected.kinds.push((id, label, lists.0.len()));
        }
        collected.add(lists, &mut read);
        (collected, read.into_iter().collect::<Vec<_>>().into())
    }

    fn of_records(self, records: &[(RecordIx, usize)]) -> Vec<Document> {
        records.iter().map(|(record, kind)| self.maker.document(*record, *kind)).collect()
    }

    fn of_lists(self, kinds: &[Kind]) -> Vec<Document> {
        let Maker { localizer, chosen, .. } = self.maker;
        let lists = |kind: &Kind| {
            let (collection, chosen) = (kind.collection, &chosen[kind.collection]);
            Lists { localizer, collection, chosen, kind: kinds.len() }.documents()
        };
        kinds.iter().flat_map(lists).collect()
    }

    fn described(self, kind: &Kind) -> (String, String, usize) {
        let Localizer { report, language, .. } = self.maker.localizer;
        let model = &report.site.collections[kind.collection];
        (model.id.to_string(), model.label.text(language).to_owned(), kind.count)
    }

    /// The files of the lists that are divided.
    fn lists(self, output: &Output) {
        let Localizer { report, language, .. } = self.maker.localizer;
        for (collection, model) in report.site.collections.entries() {
            let make = || {
                recorder::note_all(self.deciding);
                lists::file(self.maker.localizer, collection, &self.maker.chosen[collection])
            };
            let (file, notes) = recorder::remembered(language, make);
            if let Some(file) = file {
                Output { reads: report.reads(notes), ..*output }.put(&format!("f-{}.json", model.id), file);
            }
        }
    }
}

/// The id of the kind of lists.
const LISTS: &str = "lists";

fn kind(json: &mut Json, id: &str, label: &str, count: usize) {
    json.array(|json| {
        json.string(id);
        json.string(label);
        json.literal(&count.to_string());
    });
}

impl Collected {
    /// Adds the next documents, and what they were made of: all records are noted as a whole.
    fn add(&mut self, (documents, notes): (Vec<Document>, Arc<[Note]>), read: &mut BTreeSet<Note>) {
        for Document { json, words } in documents {
            self.index.add(self.shown.len() as u32, &words);
            self.shown.push(json);
        }
        read.extend(notes.iter().filter(|note| !matches!(note, Note::Record(_))).cloned());
    }
}

/// Where the files of a language go.
struct Output<'r> {
    sink: &'r dyn Sink,
    folder: &'r str,
    reads: Reads<'r>,
}

impl Output<'_> {
    fn put(&self, name: &str, text: String) {
        let path = format!("{}{name}", self.folder);
        self.sink.put(OutputFile { path, bytes: text.into_bytes(), reads: self.reads.clone() });
    }

    /// Writes the documents, as many to a file as are not too large. Gives back how many.
    fn documents(&self, shown: &[String]) -> usize {
        let weights: Vec<usize> = shown.iter().map(|json| weight(json)).collect();
        let fits = |per: usize| weights.chunks(per).all(|file| file.iter().sum::<usize>() <= LIMIT);
        let mut per = PER;
        while per > 1 && !fits(per) {
            per /= 2;
        }
        shown.par_chunks(per).enumerate().for_each(|(number, file)| {
            self.put(&format!("d{number}.json"), format!("[{}]", file.join(",\n")));
        });
        per
    }

    /// Writes the keys. Gives back the number of files, and the beginnings that are split.
    fn keys(&self, keys: &[Key]) -> (u32, Vec<String>) {
        let written: Vec<String> = keys.par_iter().map(key).collect();
        let filed: Vec<Filed> = keys.iter().zip(&written).map(|(key, text)| filed(key, text)).collect();
        let layout = layout(&filed);
        layout.files.par_iter().enumerate().for_each(|(number, file)| {
            let keys: Vec<&str> = file.iter().map(|at| &*written[*at as usize]).collect();
            self.put(&format!("k{number:x}.json"), format!("{{{}}}", keys.join(",\n")));
        });
        (layout.buckets, layout.splits)
    }

    /// Writes the words for those who slip. Gives back the same.
    fn slips(&self, keys: &[Key]) -> (u32, Vec<String>) {
        let (layout, files) = slips::files(keys);
        files.par_iter().enumerate().for_each(|(number, words)| {
            let mut json = Json::default();
            json.array(|json| words.iter().for_each(|word| json.string(word)));
            self.put(&format!("s{number:x}.json"), json.finish());
        });
        (layout.buckets, layout.splits)
    }
}

fn filed<'k>(key: &'k Key, text: &str) -> Filed<'k> {
    Filed { letters: &key.word, weight: weight(text) + 2 }
}

/// A key with its documents, each by how far it is behind the one before.
fn key(key: &Key) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.key(&key.word).array(|json| {
            json.literal(&key.count.to_string());
            let mut before = 0;
            for (document, class) in &key.found {
                json.literal(&(document - before).to_string());
                json.literal(&(*class as u8).to_string());
                before = *document;
            }
        });
    });
    let text = json.finish();
    text[1..text.len() - 1].to_owned()
}

//! From paths to records: which files below `content/` belong together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Languages;
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::model::names::is_id;
use crate::position::{LanguageIx, List};

/// The files of one record.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct RecordFiles {
    /// Its id.
    pub id: Box<str>,
    /// Its facts: `facts.yaml` in its folder, or its one file.
    pub facts: Option<Arc<str>>,
    /// Its prose by language.
    pub prose: List<LanguageIx, Option<Arc<str>>>,
    /// Its folder with final slash; `None` when it is one file.
    pub folder: Option<Box<str>>,
    /// Other files in its folder, by their path below it.
    pub attachments: Vec<Box<str>>,
}

/// The files of one collection.
#[derive(Debug, Default)]
pub struct CollectionFiles {
    /// Its `_collection.yaml`; `None` when there is none.
    pub model: Option<Arc<str>>,
    /// Its records, sorted by id.
    pub records: Vec<Arc<RecordFiles>>,
}

impl RecordFiles {
    /// The files whose text it is read from.
    pub fn paths(&self) -> impl Iterator<Item = &Arc<str>> {
        self.facts.iter().chain(self.prose.iter().flatten())
    }
}

/// Folders below `content/` that are no collections.
const OTHER_FOLDERS: &[&str] = &["locales", "static", "templates"];

/// Groups paths (below the site's folder, sorted) into collections by name.
pub fn collections(
    paths: &[Arc<str>],
    languages: &Languages,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<Box<str>, CollectionFiles> {
    let mut layout = Layout { languages, findings };
    let mut found: BTreeMap<Box<str>, CollectionFiles> = BTreeMap::new();
    let mut start = 0;
    while start < paths.len() {
        let name = collection_of(&paths[start]);
        let end = start + paths[start..].iter().take_while(|path| collection_of(path) == name).count().max(1);
        if let Some(name) = name.filter(|name| !OTHER_FOLDERS.contains(name)) {
            found.insert(name.into(), layout.collection(name, &paths[start..end]));
        }
        start = end;
    }
    found
}

fn collection_of(path: &str) -> Option<&str> {
    path.strip_prefix("content/")?.split_once('/').map(|(name, _)| name)
}

/// Sorts files into records.
struct Layout<'a> {
    languages: &'a Languages,
    findings: &'a mut Vec<Diagnostic>,
}

impl Layout<'_> {
    fn collection(&mut self, name: &str, paths: &[Arc<str>]) -> CollectionFiles {
        let prefix = format!("content/{name}/");
        let model_path = format!("{prefix}_collection.yaml");
        let model = paths.iter().find(|path| ***path == *model_path).cloned();
        let inner: Vec<&Arc<str>> = paths.iter().filter(|path| ***path != *model_path).collect();
        let mut records = Vec::new();
        self.shelf(&prefix, &inner, &mut records);
        records.sort_by(|a, b| a.id.cmp(&b.id));
        reject_duplicates(&mut records, self.findings);
        CollectionFiles { model, records: records.into_iter().map(Arc::new).collect() }
    }

    /// Records directly below `prefix`, and those on shelves in it.
    fn shelf(&mut self, prefix: &str, paths: &[&Arc<str>], records: &mut Vec<RecordFiles>) {
        let mut start = 0;
        while start < paths.len() {
            let rest = &paths[start][prefix.len()..];
            let Some((folder, _)) = rest.split_once('/') else {
                records.extend(self.single_file(prefix, paths[start]));
                start += 1;
                continue;
            };
            let inner_prefix = format!("{prefix}{folder}/");
            let end = start + paths[start..].iter().take_while(|path| path.starts_with(&*inner_prefix)).count();
            let inner = &paths[start..end];
            if is_record(&inner_prefix, inner, self.languages) {
                records.extend(self.folder_record(folder, &inner_prefix, inner));
            } else {
                self.shelf(&inner_prefix, inner, records);
            }
            start = end;
        }
    }

    fn single_file(&mut self, prefix: &str, path: &Arc<str>) -> Option<RecordFiles> {
        let name = &path[prefix.len()..];
        // Shapes for maps, which the content model names.
        if name.ends_with(".geojson") {
            return None;
        }
        let Some(id) = name.strip_suffix(".yaml") else {
            self.findings.push(stray(path, name));
            return None;
        };
        self.is_valid_id(id, path).then(|| RecordFiles { facts: Some(path.clone()), ..self.record(id) })
    }

    fn folder_record(&mut self, id: &str, prefix: &str, paths: &[&Arc<str>]) -> Option<RecordFiles> {
        let mut files = RecordFiles { folder: Some(prefix.into()), ..self.record(id) };
        for path in paths {
            let name = &path[prefix.len()..];
            match language_of(name, self.languages) {
                Some(language) => files.prose[language] = Some((*path).clone()),
                None if name == "facts.yaml" => files.facts = Some((*path).clone()),
                None if looks_like_prose(name) => self.findings.push(unknown_language(path, name)),
                None if is_text_of_ours(name) => self.findings.push(stray(path, name)),
                None => files.attachments.push(name.into()),
            }
        }
        self.is_valid_id(id, paths[0]).then_some(files)
    }

    /// A record without files.
    fn record(&self, id: &str) -> RecordFiles {
        let prose = self.languages.iter().map(|_| None).collect();
        RecordFiles { id: id.into(), prose, ..RecordFiles::default() }
    }

    fn is_valid_id(&mut self, id: &str, path: &Arc<str>) -> bool {
        let is_language = self.languages.iter().any(|language| *language.code == *id);
        let valid = is_id(id) && !is_language;
        if !valid {
            let message = match is_language {
                true => format!("`{id}` cannot be an id: it is a language of the site"),
                false => format!("`{id}` cannot be an id"),
            };
            let finding = Diagnostic::new(&codes::INVALID_ID, Place::file(path.clone()), message);
            self.findings.push(finding.hint("use small letters a to z, digits and hyphens, 200 at most"));
        }
        valid
    }
}

fn is_record(prefix: &str, paths: &[&Arc<str>], languages: &Languages) -> bool {
    paths.iter().any(|path| {
        let name = &path[prefix.len()..];
        name == "facts.yaml" || language_of(name, languages).is_some()
    })
}

/// The language that a file name such as `de.md` stands for.
fn language_of(name: &str, languages: &Languages) -> Option<LanguageIx> {
    let code = name.strip_suffix(".md")?;
    languages.position(|language| *language.code == *code)
}

fn stray(path: &Arc<str>, name: &str) -> Diagnostic {
    let finding =
        Diagnostic::new(&codes::STRAY_FILE, Place::file(path.clone()), format!("`{name}` belongs to no record"));
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("yml") => finding.hint("name it .yaml"),
        Some("yaml") => finding.hint("facts of a record with a folder stand in facts.yaml"),
        Some("md" | "markdown" | "txt") if name.contains(".m") => {
            finding.hint("the prose of a record is named by its language: en.md, de.md, fr.md")
        }
        _ => finding.hint("move it into the folder of the record it belongs to, or into content/static/"),
    }
}

/// Whether a file name is that of a language file of a language that the site does not have.
fn looks_like_prose(name: &str) -> bool {
    name.strip_suffix(".md")
        .is_some_and(|stem| stem.len() <= 11 && stem.parse::<icu::locale::LanguageIdentifier>().is_ok())
}

/// Whether a file beside a record looks like one that was meant to be read: it is not published.
fn is_text_of_ours(name: &str) -> bool {
    [".md", ".markdown", ".md.txt", ".yml", ".yaml"].iter().any(|ending| name.ends_with(ending))
}

fn unknown_language(path: &Arc<str>, name: &str) -> Diagnostic {
    let message = format!("`{name}` is in a language that the site does not have");
    Diagnostic::new(&codes::UNKNOWN_LANGUAGE, Place::file(path.clone()), message)
        .hint("add the language to `languages` in site.yaml, or rename the file")
}

fn reject_duplicates(records: &mut Vec<RecordFiles>, findings: &mut Vec<Diagnostic>) {
    let path = |files: &RecordFiles| {
        let prose = files.prose.iter().flatten().next();
        files.facts.clone().or_else(|| prose.cloned()).unwrap_or_else(|| "content".into())
    };
    let mut at = 1;
    while at < records.len() {
        if records[at].id == records[at - 1].id {
            let second = records.remove(at);
            let finding = Diagnostic::new(
                &codes::DUPLICATE_ID,
                Place::file(path(&second)),
                format!("there are two records `{}`", second.id),
            );
            findings
                .push(finding.related(Place::file(path(&records[at - 1])), "the other one").hint("rename one of them"));
        } else {
            at += 1;
        }
    }
}

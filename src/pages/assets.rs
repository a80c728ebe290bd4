//! Files that are published as they are: static files of the theme with fingerprints in their names, those of the site
//! without. What lies in the folders of records is for `attachments`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::markup::css::{addresses, without_comments};
use crate::markup::js;
use crate::markup::where_used::Asked;
use crate::parse::{Files, Source, Span};
use crate::plan::outputs::Product;
use crate::plan::published::{Content, PublishedFile};
use crate::report::recorder::{self, Note};
use crate::theme::Theme;
use crate::theme::statics::StaticContent;

/// The theme's static files by their names, and the style sheets of theme and site by their addresses.
#[derive(Default)]
pub struct Assets {
    /// The path of the base URL.
    base: Box<str>,
    files: BTreeMap<Box<str>, Asset>,
    sheets: BTreeMap<Box<str>, Sheet>,
}

/// A style sheet that pages may link.
struct Sheet {
    /// Its text, without comments.
    text: String,
    /// What a page has where it is used, read when one first asks.
    asked: OnceLock<Asked>,
    /// The file that it is.
    note: Note,
}

struct Asset {
    /// Its address, with its fingerprint.
    url: Box<str>,
    /// Where it is published.
    path: Box<str>,
    /// The files that a style sheet names: their fingerprints are in it.
    names: Vec<Arc<str>>,
    /// What is noted where its address stands, made when first asked for.
    notes: OnceLock<Arc<[Note]>>,
}

impl Sheet {
    fn of(text: String, note: Note) -> Self {
        Sheet { text, asked: OnceLock::new(), note }
    }
}

impl Assets {
    /// The address of a static file, with its fingerprint.
    pub fn url(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(|asset| &*asset.url)
    }

    /// The address of a static file that something is made of, which is noted.
    pub fn noted(&self, name: &str) -> Option<&str> {
        let asset = self.files.get(name)?;
        let notes = asset.notes.get_or_init(|| self.made_of(name).map(Note::Asset).collect());
        recorder::note_all(notes);
        Some(&asset.url)
    }

    /// The address of a static file, and what it names.
    pub fn named(&self, name: &str) -> Option<(&str, &[Arc<str>])> {
        self.files.get(name).map(|asset| (&*asset.url, &*asset.names))
    }

    /// All that a static file is made of, itself first.
    pub fn made_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = Arc<str>> + 'a {
        let named = self.files.get(name).into_iter().flat_map(|asset| asset.names.iter().cloned());
        std::iter::once(name.into()).chain(named)
    }

    /// Takes in a static file of the theme, and gives it back as it is published.
    fn add(&mut self, name: &str, bytes: Vec<u8>, names: Vec<Arc<str>>) -> PublishedFile {
        let path = format!("assets/{}", fingerprinted(name, &bytes));
        let url = format!("{}/{path}", self.base).into();
        self.files.insert(name.into(), Asset { url, path: path.as_str().into(), names, notes: OnceLock::new() });
        PublishedFile { path, product: Product::Asset, content: Content::Bytes(bytes.into()) }
    }

    /// What a page has where a style sheet is used, by the address of the sheet; whoever asks depends on it.
    pub fn asked(&self, url: &str) -> Option<&Asked> {
        let sheet = self.sheets.get(url)?;
        recorder::note(sheet.note.clone());
        Some(sheet.asked.get_or_init(|| Asked::by(&sheet.text)))
    }

    /// The names of all by where they are published.
    pub fn paths(&self) -> BTreeMap<&str, &str> {
        self.files.iter().map(|(name, asset)| (&*asset.path, &**name)).collect()
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|name| &**name)
    }
}

/// Collects the files, fingerprints those of the theme, and rewrites the addresses in their style sheets and scripts.
pub fn collect(
    theme: &Theme,
    config: &Config,
    files: &dyn Files,
    findings: &mut Vec<Diagnostic>,
) -> (Assets, Vec<PublishedFile>) {
    let mut assets = Assets { base: config.base_url.path.as_str().into(), ..Assets::default() };
    let mut out = Vec::new();
    let mut waiting = Vec::new();
    for file in &theme.statics {
        let (path, bytes) = match &file.content {
            StaticContent::Builtin(bytes) => (Arc::from(&*file.name), bytes.to_vec()),
            StaticContent::Made(bytes) => (Arc::from(&*file.name), bytes.clone()),
            StaticContent::File(path) => match files.bytes(path) {
                Ok(bytes) => (path.clone(), bytes),
                Err(finding) => {
                    findings.push(*finding);
                    continue;
                }
            },
        };
        match Form::of(&file.name) {
            Form::Other => out.push(assets.add(&file.name, bytes, Vec::new())),
            form => {
                let source = Source::new(path, String::from_utf8_lossy(&bytes));
                waiting.push(Naming { form, name: &file.name, source });
            }
        }
    }
    // A name that stands in a file has the fingerprint of what it leads to, which is known first.
    while !waiting.is_empty() {
        let next = waiting.iter().position(|file| file.can_be_made(&assets)).unwrap_or(0);
        let file = waiting.remove(next);
        let (text, names) = file.addressed(&assets, findings);
        let text = if file.form == Form::Sheet { without_comments(&text) } else { js::without_comments(&text) };
        let sheet = (file.form == Form::Sheet).then(|| text.clone());
        out.push(assets.add(file.name, text.into_bytes(), names));
        if let Some(text) = sheet {
            let url = assets.files[file.name].url.clone();
            assets.sheets.insert(url, Sheet::of(text, Note::Asset(file.name.into())));
        }
    }
    out.extend(files.paths().iter().filter_map(|from| {
        let path = from.strip_prefix("content/static/")?.to_owned();
        if path.ends_with(".css")
            // What cannot be read is found when it is published.
            && let Ok(text) = files.text(from)
        {
            let url = format!("{}/{path}", config.base_url.path).into();
            assets.sheets.insert(url, Sheet::of(without_comments(&text), Note::File(from.clone())));
        }
        Some(PublishedFile { path, product: Product::Static, content: Content::Copy(from.clone()) })
    }));
    (assets, out)
}

/// `style.css` → `style.0123456789.css`.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains('/') => format!("{stem}.{hash}.{ending}"),
        _ => format!("{name}.{hash}"),
    }
}

/// Files in whose text other files are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Sheet,
    Script,
    Other,
}

/// An address in a text, as it is written.
struct Address {
    written: String,
    /// Where it stands, in bytes; of a style sheet with its quotation marks.
    span: Range<usize>,
}

impl Form {
    fn of(name: &str) -> Self {
        match name.rsplit_once('.') {
            Some((_, "css")) => Form::Sheet,
            Some((_, "js")) => Form::Script,
            _ => Form::Other,
        }
    }

    /// The addresses of other static files in a text: in `url(…)` of style sheets, in `import` of scripts.
    fn addresses(self, text: &str) -> Vec<Address> {
        let address = |written: &str, span: Range<usize>| Address { written: written.to_owned(), span };
        match self {
            Form::Sheet => {
                let own =
                    |written: &str| !written.is_empty() && !written.starts_with(['#', '/']) && !written.contains(':');
                let found = addresses(text).map(|span| (text[span.clone()].trim().trim_matches(['"', '\'']), span));
                found.filter(|(written, _)| own(written)).map(|(written, span)| address(written, span)).collect()
            }
            Form::Script => js::imports(text).into_iter().map(|span| address(&text[span.clone()], span)).collect(),
            Form::Other => Vec::new(),
        }
    }
}

/// A static file of the theme that names others.
struct Naming<'t> {
    form: Form,
    name: &'t str,
    source: Source,
}

impl Naming<'_> {
    /// Whether all that it names has its fingerprint.
    fn can_be_made(&self, assets: &Assets) -> bool {
        let named = self.form.addresses(&self.source.text);
        named.iter().all(|address| assets.url(&joined(self.name, &address.written)).is_some())
    }

    /// Its text with the addresses of fingerprinted files, and the files that it names.
    fn addressed(&self, assets: &Assets, findings: &mut Vec<Diagnostic>) -> (String, Vec<Arc<str>>) {
        let mut named: Vec<Arc<str>> = Vec::new();
        let text = &*self.source.text;
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for Address { written, span } in self.form.addresses(text) {
            out.push_str(&text[at..span.start]);
            at = span.end;
            let target = joined(self.name, &written);
            match assets.files.get(&*target) {
                // A script names its neighbours, so that it runs wherever the folder is.
                Some(asset) if self.form == Form::Script => {
                    let (folder, _) = written.rsplit_once('/').unwrap_or_default();
                    let (_, file) = asset.path.rsplit_once('/').unwrap_or_default();
                    out.push_str(&format!("{folder}/{file}"));
                    named.extend(assets.made_of(&target));
                }
                Some(asset) => {
                    out.push_str(&format!("\"{}\"", asset.url));
                    named.extend(assets.made_of(&target));
                }
                None => {
                    out.push_str(&text[span.clone()]);
                    let span = Span { start: span.start as u32, end: span.end as u32 };
                    let message = format!("the theme has no static file `{target}`");
                    let finding = self.source.finding(&codes::MISSING_FILE, span, message);
                    findings.push(finding.hint_if(did_you_mean(&target, assets.names())));
                }
            }
        }
        out.push_str(&text[at..]);
        (out, named)
    }
}

/// A path relative to the file `name`.
fn joined(name: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = name.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

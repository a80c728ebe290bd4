//! Files that are published as they are: static files of the theme with fingerprints in their names, those of the site
//! without. What lies in the folders of records is for `attachments`.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::markup::css::{address, without_comments};
use crate::markup::js;
use crate::output::{OutputFile, Read, Reads, Sink};
use crate::parse::{Files, Source, Span};
use crate::plan::outputs::Product;
use crate::plan::page::Planner;
use crate::plan::published::{Content, PublishedFile};
use crate::report::recorder::{self, Note};
use crate::theme::statics::StaticContent;

/// The theme's static files by their names.
pub struct Assets(BTreeMap<Box<str>, Asset>);

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

impl Assets {
    /// The address of a static file, with its fingerprint.
    pub fn url(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|asset| &*asset.url)
    }

    /// The address of a static file that something is made of, which is noted.
    pub fn noted(&self, name: &str) -> Option<&str> {
        let asset = self.0.get(name)?;
        let notes = asset.notes.get_or_init(|| self.made_of(name).map(Note::Asset).collect());
        recorder::note_all(notes);
        Some(&asset.url)
    }

    /// All that a static file is made of, itself first.
    pub fn made_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = Arc<str>> + 'a {
        let named = self.0.get(name).into_iter().flat_map(|asset| asset.names.iter().cloned());
        std::iter::once(name.into()).chain(named)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|name| &**name)
    }
}

/// Collects the files, fingerprints those of the theme, and rewrites the addresses in their style sheets.
pub fn collect(planner: Planner, files: &dyn Files, findings: &mut Vec<Diagnostic>) -> (Assets, Vec<PublishedFile>) {
    let mut assets = Assets(BTreeMap::new());
    let mut out = Vec::new();
    let (sheets, others): (Vec<_>, Vec<_>) = planner.theme.statics.iter().partition(|file| file.name.ends_with(".css"));
    for file in others.into_iter().chain(sheets) {
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
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        let (bytes, names) = match file.name.rsplit_once('.') {
            Some((_, "css")) => style_sheet(&file.name, &Source::new(path, text()), &assets, findings),
            Some((_, "js")) => (js::without_comments(&text()).into_bytes(), Vec::new()),
            _ => (bytes, Vec::new()),
        };
        let published = format!("assets/{}", fingerprinted(&file.name, &bytes));
        let url = format!("{}/{published}", planner.config.base_url.path).into();
        assets
            .0
            .insert(file.name.clone(), Asset { url, path: published.as_str().into(), names, notes: OnceLock::new() });
        out.push(PublishedFile { path: published, product: Product::Asset, content: Content::Bytes(bytes) });
    }
    out.extend(files.paths().into_iter().filter_map(|from| {
        let path = from.strip_prefix("content/static/")?.to_owned();
        Some(PublishedFile { path, product: Product::Static, content: Content::Copy(from) })
    }));
    (assets, out)
}

/// Hands the files to the sink, all but images; gives back what was found.
pub fn publish(assets: &Assets, published: Vec<PublishedFile>, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let names: BTreeMap<&str, &str> = assets.0.iter().map(|(name, asset)| (&*asset.path, &**name)).collect();
    for file in published {
        let (bytes, reads): (_, Vec<Read>) = match file.content {
            Content::Bytes(bytes) => {
                let name = names.get(&*file.path);
                let reads = name.into_iter().flat_map(|name| assets.made_of(name)).map(Read::Asset).collect();
                (Ok(bytes), reads)
            }
            Content::Copy(from) => (files.bytes(&from), vec![Read::File(from)]),
            Content::Image(_) => continue,
        };
        let reads = Reads::new(move || reads.clone());
        match bytes {
            Ok(bytes) => sink.put(OutputFile { path: file.path, bytes, reads }),
            Err(finding) => findings.push(*finding),
        }
    }
    findings
}

/// `style.css` → `style.0123456789.css`.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains('/') => format!("{stem}.{hash}.{ending}"),
        _ => format!("{name}.{hash}"),
    }
}

/// A style sheet with the addresses in `url(…)` replaced by fingerprinted ones, and the files that they name.
fn style_sheet(
    name: &str,
    source: &Source,
    assets: &Assets,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<u8>, Vec<Arc<str>>) {
    let mut named: Vec<Arc<str>> = Vec::new();
    let text = &*source.text;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = address(rest) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let Some(end) = after.find(')') else {
            rest = after;
            break;
        };
        let written = after[..end].trim().trim_matches(['"', '\'']);
        if written.is_empty() || written.starts_with(['#', '/']) || written.contains(':') {
            out.push_str(&after[..end]);
        } else {
            let target = joined(name, written);
            match assets.url(&target) {
                Some(url) => {
                    out.push_str(&format!("\"{url}\""));
                    named.extend(assets.made_of(&target));
                }
                None => {
                    let start = (text.len() - after.len()) as u32;
                    let finding = source.finding(
                        &codes::MISSING_FILE,
                        Span { start, end: start + end as u32 },
                        format!("the theme has no static file `{target}`"),
                    );
                    findings.push(finding.hint_if(did_you_mean(&target, assets.names())));
                }
            }
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    (without_comments(&out).into_bytes(), named)
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

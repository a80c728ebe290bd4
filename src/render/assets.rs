//! Files that are published as they are: static files of the theme with fingerprints in their names, those of the site
//! without. What lies in the folders of records is for `attachments`.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::parse::{Files, Source, Span};
use crate::plan::{Plan, is_written_beside};
use crate::render::css::{address, without_comments};
use crate::render::{OutputFile, Sink};
use crate::theme::{StaticContent, Theme};

/// Addresses of the theme's static files by their names.
pub struct Assets(BTreeMap<Box<str>, Box<str>>);

impl Assets {
    /// The address of a static file, with its fingerprint.
    pub fn url(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|url| &**url)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|name| &**name)
    }
}

/// A file to publish as it is.
pub enum AssetFile {
    /// Bytes that are here.
    Bytes(String, Vec<u8>),
    /// A file of the site.
    Copy(String, Arc<str>),
}

/// Collects the files, fingerprints those of the theme, and rewrites the addresses in their style sheets.
pub fn collect(
    config: &Config,
    theme: &Theme,
    paths: &[Arc<str>],
    files: &dyn Files,
    findings: &mut Vec<Diagnostic>,
) -> (Assets, Vec<AssetFile>) {
    let mut assets = Assets(BTreeMap::new());
    let mut out = Vec::new();
    let (sheets, others): (Vec<_>, Vec<_>) = theme.statics.iter().partition(|file| file.name.ends_with(".css"));
    for file in others.into_iter().chain(sheets) {
        let (path, bytes) = match &file.content {
            StaticContent::Builtin(bytes) => (Arc::from(&*file.name), bytes.to_vec()),
            StaticContent::File(path) => match files.bytes(path) {
                Ok(bytes) => (path.clone(), bytes),
                Err(finding) => {
                    findings.push(*finding);
                    continue;
                }
            },
        };
        let bytes =
            if file.name.ends_with(".css") { style_sheet(&file.name, path, bytes, &assets, findings) } else { bytes };
        let published = format!("assets/{}", fingerprinted(&file.name, &bytes));
        assets.0.insert(file.name.clone(), format!("{}/{published}", config.base_url.path).into());
        out.push(AssetFile::Bytes(published, bytes));
    }
    out.extend(
        paths
            .iter()
            .filter_map(|path| Some(AssetFile::Copy(path.strip_prefix("content/static/")?.to_owned(), path.clone()))),
    );
    (assets, out)
}

impl AssetFile {
    /// Where it is published.
    pub fn path(&self) -> &str {
        match self {
            AssetFile::Bytes(path, _) | AssetFile::Copy(path, _) => path,
        }
    }
}

/// The files without those of `content/static/` that would replace what the program writes, each with a finding. Its own
/// `robots.txt` a site may have.
pub fn without_clashes(
    mut files: Vec<AssetFile>,
    plan: &Plan,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Vec<AssetFile> {
    let pages = plan.pages.iter().map(|page| page.file.as_str());
    let taken: HashSet<&str> = pages.chain(plan.redirects.iter().map(|redirect| redirect.file.as_str())).collect();
    let is_written = |path: &str| taken.contains(path) || is_written_beside(path, config);
    let folders = taken.iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    let folders: HashSet<&str> = folders.chain(["data", "data/figures"]).collect();
    let mut seen: HashSet<String> = HashSet::new();
    files.retain(|file| {
        let AssetFile::Copy(path, from) = file else { return true };
        let clashes = is_written(path) || folders.contains(path.as_str()) || !seen.insert(path.clone());
        if clashes {
            let message = format!("something else is published at `/{path}`");
            findings.push(
                Diagnostic::new(&codes::ADDRESS_CLASH, Place::file(from.clone()), message)
                    .hint("rename or remove this file"),
            );
        }
        !clashes
    });
    files
}

/// Hands the files to the sink.
pub fn publish(assets: Vec<AssetFile>, files: &dyn Files, sink: &dyn Sink, findings: &mut Vec<Diagnostic>) {
    for asset in assets {
        let (path, bytes) = match asset {
            AssetFile::Bytes(path, bytes) => (path, bytes),
            AssetFile::Copy(path, from) => match files.bytes(&from) {
                Ok(bytes) => (path, bytes),
                Err(finding) => {
                    findings.push(*finding);
                    continue;
                }
            },
        };
        sink.put(OutputFile { path, bytes, reads: Vec::new() });
    }
}

/// `style.css` → `style.0123456789.css`.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains('/') => format!("{stem}.{hash}.{ending}"),
        _ => format!("{name}.{hash}"),
    }
}

/// A style sheet with the addresses in `url(…)` replaced by fingerprinted ones.
fn style_sheet(name: &str, path: Arc<str>, bytes: Vec<u8>, assets: &Assets, findings: &mut Vec<Diagnostic>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let source = Source::new(path, text.as_str());
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
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
                Some(url) => out.push_str(&format!("\"{url}\"")),
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
    without_comments(&out).into_bytes()
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

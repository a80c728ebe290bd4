//! Files that are published as they are: static files of the theme with fingerprints in their names, those of the site
//! without. What lies in the folders of records is for `attachments`.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::markup::css::{address, without_comments};
use crate::output::{OutputFile, Sink};
use crate::parse::{Files, Source, Span};
use crate::plan::paths::{self, Clash, Paths};
use crate::plan::{is_written_beside, not_for_windows};
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
    let copied = |path: Arc<str>| Some(AssetFile::Copy(path.strip_prefix("content/static/")?.to_owned(), path.clone()));
    out.extend(files.paths().into_iter().filter_map(copied));
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

/// The files without those that cannot be written, or would replace what is written elsewhere, each with a finding. Its own
/// `robots.txt` a site may have.
pub fn without_clashes(
    mut files: Vec<AssetFile>,
    paths: &mut Paths,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Vec<AssetFile> {
    files.retain(|file| {
        let (path, place) = match file {
            AssetFile::Bytes(path, _) => (path, Place::file("themes")),
            AssetFile::Copy(path, from) => (path, Place::file(from.clone())),
        };
        match refused(path, paths, &place, config) {
            Some(finding) => findings.push(finding),
            None => {
                findings.extend(paths::unfit_for_windows(path).map(|part| not_for_windows(place, part)));
                return true;
            }
        }
        false
    });
    files
}

/// Why a file cannot be published at a path; takes the path if it can.
fn refused(path: &str, paths: &mut Paths, place: &Place, config: &Config) -> Option<Diagnostic> {
    if let Some(flaw) = paths::flaw(path) {
        let finding = Diagnostic::new(&codes::INVALID_ADDRESS, place.clone(), format!("`/{path}` {flaw}"));
        return Some(finding.hint("rename this file"));
    }
    if path == "robots.txt" {
        return None;
    }
    let is_data_folder = ["data", "data/figures"].iter().any(|folder| path.eq_ignore_ascii_case(folder));
    let taken = match is_data_folder || is_written_beside(path, config) {
        true => Err(Clash::Same(Place::file(config.source.path.clone()))),
        false => paths.take(path, place.clone()),
    };
    let (message, other) = match taken.err()? {
        Clash::Same(other) => (format!("something else is published at `/{path}`"), other),
        Clash::Folder(other) => (format!("other files are published in a folder `/{path}`"), other),
        Clash::InFile(file, other) => (format!("`/{path}` would lie in `/{file}`, which is a file"), other),
    };
    let finding = Diagnostic::new(&codes::ADDRESS_CLASH, place.clone(), message).related(other, "the other one");
    Some(finding.hint("rename or remove this file"))
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

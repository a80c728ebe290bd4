//! Files that are published as they are: static files of the theme with fingerprints in their names, those of the site
//! without. What lies in the folders of records is for `attachments`.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::markup::css::{address, without_comments};
use crate::output::{OutputFile, Sink};
use crate::parse::{Files, Source, Span};
use crate::plan::outputs::Product;
use crate::plan::page::Planner;
use crate::plan::published::{Content, PublishedFile};
use crate::theme::StaticContent;

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

/// Collects the files, fingerprints those of the theme, and rewrites the addresses in their style sheets.
pub fn collect(planner: Planner, files: &dyn Files, findings: &mut Vec<Diagnostic>) -> (Assets, Vec<PublishedFile>) {
    let mut assets = Assets(BTreeMap::new());
    let mut out = Vec::new();
    let (sheets, others): (Vec<_>, Vec<_>) = planner.theme.statics.iter().partition(|file| file.name.ends_with(".css"));
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
        assets.0.insert(file.name.clone(), format!("{}/{published}", planner.config.base_url.path).into());
        out.push(PublishedFile { path: published, product: Product::Asset, content: Content::Bytes(bytes) });
    }
    out.extend(files.paths().into_iter().filter_map(|from| {
        let path = from.strip_prefix("content/static/")?.to_owned();
        Some(PublishedFile { path, product: Product::Static, content: Content::Copy(from) })
    }));
    (assets, out)
}

/// Hands the files to the sink; gives back what was found.
pub fn publish(published: &[PublishedFile], files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for file in published {
        let bytes = match &file.content {
            Content::Bytes(bytes) => Ok(bytes.clone()),
            Content::Copy(from) => files.bytes(from),
        };
        match bytes {
            Ok(bytes) => sink.put(OutputFile { path: file.path.clone(), bytes, reads: Vec::new() }),
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

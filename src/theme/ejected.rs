//! Files that were copied out of a theme: what is noted in them, and whether their originals have changed since.
//!
//! The note is the first line, in the comment of the file's own language; in an SVG, which may have to begin with something
//! else, the last: `ejected from report:templates/base.html sha256:0123456789abcdef`.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::diagnostics::{Diagnostic, codes};
use crate::parse::{Files, Source, Span};
use crate::theme::shelf::{self, LayerFile};

/// What a note begins with.
const BEGIN: &str = "ejected from ";
/// What stands before the fingerprint of the original.
const MARK: &str = " sha256:";

/// The copy of a file, with the note of where it is from; files of kinds that know no comments are copied as they are.
pub fn copy(original: &LayerFile, bytes: &[u8]) -> Vec<u8> {
    let note = format!("{BEGIN}{}:{}{MARK}{}", original.layer, original.name, fingerprint(bytes));
    let ending = original.name.rsplit('.').next().unwrap_or_default();
    let (before, after) = match ending {
        "html" | "xml" => (format!("{{#- {note} -#}}\n"), String::new()),
        "css" | "js" => (format!("/* {note} */\n"), String::new()),
        "ftl" | "yaml" => (format!("# {note}\n"), String::new()),
        "svg" => (String::new(), format!("<!-- {note} -->\n")),
        _ => (String::new(), String::new()),
    };
    [before.as_bytes(), bytes, after.as_bytes()].concat()
}

/// The first sixteen digits of the hash of a file.
fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Copies whose originals have changed since, or are gone.
pub fn check(files: &dyn Files, config: &Config) -> Vec<Diagnostic> {
    let shelf = shelf::of_site(files, config);
    shelf.iter().filter_map(|file| changed(file, &shelf, files)).collect()
}

fn changed(file: &LayerFile, shelf: &[LayerFile], files: &dyn Files) -> Option<Diagnostic> {
    let path = file.path.as_ref()?;
    let is_noted =
        [".html", ".xml", ".css", ".js", ".ftl", ".yaml", ".svg"].iter().any(|ending| path.ends_with(ending));
    let text = files.text(path).ok().filter(|_| is_noted)?;
    let line = if path.ends_with(".svg") { text.lines().next_back() } else { text.lines().next() }?;
    let (from, noted) = line.split_once(BEGIN)?.1.split_once(MARK)?;
    let noted = noted.split(|c: char| !c.is_ascii_hexdigit()).next().unwrap_or_default();
    let (layer, name) = from.split_once(':')?;
    // A theme that was copied as a whole is no layer any more, but still in the program.
    let built_in: Arc<str> = layer.into();
    let built_in = shelf::of_built_in(&built_in);
    let original = shelf.iter().chain(&built_in).find(|original| *original.layer == *layer && original.name == name);
    let now = original.and_then(|original| original.bytes(files).ok()).map(|bytes| fingerprint(&bytes));
    let (message, hint) = match now {
        Some(now) if now == noted => return None,
        Some(now) => (
            format!("`{from}` has changed since it was copied here"),
            format!(
                "`prospectus theme eject {from} --print` shows it now; take over what you want, then note sha256:{now}"
            ),
        ),
        None => (
            format!("`{from}` was copied here and is gone from the theme"),
            "see whether anything still asks for this file; if so, take the note out".to_owned(),
        ),
    };
    let start = text.find(BEGIN)? as u32;
    let source = Source::new(path.clone(), text.as_str());
    let span = Span { start, end: start + (BEGIN.len() + from.len()) as u32 };
    Some(source.finding(&codes::EJECTED_CHANGED, span, message).hint(hint))
}

//! Drafts of corrections become files of the site.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::Context as _;

use crate::cli::terminal::Results;
use crate::diagnostics::printable::printable;
use crate::publication::draft::Draft;

/// Writes drafts below the site's folder and says which; never over a file that is there.
///
/// # Errors
///
/// A file could not be written; those before it stay.
pub fn write(site: &Path, drafts: &[Draft]) -> anyhow::Result<()> {
    let say = |line: String| Results::Err.write(&format!("{}\n", printable(&line)));
    if drafts.is_empty() {
        say("no correction is missing: nothing was drafted".to_owned());
    }
    for Draft { path, text } in drafts {
        let file = site.join(path);
        let words = || format!("cannot write {}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(words)?;
        }
        match File::create_new(&file) {
            Ok(mut file) => file.write_all(text.as_bytes()).with_context(words)?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                say(format!("{path} is there already and was left as it is"));
                continue;
            }
            Err(error) => return Err(error).with_context(words),
        }
        say(format!("drafted {path}"));
    }
    if !drafts.is_empty() {
        say("fill in why, in each language, and look at `kind` and `grade`; `prospectus check` tells what is left"
            .to_owned());
    }
    Ok(())
}

//! Where the cache is: in the user's cache folder, or where it was asked for.

use std::env;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::read::hex::hex;

/// Why a folder cannot be the cache of a site.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It lies in a folder of the site that is read.
    InSources,
    /// It lies in the output.
    InOutput,
}

/// The folder of a site in the user's cache folder: `prospectus/` and 16 digits that follow from where the site is. `None`: the
/// user has no such folder, or it lies in the site itself, where whoever sends the site might have filled it.
pub fn usual(site: &Path) -> Option<PathBuf> {
    let site = site.canonicalize().ok()?;
    let digits = hex(&Sha256::digest(site.as_os_str().as_encoded_bytes())[..8]);
    let folder = of_user()?.join("prospectus").join(digits);
    let existing = folder.ancestors().find_map(|part| part.canonicalize().ok())?;
    (!existing.starts_with(&site)).then_some(folder)
}

/// A folder that was asked for; it is read even if it lies in the site's folder.
///
/// # Errors
///
/// It lies where it cannot stay.
pub fn given(folder: &Path, site: &Path, output: &Path) -> Result<PathBuf, Unfit> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let existing = folder.ancestors().find_map(|part| part.canonicalize().ok()).unwrap_or_else(|| folder.clone());
    let lies_in = |other: &Path| {
        let absolute = std::path::absolute(other).unwrap_or_else(|_| other.to_owned());
        folder.starts_with(&absolute) || other.canonicalize().is_ok_and(|other| existing.starts_with(other))
    };
    if ["content", "themes"].iter().any(|part| lies_in(&site.join(part))) {
        return Err(Unfit::InSources);
    }
    if lies_in(output) { Err(Unfit::InOutput) } else { Ok(folder) }
}

/// The user's cache folder: `XDG_CACHE_HOME`, else that of the system.
fn of_user() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    set("XDG_CACHE_HOME").or_else(|| match env::consts::OS {
        "windows" => set("LOCALAPPDATA"),
        "macos" => Some(set("HOME")?.join("Library/Caches")),
        _ => Some(set("HOME")?.join(".cache")),
    })
}

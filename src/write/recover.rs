//! What a run that was killed left beside the output.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::write::area::Area;
use crate::write::course::Course;
use crate::write::foreign::{Known, Output};
use crate::write::manifest::{FILE, Manifest};
use crate::write::place::{self, Durability};
use crate::write::settle::Settler;
use crate::write::state::{self, Role, State};
use crate::write::system::Folder;
use crate::write::update;

/// Puts in order what earlier runs left in the area, and opens the output; with what should be said about it.
///
/// # Errors
///
/// Something in the area has a name of ours and is not ours; the output is no folder, or cannot be read.
pub fn recover(area: &Area, state: &State, known: &Known) -> anyhow::Result<(Option<Output>, Vec<String>)> {
    let others = state.others(area)?;
    if let Some((other, kind, _)) = others.iter().find(|(.., role)| role.is_none()) {
        bail!(state::not_ours(&area.path_of(other), *kind));
    }
    let mut output = Output::open(area, known)?;
    let mut warnings = Vec::new();
    let parent = &area.folder;
    for (other, _, role) in others {
        let path = area.path_of(&other);
        let shown = area.shown.display();
        match (role, &output) {
            // The run was killed between two renames.
            (Some(Role::Old), None) => {
                parent
                    .rename_to_nothing(&other, parent, &area.name)
                    .with_context(|| format!("cannot bring back {shown} from {}", path.display()))?;
                output = Output::open(area, known)?;
            }
            (Some(Role::Old), Some(output)) => warnings.extend(settle_earlier(parent, &other, output, path)),
            (Some(Role::Update), Some(there)) => {
                let stage = parent.folder(&other)?;
                update::apply(&stage, &there.folder, Durability::OnDisk, Course::default())
                    .with_context(|| format!("cannot finish what a run began that brought {shown} up to date"))?;
                remove(parent, &other, &path, &mut warnings);
                output = Output::open(area, known)?;
            }
            _ => remove(parent, &other, &path, &mut warnings),
        }
    }
    Ok((output, warnings))
}

fn remove(parent: &Folder, name: &OsStr, shown: &Path, warnings: &mut Vec<String>) {
    if let Err(error) = parent.remove_tree(name) {
        let how = place::how_to_remove(shown);
        warnings.push(format!("{} could not be removed ({error}); remove it: {how}", shown.display()));
    }
}

/// Removes an old site that an earlier run could not remove.
fn settle_earlier(parent: &Folder, name: &OsStr, output: &Output, shown: PathBuf) -> Vec<String> {
    let opened = || -> anyhow::Result<(Option<Manifest>, Folder)> {
        let folder = parent.folder(name)?;
        let read = |bytes: Vec<u8>| Manifest::parse(&bytes).context("its manifest is none of Prospectus");
        Ok((folder.bytes(FILE.as_ref())?.map(read).transpose()?, folder))
    };
    let (manifest, folder) = match opened() {
        Ok(opened) => opened,
        Err(error) => return vec![format!("{} is left there, and cannot be read: {error}", shown.display())],
    };
    let settler = Settler {
        new: &output.folder,
        written: output.manifest.as_ref(),
        manifest: manifest.as_ref(),
        carried: HashMap::new(),
        shown,
        kept: Vec::new(),
        failed: None,
    };
    settler.settle(parent, name, &folder)
}

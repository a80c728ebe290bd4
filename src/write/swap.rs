//! Exchanging two folders in one step.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use anyhow::{Context as _, bail};
use rustix::fs::RenameFlags;
use rustix::io::Errno;

use crate::write::folder::Folder;
use crate::write::state::{Identity, State};

/// The folder that holds the output, and the names of output and new site in it.
pub struct Swap<'a> {
    /// The open folder.
    pub parent: &'a Folder,
    /// The new site.
    pub stage: &'a OsStr,
    /// Its place.
    pub output: &'a OsStr,
    /// Where that is, for messages.
    pub shown: &'a Path,
}

impl Swap<'_> {
    /// Puts the new site in the place of the output, which `old` tells; gives the name that the old output has now, if there
    /// was one.
    ///
    /// # Errors
    ///
    /// The folders cannot be exchanged, or something else is in the output's place meanwhile: the old site stands.
    pub fn exchange(&self, old: Option<Identity>, state: &mut State) -> anyhow::Result<Option<OsString>> {
        let current = match self.parent.folder(self.output) {
            Ok(folder) => Identity::of(&folder)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                rename_to_nothing((self.parent, self.stage), (self.parent, self.output))
                    .with_context(|| format!("cannot rename the new site to {}", self.shown.display()))?;
                return Ok(None);
            }
            Err(error) => return Err(error).with_context(|| self.words()),
        };
        if Some(current) != old {
            bail!("{} is not the folder that was there when this run began; nothing was changed", self.shown.display());
        }
        state.will_be_old(self.stage, current)?;
        match self.flip() {
            Ok(()) => self.verify(current),
            // The system or the file system cannot exchange.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => self.in_two_steps(current, state),
            Err(error) => Err(error).with_context(|| self.words()),
        }
    }

    fn flip(&self) -> rustix::io::Result<()> {
        let parent = &self.parent.handle;
        rustix::fs::renameat_with(parent, self.stage, parent, self.output, RenameFlags::EXCHANGE)
    }

    /// Whether what was exchanged is the old site, and not something that took its place in the last moment.
    fn verify(&self, old: Identity) -> anyhow::Result<Option<OsString>> {
        let moved = self.parent.folder(self.stage).ok().and_then(|folder| Identity::of(&folder).ok());
        if moved == Some(old) {
            return Ok(Some(self.stage.to_owned()));
        }
        self.flip().with_context(|| self.words())?;
        bail!("{} was replaced while this run ended; nothing was changed", self.shown.display());
    }

    /// Two renames. After a kill in between, the next run brings the old site back.
    pub fn in_two_steps(&self, old: Identity, state: &mut State) -> anyhow::Result<Option<OsString>> {
        let aside = state.fresh("old");
        state.will_be_old(&aside, old)?;
        let parent = self.parent;
        rename_to_nothing((parent, self.output), (parent, &aside)).with_context(|| self.words())?;
        if let Err(error) = rename_to_nothing((parent, self.stage), (parent, self.output)) {
            rename_to_nothing((parent, &aside), (parent, self.output)).with_context(|| self.words())?;
            return Err(error).with_context(|| self.words());
        }
        Ok(Some(aside))
    }

    fn words(&self) -> String {
        format!("cannot exchange {} with the new site", self.shown.display())
    }
}

/// Renames something to a name that nothing has.
///
/// # Errors
///
/// `AlreadyExists` when something has it.
pub fn rename_to_nothing(from: (&Folder, &OsStr), to: (&Folder, &OsStr)) -> io::Result<()> {
    let (source, target) = (&from.0.handle, &to.0.handle);
    match rustix::fs::renameat_with(source, from.1, target, to.1, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(()),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            if to.0.stat(to.1)?.is_some() {
                return Err(Errno::EXIST.into());
            }
            Ok(rustix::fs::renameat(source, from.1, target, to.1)?)
        }
        Err(error) => Err(error.into()),
    }
}

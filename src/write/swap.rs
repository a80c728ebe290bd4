//! Exchanging two folders: in one step where the system has that, else in two, which the next run undoes after a kill between
//! them.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::write::course::{Course, Exchange, Step};
use crate::write::entry::Identity;
use crate::write::state::State;
use crate::write::system::Folder;

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
    /// In how many steps.
    pub course: Course,
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
            Ok(folder) => folder.identity()?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.parent
                    .rename_to_nothing(self.stage, self.parent, self.output)
                    .with_context(|| format!("cannot rename the new site to {}", self.shown.display()))?;
                return Ok(None);
            }
            Err(error) => return Err(error).with_context(|| self.words()),
        };
        if Some(current) != old {
            bail!("{} is not the folder that was there when this run began; nothing was changed", self.shown.display());
        }
        if self.course.how == Exchange::TwoSteps {
            return self.in_two_steps(current, state);
        }
        state.will_be_old(self.stage, current)?;
        match self.parent.exchange(self.stage, self.output) {
            Ok(()) => self.verify(current),
            // The system or the file system cannot exchange.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => self.in_two_steps(current, state),
            Err(error) => Err(error).with_context(|| self.words()),
        }
    }

    /// Whether what was exchanged is the old site, and not something that took its place in the last moment.
    fn verify(&self, old: Identity) -> anyhow::Result<Option<OsString>> {
        let moved = self.parent.folder(self.stage).ok().and_then(|folder| folder.identity().ok());
        if moved == Some(old) {
            return Ok(Some(self.stage.to_owned()));
        }
        self.parent.exchange(self.stage, self.output).with_context(|| self.words())?;
        bail!("{} was replaced while this run ended; nothing was changed", self.shown.display());
    }

    /// Two renames. After a kill in between, the next run brings the old site back.
    fn in_two_steps(&self, old: Identity, state: &mut State) -> anyhow::Result<Option<OsString>> {
        let aside = state.fresh("old");
        state.will_be_old(&aside, old)?;
        let rename = |from: &OsStr, to: &OsStr| self.parent.rename_to_nothing(from, self.parent, to);
        rename(self.output, &aside).with_context(|| self.words())?;
        (self.course.reached)(Step::OldMovedAside);
        if let Err(error) = rename(self.stage, self.output) {
            rename(&aside, self.output).with_context(|| self.words())?;
            return Err(error).with_context(|| self.words());
        }
        Ok(Some(aside))
    }

    fn words(&self) -> String {
        format!("cannot exchange {} with the new site", self.shown.display())
    }
}

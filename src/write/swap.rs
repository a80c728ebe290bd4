//! Exchanging two folders: in one step where the system has that, else in two, which the next run undoes after a kill between
//! them.

use std::ffi::{OsStr, OsString};
use std::io;

use anyhow::{Context as _, bail};

use crate::write::area::Area;
use crate::write::course::{Course, Exchange, Step};
use crate::write::entry::Identity;
use crate::write::state::State;

/// An output and a new site beside it.
pub struct Swap<'a> {
    /// Where both lie.
    pub area: &'a Area,
    /// The name of the new site there.
    pub stage: &'a OsStr,
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
        let current = match self.area.folder.folder(&self.area.name) {
            Ok(folder) => folder.identity()?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.area
                    .folder
                    .rename_to_nothing(self.stage, &self.area.folder, &self.area.name)
                    .with_context(|| format!("cannot rename the new site to {}", self.area.shown.display()))?;
                return Ok(None);
            }
            Err(error) => return Err(error).with_context(|| self.words()),
        };
        if Some(current) != old {
            bail!(
                "{} is not the folder that was there when this run began; nothing was changed",
                self.area.shown.display()
            );
        }
        if self.course.how == Exchange::TwoSteps {
            return self.in_two_steps(current, state);
        }
        state.will_be_old(self.stage, current)?;
        match self.area.folder.exchange(self.stage, &self.area.name) {
            Ok(()) => self.verify(current),
            // The system or the file system cannot exchange.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => self.in_two_steps(current, state),
            Err(error) => Err(error).with_context(|| self.words()),
        }
    }

    /// Whether what was exchanged is the old site, and not something that took its place in the last moment.
    fn verify(&self, old: Identity) -> anyhow::Result<Option<OsString>> {
        let moved = self.area.folder.folder(self.stage).ok().and_then(|folder| folder.identity().ok());
        if moved == Some(old) {
            return Ok(Some(self.stage.to_owned()));
        }
        self.area.folder.exchange(self.stage, &self.area.name).with_context(|| self.words())?;
        bail!("{} was replaced while this run ended; nothing was changed", self.area.shown.display());
    }

    /// Two renames. After a kill in between, the next run brings the old site back.
    fn in_two_steps(&self, old: Identity, state: &mut State) -> anyhow::Result<Option<OsString>> {
        let aside = state.fresh("old");
        state.will_be_old(&aside, old)?;
        let rename = |from: &OsStr, to: &OsStr| self.area.folder.rename_to_nothing(from, &self.area.folder, to);
        rename(&self.area.name, &aside).with_context(|| self.words())?;
        (self.course.reached)(Step::OldMovedAside);
        if let Err(error) = rename(self.stage, &self.area.name) {
            rename(&aside, &self.area.name).with_context(|| self.words())?;
            return Err(error).with_context(|| self.words());
        }
        Ok(Some(aside))
    }

    fn words(&self) -> String {
        format!("cannot exchange {} with the new site", self.area.shown.display())
    }
}

//! What records are read with.

use crate::config::{Config, Run};
use crate::parse::Files;

/// The files, and what decides what is read in them.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The files of the site.
    pub files: &'a dyn Files,
    /// The settings, which name the languages.
    pub config: &'a Config,
    /// The run, on whose day records are public or not.
    pub run: &'a Run,
}

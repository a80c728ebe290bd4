//! What runs over one site keep for the next: what is made of files that mostly stay as they are. A run that keeps nothing
//! begins with an empty one.
//!
//! Whoever keeps it says what changed: [`Kept::changed`] before each run after the first. Nothing else may differ but the
//! run itself, which is looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::{Config, Run, SITE_FILE};
use crate::diagnostics::{Checked, Diagnostic};
use crate::locale::usage::{self, Use};
use crate::locale::{self, Locales};
use crate::markup::ids::Reserved;
use crate::model::reader;
use crate::pages::attachments::Pictures;
use crate::pages::{self, Statics, Templates};
use crate::parse::Files;
use crate::pictures::boundaries;
use crate::theme::{self, Theme};

/// Folders whose files dress a site.
const OF_DRESS: &[&str] = &["themes", "content/templates", "content/static", "content/locales"];

/// What runs keep.
#[derive(Default)]
pub struct Kept {
    run: Option<Run>,
    /// Records, and what collections declare.
    pub records: reader::kept::Kept,
    dress: Option<Arc<Dress>>,
    /// Borders.
    pub boundaries: boundaries::Kept,
    /// Images beside records.
    pub pictures: Pictures,
    /// What was found of the messages, by what the content asks for.
    usage: Option<(Vec<String>, Vec<Diagnostic>)>,
}

/// What a site is dressed in, and what follows from that alone.
pub struct Dress {
    /// The theme.
    pub theme: Arc<Theme>,
    /// The languages.
    pub locales: Arc<Locales>,
    /// The templates, read.
    pub templates: Arc<Templates>,
    /// Messages that templates ask for.
    pub uses: Vec<Use>,
    /// Ids that headings leave to the theme.
    pub reserved: Reserved,
    /// Static files.
    pub statics: Statics,
    /// What is wrong with the theme.
    pub of_theme: Vec<Diagnostic>,
    /// What is wrong with the messages.
    pub of_messages: Vec<Diagnostic>,
}

impl Dress {
    fn of(files: &dyn Files, config: &Config) -> Self {
        let Checked { value: theme, diagnostics: of_theme } = theme::of_site(files, config);
        let theme = Arc::new(theme);
        let Checked { value: locales, diagnostics: of_messages } = locale::build(config, &theme.messages);
        Dress {
            locales: Arc::new(locales),
            templates: Arc::new(pages::templates(theme.clone())),
            uses: theme.templates.iter().flat_map(|template| usage::in_template(&template.source)).collect(),
            reserved: Reserved::of_templates(theme.templates.iter().map(|template| &*template.source.text)),
            statics: Statics::of(&theme, config, files),
            theme,
            of_theme,
            of_messages,
        }
    }
}

/// What somebody changed since the last run.
#[derive(Debug, Clone)]
pub struct Changes {
    /// Files whose bytes may be others, and files and folders that are gone or were not there.
    pub paths: BTreeSet<Arc<str>>,
    /// Whether files may be there that were not, or gone.
    pub moved: bool,
}

impl Kept {
    /// Gives up what was made of files that changed.
    pub fn changed(&mut self, changes: &Changes) {
        let Changes { paths, moved } = changes;
        let touches = |part: &str| {
            let (within, around) = (format!("{part}/"), |path: &str| part.starts_with(&format!("{path}/")));
            paths.iter().any(|path| **path == *part || path.starts_with(&within) || around(path))
        };
        if touches(SITE_FILE) {
            *self = Kept::default();
            return;
        }
        self.records.changed(paths);
        if *moved {
            self.records.moved();
        }
        if OF_DRESS.iter().any(|folder| touches(folder)) {
            (self.dress, self.usage) = (None, None);
        }
        self.boundaries.changed(paths);
        self.pictures.changed(paths);
    }

    /// Gives up everything if a run asks for something else than the last one.
    pub fn begin(&mut self, run: &Run) {
        if self.run.as_ref() != Some(run) {
            *self = Kept { run: Some(run.clone()), ..Kept::default() };
        }
    }

    /// What the site is dressed in.
    pub fn dress(&mut self, files: &dyn Files, config: &Config) -> Arc<Dress> {
        self.dress.get_or_insert_with(|| Arc::new(Dress::of(files, config))).clone()
    }

    /// What is wrong with the messages, of which some are needed by the content.
    pub fn usage(&mut self, config: &Config, dress: &Dress, needed: Vec<String>) -> Vec<Diagnostic> {
        if let Some((before, found)) = &self.usage
            && *before == needed
        {
            return found.clone();
        }
        let found = usage::check(config, &dress.theme.messages, &dress.uses, &needed);
        self.usage = Some((needed, found.clone()));
        found
    }
}

//! What runs over one site keep for the next: what is made of files that mostly stay as they are. A run that keeps nothing
//! begins with an empty one.
//!
//! Whoever keeps it says what changed: [`Kept::changed`] before each run after the first. Nothing else may differ but the
//! run itself, which is looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::{Config, Run, SITE_FILE};
use crate::diagnostics::{Checked, Diagnostic};
use crate::figures::completeness::{self, Completeness};
use crate::figures::{self, Figures};
use crate::images::picture::Images;
use crate::link::{self, Site};
use crate::locale::usage::{self, Use};
use crate::locale::{self, Locales};
use crate::markup::ids::Reserved;
use crate::model::reader;
use crate::model::record::Model;
use crate::pages::{self, Pages, Pictures, Statics, Templates};
use crate::parse::Files;
use crate::pictures::boundaries;
use crate::pipeline::published::Published;
use crate::plan::Plan;
use crate::plan::published::PublishedFile;
use crate::position::{CollectionIx, List};
use crate::publication::{Soundness, lock};
use crate::report::Time;
use crate::theme::{self, Theme, options};

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
    each: EachRecord,
    joined: Option<(u64, Arc<Joined>)>,
    planned: Option<Planned>,
    rendered: Option<Arc<Rendered>>,
    usage: Option<OfUsage>,
}

/// What was found of the messages, by what the content asks for.
type OfUsage = (Vec<String>, Vec<Diagnostic>);

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
    /// Which way time goes in drawings.
    pub time: Time,
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
        let of_templates = || {
            let uses = theme.templates.iter().flat_map(|template| usage::in_template(&template.source)).collect();
            let reserved = Reserved::of_templates(theme.templates.iter().map(|template| &*template.source.text));
            (Arc::new(pages::templates(theme.clone())), uses, reserved, Statics::of(&theme, config, files))
        };
        let (locales, (templates, uses, reserved, statics)) =
            rayon::join(|| locale::build(config, &theme.messages), of_templates);
        let Checked { value: locales, diagnostics: of_messages } = locales;
        let time = if options::is_word(&theme.options, "chart_time", "ltr") { Time::Rightward } else { Time::Page };
        Dress { locales: Arc::new(locales), templates, uses, reserved, time, statics, theme, of_theme, of_messages }
    }
}

/// What the records come to when they are connected and counted.
pub struct Joined {
    /// They, connected.
    pub site: Arc<Site>,
    /// The figures.
    pub figures: Arc<Figures>,
    /// What is known and what is missing.
    pub completeness: Arc<List<CollectionIx, Completeness>>,
    /// What was found when they were connected and counted.
    pub findings: Vec<Diagnostic>,
    /// What is missing.
    pub of_completeness: Vec<Diagnostic>,
}

/// What each record came to by itself.
#[derive(Default)]
struct EachRecord {
    connected: link::resolve::kept::Kept,
    counted: completeness::Kept,
}

impl Joined {
    /// Connects and counts the records of a model.
    fn of(model: Model, run: (&Config, &Run), locales: &Locales, kept: &mut EachRecord) -> Self {
        let Checked { value: site, diagnostics: mut findings } =
            link::resolve::all_again(model, run, locales, &mut kept.connected);
        let Checked { value: figures, diagnostics } = figures::compute::all(&site);
        findings.extend(diagnostics);
        let Checked { value, diagnostics: of_completeness } =
            completeness::of_site_again(&site, run, &mut kept.counted);
        Joined {
            site: Arc::new(site),
            figures: Arc::new(figures),
            completeness: Arc::new(value),
            findings,
            of_completeness,
        }
    }
}

/// A plan, and what else it was made of beside the records.
#[derive(Clone)]
pub struct Planned {
    joined: Arc<Joined>,
    published: Vec<PublishedFile>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// What was found when addresses were given, and when all was planned.
    pub findings: [Vec<Diagnostic>; 2],
}

impl Planned {
    /// A plan of connected records and files to publish.
    pub fn new(joined: Arc<Joined>, published: Vec<PublishedFile>, plan: Plan, findings: [Vec<Diagnostic>; 2]) -> Self {
        Planned { joined, published, plan: Arc::new(plan), findings }
    }

    /// Whether these files are those that were planned.
    pub fn has(&self, published: &[PublishedFile]) -> bool {
        self.published == published
    }
}

/// What pages are made of, beside settings, theme and the record of what was published.
pub struct MadeOf {
    /// The records.
    pub joined: Arc<Joined>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// The images.
    pub images: Images,
    /// The borders.
    pub boundaries: boundaries::OfCollections,
    /// Whether all of it can be compared with what was published.
    pub soundness: Soundness,
}

impl MadeOf {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.joined, &other.joined)
            && Arc::ptr_eq(&self.plan, &other.plan)
            && self.images == other.images
            && boundaries::are_same(&self.boundaries, &other.boundaries)
            && self.soundness == other.soundness
    }
}

/// The pages, all that they have in common made ready.
pub struct Rendered {
    /// What they are made of.
    pub made_of: MadeOf,
    /// They.
    pub pages: Pages,
    /// What the publication changes.
    pub published: Published,
    /// What was found when it was compared with the last one.
    pub findings: Vec<Diagnostic>,
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
            (self.dress, self.usage, self.joined, self.planned) = (None, None, None, None);
        }
        if touches(lock::FILE) {
            self.planned = None;
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

    /// The records, and what the site is dressed in.
    pub fn read(&mut self, files: &dyn Files, run: (&Config, &Run)) -> (Checked<Model>, Arc<Dress>) {
        let Kept { records, dress, .. } = self;
        let dress = || dress.get_or_insert_with(|| Arc::new(Dress::of(files, run.0))).clone();
        rayon::join(|| reader::read_again(files, run, records), dress)
    }

    /// The records of a model that was just read, connected and counted; and what is wrong with the messages, of which the
    /// content needs some.
    pub fn joined(
        &mut self,
        model: Model,
        run: (&Config, &Run),
        (dress, needed): (&Dress, Vec<String>),
    ) -> (Vec<Diagnostic>, Arc<Joined>) {
        let Kept { records, each, joined, usage, .. } = self;
        let of_usage = || checked(usage, run.0, dress, needed);
        rayon::join(of_usage, || connected(joined, records.edition(), || Joined::of(model, run, &dress.locales, each)))
    }

    /// The last plan, if it was one of these records, and the plan whatever it was of.
    pub fn planned(&mut self, joined: &Arc<Joined>) -> (Option<Planned>, Option<Arc<Plan>>) {
        let last = self.planned.take();
        let before = last.as_ref().map(|planned| planned.plan.clone());
        (last.filter(|planned| Arc::ptr_eq(&planned.joined, joined)), before)
    }

    /// The pages: those of before where all that they have in common is the same.
    pub fn rendered(
        &mut self,
        made_of: MadeOf,
        files: &dyn Files,
        render: impl FnOnce(MadeOf, Option<&Pages>) -> Rendered,
    ) -> Arc<Rendered> {
        let is_same =
            |rendered: &Arc<Rendered>| rendered.made_of.is_same(&made_of) && rendered.pages.is_same_with(files);
        let before = self.rendered.take();
        let rendered = match before.as_ref().filter(|rendered| is_same(rendered)) {
            Some(same) => same.clone(),
            None => Arc::new(render(made_of, before.as_ref().map(|rendered| &rendered.pages))),
        };
        self.rendered = Some(rendered.clone());
        rendered
    }

    /// Keeps a plan for the next run.
    pub fn plan(&mut self, planned: &Planned) {
        self.planned = Some(planned.clone());
    }
}

/// Records that are connected and counted: those of before where they are of the same edition.
fn connected(kept: &mut Option<(u64, Arc<Joined>)>, edition: u64, join: impl FnOnce() -> Joined) -> Arc<Joined> {
    if let Some((_, joined)) = kept.as_ref().filter(|(of, _)| *of == edition) {
        return joined.clone();
    }
    let joined = Arc::new(join());
    *kept = Some((edition, joined.clone()));
    joined
}

/// What is wrong with the messages, of which some are needed by the content: what was found before where the same are needed.
fn checked(kept: &mut Option<OfUsage>, config: &Config, dress: &Dress, needed: Vec<String>) -> Vec<Diagnostic> {
    if let Some((_, found)) = kept.as_ref().filter(|(before, _)| *before == needed) {
        return found.clone();
    }
    let found = usage::check(config, &dress.locales, &dress.uses, &needed);
    *kept = Some((needed, found.clone()));
    found
}

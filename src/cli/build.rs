//! `prospectus build`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cache::again::Again;
use crate::cache::build::{self, Build, Made, Next};
use crate::cache::inputs::Inputs;
use crate::cache::program;
use crate::cache::remembered::{self, Cache};
use crate::cache::sink::Remembering;
use crate::cli::cache::CacheArgs;
use crate::cli::site::SiteArgs;
use crate::cli::terminal;
use crate::config::{Run, run};
use crate::diagnostics::Checked;
use crate::output::Sink;
use crate::parse::Files;
use crate::pipeline::{self, Summary};
use crate::read::{Folder, again};
use crate::write::{self, Durability, Known, Site, Stage, Target, Way};

/// Build the site into a folder, leaving the folder untouched if there are errors
#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    #[command(flatten)]
    output: OutputArgs,
    /// Do not wait until the disk has the new site: for builds that nobody needs after a power cut
    #[arg(long)]
    no_sync: bool,
    /// Exchange the whole site in one step also where few files changed: no reader sees old and new pages side by side
    #[arg(long)]
    whole: bool,
    /// Make every file anew, whatever earlier builds left
    #[arg(long)]
    fresh: bool,
}

/// A site, and where it goes
#[derive(Debug, clap::Args)]
pub struct OutputArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Where the site goes [default: output/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Build into a folder that holds files Prospectus did not write; they stay
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub cache: CacheArgs,
}

/// How a site is built.
#[derive(Debug, Clone, Copy)]
pub struct How {
    /// When it is on the disk.
    pub durability: Durability,
    /// How it takes the place of the old one.
    pub way: Way,
    /// Whether every file is made anew.
    pub fresh: bool,
}

/// Builds, and puts the site in the place of the old one.
///
/// # Errors
///
/// Something could not be read or written; the old site stands.
pub fn run(arguments: &BuildArgs) -> anyhow::Result<ExitCode> {
    let asked = &arguments.output.site.asked;
    asked.resume()?;
    asked.threads()?.install(|| built(arguments))
}

fn built(arguments: &BuildArgs) -> anyhow::Result<ExitCode> {
    let BuildArgs { output: asked, no_sync, whole, fresh } = arguments;
    let how = How {
        durability: if *no_sync { Durability::WheneverItSuits } else { Durability::OnDisk },
        way: if *whole { Way::Whole } else { Way::AsFits },
        fresh: *fresh,
    };
    let make = |files: &dyn Files, run: &Run, sink: &dyn Sink| pipeline::build(files, run, sink);
    match stage(asked, how, make, |it| it)? {
        Built::Stopped => Ok(ExitCode::FAILURE),
        Built::Stands(summary, output) => {
            asked.site.asked.print(&[], asked.site.format);
            asked.site.asked.last_line(&summary, &[], &format!(" → {}: nothing changed", output.display()));
            Ok(ExitCode::SUCCESS)
        }
        Built::Staged(staged) => {
            let Staged { made, stage, output, memory, .. } = *staged;
            let site = stage.publish()?;
            terminal::warn(&site.warnings);
            let end = format!(" → {}: {}", output.display(), changed(&site));
            terminal::warn(&memory.save(site));
            asked.site.asked.last_line(&made.value, &made.diagnostics, &end);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// How many files are others now.
fn changed(site: &Site) -> String {
    let files = if site.written == 1 { "file" } else { "files" };
    match (site.written, site.removed) {
        (0, 0) => "nothing changed".to_owned(),
        (written, 0) => format!("{written} {files} written"),
        (written, removed) => format!("{written} {files} written, {removed} removed"),
    }
}

/// What became of a build.
pub enum Built<T> {
    /// Findings stopped it, as has been said.
    Stopped,
    /// Nothing changed since the last build, and the output is as that left it.
    Stands(Summary, PathBuf),
    /// It is made.
    Staged(Box<Staged<T>>),
}

/// A site that only waits to take the place of the old one.
pub struct Staged<T> {
    /// What was made, with its findings.
    pub made: Checked<T>,
    /// The new site.
    pub stage: Stage,
    /// Where it goes.
    pub output: PathBuf,
    /// What was asked for.
    pub run: Run,
    /// What is remembered of it, when it stands.
    pub memory: Memory,
}

/// What the next build is told of this one.
pub struct Memory {
    cache: Cache,
    /// The file for the output, what the last build knew, and what this one adds; `None`: there is no cache.
    known: Option<(PathBuf, Build, Next)>,
}

impl Memory {
    /// Remembers the site that stands now; gives back what must be said where that is not possible.
    pub fn save(self, site: Site) -> Vec<String> {
        let Memory { cache, known } = self;
        let failed = cache.save();
        let Some((file, build, next)) = known.filter(|_| failed.is_none()) else { return failed.into_iter().collect() };
        let (manifest, count) = (site.manifest, site.files.len());
        let mut build = Build { manifest, ..build.with(next, site.files) };
        // A file of which nobody knows what it read would be left out if nothing were made; and the manifest names more then.
        if build.outputs.len() != count {
            (build.is_quiet, build.manifest) = (false, [0; 32]);
        }
        build.save(&file).err().map(|error| remembered::failed(&file, &error)).into_iter().collect()
    }
}

/// Builds by `make` what is not in the output yet.
pub fn stage<T>(
    arguments: &OutputArgs,
    how: How,
    make: impl FnOnce(&dyn Files, &Run, &dyn Sink) -> Checked<T>,
    summary: impl Fn(&T) -> &Summary,
) -> anyhow::Result<Built<T>> {
    Building { arguments, how }.built(make, summary)
}

/// A build.
struct Building<'a> {
    arguments: &'a OutputArgs,
    how: How,
}

impl Building<'_> {
    fn built<T>(
        &self,
        make: impl FnOnce(&dyn Files, &Run, &dyn Sink) -> Checked<T>,
        summary: impl Fn(&T) -> &Summary,
    ) -> anyhow::Result<Built<T>> {
        let Building { arguments, how } = self;
        let SiteArgs { asked, format, .. } = &arguments.site;
        let output = arguments.output.clone().unwrap_or_else(|| asked.site.join("output"));
        let run = arguments.site.run()?;
        let cache = arguments.cache.open(&asked.site, &output)?;
        let file = cache.folder().map(|folder| build::file(folder, &asked.site, &output));
        let before = file.as_deref().filter(|_| !how.fresh).and_then(Build::open);
        let Checked { value: folder, diagnostics: found } = listed(&asked.site, before.as_ref());
        let target = self.target(&output, &folder);
        let inputs = Inputs::new(&folder, before.as_ref().map_or(&[], |before| &before.inputs));
        let files = before.iter().flat_map(|before| &before.outputs).map(Made::standing).collect();
        let known = Known { files, manifest: before.as_ref().map_or([0; 32], |before| before.manifest) };
        let may_stand = before.as_ref().filter(|before| self.may_stand(before, &run, &folder));
        if let Some(before) = may_stand
            && inputs.are_same()
            && let Some(summary) = counted(&before.summary)
            && let Some(stamps) = write::as_known(&target, &known)?
        {
            // What came from elsewhere need be read once only.
            if let Some((file, moved)) =
                file.zip(inputs.all().and_then(|inputs| before.moved(inputs, &folder.folders, &stamps)))
            {
                let _ = moved.save(&file);
            }
            return Ok(Built::Stands(summary, output));
        }
        let stage = Stage::begin(&target, known)?;
        terminal::warn(&stage.warnings);
        let sink = Remembering { sink: &stage, cache: &cache, output: &output };
        let keep = |at: usize| stage.keep(at);
        let again = Again::new(&sink, &keep, before.as_ref()).last();
        // Without a cache nobody asks what files read.
        let taking: &dyn Sink = if file.is_some() { &again } else { &sink };
        let made = Checked { value: (), diagnostics: found }.then(|()| make(&inputs, &run, taking));
        asked.print(&made.diagnostics, *format);
        if asked.has_stopping(&made.diagnostics) {
            asked.last_line(summary(&made.value), &made.diagnostics, "; nothing was published");
            return Ok(Built::Stopped);
        }
        let next = file.zip(again.finish()).zip(inputs.all());
        let known = next.map(|((file, next), inputs)| {
            let build = Build {
                run: asked_for(&run),
                inputs,
                folders: folder.folders.to_vec(),
                summary: written(summary(&made.value)),
                is_quiet: made.diagnostics.is_empty(),
                program: program::this(before.as_ref().and_then(|before| before.program)),
                ..before.unwrap_or_default()
            };
            (file, build, next)
        });
        let memory = Memory { cache, known };
        Ok(Built::Staged(Box::new(Staged { made, stage, output, run, memory })))
    }

    fn target<'t>(&'t self, output: &'t Path, folder: &Folder) -> Target<'t> {
        let (site, force) = (self.arguments.site.asked.site.as_path(), self.arguments.force);
        let sources = ["content", "themes"].map(|part| site.join(part)).into_iter();
        let sources = sources.chain(folder.link_targets.clone()).collect();
        let How { durability, way, .. } = self.how;
        Target { output, site, sources, force, durability, way }
    }

    /// Whether there is nothing to do if no file of the site changed and the output is as it was left.
    fn may_stand(&self, before: &Build, run: &Run, folder: &Folder) -> bool {
        self.how.way == Way::AsFits && before.is_quiet && before.run == asked_for(run) && !folder.has_findings()
    }
}

/// The files of a site.
fn listed(site: &Path, before: Option<&Build>) -> Checked<Folder> {
    let Checked { value, diagnostics } = match before {
        Some(Build { inputs, folders, .. }) => again::open(site, inputs.iter().map(|input| &*input.path), folders),
        None => Folder::open(site),
    };
    Checked { value: value.held(), diagnostics }
}

fn asked_for(run: &Run) -> String {
    format!("{run:?}")
}

/// What was counted, as it is remembered.
type Counted = (usize, usize, usize, usize, Option<String>);

fn written(summary: &Summary) -> Vec<u8> {
    let Summary { files, records, pages, unsourced, next_change } = summary;
    let next_change = next_change.and_then(|day| day.date()).map(|day| day.to_string());
    let counted: Counted = (*files, *records, *pages, *unsourced, next_change);
    postcard::to_allocvec(&counted).unwrap_or_default()
}

fn counted(written: &[u8]) -> Option<Summary> {
    let (files, records, pages, unsourced, next_change): Counted = postcard::from_bytes(written).ok()?;
    let next_change = next_change.as_deref().and_then(run::day).map(Into::into);
    Some(Summary { files, records, pages, unsourced, next_change })
}

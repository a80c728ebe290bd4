//! The pipeline: calls the stages in order. `check` is `build` into a sink that drops everything, `serve` is `build` in a
//! loop: there is no other way to make a site.

mod published;
pub mod kept;

use std::sync::Arc;

use crate::check::old_numbers;
use crate::config::{self, Config, Language, Run, SITE_FILE};
use crate::diagnostics::{self, Checked, Diagnostic, codes};
use crate::images::picture::Order;
use crate::link::Site;
use crate::locale::messages::MessageFile;
use crate::locale::program::{self, Wording};
use crate::locale::translation::{self, Completion, Extent, Request};
use crate::locale::{self, usage};
use crate::model::builtin::{FIGURES, LABEL, TERMS};
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::reader;
use crate::model::record::Model;
use crate::model::value::Value;
use crate::output::{OutputFile, Part, Sink, Wish};
use crate::pages::{Brought, Pages};
use crate::parse::{Files, Source, Span, blanks};
use crate::pictures::boundaries;
use crate::pipeline::kept::{Dress, Joined, Kept, MadeOf, Planned, Rendered};
use crate::plan::address_words::AddressWords;
use crate::plan::addresses::Addresses;
use crate::plan::page::{FormerAddress, Planner};
use crate::plan::{changes, search};
use crate::position::LanguageIx;
use crate::publication::candidate::Candidate;
use crate::publication::lock::Lock;
use crate::publication::{self, Publication, Purpose, Recorded, Soundness};
use crate::report::Report;
use crate::report::citations::Citations;
use crate::report::ledger::Ledger;
use crate::report::terms::Terms;
use crate::theme::{self, Theme, ejected};
use crate::{fingerprint, link, pages, plan};

pub use published::{Published, Summary};

/// Makes the site and hands every file to `sink`, which keeps none. Same files, same output.
pub fn build(files: &dyn Files, run: &Run, sink: &dyn Sink) -> Checked<Summary> {
    let Checked { value, diagnostics } = make(files, (run, Purpose::Build), sink);
    Checked { value: value.summary, diagnostics }
}

/// The same, with what the publication changes for the public and what is to be recorded of it.
pub fn publish(files: &dyn Files, run: &Run, sink: &dyn Sink) -> Checked<Published> {
    make(files, (run, Purpose::Publish), sink)
}

fn make(files: &dyn Files, run: (&Run, Purpose), sink: &dyn Sink) -> Checked<Published> {
    let mut kept = Kept::default();
    let prepared = prepared(files, run, &mut kept);
    // There is no next run: what it would need takes memory.
    drop(kept);
    finished(prepared, files, sink)
}

/// Builds again, with what an earlier run over the same site kept.
pub fn build_again(files: &dyn Files, run: &Run, sink: &dyn Sink, kept: &mut Kept) -> Checked<Summary> {
    let Checked { value, diagnostics } = finished(prepared(files, (run, Purpose::Build), kept), files, sink);
    Checked { value: value.summary, diagnostics }
}

/// All that comes before the pages.
#[derive(Default)]
struct Prepared {
    found: diagnostics::Report,
    summary: Summary,
    /// The pages; `None`: they would have no meaning.
    rendered: Option<Arc<Rendered>>,
    /// Whether an error was found in what templates rely on.
    is_unsound: bool,
}

fn prepared(files: &dyn Files, (run, purpose): (&Run, Purpose), kept: &mut Kept) -> Prepared {
    let mut prepared = Prepared::default();
    let Prepared { found, summary, .. } = &mut prepared;
    summary.files = files.paths().len();
    kept.begin(run);
    let Some(Read { config, model, dress }) = read(files, (run, purpose), kept, found) else { return prepared };
    found.add(dress.of_messages.iter().cloned());
    let needed = needed(&model, &config, &dress.theme);
    let (of_usage, joined) = kept.joined(model, (&config, run), (&dress, needed));
    found.add(of_usage);
    found.add(joined.findings.iter().cloned());
    let recorded = publication::recorded(files);
    let planning = Planning { joined: &joined, config: &config, dress: &dress, recorded: &recorded, run, purpose };
    let (planned, brought) = planning.planned(files, kept);
    found.add(planned.findings.iter().flatten().chain(&joined.of_completeness).cloned());
    summary.count(&joined.site, &joined.completeness);
    let boundaries = boundaries::read(&joined.site, files, &mut kept.boundaries);
    let made_of = MadeOf {
        joined,
        plan: planned.plan,
        images: brought.value.images,
        boundaries: boundaries.value,
        soundness: soundness_of(found),
    };
    let rendered = kept.rendered(made_of, files, |made_of, before| {
        let MadeOf { joined, plan, images, boundaries, soundness } = &made_of;
        let report = Report {
            citations: Citations::new(&joined.site, &config),
            terms: Terms::new(&config),
            reserved: dress.reserved.clone(),
            time: dress.time,
            boundaries: boundaries.clone(),
            images: images.clone(),
            ledger: Ledger::default(),
            site: joined.site.clone(),
            figures: joined.figures.clone(),
            completeness: joined.completeness.clone(),
            plan: plan.clone(),
            publication: Publication::default(),
            config,
            run: run.clone(),
            locales: dress.locales.clone(),
        };
        let Checked { value: mut report, diagnostics } = compared(report, (files, recorded), purpose, *soundness);
        let published = Published::taken(&mut report.publication);
        let (templates, assets) = (dress.templates.clone(), dress.statics.assets.clone());
        let pages = Pages::new(pages::Inputs { report, templates, assets }, files, before);
        Rendered { made_of, pages, published, findings: diagnostics }
    });
    found.add(rendered.findings.iter().cloned());
    prepared.is_unsound = prepared.found.has_errors();
    prepared.found.add(brought.diagnostics.into_iter().chain(boundaries.diagnostics));
    prepared.rendered = Some(rendered);
    prepared
}

fn finished(prepared: Prepared, files: &dyn Files, sink: &dyn Sink) -> Checked<Published> {
    let Prepared { mut found, summary, rendered, is_unsound } = prepared;
    let Some(rendered) = rendered else {
        return found.finish(Published { summary, ..Published::default() });
    };
    let changes = rendered.published.changes.as_ref();
    let old = old_numbers::of_site(rendered.pages.report(), changes, files);
    let mut made = rendered.pages.make(files, sink);
    made.diagnostics.retain(|finding| !is_unsound || is_news(finding));
    old.add_to(&mut made.diagnostics);
    let summary = Summary { pages: found.take(made), ..summary };
    // Where it is kept for the next run, nobody asks what is to be recorded.
    let (pages, published) = Arc::into_inner(rendered).map(|rendered| (rendered.pages, rendered.published)).unzip();
    // Taking many records apart takes a while: nobody need wait for it.
    match sink.is_last() {
        true => std::mem::forget(pages),
        false => rayon::spawn(move || drop(pages)),
    }
    found.finish(Published { summary, ..published.unwrap_or_default() })
}

/// What a site is planned from.
struct Planning<'a> {
    joined: &'a Arc<Joined>,
    config: &'a Config,
    dress: &'a Dress,
    recorded: &'a Recorded,
    run: &'a Run,
    purpose: Purpose,
}

impl Planning<'_> {
    /// The plan, and the files that the site brings with what was found in them. A plan of the same records and files stays.
    fn planned(&self, files: &dyn Files, kept: &mut Kept) -> (Planned, Checked<Brought>) {
        let (known, before) = kept.planned(self.joined);
        let (addresses, of_addresses) = match &known {
            Some(planned) => (planned.plan.addresses.clone(), planned.findings[0].clone()),
            None => {
                let Checked { value, diagnostics } = self.addresses();
                (Arc::new(value), diagnostics)
            }
        };
        let (site, theme) = (&*self.joined.site, &*self.dress.theme);
        let planner = Planner { site, config: self.config, theme, addresses: &addresses };
        let mut brought = pages::brought(planner, &self.dress.statics, files, &mut kept.pictures);
        let published = std::mem::take(&mut brought.value.files);
        let planned = known.filter(|planned| planned.has(&published)).unwrap_or_else(|| {
            let inputs = plan::Inputs {
                site,
                figures: &self.joined.figures,
                config: self.config,
                theme,
                addresses,
                published: published.clone(),
                former: former_terms(site, self.recorded.lock()),
            };
            let Checked { value: plan, diagnostics } = plan::of_site_again(inputs, before.as_deref());
            Planned::new(self.joined.clone(), published, plan, [of_addresses, diagnostics])
        });
        kept.plan(&planned);
        (planned, brought)
    }

    /// Where records are, the search, and what tells of changes.
    fn addresses(&self) -> Checked<Addresses> {
        let Planning { joined, config, dress, recorded, run, purpose } = self;
        let found = search::addresses(&joined.site, config, &dress.theme, &dress.locales);
        if !changes::is_told(&dress.theme) || !recorded.may_tell_changes(&joined.site, run, *purpose) {
            return found;
        }
        let words = AddressWords { config, locales: &dress.locales };
        let Checked { value, mut diagnostics } = changes::addresses(found.value, words);
        diagnostics.extend(found.diagnostics);
        Checked { value, diagnostics }
    }
}

/// Whether something is told that was found after errors: templates may rely on records being well-formed, and say what has
/// been said.
fn is_news(finding: &Diagnostic) -> bool {
    finding.code != &codes::TEMPLATE
}

/// Whether what was found leaves the values sound. That our own count contradicts a report says nothing of what was published.
fn soundness_of(found: &diagnostics::Report) -> Soundness {
    let is_faulty = found.has_error(|code| code != &codes::FIGURE_MISMATCH);
    if is_faulty { Soundness::Faulty } else { Soundness::Sound }
}

/// The report with what was published held against it; what its pages say only somebody asks who publishes.
fn compared(
    report: Report,
    published: (&dyn Files, Recorded),
    purpose: Purpose,
    soundness: Soundness,
) -> Checked<Report> {
    let Checked { value: publication, diagnostics } = published_of(&report, published, purpose, soundness);
    let is_told = report.plan.addresses.changes(LanguageIx::SOURCE).is_some();
    let plan = match is_told && publication.editions.is_none() {
        true => Arc::new(report.plan.without_changes(&report.config)),
        false => report.plan,
    };
    Checked { value: Report { publication, plan, ..report }, diagnostics }
}

fn published_of(
    report: &Report,
    (files, recorded): (&dyn Files, Recorded),
    purpose: Purpose,
    soundness: Soundness,
) -> Checked<Publication> {
    let pages = match purpose {
        Purpose::Publish => fingerprint::of_pages(report, files),
        Purpose::Build => Vec::new(),
    };
    let Report { site, figures, plan, config, run, .. } = report;
    let candidate = Candidate { site, figures, plan, config, run, pages: &pages };
    publication::of_site(&candidate, (files, recorded), purpose, soundness)
}

/// The settings of a site and its theme, without anything of its content; `None` when the settings cannot be read.
pub fn theme_of(files: &dyn Files, run: &Run) -> Checked<Option<(Config, Theme)>> {
    let mut found = diagnostics::Report::default();
    let read = settings(files, run, &mut found).and_then(|config| {
        let theme = found.take(theme::of_site(files, &config));
        (!found.has_error(|code| code == &codes::THEME)).then_some((config, theme))
    });
    found.finish(read)
}

/// What the message file of a language lacks of all that a site asks for; `existing` is the file as it is. `None` where the
/// settings, the model or the theme do not hold. What is wrong elsewhere is no matter here.
pub fn messages(files: &dyn Files, run: &Run, code: &str, extent: Extent) -> Checked<Option<Completion>> {
    let mut found = diagnostics::Report::default();
    let config = settings(files, run, &mut found).filter(|config| config.knows_languages && !found.has_errors());
    let Some(mut config) = config else { return found.finish(None) };
    let model = reader::read(files, &config, run).value;
    if config.language(code).is_none() {
        config.all_languages.push(Language::new(code));
    }
    let theme = found.take(theme::load(files, &config, &model));
    if found.has_errors() {
        return found.finish(None);
    }
    let existing = files.text(&format!("content/locales/{code}.ftl")).ok();
    let (uses, mut needed) = (uses(&theme), needed(&model, &config, &theme));
    let mut messages = theme.messages.clone();
    for tag in ["en", code] {
        let labels = label_messages(&model, tag);
        needed.extend(labels.1);
        messages.entry(tag.to_owned()).or_default().insert(0, labels.0);
    }
    let source = &config.languages[LanguageIx::SOURCE].code;
    let request = Request { code, source, extent, uses: &uses, needed: &needed };
    let completion = translation::completion(request, &messages, existing.as_deref());
    found.finish(Some(completion))
}

/// The labels of what the program declares as messages of a language, with their keys.
fn label_messages(model: &Model, tag: &str) -> (MessageFile, Vec<String>) {
    let ids = model.collections.iter().map(|collection| &*collection.id);
    let said = reader::builtin::said(ids, tag);
    let keys = said.iter().map(|(key, _)| format!("{LABEL}{key}")).collect();
    let lines = said.iter().map(|(key, words)| format!("{LABEL}{key} = {words}\n"));
    let text = std::iter::once("## Labels of the built-in collections\n\n".to_owned()).chain(lines).collect::<String>();
    (MessageFile { source: Arc::new(Source::new("builtin/labels.ftl", text)), own: false }, keys)
}

/// The settings of a site; `None` where there are none.
fn settings(files: &dyn Files, run: &Run, found: &mut diagnostics::Report) -> Option<Config> {
    match files.text(SITE_FILE) {
        Ok(text) => Some(found.take(config::read(Arc::new(Source::new(SITE_FILE, text)), run))),
        Err(finding) => {
            let hint = "a site has its settings in content/site.yaml; `prospectus init DIR` makes a small one";
            found.add([finding.hint(hint)]);
            None
        }
    }
}

/// Addresses at which terms were published that stand on one page now. What is wrong with the record is found by those who
/// compare with it.
fn former_terms(site: &Site, lock: Option<&Lock>) -> Vec<FormerAddress> {
    if !site.collections.iter().any(Collection::is_glossary) {
        return Vec::new();
    }
    let Some(lock) = lock else { return Vec::new() };
    let pages = lock.pages.iter().map(|(path, page)| (path, &page.it.of, Some(&page.it.language)));
    let others = lock.addresses.iter().map(|(path, of)| (path, &of.it, None));
    let terms = pages.chain(others).filter(|(_, of, _)| of.split_once('/').is_some_and(|(name, _)| name == TERMS));
    terms
        .map(|(path, of, language)| FormerAddress { path: path.clone(), of: of.clone(), language: language.cloned() })
        .collect()
}

/// What is read before anything is made of it.
struct Read {
    config: Config,
    model: Model,
    dress: Arc<Dress>,
}

/// Reads a site; `None` where what is found keeps all else from having a meaning.
fn read(
    files: &dyn Files,
    (run, purpose): (&Run, Purpose),
    kept: &mut Kept,
    found: &mut diagnostics::Report,
) -> Option<Read> {
    let config = settings(files, run, found)?;
    // Every text of a site depends on its languages: what follows from a mistake there would hide it.
    if !config.knows_languages {
        return None;
    }
    let (model, dress) = kept.read(files, (&config, run));
    let model = found.take(model);
    if !model.is_sound {
        found.add(references(model, files, &config, run));
        return None;
    }
    found.add(to_fill(&model, &config, run, purpose));
    found.add(dress.of_theme.iter().cloned());
    found.add(dress.theme.missing(&model));
    if run.notes {
        found.add(ejected::check(files, &config));
    }
    (!found.has_error(|code| code == &codes::THEME)).then_some(Read { config, model, dress })
}

/// What is wrong with the references of a model that does not hold. Pages cannot be made of it, and what the theme and
/// the figures would miss in it has been told.
fn references(model: Model, files: &dyn Files, config: &Config, run: &Run) -> Vec<Diagnostic> {
    let theme = theme::load(files, config, &model).value;
    let locales = locale::build(config, &theme.messages).value;
    link::resolve::all(model, config, run, &locales).diagnostics
}

/// Blanks that somebody has to fill: nothing is published with one, and `check` counts them before.
fn to_fill(model: &Model, config: &Config, run: &Run, purpose: Purpose) -> Vec<Diagnostic> {
    let code = match purpose {
        Purpose::Publish => &codes::UNFILLED,
        Purpose::Build if run.notes => &codes::TO_FILL,
        Purpose::Build => return Vec::new(),
    };
    let settings = &config.source;
    let in_settings =
        blanks::in_yaml(&settings.text).map(|at| settings.place(Span { start: at.start as u32, end: at.end as u32 }));
    let records = model.records.iter().flatten().filter(|record| record.hidden.is_none());
    let places = in_settings.chain(records.flat_map(|record| record.blanks.iter().cloned()));
    places
        .map(|place| Diagnostic::new(code, place, "this is to be filled in").hint("write what belongs here"))
        .collect()
}

/// Messages that templates ask for.
fn uses(theme: &Theme) -> Vec<usage::Use> {
    theme.templates.iter().flat_map(|template| usage::in_template(&template.source)).collect()
}

/// Messages that the site asks for: units of numbers and of figures, the words of figures and those of the search, if there
/// are any.
fn needed(model: &Model, config: &Config, theme: &Theme) -> Vec<String> {
    fn visit(field: &Field, units: &mut Vec<String>) {
        match &field.kind {
            FieldKind::Number(number) => units.extend(number.unit.as_ref().map(ToString::to_string)),
            FieldKind::List(item) => visit(item, units),
            FieldKind::Group(fields) => fields.iter().for_each(|field| visit(field, units)),
            _ => {}
        }
    }
    let mut units = Vec::new();
    model.collections.iter().flat_map(|collection| &collection.fields).for_each(|field| visit(field, &mut units));
    let mut needed = Vec::new();
    if search::is_on(config, theme) {
        needed.extend(program::with_search().map(std::borrow::Cow::into_owned));
    }
    if changes::is_told(theme) {
        needed.extend(program::with_changes().map(std::borrow::Cow::into_owned));
    }
    for (collection, records) in model.collections.iter().zip(&model.records).filter(|(c, _)| *c.id == *FIGURES) {
        needed.extend(program::with_figures().map(std::borrow::Cow::into_owned));
        let Some((at, _)) = collection.field("unit") else { continue };
        units.extend(records.iter().filter_map(|record| match record.entries[at].entry()?.history[0].value()? {
            Value::Text(unit) => Some(unit.to_string()),
            _ => None,
        }));
    }
    needed.extend(units.iter().map(|unit| Wording::Unit(unit).key().into_owned()));
    needed.sort();
    needed.dedup();
    needed
}

/// A sink that drops everything; of images it wants to know that they can be encoded.
pub struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: OutputFile) {}

    fn wish(&self, _: &Order) -> Wish {
        Wish::Sound
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        part.is_apart()
    }
}

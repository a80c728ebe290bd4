//! One page: its values, its prose, its template.

use std::sync::Arc;

use tera::{Context, Value};

use crate::config::Language;
use crate::diagnostics::Diagnostic;
use crate::export::json_ld::{self, About, Description, Step};
use crate::link::names::Target;
use crate::locale::program::Message;
use crate::model::builtin::SOURCES;
use crate::model::date::Day;
use crate::output::{OutputFile, Sink};
use crate::pages::renderer::{LocalRenderer, Renderer};
use crate::pages::seen::Seen;
use crate::pages::states::OfBuild;
use crate::pages::titles::{self, Titled};
use crate::pages::values::{Entries, map, optional, pager};
use crate::pages::views::{dates, images};
use crate::pages::{bounded, descriptions, mistakes};
use crate::parse::{Files, front_matter};
use crate::plan::page::{Page, PageKind, Redirect};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::prose::{self, Prose, Text};
use crate::report::recorder::{self, Current, Note};

/// The kind of the pages at permanent addresses.
const PERMANENT: &str = "permanent";

/// What pages are rendered with and into.
#[derive(Clone, Copy)]
pub struct Rendering<'a> {
    /// The report with its templates.
    pub renderer: &'a Arc<Renderer>,
    /// The texts of the site.
    pub files: &'a dyn Files,
    /// What takes the pages.
    pub sink: &'a dyn Sink,
}

impl Rendering<'_> {
    /// Renders a page into the sink; gives back what was found.
    pub fn page(self, page: &Page) -> Vec<Diagnostic> {
        let renderer = self.renderer;
        if self.stands(&page.file) {
            return Vec::new();
        }
        let mut current = Current { language: page.language, ..renderer.current() };
        match page.kind {
            PageKind::Record(record) | PageKind::Companion(record, _) => current.record = Some(record),
            PageKind::Az { number, .. } => current.part = number,
            _ => {}
        }
        let (rendered, mut read) = recorder::recorded(current, || {
            renderer.templates.note(&page.template);
            recorder::note(Note::Planned(page.file.as_str().into()));
            let context = context(renderer.local(page.language), page, self.files);
            let tera = renderer.templates.tera.as_ref().expect("no page is rendered by templates that cannot be read");
            let html = bounded::rendered(tera, &page.template, &context);
            html.map(|html| renderer.local(page.language).finished(html))
        });
        match rendered {
            Ok(bytes) => {
                self.sink.put(OutputFile { path: page.file.clone(), bytes, reads: renderer.report.reads(read.reads) })
            }
            Err(error) => {
                let finding = mistakes::finding(&error, &renderer.templates.theme, &page.template);
                let hint = match &finding.hint {
                    Some(hint) => format!("{hint} (while rendering {})", page_name(page)),
                    None => format!("while rendering {}", page_name(page)),
                };
                read.findings.push(finding.hint(hint));
            }
        }
        read.findings
    }

    /// Whether the sink has a page as it would be rendered now.
    pub fn stands(self, path: &str) -> bool {
        self.sink.has(path, &OfBuild { renderer: self.renderer, files: self.files }).is_some()
    }

    /// Renders the page of a permanent address: the record's name and its pages in every language. Nothing leads on by itself,
    /// so that a citation does not open in a language that was not asked for.
    pub fn permanent(self, redirect: &Redirect) -> Vec<Diagnostic> {
        const TEMPLATE: &str = "permanent.html";
        let current = Current { language: redirect.language, ..self.renderer.current() };
        let (rendered, mut read) = recorder::recorded(current, || {
            self.renderer.templates.note(TEMPLATE);
            recorder::note(Note::Planned(redirect.file.as_str().into()));
            let tera =
                self.renderer.templates.tera.as_ref().expect("no page is rendered by templates that cannot be read");
            let mut html = Vec::with_capacity(4 * 1024);
            let rendered = tera.render_to(TEMPLATE, &of_permanent(self.renderer, redirect), &mut html);
            rendered.map(|()| self.renderer.local(redirect.language).finished(html))
        });
        match rendered {
            Ok(bytes) => self.sink.put(OutputFile {
                path: redirect.file.clone(),
                bytes,
                reads: self.renderer.report.reads(read.reads),
            }),
            Err(error) => read.findings.push(mistakes::finding(&error, &self.renderer.templates.theme, TEMPLATE)),
        }
        read.findings
    }
}

fn of_permanent(renderer: &Renderer, redirect: &Redirect) -> Context {
    let language = redirect.language;
    let local = renderer.local(language);
    let shared = local.shared();
    recorder::note_all(&shared.reads);
    let spec = local.localizer().spoken();
    let title = renderer.report.site.title(redirect.to, language).1;
    let path = format!("/{}", redirect.file.trim_end_matches("index.html"));
    let mut context = Context::new();
    context.insert_value("site", shared.site.clone());
    context.insert_value("lang", Value::normal_string(&spec.code));
    context.insert_value("dir", Value::from(spec.direction.attribute()));
    for name in ["feeds", "navigation", "footer", "alternates", "breadcrumb"] {
        context.insert_value(name, Value::from(Vec::<Value>::new()));
    }
    let head = Head {
        document_title: document_title(local, Some(short_title(local, redirect.to)), (1, 1)),
        description: optional(descriptions::of_record(local, redirect.to, "").as_deref()),
        noindex: true,
        x_default: renderer.report.plan.addresses.link("/"),
        collection: local.collection_value(redirect.to.collection),
        ..Head::plain(PERMANENT, &path, title)
    };
    insert_head(local, head, &mut context);
    context.insert_value("languages", Value::from(in_languages(renderer, redirect.to)));
    recorder::note(Note::Record(redirect.to));
    context
}

/// The pages of a record, each with its name, in the languages that have it.
fn in_languages(renderer: &Renderer, record: RecordIx) -> Vec<Value> {
    let one = |(language, spec): (LanguageIx, &Language)| {
        let address = renderer.report.plan.addresses.of(record, language).filter(|address| address.translated)?;
        Some(map([
            ("lang", Value::normal_string(&spec.code)),
            ("name", Value::normal_string(&spec.name)),
            ("dir", Value::from(spec.direction.attribute())),
            ("title", Value::normal_string(renderer.report.site.title(record, language).1)),
            ("permalink", Value::from(format!("{}{}", renderer.report.config.base_url.origin, address.url))),
            ("url", Value::normal_string(&address.url)),
        ]))
    };
    renderer.report.config.languages.entries().filter_map(one).collect()
}

fn context(local: LocalRenderer, page: &Page, files: &dyn Files) -> Context {
    let shared = local.shared();
    recorder::note_all(&shared.reads);
    let spec = local.localizer().spoken();
    let mut context = Context::new();
    context.insert_value("site", shared.site.clone());
    context.insert_value("lang", Value::normal_string(&spec.code));
    context.insert_value("dir", Value::from(spec.direction.attribute()));
    context.insert_value("feeds", shared.feeds.clone());
    let (here, below) = match page.kind {
        PageKind::Record(record) => (Some(Target::Record(record)), Some(record.collection)),
        PageKind::Index { collection, number: 1, .. } => (Some(Target::Collection(collection)), None),
        PageKind::Index { collection, .. } => (None, Some(collection)),
        PageKind::Companion(record, _) => (None, Some(record.collection)),
        PageKind::Languages | PageKind::NotFound | PageKind::Search | PageKind::Az { .. } | PageKind::Changes => {
            (None, None)
        }
    };
    context.insert_value("navigation", shared.navigation.on(here, below));
    context.insert_value("footer", shared.footer.on(here, below));
    match page.kind {
        PageKind::Record(record) => {
            let prose = prose_of(local, record, files);
            with_record(local, page, (Seen { record, form: None }, &prose), &mut context);
        }
        PageKind::Companion(record, form) => {
            let is_shown = local.renderer.templates.show_prose(&page.template);
            let prose = if is_shown { prose_of(local, record, files) } else { Prose::default() };
            with_record(local, page, (Seen { record, form: Some(form) }, &prose), &mut context);
        }
        PageKind::Index { collection, number, of } => of_index(local, page, (collection, number, of), &mut context),
        PageKind::Languages | PageKind::NotFound => of_site(local, page, &mut context),
        PageKind::Search | PageKind::Az { .. } => of_search(local, page, &mut context),
        PageKind::Changes => of_changes(local, &mut context),
    }
    context
}

/// The values of the page of a record, or of a companion page of it.
fn with_record(local: LocalRenderer, page: &Page, (seen, prose): (Seen, &Prose), context: &mut Context) {
    of_record(local, page, (seen, prose), context);
    if local.renderer.templates.show_sources(&page.template) {
        context.insert_value("sources", sources_of(local, seen.record));
    }
    context.insert_value("prose", prose_value(prose));
}

/// An empty list.
fn nothing() -> Value {
    Value::from(Vec::<Value>::new())
}

/// `page`, from what differs by kind.
struct Head<'a> {
    kind: &'static str,
    path: &'a str,
    /// The path of the page that shows the same, of a companion page; `None`: it is that page itself.
    of: Option<&'a str>,
    title: &'a str,
    document_title: String,
    description: Value,
    fallback: Value,
    noindex: bool,
    part: (u32, u32),
    x_default: String,
    collection: Value,
    /// `data` and `spreadsheet`.
    data: [Value; 2],
    /// `sheet` and `embed`.
    companions: [Value; 2],
    record_data: Value,
    image: Value,
    json_ld: Value,
}

impl<'a> Head<'a> {
    /// What is so on most pages: they are in their language, found by search engines, one alone, without data and image.
    fn plain(kind: &'static str, path: &'a str, title: &'a str) -> Self {
        Head {
            kind,
            path,
            of: None,
            title,
            document_title: String::new(),
            description: Value::none(),
            fallback: Value::none(),
            noindex: false,
            part: (1, 1),
            x_default: String::new(),
            collection: Value::none(),
            data: [nothing(), Value::none()],
            companions: [Value::none(), Value::none()],
            record_data: nothing(),
            image: Value::none(),
            json_ld: Value::none(),
        }
    }
}

fn insert_head(local: LocalRenderer, head: Head, context: &mut Context) {
    recorder::note(Note::Publication);
    let report = local.report();
    let of = head.of.unwrap_or(head.path);
    let changed = report.publication.changed(of).and_then(Day::date);
    let url = report.plan.addresses.link(head.path);
    let origin = &report.config.base_url.origin;
    let is_canonical = head.of.is_some() || !head.noindex || head.kind == PERMANENT;
    let canonical = is_canonical.then(|| format!("{origin}{}", report.plan.addresses.link(of)));
    let ([data, spreadsheet], [sheet, embed]) = (head.data, head.companions);
    let page = map([
        ("kind", Value::from(head.kind)),
        ("permalink", Value::from(format!("{origin}{url}"))),
        ("canonical", optional(canonical.as_deref())),
        ("url", Value::from(url)),
        ("title", Value::normal_string(head.title)),
        ("document_title", Value::from(head.document_title)),
        ("description", head.description),
        ("fallback", head.fallback),
        ("noindex", Value::from(head.noindex)),
        ("number", Value::from(head.part.0)),
        ("of", Value::from(head.part.1)),
        ("x_default", Value::from(format!("{origin}{}", head.x_default))),
        ("collection", head.collection),
        ("changed", dates::optional(local, Message::LastChanged, changed)),
        ("data", data),
        ("spreadsheet", spreadsheet),
        ("sheet", sheet),
        ("embed", embed),
        ("record_data", head.record_data),
        ("image", head.image),
        ("json_ld", head.json_ld),
    ]);
    context.insert_value("page", page);
}

fn of_record(local: LocalRenderer, page: &Page, (seen, prose): (Seen, &Prose), context: &mut Context) {
    let (report, language, record) = (local.report(), local.language, seen.record);
    let addresses = &report.plan.addresses;
    context.insert_value("record", local.view(record));
    let address = addresses.of(record, language);
    let shown = local.localizer().shown_language(record);
    let fallback = if shown == language { Value::none() } else { language_value(local.renderer.local(shown)) };
    let description = descriptions::of_record(local, record, &prose.html);
    let title = report.site.title(record, language).1;
    let is_home = report.plan.home == Some(record);
    let translated = |other: LanguageIx| addresses.of(record, other).filter(|address| address.translated);
    let first = report.config.languages.positions().find_map(translated);
    let steps = steps_to(local, record);
    let (own, path) = (seen.own_path(local), seen.path(local));
    let about = if is_home { About::Home } else { About::Record(record) };
    let url = address.map_or("", |address| &address.url);
    let (data, record_data) = match local.renderer.templates.show_data(&page.template) {
        true => (data_of(local, record), local.downloads().of_record(record)),
        false => ([nothing(), Value::none()], nothing()),
    };
    let head = Head {
        document_title: document_title(local, (!is_home).then(|| short_title(local, record)), (1, 1)),
        description: optional(description.as_deref()),
        fallback,
        noindex: shown != language || seen.form.is_some(),
        of: seen.form.map(|_| own),
        // The list of languages at `/` is the home page for those whose language is none of ours.
        x_default: if is_home { addresses.link("/") } else { first.map_or_else(String::new, |a| a.url.to_string()) },
        collection: local.collection_value(record.collection),
        data,
        record_data,
        image: images::shared(local, record),
        companions: seen.companions(local),
        // What a companion page shows is described on the page of the record.
        json_ld: match seen.form {
            Some(_) => Value::none(),
            None => json_ld::script(local.localizer().plain(), &Description { about, url, shown, steps: &steps }),
        },
        ..Head::plain(seen.kind(), &path, title)
    };
    insert_head(local, head, context);
    context.insert_value("alternates", alternates(local, |other| seen.link(local, other)));
    context.insert_value("breadcrumb", breadcrumb(&steps));
}

/// The sources of the page of a record, by number, each with what it states.
fn sources_of(local: LocalRenderer, record: RecordIx) -> Value {
    let numbered = local.numbered(record).unwrap_or_default();
    let stated = local.stated(record, &numbered);
    let sources = numbered.iter().zip(stated).enumerate().map(|(at, (&source, stated))| {
        recorder::note(Note::Record(source));
        let mut citation = Entries::of(&local.citation(source, Some(at + 1)), 2);
        citation.insert("states", Value::from(stated.states));
        citation.insert("basis", Value::from(stated.basis));
        Value::from(citation)
    });
    Value::from(sources.collect::<Vec<_>>())
}

/// `page.data` and `page.spreadsheet` of the page of a record: those of the figure that it is, else those of its collection.
fn data_of(local: LocalRenderer, record: RecordIx) -> [Value; 2] {
    match local.report().figures.of(record) {
        Some(figure) => [local.downloads().of_figure(figure), local.downloads().sheet_of_figure(figure)],
        None => data_of_collection(local, record.collection),
    }
}

/// The same of the pages of a collection.
fn data_of_collection(local: LocalRenderer, collection: CollectionIx) -> [Value; 2] {
    recorder::note(Note::Members(collection));
    local.shared().data(local.downloads(), collection)
}

/// The way from the home page to a record.
fn steps_to(local: LocalRenderer, record: RecordIx) -> Vec<Step> {
    let report = local.report();
    let model = report.site.model(record);
    let mut steps = vec![local.shared().home_step.clone()];
    if let Some(index) = report.plan.addresses.index_url(record.collection, local.language, 1) {
        steps.push((model.label.text(local.language).to_owned(), index));
    }
    if report.plan.home != Some(record) {
        let short = short_title(local, record);
        let address = report.plan.addresses.of(record, local.language);
        steps.push((short.to_owned(), address.map_or_else(String::new, |address| address.url.to_string())));
    }
    steps
}

fn breadcrumb(steps: &[Step]) -> Value {
    Value::from(steps.iter().map(|(title, url)| step(title, url)).collect::<Vec<_>>())
}

fn prose_of(local: LocalRenderer, record: RecordIx, files: &dyn Files) -> Prose {
    let linked = local.report().site.get(record);
    let shown = local.localizer().shown_language(record);
    let Some(prose) = linked.record.prose[shown].as_ref().filter(|prose| !prose.is_empty) else {
        return Prose::default();
    };
    recorder::note(Note::File(prose.path.clone()));
    match files.text(&prose.path) {
        Ok(whole) => {
            let range = front_matter::split(&whole).body;
            prose::render(&Text {
                page: local.localizer(),
                words: local.localizer().with(shown),
                files: Some(files),
                place: prose::Place::Prose,
                linked,
                path: &prose.path,
                whole: &whole,
                range,
                ids: "",
                index: prose::Index::default(),
            })
        }
        Err(finding) => {
            recorder::report(*finding);
            Prose::default()
        }
    }
}

fn prose_value(prose: &Prose) -> Value {
    let heading = |heading: &prose::Heading| {
        map([
            ("level", Value::from(u64::from(heading.level))),
            ("id", Value::normal_string(&heading.id)),
            ("title", Value::normal_string(&heading.title)),
        ])
    };
    let toc: Vec<Value> = prose.toc.iter().map(heading).collect();
    map([("html", Value::safe_string(&prose.html)), ("toc", Value::from(toc))])
}

fn of_index(
    local: LocalRenderer,
    page: &Page,
    (collection, number, of): (CollectionIx, u32, u32),
    context: &mut Context,
) {
    let (renderer, language) = (local.renderer, local.language);
    let part = (number, of);
    let addresses = &renderer.report.plan.addresses;
    let model = &renderer.report.site.collections[collection];
    let path = addresses.index_path(collection, language, number).unwrap_or_default();
    let label = model.label.text(language);
    let card = local.collection_value(collection);
    let x_default = addresses.index_url(collection, LanguageIx::SOURCE, number).unwrap_or_default();
    let first = addresses.index_url(collection, language, 1).unwrap_or_default();
    let steps = vec![local.shared().home_step.clone(), (label.to_owned(), first.clone())];
    // The data is that of the whole index, not of each part of it.
    let about = if number == 1 { About::Collection(collection) } else { About::Nothing };
    let per_page = renderer.report.site.per_page(collection).unwrap_or(u32::MAX) as usize;
    let ordered = renderer.report.site.ordered(collection, language);
    let shown: Vec<RecordIx> = ordered.skip(per_page.saturating_mul(number as usize - 1)).take(per_page).collect();
    let head = Head {
        document_title: document_title(local, Some(label), part),
        description: optional(descriptions::of_list(local, collection, &shown).as_deref()),
        part,
        x_default,
        collection: card.clone(),
        data: match renderer.templates.show_data(&page.template) {
            true => data_of_collection(local, collection),
            false => [nothing(), Value::none()],
        },
        json_ld: json_ld::script(
            local.localizer().plain(),
            &Description { about, url: &first, shown: language, steps: &steps },
        ),
        ..Head::plain("index", &path, label)
    };
    insert_head(local, head, context);
    let in_language = |other: LanguageIx| Some((addresses.index_url(collection, other, number)?, true));
    context.insert_value("alternates", alternates(local, in_language));
    context.insert_value("breadcrumb", breadcrumb(&steps));
    recorder::note(Note::Records(collection));
    recorder::note(Note::Members(collection));
    let records: Vec<Value> = shown.iter().map(|record| local.view(*record)).collect();
    context.insert_value("records", Value::from(records));
    context.insert_value("collection", card);
    let part_url = |number: u32| addresses.index_url(collection, language, number);
    context.insert_value("pager", pager(number, of, part_url));
}

/// `/` and 404 pages.
fn of_site(local: LocalRenderer, page: &Page, context: &mut Context) {
    let (renderer, language) = (local.renderer, local.language);
    let shared = local.shared();
    recorder::note_all(&shared.reads);
    let title = renderer.report.config.title.text(language).to_owned();
    let description = optional(descriptions::of_site(local.localizer()).as_deref());
    let (kind, path) = match page.kind {
        PageKind::Languages => ("languages", "/".to_owned()),
        _ => ("not-found", format!("/{}", page.file)),
    };
    let x_default = renderer.report.plan.addresses.link("/");
    let noindex = kind == "not-found";
    let head = Head {
        document_title: document_title(local, None, (1, 1)),
        description,
        noindex,
        x_default,
        ..Head::plain(kind, &path, &title)
    };
    insert_head(local, head, context);
    let in_language = |other: LanguageIx| Some((renderer.report.plan.addresses.home_url(other), true));
    context.insert_value("alternates", alternates(local, in_language));
    context.insert_value("breadcrumb", breadcrumb(std::slice::from_ref(&shared.home_step)));
    context.insert_value("languages", shared.languages.clone());
}

/// Where one searches, and the list of all names.
fn of_search(local: LocalRenderer, page: &Page, context: &mut Context) {
    let addresses = &local.report().plan.addresses;
    let part = if let PageKind::Az { number, of } = page.kind { (number, of) } else { (1, 1) };
    let (kind, message) = match page.kind {
        PageKind::Az { .. } => ("az", Message::AzTitle),
        _ => ("search", Message::SearchTitle),
    };
    let title = local.localizer().message(message);
    let path = |language: LanguageIx| {
        let search = addresses.search(language)?;
        match page.kind {
            // A language with fewer names has fewer pages.
            PageKind::Az { number, .. } => search.az_path(if number > search.az_pages() { 1 } else { number }),
            _ => Some(search.page.to_string()),
        }
    };
    let own = path(local.language).unwrap_or_default();
    let steps = vec![local.shared().home_step.clone(), (title.clone(), addresses.link(&own))];
    let head = Head {
        document_title: document_title(local, Some(&title), part),
        description: optional(descriptions::of_site(local.localizer()).as_deref()),
        noindex: kind == "search",
        part,
        x_default: path(LanguageIx::SOURCE).map(|path| addresses.link(&path)).unwrap_or_default(),
        ..Head::plain(kind, &own, &title)
    };
    insert_head(local, head, context);
    context.insert_value("alternates", alternates(local, |other| Some((addresses.link(&path(other)?), true))));
    context.insert_value("breadcrumb", breadcrumb(&steps));
    // How many pages the list has, in each language.
    local.report().site.collections.positions().for_each(|at| recorder::note(Note::Records(at)));
}

/// What each edition changed.
fn of_changes(local: LocalRenderer, context: &mut Context) {
    let addresses = &local.report().plan.addresses;
    let title = local.localizer().message(Message::ChangesTitle);
    let url = |language: LanguageIx| Some(addresses.link(&addresses.changes(language)?.page));
    let own = addresses.changes(local.language).map_or("/", |told| &told.page);
    let steps = vec![local.shared().home_step.clone(), (title.clone(), addresses.link(own))];
    let head = Head {
        document_title: document_title(local, Some(&title), (1, 1)),
        description: optional(descriptions::of_site(local.localizer()).as_deref()),
        x_default: url(LanguageIx::SOURCE).unwrap_or_default(),
        ..Head::plain("changes", own, &title)
    };
    insert_head(local, head, context);
    context.insert_value("alternates", alternates(local, |other| Some((url(other)?, true))));
    context.insert_value("breadcrumb", breadcrumb(&steps));
}

/// One entry per language that has the page; none on a site in one language.
fn alternates(local: LocalRenderer, in_language: impl Fn(LanguageIx) -> Option<(String, bool)>) -> Value {
    if !local.report().config.has_languages() {
        return Value::from(Vec::<Value>::new());
    }
    let one = |(at, spec): (LanguageIx, &Language)| {
        let (url, translated) = in_language(at)?;
        Some(map([
            ("lang", Value::normal_string(&spec.code)),
            ("name", Value::normal_string(&spec.name)),
            ("dir", Value::from(spec.direction.attribute())),
            ("permalink", Value::from(format!("{}{url}", local.report().config.base_url.origin))),
            ("url", Value::from(url)),
            ("current", Value::from(at == local.language)),
            ("translated", Value::from(translated)),
        ]))
    };
    Value::from(local.report().config.languages.entries().filter_map(one).collect::<Vec<_>>())
}

/// The short name of a record, else its title. That of a source says who speaks, which several have in common.
fn short_title(local: LocalRenderer<'_>, record: RecordIx) -> &str {
    let site = &local.renderer.report.site;
    let role = site.model(record).roles.short.filter(|_| *site.model(record).id != *SOURCES);
    let short = site.text(record, role, local.language);
    short.unwrap_or_else(|| site.title(record, local.language)).1
}

fn document_title(local: LocalRenderer, page: Option<&str>, part: (u32, u32)) -> String {
    titles::of_document(local.localizer(), &Titled { page, part })
}

fn language_value(local: LocalRenderer) -> Value {
    let spec = local.localizer().spoken();
    map([
        ("lang", Value::normal_string(&spec.code)),
        ("name", Value::normal_string(&spec.name)),
        ("dir", Value::from(spec.direction.attribute())),
    ])
}

fn step(title: &str, url: &str) -> Value {
    map([("title", Value::normal_string(title)), ("url", Value::normal_string(url))])
}

/// The document that a finding in a page names: which page it was.
fn page_name(page: &Page) -> String {
    format!("/{}", page.file.trim_end_matches("index.html"))
}

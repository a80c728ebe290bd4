//! Prospectus: a static site generator for public reporting.
//!
//! ```text
//! read → parse → model → link → figures → plan → publication → pages → write
//! ```
//!
//! A pure core in a thin shell: [`pipeline::build`] calls the stages in order; each takes finished values and returns new
//! ones, with every mistake in the content as a [`diagnostics::Diagnostic`]. Only `read`, `write`, `serve` and `cli` touch
//! files, clock and network. ARCHITECTURE.md says who may import whom and why.
//!
//! # A site without a disk
//!
//! A site is something that knows the paths of its files and reads them ([`parse::Files`]); what is made of it goes to a [`output::Sink`].
//! The shell has folders for both. A map will do as well:
//!
//! ```
//! use std::collections::BTreeMap;
//! use std::sync::{Arc, Mutex};
//!
//! use jiff::civil::date;
//! use prospectus::config::Run;
//! use prospectus::diagnostics::{Diagnostic, Place, codes};
//! use prospectus::parse::Files;
//! use prospectus::pipeline;
//! use prospectus::output::{OutputFile, Sink};
//!
//! struct Site(BTreeMap<Arc<str>, &'static str>);
//!
//! impl Files for Site {
//!     fn paths(&self) -> Arc<[Arc<str>]> {
//!         self.0.keys().cloned().collect()
//!     }
//!
//!     fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
//!         let text = self.0.get(path).map(|text| text.as_bytes().to_vec());
//!         text.ok_or_else(|| Box::new(Diagnostic::new(&codes::UNREADABLE, Place::file(path), "does not exist")))
//!     }
//! }
//!
//! #[derive(Default)]
//! struct Output(Mutex<BTreeMap<String, Vec<u8>>>);
//!
//! impl Sink for Output {
//!     fn put(&self, file: OutputFile) {
//!         self.0.lock().unwrap().insert(file.path, file.bytes);
//!     }
//! }
//!
//! let mut site = Site(BTreeMap::from([
//!     ("content/site.yaml".into(), "title: Parks\nbase_url: https://parks.example\nlanguages: [en]\n"),
//!     // A collection is a folder with a model; a record is a file in it, or a folder with facts and prose.
//!     ("content/pages/_collection.yaml".into(), "label: Pages\nsegment: ''\nfields: {title: {type: text}}\n"),
//!     ("content/pages/home.yaml".into(), "title: Parks of the city\nslug: ''\n"),
//!     ("content/parks/_collection.yaml".into(), "label: Parks\nfields: {title: {type: text}, area: {type: decimal}}\n"),
//!     ("content/parks/harbour.yaml".into(), "title: Harbour Park\narea: 12.5\n"),
//!     ("content/parks/meadow.yaml".into(), "title: Meadow Park\narea: 3.5\n"),
//!     // A figure is a number that pages show: computed here, and dated.
//!     ("content/figures/area.yaml".into(), "label: Area of all parks\nsum: parks.area\n"),
//! ]));
//!
//! let output = Output::default();
//! let built = pipeline::build(&site, &Run::on(date(2026, 11, 24)), &output);
//!
//! assert!(built.diagnostics.is_empty(), "{:?}", built.diagnostics);
//! assert_eq!(built.value.records, 4);
//! let files = output.0.into_inner().unwrap();
//! assert!(String::from_utf8_lossy(&files["parks/meadow/index.html"]).contains("3.5"));
//! assert!(files.contains_key("data/parks.csv"));
//!
//! // A mistake is a value with a place. The build goes on, so that all of them are found at once.
//! site.0.insert("content/parks/meadow.yaml".into(), "title: Meadow Park\naera: 3.5\n");
//! let built = pipeline::build(&site, &Run::on(date(2026, 11, 24)), &Output::default());
//!
//! let [mistake] = &built.diagnostics[..] else { panic!("{:?}", built.diagnostics) };
//! assert_eq!(mistake.code.name, "unknown-key");
//! assert_eq!((&*mistake.place.path, mistake.place.line), ("content/parks/meadow.yaml", 2));
//! assert_eq!(mistake.hint.as_deref(), Some("did you mean `area`?"));
//! ```
//!
//! # The same, stage by stage
//!
//! What [`pipeline::build`] does between the two. Every stage gives [`diagnostics::Checked`]: a finished value that no later
//! stage changes, and what it found.
//!
//! ```
//! # use std::collections::BTreeMap;
//! # use std::sync::Arc;
//! # use prospectus::diagnostics::{Diagnostic, Place, codes};
//! use prospectus::config::{self, Run, SITE_FILE};
//! use prospectus::diagnostics::Report;
//! use prospectus::model::reader;
//! use prospectus::pages::{Pictures, Statics};
//! use prospectus::parse::{Files, Source};
//! use prospectus::plan::page::Planner;
//! use prospectus::plan::search;
//! use prospectus::{figures, link, locale, pages, plan, theme};
//! # struct Site(BTreeMap<Arc<str>, &'static str>);
//! # impl Files for Site {
//! #     fn paths(&self) -> Arc<[Arc<str>]> {
//! #         self.0.keys().cloned().collect()
//! #     }
//! #
//! #     fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
//! #         let text = self.0.get(path).map(|text| text.as_bytes().to_vec());
//! #         text.ok_or_else(|| Box::new(Diagnostic::new(&codes::UNREADABLE, Place::file(path), "does not exist")))
//! #     }
//! # }
//! # let files = Site(BTreeMap::from([
//! #     ("content/site.yaml".into(), "title: Parks\nbase_url: https://parks.example\nlanguages: [en]\n"),
//! #     ("content/pages/_collection.yaml".into(), "label: Pages\nsegment: ''\nfields: {title: {type: text}}\n"),
//! #     ("content/pages/home.yaml".into(), "title: Parks of the city\nslug: ''\n"),
//! #     ("content/parks/_collection.yaml".into(), "label: Parks\nfields: {title: {type: text}, area: {type: decimal}}\n"),
//! #     ("content/parks/harbour.yaml".into(), "title: Harbour Park\narea: 12.5\n"),
//! #     ("content/parks/meadow.yaml".into(), "title: Meadow Park\narea: 3.5\n"),
//! #     ("content/figures/area.yaml".into(), "label: Area of all parks\nsum: parks.area\n"),
//! # ]));
//!
//! let mut report = Report::default();
//! // The settings, from which all texts get their languages.
//! let settings = Arc::new(Source::new(SITE_FILE, files.text(SITE_FILE).unwrap()));
//! let run = Run::on(jiff::civil::date(2026, 11, 24));
//! let config = report.take(config::read(settings, &run));
//! // What a record of each collection may hold, and the records, each value of its type and with its place.
//! let model = report.take(reader::read(&files, &config, &run));
//! assert!(model.is_sound);
//! // Templates and messages: the site's own, then those of the built-in theme.
//! let theme = report.take(theme::load(&files, &config, &model));
//! let locales = report.take(locale::build(&config, &theme.messages));
//! // References become records, and records know who refers to them.
//! let site = report.take(link::resolve::all(model, &config, &run, &locales));
//! // Every number that pages show.
//! let figures = report.take(figures::compute::all(&site));
//! let area = figures.iter().next().unwrap();
//! assert_eq!(area.computed.last().unwrap().amount.number.as_ref().unwrap().to_string(), "16.0");
//! // One address for every record in every language, and the files that the site brings.
//! let addresses = Arc::new(report.take(search::addresses(&site, &config, &theme, &locales)));
//! let planner = Planner { site: &site, config: &config, theme: &theme, addresses: &addresses };
//! let statics = Statics::of(&theme, &config, &files);
//! let published = report.take(pages::brought(planner, &statics, &files, &mut Pictures::default())).files;
//! // All that will be written, page by page and file by file; two at one place are a finding.
//! let former = Vec::new();
//! let inputs =
//!     plan::Inputs { site: &site, figures: &figures, config: &config, theme: &theme, addresses, published, former };
//! let plan = report.take(plan::of_site(inputs));
//! assert!(plan.pages.iter().any(|page| page.file == "parks/meadow/index.html"));
//!
//! assert!(report.finish(()).diagnostics.is_empty());
//! ```
//!
//! What is left: `publication` compares with what was published last, `fingerprint` tells it what each page says, and the
//! pages are rendered into the sink. Where to open the code for what you want to change says ARCHITECTURE.md;
//! CONTRIBUTING.md leads through the commonest changes.

pub mod diagnostics;
pub mod position;
pub mod images;
pub mod parse;
pub mod config;
pub mod model;
pub mod locale;
pub mod link;
pub mod figures;
pub mod theme;
mod markup;
pub mod plan;
pub mod publication;
pub mod output;
pub mod drawing;
mod report;
mod words;
mod pictures;
mod prose;
mod search;
mod fingerprint;
mod export;
mod check;
pub mod pages;
pub mod pipeline;
pub mod read;
pub mod cache;
pub mod write;
pub mod serve;
pub mod cli;

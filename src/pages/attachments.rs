//! Files in the folders of records: which of them are published.
//!
//! Those that a fact or a text names that readers see. What nothing names is reported and stays where it is: leftovers of
//! editors and notes among colleagues lie in the same folders.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag};
use rayon::prelude::*;

use crate::config::{Config, Languages};
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::images::kind::Kind;
use crate::images::picture::{Images, Picture};
use crate::link::Site;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::model::field::{FieldKind, Markup};
use crate::model::value::Value;
use crate::parse::{Files, front_matter};
use crate::plan::addresses::Addresses;
use crate::plan::outputs::Product;
use crate::plan::page::Planner;
use crate::plan::published::{Content, PublishedFile, attachment_path};
use crate::position::LanguageIx;
use crate::prose::{self, file_named};

/// The files to publish and the images among them, with a finding for each that nothing names.
pub fn published(
    planner: Planner,
    files: &dyn Files,
    pictures: &mut Pictures,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<PublishedFile>, Images) {
    let Planner { site, config, addresses, .. } = planner;
    let (mut out, mut candidates, mut offered) = (Vec::new(), Vec::new(), BTreeSet::new());
    for linked in site.records.iter().flatten().filter(|linked| !linked.record.attachments.is_empty()) {
        let reader = Reader { site, linked, config, files };
        let mut shown = reader.shown(addresses);
        let is_all = linked.record.attachments.iter().all(|file| shown.contains_key(&**file));
        let named = if is_all { Names::new() } else { reader.named() };
        for file in &linked.record.attachments {
            let from: Arc<str> = format!("{}{file}", linked.record.folder.as_deref().unwrap_or_default()).into();
            let path = attachment_path(linked, file);
            if let Some(Named { image, is_offered }) = shown.remove(&**file) {
                candidates.extend(image.map(|place| Candidate { from: from.clone(), path: path.clone(), place }));
                if is_offered {
                    offered.insert(from.clone());
                    out.push(PublishedFile { path, product: Product::Attachment, content: Content::Copy(from) });
                }
            } else if !named.contains_key(&**file) && linked.record.is_sound {
                // Where something could not be read it may be what names the file.
                let message = format!("nothing names `{file}`: it is not published");
                let finding = Diagnostic::new(&codes::UNNAMED_FILE, Place::file(from), message);
                findings.push(finding.hint("name it in a field of the type `image` or `file` or in a text, [words](file), or move it elsewhere"));
            }
        }
    }
    let images = images_of(candidates, files, pictures, findings);
    for (picture, _) in images.0.values() {
        let of_image =
            |path: &str, content| PublishedFile { path: path.to_owned(), product: Product::Attachment, content };
        if picture.versions.is_empty() && !offered.contains(&picture.source) {
            out.push(of_image(&picture.path, Content::Copy(picture.source.clone())));
        }
        out.extend(picture.orders().map(|order| of_image(&order.version.path.clone(), Content::Image(order))));
    }
    (out, images)
}

/// A file that is shown as an image, and may be one.
struct Candidate {
    from: Arc<str>,
    /// Where it would be published if it were as it is.
    path: String,
    /// What names it.
    place: Place,
}

/// The images, each read once, with a finding for each file that is none.
fn images_of(
    candidates: Vec<Candidate>,
    files: &dyn Files,
    pictures: &mut Pictures,
    findings: &mut Vec<Diagnostic>,
) -> Images {
    let known = &pictures.0;
    let looked_at = candidates.into_par_iter().map(|Candidate { from, path, place }| {
        if let Some(picture) = known.get(&from) {
            return Ok((from, (picture.clone(), place)));
        }
        let bytes = files.bytes(&from)?;
        let name = path.rsplit('/').next().unwrap_or(&path);
        match Picture::of(from.clone(), &path, &bytes) {
            Ok(picture) => Ok((from, (picture, place))),
            Err(flaw) => Err(Box::new(flaw.finding(name, place))),
        }
    });
    let mut images = Images::default();
    for looked_at in looked_at.collect::<Vec<Result<_, Box<Diagnostic>>>>() {
        match looked_at {
            Ok((from, image)) => drop(images.0.insert(from, image)),
            Err(finding) => findings.push(*finding),
        }
    }
    pictures.0 = images.0.iter().map(|(from, (picture, _))| (from.clone(), picture.clone())).collect();
    images
}

/// Images that were looked at before, by their files. Where one is published follows from its file.
#[derive(Default)]
pub struct Pictures(BTreeMap<Arc<str>, Picture>);

impl Pictures {
    /// Notes that files are others than those that were looked at.
    pub fn changed(&mut self, paths: &BTreeSet<Arc<str>>) {
        self.0.retain(|path, _| !paths.contains(path));
    }
}

/// How many bytes each of the published files of records has, by where it is in the site.
pub fn sizes(published: &[PublishedFile], files: &dyn Files) -> BTreeMap<Arc<str>, u64> {
    let of_records = published.iter().filter(|file| file.product == Product::Attachment);
    let size = |file: &PublishedFile| match &file.content {
        Content::Copy(from) => Some((from.clone(), files.size(from)?)),
        Content::Bytes(_) | Content::Image(_) => None,
    };
    of_records.filter_map(size).collect()
}

/// Reads what a record names.
struct Reader<'a> {
    site: &'a Site,
    linked: &'a LinkedRecord,
    config: &'a Config,
    files: &'a dyn Files,
}

/// How a file is named.
#[derive(Default)]
struct Named {
    /// Where it is shown as an image, first of all; `None`: it is not.
    image: Option<Place>,
    /// Whether it is offered as it is.
    is_offered: bool,
}

type Names<'a> = BTreeMap<&'a str, Named>;

/// A text in which files are named.
struct Naming<'t> {
    text: &'t str,
    /// The place of some bytes of it.
    place: &'t dyn Fn(Range<usize>) -> Place,
}

impl<'a> Reader<'a> {
    /// Files that readers meet: named by facts of the report's day, and by texts in languages that have pages.
    fn shown(&self, addresses: &Addresses) -> Names<'a> {
        let mut names = Names::new();
        let languages = &self.config.languages;
        for fact in self.site.effective_facts(self.linked.at) {
            fact.each(&mut |fact| self.in_fact(fact, languages, &mut names));
        }
        let (linked, record) = (self.linked, &self.linked.record);
        let pages = languages.positions().filter_map(|language| Some((language, addresses.of(linked.at, language)?)));
        let shown: BTreeSet<LanguageIx> = pages
            .map(|(language, address)| match address.translated {
                true => language,
                false => record.shown_language(self.site.model(linked.at), language, languages),
            })
            .collect();
        shown.into_iter().for_each(|language| self.in_prose(language, &mut names));
        names
    }

    /// Files that are named at all, be it by a fact of a later day or in a language that is not shown yet.
    fn named(&self) -> Names<'a> {
        let mut names = Names::new();
        let languages = &self.config.all_languages;
        for fact in self.site.written_facts(self.linked.at) {
            fact.each(&mut |fact| self.in_fact(fact, languages, &mut names));
        }
        languages.positions().for_each(|language| self.in_prose(language, &mut names));
        names
    }

    fn in_fact(&self, fact: &Effective<'a, '_>, languages: &Languages, names: &mut Names<'a>) {
        let source = &self.linked.record.source;
        let mut in_text = |text: &str| {
            let place = |_| source.place(fact.written.span);
            self.in_text(&Naming { text, place: &place }, names);
        };
        match (&fact.field.kind, fact.value()) {
            (_, Some(Value::Image(image))) => {
                names.entry(&image.file).or_default().image.get_or_insert_with(|| source.place(image.file_span));
            }
            (FieldKind::File, Some(Value::Text(file))) => names.entry(file).or_default().is_offered = true,
            (FieldKind::Text { markup, .. }, Some(value)) if *markup != Markup::Plain => match value {
                Value::Text(text) => in_text(text),
                Value::Localized(texts) => {
                    languages.positions().filter_map(|at| texts.get(at)).for_each(|text| in_text(text));
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn in_prose(&self, language: LanguageIx, names: &mut Names<'a>) {
        let Some(Some(prose)) = self.linked.record.prose.get(language) else { return };
        // A file that cannot be read is reported by its page.
        let Ok(whole) = self.files.text(&prose.path) else { return };
        let body = front_matter::split(&whole).body;
        let place =
            |at: Range<usize>| Place::in_text(prose.path.clone(), &whole, body.start + at.start, body.start + at.end);
        self.in_text(&Naming { text: &whole[body.clone()], place: &place }, names);
    }

    fn in_text(&self, naming: &Naming, names: &mut Names<'a>) {
        let attachments = &self.linked.record.attachments;
        let text = prose::protected(naming.text);
        for (event, range) in Parser::new_ext(&text, prose::options()).into_offset_iter() {
            let (dest_url, is_shown) = match &event {
                Event::Start(Tag::Link { dest_url, .. }) => (dest_url, false),
                Event::Start(Tag::Image { dest_url, .. }) => (dest_url, true),
                _ => continue,
            };
            let Ok(name) = file_named(dest_url, attachments) else { continue };
            // As it lies in the folder: an address may write a letter of it as `%XX`.
            let is_image = is_shown && Kind::of_name(name).is_some();
            let named = names.entry(name).or_default();
            match is_image {
                true => drop(named.image.get_or_insert_with(|| (naming.place)(range))),
                false => named.is_offered = true,
            }
        }
        if self.config.raw_html {
            // HTML names a file by where it is published.
            let in_html = attachments.iter().filter(|file| text.contains(&attachment_path(self.linked, file)));
            in_html.for_each(|file| names.entry(&**file).or_default().is_offered = true);
        }
    }
}

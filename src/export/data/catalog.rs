//! `catalog.ttl` and `catalog.jsonld`: the data as a catalogue after DCAT-AP 3, for portals that harvest.
//!
//! Each collection and each figure is a dataset: that is what people look for. Its files are its distributions. What the EU's tables name
//! (languages, kinds of files, licences) is named so, with its class, as the shapes of DCAT-AP want it. When something was
//! issued or modified is not said: a build does not know it.

use std::collections::BTreeSet;

use crate::config::Localized;
use crate::export::data::sizes::Sizes;
use crate::export::data::{authority, figures, files, license};
use crate::figures::Figure;
use crate::markup::rdf::{Node, Object};
use crate::model::date::{Date, Precision};
use crate::model::field::Collection;
use crate::plan::data_files::{CATALOG, DataFile};
use crate::position::{CollectionIx, LanguageIx};
use crate::report::Report;
use crate::report::localizer::Localizer;

/// A dataset of the catalogue.
struct Dataset {
    /// The end of its address: `collection-centers`.
    name: String,
    title: Vec<(LanguageIx, String)>,
    description: Vec<(LanguageIx, String)>,
    /// Its page, per language.
    pages: Vec<Option<String>>,
    /// The time it covers; `None` at the beginning: nobody dates it.
    period: (Option<Date>, Option<Date>),
    files: Vec<DataFile>,
}

/// The catalogue of a site.
pub fn graph(report: &Report, sizes: &Sizes) -> Vec<Node> {
    let mut datasets = datasets(report, sizes);
    datasets.iter_mut().for_each(|dataset| dataset.files.retain(|file| is_made(sizes, file)));
    let catalog = catalog(report, &datasets);
    let mut named: BTreeSet<(String, &'static str)> = BTreeSet::new();
    let mut nodes = vec![catalog, publisher(report)];
    for dataset in &datasets {
        nodes.push(self::dataset(report, dataset));
        nodes.extend(dataset.files.iter().map(|file| distribution(report, file, sizes)));
    }
    nodes.iter().for_each(|node| classes(node, &mut named));
    nodes.extend(license_document(report).filter(|node| node.iri.is_some()));
    nodes.extend(named.into_iter().map(|(iri, class)| Node::new(iri, class)));
    nodes
}

fn is_made(sizes: &Sizes, file: &DataFile) -> bool {
    sizes.of(&file.path).flatten().is_some()
}

fn datasets(report: &Report, sizes: &Sizes) -> Vec<Dataset> {
    let site = &report.site;
    let with_records = site.collections.positions().filter(|&at| !site.records[at].is_empty());
    let collections = with_records.map(|at| of_collection(report, at, &site.collections[at]));
    let all = report
        .plan
        .data
        .archive()
        .filter(|archive| is_made(sizes, archive))
        .map(|archive| of_everything(report, archive));
    all.into_iter().chain(collections).chain(report.figures.iter().map(|figure| of_figure(report, figure))).collect()
}

/// Everything in one file.
fn of_everything(report: &Report, archive: &DataFile) -> Dataset {
    let languages = report.config.languages.positions();
    let (origin, home) = (&report.config.base_url.origin, |at| report.plan.addresses.home_url(at));
    Dataset {
        name: "all".to_owned(),
        title: languages.clone().map(|at| (at, files::title(archive, report.localizer(at)))).collect(),
        description: languages.clone().map(|at| (at, about_site(report.localizer(at)).to_owned())).collect(),
        pages: languages.map(|at| Some(format!("{origin}{}", home(at)))).collect(),
        period: (None, report.site.as_of.date()),
        files: vec![archive.clone()],
    }
}

/// A figure is what is looked for, too: with its definition.
fn of_figure(report: &Report, figure: &Figure) -> Dataset {
    let languages = report.config.languages.positions();
    let record = figure.record;
    let title = |language: LanguageIx| (language, report.site.title(record, language).1.to_owned());
    let about = |language: LanguageIx| {
        let definition = figures::text(report.localizer(language), record, "definition");
        (
            language,
            definition.unwrap_or_else(|| format!("{}. {}", title(language).1, about_site(report.localizer(language)))),
        )
    };
    Dataset {
        name: format!("figure-{}", report.site.get(record).record.id),
        title: languages.clone().map(title).collect(),
        description: languages.clone().map(about).collect(),
        pages: languages.map(|language| report.localizer(language).page_address(record)).collect(),
        period: figure.covers().unzip(),
        files: report.plan.data.of_figure(record).to_vec(),
    }
}

/// The description of the site; its title when it has none.
fn about_site(localizer: Localizer<'_>) -> &str {
    let config = localizer.config();
    if config.description.is_empty() {
        config.title.text(localizer.language)
    } else {
        config.description.text(localizer.language)
    }
}

fn of_collection(report: &Report, collection: CollectionIx, model: &Collection) -> Dataset {
    let languages = report.config.languages.positions();
    let origin = &report.config.base_url.origin;
    let page = |language| report.plan.addresses.index_url(collection, language, 1).map(|url| format!("{origin}{url}"));
    let title = |language: LanguageIx| (language, model.label.text(language).to_owned());
    let about =
        |language: LanguageIx| (language, format!("{}. {}", title(language).1, about_site(report.localizer(language))));
    Dataset {
        name: format!("collection-{}", model.id),
        title: languages.clone().map(title).collect(),
        description: languages.clone().map(about).collect(),
        pages: languages.map(page).collect(),
        period: (None, report.site.as_of.date()),
        files: report.plan.data.of_collection(collection).to_vec(),
    }
}

/// The address of something in the catalogue.
fn address(report: &Report, name: &str) -> String {
    format!("{}/{CATALOG}#{name}", report.config.base_url.whole())
}

fn catalog(report: &Report, datasets: &[Dataset]) -> Node {
    let config = &report.config;
    let mut node = Node::new(address(report, "catalog"), "dcat:Catalog");
    texts(report, &mut node, "dct:title", &config.title);
    let description = if config.description.is_empty() { &config.title } else { &config.description };
    texts(report, &mut node, "dct:description", description);
    node.say("dct:publisher", Object::Iri(address(report, "publisher")));
    node.say("foaf:homepage", Object::Iri(format!("{}/", config.base_url.whole())));
    languages(report, &mut node);
    license(report, &mut node);
    for dataset in datasets {
        node.say("dcat:dataset", Object::Iri(address(report, &dataset.name)));
    }
    node
}

fn publisher(report: &Report) -> Node {
    let mut node = Node::new(address(report, "publisher"), "foaf:Agent");
    let named = if report.config.publisher.is_empty() { &report.config.title } else { &report.config.publisher };
    texts(report, &mut node, "foaf:name", named);
    node
}

fn dataset(report: &Report, dataset: &Dataset) -> Node {
    let mut node = Node::new(address(report, &dataset.name), "dcat:Dataset");
    for (property, texts) in [("dct:title", &dataset.title), ("dct:description", &dataset.description)] {
        for (at, text) in texts {
            node.say(property, Object::Text(text.clone(), report.config.languages[*at].code.to_string()));
        }
    }
    node.say("dct:identifier", Object::Plain(address(report, &dataset.name)));
    node.say("dct:publisher", Object::Iri(address(report, "publisher")));
    if let Some(contact) = contact(report) {
        node.say("dcat:contactPoint", Object::Node(contact));
    }
    languages(report, &mut node);
    for page in dataset.pages.iter().flatten() {
        node.say("dcat:landingPage", Object::Iri(page.clone()));
    }
    node.says.extend(period(dataset).map(|period| ("dct:temporal", Object::Node(period))));
    for file in &dataset.files {
        node.say("dcat:distribution", Object::Iri(files::address(file, report)));
    }
    node
}

/// The time that a dataset covers, each date as precise as it is known (XML Schema).
fn period(dataset: &Dataset) -> Option<Node> {
    let mut node = Node::blank("dct:PeriodOfTime");
    for (property, date) in [("dcat:startDate", dataset.period.0), ("dcat:endDate", dataset.period.1)] {
        if let Some(date) = date {
            let kind = match date.precision() {
                Precision::Year => "xsd:gYear",
                Precision::Month => "xsd:gYearMonth",
                Precision::Day | Precision::Minute(_) => "xsd:date",
            };
            node.say(property, Object::Typed(date.to_string(), kind));
        }
    }
    (!node.says.is_empty()).then_some(node)
}

/// A distribution has the address of its file.
fn distribution(report: &Report, file: &DataFile, sizes: &Sizes) -> Node {
    let address = files::address(file, report);
    let mut node = Node::new(address.clone(), "dcat:Distribution");
    for (at, language) in report.config.languages.entries() {
        node.say("dct:title", Object::Text(files::title(file, report.localizer(at)), language.code.to_string()));
    }
    node.say("dcat:accessURL", Object::Iri(address.clone()));
    node.say("dcat:downloadURL", Object::Iri(address));
    // The table of the EU names these kinds as readers do.
    node.say("dct:format", Object::Iri(authority::file_type(file.format.name())));
    node.say("dcat:mediaType", Object::Iri(authority::media_type(file.format.media_type())));
    if let Some(bytes) = sizes.of(&file.path).flatten() {
        node.say("dcat:byteSize", Object::Typed(bytes.to_string(), "xsd:nonNegativeInteger"));
    }
    license(report, &mut node);
    languages(report, &mut node);
    node
}

fn texts(report: &Report, node: &mut Node, property: &'static str, text: &Localized) {
    for (at, language) in report.config.languages.entries() {
        if let Some(text) = text.get(at) {
            node.say(property, Object::Text(text.to_string(), language.code.to_string()));
        }
    }
}

fn languages(report: &Report, node: &mut Node) {
    for language in report.config.languages.iter().filter_map(|language| authority::language(&language.code)) {
        node.say("dct:language", Object::Iri(language));
    }
}

fn license(report: &Report, node: &mut Node) {
    if let Some(document) = license_document(report).next() {
        let object = match document.iri {
            Some(iri) => Object::Iri(iri),
            None => Object::Node(document),
        };
        node.say("dct:license", object);
    }
}

/// The licence: one of the EU's table where it is in it, else by its own address, else by its name alone.
fn license_document(report: &Report) -> impl Iterator<Item = Node> {
    let document = |written: &str| {
        let license = license::find(written);
        let iri = license.authority.or(license.url);
        let mut node = Node { iri, ..Node::blank("dct:LicenseDocument") };
        node.say("dct:title", Object::Plain(license.title));
        node
    };
    report.config.license.as_deref().map(document).into_iter()
}

fn contact(report: &Report) -> Option<Node> {
    let of_kind = |kind: &str| report.config.contact.iter().find(|(known, _)| **known == *kind).map(|(_, value)| value);
    let (email, url) = (of_kind("email"), of_kind("url"));
    if email.is_none() && url.is_none() {
        return None;
    }
    let mut node = Node::blank("vcard:Kind");
    node.say("vcard:fn", Object::Plain(report.publisher().to_owned()));
    email.into_iter().for_each(|email| node.say("vcard:hasEmail", Object::Iri(format!("mailto:{email}"))));
    url.into_iter().for_each(|url| node.say("vcard:hasURL", Object::Iri(url.to_string())));
    Some(node)
}

/// What a node refers to outside of the catalogue, with its class.
fn classes(node: &Node, named: &mut BTreeSet<(String, &'static str)>) {
    const CLASSES: &[(&str, &str)] = &[
        ("dct:language", "dct:LinguisticSystem"),
        ("dct:format", "dct:MediaTypeOrExtent"),
        ("dcat:mediaType", "dct:MediaType"),
        ("dcat:landingPage", "foaf:Document"),
        ("foaf:homepage", "foaf:Document"),
    ];
    for (property, object) in &node.says {
        if let (Object::Iri(iri), Some((_, class))) = (object, CLASSES.iter().find(|(known, _)| known == property)) {
            named.insert((iri.clone(), class));
        }
    }
}

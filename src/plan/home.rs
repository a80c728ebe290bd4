//! The home page: the record whose slug is empty, at the address of each language.

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::plan::addresses::Addresses;
use crate::position::{CollectionIx, LanguageIx, RecordIx};

/// The home page of a site; an error for a second one, and for each language that has none.
pub fn find(site: &Site, config: &Config, addresses: &Addresses, findings: &mut Vec<Diagnostic>) -> Option<RecordIx> {
    let homes: Vec<&LinkedRecord> = records(site).collect();
    let home = homes.first().copied();
    if let Some(first) = home {
        let others = homes[1..].iter().filter(|other| !is_same_address(addresses, first.at, other.at));
        findings.extend(others.map(|other| second(first, other)));
    }
    for language in config.languages.positions().filter(|&language| !is_taken(&homes, addresses, language)) {
        findings.push(missing(site, config, home, language));
    }
    home.map(|linked| linked.at)
}

/// Records with pages that have an empty slug.
fn records(site: &Site) -> impl Iterator<Item = &LinkedRecord> {
    let with_pages = site.records.entries().filter(|(collection, _)| site.collections[*collection].pages);
    with_pages.flat_map(|(_, records)| records).map(|linked| &**linked).filter(|linked| linked.record.is_home())
}

/// Whether two records are at one address in some language: that is found for all pages alike.
fn is_same_address(addresses: &Addresses, one: RecordIx, other: RecordIx) -> bool {
    let path = |record, language| addresses.of(record, language).map(|address| &address.path);
    addresses.languages().any(|language| path(one, language).is_some_and(|at| Some(at) == path(other, language)))
}

fn is_taken(homes: &[&LinkedRecord], addresses: &Addresses, language: LanguageIx) -> bool {
    let is_there = |linked: &&LinkedRecord| {
        addresses.of(linked.at, language).is_some_and(|address| *address.path == *addresses.home_path(language))
    };
    homes.iter().any(is_there)
}

fn second(first: &LinkedRecord, other: &LinkedRecord) -> Diagnostic {
    let message = "a second record has an empty slug, which makes it the home page".to_owned();
    Diagnostic::new(&codes::SECOND_HOME, place(other), message)
        .related(place(first), "the home page")
        .hint("give it another `slug`, or remove the line")
}

/// Where the empty slug of a home page is written.
fn place(linked: &LinkedRecord) -> Place {
    let written = linked.record.slug_places.entries().find(|(at, _)| linked.record.slug.text(*at).is_empty());
    let place = written.and_then(|(_, place)| place.clone());
    place.unwrap_or_else(|| Place::file(linked.record.source.path.clone()))
}

fn missing(site: &Site, config: &Config, home: Option<&LinkedRecord>, language: LanguageIx) -> Diagnostic {
    let spec = &config.languages[language];
    let message = format!("there is no home page in {}", spec.name);
    let is_below = |collection: &CollectionIx| site.collections[*collection].segment.text(language).is_empty();
    let below = site.collections.positions().find(is_below).map(|at| &site.collections[at].id);
    let (place, hint) = match (home, below) {
        (Some(home), _) => {
            let hint =
                format!("its `slug` has to be empty in {} too, and so has the `segment` of its collection", spec.name);
            (place(home), hint)
        }
        (None, Some(id)) => (
            Place::file(format!("content/{id}")),
            format!("write content/{id}/home/{}.md with `slug: \"\"`; `{id}` has an empty segment", spec.code),
        ),
        (None, None) => (
            Place::file("content"),
            "the home page is the record with `slug: \"\"` in a collection with an empty `segment`: make one"
                .to_owned(),
        ),
    };
    Diagnostic::new(&codes::NO_HOME, place, message).hint(hint)
}

//! Where a record is: its area or its place, within the boundaries that contain it; of a record without either, that of what
//! it refers to.

use crate::drawing::map::boundaries::Boundaries;
use crate::drawing::map::locator::{self, Extent, Locator};
use crate::link::effective::Effective;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::value::Value;
use crate::pictures::maps::source_record;
use crate::pictures::marks::place_of;
use crate::position::{CollectionIx, RecordIx};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::{formula, sources};

/// The locator of a record, as safe HTML; empty where nothing says where it is.
pub fn locator(localizer: Localizer, record: RecordIx, extent: Extent) -> String {
    recorder::note(Note::Record(record));
    let report = localizer.report;
    let own = spot(report, record).or_else(|| {
        let referred = referred(report, record);
        let first = referred.first().copied().and_then(|first| spot(report, first))?;
        // Several of the first kind that has a place: all their areas, in one map.
        let areas = referred.iter().filter_map(|target| area_of(report, *target));
        let same = areas.filter(|(collection, _)| *collection == first.collection).map(|(_, nth)| nth);
        let here: Vec<usize> = same.collect();
        Some(if here.len() > 1 { Spot { here, pin: None, ..first } } else { first })
    });
    let Some(spot) = own else { return String::new() };
    draw(localizer, record, &spot, extent)
}

/// How much of the map is seen, by its name in templates.
pub fn extent_named(name: &str) -> Option<Extent> {
    match name {
        "near" => Some(Extent::Near),
        "whole" => Some(Extent::Whole),
        _ => None,
    }
}

/// Where something is.
struct Spot {
    /// Whose boundaries contain it.
    collection: CollectionIx,
    /// The areas that it is or that contain it.
    here: Vec<usize>,
    /// Its place; `None`: it is not known, or there are several.
    pin: Option<(f64, f64)>,
}

/// The area of a record, or the area around its place.
fn spot(report: &Report, record: RecordIx) -> Option<Spot> {
    recorder::note(Note::Record(record));
    let pin = place_of(report, record);
    if let Some((collection, nth)) = area_of(report, record) {
        return Some(Spot { collection, here: vec![nth], pin });
    }
    let place = pin?;
    // The areas of what it refers to are meant before others that contain the place, too.
    let named = referred(report, record).into_iter().map(|target| target.collection);
    let within = |collection: CollectionIx| {
        let boundaries = boundaries(report, collection)?;
        let nth = boundaries.area_at(boundaries.view.at(place))?;
        Some(Spot { collection, here: vec![nth], pin })
    };
    named.chain(report.site.collections.positions()).find_map(within)
}

/// The boundaries of a collection; `None`: it has none.
fn boundaries(report: &Report, collection: CollectionIx) -> Option<&Boundaries> {
    let file = report.site.collections[collection].boundaries.as_ref()?;
    recorder::note(Note::File(file.path.clone()));
    recorder::note(Note::Members(collection));
    report.boundaries[collection].as_deref()
}

/// The area that a record itself has.
fn area_of(report: &Report, record: RecordIx) -> Option<(CollectionIx, usize)> {
    let nth = boundaries(report, record.collection)?.position(&report.site.get(record).record.id)?;
    Some((record.collection, nth))
}

/// The records of the first field whose references lead to something that is somewhere.
fn referred(report: &Report, record: RecordIx) -> Vec<RecordIx> {
    let fields = report.site.model(record).fields.positions();
    let targets = fields.filter_map(|at| Some(targets(&report.site.effective(record, at)?)));
    let is_somewhere = |target: &RecordIx| {
        recorder::note(Note::Record(*target));
        area_of(report, *target).is_some() || place_of(report, *target).is_some()
    };
    targets
        .map(|targets| targets.into_iter().filter(is_somewhere).collect())
        .find(|found: &Vec<_>| !found.is_empty())
        .unwrap_or_default()
}

/// The records that a fact refers to, by itself or as a list.
fn targets(fact: &Effective) -> Vec<RecordIx> {
    let target = |fact: &Effective| match fact.value() {
        Some(Value::Reference(at)) => fact.linked.targets[*at as usize],
        _ => None,
    };
    target(fact).into_iter().chain(fact.items().filter_map(|item| target(&item))).collect()
}

fn draw(localizer: Localizer, record: RecordIx, spot: &Spot, extent: Extent) -> String {
    let report = localizer.report;
    let Some(boundaries) = boundaries(report, spot.collection) else { return String::new() };
    let model = &report.site.collections[spot.collection];
    let ids: Vec<&str> = boundaries.ids().collect();
    let areas = spot.here.iter().filter_map(|nth| report.site.find_record(spot.collection, ids[*nth]).ok());
    let names: Vec<String> =
        areas.filter(|area| *area != record).map(|area| localizer.title(area).to_owned()).collect();
    let names = localizer.list(&names);
    let own = localizer.title(record);
    let title = if names.is_empty() { own.to_owned() } else { formula::pair(localizer, own, &names) };
    let named = model.boundaries.as_ref().and_then(|file| file.source.as_deref());
    let source = named.and_then(|id| source_record(report, id));
    let source = source.map(|source| sources::labelled(localizer, Message::MapBoundaries, &[source]));
    let names = Some(escape(&names)).filter(|names| !names.is_empty());
    let caption = formula::dotted(localizer, names.into_iter().chain(source));
    let here = spot.here.clone();
    locator::draw(boundaries, &Locator { title: &title, here, pin: spot.pin, caption_html: &caption, extent })
}

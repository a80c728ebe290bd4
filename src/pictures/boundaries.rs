//! The boundaries of collections, read for all maps: those of records that the public sees.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::drawing::map::boundaries::Boundaries;
use crate::drawing::map::shapes::{self, Shape};
use crate::link::Site;
use crate::link::names::Nowhere;
use crate::model::builtin::SOURCES;
use crate::model::field::{BoundariesFile, Collection};
use crate::parse::Files;
use crate::position::{CollectionIx, List};

/// Shapes without a record that a finding names.
const LISTED: usize = 20;

/// Boundaries that were made before, by their file and the property that names their shapes.
#[derive(Default)]
pub struct Kept(BTreeMap<(Arc<str>, Box<str>), OfFile>);

/// What was made of a file.
struct OfFile {
    shapes: Vec<Shape>,
    /// Which of them were shown last, and what was made of those.
    made: Option<(Vec<bool>, Option<Arc<Boundaries>>)>,
}

impl Kept {
    /// Notes that files are others than those that were read.
    pub fn changed(&mut self, paths: &BTreeSet<Arc<str>>) {
        self.0.retain(|(path, _), _| !paths.contains(path));
    }

    /// What was or is made of a file.
    fn of(&mut self, file: &BoundariesFile, text: impl FnOnce() -> Read<String>) -> Read<&mut OfFile> {
        match self.0.entry((file.path.clone(), file.id.clone())) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let text = text()?;
                let shapes = shapes::read(&text, &file.id).map_err(|error| {
                    let place = Place::in_text(file.path.clone(), &text, error.offset, error.offset + 1);
                    let finding = Diagnostic::new(&codes::INVALID_VALUE, place, error.message);
                    finding.hint("boundaries are a GeoJSON FeatureCollection of polygons in WGS 84 (RFC 7946)")
                })?;
                Ok(place.insert(OfFile { shapes, made: None }))
            }
        }
    }
}

/// The borders of each collection; `None`: it has none.
pub type OfCollections = List<CollectionIx, Option<Arc<Boundaries>>>;

/// Whether two sites have the very same borders.
pub fn are_same(one: &OfCollections, other: &OfCollections) -> bool {
    let each = |of: &OfCollections| of.iter().map(|of| of.as_ref().map(Arc::as_ptr)).collect::<Vec<_>>();
    each(one) == each(other)
}

/// Something read, or why it could not be.
type Read<T> = Result<T, Box<Diagnostic>>;

/// Reads the boundaries of every collection that has some; a finding for a file that holds none, and for shapes that are
/// nobody's.
pub fn read(site: &Site, files: &dyn Files, kept: &mut Kept) -> Checked<OfCollections> {
    let mut findings = Vec::new();
    let mut of_collection = |(at, model): (CollectionIx, &Collection)| {
        let file = model.boundaries.as_ref()?;
        let text = || {
            let missing = |finding: Box<Diagnostic>| {
                Box::new(model.source.finding(&codes::MISSING_FILE, file.span, finding.message.clone()))
            };
            files.text(&file.path).map_err(missing)
        };
        match kept.of(file, text) {
            Ok(read) => {
                check_source(site, model, file, &mut findings);
                let shown = shown(site, (at, file), &read.shapes, &mut findings);
                read.boundaries(shown)
            }
            Err(finding) => {
                findings.push(*finding);
                None
            }
        }
    };
    let all = site.collections.entries().map(&mut of_collection).collect();
    Checked { value: all, diagnostics: findings }
}

impl OfFile {
    /// The boundaries of the shapes that are shown.
    fn boundaries(&mut self, shown: Vec<bool>) -> Option<Arc<Boundaries>> {
        if let Some((before, boundaries)) = &self.made
            && *before == shown
        {
            return boundaries.clone();
        }
        let of_shown =
            self.shapes.iter().zip(&shown).filter(|(_, is_shown)| **is_shown).map(|(shape, _)| shape.clone());
        let boundaries = Boundaries::of_shapes(&of_shown.collect::<Vec<Shape>>()).map(Arc::new);
        self.made = Some((shown, boundaries.clone()));
        boundaries
    }
}

/// Which shapes are those of records that the public sees: that of a record withheld would be a trace of it. A finding for
/// shapes that are nobody's.
fn shown(
    site: &Site,
    (collection, file): (CollectionIx, &BoundariesFile),
    shapes: &[Shape],
    findings: &mut Vec<Diagnostic>,
) -> Vec<bool> {
    let model = &site.collections[collection];
    let mut unknown = Vec::new();
    let is_shown = |shape: &Shape| match site.find_record(collection, &shape.id) {
        Ok(_) => true,
        Err(Nowhere::Withheld(_)) => false,
        Err(Nowhere::Unknown(_)) => {
            unknown.push(shape.id.clone());
            true
        }
    };
    let shown: Vec<bool> = shapes.iter().map(is_shown).collect();
    if !unknown.is_empty() {
        let listed = unknown.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
        let more = if unknown.len() > LISTED { format!(" and {} more", unknown.len() - LISTED) } else { String::new() };
        let message = format!("{} has shapes of no record of {}: {listed}{more}", file.path, model.id);
        let finding = model.source.finding(&codes::UNKNOWN_REFERENCE, file.span, message);
        findings.push(finding.hint("rename the records or the shapes, or choose another `id` property"));
    }
    shown
}

fn check_source(site: &Site, model: &Collection, file: &BoundariesFile, findings: &mut Vec<Diagnostic>) {
    let Some(id) = &file.source else { return };
    let found = site.collection_named(SOURCES).map(|sources| site.find_record(sources, id));
    let hint = match found {
        Some(Ok(_) | Err(Nowhere::Withheld(_))) => return,
        Some(Err(Nowhere::Unknown(hint))) => hint,
        None => "there is no folder content/sources".to_owned(),
    };
    let finding = model.source.finding(&codes::UNKNOWN_REFERENCE, file.span, format!("there is no source `{id}`"));
    findings.push(finding.hint(hint));
}

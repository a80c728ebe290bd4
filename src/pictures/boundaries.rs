//! The boundaries of collections, read for all maps: those of records that the public sees.

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

/// Reads the boundaries of every collection that has some; a finding for a file that holds none, and for shapes that are
/// nobody's.
pub fn read(site: &Site, files: &dyn Files) -> Checked<List<CollectionIx, Option<Boundaries>>> {
    let mut findings = Vec::new();
    let mut all = List::default();
    for (at, model) in site.collections.entries() {
        let Some(file) = &model.boundaries else {
            all.push(None);
            continue;
        };
        let read = files.text(&file.path).map_err(|finding| {
            findings.push(model.source.finding(&codes::MISSING_FILE, file.span, finding.message.clone()));
        });
        let Ok(text) = read else {
            all.push(None);
            continue;
        };
        match shapes::read(&text, &file.id) {
            Ok(shapes) => {
                check_source(site, model, file, &mut findings);
                all.push(Boundaries::of_shapes(&public(site, (at, file), shapes, &mut findings)));
            }
            Err(error) => {
                let place = Place::in_text(file.path.clone(), &text, error.offset, error.offset + 1);
                let finding = Diagnostic::new(&codes::INVALID_VALUE, place, error.message);
                findings
                    .push(finding.hint("boundaries are a GeoJSON FeatureCollection of polygons in WGS 84 (RFC 7946)"));
                all.push(None);
            }
        }
    }
    Checked { value: all, diagnostics: findings }
}

/// The shapes of records that the public sees: that of a record withheld would be a trace of it. A finding for shapes that
/// are nobody's.
fn public(
    site: &Site,
    (collection, file): (CollectionIx, &BoundariesFile),
    shapes: Vec<Shape>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Shape> {
    let model = &site.collections[collection];
    let mut unknown = Vec::new();
    let shown = shapes.into_iter().filter(|shape| match site.find_record(collection, &shape.id) {
        Ok(_) => true,
        Err(Nowhere::Withheld(_)) => false,
        Err(Nowhere::Unknown(_)) => {
            unknown.push(shape.id.clone());
            true
        }
    });
    let shown: Vec<Shape> = shown.collect();
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

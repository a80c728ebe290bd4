//! GeoJSON (RFC 7946) → shapes with ids.
//!
//! In:  a FeatureCollection of polygons in degrees, WGS 84.
//! Out: one shape per feature, or what is wrong and at which byte.

use std::borrow::Cow;
use std::collections::BTreeSet;

use geo::{Geometry, MultiPolygon};
use geojson::{Feature, GeometryValue, JsonValue};
use serde::Deserialize;
use serde_json::value::RawValue;

/// What one feature covers.
pub struct Shape {
    /// Its id.
    pub id: String,
    /// In degrees, longitude before latitude.
    pub polygons: MultiPolygon,
}

/// Why a file holds no boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where, in bytes from the beginning.
    pub offset: usize,
}

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type", borrow, default)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    features: Vec<&'a RawValue>,
}

/// Reads the shapes; `id_property` is the property that holds a feature's id.
pub fn read(text: &str, id_property: &str) -> Result<Vec<Shape>, ReadError> {
    let collection: Collection = serde_json::from_str(text).map_err(|error| located(text, &error, 0, ""))?;
    let wrong = |message: &str| ReadError { message: message.to_owned(), offset: 0 };
    if collection.kind != "FeatureCollection" {
        return Err(wrong("this is no GeoJSON FeatureCollection"));
    }
    if collection.features.is_empty() {
        return Err(wrong("the FeatureCollection has no features"));
    }
    let mut ids = BTreeSet::new();
    let mut shapes = Vec::new();
    for (nth, raw) in collection.features.iter().enumerate() {
        // The raw text is a part of the whole: their distance in memory is the feature's place in the file.
        let offset = raw.get().as_ptr() as usize - text.as_ptr() as usize;
        let name = format!("feature {}: ", nth + 1);
        let feature: Feature =
            serde_json::from_str(raw.get()).map_err(|error| located(raw.get(), &error, offset, &name))?;
        let shape =
            shape(feature, id_property).map_err(|message| ReadError { message: format!("{name}{message}"), offset })?;
        if !ids.insert(shape.id.clone()) {
            return Err(ReadError { message: format!("{name}there is another `{}` before it", shape.id), offset });
        }
        shapes.push(shape);
    }
    Ok(shapes)
}

fn shape(feature: Feature, id_property: &str) -> Result<Shape, String> {
    let id = id(&feature, id_property).ok_or_else(|| format!("it has no property `{id_property}` to tell its id"))?;
    let geometry = feature.geometry.ok_or_else(|| format!("`{id}` has no geometry"))?;
    if !matches!(geometry.value, GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. }) {
        let kind = geometry.value.type_name();
        return Err(format!("`{id}` is a {kind}; only Polygon and MultiPolygon are boundaries"));
    }
    let polygons = match Geometry::<f64>::try_from(&geometry.value) {
        Ok(Geometry::Polygon(polygon)) => MultiPolygon::new(vec![polygon]),
        Ok(Geometry::MultiPolygon(polygons)) => polygons,
        _ => return Err(format!("the geometry of `{id}` cannot be read")),
    };
    let rings = || polygons.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    if rings().next().is_none() || rings().any(|ring| ring.0.len() < 4) {
        return Err(format!("`{id}` has a ring of fewer than four points"));
    }
    let far = rings().flat_map(|ring| ring.coords()).find(|at| !(at.x.abs() <= 180.0 && at.y.abs() <= 90.0));
    match far {
        Some(at) => {
            Err(format!("`{id}` has the point {}, {}, which is no longitude and latitude in degrees", at.x, at.y))
        }
        None => Ok(Shape { id, polygons }),
    }
}

/// The id: the named property, or the feature's own `id` where that is the name.
fn id(feature: &Feature, property: &str) -> Option<String> {
    let own = || match feature.id.as_ref()? {
        geojson::feature::Id::String(id) => Some(id.clone()),
        geojson::feature::Id::Number(id) => Some(id.to_string()),
    };
    let id = match feature.property(property) {
        Some(JsonValue::String(id)) => Some(id.clone()),
        Some(JsonValue::Number(id)) => Some(id.to_string()),
        _ if property == "id" => own(),
        _ => None,
    };
    id.filter(|id| !id.is_empty())
}

/// An error of the parser at its byte; its own line and column would be those within the feature.
fn located(text: &str, error: &serde_json::Error, offset: usize, name: &str) -> ReadError {
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let within = (before + error.column().saturating_sub(1)).min(text.len());
    ReadError { message: format!("{name}{message}"), offset: offset + within }
}

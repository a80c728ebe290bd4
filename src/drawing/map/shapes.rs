//! GeoJSON (RFC 7946) → shapes with ids.
//!
//! In:  a FeatureCollection of polygons in degrees, WGS 84.
//! Out: one shape per feature, or what is wrong and at which byte.
//!
//! Coordinates are read here rather than by the crate, whose conversion panics at a position of fewer than two numbers.

use std::borrow::Cow;
use std::collections::BTreeSet;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use geojson::{Feature, GeometryValue, JsonValue, Position};
use serde::Deserialize;
use serde_json::value::RawValue;

/// What one feature covers.
#[derive(Clone)]
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
        let shape = shape(feature, id_property).map_err(|flaw| {
            let offset = flaw.position.and_then(|nth| place_of(raw.get(), nth)).map_or(offset, |at| offset + at);
            ReadError { message: format!("{name}{}", flaw.message), offset }
        })?;
        if !ids.insert(shape.id.clone()) {
            return Err(ReadError { message: format!("{name}there is another `{}` before it", shape.id), offset });
        }
        shapes.push(shape);
    }
    Ok(shapes)
}

/// What is wrong with a feature.
struct Flaw {
    message: String,
    /// Which of its positions it is about, from 0; `None`: the feature as a whole.
    position: Option<usize>,
}

impl From<String> for Flaw {
    fn from(message: String) -> Self {
        Flaw { message, position: None }
    }
}

fn shape(feature: Feature, id_property: &str) -> Result<Shape, Flaw> {
    let id = id(&feature, id_property).ok_or_else(|| format!("it has no property `{id_property}` to tell its id"))?;
    let geometry = feature.geometry.ok_or_else(|| format!("`{id}` has no geometry"))?;
    let mut passed = 0;
    let polygons = match &geometry.value {
        GeometryValue::Polygon { coordinates } => vec![polygon(&id, coordinates, &mut passed)?],
        GeometryValue::MultiPolygon { coordinates } => {
            coordinates.iter().map(|rings| polygon(&id, rings, &mut passed)).collect::<Result<_, _>>()?
        }
        other => {
            let kind = other.type_name();
            return Err(format!("`{id}` is a {kind}; only Polygon and MultiPolygon are boundaries").into());
        }
    };
    if polygons.is_empty() {
        return Err(format!("`{id}` has no polygon").into());
    }
    Ok(Shape { id, polygons: MultiPolygon::new(polygons) })
}

/// A polygon from its rings; `passed` counts the positions of the feature.
fn polygon(id: &str, rings: &[Vec<Position>], passed: &mut usize) -> Result<Polygon, Flaw> {
    let mut lines =
        rings.iter().map(|positions| ring(id, positions, passed)).collect::<Result<Vec<_>, _>>()?.into_iter();
    let outer = lines.next().ok_or_else(|| format!("`{id}` has a polygon without a ring"))?;
    Ok(Polygon::new(outer, lines.collect()))
}

fn ring(id: &str, positions: &[Position], passed: &mut usize) -> Result<LineString, Flaw> {
    let first = *passed;
    *passed += positions.len();
    if positions.len() < 4 {
        let message = format!("`{id}` has a ring of fewer than four points");
        return Err(Flaw { message, position: Some(first) });
    }
    let points = positions.iter().enumerate().map(|(nth, position)| {
        point(position.as_slice()).map_err(|why| Flaw { message: format!("`{id}` {why}"), position: Some(first + nth) })
    });
    points.collect::<Result<Vec<Coord>, Flaw>>().map(LineString::new)
}

fn point(position: &[f64]) -> Result<Coord, String> {
    let [x, y, ..] = *position else {
        return Err("has a position of fewer than two numbers".to_owned());
    };
    if x.abs() <= 180.0 && y.abs() <= 90.0 {
        return Ok(Coord { x, y });
    }
    Err(format!("has the point {x}, {y}, which is no longitude and latitude in degrees"))
}

/// The byte of a feature at which its `nth` position begins: the list in its coordinates that holds no other.
fn place_of(raw: &str, nth: usize) -> Option<usize> {
    let geometry = raw.find("\"geometry\"")?;
    let start = geometry + raw[geometry..].find("\"coordinates\"")?;
    let mut innermost = raw[start..].match_indices('[').filter(|(at, _)| {
        let inner = raw[start + at + 1..].trim_start();
        !inner.starts_with('[')
    });
    innermost.nth(nth).map(|(at, _)| start + at)
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

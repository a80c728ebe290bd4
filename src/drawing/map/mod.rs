//! Maps: areas in tones, marks at their places, as SVG that can be read without seeing it, with the same data as a table.
//!
//! In:  [`Boundaries`], read once per site, and what one map shows, worded for one language. Without boundaries, marks stand in
//!      a frame of parallels and meridians.
//! Out: one `<figure>` of safe HTML, below 17 kB where boundaries can be drawn so coarsely. Paths stand in it once; marks and
//!      names twice, in groups `wide` and `narrow`, of which the theme shows one.
//!
//! Areas of a class that the theme does not fill are hatched. Pure: nothing is looked up.

pub mod shapes;
pub mod topology;
pub mod outline;
pub mod project;
pub mod boundaries;
pub mod distance;
pub mod symbols;
pub mod scene;
pub mod graticule;
pub mod marks;
pub mod locator;

use std::collections::BTreeMap;

use crate::drawing::map::boundaries::Boundaries;
use crate::drawing::map::project::View;
use crate::drawing::map::scene::{Area, Key, Map, Sign};
use crate::drawing::surround::{self, Surroundings};
use crate::drawing::svg::{Role, Sheet, Svg, Title};
use crate::markup::html::escape;

/// What a whole figure may weigh.
const ROOM: usize = 17_000;
/// Around marks without boundaries there is room for names.
const MARGIN: f64 = 90.0;

/// Draws a map.
///
/// ```
/// use prospectus::drawing::map::scene::{Area, Map, Mark};
/// use prospectus::drawing::map::symbols::{MarkShape, Symbol};
/// use prospectus::drawing::map::{boundaries::Boundaries, draw};
///
/// let boundaries = Boundaries::read(
///     r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "qingdao"}, "geometry":
///         {"type": "Polygon", "coordinates": [[[119.5, 35.6], [121, 35.6], [121, 37.2], [119.5, 37.2], [119.5, 35.6]]]}}]}"#,
///     "id",
/// ).unwrap();
/// let html = draw(Some(&boundaries), &Map {
///     id: "cities",
///     title: "Centers by city",
///     description: "Qingdao has a center.",
///     areas: vec![Area { id: "qingdao".into(), class: "area-recognized".into(), label: "Qingdao".into(), ..Area::default() }],
///     marks: vec![Mark {
///         longitude: 120.4,
///         latitude: 36.1,
///         symbol: Symbol { shape: MarkShape::Square, class: None },
///         ..Mark::default()
///     }],
///     source_html: "Own list",
///     ..Map::default()
/// });
/// assert!(html.contains("<svg role=\"img\""));
/// ```
pub fn draw(boundaries: Option<&Boundaries>, map: &Map) -> String {
    let places: Vec<(f64, f64)> = map.marks.iter().map(|mark| (mark.longitude, mark.latitude)).collect();
    let known: Vec<(f64, f64)> = places.into_iter().filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    let view = match boundaries {
        Some(boundaries) => boundaries.view,
        None if known.is_empty() => return surround(map, ""),
        None => View::over(&around(&known), MARGIN),
    };
    let title = Title { id: map.id, title: map.title, description: map.description };
    let has_links = boundaries.is_some() && map.areas.iter().any(|area| area.url.is_some());
    let role = if has_links { Role::Group } else { Role::Image };
    let size = (project::WIDTH, view.height);
    let mut ground =
        Svg::open(&Sheet { class: "", title, size, font_size: marks::WIDE.name, role, reading: map.reading });
    ground.hatch(&format!("{}-hatch", map.id), 7.0);
    if boundaries.is_none() {
        graticule::write(&mut ground, &view, &known);
    }
    let mut signs = Svg::part_of(map.reading, project::WIDTH);
    let below = marks::Ground { map, view: &view, boundaries };
    marks::write(&mut signs, &below, &marks::WIDE);
    marks::write(&mut signs, &below, &marks::NARROW);
    let (ground, signs, legend) = (ground.end(), signs.close(), legend(map));
    let rest = ground.len() + signs.len() + surround(map, &legend).len();
    let areas = boundaries.map(|boundaries| areas(boundaries, map, ROOM.saturating_sub(rest))).unwrap_or_default();
    surround(map, &format!("{ground}{areas}{signs}{legend}"))
}

/// The places with a quarter of a degree around them, for a single one has no extent to show; around places that are nearer
/// to one another than that with less, so that each stands where it is.
fn around(places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let span = |of: fn(&(f64, f64)) -> f64| {
        let all = || places.iter().map(of).filter(|at| at.is_finite());
        all().fold(f64::NEG_INFINITY, f64::max) - all().fold(f64::INFINITY, f64::min)
    };
    let span = span(|place| place.0).max(span(|place| place.1));
    let half = if span > 0.0 && span < 0.5 { (span / 5.0).max(0.005) } else { 0.25 };
    let corners = |(x, y): &(f64, f64)| [(x - half, (y - half).max(-90.0)), (x + half, (y + half).min(90.0))];
    places.iter().flat_map(corners).collect()
}

/// All areas as paths of at most so many bytes in all. They inherit the hatch; the theme fills what it knows.
fn areas(boundaries: &Boundaries, map: &Map, room: usize) -> String {
    let open = format!("<g fill=\"url(#{}-hatch)\" fill-rule=\"evenodd\">", escape(map.id));
    let known: BTreeMap<&str, &Area> = map.areas.iter().map(|area| (area.id.as_str(), area)).collect();
    let written = |paths: &[String]| -> String {
        let each = boundaries.ids().zip(paths).map(|(id, d)| area(known.get(id).copied(), d));
        format!("{open}{}</g>", each.collect::<String>())
    };
    let none: Vec<String> = boundaries.ids().map(|_| String::new()).collect();
    written(boundaries.paths(room.saturating_sub(written(&none).len())))
}

fn area(known: Option<&Area>, d: &str) -> String {
    let Some(area) = known else { return format!("<path class=\"area\" d=\"{d}\"/>") };
    let (class, text) = (escape(&area.class), escape(&area.text));
    let class = if class.is_empty() { "area".to_owned() } else { format!("area {class}") };
    match &area.url {
        Some(url) => {
            format!("<a href=\"{}\" aria-label=\"{text}\"><path class=\"{class}\" d=\"{d}\"/></a>", escape(url))
        }
        None if text.is_empty() => format!("<path class=\"{class}\" d=\"{d}\"/>"),
        None => format!("<path class=\"{class}\" d=\"{d}\"><title>{text}</title></path>"),
    }
}

/// The legend as a list; its areas are filled as those of the map.
fn legend(map: &Map) -> String {
    if map.legend.is_empty() {
        return String::new();
    }
    let key = |key: &Key| {
        let mut sign = Svg::default();
        match &key.sign {
            Sign::Mark(symbol) => symbol.write(&mut sign, (6.0, 6.0), 6.0),
            Sign::Area(class) => {
                sign.hatched(&format!("area {}", escape(class)), &format!("{}-hatch", map.id), "M0 0h12v12H0z");
            }
        }
        let sign = sign.end();
        format!(
            "<li><svg class=\"mark\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">{sign}</svg>{}</li>",
            escape(&key.text)
        )
    };
    format!("<ul class=\"key\">{}</ul>", map.legend.iter().map(key).collect::<String>())
}

fn surround(map: &Map, drawing: &str) -> String {
    let around = Surroundings {
        title: map.title,
        open_table: map.open_table,
        table: &map.table,
        caption: map.caption,
        unit: None,
        source_html: map.source_html,
    };
    surround::write("map", drawing, &around)
}

#[cfg(test)]
mod tests;

//! Boundaries: shapes read, projected and simplified once, for every map that shows them.

use std::collections::BTreeMap;

use geo::{Area, Coord, Intersects, Line, LineString, Polygon};

use crate::drawing::map::outline::{self, Parts, Place};
use crate::drawing::map::project::View;
use crate::drawing::map::shapes::{self, ReadError, Shape};
use crate::drawing::map::topology::Topology;
use crate::drawing::place::Area as Extent;

/// Areas that can be drawn.
pub struct Boundaries {
    /// How they are shown.
    pub view: View,
    ids: Vec<String>,
    places: Vec<(f64, f64)>,
    polygons: Vec<Vec<Polygon>>,
    sizes: Vec<f64>,
    /// What each area covers, and what its largest part does.
    extents: Vec<(Extent, Extent)>,
    positions: BTreeMap<String, usize>,
    /// The paths of all areas, ever coarser.
    levels: Vec<Vec<String>>,
}

/// Units that borders may deviate in the finest drawing: what a printed page can show.
const FINEST: f64 = 0.3;
/// How often that is doubled at most.
const LEVELS: i32 = 8;
/// Bytes of paths that no page needs to go below.
const ENOUGH: usize = 1_000;
/// Around the areas there is room for names and marks.
const MARGIN: f64 = 20.0;

impl Boundaries {
    /// Reads GeoJSON: a FeatureCollection of polygons, whose `id_property` tells each one's id.
    pub fn read(text: &str, id_property: &str) -> Result<Boundaries, ReadError> {
        Ok(Boundaries::of(&shapes::read(text, id_property)?))
    }

    /// The boundaries of shapes; `None` where there are none.
    pub fn of_shapes(shapes: &[Shape]) -> Option<Boundaries> {
        (!shapes.is_empty()).then(|| Boundaries::of(shapes))
    }

    /// The ids, in the order of the file.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// Where the area of that id stands among them.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The box around an area with all its parts.
    pub fn extent(&self, nth: usize) -> Extent {
        self.extents[nth].0
    }

    /// The box around the largest part of an area.
    pub fn core(&self, nth: usize) -> Extent {
        self.extents[nth].1
    }

    /// Where an area's name stands: inside its largest part, where that is wide.
    pub fn inner_place(&self, nth: usize) -> (f64, f64) {
        self.places[nth]
    }

    /// How large the largest part of an area is, in square units.
    pub fn size(&self, nth: usize) -> f64 {
        self.sizes[nth]
    }

    /// The area in which a place of the drawing is.
    pub fn area_at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let at = Coord { x, y };
        let is_near = |nth: &usize| self.extents[*nth].0.grown(0.1).has((x, y));
        let within = |polygon: &&Polygon| polygon.intersects(&at);
        // In an odd number of rings: a hole is a ring too.
        (0..self.polygons.len()).filter(is_near).find(|nth| self.polygons[*nth].iter().filter(within).count() % 2 == 1)
    }

    /// The path of each area, as fine as so many bytes allow; the coarsest where none does.
    pub fn paths(&self, room: usize) -> &[String] {
        let fits = |level: &&Vec<String>| level.iter().map(String::len).sum::<usize>() <= room;
        self.levels.iter().find(fits).or(self.levels.last()).map_or(&[], Vec::as_slice)
    }

    /// The path of each area, as fine as so many bytes allow for some of them; the coarsest where none does.
    pub fn paths_of(&self, areas: &[usize], room: usize) -> &[String] {
        let fits = |level: &&Vec<String>| areas.iter().map(|nth| level[*nth].len()).sum::<usize>() <= room;
        self.levels.iter().find(fits).or(self.levels.last()).map_or(&[], Vec::as_slice)
    }

    fn of(shapes: &[Shape]) -> Boundaries {
        let topology = Topology::of(shapes.iter().flat_map(rings));
        let view = View::over(&topology.vertices, MARGIN);
        let places: Vec<(f64, f64)> = topology.vertices.iter().map(|vertex| view.at(*vertex)).collect();
        let parts = parts(shapes, &topology, &places);
        let mut outlines = outline::outlines(&topology, &places, &parts, FINEST);
        let polygons: Vec<Vec<Polygon>> =
            outlines.iter().map(|rings| rings.iter().map(|ring| polygon(ring)).collect()).collect();
        let mut levels = Vec::new();
        for level in 1..=LEVELS {
            let paths: Vec<String> = outlines.iter().map(|rings| outline::path(rings)).collect();
            let bytes: usize = paths.iter().map(String::len).sum();
            levels.push(paths);
            if bytes <= ENOUGH {
                break;
            }
            outlines = outline::outlines(&topology, &places, &parts, FINEST * 2f64.powi(level));
        }
        Boundaries {
            view,
            ids: shapes.iter().map(|shape| shape.id.clone()).collect(),
            places: polygons.iter().map(|polygons| inner_place(polygons)).collect(),
            sizes: parts.iter().map(|parts| outline::size(&topology.rings[parts.main], &topology, &places)).collect(),
            extents: polygons.iter().map(|rings| extents(rings)).collect(),
            positions: shapes.iter().enumerate().map(|(nth, shape)| (shape.id.clone(), nth)).collect(),
            polygons,
            levels,
        }
    }
}

/// The boxes around all rings of an area, and around the largest one.
fn extents(rings: &[Polygon]) -> (Extent, Extent) {
    let largest = rings.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()));
    let all = rings.iter().filter_map(extent).reduce(|a, b| a.with(&b));
    (all.unwrap_or_else(nowhere), largest.and_then(extent).unwrap_or_else(nowhere))
}

fn extent(ring: &Polygon) -> Option<Extent> {
    let places = ring.exterior().coords().map(|at| Extent::around((at.x, at.y), 0.0, 0.0));
    places.reduce(|a, b| a.with(&b))
}

fn nowhere() -> Extent {
    Extent::around((0.0, 0.0), 0.0, 0.0)
}

/// The rings of a shape: of each polygon the outer one, then its holes.
fn rings(shape: &Shape) -> impl Iterator<Item = &LineString> {
    shape.polygons.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
}

/// Which rings belong to which shape.
fn parts(shapes: &[Shape], topology: &Topology, places: &[(f64, f64)]) -> Vec<Parts> {
    let mut next = 0;
    let part = |shape: &Shape| {
        let first = next;
        next += rings(shape).count();
        let size = |ring: &usize| outline::size(&topology.rings[*ring], topology, places);
        let main = (first..next).max_by(|a, b| size(a).total_cmp(&size(b))).unwrap_or(first);
        Parts { rings: (first..next).collect(), main }
    };
    shapes.iter().map(part).collect()
}

fn polygon(ring: &[Place]) -> Polygon {
    let coordinate = |(x, y): &Place| Coord { x: *x as f64 / 10.0, y: *y as f64 / 10.0 };
    Polygon::new(LineString::new(ring.iter().map(coordinate).collect()), Vec::new())
}

/// The middle of the widest stretch at half height of the largest part, beside its holes: names are wide. Found by one line
/// across all rings; what compares each crossing with each border would not end for borders that cross themselves.
fn inner_place(rings: &[Polygon]) -> (f64, f64) {
    let largest = (0..rings.len()).max_by(|a, b| rings[*a].unsigned_area().total_cmp(&rings[*b].unsigned_area()));
    let Some(largest) = largest else { return (0.0, 0.0) };
    let first = rings[largest].exterior().points().next().map_or((0.0, 0.0), |point| (point.x(), point.y()));
    let Some(y) = half_height(rings[largest].exterior()) else { return first };
    let mut crossings: Vec<(f64, bool)> = Vec::new();
    for (at, ring) in rings.iter().enumerate() {
        let crossed = ring.exterior().lines().filter(|line| (line.start.y > y) != (line.end.y > y));
        let x =
            |line: Line| line.start.x + (y - line.start.y) / (line.end.y - line.start.y) * (line.end.x - line.start.x);
        crossings.extend(crossed.map(|line| (x(line), at == largest)));
    }
    crossings.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let (mut inside, mut in_other) = (false, false);
    let mut widest = (0.0, first);
    for pair in crossings.windows(2) {
        let (x, is_largest) = pair[0];
        inside ^= is_largest;
        in_other ^= !is_largest;
        let width = pair[1].0 - x;
        if inside && !in_other && width > widest.0 {
            widest = (width, (x + width / 2.0, y));
        }
    }
    widest.1
}

/// Halfway between the lowest and the highest point of a ring, beside its corners; `None`: it has no height.
fn half_height(ring: &LineString) -> Option<f64> {
    let (low, high) = ring.coords().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), at| (a.min(at.y), b.max(at.y)));
    let middle = (low + high) / 2.0;
    let others = || ring.coords().map(|at| at.y).filter(|y| *y != middle);
    let nearest = others().min_by(|a, b| (a - middle).abs().total_cmp(&(b - middle).abs()))?;
    let meets_corner = others().count() < ring.0.len();
    Some(if meets_corner { (middle + nearest) / 2.0 } else { middle })
}

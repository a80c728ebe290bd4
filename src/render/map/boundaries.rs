//! Boundaries: shapes read, projected and simplified once, for every map that shows them.

use geo::{Area, Coord, InteriorPoint, Intersects, LineString, Polygon};

use crate::render::map::outline::{self, Parts, Place};
use crate::render::map::project::View;
use crate::render::map::shapes::{self, ReadError, Shape};
use crate::render::map::topology::Topology;

/// Areas that can be drawn.
pub struct Boundaries {
    /// How they are shown.
    pub view: View,
    ids: Vec<String>,
    places: Vec<(f64, f64)>,
    polygons: Vec<Vec<Polygon>>,
    sizes: Vec<f64>,
    /// The paths of all areas, ever coarser.
    levels: Vec<Vec<String>>,
}

/// Units that borders may deviate in the finest drawing: what a printed page can show.
const FINEST: f64 = 0.3;
/// How often that is doubled at most.
const LEVELS: i32 = 8;
/// Bytes of paths that no page needs to go below.
const ENOUGH: usize = 2_000;
/// Around the areas there is room for names and marks.
const MARGIN: f64 = 20.0;

impl Boundaries {
    /// Reads GeoJSON: a FeatureCollection of polygons, whose `id_property` tells each one's id.
    pub fn read(text: &str, id_property: &str) -> Result<Boundaries, ReadError> {
        Ok(Boundaries::of(&shapes::read(text, id_property)?))
    }

    /// The ids, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
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
        let within = |polygon: &&Polygon| polygon.intersects(&at);
        // In an odd number of rings: a hole is a ring too.
        self.polygons.iter().position(|rings| rings.iter().filter(within).count() % 2 == 1)
    }

    /// The path of each area, as fine as so many bytes allow; the coarsest where none does.
    pub fn paths(&self, room: usize) -> &[String] {
        let fits = |level: &&Vec<String>| level.iter().map(String::len).sum::<usize>() <= room;
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
            polygons,
            levels,
        }
    }
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

/// The middle of the widest stretch at half height of the largest part, beside its holes: names are wide.
fn inner_place(rings: &[Polygon]) -> (f64, f64) {
    let largest = rings.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()));
    let Some(largest) = largest else { return (0.0, 0.0) };
    let is_hole =
        |ring: &&Polygon| *ring != largest && ring.exterior().points().all(|point| largest.intersects(&point));
    let holes = rings.iter().filter(is_hole).map(|ring| ring.exterior().clone()).collect();
    let whole = Polygon::new(largest.exterior().clone(), holes);
    let inner = whole.interior_point().or_else(|| largest.exterior().points().next());
    inner.map_or((0.0, 0.0), |point| (point.x(), point.y()))
}

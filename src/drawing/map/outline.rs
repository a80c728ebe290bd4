//! Arcs → outlines in tenths of a unit, coarse enough for a page.
//!
//! Each arc is simplified once (Douglas and Peucker 1973), so that neighbours keep fitting. What stands alone and is tiny is
//! left out; the largest part of an area never is. Not by the crate `geo`, which calls itself for each vertex that is kept:
//! a border made for it would end the program, or never end.

use crate::drawing::map::topology::{Ring, Topology};
use crate::drawing::svg::{decimal, tenths};

/// A place in tenths of a unit.
pub type Place = (i64, i64);

/// The parts of one area: numbers of rings, and which is the outer ring of its largest polygon.
pub struct Parts {
    /// Its rings, holes among them.
    pub rings: Vec<usize>,
    /// The largest.
    pub main: usize,
}

/// Outlines at one tolerance: for each area its rings.
pub fn outlines(topology: &Topology, places: &[(f64, f64)], areas: &[Parts], tolerance: f64) -> Vec<Vec<Vec<Place>>> {
    let mut arcs: Vec<Vec<Place>> =
        topology.arcs.iter().map(|arc| simplify(&line(&arc.vertices, places), tolerance)).collect();
    for parts in areas {
        let ring = &topology.rings[parts.main];
        if joined(ring, &arcs).len() < 3 {
            for (arc, _) in ring {
                arcs[*arc] = spread(&line(&topology.arcs[*arc].vertices, places), tolerance);
            }
        }
    }
    let smallest = (tolerance * 3.0).max(1.5).powi(2);
    let keep = |parts: &Parts, ring: usize| {
        let stands_alone = topology.rings[ring].iter().all(|(arc, _)| topology.arcs[*arc].rings < 2);
        ring == parts.main || !stands_alone || size(&topology.rings[ring], topology, places) >= smallest
    };
    let area = |parts: &Parts| {
        let kept = parts.rings.iter().filter(|ring| keep(parts, **ring));
        let rings: Vec<Vec<Place>> =
            kept.map(|ring| joined(&topology.rings[*ring], &arcs)).filter(|ring| ring.len() >= 3).collect();
        if rings.is_empty() { vec![speck(&topology.rings[parts.main], &arcs)] } else { rings }
    };
    areas.iter().map(area).collect()
}

/// How large a ring is, in square units.
pub fn size(ring: &Ring, topology: &Topology, places: &[(f64, f64)]) -> f64 {
    let mut double = 0.0;
    for (arc, against) in ring {
        let vertices = &topology.arcs[*arc].vertices;
        let sum: f64 = vertices.windows(2).map(|pair| cross(places[pair[0] as usize], places[pair[1] as usize])).sum();
        double += if *against { -sum } else { sum };
    }
    (double / 2.0).abs()
}

fn cross(a: (f64, f64), b: (f64, f64)) -> f64 {
    a.0 * b.1 - b.0 * a.1
}

/// The places of an arc.
fn line(vertices: &[u32], places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    vertices.iter().map(|vertex| places[*vertex as usize]).collect()
}

/// What matters of an arc at a tolerance.
fn simplify(line: &[(f64, f64)], tolerance: f64) -> Vec<Place> {
    // A closed arc has no chord to measure from: it becomes two.
    if line.first() == line.last() { spread(line, tolerance) } else { rounded(&[line], tolerance) }
}

/// The same with the farthest vertex, even where that does not matter.
fn spread(line: &[(f64, f64)], tolerance: f64) -> Vec<Place> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    match farthest(line, *first, *last) {
        Some(at) => rounded(&[&line[..=at], &line[at..]], tolerance),
        None => rounded(&[line], tolerance),
    }
}

/// The tolerance from which on places are whole units: half a unit is not seen where a border may be two units off.
const COARSE: f64 = 2.0;

fn rounded(parts: &[&[(f64, f64)]], tolerance: f64) -> Vec<Place> {
    let essential = parts.iter().flat_map(|part| essential(part, tolerance));
    let grain = if tolerance >= COARSE { 10 } else { 1 };
    let on_grain = |tenths: i64| (tenths + grain / 2).div_euclid(grain) * grain;
    let mut kept: Vec<Place> = essential.map(|(x, y)| (on_grain(tenths(x)), on_grain(tenths(y)))).collect();
    kept.dedup();
    kept
}

/// How often a piece of line is halved at its farthest vertex; then in the middle, so that the work stays in proportion.
const HALVED: usize = 64;

/// The vertices of a line that deviate from what is kept by more than the tolerance, and its ends.
fn essential(line: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
    let mut keeps = vec![false; line.len()];
    let mut pieces = vec![(0, line.len().saturating_sub(1), 0)];
    while let Some((first, last, depth)) = pieces.pop() {
        let Some((from, to)) = line.get(first).zip(line.get(last)) else { continue };
        (keeps[first], keeps[last]) = (true, true);
        let inner = (first + 1..last).map(|at| (at, off(line[at], *from, *to)));
        let Some((farthest, distance)) = inner.max_by(|(_, a), (_, b)| a.total_cmp(b)) else { continue };
        if distance > tolerance {
            let at = if depth < HALVED { farthest } else { first.midpoint(last) };
            pieces.extend([(at, last, depth + 1), (first, at, depth + 1)]);
        }
    }
    line.iter().zip(keeps).filter(|(_, keep)| *keep).map(|(at, _)| *at).collect()
}

/// How far a place is from the straight line between two others.
fn off(at: (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
    let (chord, arm) = ((to.0 - from.0, to.1 - from.1), (at.0 - from.0, at.1 - from.1));
    let square = chord.0 * chord.0 + chord.1 * chord.1;
    let share = if square == 0.0 { 0.0 } else { ((arm.0 * chord.0 + arm.1 * chord.1) / square).clamp(0.0, 1.0) };
    (arm.0 - share * chord.0).hypot(arm.1 - share * chord.1)
}

/// The vertex farthest from the line between two places, or from the place that both are.
fn farthest(line: &[(f64, f64)], from: (f64, f64), to: (f64, f64)) -> Option<usize> {
    let chord = (to.0 - from.0, to.1 - from.1);
    let away = |at: &(f64, f64)| {
        let arm = (at.0 - from.0, at.1 - from.1);
        if chord == (0.0, 0.0) { arm.0.hypot(arm.1) } else { cross(chord, arm).abs() }
    };
    let inner = line.iter().enumerate().skip(1).take(line.len().saturating_sub(2));
    inner.max_by(|(_, a), (_, b)| away(a).total_cmp(&away(b))).map(|(nth, _)| nth)
}

/// A ring of simplified arcs, with no place twice in a row.
fn joined(ring: &Ring, arcs: &[Vec<Place>]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (arc, against) in ring {
        match against {
            false => places.extend(&arcs[*arc]),
            true => places.extend(arcs[*arc].iter().rev()),
        }
    }
    places.dedup();
    while places.len() > 1 && places.first() == places.last() {
        places.pop();
    }
    places
}

/// An area too small to have an outline is a square of two units: it can still be seen and followed.
fn speck(ring: &Ring, arcs: &[Vec<Place>]) -> Vec<Place> {
    let (x, y) = joined(ring, arcs).first().copied().unwrap_or_default();
    vec![(x - 10, y - 10), (x + 10, y - 10), (x + 10, y + 10), (x - 10, y + 10)]
}

/// Rings as the data of a path. Steps are between rounded places, so that rounding does not add up.
pub fn path(rings: &[Vec<Place>]) -> String {
    let mut d = String::new();
    for ring in rings {
        let Some(mut pen) = ring.first().copied() else { continue };
        d.push_str(&format!("M{} {}l", decimal(pen.0), decimal(pen.1)));
        for (nth, place) in ring.iter().skip(1).enumerate() {
            let (x, y) = (decimal(place.0 - pen.0), decimal(place.1 - pen.1));
            let gap = |text: &str| if text.starts_with('-') { "" } else { " " };
            let before = if nth == 0 { "" } else { gap(&x) };
            d.push_str(&format!("{before}{x}{}{y}", gap(&y)));
            pen = *place;
        }
        d.push('z');
    }
    d
}

//! Rings → arcs that neighbours share, so that a border simplified once fits on both sides (as TopoJSON does it).
//!
//! A vertex where rings part is a junction. Rings are cut at junctions; the same piece in two rings is one arc.
//!
//! By hand: the crate `topojson` reads and writes files of that format, whose arcs are cut already; here they are found.

use std::collections::BTreeMap;

use geo::LineString;

/// A piece of border between two junctions, or a whole ring that has none.
pub struct Arc {
    /// Its vertices.
    pub vertices: Vec<u32>,
    /// How many rings it is part of.
    pub rings: usize,
}

/// A ring as arcs, each with whether it is passed against its direction.
pub type Ring = Vec<(usize, bool)>;

/// Borders without repetition.
#[derive(Default)]
pub struct Topology {
    /// The vertices, in degrees.
    pub vertices: Vec<(f64, f64)>,
    /// The pieces.
    pub arcs: Vec<Arc>,
    /// The rings, in the order they were given; empty where a ring is no more than a line.
    pub rings: Vec<Ring>,
}

impl Topology {
    /// Takes rings apart.
    pub fn of<'a>(lines: impl Iterator<Item = &'a LineString>) -> Topology {
        let mut topology = Topology::default();
        let mut known = BTreeMap::new();
        let rings: Vec<Vec<u32>> = lines.map(|line| topology.number(line, &mut known)).collect();
        let junctions = junctions(&rings, topology.vertices.len());
        let mut arcs = BTreeMap::new();
        for ring in &rings {
            let cut = cut(ring, &junctions).into_iter().map(|piece| topology.arc(piece, &mut arcs)).collect();
            topology.rings.push(cut);
        }
        topology
    }

    /// The ring as numbers of vertices; the first is not repeated. Places closer than a centimetre are one.
    fn number(&mut self, line: &LineString, known: &mut BTreeMap<(i64, i64), u32>) -> Vec<u32> {
        let mut ring = Vec::with_capacity(line.0.len());
        for at in line.coords() {
            let key = ((at.x * 1e7).round() as i64, (at.y * 1e7).round() as i64);
            let vertex = *known.entry(key).or_insert_with(|| {
                self.vertices.push((at.x, at.y));
                (self.vertices.len() - 1) as u32
            });
            if ring.last() != Some(&vertex) {
                ring.push(vertex);
            }
        }
        if ring.first() == ring.last() {
            ring.pop();
        }
        if ring.len() < 3 { Vec::new() } else { ring }
    }

    /// The arc of these vertices, in either direction.
    fn arc(&mut self, vertices: Vec<u32>, known: &mut BTreeMap<Vec<u32>, usize>) -> (usize, bool) {
        let reversed: Vec<u32> = vertices.iter().rev().copied().collect();
        let against = reversed < vertices;
        let forward = if against { reversed } else { vertices };
        let arc = *known.entry(forward).or_insert_with_key(|forward| {
            self.arcs.push(Arc { vertices: forward.clone(), rings: 0 });
            self.arcs.len() - 1
        });
        self.arcs[arc].rings += 1;
        (arc, against)
    }
}

/// Vertices whose neighbours are not the same in every ring.
fn junctions(rings: &[Vec<u32>], vertices: usize) -> Vec<bool> {
    let mut neighbours: Vec<Option<(u32, u32)>> = vec![None; vertices];
    let mut junctions = vec![false; vertices];
    for ring in rings {
        for (nth, vertex) in ring.iter().enumerate() {
            let (before, after) = (ring[(nth + ring.len() - 1) % ring.len()], ring[(nth + 1) % ring.len()]);
            let pair = (before.min(after), before.max(after));
            let known = neighbours[*vertex as usize].get_or_insert(pair);
            junctions[*vertex as usize] |= *known != pair;
        }
    }
    junctions
}

/// The pieces of a ring, each from junction to junction. Without one, the ring begins at its lowest vertex, so that it is the
/// same piece wherever it occurs.
fn cut(ring: &[u32], junctions: &[bool]) -> Vec<Vec<u32>> {
    let is_junction = |vertex: &u32| junctions[*vertex as usize];
    let lowest = || ring.iter().enumerate().min_by_key(|(_, vertex)| **vertex).map(|(nth, _)| nth);
    let Some(start) = ring.iter().position(is_junction).or_else(lowest) else { return Vec::new() };
    let mut pieces = Vec::new();
    let mut piece = vec![ring[start]];
    for nth in 1..=ring.len() {
        let vertex = ring[(start + nth) % ring.len()];
        piece.push(vertex);
        if is_junction(&vertex) || nth == ring.len() {
            pieces.push(std::mem::replace(&mut piece, vec![vertex]));
        }
    }
    pieces
}

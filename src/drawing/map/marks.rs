//! Marks and names on a map: marks of one place side by side, names beside them, and nothing over anything else.

use std::collections::BTreeMap;

use crate::drawing::map::boundaries::Boundaries;
use crate::drawing::map::project::{View, WIDTH};
use crate::drawing::map::scene::{Map, Mark};
use crate::drawing::place::{Area, Taken};
use crate::drawing::svg::{Anchor, Block, Font, Svg, number};
use crate::drawing::text;
use crate::markup::html::escape;

/// The sizes of marks and names for one width of the screen.
pub struct Sizes {
    /// The class of what is drawn at these sizes.
    pub class: &'static str,
    /// Half the width of a mark.
    pub mark: f64,
    /// Half the width of the largest circle that shows a value.
    pub circle: f64,
    /// Font size of names.
    pub name: f64,
    /// Whether marks say what they are when pointed at.
    pub titles: bool,
}

/// For columns from about 36 rem on, and for paper.
pub const WIDE: Sizes = Sizes { class: "wide", mark: 5.5, circle: 22.0, name: 14.0, titles: true };
/// For phones, where the drawing is half as large.
pub const NARROW: Sizes = Sizes { class: "narrow", mark: 10.0, circle: 34.0, name: 27.0, titles: false };

/// Marks of one place, as a block.
struct Cluster<'a> {
    marks: Vec<&'a Mark>,
    /// Where the place is.
    home: (f64, f64),
    /// Its middle, moved where it would have covered others.
    at: (f64, f64),
    radius: f64,
    per_row: usize,
}

/// A name and the places where it may stand.
struct Name {
    class: &'static str,
    lines: Vec<String>,
    places: Vec<((f64, f64), Anchor)>,
}

impl Name {
    /// The name at one of its places.
    fn block(&self, (at, anchor): ((f64, f64), Anchor), sizes: &Sizes) -> Block<'_, String> {
        Block { at, anchor, size: sizes.name, leading: sizes.name * 1.1, lines: &self.lines }
    }
}

/// Space between marks, and between marks and names.
const SPACE: f64 = 3.0;

/// What marks and names stand on.
pub struct Ground<'a> {
    /// What the map shows.
    pub map: &'a Map<'a>,
    /// Where places are in the drawing.
    pub view: &'a View,
    /// The shapes of areas; `None`: there are none.
    pub boundaries: Option<&'a Boundaries>,
}

/// Writes all marks and names at one size.
pub fn write(svg: &mut Svg, ground: &Ground, sizes: &Sizes) {
    let mut taken = Taken::default();
    let paper = Area { left: 0.0, top: 0.0, right: WIDTH, bottom: ground.view.height };
    let clusters = clusters(ground, sizes, &mut taken, &paper);
    // A name may reach a little beyond the drawing: pages have margins.
    let paper = paper.grown(8.0);
    svg.raw(&format!("<g class=\"{}\" font-size=\"{}\">", sizes.class, number(sizes.name)));
    clusters.iter().for_each(|cluster| cluster.write(svg, sizes));
    // Who does not see the map is told the names by its areas, its description and its table.
    svg.raw("<g aria-hidden=\"true\">");
    for name in names(ground.map, ground.boundaries, &clusters, sizes) {
        let free = |(at, anchor): &&((f64, f64), Anchor)| {
            let area = Area::of_text(&name.block((*at, *anchor), sizes));
            area.is_within(&paper) && taken.is_free(&area.grown(1.0))
        };
        if let Some((at, anchor)) = name.places.iter().find(free).copied() {
            let block = name.block((at, anchor), sizes);
            taken.take(Area::of_text(&block));
            svg.lines(name.class, Font::Inherited, &block);
        }
    }
    svg.raw("</g></g>");
}

/// Marks by their places, where they find room. Marks beyond the drawing are in the table only.
fn clusters<'a>(ground: &Ground<'a>, sizes: &Sizes, taken: &mut Taken, paper: &Area) -> Vec<Cluster<'a>> {
    let Ground { map, view, .. } = ground;
    let largest = map.marks.iter().filter_map(Mark::shown_value).fold(0.0, f64::max);
    let mut marks: Vec<&Mark> =
        map.marks.iter().filter(|mark| mark.longitude.is_finite() && mark.latitude.is_finite()).collect();
    // Marks of one place come together and stay in their order; larger circles come first, so that smaller ones stay visible.
    let value = |mark: &Mark| mark.shown_value().unwrap_or_default();
    marks.sort_by(|a, b| {
        let by_place = || a.longitude.total_cmp(&b.longitude).then(a.latitude.total_cmp(&b.latitude));
        value(b).total_cmp(&value(a)).then_with(by_place)
    });
    let together = |a: &&Mark, b: &&Mark| {
        (a.longitude, a.latitude) == (b.longitude, b.latitude) && a.value.is_none() && b.value.is_none()
    };
    let mut clusters: Vec<Cluster> = marks
        .chunk_by(together)
        .map(|marks| Cluster::of(marks, view, sizes, largest))
        .filter(|cluster| Area::around(cluster.at, 0.0, 0.0).is_within(paper))
        .collect();
    for cluster in &mut clusters {
        cluster.settle(taken, paper);
        taken.take(cluster.area());
    }
    clusters
}

impl<'a> Cluster<'a> {
    fn of(marks: &[&'a Mark], view: &View, sizes: &Sizes, largest: f64) -> Cluster<'a> {
        let radius = match marks[0].shown_value() {
            Some(value) if largest > 0.0 => ((value / largest).sqrt() * sizes.circle).max(sizes.mark * 0.5),
            _ => sizes.mark,
        };
        let rows_of_four = marks.len().div_ceil(4);
        let square = (marks.len() as f64 * 1.6).sqrt().ceil() as usize;
        let per_row = if rows_of_four < 2 { marks.len() } else { square.max(4) };
        let home = view.at((marks[0].longitude, marks[0].latitude));
        Cluster { marks: marks.to_vec(), home, at: home, radius, per_row }
    }

    fn pitch(&self) -> f64 {
        self.radius * 2.0 + SPACE
    }

    /// What it covers.
    fn area(&self) -> Area {
        let (columns, rows) = (self.per_row.min(self.marks.len()), self.marks.len().div_ceil(self.per_row));
        let half = |marks: usize| (marks as f64 * self.pitch() - SPACE) / 2.0;
        Area::around(self.at, half(columns), half(rows))
    }

    /// Moves to the nearest free place around its own; stays where there is none. Circles of values never move.
    fn settle(&mut self, taken: &Taken, paper: &Area) {
        if self.marks[0].value.is_some() {
            return;
        }
        for ring in 0..6 {
            let by = f64::from(ring) * self.radius;
            for (x, y) in [(0.0, 0.0), (0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0)] {
                self.at = (self.home.0 + x * by, self.home.1 + y * by);
                let area = self.area().grown(self.radius);
                if area.is_within(paper) && taken.is_free(&area) {
                    return;
                }
            }
        }
        self.at = self.home;
    }

    fn write(&self, svg: &mut Svg, sizes: &Sizes) {
        let area = self.area();
        for (nth, mark) in self.marks.iter().enumerate() {
            let (row, column) = (nth / self.per_row, nth % self.per_row);
            // The last row is centred as the others are.
            let in_row = (self.marks.len() - row * self.per_row).min(self.per_row);
            let indent = (self.per_row.min(self.marks.len()) - in_row) as f64 * self.pitch() / 2.0;
            let x = area.left + indent + self.radius + column as f64 * self.pitch();
            let y = area.top + self.radius + row as f64 * self.pitch();
            let class =
                if mark.class.is_empty() { String::new() } else { format!(" class=\"{}\"", escape(&mark.class)) };
            svg.raw(&format!("<g{class}>"));
            if sizes.titles && !mark.title.is_empty() {
                svg.raw(&format!("<title>{}</title>", escape(&mark.title)));
            }
            mark.symbol.write(svg, (x, y), self.radius);
            svg.raw("</g>");
        }
    }

    /// Where a name may stand: above, below, right, left; from edge to edge; a line farther away.
    fn name_places(&self, size: f64) -> Vec<((f64, f64), Anchor)> {
        let Area { left, top, right, bottom } = self.area();
        let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0 + size * 0.35);
        let (above, below) = (top - SPACE - size * 0.15, bottom + SPACE + size * 0.8);
        vec![
            ((x, above), Anchor::Middle),
            ((x, below), Anchor::Middle),
            ((right + SPACE + 1.0, y), Anchor::Start),
            ((left - SPACE - 1.0, y), Anchor::End),
            ((left, above), Anchor::Start),
            ((left, below), Anchor::Start),
            ((right, above), Anchor::End),
            ((right, below), Anchor::End),
            ((x, above - size * 0.9), Anchor::Middle),
            ((x, below + size * 0.9), Anchor::Middle),
        ]
    }
}

/// Names in the order in which they find room: those with marks, then the larger areas.
fn names(map: &Map, boundaries: Option<&Boundaries>, clusters: &[Cluster], sizes: &Sizes) -> Vec<Name> {
    let mut names = Vec::new();
    let mut named = vec![false; map.areas.len()];
    let ids: Vec<&str> = boundaries.iter().flat_map(|boundaries| boundaries.ids()).collect();
    let known: BTreeMap<&str, usize> = map.areas.iter().enumerate().map(|(at, area)| (area.id.as_str(), at)).collect();
    let area_of = |id: &str| known.get(id).copied();
    let mut largest_first: Vec<&Cluster> = clusters.iter().collect();
    largest_first.sort_by_key(|cluster| std::cmp::Reverse(cluster.marks.len()));
    for cluster in largest_first {
        let home = boundaries.and_then(|boundaries| area_of(ids[boundaries.area_at(cluster.home)?]));
        let own = cluster.marks.iter().find_map(|mark| mark.label.clone());
        let of_area = || {
            home.filter(|area| !std::mem::replace(&mut named[*area], true)).map(|area| map.areas[area].label.clone())
        };
        let Some(label) = own.or_else(of_area).filter(|label| !label.is_empty()) else { continue };
        names.push(Name {
            class: "name",
            lines: vec![text::unbroken(&label)],
            places: cluster.name_places(sizes.name),
        });
    }
    let Some(boundaries) = boundaries else { return names };
    let mut plain: Vec<(usize, usize)> =
        ids.iter().enumerate().filter_map(|(nth, id)| Some((nth, area_of(id)?))).collect();
    plain.retain(|(_, area)| !named[*area] && !map.areas[*area].label.is_empty());
    plain.sort_by(|(a, _), (b, _)| boundaries.size(*b).total_cmp(&boundaries.size(*a)));
    for (nth, area) in plain {
        let area = &map.areas[area];
        let (class, lines) = match &area.number {
            Some(value) => ("name", vec![text::unbroken(&area.label), text::unbroken(value)]),
            None => ("name quiet", vec![text::unbroken(&area.label)]),
        };
        let (x, y) = boundaries.inner_place(nth);
        let up = (lines.len() - 1) as f64 * sizes.name * 0.55;
        let shift = |dy: f64| ((x, y + sizes.name * (0.35 + dy) - up), Anchor::Middle);
        names.push(Name { class, lines, places: [0.0, -0.8, 0.8, -1.6, 1.6].map(shift).to_vec() });
    }
    names
}

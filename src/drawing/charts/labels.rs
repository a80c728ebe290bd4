//! Labels of lines: every value beside its mark, every name beside its line, and nothing over anything else.
//!
//! The last values come first, then the names, the first, highest and lowest values, then the rest from new to old. A value
//! that finds no room is left out: the table has it. A name that finds none is given back, for a legend.

use crate::drawing::charts::chart::{Chart, Kind};
use crate::drawing::charts::gap;
use crate::drawing::charts::plot::{MANY, Plot, Track};
use crate::drawing::place::{Area, DEPTH, Taken};
use crate::drawing::svg::{Anchor, Block, Font, Svg, number};
use crate::drawing::text;

/// A text and where it stands.
#[derive(Clone, Debug)]
pub struct Label {
    /// Its class.
    pub class: &'static str,
    /// Where its first line begins, has its middle or ends.
    pub at: (f64, f64),
    /// Which of these.
    pub anchor: Anchor,
    /// Its font size.
    pub size: f64,
    /// What it says.
    pub lines: Vec<String>,
}

/// What a legend has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The class of the line; `None` for the gap between two.
    pub class: Option<&'static str>,
    /// What it is.
    pub name: String,
}

/// Labels that stand, and names that found no room.
pub struct Placed {
    /// What stands in the drawing.
    pub labels: Vec<Label>,
    /// What has to be said in a legend.
    pub unplaced: Vec<Unplaced>,
}

/// From one line of a label to the next, as a part of its font size.
const LEADING: f64 = 1.2;

impl Label {
    /// What it covers.
    pub fn area(&self) -> Area {
        Area::of_text(&self.block())
    }

    /// Writes it; over a hatch it stands on a plate.
    pub fn write(&self, svg: &mut Svg) {
        if self.class == "of-gap" {
            let Area { left, top, right, bottom } = self.area().grown(4.0);
            let (width, height) = (number(right - left), number(bottom - top));
            svg.path("plate", &format!("M{} {}h{width}v{height}h-{width}z", number(left), number(top)));
        }
        svg.lines(self.class, Font::Own, &self.block());
    }

    fn block(&self) -> Block<'_, String> {
        let Label { at, anchor, size, lines, .. } = self;
        Block { at: *at, anchor: *anchor, size: *size, leading: size * LEADING, lines }
    }
}

/// A series and whether its labels rather stand above it.
struct Side<'a> {
    track: &'a Track<'a>,
    above: bool,
    first: bool,
}

/// Finds a place for every label but those that a legend has.
pub fn place(chart: &Chart, plot: &Plot, legend: &[Unplaced]) -> Placed {
    let mut placing = Placing { chart, plot, taken: taken(plot), labels: Vec::new() };
    let mut unplaced = Vec::new();
    let sides = sides(plot);
    for side in &sides {
        if let Some(last) = side.track.spots.len().checked_sub(1) {
            placing.value(side, last);
        }
    }
    if !legend.iter().any(|entry| entry.class.is_some()) {
        unplaced = placing.names(&sides);
    }
    for (side, nth) in sides.iter().flat_map(|side| order(side.track).into_iter().map(move |nth| (side, nth))) {
        placing.value(side, nth);
    }
    let has_gap = legend.iter().any(|entry| entry.class.is_none());
    if !has_gap && !chart.words.gap.is_empty() && !placing.of_gap() {
        unplaced.push(Unplaced { class: None, name: chart.words.gap.to_owned() });
    }
    Placed { labels: placing.labels, unplaced }
}

/// Labels looking for a place in one drawing.
struct Placing<'a> {
    chart: &'a Chart<'a>,
    plot: &'a Plot<'a>,
    taken: Taken,
    labels: Vec<Label>,
}

impl Placing<'_> {
    /// Writes names beside steps. When one finds no room, or lines may cross, all of them go to the legend; a single line needs
    /// no name but its title.
    fn names(&mut self, sides: &[Side]) -> Vec<Unplaced> {
        let named: Vec<&Side> = sides.iter().filter(|side| !side.track.series.name.is_empty()).collect();
        let before = self.labels.len();
        let stand = self.chart.kind == Kind::Steps && named.iter().all(|side| self.name(side));
        if stand || sides.len() < 2 {
            return Vec::new();
        }
        self.labels.truncate(before);
        let entry =
            |side: &&Side| Unplaced { class: Some(side.track.series.class), name: side.track.series.name.clone() };
        named.iter().map(entry).collect()
    }

    /// Labels a value, if there is room.
    fn value(&mut self, side: &Side, nth: usize) {
        let spot = &side.track.spots[nth];
        let Some(y) = spot.y.filter(|_| !spot.point.number.is_empty()) else { return };
        let frame = self.plot.frame;
        let is_last = side.first && nth + 1 == side.track.spots.len();
        let (class, size) = match (is_last, side.first) {
            (true, _) => ("val last", frame.last),
            (false, true) => ("val", frame.value),
            (false, false) => ("val", frame.value * 0.85),
        };
        let apart = frame.mark * if is_last { 1.4 } else { 1.0 } + 2.5;
        let (up, down) = (y - apart - size * DEPTH, y + apart + size * 0.78);
        let (left, right) = (spot.x - 4.0, spot.x + 4.0);
        let above = [((spot.x, up), Anchor::Middle), ((right, up), Anchor::Start), ((left, up), Anchor::End)];
        let below = [((spot.x, down), Anchor::Middle), ((right, down), Anchor::Start), ((left, down), Anchor::End)];
        let middle = y + size * 0.35;
        let beside = [((spot.x + apart, middle), Anchor::Start), ((spot.x - apart, middle), Anchor::End)];
        let (near, far) = if side.above { (above, below) } else { (below, above) };
        let places = near.into_iter().chain(far).chain(beside);
        let label = |(at, anchor)| Label { class, at, anchor, size, lines: vec![text::unbroken(&spot.point.number)] };
        self.stand(places.map(label), 2.0);
    }

    /// Writes the name of a series along its end, or its beginning.
    fn name(&mut self, side: &Side) -> bool {
        let size = self.plot.frame.text;
        let ends = side.track.strokes.iter().filter(|stroke| stroke.from.1 == stroke.to.1);
        let (first, last) = (ends.clone().next(), ends.clone().next_back());
        let (Some(first), Some(last)) = (first, last) else { return false };
        let (up, down) = (-6.0, size * 0.78 + 6.0);
        let order = if side.above { [up, down] } else { [down, up] };
        let places = [(last.to, Anchor::End), (first.from, Anchor::Start)];
        let places = places.into_iter().flat_map(|(at, anchor)| order.map(|dy| ((at.0, at.1 + dy), anchor)));
        let lines = vec![text::unbroken(&side.track.series.name)];
        let label = |(at, anchor)| Label { class: "lab", at, anchor, size, lines: lines.clone() };
        self.stand(places.map(label), 3.0)
    }

    /// Writes into the gap what it is.
    fn of_gap(&mut self) -> bool {
        let stretches = gap::stretches(self.chart, self.plot);
        if stretches.is_empty() {
            return true;
        }
        let (size, words) = (self.plot.frame.text, self.chart.words.gap);
        let full = text::width(words, size) + 1.0;
        let candidates = [1.0, 0.6, 0.4].into_iter().filter_map(|part| {
            let lines = text::wrap(words, size, full * part);
            let width = lines.iter().map(|line| text::width(line, size)).fold(0.0, f64::max) + 16.0;
            let height = lines.len() as f64 * size * LEADING + 12.0;
            let ((x, y), _) = gap::room(&stretches, width).filter(|(_, room)| *room >= height)?;
            let first = y - (lines.len() - 1) as f64 * size * LEADING / 2.0 + size * 0.3;
            Some(Label { class: "of-gap", at: (x, first), anchor: Anchor::Middle, size, lines })
        });
        self.stand(candidates, 5.0)
    }

    /// Takes the first place that is free.
    fn stand(&mut self, labels: impl Iterator<Item = Label>, apart: f64) -> bool {
        let Plot { left, frame, foot, .. } = self.plot;
        let paper = Area { left: left - 12.0, top: 0.0, right: frame.width, bottom: *foot };
        for label in labels {
            let area = label.area();
            let roomy = Area { left: area.left - apart, right: area.right + apart, ..area };
            if area.is_within(&paper) && self.taken.is_free(&roomy) {
                self.taken.take(area);
                self.labels.push(label);
                return true;
            }
        }
        false
    }
}

/// Lines, marks and ticks.
fn taken(plot: &Plot) -> Taken {
    let mut taken = Taken::default();
    for track in &plot.tracks {
        track.strokes.iter().for_each(|stroke| taken.take_line(stroke.from, stroke.to));
        for spot in track.spots.iter().filter(|_| track.spots.len() <= MANY) {
            spot.y.iter().for_each(|y| taken.take(Area::around((spot.x, *y), plot.frame.mark, plot.frame.mark)));
        }
    }
    for (y, tick) in &plot.ticks {
        taken.take(Area::of_text(&plot.tick(*y, tick)));
    }
    taken
}

/// The higher of several series has its labels above, the others below.
fn sides<'a>(plot: &'a Plot<'a>) -> Vec<Side<'a>> {
    let mean = |track: &Track| {
        let ys: Vec<f64> = track.spots.iter().filter_map(|spot| spot.y).collect();
        ys.iter().sum::<f64>() / ys.len().max(1) as f64
    };
    let highest = plot.tracks.iter().map(mean).fold(f64::INFINITY, f64::min);
    let side = |(nth, track)| Side { track, above: mean(track) <= highest, first: nth == 0 };
    plot.tracks.iter().enumerate().map(side).collect()
}

/// In which order values are labelled after the last one.
fn order(track: &Track) -> Vec<usize> {
    let known: Vec<(usize, f64)> =
        track.spots.iter().enumerate().filter_map(|(nth, spot)| Some((nth, spot.y?))).collect();
    let lowest = known.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let highest = known.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let mut order: Vec<usize> = known.first().into_iter().chain(highest).chain(lowest).map(|(nth, _)| *nth).collect();
    if track.spots.len() <= MANY {
        order.extend(known.iter().rev().map(|(nth, _)| *nth));
    }
    let mut seen = vec![false; track.spots.len()];
    seen.iter_mut().next_back().into_iter().for_each(|last| *last = true);
    order.retain(|nth| !std::mem::replace(&mut seen[*nth], true));
    order
}

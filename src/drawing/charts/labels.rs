//! Labels of lines: values beside their marks, and nothing over anything else.
//!
//! The last value comes first, then the first, highest and lowest ones, then the rest from new to old. A value that finds no
//! room is left out: the table has it. So are those of what is listed here beside a report; names stand in the legend.

use crate::drawing::charts::plot::{MANY, Plot, Track};
use crate::drawing::place::{Area, DEPTH, Taken};
use crate::drawing::svg::{Anchor, Block, Font, Svg};
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

/// From one line of a label to the next, as a part of its font size.
const LEADING: f64 = 1.2;

impl Label {
    /// What it covers.
    pub fn area(&self) -> Area {
        Area::of_text(&self.block())
    }

    /// Writes it.
    pub fn write(&self, svg: &mut Svg) {
        svg.lines(self.class, Font::Own, &self.block());
    }

    fn block(&self) -> Block<'_, String> {
        let Label { at, anchor, size, lines, .. } = self;
        Block { at: *at, anchor: *anchor, size: *size, leading: size * LEADING, lines }
    }
}

/// Finds a place for as many labels as have room.
pub fn place(plot: &Plot) -> Vec<Label> {
    let Some(track) = plot.tracks.first() else { return Vec::new() };
    let mut placing = Placing { plot, taken: taken(plot), above: is_highest(plot), labels: Vec::new() };
    let last = track.spots.len().checked_sub(1);
    for nth in last.into_iter().chain(order(track)) {
        placing.value(track, nth);
    }
    placing.labels
}

/// Labels looking for a place in one drawing.
struct Placing<'a> {
    plot: &'a Plot<'a>,
    taken: Taken,
    /// Whether labels rather stand above their line.
    above: bool,
    labels: Vec<Label>,
}

impl Placing<'_> {
    /// Labels a value, if there is room.
    fn value(&mut self, track: &Track, nth: usize) {
        let spot = &track.spots[nth];
        let Some(y) = spot.y.filter(|_| !spot.point.number.is_empty()) else { return };
        let frame = self.plot.frame;
        let is_last = nth + 1 == track.spots.len();
        let (class, size) = if is_last { ("strong", frame.last) } else { ("", frame.value) };
        let apart = frame.mark * if is_last { 1.4 } else { 1.0 } + 2.5;
        let (up, down) = (y - apart - size * DEPTH, y + apart + size * 0.78);
        let (left, right) = (spot.x - 4.0, spot.x + 4.0);
        let above = [((spot.x, up), Anchor::Middle), ((right, up), Anchor::Start), ((left, up), Anchor::End)];
        let below = [((spot.x, down), Anchor::Middle), ((right, down), Anchor::Start), ((left, down), Anchor::End)];
        let middle = y + size * 0.35;
        let beside = [((spot.x + apart, middle), Anchor::Start), ((spot.x - apart, middle), Anchor::End)];
        let (near, far) = if self.above { (above, below) } else { (below, above) };
        let places = near.into_iter().chain(far).chain(beside);
        let label = |(at, anchor)| Label { class, at, anchor, size, lines: vec![text::unbroken(&spot.point.number)] };
        self.stand(places.map(label), 2.0);
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

/// Whether no other series is higher than the first: its labels stand above it, else below.
fn is_highest(plot: &Plot) -> bool {
    let mean = |track: &Track| {
        let ys: Vec<f64> = track.spots.iter().filter_map(|spot| spot.y).collect();
        ys.iter().sum::<f64>() / ys.len().max(1) as f64
    };
    let mut means = plot.tracks.iter().map(mean);
    means.next().is_none_or(|first| means.all(|other| first <= other))
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

//! Where everything is in one drawing of lines or steps.

use crate::drawing::charts::axis::{Scale, Years};
use crate::drawing::charts::chart::{Chart, Kind, Point, Series, known};
use crate::drawing::charts::frame::Frame;
use crate::drawing::svg::{Anchor, Block};
use crate::drawing::text;

/// Where everything is in one drawing.
pub struct Plot<'a> {
    /// The sizes of the drawing.
    pub frame: &'a Frame,
    /// The field between the axes: left, right, upper and lower edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
    /// Where the years begin: at the lower edge, or below the labels of negative values.
    pub foot: f64,
    /// The values on the axis, with where they stand and how they are written.
    pub ticks: Vec<(f64, String)>,
    /// Where zero is.
    pub zero: f64,
    /// The series, with the places of their points.
    pub tracks: Vec<Track<'a>>,
    /// The years on the axis.
    pub years: Years,
}

impl Plot<'_> {
    /// Where a tick of the values is written.
    pub fn tick<'t>(&self, y: f64, tick: &'t String) -> Block<'t, String> {
        let size = self.frame.text;
        Block::line((self.left - 7.0, y + size * 0.35), Anchor::End, size, tick)
    }
}

/// A series in its drawing.
pub struct Track<'a> {
    /// What is drawn.
    pub series: &'a Series,
    /// Its points, in the order of their dates.
    pub spots: Vec<Spot<'a>>,
    /// The lines between them.
    pub strokes: Vec<Stroke>,
}

/// A point in its drawing.
pub struct Spot<'a> {
    /// What is drawn.
    pub point: &'a Point,
    /// Where its date is.
    pub x: f64,
    /// Where its value is; `None` where it is missing.
    pub y: Option<f64>,
}

/// A straight line of a series.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// Where it begins.
    pub from: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
    /// Whether it leads to what is not known for good.
    pub broken: bool,
}

/// Up to so many points, every one has its mark and its label, where there is room.
pub const MANY: usize = 30;

/// Puts everything in its place.
pub fn plot<'a>(chart: &'a Chart, frame: &'a Frame) -> Plot<'a> {
    let top = frame.last + 8.0;
    let bottom = top + frame.height;
    let points = || chart.series.iter().flat_map(|series| &series.points).filter(|point| point.position.is_finite());
    let scale = Scale::over(points().filter_map(|point| known(point.value)), 5, bottom, top);
    let ticks: Vec<(f64, String)> =
        scale.ticks().into_iter().map(|tick| (scale.at(tick), (chart.tick)(tick))).collect();
    let widest = ticks.iter().map(|(_, tick)| text::width(tick, frame.text)).fold(0.0, f64::max);
    let left = (widest + 10.0).min(frame.width / 3.0);
    let right = frame.width - frame.mark * 1.5 - 1.0;
    let years = Years::over(points().map(|point| point.position).chain(chart.until), left, right);
    let tracks = chart.series.iter().filter(|series| !series.points.is_empty());
    let until = chart.until.filter(|until| until.is_finite() && chart.kind == Kind::Steps).map(|until| years.at(until));
    let mut tracks: Vec<Track> = tracks.map(|series| track(chart, series, &scale, &years)).collect();
    if let (Some(first), Some(until)) = (tracks.first_mut(), until) {
        first.strokes.extend(going_on(&first.spots, until));
    }
    let zero = scale.at(0.0);
    let foot = if zero < bottom { bottom + frame.value * 0.9 + 8.0 } else { bottom };
    Plot { frame, left, right, top, bottom, foot, ticks, zero, tracks, years }
}

fn track<'a>(chart: &Chart, series: &'a Series, scale: &Scale, years: &Years) -> Track<'a> {
    let place = |point: &'a Point| Spot {
        point,
        x: years.at(point.position),
        y: known(point.value).map(|value| scale.at(value)),
    };
    let mut points: Vec<&Point> = series.points.iter().filter(|point| point.position.is_finite()).collect();
    points.sort_by(|a, b| a.position.total_cmp(&b.position));
    let spots: Vec<Spot> = points.into_iter().map(place).collect();
    let strokes = match chart.kind {
        Kind::Steps => steps(&spots),
        _ => straight(&spots),
    };
    Track { series, spots, strokes }
}

/// A value holds until the next date.
fn steps(spots: &[Spot]) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut pen: Option<(f64, f64)> = None;
    for spot in spots {
        if let Some(at) = pen {
            let corner = (spot.x, at.1);
            strokes.push(Stroke { from: at, to: corner, broken: false });
            strokes.extend(spot.y.map(|y| Stroke { from: corner, to: (spot.x, y), broken: false }));
        }
        pen = spot.y.map(|y| (spot.x, y));
    }
    strokes.retain(|stroke| stroke.from != stroke.to);
    strokes
}

/// From the last value on, where it is known, as far as time goes.
fn going_on(spots: &[Spot], until: f64) -> Option<Stroke> {
    let last = spots.last()?;
    let from = (last.x, last.y?);
    (until > last.x).then_some(Stroke { from, to: (until, from.1), broken: true })
}

/// Values of neighbouring periods are joined; where one is missing, the line is interrupted.
fn straight(spots: &[Spot]) -> Vec<Stroke> {
    let joined = |pair: &[Spot]| {
        let (from, to) = ((pair[0].x, pair[0].y?), (pair[1].x, pair[1].y?));
        Some(Stroke { from, to, broken: pair[1].point.running })
    };
    spots.windows(2).filter_map(joined).collect()
}

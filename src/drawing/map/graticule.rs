//! A frame with parallels and meridians, for places without boundaries around them.

use crate::drawing::map::project::{View, WIDTH};
use crate::drawing::place::Area;
use crate::drawing::svg::{Anchor, Block, Font, Svg, number};

/// Minutes between two lines.
const STEPS: [f64; 12] = [1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 1800.0];
/// Straight pieces that a line is made of.
const PIECES: i32 = 24;
/// Font size of degrees.
const SIZE: f64 = 12.0;

/// Draws the frame around what is shown; places are longitudes and latitudes.
pub fn write(svg: &mut Svg, view: &View, places: &[(f64, f64)]) {
    let frame = Area { left: 0.5, top: 0.5, right: WIDTH - 0.5, bottom: view.height - 0.5 };
    let (wide, high) = (number(WIDTH - 1.0), number(view.height - 1.0));
    svg.path("ground", &format!("M.5 .5h{wide}v{high}h-{wide}z"));
    let (west, east, south, north) =
        places.iter().fold((180.0f64, -180.0f64, 90.0f64, -90.0f64), |(w, e, s, n), (x, y)| {
            (w.min(*x), e.max(*x), s.min(*y), n.max(*y))
        });
    let (wide, high) = ((east - west).max(0.01), (north - south).max(0.01));
    // As much again on every side: the frame cuts off what is beyond it.
    let (west, east) = (west - wide, east + wide);
    let (south, north) = ((south - high).max(-89.0), (north + high).min(89.0));
    let step = step(wide.max(high));
    for degree in multiples(west, east, step) {
        let at = |share: f64| view.at((degree, north + (south - north) * share));
        if let Some((x, y)) = line(svg, &frame, at) {
            label(svg, &frame, (x + 4.0, y + SIZE + 1.0), degree);
        }
    }
    for degree in multiples(south, north, step) {
        let at = |share: f64| view.at((west + (east - west) * share, degree));
        if let Some((x, y)) = line(svg, &frame, at) {
            label(svg, &frame, (x + 4.0, y - 4.0), degree);
        }
    }
}

/// Draws a line as far as it lies in the frame; gives back where it begins there.
fn line(svg: &mut Svg, frame: &Area, at: impl Fn(f64) -> (f64, f64)) -> Option<(f64, f64)> {
    let place = |nth: i32| at(f64::from(nth) / f64::from(PIECES));
    let pieces = (0..PIECES).filter_map(|nth| frame.clip(place(nth), place(nth + 1)));
    let mut d = String::new();
    let mut begin = None;
    for [from, to] in pieces {
        if begin.is_none() {
            begin = Some(from);
            d.push_str(&format!("M{} {}L", number(from.0), number(from.1)));
        } else {
            d.push(' ');
        }
        d.push_str(&format!("{} {}", number(to.0), number(to.1)));
    }
    if begin.is_some() {
        svg.path("axis", &d);
    }
    begin
}

/// Writes the degree of a line, if there is room in the frame.
fn label(svg: &mut Svg, frame: &Area, at: (f64, f64), degree: f64) {
    let name = name(degree);
    let block = Block::line(at, Anchor::Start, SIZE, &name);
    if Area::of_text(&block).is_within(frame) {
        svg.lines("degree", Font::Own, &block);
    }
}

/// Degrees between two lines, so that about four fit.
fn step(span: f64) -> f64 {
    let minutes = span * 60.0 / 4.0;
    STEPS.into_iter().find(|step| *step >= minutes).unwrap_or(1800.0) / 60.0
}

fn multiples(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((from / step).ceil() as i64, (to / step).floor() as i64);
    (first..=last).map(move |nth| nth as f64 * step)
}

/// Degrees and minutes, in the same signs in every language; the sign stays left of them also where lines are read leftward.
fn name(degree: f64) -> String {
    let degree = (degree + 180.0).rem_euclid(360.0) - 180.0;
    let minutes = (degree.abs() * 60.0).round() as i64;
    let sign = if degree < 0.0 && minutes > 0 { "\u{200e}−" } else { "" };
    match minutes % 60 {
        0 => format!("{sign}{}°", minutes / 60),
        rest => format!("{sign}{}°{rest:02}′", minutes / 60),
    }
}

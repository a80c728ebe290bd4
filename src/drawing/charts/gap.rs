//! What lies between a reported total and what the records themselves add up to.

use crate::drawing::charts::chart::{Chart, Kind};
use crate::drawing::charts::plot::{Plot, Spot};
use crate::drawing::svg::{Svg, number};

/// A stretch of time in which both series have a value.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Where the first series is.
    pub first: f64,
    /// Where the second series is.
    pub second: f64,
}

/// The stretches between the first two series of steps, up to the last date of the first.
pub fn stretches(chart: &Chart, plot: &Plot) -> Vec<Stretch> {
    let [first, second, ..] = plot.tracks.as_slice() else { return Vec::new() };
    if chart.kind != Kind::Steps {
        return Vec::new();
    }
    let end = first.spots.last().map_or(0.0, |spot| spot.x);
    let mut edges: Vec<f64> =
        first.spots.iter().chain(&second.spots).map(|spot| spot.x).filter(|x| *x <= end).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup();
    let (mut a, mut b) = (Held::of(&first.spots), Held::of(&second.spots));
    let between = |pair: &[f64]| {
        let (first, second) = (a.at(pair[0])?, b.at(pair[0])?);
        Some(Stretch { from: pair[0], to: pair[1], first, second })
    };
    edges.windows(2).filter_map(between).collect()
}

/// The value that holds at a place; asked from left to right.
struct Held<'a> {
    spots: &'a [Spot<'a>],
    now: Option<f64>,
}

impl<'a> Held<'a> {
    fn of(spots: &'a [Spot<'a>]) -> Held<'a> {
        Held { spots, now: None }
    }

    fn at(&mut self, x: f64) -> Option<f64> {
        while let [spot, rest @ ..] = self.spots {
            if spot.x > x {
                break;
            }
            (self.now, self.spots) = (spot.y, rest);
        }
        self.now
    }
}

/// The outline of the gap in a drawing; `None` where there is none.
pub fn path(svg: &Svg, chart: &Chart, plot: &Plot) -> Option<String> {
    let stretches = stretches(chart, plot);
    let x = |x: f64| number(svg.left_of(x, 0.0));
    let mut d = String::new();
    for run in stretches.chunk_by(|a, b| a.to == b.from) {
        let Some(start) = run.first() else { continue };
        d.push_str(&format!("M{} {}", x(start.from), number(start.first)));
        for stretch in run {
            d.push_str(&format!("V{}H{}", number(stretch.first), x(stretch.to)));
        }
        for stretch in run.iter().rev() {
            d.push_str(&format!("V{}H{}", number(stretch.second), x(stretch.from)));
        }
        d.push('z');
    }
    (!d.is_empty()).then_some(d)
}

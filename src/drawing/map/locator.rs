//! Where something is: a piece of a map with its area or its place, the rest of the land around it.
//!
//! In:  [`Boundaries`], which areas are meant, and the place, if it is known.
//! Out: one `<figure>` of safe HTML of a few kilobytes: what lies beyond the piece is left out, and nothing is written into it.

use crate::drawing::map::boundaries::Boundaries;
use crate::drawing::map::project::WIDTH;
use crate::drawing::place::Area;
use crate::drawing::svg::number;
use crate::markup::html::escape;

/// What a locator shows.
#[derive(Clone, Debug, Default)]
pub struct Locator<'a> {
    /// What it shows, for those who do not see it.
    pub title: &'a str,
    /// The areas, by their positions in the boundaries; there is one.
    pub here: Vec<usize>,
    /// The place: longitude before latitude, in degrees.
    pub pin: Option<(f64, f64)>,
    /// The line below, as safe HTML; may be empty.
    pub caption_html: &'a str,
    /// How much of the map is seen.
    pub extent: Extent,
}

/// How much of a map a locator shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// What is meant and its surroundings.
    #[default]
    Near,
    /// The whole map.
    Whole,
}

impl Extent {
    /// What the paths may weigh, in bytes: a locator is small, and stands beside something else.
    fn room(self) -> usize {
        match self {
            Self::Near => 3_000,
            Self::Whole => 1_200,
        }
    }
}

/// How much of the surroundings is seen on each side, as a part of what is meant.
const AROUND: f64 = 0.75;
/// The narrowest piece: what is tiny is still seen among its neighbours.
const NARROWEST: f64 = WIDTH / 9.0;
/// Height of a piece as a part of its width.
const HEIGHT: f64 = 0.75;

/// Draws the piece of a map.
pub fn draw(boundaries: &Boundaries, locator: &Locator) -> String {
    let pin = locator.pin.filter(|(x, y)| x.is_finite() && y.is_finite()).map(|place| boundaries.view.at(place));
    let piece = piece(boundaries, locator, pin);
    let seen: Vec<usize> = (0..boundaries.ids().len()).filter(|nth| boundaries.extent(*nth).meets(&piece)).collect();
    let paths = boundaries.paths_of(&seen, locator.extent.room());
    let (here, land): (Vec<usize>, Vec<usize>) = seen.into_iter().partition(|nth| locator.here.contains(nth));
    let joined = |areas: &[usize]| areas.iter().map(|nth| paths[*nth].as_str()).collect::<String>();
    let mut drawing = format!("<path class=\"area land\"{SHAPE} d=\"{}\"/>", joined(&land));
    drawing.push_str(&format!("<path class=\"area here\"{SHAPE} d=\"{}\"/>", joined(&here)));
    if let Some((x, y)) = pin {
        let (x, y, radius) = (number(x), number(y), number((piece.right - piece.left) * 0.02));
        drawing.push_str(&format!("<circle class=\"pin\"{STROKE} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }
    let (x, y) = (number(piece.left), number(piece.top));
    let (wide, high) = (number(piece.right - piece.left), number(piece.bottom - piece.top));
    let title = escape(locator.title);
    // The inner drawing cuts off what lies beyond the piece, whatever a theme says of the outer one.
    let svg = format!(
        "<svg role=\"img\" aria-label=\"{title}\" viewBox=\"{x} {y} {wide} {high}\">\
         <svg x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" viewBox=\"{x} {y} {wide} {high}\">{drawing}</svg></svg>"
    );
    let caption = match locator.caption_html {
        "" => String::new(),
        html => format!("<figcaption class=\"meta\">{html}</figcaption>"),
    };
    format!("<figure class=\"map locator\">{svg}{caption}</figure>")
}

/// Lines keep their width, however small the piece is.
const STROKE: &str = " vector-effect=\"non-scaling-stroke\"";
/// The same of areas, whose holes are rings too.
const SHAPE: &str = " fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke\"";

/// The piece around the areas and the place, within the map; or all of it.
fn piece(boundaries: &Boundaries, locator: &Locator, pin: Option<(f64, f64)>) -> Area {
    let cores = locator.here.iter().map(|nth| boundaries.core(*nth));
    let place = pin.map(|at| Area::around(at, 0.0, 0.0));
    let whole = Area { left: 0.0, top: 0.0, right: WIDTH, bottom: boundaries.view.height };
    let meant = cores.chain(place).reduce(|a, b| a.with(&b)).filter(|_| locator.extent == Extent::Near);
    let Some(meant) = meant else { return whole };
    let (wide, high) = (meant.right - meant.left, meant.bottom - meant.top);
    let around = 1.0 + 2.0 * AROUND;
    let wide = (wide.max(high / HEIGHT) * around).clamp(NARROWEST, WIDTH);
    let high = (wide * HEIGHT).min(whole.bottom);
    let middle = ((meant.left + meant.right) / 2.0, (meant.top + meant.bottom) / 2.0);
    let left = (middle.0 - wide / 2.0).clamp(0.0, WIDTH - wide);
    let top = (middle.1 - high / 2.0).clamp(0.0, whole.bottom - high);
    Area { left, top, right: left + wide, bottom: top + high }
}

//! Finding room: labels go where nothing stands yet, or nowhere.

use std::collections::HashMap;

use crate::drawing::svg::{Anchor, Block};
use crate::drawing::text;

/// A box of the drawing that something fills.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// How far a text reaches below its baseline, as a part of its font size. Digits do not; a `g` may touch what is below.
pub const DEPTH: f64 = 0.12;

impl Area {
    /// The box around a place.
    pub fn around(center: (f64, f64), half_width: f64, half_height: f64) -> Area {
        let (x, y) = center;
        Area { left: x - half_width, top: y - half_height, right: x + half_width, bottom: y + half_height }
    }

    /// The box of lines of text.
    pub fn of_text<T: AsRef<str>>(block: &Block<T>) -> Area {
        let Block { at, anchor, size, leading, lines } = block;
        let width = lines.iter().map(|line| text::width(line.as_ref(), *size)).fold(0.0, f64::max);
        let left = match anchor {
            Anchor::Start => at.0,
            Anchor::Middle => at.0 - width / 2.0,
            Anchor::End => at.0 - width,
        };
        let more = lines.len().saturating_sub(1) as f64 * leading;
        Area { left, top: at.1 - size * 0.78, right: left + width, bottom: at.1 + size * DEPTH + more }
    }

    /// The box, larger on all sides.
    pub fn grown(self, by: f64) -> Area {
        Area { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// The box around both.
    pub fn with(self, other: &Area) -> Area {
        Area {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the boxes share more than an edge.
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether a place lies in the box or on its edge.
    pub fn has(&self, (x, y): (f64, f64)) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    /// Whether this box lies within the other.
    pub fn is_within(&self, other: &Area) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    /// Whether a straight line passes through the box.
    pub fn is_crossed(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        self.clip(from, to).is_some()
    }

    /// The part of a straight line that lies in the box (Liang and Barsky 1984); `None` if it touches at most an edge.
    pub fn clip(&self, from: (f64, f64), to: (f64, f64)) -> Option<[(f64, f64); 2]> {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        for (step, room) in
            [(-dx, from.0 - self.left), (dx, self.right - from.0), (-dy, from.1 - self.top), (dy, self.bottom - from.1)]
        {
            if step == 0.0 {
                if room <= 0.0 {
                    return None;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        let at = |share: f64| (from.0 + share * dx, from.1 + share * dy);
        (enter < leave).then(|| [at(enter), at(leave)])
    }
}

/// Side of a square of [`Taken`]: about as high as a name, so that a box or a step of a line lies in a few squares.
const SQUARE: f64 = 32.0;

/// What is taken already, by the squares in which it lies.
///
/// By hand: boxes that nearly all are of one size want no tree (`rstar`), and are found by rounding.
#[derive(Default)]
pub struct Taken {
    squares: HashMap<(i32, i32), Square>,
}

/// What lies in a square, at least in part.
#[derive(Default)]
struct Square {
    areas: Vec<Area>,
    lines: Vec<[(f64, f64); 2]>,
}

impl Taken {
    /// Takes a box.
    pub fn take(&mut self, area: Area) {
        for square in squares(&area) {
            self.squares.entry(square).or_default().areas.push(area);
        }
    }

    /// Takes a straight line.
    pub fn take_line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let around = Area { left: from.0, top: from.1, right: from.0, bottom: from.1 };
        let around = around.with(&Area { left: to.0, top: to.1, right: to.0, bottom: to.1 });
        for square in squares(&around) {
            self.squares.entry(square).or_default().lines.push([from, to]);
        }
    }

    /// Whether nothing stands in a box.
    pub fn is_free(&self, area: &Area) -> bool {
        let is_free = |square: &Square| {
            !square.areas.iter().any(|taken| taken.meets(area))
                && !square.lines.iter().any(|[a, b]| area.is_crossed(*a, *b))
        };
        squares(area).filter_map(|square| self.squares.get(&square)).all(is_free)
    }
}

/// The squares in which a box lies, those that it touches from within included.
fn squares(area: &Area) -> impl Iterator<Item = (i32, i32)> + use<> {
    // What lies far beyond any drawing shares the outermost squares.
    let of = |at: f64| (at / SQUARE).floor().clamp(-256.0, 256.0) as i32;
    let (rows, left, right) = (of(area.top)..=of(area.bottom), of(area.left), of(area.right));
    rows.flat_map(move |row| (left..=right).map(move |column| (column, row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Boxes and lines that lie alike on every run, some over edges of squares and some beyond any drawing.
    fn scattered(nth: u32) -> (f64, f64) {
        let turn = |factor: u32| f64::from(nth.wrapping_mul(factor) % 1009) - 40.0;
        (turn(7919), turn(104_729) * if nth.is_multiple_of(50) { 1e7 } else { 1.0 })
    }

    #[test]
    fn what_is_free_is_what_meets_nothing_that_was_taken() {
        let mut taken = Taken::default();
        let (mut areas, mut lines) = (Vec::new(), Vec::new());
        let mut free = [0, 0];
        for nth in 0..400 {
            let area = Area::around(scattered(nth), f64::from(nth % 7) * 9.0, 6.0);
            let expected = !areas.iter().any(|taken: &Area| taken.meets(&area))
                && !lines.iter().any(|(from, to)| area.is_crossed(*from, *to));

            assert_eq!(taken.is_free(&area), expected, "{area:?}");

            free[usize::from(expected)] += 1;
            if nth % 3 == 0 {
                let to = scattered(nth + 1);
                lines.push((scattered(nth), to));
                taken.take_line(scattered(nth), to);
            } else {
                areas.push(area);
                taken.take(area);
            }
        }
        assert!(free[0] > 50 && free[1] > 50, "{free:?}");
    }
}

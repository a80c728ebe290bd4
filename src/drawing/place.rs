//! Finding room: labels go where nothing stands yet, or nowhere.
//!
//! By hand: a drawing has some hundred boxes, which are compared one by one. A tree of them, as in `rstar`, pays from thousands on.

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

/// What is taken already.
#[derive(Default)]
pub struct Taken {
    areas: Vec<Area>,
    lines: Vec<[(f64, f64); 2]>,
}

impl Taken {
    /// Takes a box.
    pub fn take(&mut self, area: Area) {
        self.areas.push(area);
    }

    /// Takes a straight line.
    pub fn take_line(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.lines.push([from, to]);
    }

    /// Whether nothing stands in a box.
    pub fn is_free(&self, area: &Area) -> bool {
        !self.areas.iter().any(|taken| taken.meets(area)) && !self.lines.iter().any(|[a, b]| area.is_crossed(*a, *b))
    }
}

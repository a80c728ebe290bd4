//! The legend above a drawing, for names that found no room in it.

use crate::drawing::charts::labels::Unplaced;
use crate::drawing::charts::plot::Plot;
use crate::drawing::svg::{Anchor, Block, Font, Svg, number};
use crate::drawing::text;

/// Names with a piece of their lines.
pub struct Legend {
    /// How high it is.
    pub height: f64,
    size: f64,
    entries: Vec<Entry>,
}

struct Entry {
    class: Option<&'static str>,
    lines: Vec<String>,
    at: (f64, f64),
}

/// How wide the piece of a line is.
const SAMPLE: f64 = 26.0;
/// Between a piece and its name.
const SPACE: f64 = 7.0;
/// Between two entries of a row.
const BETWEEN: f64 = 20.0;

/// Puts entries into rows.
pub fn lay_out(plot: &Plot, names: &[Unplaced]) -> Legend {
    let size = plot.frame.text;
    let leading = size * 1.35;
    let room = plot.frame.width - SAMPLE - SPACE;
    let (mut x, mut y, mut height) = (0.0, 0.0, 0.0f64);
    let mut entries = Vec::new();
    for Unplaced { class, name } in names {
        let lines = text::wrap(name, size, room);
        let wide = SAMPLE + SPACE + lines.iter().map(|line| text::width(line, size)).fold(0.0, f64::max);
        if x > 0.0 && x + wide > plot.frame.width {
            (x, y) = (0.0, height);
        }
        height = height.max(y + lines.len() as f64 * leading);
        entries.push(Entry { class: *class, lines, at: (x, y) });
        x += wide + BETWEEN;
    }
    Legend { height: height + 4.0, size, entries }
}

impl Legend {
    /// Writes it at the upper edge.
    pub fn write(&self, svg: &mut Svg, hatch: &str) {
        for Entry { class, lines, at: (x, y) } in &self.entries {
            let middle = y + self.size * 0.65;
            match class {
                Some(class) => svg.line(&format!("line {class}"), (*x, middle), (x + SAMPLE, middle)),
                None => {
                    let (top, wide, high) = (number(middle - 5.0), number(SAMPLE), 10);
                    svg.hatched("gap", hatch, &format!("M{} {top}h{wide}v{high}h-{wide}z", number(*x)));
                }
            }
            let (at, leading) = ((x + SAMPLE + SPACE, y + self.size), self.size * 1.35);
            svg.lines("lab", Font::Inherited, &Block { at, anchor: Anchor::Start, size: self.size, leading, lines });
        }
    }
}

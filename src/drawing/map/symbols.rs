//! Marks: the shape says what it is, in print and without colour. Which thing has which shape is for the theme to say.

use crate::drawing::svg::{Svg, number};
use crate::markup::html::escape;

/// The shape of a mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MarkShape {
    /// A filled circle.
    #[default]
    Full,
    /// A circle of which only the line is drawn.
    Ring,
    /// A ring of dashes.
    Dashed,
    /// A ring of half the size.
    Small,
    /// A ring with a dot in its middle.
    Dot,
    /// A ring whose right half is filled.
    Half,
    /// Two lines that cross.
    Cross,
    /// A filled square.
    Square,
    /// A square of which only the line is drawn.
    Frame,
}

impl MarkShape {
    /// Every shape, in the order in which messages name them.
    pub const ALL: &[MarkShape] = &[
        MarkShape::Full,
        MarkShape::Ring,
        MarkShape::Dashed,
        MarkShape::Small,
        MarkShape::Dot,
        MarkShape::Half,
        MarkShape::Cross,
        MarkShape::Square,
        MarkShape::Frame,
    ];

    /// Its name, as themes write it.
    pub fn name(self) -> &'static str {
        match self {
            MarkShape::Full => "full",
            MarkShape::Ring => "ring",
            MarkShape::Dashed => "dashed",
            MarkShape::Small => "small",
            MarkShape::Dot => "dot",
            MarkShape::Half => "half",
            MarkShape::Cross => "cross",
            MarkShape::Square => "square",
            MarkShape::Frame => "frame",
        }
    }

    /// The shape of that name.
    pub fn named(name: &str) -> Option<MarkShape> {
        MarkShape::ALL.iter().copied().find(|shape| shape.name() == name)
    }

    /// Whether something in it is filled.
    fn is_filled(self) -> bool {
        matches!(self, MarkShape::Full | MarkShape::Dot | MarkShape::Half | MarkShape::Square)
    }
}

/// What a mark looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Symbol {
    /// Its shape.
    pub shape: MarkShape,
    /// The theme's class for what is filled, or for the line where nothing is; `None`: `k-full`, `k-ring` or `k-line`.
    pub class: Option<String>,
}

impl Symbol {
    /// Draws it around a place.
    pub fn write(&self, svg: &mut Svg, (x, y): (f64, f64), radius: f64) {
        let inner = radius * 0.87;
        let own = self.class.as_deref().map(escape);
        let own = own.as_deref();
        let fill = own.unwrap_or("k-full");
        let line = own.filter(|_| !self.shape.is_filled()).unwrap_or("k-ring");
        match self.shape {
            MarkShape::Full => svg.circle(fill, (x, y), radius),
            MarkShape::Ring => svg.circle(line, (x, y), inner),
            MarkShape::Dashed => svg.circle(&format!("{line} k-broken"), (x, y), inner),
            MarkShape::Small => svg.circle(line, (x, y), radius * 0.5),
            MarkShape::Dot => {
                svg.circle(line, (x, y), inner);
                svg.circle(fill, (x, y), radius * 0.37);
            }
            MarkShape::Half => {
                svg.circle(line, (x, y), inner);
                svg.path(fill, &right_half((x, y), inner));
            }
            MarkShape::Cross => svg.path(own.unwrap_or("k-line"), &cross((x, y), inner)),
            MarkShape::Square => svg.path(fill, &square((x, y), radius)),
            MarkShape::Frame => svg.path(line, &square((x, y), inner)),
        }
    }
}

fn right_half((x, y): (f64, f64), radius: f64) -> String {
    let (half, whole) = (number(radius), number(radius * 2.0));
    format!("M{} {}a{half} {half} 0 0 0 0 {whole}z", number(x), number(y - radius))
}

fn cross((x, y): (f64, f64), arm: f64) -> String {
    let (left, top, side) = (number(x - arm), number(y - arm), number(arm * 2.0));
    format!("M{left} {top}l{side} {side}m0-{side}l-{side} {side}")
}

fn square((x, y): (f64, f64), half: f64) -> String {
    let side = number(half * 2.0);
    format!("M{} {}h{side}v{side}h-{side}z", number(x - half), number(y - half))
}

//! The two sizes in which every chart is drawn.

/// The sizes of one of the two drawings, in its own units.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its class, `wide` or `narrow`.
    pub class: &'static str,
    /// Ends the ids of the drawing.
    pub suffix: &'static str,
    /// How wide it is.
    pub width: f64,
    /// How high the field between the axes is.
    pub height: f64,
    /// Font size of names and ticks.
    pub text: f64,
    /// Font size of values.
    pub value: f64,
    /// Font size of the last value.
    pub last: f64,
    /// Half the width of a mark.
    pub mark: f64,
}

/// For columns from about 36 rem on, and for paper.
pub const WIDE: Frame =
    Frame { class: "wide", suffix: "w", width: 720.0, height: 260.0, text: 14.0, value: 15.0, last: 20.0, mark: 4.0 };

/// For phones.
pub const NARROW: Frame =
    Frame { class: "narrow", suffix: "n", width: 340.0, height: 200.0, text: 13.0, value: 14.0, last: 18.0, mark: 4.0 };

//! How large an image is.

/// Width and height in px, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Size {
    /// A size from numbers; `None` where nothing could be drawn in it.
    pub fn rounded(width: f64, height: f64) -> Option<Self> {
        let whole = |number: f64| (1.0..1e6).contains(&number.round()).then_some(number.round() as u32);
        Some(Size { width: whole(width)?, height: whole(height)? })
    }

    /// The same shape in a smaller width.
    pub fn in_width(self, width: u32) -> Self {
        let height =
            (u64::from(self.height) * u64::from(width) * 2 + u64::from(self.width)) / (u64::from(self.width) * 2);
        Size { width, height: u32::try_from(height).unwrap_or(u32::MAX).max(1) }
    }

    /// How many pixels it has.
    pub fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

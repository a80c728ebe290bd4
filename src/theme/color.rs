//! Colours: sRGB as style sheets write it, lightness, chroma and hue as eyes see them, contrast as WCAG counts it.
//!
//! The sources of the formulas: Oklab, Björn Ottosson, “A perceptual color space for image processing” (2020), whose
//! matrices CSS Color 4 has, too; relative luminance and contrast ratio, WCAG 2.2, “Key terms”.
//!
//! By hand: two matrices and a curve. The crate `palette` has them among some forty colour spaces with their types.

use std::fmt;

/// A colour of the screen, eight bits a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red, green, blue.
    pub channels: [u8; 3],
}

/// A colour as lightness, chroma and hue (Oklch).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    /// From 0, black, to 1, white.
    pub lightness: f64,
    /// From 0, grey; screens show up to about 0.37.
    pub chroma: f64,
    /// The angle in radians; means nothing for greys.
    pub hue: f64,
}

impl Color {
    /// Black.
    pub const BLACK: Color = Color { channels: [0; 3] };
    /// What is expected where none was read.
    pub const FORM: &str = "a colour such as \"#bf2e17\"";
    /// White.
    pub const WHITE: Color = Color { channels: [255; 3] };

    /// `#6d2748` or `#fff`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#')?;
        let digits: Vec<u8> = hex.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Color { channels: [r, g, b].map(|digit| digit * 17) }),
            [r, r2, g, g2, b, b2] => Some(Color { channels: [r * 16 + r2, g * 16 + g2, b * 16 + b2] }),
            _ => None,
        }
    }

    /// How much light it gives, from 0 to 1.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.channels.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast to another colour, from 1 to 21.
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The same as lightness, chroma and hue.
    pub fn oklch(self) -> Oklch {
        let [r, g, b] = self.channels.map(linear);
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.channels;
        write!(out, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl Oklch {
    /// The colour of the screen: where it cannot show as much chroma at this lightness and hue, with as much as it can.
    pub fn color(self) -> Color {
        if let Some(color) = self.exact() {
            return color;
        }
        let (mut low, mut high) = (0.0, self.chroma);
        for _ in 0..24 {
            let chroma = (low + high) / 2.0;
            if (Oklch { chroma, ..self }).exact().is_some() { low = chroma } else { high = chroma }
        }
        let grey = if self.lightness < 0.5 { Color::BLACK } else { Color::WHITE };
        (Oklch { chroma: low, ..self }).exact().unwrap_or(grey)
    }

    /// The colour of the screen; `None` when there is none.
    fn exact(self) -> Option<Color> {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        let linear = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
        ];
        // A hundredth of a step of a channel: rounding, no other colour.
        let is_shown = linear.iter().all(|channel| (-0.000_04..=1.000_04).contains(channel));
        is_shown.then(|| Color { channels: linear.map(encoded) })
    }
}

/// A channel as the amount of light.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The amount of light as a channel.
fn encoded(linear: f64) -> u8 {
    let value = if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(Color::parse("#6D2748").map(|color| color.to_string()), Some("#6d2748".to_owned()));
        assert_eq!(Color::parse("#fa0"), Color::parse("#ffaa00"));
        for wrong in ["", "#", "6d2748", "#6d274", "#6d274g", "#6d27488", "#ééé", "red"] {
            assert_eq!(Color::parse(wrong), None, "{wrong}");
        }
    }

    /// Values that others give: Ottosson's page for Oklab, WCAG's own extremes, `oklch()` of browsers.
    #[test]
    fn known_values_come_out() {
        let contrast =
            |a: &str, b: &str| Color::parse(a).expect("a colour").contrast(Color::parse(b).expect("a colour"));
        assert_eq!(contrast("#000", "#fff"), 21.0);
        assert!((contrast("#767676", "#fff") - 4.54).abs() < 0.005);
        assert!((contrast("#fff", "#0000ff") - 8.59).abs() < 0.005);

        let red = Color::parse("#ff0000").expect("a colour").oklch();
        let found = [red.lightness, red.chroma, red.hue.to_degrees()];
        for (found, expected) in found.into_iter().zip([0.627_96, 0.257_68, 29.234]) {
            assert!((found - expected).abs() < 0.001, "{found} {expected}");
        }
    }

    #[test]
    fn what_no_screen_shows_keeps_lightness_and_hue() {
        let wanted = Oklch { lightness: 0.8, chroma: 0.3, hue: 0.5 };

        let found = wanted.color().oklch();

        assert!((found.lightness - 0.8).abs() < 0.005 && (found.hue - 0.5).abs() < 0.02, "{found:?}");
        assert!(found.chroma < 0.2);
        assert_eq!(Oklch { lightness: 1.2, ..wanted }.color(), Color::WHITE);
        assert_eq!(Oklch { lightness: -0.2, ..wanted }.color(), Color::BLACK);
    }

    proptest! {
        #[test]
        fn every_colour_comes_back(channels: [u8; 3]) {
            let color = Color { channels };

            prop_assert_eq!(color.oklch().color(), color);
            prop_assert_eq!(Color::parse(&color.to_string()), Some(color));
        }
    }
}

//! From one colour to a palette: shades of `brand` that can be read on the grounds of a theme, in light and in dark.
//!
//! Lightness is moved in Oklch at constant hue, as little as is needed; contrast is that of WCAG 2.2, counted on the colours as
//! they are written. What a theme's grounds are, its `theme.yaml` says, and nothing else: they are written beside the shades.

use std::fmt::Write as _;

use crate::theme::color::{Color, Oklch};

/// What text has to reach.
pub const TEXT: f64 = 4.5;
/// What marks have to reach: bars, lines, areas of maps.
pub const MARK: f64 = 3.0;
/// The greatest lightness of the brand as a ground in a dark scheme.
const DARK_BRAND: f64 = 0.36;
/// How far lightness moves at a time.
const STEP: f64 = 0.004;

/// The grounds of a scheme, on which shades are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// Of the page.
    pub paper: Color,
    /// Of what is set off.
    pub wash: Color,
    /// Of what was found or linked to.
    pub hit: Color,
    /// Of bars, steps and maps: nothing of something.
    pub mark_0: Color,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark signs on light grounds.
    Light,
    /// Light signs on dark grounds.
    Dark,
}

/// The grounds of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schemes {
    /// Of its light scheme.
    pub light: Grounds,
    /// Of its dark scheme.
    pub dark: Grounds,
}

/// The shades of a scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// The colour as a ground.
    pub brand: Color,
    /// Signs on it.
    pub on_brand: Color,
    /// Links.
    pub link: Color,
    /// Marks.
    pub mark: Color,
    /// Half-way from nothing to a mark.
    pub mark_2: Color,
    /// Four equal steps, for maps.
    pub tones: [Color; 4],
}

/// What one colour becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    grounds: Schemes,
    /// In the light scheme.
    pub light: Shades,
    /// In the dark scheme.
    pub dark: Shades,
}

/// The palette of a colour on the grounds of a theme.
pub fn of(brand: Color, grounds: Schemes) -> Palette {
    let light = shades(brand, &grounds.light, Scheme::Light);
    Palette { grounds, light, dark: shades(brand, &grounds.dark, Scheme::Dark) }
}

/// The grounds of a scheme on which not even its darkest sign, of a dark scheme the lightest, can be read: no shade could.
pub fn unreadable(grounds: &Grounds, scheme: Scheme) -> Vec<&'static str> {
    let end = scheme.end();
    let needed = [("paper", grounds.paper, TEXT), ("wash", grounds.wash, TEXT), ("hit", grounds.hit, TEXT)];
    let needed = needed.into_iter().chain([("mark-0", grounds.mark_0, MARK)]);
    needed.filter(|(_, ground, least)| end.contrast(*ground) < *least).map(|(name, ..)| name).collect()
}

/// White or black, whichever stands out more.
pub fn on(ground: Color) -> Color {
    if ground.contrast(Color::WHITE) >= ground.contrast(Color::BLACK) { Color::WHITE } else { Color::BLACK }
}

impl Scheme {
    /// For sentences.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    /// The shade that stands out most.
    fn end(self) -> Color {
        match self {
            Scheme::Light => Color::BLACK,
            Scheme::Dark => Color::WHITE,
        }
    }

    /// A lightness one step further from the grounds; `None` at the end.
    fn further(self, lightness: f64) -> Option<f64> {
        let next = if self == Scheme::Light { lightness - STEP } else { lightness + STEP };
        (0.0..=1.0).contains(&next).then_some(next)
    }
}

fn shades(brand: Color, grounds: &Grounds, scheme: Scheme) -> Shades {
    let own = brand.oklch();
    let ground = match scheme {
        Scheme::Dark if own.lightness > DARK_BRAND => Oklch { lightness: DARK_BRAND, ..own }.color(),
        _ => brand,
    };
    let reads = |color: Color, on: &[Color], least: f64| on.iter().all(|ground| color.contrast(*ground) >= least);
    let link = moved(brand, scheme, |color| reads(color, &[grounds.paper, grounds.wash, grounds.hit], TEXT));
    let mark = moved(brand, scheme, |color| reads(color, &[grounds.paper, grounds.wash, grounds.mark_0], MARK));
    // The lightest and the darkest area have to differ as much as a mark from its ground: beyond the mark, if need be.
    let strongest = moved(mark, scheme, |end| between(grounds.mark_0, end, 0.25).contrast(end) >= MARK);
    Shades {
        brand: ground,
        on_brand: on(ground),
        link,
        mark,
        mark_2: between(grounds.mark_0, mark, 0.5),
        tones: [0.25, 0.5, 0.75, 1.0].map(|share| between(grounds.mark_0, strongest, share)),
    }
}

/// The colour, or the first that fits on the way from it to what stands out most.
fn moved(color: Color, scheme: Scheme, fits: impl Fn(Color) -> bool) -> Color {
    let own = color.oklch();
    let (mut found, mut lightness) = (color, own.lightness);
    while !fits(found) {
        let Some(next) = scheme.further(lightness) else { return scheme.end() };
        lightness = next;
        found = Oklch { lightness, ..own }.color();
    }
    found
}

/// The colour at some share of the way, in the hue of its end.
fn between(from: Color, to: Color, share: f64) -> Color {
    if share >= 1.0 {
        return to;
    }
    let (start, end) = (from.oklch(), to.oklch());
    let on_the_way = |start: f64, end: f64| start + (end - start) * share;
    Oklch {
        lightness: on_the_way(start.lightness, end.lightness),
        chroma: on_the_way(start.chroma, end.chroma),
        hue: end.hue,
    }
    .color()
}

impl Palette {
    /// The style sheet: one rule a scheme, in the layer `site`.
    pub fn css(&self) -> String {
        let light = properties(&self.light, &self.grounds.light, "66");
        let dark = properties(&self.dark, &self.grounds.dark, "4d");
        let forced = "--brand-line:CanvasText;--mark:CanvasText;--mark-2:GrayText;";
        format!(
            "@layer site{{:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\
             @media (forced-colors:active){{:root{{{forced}}}}}}}\n"
        )
    }
}

/// The custom properties of a scheme. `veil` is how much of its signs a line on the brand lets through, in hexadecimal.
fn properties(shades: &Shades, grounds: &Grounds, veil: &str) -> String {
    let Shades { brand, on_brand, link, mark, mark_2, tones } = shades;
    let Grounds { paper, wash, hit, mark_0 } = grounds;
    let mut out = format!("--paper:{paper};--wash:{wash};--hit:{hit};--brand:{brand};--on-brand:{on_brand};");
    // Writing into a string does not fail.
    let _ =
        write!(out, "--brand-line:{on_brand}{veil};--link:{link};--mark:{mark};--mark-2:{mark_2};--mark-0:{mark_0};");
    for (tone, color) in (1..).zip(tones) {
        let _ = write!(out, "--tone-{tone}:{color};");
    }
    out
}

#[cfg(test)]
mod tests;

//! The pixels of an image: upright, in sRGB, 8 bits, in fewer of them.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits, Rgba};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::images::kind::Kind;
use crate::images::recipe::MOST_PIXELS;
use crate::images::size::Size;

/// A decoded image.
pub struct Pixels {
    /// Its pixels: grey, RGB, or RGB with transparency; 8 bits each.
    pub image: DynamicImage,
    /// Whether that is what the file has: neither turned nor in other colours.
    pub is_as_written: bool,
}

/// Decodes a JPEG or PNG file; `None`: it is damaged.
pub fn decoded(kind: Kind, bytes: &[u8]) -> Option<Pixels> {
    match kind {
        Kind::Jpeg => from(JpegDecoder::new(Cursor::new(bytes))),
        Kind::Png => from(PngDecoder::new(Cursor::new(bytes))),
        _ => None,
    }
}

fn from(decoder: ImageResult<impl ImageDecoder>) -> Option<Pixels> {
    let mut decoder = decoder.ok()?;
    let mut limits = Limits::no_limits();
    // A PNG may have 16 bits for each of four colours.
    limits.max_alloc = Some(MOST_PIXELS * 8);
    decoder.set_limits(limits).ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = of_8_bits(DynamicImage::from_decoder(decoder).ok()?);
    image.apply_orientation(orientation);
    let converted = profile.and_then(|profile| in_srgb(&image, &profile));
    let is_as_written = converted.is_none() && orientation == Orientation::NoTransforms;
    Some(Pixels { image: converted.unwrap_or(image), is_as_written })
}

fn of_8_bits(image: DynamicImage) -> DynamicImage {
    let color = image.color();
    match (color.has_alpha(), color.has_color()) {
        (true, _) => image.into_rgba8().into(),
        (false, true) => image.into_rgb8().into(),
        (false, false) => image.into_luma8().into(),
    }
}

/// The image in sRGB; `None`: it is already, or its profile does not fit it.
fn in_srgb(image: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    let srgb = ColorProfile::new_srgb();
    let is_srgb = (&profile.red_trc, profile.red_colorant) == (&srgb.red_trc, srgb.red_colorant)
        && profile.green_colorant == srgb.green_colorant;
    if is_srgb || names_srgb(&profile) {
        return None;
    }
    let layout = match (profile.color_space, image.color().channel_count()) {
        (DataColorSpace::Gray, 1) => Layout::Gray,
        (DataColorSpace::Rgb, 3) => Layout::Rgb,
        (DataColorSpace::Rgb, 4) => Layout::Rgba,
        _ => return None,
    };
    // Whole numbers: the same on every processor.
    let options = TransformOptions { prefer_fixed_point: true, ..TransformOptions::default() };
    let target = if layout == Layout::Gray { ColorProfile::new_gray_with_gamma(2.2) } else { srgb };
    let transform = profile.create_transform_8bit(layout, &target, layout, options).ok()?;
    let mut out = vec![0; image.as_bytes().len()];
    transform.transform(image.as_bytes(), &mut out).ok()?;
    let (width, height) = (image.width(), image.height());
    match layout {
        Layout::Gray => image::GrayImage::from_raw(width, height, out).map(Into::into),
        Layout::Rgb => image::RgbImage::from_raw(width, height, out).map(Into::into),
        _ => image::RgbaImage::from_raw(width, height, out).map(Into::into),
    }
}

/// Cameras and editors write sRGB in many ways, and say so in its description.
fn names_srgb(profile: &ColorProfile) -> bool {
    use moxcms::ProfileText::{Description, Localizable, PlainString};
    let is_named = |text: &str| text.contains("sRGB");
    profile.description.as_ref().is_some_and(|text| match text {
        PlainString(text) => is_named(text),
        Localizable(texts) => texts.iter().any(|text| is_named(&text.value)),
        Description(text) => is_named(&text.ascii_string) || is_named(&text.unicode_string),
    })
}

/// The image in a smaller size.
pub fn resized(image: &DynamicImage, size: Size) -> DynamicImage {
    let Size { width, height } = size;
    if !image.color().has_alpha() {
        return image.resize_exact(width, height, FilterType::Lanczos3);
    }
    // What cannot be seen has a colour as well, which must not run into its neighbours.
    const WHOLE: u32 = u16::MAX as u32;
    let mut weighted = image.to_rgba16();
    for Rgba([red, green, blue, alpha]) in weighted.pixels_mut() {
        let by_weight = |color: u16| ((u32::from(color) * u32::from(*alpha) + WHOLE / 2) / WHOLE) as u16;
        [red, green, blue].into_iter().for_each(|color| *color = by_weight(*color));
    }
    let mut small = image::imageops::resize(&weighted, width, height, FilterType::Lanczos3);
    for Rgba([red, green, blue, alpha]) in small.pixels_mut() {
        let weight = u32::from(*alpha).max(1);
        let without = |color: u16| ((u32::from(color) * WHOLE + weight / 2) / weight).min(WHOLE) as u16;
        [red, green, blue].into_iter().for_each(|color| *color = without(*color));
    }
    DynamicImage::from(small).into_rgba8().into()
}

//! The bytes of the versions of an image.

use std::collections::BTreeSet;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder as _};
use webp::{Encoder, WebPConfig};

use crate::images::flaw::Flaw;
use crate::images::kind::Kind;
use crate::images::picture::Order;
use crate::images::pixels::{self, Pixels};
use crate::images::recipe::WIDTHS;
use crate::images::size::Size;
use crate::images::{jpeg, png};

/// Quality of WebP, of 100.
const WEBP: f32 = 80.0;
/// Quality of JPEG in smaller sizes, of 100.
const JPEG: u8 = 75;
/// Quality of a JPEG in its own size that cannot be left as it is: it was encoded once before.
const JPEG_AGAIN: u8 = 85;

/// The bytes of versions of one image, in the order of `orders`, all of which are of it.
///
/// # Errors
///
/// The image is damaged.
pub fn encoded(bytes: &[u8], orders: &[&Order]) -> Result<Vec<Vec<u8>>, Flaw> {
    let Some(first) = orders.first() else { return Ok(Vec::new()) };
    let damaged = Flaw::Damaged(first.from);
    let pixels = pixels::decoded(first.from, bytes).ok_or(damaged)?;
    let mut made = vec![Vec::new(); orders.len()];
    let mut smaller: Option<DynamicImage> = None;
    for step in steps(&pixels.image, orders).into_iter().rev() {
        let before = smaller.as_ref().unwrap_or(&pixels.image);
        if size_of(before) != step {
            smaller = Some(pixels::resized(before, step));
        }
        for (at, order) in orders.iter().enumerate().filter(|(_, order)| order.version.size == step) {
            let kind = order.version.kind;
            made[at] = match &smaller {
                Some(smaller) => written(smaller, (kind, first.from), JPEG),
                None if kind == first.from => own(bytes, kind, &pixels),
                None => written(&pixels.image, (kind, first.from), JPEG_AGAIN),
            }
            .ok_or(damaged)?;
        }
    }
    Ok(made)
}

/// The sizes that an image goes through. A size is made of the next wider one whether that is wanted or not: its bytes are the
/// same whatever else is made with it.
fn steps(image: &DynamicImage, orders: &[&Order]) -> BTreeSet<Size> {
    let own = size_of(image);
    let wanted: BTreeSet<Size> = orders.iter().map(|order| order.version.size).collect();
    let narrowest = wanted.first().map_or(own.width, |size| size.width);
    let between = WIDTHS.into_iter().filter(|width| (narrowest..own.width).contains(width));
    between.map(|width| own.in_width(width)).chain(wanted.iter().copied()).collect()
}

fn size_of(image: &DynamicImage) -> Size {
    Size { width: image.width(), height: image.height() }
}

/// Whether an image can be decoded.
///
/// # Errors
///
/// It is damaged.
pub fn sound(bytes: &[u8], kind: Kind) -> Result<(), Flaw> {
    pixels::decoded(kind, bytes).map(drop).ok_or(Flaw::Damaged(kind))
}

/// An image in its own kind and size: its file without all that is not needed to show it, if it can be left as it is.
fn own(bytes: &[u8], kind: Kind, pixels: &Pixels) -> Option<Vec<u8>> {
    match kind {
        Kind::Jpeg if pixels.is_as_written => jpeg::read(bytes).map(|jpeg| jpeg.bare),
        Kind::Png if pixels.is_as_written => png::read(bytes).map(|png| png.bare),
        _ => written(&pixels.image, (kind, kind), JPEG_AGAIN),
    }
}

fn written(image: &DynamicImage, (kind, from): (Kind, Kind), quality: u8) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    match kind {
        Kind::Jpeg => JpegEncoder::new_with_quality(&mut out, quality).encode_image(image).ok()?,
        Kind::Png => {
            let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive);
            let (width, height) = (image.width(), image.height());
            encoder.write_image(image.as_bytes(), width, height, image.color().into()).ok()?;
        }
        Kind::Webp => return webp(image, from),
        _ => return None,
    }
    Some(out)
}

/// WebP with loss; of a PNG, which may be a drawing, without if that is smaller.
fn webp(image: &DynamicImage, from: Kind) -> Option<Vec<u8>> {
    let rgb;
    let encoder = match image {
        DynamicImage::ImageRgba8(image) => Encoder::from_rgba(image, image.width(), image.height()),
        DynamicImage::ImageRgb8(image) => Encoder::from_rgb(image, image.width(), image.height()),
        other => {
            rgb = other.to_rgb8();
            Encoder::from_rgb(&rgb, rgb.width(), rgb.height())
        }
    };
    let mut config = WebPConfig::new().ok()?;
    config.quality = WEBP;
    config.method = 4;
    if from != Kind::Png {
        return encoder.encode_advanced(&config).ok().map(|bytes| bytes.to_vec());
    }
    // Drawings have thin coloured lines.
    config.use_sharp_yuv = 1;
    let lossy = encoder.encode_advanced(&config).ok()?;
    let mut config = WebPConfig::new().ok()?;
    config.lossless = 1;
    config.quality = 75.0;
    config.method = 3;
    let lossless = encoder.encode_advanced(&config).ok()?;
    Some(if lossless.len() <= lossy.len() { lossless.to_vec() } else { lossy.to_vec() })
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Rgb, RgbImage};

    use super::{JPEG, encoded, written};
    use crate::images::kind::Kind;
    use crate::images::picture::{Order, Picture};

    #[test]
    fn a_version_has_the_same_bytes_whatever_is_made_with_it() {
        let noise = |x: u32, y: u32| (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).to_le_bytes();
        let scene = RgbImage::from_fn(1500, 60, |x, y| Rgb([noise(x, y)[1], noise(y, x)[2], x as u8]));
        let bytes = written(&DynamicImage::from(scene), (Kind::Jpeg, Kind::Jpeg), JPEG).expect("it can be written");
        let picture = Picture::of("pond.jpg".into(), "pond.jpg", &bytes).expect("it is an image");
        let orders: Vec<Order> = picture.orders().collect();

        let together = encoded(&bytes, &orders.iter().collect::<Vec<_>>()).expect("it is whole");

        assert_eq!(orders.len(), 8);
        for (order, expected) in orders.iter().zip(&together) {
            let alone = encoded(&bytes, &[order]).expect("it is whole");
            assert!(alone[0] == *expected, "{}", order.version.path);
        }
    }
}

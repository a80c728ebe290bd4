//! What is known of an image before it is decoded: its kind, its size upright, whether it is whole.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::metadata::Orientation;
use image::{ImageDecoder, ImageResult};

use crate::images::flaw::Flaw;
use crate::images::kind::{Content, Kind};
use crate::images::recipe::MOST_PIXELS;
use crate::images::size::Size;
use crate::images::{jpeg, png, svg};

/// What the head of a file says.
pub struct Head {
    /// Its kind.
    pub kind: Kind,
    /// How large it is; `None`: it does not say.
    pub size: Option<Size>,
    /// Whether it is published in several sizes; a PNG that moves is not.
    pub is_encoded: bool,
}

/// Reads the head of a file of that name.
///
/// # Errors
///
/// It is no image that can be published.
pub fn read(name: &str, bytes: &[u8]) -> Result<Head, Flaw> {
    let kind = match (Kind::of_name(name), Content::of(bytes)) {
        (None, _) | (_, Content::NoImage) => return Err(Flaw::NoImage),
        (Some(named), Content::Other(is)) => return Err(Flaw::IsAnother { named, is }),
        (Some(named), Content::Shown(is)) if named != is => return Err(Flaw::IsAnother { named, is: is.name() }),
        (Some(named), Content::Shown(_)) => named,
    };
    let as_it_is = |size| Head { kind, size, is_encoded: false };
    match kind {
        Kind::Jpeg => {
            if jpeg::read(bytes).ok_or(Flaw::Damaged(kind))?.components > 3 {
                return Err(Flaw::ForPrint);
            }
            encoded(kind, JpegDecoder::new(Cursor::new(bytes)))
        }
        Kind::Png => {
            let is_animated = png::read(bytes).ok_or(Flaw::Damaged(kind))?.is_animated;
            let head = encoded(kind, PngDecoder::new(Cursor::new(bytes)))?;
            Ok(if is_animated { as_it_is(head.size) } else { head })
        }
        Kind::Svg => Ok(as_it_is(svg::size(bytes))),
        Kind::Avif | Kind::Gif | Kind::Webp => {
            let size = imagesize::blob_size(bytes).map_err(|_| Flaw::Damaged(kind))?;
            Ok(as_it_is(Size::rounded(size.width as f64, size.height as f64)))
        }
    }
}

fn encoded(kind: Kind, decoder: ImageResult<impl ImageDecoder>) -> Result<Head, Flaw> {
    let mut decoder = decoder.map_err(|_| Flaw::Damaged(kind))?;
    let (width, height) = decoder.dimensions();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let size = if lies(orientation) { Size { width: height, height: width } } else { Size { width, height } };
    if size.pixels() > MOST_PIXELS {
        return Err(Flaw::TooLarge(size.pixels() / 1_000_000));
    }
    Ok(Head { kind, size: Some(size), is_encoded: true })
}

/// Whether width and height change places when an image is turned upright.
fn lies(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

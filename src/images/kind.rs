//! Kinds of images that browsers show, and what else a file may be.

use imagesize::ImageType;

use crate::images::svg;

/// A kind of image that browsers show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// AVIF.
    Avif,
    /// GIF.
    Gif,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// SVG.
    Svg,
    /// WebP.
    Webp,
}

impl Kind {
    /// The kind by the ending of a file's name; `None`: browsers show no such file.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Some(match &*ending.to_ascii_lowercase() {
            "avif" => Kind::Avif,
            "gif" => Kind::Gif,
            "jpg" | "jpeg" => Kind::Jpeg,
            "png" => Kind::Png,
            "svg" => Kind::Svg,
            "webp" => Kind::Webp,
            _ => return None,
        })
    }

    /// Its media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Avif => "image/avif",
            Kind::Gif => "image/gif",
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Svg => "image/svg+xml",
            Kind::Webp => "image/webp",
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Avif => "AVIF",
            Kind::Gif => "GIF",
            Kind::Jpeg => "JPEG",
            Kind::Png => "PNG",
            Kind::Svg => "SVG",
            Kind::Webp => "WebP",
        }
    }
}

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// An image that browsers show.
    Shown(Kind),
    /// An image that they do not show; its name.
    Other(&'static str),
    /// Nothing that is known as an image.
    NoImage,
}

impl Content {
    /// What these bytes are.
    pub fn of(bytes: &[u8]) -> Self {
        match imagesize::image_type(bytes) {
            Ok(ImageType::Jpeg) => Content::Shown(Kind::Jpeg),
            Ok(ImageType::Png) => Content::Shown(Kind::Png),
            Ok(ImageType::Gif) => Content::Shown(Kind::Gif),
            Ok(ImageType::Webp) => Content::Shown(Kind::Webp),
            Ok(ImageType::Heif(imagesize::Compression::Av1)) => Content::Shown(Kind::Avif),
            Ok(ImageType::Heif(_)) => Content::Other("HEIC"),
            Ok(ImageType::Tiff) => Content::Other("TIFF"),
            Ok(ImageType::Bmp) => Content::Other("BMP"),
            Ok(ImageType::Psd) => Content::Other("Photoshop"),
            _ if svg::is_svg(bytes) => Content::Shown(Kind::Svg),
            _ => Content::NoImage,
        }
    }
}

//! Images: files beside records that pages show → the same in several sizes, small enough to load.
//!
//! In:  the bytes of a file that is shown as an image; where it is published.
//! Out: its [`Picture`](picture::Picture), which is known from its head: how large it is, and which versions there will be at which paths; and,
//!      when somebody asks, the bytes of each version by its [`Order`](picture::Order).
//!
//! JPEG and PNG are published in [`WIDTHS`](recipe::WIDTHS) that are smaller than the image, and in its own size: as WebP and as they are,
//! upright, in sRGB, without what cameras and editors write into files. Nothing is enlarged; a PNG of few colours, whose smaller
//! versions would have more bytes than itself, is published in its own size alone. GIF, WebP, AVIF, SVG and
//! animated PNG are published as they are. Pure: the bytes of a version follow from those of the image and [`RECIPE`](recipe::RECIPE).

pub mod recipe;
pub mod size;
mod svg;
pub mod kind;
pub mod flaw;
mod jpeg;
mod png;
mod head;
pub mod picture;
mod pixels;
pub mod encode;

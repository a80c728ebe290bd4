//! What versions of images there are, and what their bytes depend on.

/// Widths in px that images are published in, beside their own.
pub const WIDTHS: [u32; 3] = [480, 960, 1440];

/// What the bytes of versions depend on beside the image: it is part of their names, and of what they are known by to the next
/// run. Raise the number when something here changes what is encoded; the versions of the encoders are those of Cargo.lock.
pub const RECIPE: &str = "1: image 0.25.10, libwebp-sys 0.9.6, moxcms 0.8.1, png 0.18.1, zune-jpeg 0.5.15";

/// Pixels that an image may have: it takes four bytes of memory for each while it is encoded.
pub const MOST_PIXELS: u64 = 100_000_000;

//! An image with its versions, as far as they are known before anything is encoded.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::diagnostics::Place;
use crate::images::flaw::Flaw;
use crate::images::head;
use crate::images::kind::Kind;
use crate::images::recipe::{RECIPE, WIDTHS};
use crate::images::size::Size;

/// One size of an image in one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its kind.
    pub kind: Kind,
    /// How large it is.
    pub size: Size,
    /// Where it is published, below the output.
    pub path: Box<str>,
}

/// An image that pages show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file in the site.
    pub source: Arc<str>,
    /// Its SHA-256.
    pub sha256: [u8; 32],
    /// Its kind.
    pub kind: Kind,
    /// How large it is; `None`: the file does not say.
    pub size: Option<Size>,
    /// Where it is published in its own kind and size.
    pub path: Box<str>,
    /// Its versions, from the narrowest to its own size, in its own kind and as WebP; empty: it is published as it is.
    pub versions: Vec<Version>,
}

/// All images that pages show, by their files in the site, each with the place that names it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Images(pub BTreeMap<Arc<str>, (Picture, Place)>);

impl Images {
    /// The image in a file of the site; `None`: no page shows it as one.
    pub fn of(&self, source: &str) -> Option<&Picture> {
        self.0.get(source).map(|(picture, _)| picture)
    }
}

/// A version that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The file in the site that it is made of.
    pub source: Arc<str>,
    /// The SHA-256 of that file.
    pub sha256: [u8; 32],
    /// The kind of that file.
    pub from: Kind,
    /// What is to be made.
    pub version: Version,
}

impl Order {
    /// What the version is known by: the image, what is made of it, and the [`RECIPE`], as a SHA-256.
    pub fn key(&self) -> [u8; 32] {
        let Version { kind, size, .. } = &self.version;
        let made = format!("{} {}x{} by {RECIPE}", kind.name(), size.width, size.height);
        Sha256::new().chain_update(self.sha256).chain_update(made).finalize().into()
    }
}

/// A PNG that has more pixels than this for each of its bytes is a drawing of few colours: with their softer edges its smaller
/// versions would have more bytes than itself.
const DRAWING: u64 = 20;
/// The largest width and height of a WebP image.
const MOST_OF_WEBP: u32 = 16_383;

impl Picture {
    /// The image in the file `source` of the site, which would be published as `path` if it were as it is.
    ///
    /// # Errors
    ///
    /// It is no image that can be published.
    pub fn of(source: Arc<str>, path: &str, bytes: &[u8]) -> Result<Self, Flaw> {
        let head = head::read(path, bytes)?;
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        let mut picture =
            Picture { source, sha256, kind: head.kind, size: head.size, path: path.into(), versions: Vec::new() };
        if let Some(size) = head.size.filter(|_| head.is_encoded) {
            let is_drawing = head.kind == Kind::Png && bytes.len() as u64 * DRAWING < size.pixels();
            let widths = if is_drawing { &[] } else { &WIDTHS[..] };
            picture.versions = versions(path, &fingerprint(sha256), (head.kind, size), widths);
            let own = picture.versions.iter().find(|version| version.kind == head.kind && version.size == size);
            picture.path = own.map_or_else(|| path.into(), |version| version.path.clone());
        }
        Ok(picture)
    }

    /// The name of its file.
    pub fn name(&self) -> &str {
        self.source.rsplit('/').next().unwrap_or(&self.source)
    }

    /// What is to be made of it.
    pub fn orders(&self) -> impl Iterator<Item = Order> + '_ {
        self.versions.iter().map(|version| Order {
            source: self.source.clone(),
            sha256: self.sha256,
            from: self.kind,
            version: version.clone(),
        })
    }

    /// The versions of a kind, from the narrowest on.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Version> {
        self.versions.iter().filter(move |version| version.kind == kind)
    }

    /// The widest version in its own kind that is not wider than so many px; `None`: it is published as it is, or in its own
    /// size alone, which is wider.
    pub fn within(&self, width: u32) -> Option<&Version> {
        self.of_kind(self.kind).filter(|version| version.size.width <= width).last()
    }
}

/// What tells the versions of an image from those of another of the same name, in ten digits.
fn fingerprint(sha256: [u8; 32]) -> String {
    let hash = Sha256::new().chain_update(sha256).chain_update(RECIPE).finalize();
    hash.iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

fn versions(path: &str, fingerprint: &str, (kind, own): (Kind, Size), widths: &[u32]) -> Vec<Version> {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let smaller = widths.iter().filter(|width| **width < own.width).map(|width| own.in_width(*width));
    let sizes = smaller.chain([own]);
    let both = sizes.flat_map(|size| [(kind, ending, size), (Kind::Webp, "webp", size)]);
    let fits =
        |(kind, _, size): &(Kind, &str, Size)| *kind != Kind::Webp || size.width.max(size.height) <= MOST_OF_WEBP;
    both.filter(fits)
        .map(|(kind, ending, size)| {
            let width = if size == own { String::new() } else { format!("-{}", size.width) };
            Version { kind, size, path: format!("{stem}.{fingerprint}{width}.{ending}").into() }
        })
        .collect()
}

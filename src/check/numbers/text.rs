//! A text in one language, as blocks with their numbers.

use std::ops::Range;

use crate::check::numbers::blocks::{Block, Blocks};
use crate::check::numbers::compare::Read;
use crate::check::numbers::site::Site;
use crate::position::LanguageIx;

/// A text in one language.
pub struct Text {
    /// Position of the language.
    pub language: LanguageIx,
    /// Its blocks with their numbers.
    pub reads: Vec<Read>,
    /// Records that it links to.
    pub links: Vec<String>,
    /// Acknowledgements that cannot be read.
    pub malformed: Vec<(Range<usize>, String)>,
}

impl Text {
    /// Reads the numbers of some blocks.
    pub fn read(site: &Site, language: LanguageIx, blocks: Blocks) -> Self {
        let Blocks { list, links, malformed, .. } = blocks;
        let reader = &site.readers[language];
        let read = |block: Block| Read { typed: reader.read(&block.text), block };
        Text { language, reads: list.into_iter().map(read).collect(), links, malformed }
    }
}

//! The files beside a record, each read once for all languages.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::link::record::LinkedRecord;
use crate::parse::Files;
use crate::position::LanguageIx;

/// A record with the files beside it.
pub struct Beside<'a> {
    /// The record.
    pub linked: &'a LinkedRecord,
    files: &'a dyn Files,
    /// Texts by language; nothing where a file cannot be read, which its page reports.
    texts: RefCell<BTreeMap<LanguageIx, Option<Rc<str>>>>,
    /// Hashes of images by name.
    images: RefCell<BTreeMap<Arc<str>, Rc<str>>>,
}

impl<'a> Beside<'a> {
    /// Nothing is read yet.
    pub fn new(linked: &'a LinkedRecord, files: &'a dyn Files) -> Self {
        Beside { linked, files, texts: RefCell::default(), images: RefCell::default() }
    }

    /// The prose of a language with its path: the whole file. `None`: there is none.
    pub fn prose(&self, language: LanguageIx) -> Option<(&'a Arc<str>, Rc<str>)> {
        let prose = self.linked.record.prose.get(language)?.as_ref().filter(|prose| !prose.is_empty)?;
        let mut texts = self.texts.borrow_mut();
        let text = texts.entry(language).or_insert_with(|| self.files.text(&prose.path).ok().map(Rc::from));
        Some((&prose.path, text.clone()?))
    }

    /// The SHA-256 of a file; empty when it cannot be read.
    pub fn image(&self, name: &Arc<str>) -> Rc<str> {
        let mut images = self.images.borrow_mut();
        let hash = images.entry(name.clone()).or_insert_with(|| {
            let path = format!("{}{name}", self.linked.record.folder.as_deref().unwrap_or_default());
            let bytes = self.files.bytes(&path).unwrap_or_default();
            Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>().into()
        });
        hash.clone()
    }
}

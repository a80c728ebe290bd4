//! Record and output are replaced together: what is being published is noted beside the record before anything is exchanged.
//!
//! ```text
//! content/.published.lock.prospectus-note    {"output": …, "manifest": …, "next": …, "was": …, "now": …}
//! content/.published.lock.prospectus-0123…   the new record
//! ```
//!
//! 1. The note, then the new record, is written to the disk.
//! 2. The output is exchanged: from now on the new site stands.
//! 3. The new record is renamed over the old one, and the note is removed.
//!
//! Whoever finds a note that nobody holds (`resume`) looks which output stands, by the hash of its manifest: the new one,
//! and the publication is finished; another, and it is taken back. Record and output may lie on different file systems.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

use crate::read::hex::hex;
use crate::write::area::Area;
use crate::write::course::{Course, Step};
use crate::write::manifest::sha256;
use crate::write::record::Record;
use crate::write::state;
use crate::write::system::{Attributes, Folder};

/// What a note may hold; what is longer is none.
const MOST_BYTES: u64 = 1 << 16;

/// What is being published.
#[derive(Debug, Serialize, Deserialize)]
pub struct Note {
    /// Where the output is: below the folder that holds the record's folder, else absolute.
    pub output: String,
    /// Whether the output is a mount point: as long as nothing is mounted there nobody knows what stands in it.
    #[serde(default)]
    pub is_mount: bool,
    /// SHA-256 of the new site's manifest.
    pub manifest: String,
    /// Name of the new record, beside the old one.
    pub next: String,
    /// SHA-256 of the old record; `None`: there was none.
    pub was: Option<String>,
    /// SHA-256 of the new one.
    pub now: String,
}

/// A publication that is under way: its note is open, and locked.
#[derive(Debug)]
pub struct Journal<'r> {
    record: &'r Record,
    folder: &'r Folder,
    file: File,
    next: OsString,
    /// Whether a kill would leave nothing that has to be finished.
    may_be_forgotten: bool,
}

/// What is to be published.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'p> {
    /// Where the output is.
    pub area: &'p Area,
    /// SHA-256 of the new site's manifest.
    pub manifest: [u8; 32],
    /// The new record.
    pub record: &'p [u8],
}

impl<'r> Journal<'r> {
    /// Notes what is to be published and stages the new record, all of it on the disk.
    ///
    /// # Errors
    ///
    /// The record is another one than when this run began; another run is publishing; the folder cannot be written. Nothing
    /// has changed then.
    pub fn begin(record: &'r Record, new: &Publication, course: Course) -> anyhow::Result<Self> {
        let shown = record.path.display();
        let Some(folder) = &record.folder else { bail!("there is no folder for {shown}") };
        let name = note_name(&record.name);
        let path = record.path.with_file_name(&name);
        let words = || format!("cannot write {}", path.display());
        let (file, is_new) = match state::locked(folder, &name, &path)? {
            Some(locked) => locked,
            None => bail!("another run is publishing this site ({} is locked)", path.display()),
        };
        if !is_new {
            bail!("a publication of this site was cut off meanwhile; run `prospectus publish` again");
        }
        let next = with_prefix(&record.name, &format!("{:016x}", RandomState::new().hash_one(&record.name)));
        let mut journal = Journal { record, folder, file, next, may_be_forgotten: true };
        (course.reached)(Step::NoteMade);
        if record.bytes()? != record.before {
            bail!("{shown} is not the one that was there when this run began; run `prospectus publish` again");
        }
        journal.write_note(new).with_context(words)?;
        (course.reached)(Step::NoteWritten);
        journal.stage(new.record).with_context(|| format!("cannot write beside {shown}"))?;
        (course.reached)(Step::RecordStaged);
        journal.may_be_forgotten = false;
        Ok(journal)
    }

    fn write_note(&mut self, new: &Publication) -> anyhow::Result<()> {
        let site = self.record.path.parent().and_then(Path::parent).map(Path::canonicalize).transpose()?;
        let output = new.area.shown.as_path();
        let below = site.as_deref().and_then(|site| output.strip_prefix(site).ok()).unwrap_or(output);
        let Some(below) = below.to_str() else {
            bail!("the path of the output, {}, is not UTF-8; choose another with --output", output.display());
        };
        let note = Note {
            output: below.to_owned(),
            is_mount: new.area.is_output,
            manifest: hex(&new.manifest),
            next: self.next.to_string_lossy().into_owned(),
            was: self.record.before.as_deref().map(|bytes| hex(&sha256(bytes))),
            now: hex(&sha256(new.record)),
        };
        self.file.write_all(&serde_json::to_vec(&note)?)?;
        self.file.sync_all()?;
        Ok(self.folder.sync_names()?)
    }

    /// Writes the new record, with the mode and owner of the one that it comes after.
    fn stage(&self, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.folder.create(&self.next, 0o644)?;
        file.write_all(bytes)?;
        if let Some(old) = self.folder.plain_file(&self.record.name)? {
            let _ = Attributes::of(&old)?.give_access(&file);
        }
        file.sync_all()?;
        self.folder.sync_names()
    }

    /// The exchange did not happen: the old record stays.
    pub fn take_back(mut self) {
        self.may_be_forgotten = true;
    }

    /// The new site stands: now the new record does, too.
    ///
    /// # Errors
    ///
    /// The record could not be replaced. The note stays for the next run.
    pub fn finish(mut self, course: Course) -> io::Result<()> {
        self.folder.rename_over(&self.next, self.folder, &self.record.name)?;
        self.folder.sync_names()?;
        (course.reached)(Step::Recorded);
        self.may_be_forgotten = true;
        drop(self);
        (course.reached)(Step::NoteRemoved);
        Ok(())
    }
}

impl Drop for Journal<'_> {
    fn drop(&mut self) {
        if self.may_be_forgotten {
            let _ = self.folder.remove_file(&self.next);
            let _ = self.folder.remove_file(&note_name(&self.record.name));
        }
    }
}

impl Note {
    /// What a note says; `None` when it was cut off, or is none.
    pub fn read(file: &File, record: &OsStr) -> Option<Self> {
        let mut bytes = Vec::new();
        file.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
        let note: Note = serde_json::from_slice(&bytes).ok()?;
        let is_beside = !note.next.contains(['/', '\\']) && note.next.starts_with(with_prefix(record, "").to_str()?);
        is_beside.then_some(note)
    }
}

/// Name of the note beside a record: hidden, so that no preview sees it.
pub fn note_name(record: &OsStr) -> OsString {
    with_prefix(record, "note")
}

fn with_prefix(record: &OsStr, what: &str) -> OsString {
    let mut name = OsString::from(".");
    name.push(record);
    name.push(".prospectus-");
    name.push(what);
    name
}

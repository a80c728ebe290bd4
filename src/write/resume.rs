//! A publication that was cut off is finished or taken back by whoever comes next: record and output are both new, or both
//! old.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::read::hex::hex;
use crate::write::area::Area;
use crate::write::entry::Kind;
use crate::write::foreign::Known;
use crate::write::journal::{Note, note_name};
use crate::write::manifest::{FILE, sha256};
use crate::write::record::Record;
use crate::write::recover;
use crate::write::state::{self, Role, State};
use crate::write::system::Folder;

/// Looks for a publication of the record at `path` that was cut off, and finishes it or takes it back; gives what should
/// be said about it. One call of the system where there is none. A publication that is under way is left to its run.
///
/// # Errors
///
/// There is one, and it cannot be finished or taken back now.
pub fn resume(path: &Path) -> anyhow::Result<Vec<String>> {
    let (Some(folder), Some(name)) = (path.parent().and_then(|above| Folder::open(above).ok()), path.file_name())
    else {
        return Ok(Vec::new());
    };
    let own = note_name(name);
    let shown = path.with_file_name(&own);
    match folder.stat(&own)?.map(|there| there.kind) {
        None => return Ok(Vec::new()),
        Some(Kind::File) => {}
        Some(other) => bail!(state::not_ours(&shown, other)),
    }
    let words = || format!("a publication was cut off and left {}", shown.display());
    let Some((file, _)) = state::locked(&folder, &own, &shown).with_context(words)? else { return Ok(Vec::new()) };
    let record = Record::at(path)?;
    let cut = Cut { record: &record, folder: &folder, shown: shown.clone() };
    cut.settle(&file).with_context(words)
}

/// Finishes what a run that was killed began in an output; gives what should be said about it. One call of the system where
/// there is nothing to do. What another run is at work on is left to it.
///
/// # Errors
///
/// There is something, and it cannot be finished now.
pub fn finish(output: &Path) -> anyhow::Result<Vec<String>> {
    let Ok(output) = output.canonicalize() else { return Ok(Vec::new()) };
    let Ok(area) = Area::of(&output) else { return Ok(Vec::new()) };
    if !State::is_in(&area)? {
        return Ok(Vec::new());
    }
    let Ok(state) = State::take(&area) else { return Ok(Vec::new()) };
    let is_cut_off =
        state.others(&area).is_ok_and(|others| others.iter().any(|(.., role)| *role == Some(Role::Update)));
    // What else lies there is for who writes a site.
    let recovered = is_cut_off.then(|| recover::recover(&area, &state, &Known::nothing()));
    state.release(&area);
    Ok(recovered.transpose()?.map(|(_, warnings)| warnings).unwrap_or_default())
}

/// A publication that was cut off.
struct Cut<'r> {
    record: &'r Record,
    folder: &'r Folder,
    /// Where its note is.
    shown: PathBuf,
}

impl Cut<'_> {
    fn settle(&self, file: &File) -> anyhow::Result<Vec<String>> {
        let Some(note) = Note::read(file, &self.record.name) else {
            // The run ended before it had changed anything.
            self.folder.remove_file(&note_name(&self.record.name))?;
            return Ok(Vec::new());
        };
        let (stands, mut warnings) = self.new_site_stands(&note)?;
        let shown = self.record.path.display();
        let output = &note.output;
        let said = match self.record_is(&note) {
            Stands::New => format!("a publication was cut off at its very end: {shown} and {output} are new"),
            Stands::Staged if stands => {
                self.folder.rename_over(note.next.as_ref(), self.folder, &self.record.name)?;
                self.folder.sync_names()?;
                format!("a publication that was cut off is finished now: {shown} and {output} are new")
            }
            Stands::Other if stands => format!(
                "a publication was cut off when {output} was new already, and {shown} was changed since: it does not record \
                 that site; run `prospectus publish` again"
            ),
            _ => format!("a publication that was cut off is taken back: {shown} and {output} are as they were"),
        };
        self.forget(&note)?;
        warnings.push(said);
        Ok(warnings)
    }

    /// Which record stands.
    fn record_is(&self, note: &Note) -> Stands {
        let record = self.record.before.as_deref().map(|bytes| hex(&sha256(bytes)));
        let next = || self.folder.bytes(note.next.as_ref()).ok().flatten();
        match record {
            Some(record) if record == note.now => Stands::New,
            record if record != note.was => Stands::Other,
            _ if next().is_some_and(|next| hex(&sha256(&next)) == note.now) => Stands::Staged,
            _ => Stands::Old,
        }
    }

    /// Removes what the run left beside the record.
    fn forget(&self, note: &Note) -> anyhow::Result<()> {
        for name in [note.next.as_ref(), note_name(&self.record.name).as_os_str()] {
            if self.folder.stat(name)?.is_some() {
                self.folder.remove_file(name)?;
            }
        }
        Ok(())
    }

    /// Whether the new site stands in the output, after what lies beside that is put in order.
    fn new_site_stands(&self, note: &Note) -> anyhow::Result<(bool, Vec<String>)> {
        let site = self.record.path.parent().and_then(Path::parent).unwrap_or(Path::new("."));
        let site = if site.as_os_str().is_empty() { Path::new(".") } else { site };
        let output = site.canonicalize()?.join(&note.output);
        let area = Area::of(&output).with_context(|| {
            let note = self.shown.display();
            format!("where the output was cannot be looked at; if it is gone for good, remove {note}")
        })?;
        if note.is_mount && !area.is_output {
            let (output, note) = (output.display(), self.shown.display());
            bail!(
                "{output} was a mount point, and nothing is mounted there now; if it is gone for good, remove {note}"
            );
        }
        let mut warnings = Vec::new();
        if State::is_in(&area)? {
            let state = State::take(&area)?;
            let recovered = recover::recover(&area, &state, &Known::nothing());
            state.release(&area);
            warnings = recovered?.1;
        }
        let manifest = match area.output_kind()? {
            Some(Kind::Folder) => area.output()?.bytes(FILE.as_ref())?,
            _ => None,
        };
        Ok((manifest.is_some_and(|bytes| hex(&sha256(&bytes)) == note.manifest), warnings))
    }
}

/// Which record there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// The one from before the publication.
    Old,
    /// The same, and the new one lies beside it.
    Staged,
    /// The new one.
    New,
    /// Somebody changed it since.
    Other,
}

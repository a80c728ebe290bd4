//! What tells one state of a file from another before it is read.

use std::fs::Metadata;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Seconds and nanoseconds since 1970.
pub type Moment = (i64, i64);

/// How long after a change another may bear the same time: file systems count in steps.
const STEP: Duration = Duration::from_millis(50);

/// What a system says of a file. As long as it says the same, the file is the same; where it says something else, its bytes
/// decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The number of the file on its device; 0 where the system has none.
    pub inode: u64,
    /// How long it is.
    pub bytes: u64,
    /// When its content changed last.
    pub modified: Moment,
    /// When content or attributes changed last.
    pub changed: Moment,
}

impl Stamp {
    /// That of a file.
    #[cfg(unix)]
    pub fn of(there: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Stamp {
            inode: there.ino(),
            bytes: there.len(),
            modified: (there.mtime(), there.mtime_nsec()),
            changed: (there.ctime(), there.ctime_nsec()),
        }
    }

    /// That of a file by what another call of the system says.
    #[cfg(unix)]
    pub fn of_stat(there: &rustix::fs::Stat) -> Self {
        let nanoseconds = |part| i64::try_from(part).unwrap_or_default();
        Stamp {
            inode: there.st_ino,
            bytes: u64::try_from(there.st_size).unwrap_or_default(),
            modified: (there.st_mtime, nanoseconds(there.st_mtime_nsec)),
            changed: (there.st_ctime, nanoseconds(there.st_ctime_nsec)),
        }
    }

    /// That of a file.
    #[cfg(not(unix))]
    pub fn of(there: &Metadata) -> Self {
        let modified = there.modified().map_or((0, 0), moment);
        let born = there.created().map_or((0, 0), moment);
        Stamp { inode: 0, bytes: there.len(), modified, changed: born }
    }

    /// That of a folder; `None`: there is none.
    pub fn of_folder(path: &Path) -> Option<Self> {
        let there = path.symlink_metadata().ok()?;
        there.is_dir().then(|| Stamp::of(&there))
    }

    /// Whether it tells the states of a folder apart, if it is `now`: it has a number, and no other change since can have got
    /// the same time.
    pub fn tells_folders(&self, now: SystemTime) -> bool {
        self.inode != 0 && self.is_settled(now)
    }

    /// Whether no other change since can have got the same time, if it is `now`.
    pub fn is_settled(&self, now: SystemTime) -> bool {
        let before = now.checked_sub(STEP).map_or((0, 0), moment);
        self.modified < before && self.changed < before
    }
}

/// A file that stands in an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its path below the output.
    pub path: Arc<str>,
    /// How long it is.
    pub bytes: u64,
    /// The SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// What the system says of it; `None`: that does not tell.
    pub stamp: Option<Stamp>,
}

fn moment(time: SystemTime) -> Moment {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    (i64::try_from(since.as_secs()).unwrap_or(i64::MAX), i64::from(since.subsec_nanos()))
}

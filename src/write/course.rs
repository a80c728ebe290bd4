//! The course of a publication: its steps, and in how many of them two folders are exchanged.

/// How two folders are exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// In one step if the system and the file system can, else in two.
    BestThereIs,
    /// In two, as on Windows.
    TwoSteps,
}

/// What was just done to a site that is published, in this order. Between any two of them a run may be killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The new site is on the disk, beside the old one.
    Completed,
    /// There is a note of what is being published, still empty.
    NoteMade,
    /// The note is on the disk.
    NoteWritten,
    /// The new record is on the disk, beside the old one.
    RecordStaged,
    /// Of two renames, the first: there is no output.
    OldMovedAside,
    /// The new site stands in the output.
    Exchanged,
    /// The new record stands.
    Recorded,
    /// The note is gone: record and output belong together.
    NoteRemoved,
    /// The old site is gone.
    Settled,
    /// Of a site that is brought up to date in its place: what is to be done is noted, and will be done.
    UpdateNoted,
    /// One of its files stands, others may not.
    FileRenamed,
    /// All of them stand, and those that go are gone.
    FilesRenamed,
    /// The manifest stands, too.
    ManifestRenamed,
}

/// How a publication goes.
#[derive(Debug, Clone, Copy)]
pub struct Course {
    /// In how many steps folders are exchanged.
    pub how: Exchange,
    /// Called after each step.
    pub reached: fn(Step),
}

impl Default for Course {
    fn default() -> Self {
        Course { how: Exchange::BestThereIs, reached: |_| {} }
    }
}

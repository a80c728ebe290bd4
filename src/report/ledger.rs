//! What files read, by numbers: they are quickly noted while files are made, and hold for one build.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use foldhash::fast::FixedState;

use crate::output::Numbers;
use crate::output::packed::Packed;
use crate::report::recorder::{Note, Notes};

/// What was read by any file so far, each once.
#[derive(Default)]
pub struct Ledger(RwLock<Written>);

#[derive(Default)]
struct Written {
    numbers: HashMap<Note, u32, FixedState>,
    notes: Vec<Note>,
    /// Numbers of what remembered things had read, by where their notes are: these are held, so that nothing else comes to
    /// lie there.
    groups: HashMap<usize, u32, FixedState>,
    held: Vec<Held>,
}

/// What something remembered had read, with the numbers of it.
type Held = (Arc<[Note]>, Packed);

/// Numbers of notes and of groups.
type Found = (Vec<u32>, Vec<u32>);

impl Ledger {
    /// The numbers of notes.
    pub fn numbers(&self, notes: &Notes) -> Numbers {
        let (own, handed_on) = notes.parts();
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).known(own, handed_on);
        let (single, groups) = known.unwrap_or_else(|| {
            let mut written = self.0.write().unwrap_or_else(PoisonError::into_inner);
            let single = own.iter().map(|note| written.number(note)).collect();
            let groups = handed_on.iter().map(|group| written.group(group)).collect();
            (single, groups)
        });
        Numbers { single: Packed::of(single), groups: Packed::of(groups) }
    }

    /// What has a number.
    pub fn note(&self, number: u32) -> Note {
        self.0.read().unwrap_or_else(PoisonError::into_inner).notes[number as usize].clone()
    }

    /// The numbers of a group.
    pub fn of_group(&self, group: u32) -> Packed {
        self.0.read().unwrap_or_else(PoisonError::into_inner).held[group as usize].1.clone()
    }
}

fn place(group: &Arc<[Note]>) -> usize {
    Arc::as_ptr(group).cast::<Note>().addr()
}

impl Written {
    fn known(&self, own: &[Note], handed_on: &[Arc<[Note]>]) -> Option<Found> {
        let single = own.iter().map(|note| self.numbers.get(note).copied()).collect::<Option<_>>()?;
        let groups = handed_on.iter().map(|group| self.groups.get(&place(group)).copied()).collect::<Option<_>>()?;
        Some((single, groups))
    }

    fn number(&mut self, note: &Note) -> u32 {
        if let Some(number) = self.numbers.get(note) {
            return *number;
        }
        let number = self.notes.len() as u32;
        self.notes.push(note.clone());
        self.numbers.insert(note.clone(), number);
        number
    }

    fn group(&mut self, group: &Arc<[Note]>) -> u32 {
        if let Some(number) = self.groups.get(&place(group)) {
            return *number;
        }
        let numbers = group.iter().map(|note| self.number(note)).collect();
        let number = self.held.len() as u32;
        self.held.push((group.clone(), Packed::of(numbers)));
        self.groups.insert(place(group), number);
        number
    }
}

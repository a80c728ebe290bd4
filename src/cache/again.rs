//! A sink that has what an earlier build made, as long as all that this read comes to the same, and notes what each file reads
//! for the next build.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::cache::build::{Build, Made, Next};
use crate::images::picture::Order;
use crate::output::packed::Packed;
use crate::output::{Had, Numbers, OutputFile, Part, Sink, State, States, Wish};
use crate::position::TOGETHER;

/// How the names of lengths of data files begin: they are known when the data were made.
const SIZE: &str = "size ";

/// Where files go, with what an earlier build knew of them.
pub struct Again<'a> {
    sink: &'a dyn Sink,
    /// What keeps a file that the output has already, by its position in the outputs of the earlier build; gives its length.
    keep: &'a (dyn Fn(usize) -> Option<u64> + Sync),
    before: Option<&'a Build>,
    /// By path, where a file stands in the outputs of the earlier build.
    positions: HashMap<&'a str, usize, FixedState>,
    same: OnceLock<Same>,
    put: Mutex<Vec<(String, Numbers)>>,
    next: OnceLock<Next>,
    is_last: bool,
}

/// What comes to the same as in the earlier build.
struct Same {
    common: State,
    names: Vec<Sameness>,
    groups: Vec<Sameness>,
    /// What each name comes to now, as far as it is known.
    states: Vec<Option<State>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sameness {
    Same,
    /// It is known later.
    Later,
    Other,
}

impl<'a> Again<'a> {
    /// What hands files on to a sink.
    pub fn new(sink: &'a dyn Sink, keep: &'a (dyn Fn(usize) -> Option<u64> + Sync), before: Option<&'a Build>) -> Self {
        let outputs = before.iter().flat_map(|before| &before.outputs);
        let positions = outputs.enumerate().map(|(at, made)| (&*made.path, at)).collect();
        Again {
            sink,
            keep,
            before,
            positions,
            same: OnceLock::new(),
            put: Mutex::default(),
            next: OnceLock::new(),
            is_last: false,
        }
    }

    /// The same where the process ends when all is written: then nobody takes apart what was made.
    pub fn last(self) -> Self {
        // A first build has use for the memory.
        Again { is_last: self.before.is_some(), ..self }
    }

    /// What the next build is told of this one. `None`: it was not finished.
    pub fn finish(self) -> Option<Next> {
        self.next.into_inner()
    }

    fn same(&self, before: &Build, states: &dyn States) -> &Same {
        self.same.get_or_init(|| {
            let common = states.common();
            if common != before.common {
                let (names, groups) = (vec![Sameness::Other; before.names.len()], before.groups.len());
                return Same { common, names, groups: vec![Sameness::Other; groups], states: Vec::new() };
            }
            let now = |(name, _): &(Box<str>, Option<State>)| match name.starts_with(SIZE) {
                true => None,
                false => states.state(name),
            };
            let states: Vec<Option<State>> = before.names.par_iter().with_max_len(TOGETHER).map(now).collect();
            let is_same = |((name, before), now): (&(Box<str>, Option<State>), &Option<State>)| match before {
                Some(_) if name.starts_with(SIZE) => Sameness::Later,
                Some(_) if before == now => Sameness::Same,
                _ => Sameness::Other,
            };
            let names: Vec<Sameness> = before.names.iter().zip(&states).map(is_same).collect();
            let of_group = |group: &Packed| group.iter().map(|at| names[at as usize]).max().unwrap_or(Sameness::Same);
            let groups = before.groups.par_iter().with_max_len(TOGETHER).map(of_group).collect();
            Same { common, names, groups, states }
        })
    }

    fn is_same(&self, before: &Build, made: &Made, states: &dyn States) -> bool {
        let same = self.same(before, states);
        if same.common != before.common {
            return false;
        }
        let is_same = |at: u32| match same.names[at as usize] {
            Sameness::Same => true,
            Sameness::Other => false,
            Sameness::Later => {
                let (name, state) = &before.names[at as usize];
                states.state(name) == *state
            }
        };
        let is_group_same = |at: u32| match same.groups[at as usize] {
            Sameness::Same => true,
            Sameness::Other => false,
            Sameness::Later => before.groups[at as usize].iter().all(is_same),
        };
        made.groups.iter().all(is_group_same) && made.single.iter().all(is_same)
    }

    /// What this build adds to what the earlier one knew.
    fn added(&self, states: &dyn States) -> Next {
        let put = std::mem::take(&mut *self.put.lock().unwrap_or_else(PoisonError::into_inner));
        let nothing = Build::default();
        let before = self.before.unwrap_or(&nothing);
        let known = self.same.get();
        let mut adding = Adding::new(states, before);
        let outputs = put.into_iter().map(|(path, numbers)| adding.made(path, &numbers)).collect();
        let Adding { names, groups, .. } = adding;
        let names = names.into_par_iter().map(|name| {
            let state = states.state(&name);
            (name, state)
        });
        let names = names.collect();
        // Lengths are known by now.
        let now =
            |(at, (name, _)): (usize, &(Box<str>, Option<State>))| match known.and_then(|same| same.states.get(at)) {
                Some(Some(state)) => Some(*state),
                _ => states.state(name),
            };
        let all = before.names.par_iter().enumerate().map(now).collect();
        let common = known.map_or_else(|| states.common(), |same| same.common);
        Next { common, states: all, names, groups, outputs }
    }
}

/// The tables of the next build, as they grow behind those of the earlier one.
struct Adding<'a> {
    states: &'a dyn States,
    first_name: usize,
    first_group: usize,
    names: Vec<Box<str>>,
    groups: Vec<Packed>,
    /// Where the earlier build has a name.
    positions: HashMap<&'a str, u32, FixedState>,
    /// Positions by the numbers of this build.
    single: Positions,
    of_groups: Positions,
}

/// Positions by numbers that are given one after the other.
#[derive(Default)]
struct Positions(Vec<Option<u32>>);

impl Positions {
    fn of(&self, number: u32) -> Option<u32> {
        *self.0.get(number as usize)?
    }

    fn note(&mut self, number: u32, position: u32) -> u32 {
        let at = number as usize;
        self.0.resize(self.0.len().max(at + 1), None);
        *self.0[at].insert(position)
    }
}

impl<'a> Adding<'a> {
    fn new(states: &'a dyn States, before: &'a Build) -> Self {
        let known = before.names.iter().enumerate().map(|(at, (name, _))| (&**name, at as u32));
        Adding {
            states,
            first_name: before.names.len(),
            first_group: before.groups.len(),
            names: Vec::new(),
            groups: Vec::new(),
            positions: known.collect(),
            single: Positions::default(),
            of_groups: Positions::default(),
        }
    }

    fn number(&mut self, number: u32) -> u32 {
        if let Some(known) = self.single.of(number) {
            return known;
        }
        let name = self.states.name(number);
        let position = self.positions.get(name.as_str()).copied().unwrap_or_else(|| {
            self.names.push(name.into());
            (self.first_name + self.names.len() - 1) as u32
        });
        self.single.note(number, position)
    }

    fn group(&mut self, group: u32) -> u32 {
        if let Some(known) = self.of_groups.of(group) {
            return known;
        }
        let numbers = Packed::of(self.states.of_group(group).iter().map(|number| self.number(number)).collect());
        let new = (self.first_group + self.groups.len()) as u32;
        self.groups.push(numbers);
        self.of_groups.note(group, new)
    }

    fn made(&mut self, path: String, numbers: &Numbers) -> Made {
        let single = Packed::of(numbers.single.iter().map(|number| self.number(number)).collect());
        let groups = Packed::of(numbers.groups.iter().map(|group| self.group(group)).collect());
        Made { path: path.into(), bytes: 0, sha256: [0; 32], stamp: None, single, groups }
    }
}

impl Sink for Again<'_> {
    fn put(&self, file: OutputFile) {
        let numbers = file.reads.numbers();
        self.put.lock().unwrap_or_else(PoisonError::into_inner).push((file.path.clone(), numbers));
        self.sink.put(file);
    }

    fn has(&self, path: &str, states: &dyn States) -> Option<u64> {
        let at = *self.positions.get(path)?;
        let before = self.before?;
        self.is_same(before, &before.outputs[at], states).then(|| (self.keep)(at))?
    }

    fn has_all(&self, folder: &str, planned: &dyn Fn(&str) -> bool, states: &dyn States) -> Option<Vec<Had>> {
        let before = self.before?;
        let first = before.outputs.partition_point(|made| *made.path < *folder);
        let count = before.outputs[first..].iter().take_while(|made| made.path.starts_with(folder)).count();
        let all = first..first + count;
        let is_had = |made: &Made| planned(&made.path) && self.is_same(before, made, states);
        if count == 0 || !before.outputs[all.clone()].iter().all(is_had) {
            return None;
        }
        // Of what does not stand any more nothing is kept: who makes it makes the others, too.
        all.map(|at| Some((before.outputs[at].path.to_string(), (self.keep)(at)?))).collect()
    }

    fn end(&self, states: &dyn States) {
        let _ = self.next.set(self.added(states));
    }

    fn is_last(&self) -> bool {
        self.is_last
    }

    fn wish(&self, order: &Order) -> Wish {
        self.sink.wish(order)
    }

    fn encoded(&self, order: &Order, bytes: &[u8]) {
        self.sink.encoded(order, bytes);
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        self.sink.keeps(part)
    }

    fn is_closed(&self) -> bool {
        self.sink.is_closed()
    }
}

//! The numbers of a translation against those of its source text.

use crate::check::numbers::blocks::Block;
use crate::check::numbers::reading::Typed;

/// A block with its numbers.
pub struct Read {
    /// The block.
    pub block: Block,
    /// Its numbers.
    pub typed: Vec<Typed>,
}

/// A number with the block it stands in.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The block.
    pub block: &'a Read,
    /// The number.
    pub typed: &'a Typed,
}

/// A number that one of two texts says and the other does not, or one in the place of another.
pub struct Difference<'a> {
    /// What the translation says; `None`: a number is missing.
    pub here: Option<Found<'a>>,
    /// What the source text says; `None`: it has no such number.
    pub there: Option<Found<'a>>,
    /// The blocks that were compared.
    pub pair: Pair<'a>,
}

/// What stands in the same place of two texts: a block each, or all of them where the texts have different numbers of blocks.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// Of the source text.
    pub source: &'a [Read],
    /// Of the translation.
    pub translation: &'a [Read],
}

/// The values of quotes of some blocks: they answer a number, and ask for none.
pub type Quoted<'q> = &'q dyn Fn(&[Read], Side) -> Vec<String>;

/// One of two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The source text.
    Source,
    /// The translation.
    Translation,
}

/// Numbers of one place that the other text lacks.
struct Gap<'a> {
    pair: Pair<'a>,
    missing: Vec<Found<'a>>,
    extra: Vec<Found<'a>>,
    /// Numbers that the source text says more often: one of them may stand for what is too much.
    spare: Vec<Found<'a>>,
}

/// Every number that differs.
pub fn differences<'a>(source: &'a [Read], translation: &'a [Read], quoted: Quoted) -> Vec<Difference<'a>> {
    let mut gaps: Vec<Gap> = pairs(source, translation).into_iter().filter_map(|pair| gap(pair, quoted)).collect();
    drop_moved(&mut gaps);
    gaps.into_iter().flat_map(paired).collect()
}

fn pairs<'a>(source: &'a [Read], translation: &'a [Read]) -> Vec<Pair<'a>> {
    if source.len() != translation.len() {
        return vec![Pair { source, translation }];
    }
    source.chunks(1).zip(translation.chunks(1)).map(|(source, translation)| Pair { source, translation }).collect()
}

fn gap<'a>(pair: Pair<'a>, quoted: Quoted) -> Option<Gap<'a>> {
    let (source, translation) = (found(pair.source), found(pair.translation));
    let mut missing = lacking(&source, &translation);
    let mut extra = lacking(&translation, &source);
    if missing.is_empty() && extra.is_empty() {
        (missing, extra) = exchanged(&source, &translation)?;
    }
    let drop_quoted = |list: &mut Vec<Found>, blocks: &[Read], side: Side| {
        if !list.is_empty() && blocks.iter().any(|read| !read.block.quotes.is_empty()) {
            let values = quoted(blocks, side);
            list.retain(|found| !values.contains(&found.typed.value));
        }
    };
    drop_quoted(&mut missing, pair.translation, Side::Translation);
    drop_quoted(&mut extra, pair.source, Side::Source);
    let spare = if missing.is_empty() { surplus(&source, &translation) } else { Vec::new() };
    (!missing.is_empty() || !extra.is_empty()).then_some(Gap { pair, missing, extra, spare })
}

fn found(blocks: &[Read]) -> Vec<Found<'_>> {
    blocks.iter().flat_map(|block| block.typed.iter().map(move |typed| Found { block, typed })).collect()
}

/// Numbers that count something and that the other text does not have in any way, each once.
fn lacking<'a>(from: &[Found<'a>], other: &[Found]) -> Vec<Found<'a>> {
    let mut lacking: Vec<Found> = Vec::new();
    for found in from.iter().filter(|found| found.typed.is_firm) {
        let is_known = lacking.iter().any(|known| known.typed.value == found.typed.value);
        if !is_known && !other.iter().any(|known| known.typed.answers(found.typed)) {
            lacking.push(*found);
        }
    }
    lacking
}

/// As many numbers in both, but one in the place of another: `four … four` and `vier … fünf` where five is said, too.
fn exchanged<'a>(source: &[Found<'a>], translation: &[Found<'a>]) -> Option<(Vec<Found<'a>>, Vec<Found<'a>>)> {
    let firm = |list: &[Found]| list.iter().filter(|found| found.typed.is_firm).count();
    if firm(source) != firm(translation) {
        return None;
    }
    let (missing, extra) = (surplus(source, translation), surplus(translation, source));
    (!missing.is_empty() && !extra.is_empty()).then_some((missing, extra))
}

/// Numbers that stand more often in one text than in the other.
fn surplus<'a>(from: &[Found<'a>], other: &[Found]) -> Vec<Found<'a>> {
    let mut left: Vec<&Typed> = other.iter().map(|found| found.typed).collect();
    let mut surplus = Vec::new();
    for found in from.iter().filter(|found| found.typed.is_firm) {
        match left.iter().position(|typed| typed.answers(found.typed)) {
            Some(at) => drop(left.swap_remove(at)),
            None => surplus.push(*found),
        }
    }
    surplus
}

/// A number that one paragraph lacks and another has beyond its own has moved: no finding. One that stands for another has not.
fn drop_moved(gaps: &mut Vec<Gap>) {
    let values = |gaps: &[Gap], of_missing: bool| -> Vec<String> {
        let pure = gaps.iter().filter(|gap| if of_missing { gap.extra.is_empty() } else { gap.missing.is_empty() });
        let list = pure.flat_map(|gap| if of_missing { &gap.missing } else { &gap.extra });
        list.map(|found| found.typed.value.clone()).collect()
    };
    let (missing, extra) = (values(gaps, true), values(gaps, false));
    for gap in gaps.iter_mut() {
        if gap.extra.is_empty() {
            gap.missing.retain(|found| !extra.contains(&found.typed.value));
        } else if gap.missing.is_empty() {
            gap.extra.retain(|found| !missing.contains(&found.typed.value));
        }
    }
    gaps.retain(|gap| !gap.missing.is_empty() || !gap.extra.is_empty());
}

/// What is missing beside what stands too much, in the order of the texts.
fn paired(gap: Gap<'_>) -> Vec<Difference<'_>> {
    let Gap { pair, missing, extra, spare } = gap;
    let missing = if missing.is_empty() { spare.into_iter().take(extra.len()).collect() } else { missing };
    let count = missing.len().max(extra.len());
    (0..count).map(|at| Difference { here: extra.get(at).copied(), there: missing.get(at).copied(), pair }).collect()
}

#[cfg(test)]
mod tests;

//! What groups or places show, in a sentence: the most, and who has no value; only what is sure.

use std::cmp::Ordering;

use crate::figures::Amount;
use crate::locale::program::Message;
use crate::pictures::certain::extreme;
use crate::pictures::course::{counted, listed};
use crate::report::localizer::Localizer;

/// A group or a place.
pub struct Ranked<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How much of it there is; `None`: nothing says.
    pub amount: Option<&'a Amount>,
    /// The same in words.
    pub text: &'a str,
}

/// The most, and who has no value, a sentence each; `None`: the language has no words for it.
pub fn words(localizer: Localizer, all: &[Ranked]) -> Option<Vec<String>> {
    let is_known = |one: &&Ranked| one.amount.is_some_and(|amount| amount.number.is_some());
    let (known, unknown): (Vec<&Ranked>, Vec<&Ranked>) = all.iter().partition(is_known);
    let mut sentences = Vec::new();
    sentences.extend(most(localizer, &known)?);
    if !unknown.is_empty() {
        let names: Vec<String> = unknown.iter().map(|one| one.name.to_owned()).collect();
        sentences.push(counted(localizer, Message::FindingWithout, names.len(), &names)?);
    }
    Some(sentences)
}

/// The most, or that all are the same; nothing where that is not sure.
fn most(localizer: Localizer, known: &[&Ranked]) -> Option<Option<String>> {
    let amounts: Vec<&Amount> = known.iter().filter_map(|one| one.amount).collect();
    let found = extreme(&amounts, Ordering::Greater);
    let Some(first) = found.first().and_then(|at| known.get(*at)) else { return Some(None) };
    if known.len() > 1 && found.len() == known.len() {
        let variables = [("count", known.len().into()), ("value", first.text.into())];
        return Some(Some(localizer.format_own(Message::FindingEqual, &variables)?));
    }
    let names: Vec<String> = found.iter().map(|at| known[*at].name.to_owned()).collect();
    let names = listed(localizer, &names);
    let variables = [("count", found.len().into()), ("names", names.as_str().into()), ("value", first.text.into())];
    Some(Some(localizer.format_own(Message::FindingMost, &variables)?))
}

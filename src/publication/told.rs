//! What corrections tell: the values that each names, or that the record of publications and the site have for it.

use crate::model::date::Date;
use crate::position::RecordIx;
use crate::publication::candidate::Candidate;
use crate::publication::correction::{Correction, On, Said};
use crate::publication::lock::Lock;

/// A value that a correction tells of.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Whose value it is.
    pub of: RecordIx,
    /// Of which date; `None`: it has none.
    pub on: Option<Date>,
    /// What was published; `None`: nothing.
    pub was: Option<Said>,
    /// What is right; `None`: nothing, the value is withdrawn.
    pub now: Option<Said>,
}

/// The values that a correction tells of; none where it says nothing of values.
pub fn told(candidate: &Candidate, lock: Option<&Lock>, correction: &Correction) -> Vec<Told> {
    let _ = (candidate, lock);
    if correction.is_of_several() {
        return Vec::new();
    }
    let on = match correction.on {
        On::Date(date) => Some(date),
        _ => None,
    };
    let Correction { was, now, of, .. } = correction;
    let says_something = was.is_some() || now.is_some();
    let told = Told { of: of[0], on, was: was.clone(), now: now.clone() };
    says_something.then_some(told).into_iter().collect()
}

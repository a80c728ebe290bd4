//! Whether something holds, and how firmly: what is not known is neither true nor false.

use crate::model::value::Status;

/// Whether something holds. Ordered so that all of several hold as far as the least does, and one of them as far as the
/// greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Truth {
    /// It does not hold.
    False,
    /// Nobody says whether it does.
    #[default]
    Unknown,
    /// It holds.
    True,
}

/// Whether something holds, by facts of a status: a provisional “recognized” makes “is it recognized?” provisionally true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answer {
    /// Whether it holds.
    pub truth: Truth,
    /// The least firm status of the facts that say so.
    pub status: Status,
}

impl Answer {
    /// It holds, as sure as can be.
    pub const YES: Answer = Answer { truth: Truth::True, status: Status::Final };
    /// It does not hold, as sure as can be.
    pub const NO: Answer = Answer { truth: Truth::False, status: Status::Final };

    /// Whether all of several hold: not as soon as one does not, and it is not known as soon as that of one is not.
    pub fn all(answers: impl Iterator<Item = Answer>) -> Self {
        let mut all = Answer::YES;
        for answer in answers {
            all.truth = all.truth.min(answer.truth);
            if all.truth == Truth::False {
                return Answer::NO;
            }
            all.status = all.status.max(answer.status);
        }
        all
    }

    /// Whether one of several holds, as firmly as the firmest that does; it is not known as soon as that of one is not and
    /// none holds.
    pub fn any(answers: impl Iterator<Item = Answer>) -> Self {
        let mut any = Answer::NO;
        for answer in answers {
            match (any.truth, answer.truth) {
                (Truth::True, Truth::True) => any.status = any.status.min(answer.status),
                (_, Truth::True) => any = answer,
                (truth, other) => any.truth = truth.max(other),
            }
        }
        any
    }

    /// Whether it holds.
    pub fn holds(self) -> bool {
        self.truth == Truth::True
    }

    /// The same, made no firmer than a status.
    pub fn weakened(self, status: Status) -> Self {
        Answer { status: self.status.max(status), ..self }
    }
}

impl From<Option<bool>> for Answer {
    /// Whether it holds, as sure as can be; `None`: nobody says.
    fn from(holds: Option<bool>) -> Self {
        match holds {
            Some(true) => Answer::YES,
            Some(false) => Answer::NO,
            None => Answer::default(),
        }
    }
}

impl std::ops::Not for Answer {
    type Output = Answer;

    /// What is not known stays so.
    fn not(self) -> Answer {
        let truth = match self.truth {
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
            Truth::True => Truth::False,
        };
        Answer { truth, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNKNOWN: Answer = Answer { truth: Truth::Unknown, status: Status::Final };

    #[test]
    fn the_unknown_decides_only_where_nothing_else_does() {
        let (yes, no) = (Answer::YES, Answer::NO);

        assert_eq!(Answer::all([UNKNOWN, no].into_iter()), no);
        assert_eq!(Answer::all([yes, UNKNOWN].into_iter()), UNKNOWN);
        assert_eq!(Answer::any([UNKNOWN, yes].into_iter()), yes);
        assert_eq!(Answer::any([no, UNKNOWN].into_iter()), UNKNOWN);
        assert_eq!((!UNKNOWN, !yes), (UNKNOWN, no));
    }

    #[test]
    fn all_are_as_firm_as_the_weakest_and_any_as_the_firmest() {
        let answer = |status: Status| Answer::YES.weakened(status);
        let both = [answer(Status::Forecast), answer(Status::Revised)];

        assert_eq!(Answer::all(both.into_iter()).status, Status::Forecast);
        assert_eq!(Answer::any(both.into_iter()).status, Status::Revised);
    }
}

//! Findings about what somebody should look at: sources, days of review.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Note, Warning};

/// A fact that no source states.
pub static UNSOURCED: Code = code(
    "unsourced",
    Note,
    [
        "a fact has no source",
        "Neither the fact nor its record names a source. The report counts such facts; readers cannot check them.",
        "capital: 20000000",
        "capital: {is: 20000000, source: dezhou-daily}",
    ],
);
/// A source that cannot be cited as it is written.
pub static CITATION: Code = code(
    "citation",
    Warning,
    [
        "a source cannot be cited as it is",
        "What stands beside a fact says in a glance who speaks: a short citation has at most three words, and our own work is not signed with a publisher, as if a source had said it.",
        "short: The Provincial Department of Industry",
        "short: Provincial Department",
    ],
);
/// A record that somebody should have looked at.
pub static REVIEW_OVERDUE: Code = code(
    "review-overdue",
    Warning,
    [
        "a review is overdue",
        "The record says by when somebody should look at it again, and that day has come. Check it, then move the day.",
        "review_by: 2025-01-01",
        "review_by: 2027-01-01",
    ],
);

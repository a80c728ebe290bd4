//! Findings about figures and the numbers of texts.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Note, Warning};

/// A figure whose definition cannot be computed.
pub static FIGURE: Code = code(
    "figure",
    Error,
    [
        "a figure cannot be computed",
        "A figure's definition names a collection, a field or an option that does not exist, or asks for a sum of something that is no number. Docs/content.md has all that a definition can say.",
        "count: centers\nwhere: {levl: provincial}",
        "count: centers\nwhere: {level: provincial}",
    ],
);
/// A report that our records contradict.
pub static FIGURE_MISMATCH: Code = code(
    "figure-mismatch",
    Error,
    [
        "a reported number and our own count differ",
        "The figure is both computed from records and reported by a source, and on the reported date the two are not equal. Either a record is wrong or missing, or the source is wrong, or our list is known to be incomplete: then say so, and the page shows both. An incomplete list cannot have more than was reported.",
        "count: centers\nreported: [{is: 22, since: 2022-02-28, source: agency}]   (8 records)",
        "complete: false   (the page says “8 of 22 listed here”)",
    ],
);
/// A record whose date is too coarse for a reported day.
pub static FIGURE_STRADDLES: Code = code(
    "figure-straddles",
    Warning,
    [
        "a date is too coarse to tell whether a record counted",
        "A number was reported for a day, or the report is made for an earlier day (`--as-of`), and a record's date is the month or year around that day: it counts from its first day, but may have begun after that one.",
        "stage: [{is: recognized, since: 2022}]   (reported for 2022-02-28)",
        "stage: [{is: recognized, since: 2022-02-14}]",
    ],
);
/// A number in prose that a fact or a figure says.
pub static TYPED_NUMBER: Code = code(
    "typed-number",
    Note,
    [
        "a number is typed that a fact or a figure says",
        "The prose types a number that a fact of the record, or a figure it leads to, says too. A quote is the same everywhere, has its source and follows corrections. Where the number is typed on purpose, acknowledge it: <!-- ok: 40 --> in the paragraph.",
        "Shandong has 40 [recognized centers](@figures/provincial-centers).",
        "Shandong has [](@figures/provincial-centers) recognized centers.",
    ],
);
/// A number that is nearly a fact.
pub static NEAR_MISS: Code = code(
    "near-miss",
    Warning,
    [
        "a number is nearly a fact, and not it",
        "A text types a number that differs by at most 5 % from a fact of the record, or from a figure whose name stands beside it. Either the fact has changed since, or the text has a slip. Where both are right, acknowledge the number: <!-- ok: 470 --> in the paragraph of prose, `accept: [{field: summary, value: 470, because: \"…\"}]` in the facts for a field.",
        "firms: 480   en.md: More than 470 firms belong to it.",
        "firms: 480   en.md: More than [](@chains/appliances#firms) firms belong to it.",
    ],
);
/// A translation with other numbers.
pub static DIGITS_DIFFER: Code = code(
    "digits-differ",
    Warning,
    [
        "a translation has other numbers than its source text",
        "In the same paragraph, title or note the two texts say different numbers, in digits or in words. One of them is wrong, or leaves something out. Dates, orders, parts of names and *one* are not compared. Where both are right, acknowledge the number: <!-- ok: 35 --> in the paragraph of prose, `accept: [{field: summary, value: 35, because: \"…\"}]` in the facts for a field.",
        "en.md: four pilot plants   de.md: fünf Pilotanlagen",
        "en.md: four pilot plants   de.md: vier Pilotanlagen",
    ],
);
/// An acknowledgement of a number that cannot be read, or that nothing met.
pub static ACKNOWLEDGEMENT: Code = code(
    "acknowledgement",
    Warning,
    [
        "an acknowledgement of a number is malformed or matches nothing",
        "<!-- ok: 470 --> says that a number of its paragraph is right as it is; `accept` says so of a field. This one cannot be read, or nothing is to be said of that number there any more: then a later mistake would hide behind it.",
        "<!-- ok: four -->",
        "<!-- ok: 4, 470 — as the source writes -->",
    ],
);

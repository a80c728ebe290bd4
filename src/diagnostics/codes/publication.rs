//! Findings about what was published.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Warning};

/// A line of the record of publications that cannot be read.
pub static PUBLISHED_LOCK: Code = code(
    "published-lock",
    Error,
    [
        "the record of publications cannot be read",
        "content/published.lock holds what was published: values, pages and addresses, one a line, sorted, each with the edition that first said it. `prospectus publish` writes it; nobody edits it by hand. After a merge of two branches it may hold git's marks: keep the lines of both; with `content/published.lock merge=union` in .gitattributes there are none. Of several lines of one thing that of the latest edition counts. Two values of one thing in one edition cannot both be right: remove one.",
        "figure centers 2022-02-28 reported 22 2026-12-01\nfigure centers 2022-02-28 reported 23 2026-12-01",
        "figure centers 2022-02-28 reported 22 2026-12-01",
    ],
);
/// A published value that is another one now, and nobody tells of it.
pub static FIGURE_CHANGED: Code = code(
    "figure-changed",
    Error,
    [
        "a published number is another one now",
        "The last publication gave another value for this figure and date, or this value is gone. Readers may have quoted it: either the change is a mistake, or a record in content/corrections/ tells of it: a `revision` when better data came in, a `correction` when the value was wrong. One correction serves later values of the same count that differ by as much, and the groups that it changes by as much. New dates need none.",
        "reported: [{is: 23, since: 2022-02-28, source: agency}]   (published: 22)",
        "corrections/centers-2022.yaml:\nkind: correction\ngrade: minor\ndate: 2026-12-01\nreason: {en: The source had been misread.}\nof: figures/centers\non: 2022-02-28\nwas: 22\nnow: 23",
    ],
);
/// A published fact that is another one now, and nobody tells of it.
pub static FACT_CHANGED: Code = code(
    "fact-changed",
    Error,
    [
        "a published fact is another one now",
        "The last publication said otherwise: another value at this date, another or a coarser date, a value where there is none now, or an item came between published ones. Readers may have relied on it: either the change is a mistake, or a record in content/corrections/ tells of it. What is new, later, finer or of another source needs none, nor does a value where none was known; `locked: false` at a field of the model lets its values change without a word.",
        "capital: 60000000   (published: 50000000)",
        "corrections/bearings-capital.yaml:\nkind: correction\ngrade: minor\ndate: 2026-12-01\nreason: {en: The source had been misread.}\nof: centers/bearings\nfield: capital\nwas: 50000000\nnow: 60000000",
    ],
);
/// Data that are older than those of the last edition.
pub static OLDER_AS_OF: Code = code(
    "older-as-of",
    Error,
    [
        "the data are older than those that were published",
        "The last edition says to which day its data were looked after (`edition … as-of …` in content/published.lock). `as_of` in content/site.yaml never goes back behind it: readers would get older data as newer ones. A report of an earlier day is made with `--as-of`.",
        "as_of: 2026-11-20   (published: edition 2026-12-01 as-of 2026-11-24)",
        "as_of: 2026-11-24",
    ],
);
/// A published value that is another one since the day of a record came.
pub static FIGURE_BY_TIME: Code = code(
    "figure-by-time",
    Warning,
    [
        "a published number is another one since a record appeared or expired",
        "A record that the figure may count appeared on its `publish_on`, or went on its `expires_on`, after the last publication. A build that nobody attends goes on; `publish` asks for a record in content/corrections/ that tells readers of it.",
        "expires_on: 2026-12-01   (the figure was published as 16, and is 15 now)",
        "corrections/centers-2026.yaml:\nkind: revision\ngrade: minor\ndate: 2026-12-01\nreason: {en: A center was withdrawn.}\nof: figures/centers\non: 2022-02-28\nwas: 16\nnow: 15",
    ],
);
/// A text that types what a published number was.
pub static OLD_NUMBER: Code = code(
    "old-number",
    Warning,
    [
        "a text types a number that is another one now",
        "A published number, of a figure or of a fact, is not what it was in the last edition, and this text still types the old value, in digits or in words. Looked through are the texts of the record itself, of records that link to it, refer to it or quote it, and all in which the name of a figure stands beside the number: prose, titles, summaries, notes, what images show. A value below 13 is looked for in the record's own texts and where it is quoted or named. Where the old value is right, as in a sentence on the past, acknowledge it: <!-- ok: 42 --> in the paragraph of prose, `accept: [{field: summary, value: 42, because: \"…\"}]` in the facts for a field.",
        "figures/key-chains.yaml: 43, published as 42   en.md: One of 42 key industrial chains.",
        "en.md: One of [](@figures/key-chains) key industrial chains.",
    ],
);
/// A text that types what a published date was.
pub static OLD_DATE: Code = code(
    "old-date",
    Warning,
    [
        "a text types a date that is another one now",
        "A published fact has another date than in the last edition, or a date itself is another one, and this text still types the old one, as its language writes it or as 2021-03-25. Looked through are the texts of the record itself, and paragraphs of other texts that link to it or quote it. A year alone is not looked for, nor a date that another fact of the record has now, or a record that the words around it link to. Where the old date is right, as in a sentence on the past, leave it: once the new date is published, the old one is not looked for any more.",
        "facts.yaml: stage recognized since 2022-05-01, published since 2021-03-25   en.md: recognized on March 25, 2021",
        "en.md: recognized on May 1, 2022",
    ],
);
/// A correction that matches nothing.
pub static CORRECTION: Code = code(
    "correction",
    Error,
    [
        "a correction does not match",
        "What a correction says `was` must have been published, or be what an earlier correction of the same value made it; what it says is `now` must be what the site says, or what a later correction says it was. The field or group that it names must exist.",
        "on: 2022-02-28\nwas: 21\nnow: 23   (published: 22)",
        "on: 2022-02-28\nwas: 22\nnow: 23",
    ],
);
/// A correction that tells in one text what can be told in each language.
pub static CORRECTION_WORDS: Code = code(
    "correction-words",
    Warning,
    [
        "a correction is in words of one language",
        "`was` and `now` are written as the field that they correct is: a number, an option, a date, the id of a record. Then the program prints them in each language, and holds them against what was published. Where a field holds wording, they are a text for each language.",
        "field: motto\nwas: Green parks\nnow: Green and quiet parks",
        "field: motto\nwas: {en: Green parks, de: Grüne Parks}\nnow: {en: Green and quiet parks, de: Grüne und stille Parks}",
    ],
);
/// A published address that leads nowhere now.
pub static ADDRESS_GONE: Code = code(
    "address-gone",
    Error,
    [
        "a published address leads nowhere now",
        "Others may link to it. When a record moves, because its slug, its id or the segment of its collection changed, it keeps its old addresses as `aliases`; when another takes its place, that one gets them. A record that is withdrawn for good keeps its file, with `expires_on`: the end was announced, and readers are told that the page is gone.",
        "slug: bearing-technology   (published at /en/centers/bearings/)",
        "slug: bearing-technology\naliases: [/en/centers/bearings/]",
    ],
);

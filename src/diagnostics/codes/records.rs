//! Findings about settings of records, their values and the content model.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Note, Warning};

/// A key that does not exist here.
pub static UNKNOWN_KEY: Code = code(
    "unknown-key",
    Error,
    [
        "this key does not exist here",
        "Nothing would read it, so what it says would be lost. The content model of a collection (`_collection.yaml`) lists its fields: what records are to say besides is declared there first, under `fields:`.",
        "recognised: 2020",
        "recognized: 2020",
    ],
);
/// A value of another shape.
pub static WRONG_TYPE: Code = code(
    "wrong-type",
    Error,
    [
        "a value has another shape than its field",
        "The field's type decides what is written: a number, a date, a list, a map.",
        "events: opening",
        "events:\n  - {date: 2020-06, title: {en: Opening}}",
    ],
);
/// A value that is not well-formed.
pub static INVALID_VALUE: Code = code(
    "invalid-value",
    Error,
    [
        "a value is not well-formed",
        "A number is written with digits, an optional minus and a point; a date as 2020, 2020-06, 2020-06-01 or 2020-06-01 11:30; an address with its scheme.",
        "capital: 1,000",
        "capital: 1000",
    ],
);
/// An option that is not declared.
pub static UNKNOWN_OPTION: Code = code(
    "unknown-option",
    Error,
    [
        "this is not one of the field's options",
        "A field of type `choice` takes one of the options that the content model declares.",
        "level: provicial",
        "level: provincial",
    ],
);
/// Something required is not there.
pub static MISSING_FIELD: Code = code(
    "missing-field",
    Error,
    [
        "a required field is not there",
        "`required: true` means that something must be said. If nothing is known, say so: `{missing: not-available}`.",
        "(no line for `level`)",
        "level: {missing: not-available}",
    ],
);
/// A translation that is not there.
pub static MISSING_TRANSLATION: Code = code(
    "missing-translation",
    Warning,
    [
        "a text is not translated",
        "The reader of this language will see the text in another one, marked as such.",
        "name: {en: Bearings, de: Wälzlager}",
        "name: {en: Bearings, de: Wälzlager, fr: Roulements}",
    ],
);
/// A translation that must be there.
pub static UNTRANSLATED: Code = code(
    "untranslated",
    Error,
    [
        "a record is not translated, and must be",
        "Its collection says `untranslated: error`, or it is a text of the site itself that every page needs.",
        "pages/legal-notice/ without fr.md",
        "pages/legal-notice/fr.md",
    ],
);
/// A translated value that is written twice.
pub static TRANSLATED_TWICE: Code = code(
    "translated-twice",
    Error,
    [
        "a translation is given in two places",
        "A translated field stands in the front matter of the language's Markdown file or as a map in facts.yaml, not in both.",
        "facts.yaml: name: {en: …} and en.md: name: …",
        "en.md: name: …",
    ],
);
/// A tag that is no language of the site.
pub static UNKNOWN_LANGUAGE: Code = code(
    "unknown-language",
    Error,
    [
        "this is not a language of the site",
        "`languages` in site.yaml lists the languages that the site is built in.",
        "name: {eng: Bearings}",
        "name: {en: Bearings}",
    ],
);
/// A history out of order or without dates.
pub static HISTORY: Code = code(
    "history",
    Error,
    [
        "a history is not in order",
        "The values of a tracked field stand oldest first, each with a date (`since` or `by`) or with a source.",
        "- {is: recognized, since: 2020}\n- {is: development, since: 2019}",
        "- {is: development, since: 2019}\n- {is: recognized, since: 2020}",
    ],
);
/// A reading day given as a date of a fact.
pub static BY_SEEN: Code = code(
    "by-seen",
    Warning,
    [
        "the day of reading is given as a date",
        "The only source of this value has no date, and `by` names the day on which it was last seen. That day says when somebody looked, not when anything began: readers would see a change on a day on which nothing happened. A value without date counts from the day of the data (`as_of`), stands in no series, and is printed with “date not published”.",
        "stage: [{is: recognized, by: 2026-11-23, source: undated-page}]   (undated-page: seen 2026-11-23)",
        "stage: [{is: recognized, source: undated-page}]",
    ],
);
/// Something begins after the day of the data.
pub static AFTER_AS_OF: Code = code(
    "after-as-of",
    Warning,
    [
        "something begins after the day of the data",
        "The report shows what held on the day that `as_of` in site.yaml names (today, if it names none). What begins later is not shown and not counted, forecasts apart: either the date is a mistake, or the data were looked after since and `as_of` is to be raised.",
        "as_of: 2026-11-24   (stage: [{is: recognized, since: 2026-12-01}])",
        "as_of: 2026-12-03",
    ],
);
/// News without a date.
pub static NOT_IN_FEED: Code = code(
    "not-in-feed",
    Note,
    [
        "a record has no date and is in no feed",
        "Its collection has a feed (`feed: true`), which is in the order of dates: a record without one has its page and stands in lists, but readers who follow the feed never hear of it.",
        "title: A new park   (no line `date`)",
        "title: A new park\ndate: 2026-11-20",
    ],
);
/// Nobody says to which day the data were looked after.
pub static NO_AS_OF: Code = code(
    "no-as-of",
    Note,
    [
        "the day of the data is not said",
        "Every page prints the day to which the facts were looked after. Without `as_of` in site.yaml that is the day of the build, so that every build claims to be up to date although nobody looked.",
        "(no line `as_of` in site.yaml)",
        "as_of: 2026-11-24",
    ],
);
/// A date that is probably mistyped.
pub static EARLY_DATE: Code = code(
    "early-date",
    Warning,
    [
        "a date lies long ago",
        "A fact begins before 1800, or a figure through time has more than a thousand periods because its first fact lies far back. Most often a digit of the year is wrong.",
        "- {is: open, since: 1024}",
        "- {is: open, since: 2024}",
    ],
);
/// A number outside its limits.
pub static OUT_OF_RANGE: Code = code(
    "out-of-range",
    Error,
    [
        "a number lies outside its limits",
        "The content model sets `min`, `max` or `decimals` for this field.",
        "latitude: 361.7",
        "latitude: 36.17",
    ],
);
/// Two fields of a record that contradict each other.
pub static FAILED_CHECK: Code = code(
    "failed-check",
    Error,
    [
        "two facts of a record contradict each other",
        "The collection says in `checks` what must hold between two of its fields, and on some day it does not. What is unknown passes, and so does a bound or a coarse date that may be right.",
        "commitment: 45\ndisbursed: 58.5   (checks: [{that: disbursed <= commitment}])",
        "commitment: 45\ndisbursed: 18.5",
    ],
);
/// A value that no two records may share.
pub static NOT_UNIQUE: Code = code(
    "not-unique",
    Warning,
    [
        "two records say the same where each should differ",
        "Names of records, and names in their own language, are those of one thing: two records of one name are often one that was entered twice, and counted twice. Letter case, width and forms of a letter are no difference. `unique: true` at a field asks the same of others, `unique: false` allows it.",
        "centers/bearings: name: Bearings   centers/bearing-technology: name: Bearings",
        "centers/bearings: name: Bearings   (one record)",
    ],
);
/// Two items of a list with one key.
pub static REPEATED_ITEM: Code = code(
    "repeated-item",
    Error,
    [
        "two items of a list have the same key",
        "The collection says with `key` which fields tell the items of a list apart: by them the record of publications names each item. Two items of one date with the same key are one item that was entered twice, or the key lacks a field.",
        "organizations: [{role: lead, organization: qihe}, {role: lead, organization: qihe}]   (key: [role, organization])",
        "organizations: [{role: lead, organization: qihe}]",
    ],
);
/// A fact that begins after its source.
pub static LATER_THAN_SOURCE: Code = code(
    "later-than-source",
    Warning,
    [
        "a fact begins after every source that states it",
        "A source cannot report what began after its own date. Either date is mistyped, or another source states it; what is yet to come has `status: forecast`.",
        "stage: [{is: recognized, since: 2022-05, source: list-2021}]   (sources/list-2021: date: 2021-03-25)",
        "stage: [{is: recognized, since: 2021-03-25, source: list-2021}]",
    ],
);
/// A blank that is yet to be filled.
pub static TO_FILL: Code = code(
    "to-fill",
    Note,
    [
        "a blank is to be filled in",
        "`[[to fill: …]]` marks what somebody has to write before the site is published. `check` lists the blanks; `publish` refuses to publish one.",
        "- Postal address: [[to fill: street, postal code, city]]",
        "- Postal address: 1 Quay Street, 250000 Jinan",
    ],
);
/// A blank in what is about to be published.
pub static UNFILLED: Code = code(
    "unfilled",
    Error,
    [
        "a blank would be published",
        "Readers would see `[[to fill: …]]`. Write what belongs there; if it is not known, say so in words and take the mark away.",
        "- Postal address: [[to fill: street, postal code, city]]",
        "- Postal address: 1 Quay Street, 250000 Jinan",
    ],
);
/// The content model contradicts itself.
pub static MODEL: Code = code(
    "model",
    Error,
    [
        "the content model does not hold together",
        "A `_collection.yaml` is checked as strictly as the content: field types, options, names that clash, roles and templates that point nowhere.",
        "roles: {title: nmae}",
        "roles: {title: name}",
    ],
);

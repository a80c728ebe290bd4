//! Every kind of finding, with what `prospectus explain` says about it. A longer file: it is a table.

use super::severity::Severity::{self, Error, Note, Warning};

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The name that people, scripts and editors know it by.
    pub name: &'static str,
    /// Whether it stops publication.
    pub severity: Severity,
    /// What it is, in a few words.
    pub title: &'static str,
    /// What it means and why it is reported, in plain words.
    pub explanation: &'static str,
    /// An example that causes it.
    pub before: &'static str,
    /// The same, mended.
    pub after: &'static str,
}

const fn code(name: &'static str, severity: Severity, [title, explanation, before, after]: [&'static str; 4]) -> Code {
    Code { name, severity, title, explanation, before, after }
}

/// A file or folder that could not be read.
pub static UNREADABLE: Code = code(
    "unreadable",
    Error,
    [
        "a file cannot be read",
        "The operating system refused to open this file or folder, or it vanished while it was being read. Look at its permissions.",
        "centers/bearings/facts.yaml (mode 000)",
        "chmod u+r centers/bearings/facts.yaml",
    ],
);
/// A build that failed by a fault of the program; only the preview lives to tell.
pub static INTERNAL: Code = code(
    "internal",
    Error,
    [
        "a build failed inside Prospectus",
        "This is a fault of the program, not of your content. The preview keeps the pages of the last build and goes on; take back the last change, and please report the message with what you changed.",
        "(any content)",
        "(the same content, once the fault is mended)",
    ],
);
/// A symbolic link out of the site.
pub static SYMLINK: Code = code(
    "symlink",
    Error,
    [
        "a link leaves the site",
        "A symbolic link points outside the site's folder, or nowhere. What is published must lie in the site, so that the same site gives the same output everywhere.",
        "content/static/logo.svg -> /home/ada/logo.svg",
        "cp /home/ada/logo.svg content/static/logo.svg",
    ],
);
/// Text or a file name that is not UTF-8.
pub static NOT_UTF8: Code = code(
    "not-utf8",
    Error,
    [
        "text is not UTF-8",
        "Prospectus reads UTF-8 only. Most editors can save a file in another encoding: choose UTF-8.",
        "Stra\\xDFe (Latin-1)",
        "Straße (UTF-8)",
    ],
);
/// Names that differ only in case.
pub static CASE_CLASH: Code = code(
    "case-clash",
    Error,
    [
        "two names differ only in letter case",
        "On Windows and macOS the two would be the same file. Rename one.",
        "cities/Jinan.yaml and cities/jinan.yaml",
        "cities/jinan.yaml",
    ],
);
/// A file that belongs to nothing.
pub static STRAY_FILE: Code = code(
    "stray-file",
    Warning,
    [
        "a file belongs to no record",
        "Below a collection lie records: a YAML file, or a folder with facts.yaml and one Markdown file per language. This file is neither and is not published.",
        "cities/notes.txt",
        "cities/jinan/notes.txt (an attachment of the record jinan)",
    ],
);
/// A name that cannot be an id.
pub static INVALID_ID: Code = code(
    "invalid-id",
    Error,
    [
        "a name is not an id",
        "The name of a record's file or folder is its id: small letters a to z, digits and hyphens, and not a language of the site.",
        "centers/Printing & Dyeing/",
        "centers/printing-dyeing/",
    ],
);
/// The same record in two places.
pub static DUPLICATE_ID: Code = code(
    "duplicate-id",
    Error,
    [
        "a record exists twice",
        "An id is unique in its collection; a shelf (a folder that only holds records) adds nothing to it.",
        "news/2022/opening/ and news/2023/opening/",
        "news/2022/opening/ and news/2023/second-opening/",
    ],
);
/// Text that is not YAML.
pub static YAML_SYNTAX: Code = code(
    "yaml-syntax",
    Error,
    [
        "this is not YAML",
        "The text cannot be read as YAML. Most often a value needs quotation marks, or the indentation is off.",
        "title: Second: the sequel",
        "title: \"Second: the sequel\"",
    ],
);
/// YAML that we leave out.
pub static YAML_FEATURE: Code = code(
    "yaml-feature",
    Error,
    [
        "this part of YAML is not supported",
        "Aliases (`*x`), merge keys (`<<`), tags (`!x`), several documents in a file and nesting beyond 32 levels are left out on purpose: facts are written once, in plain sight.",
        "city: *capital",
        "city: jinan",
    ],
);
/// A key written twice.
pub static DUPLICATE_KEY: Code = code(
    "duplicate-key",
    Error,
    [
        "a key is written twice",
        "Only one of the two values could be published; nobody can tell which was meant.",
        "level: national\nlevel: provincial",
        "level: national",
    ],
);
/// A key that does not exist here.
pub static UNKNOWN_KEY: Code = code(
    "unknown-key",
    Error,
    [
        "this key does not exist here",
        "Nothing would read it, so what it says would be lost. The content model of a collection (`_collection.yaml`) lists its fields.",
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
/// A reference to nothing.
pub static UNKNOWN_REFERENCE: Code = code(
    "unknown-reference",
    Error,
    [
        "there is no such record",
        "A reference names a record by its id; in a field that may refer to several collections, as collection/id.",
        "city: quingdao",
        "city: qingdao",
    ],
);
/// A link in prose to nothing.
pub static BROKEN_LINK: Code = code(
    "broken-link",
    Error,
    [
        "a link leads nowhere",
        "In Markdown `@collection/id` links to a record, `@collection` to an index, a file name to an attachment of the record.",
        "[the center](@centers/bearing)",
        "[the center](@centers/bearings)",
    ],
);
/// An anchor that does not exist.
pub static BROKEN_ANCHOR: Code = code(
    "broken-anchor",
    Error,
    [
        "a link leads to a place that does not exist",
        "After `#` stands the id of a heading on the page, or the name of a field for a fact.",
        "[](@centers/bearings#sttage)",
        "[](@centers/bearings#stage)",
    ],
);
/// A file that is not there.
pub static MISSING_FILE: Code = code(
    "missing-file",
    Error,
    [
        "a file is not there",
        "Images and files lie in the folder of the record that names them.",
        "![Laboratory](labratory.jpg)",
        "![Laboratory](laboratory.jpg)",
    ],
);
/// A quote of a record that the public does not see.
pub static HIDDEN_QUOTE: Code = code(
    "hidden-quote",
    Error,
    [
        "a sentence loses its words: the record is not public",
        "A link without words prints the name or the number of its record. This record is a draft, or its day is to come, so the sentence would have a hole. Nothing of the record is published before its time.",
        "In March [](@news/opening) took place. (news/opening: draft: true)",
        "In March [the new hall](@news/opening) was opened.",
    ],
);
/// A link to a record that the public does not see.
pub static HIDDEN_LINK: Code = code(
    "hidden-link",
    Warning,
    [
        "a link leads to a record that is not public",
        "The words of the link stay, the link itself does not. A quote of a record that has expired prints that it is no longer published: time alone never stops a build, so look at the sentence when you can.",
        "See [the call](@news/call-2025). (news/call-2025: expires_on: 2025-12-31)",
        "The call ended in 2025.",
    ],
);
/// An address of the site itself, written out.
pub static OWN_ADDRESS: Code = code(
    "own-address",
    Warning,
    [
        "a page of the site is linked by its address",
        "A link written as @collection/id is checked, leads to the reader's language and follows when the page moves. An address written out does none of that.",
        "[the center](https://report.example/en/centers/bearings/)",
        "[the center](@centers/bearings)",
    ],
);
/// A file beside a record that nothing names.
pub static UNNAMED_FILE: Code = code(
    "unnamed-file",
    Warning,
    [
        "a file is not published: nothing names it",
        "Only files that a fact (`image`, `file`) or a text (a link, an image) of the record names are published. This one lies in the folder of a record and is named nowhere: it may be a leftover of an editor, or a file that somebody forgot to show.",
        "parks/north/internal-note.docx",
        "[Plan of the park](plan.pdf) in parks/north/en.md, and the note elsewhere",
    ],
);
/// A file shown as an image that is none.
pub static NOT_AN_IMAGE: Code = code(
    "not-an-image",
    Error,
    [
        "a file is shown as an image and is none",
        "Browsers show AVIF, GIF, JPEG, PNG, SVG and WebP. Readers of any other file would see a broken image.",
        "![Plan](plan.pdf)",
        "[Plan](plan.pdf)",
    ],
);
/// An image without words.
pub static MISSING_ALT: Code = code(
    "missing-alt",
    Warning,
    [
        "an image in prose has no text",
        "Who cannot see the image is told what stands between the brackets. Say what it shows, not that it is a picture.",
        "![](hall.jpg)",
        "![The new testing hall, seen from the street](hall.jpg)",
    ],
);
/// HTML in prose.
pub static RAW_HTML: Code = code(
    "raw-html",
    Warning,
    [
        "HTML in prose is shown as text",
        "The site does not allow raw HTML (`raw_html: true` in site.yaml would), so it is printed as it is written.",
        "<b>new</b>",
        "**new**",
    ],
);
/// A link with a dangerous or unknown scheme.
pub static UNSAFE_LINK: Code = code(
    "unsafe-link",
    Error,
    [
        "a link has a scheme that is not allowed",
        "Links lead to records (`@…`), attachments, anchors (`#…`), or addresses beginning with https:, http:, mailto: or tel:.",
        "[x](javascript:alert(1))",
        "[x](https://example.org/)",
    ],
);
/// A footnote without text.
pub static UNDEFINED_FOOTNOTE: Code = code(
    "undefined-footnote",
    Error,
    [
        "a footnote has no text",
        "`[^name]` in the text needs a line `[^name]: …` in the same file.",
        "As reported.[^1]",
        "As reported.[^1]\n\n[^1]: By the center itself.",
    ],
);
/// A text of a footnote that readers do not see.
pub static LOST_FOOTNOTE: Code = code(
    "lost-footnote",
    Warning,
    [
        "a footnote is left out",
        "A footnote appears where `[^name]` refers to it. Nothing refers to this one, or another of the same name came first. Names differ in more than letter case.",
        "Built in 2020.\n\n[^1]: By the city.",
        "Built in 2020.[^1]\n\n[^1]: By the city.",
    ],
);
/// A link definition that readers do not see and nothing uses.
pub static LOST_DEFINITION: Code = code(
    "lost-definition",
    Warning,
    [
        "a line is taken for the definition of a link",
        "`[name]: address` on a line of its own says where `[text][name]` leads and is not shown. Nothing refers to this one: perhaps it was meant as a sentence.",
        "[Note]: preliminary",
        "\\[Note]: preliminary",
    ],
);
/// A comment that is never closed.
pub static UNCLOSED_COMMENT: Code = code(
    "unclosed-comment",
    Error,
    [
        "a comment is never closed",
        "What follows `<!--` is left out up to `-->`. Without that, everything to the end of the text is.",
        "<!-- to do: figures\n\nThe hall opened in 2020.",
        "<!-- to do: figures -->\n\nThe hall opened in 2020.",
    ],
);
/// A cell of a table that readers do not see.
pub static LOST_CELL: Code = code(
    "lost-cell",
    Warning,
    [
        "a cell of a table is left out",
        "A row of a Markdown table has as many cells as its header; what is beyond is not shown. A bar `|` always ends a cell, within code too: `\\|` is a bar.",
        "| City | Centers |\n| --- | --- |\n| Jinan | 10 | 2 planned |",
        "| City | Centers | Planned |\n| --- | --- | --- |\n| Jinan | 10 | 2 |",
    ],
);
/// Marks of Markdown that readers see.
pub static SHOWN_AS_TEXT: Code = code(
    "shown-as-text",
    Warning,
    [
        "marks are shown as text",
        "Markdown did not take these marks for emphasis or an alert: readers see them. `**` must not stand between punctuation and a letter, nor beside a space on its inner side; `[!NOTE]` stands alone on its line.",
        "**\u{201e}important\u{201c}**es",
        "\u{201e}**important**\u{201c}es",
    ],
);
/// An address that is no link.
pub static BARE_ADDRESS: Code = code(
    "bare-address",
    Note,
    [
        "an address is shown as text",
        "An address becomes a link when it stands between `<` and `>`, or behind words in brackets.",
        "See https://example.org/report.",
        "See [the report](https://example.org/report).",
    ],
);
/// A paragraph that became a term.
pub static DEFINITION: Code = code(
    "definition",
    Warning,
    [
        "a colon at the beginning of a line makes a definition",
        "A line that begins with `: ` is the definition of the term above it. What stands above looks like a sentence, not like a term.",
        "The center has three partners\n: two universities and a company.",
        "The center has three partners: two universities and a company.",
    ],
);
/// A heading of the first level in prose.
pub static HEADING_LEVEL: Code = code(
    "heading-level",
    Warning,
    [
        "a heading is on the wrong level",
        "The page's title is its only heading of the first level; in prose headings start at `##`.",
        "# History",
        "## History",
    ],
);
/// Two pages at one address.
pub static ADDRESS_CLASH: Code = code(
    "address-clash",
    Error,
    [
        "two files would stand in the same place",
        "Two pages have one address, or a file would have the name of a folder, or lie in another file; letter case and ways to write letters with marks do not count, since some machines do not tell them apart. Give one of them another `slug`, or its collection another `segment`; rename a file.",
        "slug: about (twice)",
        "slug: about-the-method",
    ],
);
/// A name that Windows does not allow.
pub static WINDOWS_NAME: Code = code(
    "windows-name",
    Warning,
    [
        "a name cannot be that of a file on Windows",
        "Windows keeps some names for devices (con, prn, aux, nul, com1, lpt1 and their like), ends no name with a point or a blank, and has no use for < > : \" | ? *. The site is fine on other systems, but neither it nor its output can be unpacked there.",
        "content/pages/aux/",
        "content/pages/auxiliary/",
    ],
);
/// A slug, segment or alias that is not allowed.
pub static INVALID_ADDRESS: Code = code(
    "invalid-address",
    Error,
    [
        "this cannot be part of an address",
        "Slugs and segments are made of small letters a to z, digits and hyphens, 200 at most; an alias is a path below the site, such as /old/page/. A file name has no backslash and no character that nobody sees. A name may be 255 bytes long, a path 1,000.",
        "slug: Über uns",
        "slug: ueber-uns",
    ],
);
/// No home page.
pub static NO_HOME: Code = code(
    "no-home",
    Error,
    [
        "the site has no home page",
        "The home page is the record with the slug \"\", in every language, of a collection whose `segment` is empty too.",
        "(no record with `slug: \"\"`)",
        "content/pages/home/en.md with `slug: \"\"`",
    ],
);
/// A second home page.
pub static SECOND_HOME: Code = code(
    "second-home",
    Error,
    [
        "two records are the home page",
        "The record with the slug \"\" is the home page, and a site has one: in each of its languages it is the same record.",
        "pages/home: `slug: {en: \"\"}`, pages/start: `slug: {de: \"\"}`",
        "pages/home: `slug: \"\"`",
    ],
);
/// A locale file with a mistake.
pub static MESSAGE_SYNTAX: Code = code(
    "message-syntax",
    Error,
    [
        "a message file cannot be read",
        "Message files are written in Fluent (projectfluent.org): `key = text`, variables as { $name }.",
        "greeting = Hello {name",
        "greeting = Hello { $name }",
    ],
);
/// A message that is missing.
pub static MISSING_MESSAGE: Code = code(
    "missing-message",
    Error,
    [
        "a message is missing",
        "A template or another message asks for these words, and a language has none.",
        "{{ t(key=\"skip-lnk\") }}",
        "{{ t(key=\"skip-link\") }}",
    ],
);
/// A message nobody uses.
pub static UNUSED_MESSAGE: Code = code(
    "unused-message",
    Warning,
    [
        "a message is not used",
        "No template of the theme or the site asks for it. Remove it, so that nobody translates it in vain.",
        "old-greeting = Hello",
        "(removed)",
    ],
);
/// A variable of a message that differs between languages.
pub static MESSAGE_VARIABLE: Code = code(
    "message-variable",
    Error,
    [
        "a message uses another variable than the source language",
        "The variables of a message are the same in every language; one that nobody fills would print as {$name}.",
        "de: zeigt { $anzahl }   en: shows { $count }",
        "de: zeigt { $count }",
    ],
);
/// The theme is not there or not well-formed.
pub static THEME: Code = code(
    "theme",
    Error,
    [
        "the theme cannot be used",
        "`theme` in site.yaml names a folder below themes/ or a theme that comes with Prospectus (`plain`); its theme.yaml says what it extends and which fields and options it knows.",
        "theme: investr",
        "theme: investor",
    ],
);
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
/// A line of the record of publications that cannot be read.
pub static PUBLISHED_LOCK: Code = code(
    "published-lock",
    Error,
    [
        "the record of publications cannot be read",
        "content/published.lock holds what was published: values, pages and addresses, one a line, sorted. `prospectus publish` writes it; nobody edits it by hand. After a merge of two branches it may hold git's marks: keep the lines of the branch that was published last.",
        "<<<<<<< HEAD\nfigure centers 2022-02-28 reported 22\n=======\nfigure centers 2022-02-28 reported 23\n>>>>>>> branch",
        "figure centers 2022-02-28 reported 22",
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
/// The theme needs a field that the site does not have.
pub static THEME_REQUIRES: Code = code(
    "theme-requires",
    Error,
    [
        "the theme needs a field that the content model does not have",
        "The theme's templates use this field. Declare it, or choose another theme.",
        "requires: {centers: [level]}   (no field `level`)",
        "fields: {level: {type: choice, …}}",
    ],
);
/// A template that cannot be read.
pub static TEMPLATE_SYNTAX: Code = code(
    "template-syntax",
    Error,
    [
        "a template cannot be read",
        "Templates are written in Tera 2; docs/themes.md has its rules and what differs from Jinja.",
        "{{ record(key=\"x\").title }}",
        "{% set r = record(key=\"x\") %}{{ r.title }}",
    ],
);
/// A template that fails.
pub static TEMPLATE: Code = code(
    "template",
    Error,
    [
        "a template failed",
        "It asked for a name that does not exist, or called a function with a wrong argument. The page that was being rendered is named.",
        "{{ record.stge }}",
        "{{ record.stage }}",
    ],
);
/// Settings that cannot be used.
pub static SETTINGS: Code = code(
    "settings",
    Error,
    [
        "the site's settings are not complete",
        "site.yaml needs at least `title`, `base_url` and `languages`.",
        "base_url: report.example",
        "base_url: https://report.example",
    ],
);

/// All kinds of findings, in the order of the stages.
pub static ALL: &[&Code] = &[
    &UNREADABLE,
    &INTERNAL,
    &SYMLINK,
    &NOT_UTF8,
    &CASE_CLASH,
    &STRAY_FILE,
    &INVALID_ID,
    &DUPLICATE_ID,
    &YAML_SYNTAX,
    &YAML_FEATURE,
    &DUPLICATE_KEY,
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &INVALID_VALUE,
    &UNKNOWN_OPTION,
    &MISSING_FIELD,
    &MISSING_TRANSLATION,
    &UNTRANSLATED,
    &TRANSLATED_TWICE,
    &UNKNOWN_LANGUAGE,
    &HISTORY,
    &BY_SEEN,
    &AFTER_AS_OF,
    &NO_AS_OF,
    &NOT_IN_FEED,
    &OUT_OF_RANGE,
    &EARLY_DATE,
    &FAILED_CHECK,
    &NOT_UNIQUE,
    &LATER_THAN_SOURCE,
    &TO_FILL,
    &UNFILLED,
    &MODEL,
    &UNKNOWN_REFERENCE,
    &FIGURE,
    &FIGURE_MISMATCH,
    &FIGURE_STRADDLES,
    &FIGURE_CHANGED,
    &FIGURE_BY_TIME,
    &CORRECTION,
    &PUBLISHED_LOCK,
    &REVIEW_OVERDUE,
    &UNSOURCED,
    &CITATION,
    &BROKEN_LINK,
    &TYPED_NUMBER,
    &NEAR_MISS,
    &DIGITS_DIFFER,
    &ACKNOWLEDGEMENT,
    &BROKEN_ANCHOR,
    &MISSING_FILE,
    &HIDDEN_QUOTE,
    &HIDDEN_LINK,
    &OWN_ADDRESS,
    &UNNAMED_FILE,
    &NOT_AN_IMAGE,
    &MISSING_ALT,
    &RAW_HTML,
    &UNSAFE_LINK,
    &UNDEFINED_FOOTNOTE,
    &LOST_FOOTNOTE,
    &LOST_DEFINITION,
    &UNCLOSED_COMMENT,
    &LOST_CELL,
    &SHOWN_AS_TEXT,
    &BARE_ADDRESS,
    &DEFINITION,
    &HEADING_LEVEL,
    &ADDRESS_CLASH,
    &WINDOWS_NAME,
    &ADDRESS_GONE,
    &INVALID_ADDRESS,
    &NO_HOME,
    &SECOND_HOME,
    &MESSAGE_SYNTAX,
    &MISSING_MESSAGE,
    &UNUSED_MESSAGE,
    &MESSAGE_VARIABLE,
    &THEME,
    &THEME_REQUIRES,
    &TEMPLATE_SYNTAX,
    &TEMPLATE,
    &SETTINGS,
];

/// The code of that name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}

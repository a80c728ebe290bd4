//! Findings about files and about YAML, whatever it says.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Warning};

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

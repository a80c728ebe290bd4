//! Findings about addresses of pages.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Warning};

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
        "Slugs and segments are made of small letters of any script, digits and hyphens, 200 bytes at most; an alias is a path below the site, such as /old/page/. A file name has no backslash and no character that nobody sees. A name may be 255 bytes long, a path 1,000.",
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

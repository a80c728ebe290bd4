//! Findings about themes, templates and the settings of the site.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Warning};

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
/// A brand colour that cannot be read.
pub static BRAND_CONTRAST: Code = code(
    "brand-contrast",
    Warning,
    [
        "the brand colour is too light to be read",
        "Links need a contrast of 4.5 and marks one of 3 on every ground of the theme (WCAG 2.2). The colour stays the ground of heads and doors; where it is read, a darker shade of the same hue is used, which is named. Nothing needs to be done.",
        "theme_options: {brand: \"#ffcc00\"}   (a shade is used)",
        "theme_options: {brand: \"#806600\"}",
    ],
);
/// A file that was copied out of a theme whose original has changed.
pub static EJECTED_CHANGED: Code = code(
    "ejected-changed",
    Warning,
    [
        "a file that was copied out of the theme is older than its original",
        "`theme eject` notes in a copy what it is from. The theme's file has changed since, and the site still has the old one. Only `check` looks for it. Compare the two, and note the new version.",
        "{#- ejected from report:templates/parts/footer-end.html sha256:60c5bd2cc2a9ee6e -#}",
        "{#- ejected from report:templates/parts/footer-end.html sha256:1b4f0e9851971998 -#}",
    ],
);
/// `security` of the settings is forgotten, or will be.
pub static SECURITY_TXT: Code = code(
    "security-txt",
    Warning,
    [
        "whom to tell of a gap in the site's defences is said for a time that is over, or too long",
        "`/.well-known/security.txt` says until when it counts (RFC 9116). Who reads it after that day takes it for forgotten, and so does who reads of a day more than a year ahead: nobody is known to look after it. Look once a year whether contact and policy still hold.",
        "security: {contact: [security@report.example], expires: 2020-01-01}",
        "security: {contact: [security@report.example], expires: 2027-06-30}   # a day within the next twelve months",
    ],
);

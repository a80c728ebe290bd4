//! Findings about messages and the theme's place.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Warning};

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
        "A template or another message asks for these words, and no language has them.",
        "{{ t(key=\"skip-lnk\") }}",
        "{{ t(key=\"skip-link\") }}",
    ],
);
/// Messages that are said in another language.
pub static UNTRANSLATED_MESSAGES: Code = code(
    "untranslated-messages",
    Warning,
    [
        "words of the site are not translated",
        "The theme or the program says these words in a language that has none of its own for them: readers see those of the \
         source language, else the English ones. `prospectus messages LANGUAGE --missing` writes the file to translate.",
        "skip-link =",
        "skip-link = انتقل إلى المحتوى",
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

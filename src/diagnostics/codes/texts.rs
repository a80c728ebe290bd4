//! Findings about references and texts.

use crate::diagnostics::codes::code::{Code, code};
use crate::diagnostics::severity::Severity::{Error, Note, Warning};

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
/// A block in prose that cannot be made.
pub static WRONG_BLOCK: Code = code(
    "wrong-block",
    Error,
    [
        "a block in a text asks for what there is not",
        "Behind the `?` of `![Caption](@…?…)` stands what a block shows. A collection takes `view` (table, list, map), `where`, `columns`, `sort`, `limit`, a map `figure`; a figure takes `chart` (bars, lines, steps) or `view=block`. Conditions are those of a figure, written flat.",
        "![Centers](@centers?where=levl:national)",
        "![Centers](@centers?where=level:national)",
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
/// An image whose name says another kind.
pub static WRONG_IMAGE_KIND: Code = code(
    "wrong-image-kind",
    Error,
    [
        "an image is of another kind than its name says",
        "Servers tell browsers by the ending of its name what a file is, and some browsers show nothing where that is wrong. A photograph of a phone is often HEIC, which few browsers show, whatever its name says.",
        "hall.jpg, which is a HEIC file",
        "hall.jpg, saved as JPEG",
    ],
);
/// An image that cannot be published.
pub static UNUSABLE_IMAGE: Code = code(
    "unusable-image",
    Error,
    [
        "an image cannot be made ready for pages",
        "JPEG and PNG are published in several sizes, for which they have to be read. This one is damaged, larger than any screen, or in the four colours of print.",
        "hall.jpg, of which half was copied",
        "hall.jpg, copied again",
    ],
);
/// An image without words.
pub static MISSING_ALT: Code = code(
    "missing-alt",
    Error,
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

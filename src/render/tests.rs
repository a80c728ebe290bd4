//! Small parts of rendering.

use super::filters::without_tags;
use super::ids::Reserved;
use super::prose::headings;
use super::recorder::{Current, Read, note, recorded};
use super::xml::escape;
use crate::link::RecordIx;
use crate::model::position::{CollectionIx, Position};

#[test]
fn tags_are_taken_out_and_comparisons_are_not() {
    assert_eq!(without_tags("<p>A &lt; <b>B</b>\nand 3 < 4</p>"), "A < B and 3 < 4");
}

#[test]
fn control_characters_do_not_reach_xml() {
    assert_eq!(escape("a\u{1}\u{fffe}\u{ffff}<\"'&"), "a&lt;&quot;&#39;&amp;");
}

#[test]
fn headings_get_ids_of_their_own() {
    let ids: Vec<String> = headings("## Über uns\n\n## Über uns\n\n## {#own}\n\n### ?!\n", &Reserved::default())
        .into_iter()
        .map(|h| h.id)
        .collect();

    assert_eq!(ids, ["über-uns", "über-uns-2", "own", "section"]);
}

#[test]
fn nested_renders_keep_their_reads_apart() {
    let read = |record| Read::Record(RecordIx { collection: CollectionIx::behind(0), record });
    let ((inner, ()), outer) = recorded(Current::default(), || {
        note(read(2));
        let ((), inner) = recorded(Current { language: 1, ..Current::default() }, || note(read(3)));
        note(read(1));
        note(read(2));
        (inner, ())
    });

    assert_eq!(outer.reads, [read(1), read(2)]);
    assert_eq!((inner.reads, inner.language), (vec![read(3)], 1));
}

//! Marks that Markdown did not take as marks: readers would see them. Each is reported where it stands.

use std::ops::Range;

use pulldown_cmark::BlockQuoteKind;

use crate::diagnostics::codes;
use crate::prose::text::Text;
use crate::report::recorder;

/// Marks of emphasis that come in pairs of two.
const MARKS: &[char] = &['*', '_', '~'];
/// Characters of a footnote's label at most.
const LABEL: usize = 999;
/// Bytes of an address, or of what is to be filled in, at most.
const LONGEST: usize = 2000;

/// A `**`, `__` or `~~` that stayed text, which the parser gives out sign by sign: `piece` is the second, `before` the piece
/// before it.
pub fn emphasis(source: &str, before: &Range<usize>, piece: &Range<usize>) -> Option<Range<usize>> {
    let mark = source[piece.clone()].chars().next().filter(|mark| MARKS.contains(mark) && piece.len() == 1)?;
    if before.end != piece.start || source[before.clone()] != source[piece.clone()] {
        return None;
    }
    // A longer run is no mark: three signs and one more are enough to see.
    let start = piece.end - source[..piece.end].bytes().rev().take(4).take_while(|&b| b == mark as u8).count();
    let end = piece.start + source[piece.start..].bytes().take(4).take_while(|&b| b == mark as u8).count();
    // Underscores within a word, or alone to be filled in, are no marks.
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (left, right) = (source[..start].chars().next_back(), source[end..].chars().next());
    let is_mark = mark != '_' || is_word(left) != is_word(right);
    (matches!(end - start, 2 | 3) && is_mark && left != Some('\\')).then_some(start..end)
}

/// Emphasis that Markdown did not see.
pub fn report_emphasis(text: &Text, source: &str, range: Range<usize>) {
    let marks = &source[range.clone()];
    let escaped: String = marks.chars().flat_map(|c| ['\\', c]).collect();
    let hint = format!(
        "Markdown does not see a mark between punctuation and a letter, nor one beside a space: put punctuation outside, \
         as in {marks}word{marks}, or write {escaped} if it is meant"
    );
    recorder::report(text.finding(&codes::SHOWN_AS_TEXT, range, format!("`{marks}` is shown as text")).hint(hint));
}

/// A quotation that begins as an alert and is none.
pub fn alert(text: &Text, source: &str, kind: Option<BlockQuoteKind>, quotation: &Range<usize>) {
    let inner = source[quotation.clone()].trim_start_matches(['>', ' ']);
    let Some(end) = inner.strip_prefix("[!").and_then(|rest| rest.find(']')).map(|end| end + 3) else { return };
    let word = &inner[2..end - 1];
    if kind.is_some() || word.is_empty() || !word.chars().all(char::is_alphabetic) {
        return;
    }
    let start = quotation.end - inner.len();
    let hint = "write one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION] alone on its line; a title goes below, in bold";
    recorder::report(
        text.finding(&codes::SHOWN_AS_TEXT, start..start + end, format!("`{}` is shown as text", &inner[..end]))
            .hint(hint),
    );
}

/// A comment in a line that is never closed.
pub fn comment(text: &Text, source: &str, range: &Range<usize>) {
    if source[range.start..].starts_with("<!--") && !source[..range.start].ends_with('\\') {
        let message = "this comment is never closed: it is shown as text".to_owned();
        recorder::report(
            text.finding(&codes::UNCLOSED_COMMENT, range.start..range.start + 4, message).hint("end it with `-->`"),
        );
    }
}

/// An address that nobody can follow, for it is no link.
pub fn address(text: &Text, source: &str, piece: &str, range: &Range<usize>) {
    // Nearly every piece of words is without a colon.
    if !piece.contains(':') {
        return;
    }
    let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| piece.find(scheme)).min() else { return };
    let start = range.start + at;
    let rest = near(&source[start..]);
    let end = start + rest.find(|c: char| c.is_whitespace() || "<>|".contains(c)).unwrap_or(rest.len());
    let address = source[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*', '_', '"']);
    let message = format!("`{address}` is shown as text, not as a link");
    let hint = format!("write <{address}>, or [words]({address})");
    recorder::report(text.finding(&codes::BARE_ADDRESS, start..start + address.len(), message).hint(hint));
}

/// A footnote without text stays as it is written; the parser says nothing of it.
pub fn footnote(text: &Text, source: &str, piece: &str, range: &Range<usize>) {
    if !piece.starts_with('[') {
        return;
    }
    let rest = &source[range.start..];
    if source[..range.start].ends_with('\\') || !rest.starts_with("[^") {
        return;
    }
    // A label ends before the next blank, and is no longer than CommonMark lets it be.
    let mut label = rest.char_indices().take(LABEL).take_while(|(_, c)| !c.is_whitespace());
    let Some(end) = label.find(|(_, c)| *c == ']').map(|(at, _)| at).filter(|&end| end > 2) else { return };
    let label = &rest[..=end];
    let hint = format!("add a line `{label}: …` with an empty line before it");
    let message = format!("the footnote `{label}` has no text");
    recorder::report(text.finding(&codes::UNDEFINED_FOOTNOTE, range.start..range.start + end + 1, message).hint(hint));
}

/// `@centers/bearings` that stayed text was meant as a link.
pub fn link(text: &Text, source: &str, piece: &str, range: &Range<usize>) {
    for (at, _) in piece.match_indices('@') {
        let start = range.start + at;
        let before = source[..start].chars().next_back();
        let rest = source[start + 1..].trim_start_matches(' ');
        let name: String =
            rest.chars().take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-').collect();
        let goes_on = rest[name.len()..].starts_with(['/', ')']);
        if before.is_some_and(char::is_alphanumeric)
            || !goes_on
            || text.page.report.site.collection_named(&name).is_none()
        {
            continue;
        }
        let hint = "write a link as [text](@collection/id), with no space in it";
        let message = format!("`@{name}…` stands here as text");
        recorder::report(text.finding(&codes::BROKEN_LINK, start..start + 1 + name.len(), message).hint(hint));
    }
}

/// Cells of a row beyond those of the header, which Markdown leaves out.
pub fn cells(text: &Text, source: &str, row: &Range<usize>, columns: usize) {
    let line = source[row.clone()].trim_end();
    let bars: Vec<usize> = line.match_indices('|').map(|(at, _)| at).filter(|&at| !is_escaped(line, at)).collect();
    let opens = line.trim_start().starts_with('|');
    // The bar after the last column; what follows it is lost, but for an empty end.
    let Some(&last) = bars.get(columns - usize::from(!opens)) else { return };
    let lost = line[last + 1..].trim().trim_end_matches('|').trim();
    if lost.is_empty() {
        return;
    }
    let cells = bars.len() - usize::from(opens) + usize::from(!line.ends_with('|'));
    let start = row.start + last + 1 + (line[last + 1..].len() - line[last + 1..].trim_start().len());
    let message = format!("this row has {cells} cells and the header {columns}: `{lost}` is left out");
    let hint = "give the header a cell for it; a bar within a cell is written `\\|`";
    recorder::report(text.finding(&codes::LOST_CELL, start..start + lost.len(), message).hint(hint));
}

fn is_escaped(line: &str, at: usize) -> bool {
    line[..at].bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1
}

/// A definition list, while it is read.
#[derive(Debug)]
pub struct Terms {
    /// The first term.
    pub first: Option<Range<usize>>,
    /// How many terms there are.
    pub count: usize,
}

/// A term that looks like a paragraph whose next line happens to begin with a colon.
pub fn definition(text: &Text, source: &str, terms: &Terms, list: &Range<usize>) {
    /// Terms are short.
    const MOST: usize = 80;
    let Some(first) = terms.first.clone() else { return };
    let term = source[first.clone()].trim_end();
    let is_paragraph = term.contains('\n') || term.chars().count() > MOST || term.ends_with(['.', '!', '?', '。']);
    // French has a space before a colon: a line that is wrapped there begins with it.
    let spaced = text.words.code().starts_with("fr");
    let is_wrapped = spaced
        && terms.count == 1
        && source[first.end..list.end].trim_start_matches('\n').starts_with(": ")
        && !source[first.start..list.end].trim_end().contains("\n\n");
    if is_paragraph || is_wrapped {
        let hint = "if a colon was meant, join the two lines or write `\\:`; a list of terms has short terms, several of them or \
                    an empty line before the colon";
        let message = "the `:` at the beginning of the next line makes this a term with a definition".to_owned();
        recorder::report(text.finding(&codes::DEFINITION, first.start..first.start + term.len(), message).hint(hint));
    }
}

/// The beginning of a text, so that looking for an end does not take longer the longer the text is.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// Opens what is still to be filled in.
pub const OPENS: &str = "[[to fill:";
/// Closes it.
pub const CLOSES: &str = "]]";

/// What is still to be filled in: `[[to fill: the capital]]`.
pub fn blanks(source: &str) -> Vec<Range<usize>> {
    // One sign is looked for faster than several.
    let opens = source.match_indices('[').filter(|(start, _)| source[*start..].starts_with(OPENS));
    let found = opens.filter_map(|(start, _)| {
        let rest = near(&source[start..]);
        let end = rest.find(CLOSES)? + CLOSES.len();
        (!rest[..end].contains("\n\n")).then_some(start..start + end)
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks around the signs that stand where `^` points, as the parser gives them out.
    fn left(source: &str, at: usize) -> Option<&str> {
        emphasis(source, &(at..at + 1), &(at + 1..at + 2)).map(|range| &source[range])
    }

    #[test]
    fn marks_of_emphasis_are_distinguished_from_signs() {
        assert_eq!(left("**强调，**后面", 0), Some("**"));
        assert_eq!(left("a ~~b", 2), Some("~~"));
        assert_eq!(left("__init", 0), Some("__"));
        for (sign, at) in [("Name: ______", 6), ("a__b", 1), ("\\**", 1), ("****", 0), ("see __ here", 4)] {
            assert_eq!(left(sign, at), None, "{sign}");
        }
    }

    #[test]
    fn blanks_end_within_their_paragraph() {
        assert_eq!(blanks("a [[to fill: b]] c [[to fill: d\n\n]]"), vec![2..16]);
    }
}

//! How wide a text will be, and where it may be broken: the drawing is made before any font is known.
//!
//! Widths are those of a plain sans, a little on the safe side, so that what fits here fits on the page too.
//!
//! By hand: what measures text exactly needs the font, and `unicode-width` counts the columns of a terminal.

use icu::properties::props::{EnumeratedProperty as _, GeneralCategory, GeneralCategoryGroup};
use icu::segmenter::LineSegmenter;
use icu::segmenter::options::LineBreakOptions;

/// The width of a text at a font size, in the units of the drawing.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The text without soft hyphens: a drawing breaks its lines itself.
pub fn unbroken(text: &str) -> String {
    text.replace('\u{ad}', "")
}

/// Lines no wider than `room`: broken at spaces, after hyphens and slashes, at soft hyphens, and within a word that is
/// wider than a line. Never empty.
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let fits = width(&shown(&line, &piece), size) <= room;
        if !fits && !line.is_empty() {
            lines.push(ended(&line));
            line.clear();
        }
        line.push_str(&piece);
        while !line.is_empty() && width(&ended(&line), size) > room {
            let rest = cut(&mut line, size, room);
            lines.push(ended(&line));
            line = rest;
        }
    }
    if lines.is_empty() || !line.is_empty() {
        lines.push(ended(&line));
    }
    lines
}

/// Keeps what fits into a line, gives back the rest. At least one character stays, so that cutting ends.
fn cut(line: &mut String, size: f64, room: f64) -> String {
    let mut used = advance('-') * size;
    let mut kept = 0;
    for (at, c) in line.char_indices() {
        used += advance(c) * size;
        if used > room && kept > 0 && !is_part_of_letter(c) {
            break;
        }
        kept = at + c.len_utf8();
    }
    let rest = line.split_off(kept);
    if !rest.is_empty() && line.chars().next_back().is_some_and(char::is_alphabetic) && !line.chars().any(is_wide) {
        line.push('-');
    }
    rest
}

/// The text in pieces, between which a line may end.
fn pieces(text: &str) -> Vec<String> {
    if text.contains(has_unmarked_words) {
        let ends = LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(text).collect::<Vec<usize>>();
        return ends.windows(2).map(|ends| text[ends[0]..ends[1]].to_owned()).collect();
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for c in text.chars() {
        piece.push(c);
        if matches!(c, ' ' | '-' | '–' | '/' | '\u{ad}' | '\u{200b}') || is_wide(c) {
            pieces.push(std::mem::take(&mut piece));
        }
    }
    pieces.push(piece);
    pieces
}

/// What the line would show if the piece were its last.
fn shown(line: &str, piece: &str) -> String {
    ended(&format!("{line}{piece}"))
}

/// A line as it is shown when it ends here: a soft hyphen at its end becomes a hyphen.
fn ended(line: &str) -> String {
    let hyphen = if line.ends_with('\u{ad}') { "-" } else { "" };
    format!("{}{hyphen}", unbroken(line).trim_end())
}

/// Characters that fill a square: Chinese, Japanese, Korean.
fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xff60 | 0x20000..=0x3fffd)
}

/// Letters of Thai, Lao, Burmese and Khmer, whose words stand without anything between them: only a dictionary, or what has
/// learnt one, knows where a line may end.
fn has_unmarked_words(c: char) -> bool {
    matches!(c as u32, 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff)
}

/// Signs above, below or beside a letter, which stay with it.
fn is_part_of_letter(c: char) -> bool {
    c > '\u{2ff}' && GeneralCategoryGroup::Mark.contains(GeneralCategory::for_char(c))
}

/// The width of a character as a part of the font size.
fn advance(c: char) -> f64 {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{300}'..='\u{36f}' | '\u{fdd0}'..='\u{fdef}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ';' | ':' | '\'' | '’' | '|' | '!' | ' ' | '\u{a0}' | '\u{202f}' => 0.3,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '—' | '…' => 0.9,
        '0'..='9' => 0.6,
        c if is_wide(c) => 1.0,
        c if c.is_uppercase() => 0.7,
        c if c > '\u{2ff}' && GeneralCategory::for_char(c) == GeneralCategory::NonspacingMark => 0.0,
        _ => 0.57,
    }
}

//! Characters that nobody sees and that turn what is seen: they never reach a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character is a control character, a mark of direction, or has no width: it can move the cursor, colour or turn
/// what follows, or hide a difference between two names.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A text with what nobody sees written out, as `\u{1b}`; line breaks stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && is_unseen(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' => shown.push(c),
            '\t' => shown.push(' '),
            c if is_unseen(c) => {
                let _ = write!(shown, "\\u{{{:x}}}", c as u32);
            }
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// The same for a line whose columns must stay: one sign for each.
pub fn in_columns(line: &str) -> String {
    line.chars().map(|c| if c != '\t' && is_unseen(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_the_cursor_or_turns_the_text_is_written_out() {
        assert_eq!(printable("a\u{1b}[31m\u{202e}b\u{9b}\u{200b}\nc"), "a\\u{1b}[31m\\u{202e}b\\u{9b}\\u{200b}\nc");
        assert_eq!(printable("Wälzlager 轴承"), "Wälzlager 轴承");
    }

    #[test]
    fn a_line_keeps_its_columns() {
        assert_eq!(in_columns("a\u{1b}\tb\u{2066}"), "a\u{fffd}\tb\u{fffd}");
    }
}

//! How deep a message file nests, known before it is parsed: the parser of Fluent calls itself for each level, and a text made
//! for it would end the program.

/// Levels of placeables, selectors and arguments in one another that no message needs.
pub const DEEPEST: usize = 64;

/// The byte at which a text of Fluent nests deeper than [`DEEPEST`]; `None`: nowhere.
pub fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') || is_entry(line) {
            depth = 0;
        }
        let mut in_string = false;
        let mut escaped = false;
        let code = if line.starts_with('#') { "" } else { line };
        for (at, c) in code.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' if in_string => escaped = true,
                '"' if depth > 0 => in_string = !in_string,
                _ if in_string => {}
                '{' => depth += 1,
                // In words between placeables brackets are brackets.
                '(' if depth > 0 => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                ')' if depth > 0 => depth -= 1,
                _ => {}
            }
            if depth > DEEPEST {
                return Some(start + at);
            }
        }
        start += line.len();
    }
    None
}

/// Whether a line begins a message, a term or an attribute's message: `key =` without a blank before it.
fn is_entry(line: &str) -> bool {
    let key = line.split('=').next().unwrap_or_default().trim_end();
    let name = key.strip_prefix('-').unwrap_or(key);
    key.len() < line.trim_end().len()
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_messages_need_is_not_too_deep() {
        let usual =
            "# { { {\nparks = { $count ->\n    [one] { NUMBER($count) } park (\n   *[other] { \"{{{\" } parks (\n}\n";

        assert_eq!(too_deep(&usual.repeat(100)), None);
    }

    #[test]
    fn placeables_selectors_and_arguments_are_counted() {
        for nested in ["{ ", "{ $a ->\n *[x] ", "{ F(", "{\nF("] {
            let text = format!("a = {}", nested.repeat(DEEPEST + 1));
            assert!(too_deep(&text).is_some(), "{nested}");
        }
        assert!(too_deep(&format!("a = {{ F{}", "(F".repeat(DEEPEST))).is_some());
    }
}

//! Scripts without what browsers skip: lines that hold a comment alone, and the blanks at the beginning of lines.
//!
//! No minifier, as with style sheets: people look at these files in their browser.

/// The script without lines of comments. One with a text in backticks that goes over several lines stays as it is: there a
/// line is what the author wrote.
pub fn without_comments(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut is_comment = false;
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if is_comment || line.is_empty() || line.starts_with("//") {
            is_comment &= !line.contains("*/");
            // Code behind the end of a comment: nobody writes so, and it is not to be lost.
            if line.split_once("*/").is_some_and(|(_, code)| !code.is_empty()) {
                return script.to_owned();
            }
            continue;
        }
        if line.matches('`').count() % 2 == 1 {
            return script.to_owned();
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn lines_of_comments_and_blanks_at_the_beginning_are_left_out() {
        let script = "// Of the whole.\n\n/** Of one. */\nfunction one() {\n  // Why.\n  return 1; // how\n}\n/*\n * Long.\n */\nconst a = 'https://example.org'; /* short */ one();\n";

        assert_eq!(
            without_comments(script),
            "function one() {\nreturn 1; // how\n}\nconst a = 'https://example.org'; /* short */ one();\n"
        );
    }

    #[test]
    fn a_script_with_code_behind_a_comment_stays_as_it_is() {
        for script in ["// Of it.\n/* a */ b();\n", "/*\n */ c();\n"] {
            assert_eq!(without_comments(script), script);
        }
    }

    #[test]
    fn a_script_with_a_text_of_several_lines_stays_as_it_is() {
        let script = "// Kept.\nconst text = `\n  // of the text\n`;\n";

        assert_eq!(without_comments(script), script);
    }
}

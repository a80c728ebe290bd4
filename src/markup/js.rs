//! Scripts without what browsers skip: lines that hold a comment alone, and the blanks at the beginning of lines.
//!
//! No minifier, as with style sheets: people look at these files in their browser.

use std::ops::Range;

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

/// Where the files stand that a module imports by a relative address, such as `./words.js`, without their quotation marks.
pub fn imports(script: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in script.split_inclusive('\n') {
        let is_import = line.starts_with("import ") || line.starts_with("export ") || line.starts_with('}');
        let address = ["from '", "from \"", "import '", "import \""].iter().find_map(|before| {
            let begin = line.find(before)? + before.len();
            let end = begin + line[begin..].find(['\'', '"'])?;
            Some(begin..end)
        });
        if let Some(span) = address.filter(|span| is_import && line[span.clone()].starts_with('.')) {
            found.push(start + span.start..start + span.end);
        }
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{imports, without_comments};

    #[test]
    fn what_a_module_imports_is_found() {
        let script = "import { a } from './a.js';\nimport \"../b.js\";\nimport {\n  c,\n} from './c.js';\nimport d from 'd';\n  say('import ./e.js');\n";

        let found: Vec<&str> = imports(script).into_iter().map(|span| &script[span]).collect();

        assert_eq!(found, ["./a.js", "../b.js", "./c.js"]);
    }

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

//! Findings for programs: one JSON document.

use serde_json::{Value, json};

use super::{Diagnostic, Place};

/// `{"diagnostics": [{code, severity, message, path, line, column, length, excerpt, excerpt_column, hint, related}]}`; `line`
/// and `column` are null for findings about a whole file, `hint` where there is none. Of a long line the excerpt is a part,
/// which begins at `excerpt_column`.
pub fn document(diagnostics: &[Diagnostic]) -> Value {
    let list: Vec<Value> = diagnostics.iter().map(one).collect();
    json!({ "diagnostics": list })
}

fn one(diagnostic: &Diagnostic) -> Value {
    let mut value = place(&diagnostic.place);
    let related: Vec<Value> = diagnostic
        .related
        .iter()
        .map(|(at, words)| {
            let mut value = place(at);
            value["message"] = json!(words);
            value
        })
        .collect();
    value["code"] = json!(diagnostic.code.name);
    value["severity"] = json!(diagnostic.code.severity.word());
    value["message"] = json!(diagnostic.message);
    value["hint"] = json!(diagnostic.hint);
    value["related"] = json!(related);
    value
}

fn place(place: &Place) -> Value {
    let known = (place.line > 0).then_some(place);
    json!({
        "path": &*place.path,
        "line": known.map(|p| p.line),
        "column": known.map(|p| p.column),
        "length": known.map(|p| p.length),
        "excerpt": known.map(|p| p.excerpt.as_str()),
        "excerpt_column": known.map(|p| p.clipped + 1),
    })
}

//! Findings for code hosts: SARIF 2.1.0 (OASIS standard), one run.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Code, Diagnostic, Place};

/// A SARIF log of the findings. Columns are in UTF-16 code units by default in SARIF; we count Unicode code
/// points and say so in `columnKind`.
pub fn document(diagnostics: &[Diagnostic]) -> Value {
    let mut rules: Vec<&'static Code> = diagnostics.iter().map(|d| d.code).collect();
    rules.sort_by_key(|code| code.name);
    rules.dedup_by_key(|code| code.name);
    let results: Vec<Value> = diagnostics.iter().map(result).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Prospectus",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|code| rule(code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.name,
        "shortDescription": { "text": code.title },
        "fullDescription": { "text": code.explanation },
        "defaultConfiguration": { "level": code.severity.word() },
    })
}

fn result(diagnostic: &Diagnostic) -> Value {
    let text = match &diagnostic.hint {
        Some(hint) => format!("{} – {hint}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let related: Vec<Value> = diagnostic
        .related
        .iter()
        .map(|(place, words)| {
            let mut value = location(place);
            value["message"] = json!({ "text": words });
            value
        })
        .collect();
    json!({
        "ruleId": diagnostic.code.name,
        "level": diagnostic.code.severity.word(),
        "message": { "text": text },
        "locations": [location(&diagnostic.place)],
        "relatedLocations": related,
    })
}

fn location(place: &Place) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&place.path) } });
    if place.line > 0 {
        physical["region"] = json!({
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.length,
            "snippet": { "text": place.excerpt },
        });
    }
    json!({ "physicalLocation": physical })
}

/// What is no letter or digit of ASCII, nor one of the few marks that mean nothing in a path, or part its folders.
const MARKS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as a relative address (RFC 3986).
fn uri(path: &str) -> String {
    utf8_percent_encode(path, MARKS).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_umlauts_of_a_path_are_encoded() {
        let finding = Diagnostic::new(&super::super::codes::STRAY_FILE, Place::file("content/städte/a b.txt"), "x");

        let uri =
            &document(&[finding])["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];

        assert_eq!(uri["uri"], "content/st%C3%A4dte/a%20b.txt");
    }
}

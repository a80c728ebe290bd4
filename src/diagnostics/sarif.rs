//! Findings for code hosts: SARIF 2.1.0 (OASIS standard), one run.

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
    let mut physical = json!({ "artifactLocation": { "uri": &*place.path } });
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

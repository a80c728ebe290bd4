//! Whether the components of a theme stand where they can be replaced: each in one file, and by its name where the file has
//! one.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, codes};
use crate::parse::components::{Component, components};
use crate::parse::{Source, Span};
use crate::theme::{Template, Theme};

/// Components that are defined by two files, and files that are named after a component and do not define it.
pub fn check(theme: &Theme) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut known: BTreeMap<&str, (&Template, Component)> = BTreeMap::new();
    for template in &theme.templates {
        let defined = components(&template.source.text);
        findings.extend(unnamed(theme, template, &defined));
        for component in defined {
            match known.get(component.name.text) {
                None => drop(known.insert(component.name.text, (template, component))),
                Some((stronger, first)) if theme.bare(stronger) != theme.bare(template) => {
                    findings.push(twice((stronger, first), (template, &component), theme));
                }
                // One file in two layers, of which the weaker is asked for by its layer's name.
                Some(_) => {}
            }
        }
    }
    findings
}

fn twice(stronger: (&Template, &Component), weaker: (&Template, &Component), theme: &Theme) -> Diagnostic {
    let (template, component) = stronger;
    let name = component.name.text;
    let message = format!("the component `{name}` is defined by two files");
    let hint = match theme.layer(template) == theme.layer(weaker.0) {
        true => "give one of them another name".to_owned(),
        false => {
            let file = theme.bare(weaker.0);
            format!("to replace it, put yours into templates/{file}; else give it another name")
        }
    };
    let finding = template.source.finding(&codes::TEMPLATE, component.name.span(), message).hint(hint);
    finding.related(weaker.0.source.place(weaker.1.name.span()), format!("`{name}` is defined here, too"))
}

/// A file `components/Name.html` that does not define `Name`.
fn unnamed(theme: &Theme, template: &Template, defined: &[Component]) -> Option<Diagnostic> {
    let name = theme.bare(template).strip_prefix("components/")?.strip_suffix(".html")?;
    let is_named = name.starts_with(char::is_uppercase) && !name.contains('/');
    if !is_named || defined.iter().any(|component| component.name.text == name) {
        return None;
    }
    let message = format!("this file has the name of a component, `{name}`, and does not define it");
    let hint = format!("begin it with `{{% component {name}(…) %}}`");
    let finding = template.source.finding(&codes::TEMPLATE, Span { start: 0, end: 0 }, message).hint(hint);
    Some(match theme.replaced.iter().find(|replaced| theme.bare(replaced) == theme.bare(template)) {
        Some(replaced) => finding.related(place_of(&replaced.source, name), "the file that it replaces"),
        None => finding,
    })
}

/// Where a text defines a component, else its beginning.
fn place_of(source: &Source, name: &str) -> crate::diagnostics::Place {
    let defined = components(&source.text);
    let found = defined.iter().find(|component| component.name.text == name);
    source.place(found.map_or(Span { start: 0, end: 0 }, |component| component.name.span()))
}

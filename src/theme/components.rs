//! Whether the components of a theme stand where they can be replaced, each in one file and by its name where the file has
//! one, and whether calls give them what they take, as far as that can be seen before anything is rendered.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, codes, did_you_mean, nearest};
use crate::parse::components::{Component, ComponentCall, Parameter, component_calls, components};
use crate::parse::tags::Word;
use crate::parse::{Source, Span};
use crate::theme::{Template, Theme};

/// Components that are defined by two files, files that are named after a component and do not define it, and calls with
/// arguments that a component does not take.
pub fn check(theme: &Theme) -> Vec<Diagnostic> {
    let (known, mut findings) = defined(theme);
    for template in &theme.templates {
        for call in component_calls(&template.source.text) {
            if let Some((_, component)) = known.get(call.name.text) {
                findings.extend(arguments(&call, component, &template.source));
            }
        }
    }
    findings
}

/// Each component by its name, as the strongest layer defines it.
type Known<'t> = BTreeMap<&'t str, (&'t Template, Component<'t>)>;

fn defined(theme: &Theme) -> (Known<'_>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut known = Known::new();
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
    (known, findings)
}

/// What is wrong with the arguments of a call.
fn arguments(call: &ComponentCall, component: &Component, source: &Source) -> Vec<Diagnostic> {
    let name = component.name.text;
    let names: Vec<&str> = component.parameters.iter().map(|parameter| parameter.name.text).collect();
    let takes = if names.is_empty() { "it takes none".to_owned() } else { format!("it takes: {}", names.join(", ")) };
    let mut findings = Vec::new();
    for (argument, value) in &call.arguments {
        let parameter = component.parameters.iter().find(|parameter| parameter.name.text == argument.text);
        match parameter {
            None if component.is_open => {}
            None => {
                let message = format!("`{name}` takes no argument `{}`", argument.text);
                let hint = did_you_mean(argument.text, names.iter().copied()).unwrap_or_else(|| takes.clone());
                findings.push(source.finding(&codes::TEMPLATE, argument.span(), message).hint(hint));
            }
            Some(parameter) => findings.extend(value.and_then(|value| wrong_type(name, parameter, value, source))),
        }
    }
    for parameter in component.parameters.iter().filter(|parameter| parameter.is_required()) {
        // A near name has been told of.
        let is_meant = |given: &Word| nearest(given.text, names.iter().copied()) == Some(parameter.name.text);
        let is_given = call.arguments.iter().any(|(given, _)| given.text == parameter.name.text || is_meant(given));
        if !is_given && !call.spreads {
            let message = format!("`{name}` needs the argument `{}`", parameter.name.text);
            findings.push(source.finding(&codes::TEMPLATE, call.name.span(), message).hint(takes.clone()));
        }
    }
    findings
}

/// That a value which stands in the call itself is not of the type of the argument.
fn wrong_type(name: &str, parameter: &Parameter, value: Word, source: &Source) -> Option<Diagnostic> {
    let expected = parameter.kind.or_else(|| literal_type(parameter.default?))?;
    let found = literal_type(value.text)?;
    let fits = match expected {
        "number" => matches!(found, "integer" | "float"),
        expected => expected.eq_ignore_ascii_case(found),
    };
    let message = format!(
        "`{}` of `{name}` must be of the type {expected}, but this is of the type {found}",
        parameter.name.text
    );
    (!fits).then(|| source.finding(&codes::TEMPLATE, value.span(), message))
}

/// The type of a value that is written out; `None` for what is computed, and for `none`, of which templates may know more.
fn literal_type(text: &str) -> Option<&'static str> {
    let is_whole = |open: char, close: char| {
        text.starts_with(open) && text.find(close).is_some_and(|end| end > 0 && end + close.len_utf8() == text.len())
    };
    let string = ['"', '\'', '`'].into_iter().any(|quote| {
        let inner = text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
        inner.is_some_and(|inner| !inner.contains(quote))
    });
    match text {
        "true" | "false" => Some("bool"),
        _ if string => Some("string"),
        _ if is_whole('[', ']') => Some("array"),
        _ if is_whole('{', '}') => Some("map"),
        _ if text.parse::<i64>().is_ok() => Some("integer"),
        _ if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') && text.parse::<f64>().is_ok() => Some("float"),
        _ => None,
    }
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

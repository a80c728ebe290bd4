//! Templates: loading them all, and saying where one went wrong.

use std::sync::Arc;

use tera::{Error, ErrorKind, Tera};

use crate::diagnostics::{Code, Diagnostic, Place, codes};
use crate::render::{World, filters, functions};
use crate::theme::Theme;

/// Loads all templates; `None` when some cannot be read, all of which are reported.
pub fn build(theme: &Theme, world: &Arc<World>, findings: &mut Vec<Diagnostic>) -> Option<Tera> {
    let mut tera = Tera::new();
    functions::register(&mut tera, world);
    filters::register(&mut tera, world);
    tera.set_fallback_prefixes(theme.prefixes.iter().cloned()).expect("no template is loaded yet");
    let empty = tera.clone();
    let templates = theme.templates.iter().map(|template| (template.name.as_str(), &*template.source.text));
    let Err(error) = tera.add_raw_templates(templates) else { return Some(tera) };
    let before = findings.len();
    for template in &theme.templates {
        // Alone, a template is without its parents; only mistakes in its own text count.
        if let Err(error) = empty.clone().add_raw_template(&template.name, &template.source.text)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            findings.push(finding(&error, theme, &template.name));
        }
    }
    if findings.len() == before {
        findings.push(finding(&error, theme, ""));
    }
    None
}

/// An error of a template as a finding. `rendering` is the template that was rendered, for errors without a place.
pub fn finding(error: &Error, theme: &Theme, rendering: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => placed(&codes::TEMPLATE_SYNTAX, report, theme),
        ErrorKind::RenderingError(report) => placed(&codes::TEMPLATE, report, theme),
        ErrorKind::MissingParent { current, parent } => {
            let hint = crate::diagnostics::did_you_mean(parent, theme.template_names());
            let message = format!("the template extends `{parent}`, which does not exist");
            Diagnostic::new(&codes::TEMPLATE_SYNTAX, Place::file(path_of(theme, current)), message).hint_if(hint)
        }
        _ => {
            let message = error.to_string().lines().next().unwrap_or_default().to_owned();
            Diagnostic::new(&codes::TEMPLATE, Place::file(path_of(theme, rendering)), message)
        }
    }
}

fn placed(code: &'static Code, report: &tera::ReportError, theme: &Theme) -> Diagnostic {
    let span = report.span();
    let place = match theme.template(report.filename()) {
        Some(template) => {
            Place::in_text(template.source.path.clone(), &template.source.text, span.range.start, span.range.end)
        }
        None => Place::file(report.filename()),
    };
    Diagnostic::new(code, place, report.message().to_owned())
}

fn path_of(theme: &Theme, name: &str) -> Arc<str> {
    theme.template(name).map_or_else(|| "themes".into(), |template| template.source.path.clone())
}

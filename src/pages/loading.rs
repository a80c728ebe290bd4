//! Templates: reading them all, and saying what is wrong with them before any is rendered.

use std::sync::Arc;

use tera::{ErrorKind, Tera};

use crate::diagnostics::Diagnostic;
use crate::pages::filters::{self, FILTERS};
use crate::pages::functions::{self, FUNCTIONS};
use crate::pages::mistakes::{finding, unknown_names};
use crate::pages::templates::Templates;
use crate::parse::Source;
use crate::parse::calls::{Call, Callee, calls};
use crate::theme::{Theme, components};

/// Reads the templates of a theme.
pub fn templates(theme: Arc<Theme>) -> Templates {
    let mut findings = Vec::new();
    let tera = read(&theme, &mut findings);
    Templates::new(theme, tera, findings)
}

/// Reads all templates; `None` when some cannot be read, all of which are reported.
fn read(theme: &Theme, findings: &mut Vec<Diagnostic>) -> Option<Tera> {
    findings.extend(theme.templates.iter().flat_map(|template| unread_arguments(&template.source)));
    let mut tera = Tera::new();
    functions::register(&mut tera);
    filters::register(&mut tera);
    tera.set_fallback_prefixes(theme.prefixes.iter().cloned()).expect("no template is loaded yet");
    let empty = tera.clone();
    let templates = theme.templates.iter().map(|template| (template.name.as_str(), &*template.source.text));
    let before = findings.len();
    findings.extend(components::check(theme));
    let misplaced = findings.len() > before;
    let Err(error) = tera.add_raw_templates(templates) else { return (!misplaced).then_some(tera) };
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
        findings.extend(unknown_names(&error, theme));
    }
    // That a component is defined twice has been told, with both places.
    if findings.len() == before && !misplaced {
        findings.push(finding(&error, theme, ""));
    }
    None
}

/// Arguments that the functions and filters of a template do not read.
fn unread_arguments(source: &Source) -> Vec<Diagnostic> {
    let of_call = |call: Call| match call.kind {
        Callee::Function => {
            FUNCTIONS.iter().find(|one| one.name == call.name.text).map(|one| one.unread(&call, source))
        }
        Callee::Filter => FILTERS.iter().find(|one| one.name == call.name.text).map(|one| one.unread(&call, source)),
    };
    calls(&source.text).into_iter().filter_map(of_call).flatten().collect()
}

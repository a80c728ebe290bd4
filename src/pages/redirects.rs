//! Pages at other addresses than a record's own: aliases, which lead to it, and permanent addresses, which list its pages.

use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::markup::html::escape;
use crate::output::{OutputFile, Sink};
use crate::pages::page;
use crate::pages::renderer::Renderer;
use crate::plan::page::Redirect;
use crate::report::recorder;
use crate::theme::Theme;

/// Writes all these pages; gives back what was found.
pub fn write(renderer: &Arc<Renderer>, theme: &Theme, sink: &dyn Sink) -> Vec<Diagnostic> {
    use rayon::prelude::*;
    let one = |redirect: &Redirect| {
        if redirect.permanent {
            return page::permanent(renderer, redirect, theme, sink);
        }
        let (html, notes) = recorder::remembered(redirect.language, || alias(renderer, redirect));
        if let Some(html) = html {
            let reads = renderer.report.named(&notes);
            sink.put(OutputFile { path: redirect.file.clone(), bytes: html.into_bytes(), reads });
        }
        Vec::new()
    };
    let found: Vec<Vec<Diagnostic>> = renderer.report.plan.redirects.par_iter().map(one).collect();
    found.into_iter().flatten().collect()
}

/// A page without script that leads on at once, and says where to for those whose program does not.
fn alias(renderer: &Renderer, redirect: &Redirect) -> Option<String> {
    let localizer = renderer.report.localizer(redirect.language);
    let address = renderer.report.plan.addresses.of(redirect.to, redirect.language)?;
    let spec = localizer.spoken();
    let title = escape(localizer.title(redirect.to));
    let url = escape(&address.url);
    let canonical = escape(&format!("{}{}", renderer.report.config.base_url.origin, address.url));
    let link = format!("<a href=\"{url}\">{title}</a>");
    let words = localizer.format("moved-to", &[("title", "\u{1}".into())]).unwrap_or_default();
    let body = escape(&words.replace('\u{1}', "@@")).replace("@@", &link);
    Some(format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n<link rel=\"canonical\" href=\"{canonical}\">\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{body}</p>\n</main>\n</body>\n</html>\n",
        lang = escape(&spec.code),
        dir = spec.direction.attribute(),
    ))
}

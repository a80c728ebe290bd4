//! Pages at other addresses than a record's own: aliases, which lead to it, and permanent addresses, which list its pages.

use crate::diagnostics::Diagnostic;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::output::OutputFile;
use crate::pages::page::Rendering;
use crate::pages::renderer::Renderer;
use crate::plan::page::Redirect;
use crate::report::recorder::{self, Note};

/// Makes one of these pages; gives back what was found.
pub fn one(rendering: Rendering, redirect: &Redirect) -> Vec<Diagnostic> {
    if rendering.stands(&redirect.file) {
        return Vec::new();
    }
    if redirect.permanent {
        return rendering.permanent(redirect);
    }
    let renderer = rendering.renderer;
    let (html, notes) = recorder::remembered(redirect.language, || {
        recorder::note(Note::Planned(redirect.file.as_str().into()));
        alias(renderer, redirect)
    });
    if let Some(html) = html {
        let (path, reads) = (redirect.file.clone(), renderer.report.reads(notes));
        let bytes = renderer.local(redirect.language).finished(html.into_bytes());
        rendering.sink.put(OutputFile { path, bytes, reads });
    }
    Vec::new()
}

/// A page without script that leads on at once, and says where to for those whose program does not.
fn alias(renderer: &Renderer, redirect: &Redirect) -> Option<String> {
    let localizer = renderer.local(redirect.language).localizer();
    let address = renderer.report.plan.addresses.leads_to(redirect.to, redirect.language)?;
    let spec = localizer.spoken();
    let title = escape(localizer.title(redirect.to));
    let url = escape(&address.url);
    let canonical = escape(&format!("{}{}", renderer.report.config.base_url.origin, address.url));
    let link = format!("<a href=\"{url}\">{title}</a>");
    let body = localizer.html(Message::MovedTo, &[], &[("title", &link)]).unwrap_or_default();
    Some(format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n<link rel=\"canonical\" href=\"{canonical}\">\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{body}</p>\n</main>\n</body>\n</html>\n",
        lang = escape(&spec.code),
        dir = spec.direction.attribute(),
    ))
}

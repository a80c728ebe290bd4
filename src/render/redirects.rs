//! Pages that only lead to another: aliases and permanent addresses.

use crate::plan::Redirect;
use crate::render::xml::escape;
use crate::render::{OutputFile, Sink, World};

/// Writes all redirect pages.
pub fn write(world: &World, sink: &dyn Sink) {
    use rayon::prelude::*;
    world.plan.redirects.par_iter().for_each(|redirect| {
        if let Some(html) = page(world, redirect) {
            sink.put(OutputFile { path: redirect.file.clone(), bytes: html.into_bytes(), reads: Vec::new() });
        }
    });
}

/// A page without script that leads on at once, and says where to for those whose program does not.
fn page(world: &World, redirect: &Redirect) -> Option<String> {
    let address = world.plan.addresses.of(redirect.to, redirect.language)?;
    let spec = &world.config.languages[redirect.language];
    let title = escape(world.site.title(redirect.to, redirect.language).1);
    let url = escape(&address.url);
    let canonical = escape(&format!("{}{}", world.config.base_url.origin, address.url));
    let messages = &world.locales.get(redirect.language).messages;
    let link = format!("<a href=\"{url}\">{title}</a>");
    let body = if redirect.permanent {
        languages(world, redirect)
    } else {
        let words = messages.format("moved-to", &[("title", "\u{1}".into())]).unwrap_or_default();
        format!("<p>{}</p>", escape(&words.replace('\u{1}', "@@")).replace("@@", &link))
    };
    Some(format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n<link rel=\"canonical\" href=\"{canonical}\">\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n",
        lang = escape(&spec.code),
        dir = spec.direction.attribute(),
    ))
}

/// A permanent address leads to the record in every language.
fn languages(world: &World, redirect: &Redirect) -> String {
    let mut list = String::from("<ul>\n");
    for (language, spec) in world.config.languages.iter().enumerate() {
        let Some(address) = world.plan.addresses.of(redirect.to, language).filter(|address| address.translated) else {
            continue;
        };
        let title = escape(world.site.title(redirect.to, language).1);
        let (code, url) = (escape(&spec.code), escape(&address.url));
        list.push_str(&format!("<li><a href=\"{url}\" lang=\"{code}\" hreflang=\"{code}\">{title}</a></li>\n"));
    }
    list.push_str("</ul>");
    list
}

//! Links within a built site.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

/// Links to this site that lead to no file, or to no element of the page.
pub fn dangling(site: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut dangling = BTreeSet::new();
    let home = String::from_utf8_lossy(&site["index.html"]);
    let base = attributes(&home, "href").find_map(|link| link.split_once("/assets/")).map_or("", |(base, _)| base);
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for link in attributes(&html, "href").chain(attributes(&html, "src")) {
            let link = link.replace("&amp;", "&");
            if link.contains(':') {
                continue;
            }
            let (target, fragment) =
                link.split_once('#').map_or((link.as_str(), ""), |(target, fragment)| (target, fragment));
            // What a list is to be filtered by.
            let target = target.split('?').next().unwrap_or_default();
            let target = percent_decode_str(target).decode_utf8_lossy();
            let file = match target.strip_prefix(base).and_then(|rest| rest.strip_prefix('/')) {
                Some(rest) if rest.is_empty() || rest.ends_with('/') => format!("{rest}index.html"),
                Some(rest) => rest.to_owned(),
                None => path.clone(),
            };
            let found = site.get(&file);
            let has_target = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(&format!("id=\"{fragment}\""));
            if !found.is_some_and(|bytes| fragment.is_empty() || has_target(bytes)) {
                dangling.insert(format!("{path}: {link}"));
            }
        }
    }
    dangling.into_iter().collect()
}

fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let start = format!(" {name}=\"");
    html.match_indices(&start)
        .map(|(at, found)| at + found.len())
        .map(|at| html[at..].split('"').next().unwrap_or_default())
        .collect::<Vec<_>>()
        .into_iter()
}

//! The theme `plain`, compiled into the program, so that a new site is a page at once.

/// A file of a theme by its path below the theme's folder.
type File = (&'static str, &'static [u8]);

const PLAIN: &[File] = &[
    ("templates/base.html", include_bytes!("../../themes/plain/templates/base.html")),
    ("templates/record.html", include_bytes!("../../themes/plain/templates/record.html")),
    ("templates/parts/source-numbers.html", include_bytes!("../../themes/plain/templates/parts/source-numbers.html")),
    ("templates/parts/figure.html", include_bytes!("../../themes/plain/templates/parts/figure.html")),
    ("templates/index.html", include_bytes!("../../themes/plain/templates/index.html")),
    ("templates/languages.html", include_bytes!("../../themes/plain/templates/languages.html")),
    ("templates/permanent.html", include_bytes!("../../themes/plain/templates/permanent.html")),
    ("templates/not-found.html", include_bytes!("../../themes/plain/templates/not-found.html")),
    ("locales/en.ftl", include_bytes!("../../themes/plain/locales/en.ftl")),
    ("locales/de.ftl", include_bytes!("../../themes/plain/locales/de.ftl")),
    ("locales/fr.ftl", include_bytes!("../../themes/plain/locales/fr.ftl")),
    ("static/plain.css", include_bytes!("../../themes/plain/static/plain.css")),
];

/// The files of a built-in theme; `None` when there is none of that name.
pub fn find(theme: &str) -> Option<&'static [File]> {
    (theme == "plain").then_some(PLAIN)
}

/// The files of a built-in theme below one of its folders, by their path below that.
pub fn files<'f>(theme: &str, below: &'f str) -> impl Iterator<Item = File> + 'f {
    let all = find(theme).unwrap_or_default();
    all.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(below)?, *bytes)))
}

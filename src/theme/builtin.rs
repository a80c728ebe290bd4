//! The built-in theme, compiled into the program, so that a new site is a page at once.

use crate::config;

/// The theme of a site that names none.
pub const DEFAULT: &str = config::DEFAULT_THEME;

/// A file of a theme by its path below the theme's folder.
type File = (&'static str, &'static [u8]);

/// Every file below `themes/report/`, in the order of the paths.
const REPORT: &[File] = &[
    ("locales/ar.ftl", include_bytes!("../../themes/report/locales/ar.ftl")),
    ("locales/de.ftl", include_bytes!("../../themes/report/locales/de.ftl")),
    ("locales/en.ftl", include_bytes!("../../themes/report/locales/en.ftl")),
    ("locales/es.ftl", include_bytes!("../../themes/report/locales/es.ftl")),
    ("locales/fr.ftl", include_bytes!("../../themes/report/locales/fr.ftl")),
    ("locales/it.ftl", include_bytes!("../../themes/report/locales/it.ftl")),
    ("locales/ja.ftl", include_bytes!("../../themes/report/locales/ja.ftl")),
    ("locales/nl.ftl", include_bytes!("../../themes/report/locales/nl.ftl")),
    ("locales/pl.ftl", include_bytes!("../../themes/report/locales/pl.ftl")),
    ("locales/pt.ftl", include_bytes!("../../themes/report/locales/pt.ftl")),
    ("locales/ru.ftl", include_bytes!("../../themes/report/locales/ru.ftl")),
    ("locales/zh.ftl", include_bytes!("../../themes/report/locales/zh.ftl")),
    ("static/filter.js", include_bytes!("../../themes/report/static/filter.js")),
    ("static/find.js", include_bytes!("../../themes/report/static/find.js")),
    ("static/report.css", include_bytes!("../../themes/report/static/report.css")),
    ("static/words.js", include_bytes!("../../themes/report/static/words.js")),
    ("templates/az.html", include_bytes!("../../themes/report/templates/az.html")),
    ("templates/base.html", include_bytes!("../../themes/report/templates/base.html")),
    ("templates/changes.html", include_bytes!("../../themes/report/templates/changes.html")),
    ("templates/components/Bar.html", include_bytes!("../../themes/report/templates/components/Bar.html")),
    ("templates/components/Behind.html", include_bytes!("../../themes/report/templates/components/Behind.html")),
    (
        "templates/components/Breadcrumb.html",
        include_bytes!("../../themes/report/templates/components/Breadcrumb.html"),
    ),
    ("templates/components/Cards.html", include_bytes!("../../themes/report/templates/components/Cards.html")),
    ("templates/components/Cell.html", include_bytes!("../../themes/report/templates/components/Cell.html")),
    (
        "templates/components/ChangeGroup.html",
        include_bytes!("../../themes/report/templates/components/ChangeGroup.html"),
    ),
    ("templates/components/ChartFile.html", include_bytes!("../../themes/report/templates/components/ChartFile.html")),
    ("templates/components/Citation.html", include_bytes!("../../themes/report/templates/components/Citation.html")),
    ("templates/components/Cited.html", include_bytes!("../../themes/report/templates/components/Cited.html")),
    (
        "templates/components/Completeness.html",
        include_bytes!("../../themes/report/templates/components/Completeness.html"),
    ),
    ("templates/components/Contact.html", include_bytes!("../../themes/report/templates/components/Contact.html")),
    (
        "templates/components/CorrectionTable.html",
        include_bytes!("../../themes/report/templates/components/CorrectionTable.html"),
    ),
    (
        "templates/components/Corrections.html",
        include_bytes!("../../themes/report/templates/components/Corrections.html"),
    ),
    ("templates/components/DatedList.html", include_bytes!("../../themes/report/templates/components/DatedList.html")),
    ("templates/components/Downloads.html", include_bytes!("../../themes/report/templates/components/Downloads.html")),
    ("templates/components/Facets.html", include_bytes!("../../themes/report/templates/components/Facets.html")),
    ("templates/components/FactRow.html", include_bytes!("../../themes/report/templates/components/FactRow.html")),
    ("templates/components/Feeds.html", include_bytes!("../../themes/report/templates/components/Feeds.html")),
    (
        "templates/components/FigureCard.html",
        include_bytes!("../../themes/report/templates/components/FigureCard.html"),
    ),
    (
        "templates/components/FigureMeta.html",
        include_bytes!("../../themes/report/templates/components/FigureMeta.html"),
    ),
    ("templates/components/FileLinks.html", include_bytes!("../../themes/report/templates/components/FileLinks.html")),
    ("templates/components/Find.html", include_bytes!("../../themes/report/templates/components/Find.html")),
    ("templates/components/Gallery.html", include_bytes!("../../themes/report/templates/components/Gallery.html")),
    ("templates/components/Glance.html", include_bytes!("../../themes/report/templates/components/Glance.html")),
    (
        "templates/components/GroupTable.html",
        include_bytes!("../../themes/report/templates/components/GroupTable.html"),
    ),
    (
        "templates/components/HistoryBars.html",
        include_bytes!("../../themes/report/templates/components/HistoryBars.html"),
    ),
    ("templates/components/Homes.html", include_bytes!("../../themes/report/templates/components/Homes.html")),
    (
        "templates/components/InLanguage.html",
        include_bytes!("../../themes/report/templates/components/InLanguage.html"),
    ),
    ("templates/components/Index.html", include_bytes!("../../themes/report/templates/components/Index.html")),
    ("templates/components/Items.html", include_bytes!("../../themes/report/templates/components/Items.html")),
    ("templates/components/Languages.html", include_bytes!("../../themes/report/templates/components/Languages.html")),
    ("templates/components/Ledger.html", include_bytes!("../../themes/report/templates/components/Ledger.html")),
    ("templates/components/Letters.html", include_bytes!("../../themes/report/templates/components/Letters.html")),
    ("templates/components/Link.html", include_bytes!("../../themes/report/templates/components/Link.html")),
    ("templates/components/Menu.html", include_bytes!("../../themes/report/templates/components/Menu.html")),
    ("templates/components/MenuLink.html", include_bytes!("../../themes/report/templates/components/MenuLink.html")),
    ("templates/components/Name.html", include_bytes!("../../themes/report/templates/components/Name.html")),
    ("templates/components/NoneLeft.html", include_bytes!("../../themes/report/templates/components/NoneLeft.html")),
    ("templates/components/Number.html", include_bytes!("../../themes/report/templates/components/Number.html")),
    ("templates/components/Pager.html", include_bytes!("../../themes/report/templates/components/Pager.html")),
    ("templates/components/Photo.html", include_bytes!("../../themes/report/templates/components/Photo.html")),
    ("templates/components/Phrase.html", include_bytes!("../../themes/report/templates/components/Phrase.html")),
    ("templates/components/Picture.html", include_bytes!("../../themes/report/templates/components/Picture.html")),
    (
        "templates/components/Publishers.html",
        include_bytes!("../../themes/report/templates/components/Publishers.html"),
    ),
    (
        "templates/components/Reconciliation.html",
        include_bytes!("../../themes/report/templates/components/Reconciliation.html"),
    ),
    (
        "templates/components/RecordList.html",
        include_bytes!("../../themes/report/templates/components/RecordList.html"),
    ),
    (
        "templates/components/RecordTable.html",
        include_bytes!("../../themes/report/templates/components/RecordTable.html"),
    ),
    ("templates/components/Refs.html", include_bytes!("../../themes/report/templates/components/Refs.html")),
    ("templates/components/Section.html", include_bytes!("../../themes/report/templates/components/Section.html")),
    ("templates/components/Series.html", include_bytes!("../../themes/report/templates/components/Series.html")),
    ("templates/components/Share.html", include_bytes!("../../themes/report/templates/components/Share.html")),
    (
        "templates/components/SourceTitle.html",
        include_bytes!("../../themes/report/templates/components/SourceTitle.html"),
    ),
    ("templates/components/Sources.html", include_bytes!("../../themes/report/templates/components/Sources.html")),
    ("templates/components/Stated.html", include_bytes!("../../themes/report/templates/components/Stated.html")),
    ("templates/components/Steps.html", include_bytes!("../../themes/report/templates/components/Steps.html")),
    ("templates/components/Tape.html", include_bytes!("../../themes/report/templates/components/Tape.html")),
    ("templates/components/Telephone.html", include_bytes!("../../themes/report/templates/components/Telephone.html")),
    ("templates/components/Term.html", include_bytes!("../../themes/report/templates/components/Term.html")),
    (
        "templates/components/TermBeside.html",
        include_bytes!("../../themes/report/templates/components/TermBeside.html"),
    ),
    ("templates/components/Time.html", include_bytes!("../../themes/report/templates/components/Time.html")),
    ("templates/components/Value.html", include_bytes!("../../themes/report/templates/components/Value.html")),
    ("templates/components/Voucher.html", include_bytes!("../../themes/report/templates/components/Voucher.html")),
    ("templates/components/WasNow.html", include_bytes!("../../themes/report/templates/components/WasNow.html")),
    ("templates/contact.html", include_bytes!("../../themes/report/templates/contact.html")),
    ("templates/corrections/index.html", include_bytes!("../../themes/report/templates/corrections/index.html")),
    ("templates/corrections/record.html", include_bytes!("../../themes/report/templates/corrections/record.html")),
    ("templates/data.html", include_bytes!("../../themes/report/templates/data.html")),
    ("templates/figures/embed.html", include_bytes!("../../themes/report/templates/figures/embed.html")),
    ("templates/figures/index.html", include_bytes!("../../themes/report/templates/figures/index.html")),
    ("templates/figures/record.html", include_bytes!("../../themes/report/templates/figures/record.html")),
    ("templates/home.html", include_bytes!("../../themes/report/templates/home.html")),
    ("templates/index.html", include_bytes!("../../themes/report/templates/index.html")),
    ("templates/languages.html", include_bytes!("../../themes/report/templates/languages.html")),
    ("templates/news/index.html", include_bytes!("../../themes/report/templates/news/index.html")),
    ("templates/news/record.html", include_bytes!("../../themes/report/templates/news/record.html")),
    ("templates/not-found.html", include_bytes!("../../themes/report/templates/not-found.html")),
    ("templates/pages/record.html", include_bytes!("../../themes/report/templates/pages/record.html")),
    ("templates/parts/about.html", include_bytes!("../../themes/report/templates/parts/about.html")),
    ("templates/parts/backlinks.html", include_bytes!("../../themes/report/templates/parts/backlinks.html")),
    ("templates/parts/brand.html", include_bytes!("../../themes/report/templates/parts/brand.html")),
    ("templates/parts/cite.html", include_bytes!("../../themes/report/templates/parts/cite.html")),
    ("templates/parts/columns.html", include_bytes!("../../themes/report/templates/parts/columns.html")),
    ("templates/parts/contents.html", include_bytes!("../../themes/report/templates/parts/contents.html")),
    ("templates/parts/corrections.html", include_bytes!("../../themes/report/templates/parts/corrections.html")),
    ("templates/parts/counted.html", include_bytes!("../../themes/report/templates/parts/counted.html")),
    ("templates/parts/doors.html", include_bytes!("../../themes/report/templates/parts/doors.html")),
    ("templates/parts/downloads.html", include_bytes!("../../themes/report/templates/parts/downloads.html")),
    ("templates/parts/embed.html", include_bytes!("../../themes/report/templates/parts/embed.html")),
    ("templates/parts/facets.html", include_bytes!("../../themes/report/templates/parts/facets.html")),
    ("templates/parts/facts.html", include_bytes!("../../themes/report/templates/parts/facts.html")),
    ("templates/parts/figure-behind.html", include_bytes!("../../themes/report/templates/parts/figure-behind.html")),
    ("templates/parts/figure-groups.html", include_bytes!("../../themes/report/templates/parts/figure-groups.html")),
    ("templates/parts/figure-history.html", include_bytes!("../../themes/report/templates/parts/figure-history.html")),
    ("templates/parts/figure-how.html", include_bytes!("../../themes/report/templates/parts/figure-how.html")),
    ("templates/parts/figure-listed.html", include_bytes!("../../themes/report/templates/parts/figure-listed.html")),
    ("templates/parts/find-large.html", include_bytes!("../../themes/report/templates/parts/find-large.html")),
    ("templates/parts/find-link.html", include_bytes!("../../themes/report/templates/parts/find-link.html")),
    ("templates/parts/find.html", include_bytes!("../../themes/report/templates/parts/find.html")),
    ("templates/parts/footer-about.html", include_bytes!("../../themes/report/templates/parts/footer-about.html")),
    ("templates/parts/footer-data.html", include_bytes!("../../themes/report/templates/parts/footer-data.html")),
    ("templates/parts/footer-end.html", include_bytes!("../../themes/report/templates/parts/footer-end.html")),
    (
        "templates/parts/footer-publisher.html",
        include_bytes!("../../themes/report/templates/parts/footer-publisher.html"),
    ),
    ("templates/parts/groups.html", include_bytes!("../../themes/report/templates/parts/groups.html")),
    ("templates/parts/head.html", include_bytes!("../../themes/report/templates/parts/head.html")),
    ("templates/parts/history.html", include_bytes!("../../themes/report/templates/parts/history.html")),
    ("templates/parts/image.html", include_bytes!("../../themes/report/templates/parts/image.html")),
    ("templates/parts/index-map.html", include_bytes!("../../themes/report/templates/parts/index-map.html")),
    ("templates/parts/latest.html", include_bytes!("../../themes/report/templates/parts/latest.html")),
    ("templates/parts/list.html", include_bytes!("../../themes/report/templates/parts/list.html")),
    ("templates/parts/locator.html", include_bytes!("../../themes/report/templates/parts/locator.html")),
    ("templates/parts/nothing-found.html", include_bytes!("../../themes/report/templates/parts/nothing-found.html")),
    ("templates/parts/notices.html", include_bytes!("../../themes/report/templates/parts/notices.html")),
    ("templates/parts/prose.html", include_bytes!("../../themes/report/templates/parts/prose.html")),
    ("templates/parts/results.html", include_bytes!("../../themes/report/templates/parts/results.html")),
    ("templates/parts/siblings.html", include_bytes!("../../themes/report/templates/parts/siblings.html")),
    ("templates/parts/source-facts.html", include_bytes!("../../themes/report/templates/parts/source-facts.html")),
    ("templates/parts/source-states.html", include_bytes!("../../themes/report/templates/parts/source-states.html")),
    ("templates/parts/sources.html", include_bytes!("../../themes/report/templates/parts/sources.html")),
    ("templates/parts/strip.html", include_bytes!("../../themes/report/templates/parts/strip.html")),
    ("templates/parts/stylesheets.html", include_bytes!("../../themes/report/templates/parts/stylesheets.html")),
    ("templates/parts/tally.html", include_bytes!("../../themes/report/templates/parts/tally.html")),
    ("templates/parts/texts.html", include_bytes!("../../themes/report/templates/parts/texts.html")),
    ("templates/parts/where.html", include_bytes!("../../themes/report/templates/parts/where.html")),
    ("templates/permanent.html", include_bytes!("../../themes/report/templates/permanent.html")),
    ("templates/record.html", include_bytes!("../../themes/report/templates/record.html")),
    ("templates/report.html", include_bytes!("../../themes/report/templates/report.html")),
    ("templates/search.html", include_bytes!("../../themes/report/templates/search.html")),
    ("templates/sources/index.html", include_bytes!("../../themes/report/templates/sources/index.html")),
    ("templates/sources/record.html", include_bytes!("../../themes/report/templates/sources/record.html")),
    ("templates/terms/index.html", include_bytes!("../../themes/report/templates/terms/index.html")),
    ("templates/terms/record.html", include_bytes!("../../themes/report/templates/terms/record.html")),
    ("theme.yaml", include_bytes!("../../themes/report/theme.yaml")),
];

/// The files of a built-in theme; `None` when there is none of that name.
pub fn find(theme: &str) -> Option<&'static [File]> {
    (theme == DEFAULT).then_some(REPORT)
}

/// The files of a built-in theme below one of its folders, by their path below that.
pub fn files<'f>(theme: &str, below: &'f str) -> impl Iterator<Item = File> + 'f {
    let all = find(theme).unwrap_or_default();
    all.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(below)?, *bytes)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_the_theme_report_is_built_in() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/report");
        let files =
            walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        let below = |entry: walkdir::DirEntry| {
            Some(entry.path().strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/"))
        };
        let mut found: Vec<String> = files.filter_map(below).collect();
        found.sort();

        let table: Vec<&str> = find(DEFAULT).into_iter().flatten().map(|(path, _)| *path).collect();

        assert_eq!(table, found, "`REPORT` lists the files in the order of their paths");
    }
}

//! The starting points of a new site: their names and files.
//!
//! The files are written in all of [`crate::cli::start_words::WRITTEN`] at once; a test below holds the lists against the folders.

use clap::ValueEnum;

/// What a new site begins with
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Start {
    /// Pages, a few records, figures computed from them, and news
    Report,
    /// A register: many records of one kind with filters, a map by district, amounts that are summed and reconciled
    Register,
    /// Figures through time, each with its definition and source, and nothing else to keep
    Indicators,
}

/// A file: its path in the site, and its text.
type File = (&'static str, &'static str);

impl Start {
    /// Its files, and those that every site begins with.
    pub fn files(self) -> impl Iterator<Item = &'static File> {
        let own = match self {
            Start::Report => REPORT,
            Start::Register => REGISTER,
            Start::Indicators => INDICATORS,
        };
        SHARED.iter().chain(own)
    }

    /// How it is called on the command line, and what it is.
    pub fn told(self) -> (String, String) {
        let value = self.to_possible_value();
        let name = value.as_ref().map(|value| value.get_name().to_owned());
        let help = value.as_ref().and_then(|value| value.get_help()).map(ToString::to_string);
        (name.unwrap_or_default(), help.unwrap_or_default())
    }
}

const SHARED: &[File] = &[
    (".gitattributes", include_str!("init/shared/.gitattributes")),
    (".gitignore", include_str!("init/shared/.gitignore")),
    ("README.md", include_str!("init/shared/README.md")),
    ("content/pages/_collection.yaml", include_str!("init/shared/content/pages/_collection.yaml")),
    ("content/pages/contact/de.md", include_str!("init/shared/content/pages/contact/de.md")),
    ("content/pages/contact/en.md", include_str!("init/shared/content/pages/contact/en.md")),
    ("content/pages/contact/facts.yaml", include_str!("init/shared/content/pages/contact/facts.yaml")),
    ("content/pages/contact/fr.md", include_str!("init/shared/content/pages/contact/fr.md")),
    ("content/pages/data/de.md", include_str!("init/shared/content/pages/data/de.md")),
    ("content/pages/data/en.md", include_str!("init/shared/content/pages/data/en.md")),
    ("content/pages/data/facts.yaml", include_str!("init/shared/content/pages/data/facts.yaml")),
    ("content/pages/data/fr.md", include_str!("init/shared/content/pages/data/fr.md")),
    ("content/pages/report/de.md", include_str!("init/shared/content/pages/report/de.md")),
    ("content/pages/report/en.md", include_str!("init/shared/content/pages/report/en.md")),
    ("content/pages/report/facts.yaml", include_str!("init/shared/content/pages/report/facts.yaml")),
    ("content/pages/report/fr.md", include_str!("init/shared/content/pages/report/fr.md")),
];

const REPORT: &[File] = &[
    ("content/figures/area.yaml", include_str!("init/report/content/figures/area.yaml")),
    ("content/figures/parks.yaml", include_str!("init/report/content/figures/parks.yaml")),
    ("content/figures/trees.yaml", include_str!("init/report/content/figures/trees.yaml")),
    ("content/locales/de.ftl", include_str!("init/report/content/locales/de.ftl")),
    ("content/locales/en.ftl", include_str!("init/report/content/locales/en.ftl")),
    ("content/locales/fr.ftl", include_str!("init/report/content/locales/fr.ftl")),
    ("content/news/_collection.yaml", include_str!("init/report/content/news/_collection.yaml")),
    ("content/news/harbour-open.yaml", include_str!("init/report/content/news/harbour-open.yaml")),
    ("content/pages/home/de.md", include_str!("init/report/content/pages/home/de.md")),
    ("content/pages/home/en.md", include_str!("init/report/content/pages/home/en.md")),
    ("content/pages/home/fr.md", include_str!("init/report/content/pages/home/fr.md")),
    ("content/pages/method/de.md", include_str!("init/report/content/pages/method/de.md")),
    ("content/pages/method/en.md", include_str!("init/report/content/pages/method/en.md")),
    ("content/pages/method/fr.md", include_str!("init/report/content/pages/method/fr.md")),
    ("content/parks/_collection.yaml", include_str!("init/report/content/parks/_collection.yaml")),
    ("content/parks/brook.yaml", include_str!("init/report/content/parks/brook.yaml")),
    ("content/parks/harbour/de.md", include_str!("init/report/content/parks/harbour/de.md")),
    ("content/parks/harbour/en.md", include_str!("init/report/content/parks/harbour/en.md")),
    ("content/parks/harbour/facts.yaml", include_str!("init/report/content/parks/harbour/facts.yaml")),
    ("content/parks/harbour/fr.md", include_str!("init/report/content/parks/harbour/fr.md")),
    ("content/parks/hill.yaml", include_str!("init/report/content/parks/hill.yaml")),
    ("content/site.yaml", include_str!("init/report/content/site.yaml")),
    ("content/sources/city-report-2025.yaml", include_str!("init/report/content/sources/city-report-2025.yaml")),
    ("content/sources/council-2026.yaml", include_str!("init/report/content/sources/council-2026.yaml")),
    ("content/terms/park.yaml", include_str!("init/report/content/terms/park.yaml")),
];

const REGISTER: &[File] = &[
    ("content/districts/_collection.yaml", include_str!("init/register/content/districts/_collection.yaml")),
    ("content/districts/districts.geojson", include_str!("init/register/content/districts/districts.geojson")),
    ("content/districts/eastfield.yaml", include_str!("init/register/content/districts/eastfield.yaml")),
    ("content/districts/northside.yaml", include_str!("init/register/content/districts/northside.yaml")),
    ("content/districts/old-town.yaml", include_str!("init/register/content/districts/old-town.yaml")),
    ("content/districts/southbank.yaml", include_str!("init/register/content/districts/southbank.yaml")),
    ("content/districts/westgate.yaml", include_str!("init/register/content/districts/westgate.yaml")),
    ("content/figures/by-stage.yaml", include_str!("init/register/content/figures/by-stage.yaml")),
    ("content/figures/granted.yaml", include_str!("init/register/content/figures/granted.yaml")),
    ("content/figures/grants.yaml", include_str!("init/register/content/figures/grants.yaml")),
    ("content/figures/paid.yaml", include_str!("init/register/content/figures/paid.yaml")),
    ("content/grants/_collection.yaml", include_str!("init/register/content/grants/_collection.yaml")),
    ("content/grants/counselling.yaml", include_str!("init/register/content/grants/counselling.yaml")),
    ("content/grants/floodlights.yaml", include_str!("init/register/content/grants/floodlights.yaml")),
    ("content/grants/kitchen.yaml", include_str!("init/register/content/grants/kitchen.yaml")),
    ("content/grants/library-van.yaml", include_str!("init/register/content/grants/library-van.yaml")),
    ("content/grants/street-trees.yaml", include_str!("init/register/content/grants/street-trees.yaml")),
    ("content/grants/swimming.yaml", include_str!("init/register/content/grants/swimming.yaml")),
    ("content/grants/theatre-roof.yaml", include_str!("init/register/content/grants/theatre-roof.yaml")),
    ("content/grants/wet-meadows.yaml", include_str!("init/register/content/grants/wet-meadows.yaml")),
    ("content/locales/de.ftl", include_str!("init/register/content/locales/de.ftl")),
    ("content/locales/en.ftl", include_str!("init/register/content/locales/en.ftl")),
    ("content/locales/fr.ftl", include_str!("init/register/content/locales/fr.ftl")),
    ("content/pages/home/de.md", include_str!("init/register/content/pages/home/de.md")),
    ("content/pages/home/en.md", include_str!("init/register/content/pages/home/en.md")),
    ("content/pages/home/fr.md", include_str!("init/register/content/pages/home/fr.md")),
    ("content/pages/method/de.md", include_str!("init/register/content/pages/method/de.md")),
    ("content/pages/method/en.md", include_str!("init/register/content/pages/method/en.md")),
    ("content/pages/method/fr.md", include_str!("init/register/content/pages/method/fr.md")),
    ("content/site.yaml", include_str!("init/register/content/site.yaml")),
    ("content/sources/annual-report-2024.yaml", include_str!("init/register/content/sources/annual-report-2024.yaml")),
    ("content/sources/annual-report-2025.yaml", include_str!("init/register/content/sources/annual-report-2025.yaml")),
    ("content/sources/district-map.yaml", include_str!("init/register/content/sources/district-map.yaml")),
    ("content/terms/grant.yaml", include_str!("init/register/content/terms/grant.yaml")),
];

const INDICATORS: &[File] = &[
    ("content/figures/_collection.yaml", include_str!("init/indicators/content/figures/_collection.yaml")),
    ("content/figures/air.yaml", include_str!("init/indicators/content/figures/air.yaml")),
    ("content/figures/bus.yaml", include_str!("init/indicators/content/figures/bus.yaml")),
    ("content/figures/childcare.yaml", include_str!("init/indicators/content/figures/childcare.yaml")),
    ("content/figures/cycle-paths.yaml", include_str!("init/indicators/content/figures/cycle-paths.yaml")),
    ("content/figures/population.yaml", include_str!("init/indicators/content/figures/population.yaml")),
    ("content/figures/recycling.yaml", include_str!("init/indicators/content/figures/recycling.yaml")),
    ("content/figures/renewable.yaml", include_str!("init/indicators/content/figures/renewable.yaml")),
    ("content/locales/de.ftl", include_str!("init/indicators/content/locales/de.ftl")),
    ("content/locales/en.ftl", include_str!("init/indicators/content/locales/en.ftl")),
    ("content/locales/fr.ftl", include_str!("init/indicators/content/locales/fr.ftl")),
    ("content/news/_collection.yaml", include_str!("init/indicators/content/news/_collection.yaml")),
    ("content/news/figures-of-2025/de.md", include_str!("init/indicators/content/news/figures-of-2025/de.md")),
    ("content/news/figures-of-2025/en.md", include_str!("init/indicators/content/news/figures-of-2025/en.md")),
    (
        "content/news/figures-of-2025/facts.yaml",
        include_str!("init/indicators/content/news/figures-of-2025/facts.yaml"),
    ),
    ("content/news/figures-of-2025/fr.md", include_str!("init/indicators/content/news/figures-of-2025/fr.md")),
    ("content/pages/home/de.md", include_str!("init/indicators/content/pages/home/de.md")),
    ("content/pages/home/en.md", include_str!("init/indicators/content/pages/home/en.md")),
    ("content/pages/home/fr.md", include_str!("init/indicators/content/pages/home/fr.md")),
    ("content/pages/method/de.md", include_str!("init/indicators/content/pages/method/de.md")),
    ("content/pages/method/en.md", include_str!("init/indicators/content/pages/method/en.md")),
    ("content/pages/method/fr.md", include_str!("init/indicators/content/pages/method/fr.md")),
    ("content/site.yaml", include_str!("init/indicators/content/site.yaml")),
    ("content/sources/grid-2026.yaml", include_str!("init/indicators/content/sources/grid-2026.yaml")),
    ("content/sources/statistics-2026.yaml", include_str!("init/indicators/content/sources/statistics-2026.yaml")),
    ("content/sources/transport-2026.yaml", include_str!("init/indicators/content/sources/transport-2026.yaml")),
    ("content/terms/fine-dust.yaml", include_str!("init/indicators/content/terms/fine-dust.yaml")),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_the_folders_is_listed() {
        for (folder, listed) in
            [("shared", SHARED), ("report", REPORT), ("register", REGISTER), ("indicators", INDICATORS)]
        {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/init").join(folder);
            let entries = walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok);
            let files = entries.filter(|entry| entry.file_type().is_file());
            let below = |file: walkdir::DirEntry| {
                Some(file.path().strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/"))
            };
            let there: BTreeSet<String> = files.filter_map(below).collect();

            let listed: BTreeSet<String> = listed.iter().map(|(path, _)| (*path).to_owned()).collect();

            assert_eq!(listed, there, "{folder}");
        }
    }
}

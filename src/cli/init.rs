//! `prospectus init DIR`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};

/// Make a small working site
#[derive(Debug, clap::Args)]
pub struct InitArgs {
    /// Folder of the new site; it must be empty or not exist yet
    dir: PathBuf,
}

/// The files of a new site.
const FILES: &[(&str, &str)] = &[
    (".gitignore", "/output/\n.*.prospectus-*\n"),
    (".gitattributes", "content/published.lock merge=union\n"),
    ("content/figures/area.yaml", include_str!("init/content/figures/area.yaml")),
    ("content/figures/parks.yaml", include_str!("init/content/figures/parks.yaml")),
    ("content/locales/de.ftl", include_str!("init/content/locales/de.ftl")),
    ("content/locales/en.ftl", include_str!("init/content/locales/en.ftl")),
    ("content/news/_collection.yaml", include_str!("init/content/news/_collection.yaml")),
    ("content/news/harbour-open.yaml", include_str!("init/content/news/harbour-open.yaml")),
    ("content/pages/_collection.yaml", include_str!("init/content/pages/_collection.yaml")),
    ("content/pages/contact/de.md", include_str!("init/content/pages/contact/de.md")),
    ("content/pages/contact/en.md", include_str!("init/content/pages/contact/en.md")),
    ("content/pages/contact/facts.yaml", include_str!("init/content/pages/contact/facts.yaml")),
    ("content/pages/data/de.md", include_str!("init/content/pages/data/de.md")),
    ("content/pages/data/en.md", include_str!("init/content/pages/data/en.md")),
    ("content/pages/data/facts.yaml", include_str!("init/content/pages/data/facts.yaml")),
    ("content/pages/home/de.md", include_str!("init/content/pages/home/de.md")),
    ("content/pages/home/en.md", include_str!("init/content/pages/home/en.md")),
    ("content/pages/report/de.md", include_str!("init/content/pages/report/de.md")),
    ("content/pages/report/en.md", include_str!("init/content/pages/report/en.md")),
    ("content/pages/report/facts.yaml", include_str!("init/content/pages/report/facts.yaml")),
    ("content/parks/_collection.yaml", include_str!("init/content/parks/_collection.yaml")),
    ("content/parks/harbour/de.md", include_str!("init/content/parks/harbour/de.md")),
    ("content/parks/harbour/en.md", include_str!("init/content/parks/harbour/en.md")),
    ("content/parks/harbour/facts.yaml", include_str!("init/content/parks/harbour/facts.yaml")),
    ("content/parks/hill.yaml", include_str!("init/content/parks/hill.yaml")),
    ("content/site.yaml", include_str!("init/content/site.yaml")),
    ("content/sources/city-report-2025.yaml", include_str!("init/content/sources/city-report-2025.yaml")),
    ("content/terms/park.yaml", include_str!("init/content/terms/park.yaml")),
];

/// Writes the files.
///
/// # Errors
///
/// The folder is not empty, or cannot be written.
pub fn run(arguments: &InitArgs) -> anyhow::Result<ExitCode> {
    let dir = &arguments.dir;
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty", dir.display());
    }
    for (path, text) in FILES {
        let path = dir.join(path);
        let parent = path.parent().unwrap_or(dir);
        fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    println!("A small site is in {0}. Look at it:\n\n    cd {0}\n    prospectus serve --open", dir.display());
    Ok(ExitCode::SUCCESS)
}

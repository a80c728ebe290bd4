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
    ("content/site.yaml", include_str!("init/site.yaml")),
    ("content/pages/_collection.yaml", include_str!("init/pages.yaml")),
    ("content/pages/home/en.md", include_str!("init/home.en.md")),
    ("content/pages/home/de.md", include_str!("init/home.de.md")),
    ("content/parks/_collection.yaml", include_str!("init/parks.yaml")),
    ("content/parks/harbour/facts.yaml", include_str!("init/harbour.yaml")),
    ("content/parks/harbour/en.md", include_str!("init/harbour.en.md")),
    ("content/parks/harbour/de.md", include_str!("init/harbour.de.md")),
    ("content/sources/city-report-2025.yaml", include_str!("init/source.yaml")),
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

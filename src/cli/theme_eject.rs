//! `prospectus theme eject`.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};

use crate::cli::terminal::Results;
use crate::cli::theme_site::{Opened, SiteFolder};
use crate::diagnostics::did_you_mean;
use crate::diagnostics::printable::printable;
use crate::theme::ejected;
use crate::theme::shelf::{self, FOLDERS, LayerFile};
use crate::theme::{SITE, builtin};

/// Copy a file of the theme into content/, or the whole built-in theme into themes/
#[derive(Debug, clap::Args)]
pub struct EjectArgs {
    /// What to copy: `parts/footer-end.html`, `static/report.css`, `locales/en.ftl`; without it, the whole theme
    name: Option<String>,
    #[command(flatten)]
    site: SiteFolder,
    /// Write the file to stdout instead, as it is
    #[arg(long, requires = "name")]
    print: bool,
}

/// Copies, and says what was copied where.
///
/// # Errors
///
/// There is no such file, or it is there already.
pub fn run(arguments: &EjectArgs) -> anyhow::Result<ExitCode> {
    let Some(opened) = arguments.site.open()? else { return Ok(ExitCode::FAILURE) };
    let site = &arguments.site.site;
    let Some(name) = &arguments.name else { return whole(site, &opened) };
    let shelf = shelf::of_site(&opened.folder, &opened.config);
    let file = found(name, &shelf)?;
    let bytes = file.bytes(&opened.folder).map_err(|finding| anyhow!("{}", finding.message))?;
    if arguments.print {
        let _ = std::io::stdout().write_all(&bytes);
        return Ok(ExitCode::SUCCESS);
    }
    let path = format!("content/{}", file.name);
    write(site, &path, &ejected::copy(file, &bytes))?;
    say(&format!(
        "{path} is a copy of {}:{} and takes its place; `check` tells when that changes",
        file.layer, file.name
    ));
    Ok(ExitCode::SUCCESS)
}

/// The file of a name in the strongest layer of the theme, or in the layer that the name begins with.
fn found<'s>(name: &str, shelf: &'s [LayerFile]) -> anyhow::Result<&'s LayerFile> {
    let of_theme = || shelf.iter().filter(|file| *file.layer != *SITE && file.name != "theme.yaml");
    let is_named = |file: &&LayerFile, name: &str| file.name == name || file.short() == name;
    let qualified = name.split_once(':');
    let found = of_theme().find(|file| match qualified {
        Some((layer, name)) => *file.layer == *layer && is_named(file, name),
        None => is_named(file, name),
    });
    found.ok_or_else(|| {
        let known = of_theme().map(LayerFile::short);
        let hint = did_you_mean(name, known).unwrap_or_else(|| "`prospectus theme list` lists all".to_owned());
        anyhow!("the theme has no file `{name}`; {hint}")
    })
}

/// Copies the built-in theme that the site's theme is or builds on.
fn whole(site: &Path, opened: &Opened) -> anyhow::Result<ExitCode> {
    let layers: Vec<&str> = opened.theme.prefixes.iter().map(|prefix| prefix.trim_end_matches(':')).collect();
    let is_folder = |theme: &str| site.join("themes").join(theme).is_dir();
    let built_in =
        layers.iter().position(|layer| *layer != SITE && builtin::find(layer).is_some() && !is_folder(layer));
    let Some(at) = built_in else {
        bail!("the theme `{}` lies in themes/ already, with all that it builds on", opened.config.theme);
    };
    let (theme, own) = (layers[at], format!("{}-own", layers[at]));
    let folder = format!("themes/{own}");
    if site.join(&folder).exists() {
        bail!("{folder}/ is there already: nothing was copied");
    }
    let name: Arc<str> = theme.into();
    let files = shelf::of_built_in(&name);
    for file in &files {
        let bytes = file.bytes(&opened.folder).map_err(|finding| anyhow!("{}", finding.message))?;
        let copy = ejected::copy(file, &bytes);
        write(site, &format!("{folder}/{}", file.name), &renamed(file, copy, theme, &own))?;
    }
    let (setting, place) = match layers[at - 1] {
        SITE => ("theme", "content/site.yaml".to_owned()),
        above => ("extends", format!("themes/{above}/theme.yaml")),
    };
    say(&format!(
        "{} files of the theme {theme} are in {folder}/. Take them by `{setting}: {own}` in {place}",
        files.len()
    ));
    say(&format!("and write `{own}:` where templates of yours say `{theme}:`"));
    Ok(ExitCode::SUCCESS)
}

/// A template of the copied theme that asks for another by the name of its layer asks for the copy.
fn renamed(file: &LayerFile, copy: Vec<u8>, theme: &str, own: &str) -> Vec<u8> {
    if !file.name.starts_with(FOLDERS[0]) {
        return copy;
    }
    match String::from_utf8(copy) {
        Ok(text) => ['"', '\'']
            .into_iter()
            .fold(text, |text, quote| text.replace(&format!("{quote}{theme}:"), &format!("{quote}{own}:")))
            .into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// Writes a file below the site's folder; never over one that is there.
fn write(site: &Path, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let file = site.join(path);
    let words = || format!("cannot write {}", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(words)?;
    }
    match File::create_new(&file) {
        Ok(mut created) => created.write_all(bytes).with_context(words),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{path} is there already and was left as it is")
        }
        Err(error) => Err(error).with_context(words),
    }
}

fn say(line: &str) {
    Results::Err.write(&format!("{}\n", printable(line)));
}

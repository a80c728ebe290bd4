//! `prospectus init DIR`, `prospectus init --list`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::ValueEnum as _;
use jiff::tz::TimeZone;

use crate::cli::site;
use crate::cli::start_words::{self, worded};
use crate::cli::starts::Start;
use crate::cli::terminal::{self, Results};
use crate::config::language;
use crate::diagnostics::printable::printable;
use crate::locale;

/// Make a small working site, as an example to put your own in its place
#[derive(Debug, clap::Args)]
pub struct InitArgs {
    /// Folder of the new site; it must be empty or not exist yet
    #[arg(required_unless_present = "list")]
    dir: Option<PathBuf>,
    /// What it begins with
    #[arg(long, value_name = "NAME", value_enum, default_value_t = Start::Report)]
    from: Start,
    /// Its languages, the one you write in first: de,en [default: that of your system, where it is en, de or fr; else en]
    #[arg(long, value_name = "LANGS", value_delimiter = ',')]
    languages: Vec<String>,
    /// Say what a site can begin with
    #[arg(long, conflicts_with_all = ["dir", "from", "languages"])]
    list: bool,
}

/// Writes the files, or says which starting points there are.
///
/// # Errors
///
/// The folder is not empty, or cannot be written.
pub fn run(arguments: &InitArgs) -> anyhow::Result<ExitCode> {
    let Some(dir) = &arguments.dir else {
        Results::Out.write(&listed());
        return Ok(ExitCode::SUCCESS);
    };
    let languages = if arguments.languages.is_empty() { vec![usual()] } else { arguments.languages.clone() };
    if let Some(wrong) = wrong(&languages) {
        return terminal::wrong_usage(&wrong);
    }
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty", dir.display());
    }
    write(dir, arguments.from, &languages)?;
    Results::Out.write(&told(dir, arguments.from, &languages));
    Ok(ExitCode::SUCCESS)
}

fn listed() -> String {
    let rows = Start::value_variants().iter().map(|start| {
        let (name, said) = start.told();
        let usual = if *start == Start::Report { " (so without --from)" } else { "" };
        format!("{name:<12}{said}{usual}\n")
    });
    let rows: String = rows.collect();
    format!("{rows}\n    prospectus init DIR --from register --languages en,de\n")
}

/// The language of the system, where starting points are written in it.
fn usual() -> String {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).unwrap_or_default();
    let main = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    start_words::words_of(main).to_owned()
}

/// What is wrong with tags of languages.
fn wrong(languages: &[String]) -> Option<String> {
    let unknown = |tag: &String| language::known(tag).err().map(|(message, hint)| format!("{message}; {hint}"));
    let twice = languages.iter().enumerate().find(|(at, tag)| languages[..*at].contains(tag));
    languages.iter().find_map(unknown).or_else(|| twice.map(|(_, tag)| format!("`{tag}` is named twice")))
}

fn write(dir: &Path, start: Start, languages: &[String]) -> anyhow::Result<()> {
    let today = site::today(TimeZone::UTC)?;
    for (path, text) in start.files() {
        let text = text
            .replace("languages: [en, de, fr]\n", &format!("languages: [{}]\n", languages.join(", ")))
            .replace("as_of: 2026-11-24 ", &format!("as_of: {today} "));
        for (path, text) in worded(path, &text, languages) {
            let path = dir.join(path);
            let parent = path.parent().unwrap_or(dir);
            fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
            fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(())
}

/// What was made, and what to do next.
fn told(dir: &Path, start: Start, languages: &[String]) -> String {
    let dir = printable(&dir.display().to_string()).into_owned();
    let go = if dir == "." { String::new() } else { format!("    cd {dir}\n") };
    let name = start.told().0;
    let mut text = format!(
        "The example `{name}` is in {dir}, in these languages: {}. Look at it:\n\n{go}    prospectus serve --open\n\nREADME.md there says what to change first.\n",
        languages.join(", ")
    );
    for language in languages.iter().filter(|tag| start_words::words_of(tag) == "en" && !tag.starts_with("en")) {
        text += &format!("Its texts in `{language}` are English: write yours over them.");
        if !locale::speaks(language) {
            text += &format!(
                " The words of the program and its theme are translated in the file that `prospectus messages {language} --missing` writes."
            );
        }
        text.push('\n');
    }
    text
}

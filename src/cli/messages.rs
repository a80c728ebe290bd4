//! `prospectus messages LANG`.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::cli::shown::Format;
use crate::cli::site::RunArgs;
use crate::cli::terminal::Results;
use crate::config::language;
use crate::diagnostics::printable::printable;
use crate::locale::translation::{Completion, Extent};
use crate::pipeline;
use crate::read::Folder;

/// Write the file to translate: the words of the theme and the program, the English beside each
///
/// content/locales/LANG.ftl is completed: what stands in it stays as it is.
#[derive(Debug, clap::Args)]
#[command(mut_args(|argument| if ["as_of", "strict"].contains(&argument.get_id().as_str()) { argument.hide(true) } else { argument }))]
pub struct MessagesArgs {
    /// Tag of the language: ar, pt-BR, zh-Hans
    lang: String,
    /// Only those that the language has no words for yet
    #[arg(long)]
    missing: bool,
    #[command(flatten)]
    asked: RunArgs,
}

/// Writes the lines.
///
/// # Errors
///
/// The run is not possible, or the file cannot be written.
pub fn run(arguments: &MessagesArgs) -> anyhow::Result<ExitCode> {
    let MessagesArgs { lang, missing, asked } = arguments;
    if let Err((message, hint)) = language::known(lang) {
        Results::Err.write(&format!("error: {}; {hint}\n", printable(&message)));
        return Ok(ExitCode::from(2));
    }
    let run = asked.run()?;
    let extent = if *missing { Extent::Missing } else { Extent::All };
    let made = asked.make(Folder::open(&asked.site), |folder| pipeline::messages(folder, &run, lang, extent))?;
    let Some(completion) = made.value else {
        asked.print(&made.diagnostics, Format::Human);
        return Ok(ExitCode::FAILURE);
    };
    let path = format!("content/locales/{lang}.ftl");
    append(&asked.site.join(&path), &completion.text)?;
    Results::Err.write(&format!("{}\n", told(&path, &completion)));
    Ok(ExitCode::SUCCESS)
}

fn told(path: &str, completion: &Completion) -> String {
    let counted = |count: usize| if count == 1 { "1 message".to_owned() } else { format!("{count} messages") };
    match (completion.messages, completion.waiting) {
        (0, 0) => format!("{path}: nothing is missing"),
        (0, waiting) => format!("{path}: nothing to add; {} in it without words yet", counted(waiting)),
        (new, 0) => format!("{path}: {} to translate", counted(new)),
        (new, waiting) => {
            format!("{path}: {} to translate, and {} in it without words yet", counted(new), counted(waiting))
        }
    }
}

/// Adds to the end of a file; what is there is not touched.
fn append(file: &Path, text: &str) -> anyhow::Result<()> {
    let words = || format!("cannot write {}", file.display());
    if text.is_empty() {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(words)?;
    }
    let mut file = OpenOptions::new().append(true).create(true).open(file).with_context(words)?;
    file.write_all(text.as_bytes()).with_context(words)
}

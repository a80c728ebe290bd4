//! `prospectus man [DIR]`.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::terminal::Results;

/// Write the man pages: one of the program, one of each command
///
/// Without a folder the page of the program is printed: prospectus man | man -l -
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct ManArgs {
    /// Folder for all pages, such as ~/.local/share/man/man1; it is made where it is missing
    dir: Option<PathBuf>,
}

/// A man page and the name of its file.
type Page = (String, Vec<u8>);

const EXIT_CODES: &[(&str, &str)] = &[
    ("0", "done"),
    ("1", "errors were found (with --strict warnings too), or publish was not answered with yes"),
    ("2", "wrong usage"),
    ("3", "something could not be read or written"),
    ("4", "diff found differences"),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    ("SOURCE_DATE_EPOCH", "the moment to build for, in seconds since 1970, instead of the clock's"),
    ("NO_COLOR, CLICOLOR_FORCE", "findings on a terminal without color; with color everywhere"),
    ("LC_ALL, LC_MESSAGES, LANG", "the language of a new site (init), where --languages names none"),
];

const FILES: &[(&str, &str)] = &[
    ("content/site.yaml", "the settings of the site"),
    ("content/COLLECTION/_collection.yaml", "what can be said of the records of a collection"),
    ("content/published.lock", "the record of what was published; it belongs into version control"),
    ("themes/NAME/", "a theme of the site's own"),
    ("output/", "the built site"),
];

/// Writes the pages.
///
/// # Errors
///
/// The folder cannot be written.
pub fn run(arguments: &ManArgs, program: Command) -> anyhow::Result<ExitCode> {
    let pages = pages(program)?;
    let Some(dir) = &arguments.dir else {
        let program = pages.first().map(|(_, text)| String::from_utf8_lossy(text)).unwrap_or_default();
        Results::Out.write(&program);
        return Ok(ExitCode::SUCCESS);
    };
    fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
    for (name, text) in &pages {
        let file = dir.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Results::Err.write(&format!("{} man pages are in {}\n", pages.len(), dir.display()));
    Ok(ExitCode::SUCCESS)
}

/// The page of the program, then those of its commands.
fn pages(program: Command) -> io::Result<Vec<Page>> {
    let mut program = program.disable_help_subcommand(true);
    program.build();
    let mut pages = vec![of_program(program.clone())?];
    of_commands(&program, &mut pages)?;
    Ok(pages)
}

fn of_program(program: Command) -> io::Result<Page> {
    let (name, mut text) = of_command(program)?;
    let mut more = Roff::new();
    for (heading, rows) in [("EXIT STATUS", EXIT_CODES), ("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES)] {
        more.control("SH", [heading]);
        for (term, said) in rows {
            more.control("TP", []);
            more.text([bold(*term)]);
            more.text([roman(*said)]);
        }
    }
    more.to_writer(&mut text)?;
    Ok((name, text))
}

fn of_commands(command: &Command, pages: &mut Vec<Page>) -> io::Result<()> {
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        pages.push(of_command(inner.clone())?);
        of_commands(inner, pages)?;
    }
    Ok(())
}

fn of_command(command: Command) -> io::Result<Page> {
    let source = concat!("prospectus ", env!("CARGO_PKG_VERSION"));
    // An empty date would be dropped, and what stands behind it move to its place.
    let man = Man::new(command).date(" ").source(source).manual("Prospectus");
    let mut text = Vec::new();
    man.render(&mut text)?;
    Ok((man.get_filename(), text))
}

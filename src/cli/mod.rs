//! Cli: the command line, one file per subcommand.
//!
//! Results go to stdout, findings to stderr, counts into the last line. Exit codes: 0 done, 1 findings of severity error
//! (with `--strict` warnings too), or `publish` was not answered with yes, 2 wrong usage, 3 could not read or write, 4 `diff`
//! found differences.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    reason = "of the shell: it touches the world for the core"
)]

mod terminal;
mod shown;
mod site;
mod cache;
mod build;
mod check;
mod serve;
mod explain;
mod messages;
mod start_words;
mod starts;
mod init;
mod fact_differences;
mod differences;
mod edition;
mod drafts;
mod diff;
mod publish;
mod theme_site;
mod theme_list;
mod theme_eject;
mod theme;
mod completions;
mod man;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::diagnostics::printable::printable;

/// A static site generator for public reporting: facts with sources and dates, in every language
#[derive(Debug, Parser)]
#[command(name = "prospectus", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildArgs),
    Check(check::CheckArgs),
    Serve(serve::ServeArgs),
    Explain(explain::ExplainArgs),
    Messages(messages::MessagesArgs),
    Init(init::InitArgs),
    Diff(diff::DiffArgs),
    Publish(publish::PublishArgs),
    Theme(theme::ThemeArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Reads the command line, runs what it asks for and says how it ended.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Messages(arguments) => messages::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Theme(arguments) => theme::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments, Arguments::command()),
        Command::Man(arguments) => man::run(&arguments, Arguments::command()),
    };
    ended.unwrap_or_else(|error| {
        let _ = writeln!(std::io::stderr(), "error: {}", printable(&format!("{error:#}")));
        ExitCode::from(3)
    })
}

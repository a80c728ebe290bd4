//! `prospectus completions SHELL`.

use std::process::ExitCode;

use clap::Command;
use clap_complete::Shell;

use crate::cli::terminal::Results;

/// Write the completions of a shell: commands, options and their values by the Tab key
///
/// For bash: prospectus completions bash > ~/.local/share/bash-completion/completions/prospectus
/// The README has the line for each shell.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Writes the script.
#[expect(clippy::unnecessary_wraps, reason = "as every subcommand ends")]
pub fn run(arguments: &CompletionsArgs, mut program: Command) -> anyhow::Result<ExitCode> {
    let name = program.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, name, &mut script);
    Results::Out.write(&String::from_utf8_lossy(&script));
    Ok(ExitCode::SUCCESS)
}

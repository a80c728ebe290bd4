//! `prospectus theme`: what theme authors ask for.

use std::process::ExitCode;

use clap::Subcommand;

use crate::cli::{theme_eject, theme_list};

/// See what the site's theme is made of, and copy files out of it
#[derive(Debug, clap::Args)]
pub struct ThemeArgs {
    #[command(subcommand)]
    command: ThemeCommand,
}

#[derive(Debug, Subcommand)]
enum ThemeCommand {
    List(theme_list::ListArgs),
    Eject(theme_eject::EjectArgs),
}

/// Runs what is asked for.
///
/// # Errors
///
/// The site cannot be read, or a copy cannot be written.
pub fn run(arguments: &ThemeArgs) -> anyhow::Result<ExitCode> {
    match &arguments.command {
        ThemeCommand::List(arguments) => theme_list::run(arguments),
        ThemeCommand::Eject(arguments) => theme_eject::run(arguments),
    }
}

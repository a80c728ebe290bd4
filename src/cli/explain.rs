//! `prospectus explain CODE`.

use std::io::Write as _;
use std::process::ExitCode;

use crate::diagnostics::printable::printable;
use crate::diagnostics::{codes, did_you_mean};

/// Say what a finding means, with an example before and after
#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    /// The code in square brackets behind a finding; without one, all codes are listed
    code: Option<String>,
}

/// Prints the explanation.
///
/// # Errors
///
/// Never; an unknown code is wrong usage.
pub fn run(arguments: &ExplainArgs) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    let Some(name) = &arguments.code else {
        for code in codes::ALL {
            let _ = writeln!(out, "{:<20} {:<8} {}", code.name, code.severity.word(), code.title);
        }
        return Ok(ExitCode::SUCCESS);
    };
    let Some(code) = codes::find(name) else {
        let hint = did_you_mean(name, codes::ALL.iter().map(|code| code.name))
            .unwrap_or_else(|| "`prospectus explain` lists all".to_owned());
        let _ = writeln!(std::io::stderr(), "error: there is no code `{}`; {hint}", printable(name));
        return Ok(ExitCode::from(2));
    };
    let indented = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect::<String>();
    let _ = write!(
        out,
        "{} ({}): {}\n\n{}\n\nInstead of\n\n{}\nwrite\n\n{}",
        code.name,
        code.severity.word(),
        code.title,
        code.explanation,
        indented(code.before),
        indented(code.after)
    );
    Ok(ExitCode::SUCCESS)
}

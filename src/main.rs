//! The program `prospectus`: hands the command line to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    prospectus::cli::run()
}

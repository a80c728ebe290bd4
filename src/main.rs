//! The program `prospectus`: hands the command line to the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Pages are made of very many small values: the system's allocators take a tenth of the time of a build, that of musl far
/// more.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    prospectus::cli::run()
}

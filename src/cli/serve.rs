//! `prospectus serve`.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::cli::SiteArgs;
use crate::serve::{self, Preview};

/// Preview the site in a browser, and again after every change
#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Port on 127.0.0.1; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 4000)]
    port: u16,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
}

/// Builds, serves and watches until it is interrupted.
///
/// # Errors
///
/// The port is taken, or the site's folder cannot be watched.
pub fn run(arguments: &ServeArgs) -> anyhow::Result<ExitCode> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port))
        .with_context(|| format!("cannot listen on port {}; choose another with --port", arguments.port))?;
    let address = format!("http://127.0.0.1:{}", listener.local_addr()?.port());
    let mut site = arguments.site.clone();
    if let Some(jobs) = site.jobs {
        rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global()?;
    }
    // Links of a preview lead to itself, whatever path the site will have.
    site.base_url = Some(site.base_url.unwrap_or_else(|| address.clone()));
    let (folder, format) = (site.site.clone(), site.format);
    let preview = Preview::new(
        folder,
        move || site.run(),
        move |summary, diagnostics| {
            super::print(diagnostics, format);
            super::last_line(summary, diagnostics, "");
        },
    );
    preview.build()?;
    writeln!(std::io::stdout(), "{address}/")?;
    if arguments.open {
        open(&address);
    }
    serve::run(preview, listener)?;
    Ok(ExitCode::SUCCESS)
}

/// Asks the desktop for a browser; whoever has none opens the printed address.
fn open(address: &str) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let _ = std::process::Command::new(program).arg(address).spawn();
}

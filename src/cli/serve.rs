//! `prospectus serve`.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;

use crate::cli::site::SiteArgs;
use crate::config::{BaseUrl, Run};
use crate::serve::{self, Notice, Preview};

/// Preview the site in a browser, and again after every change
#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Port on 127.0.0.1; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 4000)]
    port: u16,
    /// Look at the files every so many milliseconds (500 if none are given), where no changes are told: network file systems,
    /// folders shared with a container or another machine
    #[arg(long, value_name = "MS", num_args = 0..=1, default_missing_value = "500", value_parser = clap::value_parser!(u32).range(50..))]
    poll: Option<u32>,
    /// Findings in the page open their file at its line in this editor: vscode, vscodium, cursor, windsurf, zed, idea, sublime,
    /// textmate, macvim; or an address of your own with {file}, {line} and {column}
    #[arg(long, value_name = "NAME", value_parser = editor_link)]
    editor: Option<String>,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
}

/// Editors, and the addresses by which each opens a file at a line.
const EDITORS: &[(&str, &str)] = &[
    ("vscode", "vscode://file/{file}:{line}:{column}"),
    ("vscodium", "vscodium://file/{file}:{line}:{column}"),
    ("cursor", "cursor://file/{file}:{line}:{column}"),
    ("windsurf", "windsurf://file/{file}:{line}:{column}"),
    ("zed", "zed://file/{file}:{line}:{column}"),
    ("idea", "idea://open?file={file}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{file}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{file}&line={line}&column={column}"),
    ("macvim", "mvim://open?url=file://{file}&line={line}&column={column}"),
];

/// The address by which an editor opens a file.
fn editor_link(given: &str) -> Result<String, String> {
    if let Some((_, link)) = EDITORS.iter().find(|(name, _)| *name == given) {
        return Ok((*link).to_owned());
    }
    // A script in an address would run in the page.
    let scheme = given.split_once("://").map(|(scheme, _)| scheme).unwrap_or_default();
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    if is_scheme && !scheme.eq_ignore_ascii_case("javascript") && given.contains("{file}") {
        return Ok(given.to_owned());
    }
    let names: Vec<&str> = EDITORS.iter().map(|(name, _)| *name).collect();
    Err(format!("write one of {}, or an address like vscode://file/{{file}}:{{line}}:{{column}}", names.join(", ")))
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
    if let Some(jobs) = site.asked.jobs {
        rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global()?;
    }
    site.asked.site = std::path::absolute(&site.asked.site)?;
    site.run()?;
    site.asked.resume()?;
    let (folder, asked, origin) = (site.asked.site.clone(), site.clone(), address.clone());
    let mut preview = Preview::new(
        folder,
        move || Ok(Run { base_url: preview_address(&site, &origin), ..site.run()? }),
        move |summary, diagnostics| {
            asked.asked.print(diagnostics, asked.format);
            asked.asked.last_line(summary, diagnostics, "");
        },
    );
    preview.editor = arguments.editor.clone();
    let notice = arguments.poll.map_or(Notice::Events, |every| Notice::Poll(Duration::from_millis(every.into())));
    serve::run(preview, listener, notice, || {
        let _ = writeln!(std::io::stdout(), "{address}/");
        if arguments.open {
            open(&address);
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Links of a preview lead to itself, below the path that the site will have. An address that is none stays as it is
/// written, to be found wrong.
fn preview_address(site: &SiteArgs, origin: &str) -> Option<String> {
    if site.base_url.is_some() {
        return site.base_url.clone();
    }
    match site.asked.setting("base_url").map(|written| BaseUrl::parse(&written)) {
        Some(None) => None,
        Some(Some(parsed)) => Some(format!("{origin}{}", parsed.path)),
        None => Some(origin.to_owned()),
    }
}

/// Asks the desktop for a browser; whoever has none opens the printed address.
fn open(address: &str) {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let _ = std::process::Command::new(program).arg(address).spawn();
}

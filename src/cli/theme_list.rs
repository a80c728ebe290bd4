//! `prospectus theme list`.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::cli::theme_site::{Opened, SiteFolder};
use crate::diagnostics::printable::printable;
use crate::theme::listing::{self, ArgumentEntry, ComponentEntry, Entrant, Listing};

/// List templates, blocks, components, messages and static files, each with the layer that it comes from
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    #[command(flatten)]
    site: SiteFolder,
    /// How the list is written
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    format: ListFormat,
}

/// How the list is written
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// For people
    Human,
    /// One JSON document
    Json,
}

/// Writes the list to stdout.
///
/// # Errors
///
/// The site cannot be read.
pub fn run(arguments: &ListArgs) -> anyhow::Result<ExitCode> {
    let Some(Opened { folder, config, theme }) = arguments.site.open()? else { return Ok(ExitCode::FAILURE) };
    let listing = listing::of(&theme, &folder, &config);
    let text = match arguments.format {
        ListFormat::Human => printable(&for_people(&listing)).into_owned(),
        ListFormat::Json => serde_json::to_string_pretty(&listing)? + "\n",
    };
    // A reader who goes away (`| head`) is no reason to fail.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

fn for_people(listing: &Listing) -> String {
    let mut out = format!("Layers, strongest first: {}\n", listing.layers.join(", "));
    let templates = listing.templates.iter();
    section(&mut out, "Templates", templates.clone().map(|template| (template.of.name.clone(), whence(&template.of))));
    let with_blocks = templates.filter(|template| !template.blocks.is_empty());
    let blocks = with_blocks.map(|template| {
        let above = template.extends.as_ref().map(|parent| format!(" (extends {parent})")).unwrap_or_default();
        (template.of.name.clone() + &above, template.blocks.join(" "))
    });
    section(&mut out, "Blocks", blocks);
    let _ = writeln!(out, "\nComponents");
    for component in &listing.components {
        let _ = writeln!(out, "  {}  {}", signature(component), whence(&component.of));
        if let Some(about) = &component.about {
            let _ = writeln!(out, "      {about}");
        }
    }
    for (title, entries) in [("Messages", &listing.messages), ("Static files", &listing.statics)] {
        section(&mut out, title, entries.iter().map(|entry| (entry.name.clone(), whence(entry))));
    }
    out
}

/// Lines of two columns below a title.
fn section(out: &mut String, title: &str, lines: impl Iterator<Item = (String, String)>) {
    let lines: Vec<(String, String)> = lines.collect();
    let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let _ = writeln!(out, "\n{title}");
    for (name, rest) in lines {
        let _ = writeln!(out, "  {name:<width$}  {rest}");
    }
}

fn whence(entry: &Entrant) -> String {
    match &entry.replaces[..] {
        [] if entry.layer == "made" => "made from `brand` and the title".to_owned(),
        [] => entry.layer.clone(),
        replaces => format!("{}, in place of {}", entry.layer, replaces.join(", ")),
    }
}

/// `Value(fact: map, mark = true)`
fn signature(component: &ComponentEntry) -> String {
    let argument = |argument: &ArgumentEntry| {
        let kind = argument.kind.as_ref().map(|kind| format!(": {kind}")).unwrap_or_default();
        let default = argument.default.as_ref().map(|default| format!(" = {default}")).unwrap_or_default();
        format!("{}{kind}{default}", argument.name)
    };
    let mut arguments: Vec<String> = component.arguments.iter().map(argument).collect();
    arguments.extend(component.open.then(|| "…".to_owned()));
    format!("{}({})", component.of.name, arguments.join(", "))
}

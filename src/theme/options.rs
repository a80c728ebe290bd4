//! Options of themes: what a theme declares, with what the site sets under `theme_options`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::parse::Source;
use crate::parse::keys::Context;
use crate::parse::yaml::Node;
use crate::theme::color::Color;
use crate::theme::settings::{Declaration, OptionType, Settings};
use crate::theme::statics::StaticFile;

/// What an option is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionValue {
    /// A text, or the word of a choice.
    Text(String),
    /// Yes or no.
    Boolean(bool),
    /// A colour.
    Color(Color),
    /// A file.
    File(NamedFile),
    /// Files.
    Files(Vec<NamedFile>),
}

/// A file that an option names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedFile {
    /// Its path below content/static/, and so below the root of the site.
    OfSite(Box<str>),
    /// Its name among the static files of the theme.
    OfTheme(Box<str>),
}

/// An option that is set, by the site or by its default.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// To what.
    pub value: OptionValue,
    /// Where.
    pub place: Place,
}

/// Every option that is declared, by its name; `None`: it is not set and has no default.
pub type Options = BTreeMap<String, Option<Setting>>;

/// Whether an option is that word of a choice.
pub fn is_word(options: &Options, name: &str, word: &str) -> bool {
    let setting = options.get(name).and_then(Option::as_ref);
    setting.is_some_and(|setting| matches!(&setting.value, OptionValue::Text(text) if text == word))
}

/// Where files of options are.
#[derive(Clone, Copy)]
pub struct Shelves<'a> {
    /// All paths of the site.
    pub paths: &'a [Arc<str>],
    /// The static files of the theme.
    pub statics: &'a [StaticFile],
}

/// What the site sets, checked against what the themes declare, strongest first.
pub fn resolve(themes: &[Settings], config: &Config, shelves: Shelves, findings: &mut Vec<Diagnostic>) -> Options {
    let mut declared: BTreeMap<&str, (&Declaration, Option<&Source>)> = BTreeMap::new();
    for theme in themes.iter().rev() {
        let source = theme.source.as_deref();
        declared.extend(theme.file.options.iter().map(|(name, option)| (name.as_str(), (option, source))));
    }
    let mut options = Options::new();
    for (name, (option, source)) in &declared {
        let default = option.default.as_ref().zip(*source);
        let value = default
            .and_then(|(node, source)| setting(&mut Context { source, findings }, (name, option), node, shelves));
        options.insert((*name).to_owned(), value);
    }
    let mut context = Context { source: &config.source, findings };
    for (key, node) in config.theme_options.as_ref().map_or(&[][..], |node| context.map(node, "theme_options")) {
        let Some((option, _)) = declared.get(&*key.name) else {
            let known = declared.keys().copied();
            let hint = did_you_mean(&key.name, known.clone()).unwrap_or_else(|| match declared.is_empty() {
                true => "the theme has no options".to_owned(),
                false => format!("its options: {}", known.collect::<Vec<_>>().join(", ")),
            });
            let message = format!("the theme has no option `{}`", key.name);
            context.report(&codes::UNKNOWN_KEY, key.span, message).hint(hint);
            continue;
        };
        let value = setting(&mut context, (&key.name, option), node, shelves);
        options.extend(value.map(|value| (key.name.to_string(), Some(value))));
    }
    options
}

fn setting(
    context: &mut Context,
    (name, option): (&str, &Declaration),
    node: &Node,
    shelves: Shelves,
) -> Option<Setting> {
    let value = match &option.kind {
        OptionType::Text => OptionValue::Text(context.text(node, name).map(str::to_owned)?),
        OptionType::Boolean => OptionValue::Boolean(context.boolean(node, name)?),
        OptionType::Color => OptionValue::Color(color(context, name, node)?),
        OptionType::Choice(options) => OptionValue::Text(choice(context, (name, options), node)?),
        OptionType::File => OptionValue::File(file(context, name, node, shelves)?),
        OptionType::Files => {
            let items = context.list(node, name).iter();
            OptionValue::Files(items.filter_map(|item| file(context, name, item, shelves)).collect())
        }
    };
    Some(Setting { value, place: context.source.place(node.span) })
}

fn color(context: &mut Context, name: &str, node: &Node) -> Option<Color> {
    let color = node.text().and_then(Color::parse);
    if color.is_none() {
        // `brand: #bf2e17` is a comment, so nothing is left of it.
        let hint = if node.is_null() { "put it in quotation marks: what follows ` #` is a comment" } else { "" };
        context.wrong_type(node, name, Color::FORM).hint(hint);
    }
    color
}

fn choice(context: &mut Context, (name, options): (&str, &[String]), node: &Node) -> Option<String> {
    let written = context.text(node, name)?;
    if !options.iter().any(|option| option == written) {
        let known = options.iter().map(String::as_str);
        let hint = did_you_mean(written, known).unwrap_or_else(|| format!("it is one of {}", options.join(", ")));
        let message = format!("`{written}` is not one of what `{name}` can be");
        context.report(&codes::UNKNOWN_OPTION, node.span, message).hint(hint);
        return None;
    }
    Some(written.to_owned())
}

fn file(context: &mut Context, name: &str, node: &Node, shelves: Shelves) -> Option<NamedFile> {
    let written = context.text(node, name)?;
    let of_site = || shelves.paths.iter().filter_map(|path| path.strip_prefix("content/static/"));
    let of_theme = || shelves.statics.iter().map(|file| &*file.name);
    if of_site().any(|path| path == written) {
        return Some(NamedFile::OfSite(written.into()));
    }
    if of_theme().any(|path| path == written) {
        return Some(NamedFile::OfTheme(written.into()));
    }
    let as_named = format!("put it there, as content/static/{written}");
    let hint = did_you_mean(written, of_site().chain(of_theme())).unwrap_or(as_named);
    let message = format!("there is no file `{written}` in content/static/ or among the theme's static files");
    context.report(&codes::MISSING_FILE, node.span, message).hint(hint);
    None
}

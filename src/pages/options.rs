//! `site.options`: what the theme's options are set to, files as their addresses.

use tera::value::Key;
use tera::{Map, Value};

use crate::config::Config;
use crate::markup::address;
use crate::pages::assets::Assets;
use crate::theme::options::{NamedFile, OptionValue, Options};

/// The options as a template sees them: text, true or false, an address, a list of addresses; none for what is not set.
/// The static files among them are noted.
pub fn value(options: &Options, assets: &Assets, config: &Config) -> Value {
    let address_of = |file: &NamedFile| match file {
        NamedFile::OfSite(path) => Value::from(format!("{}/{}", config.base_url.path, address::path(path))),
        NamedFile::OfTheme(name) => assets.noted(name).map_or_else(Value::none, Value::normal_string),
    };
    let shown = |value: &OptionValue| match value {
        OptionValue::Text(text) => Value::normal_string(text),
        OptionValue::Boolean(is_set) => Value::from(*is_set),
        OptionValue::Color(color) => Value::from(color.to_string()),
        OptionValue::File(file) => address_of(file),
        OptionValue::Files(files) => Value::from(files.iter().map(address_of).collect::<Vec<_>>()),
    };
    let mut map = Map::with_capacity(options.len());
    for (name, setting) in options {
        let value = setting.as_ref().map_or_else(Value::none, |setting| shown(&setting.value));
        map.insert(Key::String(name.as_str().into()), value);
    }
    Value::from(map)
}

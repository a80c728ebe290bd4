//! Small template values.

use tera::value::Key;
use tera::{Map, Value};

/// A key that lives as long as the program.
pub fn key(name: &'static str) -> Key<'static> {
    Key::Str(name)
}

/// A map from fixed keys.
pub fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    let mut map = Map::with_capacity(N);
    for (name, value) in entries {
        map.insert(key(name), value);
    }
    Value::from(map)
}

/// A string, or none.
pub fn optional(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::normal_string)
}

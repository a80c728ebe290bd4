//! Values that are one word or number: numbers, options, addresses, places.

use crate::config::url;
use crate::diagnostics::{codes, did_you_mean};
use crate::model::field::{Field, FieldKind, NumberKind, Options};
use crate::model::number::Number;
use crate::model::reader::fact::reader::FactReader;
use crate::model::reader::meant;
use crate::model::value::{Location, Value};
use crate::parse::keys::Form;
use crate::parse::yaml::{Kind, Node};
use crate::position::OptionIx;

/// Keys of a location.
const LOCATION_KEYS: &[&str] = &["latitude", "longitude"];

/// A number within its limits.
pub fn number(reader: &mut FactReader, field: &Field, kind: &NumberKind, node: &Node) -> Option<Number> {
    let text = reader.scalar(field, node, "a number")?;
    let Some(number) = Number::parse(text) else {
        reader.invalid(node, "a number").hint(meant::number(text));
        return None;
    };
    if let Some(message) = out_of_range(&number, kind) {
        let hint = if kind.whole && !number.is_whole() { meant::whole(text) } else { String::new() };
        reader.context.report(&codes::OUT_OF_RANGE, node.span, format!("`{text}` {message}")).hint(hint);
        return None;
    }
    Some(number)
}

/// One of the options of a `choice`.
pub fn option(reader: &mut FactReader, field: &Field, options: &Options, node: &Node) -> Option<OptionIx> {
    let text = reader.scalar(field, node, "one of its options")?;
    let at = options.position(|option| *option.id == *text);
    if at.is_none() {
        let ids: Vec<&str> = options.iter().map(|option| &*option.id).collect();
        let hint = did_you_mean(text, ids.iter().copied()).unwrap_or_else(|| format!("options: {}", ids.join(", ")));
        let message = format!("`{text}` is not an option of `{}`", field.name);
        reader.context.report(&codes::UNKNOWN_OPTION, node.span, message).hint(hint);
    }
    at
}

/// A web or mail address, or a language tag.
pub fn formed(reader: &mut FactReader, field: &Field, node: &Node) -> Option<Value> {
    let text = reader.scalar(field, node, "text")?;
    let (well_formed, what, hint) = match field.kind {
        FieldKind::Url => (is_url(text), "a web address", "write it with its scheme: https://…"),
        FieldKind::Email => (is_email(text), "a mail address", "name@host.example"),
        _ => (text.parse::<icu::locale::LanguageIdentifier>().is_ok(), "a language tag", "as in BCP 47: en, zh-Hans"),
    };
    if !well_formed {
        reader.invalid(node, what).hint(hint);
        return None;
    }
    Some(if matches!(field.kind, FieldKind::Language) {
        Value::Language(text.into())
    } else {
        Value::Text(text.into())
    })
}

/// A place on earth, in degrees.
pub fn location(reader: &mut FactReader, node: &Node) -> Option<Location> {
    let Kind::Mapping(_) = node.kind else {
        let hint = "write both, in degrees: `{latitude: 36.07, longitude: 120.38}`";
        reader.context.wrong_type(node, "location", "latitude and longitude").hint(hint);
        return None;
    };
    reader.context.entries(node, "a location", LOCATION_KEYS);
    // Both are read before either is given up: a finding for each.
    let latitude = degrees(reader, node, "latitude", 90);
    let longitude = degrees(reader, node, "longitude", 180);
    Some(Location { latitude: latitude?, longitude: longitude? })
}

/// Degrees of latitude or longitude, `limit` at most in either direction.
fn degrees(reader: &mut FactReader, node: &Node, key: &str, limit: usize) -> Option<Number> {
    let hint = "write both, in degrees: `{latitude: 36.07, longitude: 120.38}`";
    let written = reader.context.required(node, key, Form { what: "a location", known: LOCATION_KEYS, hint })?;
    let text = reader.context.text(written, key)?;
    let Some(number) = Number::parse(text) else {
        reader.invalid(written, "a number of degrees").hint("write decimal degrees: 36.17");
        return None;
    };
    if number.magnitude() > Number::whole(limit) {
        let message = format!("`{text}` is beyond {limit} degrees");
        reader.context.report(&codes::OUT_OF_RANGE, written.span, message);
        return None;
    }
    Some(number)
}

/// How a number lies outside its limits; `None`: it does not.
fn out_of_range(number: &Number, kind: &NumberKind) -> Option<String> {
    if kind.whole && !number.is_whole() {
        return Some("is not a whole number".to_owned());
    }
    if let Some(min) = kind.min.as_ref().filter(|min| number < *min) {
        return Some(format!("is less than the least value, {min}"));
    }
    if let Some(max) = kind.max.as_ref().filter(|max| number > *max) {
        return Some(format!("is more than the greatest value, {max}"));
    }
    let most = kind.decimals.filter(|&most| number.decimals() > most as usize)?;
    Some(format!("has more than {most} decimals"))
}

fn is_url(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme)) && url::flaw(text).is_none()
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !text.contains(|c: char| c.is_whitespace() || "\"<>".contains(c))
            && !host.contains('@')
    })
}

//! Places in words: “2.27° S, 40.90° E”.

use crate::locale::program::Message;
use crate::model::number::Number;
use crate::model::value::Location;
use crate::report::localizer::Localizer;
use crate::words::formula;

/// A location by its degrees, with the digits that are written.
pub fn words(localizer: Localizer, place: &Location) -> String {
    let latitude = match place.latitude.is_negative() {
        true => (Message::LatitudeSouth, "S"),
        false => (Message::LatitudeNorth, "N"),
    };
    let longitude = match place.longitude.is_negative() {
        true => (Message::LongitudeWest, "W"),
        false => (Message::LongitudeEast, "E"),
    };
    let both = [(&place.latitude, latitude), (&place.longitude, longitude)];
    formula::beside(localizer, both.map(|(number, direction)| degrees(localizer, number, direction)))
}

/// Degrees by the message of their direction; by its letter where a language does not have it.
fn degrees(localizer: Localizer, number: &Number, (message, letter): (Message, &str)) -> String {
    let value = localizer.locale().number(&number.magnitude());
    let variables = [("value", value.as_str().into())];
    localizer.format(message, &variables).unwrap_or_else(|| format!("{value}°\u{a0}{letter}"))
}

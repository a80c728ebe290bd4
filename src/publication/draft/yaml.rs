//! Values of the record of publications as an editor writes them in YAML.

use crate::model::date::Date;
use crate::publication::fact::FactDate;
use crate::publication::value::FigureValue;

/// A text as a scalar that is read as the same text.
pub fn scalar(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ',');
    let begins = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    let is_number = text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if (begins || is_number) && text.chars().all(is_plain) {
        return text.to_owned();
    }
    // What JSON writes between quotation marks YAML reads as the same.
    serde_json::Value::from(text).to_string()
}

/// A value as the record has it: `12`, `{is: 600, bound: more-than}`, `{missing: not-available}`, `cities/jinan`.
pub fn value(recorded: &str) -> String {
    match split(recorded) {
        (None, whole) => scalar(whole),
        (Some("missing"), reason) => format!("{{missing: {reason}}}"),
        (Some(bound), number) => format!("{{is: {number}, bound: {bound}}}"),
    }
}

/// The same, with the date that it has now.
pub fn value_since(recorded: &str, on: FactDate) -> String {
    let on = match on {
        FactDate::Undated => return value(recorded),
        FactDate::Since(date) => format!("since: {}", day(date)),
        FactDate::By(date) => format!("by: {}", day(date)),
    };
    match split(recorded) {
        (None, whole) => format!("{{is: {}, {on}}}", flow(whole)),
        (Some("missing"), reason) => format!("{{missing: {reason}, {on}}}"),
        (Some(bound), number) => format!("{{is: {number}, bound: {bound}, {on}}}"),
    }
}

/// A scalar between braces, where a comma would end it.
fn flow(text: &str) -> String {
    if text.contains(',') { format!("\"{text}\"") } else { scalar(text) }
}

/// `more-than:600`: what stands before a value that is no plain one, and the value.
fn split(recorded: &str) -> (Option<&str>, &str) {
    match recorded.split_once(':').filter(|_| FigureValue::from_record(recorded).is_some()) {
        Some((word, rest)) => (Some(word), rest),
        None => (None, recorded),
    }
}

/// A date, whose time, if it has one, stands behind a `T`.
pub fn day(date: Date) -> String {
    date.to_string().replace(' ', "T")
}

/// The name of a file: `centers/x`, `capital`, `2022-02` → `centers-x-capital-2022-02`.
pub fn name<'p>(parts: impl IntoIterator<Item = &'p str>) -> String {
    let mut name = String::new();
    for c in parts.into_iter().flat_map(|part| part.chars().chain(['-'])) {
        match c {
            c if c.is_alphanumeric() => name.extend(c.to_lowercase()),
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_an_editor_would() {
        let on = |text: &str| FactDate::parse(text).expect("is a date of a fact");

        let written =
            ["12", "-3.5", "more-than:600", "missing:not-available", "cities/jinan", "36.65,117.12", "a: b"].map(value);
        let moved = ["recognized", "36.65,117.12", "about:5"].map(|text| value_since(text, on("2022-05")));

        assert_eq!(
            written,
            [
                "12",
                "-3.5",
                "{is: 600, bound: more-than}",
                "{missing: not-available}",
                "cities/jinan",
                "36.65,117.12",
                "\"a: b\""
            ]
        );
        assert_eq!(
            moved,
            [
                "{is: recognized, since: 2022-05}",
                "{is: \"36.65,117.12\", since: 2022-05}",
                "{is: 5, bound: about, since: 2022-05}"
            ]
        );
        assert_eq!(value_since("12", on("<=2022-02-28T11:16")), "{is: 12, by: 2022-02-28T11:16}");
    }

    #[test]
    fn names_of_files_are_readable() {
        assert_eq!(name(["centers/x", "capital", "2022-02"]), "centers-x-capital-2022-02");
        assert_eq!(
            name(["centers/x", "organizations[lead,Some Org].share"]),
            "centers-x-organizations-lead-some-org-share"
        );
        assert_eq!(name(["figures", "青岛", "<=2022"]), "figures-青岛-2022");
    }
}

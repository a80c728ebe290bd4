//! Reading `was` and `now` of a correction: written as the field that it corrects is.
//!
//! In:  a node of YAML, and the field.
//! Out: the value as the record of publications writes it, and a finding at what the field cannot hold.

use crate::config::{Languages, Localized, LocalizedReader};
use crate::diagnostics::{codes, did_you_mean};
use crate::link::Site;
use crate::link::names::Target;
use crate::model::date::Date;
use crate::model::effective::EffectiveDate;
use crate::model::field::{Field, FieldKind, NumberKind, Options, Targets};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Word, word_of};
use crate::parse::keys::Context;
use crate::parse::yaml::Node;
use crate::publication::correction::Said;
use crate::publication::value::FigureValue;

/// Keys of a value in its long form.
const LONG: &[&str] = &["is", "bound", "missing"];
/// The same of a value that has another date now.
const LONG_DATED: &[&str] = &["is", "bound", "missing", "since", "by"];

/// Reads one value.
pub struct SaidReader<'c, 'f> {
    /// The records that a value may name.
    pub site: &'c Site,
    /// The languages of the site.
    pub languages: &'c Languages,
    /// The file, with the findings.
    pub context: Context<'f>,
    /// The key that holds it: `was` or `now`.
    pub key: &'c str,
}

impl SaidReader<'_, '_> {
    /// The value of a figure: `22`, `more-than 600`, `{is: 600, bound: more-than}`, `not-available`.
    pub fn of_figure(&mut self, node: &Node) -> Option<Said> {
        if is_long(node) {
            return self.long_number(node).map(Said::Figure);
        }
        let text = self.context.text(node, self.key)?;
        let value = FigureValue::parse(text);
        if value.is_none() {
            let hint = "write it as a figure has it: 22, more-than 600, or not-available; leave it out for no value";
            self.report(node, format!("`{text}` is no value of a figure"), hint);
        }
        value.map(Said::Figure)
    }

    /// The value of a field; what it is in words where the field holds wording.
    pub fn of_field(&mut self, field: &Field, node: &Node) -> Option<Said> {
        if let Some(missing) = self.missing(node) {
            return Some(Said::Fact(missing?.into()));
        }
        let value = if is_long(node) { node.get("is")? } else { node };
        if let FieldKind::Number(kind) = &field.kind {
            return self.number(kind, node);
        }
        if is_long(node) {
            self.known_keys(node);
        }
        if !is_typed(&field.kind) {
            return self.words(value).map(Said::Words);
        }
        if is_sentence(value) && self.typed(&field.kind, value).is_none() {
            return self.untyped(field, value);
        }
        let Some(typed) = self.typed(&field.kind, value) else { return self.mistake(field, value) };
        Some(Said::Fact(typed.into()))
    }

    /// The date that a value has now, where `now` says one.
    pub fn begins(&mut self, node: &Node) -> Option<EffectiveDate> {
        let since = node.get("since").and_then(|node| self.date(node)).map(EffectiveDate::Since);
        since.or_else(|| node.get("by").and_then(|node| self.date(node)).map(EffectiveDate::By))
    }

    /// A date, with a finding when it is none.
    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.context.text(node, "date")?;
        let date = Date::parse(text);
        if date.is_none() {
            self.report(node, format!("`{text}` is not a date"), "write 2022, 2022-02 or 2022-02-28");
        }
        date
    }

    /// What readers are told, per language. One text for all of several languages can be read by few.
    pub fn words(&mut self, node: &Node) -> Option<Localized> {
        let reader = LocalizedReader { what: self.key, languages: self.languages };
        let words = reader.read(&mut self.context, node);
        if node.entries().is_some() {
            reader.require(&mut self.context, node, &words);
        } else if self.is_read_in_several() && node.text().is_some_and(|text| Number::parse(text).is_none()) {
            let shown = self.languages.iter().filter(|language| !language.hidden);
            let codes: Vec<String> = shown.map(|language| format!("{}: …", language.code)).collect();
            let message = format!("`{}` is one text for readers of all languages", self.key);
            let hint = format!("write `{}: {{{}}}`", self.key, codes.join(", "));
            self.context.report(&codes::CORRECTION_WORDS, node.span, message).hint(hint);
        }
        (!words.is_empty()).then_some(words)
    }

    fn is_read_in_several(&self) -> bool {
        self.languages.iter().filter(|language| !language.hidden).count() > 1
    }

    fn report(&mut self, node: &Node, message: String, hint: &str) {
        self.context.report(&codes::CORRECTION, node.span, message).hint(hint);
    }

    fn known_keys(&mut self, node: &Node) {
        let known = if self.key == "now" { LONG_DATED } else { LONG };
        self.context.entries(node, &format!("`{}`", self.key), known);
    }

    /// Why there was no value, written `{missing: not-available}` or as that word; outside, `None` when it says none.
    fn missing(&mut self, node: &Node) -> Option<Option<String>> {
        let named = |missing: Missing| format!("missing:{}", word_of(missing));
        let Some(written) = node.get("missing") else {
            return node.text().and_then(Missing::from_word).map(|missing| Some(named(missing)));
        };
        self.known_keys(node);
        Some(self.word::<Missing>(written).map(named))
    }

    fn word<W: Word>(&mut self, node: &Node) -> Option<W> {
        let text = self.context.text(node, self.key)?;
        let found = W::from_word(text);
        if found.is_none() {
            let known: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
            let hint = did_you_mean(text, known.iter().copied());
            let hint = hint.unwrap_or_else(|| format!("known: {}", known.join(", ")));
            self.report(node, format!("`{text}` is no word for `{}`", self.key), &hint);
        }
        found
    }

    /// A number, perhaps with its bound, in the long form or in one line.
    fn long_number(&mut self, node: &Node) -> Option<FigureValue> {
        self.known_keys(node);
        if let Some(missing) = node.get("missing") {
            return self.word(missing).map(FigureValue::Missing);
        }
        let bound = match node.get("bound") {
            Some(bound) => Some(self.word::<Bound>(bound)?),
            None => None,
        };
        let written = node.get("is")?;
        let text = self.context.text(written, self.key)?;
        let number = Number::parse(text);
        if number.is_none() {
            self.report(written, format!("`{text}` is not a number"), "write digits, without separators: 58.5");
        }
        Some(FigureValue::Number(number?, bound))
    }

    fn number(&mut self, kind: &NumberKind, node: &Node) -> Option<Said> {
        let value = if is_long(node) {
            self.long_number(node)?
        } else {
            let text = self.context.text(node, self.key)?;
            match FigureValue::parse(text) {
                Some(value) => value,
                None if is_sentence(node) => return self.told_in_words(node, "a number"),
                None => {
                    self.report(node, format!("`{text}` is not a number"), "write digits, without separators: 58.5");
                    return None;
                }
            }
        };
        if let FigureValue::Number(number, _) = &value
            && kind.whole
            && !number.is_whole()
        {
            self.report(node, format!("`{number}` is not a whole number, as the field has it"), "");
            return None;
        }
        Some(Said::Fact(value.recorded().into()))
    }

    /// What is written, as the record of publications writes such a value; `None` when the field cannot hold it.
    fn typed(&self, kind: &FieldKind, node: &Node) -> Option<String> {
        if let FieldKind::Location = kind {
            return location(node);
        }
        let text = node.text()?.trim();
        match kind {
            FieldKind::Choice(options) => {
                options.iter().find(|option| *option.id == *text).map(|option| option.id.to_string())
            }
            FieldKind::Date => Date::parse(text).map(|date| date.to_string().replace(' ', "T")),
            FieldKind::Boolean => match text {
                "true" | "yes" => Some("yes".to_owned()),
                "false" | "no" => Some("no".to_owned()),
                _ => None,
            },
            FieldKind::Reference { to, .. } => self.key_of(to, text),
            _ => None,
        }
    }

    /// The key of a record. One that is gone was there when it was published.
    fn key_of(&self, to: &Targets, text: &str) -> Option<String> {
        let key = match to {
            Targets::One(collection) if !text.contains('/') => format!("{collection}/{text}"),
            _ => text.to_owned(),
        };
        match self.site.find(&key) {
            Ok(Target::Record(record)) => Some(self.site.key(record)),
            Ok(Target::Collection(_)) => None,
            Err(_) => (matches!(self.key, "was" | "item") && key.contains('/') && !text.contains(' ')).then_some(key),
        }
    }

    /// A value that its field cannot hold.
    fn mistake(&mut self, field: &Field, node: &Node) -> Option<Said> {
        let Some(text) = node.text() else {
            self.report(node, format!("`{}` is not {}", self.key, what(&field.kind)), "write it as the field has it");
            return None;
        };
        let hint = match &field.kind {
            FieldKind::Choice(options) => of_options(text, options),
            FieldKind::Date => "write 2022, 2022-02 or 2022-02-28".to_owned(),
            FieldKind::Boolean => "write true or false".to_owned(),
            FieldKind::Location => "write `{latitude: 36.07, longitude: 120.38}`".to_owned(),
            _ => "write its id, as the field has it".to_owned(),
        };
        let message = match &field.kind {
            FieldKind::Choice(_) => format!("`{text}` is not an option of `{}`", field.name),
            kind => format!("`{text}` is not {}", what(kind)),
        };
        self.report(node, message, &hint);
        None
    }

    /// A sentence where a field holds values, as corrections were once written: readers are told it as it is.
    fn untyped(&mut self, field: &Field, node: &Node) -> Option<Said> {
        self.told_in_words(node, what(&field.kind))
    }

    fn told_in_words(&mut self, node: &Node, wanted: &str) -> Option<Said> {
        let message = format!("`{}` is in words where its field holds {wanted}", self.key);
        let hint = "write the value as the field has it: it is printed in each language, and held against the record";
        self.context.report(&codes::CORRECTION_WORDS, node.span, message).hint(hint);
        Some(Said::Words(Localized::same(node.text()?, self.languages)))
    }
}

fn is_long(node: &Node) -> bool {
    node.get("is").is_some() || node.get("missing").is_some()
}

/// Whether something is written in several words.
fn is_sentence(node: &Node) -> bool {
    node.text().is_some_and(|text| text.trim().contains(char::is_whitespace))
}

/// Whether a field holds values that the program can compare and write in each language.
fn is_typed(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Number(_)
            | FieldKind::Date
            | FieldKind::Boolean
            | FieldKind::Choice(_)
            | FieldKind::Reference { .. }
            | FieldKind::Location
    )
}

fn what(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Number(_) => "a number",
        FieldKind::Date => "a date",
        FieldKind::Boolean => "`true` or `false`",
        FieldKind::Choice(_) => "one of its options",
        FieldKind::Reference { .. } => "a record that the field may lead to",
        FieldKind::Location => "a place: latitude and longitude",
        _ => "text",
    }
}

fn of_options(text: &str, options: &Options) -> String {
    let ids: Vec<&str> = options.iter().map(|option| &*option.id).collect();
    did_you_mean(text, ids.iter().copied()).unwrap_or_else(|| format!("options: {}", ids.join(", ")))
}

fn location(node: &Node) -> Option<String> {
    let part = |key: &str| node.get(key).and_then(Node::text).and_then(Number::parse);
    let written = node.text().and_then(|text| text.split_once(','));
    let (latitude, longitude) = match written {
        Some((latitude, longitude)) => (Number::parse(latitude.trim()), Number::parse(longitude.trim())),
        None => (part("latitude"), part("longitude")),
    };
    Some(format!("{},{}", latitude?, longitude?))
}

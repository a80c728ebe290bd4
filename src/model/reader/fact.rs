//! Reading what a record says about one field: short and long facts, histories, every type of value. A longer file: it is
//! one reader with a method for each type of field.

use std::sync::Arc;

use crate::config::{Languages, Localized, url};
use crate::diagnostics::{Code, codes, did_you_mean};
use crate::model::builtin::SOURCES;
use crate::model::date::Date;
use crate::model::effective::EffectiveDate;
use crate::model::field::{Field, FieldKind, Fields, NumberKind, Targets};
use crate::model::names::{is_image, nearest_file};
use crate::model::number::Number;
use crate::model::reader::meant;
use crate::model::record::RawReference;
use crate::model::value::{Entry, Fact, Given, Image, Location, Outcome, Value, Word};
use crate::parse::keys::Context;
use crate::parse::yaml::{Key, Kind, Node};
use crate::parse::{Source, Span, blanks};
use crate::position::{FieldIx, LanguageIx, List};

const LONG_KEYS: &[&str] = &["is", "missing", "since", "by", "source", "status", "bound", "note"];

/// A year before which a fact of a report seldom begins.
const EARLY: i16 = 1800;
/// Keys of an image.
const IMAGE_KEYS: &[&str] = &["file", "alt", "credit"];
/// Keys of a location.
const LOCATION_KEYS: &[&str] = &["latitude", "longitude"];

/// Whether something must be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needed {
    /// It must.
    Yes,
    /// It need not.
    No,
}

impl Needed {
    fn of(field: &Field) -> Self {
        if field.required { Needed::Yes } else { Needed::No }
    }
}

/// Reads facts of one record; collects the references they make.
pub struct FactReader<'a, 'b> {
    /// The file being read, with the findings.
    pub context: Context<'a>,
    /// That file, when it is not the record's own.
    pub file: Option<Arc<Source>>,
    /// The languages of the site.
    pub languages: &'a Languages,
    /// Files in the record's folder.
    pub attachments: &'a [Box<str>],
    /// Every reference of the record, in the order of reading.
    pub references: &'b mut Vec<RawReference>,
}

impl FactReader<'_, '_> {
    /// What is said about a field.
    pub fn outcome(&mut self, field: &Field, node: &Node) -> Outcome {
        self.entry(field, node).into()
    }

    fn entry(&mut self, field: &Field, node: &Node) -> Option<Entry> {
        if matches!(field.kind, FieldKind::Formula) {
            // A condition may have the keys of a fact's long form: it is none.
            return Some(Entry { history: vec![Fact::short(Value::Raw(Arc::new(node.clone())), node.span)] });
        }
        if field.tracked
            && let Kind::Sequence(items) = &node.kind
            && !items.is_empty()
            && items.iter().all(|item| is_long(item) && !self.is_translation(field, item))
        {
            let history: Vec<Fact> = items.iter().filter_map(|item| self.fact(field, item)).collect();
            return (!history.is_empty()).then_some(Entry { history });
        }
        self.fact(field, node).map(|fact| Entry { history: vec![fact] })
    }

    fn is_translation(&self, field: &Field, node: &Node) -> bool {
        let languages = self.languages;
        let is_tag = |(key, _): &(Key, Node)| languages.iter().any(|l| *l.code == *key.name);
        field.is_translated() && node.entries().is_some_and(|entries| !entries.is_empty() && entries.iter().all(is_tag))
    }

    fn fact(&mut self, field: &Field, node: &Node) -> Option<Fact> {
        if is_long(node) && !self.is_translation(field, node) {
            return self.long(field, node);
        }
        let value = self.value(field, node)?;
        let day = day_of(field, &value);
        Some(Fact { day, ..Fact::short(value, node.span) })
    }

    fn long(&mut self, field: &Field, node: &Node) -> Option<Fact> {
        self.context.entries(node, "a fact in its long form", LONG_KEYS);
        let given = match (node.get("is"), node.get("missing")) {
            (Some(_), Some(missing)) => {
                self.context.report(
                    &codes::WRONG_TYPE,
                    missing.span,
                    "a fact cannot have a value and be missing".to_owned(),
                    "remove `is` or `missing`",
                );
                return None;
            }
            (Some(is), None) => Given::Value(self.value(field, is)?),
            (None, missing) => Given::Missing(self.word(missing?, "missing")?),
        };
        let since = node.get("since").and_then(|n| self.begin(n));
        let by = node.get("by").and_then(|n| self.begin(n));
        if (since.is_none() && node.get("since").is_some()) || (by.is_none() && node.get("by").is_some()) {
            return None;
        }
        if let (Some(_), Some(_), Some(at)) = (since, by, node.get("by")) {
            let hint = "`since` says when it began, `by` only that it had begun: keep one";
            self.context.report(&codes::HISTORY, at.span, "a fact has either `since` or `by`".to_owned(), hint);
        }
        let bound = node.get("bound").and_then(|n| self.word(n, "bound"));
        if let (Some(_), Some(at), false) = (bound, node.get("bound"), matches!(field.kind, FieldKind::Number(_))) {
            let message = format!("`bound` is for numbers; `{}` is none", field.name);
            self.context.report(&codes::WRONG_TYPE, at.span, message, "put it on the number, one level further in");
        }
        let day = if let Given::Value(value) = &given { day_of(field, value) } else { None };
        let effective = since.map(EffectiveDate::Since).or(by.map(EffectiveDate::By));
        Some(Fact {
            given,
            day,
            effective,
            sources: node.get("source").map(|n| self.sources(n)).unwrap_or_default(),
            status: node.get("status").and_then(|n| self.word(n, "status")),
            bound,
            note: node.get("note").map(|n| self.texts(n, "note", Needed::No)),
            span: node.span,
        })
    }

    /// References to sources: one id or a list.
    pub fn sources(&mut self, node: &Node) -> Vec<u32> {
        let targets = Targets::One(SOURCES.into());
        let items = self.context.list(node, "source");
        items.iter().filter_map(|item| self.reference(&targets, item, "source")).collect()
    }

    /// A date, with a finding when it is none.
    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.context.text(node, "date")?;
        if text.trim().is_empty() {
            let hint = "write a date, or remove the line";
            self.context.report(&codes::WRONG_TYPE, node.span, "this date is empty".to_owned(), hint);
            return None;
        }
        let date = Date::parse(text);
        if date.is_none() {
            self.invalid(node, text, "a date", &meant::date(text));
        }
        date
    }

    /// The date from which a fact holds; a figure through time follows it from there on, so a slip of the keys is dear.
    fn begin(&mut self, node: &Node) -> Option<Date> {
        let date = self.date(node)?;
        if date.year() < EARLY {
            let message = format!("`{}` lies before {EARLY}", node.text().unwrap_or_default());
            let hint = "is it a slip of the keys, as 1024 for 2024? If the fact is as old as that, leave it";
            self.context.report(&codes::EARLY_DATE, node.span, message, hint);
        }
        Some(date)
    }

    fn word<W: Word>(&mut self, node: &Node, key: &str) -> Option<W> {
        let text = self.context.text(node, key)?;
        let found = W::from_word(text);
        if found.is_none() {
            let known: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
            let hint =
                did_you_mean(text, known.iter().copied()).unwrap_or_else(|| format!("known: {}", known.join(", ")));
            self.context.report(
                &codes::UNKNOWN_OPTION,
                node.span,
                format!("`{text}` is not a word for `{key}`"),
                &hint,
            );
        }
        found
    }

    fn value(&mut self, field: &Field, node: &Node) -> Option<Value> {
        if node.is_null() || node.text().is_some_and(is_blank) {
            self.empty(node, &field.name, Needed::of(field));
            return None;
        }
        // What is yet to be filled in is no value of another type: `check` tells of it, `publish` refuses it.
        if !matches!(field.kind, FieldKind::Text { .. }) && node.text().is_some_and(blanks::is_blank) {
            return None;
        }
        match &field.kind {
            FieldKind::Formula => Some(Value::Raw(Arc::new(node.clone()))),
            FieldKind::Number(kind)
                if kind.may_reference_fact && node.text().is_some_and(|text| text.contains('#')) =>
            {
                Some(Value::Raw(Arc::new(node.clone())))
            }
            FieldKind::Text { translated: true, .. } => Some(Value::Localized(self.localized(field, node)?)),
            FieldKind::Text { .. } => self.scalar(field, node, "text").map(|text| Value::Text(text.into())),
            FieldKind::Number(kind) => self.number(field, kind, node).map(Value::Number),
            FieldKind::Date => self.date(node).map(Value::Date),
            FieldKind::Boolean => self.context.boolean(node, &field.name).map(Value::Boolean),
            FieldKind::Choice(options) => {
                let text = self.scalar(field, node, "one of its options")?;
                let at = options.position(|option| *option.id == *text);
                if at.is_none() {
                    let ids: Vec<&str> = options.iter().map(|option| &*option.id).collect();
                    let hint = did_you_mean(text, ids.iter().copied())
                        .unwrap_or_else(|| format!("options: {}", ids.join(", ")));
                    self.context.report(
                        &codes::UNKNOWN_OPTION,
                        node.span,
                        format!("`{text}` is not an option of `{}`", field.name),
                        &hint,
                    );
                }
                at.map(Value::Choice)
            }
            FieldKind::Reference { to, .. } => self.reference(to, node, &field.name).map(Value::Reference),
            FieldKind::Image => self.image(field, node).map(|image| Value::Image(Box::new(image))),
            FieldKind::Location => self.location(node).map(|location| Value::Location(Box::new(location))),
            FieldKind::File => self.attachment(field, node).map(Value::Text),
            FieldKind::Url | FieldKind::Email | FieldKind::Language => self.formed(field, node),
            FieldKind::List(item) => self.items(field, item, node),
            FieldKind::Group(fields) => self.group(field, fields, node),
        }
    }

    fn scalar<'n>(&mut self, field: &Field, node: &'n Node, expected: &str) -> Option<&'n str> {
        match node.text() {
            Some(text) => Some(text),
            None => {
                let hint = self.shape_hint(node);
                self.context.wrong_type(node, &field.name, expected, hint);
                None
            }
        }
    }

    /// What to do about a list or a map where a single value is wanted.
    fn shape_hint(&self, node: &Node) -> &'static str {
        let languages = self.languages;
        let is_tag = |(key, _): &(Key, Node)| languages.iter().any(|language| *language.code == *key.name);
        match &node.kind {
            Kind::Mapping(entries) if entries.iter().any(is_tag) => {
                "this field is the same in every language: write one value, or declare it `translated: true`"
            }
            Kind::Mapping(_) => "a text with `: ` or `{` in it wants quotation marks",
            Kind::Sequence(_) if is_blank_to_fill(node) => "put it in quotation marks: \"[[to fill: …]]\"",
            Kind::Sequence(_) => "it takes one value; a text that begins with `[` wants quotation marks",
            Kind::Scalar { .. } => "",
        }
    }

    /// A finding for a value that is not there: an empty text says nothing.
    fn empty(&mut self, node: &Node, what: &str, needed: Needed) {
        let (code, message, hint) = match needed {
            Needed::Yes => (
                &codes::MISSING_FIELD,
                format!("`{what}` is required and empty"),
                format!("write it; if nothing is known, say so: `{what}: {{missing: not-available}}`"),
            ),
            Needed::No => (
                &codes::WRONG_TYPE,
                format!("`{what}` is empty"),
                "write a value, or remove the line; if it matters that nothing is known: `{missing: not-available}`"
                    .to_owned(),
            ),
        };
        self.context.report(code, node.span, message, &hint);
    }

    /// Texts per language, none of which may be empty.
    fn texts(&mut self, node: &Node, what: &str, needed: Needed) -> Localized {
        if node.text().is_some_and(is_blank) && !node.is_null() {
            self.empty(node, what, needed);
            return Localized::empty(self.languages.len());
        }
        let read = Localized::read(&mut self.context, node, what, self.languages);
        let Some(entries) = node.entries() else { return read };
        let mut texts = Localized::empty(self.languages.len());
        for (at, language) in self.languages.entries() {
            let written = entries.iter().find(|(key, _)| *key.name == *language.code);
            match (read.get(at), written) {
                (Some(text), Some((_, value))) if is_blank(text) => {
                    self.empty(value, &format!("{what}` in `{}", language.code), needed);
                    texts.reject(at);
                }
                (Some(text), _) => texts.set(at, text.clone()),
                (None, _) if !read.is_absent(at) => texts.reject(at),
                (None, _) => {}
            }
        }
        texts
    }

    fn localized(&mut self, field: &Field, node: &Node) -> Option<Localized> {
        match &node.kind {
            Kind::Scalar { text, .. } if self.languages.len() == 1 || field.one_text => {
                Some(Localized::same(text, self.languages.len()))
            }
            Kind::Mapping(_) => {
                let text = self.texts(node, &field.name, Needed::of(field));
                (!text.is_empty()).then_some(text)
            }
            _ => {
                let hint =
                    "a translated text stands in the front matter of each language's file, or here as `{en: …, de: …}`";
                self.context.wrong_type(node, &field.name, "a text per language", hint);
                None
            }
        }
    }

    fn number(&mut self, field: &Field, kind: &NumberKind, node: &Node) -> Option<Number> {
        let text = self.scalar(field, node, "a number")?;
        let Some(number) = Number::parse(text) else {
            self.invalid(node, text, "a number", &meant::number(text));
            return None;
        };
        if let Some(message) = out_of_range(&number, kind) {
            let hint = if kind.whole && !number.is_whole() { meant::whole(text) } else { String::new() };
            self.context.report(&codes::OUT_OF_RANGE, node.span, format!("`{text}` {message}"), &hint);
            return None;
        }
        Some(number)
    }

    fn reference(&mut self, to: &Targets, node: &Node, what: &str) -> Option<u32> {
        let text = self.context.text(node, what)?;
        if is_blank(text) {
            self.empty(node, what, Needed::No);
            return None;
        }
        if let Some(bare) = text.strip_prefix('@') {
            self.context.report(
                &codes::UNKNOWN_REFERENCE,
                node.span,
                format!("`{text}` begins with `@`"),
                &format!("in YAML references are bare: {bare}"),
            );
            return None;
        }
        let file = self.file.clone();
        self.references.push(RawReference { text: text.into(), to: to.clone(), span: node.span, file });
        Some(self.references.len() as u32 - 1)
    }

    fn image(&mut self, field: &Field, node: &Node) -> Option<Image> {
        let Kind::Mapping(_) = node.kind else {
            let hint = "write the file and what it shows: `{file: laboratory.jpg, alt: {en: …, de: …}}`";
            self.context.wrong_type(node, &field.name, "a picture", hint);
            return None;
        };
        self.context.entries(node, "an image", IMAGE_KEYS);
        let hint = "name the picture, which lies in the folder of this record: `file: laboratory.jpg`";
        let file = self.context.required(node, "an image", "file", IMAGE_KEYS, hint);
        let alt = self.alt(node);
        let credit = node.get("credit").and_then(|n| self.context.text(n, "credit")).map(Arc::from);
        let written = file?;
        let name = self.context.text(written, "file")?;
        let file = self.existing(name, written)?;
        if !is_image(&file) {
            let hint =
                "browsers show jpg, png, webp, avif, gif and svg; a file to offer stands in a field of the type `file`";
            let message = format!("`{file}` is not a picture that browsers show");
            self.context.report(&codes::NOT_AN_IMAGE, written.span, message, hint);
            return None;
        }
        Some(Image { file, alt, credit })
    }

    /// What an image shows, for those who do not see it.
    fn alt(&mut self, node: &Node) -> Localized {
        let hint = "say what it shows, per language: `alt: {en: …, de: …}`";
        let Some(alt) = self.context.required(node, "an image", "alt", IMAGE_KEYS, hint) else {
            return Localized::empty(self.languages.len());
        };
        let text = self.texts(alt, "alt", Needed::Yes);
        text.require(&mut self.context, alt, "alt", self.languages);
        text
    }

    fn attachment(&mut self, field: &Field, node: &Node) -> Option<Arc<str>> {
        let name = self.scalar(field, node, "a file name")?;
        self.existing(name, node)
    }

    fn existing(&mut self, name: &str, node: &Node) -> Option<Arc<str>> {
        if self.attachments.iter().any(|file| **file == *name) {
            return Some(name.into());
        }
        if is_blank(name) {
            self.empty(node, "file", Needed::No);
            return None;
        }
        let hint = nearest_file(name, self.attachments)
            .unwrap_or_else(|| "put the file into the folder of this record".to_owned());
        self.context.report(
            &codes::MISSING_FILE,
            node.span,
            format!("there is no file `{name}` beside this record"),
            &hint,
        );
        None
    }

    fn location(&mut self, node: &Node) -> Option<Location> {
        let Kind::Mapping(_) = node.kind else {
            let hint = "write both, in degrees: `{latitude: 36.07, longitude: 120.38}`";
            self.context.wrong_type(node, "location", "latitude and longitude", hint);
            return None;
        };
        self.context.entries(node, "a location", LOCATION_KEYS);
        // Both are read before either is given up: a finding for each.
        let latitude = self.degrees(node, "latitude", 90);
        let longitude = self.degrees(node, "longitude", 180);
        Some(Location { latitude: latitude?, longitude: longitude? })
    }

    fn degrees(&mut self, node: &Node, key: &str, limit: usize) -> Option<Number> {
        let hint = "write both, in degrees: `{latitude: 36.07, longitude: 120.38}`";
        let written = self.context.required(node, "a location", key, LOCATION_KEYS, hint)?;
        let text = self.context.text(written, key)?;
        let Some(number) = Number::parse(text) else {
            self.invalid(written, text, "a number of degrees", "write decimal degrees: 36.17");
            return None;
        };
        if number.magnitude() > Number::whole(limit) {
            let message = format!("`{text}` is beyond {limit} degrees");
            self.context.report(&codes::OUT_OF_RANGE, written.span, message, "");
            return None;
        }
        Some(number)
    }

    fn formed(&mut self, field: &Field, node: &Node) -> Option<Value> {
        let text = self.scalar(field, node, "text")?;
        let (well_formed, what, hint) = match field.kind {
            FieldKind::Url => (is_url(text), "a web address", "write it with its scheme: https://…"),
            FieldKind::Email => (is_email(text), "a mail address", "name@host.example"),
            _ => {
                (text.parse::<icu::locale::LanguageIdentifier>().is_ok(), "a language tag", "as in BCP 47: en, zh-Hans")
            }
        };
        if !well_formed {
            self.invalid(node, text, what, hint);
            return None;
        }
        Some(if matches!(field.kind, FieldKind::Language) {
            Value::Language(text.into())
        } else {
            Value::Text(text.into())
        })
    }

    fn items(&mut self, field: &Field, item: &Field, node: &Node) -> Option<Value> {
        let Kind::Sequence(nodes) = &node.kind else {
            self.context.wrong_type(node, &field.name, "a list", "begin each item with `- `, or write `[a, b]`");
            return None;
        };
        Some(Value::List(nodes.iter().filter_map(|node| self.fact(item, node)).collect()))
    }

    fn group(&mut self, field: &Field, fields: &Fields, node: &Node) -> Option<Value> {
        let Kind::Mapping(entries) = &node.kind else {
            self.context.wrong_type(node, &field.name, "a map (`key: value`)", "");
            return None;
        };
        let names: Vec<&str> = fields.iter().map(|f| &*f.name).collect();
        let mut facts: List<FieldIx, Option<Fact>> = vec![None; fields.len()].into();
        let mut meant: Vec<&str> = Vec::new();
        for (key, value) in entries {
            match fields.position(|f| *f.name == *key.name) {
                Some(at) => facts[at] = self.fact(&fields[at], value),
                None => meant.extend(self.context.unknown_key(key, &format!("`{}`", field.name), &names)),
            }
        }
        for (at, part) in fields.entries().filter(|(_, part)| part.required) {
            let is_written = entries.iter().any(|(key, _)| *key.name == *part.name) || meant.contains(&&*part.name);
            if facts[at].is_none() && !is_written {
                let message = format!("`{}` is required in `{}`", part.name, field.name);
                self.context.report(&codes::MISSING_FIELD, node.span, message, "add it, or say why it is missing");
            }
        }
        Some(Value::Group(facts))
    }

    fn invalid(&mut self, node: &Node, text: &str, what: &str, hint: &str) {
        let code: &'static Code = &codes::INVALID_VALUE;
        self.context.report(code, node.span, format!("`{text}` is not {what}"), hint);
    }
}

/// The day of what a group tells: its field `date`.
fn day_of(field: &Field, value: &Value) -> Option<Date> {
    let (FieldKind::Group(fields), Value::Group(facts)) = (&field.kind, value) else { return None };
    let at = fields.position(|field| &*field.name == "date")?;
    match facts[at].as_ref()?.value()? {
        Value::Date(date) => Some(*date),
        _ => None,
    }
}

fn is_long(node: &Node) -> bool {
    node.get("is").is_some() || node.get("missing").is_some()
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

/// Whether a text says nothing: blanks, and marks that have no width.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// `[[to fill: …]]` without quotation marks is a list in a list.
fn is_blank_to_fill(node: &Node) -> bool {
    let only = |node: &Node| match &node.kind {
        Kind::Sequence(items) if items.len() == 1 => Some(items[0].clone()),
        _ => None,
    };
    only(node).and_then(|inner| only(&inner)).is_some_and(|innermost| innermost.get("to fill").is_some())
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

/// Reads translated texts of the front matter into one more language of a field.
pub fn add_translation(
    reader: &mut FactReader,
    outcome: &mut Outcome,
    field: &Field,
    node: &Node,
    language: LanguageIx,
) {
    let long = node.get("is").filter(|_| is_long(node));
    if long.is_some() {
        reader.context.entries(node, "a text in its long form", &["is", "source", "status"]);
    }
    let text = long.unwrap_or(node);
    let Some(words) = translation(reader, field, text) else {
        reject_translation(outcome, text.span, reader.languages.len(), language);
        return;
    };
    if !matches!(outcome, Outcome::Read(_)) {
        let mut fact = Fact::short(Value::Localized(Localized::empty(reader.languages.len())), node.span);
        if long.is_some() {
            fact.sources = node.get("source").map(|n| reader.sources(n)).unwrap_or_default();
            fact.status = node.get("status").and_then(|n| reader.word(n, "status"));
        }
        *outcome = Outcome::Read(Entry { history: vec![fact] });
    }
    let localized = only_text(outcome).filter(|localized| localized.is_absent(language));
    let Some(localized) = localized else {
        let message = format!("`{}` is already given in the facts", field.name);
        let hint = "keep it in the front matter or in the facts";
        reader.context.report(&codes::TRANSLATED_TWICE, node.span, message, hint);
        return;
    };
    localized.set(language, words);
}

fn translation(reader: &mut FactReader, field: &Field, node: &Node) -> Option<Arc<str>> {
    match node.text() {
        Some(text) if !node.is_null() && !is_blank(text) => Some(text.into()),
        Some(_) => {
            reader.empty(node, &field.name, Needed::of(field));
            None
        }
        None => {
            let hint = "a text with `: ` or `{` in it wants quotation marks";
            reader.context.wrong_type(node, &field.name, "text", hint);
            None
        }
    }
}

/// Notes that what is written in a language cannot be used; the other languages are not touched.
pub fn reject_translation(outcome: &mut Outcome, span: Span, languages: usize, language: LanguageIx) {
    if !matches!(outcome, Outcome::Read(_)) {
        let text = Value::Localized(Localized::empty(languages));
        *outcome = Outcome::Read(Entry { history: vec![Fact::short(text, span)] });
    }
    if let Some(localized) = only_text(outcome) {
        localized.reject(language);
    }
}

/// The translated text of a field that is not a history.
pub fn only_text(outcome: &mut Outcome) -> Option<&mut Localized> {
    match outcome {
        Outcome::Read(Entry { history }) => match history.as_mut_slice() {
            [Fact { given: Given::Value(Value::Localized(localized)), .. }] => Some(localized),
            _ => None,
        },
        Outcome::Absent | Outcome::Rejected => None,
    }
}

//! Reading what a record says about one field: short and long facts, histories, every type of value. A longer file: it is
//! one reader with a method for each type of field.

use std::sync::Arc;

use crate::config::{Language, Localized, url};
use crate::diagnostics::{Code, codes, did_you_mean};
use crate::model::Written;
use crate::model::builtin;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind, NumberKind, Targets};
use crate::model::layout::{is_image, nearest_file};
use crate::model::number::Number;
use crate::model::value::{Entry, Fact, Given, Image, Location, Value, Word};
use crate::parse::Source;
use crate::parse::keys::Context;
use crate::parse::yaml::{Key, Kind, Node};

const LONG_KEYS: &[&str] = &["is", "missing", "since", "by", "source", "status", "bound", "note"];

/// Reads facts of one record; collects the references they make.
pub struct FactReader<'a, 'b> {
    /// The file being read, with the findings.
    pub context: Context<'a>,
    /// That file, when it is not the record's own.
    pub file: Option<Arc<Source>>,
    /// The languages of the site.
    pub languages: &'a [Language],
    /// Files in the record's folder.
    pub attachments: &'a [Box<str>],
    /// Every reference of the record, in the order of reading.
    pub references: &'b mut Vec<Written>,
}

impl FactReader<'_, '_> {
    /// What is said about a field; `None` when nothing usable is.
    pub fn entry(&mut self, field: &Field, node: &Node) -> Option<Entry> {
        if matches!(field.kind, FieldKind::Formula) {
            // A condition may have the keys of a fact's long form: it is none.
            return Some(Entry { history: vec![Fact::short(Value::Written(Arc::new(node.clone())), node.span)] });
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
        let since = node.get("since").and_then(|n| self.date(n));
        let by = node.get("by").and_then(|n| self.date(n));
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
        Some(Fact {
            given,
            day,
            since,
            by,
            sources: node.get("source").map(|n| self.sources(n)).unwrap_or_default(),
            status: node.get("status").and_then(|n| self.word(n, "status")),
            bound,
            note: node.get("note").map(|n| Localized::read(&mut self.context, n, "note", self.languages)),
            span: node.span,
        })
    }

    /// References to sources: one id or a list.
    pub fn sources(&mut self, node: &Node) -> Vec<u32> {
        let targets = builtin::source_targets();
        let items = self.context.list(node, "source");
        items.iter().filter_map(|item| self.reference(&targets, item, "source")).collect()
    }

    /// A date, with a finding when it is none.
    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.context.text(node, "date")?;
        let date = Date::parse(text);
        if date.is_none() {
            self.invalid(node, text, "a date", &date_hint(text));
        }
        date
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
        if node.is_null() {
            let hint = "write a value, `{missing: not-available}`, or remove the line";
            self.context.report(&codes::WRONG_TYPE, node.span, format!("`{}` is empty", field.name), hint);
            return None;
        }
        match &field.kind {
            FieldKind::Formula => Some(Value::Written(Arc::new(node.clone()))),
            FieldKind::Number(kind) if kind.elsewhere && node.text().is_some_and(|text| text.contains('#')) => {
                Some(Value::Written(Arc::new(node.clone())))
            }
            FieldKind::Text { translated: true, .. } => Some(Value::Localized(self.localized(field, node)?)),
            FieldKind::Text { .. } => self.scalar(field, node, "text").map(|text| Value::Text(text.into())),
            FieldKind::Number(kind) => self.number(field, kind, node).map(Value::Number),
            FieldKind::Date => self.date(node).map(Value::Date),
            FieldKind::Boolean => self.context.boolean(node, &field.name).map(Value::Boolean),
            FieldKind::Choice(options) => {
                let text = self.scalar(field, node, "one of its options")?;
                let at = options.iter().position(|option| *option.id == *text);
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
            FieldKind::Image => self.image(node).map(|image| Value::Image(Box::new(image))),
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
                let hint = if matches!(node.kind, Kind::Mapping(_)) {
                    "a text with `: ` or `{` in it wants quotation marks"
                } else {
                    ""
                };
                self.context.wrong_type(node, &field.name, expected, hint);
                None
            }
        }
    }

    fn localized(&mut self, field: &Field, node: &Node) -> Option<Localized> {
        match &node.kind {
            Kind::Scalar { text, .. } if self.languages.len() == 1 || field.one_text => {
                Some(Localized::same(text, self.languages.len()))
            }
            Kind::Mapping(_) => {
                let text = Localized::read(&mut self.context, node, &field.name, self.languages);
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
            self.invalid(node, text, "a number", &number_hint(text));
            return None;
        };
        let problem = if kind.whole && !number.is_whole() {
            Some(format!("`{text}` is not a whole number; digits are written without separators"))
        } else if kind.min.as_ref().is_some_and(|min| number < *min && !number.equals(min)) {
            kind.min.as_ref().map(|min| format!("`{text}` is less than the least value, {}", min.as_str()))
        } else if kind.max.as_ref().is_some_and(|max| number > *max && !number.equals(max)) {
            kind.max.as_ref().map(|max| format!("`{text}` is more than the greatest value, {}", max.as_str()))
        } else {
            let most = kind.decimals.filter(|&most| number.decimals() > most as usize);
            most.map(|most| format!("`{text}` has more than {most} decimals"))
        };
        if let Some(message) = problem {
            self.context.report(&codes::OUT_OF_RANGE, node.span, message, "");
            return None;
        }
        Some(number)
    }

    fn reference(&mut self, to: &Targets, node: &Node, what: &str) -> Option<u32> {
        let text = self.context.text(node, what)?;
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
        self.references.push(Written { text: text.into(), to: to.clone(), span: node.span, file });
        Some(self.references.len() as u32 - 1)
    }

    fn image(&mut self, node: &Node) -> Option<Image> {
        self.context.entries(node, "an image", &["file", "alt", "credit"]);
        let named = node.get("file")?;
        let name = self.context.text(named, "file")?;
        let file = self.existing(name, named)?;
        if !is_image(name) {
            let hint = "a file to offer stands in a field of the type `file`";
            self.context.report(&codes::NOT_AN_IMAGE, named.span, format!("`{name}` is no image"), hint);
        }
        let alt = match node.get("alt") {
            Some(alt) => {
                let text = Localized::read(&mut self.context, alt, "alt", self.languages);
                text.require(&mut self.context, alt, "alt", self.languages);
                text
            }
            None => {
                let hint = "say what it shows, per language: `alt: {en: …, de: …}`";
                self.context.report(&codes::MISSING_FIELD, node.span, "an image needs `alt`".to_owned(), hint);
                Localized::empty(self.languages.len())
            }
        };
        let credit = node.get("credit").and_then(|n| self.context.text(n, "credit")).map(Arc::from);
        Some(Image { file, alt, credit })
    }

    fn attachment(&mut self, field: &Field, node: &Node) -> Option<Arc<str>> {
        let name = self.scalar(field, node, "a file name")?;
        self.existing(name, node)
    }

    fn existing(&mut self, name: &str, node: &Node) -> Option<Arc<str>> {
        if self.attachments.iter().any(|file| **file == *name) {
            return Some(name.into());
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
        self.context.entries(node, "a location", &["latitude", "longitude"]);
        let latitude = self.degrees(node, "latitude", 90.0)?;
        let longitude = self.degrees(node, "longitude", 180.0)?;
        Some(Location { latitude, longitude })
    }

    fn degrees(&mut self, node: &Node, key: &str, limit: f64) -> Option<Number> {
        let Some(written) = node.get(key) else {
            self.context.report(&codes::MISSING_FIELD, node.span, format!("a location needs `{key}`"), "");
            return None;
        };
        let text = self.context.text(written, key)?;
        let Some(number) = Number::parse(text) else {
            self.invalid(written, text, "a number of degrees", "write decimal degrees: 36.17");
            return None;
        };
        if number.to_f64().abs() > limit {
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

    fn group(&mut self, field: &Field, fields: &[Field], node: &Node) -> Option<Value> {
        let Kind::Mapping(entries) = &node.kind else {
            self.context.wrong_type(node, &field.name, "a map (`key: value`)", "");
            return None;
        };
        let names: Vec<&str> = fields.iter().map(|f| &*f.name).collect();
        let mut facts: Vec<Option<Fact>> = vec![None; fields.len()];
        for (key, value) in entries {
            match fields.iter().position(|f| *f.name == *key.name) {
                Some(at) => facts[at] = self.fact(&fields[at], value),
                None => self.context.unknown_key(key, &format!("`{}`", field.name), &names),
            }
        }
        for (at, part) in fields.iter().enumerate().filter(|(_, part)| part.required) {
            if facts[at].is_none() && !entries.iter().any(|(key, _)| *key.name == *part.name) {
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
    let at = fields.iter().position(|field| &*field.name == "date")?;
    match facts[at].as_ref()?.value()? {
        Value::Date(date) => Some(*date),
        _ => None,
    }
}

fn is_long(node: &Node) -> bool {
    node.get("is").is_some() || node.get("missing").is_some()
}

/// What an editor meant by something that is nearly a date.
fn date_hint(text: &str) -> String {
    let parts: Vec<u32> = text.split(['.', '-', '/', ' ']).filter_map(|part| part.parse().ok()).collect();
    let written = match *parts.as_slice() {
        [year, month] if year > 31 => format!("{year}-{month:02}"),
        [month, year] if year > 31 => format!("{year}-{month:02}"),
        [year, month, day] if year > 31 => format!("{year}-{month:02}-{day:02}"),
        [day, month, year] if year > 31 && text.contains('.') => format!("{year}-{month:02}-{day:02}"),
        _ => String::new(),
    };
    match Date::parse(&written) {
        Some(_) => format!("write {written}"),
        None => "write a date as 2020, 2020-06, 2020-06-01 or 2020-06-01 11:30".to_owned(),
    }
}

/// What an editor meant by something that is nearly a number.
fn number_hint(text: &str) -> String {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit()).collect();
    if let Some(rest) = text.strip_prefix(['>', '<', '~', '≈', '≥', '≤']) {
        let bound = match text.chars().next() {
            Some('>') => "more-than",
            Some('<') => "less-than",
            Some('≥') => "at-least",
            Some('≤') => "at-most",
            _ => "about",
        };
        return format!("write `{{is: {}, bound: {bound}}}`", rest.trim());
    }
    match text {
        _ if text.matches(',').count() == 1 && text.rsplit(',').next().is_some_and(|part| part.len() != 3) => {
            format!("the decimal sign is a point: {}", text.replace(',', "."))
        }
        _ if text.matches('.').count() > 1 && text.bytes().all(|b| b.is_ascii_digit() || b == b'.') => {
            format!("write digits without separators: {digits}")
        }
        _ if text.contains([',', '\'', ' ', '\u{a0}', '\u{202f}', '_'])
            && !digits.is_empty()
            && !text.contains(char::is_alphabetic) =>
        {
            format!("write digits without separators: {digits}")
        }
        _ => "write digits, an optional minus and a point: 1200, -0.5".to_owned(),
    }
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

/// Reads translated texts of the front matter into one more language of an entry.
pub fn add_translation(
    reader: &mut FactReader,
    entry: &mut Option<Entry>,
    field: &Field,
    node: &Node,
    language: usize,
) {
    let (text, long) = match node.get("is").filter(|_| is_long(node)) {
        Some(is) => (is, true),
        None => (node, false),
    };
    if long {
        reader.context.entries(node, "a text in its long form", &["is", "source", "status"]);
    }
    if text.is_null() || text.text().is_none() {
        reader.context.wrong_type(node, &field.name, "text", "a text with `: ` or `{` in it wants quotation marks");
        return;
    }
    let words = text.text().unwrap_or_default();
    if entry.is_none() {
        let mut fact = Fact::short(Value::Localized(Localized::empty(reader.languages.len())), node.span);
        if long {
            fact.sources = node.get("source").map(|n| reader.sources(n)).unwrap_or_default();
            fact.status = node.get("status").and_then(|n| reader.word(n, "status"));
        }
        *entry = Some(Entry { history: vec![fact] });
    }
    let Some(Entry { history }) = entry else { return };
    let [Fact { given: Given::Value(Value::Localized(localized)), .. }] = history.as_mut_slice() else {
        let hint = "keep it in one place";
        reader.context.report(
            &codes::TRANSLATED_TWICE,
            node.span,
            format!("`{}` is already given in the facts", field.name),
            hint,
        );
        return;
    };
    if localized.get(language).is_some() {
        let hint = "keep it in the front matter or in the facts";
        reader.context.report(
            &codes::TRANSLATED_TWICE,
            node.span,
            format!("`{}` is already given in the facts", field.name),
            hint,
        );
        return;
    }
    localized.set(language, words);
}

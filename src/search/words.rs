//! The words by which a record is found, with how much each of them says.

use crate::link::effective::Effective;
use crate::link::listing::target;
use crate::model::field::{FieldKind, Markup, Searched};
use crate::model::value::Value;
use crate::parse::{Files, front_matter};
use crate::position::RecordIx;
use crate::prose::{fields, titles};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::search::{fold, pinyin};

/// How much a word says of what it is found in: the first says most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It is the whole name, written without spaces.
    Whole = 0,
    /// It is in the title.
    Title = 1,
    /// It is in another name.
    Name = 2,
    /// It is in the label of an option, or in a name of a record that is referred to.
    Reference = 3,
    /// It is in a heading or another text.
    Text = 4,
}

impl Class {
    /// The class of a part of a word of this one.
    pub fn weaker(self) -> Self {
        match self {
            Class::Whole | Class::Title => Class::Name,
            Class::Name => Class::Reference,
            Class::Reference | Class::Text => Class::Text,
        }
    }
}

/// Folded words in their order, each with its class; some more than once.
#[derive(Debug, Default)]
pub struct Words {
    /// All words behind one another.
    text: String,
    /// Where each of them ends.
    ends: Vec<(u32, Class)>,
}

/// Words of a name of which each says much; a longer one is found by them as by another text that names it.
const SHORT: usize = 6;
/// Bytes of a name that anybody types as a whole.
const WHOLE: usize = 60;

impl Words {
    /// Adds a name: its words, and all of it without spaces.
    pub fn name(&mut self, name: &str, class: Class) {
        let from = self.ends.len();
        self.add(name, class);
        let added = &mut self.ends[from..];
        if added.len() > SHORT {
            added.iter_mut().for_each(|(_, class)| *class = (*class).max(Class::Name));
        }
        let whole = fold::joined(name);
        if !whole.is_empty() && whole.len() <= WHOLE {
            self.push(&whole, Class::Whole);
        }
    }

    /// Adds the words of a text.
    pub fn add(&mut self, text: &str, class: Class) {
        fold::words(text, &mut |word| self.push(word, class));
    }

    /// Adds how a Chinese name is read.
    pub fn heard(&mut self, name: &str, class: Class) {
        pinyin::keys(name, &mut |key| self.push(key, class));
    }

    fn push(&mut self, word: &str, class: Class) {
        self.text.push_str(word);
        self.ends.push((self.text.len() as u32, class));
    }

    /// Each word with its class.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Class)> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|(end, _)| *end as usize));
        starts.zip(&self.ends).map(|(start, (end, class))| (&self.text[start..*end as usize], *class))
    }
}

/// Adds what a record says beside its names.
pub fn of_facts(localizer: Localizer, record: RecordIx, words: &mut Words) {
    let site = &localizer.report.site;
    let roles = &site.model(record).roles;
    let mut reading = Reading { localizer, words };
    for at in site.model(record).fields.positions() {
        if roles.title == Some(at) || roles.short == Some(at) {
            continue;
        }
        if let Some(fact) = site.effective(record, at) {
            reading.fact(&fact, None);
        }
    }
}

/// Adds the headings of the prose of a record, in the language that its page shows.
pub fn of_headings(localizer: Localizer, record: RecordIx, files: &dyn Files, words: &mut Words) {
    let shown = localizer.shown_language(record);
    let prose = localizer.report.site.get(record).record.prose[shown].as_ref();
    let Some(prose) = prose.filter(|prose| !prose.is_empty) else { return };
    recorder::note(Note::File(prose.path.clone()));
    // A file that cannot be read is found by whoever renders the page.
    let Ok(whole) = files.text(&prose.path) else { return };
    titles(&whole[front_matter::split(&whole).body]).iter().for_each(|title| words.add(title, Class::Text));
}

/// Reads the facts of a record.
struct Reading<'r, 'w> {
    localizer: Localizer<'r>,
    words: &'w mut Words,
}

impl Reading<'_, '_> {
    /// A fact with its parts; `outer`: what the model says of that which contains it.
    fn fact(&mut self, fact: &Effective, outer: Option<Searched>) {
        let searched = fact.field.search.or(outer);
        // Names are added as names.
        if matches!(searched, Some(Searched::Nothing | Searched::Name)) {
            return;
        }
        match (fact.value(), &fact.field.kind) {
            (Some(Value::Choice(at)), FieldKind::Choice(options)) => {
                self.words.add(options[*at].label.text(self.localizer.language), Class::Reference);
            }
            (Some(Value::Reference(_)), _) => self.reference(fact),
            (Some(Value::Text(text)), FieldKind::Text { language, markup, .. }) => {
                let is_name = language.is_some() && searched.is_none();
                if !is_name {
                    self.text(fact, text, *markup);
                }
            }
            (Some(Value::Localized(texts)), FieldKind::Text { markup, .. }) => {
                if let Some((_, text)) = texts.best(self.localizer.language) {
                    self.text(fact, text, *markup);
                }
            }
            (Some(Value::List(_) | Value::Group(_)), _) => fact.parts().for_each(|part| self.fact(&part, searched)),
            _ => {}
        }
    }

    /// The title and the short name of what a record refers to.
    fn reference(&mut self, fact: &Effective) {
        let Some(target) = target(fact) else { return };
        let Localizer { report, language, .. } = self.localizer;
        recorder::note(Note::Record(target));
        self.words.add(report.site.title(target, language).1, Class::Reference);
        if let Some((_, short)) = report.site.text(target, report.site.model(target).roles.short, language) {
            self.words.add(short, Class::Reference);
        }
    }

    /// A line of text; its marks are none of its words, and what it quotes is.
    fn text(&mut self, fact: &Effective, text: &str, markup: Markup) {
        match markup {
            Markup::Plain => self.words.add(text, Class::Text),
            Markup::Inline if text.contains(['[', '<', '&']) => {
                let plain = fields::plain(&fields::of_field(self.localizer, fact, text));
                self.words.add(&plain, Class::Text);
            }
            Markup::Inline => self.words.add(text, Class::Text),
            Markup::Block => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Words};

    #[test]
    fn a_name_is_filed_as_a_whole_and_a_long_one_says_less_by_each_of_its_words() {
        let mut words = Words::default();

        words.name("Tai’an", Class::Title);
        words.name("One two three four five six seven", Class::Title);

        let all: Vec<_> = words.iter().collect();
        assert_eq!(all[..3], [("tai", Class::Title), ("an", Class::Title), ("taian", Class::Whole)]);
        assert_eq!(all[3], ("one", Class::Name));
        assert_eq!(all.last(), Some(&("onetwothreefourfivesixseven", Class::Whole)));
    }

    #[test]
    fn words_keep_their_order_and_class() {
        let mut words = Words::default();

        words.add("Haier Group", Class::Title);
        words.add("", Class::Name);
        words.add("Qingdao", Class::Reference);

        let expected = [("haier", Class::Title), ("group", Class::Title), ("qingdao", Class::Reference)];
        assert_eq!(words.iter().collect::<Vec<_>>(), expected);
    }
}

//! The translated fields of a record: titles, summaries, notes of facts.

use crate::check::numbers::acknowledged::Acknowledged;
use crate::check::numbers::blocks::{self, Block, Blocks};
use crate::check::numbers::judge::Case;
use crate::check::numbers::known::Facts;
use crate::check::numbers::place::{self, Part};
use crate::check::numbers::text::Text;
use crate::config::Localized;
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::effective::Effective;
use crate::model::field::{Field, FieldKind, Markup};
use crate::model::value::{Fact, Value};
use crate::position::LanguageIx;

/// A text of a fact in all languages.
pub struct FieldText<'a> {
    /// The field of the collection that it belongs to, at any depth.
    pub field: &'a Field,
    /// The fact.
    pub fact: &'a Fact,
    /// Which of its texts it is.
    pub part: Part,
    /// The text.
    pub text: &'a Localized,
    /// What markup it may have.
    pub markup: Markup,
}

/// Findings about the translated fields of a record, and about acknowledgements that nothing met.
pub fn check(facts: &Facts, findings: &mut Vec<Diagnostic>) {
    let Facts { site, linked, .. } = facts;
    let accepted: Vec<(&str, Acknowledged)> = linked
        .record
        .accepted
        .iter()
        .map(|one| (&*one.field, Acknowledged::new(&one.value, one.span.start as usize..one.span.end as usize)))
        .collect();
    // Those of a later day, too: it is now that they are written.
    for fact in site.report.site.written_facts(linked.at) {
        let own = accepted.iter().filter(|(name, _)| **name == *fact.field.name).map(|(_, one)| one);
        let own: Vec<&Acknowledged> = own.collect();
        fact.each(&mut |fact| each_text(fact, &mut |text| of_text(&text, &own, facts, findings)));
    }
    for (field, unused) in accepted.iter().filter(|(_, one)| !one.is_used.get()) {
        let source = &linked.record.source;
        let place = Place::in_text(source.path.clone(), &source.text, unused.range.start, unused.range.end);
        let message = format!("nothing is to be said of {} in `{field}`", unused.value);
        let finding = Diagnostic::new(&codes::ACKNOWLEDGEMENT, place, message);
        findings.push(finding.hint("remove it: an acknowledgement names the field of its number"));
    }
}

/// Calls `visit` for the texts of a fact: its value and its note.
pub fn each_text<'a>(it: &Effective<'a, '_>, visit: &mut impl FnMut(FieldText<'a>)) {
    let markup = match &it.field.kind {
        FieldKind::Text { markup, .. } => *markup,
        _ => Markup::Plain,
    };
    let (field, fact) = (it.whole().field, it.written);
    let mut say = |part: Part, text: &'a Localized, markup: Markup| {
        visit(FieldText { field, fact, part, text, markup });
    };
    if let Some(note) = &fact.note {
        say(Part::Note, note, Markup::Plain);
    }
    match fact.value() {
        Some(Value::Localized(text)) => say(Part::Value, text, markup),
        Some(Value::Image(image)) => {
            say(Part::Alt, &image.alt, Markup::Plain);
            if let Some(caption) = &image.caption {
                say(Part::Caption, caption, Markup::Plain);
            }
        }
        _ => {}
    }
}

fn of_text(text: &FieldText, accepted: &[&Acknowledged], facts: &Facts, findings: &mut Vec<Diagnostic>) {
    let Facts { site, linked, .. } = facts;
    let is_markup = text.markup != Markup::Plain;
    let read = |language: LanguageIx| {
        let words = text.text.get(language)?;
        let blocks = if is_markup {
            blocks::of_markdown(words, 0..words.len())
        } else {
            Blocks { list: vec![Block::plain(words)], ..Blocks::default() }
        };
        Some(Text::read(site, language, blocks))
    };
    let first = site.report.config.languages.positions().find(|language| text.text.get(*language).is_some());
    // A text that is the same in every language is looked at once.
    let is_own = |language: &LanguageIx| {
        Some(*language) == first || text.text.get(*language) != first.and_then(|f| text.text.get(f))
    };
    let texts: Vec<Text> = site.report.config.languages.positions().filter(is_own).filter_map(read).collect();
    let case = Case { texts: &texts, accepted, facts, is_markup, field: Some(&text.field.name) };
    for remark in case.remarks() {
        let language = texts[remark.text].language;
        let words = text.text.text(language);
        let at = place::Sought { field: &text.field.name, fact: text.fact, part: text.part, words, language };
        let place = place::of(site, linked, &at, remark.range);
        findings.push(Diagnostic::new(remark.code, place, remark.message).hint(remark.hint));
    }
}

//! The numbers that quotes print: `[](@figures/x)` and `[](@centers/x#capital)`.

use crate::check::numbers::amount;
use crate::check::numbers::compare::Read;
use crate::check::numbers::known::Facts;
use crate::position::LanguageIx;
use crate::prose;
use crate::report::recorder::{self, Current};

/// Exact and printed values of the quotes of some blocks.
pub fn values(facts: &Facts, language: LanguageIx, reads: &[Read]) -> Vec<String> {
    let quotes = reads.iter().flat_map(|read| &read.block.quotes);
    quotes.flat_map(|(destination, _)| of_quote(facts, language, destination)).collect()
}

/// The values that one quote prints: what its `data` element says exactly, and what its words say.
pub fn of_quote(facts: &Facts, language: LanguageIx, destination: &str) -> Vec<String> {
    let markdown = format!("[](<{destination}>)");
    let text = prose::Text {
        page: facts.site.report.localizer(language),
        words: facts.site.report.localizer(language),
        files: None,
        place: prose::Place::Prose,
        linked: facts.linked,
        path: &facts.linked.record.source.path,
        whole: &markdown,
        range: 0..markdown.len(),
        ids: "",
        index: prose::Index::default(),
    };
    // What is wrong with the quote is reported where the page is rendered.
    let (prose, _) = recorder::recorded(Current { language, ..Current::default() }, || prose::render(&text));
    let exact = prose.html.split("<data value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let words = without_tags(&prose.html);
    let printed = facts.site.readers[language].read(&words).into_iter().map(|typed| typed.value);
    exact.map(amount::normal).into_iter().chain(printed).collect()
}

fn without_tags(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    words.replace("&nbsp;", "\u{a0}").replace("&#160;", "\u{a0}")
}

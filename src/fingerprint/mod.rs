//! Fingerprints: the report → what each page says, as two hashes.
//!
//! In:  the report, whose pages are planned and not rendered; the files that texts and images are read from.
//! Out: a [`Fingerprint`] for each page whose address is a promise, in each language: one half of what its record says, the
//!      other of what the page shows of others. What is no part of it may change, and the page says the same: layout, words
//!      of the theme, labels, the day of the report, addresses, what templates add of their own.
//!
//! Quotes are worded by the code that prints them, so a page changes when its readers see another number, not when a digit
//! changes that nobody prints.

mod hash;
mod own;
mod values;
mod others;
mod beside;

use rayon::prelude::*;

use crate::fingerprint::beside::Beside;

use crate::fingerprint::others::Others;
use crate::fingerprint::own::Own;
use crate::fingerprint::values::Values;
use crate::link::names::Target;
use crate::parse::{Files, front_matter};
use crate::position::{CollectionIx, LanguageIx, RecordIx, TOGETHER};
use crate::prose::{self, Text};
use crate::publication::candidate::{self, Candidate};
use crate::publication::fingerprint::Fingerprint;
use crate::report::Report;

/// The fingerprint of each page of the plan, at its position there; `None` for those whose address is no promise.
pub fn of_pages(report: &Report, files: &dyn Files) -> Vec<Option<Fingerprint>> {
    let Report { site, figures, plan, config, run, .. } = report;
    let published = candidate::values(&Candidate { site, figures, plan, config, run, pages: &[] });
    let taking = Taking { report, files, values: Values::new(&published) };
    let promised = plan.pages.iter().enumerate().filter_map(|(at, page)| Some((page.kind.promised()?, at)));
    let mut promised: Vec<(Target, usize)> = promised.collect();
    promised.sort_unstable();
    // The pages of one record are taken together: they show the same files.
    let together: Vec<&[(Target, usize)]> = promised.chunk_by(|(one, _), (other, _)| one == other).collect();
    let taken: Vec<(usize, Fingerprint)> =
        together.par_iter().with_max_len(TOGETHER).flat_map_iter(|pages| taking.pages(pages)).collect();
    let mut all = vec![None; plan.pages.len()];
    taken.into_iter().for_each(|(at, fingerprint)| all[at] = Some(fingerprint));
    all
}

/// Fingerprints being taken.
struct Taking<'a> {
    report: &'a Report,
    files: &'a dyn Files,
    values: Values,
}

impl Taking<'_> {
    /// The pages of one record, or of one index.
    fn pages(&self, pages: &[(Target, usize)]) -> Vec<(usize, Fingerprint)> {
        let Some((of, _)) = pages.first() else { return Vec::new() };
        let languages = pages.iter().map(|(_, at)| (*at, self.report.plan.pages[*at].language));
        match *of {
            Target::Collection(collection) => {
                languages.map(|(at, language)| (at, self.index(collection, language))).collect()
            }
            Target::Record(record) => {
                let beside = Beside::new(self.report.site.get(record), self.files);
                languages.map(|(at, language)| (at, self.record(record, language, &beside))).collect()
            }
        }
    }

    /// An index says nothing itself: it shows who is in it. The glossary says what its terms say.
    fn index(&self, collection: CollectionIx, language: LanguageIx) -> Fingerprint {
        let site = &self.report.site;
        let page = self.report.localizer(language);
        let (mut own, mut others) = (Own::new(page), Others::new(page, &self.values));
        others.members(collection);
        if site.collections[collection].is_glossary() {
            for term in site.ordered(collection, language) {
                own.record(term);
                others.facts(term);
            }
        }
        Fingerprint { own: own.hash.finish(), others: others.finish() }
    }

    fn record(&self, record: RecordIx, language: LanguageIx, beside: &Beside) -> Fingerprint {
        let page = self.report.localizer(language);
        let mut own = Own::new(page);
        let mut others = Others::new(page, &self.values);
        own.record(record);
        if let Some(figure) = self.report.figures.of(record) {
            self.values.of(&beside.linked.record.id).iter().for_each(|value| own.hash.word(value));
            others.figure(figure);
        }
        others.facts(record);
        others.referrers(record);
        let words = page.with(page.shown_language(record));
        if let Some((path, whole)) = beside.prose(words.language) {
            let (range, index) = (front_matter::split(&whole).body, prose::Index::default());
            let linked = beside.linked;
            let said = prose::said(&Text {
                page,
                words,
                files: None,
                place: prose::Place::Prose,
                linked,
                path,
                whole: &whole,
                range,
                ids: "",
                index,
            });
            own.hash.text(&said.text);
            others.text(said, words);
        }
        for name in std::mem::take(&mut others.images) {
            others.image(&name, &beside.image(&name));
        }
        Fingerprint { own: own.hash.finish(), others: others.finish() }
    }
}

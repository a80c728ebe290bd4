//! Whether a number in a text means one that changed: by its value and unit, by what the text belongs to or links to, and by
//! the words around it.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use crate::check::numbers::amount;
use crate::check::numbers::compare::Found;
use crate::check::numbers::known;
use crate::check::numbers::nearby::{self, Nearby};
use crate::check::numbers::reading::{Sense, Typed};
use crate::check::numbers::stated::{self, Needed, Stated};
use crate::check::old_numbers::candidates::Candidates;
use crate::check::old_numbers::changed::{Changed, Of};
use crate::config::Localized;
use crate::figures::Figure;
use crate::link::record::LinkedRecord;
use crate::model::builtin::SOURCES;
use crate::model::date::Day;
use crate::position::{LanguageIx, RecordIx};
use crate::report::Report;

/// Smaller numbers stand in every text: outside of the record whose number it is, its name must stand beside it.
const SMALL: f64 = 13.0;
/// From here on a number is hardly the same by chance where the record is linked.
const LARGE: f64 = 100.0;

/// The numbers that changed, to be found by what they were.
pub struct Meaning<'a> {
    report: &'a Report,
    changed: &'a [Changed<'a>],
    by_value: HashMap<&'a str, Places>,
    /// The records whose numbers they are.
    records: HashSet<RecordIx>,
    /// All of them.
    all: Candidates,
    /// Those of figures, which are named anywhere.
    anywhere: Candidates,
}

/// Positions of the numbers that were a value.
#[derive(Default)]
struct Places {
    of_record: HashMap<RecordIx, Vec<usize>>,
    of_figures: Vec<usize>,
}

/// A record whose texts are looked through.
pub struct Asking<'a> {
    linked: &'a LinkedRecord,
    /// Its own day: news says nothing of what came later.
    day: Option<Day>,
    /// The records that its texts lead to, and those it refers to.
    targets: Vec<RecordIx>,
    /// What it and they say in numbers now.
    stated: OnceCell<Vec<Near<'a>>>,
}

/// How near to a text a number is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// Elsewhere.
    Elsewhere,
    /// By a record that the text's record leads to.
    Linked,
    /// By the text's own record.
    Own,
}

/// A number that the site says now.
struct Near<'a> {
    stated: Stated<'a>,
    record: RecordIx,
    nearness: Nearness,
}

/// A number that changed and that a text may mean.
#[derive(Clone, Copy)]
pub struct Meant<'a> {
    /// The number.
    pub changed: &'a Changed<'a>,
    /// Its position among those that changed.
    pub at: usize,
    /// Whether it is the value that holds on the text's own day, which needs no date.
    pub is_latest: bool,
    nearness: Nearness,
    agreement: Agreement,
}

/// How many of a hundred words of a name stand beside a number: behind it before the next comma or number, and anywhere
/// around. Of *four teams and four plants* each is told by what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Agreement {
    behind: usize,
    around: usize,
}

impl Meant<'_> {
    /// Whether it is a small number of the text's own record: others of the same value stand in most texts.
    pub fn is_small_and_own(&self) -> bool {
        self.nearness == Nearness::Own && amount::nearest(&self.changed.value).is_some_and(|value| value < SMALL)
    }

    /// Whether a word of its name stands around.
    pub fn is_named(&self) -> bool {
        self.agreement.behind > 0 || self.agreement.around > 0
    }
}

impl<'a> Asking<'a> {
    /// A record with the links of its texts.
    pub fn new(report: &'a Report, linked: &'a LinkedRecord, links: &[String]) -> Self {
        let targets = known::led_to(report, linked, links.iter().map(String::as_str));
        Asking { linked, day: stated::own_day(report, linked), targets, stated: OnceCell::new() }
    }

    fn stated(&self, report: &'a Report) -> &[Near<'a>] {
        self.stated.get_or_init(|| {
            let own = of_record(report, self.linked, (self.linked.at, Nearness::Own));
            let linked = self.targets.iter().flat_map(|at| of_record(report, self.linked, (*at, Nearness::Linked)));
            own.into_iter().chain(linked).collect()
        })
    }
}

fn of_record<'a>(report: &'a Report, text: &LinkedRecord, (at, nearness): (RecordIx, Nearness)) -> Vec<Near<'a>> {
    let stated = match report.figures.of(at) {
        Some(figure) => stated::of_figure(report, figure, text, Needed::One),
        None => stated::of_facts(report, report.site.get(at), Needed::One),
    };
    stated.into_iter().map(|stated| Near { stated, record: at, nearness }).collect()
}

impl<'a> Meaning<'a> {
    /// The numbers that changed.
    pub fn new(report: &'a Report, changed: &'a [Changed<'a>]) -> Self {
        let mut by_value: HashMap<&str, Places> = HashMap::new();
        for (at, one) in changed.iter().enumerate() {
            let places = by_value.entry(&one.value).or_default();
            places.of_record.entry(one.record).or_default().push(at);
            match &one.of {
                Of::Figure { group: None, .. } => places.of_figures.push(at),
                // The page of a city says the number of its group.
                Of::Figure { group: Some((_, Some(record))), .. } => {
                    places.of_record.entry(*record).or_default().push(at);
                }
                Of::Figure { group: Some(_), .. } | Of::Fact { .. } => {}
            }
        }
        let all = Candidates::new(by_value.keys().copied());
        let of_figures = by_value.iter().filter(|(_, places)| !places.of_figures.is_empty());
        let anywhere = Candidates::new(of_figures.map(|(value, _)| *value));
        let records = by_value.values().flat_map(|places| places.of_record.keys().copied()).collect();
        Meaning { report, changed, by_value, records, all, anywhere }
    }

    /// What to look for where texts link to records or quote them.
    pub fn candidates(&self) -> &Candidates {
        &self.all
    }

    /// What to look for in the texts of a record that lead nowhere: the numbers of figures, unless some are its own, or of what
    /// its facts refer to.
    pub fn candidates_of(&self, linked: &LinkedRecord) -> &Candidates {
        let mut near = linked.targets.iter().copied().flatten().chain([linked.at]);
        if near.any(|at| self.records.contains(&at)) { &self.all } else { &self.anywhere }
    }

    /// Whether a number was published of something and is another one now, wherever it stands.
    pub fn knows(&self, typed: &Typed) -> bool {
        typed.is_firm && self.by_value.contains_key(&*typed.value)
    }

    /// What a number of a text meant and is another one now; `None`: it means nothing that changed.
    pub fn of(&self, asking: &Asking<'a>, found: Found, language: LanguageIx) -> Option<Meant<'a>> {
        let places =
            self.by_value.get(&*found.typed.value).filter(|_| found.typed.is_firm && !numbers_heading(found))?;
        let words = Words::of(found, language);
        let of = |record: &RecordIx| places.of_record.get(record).into_iter().flatten();
        let own = of(&asking.linked.at).map(|at| (*at, Nearness::Own));
        let linked = asking.targets.iter().flat_map(of).map(|at| (*at, Nearness::Linked));
        // Titles of documents are the words of others.
        let may_name = *self.report.site.model(asking.linked.at).id != *SOURCES;
        let figures = places.of_figures.iter().filter(|_| may_name);
        let named = figures.map(|at| (*at, Nearness::Elsewhere));
        let meant = own.chain(linked).chain(named).filter_map(|(at, nearness)| {
            let changed = &self.changed[at];
            let agreement = words.agreement(|around| agreement(&changed.labels, around, language));
            let meant = Meant { changed, at, nearness, agreement, is_latest: is_latest(changed, asking.day) };
            (is_possible(changed, found.typed, asking.day)
                && words.name(&meant)
                && !self.is_said_of_another(asking, &meant, &words))
            .then_some(meant)
        });
        meant.max_by_key(|meant| (meant.agreement, meant.nearness, meant.is_latest))
    }

    /// Whether something else that the text is nearer to says the same number now.
    fn is_said_of_another(&self, asking: &Asking<'a>, meant: &Meant, words: &Words) -> bool {
        let changed = meant.changed;
        if let Of::Figure { figure, .. } = &changed.of
            && !meant.is_latest
            && says(self.report, figure, asking, changed)
        {
            return true;
        }
        let is_fact = matches!(changed.of, Of::Fact { .. });
        // The other numbers of a figure are its own at other dates; those of a record are other facts.
        let is_another = |near: &Near| match is_fact {
            true => near.stated.is_current || (!meant.is_latest && near.record == changed.record),
            false => near.stated.is_current && near.record != changed.record,
        };
        asking.stated(self.report).iter().any(|near| {
            let is_same = near.stated.value == changed.value && are_alike(near.stated.sense, changed.sense);
            is_same && is_another(near) && {
                let agreement = words.agreement(|around| near.stated.agreement(around, words.language));
                (agreement, near.nearness) >= (meant.agreement, meant.nearness)
            }
        })
    }
}

/// Whether a number is that of a section: it begins a heading, and a capital follows. *470 trees* says how many.
fn numbers_heading(found: Found) -> bool {
    let block = &found.block.block;
    let rest = block.text[found.typed.range.end..].trim_start_matches(['.', ')', ' ', '\u{a0}']);
    block.is_heading
        && found.typed.range.start == 0
        && rest.starts_with(char::is_uppercase)
        && is_number_of_section(found.typed)
}

fn is_number_of_section(typed: &Typed) -> bool {
    typed.value.contains('.') || amount::nearest(&typed.value).is_some_and(|value| value < SMALL)
}

/// Whether the number of a figure for any date is one that changed was.
fn says(report: &Report, figure: &Figure, asking: &Asking, changed: &Changed) -> bool {
    let all = stated::of_figure(report, figure, asking.linked, Needed::One);
    all.iter().any(|stated| stated.value == changed.value)
}

/// Whether a number of a text may be one that changed, by its unit, and by the day that the text belongs to.
fn is_possible(changed: &Changed, typed: &Typed, day: Option<Day>) -> bool {
    are_alike(typed.sense, changed.sense) && day.is_none_or(|day| changed.days.0 <= day)
}

/// Whether two units may be one: that of an amount of money may stand elsewhere.
fn are_alike(typed: Sense, said: Option<Sense>) -> bool {
    said.is_none_or(|said| typed == said || (typed == Sense::Other && said == Sense::Money))
}

/// Whether nothing later is said up to a day.
fn is_latest(changed: &Changed, day: Option<Day>) -> bool {
    let figure = match &changed.of {
        Of::Figure { figure, .. } => figure,
        Of::Fact { is_latest, .. } => return *is_latest,
    };
    let is_later = |first: Day| first > changed.days.1 && day.is_none_or(|day| first <= day);
    !figure.series.iter().any(|point| !point.running && is_later(point.date.first()))
}

fn agreement(labels: &[&Localized], around: &Nearby, language: LanguageIx) -> usize {
    labels.iter().map(|label| nearby::agreement(label.text(language), around)).max().unwrap_or_default()
}

/// The words around a number.
struct Words<'w> {
    around: Nearby,
    behind: Nearby,
    language: LanguageIx,
    found: Found<'w>,
}

impl<'w> Words<'w> {
    fn of(found: Found<'w>, language: LanguageIx) -> Self {
        let (text, range) = (&found.block.block.text, &found.typed.range);
        let after = &text[range.end..];
        let next = found.block.typed.iter().map(|typed| typed.range.start).find(|start| *start >= range.end);
        let comma = range.end + after.find([',', ':', '(', '–']).unwrap_or(after.len());
        let end = next.map_or(comma, |next| next.min(comma));
        let behind = Nearby::of(&text[range.start..end], &(0..range.len()));
        Words { around: Nearby::of(text, range), behind, language, found }
    }

    fn agreement(&self, of: impl Fn(&Nearby) -> usize) -> Agreement {
        Agreement { behind: of(&self.behind), around: of(&self.around) }
    }

    /// Whether the words around the number, and where it stands, say enough of what is meant.
    fn name(&self, meant: &Meant) -> bool {
        let Meant { changed, nearness, .. } = meant;
        let value = amount::nearest(&changed.value).unwrap_or_default();
        let (is_fact, is_group) = match &changed.of {
            Of::Fact { .. } => (true, false),
            Of::Figure { group, .. } => (false, group.is_some()),
        };
        match nearness {
            Nearness::Own => !is_group || self.has(Needed::One, changed),
            Nearness::Linked if value < SMALL => self.is_quoted(changed) || self.has(Needed::Half, changed),
            Nearness::Linked if value >= LARGE || !(is_fact || is_group) => true,
            Nearness::Linked => self.is_quoted(changed) || self.has(Needed::One, changed),
            Nearness::Elsewhere => self.is_followed_by_most(changed, value),
        }
    }

    fn has(&self, needed: Needed, changed: &Changed) -> bool {
        changed.labels.iter().any(|label| needed.is_met(label, &self.around, self.language))
    }

    /// Whether the paragraph quotes the record whose number changed.
    fn is_quoted(&self, changed: &Changed) -> bool {
        let of = |quote: &str| quote.trim_start_matches('@').split('#').next() == Some(&*changed.key);
        self.found.block.block.quotes.iter().any(|(quote, _)| of(quote))
    }

    /// Whether at least half of a name stands behind the number: two words of it, three where the number is small.
    fn is_followed_by_most(&self, changed: &Changed, value: f64) -> bool {
        let least = if value < SMALL { 3 } else { 2 };
        changed.labels.iter().any(|label| {
            let words = nearby::significant_words(label.text(self.language));
            let met = words.iter().filter(|word| self.around.is_followed_by(word)).count();
            met * 2 >= words.len() && met >= least.min(words.len().max(2))
        })
    }
}

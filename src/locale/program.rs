//! The messages that the program itself asks for. What templates ask for stands in templates.

use std::borrow::Cow;

use crate::model::value::{Bound, Missing, Status, Word, word_of};

/// A message with a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum Message {
    /// A boolean field that holds.
    Yes,
    /// A boolean field that does not.
    No,
    /// Before our own work as a source.
    OwnWork,
    /// On the page of an old address, with a link to the new one.
    MovedTo,
    /// The way back from a footnote.
    FootnoteBack,
    /// The name of a table in prose.
    ProseTable,
    /// In place of a quote of a record that has expired.
    QuoteExpired,
    /// Before what is still to be filled in.
    ToFill,
    /// The data file of all facts of a collection.
    DataFacts,
    /// A data file of a part of a collection.
    DataPart,
    /// In place of a date that nobody published.
    DateMissing,
    /// What a correction changed.
    CorrectionChange,
    /// How many values a correction changed.
    CorrectionValues,
    /// Who is in no group of a figure.
    GroupNone,
    /// A formula that counts.
    FormulaCount,
    /// A formula that adds up.
    FormulaSum,
    /// A formula of the mean.
    FormulaAverage,
    /// A formula of the least.
    FormulaMinimum,
    /// A formula of the greatest.
    FormulaMaximum,
    /// A formula of a share.
    FormulaShare,
    /// A formula that counts who is reached.
    FormulaCoverage,
    /// A formula with its conditions.
    FormulaWhere,
    /// A label with its value.
    FormulaPair,
    /// A condition turned round.
    FormulaNot,
    /// A grouping by the best of several.
    FormulaBest,
    /// Two parts beside each other.
    FormulaJoin,
    /// The name of the table below a picture.
    ChartTable,
    /// The dates in it.
    ChartDate,
    /// The values in it.
    ChartValue,
    /// The sources in it.
    ChartSource,
    /// Values that sources report.
    ChartReported,
    /// Values that the records yield.
    ChartComputed,
    /// Records that this site lists.
    ChartListed,
    /// Of when a picture is.
    ChartAsOf,
    /// A picture without values.
    ChartEmpty,
    /// What a source counts and this site does not list.
    ChartGap,
    /// The sources of a picture.
    ChartSources,
    /// What the records add up to.
    ChartSum,
    /// A value with its date, where dates differ.
    ChartOfDate,
    /// Whose boundaries a map draws.
    MapBoundaries,
    /// From when a value counts.
    SinceDate,
    /// By when a value counted.
    ByDate,
    /// Of when a value is.
    AsOfDate,
    /// From one date to another.
    DateRange,
    /// When a page last changed.
    LastChanged,
    /// The pattern of a day.
    DateDay,
    /// The pattern of a day in tables.
    DateDayShort,
    /// The pattern of a month.
    DateMonth,
    /// The pattern of a month in tables.
    DateMonthShort,
    /// The pattern of a quarter.
    DateQuarter,
    /// The pattern of a year.
    DateYear,
    /// The pattern of a day with its time.
    DateTime,
    /// The pattern of millions.
    CompactMillion,
    /// The pattern of thousands of millions.
    CompactBillion,
    /// The pattern of millions of millions.
    CompactTrillion,
}

/// When a language must have a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// On every site.
    Always,
    /// Where there are figures.
    WithFigures,
    /// Nowhere: without it the words are those of CLDR, or fewer.
    Never,
}

impl Message {
    /// Every message.
    pub const ALL: &[Message] = &[
        Message::Yes,
        Message::No,
        Message::OwnWork,
        Message::MovedTo,
        Message::FootnoteBack,
        Message::ProseTable,
        Message::QuoteExpired,
        Message::ToFill,
        Message::DataFacts,
        Message::DataPart,
        Message::DateMissing,
        Message::CorrectionChange,
        Message::CorrectionValues,
        Message::GroupNone,
        Message::FormulaCount,
        Message::FormulaSum,
        Message::FormulaAverage,
        Message::FormulaMinimum,
        Message::FormulaMaximum,
        Message::FormulaShare,
        Message::FormulaCoverage,
        Message::FormulaWhere,
        Message::FormulaPair,
        Message::FormulaNot,
        Message::FormulaBest,
        Message::FormulaJoin,
        Message::ChartTable,
        Message::ChartDate,
        Message::ChartValue,
        Message::ChartSource,
        Message::ChartReported,
        Message::ChartComputed,
        Message::ChartListed,
        Message::ChartAsOf,
        Message::ChartEmpty,
        Message::ChartGap,
        Message::ChartSources,
        Message::ChartSum,
        Message::ChartOfDate,
        Message::MapBoundaries,
        Message::SinceDate,
        Message::ByDate,
        Message::AsOfDate,
        Message::DateRange,
        Message::LastChanged,
        Message::DateDay,
        Message::DateDayShort,
        Message::DateMonth,
        Message::DateMonthShort,
        Message::DateQuarter,
        Message::DateYear,
        Message::DateTime,
        Message::CompactMillion,
        Message::CompactBillion,
        Message::CompactTrillion,
    ];

    /// Its key in message files.
    pub const fn key(self) -> &'static str {
        self.entry().0
    }

    /// When a language must have it.
    pub const fn needed(self) -> Needed {
        self.entry().1
    }

    const fn entry(self) -> (&'static str, Needed) {
        use Needed::{Always, Never, WithFigures};
        match self {
            Message::Yes => ("yes", Always),
            Message::No => ("no", Always),
            Message::OwnWork => ("own-work", Always),
            Message::MovedTo => ("moved-to", Always),
            Message::FootnoteBack => ("footnote-back", Always),
            Message::ProseTable => ("prose-table", Always),
            Message::QuoteExpired => ("quote-expired", Always),
            Message::ToFill => ("to-fill", Always),
            Message::DataFacts => ("data-facts", Always),
            Message::DataPart => ("data-part", Always),
            Message::DateMissing => ("date-missing", Always),
            Message::CorrectionChange => ("correction-change", Always),
            Message::CorrectionValues => ("correction-values", Always),
            Message::GroupNone => ("group-none", WithFigures),
            Message::FormulaCount => ("formula-count", WithFigures),
            Message::FormulaSum => ("formula-sum", WithFigures),
            Message::FormulaAverage => ("formula-average", WithFigures),
            Message::FormulaMinimum => ("formula-minimum", WithFigures),
            Message::FormulaMaximum => ("formula-maximum", WithFigures),
            Message::FormulaShare => ("formula-share", WithFigures),
            Message::FormulaCoverage => ("formula-coverage", WithFigures),
            Message::FormulaWhere => ("formula-where", WithFigures),
            Message::FormulaPair => ("formula-pair", WithFigures),
            Message::FormulaNot => ("formula-not", WithFigures),
            Message::FormulaBest => ("formula-best", WithFigures),
            Message::FormulaJoin => ("formula-join", WithFigures),
            Message::ChartTable => ("chart-table", WithFigures),
            Message::ChartDate => ("chart-date", WithFigures),
            Message::ChartValue => ("chart-value", WithFigures),
            Message::ChartSource => ("chart-source", WithFigures),
            Message::ChartReported => ("chart-reported", WithFigures),
            Message::ChartComputed => ("chart-computed", WithFigures),
            Message::ChartListed => ("chart-listed", WithFigures),
            Message::ChartAsOf => ("chart-as-of", WithFigures),
            Message::ChartEmpty => ("chart-empty", WithFigures),
            Message::ChartGap => ("chart-gap", WithFigures),
            Message::ChartSources => ("chart-sources", WithFigures),
            Message::ChartSum => ("chart-sum", WithFigures),
            Message::ChartOfDate => ("chart-of-date", WithFigures),
            Message::MapBoundaries => ("map-boundaries", WithFigures),
            Message::SinceDate => ("since-date", Never),
            Message::ByDate => ("by-date", Never),
            Message::AsOfDate => ("figure-as-of", Never),
            Message::DateRange => ("date-range", Never),
            Message::LastChanged => ("last-changed", Never),
            Message::DateDay => ("date-day", Never),
            Message::DateDayShort => ("date-day-short", Never),
            Message::DateMonth => ("date-month", Never),
            Message::DateMonthShort => ("date-month-short", Never),
            Message::DateQuarter => ("date-quarter", Never),
            Message::DateYear => ("date-year", Never),
            Message::DateTime => ("date-time", Never),
            Message::CompactMillion => ("compact-million", Never),
            Message::CompactBillion => ("compact-billion", Never),
            Message::CompactTrillion => ("compact-trillion", Never),
        }
    }
}

/// A kind of box in prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alert {
    /// Good to know.
    Note,
    /// Helpful.
    Tip,
    /// Not to be missed.
    Important,
    /// Not to be passed over.
    Warning,
    /// What may go wrong.
    Caution,
}

impl Word for Alert {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("note", Alert::Note),
        ("tip", Alert::Tip),
        ("important", Alert::Important),
        ("warning", Alert::Warning),
        ("caution", Alert::Caution),
    ];
}

/// Any message of the program: one with a key of its own, or one of a family, whose key has a part that varies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wording<'k> {
    /// One with a key of its own.
    Own(Message),
    /// `missing-…`: why there is no value.
    Missing(Missing),
    /// `status-…`: how sure a value is.
    Status(Status),
    /// `bound-…`: a value that is only a bound.
    Bound(Bound),
    /// `alert-…`: the title of a box in prose.
    Alert(Alert),
    /// `unit-…`: a number with its unit.
    Unit(&'k str),
    /// `area-{figure}-{group}`: an area of a map, where the label of its group is not enough.
    Area(&'k str, &'k str),
    /// `group-{figure}-{group}`: the rest of a figure's groups, where a site has better words for it.
    Group(&'k str, &'k str),
}

impl Wording<'_> {
    /// Its key in message files.
    pub fn key(self) -> Cow<'static, str> {
        Cow::Owned(match self {
            Wording::Own(message) => return Cow::Borrowed(message.key()),
            Wording::Missing(reason) => format!("{MISSING}{}", word_of(reason)),
            Wording::Status(status) => format!("{STATUS}{}", word_of(status)),
            Wording::Bound(bound) => format!("{BOUND}{}", word_of(bound)),
            Wording::Alert(alert) => format!("{ALERT}{}", word_of(alert)),
            Wording::Unit(unit) => format!("{UNIT}{unit}"),
            Wording::Area(figure, group) => format!("{AREA}{figure}-{group}"),
            Wording::Group(figure, group) => format!("{GROUP}{figure}-{group}"),
        })
    }
}

impl From<Message> for Wording<'_> {
    fn from(message: Message) -> Self {
        Wording::Own(message)
    }
}

impl From<Missing> for Wording<'_> {
    fn from(reason: Missing) -> Self {
        Wording::Missing(reason)
    }
}

impl From<Status> for Wording<'_> {
    fn from(status: Status) -> Self {
        Wording::Status(status)
    }
}

impl From<Bound> for Wording<'_> {
    fn from(bound: Bound) -> Self {
        Wording::Bound(bound)
    }
}

impl From<Alert> for Wording<'_> {
    fn from(alert: Alert) -> Self {
        Wording::Alert(alert)
    }
}

const MISSING: &str = "missing-";
const STATUS: &str = "status-";
const BOUND: &str = "bound-";
const ALERT: &str = "alert-";
const UNIT: &str = "unit-";
const AREA: &str = "area-";
const GROUP: &str = "group-";

/// The unit of shares, which figures have without naming one.
pub const PERCENT: &str = "percent";

/// The keys that every language of every site must have.
pub fn always() -> impl Iterator<Item = Cow<'static, str>> {
    own(Needed::Always).chain(families())
}

/// The keys that every language of a site with figures must have.
pub fn with_figures() -> impl Iterator<Item = Cow<'static, str>> {
    own(Needed::WithFigures).chain([Wording::Unit(PERCENT).key()])
}

fn own(needed: Needed) -> impl Iterator<Item = Cow<'static, str>> {
    Message::ALL.iter().filter(move |message| message.needed() == needed).map(|message| Cow::Borrowed(message.key()))
}

/// The keys of the families whose parts the program knows.
fn families() -> impl Iterator<Item = Cow<'static, str>> {
    fn of<W: Word + PartialEq + Copy + Into<Wording<'static>>>() -> impl Iterator<Item = Cow<'static, str>> {
        W::WORDS.iter().map(|(_, word)| (*word).into().key())
    }
    of::<Missing>().chain(of::<Status>()).chain(of::<Bound>()).chain(of::<Alert>())
}

/// Whether the program asks for a key on some sites.
pub fn asks_for(key: &str) -> bool {
    Message::ALL.iter().any(|message| message.key() == key)
        || [UNIT, AREA, GROUP].iter().any(|beginning| key.starts_with(beginning))
        || families().any(|family| family == key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::ValueEnum;

    use super::*;

    #[test]
    fn the_table_holds_every_message_once() {
        assert_eq!(Message::ALL, Message::value_variants());

        let keys: BTreeSet<&str> = Message::ALL.iter().map(|message| message.key()).collect();
        assert_eq!(keys.len(), Message::ALL.len());
    }

    #[test]
    fn families_are_the_programs_with_every_part() {
        for key in
            ["missing-not-yet", "status-revised", "bound-about", "alert-tip", "unit-kW", "area-a-b", "group-a-none"]
        {
            assert!(asks_for(key), "{key}");
        }
        for key in ["missing-", "status-new", "alert-tips", "hello"] {
            assert!(!asks_for(key), "{key}");
        }
    }
}

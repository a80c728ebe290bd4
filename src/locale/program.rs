//! The messages that the program itself asks for. What templates ask for stands in templates.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::builtin::LABEL;
use crate::model::value::{Bound, Missing, Status, Word, word_of};

/// A message with a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum Message {
    /// A boolean field that holds.
    Yes,
    /// A boolean field that does not.
    No,
    /// Between parts that are written one behind the other: “, ”.
    SeparatorList,
    /// Between parts that have less to do with each other: “ · ”.
    SeparatorDot,
    /// Before our own work as a source.
    OwnWork,
    /// On the page of an old address, with a link to the new one.
    MovedTo,
    /// The way back from a footnote.
    FootnoteBack,
    /// The name of a table in prose.
    ProseTable,
    /// Below an image: who made it.
    PhotoCredit,
    /// In place of a quote of a record that has expired.
    QuoteExpired,
    /// Before what is still to be filled in.
    ToFill,
    /// All data in one file.
    DataAll,
    /// A data file for spreadsheet programs.
    DataSheet,
    /// In tables for spreadsheets: the id of a record.
    SheetId,
    /// Its page.
    SheetPage,
    /// The day of the data.
    SheetAsOf,
    /// Their licence.
    SheetLicence,
    /// Degrees from the equator.
    SheetLatitude,
    /// Degrees from Greenwich.
    SheetLongitude,
    /// What an image shows.
    SheetAlt,
    /// Heading of a column: the caption of an image.
    SheetCaption,
    /// Who made it.
    SheetCredit,
    /// How a number bounds the true one.
    SheetBound,
    /// How firm a value is.
    SheetStatus,
    /// Since when it holds.
    SheetSince,
    /// By when it held.
    SheetBy,
    /// Why there is none.
    SheetMissing,
    /// What the archive of all data holds.
    ReadmeWhat,
    /// The licence of the data.
    ReadmeLicence,
    /// How the data are cited.
    ReadmeCite,
    /// Above the list of the files in the archive.
    ReadmeFiles,
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
    /// The share of a group in all.
    ChartShare,
    /// How many there are in a group.
    ChartCount,
    /// All groups together.
    ChartTotal,
    /// How many of a group give a number.
    ChartKnown,
    /// A period that is not over.
    ChartRunning,
    /// The time after the last value that a source reports.
    ChartSince,
    /// Whose boundaries a map draws.
    MapBoundaries,
    /// What a line of one value shows.
    FindingOnly,
    /// How the values of a line run.
    FindingCourse,
    /// The highest value of a line.
    FindingHighest,
    /// The lowest value of a line.
    FindingLowest,
    /// The value of a period that is not over.
    FindingRunning,
    /// Dates of a line without a value.
    FindingGaps,
    /// Which group or place has the most.
    FindingMost,
    /// That all groups or places have the same.
    FindingEqual,
    /// Which groups or places have no value.
    FindingWithout,
    /// That the values of groups are of different dates.
    FindingDates,
    /// How many places are on a map.
    FindingPlaces,
    /// Which records are not on a map.
    FindingUnplaced,
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
    /// How a page is cited.
    CiteText,
    /// What is cited of a record: its title and a fact.
    CiteFact,
    /// How a source is cited that said first what is cited.
    CiteSource,
    /// A citation of this site after the sources that said it first.
    CiteOriginal,
    /// The address that never changes, beside another.
    CitePermanent,
    /// What is cited of a figure: its title and its value.
    CiteValue,
    /// How many records there are.
    RecordsCount,
    /// The title of one of several pages of a list.
    PageTitle,
    /// The part of the address of the page that tells what each edition changed.
    ChangesAddress,
    /// The title of that page.
    ChangesTitle,
    /// What one edition is called.
    EditionOf,
    /// A kind of change.
    ChangeKind,
    /// A change in one phrase.
    ChangePhrase,
    /// The part of the address of the search page.
    SearchAddress,
    /// The part of the address of the list from A to Z.
    AzAddress,
    /// The title of the search page.
    SearchTitle,
    /// The title of the list from A to Z.
    AzTitle,
    /// What lists are called among what a search finds.
    SearchLists,
    /// Words that a search leaves out of a question, with spaces between them.
    SearchSmallWords,
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
    /// Degrees north of the equator.
    LatitudeNorth,
    /// Degrees south of the equator.
    LatitudeSouth,
    /// Degrees east of Greenwich.
    LongitudeEast,
    /// Degrees west of Greenwich.
    LongitudeWest,
    /// The size of a file in thousands of bytes.
    SizeKilobytes,
    /// The size of a file in millions of bytes.
    SizeMegabytes,
    /// The size of a file in thousands of millions of bytes.
    SizeGigabytes,
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
    /// Where there is a search.
    WithSearch,
    /// Where the theme tells what editions changed.
    WithChanges,
    /// Nowhere: it is a pattern that CLDR has for every language, or nothing is amiss without it.
    Never,
}

impl Message {
    /// Every message.
    pub fn all() -> impl Iterator<Item = Message> {
        TABLE.iter().map(|(message, ..)| *message)
    }

    /// Its key in message files.
    pub const fn key(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// When a language must have it.
    pub const fn needed(self) -> Needed {
        TABLE[self as usize].2
    }
}

/// Every message, as declared, with its key and when a language must have it.
const TABLE: &[(Message, &str, Needed)] = &[
    (Message::Yes, "yes", Needed::Always),
    (Message::No, "no", Needed::Always),
    (Message::SeparatorList, "separator-list", Needed::Always),
    (Message::SeparatorDot, "separator-dot", Needed::Always),
    (Message::OwnWork, "own-work", Needed::Always),
    (Message::MovedTo, "moved-to", Needed::Always),
    (Message::FootnoteBack, "footnote-back", Needed::Always),
    (Message::ProseTable, "prose-table", Needed::Always),
    (Message::PhotoCredit, "photo-credit", Needed::Always),
    (Message::QuoteExpired, "quote-expired", Needed::Always),
    (Message::ToFill, "to-fill", Needed::Always),
    (Message::DataAll, "data-all", Needed::Always),
    (Message::DataSheet, "data-sheet", Needed::Always),
    (Message::SheetId, "sheet-id", Needed::Always),
    (Message::SheetPage, "sheet-page", Needed::Always),
    (Message::SheetAsOf, "sheet-as-of", Needed::Always),
    (Message::SheetLicence, "sheet-licence", Needed::Always),
    (Message::SheetLatitude, "sheet-latitude", Needed::Always),
    (Message::SheetLongitude, "sheet-longitude", Needed::Always),
    (Message::SheetAlt, "sheet-alt", Needed::Always),
    (Message::SheetCaption, "sheet-caption", Needed::Always),
    (Message::SheetCredit, "sheet-credit", Needed::Always),
    (Message::SheetBound, "sheet-bound", Needed::Always),
    (Message::SheetStatus, "sheet-status", Needed::Always),
    (Message::SheetSince, "sheet-since", Needed::Always),
    (Message::SheetBy, "sheet-by", Needed::Always),
    (Message::SheetMissing, "sheet-missing", Needed::Always),
    (Message::ReadmeWhat, "readme-what", Needed::Always),
    (Message::ReadmeLicence, "readme-licence", Needed::Always),
    (Message::ReadmeCite, "readme-cite", Needed::Always),
    (Message::ReadmeFiles, "readme-files", Needed::Always),
    (Message::DataFacts, "data-facts", Needed::Always),
    (Message::DataPart, "data-part", Needed::Always),
    (Message::DateMissing, "date-missing", Needed::Always),
    (Message::CorrectionChange, "correction-change", Needed::Always),
    (Message::CorrectionValues, "correction-values", Needed::Always),
    (Message::GroupNone, "group-none", Needed::WithFigures),
    (Message::FormulaCount, "formula-count", Needed::WithFigures),
    (Message::FormulaSum, "formula-sum", Needed::WithFigures),
    (Message::FormulaAverage, "formula-average", Needed::WithFigures),
    (Message::FormulaMinimum, "formula-minimum", Needed::WithFigures),
    (Message::FormulaMaximum, "formula-maximum", Needed::WithFigures),
    (Message::FormulaShare, "formula-share", Needed::WithFigures),
    (Message::FormulaCoverage, "formula-coverage", Needed::WithFigures),
    (Message::FormulaWhere, "formula-where", Needed::WithFigures),
    (Message::FormulaPair, "formula-pair", Needed::WithFigures),
    (Message::FormulaNot, "formula-not", Needed::WithFigures),
    (Message::FormulaBest, "formula-best", Needed::WithFigures),
    (Message::FormulaJoin, "formula-join", Needed::WithFigures),
    (Message::ChartTable, "chart-table", Needed::WithFigures),
    (Message::ChartDate, "chart-date", Needed::WithFigures),
    (Message::ChartValue, "chart-value", Needed::WithFigures),
    (Message::ChartSource, "chart-source", Needed::WithFigures),
    (Message::ChartReported, "chart-reported", Needed::WithFigures),
    (Message::ChartComputed, "chart-computed", Needed::WithFigures),
    (Message::ChartListed, "chart-listed", Needed::WithFigures),
    (Message::ChartAsOf, "chart-as-of", Needed::WithFigures),
    (Message::ChartEmpty, "chart-empty", Needed::WithFigures),
    (Message::ChartGap, "chart-gap", Needed::WithFigures),
    (Message::ChartSources, "chart-sources", Needed::WithFigures),
    (Message::ChartSum, "chart-sum", Needed::WithFigures),
    (Message::ChartOfDate, "chart-of-date", Needed::WithFigures),
    (Message::ChartShare, "chart-share", Needed::WithFigures),
    (Message::ChartCount, "chart-count", Needed::WithFigures),
    (Message::ChartTotal, "chart-total", Needed::WithFigures),
    (Message::ChartKnown, "chart-known", Needed::WithFigures),
    (Message::ChartRunning, "chart-running", Needed::WithFigures),
    (Message::ChartSince, "chart-since", Needed::WithFigures),
    (Message::MapBoundaries, "map-boundaries", Needed::WithFigures),
    (Message::FindingOnly, "finding-only", Needed::Never),
    (Message::FindingCourse, "finding-course", Needed::Never),
    (Message::FindingHighest, "finding-highest", Needed::Never),
    (Message::FindingLowest, "finding-lowest", Needed::Never),
    (Message::FindingRunning, "finding-running", Needed::Never),
    (Message::FindingGaps, "finding-gaps", Needed::Never),
    (Message::FindingMost, "finding-most", Needed::Never),
    (Message::FindingEqual, "finding-equal", Needed::Never),
    (Message::FindingWithout, "finding-without", Needed::Never),
    (Message::FindingDates, "finding-dates", Needed::Never),
    (Message::FindingPlaces, "finding-places", Needed::Never),
    (Message::FindingUnplaced, "finding-unplaced", Needed::Never),
    (Message::SinceDate, "since-date", Needed::Always),
    (Message::ByDate, "by-date", Needed::Always),
    (Message::AsOfDate, "figure-as-of", Needed::Always),
    (Message::DateRange, "date-range", Needed::Always),
    (Message::LastChanged, "last-changed", Needed::Always),
    (Message::CiteText, "cite-text", Needed::Always),
    (Message::CiteFact, "cite-fact", Needed::Always),
    (Message::CiteSource, "cite-source", Needed::Always),
    (Message::CiteOriginal, "cite-original", Needed::Always),
    (Message::CitePermanent, "cite-permanent", Needed::Always),
    (Message::CiteValue, "cite-value", Needed::Always),
    (Message::RecordsCount, "records-count", Needed::Always),
    (Message::PageTitle, "page-title", Needed::Always),
    (Message::ChangesAddress, "changes-address", Needed::WithChanges),
    (Message::ChangesTitle, "changes-title", Needed::WithChanges),
    (Message::EditionOf, "changes-edition", Needed::WithChanges),
    (Message::ChangeKind, "change-kind", Needed::WithChanges),
    (Message::ChangePhrase, "change-phrase", Needed::WithChanges),
    (Message::SearchAddress, "search-address", Needed::WithSearch),
    (Message::AzAddress, "az-address", Needed::WithSearch),
    (Message::SearchTitle, "search-title", Needed::WithSearch),
    (Message::AzTitle, "az-title", Needed::WithSearch),
    (Message::SearchLists, "search-lists", Needed::WithSearch),
    (Message::SearchSmallWords, "search-small-words", Needed::Never),
    (Message::DateDay, "date-day", Needed::Never),
    (Message::DateDayShort, "date-day-short", Needed::Never),
    (Message::DateMonth, "date-month", Needed::Never),
    (Message::DateMonthShort, "date-month-short", Needed::Never),
    (Message::DateQuarter, "date-quarter", Needed::WithFigures),
    (Message::DateYear, "date-year", Needed::Never),
    (Message::DateTime, "date-time", Needed::Never),
    (Message::LatitudeNorth, "latitude-north", Needed::Always),
    (Message::LatitudeSouth, "latitude-south", Needed::Always),
    (Message::LongitudeEast, "longitude-east", Needed::Always),
    (Message::LongitudeWest, "longitude-west", Needed::Always),
    (Message::SizeKilobytes, "size-kilobytes", Needed::Always),
    (Message::SizeMegabytes, "size-megabytes", Needed::Always),
    (Message::SizeGigabytes, "size-gigabytes", Needed::Always),
    (Message::CompactMillion, "compact-million", Needed::Never),
    (Message::CompactBillion, "compact-billion", Needed::Never),
    (Message::CompactTrillion, "compact-trillion", Needed::Never),
];

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
    /// `records-count-{collection}`: how many records of a collection there are, in words of its own.
    Count(&'k str),
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
            Wording::Count(collection) => format!("{COUNT}{collection}"),
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
const COUNT: &str = "records-count-";

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

/// The keys that every language of a site with a search must have.
pub fn with_search() -> impl Iterator<Item = Cow<'static, str>> {
    own(Needed::WithSearch)
}

/// The keys that every language of a site must have whose theme tells what editions changed.
pub fn with_changes() -> impl Iterator<Item = Cow<'static, str>> {
    own(Needed::WithChanges)
}

fn own(needed: Needed) -> impl Iterator<Item = Cow<'static, str>> {
    Message::all().filter(move |message| message.needed() == needed).map(|message| Cow::Borrowed(message.key()))
}

/// The keys of the families whose parts the program knows.
fn families() -> impl Iterator<Item = Cow<'static, str>> {
    fn of<W: Word + PartialEq + Copy + Into<Wording<'static>>>() -> impl Iterator<Item = Cow<'static, str>> {
        W::WORDS.iter().map(|(_, word)| (*word).into().key())
    }
    of::<Missing>().chain(of::<Status>()).chain(of::<Bound>()).chain(of::<Alert>())
}

/// The unit that a message words; `None`: it words none.
pub fn unit_of(key: &str) -> Option<&str> {
    key.strip_prefix(UNIT)
}

/// Whether the program asks for a key on some sites.
pub fn asks_for(key: &str) -> bool {
    static KEYS: LazyLock<HashSet<Cow<'static, str>>> =
        LazyLock::new(|| Message::all().map(|message| Cow::Borrowed(message.key())).chain(families()).collect());
    KEYS.contains(key) || [UNIT, AREA, GROUP, COUNT, LABEL].iter().any(|beginning| key.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::ValueEnum;

    use super::*;

    #[test]
    fn the_table_holds_every_message_once() {
        assert_eq!(Message::all().collect::<Vec<_>>(), Message::value_variants());

        let keys: BTreeSet<&str> = Message::all().map(Message::key).collect();
        assert_eq!(keys.len(), TABLE.len());
    }

    #[test]
    fn families_are_the_programs_with_every_part() {
        for key in [
            "missing-not-yet",
            "status-revised",
            "bound-about",
            "alert-tip",
            "unit-kW",
            "area-a-b",
            "group-a-none",
            "records-count-parks",
        ] {
            assert!(asks_for(key), "{key}");
        }
        for key in ["missing-", "status-new", "alert-tips", "hello"] {
            assert!(!asks_for(key), "{key}");
        }
    }
}

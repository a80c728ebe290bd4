//! Pictures of figures: what a chart or a map of a figure needs, worded and formatted for one language.

use crate::drawing::charts;
use crate::drawing::charts::chart::{self, Chart, Data, Series, Words};
use crate::drawing::charts::standalone::{self, About};
use crate::figures::formula::Change;
use crate::figures::{Amount, Basis, Dating, Figure, Point};
use crate::locale::program::Message;
use crate::markup::html::{escape, without_tags};
use crate::model::date::Date;
use crate::model::number::Number;
use crate::pictures::bars;
use crate::pictures::course::{self, Course};
use crate::pictures::drawn::{Kind, capitalized, is_count, is_open, reading_of, source_line, unit_heading};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words;
use crate::words::figures::{amount_text, date_text, number_text, unit_words};
use crate::words::formula;
use crate::words::sources::sources_html;

/// Names that a description says one by one.
const DESCRIBED: usize = 8;

/// How a figure is drawn when nobody says: its groups as bars, its periods as lines, its history as steps.
pub fn usual_kind(figure: &Figure) -> Kind {
    let is_followed = figure.series.iter().any(|point| matches!(point.dating, Dating::Period(_)));
    match (figure.groups.is_empty(), is_followed) {
        (false, false) => Kind::Bars,
        (_, true) => Kind::Lines,
        (true, false) => Kind::Steps,
    }
}

/// The name of a kind.
pub fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bars => "bars",
        Kind::Lines => "lines",
        Kind::Steps => "steps",
    }
}

/// The kind of that name.
pub fn kind_named(name: &str) -> Option<Kind> {
    match name {
        "bars" => Some(Kind::Bars),
        "lines" => Some(Kind::Lines),
        "steps" => Some(Kind::Steps),
        _ => None,
    }
}

/// What stands around a chart.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// A sentence above it; `None` where the page says it.
    pub caption: Option<&'a str>,
    /// Whether its values stand below it; bars are a table themselves.
    pub data: Data,
    /// How far its axis of time goes.
    pub axis: Axis,
}

/// How far the axis of time of steps goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// To the last value, or to the day of the report where our own count holds until then.
    #[default]
    Values,
    /// To the day of the report: from the last value on a broken line says that no newer one was found.
    Report,
}

/// The axis of that name.
pub fn axis_named(name: &str) -> Option<Axis> {
    match name {
        "values" => Some(Axis::Values),
        "report" => Some(Axis::Report),
        _ => None,
    }
}

impl Around<'_> {
    /// The same on a page that shows the values itself.
    pub fn without_table(self) -> Self {
        Self { data: Data::Elsewhere, ..self }
    }

    /// The same with another axis of time.
    pub fn over(self, axis: Axis) -> Self {
        Self { axis, ..self }
    }
}

/// A chart of a figure, as safe HTML.
pub fn chart(localizer: Localizer, figure: &Figure, kind: Kind, around: Around) -> String {
    let id = || recorder::unique(&id_of(localizer, figure));
    match kind {
        Kind::Bars => bars::chart(localizer, figure, around.caption),
        Kind::Lines => over_time((localizer, &id()), figure, (chart::Kind::Lines, around), charts::draw),
        Kind::Steps => over_time((localizer, &id()), figure, (chart::Kind::Steps, around), charts::draw),
    }
}

/// What begins the ids of a chart.
fn id_of(localizer: Localizer, figure: &Figure) -> String {
    format!("chart-{}", localizer.report.site.get(figure.record).record.id)
}

/// What the file of a figure's chart shows: its values through time or its groups, as [`usual_kind`] says, whichever can be
/// drawn.
pub fn kind_of_file(figure: &Figure) -> Kind {
    let has_history = figure.has_history();
    match usual_kind(figure) {
        Kind::Bars if has_history && figure.groups.iter().all(|group| group.amount.number.is_none()) => Kind::Steps,
        Kind::Lines | Kind::Steps if !has_history => Kind::Bars,
        usual => usual,
    }
}

/// The chart of a figure as a file of its own, SVG. Only of a figure that [has a chart](Figure::has_chart).
pub fn file(localizer: Localizer, figure: &Figure) -> String {
    recorder::note(Note::Record(figure.record));
    let config = localizer.config();
    let address = localizer.page_address(figure.record).unwrap_or_else(|| config.base_url.whole());
    let origin = [Some(config.title.text(localizer.language)), config.license.as_deref(), Some(&address)];
    let origin = formula::dotted(localizer, origin.into_iter().flatten().map(str::to_owned));
    let kind = kind_of_file(figure);
    let source = without_tags(&source_line(localizer, figure, kind));
    let about = About {
        title: localizer.title(figure.record),
        description: "",
        unit: None,
        source: &source,
        origin: &origin,
        language: localizer.code(),
        reading: reading_of(localizer, kind),
    };
    let over = |kind| {
        let draw = |chart: &Chart| {
            let about = About { description: chart.description, unit: chart.unit, ..about };
            standalone::of_lines(chart, &about)
        };
        over_time((localizer, &id_of(localizer, figure)), figure, (kind, Around::default()), draw)
    };
    match kind {
        Kind::Lines => over(chart::Kind::Lines),
        Kind::Steps => over(chart::Kind::Steps),
        Kind::Bars => bars::drawn(localizer, figure, None, |bars| {
            let rows = bars.rows.iter().map(|bar| (bar.label.as_str(), without_tags(&bar.value_html)));
            let rows: Vec<(&str, String)> = rows.collect();
            let listed = || describe(localizer, rows.iter().map(|(name, value)| (*name, value.as_str())));
            let description = bars.finding.map_or_else(listed, str::to_owned);
            standalone::of_bars(bars, &About { description: &description, ..about })
        }),
    }
}

/// The values of a figure over time.
fn over_time(
    (localizer, id): (Localizer, &str),
    figure: &Figure,
    (kind, around): (chart::Kind, Around),
    draw: impl Fn(&Chart) -> String,
) -> String {
    recorder::note(Note::Figure(figure.record));
    let series = lines(localizer, figure);
    let until = until(localizer.report, figure, kind, around.axis);
    // What we count ourselves holds on; of a report no newer one was found.
    let goes_on = until.is_some() && !is_own_count(figure);
    let since = if goes_on { localizer.message(Message::ChartSince) } else { String::new() };
    let tick = |value: f64| {
        let number = Number::parse(&format!("{value}"));
        number.map_or_else(String::new, |number| number_text(localizer, figure, &number))
    };
    let words = |message: Message| localizer.message(message);
    let (table, row, value, source, none) = (
        words(Message::ChartTable),
        words(Message::ChartDate),
        words(Message::ChartValue),
        words(Message::ChartSource),
        words(Message::ChartEmpty),
    );
    // What is not listed has a name only where things are counted.
    let gap = if is_count(figure) { words(Message::ChartGap) } else { String::new() };
    let unit = figure.unit.as_ref().map(|unit| unit_heading(&unit_words(localizer, unit)));
    draw(&Chart {
        id,
        kind,
        title: localizer.title(figure.record),
        description: &describe_lines(localizer, figure, &series),
        until,
        tick: &tick,
        year: &|year| localizer.locale().digits(&year.to_string()),
        words: Words {
            table: &table,
            row: &row,
            value: &value,
            source: &source,
            none: &none,
            gap: &gap,
            since: &since,
        },
        source_html: &source_line(localizer, figure, Kind::Steps),
        caption: around.caption,
        data: around.data,
        unit: unit.as_deref(),
        open: open(localizer, figure),
        reading: reading_of(localizer, Kind::Steps),
        series,
    })
}

/// Why values may still change, each reason once: what hollow marks mean.
fn open(localizer: Localizer, figure: &Figure) -> Vec<String> {
    let mut reasons = Vec::new();
    for point in figure.series.iter().filter(|point| point.amount.number.is_some()) {
        let status = point.amount.status.filter(|status| is_open(*status)).map(|status| localizer.message(status));
        let running = point.running.then(|| localizer.message(Message::ChartRunning));
        for reason in status.into_iter().chain(running) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    reasons
}

fn describe<'a>(localizer: Localizer, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let pairs: Vec<(&str, &str)> = pairs.collect();
    let described = pairs.iter().take(DESCRIBED).map(|(name, value)| formula::pair(localizer, name, value));
    let more = (pairs.len() > DESCRIBED).then(|| "…".to_owned());
    formula::joined(localizer, described.chain(more))
}

/// What each line shows, by its name when there are several. Of values that may not be compared it is not said how they run.
fn describe_lines(localizer: Localizer, figure: &Figure, series: &[Series]) -> String {
    let main = figure.series.iter().map(|point| &point.amount).collect();
    let listed = figure.series.iter().filter_map(|point| point.listed.as_ref()).collect();
    let amounts: [Vec<&Amount>; 2] = [main, listed];
    let are_comparable = figure.change != Some(Change::Nothing);
    let words = |(series, amounts): (&Series, Vec<&Amount>)| {
        let course = Course { series, amounts };
        let finding = are_comparable.then(|| course::words(localizer, &course)).flatten();
        let finding = finding.unwrap_or_else(|| values(localizer, series));
        (series.name.clone(), finding)
    };
    let said: Vec<(String, String)> = series.iter().zip(amounts).map(words).collect();
    match said.as_slice() {
        [(_, only)] => only.clone(),
        several => {
            let each = several.iter().map(|(name, words)| formula::pair(localizer, name, words));
            words::sentences(&each.map(|line| capitalized(&line)).collect::<Vec<_>>())
        }
    }
}

/// The first values of a line, for languages that have no words for how they run.
fn values(localizer: Localizer, series: &Series) -> String {
    describe(localizer, series.points.iter().map(|point| (point.date.as_str(), point.text.as_str())))
}

/// Steps that hold today go on until the report's day; those of others where the page asks for it.
fn until(report: &Report, figure: &Figure, kind: chart::Kind, axis: Axis) -> Option<f64> {
    let goes_on = kind == chart::Kind::Steps && (axis == Axis::Report || is_own_count(figure));
    report.site.as_of.date().filter(|_| goes_on).map(position)
}

/// Whether all values are counted from the records: the last one holds today.
fn is_own_count(figure: &Figure) -> bool {
    figure.series.iter().all(|point| point.basis == Basis::Computed)
}

fn lines(localizer: Localizer, figure: &Figure) -> Vec<Series> {
    let is_reported = figure.series.iter().all(|point| point.basis == Basis::Reported);
    let name = localizer.message(if is_reported { Message::ChartReported } else { Message::ChartValue });
    let class = if is_reported { "reported" } else { "reported computed" };
    let main = |point: &Point| chart::Point {
        source_html: point_source(localizer, figure, point),
        ..chart_point(localizer, figure, point, &point.amount)
    };
    let mut series = vec![Series { name, class, points: figure.series.iter().map(main).collect() }];
    let listed =
        figure.series.iter().filter_map(|point| Some(chart_point(localizer, figure, point, point.listed.as_ref()?)));
    let listed: Vec<chart::Point> = listed.collect();
    if !listed.is_empty() {
        let name = localizer.message(if is_count(figure) { Message::ChartListed } else { Message::ChartSum });
        series.push(Series { name, class: "listed", points: listed });
    }
    series
}

/// Where the value of a point is from.
fn point_source(localizer: Localizer, figure: &Figure, point: &Point) -> String {
    match point.basis {
        Basis::Computed if figure.is_mixed() => escape(&localizer.message(Message::ChartComputed)),
        _ => sources_html(localizer, &point.sources),
    }
}

/// One of the amounts of a point, without its source.
fn chart_point(localizer: Localizer, figure: &Figure, point: &Point, amount: &Amount) -> chart::Point {
    chart::Point {
        position: position(point.date),
        date: date_text(localizer, point),
        value: amount.number.as_ref().map(Number::to_f64),
        // A bound is never left out: “more than 20” is not 20.
        number: match (&amount.number, amount.bound) {
            (Some(number), None) => number_text(localizer, figure, number),
            (Some(_), Some(_)) => amount_text(localizer, figure, amount),
            (None, _) => String::new(),
        },
        text: amount_text(localizer, figure, amount),
        source_html: String::new(),
        open: amount.status.is_some_and(is_open),
        running: point.running,
    }
}

/// A date as a decimal year, by its first day.
fn position(date: Date) -> f64 {
    let day = date.start();
    f64::from(day.year()) + f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year())
}

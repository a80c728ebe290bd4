//! Lines and steps: values over time, on an axis from zero and at their real dates.

use crate::drawing::charts::chart::{Chart, Kind};
use crate::drawing::charts::frame::Frame;
use crate::drawing::charts::labels::{self, Label};
use crate::drawing::charts::plot::{MANY, Plot, Spot, Stroke, Track};
use crate::drawing::charts::{gap, plot};
use crate::drawing::place::Area;
use crate::drawing::svg::{Anchor, Block, Font, Role, Sheet, Svg, Title, line_to, number};
use crate::drawing::text;

/// Draws the series into one frame.
pub fn draw(chart: &Chart, frame: &Frame) -> String {
    let plot = plot::plot(chart, frame);
    let labels = labels::place(&plot);
    write(chart, &plot, &labels)
}

/// The id of the hatch between two series.
fn hatch(chart: &Chart, frame: &Frame) -> String {
    format!("{}-{}-gap", chart.id, frame.suffix)
}

/// What is in the drawing of a frame, to be put into another, and how high it is.
pub fn content(chart: &Chart, frame: &Frame) -> (String, f64) {
    let plot = plot::plot(chart, frame);
    let labels = labels::place(&plot);
    let mut svg = Svg::part_of(chart.reading, frame.width);
    write_content(&mut svg, chart, &plot, &labels);
    (svg.end(), height(&plot))
}

fn height(plot: &Plot) -> f64 {
    plot.foot + plot.frame.text * 1.7
}

fn write(chart: &Chart, plot: &Plot, labels: &[Label]) -> String {
    let frame = plot.frame;
    let id = format!("{}-{}", chart.id, frame.suffix);
    let title = Title { id: &id, title: chart.title, description: chart.description };
    let size = (frame.width, height(plot));
    let mut svg = Svg::open(&Sheet {
        class: &format!("plot {}", frame.class),
        title,
        size,
        font_size: frame.text,
        role: Role::Image,
        reading: chart.reading,
    });
    write_content(&mut svg, chart, plot, labels);
    svg.close()
}

fn write_content(svg: &mut Svg, chart: &Chart, plot: &Plot, labels: &[Label]) {
    let frame = plot.frame;
    if let Some(d) = gap::path(svg, chart, plot) {
        svg.hatch(&hatch(chart, frame), 7.0);
        grid(svg, chart, plot);
        svg.hatched("gap", &hatch(chart, frame), &d);
    } else {
        grid(svg, chart, plot);
    }
    for track in plot.tracks.iter().rev() {
        for (broken, class) in [(false, ""), (true, " on")] {
            let d = outline(svg, track.strokes.iter().filter(|stroke| stroke.broken == broken));
            if !d.is_empty() {
                svg.path(&format!("{}{class}", track.series.class), &d);
            }
        }
    }
    // The last value of the first series is the one that counts now.
    if let Some(track) = plot.tracks.first() {
        let before = track.spots.len().saturating_sub(1);
        marks(svg, track, &track.spots[..before], frame);
        track.spots.last().into_iter().for_each(|spot| last_mark(svg, spot, frame));
    }
    labels.iter().for_each(|label| label.write(svg));
}

fn grid(svg: &mut Svg, chart: &Chart, plot: &Plot) {
    let size = plot.frame.text;
    for (y, tick) in &plot.ticks {
        let class = if *y == plot.zero { "base" } else { "axis" };
        svg.line(class, (plot.left, *y), (plot.right, *y));
        svg.lines("quiet", Font::Inherited, &plot.tick(*y, tick));
    }
    let wide = |year: i32| text::width(&(chart.year)(year), size);
    let apart = wide(2000) + 14.0;
    let years = match chart.kind {
        Kind::Lines => plot.years.periods(apart),
        Kind::Steps => plot.years.ticks(apart),
    };
    for year in years {
        let (x, label) = (plot.years.at(f64::from(year)), (chart.year)(year));
        svg.line("axis", (x, plot.top), (x, plot.foot + 6.0));
        // A period is named below its mark, a date of steps lies behind the beginning of its year.
        let (at, anchor) = match chart.kind {
            Kind::Lines => ((x, plot.foot + size * 1.35 + 4.0), Anchor::Middle),
            Kind::Steps => ((x + 4.0, plot.foot + size * 1.35), Anchor::Start),
        };
        let block = Block::line(at, anchor, size, &label);
        if Area::of_text(&block).right <= plot.frame.width {
            svg.lines("quiet", Font::Inherited, &block);
        }
    }
}

/// Strokes as a path; those that follow each other are one line.
fn outline<'a>(svg: &Svg, strokes: impl Iterator<Item = &'a Stroke>) -> String {
    let mut d = String::new();
    let mut pen = None;
    for (from, to) in strokes.map(|stroke| (svg.turned(stroke.from), svg.turned(stroke.to))) {
        if pen != Some(from) {
            d.push_str(&format!("M{} {}", number(from.0), number(from.1)));
        }
        line_to(&mut d, from, to);
        pen = Some(to);
    }
    d
}

/// The marks of some points of a series: of all, or of its last one where there are too many.
fn marks(svg: &mut Svg, track: &Track, spots: &[Spot], frame: &Frame) {
    for spot in spots.iter().filter(|_| track.spots.len() <= MANY) {
        spot.y.iter().for_each(|y| svg.circle(&format!("dot{}", open(spot)), (spot.x, *y), frame.mark));
    }
}

fn last_mark(svg: &mut Svg, spot: &Spot, frame: &Frame) {
    spot.y.iter().for_each(|y| svg.circle(&format!("dot last{}", open(spot)), (spot.x, *y), frame.mark * 1.25));
}

/// The class of a mark that is hollow.
fn open(spot: &Spot) -> &'static str {
    if spot.point.open || spot.point.running { " open" } else { "" }
}

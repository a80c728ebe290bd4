//! Lines and steps: values over time, on an axis from zero and at their real dates.

use crate::drawing::charts::chart::Chart;
use crate::drawing::charts::frame::Frame;
use crate::drawing::charts::labels::{self, Label};
use crate::drawing::charts::plot::{MANY, Plot, Spot, Stroke, Track};
use crate::drawing::charts::{gap, legend, plot};
use crate::drawing::svg::{Anchor, Block, Font, Role, Sheet, Svg, Title, line_to, number};
use crate::drawing::text;

/// Draws the series into one frame. Names that find no room beside their lines go into a legend above.
pub fn draw(chart: &Chart, frame: &Frame) -> String {
    let plot = plot::plot(chart, frame, 0.0);
    let placed = labels::place(chart, &plot, &[]);
    if placed.unplaced.is_empty() {
        return write(chart, &plot, &placed.labels, |_| {});
    }
    let legend = legend::lay_out(&plot, &placed.unplaced);
    let plot = plot::plot(chart, frame, legend.height);
    let labels = labels::place(chart, &plot, &placed.unplaced).labels;
    write(chart, &plot, &labels, |svg| legend.write(svg, &hatch(chart, frame)))
}

/// The id of the hatch between two series.
fn hatch(chart: &Chart, frame: &Frame) -> String {
    format!("{}-{}-gap", chart.id, frame.suffix)
}

fn write(chart: &Chart, plot: &Plot, labels: &[Label], legend: impl Fn(&mut Svg)) -> String {
    let frame = plot.frame;
    let id = format!("{}-{}", chart.id, frame.suffix);
    let title = Title { id: &id, title: chart.title, description: chart.description };
    let height = plot.foot + frame.text * 1.7;
    let size = (frame.width, height);
    let mut svg = Svg::open(&Sheet { class: frame.class, title, size, font_size: frame.text, role: Role::Image });
    if let Some(d) = gap::path(chart, plot) {
        svg.hatch(&hatch(chart, frame), 7.0);
        grid(&mut svg, chart, plot);
        svg.hatched("gap", &hatch(chart, frame), &d);
    } else {
        grid(&mut svg, chart, plot);
    }
    legend(&mut svg);
    for track in plot.tracks.iter().rev() {
        for (broken, class) in [(false, "line"), (true, "line on")] {
            let d = outline(track.strokes.iter().filter(|stroke| stroke.broken == broken));
            if !d.is_empty() {
                svg.path(&format!("{class} {}", track.series.class), &d);
            }
        }
    }
    for track in plot.tracks.iter().skip(1).rev() {
        marks(&mut svg, track, &track.spots, frame);
    }
    // The last value of the first series is the one that counts now.
    if let Some(track) = plot.tracks.first() {
        let before = track.spots.len().saturating_sub(1);
        marks(&mut svg, track, &track.spots[..before], frame);
        track.spots.last().into_iter().for_each(|spot| last_mark(&mut svg, spot, frame));
    }
    labels.iter().for_each(|label| label.write(&mut svg));
    svg.close()
}

fn grid(svg: &mut Svg, chart: &Chart, plot: &Plot) {
    let size = plot.frame.text;
    for (y, tick) in &plot.ticks {
        let class = if *y == plot.zero { "base" } else { "ax" };
        svg.line(class, (plot.left, *y), (plot.right, *y));
        svg.lines("", Font::Inherited, &plot.tick(*y, tick));
    }
    let apart = text::width(&(chart.year)(2000), size) + 14.0;
    for year in plot.years.ticks(apart) {
        let (x, label) = (plot.years.at(f64::from(year)), (chart.year)(year));
        svg.line("ax", (x, plot.top), (x, plot.foot + 6.0));
        if x + 4.0 + text::width(&label, size) <= plot.frame.width {
            let at = (x + 4.0, plot.foot + size * 1.35);
            svg.lines("", Font::Inherited, &Block::line(at, Anchor::Start, size, &label));
        }
    }
}

/// Strokes as a path; those that follow each other are one line.
fn outline<'a>(strokes: impl Iterator<Item = &'a Stroke>) -> String {
    let mut d = String::new();
    let mut pen = None;
    for Stroke { from, to, .. } in strokes {
        if pen != Some(*from) {
            d.push_str(&format!("M{} {}", number(from.0), number(from.1)));
        }
        line_to(&mut d, *from, *to);
        pen = Some(*to);
    }
    d
}

/// The marks of some points of a series: of all, or of its last one where there are too many.
fn marks(svg: &mut Svg, track: &Track, spots: &[Spot], frame: &Frame) {
    let half = frame.mark * if track.series.class == "computed" { 0.8 } else { 1.0 };
    let last = track.spots.len().saturating_sub(1);
    for (nth, spot) in spots.iter().enumerate() {
        if let Some(y) = spot.y.filter(|_| track.spots.len() <= MANY || nth == last) {
            svg.circle(&format!("dot {}{}", track.series.class, open(spot)), (spot.x, y), half);
        }
    }
}

fn last_mark(svg: &mut Svg, spot: &Spot, frame: &Frame) {
    let Some(y) = spot.y else { return };
    let half = frame.mark * 1.4;
    let (x, y, side) = (number(spot.x - half), number(y - half), number(half * 2.0));
    svg.path(&format!("last{}", open(spot)), &format!("M{x} {y}h{side}v{side}h-{side}z"));
}

/// The class of a mark that is hollow.
fn open(spot: &Spot) -> &'static str {
    if spot.point.open || spot.point.running { " open" } else { "" }
}

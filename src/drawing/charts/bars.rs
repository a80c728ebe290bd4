//! Bars: a row per group, its name beside or above the bar, its value at the end.

use crate::drawing::charts::axis::Scale;
use crate::drawing::charts::chart::{Bar, Chart, known};
use crate::drawing::charts::frame::Frame;
use crate::drawing::surround::{Column, Row, Table};
use crate::drawing::svg::{Anchor, Block, Font, Role, Sheet, Svg, Title, number};
use crate::drawing::text;
use crate::markup::html::escape;

/// How much room things take.
struct Layout {
    /// The lines of each name.
    names: Vec<Vec<String>>,
    /// Whether names stand above their bars.
    above: bool,
    /// Where bars may begin and end; values stand beside them.
    from: f64,
    to: f64,
    /// How thick a bar is.
    thick: f64,
    /// From one line of a name to the next.
    leading: f64,
    /// Font size of values.
    value: f64,
}

/// Space between a bar and its value, or its name.
const SPACE: f64 = 7.0;
/// The share of a wide drawing that names may take.
const NAMES: f64 = 0.36;
/// Between two rows.
const BETWEEN: f64 = 12.0;

/// Draws the bars into one frame.
pub fn draw(chart: &Chart, frame: &Frame) -> String {
    let layout = layout(&chart.bars, frame);
    let scale = Scale::tight(chart.bars.iter().filter_map(|bar| known(bar.value)), layout.from, layout.to);
    let heights: Vec<f64> = layout.names.iter().map(|lines| layout.row(lines.len())).collect();
    let height = heights.iter().sum::<f64>() + BETWEEN;
    let id = format!("{}-{}", chart.id, frame.suffix);
    let title = Title { id: &id, title: chart.title, description: chart.description };
    let role = if chart.bars.iter().any(|bar| bar.url.is_some()) { Role::Group } else { Role::Image };
    let size = (frame.width, height);
    let svg = Svg::open(&Sheet { class: frame.class, title, size, font_size: frame.text, role });
    let mut drawing = Drawing { svg, layout: &layout, scale, text: frame.text, hatch: format!("{id}-hatch") };
    if chart.bars.iter().any(is_missing) {
        drawing.svg.hatch(&drawing.hatch, 6.0);
    }
    let mut top = BETWEEN / 2.0;
    for ((bar, lines), height) in chart.bars.iter().zip(&layout.names).zip(heights) {
        drawing.row(bar, lines, top);
        top += height;
    }
    let Drawing { mut svg, scale, .. } = drawing;
    if !layout.above {
        svg.line("base", (scale.at(0.0), 0.0), (scale.at(0.0), height));
    }
    svg.close()
}

impl Layout {
    /// The height of a row whose name has so many lines.
    fn row(&self, lines: usize) -> f64 {
        let names = lines as f64 * self.leading;
        BETWEEN + if self.above { names + self.thick + 4.0 } else { names.max(self.thick) }
    }
}

fn layout(bars: &[Bar], frame: &Frame) -> Layout {
    let above = frame.width < 500.0;
    let value = frame.text + 2.0;
    let room = if above { frame.width } else { frame.width * NAMES };
    let names: Vec<Vec<String>> = bars.iter().map(|bar| text::wrap(&bar.label, frame.text, room)).collect();
    let widest = |sizes: &mut dyn Iterator<Item = f64>| sizes.fold(0.0, f64::max);
    let name = widest(&mut names.iter().flatten().map(|line| text::width(line, frame.text)));
    // A value may not take more than half of what is left; longer ones are a rare sentence, and run out of the drawing.
    let left = if above { 0.0 } else { name + SPACE * 2.0 };
    let half = (frame.width - left) / 2.0;
    let values = widest(&mut bars.iter().map(|bar| text::width(&bar.text, value) + SPACE)).min(half);
    let negative = bars.iter().any(|bar| known(bar.value).is_some_and(|value| value < 0.0));
    let from = left + if negative { values.min(half / 2.0) } else { 0.0 };
    Layout { names, above, from, to: frame.width - values, thick: 16.0, leading: frame.text * 1.3, value }
}

/// One drawing of bars.
struct Drawing<'a> {
    svg: Svg,
    layout: &'a Layout,
    scale: Scale,
    /// Font size of names.
    text: f64,
    /// Fills what is missing.
    hatch: String,
}

impl Drawing<'_> {
    fn row(&mut self, bar: &Bar, lines: &[String], top: f64) {
        let layout = self.layout;
        let block = lines.len() as f64 * layout.leading;
        let height = layout.row(lines.len()) - BETWEEN;
        let first = if layout.above { top } else { top + (height - block) / 2.0 } + layout.leading * 0.74;
        if let Some(url) = &bar.url {
            self.svg.raw(&format!("<a href=\"{}\">", escape(url)));
        }
        let (at, anchor) = ((0.0, first), Anchor::Start);
        let name = Block { at, anchor, size: self.text, leading: layout.leading, lines };
        self.svg.lines("name", Font::Inherited, &name);
        if bar.url.is_some() {
            self.svg.raw("</a>");
        }
        let top = if layout.above { top + block + 4.0 } else { top + (height - layout.thick) / 2.0 };
        let end = self.scale.at(known(bar.value).unwrap_or(0.0));
        self.bar(bar, end, top);
        self.value(bar, end, top + layout.thick / 2.0 + layout.value * 0.35);
    }

    fn value(&mut self, bar: &Bar, end: f64, baseline: f64) {
        let zero = self.scale.at(0.0);
        let (x, anchor) = match known(bar.value) {
            Some(value) if value < 0.0 => (end - SPACE, Anchor::End),
            Some(value) if value > 0.0 => (end + SPACE, Anchor::Start),
            // Nothing, or unknown: no bar, and words instead of one.
            _ if self.layout.above => (zero, Anchor::Start),
            _ => (zero + SPACE, Anchor::Start),
        };
        let class = if known(bar.value).is_some() { "val" } else { "val nil" };
        let text = text::unbroken(&bar.text);
        self.svg.lines(class, Font::Own, &Block::line((x, baseline), anchor, self.layout.value, &text));
    }

    /// Draws a bar from zero to its end.
    fn bar(&mut self, bar: &Bar, end: f64, top: f64) {
        let (zero, thick) = (self.scale.at(0.0), self.layout.thick);
        if zero == end {
            return;
        }
        let class = match &bar.class {
            Some(class) => format!("bar {}", escape(class)),
            None => "bar".to_owned(),
        };
        // What is there is seen, however little it is beside the others.
        let wide = (end - zero).abs().max(1.0) * (end - zero).signum();
        let d = format!("M{} {}h{}v{}h{}z", number(zero), number(top), number(wide), number(thick), number(-wide));
        match is_missing(bar) {
            true => self.svg.hatched(&class, &self.hatch, &d),
            false => self.svg.path(&class, &d),
        }
    }
}

fn is_missing(bar: &Bar) -> bool {
    bar.class.as_deref() == Some("missing")
}

/// The bars as rows.
pub fn table(chart: &Chart) -> Table {
    let row = |bar: &Bar| {
        let name = escape(&bar.label);
        let name_html = match &bar.url {
            Some(url) => format!("<a href=\"{}\">{name}</a>", escape(url)),
            None => name,
        };
        Row { name_html, cells_html: vec![escape(&bar.text)] }
    };
    let head = vec![
        Column { label: chart.words.row.to_owned(), numeric: false },
        Column { label: chart.words.value.to_owned(), numeric: true },
    ];
    Table { head, rows: chart.bars.iter().map(row).collect() }
}

//! A chart as a file of its own: with its name, its legend and where its values are from, in colours that need no theme.
//!
//! Light colours, and whichever sans the reader has: the file is put into documents, on paper, on other sites.

use crate::drawing::charts::bars::{Bar, Bars, Heads, Scale};
use crate::drawing::charts::chart::Chart;
use crate::drawing::charts::frame::WIDE;
use crate::drawing::charts::{entries, lines};
use crate::drawing::svg::{Anchor, Block, Font, Reading, Svg, number};
use crate::drawing::text;
use crate::markup::html::{escape, without_tags};

/// What a file says beside its chart, in plain text.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// What the chart shows.
    pub title: &'a str,
    /// The same in a sentence or two, for those who do not see it.
    pub description: &'a str,
    /// The unit of what is drawn; `None`: it has none, or the chart says it.
    pub unit: Option<&'a str>,
    /// Where the values are from, and of when.
    pub source: &'a str,
    /// From which report the file is, and its address there.
    pub origin: &'a str,
    /// The language of its words.
    pub language: &'a str,
    /// In which direction they are read.
    pub reading: Reading,
}

/// How wide the paper is.
const WIDTH: f64 = ROOM + 2.0 * MARGIN;
/// What is left free around.
const MARGIN: f64 = 20.0;
/// How wide everything on it may be.
const ROOM: f64 = WIDE.width;
/// From one line to the next, as a part of the size of letters.
const LEADING: f64 = 1.35;
/// How wide the names of bars may be.
const NAMES: f64 = 240.0;
/// Between the columns of bars.
const GAP: f64 = 14.0;
/// Size of letters of the title; of names, values and the unit; of notes, legend and sources.
const TITLE: f64 = 20.0;
const TEXT: f64 = 14.0;
const SMALL: f64 = 12.0;

const STYLE: &str = "text{fill:#1b2226;font-family:system-ui,sans-serif}.quiet{fill:#55626b}.strong{font-weight:700}\
    .paper{fill:#fff}.axis{stroke:#d4dade;fill:none}.base{stroke:#7c8890;fill:none}\
    .reported{fill:none;stroke:#17506a;stroke-width:3}.on{stroke-dasharray:4 4}\
    .listed{fill:none;stroke:#55626b;stroke-width:2;stroke-dasharray:2 5;stroke-linecap:round}\
    .gap,.k-gap{opacity:.35}.k-gap{fill:#8ba8b5}.hatch-ground{fill:#fff}.hatch-line{stroke:#7c8890;stroke-width:1.5}\
    .dot{fill:#17506a}.dot.open,.k-open{fill:#fff;stroke:#17506a;stroke-width:2}.k-reported{stroke:#17506a;stroke-width:3}\
    .k-on{stroke-dasharray:4 4}.k-listed{stroke:#55626b;stroke-width:2;stroke-dasharray:2 4;stroke-linecap:round}\
    .value{fill:#17506a}.value.rest{fill:#8ba8b5}.ground{fill:#e4eaed}.zero{fill:#7c8890}";

/// Lines or steps.
pub fn of_lines(chart: &Chart, about: &About) -> String {
    let mut paper = Paper::begin(about);
    for (sign, words) in entries(chart) {
        paper.legend(&sign, words);
    }
    let (drawing, height) = lines::content(chart, &WIDE);
    paper.down += 6.0;
    paper.body.raw(&format!(
        "<g transform=\"translate({} {})\" font-size=\"{}\">",
        number(MARGIN),
        number(paper.down),
        WIDE.text
    ));
    paper.body.raw(&drawing);
    paper.body.raw("</g>");
    paper.down += height;
    paper.end()
}

/// Bars.
pub fn of_bars(bars: &Bars, about: &About) -> String {
    let mut paper = Paper::begin(about);
    let rows = bars.rows.iter().chain(&bars.sum);
    let widest = |texts: &mut dyn Iterator<Item = String>| {
        texts.map(|words| text::width(&words, TEXT)).fold(0.0, f64::max).min(ROOM / 3.0)
    };
    let values = widest(&mut rows.clone().map(value));
    let shares = bars.heads.share.iter().cloned().chain(rows.filter_map(|bar| bar.share.clone()));
    let shares = bars.heads.share.as_ref().map(|_| widest(&mut { shares }));
    let columns = Columns { values, shares, scale: Scale::of(bars) };
    paper.down += GAP;
    columns.heads(&mut paper, &bars.heads);
    paper.down += 4.0;
    bars.rows.iter().for_each(|bar| columns.row(&mut paper, bar));
    if let Some(sum) = &bars.sum {
        paper.down += 9.0;
        paper.body.line("base", (MARGIN, paper.down), (WIDTH - MARGIN, paper.down));
        columns.row(&mut paper, sum);
    }
    paper.end()
}

/// The value of a bar in plain text.
fn value(bar: &Bar) -> String {
    without_tags(&bar.value_html)
}

/// The columns of bars: names, bars, values, shares.
struct Columns {
    /// How wide the values are.
    values: f64,
    /// How wide the shares are; `None`: there are none.
    shares: Option<f64>,
    scale: Scale,
}

impl Columns {
    /// Where the values end.
    fn value_end(&self) -> f64 {
        ROOM - self.shares.map_or(0.0, |wide| wide + GAP)
    }

    /// A name, a value and a share in one line.
    fn texts(&self, paper: &mut Paper, class: &str, texts: [Option<&String>; 3]) {
        paper.down += TEXT * LEADING;
        let places = [(0.0, Anchor::Start), (self.value_end(), Anchor::End), (ROOM, Anchor::End)];
        for (words, (x, anchor)) in texts.into_iter().zip(places) {
            words.into_iter().for_each(|words| paper.line((class, TEXT), (x, anchor), words));
        }
    }

    /// That of the values may be wider than they are: it has the room above the bars, too.
    fn heads(&self, paper: &mut Paper, heads: &Heads) {
        let value = text::wrap(&heads.value, TEXT, self.value_end() - NAMES - GAP);
        let last = value.len().saturating_sub(1);
        for (nth, line) in value.iter().enumerate() {
            let beside = |words| if nth == last { words } else { None };
            self.texts(paper, "quiet", [beside(Some(&heads.name)), Some(line), beside(heads.share.as_ref())]);
        }
    }

    fn row(&self, paper: &mut Paper, bar: &Bar) {
        paper.down += 6.0;
        let names = text::wrap(&bar.label, TEXT, NAMES);
        let (bar_start, bar_end) = (NAMES + GAP, self.value_end() - self.values - GAP);
        self.texts(paper, "", [names.first(), Some(&value(bar)), bar.share.as_ref()]);
        if let Some(drawn) = self.scale.content(bar) {
            let wide = bar_end - bar_start;
            let x = paper.body.left_of(MARGIN + bar_start, wide);
            paper.body.raw(&format!(
                "<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\" viewBox=\"0 0 100 16\" preserveAspectRatio=\"none\">\
                 <g>{drawn}</g></svg>",
                number(x),
                number(paper.down - 11.0),
                number(wide)
            ));
        }
        for name in names.iter().skip(1) {
            paper.down += TEXT * LEADING;
            paper.line(("", TEXT), (0.0, Anchor::Start), name);
        }
        for note in bar.notes.iter().flat_map(|note| text::wrap(note, SMALL, NAMES)) {
            paper.down += SMALL * LEADING;
            paper.line(("quiet", SMALL), (0.0, Anchor::Start), &note);
        }
    }
}

/// What is written from the top down; how high it is, is known at the end.
struct Paper<'a> {
    about: &'a About<'a>,
    body: Svg,
    /// How far down it is written.
    down: f64,
}

impl<'a> Paper<'a> {
    fn begin(about: &'a About<'a>) -> Self {
        let mut paper = Paper { about, body: Svg::part_of(about.reading, WIDTH), down: MARGIN - 6.0 };
        paper.text("strong", TITLE, about.title);
        about.unit.into_iter().for_each(|unit| paper.text("quiet", TEXT, unit));
        paper
    }

    fn is_turned(&self) -> bool {
        self.about.reading != Reading::Rightward
    }

    /// A line of text where the paper is written now, at a place in the direction of reading.
    fn line(&mut self, (class, size): (&str, f64), (x, anchor): (f64, Anchor), words: &str) {
        self.body.lines(class, Font::Own, &Block::line((MARGIN + x, self.down), anchor, size, &words));
    }

    /// Text in as many lines as it takes.
    fn text(&mut self, class: &str, size: f64, words: &str) {
        for line in text::wrap(words, size, ROOM) {
            self.down += size * LEADING;
            self.line((class, size), (0.0, Anchor::Start), &line);
        }
    }

    /// What a sign means.
    fn legend(&mut self, sign: &str, words: &str) {
        self.down += TEXT * LEADING + 2.0;
        let (x, y) = (number(self.body.left_of(MARGIN, 20.0)), number(self.down - 12.0));
        self.body
            .raw(&format!("<svg x=\"{x}\" y=\"{y}\" width=\"20\" height=\"14\" viewBox=\"0 0 20 14\">{sign}</svg>"));
        for (nth, line) in text::wrap(words, SMALL, ROOM - 30.0).iter().enumerate() {
            self.down += if nth == 0 { 0.0 } else { SMALL * LEADING };
            self.line(("quiet", SMALL), (28.0, Anchor::Start), line);
        }
    }

    fn end(mut self) -> String {
        self.down += GAP;
        let About { title, description, source, origin, language, .. } = self.about;
        [source, origin].into_iter().for_each(|words| self.text("quiet", SMALL, words));
        let (wide, high) = (number(WIDTH), number(self.down + MARGIN));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{}\" direction=\"{}\" role=\"img\" aria-labelledby=\"t\" aria-describedby=\"d\" \
             width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\"><title id=\"t\">{}</title><desc id=\"d\">{}</desc>\
             <style>{STYLE}</style><path class=\"paper\" d=\"M0 0h{wide}v{high}H0z\"/>{}</svg>\n",
            escape(language),
            if self.is_turned() { "rtl" } else { "ltr" },
            escape(title),
            escape(description),
            self.body.end(),
        )
    }
}

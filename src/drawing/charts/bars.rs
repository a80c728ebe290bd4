//! Bars: a table with a row per group, whose last column is drawn. Every letter is HTML, so that each script, direction and
//! size of text works; what is drawn says nothing that the row does not say, and is hidden from those who listen.

use crate::drawing::charts::chart::known;
use crate::drawing::svg::Reading;
use crate::markup::html::escape;

/// A table of bars, worded for one language.
#[derive(Clone, Debug, Default)]
pub struct Bars<'a> {
    /// What the table is called.
    pub title: &'a str,
    /// A sentence above it; `None` where the page says it.
    pub caption: Option<&'a str>,
    /// What they show, in a sentence for those who do not see them; `None`: nothing is said.
    pub finding: Option<&'a str>,
    /// The heads of the columns.
    pub heads: Heads,
    /// The rows, in the order they are shown.
    pub rows: Vec<Bar>,
    /// What the rows add up to: without a bar; `None` where they do not.
    pub sum: Option<Bar>,
    /// The source line, as safe HTML; never empty.
    pub source_html: &'a str,
    /// Said instead of a table when there is no row.
    pub none: &'a str,
    /// In which direction they are read.
    pub reading: Reading,
}

/// The heads of the columns of bars.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    /// Of names: “Country”.
    pub name: String,
    /// Of values: their unit.
    pub value: String,
    /// Of shares; `None`: there are none.
    pub share: Option<String>,
}

/// A group and how much of it there is.
#[derive(Clone, Debug, Default)]
pub struct Bar {
    /// The id of its row; `None`: it has none.
    pub id: Option<String>,
    /// The group's name.
    pub label: String,
    /// Its page, if it has one.
    pub url: Option<String>,
    /// Below its name: how much of it is known, of when it is.
    pub notes: Vec<String>,
    /// How much; `None` where that is missing, which is never drawn as zero.
    pub value: Option<f64>,
    /// The value without the unit in the head, or why it is missing, as safe HTML.
    pub value_html: String,
    /// Its part of the whole, in words; `None` where there are no shares.
    pub share: Option<String>,
    /// What is drawn.
    pub kind: BarKind,
}

/// What kind of group a bar stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarKind {
    /// A group.
    #[default]
    Group,
    /// What is in no group, or not known to be in one: drawn paler.
    Rest,
}

/// The figure with its table.
pub fn draw(bars: &Bars) -> String {
    let mut html = format!("<figure class=\"bars chart\" aria-label=\"{}\">", escape(bars.title));
    if let Some(caption) = bars.caption {
        html.push_str(&format!("<p class=\"lead-in\"><b>{}</b></p>", escape(caption)));
    }
    if let Some(finding) = bars.finding.filter(|_| !bars.rows.is_empty()) {
        html.push_str(&format!("<p class=\"vh\">{}</p>", escape(finding)));
    }
    match bars.rows.is_empty() {
        true => html.push_str(&format!("<p class=\"nothing\">{}</p>", escape(bars.none))),
        false => write_table(&mut html, bars),
    }
    html.push_str(&format!("<figcaption class=\"meta\">{}</figcaption></figure>", bars.source_html));
    html
}

/// The table says its roles: on narrow screens its rows are no rows of a table to the eye.
fn write_table(html: &mut String, bars: &Bars) {
    let title = escape(bars.title);
    html.push_str(&format!("<table class=\"table\"><caption class=\"vh\">{title}</caption>"));
    html.push_str("<thead><tr>");
    let heads = &bars.heads;
    let heads = [(&heads.name, ""), (&heads.value, " class=\"n\"")]
        .into_iter()
        .chain(heads.share.as_ref().map(|share| (share, " class=\"n pct\"")));
    for (words, class) in heads {
        html.push_str(&format!("<th scope=\"col\"{class}>{}</th>", escape(words)));
    }
    html.push_str("<td></td></tr></thead><tbody>");
    let scale = Scale::of(bars);
    bars.rows.iter().for_each(|bar| write_row(html, bar, &scale.drawing(bar)));
    html.push_str("</tbody>");
    if let Some(sum) = &bars.sum {
        html.push_str("<tfoot>");
        write_row(html, sum, "");
        html.push_str("</tfoot>");
    }
    html.push_str("</table>");
}

fn write_row(html: &mut String, bar: &Bar, drawing: &str) {
    let label = escape(&bar.label);
    let name = match &bar.url {
        Some(url) => format!("<a href=\"{}\">{label}</a>", escape(url)),
        None => label,
    };
    let id = bar.id.as_ref().map(|id| format!(" id=\"{}\"", escape(id))).unwrap_or_default();
    html.push_str(&format!("<tr{id}><th scope=\"row\">{name}"));
    for note in &bar.notes {
        html.push_str(&format!("<span class=\"sub\">{}</span>", escape(note)));
    }
    html.push_str(&format!("</th><td class=\"n\">{}</td>", bar.value_html));
    if let Some(share) = &bar.share {
        html.push_str(&format!("<td class=\"n pct\">{}</td>", escape(share)));
    }
    html.push_str(&format!("<td class=\"draw\">{drawing}</td></tr>"));
}

/// From the lowest value to the highest, zero among them.
pub struct Scale {
    low: f64,
    span: f64,
    reading: Reading,
}

/// The least part of the scale that is seen, in percents: what is there is seen, however little it is beside the others.
const SEEN: f64 = 0.5;

/// The largest value that is drawn as it is; with larger ones, differences would stop being numbers.
const LARGEST: f64 = 1e100;

impl Scale {
    /// The scale of some bars.
    pub fn of(bars: &Bars) -> Scale {
        let values = bars.rows.iter().filter_map(|bar| known(bar.value)).map(|value| value.clamp(-LARGEST, LARGEST));
        let (low, high) = values.fold((0.0f64, 0.0f64), |(low, high), value| (low.min(value), high.max(value)));
        Scale { low, span: if high > low { high - low } else { 1.0 }, reading: bars.reading }
    }

    /// Where a value is, in percents.
    fn at(&self, value: f64) -> f64 {
        (value.clamp(-LARGEST, LARGEST) - self.low) / self.span * 100.0
    }

    /// The bar as SVG; nothing where the value is missing.
    fn drawing(&self, bar: &Bar) -> String {
        let Some(content) = self.content(bar) else { return String::new() };
        format!(
            "<svg class=\"bar\" viewBox=\"0 0 100 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{content}</svg>"
        )
    }

    /// What is in the drawing of a bar, 100 units wide and 16 high; `None`: its value is missing.
    pub fn content(&self, bar: &Bar) -> Option<String> {
        let value = known(bar.value)?;
        let (zero, end) = (self.at(0.0), self.at(value));
        let mut svg = "<rect class=\"ground\" width=\"100\" height=\"16\"/>".to_owned();
        if value != 0.0 {
            let wide = (end - zero).abs().max(SEEN);
            let x = if value < 0.0 { zero - wide } else { zero.min(100.0 - wide) }.max(0.0);
            let class = if bar.kind == BarKind::Rest { "value rest" } else { "value" };
            svg.push_str(&format!(
                "<rect class=\"{class}\"{} width=\"{}\" height=\"16\"/>",
                self.place(x, wide),
                hundredths(wide)
            ));
        }
        if self.low < 0.0 {
            svg.push_str(&format!(
                "<rect class=\"zero\"{} width=\".4\" height=\"16\"/>",
                self.place(zero.min(99.6), 0.4)
            ));
        }
        Some(svg)
    }

    /// Where a part of a bar is that begins so far from its start.
    fn place(&self, x: f64, wide: f64) -> String {
        let x = if self.reading == Reading::Rightward { x } else { 100.0 - x - wide };
        if x.abs() < 0.005 { String::new() } else { format!(" x=\"{}\"", hundredths(x)) }
    }
}

/// Two decimals at most.
fn hundredths(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

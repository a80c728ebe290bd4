//! What stands around every drawing: the same data as a table, a caption, where the data come from.

use crate::markup::html::escape;

/// The data of a drawing, for those who want to read or copy them.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The heads of the columns; the first is that of the rows' names.
    pub head: Vec<Column>,
    /// The rows, in the order they are shown.
    pub rows: Vec<Row>,
}

/// A column of a [`Table`].
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub label: String,
    /// Whether it holds numbers, which are set flush.
    pub numeric: bool,
}

/// A row of a [`Table`].
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its name, as safe HTML.
    pub name_html: String,
    /// The other cells, as safe HTML.
    pub cells_html: Vec<String>,
}

/// Everything a figure is made of beside its drawing.
pub struct Surroundings<'a> {
    /// Names the figure and its table: what it shows.
    pub title: &'a str,
    /// What opens the table: "Data as a table".
    pub open_table: &'a str,
    /// The data.
    pub table: &'a Table,
    /// A sentence above the drawing; `None` where the page says it.
    pub caption: Option<&'a str>,
    /// The unit of what is drawn, in words; `None`: it has none, or the legend says it.
    pub unit: Option<&'a str>,
    /// The source line, as safe HTML.
    pub source_html: &'a str,
}

/// The whole figure: what it shows, the drawing with its legend, the data, where they come from.
pub fn write(class: &str, drawing: &str, around: &Surroundings) -> String {
    let mut html = format!("<figure class=\"{class}\" aria-label=\"{}\">", escape(around.title));
    if around.caption.is_some() || around.unit.is_some() {
        let caption = around.caption.map(|caption| format!("<b>{}</b>", escape(caption)));
        let unit = around.unit.map(|unit| format!("<span class=\"meta\">{}</span>", escape(unit)));
        let parts: Vec<String> = caption.into_iter().chain(unit).collect();
        html.push_str(&format!("<p class=\"lead-in\">{}</p>", parts.join(" ")));
    }
    html.push_str(drawing);
    if !around.table.rows.is_empty() {
        html.push_str(&format!("<details class=\"data\"><summary>{}</summary>", escape(around.open_table)));
        write_table(&mut html, around);
        html.push_str("</details>");
    }
    html.push_str(&format!("<figcaption class=\"meta\">{}</figcaption></figure>", around.source_html));
    html
}

/// Entries of a legend, each a sign, which is SVG, with what it means; empty where there are none.
pub fn legend<S: AsRef<str>>(entries: &[(S, &str)]) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let entry = |(sign, text): &(S, &str)| format!("<li>{}{}</li>", sign.as_ref(), escape(text));
    format!("<ul class=\"key\">{}</ul>", entries.iter().map(entry).collect::<String>())
}

fn write_table(html: &mut String, around: &Surroundings) {
    let title = escape(around.title);
    html.push_str(&format!(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\"><table class=\"table\"><caption class=\"vh\">{title}</caption><thead><tr>"
    ));
    for column in &around.table.head {
        let class = if column.numeric { " class=\"n\"" } else { "" };
        html.push_str(&format!("<th scope=\"col\"{class}>{}</th>", escape(&column.label)));
    }
    html.push_str("</tr></thead><tbody>");
    for row in &around.table.rows {
        html.push_str(&format!("<tr><th scope=\"row\">{}</th>", row.name_html));
        for (nth, cell) in row.cells_html.iter().enumerate() {
            let numeric = around.table.head.get(nth + 1).is_some_and(|column| column.numeric);
            html.push_str(&format!("<td{}>{cell}</td>", if numeric { " class=\"n\"" } else { "" }));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table></div>");
}

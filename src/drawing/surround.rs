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
    /// Names the table: what the figure shows.
    pub title: &'a str,
    /// What opens the table: "Data as a table".
    pub open_table: &'a str,
    /// The data.
    pub table: &'a Table,
    /// A sentence below the drawing; `None` where the page says it.
    pub caption: Option<&'a str>,
    /// The source line, as safe HTML.
    pub source_html: &'a str,
}

/// The whole figure. The caption comes last: HTML wants it first or last, and the source vouches for the table too.
pub fn write(class: &str, drawing: &str, around: &Surroundings) -> String {
    let mut html = format!("<figure class=\"{class}\">{drawing}");
    if !around.table.rows.is_empty() {
        html.push_str(&format!("<details class=\"data\"><summary>{}</summary>", escape(around.open_table)));
        write_table(&mut html, around);
        html.push_str("</details>");
    }
    html.push_str("<figcaption>");
    if let Some(caption) = around.caption {
        html.push_str(&format!("<p class=\"caption\">{}</p>", escape(caption)));
    }
    html.push_str(&format!("<p class=\"source\">{}</p></figcaption></figure>", around.source_html));
    html
}

fn write_table(html: &mut String, around: &Surroundings) {
    let title = escape(around.title);
    html.push_str(&format!(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\"><table class=\"tab\"><caption class=\"vh\">{title}</caption><thead><tr>"
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

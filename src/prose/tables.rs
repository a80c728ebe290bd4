//! Tables of prose: they scroll by themselves, also by keyboard, and their cells stand as the header wants.

use pulldown_cmark::Alignment;

/// A table, while it is written.
#[derive(Default)]
pub struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
}

impl Table {
    /// A table whose columns are aligned so.
    pub fn new(alignments: Vec<Alignment>) -> Self {
        Table { alignments, ..Table::default() }
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.alignments.len()
    }

    /// Its beginning, with a label in HTML for those who cannot see it.
    pub fn start(&self, label: &str) -> String {
        format!("<div class=\"prose-table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>\n")
    }

    /// The header begins.
    pub fn start_head(&mut self) -> &'static str {
        (self.in_head, self.column) = (true, 0);
        "<thead><tr>"
    }

    /// The header ends.
    pub fn end_head(&mut self) -> &'static str {
        self.in_head = false;
        "</tr></thead>\n"
    }

    /// A row below the header begins.
    pub fn start_row(&mut self) -> &'static str {
        self.column = 0;
        if std::mem::replace(&mut self.has_body, true) { "<tr>" } else { "<tbody>\n<tr>" }
    }

    /// The next cell of the row begins.
    pub fn start_cell(&self) -> &'static str {
        match (self.in_head, self.alignments.get(self.column)) {
            (true, Some(Alignment::Right)) => "<th scope=\"col\" class=\"right\">",
            (true, Some(Alignment::Center)) => "<th scope=\"col\" class=\"center\">",
            (true, _) => "<th scope=\"col\">",
            (false, Some(Alignment::Right)) => "<td class=\"right\">",
            (false, Some(Alignment::Center)) => "<td class=\"center\">",
            (false, _) => "<td>",
        }
    }

    /// It ends.
    pub fn end_cell(&mut self) -> &'static str {
        self.column += 1;
        if self.in_head { "</th>" } else { "</td>" }
    }

    /// The table ends.
    pub fn end(&self) -> &'static str {
        if self.has_body { "</tbody>\n</table></div>\n" } else { "</table></div>\n" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_rows_has_no_body() {
        let mut table = Table::new(vec![Alignment::Right, Alignment::None]);

        assert_eq!(table.start_head(), "<thead><tr>");
        assert_eq!(table.start_cell(), "<th scope=\"col\" class=\"right\">");
        assert_eq!(table.end_cell(), "</th>");
        assert_eq!(table.start_cell(), "<th scope=\"col\">");
        assert_eq!(table.end_head(), "</tr></thead>\n");
        assert_eq!(table.end(), "</table></div>\n");
        assert_eq!(table.start_row(), "<tbody>\n<tr>");
        assert_eq!(table.start_cell(), "<td class=\"right\">");
        assert_eq!(table.start_row(), "<tr>");
        assert_eq!(table.end(), "</tbody>\n</table></div>\n");
    }
}

//! Blocks in prose: `![Caption](@…)` is a table or a list of records, a map, a chart, a figure with its source.

use crate::diagnostics::{codes, did_you_mean};
use crate::figures::Figure;
use crate::link::names::{Nowhere, Target};
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::builtin::FIGURES;
use crate::pictures::{charts, maps};
use crate::position::CollectionIx;
use crate::prose::asked::Asked;
use crate::prose::hidden;
use crate::prose::lists::{LIST, Listed, TABLE};
use crate::prose::text::{Place, Text};
use crate::report::recorder::{self, Note};
use crate::words::{figures, names, sources};

/// What stands in place of a block, as HTML; empty when it cannot be made, which is reported.
pub fn html(text: &Text, asked: &Asked) -> String {
    let name = asked.name;
    let refuse = |message: String, hint: String| {
        recorder::report(text.finding(&codes::BROKEN_LINK, asked.range.clone(), message).hint(hint));
        String::new()
    };
    if text.place == Place::Line {
        let hint = "a block stands in the prose of a page, or in a field of type `markdown`";
        return refuse("a block has no place in a line of text".to_owned(), hint.to_owned());
    }
    let record = match text.page.report.site.find(name) {
        Ok(Target::Record(record)) => record,
        Ok(Target::Collection(collection)) => return of_collection(asked, collection),
        Err(Nowhere::Withheld(why)) => {
            recorder::note(Note::Absent(name.into()));
            return hidden::chart(text, name, why, asked.range.clone());
        }
        Err(Nowhere::Unknown(hint)) => return refuse(format!("`@{name}` leads nowhere"), hint),
    };
    recorder::note(Note::Record(record));
    match text.page.report.figures.of(record) {
        Some(figure) => of_figure(asked, figure),
        None => {
            let hint = "an image is a figure, ![caption](@figures/id), a collection, ![caption](@centers), or a file in the folder of the record";
            refuse(format!("`@{name}` is no figure"), hint.to_owned())
        }
    }
}

/// Whether a block is a picture of a figure and nothing else.
pub fn is_chart(asked: &Asked) -> bool {
    asked.name.contains('/') && asked.part("view").is_none()
}

/// A list of the records of a collection, or a map of them.
fn of_collection(asked: &Asked, collection: CollectionIx) -> String {
    let view = asked.part("view");
    match view.map_or("table", |view| view.value) {
        "table" if asked.takes_only(TABLE, "a table") => Listed::read(asked, collection)
            .map_or_else(String::new, |listed| framed(asked, "list", &listed.table(asked))),
        "list" if asked.takes_only(LIST, "a list") => Listed::read(asked, collection)
            .map_or_else(String::new, |listed| framed(asked, "list", &listed.list(asked))),
        "map" if asked.takes_only(&["view", "figure"], "a map") => map(asked, collection),
        "table" | "list" | "map" => String::new(),
        other => {
            if let Some(view) = view {
                let hint = did_you_mean(other, ["table", "list", "map"]);
                let hint = hint.unwrap_or_else(|| "a collection is shown as table, list or map".to_owned());
                asked.report_value(view, format!("`{other}` is no view of a collection"), hint);
            }
            String::new()
        }
    }
}

/// A block with its caption.
fn framed(asked: &Asked, class: &str, inner: &str) -> String {
    let caption = match asked.caption {
        "" => String::new(),
        caption => format!("<figcaption>{}</figcaption>\n", escape(caption)),
    };
    format!("<figure class=\"block {class}\">\n{caption}{inner}\n</figure>\n")
}

fn map(asked: &Asked, collection: CollectionIx) -> String {
    if !has_place(asked, "a map") {
        return String::new();
    }
    let figure = match asked.part("figure") {
        None => None,
        Some(part) => match figure_named(asked, part.value) {
            Ok(figure) => figure,
            Err(hint) => {
                asked.report_value(part, format!("`{}` is no figure", part.value), hint);
                return String::new();
            }
        },
    };
    figure.into_iter().for_each(|figure| recorder::note(Note::Record(figure.record)));
    let caption = Some(asked.caption).filter(|caption| !caption.is_empty());
    let request = maps::MapRequest { collection, figure, marks: Vec::new(), caption };
    maps::map(asked.text.words, &request).unwrap_or_else(|error| {
        let hint = "a map wants shapes, `boundaries` in `_collection.yaml`, or a field of type `location`";
        asked.report(0..asked.name.len() + 1, error.to_string(), Some(hint.to_owned()));
        String::new()
    })
}

/// The figure of a name, with or without its collection; `None`: the public does not see it.
fn figure_named<'t>(asked: &Asked<'t>, name: &str) -> Result<Option<&'t Figure>, String> {
    let report = asked.text.page.report;
    let key = if name.contains('/') { name.to_owned() } else { format!("{FIGURES}/{name}") };
    match report.site.find(&key) {
        Ok(Target::Record(record)) => {
            report.figures.of(record).map(Some).ok_or_else(|| "name a record of figures/".to_owned())
        }
        Ok(Target::Collection(_)) => Err("name a record of figures/".to_owned()),
        Err(Nowhere::Withheld(_)) => {
            recorder::note(Note::Absent(key.into()));
            Ok(None)
        }
        Err(Nowhere::Unknown(hint)) => Err(hint),
    }
}

/// Pictures have ids, and stand in prose alone; a finding elsewhere.
fn has_place(asked: &Asked, what: &str) -> bool {
    let has = asked.text.place == Place::Prose;
    if !has {
        let message = format!("{what} has no place in a field");
        let finding = asked.text.finding(&codes::BROKEN_LINK, asked.range.clone(), message);
        let hint = "here stands [](@figures/id) for the number, ![](@figures/id?view=block) for the figure; a picture stands in the prose of a page";
        recorder::report(finding.hint(hint));
    }
    has
}

/// A chart, or the figure with its source.
fn of_figure(asked: &Asked, figure: &Figure) -> String {
    if let Some(view) = asked.part("view") {
        if !asked.takes_only(&["view"], "a figure with its source") {
            return String::new();
        }
        if view.value != "block" {
            let hint = "write `view=block` for the figure with its source, `chart=line` for a chart".to_owned();
            asked.report_value(view, format!("`{}` is no view of a figure", view.value), hint);
            return String::new();
        }
        return figure_block(asked, figure);
    }
    if !asked.takes_only(&["chart", "view"], "a figure") || !has_place(asked, "a chart") {
        return String::new();
    }
    let kind = match asked.part("chart") {
        None => charts::usual_kind(figure),
        Some(part) => match charts::kind_named(if part.value == "line" { "lines" } else { part.value }) {
            Some(kind) => kind,
            None => {
                let hint = did_you_mean(part.value, ["bars", "lines", "steps"]);
                let hint = hint.unwrap_or_else(|| "a chart is of bars, lines or steps".to_owned());
                asked.report_value(part, format!("`{}` is no kind of chart", part.value), hint);
                return String::new();
            }
        },
    };
    let caption = Some(asked.caption).filter(|caption| !caption.is_empty());
    charts::chart(asked.text.words, figure, kind, charts::Around { caption, ..charts::Around::default() })
}

/// A figure: what it is called, its value, of when it is and who says so.
fn figure_block(asked: &Asked, figure: &Figure) -> String {
    let words = asked.text.words;
    recorder::note(Note::Figure(figure.record));
    let (of, title) = words.spoken_title(figure.record);
    let title = names::foreign(words.with(of), title, words.language);
    let title = match asked.text.page.url(figure.record) {
        Some(url) => format!("<a href=\"{}\">{title}</a>", escape(url)),
        None => title,
    };
    let value = figure.current().map_or_else(String::new, |point| {
        let mut meta = vec![escape(&figures::date_phrase(words, &point))];
        meta.extend(
            point
                .amount
                .status
                .map(|status| format!("<span class=\"badge\">{}</span>", escape(&words.message(status)))),
        );
        meta.push(match point.sources.as_slice() {
            [] => escape(&words.message(Message::ChartComputed)),
            reporting => sources::labelled(words, Message::ChartSources, reporting),
        });
        format!(
            "<p class=\"num\">{}</p>\n<p class=\"meta\">{}</p>\n",
            figures::html(words, figure, &point.amount),
            meta.join(" · ")
        )
    });
    framed(asked, "value", &format!("<p class=\"label\">{title}</p>\n{value}"))
}

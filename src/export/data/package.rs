//! `datapackage.json`: the CSV files as a Tabular Data Package (Frictionless Data Package, version 1), and beside each of
//! them `….csv-metadata.json`, where CSV on the Web looks for what a table is.
//!
//! By hand: both describe columns by our own types, key by key; a crate would have to be told the same.

use crate::export::data::license;
use crate::export::data::sheets::Sheet;
use crate::export::data::spec::{Described, Kind, Limits, Spec, in_source_language};
use crate::markup::json::Json;
use crate::model::builtin::SOURCES;
use crate::model::value::Value;
use crate::position::LanguageIx;
use crate::report::Report;

/// Dates as they are written here: a year, a month, a day, or a day with a time.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}( [0-9]{2}:[0-9]{2})?)?)?$";

/// The package: all tables with the length of their files, and those for spreadsheets.
pub fn package<'s>(report: &Report, tables: &[(&Described, u64)], sheets: impl Iterator<Item = &'s Sheet>) -> String {
    let config = &report.config;
    let mut json = Json::with_capacity(64 * 1024);
    json.object(|json| {
        json.member("profile", "tabular-data-package");
        json.member("name", &package_name(report));
        json.member("title", config.title.text(LanguageIx::SOURCE));
        json.optional("description", in_source_language(&config.description));
        json.member("homepage", &format!("{}/", config.base_url.whole()));
        // The day the report describes says which state this is. When the files were written is no part of them.
        json.member("version", &report.site.as_of.to_string());
        json.member("as_of", &report.site.as_of.to_string());
        licenses(report, json);
        json.key("contributors").array(|json| {
            json.object(|json| {
                json.member("title", report.publisher());
                json.member("role", "publisher");
            });
        });
        sources(report, json);
        json.key("resources").array(|json| {
            for (table, bytes) in tables {
                json.line();
                json.object(|json| resource(table, *bytes, json));
            }
            for sheet in sheets {
                json.line();
                json.object(|json| self::sheet(sheet, json));
            }
            json.line_end();
        });
    });
    json.finish() + "\n"
}

/// `report.example/path` → `report.example-path`: unique, and made of what names may be made of.
fn package_name(report: &Report) -> String {
    let whole = report.config.base_url.whole().to_ascii_lowercase();
    let address = whole.split_once("://").map_or(whole.as_str(), |(_, rest)| rest);
    address.replace(|c: char| !c.is_ascii_alphanumeric() && !"-._".contains(c), "-")
}

fn licenses(report: &Report, json: &mut Json) {
    let Some(written) = &report.config.license else { return };
    let license = license::find(written);
    json.key("licenses").array(|json| {
        json.object(|json| {
            json.optional("name", license.name.as_deref());
            json.optional("path", license.url.as_deref());
            json.member("title", &license.title);
        });
    });
}

/// The sources that the facts cite.
fn sources(report: &Report, json: &mut Json) {
    let Some(collection) = report.site.collection_named(SOURCES) else { return };
    let records = &report.site.records[collection];
    let link = report.site.collections[collection].field("url").map(|(at, _)| at);
    if records.is_empty() {
        return;
    }
    json.key("sources").array(|json| {
        for linked in records {
            json.object(|json| {
                json.member("title", report.site.title(linked.at, LanguageIx::SOURCE).1);
                if let Some(Value::Text(url)) = link.and_then(|at| linked.value(at)) {
                    json.member("path", url);
                }
            });
        }
    });
}

fn resource(table: &Described, bytes: u64, json: &mut Json) {
    let (path, separator) = (&*format!("{}.csv", table.name), ',');
    let said = Said { name: &table.name, path, title: &table.title, description: &table.description, bytes, separator };
    said.write(json);
    json.key("schema").object(|json| schema(table, json));
}

/// A table for spreadsheets: the same in words, which no program need read.
fn sheet(sheet: &Sheet, json: &mut Json) {
    let name = sheet.path.trim_end_matches(".csv").to_ascii_lowercase();
    let description = "The same values in words of a language, for people who open them in a spreadsheet program.";
    let Sheet { path, title, bytes, dialect, .. } = sheet;
    Said { name: &name, path, title, description, bytes: *bytes, separator: dialect.separator }.write(json);
    json.key("schema").object(|json| {
        json.key("fields").array(|json| {
            for (heading, is_number) in &sheet.columns {
                json.object(|json| {
                    json.member("name", heading);
                    json.member("type", if *is_number { "number" } else { "string" });
                    if *is_number {
                        json.member("decimalChar", &sheet.dialect.decimal.to_string());
                    }
                });
            }
        });
        json.key("missingValues").array(|json| json.string(""));
    });
}

/// What is said of every table before its columns.
struct Said<'a> {
    name: &'a str,
    path: &'a str,
    title: &'a str,
    description: &'a str,
    bytes: u64,
    separator: char,
}

impl Said<'_> {
    fn write(&self, json: &mut Json) {
        json.member("profile", "tabular-data-resource");
        json.member("name", &resource_name(self.name));
        json.member("path", self.path);
        json.member("title", self.title);
        json.member("description", self.description);
        json.member("format", "csv");
        json.member("mediatype", "text/csv");
        json.member("encoding", "utf-8");
        json.key("bytes").literal(&self.bytes.to_string());
        json.key("dialect").object(|json| {
            json.member("delimiter", &self.separator.to_string());
            json.member("lineTerminator", "\r\n");
            json.member("quoteChar", "\"");
            json.key("doubleQuote").literal("true");
            json.key("header").literal("true");
        });
    }
}

/// A name of a resource has no slash, and no collection has a `_` in its name.
fn resource_name(table: &str) -> String {
    table.replace("figures/", "figure_values.")
}

/// The Table Schema.
fn schema(table: &Described, json: &mut Json) {
    json.key("fields").array(|json| {
        for spec in &table.columns {
            json.line();
            json.object(|json| field(spec, json));
        }
        json.line_end();
    });
    json.key("missingValues").array(|json| json.string(""));
    if !table.key.is_empty() {
        json.key("primaryKey").array(|json| table.key.iter().for_each(|name| json.string(name)));
    }
    if table.foreign.is_empty() {
        return;
    }
    json.key("foreignKeys").array(|json| {
        for (columns, target, theirs) in &table.foreign {
            json.object(|json| {
                json.key("fields").array(|json| columns.iter().for_each(|name| json.string(name)));
                json.key("reference").object(|json| {
                    // A table that refers to itself has no name there.
                    let name = if *target == table.name { String::new() } else { resource_name(target) };
                    json.member("resource", &name);
                    json.key("fields").array(|json| theirs.iter().for_each(|name| json.string(name)));
                });
            });
        }
    });
}

fn field(spec: &Spec, json: &mut Json) {
    json.member("name", &spec.name);
    json.member("title", &spec.title);
    json.optional("description", spec.description.as_deref());
    let (kind, format) = match &spec.kind {
        Kind::Text | Kind::List | Kind::Code(_) | Kind::Date => ("string", None),
        Kind::Integer(_) => ("integer", None),
        Kind::Decimal(_) => ("number", None),
        Kind::Boolean => ("boolean", None),
        Kind::Day => ("date", None),
        Kind::Url => ("string", Some("uri")),
        Kind::Email => ("string", Some("email")),
    };
    json.member("type", kind);
    json.optional("format", format);
    constraints(&spec.kind, json);
    if let Kind::Code(codes) = &spec.kind {
        json.key("categories").array(|json| {
            for (value, label) in codes {
                json.object(|json| {
                    json.member("value", value);
                    json.member("label", label);
                });
            }
        });
    }
}

fn constraints(kind: &Kind, json: &mut Json) {
    match kind {
        Kind::Integer(Limits { min, max }) | Kind::Decimal(Limits { min, max }) if min.is_some() || max.is_some() => {
            json.key("constraints").object(|json| {
                min.iter().for_each(|min| json.key("minimum").literal(&min.to_string()));
                max.iter().for_each(|max| json.key("maximum").literal(&max.to_string()));
            });
        }
        Kind::Date => json.key("constraints").object(|json| json.member("pattern", DATE)),
        Kind::Code(codes) => json.key("constraints").object(|json| {
            json.key("enum").array(|json| codes.iter().for_each(|(value, _)| json.string(value)));
        }),
        _ => {}
    }
}

/// What CSV on the Web is told about a table (W3C, “Metadata Vocabulary for Tabular Data”).
pub fn csv_on_the_web(report: &Report, table: &Described) -> String {
    let config = &report.config;
    let mut json = Json::with_capacity(8 * 1024);
    json.object(|json| {
        json.key("@context").array(|json| {
            json.string("http://www.w3.org/ns/csvw");
            json.object(|json| json.member("@language", &config.languages[LanguageIx::SOURCE].code));
        });
        let file = table.name.rsplit('/').next().unwrap_or(&table.name);
        json.member("url", &format!("{file}.csv"));
        json.member("dc:title", &table.title);
        json.member("dc:description", &table.description);
        json.member("dc:publisher", report.publisher());
        json.member("dc:temporal", &report.site.as_of.to_string());
        if let Some(written) = &config.license {
            let license = license::find(written);
            match license.url {
                Some(url) => json.key("dc:license").object(|json| json.member("@id", &url)),
                None => json.member("dc:license", &license.title),
            }
        }
        json.key("dialect").object(|json| {
            json.member("encoding", "utf-8");
            json.key("lineTerminators").array(|json| json.string("\r\n"));
        });
        json.key("tableSchema").object(|json| {
            json.key("columns").array(|json| {
                for spec in &table.columns {
                    json.line();
                    json.object(|json| column(spec, json));
                }
                json.line_end();
            });
            if !table.key.is_empty() {
                json.key("primaryKey").array(|json| table.key.iter().for_each(|name| json.string(&variable(name))));
            }
        });
    });
    json.finish() + "\n"
}

fn column(spec: &Spec, json: &mut Json) {
    json.member("name", &variable(&spec.name));
    json.key("titles").array(|json| {
        json.string(&spec.name);
        if spec.title != spec.name {
            json.string(&spec.title);
        }
    });
    json.optional("dc:description", spec.description.as_deref());
    match &spec.kind {
        Kind::Text | Kind::Code(_) => json.member("datatype", "string"),
        Kind::List => {
            json.member("datatype", "string");
            json.member("separator", ";");
        }
        Kind::Date => json.key("datatype").object(|json| {
            json.member("base", "string");
            json.member("format", DATE.trim_start_matches('^').trim_end_matches('$'));
        }),
        Kind::Integer(limits) => number("integer", limits, json),
        Kind::Decimal(limits) => number("decimal", limits, json),
        Kind::Boolean => json.member("datatype", "boolean"),
        Kind::Day => json.member("datatype", "date"),
        Kind::Url => json.member("datatype", "anyURI"),
        Kind::Email => json.member("datatype", "string"),
    }
}

fn number(base: &str, limits: &Limits, json: &mut Json) {
    json.key("datatype").object(|json| {
        json.member("base", base);
        limits.min.iter().for_each(|min| json.key("minimum").literal(&min.to_string()));
        limits.max.iter().for_each(|max| json.key("maximum").literal(&max.to_string()));
    });
}

/// A name as a variable of a URI template (RFC 6570), which has no hyphen.
fn variable(name: &str) -> String {
    name.replace('-', "%2D")
}

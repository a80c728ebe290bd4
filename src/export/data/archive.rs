//! `{site}.zip`: all tables and JSON files with what says what they are, and a text for people.
//!
//! Each file is packed when it is made, on the thread that made it; of the others there is only what was packed. The same
//! content gives the same bytes: files have the order of the Data Package and the date of the report's day.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::export::data::files;
use crate::locale::program::Message;
use crate::plan::data_files::{DataFile, Format, archive_stem};
use crate::position::LanguageIx;
use crate::report::Report;
use crate::words::cite::{self, Addresses};
use crate::words::dates;

/// A file, packed: an archive that holds nothing else.
pub struct Packed(Vec<u8>);

/// Bytes from which on the format wants longer numbers.
const LARGE: usize = u32::MAX as usize;

/// Packs a file under its name below the folder of all data; `None`: the format cannot hold it.
pub fn pack(report: &Report, name: &str, bytes: &[u8]) -> Option<Packed> {
    pack_whole(report, &format!("{}/{name}", archive_stem(&report.config)), bytes)
}

/// Packs a file under a path; `None`: the format cannot hold it.
pub fn pack_whole(report: &Report, path: &str, bytes: &[u8]) -> Option<Packed> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(date(report))
        .unix_permissions(0o644)
        .system(System::Unix)
        .large_file(bytes.len() >= LARGE);
    let packed = || -> ZipResult<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(path, options)?;
        writer.write_all(bytes)?;
        Ok(writer.finish()?.into_inner())
    };
    packed().ok().map(Packed)
}

/// The archive of packed files, in their order; `None` where one could not be packed: an archive of all data lacks nothing.
pub fn of_all(files: Vec<Option<Packed>>) -> Option<Vec<u8>> {
    let files: Vec<Packed> = files.into_iter().collect::<Option<_>>()?;
    let joined = || -> ZipResult<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(files.iter().map(|file| file.0.len()).sum())));
        for Packed(bytes) in files {
            let mut file = ZipArchive::new(Cursor::new(bytes))?;
            writer.raw_copy_file(file.by_index_raw(0)?)?;
        }
        Ok(writer.finish()?.into_inner())
    };
    joined().ok()
}

/// The report's day; the first that the format knows for one that it does not.
fn date(report: &Report) -> DateTime {
    let day = report.site.as_of.date().map(|day| day.start());
    let known = day.and_then(|day| {
        let (year, month, day) =
            (day.year().try_into().ok()?, day.month().try_into().ok()?, day.day().try_into().ok()?);
        DateTime::from_date_and_time(year, month, day, 0, 0, 0).ok()
    });
    known.unwrap_or_default()
}

/// What people read first: what this is, of when, by which licence, how it is cited, which file is what; in the source
/// language.
pub fn readme(report: &Report) -> String {
    let localizer = report.localizer(LanguageIx::SOURCE);
    let config = &report.config;
    let (title, url) = (config.title.text(LanguageIx::SOURCE), format!("{}/", config.base_url.whole()));
    let date = report.site.as_of.date().map(|day| dates::long(localizer, day)).unwrap_or_default();
    let say = |message: Message, variables: &[(&str, &str)]| {
        let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, (*value).into())).collect();
        localizer.format(message, &variables).unwrap_or_default()
    };
    let licence = config.license.as_deref();
    let all = localizer.message(Message::DataAll);
    let citation = cite::worded(localizer, [&all, &url, &url], Addresses::One).unwrap_or_default();
    let given = if licence.is_some() { "yes" } else { "no" };
    let mut paragraphs = vec![
        format!("# {title}"),
        say(Message::ReadmeWhat, &[("url", &url), ("date", &date)]),
        say(Message::ReadmeLicence, &[("given", given), ("licence", licence.unwrap_or_default())]),
        say(Message::ReadmeCite, &[("citation", &citation)]),
        format!("## {}", localizer.message(Message::ReadmeFiles)),
    ];
    let line = |file: &DataFile| format!("- {}: {}", name(&file.path), files::title(file, localizer));
    let others = report.plan.data.archive().map(|archive| archive.path.clone());
    let listed =
        report.plan.data.iter().filter(|file| Some(&file.path) != others.as_ref() && file.format != Format::Xlsx);
    paragraphs.push(listed.map(line).collect::<Vec<_>>().join("\n"));
    paragraphs.join("\n\n") + "\n"
}

/// The name of a data file in the archive.
pub fn name(path: &str) -> &str {
    path.strip_prefix("data/").unwrap_or(path)
}

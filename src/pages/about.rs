//! What authors are told of a page in their preview, beside what is wrong with it.

use std::sync::Arc;

use crate::figures::completeness;
use crate::model::date::{Date, Day};
use crate::output::About;
use crate::plan::page::{Page, PageKind};
use crate::report::Report;

/// What there is to tell of a page.
pub fn page(report: &Report, page: &Page) -> About {
    let (PageKind::Record(record) | PageKind::Companion(record, _)) = page.kind else { return About::default() };
    let (site, linked) = (&report.site, report.site.get(record));
    let model = site.model(record);
    let text = linked.record.prose[page.language].as_ref().map(|prose| prose.path.clone());
    let facts = linked.record.source.path.clone();
    let languages = report.config.languages.entries();
    let untranslated = languages.filter(|(at, _)| !linked.record.is_translated(model, *at));
    let mut files: Vec<Arc<str>> = std::iter::once(facts).chain(text).collect();
    files.dedup();
    let is_overdue = |date: Date| date.first() <= Day::from(report.run.today);
    About {
        record: Some(site.key(record)),
        files,
        withheld: linked.record.withheld.map(|why| why.words()),
        untranslated: untranslated.map(|(_, language)| language.code.clone()).collect(),
        unsourced: completeness::unsourced(site, record),
        review: linked.record.review_by.map(|(date, _)| (date.to_string(), is_overdue(date))),
    }
}

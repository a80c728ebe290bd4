//! Lists that a search leads to: the index of each collection, and what of it has one option: “Centers: Energy”.

use crate::link::listing::{Chosen, FacetValue, end_of, facet_counts};
use crate::locale::program::{Message, Wording};
use crate::markup::address;
use crate::model::field::FieldKind;
use crate::model::list_kind::item;
use crate::model::listing::ListedField;
use crate::position::CollectionIx;
use crate::report::localizer::Localizer;
use crate::search::documents::{Document, Shown};
use crate::search::words::{Class, Words};
use crate::words::facets::{label, written};
use crate::words::formula::pair;

/// Makes documents of the lists of a collection.
#[derive(Clone, Copy)]
pub struct Lists<'r> {
    /// The report, in the language of the reader.
    pub localizer: Localizer<'r>,
    /// The collection.
    pub collection: CollectionIx,
    /// What its lists show.
    pub chosen: &'r Chosen,
    /// The position of the kind of lists.
    pub kind: usize,
}

impl Lists<'_> {
    /// One document for the list as a whole, and one for each option in use of each facet that is a choice; none of a collection
    /// without an index.
    pub fn documents(self) -> Vec<Document> {
        let site = &self.localizer.report.site;
        let model = &site.collections[self.collection];
        let Some(url) = self.localizer.index_url(self.collection).filter(|_| model.search) else { return Vec::new() };
        let whole = self.document(None, &url, site.records[self.collection].len() as u64);
        let facets = self.chosen.facets.iter().filter(|_| model.is_of_things());
        std::iter::once(whole).chain(facets.flat_map(|listed| self.of_facet(listed, &url))).collect()
    }

    fn of_facet(self, listed: &ListedField, url: &str) -> Vec<Document> {
        let site = &self.localizer.report.site;
        let Some((_, field)) = end_of(site, self.collection, listed) else { return Vec::new() };
        let of = item(field);
        if !matches!(of.kind, FieldKind::Choice(_)) {
            return Vec::new();
        }
        let document = |(value, count): (FacetValue, usize)| {
            let query = format!("{}={}", address::value(&listed.path), address::value(&written(site, of, &value)));
            self.document(Some(&label(self.localizer, of, &value)), &format!("{url}?{query}"), count as u64)
        };
        facet_counts(site, self.collection, listed).values.into_iter().map(document).collect()
    }

    /// The list of an option, or the whole.
    fn document(self, option: Option<&str>, url: &str, count: u64) -> Document {
        let model = &self.localizer.report.site.collections[self.collection];
        let collection = model.label.text(self.localizer.language);
        let mut words = Words::default();
        match option {
            Some(option) => {
                words.name(option, Class::Title);
                words.add(collection, Class::Reference);
            }
            None => words.name(collection, Class::Title),
        }
        let title = option.map(|option| pair(self.localizer, collection, option));
        let variables = [("count", count.into())];
        let own = self.localizer.format(Wording::Count(&model.id), &variables);
        let shown = Shown {
            title: title.as_deref().unwrap_or(collection),
            url,
            kind: self.kind,
            glance: own.or_else(|| self.localizer.format(Message::RecordsCount, &variables)),
            names: option.as_slice(),
            ..Shown::default()
        };
        Document { json: shown.json(), words }
    }
}

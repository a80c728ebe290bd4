//! What the filter of a list that is divided over several pages asks: titles, facets and order of all of its records in one
//! file, by which it knows the pages that have what it shows.

use crate::link::listing::{Chosen, end_of, facet_values, teller};
use crate::markup::json::Json;
use crate::model::list_kind::item;
use crate::model::listing::ListedField;
use crate::position::{CollectionIx, RecordIx};
use crate::report::localizer::Localizer;
use crate::words::facets::written;
use crate::words::sorting::sort_key;

/// The file of a divided list; `None`: its records stand on one page.
pub fn file(localizer: Localizer, collection: CollectionIx, chosen: &Chosen) -> Option<String> {
    let Localizer { report, language, .. } = localizer;
    let (site, addresses) = (&report.site, &report.plan.addresses);
    let per = site.per_page(collection)?;
    let pages: Vec<String> = (1..=addresses.index_pages(site, collection))
        .map_while(|number| addresses.index_url(collection, language, number))
        .collect();
    if pages.len() < 2 {
        return None;
    }
    let records: Vec<RecordIx> = site.ordered(collection, language).collect();
    let list = List { localizer, collection, records: &records };
    let mut json = Json::with_capacity(records.len() * 96);
    json.object(|json| {
        json.key("per").literal(&per.to_string());
        json.key("pages").array(|json| pages.iter().for_each(|url| json.string(url)));
        json.line();
        json.key("t").array(|json| records.iter().for_each(|record| json.string(localizer.title(*record))));
        json.line();
        json.key("ids").array(|json| records.iter().for_each(|record| json.string(&site.get(*record).record.id)));
        json.line();
        json.key("facets").object(|json| chosen.facets.iter().for_each(|listed| list.facet(listed, json)));
        json.line();
        json.key("sort").object(|json| chosen.columns.iter().for_each(|listed| list.order(listed, json)));
    });
    Some(json.finish())
}

/// A list of records.
#[derive(Clone, Copy)]
struct List<'r> {
    localizer: Localizer<'r>,
    collection: CollectionIx,
    records: &'r [RecordIx],
}

impl List<'_> {
    /// For each record the values by which a facet finds it.
    fn facet(self, listed: &ListedField, json: &mut Json) {
        let site = &self.localizer.report.site;
        let Some((_, field)) = end_of(site, self.collection, listed) else { return };
        json.key(&listed.path).array(|json| {
            for record in self.records {
                let values = facet_values(site, *record, listed);
                json.array(|json| values.iter().for_each(|value| json.string(&written(site, item(field), value))));
            }
        });
    }

    /// For each record its place by what a column says, the first having 0 and equals the same; -1: it says nothing.
    fn order(self, listed: &ListedField, json: &mut Json) {
        let locale = self.localizer.locale();
        let keys: Vec<String> = self.records.iter().map(|record| self.key(*record, listed)).collect();
        let mut order: Vec<usize> = (0..keys.len()).filter(|at| !keys[*at].is_empty()).collect();
        order.sort_by(|a, b| locale.compare(&keys[*a], &keys[*b]));
        let mut places = vec![-1_i64; keys.len()];
        let mut place = -1;
        for (position, at) in order.iter().enumerate() {
            let is_new = position == 0 || locale.compare(&keys[order[position - 1]], &keys[*at]).is_ne();
            place += i64::from(is_new);
            places[*at] = place;
        }
        json.key(&listed.path).array(|json| places.iter().for_each(|place| json.literal(&place.to_string())));
    }

    fn key(self, record: RecordIx, listed: &ListedField) -> String {
        let site = &self.localizer.report.site;
        let fact = teller(site, record, listed).and_then(|(teller, at)| site.effective(teller, at));
        fact.map_or_else(String::new, |fact| sort_key(self.localizer, &fact))
    }
}

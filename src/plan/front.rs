//! The front: what the home page shows beside its text, by `home` of the settings, else as it follows from the site.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::home::{HomeMap, Named, Part};
use crate::config::{Config, Home};
use crate::diagnostics::{Diagnostic, codes};
use crate::figures::{Figure, Figures};
use crate::link::Site;
use crate::link::names::{Nowhere, Target};
use crate::model::builtin::{FIGURES, is_built_in};
use crate::model::field::{Collection, CollectionKind, FieldKind};
use crate::model::value::Value;
use crate::plan::addresses::Addresses;
use crate::plan::menus::{Menus, Step};
use crate::position::{CollectionIx, LanguageIx, RecordIx};

/// Figures below the lead where the site names none: so many that it marks, or the first of all.
const MARKED: usize = 5;
const UNMARKED: usize = 3;

/// What the home page shows beside its text. What the public does not see is left out.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// The figure beside its title.
    pub lead: Option<RecordIx>,
    /// The figures below it.
    pub figures: Vec<RecordIx>,
    /// Collections with an index, that it leads to.
    pub doors: Vec<CollectionIx>,
    /// The collection on its map, with the figure that gives its records their tones.
    pub map: Option<(CollectionIx, Option<RecordIx>)>,
    /// The collection whose newest records it lists.
    pub news: Option<CollectionIx>,
    /// What the search page offers to search for.
    pub examples: Vec<Target>,
    /// Names in the settings of what the public does not see.
    pub absent: Vec<Arc<str>>,
}

/// What the front is found in.
pub struct Inputs<'a> {
    /// The records.
    pub site: &'a Site,
    /// The figures.
    pub figures: &'a Figures,
    /// The settings.
    pub config: &'a Config,
    /// Where indexes are.
    pub addresses: &'a Addresses,
    /// The menus.
    pub menus: &'a Menus,
}

/// The front of a site; a finding for each name in `home` that leads nowhere, or to what cannot be shown there.
pub fn of_site(inputs: &Inputs, findings: &mut Vec<Diagnostic>) -> Front {
    let Home { lead, figures, doors, map, news, search_examples } = &inputs.config.home;
    let mut reading = Reading { inputs, findings, absent: Vec::new() };
    let usual = inputs.usual_figures();
    let lead = match lead {
        Part::Given(named) => reading.figure(named),
        Part::Nothing => None,
        Part::Usual => usual.first().copied(),
    };
    let figures = match figures {
        Part::Given(named) => named.iter().filter_map(|named| reading.figure(named)).collect(),
        Part::Nothing => Vec::new(),
        Part::Usual => {
            usual.iter().copied().filter(|figure| Some(*figure) != lead).take(inputs.usual_count()).collect()
        }
    };
    let doors = match doors {
        Part::Given(named) => named.iter().filter_map(|named| reading.door(named)).collect(),
        Part::Nothing => Vec::new(),
        Part::Usual => inputs.usual_doors(),
    };
    let map = match map {
        Part::Given(map) => reading.map(map),
        Part::Nothing => None,
        Part::Usual => inputs.usual_map(),
    };
    let news = match news {
        Part::Given(named) => reading.news(named),
        Part::Nothing => None,
        Part::Usual => inputs.usual_news(),
    };
    let examples = search_examples.iter().filter_map(|named| reading.target(named)).collect();
    let Reading { absent, .. } = reading;
    Front { lead, figures, doors, map, news, examples, absent }
}

impl Inputs<'_> {
    /// The figures that the site marks as `featured`, else those with one number, in the order of their collection. Those
    /// without a value are none of them.
    fn usual_figures(&self) -> Vec<RecordIx> {
        let has_marked = self.has_marked();
        let is_meant = |figure: &&Figure| match has_marked {
            true => self.is_featured(figure.record),
            false => figure.formula.as_ref().is_none_or(|formula| formula.by.is_none()),
        };
        let has_value = |figure: &&Figure| figure.current().is_some_and(|point| point.amount.number.is_some());
        self.all_figures().filter(is_meant).filter(has_value).map(|figure| figure.record).collect()
    }

    fn usual_count(&self) -> usize {
        if self.has_marked() { MARKED } else { UNMARKED }
    }

    fn has_marked(&self) -> bool {
        self.all_figures().any(|figure| self.is_featured(figure.record))
    }

    fn all_figures(&self) -> impl Iterator<Item = &Figure> {
        let collection = self.site.collection_named(FIGURES);
        let ordered = collection.into_iter().flat_map(|at| self.site.ordered(at, LanguageIx::SOURCE));
        ordered.filter_map(|record| self.figures.of(record))
    }

    fn is_featured(&self, figure: RecordIx) -> bool {
        let featured = self.site.model(figure).field("featured");
        featured.is_some_and(|(at, _)| self.site.get(figure).value(at) == Some(&Value::Boolean(true)))
    }

    /// The collections in the navigation; without one, all that hold records of their own, and the figures.
    fn usual_doors(&self) -> Vec<CollectionIx> {
        if self.config.navigation.is_empty() {
            let is_door = |model: &Collection| match is_built_in(&model.id) {
                true => *model.id == *FIGURES,
                false => model.kind == CollectionKind::Records,
            };
            let all = self.site.collections.entries().filter(|(at, model)| is_door(model) && self.has_index(*at));
            return all.map(|(at, _)| at).collect();
        }
        fn collections(steps: &[Step], found: &mut Vec<CollectionIx>) {
            for step in steps {
                if let Some(Target::Collection(at)) = step.target {
                    found.push(at);
                }
                collections(&step.items, found);
            }
        }
        let mut found = Vec::new();
        collections(&self.menus.navigation[LanguageIx::SOURCE], &mut found);
        let mut seen = BTreeSet::new();
        found.retain(|at| seen.insert(*at));
        found
    }

    fn has_index(&self, collection: CollectionIx) -> bool {
        self.addresses.index_path(collection, LanguageIx::SOURCE, 1).is_some()
    }

    /// The first collection with boundaries and a figure by its records, else the first with places.
    fn usual_map(&self) -> Option<(CollectionIx, Option<RecordIx>)> {
        let public = || self.site.collections.entries().filter(|(at, _)| !self.site.is_withheld(*at));
        let with_figure = public().filter(|(_, model)| model.boundaries.is_some()).find_map(|(at, _)| {
            let shows = |figure: &&Figure| figure.formula.as_ref().and_then(|formula| formula.places()) == Some(at);
            Some((at, self.all_figures().find(shows)?.record))
        });
        with_figure.map(|(at, figure)| (at, Some(figure))).or_else(|| {
            let (at, _) = public().find(|(at, model)| self.has_places(*at, model))?;
            Some((at, None))
        })
    }

    /// Whether some record of a collection has a place on a map.
    fn has_places(&self, collection: CollectionIx, model: &Collection) -> bool {
        let Some(field) = model.fields.position(|field| matches!(field.kind, FieldKind::Location)) else {
            return false;
        };
        let has_place =
            |linked: &Arc<crate::link::record::LinkedRecord>| matches!(linked.value(field), Some(Value::Location(_)));
        self.site.records[collection].iter().any(has_place)
    }

    fn usual_news(&self) -> Option<CollectionIx> {
        let is_news = |(at, model): &(CollectionIx, &Collection)| {
            model.kind == CollectionKind::News && !is_built_in(&model.id) && !self.site.is_withheld(*at)
        };
        self.site.collections.entries().find(is_news).map(|(at, _)| at)
    }
}

/// Finds what the settings name.
struct Reading<'a> {
    inputs: &'a Inputs<'a>,
    findings: &'a mut Vec<Diagnostic>,
    absent: Vec<Arc<str>>,
}

impl Reading<'_> {
    fn report(&mut self, named: &Named, message: String, hint: &str) {
        let finding = self.inputs.config.source.finding(&codes::SETTINGS, named.span, message);
        self.findings.push(finding.hint(hint));
    }

    fn target(&mut self, named: &Named) -> Option<Target> {
        self.named(named, &named.name)
    }

    /// What a name leads to; a finding when there is nothing of that name.
    fn named(&mut self, named: &Named, name: &str) -> Option<Target> {
        match self.inputs.site.find(name) {
            Ok(target) => Some(target),
            Err(Nowhere::Withheld(_)) => {
                self.absent.push(name.into());
                None
            }
            Err(Nowhere::Unknown(hint)) => {
                let message = format!("`home` names `{name}`, which does not exist");
                let finding = self.inputs.config.source.finding(&codes::UNKNOWN_REFERENCE, named.span, message);
                self.findings.push(finding.hint(hint));
                None
            }
        }
    }

    fn figure(&mut self, named: &Named) -> Option<RecordIx> {
        let key = match named.name.contains('/') {
            true => named.name.to_string(),
            false => format!("{FIGURES}/{}", named.name),
        };
        match self.named(named, &key)? {
            Target::Record(record) if self.inputs.figures.of(record).is_some() => Some(record),
            _ => {
                self.report(named, format!("`{}` is not a figure", named.name), "name a record of `figures`");
                None
            }
        }
    }

    fn collection(&mut self, named: &Named) -> Option<CollectionIx> {
        match self.target(named)? {
            Target::Collection(collection) => Some(collection),
            Target::Record(record) => {
                let hint = format!("name its collection: {}", self.inputs.site.model(record).id);
                self.report(named, format!("`{}` is a record, not a collection", named.name), &hint);
                None
            }
        }
    }

    fn door(&mut self, named: &Named) -> Option<CollectionIx> {
        let collection = self.collection(named)?;
        let has_index = self.inputs.has_index(collection);
        if !has_index {
            let hint = "name a collection whose records have pages, or one with `templates: {index: …}`";
            self.report(named, format!("`{}` has no index page to lead to", named.name), hint);
        }
        has_index.then_some(collection)
    }

    fn map(&mut self, map: &HomeMap) -> Option<(CollectionIx, Option<RecordIx>)> {
        let of = self.collection(&map.of)?;
        let model = &self.inputs.site.collections[of];
        let has_places = model.fields.iter().any(|field| matches!(field.kind, FieldKind::Location));
        if model.boundaries.is_none() && !has_places {
            let message = format!("`{}` has neither `boundaries` nor a field of type `location`", model.id);
            self.report(&map.of, message, "a map shows areas or places: declare them in the collection's model");
            return None;
        }
        let Some(named) = &map.figure else { return Some((of, None)) };
        let figure = self.figure(named)?;
        let formula = self.inputs.figures.of(figure).and_then(|figure| figure.formula.as_ref());
        if formula.and_then(|formula| formula.places()) != Some(of) {
            let message = format!("`{}` has no values by `{}`", named.name, map.of.name);
            self.report(named, message, "name a figure that is grouped (`by:`) by a reference to that collection");
            return None;
        }
        Some((of, Some(figure)))
    }

    fn news(&mut self, named: &Named) -> Option<CollectionIx> {
        let collection = self.collection(named)?;
        let is_news = self.inputs.site.collections[collection].kind == CollectionKind::News;
        if !is_news {
            let hint = "name a collection with `kind: news` or `feed: true`";
            self.report(named, format!("`{}` is not of kind news", named.name), hint);
        }
        is_news.then_some(collection)
    }
}

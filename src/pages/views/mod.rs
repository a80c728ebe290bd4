//! Views: records as template values, made once per record and language, when first asked for, and shared by all pages.

mod chosen;
pub mod dates;
mod corrections;
pub mod files;
pub mod images;
pub mod tables;
pub mod facts;
pub mod columns;
pub mod facets;
pub mod figures;

use tera::Value;

use crate::link::back_references::BackReference;
use crate::link::effective::Effective;
use crate::locale::program::{Message, Wording};
use crate::model::builtin::{CORRECTIONS, SOURCES};
use crate::model::field::{Field, FieldKind, Markup, SortKey};
use crate::model::value;
use crate::pages::cache::Of;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{Entries, Name, map, optional};
use crate::position::{CollectionIx, FieldIx, RecordIx};
use crate::prose::fields;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};

impl LocalRenderer<'_> {
    /// The card of a record: `{key, id, collection, title, short, url}`.
    pub fn card(self, record: RecordIx) -> Value {
        recorder::note(Note::Record(record));
        let cell = self.renderer.views.cards.cell(self.language, record);
        cell.get_or_init(|| Value::from(card(self, record, 0))).clone()
    }

    /// The whole view of a record.
    pub fn view(self, record: RecordIx) -> Value {
        self.renderer.views.records.get(self.language, record, || view(self, record))
    }

    /// `{id, label, singular, url, count, description, kind, layout, az, per_page}` of a collection.
    pub fn collection_value(self, collection: CollectionIx) -> Value {
        self.renderer.views.small.get(self.language, Of::Collection(collection), || collection_value(self, collection))
    }
}

fn collection_value(local: LocalRenderer, collection: CollectionIx) -> Value {
    recorder::note(Note::Members(collection));
    let model = &local.report().site.collections[collection];
    let role =
        |(name, at): (&'static str, Option<FieldIx>)| (name, optional(at.map(|at| &*model.fields[at].view_name)));
    let order = |key: &SortKey| {
        let field = &model.fields[key.field];
        map([
            ("field", Value::normal_string(&field.view_name)),
            ("label", Value::normal_string(field.label.text(local.language))),
            ("kind", Value::from(field.kind.field_type().name())),
            ("descending", Value::from(key.descending)),
        ])
    };
    let entries = [
        ("roles", map(model.roles.by_name().map(role))),
        ("sort", model.sort.first().map_or_else(Value::none, order)),
        ("id", Value::normal_string(&model.id)),
        ("label", Value::normal_string(model.label.text(local.language))),
        ("singular", Value::normal_string(model.singular.text(local.language))),
        ("url", optional(local.report().plan.addresses.index_url(collection, local.language, 1).as_deref())),
        ("count", Value::from(local.report().site.records[collection].len() as u64)),
        ("count_text", optional(count_text(local, collection).as_deref())),
    ];
    let named = |(name, value)| (Name::from(name), value);
    Value::from(entries.into_iter().chain(chosen::described(local, collection)).map(named).collect::<Entries>())
}

/// “24 projects” by the message of the collection, else “24 records”; `None` in a language without either.
fn count_text(local: LocalRenderer, collection: CollectionIx) -> Option<String> {
    let id = &local.report().site.collections[collection].id;
    let count = [("count", (local.report().site.records[collection].len() as u64).into())];
    let localizer = local.localizer();
    localizer.format(Wording::Count(id), &count).or_else(|| localizer.format(Message::RecordsCount, &count))
}

/// The entries that every card and view begins with; room for `more`.
fn card(local: LocalRenderer, record: RecordIx, more: usize) -> Entries {
    let site = &local.report().site;
    let model = site.model(record);
    let linked = site.get(record);
    let title = Value::normal_string(site.title(record, local.language).1);
    let short = site.text(record, model.roles.short, local.language).map(|(_, text)| Value::normal_string(text));
    let url = local
        .report()
        .plan
        .addresses
        .best(record, local.language)
        .map(|(_, address)| Value::normal_string(&address.url));
    let mut map = Entries::with_capacity(6 + more);
    map.insert("key", Value::from(site.key(record)));
    map.insert("id", Value::normal_string(&linked.record.id));
    map.insert("collection", Value::normal_string(&model.id));
    map.insert("short", short.unwrap_or_else(|| title.clone()));
    map.insert("title", title);
    map.insert("url", url.unwrap_or_else(Value::none));
    map
}

fn view(local: LocalRenderer, record: RecordIx) -> Value {
    let site = &local.report().site;
    let (model, linked) = (site.model(record), site.get(record));
    let back_fields = &site.back_references[record.collection];
    recorder::note(Note::Record(record));
    local.report().note_absent(linked);
    if !back_fields.is_empty() || *model.id == *SOURCES {
        recorder::note(Note::Referrers(record));
    }
    let mut map = card(local, record, model.fields.len() + back_fields.len() + 5);
    let shown = local.localizer().shown_language(record);
    map.insert("lang", Value::normal_string(&local.report().config.languages[shown].code));
    let permanent = local
        .report()
        .plan
        .addresses
        .permanent(&local.report().site, record)
        .map(|path| local.report().plan.addresses.link(&path));
    map.insert("permanent", optional(permanent.as_deref()));
    map.insert("summary", Value::none());
    for (at, field) in model.fields.entries() {
        let value = site.effective(record, at).map_or_else(Value::none, |fact| plain(local, &fact));
        if model.roles.short == Some(at) && value.is_none() {
            continue;
        }
        if model.roles.summary == Some(at) {
            map.insert("summary", value.clone());
        }
        map.insert(&field.view_name, value);
    }
    for (at, name) in back_fields.entries() {
        let backs = local.report().site.referrers(record, at);
        let cards: Vec<Value> = backs.map(|back| back_card(local, name.field, back)).collect();
        map.insert(&name.name, Value::from(cards));
    }
    // Templates may ask every record for its corrections, on a site without any as well.
    let has_own = model.field(CORRECTIONS).is_some();
    if !has_own {
        map.insert(CORRECTIONS, corrections::of_record(local, record));
    }
    if *model.id == *CORRECTIONS {
        corrections::add(local, record, &mut map);
    }
    if *model.id == *SOURCES {
        let cards: Vec<Value> = local.report().site.cited_by(record).map(|citing| local.card(citing)).collect();
        map.insert("cited_by_count", Value::from(cards.len() as u64));
        map.insert("cited_by", Value::from(cards));
        map.insert("cited_as", cited_as(local.localizer(), record));
    }
    Value::from(map)
}

/// The card of a record that refers here, with the group that holds the reference.
fn back_card(local: LocalRenderer, field: FieldIx, back: BackReference) -> Value {
    let card = local.card(back.record);
    let Some(item) = back.item else { return card };
    let Some(list) = local.report().site.effective(back.record, field) else { return card };
    let Some(item) = list.item(item as usize) else { return card };
    let mut map = Entries::of(&card, 1);
    map.insert("item", plain(local, &item));
    Value::from(map)
}

/// The plain value of a fact, as templates compare and print it.
pub fn plain(local: LocalRenderer, fact: &Effective) -> Value {
    let (linked, field) = (fact.linked, fact.field);
    let Some(value) = fact.value() else { return empty(field) };
    match value {
        value::Value::Text(text) => match field.kind {
            FieldKind::File => Value::from(local.report().attachment_url(linked, text)),
            _ => marked_up(local, fact, text),
        },
        value::Value::Localized(text) => match text.best(local.language) {
            Some((shown, text)) => marked_up(local.renderer.local(shown), fact, text),
            None => Value::none(),
        },
        value::Value::Number(number) => match number.to_i64() {
            Some(whole) => Value::from(whole),
            None => Value::from(number.to_f64()),
        },
        value::Value::Date(date) => Value::from(date.to_string()),
        value::Value::Boolean(yes) => Value::from(*yes),
        value::Value::Choice(at) => match &field.kind {
            FieldKind::Choice(options) => Value::normal_string(&options[*at].id),
            _ => Value::none(),
        },
        value::Value::Language(tag) => Value::normal_string(tag),
        value::Value::Raw(_) => Value::none(),
        value::Value::Reference(at) => {
            linked.targets[*at as usize].map_or_else(Value::none, |target| local.card(target))
        }
        value::Value::Image(image) => images::view(local, linked, image),
        value::Value::Location(location) => map([
            ("latitude", Value::from(location.latitude.to_f64())),
            ("longitude", Value::from(location.longitude.to_f64())),
        ]),
        value::Value::List(_) => fact.items().map(|item| plain(local, &item)).collect::<Vec<_>>().into(),
        value::Value::Group(_) => {
            let value = |(field, part): (&Field, Option<Effective>)| {
                let value = part.map_or_else(|| empty(field), |part| plain(local, &part));
                (Name::from(&field.view_name), value)
            };
            Value::from(fact.fields().map(value).collect::<Entries>())
        }
    }
}

/// A missing group still has its fields, so that templates may ask for them.
fn empty(field: &Field) -> Value {
    let FieldKind::Group(fields) = &field.kind else { return Value::none() };
    let parts = fields.iter().map(|field| (Name::from(&field.view_name), empty(field)));
    Value::from(parts.collect::<Entries>())
}

fn marked_up(local: LocalRenderer, fact: &Effective, text: &str) -> Value {
    match fact.field.kind {
        FieldKind::Text { markup: Markup::Plain, .. } | FieldKind::Url | FieldKind::Email => Value::normal_string(text),
        FieldKind::Text { .. } => Value::safe_string(&fields::of_field(local.localizer(), fact, text)),
        _ => Value::normal_string(text),
    }
}

/// The citation of a source as templates see it: `{text, lang, letter, own}`.
fn cited_as(localizer: Localizer, source: RecordIx) -> Value {
    let Some(citation) = localizer.citation(source) else { return Value::none() };
    map([
        ("text", Value::normal_string(&citation.text)),
        ("lang", optional(citation.lang.as_deref())),
        ("letter", optional(citation.letter.as_deref())),
        ("own", Value::from(citation.own)),
    ])
}

//! Effective facts: each fact of a record, and each part of one, with what it has from those that contain it.
//!
//! In:  the facts as they are written: a part (an item of a list, a field of a group) says only what is its own.
//! Out: [`Effective`], a cursor that stands on one fact and leads to its parts; it holds what readers are told of the fact.
//!
//! What a part has from what contains it, where it says nothing of its own:
//! - its **sources**; those of the record for the fact of a field. Nobody inherits a source for what is missing, for what we
//!   conclude ourselves, or for our own words ([`Fact::rests_on`]);
//! - its **effective date**, `since` or `by`: a date of its own, of either kind, replaces it;
//! - its **status**: a written `final` replaces another;
//! - nothing else: bound and note are of the very fact.
//!
//! What the public does not see yet is no part: a cursor made for the public passes over it.
//!
//! ```yaml
//! source: report                                   # sources      since     status
//! uses:
//!   is:
//!     - {what: meadow}                             # report       2021-03   provisional
//!     - is: {what: lake, area: {is: 2, by: 2023}}  # survey       by 2023   final        (the area)
//!       status: final
//!       source: survey
//!   since: 2021-03
//!   status: provisional
//! ```

use std::fmt;

use crate::link::Site;

use crate::link::record::LinkedRecord;

use crate::model::date::Date;
use crate::model::effective::EffectiveDate;
use crate::model::field::{Field, FieldKind};
use crate::model::value::{Fact, Status, Value};
use crate::position::FieldIx;
use crate::position::RecordIx;

/// A fact as it stands in its record, with what it has from those that contain it.
///
/// `'s` is the site, `'o` the walk: what contains the fact lies where the walk came from.
#[derive(Debug, Clone, Copy)]
pub struct Effective<'s, 'o> {
    /// The record that says it.
    pub linked: &'s LinkedRecord,
    /// The field of the collection or of the group; of an item, what its list declares.
    pub field: &'s Field,
    /// What is written there.
    pub written: &'s Fact,
    /// What it rests on, as positions in the record's references.
    pub sources: &'s [u32],
    /// From when it counts; `None`: neither it nor what contains it has a date.
    pub effective: Option<EffectiveDate>,
    /// How firm it is; `None`: final, and nobody says so.
    pub status: Option<Status>,
    /// The fact that contains it; `None`: it is the fact of a field of the record.
    pub outer: Option<&'o Effective<'s, 'o>>,
    /// Which item of its list it is, from 1; `None`: it is none.
    pub position: Option<usize>,
    /// Whether the fact of the record's field holds on the report's day; `false`: it is an earlier or a later one.
    pub is_current: bool,
    scope: Scope,
}

/// Which parts a walk meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Those that the public sees on the report's day.
    Public,
    /// All that is written.
    Written,
}

impl Scope {
    fn meets(self, linked: &LinkedRecord, fact: &Fact) -> bool {
        self == Scope::Written || linked.is_public(fact)
    }
}

impl Site {
    /// The fact of a field that holds on the report's day, when the public sees it.
    pub fn effective(&self, record: RecordIx, at: FieldIx) -> Option<Effective<'_, '_>> {
        let linked = self.get(record);
        in_history(linked, (at, &self.model(record).fields[at]), linked.current[at]?)
    }

    /// The facts of a field up to the report's day that the public sees, oldest first.
    pub fn effective_history(&self, record: RecordIx, at: FieldIx) -> impl Iterator<Item = Effective<'_, '_>> {
        history(self.get(record), at, &self.model(record).fields[at])
    }

    /// The facts of all fields up to the report's day that the public sees, in declared order.
    pub fn effective_facts(&self, record: RecordIx) -> impl Iterator<Item = Effective<'_, '_>> {
        let fields = self.model(record).fields.positions();
        fields.flat_map(move |at| self.effective_history(record, at))
    }

    /// Every fact that is written in a record, be it of a later day or withheld, in declared order. So are their parts.
    pub fn written_facts(&self, record: RecordIx) -> impl Iterator<Item = Effective<'_, '_>> {
        let linked = self.get(record);
        self.model(record).fields.entries().flat_map(move |(at, field)| {
            linked.written(at).iter().zip(0..).map(move |(fact, place)| {
                let is_current = linked.current[at] == Some(place);
                Effective { is_current, scope: Scope::Written, ..Effective::new(linked, field, fact) }
            })
        })
    }
}

/// The facts of a field up to the report's day that the public sees, oldest first.
pub fn history<'s>(linked: &'s LinkedRecord, at: FieldIx, field: &'s Field) -> impl Iterator<Item = Effective<'s, 's>> {
    let places = 0..linked.history(at).len() as u32;
    places.filter_map(move |place| in_history(linked, (at, field), place))
}

/// The fact at a place of that history; `None` when the public does not see it.
pub fn in_history<'s>(
    linked: &'s LinkedRecord,
    (at, field): (FieldIx, &'s Field),
    place: u32,
) -> Option<Effective<'s, 's>> {
    let fact = linked.history(at).get(place as usize).filter(|fact| linked.is_public(fact))?;
    let is_current = linked.current[at] == Some(place);
    Some(Effective { is_current, ..Effective::new(linked, field, fact) })
}

impl<'s, 'o> Effective<'s, 'o> {
    /// A fact of a field of the record; of its parts those that the public sees.
    fn new(linked: &'s LinkedRecord, field: &'s Field, written: &'s Fact) -> Self {
        let sources = written.rests_on(field, &linked.record.sources);
        let Fact { effective, status, .. } = *written;
        let (outer, position, is_current, scope) = (None, None, false, Scope::Public);
        Effective { linked, field, written, sources, effective, status, outer, position, is_current, scope }
    }

    /// Since when it holds; `None`: that is not known.
    pub fn since(&self) -> Option<Date> {
        self.effective?.since()
    }

    /// By when it held, its start being unknown; `None`: it is known, or nothing is.
    pub fn by(&self) -> Option<Date> {
        self.effective?.by()
    }

    /// The value; `None` when it is missing.
    pub fn value(&self) -> Option<&'s Value> {
        self.written.value()
    }

    /// The fact of the record's field that it is a part of; itself when it is none.
    pub fn whole(&self) -> Effective<'s, '_> {
        self.outer.map_or(*self, |outer| outer.whole())
    }

    /// Whether we conclude it, rather than a source stating it.
    pub fn is_inferred(&self) -> bool {
        self.status == Some(Status::Inferred)
    }

    /// Whether it is a list or a group: what it says is what its parts say.
    pub fn is_compound(&self) -> bool {
        matches!(self.value(), Some(Value::List(_) | Value::Group(_)))
    }

    /// Its parts, in written order: the items of a list, or what is written of the fields of a group.
    pub fn parts(&self) -> impl Iterator<Item = Effective<'s, '_>> {
        self.items().chain(self.fields().filter_map(|(_, part)| part))
    }

    /// The items of a list; none when it is something else.
    pub fn items(&self) -> impl Iterator<Item = Effective<'s, '_>> {
        let (items, of) = match (self.value(), &self.field.kind) {
            (Some(Value::List(items)), FieldKind::List(of)) => (items.as_slice(), &**of),
            _ => (&[][..], self.field),
        };
        let met = items.iter().filter(|item| self.scope.meets(self.linked, item));
        met.zip(1..).map(move |(item, position)| Effective { position: Some(position), ..self.part(of, item) })
    }

    /// The fields of a group in declared order; `None` for those of which nothing is written. None when it is something
    /// else.
    pub fn fields(&self) -> impl Iterator<Item = (&'s Field, Option<Effective<'s, '_>>)> {
        let (fields, facts) = match (self.value(), &self.field.kind) {
            (Some(Value::Group(facts)), FieldKind::Group(fields)) => (fields.as_slice(), facts.as_slice()),
            _ => (&[][..], &[][..]),
        };
        fields.iter().zip(facts).map(|(field, fact)| (field, self.met(field, fact.as_ref())))
    }

    /// A field of a group; `None` when nothing is written of it.
    pub fn in_group(&self, at: FieldIx) -> Option<Effective<'s, '_>> {
        match (self.value(), &self.field.kind) {
            (Some(Value::Group(facts)), FieldKind::Group(fields)) => self.met(fields.get(at)?, facts.get(at)?.as_ref()),
            _ => None,
        }
    }

    /// The item that is written at a place of a list, from 0; `None` when the walk does not meet it. Its position is counted
    /// as it is written, so that it is found at once.
    pub fn item(&self, at: usize) -> Option<Effective<'s, '_>> {
        let (Some(Value::List(items)), FieldKind::List(of)) = (self.value(), &self.field.kind) else { return None };
        Some(Effective { position: Some(at + 1), ..self.met(of, items.get(at))? })
    }

    /// The fact at the end of a path through groups, as if nothing contained it; itself at the end of none.
    pub fn along(&self, path: &[FieldIx]) -> Option<Effective<'s, 's>> {
        match path.split_first() {
            None => Some(self.alone()),
            Some((first, rest)) => self.in_group(*first)?.along(rest),
        }
    }

    fn alone(&self) -> Effective<'s, 's> {
        let Effective { linked, field, written, sources, effective, status, position, is_current, scope, .. } = *self;
        Effective { linked, field, written, sources, effective, status, outer: None, position, is_current, scope }
    }

    /// Calls `visit` for the fact and for everything in it, each before its parts.
    pub fn each(&self, visit: &mut impl FnMut(&Effective<'s, '_>)) {
        visit(self);
        self.parts().for_each(|part| part.each(visit));
    }

    /// The names of the fields that lead to it, joined by full stops: `seat.city`.
    pub fn path(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|to| self.write_path(to))
    }

    fn write_path(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self.outer {
            Some(outer) if self.position.is_some() => outer.write_path(to),
            Some(outer) => {
                outer.write_path(to)?;
                write!(to, ".{}", self.field.name)
            }
            None => to.write_str(&self.field.name),
        }
    }

    /// Its position in its list, from 1; within a list in a list both, joined by a full stop. Empty outside of lists.
    pub fn positions(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|to| self.write_positions(to))
    }

    fn write_positions(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let Some(outer) = self.outer else { return Ok(()) };
        outer.write_positions(to)?;
        let Some(position) = self.position else { return Ok(()) };
        if outer.is_in_list() {
            to.write_str(".")?;
        }
        write!(to, "{position}")
    }

    fn is_in_list(&self) -> bool {
        self.position.is_some() || self.outer.is_some_and(Effective::is_in_list)
    }

    fn met(&self, field: &'s Field, fact: Option<&'s Fact>) -> Option<Effective<'s, '_>> {
        fact.filter(|fact| self.scope.meets(self.linked, fact)).map(|fact| self.part(field, fact))
    }

    fn part(&self, field: &'s Field, fact: &'s Fact) -> Effective<'s, '_> {
        Effective {
            field,
            written: fact,
            sources: fact.rests_on(field, self.sources),
            effective: fact.effective.or(self.effective),
            status: fact.status.or(self.status),
            outer: Some(self),
            position: None,
            ..*self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::tests::{record, resolved};
    use crate::model::tests::model_of;
    use crate::position::Position as _;

    const PARKS: &str = "label: {en: P, de: P}\nroles: {title: name}\nfields:\n  name: {type: text}\n  uses:\n    type: list\n    tracked: true\n    of: {type: group, fields: {what: {type: text}, area: {type: decimal}, remark: {type: text, sourced: false}, tags: {type: list, of: {type: text}}}}\n  seat: {type: group, fields: {floor: {type: integer}, hall: {type: text}}}\n";
    const SOURCE: &str = "title: S\nlanguage: en\ndate: 2026\n";

    fn park(facts: &str) -> Site {
        let facts = format!("name: A\nsource: whole\n{facts}");
        let files = [
            ("parks/_collection.yaml", PARKS),
            ("parks/a.yaml", &facts),
            ("sources/whole.yaml", SOURCE),
            ("sources/part.yaml", SOURCE),
        ];
        let model = model_of(&files);
        assert!(model.diagnostics.is_empty(), "{:?}", model.diagnostics);
        resolved(model.value).value
    }

    /// `path positions: sources | since | by | status` of everything in a fact.
    fn told(fact: &Effective) -> Vec<String> {
        let mut told = Vec::new();
        fact.each(&mut |fact| {
            let ids = fact.sources.iter().map(|at| &*fact.linked.record.references[*at as usize].text);
            let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
            let (since, by, status) = (date(fact.since()), date(fact.by()), fact.status);
            let ids = ids.collect::<Vec<_>>().join(";");
            told.push(format!("{} {}: {ids} | {since} | {by} | {status:?}", fact.path(), fact.positions()));
        });
        told
    }

    /// What is told of everything in a field on the report's day.
    fn told_of(field: usize, facts: &str) -> Vec<String> {
        let site = park(facts);
        let fact = site.effective(record(&site, "parks/a"), FieldIx::behind(field)).expect("is told");
        told(&fact)
    }

    #[test]
    fn a_part_rests_on_the_sources_of_the_whole_unless_it_names_its_own() {
        let own = told_of(2, "seat: {floor: {is: 3, source: part}, hall: A}\n");
        let between = told_of(2, "seat: {is: {floor: 3, hall: A}, source: part}\n");

        assert_eq!(
            own,
            ["seat : whole |  |  | None", "seat.floor : part |  |  | None", "seat.hall : whole |  |  | None"]
        );
        assert_eq!(between[1..], ["seat.floor : part |  |  | None", "seat.hall : part |  |  | None"]);
    }

    #[test]
    fn what_is_missing_concluded_or_ours_has_no_source_of_the_whole() {
        let told = told_of(
            1,
            "uses: [{is: [{what: {is: x, status: inferred}, area: {missing: not-available}, remark: ours}], since: 2020}]\n",
        );

        assert_eq!(told[2], "uses.what 1:  | 2020 |  | Some(Inferred)");
        assert_eq!(told[3], "uses.area 1:  | 2020 |  | None");
        assert_eq!(told[4], "uses.remark 1:  | 2020 |  | None");
    }

    #[test]
    fn parts_of_what_is_concluded_rest_on_what_it_names_alone() {
        let nothing = told_of(2, "seat: {is: {floor: 3}, status: inferred}\n");
        let basis = told_of(2, "seat: {is: {floor: {is: 3, status: final}}, status: inferred, source: part}\n");

        assert_eq!(nothing[1], "seat.floor :  |  |  | Some(Inferred)");
        assert_eq!(basis[1], "seat.floor : part |  |  | Some(Final)");
    }

    #[test]
    fn one_date_of_its_own_replaces_both_of_the_whole() {
        let told = told_of(
            1,
            "uses: [{is: [{what: {is: x, by: 2023}, area: 1}, {is: {what: y}, since: 2022-05}], since: 2020}]\n",
        );

        assert_eq!(told[0], "uses : whole | 2020 |  | None");
        assert_eq!(told[2], "uses.what 1: whole |  | 2023 | None");
        assert_eq!(told[3], "uses.area 1: whole | 2020 |  | None");
        assert_eq!(told[5], "uses.what 2: whole | 2022-05 |  | None");
    }

    #[test]
    fn a_written_final_replaces_the_status_of_the_whole() {
        let told = told_of(2, "seat: {is: {floor: {is: 3, status: final}, hall: A}, status: provisional}\n");

        assert_eq!(told[1], "seat.floor : whole |  |  | Some(Final)");
        assert_eq!(told[2], "seat.hall : whole |  |  | Some(Provisional)");
    }

    #[test]
    fn each_fact_of_a_history_has_its_own_parts() {
        let site = park(
            "uses:\n  - {is: [{what: x, tags: [dark, {is: deep, by: 2019}]}], since: 2018, source: part}\n  - {is: [], since: 2020}\n  - {is: [{what: z}], since: 2027, status: forecast}\n",
        );
        let at = record(&site, "parks/a");

        let current: Vec<bool> = site.effective_history(at, FieldIx::behind(1)).map(|fact| fact.is_current).collect();
        let so_far: Vec<String> = site.effective_history(at, FieldIx::behind(1)).flat_map(|fact| told(&fact)).collect();
        let written = site.written_facts(at).filter(|fact| &*fact.field.name == "uses").count();

        let expected = [
            "uses : part | 2018 |  | None",
            "uses 1: part | 2018 |  | None",
            "uses.what 1: part | 2018 |  | None",
            "uses.tags 1: part | 2018 |  | None",
            "uses.tags 1.1: part | 2018 |  | None",
            "uses.tags 1.2: part |  | 2019 | None",
            "uses : whole | 2020 |  | None",
        ];
        assert_eq!(so_far, expected);
        assert_eq!(current, [false, true]);
        assert_eq!(written, 3);
    }

    #[test]
    fn a_part_of_a_later_day_is_met_only_by_walks_over_all_that_is_written() {
        let later = "seat: {floor: {is: 3, since: 2027, status: forecast}, hall: A}\n";
        let site = park(later);
        let at = record(&site, "parks/a");
        let public = site.effective(at, FieldIx::behind(2)).expect("is told");
        let written = site.written_facts(at).find(|fact| &*fact.field.name == "seat").expect("is written");

        let names = |fact: &Effective| fact.parts().map(|part| part.field.name.to_string()).collect::<Vec<_>>();
        assert_eq!(names(&public), ["hall"]);
        assert_eq!(names(&written), ["floor", "hall"]);
        assert!(public.in_group(FieldIx::behind(0)).is_none() && written.in_group(FieldIx::behind(0)).is_some());
        assert_eq!(public.fields().map(|(_, part)| part.is_some()).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn a_part_knows_the_whole_and_its_place_among_what_is_met() {
        let site = park("uses: [{is: [{is: {what: x}, since: 2027, status: forecast}, {what: y}], since: 2020}]\n");
        let uses = site.effective(record(&site, "parks/a"), FieldIx::behind(1)).expect("is told");

        let items: Vec<usize> = uses.items().filter_map(|item| item.position).collect();
        let item = uses.items().next().expect("is there");
        let what = item.parts().next().expect("is there");

        assert_eq!(items, [1]);
        assert_eq!(what.whole().field.name, uses.field.name);
        assert_eq!(what.value(), Some(&Value::Text("y".into())));
    }
}

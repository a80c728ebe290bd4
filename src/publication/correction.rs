//! A correction as it is written: what it is about, and what was and is to be read there.

use crate::config::Localized;
use crate::link::Site;
use crate::model::builtin::FIGURES;
use crate::model::date::Date;
use crate::model::effective::EffectiveDate;
use crate::model::field::{Collection, Field, FieldKind};
use crate::position::RecordIx;
use crate::publication::value::FigureValue;

/// What a record of `corrections` says.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The record that tells of it.
    pub record: RecordIx,
    /// The day of the correction; `None`: it names none.
    pub date: Option<Date>,
    /// What it is about; without records that the public does not see.
    pub of: Vec<RecordIx>,
    /// Whether `of` is written as a list: then the values are those of the record of publications.
    pub is_of_many: bool,
    /// Which part of them.
    pub part: Part,
    /// Of which date.
    pub on: On,
    /// What was published; `None`: it says nothing.
    pub was: Option<Said>,
    /// What is right; `None`: it says nothing, or the value is withdrawn.
    pub now: Option<Said>,
    /// From or by when the right value holds, where that is another date than `on`.
    pub begins: Option<EffectiveDate>,
}

/// Which part of its records a correction is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Of a figure its values, of any other record all of it.
    Whole,
    /// A group of a figure, by its id.
    Group(Box<str>),
    /// A field.
    Field(FieldPath),
}

/// Which field of a record, perhaps in one entry of a list: `capacities.value` where `use` is `laboratories`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPath {
    /// The field, the field in it, and so on.
    pub names: Vec<Box<str>>,
    /// What the entry says in the fields that tell it from others, each with its value as the record of publications
    /// writes it; empty: all entries.
    pub item: Vec<(Box<str>, Box<str>)>,
}

/// Of which date a correction is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// It names none.
    Unsaid,
    /// The date as it was published, be it that of a beginning or that by which something had begun.
    Date(Date),
    /// Every date from one to another, both included.
    Range(Date, Date),
}

/// What a correction says that a value was or is.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The value of a figure.
    Figure(FigureValue),
    /// The value of a fact, as the record of publications writes it.
    Fact(Box<str>),
    /// What readers are told, in the languages of the site.
    Words(Localized),
}

impl Correction {
    /// Whether it tells of several values at once: what they were and are stands in the record of publications and in the
    /// content.
    pub fn is_of_several(&self) -> bool {
        self.is_of_many || matches!(self.on, On::Range(..))
    }

    /// Whether it is about values of figures.
    pub fn is_of_figures(&self, site: &Site) -> bool {
        let is_figure = |of: &RecordIx| *site.model(*of).id == *FIGURES;
        !matches!(self.part, Part::Field(_)) && self.of.iter().any(is_figure)
    }
}

impl FieldPath {
    /// The field at its end, and those on the way, in the model of a record; `None` when it leads nowhere.
    pub fn fields<'m>(&self, model: &'m Collection) -> Option<Vec<&'m Field>> {
        let (first, rest) = self.names.split_first()?;
        let mut field = model.field(first)?.1;
        let mut fields = vec![field];
        for name in rest {
            field = inner(field)?.iter().find(|field| *field.name == **name)?;
            fields.push(field);
        }
        Some(fields)
    }

    /// The field at its end; of a list of values what it lists.
    pub fn field<'m>(&self, model: &'m Collection) -> Option<&'m Field> {
        let field = *self.fields(model)?.last()?;
        Some(match &field.kind {
            FieldKind::List(of) if !matches!(of.kind, FieldKind::Group(_)) => of,
            _ => field,
        })
    }
}

/// The fields in a group, or in the groups of a list.
pub fn inner(field: &Field) -> Option<&[Field]> {
    match &field.kind {
        FieldKind::Group(fields) => Some(fields.as_slice()),
        FieldKind::List(of) => inner(of),
        _ => None,
    }
}

impl On {
    /// Whether a date is among those that it names; nothing is when it names none.
    pub fn includes(self, date: Date) -> bool {
        match self {
            On::Unsaid => false,
            On::Date(on) => on == date,
            On::Range(from, to) => from.first() <= date.first() && date.last() <= to.last(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_both_its_ends_and_a_date_is_as_it_was_written() {
        let date = |text: &str| Date::parse(text).expect("is a date");
        let dates = ["2017", "2018", "2020-06", "2022-12-31", "2023-01-01"].map(date);

        let range = On::Range(date("2018"), date("2022"));
        assert_eq!(dates.map(|date| range.includes(date)), [false, true, true, true, false]);
        assert_eq!(dates.map(|date| On::Date(dates[2]).includes(date)), [false, false, true, false, false]);
        assert_eq!(dates.map(|date| On::Unsaid.includes(date)), [false; 5]);
    }
}

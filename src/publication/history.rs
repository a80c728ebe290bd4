//! One history of a fact against what was published of it: what is free, and what readers have to be told of.
//!
//! Free: a new history; a value where there was none; an item later than the last published one; a finer date of the same
//! value; an item that no published day sees, or that says of its days what was published. The rest is a change.

use crate::publication::fact::{FactDate, PublishedFact};
use crate::publication::value::is_missing;

/// An item of a history: its date, and what is said from then on.
#[derive(Debug, Clone, Copy)]
pub struct Item<'f> {
    /// The date as it is written.
    pub on: FactDate,
    /// What is said.
    pub it: &'f PublishedFact,
}

/// What became of a history.
#[derive(Debug, Default)]
pub struct Course<'f> {
    /// What readers have to be told of.
    pub changed: Vec<Change<'f>>,
    /// What is new.
    pub new: Vec<New<'f>>,
}

/// A change that readers have to be told of.
#[derive(Debug)]
pub struct Change<'f> {
    /// The date that was published; that of the new item, where it came between published ones.
    pub on: FactDate,
    /// What was published of that day.
    pub was: &'f PublishedFact,
    /// What is said of it now; `None`: nothing.
    pub now: Option<&'f PublishedFact>,
    /// The date that the same value has now; `None`: the one that it had.
    pub moved: Option<FactDate>,
}

/// An item that is new.
#[derive(Debug)]
pub struct New<'f> {
    /// The item.
    pub item: Item<'f>,
    /// What was published of its day: why there is no value; `None`: nothing.
    pub was: Option<&'f PublishedFact>,
}

/// Compares a history with what was published of it, both oldest first; `is_same` compares their values.
pub fn compare<'f>(published: &[Item<'f>], now: &[Item<'f>], is_same: &dyn Fn(&str, &str) -> bool) -> Course<'f> {
    let mut comparison =
        Comparison { published, now, is_same, known: vec![false; now.len()], course: Course::default() };
    comparison.same_dates();
    comparison.other_dates();
    comparison.new_items();
    comparison.course.changed.sort_by_key(|change| change.on);
    comparison.course
}

struct Comparison<'a, 'f> {
    published: &'a [Item<'f>],
    now: &'a [Item<'f>],
    is_same: &'a dyn Fn(&str, &str) -> bool,
    /// Which items of today stand for a published one.
    known: Vec<bool>,
    course: Course<'f>,
}

impl<'f> Comparison<'_, 'f> {
    fn says_the_same(&self, one: &PublishedFact, other: &PublishedFact) -> bool {
        (self.is_same)(&one.value, &other.value)
    }

    fn now_on(&self, on: FactDate) -> Option<usize> {
        self.now.binary_search_by_key(&on, |item| item.on).ok()
    }

    /// Published items whose date is written still.
    fn same_dates(&mut self) {
        for was in self.published {
            let Some(at) = self.now_on(was.on) else { continue };
            self.known[at] = true;
            let now = self.now[at];
            match (is_missing(&was.it.value), is_missing(&now.it.value)) {
                (true, false) => self.course.new.push(New { item: now, was: Some(was.it) }),
                (true, true) => {}
                _ if self.says_the_same(was.it, now.it) => {}
                _ => self.course.changed.push(Change { on: was.on, was: was.it, now: Some(now.it), moved: None }),
            }
        }
    }

    /// Published items whose date is not written any more: it became finer, is another one now, or the value is gone.
    fn other_dates(&mut self) {
        for was in self.published.iter().filter(|was| !is_missing(&was.it.value)) {
            if self.now_on(was.on).is_some() {
                continue;
            }
            let says_it = |at: &usize| self.says_the_same(was.it, self.now[*at].it);
            let same: Vec<usize> = (0..self.now.len()).filter(says_it).collect();
            // It may have been published already: a merge brings back the line of the coarser date.
            if let Some(at) = same.iter().find(|at| is_finer(was.on, self.now[**at].on)) {
                self.known[*at] = true;
                continue;
            }
            // The same value at another date stands for it; the first one, as nothing tells which was meant.
            let moved = same.iter().copied().find(|at| !self.known[*at]);
            if let Some(at) = moved {
                self.known[at] = true;
            }
            let now = moved.map(|at| self.now[at]);
            let (now, moved) = (now.map(|now| now.it), now.map(|now| now.on));
            self.course.changed.push(Change { on: was.on, was: was.it, now, moved });
        }
    }

    /// Items that stand for no published one.
    fn new_items(&mut self) {
        for at in (0..self.now.len()).filter(|at| !self.known[*at]).collect::<Vec<_>>() {
            let item = self.now[at];
            let seen = self.published.iter().rfind(|was| was.on.first() <= item.on.first());
            let is_last = self.published.last().is_none_or(|last| last.on.first() < item.on.first());
            let was = seen.map(|seen| seen.it).filter(|was| is_missing(&was.value));
            let is_free =
                is_last || seen.is_none_or(|seen| is_missing(&seen.it.value) || self.says_the_same(seen.it, item.it));
            match seen.filter(|_| !is_free) {
                Some(seen) => {
                    self.course.changed.push(Change { on: item.on, was: seen.it, now: Some(item.it), moved: None });
                }
                None => self.course.new.push(New { item, was }),
            }
        }
    }
}

/// Whether a date is a finer form of one that was published: where none was written any; within the published month or year;
/// a beginning no later than the day by which it had begun.
pub fn is_finer(published: FactDate, now: FactDate) -> bool {
    match (published, now) {
        (FactDate::Undated, _) => true,
        (FactDate::Since(was), FactDate::Since(now)) | (FactDate::By(was), FactDate::By(now)) => {
            was.first() <= now.first() && now.last() <= was.last() && was.precision() < now.precision()
        }
        (FactDate::By(was), FactDate::Since(now)) => now.first() <= was.last(),
        (FactDate::Since(_), FactDate::By(_)) | (_, FactDate::Undated) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(items: &[(&str, &str)]) -> Vec<(FactDate, PublishedFact)> {
        let fact = |value: &str| PublishedFact { value: value.into(), status: None };
        items.iter().map(|(on, value)| (FactDate::parse(on).expect("is a date"), fact(value))).collect()
    }

    fn items(facts: &[(FactDate, PublishedFact)]) -> Vec<Item<'_>> {
        facts.iter().map(|(on, it)| Item { on: *on, it }).collect()
    }

    /// `date: was → now` of each change, with `@ date` where the value moved; `+ date` of what is new.
    fn course(published: &[(&str, &str)], now: &[(&str, &str)]) -> Vec<String> {
        let (published, now) = (facts(published), facts(now));
        let course = compare(&items(&published), &items(&now), &|one, other| one == other);
        let changed = course.changed.iter().map(|change| {
            let now = change.now.map_or("nothing", |now| &now.value);
            let moved = change.moved.map(|moved| format!(" @ {moved}")).unwrap_or_default();
            format!("{}: {} → {now}{moved}", change.on, change.was.value)
        });
        let new = course.new.iter().map(|new| format!("+ {}", new.item.on));
        changed.chain(new).collect()
    }

    const STAGES: &[(&str, &str)] = &[("2019", "planned"), ("<=2022-02", "open")];

    #[test]
    fn what_is_new_later_or_finer_is_free() {
        let nothing: [&str; 0] = [];
        assert_eq!(course(&[], STAGES), ["+ 2019", "+ <=2022-02"]);
        assert_eq!(course(STAGES, STAGES), nothing);
        assert_eq!(course(STAGES, &[STAGES, &[("2024", "closed")]].concat()), ["+ 2024"]);
        for finer in ["<=2022-02-10", "2022-02-28", "2022-02", "2020", "2021-12-31"] {
            assert_eq!(course(STAGES, &[STAGES[0], (finer, "open")]), nothing, "{finer}");
        }
        assert_eq!(course(STAGES, &[("2019-07", "planned"), STAGES[1]]), nothing);
        assert_eq!(course(&[("-", "12")], &[("2020", "12")]), nothing);
        assert_eq!(course(STAGES, &[&[("2018", "idea")], STAGES].concat()), ["+ 2018"], "no published day sees it");
        assert_eq!(course(&[("-", "12")], &[("-", "12"), ("2024", "14")]), ["+ 2024"]);
    }

    #[test]
    fn a_value_where_there_was_none_is_free_and_none_where_there_was_one_is_not() {
        assert_eq!(course(&[("-", "missing:not-available")], &[("-", "12")]), ["+ -"]);
        assert_eq!(course(&[("-", "missing:not-available")], &[("2020", "12")]), ["+ 2020"]);
        assert_eq!(course(&[("-", "missing:not-available")], &[]), [""; 0]);
        assert_eq!(course(&[("-", "12")], &[("-", "missing:confidential")]), ["-: 12 → missing:confidential"]);
        assert_eq!(course(&[("-", "12")], &[]), ["-: 12 → nothing"]);
        assert_eq!(
            course(&[("2018", "3"), ("2022", "4")], &[("2018", "3"), ("2020", "missing:not-available"), ("2022", "4")]),
            ["2020: 3 → missing:not-available"]
        );
    }

    #[test]
    fn another_value_or_another_or_coarser_date_is_a_change() {
        assert_eq!(course(STAGES, &[("2019", "open"), STAGES[1]]), ["2019: planned → open"]);
        assert_eq!(course(STAGES, &[("2020", "planned"), STAGES[1]]), ["2019: planned → planned @ 2020"]);
        assert_eq!(course(&[("2019-06", "a")], &[("2019", "a")]), ["2019-06: a → a @ 2019"]);
        assert_eq!(course(&[("2019", "a")], &[("-", "a")]), ["2019: a → a @ -"]);
        assert_eq!(course(&[("2019", "a")], &[("<=2019", "a")]), ["2019: a → a @ <=2019"]);
        assert_eq!(course(STAGES, &[STAGES[0], ("2022-03", "open")]), ["<=2022-02: open → open @ 2022-03"]);
        assert_eq!(course(STAGES, &[STAGES[0]]), ["<=2022-02: open → nothing"]);
    }

    #[test]
    fn an_item_between_published_ones_is_a_change_unless_it_says_what_was_published() {
        let (first, last) = (("2018", "3"), ("2022", "5"));

        assert_eq!(course(&[first, last], &[first, ("2020", "4"), last]), ["2020: 3 → 4"]);
        assert_eq!(course(&[first, last], &[first, ("2020", "3"), last]), ["+ 2020"]);
        assert_eq!(
            course(&[first, last], &[first, last, ("2022-01-01", "6")]),
            ["2022-01-01: 5 → 6"],
            "it shadows one"
        );
        assert_eq!(course(&[("-", "3"), last], &[("-", "3"), ("2020", "4"), last]), ["2020: 3 → 4"]);
    }
}

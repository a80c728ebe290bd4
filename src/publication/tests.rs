use proptest::prelude::*;

use crate::figures::Basis;
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status};
use crate::parse::Source;
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::fingerprint::Fingerprint;
use crate::publication::lock::{Edition, Entry, FILE, Lock, PublishedPage};
use crate::publication::lock_reader::parse;
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, When, is_same_text, same, words};

fn read(text: &str) -> (Lock, Vec<String>) {
    let read = parse(&Source::new(FILE, text));
    let findings = read.diagnostics.iter().map(|d| format!("{}:{} {}", d.place.line, d.place.column, d.message));
    (read.value, findings.collect())
}

const EXAMPLE: &str = "prospectus published 2
address /en/old%20page%25/ centers/bearings 2026-11-24
address /id/centers/bearings/ centers/bearings 2026-11-24
edition 2026-11-24 as-of 2026-11-20
edition 2026-12-01 as-of 2026-11-30
fact centers/bearings capacities[lead,some%20org].value <=2022-09 more-than:12 provisional 2026-12-01
fact centers/bearings capital - missing:not-available 2026-11-24
fact centers/bearings cities[] - cities/jinan 2026-11-24
fact centers/bearings cities[] - cities/zibo 2026-11-24
fact centers/bearings level 2022-02-28T11:16 provincial 2026-11-24
fact centers/bearings place - 36.65,117.12 2026-11-24
figure centers always computed 31 2026-11-24
figure centers-by-city 2019-06-12 computed 3 2026-11-24
figure centers-by-city/qingdao 2019-06-12 computed 2 2026-11-24
figure firms-served 2022-12-31 reported more-than:700 2026-11-24
figure provincial-centers 2022-02-28T11:16 reported 22 provisional 2026-11-24
figure revenue 2021 reported missing:not-available 2026-11-24
gone centers/valves 2026-12-01
page /de/zentren/ centers de 00000000000000ff 2026-11-24
page /en/centers/bearings/ centers/bearings en 4f2a90c1d3e85b67 2026-12-01
";

const FORMAT_1: &str = "prospectus published 1
address /id/centers/bearings/ centers/bearings
figure firms-served 2022-12-31 reported more-than 700
figure provincial-centers 2022-02-28 reported 22 provisional
figure revenue 2021 reported not-available
page /de/zentren/ centers de 00000000000000ff 2026-11-20
page /en/centers/bearings/ centers/bearings en 4f2a90c1d3e85b67 2026-11-24
";

/// What a record with these lines says again, and what is found in it.
fn again(lines: &[&str]) -> (String, Vec<String>) {
    let (lock, findings) = read(&format!("prospectus published 2\n{}\n", lines.join("\n")));
    (lock.to_text().lines().skip(1).collect::<Vec<_>>().join("\n"), findings)
}

#[test]
fn what_was_read_is_written_again() {
    let (lock, findings) = read(EXAMPLE);

    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(lock.to_text(), EXAMPLE);
}

#[test]
fn lines_may_stand_in_any_order_after_a_merge() {
    let mut lines: Vec<&str> = EXAMPLE.lines().collect();
    lines[1..].reverse();
    lines.push(EXAMPLE.lines().next().expect("is the header"));

    assert_eq!(read(&lines.join("\r\n")).0.to_text(), EXAMPLE);
}

#[test]
fn the_first_format_is_read_and_written_in_the_second() {
    let (lock, findings) = read(FORMAT_1);

    assert_eq!(findings, Vec::<String>::new());
    assert_eq!((lock.last_edition(), lock.last_day()), (None, Some(Day::new(2026, 11, 24))));
    assert_eq!(
        lock.to_text(),
        "prospectus published 2
address /id/centers/bearings/ centers/bearings 2026-11-24
figure firms-served 2022-12-31 reported more-than:700 2026-11-24
figure provincial-centers 2022-02-28 reported 22 provisional 2026-11-24
figure revenue 2021 reported missing:not-available 2026-11-24
page /de/zentren/ centers de 00000000000000ff 2026-11-20
page /en/centers/bearings/ centers/bearings en 4f2a90c1d3e85b67 2026-11-24
"
    );
}

#[test]
fn of_several_lines_with_one_key_that_of_the_latest_edition_counts() {
    let (old, new) = ("fact a/x size - 3 2026-11-24", "fact a/x size - 4 2026-12-01");
    let (figure, revised) = ("figure f 2020 reported 22 2026-11-24", "figure f 2020 reported 23 2026-12-01");
    let (lock, findings) = read(&format!("prospectus published 2\n{new}\n{revised}\n{old}\n{figure}\n{new}\n"));

    assert_eq!(findings, Vec::<String>::new());
    let (key, fact) = lock.facts.iter().next().expect("is read");
    assert_eq!((&*fact.it.value, fact.edition), ("4", Day::new(2026, 12, 1)));
    let told: Vec<&str> = lock.history_of_fact(key).map(|entry| &*entry.it.value).collect();
    assert_eq!(told, ["3", "4"]);
    assert_eq!(lock.to_text().lines().skip(1).collect::<Vec<_>>(), [old, new, figure, revised], "the history is kept");
}

#[test]
fn two_values_in_one_edition_are_an_error_that_names_both_lines() {
    let source =
        Source::new(FILE, "prospectus published 2\nfact a/x size - 3 2026-12-01\nfact a/x size - 4 2026-12-01\n");

    let found = parse(&source).diagnostics;

    assert_eq!(found.len(), 1);
    assert_eq!((found[0].place.line, found[0].related[0].0.line), (3, 2));
    for same in ["fact a/x size - 3.0 2026-12-01", "fact a/x size - 3 provisional 2026-12-01"] {
        let (_, findings) = again(&["fact a/x size - 3 2026-12-01", same]);
        assert_eq!(findings, Vec::<String>::new(), "{same}");
    }
    let hashes = ["page /en/ a/x en 00000000000000ff 2026-12-01", "page /en/ a/x en 00000000000000fe 2026-12-01"];
    assert_eq!(again(&hashes).1, Vec::<String>::new(), "what two branches make of a page is a third");
    assert_eq!(again(&["figure f 2020 reported 22 2026-12-01", "figure f 2020 reported 23 2026-12-01"]).1.len(), 1);
}

#[test]
fn what_a_merge_brought_back_is_left_out() {
    let moved = "page /en/new/ a/x en 00000000000000ff 2026-12-01";
    let (withdrawn, later) = ("gone a/y 2026-12-01", "fact a/z size - 3 2026-12-02");

    let (text, findings) = again(&[
        "fact a/y size - 3 2026-11-24",
        later,
        withdrawn,
        "gone a/z 2026-12-01",
        moved,
        "page /en/old/ a/x en 00000000000000ff 2026-11-24",
        "page /en/y/ a/y en 00000000000000ff 2026-11-24",
    ]);

    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(text, [later, withdrawn, "gone a/z 2026-12-01", moved].join("\n"));
}

#[test]
fn a_record_of_a_newer_program_is_refused() {
    let (lock, findings) = read("prospectus published 3\nvoyage a b c\n");

    assert_eq!(findings, ["1:1 a newer Prospectus wrote this record, in version 3 of its format"]);
    assert_eq!(lock, Lock::default());
}

#[test]
fn bad_lines_are_found_where_they_stand() {
    let text = "prospectus published 2\nfigure a 2020 guessed 3 2026-11-24\n<<<<<<< HEAD\npage /en/ pages/home en ff 2026-11-24\n=======\n>>>>>>> x\nfact a size - 3\nfact a/x size - 2026-11-24\nfact a/x size 20 3 2026-11-24\nedition 2026-11-24\nfigure a 2020 computed 3\n";

    let (_, findings) = read(text);

    let unreadable = |line: u32| format!("{line}:1 this line cannot be read");
    let merged = "3:1 two branches were merged here and git could not decide".to_owned();
    let expected = [2, 4, 7, 8, 9, 10, 11].map(unreadable);
    assert_eq!(findings[0], expected[0]);
    assert_eq!(findings[1], merged);
    assert_eq!(findings[2..], expected[1..]);
    assert!(read("prospectus printed 2\n").1[0].starts_with("1:1 `prospectus printed 2` is not the beginning"));
    assert!(read("").1[0].contains("empty"));
}

#[test]
fn zeros_at_the_end_of_a_decimal_say_nothing_more() {
    for (one, other) in [("31.90", "31.9"), ("more-than:2.0", "more-than:2"), ("36.0,117.50", "36,117.5")] {
        assert!(is_same_text(one, other), "{one} {other}");
    }
    for (one, other) in [("31.9", "31.8"), ("2", "20"), ("more-than:2", "2"), ("a.0", "a"), ("1.0,2", "1,2.1")] {
        assert!(!is_same_text(one, other), "{one} {other}");
    }
}

#[test]
fn an_address_that_is_escaped_wrongly_is_found() {
    for address in ["/%", "/%4", "/%zz/", "/%+1/", "/%C3/", "/100%/"] {
        let (lock, findings) =
            read(&format!("prospectus published 2\naddress {address} centers/bearings 2026-11-24\n"));

        assert_eq!(findings, ["2:1 this line cannot be read"], "{address}");
        assert!(lock.addresses.is_empty());
    }
}

#[test]
fn values_are_read_as_people_write_them() {
    let more = Some(FigureValue::Number(Number::parse("600").expect("a number"), Some(Bound::MoreThan)));

    assert_eq!(FigureValue::parse("more than 600"), more);
    assert_eq!(FigureValue::parse("more-than 600"), more);
    assert_eq!(words(more.as_ref()), "more than 600");
    assert_eq!(FigureValue::parse("1,000"), None);
    assert!(same(FigureValue::parse("31.90").as_ref(), FigureValue::parse("31.9").as_ref()));
}

fn figure_value() -> impl Strategy<Value = FigureValue> {
    let bound = prop_oneof![Just(None), Just(Some(Bound::MoreThan)), Just(Some(Bound::About))];
    let number = "-?(0|[1-9][0-9]{0,12})(\\.[0-9]{1,4})?".prop_map(|text| Number::parse(&text).expect("a number"));
    prop_oneof![
        (number, bound).prop_map(|(number, bound)| FigureValue::Number(number, bound)),
        Just(FigureValue::Missing(Missing::NotAvailable)),
    ]
}

fn edition() -> impl Strategy<Value = Day> {
    (1i8..29).prop_map(|day| Day::new(2026, 11, day))
}

fn status() -> impl Strategy<Value = Option<Status>> {
    prop_oneof![Just(None), Just(Some(Status::Provisional)), Just(Some(Status::Forecast))]
}

fn date() -> impl Strategy<Value = Date> {
    let text = "[12][0-9]{3}(-(0[1-9]|1[0-2])(-[012][1-8](T0[0-9]:[0-5][0-9])?)?)?";
    text.prop_map(|text| Date::parse(&text).expect("a date"))
}

fn value() -> impl Strategy<Value = (ValueKey, Entry<PublishedValue>)> {
    let on = prop_oneof![Just(When::Always), date().prop_map(When::On)];
    let basis = prop_oneof![Just(Basis::Computed), Just(Basis::Reported)];
    let group = proptest::option::of("\\PC{1,8}");
    let it =
        (basis, figure_value(), status()).prop_map(|(basis, value, status)| PublishedValue { basis, value, status });
    ("[a-z][a-z0-9-]{0,8}", group, on, it, edition()).prop_map(|(figure, group, on, it, edition)| {
        let key = ValueKey { figure: figure.into(), group: group.map(Into::into), on };
        (key, Entry::new(it, edition))
    })
}

fn fact() -> impl Strategy<Value = (FactKey, Entry<PublishedFact>)> {
    let on = prop_oneof![Just(FactDate::Undated), date().prop_map(FactDate::Since), date().prop_map(FactDate::By)];
    let path = "[a-z_]{1,4}(\\[[a-z,%]{0,3}\\])?(\\.[a-z_]{1,4})?";
    ("[a-z]{1,3}/[a-z]{1,3}", path, on, "\\PC{1,8}", status(), edition()).prop_map(
        |(record, path, on, value, status, edition)| {
            let it = PublishedFact { value: value.into(), status };
            (FactKey::new((record.into(), path.into(), on), &it.value), Entry::new(it, edition))
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_published_is_read_again(
        values in proptest::collection::vec(value(), 0..12),
        facts in proptest::collection::vec(fact(), 0..12),
        pages in proptest::collection::btree_map("/[a-z]{2}/[a-z-]{0,6}/", ("[a-z]{1,4}/[a-z-]{1,6}", "[0-9a-f]{16}", edition()), 0..6),
        editions in proptest::collection::btree_map(edition(), edition(), 0..3),
    ) {
        let page = |(path, (of, hash, edition)): (String, (String, String, Day))| {
            let page = PublishedPage { of: format!("{of}{path}").into(), language: "en".into(), hash: Fingerprint::parse(&hash).expect("16 digits") };
            (Box::from(path), Entry::new(page, edition))
        };
        let lock = Lock {
            editions: editions.into_iter().map(|(day, as_of)| (day, Edition { day, as_of })).collect(),
            facts: facts.into_iter().collect(),
            values: values.into_iter().collect(),
            pages: pages.into_iter().map(page).collect(),
            ..Lock::default()
        };

        let (again, findings) = read(&lock.to_text());

        prop_assert_eq!(findings, Vec::<String>::new());
        prop_assert_eq!(again, lock);
    }
}

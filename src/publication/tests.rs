use proptest::prelude::*;

use crate::figures::Basis;
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status};
use crate::parse::Source;
use crate::publication::lock::{Entry, FILE, Lock, PublishedPage, parse};
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, When, same, words};

fn read(text: &str) -> (Lock, Vec<String>) {
    let read = parse(&Source::new(FILE, text));
    let findings = read.diagnostics.iter().map(|d| format!("{}:{} {}", d.place.line, d.place.column, d.message));
    (read.value, findings.collect())
}

const EXAMPLE: &str = "prospectus published 1
address /en/old%20page%25/ centers/bearings
address /id/centers/bearings/ centers/bearings
figure centers always computed 31
figure centers-by-city 2019-06-12 computed 3
figure centers-by-city/qingdao 2019-06-12 computed 2
figure firms-served 2022-12-31 reported more-than 700
figure provincial-centers 2022-02-28T11:16 reported 22 provisional
figure revenue 2021 reported not-available
page /de/zentren/ centers de 00000000000000ff 2026-11-24
page /en/centers/bearings/ centers/bearings en 4f2a90c1d3e85b67 2026-11-24
";

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

    assert_eq!(read(&lines.join("\r\n")).0.to_text(), EXAMPLE);
}

#[test]
fn bad_lines_are_found_where_they_stand() {
    let text = "prospectus published 1\nfigure a 2020 guessed 3\n<<<<<<< HEAD\npage /en/ pages/home en ff 2026-11-24\n=======\n>>>>>>> x\nfigure a 2020 computed 3\nfigure a 2020 computed 4\n";

    let (_, findings) = read(text);

    assert_eq!(
        findings,
        [
            "2:1 this line cannot be read",
            "3:1 two branches were merged here and git could not decide",
            "4:1 this line cannot be read",
            "8:1 this was recorded above already",
        ]
    );
    assert!(read("prospectus published 2\n").1[0].starts_with("1:1 "));
    assert!(read("").1[0].contains("empty"));
}

#[test]
fn an_address_that_is_escaped_wrongly_is_found() {
    for address in ["/%", "/%4", "/%zz/", "/%+1/", "/%C3/", "/100%/"] {
        let (lock, findings) = read(&format!("prospectus published 1\naddress {address} centers/bearings\n"));

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

fn value() -> impl Strategy<Value = (ValueKey, Entry<PublishedValue>)> {
    let date = "[12][0-9]{3}(-(0[1-9]|1[0-2])(-[012][1-8](T0[0-9]:[0-5][0-9])?)?)?";
    let on = prop_oneof![Just(When::Always), date.prop_map(|text| When::On(Date::parse(&text).expect("a date")))];
    let status = prop_oneof![Just(None), Just(Some(Status::Provisional)), Just(Some(Status::Final))];
    let basis = prop_oneof![Just(Basis::Computed), Just(Basis::Reported)];
    ("[a-z][a-z0-9-]{0,8}", proptest::option::of("\\PC{1,8}"), on, basis, figure_value(), status).prop_map(
        |(figure, group, on, basis, value, status)| {
            let key = ValueKey { figure: figure.into(), group: group.map(Into::into), on };
            (key, Entry::new(PublishedValue { basis, value, status }))
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_published_is_read_again(
        list in proptest::collection::vec(value(), 0..12),
        pages in proptest::collection::btree_map("/[a-z]{2}/[a-z-]{0,6}/", ("[a-z]{1,4}/[a-z-]{1,6}", "[0-9a-f]{16}"), 0..6),
    ) {
        let page = |(path, (of, hash)): (String, (String, String))| {
            let page = PublishedPage { of: of.into(), language: "en".into(), hash: hash.into(), changed: Day::new(2026, 11, 24) };
            (Box::from(path), Entry::new(page))
        };
        let lock = Lock { values: list.into_iter().collect(), pages: pages.into_iter().map(page).collect(), ..Lock::default() };

        let (again, findings) = read(&lock.to_text());

        prop_assert_eq!(findings, Vec::<String>::new());
        prop_assert_eq!(again, lock);
    }
}

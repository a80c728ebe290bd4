//! Figures at the edges: conditions, sums, groups, days, reports.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostics::{Checked, Diagnostic, codes};
use crate::link::{self, Site};
use crate::model::tests::{config, model_of, run};

const CITIES: &str = "label: {en: C, de: C}\nroles: {title: name}\nfields:\n  name: {type: text}\n  region: {type: choice, options: {east: {en: East, de: Ost}, west: {en: West, de: West}}}\n";
const CENTERS: &str = "label: {en: C, de: C}\nroles: {title: name}\nfields:
  name: {type: text}
  level: {type: choice, options: {national: {en: N, de: N}, provincial: {en: P, de: P}}}
  stage: {type: choice, tracked: true, options: {recognized: {en: R, de: R}, pilot: {en: T, de: T}}}
  city: {type: reference, to: cities}
  capital: {type: decimal}
  opened: {type: date}
  chains: {type: list, of: {type: group, fields: {chain: {type: reference, to: chains}, segment: {type: choice, options: {upstream: {en: U, de: U}, downstream: {en: D, de: D}}}}}}
";
const CHAINS: &str = "label: {en: C, de: C}\nroles: {title: name}\nfields:\n  name: {type: text}\n";
const SITE: &[(&str, &str)] = &[
    ("cities/_collection.yaml", CITIES),
    ("centers/_collection.yaml", CENTERS),
    ("chains/_collection.yaml", CHAINS),
    ("sources/s.yaml", "title: S\ndate: 2020\n"),
    ("cities/dezhou.yaml", "name: Dezhou\nregion: west\n"),
    ("cities/jinan.yaml", "name: Jinan\nregion: west\n"),
    ("cities/yantai.yaml", "name: Yantai\nregion: east\n"),
    ("chains/yarn.yaml", "name: Yarn\n"),
    ("chains/steel.yaml", "name: Steel\n"),
    (
        "centers/a.yaml",
        "name: A\nlevel: provincial\ncity: yantai\ncapital: 10.5\nopened: 2018\nstage: [{is: pilot, since: 2019}, {is: recognized, since: 2021-03-01}]\nchains: [{chain: yarn, segment: upstream}, {chain: steel, segment: downstream}]\n",
    ),
    (
        "centers/b.yaml",
        "name: B\nlevel: provincial\ncity: jinan\ncapital: {is: 20, bound: more-than}\nstage: [{is: recognized, by: 2020}]\nchains: [{chain: yarn}]\n",
    ),
    (
        "centers/c.yaml",
        "name: C\nlevel: national\ncity: {missing: not-available}\ncapital: {missing: confidential}\nstage: [{is: recognized, since: 2022-06, status: provisional}]\n",
    ),
];

fn computed(figure: &str) -> Checked<(Site, Figures)> {
    let mut files = SITE.to_vec();
    let text = format!("label: {{en: F, de: F}}\n{figure}");
    files.push(("figures/f.yaml", &text));
    let model = model_of(&files);
    assert!(model.diagnostics.is_empty(), "{:?}", model.diagnostics);
    let config = config();
    let locales = crate::locale::build(&config, &BTreeMap::new()).value;
    let site = link::resolve::all(model.value, &config, &run(), &locales);
    // What is reported here is later than the one source there is.
    let others = site.diagnostics.iter().filter(|finding| finding.code != &codes::LATER_THAN_SOURCE);
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
    let figures = compute::all(&site.value);
    Checked { value: (site.value, figures.value), diagnostics: figures.diagnostics }
}

fn with_figure<R>(definition: &str, look: impl FnOnce(&Site, &Figure) -> R) -> R {
    let checked = computed(definition);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    let (site, figures) = checked.value;
    look(&site, figures.iter().next().expect("there is one figure"))
}

fn number(amount: &Amount) -> String {
    amount.number.as_ref().map_or_else(|| "none".to_owned(), Number::to_string)
}

fn today(definition: &str) -> String {
    with_figure(definition, |_, figure| number(&figure.current().expect("has a value").amount).to_owned())
}

fn found(definition: &str) -> Vec<String> {
    let words = |finding: &crate::diagnostics::Diagnostic| {
        format!("{}: {} ({})", finding.code.name, finding.message, finding.hint.clone().unwrap_or_default())
    };
    computed(definition).diagnostics.iter().map(words).collect()
}

#[test]
fn conditions_reach_through_references_lists_and_back() {
    assert_eq!(today("count: centers\n"), "3");
    assert_eq!(today("count: centers\nwhere: {level: provincial, stage: recognized}\n"), "2");
    assert_eq!(today("count: centers\nwhere: {city: {region: east}}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {city.region: east}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {chains: {segment: upstream}}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {chains: {chain: yarn, segment: downstream}}\n"), "0");
    assert_eq!(today("count: chains\nwhere: {centers: {stage: recognized, item: {segment: downstream}}}\n"), "1");
    assert_eq!(today("count: cities\nwhere: {centers: {not: {stage: recognized}}}\n"), "1");
    assert_eq!(today("count: cities\nwhere: {centers: {missing: any}}\n"), "1");
    assert_eq!(today("count: cities\nwhere: {centers: {not: {missing: any}}}\n"), "2");
    assert_eq!(today("count: cities\nwhere: {centers: {not: {not: {stage: recognized}}}}\n"), "2");
}

#[test]
fn paths_that_begin_alike_are_one_condition() {
    assert_eq!(today("count: centers\nwhere: {chains.chain: yarn, chains.segment: upstream}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {chains.chain: yarn, chains.segment: downstream}\n"), "0");
    assert_eq!(today("count: centers\nwhere: {capital.min: 11, capital.max: 30}\n"), "1");
    assert_eq!(today("count: chains\nwhere: {centers.stage: recognized, centers.item.segment: downstream}\n"), "1");
    let twice = found("count: centers\nwhere: {city: jinan, city.region: west}\n");
    assert_eq!(twice, ["figure: `city` has another condition already (one field has one condition)"]);
}

#[test]
fn a_record_is_named_by_its_id_and_so_are_those_who_refer_to_it() {
    assert_eq!(today("count: centers\nwhere: {id: [a, centers/b]}\n"), "2");
    assert_eq!(today("count: centers\nwhere: {id: {not: a}}\n"), "2");
    assert_eq!(today("count: cities\nwhere: {centers: a}\n"), "1");
    assert_eq!(today("count: cities\nwhere: {centers: {not: a}}\n"), "2");
    assert_eq!(today("count: centers\nwhere: {city: cities/jinan}\n"), "1");
    assert_eq!(
        found("count: centers\nwhere: {id: jinan}\n"),
        ["figure: there is no record `jinan` (there is no content/centers/jinan)"]
    );
}

#[test]
fn what_is_unknown_meets_no_condition_but_missing() {
    assert_eq!(today("count: centers\nwhere: {city: {not: yantai}}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {city: {missing: any}}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {capital: {missing: confidential}}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {capital: {missing: not-yet}}\n"), "0");
    assert_eq!(today("count: centers\nwhere: {capital: {min: 10.5, max: 11}}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {opened: {max: 2018}}\n"), "1");
    assert_eq!(today("count: centers\nwhere: {stage: [pilot, recognized]}\n"), "3");
}

#[test]
fn sums_are_exact_and_say_how_many_are_known() {
    with_figure("sum: centers.capital\n", |_, figure| {
        let amount = figure.current().expect("has a value").amount;

        assert_eq!((number(&amount), amount.known, amount.of), ("30.5".into(), 2, 3));
        assert_eq!(amount.bound, Some(Bound::MoreThan));
    });
    assert_eq!(today("average: centers.capital\n"), "15.3");
    assert_eq!(today("average: centers.capital\ndecimals: 1\n"), "15.3");
    assert_eq!(today("minimum: centers.capital\n"), "10.5");
    assert_eq!(today("maximum: centers.capital\n"), "20");
}

#[test]
fn a_value_of_any_day_is_known() {
    with_figure("count: centers\nwhere: {stage: recognized}\n", |_, figure| {
        let on =
            |day: &str| number(&figure.on(Day::parse(day).expect("is a day")).expect("has a value").amount).to_owned();

        assert_eq!(on("2019-12-31"), "0");
        assert_eq!(on("2020-01-01"), "1");
        assert_eq!(on("2021-03-01"), "2");
        assert_eq!(on("2022-06-01"), "3");
        let series: Vec<String> =
            figure.series.iter().map(|point| format!("{} {}", point.date, number(&point.amount))).collect();
        assert_eq!(series, ["2020 1", "2021-03-01 2", "2022-06 3"]);
        assert_eq!(figure.current().expect("has a value").amount.status, Some(Status::Provisional));
    });
}

#[test]
fn periods_end_with_the_one_that_is_running() {
    with_figure("count: centers\nwhere: {stage: recognized}\nover: year\n", |_, figure| {
        let last = figure.series.last().expect("has values");

        assert_eq!(figure.series.len(), 7);
        assert_eq!((last.date.to_string().as_str(), last.running), ("2026", true));
        assert_eq!(number(&figure.series[1].amount), "2");
    });
}

#[test]
fn groups_stand_in_order_with_the_unknown_last() {
    let groups = |definition: &str| {
        with_figure(definition, |_, figure| {
            let one = |group: &Group| format!("{} {}", group.id, number(&group.amount));
            figure.groups.iter().map(one).collect::<Vec<_>>().join(", ")
        })
    };

    assert_eq!(groups("count: centers\nby: city\n"), "dezhou 0, jinan 1, yantai 1, missing 1");
    assert_eq!(groups("count: centers\nby: level\n"), "national 1, provincial 2");
    assert_eq!(groups("count: centers\nby: chains.chain\n"), "steel 1, yarn 2, missing 1");
    assert_eq!(groups("count: centers\nby: city.region\n"), "east 1, west 1, missing 1");
    assert_eq!(groups("coverage: cities\nby: {centers: stage}\n"), "recognized 2, pilot 0, none 1");
    assert_eq!(groups("sum: centers.capital\nby: id\n"), "a 10.5, b 20, c none");
}

#[test]
fn a_share_is_of_all_in_percent() {
    with_figure("share: cities\nwhere: {centers: {stage: recognized}}\n", |_, figure| {
        let amount = figure.current().expect("has a value").amount;

        assert_eq!(number(&amount), "67");
        assert_eq!((amount.part, amount.whole), (Some(Number::whole(2)), Some(Number::whole(3))));
    });
}

#[test]
fn reports_are_held_against_our_records_on_their_day() {
    let definition = "count: centers\nwhere: {stage: recognized}\n";
    let report = |value: &str| format!("{definition}reported: [{{is: {value}, since: 2021-06-01, source: s}}]\n");

    assert_eq!(found(&report("2")), Vec::<String>::new());
    assert_eq!(
        found(&report("5")),
        [
            "figure-mismatch: “F” on 2021-06-01: reported 5, but our records give 2 (counted: a, b; `complete: false` if our list is known to lack some)"
        ]
    );
    assert_eq!(found(&format!("{}complete: false\n", report("5"))), Vec::<String>::new());
    let bounded = format!("{definition}reported: [{{is: 1, bound: more-than, since: 2021-06-01, source: s}}]\n");
    assert_eq!(found(&bounded), Vec::<String>::new());
}

#[test]
fn an_incomplete_list_leaves_the_report_its_place_and_stands_beside_it() {
    let definition = "count: centers\nwhere: {stage: recognized}\ncomplete: false\nreported: [{is: 22, since: 2021-06-01, source: s}]\n";

    with_figure(definition, |_, figure| {
        let point = figure.current().expect("has a value");

        assert_eq!((number(&point.amount), point.basis), ("22".into(), Basis::Reported));
        assert_eq!(point.listed.as_ref().map(number), Some("2".into()));
        assert!(figure.on(Day::parse("2021-05-31").expect("is a day")).is_none());
    });
}

#[test]
fn a_date_too_coarse_for_a_reported_day_is_named() {
    let definition = "count: centers\nwhere: {stage: recognized}\nreported: [{is: 3, since: 2022-06-10, source: s}]\n";

    assert_eq!(
        found(definition),
        [
            "figure-straddles: whether centers/c counted on 2022-06-10 is not sure (their dates are coarser than the day: look for the exact day)"
        ]
    );
}

#[test]
fn wrong_names_and_types_are_found_at_their_words() {
    let first = |definition: &str| found(definition).remove(0);

    assert!(first("count: centres\n").contains("there is no collection `centres` (did you mean `centers`?)"));
    assert!(first("count: centers\nwhere: {levl: national}\n").contains("did you mean `level`"));
    assert!(
        first("count: centers\nwhere: {level: nationl}\n").contains("`nationl` is no value of `level` (did you mean")
    );
    assert!(first("sum: centers.level\n").contains("`centers.level` is no number"));
    assert!(first("sum: centers\n").contains("takes a number of a collection"));
    assert!(first("count: centers\nby: captal\n").contains("did you mean `capital`"));
    assert!(first("count: centers\nover: decade\n").contains("known: year, quarter, month"));
    assert!(first("coverage: cities\nby: centers\n").contains("a `coverage` is by the choice"));
    assert!(first("where: {level: national}\n").contains("has no meaning"));
    assert!(first("unit: x\n").contains("neither computed nor reported"));
    assert!(first("reported: centers/a#stage\n").contains("names no tracked number (`stage` is no tracked number)"));
}

/// The site with a city that changes: A moves from Jinan to Yantai in 2022.
const MOVED: &str = "label: {en: C, de: C}\nroles: {title: name}\nfields:
  name: {type: text}
  stage: {type: choice, tracked: true, required: true, options: {recognized: {en: R, de: R}, pilot: {en: T, de: T}}}
  city: {type: reference, to: cities, tracked: true}
";

fn moved(figure: &str) -> (Site, Figures) {
    let text = format!("label: {{en: F, de: F}}\n{figure}");
    let files = [
        ("cities/_collection.yaml", CITIES),
        ("cities/jinan.yaml", "name: Jinan\n"),
        ("cities/yantai.yaml", "name: Yantai\n"),
        ("centers/_collection.yaml", MOVED),
        (
            "centers/a.yaml",
            "name: A\nstage: [{is: recognized, since: 2019}]\ncity: [{is: jinan, since: 2019}, {is: yantai, since: 2022-05}]\n",
        ),
        ("centers/b.yaml", "name: B\nstage: [{is: pilot, since: 2020-06}]\ncity: [{is: jinan, since: 2020-06}]\n"),
        ("figures/f.yaml", text.as_str()),
    ];
    let model = model_of(&files);
    assert!(model.diagnostics.is_empty(), "{:?}", model.diagnostics);
    let config = config();
    let locales = crate::locale::build(&config, &BTreeMap::new()).value;
    let site = link::resolve::all(model.value, &config, &run(), &locales).value;
    let figures = compute::all(&site);
    assert!(figures.diagnostics.is_empty(), "{:?}", figures.diagnostics);
    (site, figures.value)
}

#[test]
fn who_refers_here_is_asked_as_of_the_day() {
    let (_, figures) = moved("coverage: cities\nby: {centers: stage}\n");
    let figure = figures.iter().next().expect("there is one");
    let on = |group: &str, day: &str| {
        let amount = figure.group_on(group, Day::parse(day).expect("is a day")).expect("is a group");
        number(&amount).to_owned()
    };

    assert_eq!(on("recognized", "2021-01-01"), "1");
    assert_eq!(on("pilot", "2021-01-01"), "0");
    assert_eq!(on("none", "2021-01-01"), "1");
    assert_eq!(on("recognized", "2023-01-01"), "1");
    assert_eq!(on("pilot", "2023-01-01"), "1");
    let series: Vec<String> =
        figure.series.iter().map(|point| format!("{} {}", point.date, number(&point.amount))).collect();
    assert_eq!(series, ["2019 1", "2022-05 2"]);
}

#[test]
fn a_figure_of_an_earlier_day_counts_nothing_later() {
    let (_, figures) = moved("count: centers\nwhere: {stage: pilot}\non: 2019-12-31\n");
    let figure = figures.iter().next().expect("there is one");
    let before = figure.current().expect("has a value");
    assert_eq!((number(&before.amount), before.date.to_string().as_str()), ("0".to_owned(), "2019-12-31"));

    let (_, figures) = moved("count: centers\nwhere: {stage: pilot}\non: 2021\n");
    assert_eq!(number(&figures.iter().next().expect("there is one").current().expect("has a value").amount), "1");
}

#[test]
fn a_date_that_nobody_wrote_is_never_given() {
    let (_, figures) = moved("count: centers\n");
    let figure = figures.iter().next().expect("there is one");

    let series: Vec<String> = figure.series.iter().map(|point| point.date.to_string()).collect();
    assert_eq!(series, ["2019", "2020-06"]);
}

#[test]
fn a_group_of_nobody_has_no_average_and_no_share() {
    let groups = |definition: &str| {
        with_figure(definition, |_, figure| {
            let one = |group: &Group| format!("{} {}", group.id, number(&group.amount));
            figure.groups.iter().map(one).collect::<Vec<_>>().join(", ")
        })
    };

    assert_eq!(groups("average: centers.capital\nby: city\n"), "dezhou none, jinan 20, yantai 10.5, missing none");
    assert_eq!(
        groups("share: centers\nwhere: {level: provincial}\nby: city\n"),
        "dezhou none, jinan 100, yantai 100, missing 0"
    );
}

#[test]
fn a_sum_over_no_record_is_nothing_and_one_over_the_unknown_is_not_known() {
    let groups = |definition: &str| {
        with_figure(definition, |_, figure| {
            let one = |group: &Group| (group.id.to_string(), number(&group.amount).to_owned(), group.amount.missing);
            figure.groups.iter().map(one).collect::<Vec<_>>()
        })
    };
    let found = |group: &str, number: &str, missing| (group.to_owned(), number.to_owned(), missing);

    assert_eq!(
        groups("sum: centers.capital\nby: city\n"),
        [
            found("dezhou", "0", None),
            found("jinan", "20", None),
            found("yantai", "10.5", None),
            found("missing", "none", Some(Missing::NotAvailable)),
        ]
    );
    assert_eq!(
        groups("average: centers.capital\nby: city\n")[0],
        found("dezhou", "none", Some(Missing::NotApplicable))
    );
    assert_eq!(today("sum: centers.capital\nwhere: {city: dezhou}\n"), "0");
    with_figure("sum: centers.capital\n", |_, figure| {
        let before = figure.on(Day::new(2018, 1, 1)).expect("has a value").amount;

        assert_eq!((number(&before), before.missing), ("30.5".into(), None));
    });
}

#[test]
fn an_average_has_no_decimal_that_its_values_do_not_have() {
    let whole = "average: centers.capital\nwhere: {city: jinan}\n";

    assert_eq!(today(whole), "20");
    assert_eq!(today(&format!("{whole}decimals: 2\n")), "20.00");
}

#[test]
fn the_least_and_the_greatest_are_bounded_only_by_what_may_lie_beyond() {
    let bound =
        |definition: &str| with_figure(definition, |_, figure| figure.current().expect("has a value").amount.bound);

    assert_eq!(bound("minimum: centers.capital\n"), None);
    assert_eq!(bound("maximum: centers.capital\n"), Some(Bound::MoreThan));
}

#[test]
fn todays_value_is_compared_with_the_one_before_it() {
    with_figure("count: centers\nwhere: {stage: recognized}\nchange: previous\n", |_, figure| {
        let now = figure.current().expect("has a value");
        let before = figure.before(&now).expect("there is one before");

        assert_eq!((number(&before.amount), before.date.to_string().as_str()), ("2".into(), "2021-03-01"));
    });
}

#[test]
fn bounds_agree_when_both_can_be_true() {
    let report = |report: &str| {
        found(&format!("sum: centers.capital\nreported: [{{{report}, since: 2021-06-01, source: s}}]\n")).len()
    };

    assert_eq!(report("is: 2000"), 0, "ours is more than 30.5");
    assert_eq!(report("is: 30, bound: more-than"), 0);
    assert_eq!(report("is: 30"), 1);
    assert_eq!(report("is: 30, bound: less-than"), 1);
}

#[test]
fn unknown_and_false_are_false_in_any_order() {
    assert_eq!(today("count: centers\nwhere: {city: {not: {region: east, name: Nowhere}}}\n"), "2");
    assert_eq!(today("count: centers\nwhere: {city: {not: {name: Nowhere, region: east}}}\n"), "2");
    assert_eq!(today("count: centers\nwhere: {chains: {not: {segment: downstream}}}\n"), "0");
}

#[test]
fn conditions_that_ask_for_nothing_are_found() {
    for definition in [
        "count: centers\nwhere: {stage: []}\n",
        "count: centers\nwhere: {capital: {}}\n",
        "count: centers\nwhere: {level: {not: national, min: 4}}\n",
        "count: chains\nwhere: {centers: {item: foo}}\n",
        "count: chains\nwhere: {centers: {missing: bogus}}\n",
    ] {
        assert_eq!(found(definition).len(), 1, "{definition}");
    }
}

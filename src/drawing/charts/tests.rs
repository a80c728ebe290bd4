//! Charts at the edges: what is drawn, what is said, and that nothing stands over anything else.
#![allow(clippy::unwrap_used)]

use crate::drawing::charts::axis::{Scale, Years};
use crate::drawing::charts::chart::{Bar, Chart, Kind, Point, Series, Words};
use crate::drawing::charts::frame::{NARROW, WIDE};
use crate::drawing::charts::labels::{self, Label};
use crate::drawing::charts::{draw, lines, plot};
use crate::drawing::{svg, text};

const WORDS: Words = Words {
    table: "Daten als Tabelle",
    row: "Stand",
    value: "Wert",
    source: "Quelle",
    none: "Es sind keine Werte bekannt.",
    gap: "gemeldet, hier nicht namentlich aufgeführt",
};

fn chart(kind: Kind, series: Vec<Series>, bars: Vec<Bar>) -> Chart<'static> {
    Chart {
        id: "c1",
        kind,
        title: "Anerkannte Zentren",
        description: "Von 22 auf 40.",
        series,
        bars,
        until: Some(2026.9),
        tick: &|value| value.to_string(),
        year: &|year| year.to_string(),
        words: WORDS,
        source_html: "Select Shandong",
        caption: None,
    }
}

fn series(class: &'static str, values: &[(f64, Option<f64>)]) -> Series {
    let point = |(position, value): &(f64, Option<f64>)| Point {
        position: *position,
        date: position.to_string(),
        value: *value,
        number: value.map(|value| value.to_string()).unwrap_or_default(),
        text: value.map_or("unbekannt".to_owned(), |value| format!("{value} Zentren")),
        ..Point::default()
    };
    Series { name: class.to_owned(), class, points: values.iter().map(point).collect() }
}

fn known(values: &[(f64, f64)]) -> Vec<(f64, Option<f64>)> {
    values.iter().map(|(position, value)| (*position, Some(*value))).collect()
}

fn bar(label: &str, value: Option<f64>) -> Bar {
    Bar { label: label.to_owned(), value, text: value.map_or("unbekannt".into(), |v| v.to_string()), ..Bar::default() }
}

fn reported_and_listed() -> Vec<Series> {
    let reported = known(&[(2022.16, 22.0), (2022.96, 29.0), (2023.95, 35.0), (2024.92, 40.0)]);
    let listed = known(&[(2022.16, 7.0), (2023.95, 11.0), (2024.92, 12.0)]);
    vec![series("reported", &reported), series("computed", &listed)]
}

/// Every attribute that holds coordinates.
fn geometry(html: &str) -> Vec<&str> {
    [" d=\"", " x=\"", " y=\"", " cx=\"", " cy=\"", " viewBox=\""]
        .iter()
        .flat_map(|name| html.match_indices(name).map(|(at, name)| &html[at + name.len()..]))
        .map(|rest| &rest[..rest.find('"').unwrap()])
        .collect()
}

fn assert_drawn_soundly(html: &str) {
    for d in geometry(html) {
        assert!(!d.contains("NaN") && !d.contains("inf"), "{d}");
        let numbers = d.split(|c: char| c.is_alphabetic() || c == ' ').filter(|number| !number.is_empty());
        for number in numbers {
            let value: f64 = number.parse().unwrap_or_else(|_| panic!("{number} in {d}"));
            assert!(value.abs() < 5000.0, "{value} is off the drawing: {d}");
        }
    }
    assert!(!html.contains("style=") && !html.contains("<style"));
}

fn assert_no_overlap(labels: &[Label]) {
    for (nth, label) in labels.iter().enumerate() {
        for other in &labels[nth + 1..] {
            assert!(!label.area().meets(&other.area()), "{label:?} and {other:?}");
        }
    }
}

#[test]
fn coordinates_have_one_decimal_and_no_needless_character() {
    let numbers = [0.0, -0.04, 0.5, -0.55, 12.0, 12.34, f64::NAN].map(svg::number);

    assert_eq!(numbers, ["0", "0", ".5", "-.6", "12", "12.3", "0"]);
}

#[test]
fn long_german_words_are_broken_where_they_may_be() {
    let room = text::width("Innovationszentren", 10.0);

    assert_eq!(text::wrap("Innovationszentren für Textildruck", 10.0, room), ["Innovationszentren", "für Textildruck"]);
    assert_eq!(
        text::wrap("Fertigungs\u{ad}innovations\u{ad}zentrum", 10.0, room),
        ["Fertigungs-", "innovations-", "zentrum"]
    );
    assert!(text::wrap(&"x".repeat(99), 10.0, room).iter().all(|line| text::width(line, 10.0) <= room));
    assert_eq!(text::wrap("", 10.0, room), [""]);
    assert_eq!(text::wrap("abc", 10.0, 0.0).len(), 3);
}

#[test]
fn value_axes_begin_at_zero_and_have_round_ticks() {
    let scale = Scale::over([22.0, 40.0].into_iter(), 4, 100.0, 0.0);

    assert_eq!(scale.ticks(), [0.0, 10.0, 20.0, 30.0, 40.0]);
    assert_eq!((scale.at(0.0), scale.at(40.0)), (100.0, 0.0));
    assert_eq!(Scale::over([1.0, 2.0].into_iter(), 4, 1.0, 0.0).ticks(), [0.0, 1.0, 2.0]);
    assert_eq!(Scale::over([-30.0, 50.0].into_iter(), 4, 1.0, 0.0).ticks(), [-40.0, -20.0, 0.0, 20.0, 40.0, 60.0]);
    assert_eq!(Scale::over([0.0].into_iter(), 4, 1.0, 0.0).ticks(), [0.0, 1.0]);
}

#[test]
fn years_stand_at_their_beginnings_and_thin_out() {
    let few = Years::over([2022.2, 2024.9].into_iter(), 0.0, 300.0);
    let many = Years::over([1978.0, 2024.9].into_iter(), 0.0, 300.0);

    assert_eq!((few.ticks(50.0), few.at(2023.0)), (vec![2022, 2023, 2024], 100.0));
    assert_eq!(many.ticks(50.0), [1980, 1990, 2000, 2010, 2020]);
    // A period is drawn where it begins: the year of the last one has its label, too.
    assert_eq!(Years::over([2024.0, 2026.0].into_iter(), 0.0, 300.0).ticks(50.0), [2024, 2025, 2026]);
}

#[test]
fn a_figure_has_two_drawings_with_ids_of_their_own_a_table_and_a_source() {
    let html = draw(&chart(Kind::Steps, reported_and_listed(), Vec::new()));

    for id in ["c1-w-t", "c1-w-d", "c1-w-gap", "c1-n-t", "c1-n-d", "c1-n-gap"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
    assert!(html.contains("<svg class=\"wide\" role=\"img\" aria-labelledby=\"c1-w-t c1-w-d\""));
    assert!(html.contains("<summary>Daten als Tabelle</summary>"));
    assert!(html.contains("<p class=\"source\">Select Shandong</p></figcaption></figure>"));
    assert_drawn_soundly(&html);
}

#[test]
fn the_table_has_a_row_per_date_and_the_newest_first() {
    let html = draw(&chart(Kind::Steps, reported_and_listed(), Vec::new()));

    let rows: Vec<&str> = html.split("<tr>").skip(2).collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[0].starts_with(
        "<th scope=\"row\">2024.92</th><td class=\"n\">40 Zentren</td><td class=\"n\">12 Zentren</td></tr>"
    ));
    assert!(rows[2].contains("29 Zentren</td><td class=\"n\"></td>"));
}

#[test]
fn two_values_of_one_date_and_series_are_two_rows() {
    let html = draw(&chart(Kind::Steps, vec![series("reported", &known(&[(2024.0, 1.0), (2024.0, 2.0)]))], Vec::new()));

    assert_eq!(html.matches("<th scope=\"row\">2024</th>").count(), 2);
}

#[test]
fn the_last_value_is_marked_and_what_follows_it_is_broken() {
    let html = draw(&chart(Kind::Steps, reported_and_listed(), Vec::new()));

    assert_eq!(html.matches("class=\"val last\"").count(), 2);
    assert_eq!(html.matches("class=\"last\"").count(), 2);
    assert_eq!(html.matches("class=\"line on reported\"").count(), 2);
}

#[test]
fn every_value_of_a_short_series_is_labelled() {
    let chart = chart(Kind::Steps, reported_and_listed(), Vec::new());

    for frame in [&WIDE, &NARROW] {
        let html = lines::draw(&chart, frame);
        for value in ["22", "29", "35", "40", "7", "11", "12"] {
            assert!(html.contains(&format!(">{value}</text>")), "{value} in {}", frame.class);
        }
    }
}

#[test]
fn names_stand_beside_their_lines_or_in_a_legend_and_are_never_lost() {
    let chart = chart(Kind::Steps, reported_and_listed(), Vec::new());

    for frame in [&WIDE, &NARROW] {
        let html = lines::draw(&chart, frame);
        assert!(html.contains(">reported</text>") && html.contains(">computed</text>"), "{}", frame.class);
        assert!(html.contains("namentlich"), "{}", frame.class);
    }
}

#[test]
fn labels_never_overlap_however_crowded_the_series() {
    let waves = |n: usize, by: f64| -> Vec<(f64, Option<f64>)> {
        (0..n).map(|nth| (2000.0 + nth as f64 * by, Some((nth * 7919 % 1000) as f64))).collect()
    };
    for (kind, n, by) in
        [(Kind::Steps, 200, 0.1), (Kind::Lines, 200, 0.1), (Kind::Steps, 30, 0.02), (Kind::Lines, 12, 0.0)]
    {
        let chart =
            chart(kind, vec![series("reported", &waves(n, by)), series("computed", &waves(n, by / 2.0))], Vec::new());
        for frame in [&WIDE, &NARROW] {
            let plot = plot::plot(&chart, frame, 0.0);
            let placed = labels::place(&chart, &plot, &[]);
            assert!(!placed.labels.is_empty());
            assert_no_overlap(&placed.labels);
        }
        assert_drawn_soundly(&draw(&chart));
    }
}

#[test]
fn odd_values_are_drawn_without_a_number_that_is_none() {
    let cases: [&[(f64, Option<f64>)]; 9] = [
        &[(2024.5, Some(7.0))],
        &[(2024.0, Some(0.0))],
        &[(2024.0, Some(5.0)), (2024.0, Some(5.0))],
        &[(2020.0, Some(-5.0)), (2021.0, Some(-7.5))],
        &[(2020.0, Some(1e300)), (2021.0, Some(-1e300)), (2022.0, Some(f64::INFINITY))],
        &[(2020.0, Some(1e-9)), (2021.0, Some(2e-9))],
        &[(2020.0, None), (2021.0, Some(3.0)), (2022.0, None), (2023.0, Some(4.0))],
        &[(f64::NAN, Some(1.0)), (2021.0, Some(f64::NAN)), (2022.0, Some(1.0))],
        &[(-1e12, Some(1.0)), (1e12, Some(2.0))],
    ];
    for values in cases {
        for kind in [Kind::Steps, Kind::Lines] {
            for until in [None, Some(2026.0), Some(1999.0), Some(f64::NAN)] {
                let html = draw(&Chart { until, ..chart(kind, vec![series("reported", values)], Vec::new()) });

                assert!(html.contains("<svg"), "{values:?}");
                assert_drawn_soundly(&html);
            }
        }
    }
}

#[test]
fn nothing_to_draw_is_said_in_words() {
    for kind in [Kind::Steps, Kind::Lines, Kind::Bars] {
        let html = draw(&chart(kind, Vec::new(), Vec::new()));

        assert!(html.contains("<p class=\"nothing\">Es sind keine Werte bekannt.</p>"));
        assert!(!html.contains("<svg") && !html.contains("<details"));
    }
    let unknown = draw(&chart(Kind::Steps, vec![series("reported", &[(2024.0, None)])], Vec::new()));
    assert!(!unknown.contains("<svg") && unknown.contains("unbekannt"));
}

#[test]
fn a_missing_value_interrupts_the_line_and_is_never_zero() {
    let values = [(2020.0, Some(3.0)), (2021.0, None), (2022.0, Some(4.0)), (2023.0, Some(5.0))];

    let html = lines::draw(&chart(Kind::Lines, vec![series("reported", &values)], Vec::new()), &WIDE);

    assert_eq!(html.matches("class=\"dot reported\"").count(), 2);
    let line = html.split("class=\"line reported\" d=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(line.matches('M').count(), 1, "{line}");
}

#[test]
fn a_period_that_is_not_over_is_hollow_at_the_end_of_a_broken_line() {
    let mut running = series("reported", &known(&[(2022.0, 3.0), (2023.0, 4.0), (2024.0, 1.0)]));
    running.points[2].running = true;

    let html = lines::draw(&chart(Kind::Lines, vec![running], Vec::new()), &WIDE);

    assert!(html.contains("class=\"last open\"") && html.contains("class=\"line on reported\""));
}

#[test]
fn names_and_links_are_escaped() {
    let mut evil = bar("<b>\"&", Some(1.0));
    evil.url = Some("/?a=1&b=\"".to_owned());
    evil.class = Some("\"><script>".to_owned());

    let html = draw(&Chart { title: "<i>", description: "a & b", ..chart(Kind::Bars, Vec::new(), vec![evil]) });

    assert!(!html.contains("<b>") && !html.contains("<i>") && !html.contains("<script>"));
    assert!(html.contains("<a href=\"/?a=1&amp;b=&quot;\">") && html.contains("<desc id=\"c1-w-d\">a &amp; b</desc>"));
}

#[test]
fn bars_with_links_are_a_group_that_can_be_entered() {
    let linked = Bar { url: Some("/de/staedte/qingdao/".to_owned()), ..bar("Qingdao", Some(3.0)) };

    assert!(draw(&chart(Kind::Bars, Vec::new(), vec![linked])).contains("<svg class=\"wide\" role=\"group\""));
    assert!(
        draw(&chart(Kind::Bars, Vec::new(), vec![bar("Jinan", None)])).contains("<svg class=\"wide\" role=\"img\"")
    );
}

#[test]
fn zero_and_unknown_have_words_and_no_bar() {
    let bars = vec![bar("Qingdao", Some(3.0)), bar("Heze", Some(0.0)), bar("Jinan", None)];

    let html = draw(&chart(Kind::Bars, Vec::new(), bars));

    assert_eq!(html.matches("<path class=\"bar\"").count(), 2);
    assert!(html.contains(">0</text>") && html.contains("class=\"val nil\"") && html.contains(">unbekannt</text>"));
    assert_drawn_soundly(&html);
}

#[test]
fn the_row_of_what_is_not_published_is_hatched() {
    let bars = vec![
        bar("Qingdao", Some(3.0)),
        Bar { class: Some("missing".into()), ..bar("Nicht veröffentlicht", Some(12.0)) },
    ];

    let html = draw(&chart(Kind::Bars, Vec::new(), bars));

    assert!(html.contains("<path class=\"bar missing\" fill=\"url(#c1-w-hatch)\""));
}

#[test]
fn bars_of_any_size_stay_within_the_drawing() {
    for values in [vec![-3.0, 5.0], vec![-2.0, -1.0], vec![1e300, -1e300], vec![0.0], vec![1e-300, 1.0]] {
        let bars =
            values.into_iter().map(|value| bar("Kohlenstofffasern und Verbundwerkstoffe", Some(value))).collect();

        assert_drawn_soundly(&draw(&chart(Kind::Bars, Vec::new(), bars)));
    }
}

#[test]
fn the_same_chart_has_the_same_bytes() {
    let draw = || draw(&chart(Kind::Steps, reported_and_listed(), Vec::new()));

    assert_eq!(draw(), draw());
}

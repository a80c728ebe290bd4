//! Charts at the edges: what is drawn, what is said, and that nothing stands over anything else.
#![allow(clippy::unwrap_used)]

use crate::drawing::charts::axis::{Scale, Years};
use crate::drawing::charts::bars::{self, Bar, BarKind, Bars, Heads};
use crate::drawing::charts::chart::{Chart, Data, Kind, Point, Series, Words};
use crate::drawing::charts::frame::{NARROW, WIDE};
use crate::drawing::charts::labels::{self, Label};
use crate::drawing::charts::{draw, lines, plot};
use crate::drawing::svg::Reading;
use crate::drawing::{svg, text};

const WORDS: Words = Words {
    table: "Daten als Tabelle",
    row: "Stand",
    value: "Wert",
    source: "Quelle",
    none: "Es sind keine Werte bekannt.",
    gap: "gemeldet, hier nicht namentlich aufgeführt",
    since: "",
};

fn chart(kind: Kind, series: Vec<Series>) -> Chart<'static> {
    Chart {
        id: "c1",
        kind,
        title: "Anerkannte Zentren",
        description: "Von 22 auf 40.",
        series,
        until: Some(2026.9),
        tick: &|value| value.to_string(),
        year: &|year| year.to_string(),
        words: WORDS,
        source_html: "Select Shandong",
        caption: None,
        unit: None,
        data: Data::Below,
        open: Vec::new(),
        reading: Reading::Rightward,
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
    let value_html = value.map_or("unbekannt".into(), |v| v.to_string());
    Bar { label: label.to_owned(), value, value_html, ..Bar::default() }
}

fn bars(rows: Vec<Bar>) -> String {
    let heads = Heads { name: "Stadt".to_owned(), value: "Zentren".to_owned(), share: None };
    let (title, source_html, none) = ("Anerkannte Zentren", "Select Shandong", "Es sind keine Werte bekannt.");
    bars::draw(&Bars { title, heads, rows, source_html, none, ..Bars::default() })
}

fn reported_and_listed() -> Vec<Series> {
    let reported = known(&[(2022.16, 22.0), (2022.96, 29.0), (2023.95, 35.0), (2024.92, 40.0)]);
    let listed = known(&[(2022.16, 7.0), (2023.95, 11.0), (2024.92, 12.0)]);
    vec![series("reported", &reported), series("listed", &listed)]
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
fn words_of_thai_stay_whole_and_signs_stay_with_their_letters() {
    let room = text::width("นวัตกรรม", 10.0);

    let lines = text::wrap("ศูนย์นวัตกรรมการผลิต", 10.0, room);

    assert_eq!(lines.concat(), "ศูนย์นวัตกรรมการผลิต");
    assert!(lines.contains(&"นวัตกรรม".to_owned()), "{lines:?}");
    assert!(text::width("กี้", 10.0) == text::width("ก", 10.0));
    let narrow = text::wrap("निर्माण", 10.0, 0.0);
    assert!(narrow.iter().all(|line| !line.starts_with(['\u{94d}', '\u{93f}'])), "{narrow:?}");
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
    let html = draw(&chart(Kind::Steps, reported_and_listed()));

    for id in ["c1-w-t", "c1-w-d", "c1-w-gap", "c1-n-t", "c1-n-d", "c1-n-gap"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
    assert!(
        html.contains("<svg class=\"plot wide\" role=\"img\" aria-labelledby=\"c1-w-t\" aria-describedby=\"c1-w-d\"")
    );
    assert!(html.contains("<summary>Daten als Tabelle</summary>"));
    assert!(html.contains("<figcaption class=\"meta\">Select Shandong</figcaption></figure>"));
    assert_drawn_soundly(&html);
}

#[test]
fn the_table_has_a_row_per_date_and_the_newest_first() {
    let html = draw(&chart(Kind::Steps, reported_and_listed()));

    let rows: Vec<&str> = html.split("<tr>").skip(2).collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[0].starts_with(
        "<th scope=\"row\">2024.92</th><td class=\"n\">40 Zentren</td><td class=\"n\">12 Zentren</td></tr>"
    ));
    assert!(rows[2].contains("29 Zentren</td><td class=\"n\"></td>"));
}

#[test]
fn two_values_of_one_date_and_series_are_two_rows() {
    let html = draw(&chart(Kind::Steps, vec![series("reported", &known(&[(2024.0, 1.0), (2024.0, 2.0)]))]));

    assert_eq!(html.matches("<th scope=\"row\">2024</th>").count(), 2);
}

#[test]
fn the_last_value_is_marked_and_what_follows_it_is_broken() {
    let html = draw(&chart(Kind::Steps, reported_and_listed()));

    assert_eq!(html.matches("<text class=\"strong\"").count(), 2);
    assert_eq!(html.matches("class=\"dot last\"").count(), 2);
    assert_eq!(html.matches("class=\"reported on\"").count(), 2);
}

#[test]
fn only_the_first_line_goes_on_and_the_legend_says_what_that_means() {
    let since = |until| {
        let words = Words { since: "keine neuere Zahl gefunden", ..WORDS };
        draw(&Chart { until, words, ..chart(Kind::Steps, reported_and_listed()) })
    };
    let html = since(Some(2026.9));

    assert_eq!(html.matches("class=\"listed on\"").count(), 0);
    assert!(html.contains(
        "<line class=\"k-reported k-on\" x1=\"0\" x2=\"20\" y1=\"7\" y2=\"7\"/></svg>keine neuere Zahl gefunden</li>"
    ));
    assert!(!since(None).contains("keine neuere Zahl gefunden"));
}

#[test]
fn every_value_of_a_short_series_is_labelled() {
    let chart = chart(Kind::Steps, reported_and_listed());

    for frame in [&WIDE, &NARROW] {
        let html = lines::draw(&chart, frame);
        for value in ["22", "29", "35", "40"] {
            assert!(html.contains(&format!(">{value}</text>")), "{value} in {}", frame.class);
        }
    }
}

#[test]
fn names_and_meanings_stand_in_the_legend_and_not_in_the_drawing() {
    let open = vec!["vorläufig".to_owned()];
    let html = draw(&Chart { open, ..chart(Kind::Steps, reported_and_listed()) });

    let legend = &html[html.find("<ul class=\"key\">").unwrap()..html.find("</ul>").unwrap()];
    let entries: Vec<&str> = legend.split("</svg>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(entries, ["reported", "listed", "gemeldet, hier nicht namentlich aufgeführt", "vorläufig"]);
    for class in ["k-reported", "k-listed", "k-gap", "k-open"] {
        assert_eq!(legend.matches(&format!("class=\"{class}\"")).count(), 1, "{class}");
    }
    let texts = html.split("<text").skip(1).map(|text| text.split('<').next().unwrap());
    assert!(texts.clone().count() > 8);
    for text in texts {
        let words = text.rsplit('>').next().unwrap();
        assert!(words.chars().all(|c| c.is_ascii_digit()), "{words} is no number");
    }
}

#[test]
fn a_single_line_needs_no_legend_and_the_unit_stands_above_it() {
    let one = vec![series("reported", &known(&[(2022.0, 3.0), (2023.0, 4.0)]))];
    let html = draw(&Chart { unit: Some("Yuan"), ..chart(Kind::Lines, one) });

    assert!(html.contains("<p class=\"lead-in\"><span class=\"meta\">Yuan</span></p><svg"));
    assert!(!html.contains("class=\"key\""));
}

#[test]
fn the_last_period_is_named_below_its_mark_however_many_there_are() {
    for last in 2004..2031 {
        let values: Vec<(f64, f64)> = (2001..=last).map(|year| (f64::from(year), 1.0)).collect();
        let chart = Chart { until: None, ..chart(Kind::Lines, vec![series("reported", &known(&values))]) };
        for frame in [&WIDE, &NARROW] {
            let html = lines::draw(&chart, frame);
            assert!(html.contains(&format!(">{last}</text>")), "{last} in {}", frame.class);
            let years = plot::plot(&chart, frame).years;
            let places: Vec<f64> = years.periods(50.0).into_iter().map(|year| years.at(f64::from(year))).collect();
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 50.0), "{places:?}");
        }
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
        let chart = chart(kind, vec![series("reported", &waves(n, by)), series("listed", &waves(n, by / 2.0))]);
        for frame in [&WIDE, &NARROW] {
            let labels = labels::place(&plot::plot(&chart, frame));
            assert!(!labels.is_empty());
            assert_no_overlap(&labels);
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
                let html = draw(&Chart { until, ..chart(kind, vec![series("reported", values)]) });

                assert!(html.contains("<svg"), "{values:?}");
                assert_drawn_soundly(&html);
            }
        }
    }
}

#[test]
fn nothing_to_draw_is_said_in_words() {
    for html in [draw(&chart(Kind::Steps, Vec::new())), draw(&chart(Kind::Lines, Vec::new())), bars(Vec::new())] {
        assert!(html.contains("<p class=\"nothing\">Es sind keine Werte bekannt.</p>"));
        assert!(!html.contains("<svg") && !html.contains("<details") && !html.contains("<table"));
    }
    let unknown = draw(&chart(Kind::Steps, vec![series("reported", &[(2024.0, None)])]));
    assert!(!unknown.contains("<svg") && unknown.contains("unbekannt"));
}

#[test]
fn a_missing_value_interrupts_the_line_and_is_never_zero() {
    let values = [(2020.0, Some(3.0)), (2021.0, None), (2022.0, Some(4.0)), (2023.0, Some(5.0))];

    let html = lines::draw(&chart(Kind::Lines, vec![series("reported", &values)]), &WIDE);

    assert_eq!(html.matches("class=\"dot\"").count(), 2);
    let line = html.split("class=\"reported\" d=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(line.matches('M').count(), 1, "{line}");
}

#[test]
fn a_period_that_is_not_over_is_hollow_at_the_end_of_a_broken_line() {
    let mut running = series("reported", &known(&[(2022.0, 3.0), (2023.0, 4.0), (2024.0, 1.0)]));
    running.points[2].running = true;

    let html = lines::draw(&chart(Kind::Lines, vec![running]), &WIDE);

    assert!(html.contains("class=\"dot last open\"") && html.contains("class=\"reported on\""));
}

#[test]
fn names_and_links_are_escaped() {
    let evil = Bar { url: Some("/?a=1&b=\"".to_owned()), notes: vec!["<i>".to_owned()], ..bar("<b>\"&", Some(1.0)) };

    let html = bars(vec![evil]);
    assert!(!html.contains("<b>") && !html.contains("<i>"));
    assert!(
        html.contains("<a href=\"/?a=1&amp;b=&quot;\">&lt;b&gt;&quot;&amp;</a><span class=\"sub\">&lt;i&gt;</span>")
    );

    let one = vec![series("reported", &known(&[(2022.0, 3.0)]))];
    let html = draw(&Chart { title: "<i>", description: "a & b", caption: Some("<b>"), ..chart(Kind::Steps, one) });
    assert!(!html.contains("<b><b>") && !html.contains("<i>"));
    assert!(html.contains("<desc id=\"c1-w-d\">a &amp; b</desc>") && html.contains("<b>&lt;b&gt;</b>"));
}

#[test]
fn bars_are_a_table_whose_drawings_nobody_hears() {
    let rows = vec![bar("Qingdao", Some(4.0)), bar("Jinan", Some(1.0)), bar("Heze", Some(0.0)), bar("Zibo", None)];

    let html = bars(rows);

    let drawn: Vec<&str> = html.split("<td class=\"draw\">").skip(1).collect();
    assert!(html.starts_with("<figure class=\"bars chart\" aria-label=\""), "a figure is named by its title");
    assert!(html.contains("><table class=\"table\">"));
    assert_eq!(html.matches("<svg class=\"bar\"").count(), html.matches("aria-hidden=\"true\"").count());
    assert!(drawn[0].contains("<rect class=\"value\" width=\"100\""), "{}", drawn[0]);
    assert!(drawn[1].contains("<rect class=\"value\" width=\"25\""), "{}", drawn[1]);
    // Nothing is drawn of zero but its ground, and nothing at all of what is not known.
    assert!(drawn[2].contains("class=\"ground\"") && !drawn[2].contains("class=\"value\""), "{}", drawn[2]);
    assert!(drawn[3].starts_with("</td>"), "{}", drawn[3]);
    assert!(!html.contains("<text"));
}

#[test]
fn bars_below_zero_go_the_other_way_from_a_line_at_zero() {
    let html = bars(vec![bar("A", Some(3.0)), bar("B", Some(-1.0))]);

    assert!(html.contains("<rect class=\"value\" x=\"25\" width=\"75\""), "{html}");
    assert!(html.contains("<rect class=\"value\" width=\"25\""), "{html}");
    assert_eq!(html.matches("<rect class=\"zero\" x=\"25\"").count(), 2);
}

#[test]
fn what_is_in_no_group_is_drawn_paler() {
    let rest = Bar { kind: BarKind::Rest, ..bar("Nicht veröffentlicht", Some(12.0)) };

    let html = bars(vec![bar("Qingdao", Some(3.0)), rest]);

    assert_eq!(html.matches("class=\"value rest\"").count(), 1);
}

#[test]
fn bars_of_any_size_stay_within_the_drawing() {
    for values in [vec![-3.0, 5.0], vec![-2.0, -1.0], vec![1e300, -1e300], vec![0.0], vec![1e-300, 1.0]] {
        let html = bars(values.into_iter().map(|value| bar("Verbundwerkstoffe", Some(value))).collect());

        assert_drawn_soundly(&html);
        for rect in html.split("<rect").skip(1) {
            let number = |name: &str| {
                let rest = rect.split(&format!(" {name}=\"")).nth(1)?;
                rest.split('"').next()?.parse::<f64>().ok()
            };
            let (x, wide) = (number("x").unwrap_or(0.0), number("width").unwrap());
            assert!(x >= 0.0 && wide > 0.0 && x + wide <= 100.01, "{rect}");
        }
    }
}

#[test]
fn the_same_chart_has_the_same_bytes() {
    let draw = || draw(&chart(Kind::Steps, reported_and_listed()));

    assert_eq!(draw(), draw());
}

#[test]
fn a_chart_has_its_values_as_a_table_unless_the_page_shows_them() {
    let one = || vec![series("reported", &[(2022.0, Some(22.0)), (2023.0, Some(29.0))])];

    let below = draw(&chart(Kind::Steps, one()));
    let elsewhere = draw(&Chart { data: Data::Elsewhere, ..chart(Kind::Steps, one()) });

    assert!(below.contains("<details class=\"data\">") && below.contains("<table"), "{below}");
    assert!(!elsewhere.contains("<details") && !elsewhere.contains("<table"), "{elsewhere}");
}

/// The places of texts, circles and the ends of paths along the drawing, from its left edge.
fn across(html: &str) -> Vec<f64> {
    let places = [" x=\"", " cx=\"", " d=\"M"]
        .into_iter()
        .flat_map(|name| html.match_indices(name).map(move |(at, name)| &html[at + name.len()..]));
    let mut places: Vec<f64> =
        places.map(|rest| rest[..rest.find(['"', ' ', 'H', 'V', 'L']).unwrap()].parse().unwrap()).collect();
    // The hatch is a tile of its own.
    places.retain(|x| *x != 0.0);
    places.sort_by(f64::total_cmp);
    places
}

#[test]
fn a_chart_read_leftward_is_the_mirror_image_of_one_read_rightward_but_for_its_words() {
    let until = Some(2026.9);
    let draw = |reading| lines::draw(&Chart { until, reading, ..chart(Kind::Steps, reported_and_listed()) }, &WIDE);
    let (rightward, leftward) = (draw(Reading::Rightward), draw(Reading::Leftward));

    let mirrored: Vec<f64> = across(&rightward).into_iter().rev().map(|x| WIDE.width - x).collect();
    let same = |(a, b): (&f64, &f64)| (a - b).abs() < 0.11;
    assert_eq!(across(&leftward).len(), mirrored.len());
    assert!(across(&leftward).iter().zip(&mirrored).all(same), "{leftward}");
    assert!(leftward.starts_with("<svg class=\"plot wide\" direction=\"rtl\""), "{leftward}");
    // A word that begins at its place begins there in both, at its own first end.
    assert_eq!(leftward.matches("text-anchor=\"end\"").count(), rightward.matches("text-anchor=\"end\"").count());
    assert_drawn_soundly(&leftward);
}

#[test]
fn bars_read_leftward_grow_from_the_right() {
    let draw = |reading| {
        let rows = vec![bar("A", Some(3.0)), bar("B", Some(-1.0)), bar("C", Some(2.0))];
        bars::draw(&Bars { rows, reading, source_html: "S", ..Bars::default() })
    };

    let leftward = draw(Reading::Leftward);

    // From −1 to 3: zero is a quarter of the way from the right.
    assert!(leftward.contains("<rect class=\"value\" width=\"75\""), "{leftward}");
    assert!(leftward.contains("<rect class=\"value\" x=\"75\" width=\"25\""), "{leftward}");
    assert!(leftward.contains("<rect class=\"value\" x=\"25\" width=\"50\""), "{leftward}");
    assert!(draw(Reading::Rightward).contains("<rect class=\"value\" x=\"25\" width=\"75\""));
}

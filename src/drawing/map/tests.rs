//! Maps at the edges: borders that fit, files that cannot be read, marks and names.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use crate::drawing::map::boundaries::Boundaries;
use crate::drawing::map::outline::{self, Parts};
use crate::drawing::map::scene::{Area, Key, Map, Mark, Sign};
use crate::drawing::map::symbols::{MarkShape, Symbol};
use crate::drawing::map::topology::Topology;
use crate::drawing::map::{draw, shapes};
use crate::drawing::surround::{Column, Row, Table};
use crate::drawing::svg::{Reading, Svg};

/// Two neighbours and an island of the first, with a wavy border between them.
const THREE: &str = r#"{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"id": "west"}, "geometry": {"type": "MultiPolygon", "coordinates": [
    [[[116, 36], [117, 36], [117.04, 36.3], [116.97, 36.5], [117.05, 36.8], [117, 37], [116, 37], [116, 36]]],
    [[[115.0, 36.5], [115.001, 36.5], [115.001, 36.501], [115.0, 36.5]]]]}},
  {"type": "Feature", "properties": {"id": "east"}, "geometry": {"type": "Polygon", "coordinates": [
    [[117, 36], [118, 36], [118, 37], [117, 37], [117.05, 36.8], [116.97, 36.5], [117.04, 36.3], [117, 36]]]}},
  {"type": "Feature", "properties": {"id": "south"}, "geometry": {"type": "Polygon", "coordinates": [
    [[116, 35], [118, 35], [118, 36], [117, 36], [116, 36], [116, 35]]]}}
]}"#;

fn three() -> Boundaries {
    Boundaries::read(THREE, "id").unwrap()
}

fn area(id: &str, class: &str) -> Area {
    Area {
        id: id.into(),
        class: class.into(),
        label: id.to_uppercase(),
        text: format!("{id}: ein Zentrum"),
        ..Area::default()
    }
}

fn mark(longitude: f64, latitude: f64, shape: MarkShape) -> Mark {
    let symbol = Symbol { shape, class: None };
    Mark { longitude, latitude, symbol, title: "Lager & Wälzlager".into(), ..Mark::default() }
}

fn map<'a>() -> Map<'a> {
    Map { id: "m", title: "Zentren nach Stadt", description: "Drei Städte.", source_html: "Quelle", ..Map::default() }
}

/// Places of a path, in tenths.
fn places(d: &str) -> Vec<(i64, i64)> {
    let mut places: Vec<(i64, i64)> = Vec::new();
    for ring in d.split('M').filter(|ring| !ring.is_empty()) {
        let spaced = ring.replace('-', " -").replace(['l', 'z'], " ");
        let numbers: Vec<i64> =
            spaced.split_whitespace().map(|n| (n.parse::<f64>().unwrap() * 10.0).round() as i64).collect();
        let mut pen = (0, 0);
        for pair in numbers.chunks(2) {
            pen = (pen.0 + pair[0], pen.1 + pair[1]);
            places.push(pen);
        }
    }
    places
}

/// A grid of areas with ragged borders that neighbours share to the last digit.
fn ragged(side: usize, points: usize) -> String {
    let corner = |x: usize, y: usize| (110.0 + x as f64, 30.0 + y as f64);
    let noise = |seed: usize| ((seed * 7919 % 997) as f64 / 997.0 - 0.5) * 0.2;
    let border = |x: usize, y: usize, upright: bool| -> Vec<(f64, f64)> {
        let (from, along) = (corner(x, y), if upright { (0.0, 1.0) } else { (1.0, 0.0) });
        let between = |nth: usize| {
            let (share, off) =
                (nth as f64 / points as f64, if nth == 0 { 0.0 } else { noise(nth * 31 + x * 101 + y * 57) });
            (from.0 + along.0 * share + along.1 * off, from.1 + along.1 * share + along.0 * off)
        };
        (0..points).map(between).chain([(from.0 + along.0, from.1 + along.1)]).collect()
    };
    let mut features = Vec::new();
    for x in 0..side {
        for y in 0..side {
            let mut ring = border(x, y, false);
            ring.extend(border(x + 1, y, true));
            ring.extend(border(x, y + 1, false).into_iter().rev());
            ring.extend(border(x, y, true).into_iter().rev());
            let ring: Vec<String> = ring.iter().map(|(x, y)| format!("[{x:.6},{y:.6}]")).collect();
            features.push(format!(
                r#"{{"type":"Feature","properties":{{"id":"a{x}-{y}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
                ring.join(",")
            ));
        }
    }
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

#[test]
fn ids_come_in_the_order_of_the_file() {
    assert_eq!(three().ids().collect::<Vec<_>>(), ["west", "east", "south"]);
}

#[test]
fn a_border_of_two_neighbours_is_one_arc() {
    let shapes = shapes::read(THREE, "id").unwrap();
    let topology = Topology::of(shapes.iter().flat_map(|shape| &shape.polygons).map(|polygon| polygon.exterior()));

    let shared: Vec<usize> = topology.arcs.iter().filter(|arc| arc.rings == 2).map(|arc| arc.vertices.len()).collect();
    assert_eq!(topology.rings.len(), 4);
    assert_eq!(shared.iter().sum::<usize>(), 5 + 2 + 2, "west-east, west-south, east-south");
}

#[test]
fn neighbours_still_share_their_places_after_simplification() {
    let boundaries = Boundaries::read(&ragged(4, 60), "id").unwrap();

    for room in [usize::MAX, 20_000, 8_000, 3_000] {
        let paths = boundaries.paths(room);
        let of = |id: &str| {
            let nth = boundaries.ids().position(|known| known == id).unwrap();
            places(&paths[nth]).into_iter().collect::<BTreeSet<_>>()
        };
        // Every place of an inner area is a place of one of its neighbours.
        let around: BTreeSet<_> = ["a0-1", "a2-1", "a1-0", "a1-2"].into_iter().flat_map(of).collect();
        let inner = of("a1-1");
        assert!(inner.len() >= 4 && inner.is_subset(&around), "{room}");
    }
}

#[test]
fn a_figure_of_many_ragged_areas_stays_below_30_kilobytes() {
    let text = ragged(6, 300);
    let boundaries = Boundaries::read(&text, "id").unwrap();
    let areas = boundaries.ids().map(|id| area(id, "tone-1")).collect();

    let html = draw(Some(&boundaries), &Map { areas, ..map() });

    assert!(text.len() > 500_000 && html.len() < 30_000 && html.len() > 8_000, "{} → {}", text.len(), html.len());
}

#[test]
fn tiny_islands_are_left_out_and_tiny_areas_are_not() {
    let boundaries = three();

    assert_eq!(boundaries.paths(usize::MAX)[0].matches('M').count(), 1);
    let speck = THREE.replace(
        "[[116, 35], [118, 35], [118, 36], [117, 36], [116, 36], [116, 35]]",
        "[[119, 35], [119.0001, 35], [119, 35.0001], [119, 35]]",
    );
    let boundaries = Boundaries::read(&speck, "id").unwrap();
    assert!(boundaries.paths(usize::MAX)[2].contains("l2 0"), "{}", boundaries.paths(usize::MAX)[2]);
}

#[test]
fn an_area_between_two_junctions_keeps_an_area() {
    // A wedge so slim that both of its borders become the same line.
    let places = [(0.0, 0.0), (100.0, 0.0), (50.0, 2.0), (50.0, -2.0)];
    let rings = [vec![(0.0, 0.0), (1.0, 0.0), (0.5, 0.02)], vec![(0.0, 0.0), (0.5, -0.02), (1.0, 0.0), (0.5, 0.02)]];
    let lines: Vec<geo::LineString> = rings.into_iter().map(geo::LineString::from).collect();
    let topology = Topology::of(lines.iter());
    let areas = [Parts { rings: vec![0], main: 0 }, Parts { rings: vec![1], main: 1 }];

    let outlines = outline::outlines(&topology, &places, &areas, 50.0);

    assert!(outlines.iter().all(|rings| rings[0].len() >= 3), "{outlines:?}");
}

#[test]
fn a_hole_of_an_enclave_stays_open() {
    let enclave = r#"{"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"id": "b"}, "geometry": {"type": "Polygon", "coordinates": [
        [[13, 52.3], [13.6, 52.3], [13.6, 52.7], [13, 52.7], [13, 52.3]]]}},
      {"type": "Feature", "properties": {"id": "bb"}, "geometry": {"type": "Polygon", "coordinates": [
        [[11, 51], [15, 51], [15, 54], [11, 54], [11, 51]], [[13, 52.3], [13, 52.7], [13.6, 52.7], [13.6, 52.3], [13, 52.3]]]}}]}"#;
    let boundaries = Boundaries::read(enclave, "id").unwrap();

    let inside = boundaries.view.at((13.3, 52.5));
    assert_eq!(boundaries.paths(0)[1].matches('M').count(), 2);
    assert_eq!(boundaries.area_at(inside), Some(0));
    assert_eq!(boundaries.area_at(boundaries.inner_place(1)), Some(1));
    assert_eq!(boundaries.area_at((-50.0, -50.0)), None);
}

#[test]
fn areas_keep_their_size() {
    let boundaries = three();

    // As on the sphere, but for edges that are straight here and curved there.
    let (west, south) = (boundaries.size(0), boundaries.size(2));
    let sphere = |low: f64, high: f64| high.to_radians().sin() - low.to_radians().sin();
    assert!((south / west / (2.0 * sphere(35.0, 36.0) / sphere(36.0, 37.0)) - 1.0).abs() < 0.03, "{west} {south}");
}

#[test]
fn what_lies_on_both_sides_of_the_antimeridian_is_shown_together() {
    let fiji = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "f"}, "geometry":
      {"type": "MultiPolygon", "coordinates": [[[[179, -17], [180, -17], [180, -16], [179, -16], [179, -17]]],
        [[[-180, -17], [-179, -17], [-179, -16], [-180, -16], [-180, -17]]]]}}]}"#;

    let boundaries = Boundaries::read(fiji, "id").unwrap();

    assert!(boundaries.size(0) > 20_000.0, "{}", boundaries.size(0));
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let feature = |properties: &str, geometry: &str| {
        format!(
            r#"{{"type": "FeatureCollection", "features": [{{"type": "Feature", "properties": {properties}, "geometry": {geometry}}}]}}"#
        )
    };
    let square = r#"{"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2], [1, 1]]]}"#;
    let cases = [
        ("{\"type\": \"FeatureCollection\",\n \"features\": [}".to_owned(), "expected value", 44),
        ("[]".to_owned(), "", 0),
        (r#"{"type": "Feature"}"#.to_owned(), "this is no GeoJSON FeatureCollection", 0),
        (r#"{"type": "FeatureCollection", "features": []}"#.to_owned(), "the FeatureCollection has no features", 0),
        (feature("{}", square), "feature 1: it has no property `id` to tell its id", 43),
        (feature(r#"{"id": "x"}"#, "null"), "feature 1: `x` has no geometry", 43),
        (
            feature(r#"{"id": "x"}"#, r#"{"type": "Point", "coordinates": [1, 1]}"#),
            "feature 1: `x` is a Point; only Polygon and MultiPolygon are boundaries",
            43,
        ),
        (
            feature(
                r#"{"id": "x"}"#,
                r#"{"type": "Polygon", "coordinates": [[[500000, 4000000], [500001, 4000000], [500001, 4000001], [500000, 4000000]]]}"#,
            ),
            "feature 1: `x` has the point 500000, 4000000, which is no longitude and latitude in degrees",
            139,
        ),
        (
            feature(r#"{"id": "x"}"#, r#"{"type": "Polygon", "coordinates": []}"#),
            "feature 1: `x` has a polygon without a ring",
            43,
        ),
        (THREE.replace("east", "west"), "feature 2: there is another `west` before it", 368),
    ];
    for (text, message, offset) in cases {
        let error = Boundaries::read(&text, "id").err().unwrap();

        assert!(error.message.starts_with(message), "{error:?}");
        assert!(error.offset.abs_diff(offset) < 30 && error.offset <= text.len(), "{offset} {error:?}");
    }
}

#[test]
fn areas_carry_class_link_and_words() {
    let linked = Area { url: Some("/de/staedte/west/".into()), ..area("west", "area-recognized") };

    let html = draw(Some(&three()), &Map { areas: vec![linked, area("east", "area-none")], ..map() });

    assert!(html.contains("<svg role=\"group\" aria-labelledby=\"m-t\" aria-describedby=\"m-d\""));
    assert!(html.contains(
        "<a href=\"/de/staedte/west/\" aria-label=\"west: ein Zentrum\"><path class=\"area area-recognized\""
    ));
    assert!(html.contains("<title>east: ein Zentrum</title></path>"));
    assert_eq!(html.matches("<path class=\"area\" ").count(), 1, "south is drawn without words");
    assert!(html.contains("<g fill=\"url(#m-hatch)\"") && html.contains("<pattern id=\"m-hatch\""));
}

#[test]
fn marks_of_one_place_stand_side_by_side_below_the_name_of_their_area() {
    let marks = vec![
        mark(116.5, 36.5, MarkShape::Full),
        mark(117.5, 36.5, MarkShape::Square),
        mark(116.5, 36.5, MarkShape::Ring),
    ];

    let html = draw(Some(&three()), &Map { areas: vec![area("west", ""), area("east", "")], marks, ..map() });

    let centers: Vec<&str> = html.split("cx=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(centers.len(), 4, "two at each of two sizes");
    assert_ne!(centers[0], centers[1]);
    assert_eq!(html.matches(">WEST</text>").count(), 2);
    assert_eq!(html.matches("Lager &amp; Wälzlager").count(), 3, "a title each, in the wide drawing");
}

#[test]
fn a_crowd_of_marks_becomes_a_block() {
    let marks = (0..23).map(|_| mark(117.5, 36.5, MarkShape::Full)).collect();

    let html = draw(Some(&three()), &Map { marks, ..map() });

    let rows: BTreeSet<&str> =
        html.split("cy=\"").skip(1).take(23).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(rows.len(), 4);
}

#[test]
fn no_two_shapes_look_alike_and_each_has_its_name() {
    let drawing = |shape: MarkShape| {
        let html = draw(None, &Map { marks: vec![mark(117.0, 36.0, shape)], ..map() });
        html.split("<g class=\"wide\"").nth(1).unwrap().split("</g></g>").next().unwrap().to_owned()
    };

    let drawings: BTreeSet<String> = MarkShape::ALL.iter().map(|shape| drawing(*shape)).collect();

    assert_eq!(drawings.len(), MarkShape::ALL.len());
    assert!(MarkShape::ALL.iter().all(|shape| MarkShape::named(shape.name()) == Some(*shape)));
    assert_eq!(MarkShape::named("k-full"), None);
}

#[test]
fn the_class_of_a_theme_stands_on_what_is_filled_or_else_on_the_line() {
    let drawn = |shape: MarkShape, class: &str| {
        let mut svg = Svg::default();
        Symbol { shape, class: Some(class.to_owned()) }.write(&mut svg, (6.0, 6.0), 6.0);
        svg.end()
    };

    assert!(drawn(MarkShape::Square, "own").starts_with("<path class=\"own\""));
    assert!(drawn(MarkShape::Dashed, "own").starts_with("<circle class=\"own k-broken\""));
    assert!(drawn(MarkShape::Dot, "own").starts_with("<circle class=\"k-ring\""), "the line around it stays");
    assert!(drawn(MarkShape::Dot, "own").contains("<circle class=\"own\""));
    assert!(drawn(MarkShape::Full, "\"><script>").starts_with("<circle class=\"&quot;&gt;&lt;script&gt;\""));
}

#[test]
fn without_boundaries_marks_stand_in_a_frame_of_degrees() {
    let circle = |longitude: f64, latitude: f64, name: &str, value: f64| Mark {
        label: Some(name.into()),
        value: Some(value),
        ..mark(longitude, latitude, MarkShape::Full)
    };
    let marks = vec![
        circle(117.0, 36.7, "Jinan", 4.0),
        circle(120.4, 36.1, "Qingdao", 16.0),
        circle(122.1, 37.5, "Weihai", f64::NAN),
    ];

    let html = draw(None, &Map { marks, ..map() });

    assert!(
        html.contains(">120°</text>")
            && html.contains(">Qingdao</text>")
            && html.contains("r=\"22\"")
            && html.contains("r=\"11\"")
    );
    assert!(!html.contains("NaN") && !html.contains("inf"));
}

#[test]
fn places_near_one_another_stand_apart_where_they_are() {
    let marks = vec![mark(120.300, 36.060, MarkShape::Full), mark(120.312, 36.060, MarkShape::Full)];

    let html = draw(None, &Map { marks, ..map() });

    let xs: Vec<f64> =
        html.split(" cx=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok()).take(2).collect();
    let [west, east] = xs[..] else { panic!("{html}") };
    assert!(east - west > 200.0, "{west} and {east}");
    assert!(html.contains("′</text>"), "{html}");
}

#[test]
fn places_around_the_world_or_at_the_poles_are_drawn_soundly() {
    for places in [
        vec![(0.0, 0.0)],
        vec![(0.0, 90.0), (10.0, 90.0)],
        vec![(-180.0, -90.0), (180.0, 90.0), (0.0, 0.0)],
        vec![(f64::NAN, 0.0)],
        vec![],
    ] {
        let marks = places.into_iter().map(|(x, y)| mark(x, y, MarkShape::Full)).collect();

        let html = draw(None, &Map { marks, ..map() });

        assert!(
            html.starts_with("<figure class=\"map\" aria-label") && !html.contains("NaN") && !html.contains("inf"),
            "{html}"
        );
    }
}

#[test]
fn legend_table_and_source_belong_to_the_figure() {
    let legend = vec![
        Key { sign: Sign::Mark(Symbol::default()), text: "Zentrum".into() },
        Key { sign: Sign::Area("area-none".into()), text: "kein Zentrum bekannt".into() },
    ];
    let table = Table {
        head: vec![Column { label: "Stadt".into(), numeric: false }, Column { label: "Zentren".into(), numeric: true }],
        rows: vec![Row { name_html: "Qingdao".into(), cells_html: vec!["3".into()] }],
    };

    let html = draw(Some(&three()), &Map { legend, table, open_table: "Daten als Tabelle", ..map() });

    assert!(html.contains(
        "<path class=\"area area-none\" fill=\"url(#m-hatch)\" d=\"M0 0h12v12H0z\"/></svg>kein Zentrum bekannt</li>"
    ));
    assert!(html.contains("<th scope=\"row\">Qingdao</th><td class=\"n\">3</td>"));
    assert!(html.ends_with("<figcaption class=\"meta\">Quelle</figcaption></figure>"));
    assert!(!html.contains("style=") && !html.contains("<style"));
}

#[test]
fn a_map_read_leftward_has_everything_where_it_is_and_names_on_the_same_side() {
    let named = |at: f64| Mark { label: Some("مدينة".into()), ..mark(116.2 + at, 36.5, MarkShape::Full) };
    let marks = || (0..9).map(|nth| named(f64::from(nth) * 0.06)).collect();
    let draw = |reading| draw(Some(&three()), &Map { marks: marks(), reading, ..map() });
    let (rightward, leftward) = (draw(Reading::Rightward), draw(Reading::LeftwardInPlace));

    let texts = |html: &str| -> Vec<String> { html.split("<text").skip(1).map(str::to_owned).collect() };
    let places = |text: &String| text.replace(" text-anchor=\"end\"", "");
    let (rightward, leftward) = (texts(&rightward), texts(&leftward));
    assert!(rightward.iter().map(places).eq(leftward.iter().map(places)));
    // What begins at a place read rightward, ends there read leftward: it is on the same side.
    let is_beside = |text: &&String| !text.contains("\"middle\"");
    let ends = |texts: &[String]| -> Vec<bool> {
        texts.iter().filter(is_beside).map(|text| text.contains("\"end\"")).collect()
    };
    assert!(!ends(&rightward).is_empty());
    assert!(ends(&rightward).iter().zip(ends(&leftward)).all(|(one, other)| *one != other));
}

use proptest::prelude::*;

use super::*;

fn color(text: &str) -> Color {
    Color::parse(text).expect("a colour")
}

/// The grounds of the drawn theme.
fn drawn() -> Schemes {
    let grounds = |[paper, wash, hit, mark_0]: [&str; 4]| Grounds {
        paper: color(paper),
        wash: color(wash),
        hit: color(hit),
        mark_0: color(mark_0),
    };
    Schemes {
        light: grounds(["#fff", "#f2f5f6", "#ffe9a8", "#e4eaed"]),
        dark: grounds(["#11181d", "#19232a", "#473a0c", "#24313a"]),
    }
}

/// What does not reach its contrast.
fn failing(shades: &Shades, grounds: &Grounds) -> Vec<String> {
    let Shades { brand, on_brand, link, mark, tones, .. } = *shades;
    let Grounds { paper, wash, hit, mark_0 } = *grounds;
    let needed = [
        ("on-brand", on_brand, brand, 4.5),
        ("link on paper", link, paper, 4.5),
        ("link on wash", link, wash, 4.5),
        ("link on hit", link, hit, 4.5),
        ("mark on paper", mark, paper, 3.0),
        ("mark on wash", mark, wash, 3.0),
        ("mark on mark-0", mark, mark_0, 3.0),
        ("tone 1 and 4", tones[0], tones[3], 3.0),
    ];
    let falls_short = needed.into_iter().filter(|(_, a, b, least)| a.contrast(*b) < *least);
    falls_short.map(|(what, a, b, _)| format!("{what}: {a} {b} {:.2}", a.contrast(b))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn every_contrast_holds_for_every_colour_in_both_schemes(channels: [u8; 3]) {
        let palette = of(Color { channels }, drawn());

        prop_assert_eq!(failing(&palette.light, &drawn().light), Vec::<String>::new());
        prop_assert_eq!(failing(&palette.dark, &drawn().dark), Vec::<String>::new());
        prop_assert!(palette.dark.brand.oklch().lightness <= 0.365, "{}", palette.dark.brand);
    }

    #[test]
    fn a_colour_that_fits_is_kept_and_one_that_does_not_moves_no_further_than_it_must(channels: [u8; 3]) {
        let brand = Color { channels };
        let grounds = drawn().light;

        let light = of(brand, drawn()).light;

        let least = [grounds.paper, grounds.wash, grounds.hit].map(|ground| light.link.contrast(ground));
        let least = least.into_iter().fold(f64::INFINITY, f64::min);
        prop_assert_eq!(light.brand, brand);
        prop_assert!(light.link == brand || (4.5..4.75).contains(&least), "{} {least}", light.link);
        let hue = |color: Color| color.oklch().hue;
        let turned = (hue(light.link) - hue(brand)).abs();
        let turned = turned.min(std::f64::consts::TAU - turned);
        prop_assert!(light.link.oklch().chroma < 0.04 || turned < 0.12, "{brand} {} {turned}", light.link);
    }

    #[test]
    fn tones_go_in_equal_steps_of_lightness(channels: [u8; 3]) {
        let palette = of(Color { channels }, drawn());

        for (shades, grounds) in [(palette.light, drawn().light), (palette.dark, drawn().dark)] {
            let mut lightness = vec![grounds.mark_0.oklch().lightness];
            lightness.extend(shades.tones.map(|tone| tone.oklch().lightness));
            let steps: Vec<f64> = lightness.windows(2).map(|pair| pair[1] - pair[0]).collect();
            for step in &steps {
                prop_assert!((step - steps[0]).abs() < 0.015, "{steps:?}");
            }
        }
    }
}

#[test]
fn the_colours_of_the_drawn_pages_are_kept() {
    for brand in ["#17506a", "#6d2748"] {
        let light = of(color(brand), drawn()).light;

        assert_eq!([light.brand, light.link, light.mark].map(|shade| shade.to_string()), [brand; 3]);
        assert_eq!(light.on_brand, Color::WHITE);
    }
}

#[test]
fn a_light_colour_stays_the_ground_and_is_darkened_where_it_is_read() {
    let light = of(color("#ffcc00"), drawn()).light;

    assert_eq!((light.brand, light.on_brand), (color("#ffcc00"), Color::BLACK));
    assert!(light.link.oklch().lightness < light.mark.oklch().lightness);
    assert!(light.mark.oklch().lightness < light.brand.oklch().lightness);
}

#[test]
fn the_style_sheet_has_grounds_and_shades_of_both_schemes() {
    let css = of(color("#6d2748"), drawn()).css();

    assert!(css.starts_with(
        "@layer site{:root{--paper:#ffffff;--wash:#f2f5f6;--hit:#ffe9a8;--brand:#6d2748;--on-brand:#ffffff;\
         --brand-line:#ffffff66;--link:#6d2748;--mark:#6d2748;--mark-2:"
    ));
    assert!(css.contains("@media (prefers-color-scheme:dark){:root{--paper:#11181d;"));
    assert_eq!(css.matches('{').count(), css.matches('}').count());
}

#[test]
fn grounds_on_which_nothing_can_be_read_are_named() {
    let Schemes { light, dark } = drawn();
    let grey = color("#777");

    assert_eq!(unreadable(&light, Scheme::Light), Vec::<&str>::new());
    assert_eq!(unreadable(&dark, Scheme::Dark), Vec::<&str>::new());
    assert_eq!(unreadable(&Grounds { hit: color("#333"), ..light }, Scheme::Light), ["hit"]);
    assert_eq!(unreadable(&Grounds { paper: grey, mark_0: color("#bbb"), ..dark }, Scheme::Dark), ["paper", "mark-0"]);
}

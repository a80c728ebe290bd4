//! Marks: the shape says what it is, in print and without colour. The same shapes as the theme's component `Mark`.

use crate::drawing::svg::{Svg, number};

/// Draws a symbol around a place. Of `k-nat k-nat-open k-full k-ring established proposed pilot reserve withdrawn`; any other
/// is a full circle.
pub fn write(svg: &mut Svg, symbol: &str, (x, y): (f64, f64), radius: f64) {
    let inner = radius * 0.87;
    let ring = |svg: &mut Svg, class| svg.circle(class, (x, y), inner);
    match symbol {
        "k-nat" => svg.path("k-nat", &square((x, y), radius)),
        "k-nat-open" => svg.path("k-nat-open", &square((x, y), inner)),
        "k-ring" => ring(svg, "k-ring"),
        "pilot" => ring(svg, "k-ring k-broken"),
        "reserve" => svg.circle("k-ring", (x, y), radius * 0.5),
        "established" => {
            ring(svg, "k-ring");
            svg.circle("k-full", (x, y), radius * 0.37);
        }
        "proposed" => {
            ring(svg, "k-ring");
            let (half, whole) = (number(inner), number(inner * 2.0));
            svg.path("k-full", &format!("M{} {}a{half} {half} 0 0 0 0 {whole}z", number(x), number(y - inner)));
        }
        "withdrawn" => {
            let (arm, side) = (inner, number(inner * 2.0));
            let (left, top) = (number(x - arm), number(y - arm));
            svg.path("k-line", &format!("M{left} {top}l{side} {side}m0-{side}l-{side} {side}"));
        }
        _ => svg.circle("k-full", (x, y), radius),
    }
}

fn square((x, y): (f64, f64), half: f64) -> String {
    let side = number(half * 2.0);
    format!("M{} {}h{side}v{side}h-{side}z", number(x - half), number(y - half))
}

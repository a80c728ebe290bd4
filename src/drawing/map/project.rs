//! Degrees → places in the drawing.
//!
//! Lambert azimuthal equal-area on the sphere, centred on what is shown: areas keep their size, shapes near the centre
//! their form. Snyder, J. P. (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, eq. 22-4, 22-5, 24-2.
//!
//! By hand: two equations. PROJ, which has all of them, is a library in C with its own data.

/// The units that a map is wide.
pub const WIDTH: f64 = 720.0;
/// The units that a map is high at most.
const HEIGHT: f64 = 760.0;

/// How places are shown in one map.
#[derive(Clone, Copy, Debug)]
pub struct View {
    center: f64,
    sine: f64,
    cosine: f64,
    scale: f64,
    /// What is projected to the upper left corner.
    corner: (f64, f64),
    /// How high the drawing is.
    pub height: f64,
}

impl View {
    /// Shows all places, which are longitudes and latitudes in degrees, with a `margin` around them. There must be one.
    pub fn over(places: &[(f64, f64)], margin: f64) -> View {
        let (west, east) = longitudes(places);
        let (south, north) = span(places.iter().map(|place| place.1));
        let latitude = ((south + north) / 2.0).to_radians();
        let (sine, cosine) = latitude.sin_cos();
        let mut view = View { center: (west + east) / 2.0, sine, cosine, scale: 1.0, corner: (0.0, 0.0), height: 0.0 };
        let shown: Vec<(f64, f64)> = places.iter().map(|place| view.at(*place)).collect();
        let (left, right) = span(shown.iter().map(|place| place.0));
        let (top, bottom) = span(shown.iter().map(|place| place.1));
        let (wide, high) = ((right - left).max(1e-9), (bottom - top).max(1e-9));
        let scale = ((WIDTH - 2.0 * margin) / wide).min((HEIGHT - 2.0 * margin) / high);
        view.scale = scale;
        view.height = (high * scale + 2.0 * margin).max(160.0);
        let (middle, center) = ((left + right) / 2.0 * scale, (top + bottom) / 2.0 * scale);
        view.corner = (middle - WIDTH / 2.0, center - view.height / 2.0);
        view
    }

    /// Where a place is in the drawing.
    pub fn at(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        let (sine, cosine) = latitude.to_radians().sin_cos();
        let (east, ahead) = (longitude - self.center).to_radians().sin_cos();
        // The point opposite the centre would be a circle; it is never far inside what is shown.
        let nearness = (1.0 + self.sine * sine + self.cosine * cosine * ahead).max(1e-6);
        let stretch = (2.0 / nearness).sqrt() * self.scale;
        let (x, y) = (cosine * east, self.cosine * sine - self.sine * cosine * ahead);
        (stretch * x - self.corner.0, -stretch * y - self.corner.1)
    }
}

fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// From west to east; what lies on both sides of the antimeridian is seen across it.
fn longitudes(places: &[(f64, f64)]) -> (f64, f64) {
    let plain = span(places.iter().map(|place| place.0));
    let across = span(places.iter().map(|place| if place.0 < 0.0 { place.0 + 360.0 } else { place.0 }));
    if across.1 - across.0 < plain.1 - plain.0 { across } else { plain }
}

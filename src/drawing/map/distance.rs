//! How far two places are from each other.

/// The mean radius of the Earth in kilometers (IUGG).
const RADIUS: f64 = 6371.0088;

/// The shortest way between two places on the surface of a sphere as large as the Earth, in kilometers; it differs from that on
/// the ellipsoid by at most 0.6 %. Places are in degrees, longitude before latitude.
pub fn kilometers(from: (f64, f64), to: (f64, f64)) -> f64 {
    let half_sine_squared = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let parallels = from.1.to_radians().cos() * to.1.to_radians().cos();
    let chord = half_sine_squared(from.1, to.1) + parallels * half_sine_squared(from.0, to.0);
    // Rounding may lead past the other end of the Earth.
    2.0 * RADIUS * chord.min(1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_is_as_long_as_on_a_sphere_of_the_size_of_the_earth() {
        let degree = std::f64::consts::PI * RADIUS / 180.0;

        assert!((kilometers((117.0, 36.0), (117.0, 37.0)) - degree).abs() < 1e-6);
        assert!((kilometers((0.0, 0.0), (1.0, 0.0)) - degree).abs() < 1e-6);
        // Half as far on the parallel of 60 degrees, but for the shorter way over the sphere.
        assert!((kilometers((10.0, 60.0), (11.0, 60.0)) - degree / 2.0).abs() < 0.01);
    }

    #[test]
    fn it_is_the_same_both_ways_across_the_date_line_and_to_the_other_end_of_the_earth() {
        let (suva, apia) = ((178.44, -18.14), (-171.76, -13.83));
        assert_eq!(kilometers(suva, apia), kilometers(apia, suva));
        assert!((1_140.0..1_160.0).contains(&kilometers(suva, apia)), "{}", kilometers(suva, apia));
        assert_eq!(kilometers(suva, suva), 0.0);
        assert!((kilometers((0.0, 90.0), (0.0, -90.0)) - std::f64::consts::PI * RADIUS).abs() < 1e-6);
    }
}

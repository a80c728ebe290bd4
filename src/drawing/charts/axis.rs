//! Axes: values from zero with round ticks, time at its real dates.
//!
//! By hand: round steps are thirty lines, and what draws axes in a crate brings its own drawings along.

/// Values → places: a round lowest and highest value, one of them zero or zero between them.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: f64,
    step: f64,
    /// How many steps there are.
    steps: i64,
    from: f64,
    to: f64,
}

/// The largest value that is drawn as it is; with larger ones, sums and differences would stop being numbers.
const LARGEST: f64 = 1e100;

impl Scale {
    /// A scale that holds all values, of about `wanted` steps, from the place of its lowest value to that of its highest.
    pub fn over(values: impl Iterator<Item = f64>, wanted: usize, from: f64, to: f64) -> Scale {
        let (mut low, mut high, mut whole) = (0.0f64, 0.0f64, true);
        for value in values.filter(|value| value.is_finite()).map(|value| value.clamp(-LARGEST, LARGEST)) {
            (low, high) = (low.min(value), high.max(value));
            whole &= value.fract() == 0.0;
        }
        if low == high {
            high = 1.0;
        }
        let mut step = round_up((high - low) / wanted.max(1) as f64);
        if whole {
            step = step.max(1.0);
        }
        let (first, last) = ((low / step - 1e-9).floor(), (high / step + 1e-9).ceil());
        let last = if (last - 1.0) * step >= high { last - 1.0 } else { last };
        let first = if (first + 1.0) * step <= low { first + 1.0 } else { first };
        Scale { low: first * step, step, steps: (last - first) as i64, from, to }
    }

    /// A scale from zero to the largest value, or from the lowest one, with nothing to spare: for drawings without ticks.
    pub fn tight(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Scale {
        let (mut low, mut high) = (0.0f64, 0.0f64);
        for value in values.filter(|value| value.is_finite()).map(|value| value.clamp(-LARGEST, LARGEST)) {
            (low, high) = (low.min(value), high.max(value));
        }
        let step = if low == high { 1.0 } else { high - low };
        Scale { low, step, steps: 1, from, to }
    }

    /// Where a value is.
    pub fn at(&self, value: f64) -> f64 {
        let share = (value.clamp(-LARGEST, LARGEST) - self.low) / (self.step * self.steps as f64);
        self.from + share * (self.to - self.from)
    }

    /// The ticks, from the lowest to the highest.
    pub fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step).round() as i64;
        (0..=self.steps).map(|nth| (first + nth) as f64 * self.step).collect()
    }
}

/// The next of 1, 2, 5, 10, 20, … .
fn round_up(step: f64) -> f64 {
    let power = 10f64.powf(step.log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= step * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}

/// Years as decimals → places, over whole years.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    first: f64,
    last: f64,
    from: f64,
    to: f64,
}

impl Years {
    /// The whole years around all positions; the year that begins on the last one belongs to it.
    pub fn over(positions: impl Iterator<Item = f64>, from: f64, to: f64) -> Years {
        let (low, high) = positions
            .filter(|position| position.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), position| (low.min(position), high.max(position)));
        let first = if low.is_finite() { low.clamp(-1e6, 1e6).floor() } else { 0.0 };
        let last = if high.is_finite() { high.clamp(-1e6, 1e6).floor() + 1.0 } else { 1.0 };
        Years { first, last: last.max(first + 1.0), from, to }
    }

    /// Where a date is.
    pub fn at(&self, position: f64) -> f64 {
        let share = (position.clamp(self.first, self.last) - self.first) / (self.last - self.first);
        self.from + share * (self.to - self.from)
    }

    /// The years of periods that are named, at least `apart` from each other, the last one among them.
    pub fn periods(&self, apart: f64) -> Vec<i32> {
        let last = self.last as i32 - 1;
        let mut years = self.ticks(apart);
        years.retain(|year| *year == last || self.at(f64::from(last)) - self.at(f64::from(*year)) >= apart);
        if years.last() != Some(&last) {
            years.push(last);
        }
        years
    }

    /// The years whose beginnings are marked, at least `apart` from each other. The end of the last year is not one.
    pub fn ticks(&self, apart: f64) -> Vec<i32> {
        let unit = (self.to - self.from) / (self.last - self.first);
        let mut step = 1.0;
        for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
            if step * unit >= apart || step > 1e7 {
                break;
            }
            step *= factor;
        }
        let mut year = (self.first / step).ceil() * step;
        let mut years = Vec::new();
        while year < self.last {
            years.push(year as i32);
            year += step;
        }
        years
    }
}

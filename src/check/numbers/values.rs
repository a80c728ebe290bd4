//! Every value that the figures of the site have, to be found by its size.

use crate::report::Report;

/// Every value that a figure of the site ever has, by size, with the position of the figure.
pub struct Values(Vec<(f64, usize)>);

impl Values {
    /// Those of all figures.
    pub fn of_site(report: &Report) -> Self {
        let mut values = Vec::new();
        for (at, figure) in report.figures.iter().enumerate() {
            let points = figure.series.iter().chain(&figure.computed);
            let amounts = points.flat_map(|point| [Some(&point.amount), point.listed.as_ref()]).flatten();
            values.extend(amounts.filter_map(|amount| Some((amount.number.as_ref()?.to_f64(), at))));
        }
        values.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        Values(values)
    }

    /// Figures with a value as large, or that differs by no more than a part of it; a difference of one is always near.
    pub fn about(&self, value: f64, part: f64) -> impl Iterator<Item = usize> {
        let reach = if part > 0.0 { (value * part).max(1.0) } else { 0.0 };
        let first = self.0.partition_point(|(known, _)| *known < value - reach);
        self.0[first..].iter().take_while(move |(known, _)| *known <= value + reach).map(|(_, at)| *at)
    }
}

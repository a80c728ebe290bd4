//! Values of numbers in texts: plain digits with a point, exact whatever their length.

/// Without leading zeros, and without zeros after the last decimal.
pub fn normal(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    let whole = if trimmed.is_empty() || trimmed.starts_with('.') { format!("0{trimmed}") } else { trimmed.to_owned() };
    match whole.matches('.').count() {
        1 => whole.trim_end_matches('0').trim_end_matches('.').to_owned(),
        _ => whole,
    }
}

/// A value times ten to the power of `power`.
pub fn scaled(value: &str, power: u32) -> String {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let power = power as usize;
    let zeros = "0".repeat(power.saturating_sub(fraction.len()));
    let (moved, rest) = fraction.split_at(power.min(fraction.len()));
    normal(&format!("{whole}{moved}{zeros}.{rest}"))
}

/// The nearest double; `None` for numbers of versions such as 1.1.3.
pub fn nearest(value: &str) -> Option<f64> {
    value.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_around_a_value_say_nothing() {
        let all: Vec<String> = ["007", "31.90", "5.0", "0.50", "0", "1.1.30"].iter().map(|text| normal(text)).collect();

        assert_eq!(all, ["7", "31.9", "5", "0.5", "0", "1.1.30"]);
    }

    #[test]
    fn a_scale_moves_the_point() {
        assert_eq!(scaled("1.1", 9), "1100000000");
        assert_eq!(scaled("820", 6), "820000000");
        assert_eq!(scaled("1.2345", 2), "123.45");
    }
}

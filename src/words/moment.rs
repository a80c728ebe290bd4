//! Moments as machines read them.

use jiff::civil;
use jiff::tz::TimeZone;

use crate::model::date::Date;

/// The first moment of a date in the site's zone (RFC 3339).
pub fn moment(date: Date, zone: &TimeZone) -> String {
    let minute = date.minute().unwrap_or(0);
    let time = civil::Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0).unwrap_or(civil::Time::midnight());
    match date.start().to_datetime(time).to_zoned(zone.clone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => format!("{}T00:00:00Z", date.start()),
    }
}

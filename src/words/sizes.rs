//! Sizes of files in words: “84 kB”, “2,3 MB”. A kilobyte is a thousand bytes.

use crate::locale::program::Message;
use crate::model::number::Number;
use crate::report::localizer::Localizer;

/// Powers of a thousand, the message of each, and the sign where a language does not have it.
const STEPS: [(u64, Message, &str); 3] = [
    (1_000_000_000, Message::SizeGigabytes, "GB"),
    (1_000_000, Message::SizeMegabytes, "MB"),
    (1_000, Message::SizeKilobytes, "kB"),
];

/// So many bytes, as readers see them: whole kilobytes, at least one; of larger units one decimal below ten.
pub fn words(localizer: Localizer, bytes: u64) -> String {
    // What would be written as 1,000 of one unit is 1 of the next.
    let step = STEPS.iter().find(|(size, ..)| bytes >= size - size / 2_000).unwrap_or(&STEPS[2]);
    let (size, message, sign) = step;
    let tenths = (bytes.saturating_mul(10) + size / 2) / size;
    let number = match tenths < 100 && *size > 1_000 {
        true => format!("{}.{}", tenths / 10, tenths % 10),
        false => ((bytes + size / 2) / size).max(1).to_string(),
    };
    let shown = Number::parse(&number).map_or(number, |number| localizer.locale().number(&number));
    let variables = [("value", shown.as_str().into())];
    localizer.format(*message, &variables).unwrap_or_else(|| format!("{shown}\u{a0}{sign}"))
}

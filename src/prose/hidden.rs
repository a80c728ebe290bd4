//! What stands for a link to a record that the public does not see, and the finding for the editor.

use std::ops::Range;

use crate::diagnostics::codes;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::record::Hidden;
use crate::model::value::Missing;
use crate::prose::text::{Link, Text};
use crate::report::recorder;

/// What stands for a link to a record that the public does not see: nothing where the link has words of its own, else a
/// sign that words are missing. A finding says why; the public sees neither name nor reason of what is to come.
pub fn link(text: &Text, link: &Link, name: &str, why: Hidden) -> String {
    // In a report of an earlier day texts are today's: that is no mistake of theirs.
    if matches!(why, Hidden::Begins(_)) && text.page.report.run.as_of.is_some() {
        return if link.has_words { String::new() } else { escape(&text.words.message(Missing::NotYet)) };
    }
    let reason = format!("`{name}` {}", why.words());
    if link.has_words {
        let finding =
            text.finding(&codes::HIDDEN_LINK, link.range.clone(), format!("{reason}: this is no link for readers"));
        recorder::report(finding.hint("if the words tell what is not public, take them out until it is"));
        return String::new();
    }
    let sign = match why {
        Hidden::Expired(_) => text.words.message(Message::QuoteExpired),
        _ => "…".to_owned(),
    };
    // What only the passing of time brought must not stop a build that nobody attends.
    let by_time = matches!(why, Hidden::Expired(_)) || text.linked.record.appeared.is_some();
    let (code, message) = match by_time {
        true => (&codes::HIDDEN_LINK, format!("{reason}: readers see “[{sign}]” here")),
        false => (&codes::HIDDEN_QUOTE, format!("{reason}: the sentence has no words for it")),
    };
    let hint = "write words into the brackets, [words](@collection/id), or take the sentence out";
    recorder::report(text.finding(code, link.range.clone(), message).hint(hint));
    format!("<span class=\"not-public\">[{}]</span>", escape(&sign))
}

/// A chart of a figure that the public does not see leaves no trace but a finding.
pub fn chart(text: &Text, name: &str, why: Hidden, range: Range<usize>) -> String {
    if !matches!(why, Hidden::Begins(_)) || text.page.report.run.as_of.is_none() {
        let message = format!("`{name}` {}: its chart is left out", why.words());
        let finding = text.finding(&codes::HIDDEN_LINK, range, message);
        recorder::report(finding.hint("nothing is to be done if the text reads well without it"));
    }
    String::new()
}

//! Link definitions, `[name]: address`, which are no part of what is shown. A line that only looks like one would be lost.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, RefDefs, Tag};

use crate::diagnostics::codes;
use crate::prose::footnotes::folded;
use crate::prose::text::Text;
use crate::report::recorder;

/// Definitions that nothing refers to, up to what was read.
pub struct Unused(BTreeMap<String, Range<usize>>);

impl Unused {
    /// All definitions of a text but comments: `[//]: # (a comment)` is how some write them.
    pub fn of(definitions: &RefDefs) -> Self {
        let is_comment =
            |label: &str, address: &str| label == "//" || label == "comment" || matches!(address, "" | "#");
        let all = definitions.iter().filter(|(label, definition)| !is_comment(label, &definition.dest));
        Unused(all.map(|(label, definition)| (folded(label), definition.span.clone())).collect())
    }

    /// Looks at the next event.
    pub fn visit(&mut self, event: &Event) {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event
            && !id.is_empty()
            && !self.0.is_empty()
        {
            self.0.remove(&folded(id));
        }
    }

    /// Reports those that are left.
    pub fn report(self, text: &Text) {
        for range in self.0.into_values() {
            let line = &text.whole[text.range.clone()][range.clone()];
            let line = line.lines().next().unwrap_or_default();
            let message = format!("`{line}` is not shown: it defines a link that nothing refers to");
            let finding = text.finding(&codes::LOST_DEFINITION, range.start..range.start + line.len(), message);
            recorder::report(
                finding.hint("if it is a sentence, write `\\[` for its first bracket; else remove the line"),
            );
        }
    }
}

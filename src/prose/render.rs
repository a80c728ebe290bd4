//! A text, rendered: events of the parser go to the writer one by one.

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, LinkType, Parser};

use crate::diagnostics::codes;
use crate::prose::definitions::Unused;
use crate::prose::syntax;
use crate::prose::text::{Prose, Text};
use crate::prose::writer::Writer;
use crate::report::recorder;

/// Renders a text; what is wrong with it goes to the recorder.
pub fn render(text: &Text) -> Prose {
    let source = &text.whole[text.range.clone()];
    let broken = |link: BrokenLink| {
        // `[text]` alone is an ordinary way to write brackets.
        if !matches!(link.link_type, LinkType::Shortcut | LinkType::ShortcutUnknown) {
            let finding = text.finding(
                &codes::BROKEN_LINK,
                link.span,
                format!("there is no link definition `[{}]: …`", link.reference),
            );
            recorder::report(
                finding.hint("define it on a line of its own, with an empty line before, or write [text](address)"),
            );
        }
        None
    };
    let protected = syntax::protected(source);
    let has_protected = matches!(protected, Cow::Owned(_));
    let mut writer = Writer::new(text, source);
    let parser = Parser::new_with_broken_link_callback(&protected, syntax::options(), Some(broken));
    let mut unused = Unused::of(parser.reference_definitions());
    let mut events = parser.into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        unused.visit(&event);
        let event = if has_protected { syntax::restored(event) } else { event };
        writer.event(event, range, events.peek().map(|(next, _)| next));
    }
    unused.report(text);
    writer.finish()
}

//! Whom to tell of a gap in the site's defences: `security` of `site.yaml`, as `security.txt` has it (RFC 9116).

use jiff::ToSpan;
use jiff::civil::Date;

use crate::config::run;
use crate::config::url;
use crate::diagnostics::codes;
use crate::parse::Span;
use crate::parse::keys::Context;
use crate::parse::yaml::Node;

/// What the settings say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Security {
    /// Where to write or call, the best first: addresses with their scheme. Never empty.
    pub contact: Vec<Box<str>>,
    /// The last day on which all this counts.
    pub expires: Date,
    /// Further addresses: the field of the file and what it leads to, in the order of the file.
    pub further: Vec<(&'static str, Box<str>)>,
    /// Languages in which one may write; `None`: those of the site.
    pub languages: Option<Vec<Box<str>>>,
}

/// Keys that lead to a page, with the field of the file.
const PAGES: [(&str, &str); 4] =
    [("encryption", "Encryption"), ("acknowledgments", "Acknowledgments"), ("policy", "Policy"), ("hiring", "Hiring")];

const KEYS: &[&str] = &["contact", "expires", "languages", "encryption", "acknowledgments", "policy", "hiring"];

/// Reads it; `None` where it lacks what such a file cannot do without, which is reported. `today` is that of the site.
pub fn read(context: &mut Context, node: &Node, today: Date) -> Option<Security> {
    context.entries(node, "security", KEYS);
    let contact = node.get("contact").map(|node| contacts(context, node)).unwrap_or_default();
    if node.get("contact").is_none() {
        let hint = "where somebody who finds a gap can write: `contact: [security@report.example]`";
        context.report(&codes::SETTINGS, node.span, "`security` needs `contact`").hint(hint);
    }
    let expires = match node.get("expires") {
        Some(day) => expires(context, day, today),
        None => {
            let hint = "the last day on which this counts, at most a year ahead: `expires: 2027-06-30`";
            context.report(&codes::SETTINGS, node.span, "`security` needs `expires`").hint(hint);
            None
        }
    };
    let page = |(key, field): (&str, &'static str)| {
        let node = node.get(key)?;
        let written = context.text(node, key)?.to_owned();
        Some((field, web_address(context, &written, node.span)?))
    };
    let further = PAGES.into_iter().filter_map(page).collect();
    let languages = node.get("languages").filter(|node| node.text() != Some("auto"));
    let languages = languages.map(|node| {
        let items = context.list(node, "languages");
        items.iter().filter_map(|item| context.text(item, "languages").map(Box::from)).collect()
    });
    (!contact.is_empty()).then_some(())?;
    Some(Security { contact, expires: expires?, further, languages })
}

fn contacts(context: &mut Context, node: &Node) -> Vec<Box<str>> {
    let mut contacts = Vec::new();
    for item in context.list(node, "contact") {
        let Some(written) = context.text(item, "contact") else { continue };
        let is_mailbox = written.contains('@') && !written.contains(':');
        let written = if is_mailbox { format!("mailto:{written}") } else { written.to_owned() };
        contacts.extend(web_address(context, &written, item.span));
    }
    contacts
}

/// An address of the kinds that the file may have: no page without encryption.
fn web_address(context: &mut Context, written: &str, span: Span) -> Option<Box<str>> {
    let flaw = url::flaw(written).or_else(|| written.starts_with("http:").then_some("is not encrypted: write https"));
    if let Some(flaw) = flaw {
        let hint = "an address with https://, mailto: or tel:+, or a mailbox";
        context.report(&codes::SETTINGS, span, format!("`{written}` {flaw}")).hint(hint);
        return None;
    }
    Some(written.into())
}

/// The last day, which has not passed and is at most a year ahead: otherwise readers are to take the file for forgotten.
fn expires(context: &mut Context, node: &Node, today: Date) -> Option<Date> {
    let text = context.text(node, "expires")?;
    let Some(day) = run::day(text) else {
        let hint = "write the last day on which this counts: `expires: 2027-06-30`";
        context.report(&codes::SETTINGS, node.span, format!("`{text}` is not a day")).hint(hint);
        return None;
    };
    let in_a_year = today.saturating_add(1.year());
    let hint = "look whether contact and policy still hold, then write a day within the next twelve months";
    if day < today {
        context.report(&codes::SECURITY_TXT, node.span, format!("`security` expired on {day}")).hint(hint);
    } else if day > in_a_year {
        let message = format!("`security` is to hold until {day}, more than a year from today");
        context.report(&codes::SECURITY_TXT, node.span, message).hint(hint);
    }
    Some(day)
}

//! Numbers that an editor has looked at and found right: `<!-- ok: 470 -->` in a paragraph, `accept` in the facts.

use std::cell::Cell;
use std::ops::Range;

use crate::check::numbers::amount;
use crate::model::number::Number;

/// A number that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Acknowledged {
    /// Its value in plain digits.
    pub value: String,
    /// Where it is written.
    pub range: Range<usize>,
    /// Whether any finding was about it.
    pub is_used: Cell<bool>,
}

impl Acknowledged {
    /// An acknowledgement that nothing has met yet.
    pub fn new(number: &Number, range: Range<usize>) -> Self {
        Acknowledged { value: amount::normal(&number.to_string()), range, is_used: Cell::new(false) }
    }
}

/// Whether one of some acknowledgements is about one of some values; all that are are marked.
pub fn covers<'a>(list: impl IntoIterator<Item = &'a Acknowledged>, values: &[&str]) -> bool {
    let mut is_covered = false;
    for one in list {
        if values.contains(&&*one.value) {
            one.is_used.set(true);
            is_covered = true;
        }
    }
    is_covered
}

/// What is wrong with an acknowledgement, and where.
type Malformed = (Range<usize>, String);

/// The acknowledgements of a comment; `None`: it is none. `offset` is where it begins in the file.
pub fn in_comment(html: &str, offset: usize) -> Option<Result<Vec<Acknowledged>, Malformed>> {
    let start = html.find("<!--")?;
    let inner = &html[start + 4..];
    let inner = &inner[..inner.find("-->").unwrap_or(inner.len())];
    let rest = inner.trim_start().strip_prefix("ok")?;
    let at = |rest: &str| offset + start + 4 + (inner.len() - rest.len());
    let Some(list) = rest.strip_prefix(':') else {
        // `<!-- ok 470 -->` means the same; `<!-- okay so far -->` does not.
        let is_meant = rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) && rest.starts_with(' ');
        return is_meant.then(|| Err((at(rest)..at(rest) + rest.len(), "`ok` wants a colon".to_owned())));
    };
    let at = at(list);
    // A reason may follow after a dash.
    let end = [" —", " –", " -"].iter().filter_map(|dash| list.find(dash)).min().unwrap_or(list.len());
    Some(values(&list[..end], at))
}

fn values(list: &str, offset: usize) -> Result<Vec<Acknowledged>, Malformed> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in list.split(',') {
        let word = part.trim();
        let start = offset + at + (part.len() - part.trim_start().len());
        let is_glued = at > 0 && !part.starts_with(char::is_whitespace);
        match Number::parse(word).filter(|_| !is_glued) {
            Some(number) => found.push(Acknowledged::new(&number, start..start + word.len())),
            None => {
                let shown = if is_glued { list.trim() } else { word };
                return Err((start..start + word.len().max(1), format!("`{shown}` is no number here")));
            }
        }
        at += part.len() + 1;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(comment: &str) -> Option<Result<Vec<String>, String>> {
        let found = in_comment(comment, 0)?;
        Some(found.map(|list| list.into_iter().map(|one| one.value).collect()).map_err(|(_, message)| message))
    }

    #[test]
    fn several_values_and_a_reason_may_stand_in_a_comment() {
        let values = |list: &[&str]| Some(Ok(list.iter().map(|value| (*value).to_owned()).collect()));

        assert_eq!(read("<!-- ok: 470 -->"), values(&["470"]));
        assert_eq!(read("<!--ok: 470, 12.5 — as the source writes -->"), values(&["470", "12.5"]));
        assert_eq!(read("<!-- ok: 470 - 12 are gone -->"), values(&["470"]));
        assert_eq!(read("<!-- 470 is ok -->"), None);
        assert_eq!(read("<!-- okay so far -->"), None);
    }

    #[test]
    fn what_is_no_number_is_reported() {
        for comment in
            ["<!-- ok: four -->", "<!-- ok: -->", "<!-- ok: 1,100 -->", "<!-- ok: 470 480 -->", "<!-- ok 470 -->"]
        {
            assert!(matches!(read(comment), Some(Err(_))), "{comment}");
        }
    }

    #[test]
    fn an_acknowledgement_knows_its_place() {
        let found = in_comment("<!-- ok: 470, 12 -->", 100).expect("is one").expect("is well-formed");

        assert_eq!(found.iter().map(|one| one.range.clone()).collect::<Vec<_>>(), [109..112, 114..116]);
    }
}

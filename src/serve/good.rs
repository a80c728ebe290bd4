//! The pages that somebody looked at last, as they were when they last had no error.

use std::collections::VecDeque;

use axum::body::Bytes;

/// How many pages are kept: more than anybody has open, few enough that a day of looking around does not fill the memory.
const PAGES: usize = 64;

/// Pages by their paths, the one looked at last at the end.
#[derive(Default)]
pub struct Good(VecDeque<(Box<str>, Bytes)>);

impl Good {
    /// Keeps a page that has no error.
    pub fn keep(&mut self, path: &str, page: Bytes) {
        self.0.retain(|(kept, _)| **kept != *path);
        self.0.push_back((path.into(), page));
        if self.0.len() > PAGES {
            self.0.pop_front();
        }
    }

    /// A page as it was when it was kept last; `None`: it was not, or many others were since.
    pub fn of(&self, path: &str) -> Option<Bytes> {
        self.0.iter().find(|(kept, _)| **kept == *path).map(|(_, page)| page.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_looked_at_last_are_kept_as_they_were_last() {
        let mut good = Good::default();
        for (at, page) in ["first", "second"].into_iter().enumerate() {
            good.keep("a.html", Bytes::from_static(page.as_bytes()));
            (at * PAGES..(at + 1) * PAGES - 1).for_each(|other| good.keep(&format!("{other}.html"), Bytes::new()));
        }

        assert_eq!(good.of("a.html").as_deref(), Some(&b"second"[..]));
        assert_eq!((good.0.len(), good.of("0.html")), (PAGES, None));
        good.keep("z.html", Bytes::new());
        assert_eq!(good.of("a.html"), None);
    }
}

//! Titles and descriptions of documents, which have little room.

use crate::locale::program::Message;
use crate::report::localizer::Localizer;
use crate::words::shortened::cut;

/// Letters of a title that windows and results of searches show.
const TITLE: usize = 60;
/// Letters of a description that results of searches show.
const DESCRIPTION: usize = 160;
/// Letters that are left to the name of the site, and to the title of a page, however long the other is.
const LEAST: usize = 20;
/// Between the title of a page and the name of the site.
const BETWEEN: &str = " – ";

/// What the title of a document is made of.
pub struct Titled<'a> {
    /// The title of the page; `None`: it is the site's.
    pub page: Option<&'a str>,
    /// Which of how many pages of a list.
    pub part: (u32, u32),
}

/// The whole title of a document: the title of the page, which of several pages of a list it is, and the name of the site.
pub fn of_document(localizer: Localizer, titled: &Titled) -> String {
    let config = localizer.config();
    let whole = config.title.text(localizer.language);
    let Some(page) = titled.page else { return whole.to_owned() };
    let site = config.short.best(localizer.language).map_or(whole, |(_, short)| short);
    let (page, site) = fitted(page, site, |page| numbered(localizer, page, titled.part));
    format!("{page}{BETWEEN}{site}")
}

/// The title of a page of a list; that of the first and only one is bare.
fn numbered(localizer: Localizer, title: &str, (number, of): (u32, u32)) -> String {
    if number <= 1 {
        return title.to_owned();
    }
    let variables = [("title", title.to_owned().into()), ("number", number.into()), ("of", of.into())];
    let words = localizer.format(Message::PageTitle, &variables);
    words.unwrap_or_else(|| format!("{title} ({number}/{of})"))
}

/// Both titles, cut so that they fit beside each other; what is added to that of the page is never cut.
fn fitted(page: &str, site: &str, complete: impl Fn(&str) -> String) -> (String, String) {
    let length = |text: &str| text.chars().count();
    let room = TITLE - length(BETWEEN);
    let whole = complete(page);
    if length(&whole) + length(site) <= room {
        return (whole, site.to_owned());
    }
    let site = cut(site, room.saturating_sub(length(&whole)).max(LEAST));
    let added = length(&whole) - length(page).min(length(&whole));
    let page = cut(page, room.saturating_sub(length(&site) + added).max(LEAST));
    (complete(&page), site)
}

/// A text as the description of a page.
pub fn description(text: &str) -> String {
    cut(text, DESCRIPTION)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(page: &str, site: &str) -> String {
        let (page, site) = fitted(page, site, str::to_owned);
        format!("{page} – {site}")
    }

    #[test]
    fn titles_that_fit_stay_whole() {
        assert_eq!(both("Lamu Desalination", "CDB"), "Lamu Desalination – CDB");
    }

    #[test]
    fn a_long_title_of_a_page_is_cut_at_a_word() {
        let cut = both("Rehabilitation of the drinking water network of the northern districts", "CDB projects");

        assert_eq!(cut, "Rehabilitation of the drinking water network… – CDB projects");
        assert!(cut.chars().count() <= 60, "{cut}");
    }

    #[test]
    fn a_long_name_of_the_site_goes_before_the_title_of_the_page() {
        let cut = both("Functional ceramics", "Manufacturing innovation centers in Shandong");

        assert_eq!(cut, "Functional ceramics – Manufacturing innovation centers in…");
        assert!(cut.chars().count() <= 60, "{cut}");
    }

    #[test]
    fn the_number_of_a_page_is_never_cut() {
        let complete = |title: &str| format!("{title} (page 12 of 40)");

        let (page, site) = fitted("Projects of all countries and sectors since the beginning", "CDB", complete);

        assert_eq!(page, "Projects of all countries and sectors… (page 12 of 40)");
        assert_eq!(site, "CDB");
    }
}

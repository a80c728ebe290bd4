//! What lies at a path of the site, for those who wrote an address where a name is wanted.

use crate::config::Config;
use crate::link::Site;

impl Site {
    /// `parks` or `parks/north` for `/en/parks/` or `https://the.site/en/parks/north-park/`; `None` for any other text.
    pub fn named_by_path(&self, config: &Config, text: &str) -> Option<String> {
        let path = text.strip_prefix(&*config.base_url.origin).unwrap_or(text);
        let path = path.strip_prefix(&*config.base_url.path).unwrap_or(path).strip_prefix('/')?;
        let path = path.split(['?', '#']).next()?;
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let (language, rest) = parts.split_first()?;
        let language = config.language(language)?;
        self.collections.iter().zip(&self.records).find_map(|(model, records)| {
            let segment = model.segment.text(language);
            match (segment.is_empty(), rest) {
                (false, [first]) if *first == segment => Some(model.id.to_string()),
                (false, [first, slug]) if *first == segment => self.slugged(records, slug, language),
                (true, []) => self.slugged(records, "", language),
                (true, [slug]) => self.slugged(records, slug, language),
                _ => None,
            }
        })
    }

    fn slugged(&self, records: &[crate::link::Linked], slug: &str, language: usize) -> Option<String> {
        let found = records.iter().find(|linked| linked.record.slug.text(language) == slug)?;
        Some(self.key(found.at))
    }
}

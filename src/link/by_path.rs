//! What lies at a path of the site, for those who wrote an address where a name is wanted.

use icu::normalizer::ComposingNormalizerBorrowed;
use percent_encoding::percent_decode_str;

use crate::config::Config;
use crate::model::field::Collection;
use crate::model::record::Record;
use crate::position::{CollectionIx, LanguageIx, List};

/// `parks` or `parks/north` for `/en/parks/` or `https://the.site/en/parks/north-park/` (without `en` on a site in one
/// language); `None` for any other text. `records` gives those of a collection.
pub fn named_by_path<'r, R: Iterator<Item = &'r Record>>(
    config: &Config,
    collections: &List<CollectionIx, Collection>,
    records: impl Fn(CollectionIx) -> R,
    text: &str,
) -> Option<String> {
    let path = text.strip_prefix(&*config.base_url.origin).unwrap_or(text);
    let path = path.strip_prefix(&*config.base_url.path).unwrap_or(path).strip_prefix('/')?;
    let path = percent_decode_str(path.split(['?', '#']).next()?).decode_utf8().ok()?;
    let path = ComposingNormalizerBorrowed::new_nfc().normalize(&path);
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let in_part = || {
        let (code, rest) = parts.split_first()?;
        config.language(code).filter(|at| config.language_part(*at).is_some()).map(|at| (at, rest))
    };
    let has_part = config.language_part(LanguageIx::SOURCE).is_some();
    let (language, rest) = in_part().or_else(|| (!has_part).then_some((LanguageIx::SOURCE, &*parts)))?;
    collections.entries().find_map(|(at, model)| {
        let with_slug = |slug: &str| {
            let found = records(at).find(|record| record.slug.text(language) == slug)?;
            Some(format!("{}/{}", model.id, found.id))
        };
        let segment = model.segment.text(language);
        match (segment.is_empty(), rest) {
            (false, [first]) if *first == segment => Some(model.id.to_string()),
            (false, [first, slug]) if *first == segment => with_slug(slug),
            (true, []) => with_slug(""),
            (true, [slug]) => with_slug(slug),
            _ => None,
        }
    })
}

//! From which tags a language has its words.

use icu::locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleFallbacker};

/// The tags whose words all are of one language, strongest first: a tag and what CLDR has it inherit from. Those of
/// `ar-EG` are `ar-EG` and `ar`; `sr-Latn` stands alone, because `sr` is in another script.
pub fn tags(code: &str) -> Vec<String> {
    let fallbacker = LocaleFallbacker::new();
    let id = canonical(code);
    let mut steps = fallbacker.for_config(Default::default()).fallback_for(id.into());
    let mut tags = vec![code.to_owned()];
    while !steps.get().is_unknown() {
        let tag = steps.get().to_string();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
        steps.step();
    }
    tags
}

/// The tag under which CLDR has a language: `de` for `deu`, `he` for `iw`, `sr-ME` for `cnr`; the unknown one where it is no tag.
pub fn canonical(code: &str) -> LanguageIdentifier {
    let Ok(mut locale) = code.parse::<Locale>() else { return LanguageIdentifier::UNKNOWN };
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    locale.id
}

/// The tag that is as good as another one: `de` for `deu`, `he` for `iw`. `None`: it is the one that CLDR has, or says more than
/// that, as `cnr` does beside `sr-ME`.
pub fn rewritten(code: &str) -> Option<String> {
    let (written, canonical) = (code.parse::<LanguageIdentifier>().ok()?, canonical(code));
    let is_renamed = written.language != canonical.language;
    let is_all = written.script == canonical.script && written.region == canonical.region;
    (is_renamed && is_all).then(|| canonical.to_string())
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn a_tag_inherits_what_cldr_says_and_nothing_in_another_script() {
        assert_eq!(tags("ar-EG"), ["ar-EG", "ar"]);
        assert_eq!(tags("pt-AO"), ["pt-AO", "pt-PT", "pt"]);
        assert_eq!(tags("zh-Hans"), ["zh-Hans", "zh"]);
        assert_eq!(tags("zh-Hant"), ["zh-Hant"]);
        assert_eq!(tags("sr-Latn"), ["sr-Latn"]);
        assert_eq!(tags("en"), ["en"]);
        assert_eq!(tags("cnr"), ["cnr", "sr-ME", "sr-Latn"]);
    }
}

//! Which templates a template is made of: its parents, what it includes, the files of the components it calls.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::parse::components::components as defined;
use crate::theme::{Template, Theme};

/// For each template, by the name that others ask for, the names of all that it is made of, itself first.
pub type MadeOf = BTreeMap<Arc<str>, Arc<[Arc<str>]>>;

/// What the templates of a theme are made of. Layers of a name count as one: a stronger one may appear, and it extends the
/// weaker.
///
/// A name in quotation marks, and a component that is called by `<Name`, is taken as used wherever it stands: too much may
/// be among what a template is made of, never too little.
pub fn made_of(theme: &Theme) -> MadeOf {
    let mut texts: BTreeMap<Arc<str>, Vec<&str>> = BTreeMap::new();
    let mut components: BTreeMap<&str, BTreeSet<Arc<str>>> = BTreeMap::new();
    for template in &theme.templates {
        let name: Arc<str> = theme.bare(template).into();
        for component in defined(&template.source.text) {
            components.entry(component.name.text).or_default().insert(name.clone());
        }
        texts.entry(name).or_default().push(&template.source.text);
    }
    let names: BTreeMap<&str, Arc<str>> = texts.keys().map(|name| (&**name, name.clone())).collect();
    let direct = |texts: &Vec<&str>| {
        let quoted = texts.iter().flat_map(|text| text.split(['"', '\'']));
        let named = quoted.filter_map(|name| names.get(theme.stripped(name)));
        let called = texts.iter().flat_map(|text| called(text)).filter_map(|component| components.get(component));
        named.chain(called.flatten()).cloned().collect::<BTreeSet<Arc<str>>>()
    };
    let direct: BTreeMap<Arc<str>, BTreeSet<Arc<str>>> =
        texts.iter().map(|(name, texts)| (name.clone(), direct(texts))).collect();
    direct.keys().map(|name| (name.clone(), reached(name, &direct))).collect()
}

/// The templates that are made of some text with one of some words in it, or of one that asks for all values at once: no other sees the
/// value of that name.
pub fn mentioning(theme: &Theme, made_of: &MadeOf, words: &[&str]) -> BTreeSet<Arc<str>> {
    let says = |template: &&Template| {
        let text = &template.source.text;
        words.iter().any(|word| text.contains(word)) || text.contains("__tera_context")
    };
    let saying: BTreeSet<&str> = theme.templates.iter().filter(says).map(|template| theme.bare(template)).collect();
    let mentions = |(_, parts): &(&Arc<str>, &Arc<[Arc<str>]>)| parts.iter().any(|part| saying.contains(&**part));
    made_of.iter().filter(mentions).map(|(name, _)| name.clone()).collect()
}

/// All that is reached from a template.
fn reached(name: &Arc<str>, direct: &BTreeMap<Arc<str>, BTreeSet<Arc<str>>>) -> Arc<[Arc<str>]> {
    let mut found = vec![name.clone()];
    let mut at = 0;
    while let Some(next) = found.get(at).cloned() {
        let new: Vec<Arc<str>> = direct[&next].iter().filter(|name| !found.contains(name)).cloned().collect();
        found.extend(new);
        at += 1;
    }
    found.into()
}

/// The components that a text may call: `<Name`.
fn called(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).map(word).filter(|name| name.starts_with(|c: char| c.is_uppercase()))
}

fn word(text: &str) -> &str {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::Source;

    fn theme(templates: &[(&str, &str)]) -> Theme {
        let template = |(name, text): &(&str, &str)| Template {
            name: (*name).to_owned(),
            source: Arc::new(Source::new(*name, *text)),
        };
        Theme {
            prefixes: vec!["site:".to_owned(), "base:".to_owned()],
            templates: templates.iter().map(template).collect(),
            replaced: Vec::new(),
            messages: BTreeMap::new(),
            statics: Vec::new(),
            options: Default::default(),
            settings: Vec::new(),
        }
    }

    #[test]
    fn parents_includes_and_components_are_followed_through_all_layers() {
        let theme = theme(&[
            ("site:page.html", "{% extends \"base:page.html\" %}"),
            ("base:page.html", "{% extends 'base.html' %}{{ <Mark a=1 /> }}"),
            ("base:base.html", "<p>{% include \"foot.html\" %}"),
            ("base:foot.html", ""),
            ("base:parts.html", "{%- component Mark(a) %}{% endcomponent %}{% component Other() %}{% endcomponent %}"),
            ("base:list.html", "<ol>"),
        ]);

        let made = made_of(&theme);

        let of = |name: &str| made[name].iter().map(|name| &**name).collect::<Vec<_>>();
        assert_eq!(of("page.html"), ["page.html", "base.html", "parts.html", "foot.html"]);
        assert_eq!(of("list.html"), ["list.html"]);
    }

    #[test]
    fn a_value_is_seen_by_what_is_made_of_a_text_that_mentions_it() {
        let theme = theme(&[
            ("site:page.html", "{% extends \"base.html\" %}"),
            ("base:base.html", "{{ <Mark /> }}"),
            ("base:parts.html", "{%- component Mark(sources) %}{% endcomponent %}"),
            ("base:all.html", "{{ __tera_context }}"),
            ("base:list.html", "<ol>"),
        ]);

        let mentioning = mentioning(&theme, &made_of(&theme), &["sources"]);

        let names: Vec<&str> = mentioning.iter().map(|name| &**name).collect();
        assert_eq!(names, ["all.html", "base.html", "page.html", "parts.html"]);
    }
}

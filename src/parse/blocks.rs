//! What a template is built on: the one that it extends, those that it includes, and its blocks.

use crate::parse::tags::{Token, Word, tags};

/// The template that a template extends, by the name that is written; `None`: none.
pub fn extends(template: &str) -> Option<Word<'_>> {
    strings_after("extends", template).into_iter().next()
}

/// The templates that a template includes, in order.
pub fn includes(template: &str) -> Vec<Word<'_>> {
    strings_after("include", template)
}

/// The blocks of a template, in order, those in others after them.
pub fn blocks(template: &str) -> Vec<Word<'_>> {
    let name = |tag: &Vec<Token>| match &tag[..] {
        [Token::Word(word), Token::Word(name), ..] if &template[word.clone()] == "block" => {
            Some(Word::of(template, name.clone()))
        }
        _ => None,
    };
    tags(template).iter().filter_map(name).collect()
}

/// The strings that stand after a keyword at the beginning of a tag.
fn strings_after<'t>(keyword: &str, template: &'t str) -> Vec<Word<'t>> {
    let string = |tag: &Vec<Token>| match &tag[..] {
        [Token::Word(word), Token::Text(text), ..] if &template[word.clone()] == keyword => {
            Some(Word::of(template, text.clone()).string()?.0)
        }
        _ => None,
    };
    tags(template).iter().filter_map(string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_template_is_built_on_is_read_from_its_tags() {
        let template = "{# extends \"no.html\" #}{%- extends 'base.html' -%}{% block main %}{% include \"a.html\" %}\
                        {% block inner -%}{% endblock inner %}{% include 'é.html' %}{% endblock %}{{ \"include\" }}{% block";

        let texts = |words: Vec<Word>| words.iter().map(|word| word.text.to_owned()).collect::<Vec<_>>();
        assert_eq!(extends(template).map(|word| word.text), Some("base.html"));
        assert_eq!(texts(includes(template)), ["a.html", "é.html"]);
        assert_eq!(texts(blocks(template)), ["main", "inner"]);
        assert_eq!(extends("{% extends"), None);
    }
}

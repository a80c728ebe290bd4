//! The components of a template: which it defines, with their arguments, and which it calls.

use crate::parse::tags::{Token, Word, tags};

/// `{% component Name(fact: map, mark=true) %}`
#[derive(Debug)]
pub struct Component<'t> {
    /// What it is called by.
    pub name: Word<'t>,
    /// Its arguments in the order in which they stand.
    pub parameters: Vec<Parameter<'t>>,
    /// Whether it takes any other argument as well: `...rest`.
    pub is_open: bool,
    /// What the comment right above it says; `None` without one.
    pub about: Option<&'t str>,
}

/// An argument that a component takes.
#[derive(Debug)]
pub struct Parameter<'t> {
    /// Its name.
    pub name: Word<'t>,
    /// The type as it is written; `None` where none is: then a default has it.
    pub kind: Option<&'t str>,
    /// The default as it is written; `None`: the argument has to be given.
    pub default: Option<&'t str>,
    /// Whether it is taken from where the component is called: `@lang`.
    pub is_implicit: bool,
}

impl Parameter<'_> {
    /// Whether a call has to give it.
    pub fn is_required(&self) -> bool {
        self.default.is_none() && !self.is_implicit
    }
}

/// `<Name fact={f} mark={false} />`
#[derive(Debug)]
pub struct ComponentCall<'t> {
    /// What is called.
    pub name: Word<'t>,
    /// The arguments that are named, each with its value; a mere name is the value of that name.
    pub arguments: Vec<(Word<'t>, Option<Word<'t>>)>,
    /// Whether a map is spread over the arguments: `{...map}`.
    pub spreads: bool,
}

/// Every component that a template defines.
pub fn components(template: &str) -> Vec<Component<'_>> {
    tags(template).iter().filter_map(|tag| definition(template, tag)).collect()
}

/// Every call of a component in a template.
pub fn component_calls(template: &str) -> Vec<ComponentCall<'_>> {
    let mut found = Vec::new();
    for tag in tags(template) {
        for at in 0..tag.len() {
            if matches!(tag[at], Token::Sign('<', _)) && begins_value(template, &tag[..at]) {
                found.extend(call(template, &tag[at + 1..]));
            }
        }
    }
    found
}

fn definition<'t>(template: &'t str, tag: &[Token]) -> Option<Component<'t>> {
    let (Token::Word(first), rest) = tag.split_first()? else { return None };
    if &template[first.clone()] != "component" {
        return None;
    }
    let (name, rest) = dotted(template, rest)?;
    let mut parameters = Vec::new();
    let mut is_open = false;
    let Some((Token::Sign('(', _), rest)) = rest.split_first() else { return None };
    for piece in pieces(rest) {
        is_open |= matches!(piece.first(), Some(Token::Sign('.', _)));
        parameters.extend(parameter(template, piece));
    }
    Some(Component { name, parameters, is_open, about: comment_above(template, first.start) })
}

/// What stands between the commas of a bracket that is open, up to its end.
fn pieces(tokens: &[Token]) -> Vec<&[Token]> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign(')', _) if depth == 0 => {
                found.push(&tokens[start..at]);
                return found;
            }
            Token::Sign(',', _) if depth == 0 => {
                found.push(&tokens[start..at]);
                start = at + 1;
            }
            Token::Sign('(' | '[' | '{', _) => depth += 1,
            Token::Sign(')' | ']' | '}', _) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found
}

fn parameter<'t>(template: &'t str, piece: &[Token]) -> Option<Parameter<'t>> {
    let (is_implicit, piece) = match piece {
        [Token::Sign('@', _), rest @ ..] => (true, rest),
        piece => (false, piece),
    };
    let (Token::Word(name), rest) = piece.split_first()? else { return None };
    let (kind, rest) = match rest {
        [Token::Sign(':', _), Token::Word(kind), rest @ ..] => (Some(&template[kind.clone()]), rest),
        rest => (None, rest),
    };
    let default = match rest {
        [Token::Sign('=', _), value @ ..] => text_of(template, value).map(|word| word.text),
        _ => None,
    };
    Some(Parameter { name: Word::of(template, name.clone()), kind, default, is_implicit })
}

/// A name with dots, and the tokens after it.
fn dotted<'t, 'k>(template: &'t str, tokens: &'k [Token]) -> Option<(Word<'t>, &'k [Token])> {
    let (Token::Word(first), mut rest) = tokens.split_first()? else { return None };
    let mut end = first.end;
    while let [Token::Sign('.', _), Token::Word(next), after @ ..] = rest {
        (end, rest) = (next.end, after);
    }
    Some((Word::of(template, first.start..end), rest))
}

/// Whether after some tokens of a tag a value begins, so that `<` is no comparison.
fn begins_value(template: &str, before: &[Token]) -> bool {
    const BEFORE_VALUES: [&str; 8] = ["if", "elif", "else", "in", "and", "or", "not", "set"];
    match before.last() {
        None => true,
        Some(Token::Word(word)) => BEFORE_VALUES.contains(&&template[word.clone()]),
        Some(Token::Text(_) | Token::Sign(')' | ']' | '}', _)) => false,
        Some(Token::Sign(_, _)) => true,
    }
}

fn call<'t>(template: &'t str, tokens: &[Token]) -> Option<ComponentCall<'t>> {
    let (name, mut rest) = dotted(template, tokens)?;
    let (mut arguments, mut spreads) = (Vec::new(), false);
    loop {
        match rest {
            [Token::Word(name), Token::Sign('=', _), Token::Text(value), after @ ..] => {
                arguments.push((Word::of(template, name.clone()), Some(Word::of(template, value.clone()))));
                rest = after;
            }
            [Token::Word(name), Token::Sign('=', _), Token::Sign('{', _), after @ ..] => {
                let end = closing(after)?;
                arguments.push((Word::of(template, name.clone()), text_of(template, &after[..end])));
                rest = &after[end + 1..];
            }
            [Token::Word(name), after @ ..] => {
                arguments.push((Word::of(template, name.clone()), None));
                rest = after;
            }
            [Token::Sign('{', _), after @ ..] => {
                spreads = true;
                rest = &after[closing(after)? + 1..];
            }
            _ => return Some(ComponentCall { name, arguments, spreads }),
        }
    }
}

/// Where the brace that is open is closed.
fn closing(tokens: &[Token]) -> Option<usize> {
    let mut depth = 0_usize;
    tokens.iter().position(|token| match token {
        Token::Sign('}', _) if depth == 0 => true,
        Token::Sign('{' | '[' | '(', _) => {
            depth += 1;
            false
        }
        Token::Sign('}' | ']' | ')', _) => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => false,
    })
}

/// The text from the first to the last of some tokens; `None` without any.
fn text_of<'t>(template: &'t str, tokens: &[Token]) -> Option<Word<'t>> {
    let range = |token: &Token| match token {
        Token::Word(range) | Token::Text(range) => range.clone(),
        Token::Sign(sign, at) => *at..at + sign.len_utf8(),
    };
    Some(Word::of(template, range(tokens.first()?).start..range(tokens.last()?).end))
}

/// The comment that ends right before the tag that some byte is in.
fn comment_above(template: &str, inside: usize) -> Option<&str> {
    let before = template[..template[..inside].rfind("{%")?].trim_end();
    let inner = before.strip_suffix("#}")?;
    let inner = inner.strip_suffix('-').unwrap_or(inner);
    let start = inner.rfind("{#")? + 2;
    let text = inner[start..].trim_start_matches('-').trim();
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_has_its_arguments_and_the_comment_above_it() {
        let template = "{#- of another -#}\n<p>{#- Draws a value. -#}\n{% component Value(fact: map, mark: bool = true,\n  \
                        @lang, of=[1, {\"a\": (2)}], text, ...rest) {\"since\": 2} -%}{{ fact }}{% endcomponent Value %}";

        let found = components(template);

        let Component { name, parameters, is_open, about } = &found[0];
        assert_eq!((name.text, *is_open, *about), ("Value", true, Some("Draws a value.")));
        let told: Vec<_> = parameters.iter().map(|one| (one.name.text, one.kind, one.default)).collect();
        let expected = [
            ("fact", Some("map"), None),
            ("mark", Some("bool"), Some("true")),
            ("lang", None, None),
            ("of", None, Some("[1, {\"a\": (2)}]")),
            ("text", None, None),
        ];
        assert_eq!(told, expected);
        assert_eq!(
            parameters.iter().map(|one| one.is_implicit).collect::<Vec<_>>(),
            [false, false, true, false, false]
        );
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_comment_further_up_says_nothing_of_a_component() {
        for template in ["{# a #}<p>{% component A() %}", "{% component A() %}", "{#--#}{% component A() %}"] {
            assert_eq!(components(template)[0].about, None, "{template}");
        }
    }

    #[test]
    fn calls_have_their_arguments_and_comparisons_are_none() {
        let cases: &[(&str, &[&str])] = &[
            ("{{ <Value fact={f} mark={false} /> }}", &["Value fact=f mark=false"]),
            ("{% <Row.Cell of=\"a b\" lang {...more}> %}x{% </Row.Cell> %}", &["Row.Cell of=\"a b\" lang=? ..."]),
            ("{% set x = <A of={{\"k\": [1]}} /> ~ <B /> %}", &["A of={\"k\": [1]}", "B"]),
            ("{% if a < b and 2 <c %}{{ x[1] <d }}", &[]),
            ("{# <A /> #}{{ <A", &["A"]),
            ("{{ <A b={x", &[]),
        ];

        for (template, expected) in cases {
            let one = |call: ComponentCall| {
                let argument = |(name, value): &(Word, Option<Word>)| {
                    format!(" {}={}", name.text, value.map_or("?", |value| value.text))
                };
                let spread = if call.spreads { " ..." } else { "" };
                call.name.text.to_owned() + &call.arguments.iter().map(argument).collect::<String>() + spread
            };
            assert_eq!(component_calls(template).into_iter().map(one).collect::<Vec<_>>(), *expected, "{template}");
        }
    }
}

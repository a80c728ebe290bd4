//! What a template calls: functions and filters with their named arguments, each where it stands.

use crate::parse::tags::{Token, Word, tags};

/// A call with its arguments.
#[derive(Debug)]
pub struct Call<'t> {
    /// What is called.
    pub kind: Callee,
    /// Its name.
    pub name: Word<'t>,
    /// The named arguments, as they stand in its brackets.
    pub arguments: Vec<Argument<'t>>,
}

/// What can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callee {
    /// `record(key="…")`
    Function,
    /// `records | where(field="…")`
    Filter,
}

/// `key="…"` in a call.
#[derive(Debug)]
pub struct Argument<'t> {
    /// What stands before `=`.
    pub name: Word<'t>,
    /// The expression after it.
    pub value: Word<'t>,
}

/// Words that a bracket may follow without being called.
const KEYWORDS: [&str; 9] = ["if", "elif", "else", "in", "and", "or", "not", "is", "set"];

/// Every call of a template, in the order of their brackets.
pub fn calls(template: &str) -> Vec<Call<'_>> {
    let mut calls = Calls { template, found: Vec::new(), open: Vec::new() };
    for tag in tags(template) {
        calls.open.clear();
        calls.read(&tag);
    }
    calls.found
}

struct Calls<'t> {
    template: &'t str,
    found: Vec<Call<'t>>,
    /// The brackets that are open; `None` for those of no call.
    open: Vec<Option<Open<'t>>>,
}

/// The brackets of a call.
struct Open<'t> {
    /// The position of the call among those found.
    call: usize,
    /// The argument that is being read, and where its value begins.
    argument: Option<(Word<'t>, usize)>,
}

impl<'t> Calls<'t> {
    fn read(&mut self, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate() {
            match token {
                Token::Sign('(', _) => {
                    let call = self.called(&tokens[..at]).map(|call| {
                        self.found.push(call);
                        Open { call: self.found.len() - 1, argument: None }
                    });
                    self.open.push(call);
                }
                Token::Sign('[' | '{', _) => self.open.push(None),
                Token::Sign(',', end) => self.finish_argument(*end),
                Token::Sign(')' | ']' | '}', end) => {
                    self.finish_argument(*end);
                    self.open.pop();
                }
                Token::Sign('=', at_byte) => self.begin_argument(&tokens[..at], at_byte + 1),
                _ => {}
            }
        }
    }

    /// What a bracket after some tokens calls; `None` for a method, a test, a component or a mere bracket.
    fn called(&self, before: &[Token]) -> Option<Call<'t>> {
        let (Token::Word(name), before) = before.split_last()? else { return None };
        let name = Word::of(self.template, name.clone());
        let kind = match before.last() {
            Some(Token::Sign('|', _)) => Callee::Filter,
            Some(Token::Sign('.', _)) => return None,
            Some(Token::Word(word)) => match &self.template[word.clone()] {
                "filter" => Callee::Filter,
                "is" | "component" => return None,
                "not" if self.is_test(before) => return None,
                _ => Callee::Function,
            },
            _ => Callee::Function,
        };
        (!KEYWORDS.contains(&name.text)).then(|| Call { kind, name, arguments: Vec::new() })
    }

    /// Whether `not` belongs to `is not`.
    fn is_test(&self, before: &[Token]) -> bool {
        matches!(before, [.., Token::Word(is), _] if &self.template[is.clone()] == "is")
    }

    fn begin_argument(&mut self, before: &[Token], value: usize) {
        if let Some(Some(open)) = self.open.last_mut()
            && let [.., Token::Sign('(' | ',', _), Token::Word(name)] = before
        {
            open.argument = Some((Word::of(self.template, name.clone()), value));
        }
    }

    fn finish_argument(&mut self, end: usize) {
        if let Some(Some(open)) = self.open.last_mut()
            && let Some((name, start)) = open.argument.take()
        {
            let written = &self.template[start..end];
            let start = start + (written.len() - written.trim_start().len());
            let value = Word { text: written.trim(), start };
            self.found[open.call].arguments.push(Argument { name, value });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Callee, calls};

    /// `name(argument=value, …)` of each call, filters after `|`.
    fn told(template: &str) -> Vec<String> {
        let one = |call: &super::Call| {
            let mark = if call.kind == Callee::Filter { "|" } else { "" };
            let arguments = call.arguments.iter().map(|one| format!("{}={}", one.name.text, one.value.text));
            format!("{mark}{}({})", call.name.text, arguments.collect::<Vec<_>>().join(", "))
        };
        calls(template).iter().map(one).collect()
    }

    #[test]
    fn calls_are_found_with_their_arguments() {
        let cases: &[(&str, &[&str])] = &[
            ("{{ t(key=\"a\", n=1) }} t(key=\"b\")", &["t(key=\"a\", n=1)"]),
            ("{%- set x = f ( a = [1, 2], b={\"c\": {}} ) -%}", &["f(a=[1, 2], b={\"c\": {}})"]),
            (
                "{{ t(key=\"o\", v=t(key=\"i\") | capital) }}",
                &["t(key=\"o\", v=t(key=\"i\") | capital)", "t(key=\"i\")"],
            ),
            ("{{ list | where(field=\"a\", is=x == 1) | date }}", &["|where(field=\"a\", is=x == 1)"]),
            ("{{ <Row f={fact(record=r)} n={1} /> }}{% <Row t={f(a=1)}> %}", &["fact(record=r)", "f(a=1)"]),
            ("{% if not f(a=1) and (x or y) %}{% if x is not ending(pat=\"b\") %}", &["f(a=1)"]),
            ("{% component Row(a=f, b) %}{% for x in (list) %}{{ x.get(a=1) }}", &[]),
            ("{# f(a=1) #}{% raw %}{{ f(a=1) }}{% endraw %}{{ f(b=\"}}\") }}", &["f(b=\"}}\")"]),
            ("{% filter where(field=\"é\") %}", &["|where(field=\"é\")"]),
            ("{{ f(a=1", &["f()"]),
            (r#"{{ f(a="x\"}}") }}{{ g(b='\\') }}"#, &[r#"f(a="x\"}}")"#, r"g(b='\\')"]),
        ];

        for (template, expected) in cases {
            assert_eq!(told(template), *expected, "{template}");
        }
    }

    #[test]
    fn an_argument_knows_where_it_stands() {
        let template = "<p>{{ t(key= \"flow\" ~ x) }}";

        let calls = calls(template);
        let (string, after) = calls[0].arguments[0].value.string().expect("begins with a string");

        assert_eq!((string.text, after.trim_start()), ("flow", "~ x"));
        assert_eq!(&template[string.span().start as usize..string.span().end as usize], "flow");
    }
}

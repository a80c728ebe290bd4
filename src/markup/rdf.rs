//! A small RDF graph, written as Turtle and as JSON-LD: two files that say the same.
//!
//! By hand: `oxttl` writes Turtle triple by triple, without things that stand in one another and with no JSON-LD beside it. From one
//! graph the two files cannot differ.

use std::fmt::Write as _;

use crate::markup::address::iri;
use crate::markup::json::Json;

/// The prefixes of the vocabularies that the catalogue uses.
const PREFIXES: &[(&str, &str)] = &[
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Something that the graph says things about.
pub struct Node {
    /// Its address; `None` for one that is only known by what refers to it.
    pub iri: Option<String>,
    /// Its class, with prefix.
    pub class: &'static str,
    /// What is said: property with prefix, and value.
    pub says: Vec<(&'static str, Object)>,
}

/// What is said of something.
pub enum Object {
    /// Another thing, by its address.
    Iri(String),
    /// Text in a language.
    Text(String, String),
    /// Text in no language.
    Plain(String),
    /// A value of a data type of XML Schema: the value, and the type with prefix.
    Typed(String, &'static str),
    /// Another thing that has no address.
    Node(Node),
}

impl Node {
    /// A thing with an address.
    pub fn new(iri: impl Into<String>, class: &'static str) -> Self {
        Node { iri: Some(iri.into()), class, says: Vec::new() }
    }

    /// A thing without address.
    pub fn blank(class: &'static str) -> Self {
        Node { iri: None, class, says: Vec::new() }
    }

    /// Says something of it.
    pub fn say(&mut self, property: &'static str, object: Object) {
        self.says.push((property, object));
    }
}

/// The graph as Turtle.
pub fn turtle(nodes: &[Node]) -> String {
    let mut text = String::new();
    for (prefix, address) in PREFIXES {
        let _ = writeln!(text, "@prefix {prefix}: <{address}> .");
    }
    for node in nodes {
        let _ = write!(text, "\n<{}> a {}", iri(node.iri.as_deref().unwrap_or_default()), node.class);
        says(node, "    ", &mut text);
        text.push_str(" .\n");
    }
    text
}

fn says(node: &Node, indent: &str, text: &mut String) {
    for (property, object) in &node.says {
        let _ = write!(text, " ;\n{indent}{property} ");
        match object {
            Object::Iri(address) => drop(write!(text, "<{}>", iri(address))),
            Object::Text(words, language) => drop(write!(text, "\"{}\"@{language}", literal(words))),
            Object::Plain(words) => drop(write!(text, "\"{}\"", literal(words))),
            Object::Typed(value, kind) => drop(write!(text, "\"{}\"^^{kind}", literal(value))),
            Object::Node(inner) => {
                let _ = write!(text, "[ a {}", inner.class);
                says(inner, &format!("{indent}    "), text);
                text.push_str(" ]");
            }
        }
    }
}

fn literal(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            c if (c as u32) < 0x20 => drop(write!(escaped, "\\u{:04X}", c as u32)),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The graph as JSON-LD.
pub fn json_ld(nodes: &[Node]) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.key("@context").object(|json| {
            PREFIXES.iter().for_each(|(prefix, address)| json.member(prefix, address));
        });
        json.key("@graph").array(|json| {
            for node in nodes {
                json.line();
                thing(node, json);
            }
            json.line_end();
        });
    });
    json.finish() + "\n"
}

fn thing(node: &Node, json: &mut Json) {
    json.object(|json| {
        json.optional("@id", node.iri.as_deref().map(iri).as_deref());
        json.member("@type", node.class);
        // A property with several values is one member.
        for (at, (property, _)) in node.says.iter().enumerate() {
            if node.says[..at].iter().any(|(known, _)| known == property) {
                continue;
            }
            let values = node.says.iter().filter(|(known, _)| known == property).map(|(_, object)| object);
            json.key(property).array(|json| values.for_each(|object| value(object, json)));
        }
    });
}

fn value(object: &Object, json: &mut Json) {
    match object {
        Object::Iri(address) => json.object(|json| json.member("@id", &iri(address))),
        Object::Plain(words) => json.string(words),
        Object::Node(node) => thing(node, json),
        Object::Text(words, language) => json.object(|json| {
            json.member("@value", words);
            json.member("@language", language);
        }),
        Object::Typed(value, kind) => json.object(|json| {
            json.member("@value", value);
            json.member("@type", kind);
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_say_the_same() {
        let mut node = Node::new("https://a.example/x y", "dcat:Dataset");
        node.say("dct:title", Object::Text("A \"b\"\n".to_owned(), "en".to_owned()));
        node.say("dct:title", Object::Text("C".to_owned(), "de".to_owned()));
        let mut period = Node::blank("dct:PeriodOfTime");
        period.say("dcat:endDate", Object::Typed("2020-01-01".to_owned(), "xsd:date"));
        node.say("dct:temporal", Object::Node(period));

        let (turtle, json) = (turtle(std::slice::from_ref(&node)), json_ld(&[node]));

        assert!(turtle.ends_with(
            "\n<https://a.example/x%20y> a dcat:Dataset ;\n    dct:title \"A \\\"b\\\"\\n\"@en ;\n    dct:title \"C\"@de ;\n    \
             dct:temporal [ a dct:PeriodOfTime ;\n        dcat:endDate \"2020-01-01\"^^xsd:date ] .\n"
        ));
        let read: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
        assert_eq!(read["@graph"][0]["dct:title"][1]["@value"], "C");
        assert_eq!(read["@graph"][0]["dct:temporal"][0]["dcat:endDate"][0]["@type"], "xsd:date");
    }
}

//! What a message consists of: its variables, and the messages that it refers to.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// What a message consists of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// Names of its variables.
    pub variables: BTreeSet<String>,
    /// Keys of the messages and, with a hyphen before them, of the terms in it.
    pub references: BTreeSet<String>,
    /// Names of the variables that choose among variants.
    pub choosing: BTreeSet<String>,
    /// Whether it says a word of its own: what only joins its variables is in no language.
    pub has_letters: bool,
}

/// What a pattern consists of.
pub fn shape(pattern: &Pattern<&str>) -> Shape {
    let mut shape = Shape::default();
    visit_pattern(pattern, &mut shape);
    shape
}

fn visit_pattern(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression } => visit_expression(expression, shape),
            PatternElement::TextElement { value } => shape.has_letters |= value.contains(char::is_alphabetic),
        }
    }
}

fn visit_expression(expression: &Expression<&str>, shape: &mut Shape) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, shape),
        Expression::Select { selector, variants } => {
            let mut chooser = Shape::default();
            visit_inline(selector, &mut chooser);
            shape.choosing.extend(chooser.variables);
            visit_inline(selector, shape);
            variants.iter().for_each(|variant| visit_pattern(&variant.value, shape));
        }
    }
}

fn visit_inline(inline: &InlineExpression<&str>, shape: &mut Shape) {
    match inline {
        InlineExpression::VariableReference { id } => drop(shape.variables.insert(id.name.to_owned())),
        InlineExpression::MessageReference { id, .. } => drop(shape.references.insert(id.name.to_owned())),
        InlineExpression::TermReference { id, .. } => drop(shape.references.insert(format!("-{}", id.name))),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| visit_inline(argument, shape));
        }
        InlineExpression::Placeable { expression } => visit_expression(expression, shape),
        _ => {}
    }
}

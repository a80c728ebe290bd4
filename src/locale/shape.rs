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
}

/// What a pattern consists of.
pub fn shape(pattern: &Pattern<&str>) -> Shape {
    let mut shape = Shape::default();
    visit_pattern(pattern, &mut shape);
    shape
}

fn visit_pattern(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            visit_expression(expression, shape);
        }
    }
}

fn visit_expression(expression: &Expression<&str>, shape: &mut Shape) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, shape),
        Expression::Select { selector, variants } => {
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

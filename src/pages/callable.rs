//! Functions and filters of templates as tables have them: the tables are what is registered, and what templates are held to.

use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::parse::Source;
use crate::parse::calls::Call;
use crate::parse::tags::Word;

/// A function or a filter.
pub struct Callable<C> {
    /// What templates call it.
    pub name: &'static str,
    /// The arguments that it reads.
    parameters: &'static [&'static str],
    /// Whether it hands on whatever else it is given: `t` gives it to the message.
    is_open: bool,
    /// What it does.
    pub call: C,
}

impl<C> Callable<C> {
    /// One that takes these arguments and no other.
    pub const fn new(name: &'static str, parameters: &'static [&'static str], call: C) -> Self {
        Callable { name, parameters, is_open: false, call }
    }

    /// One that takes any argument beside these.
    pub const fn open(name: &'static str, parameters: &'static [&'static str], call: C) -> Self {
        Callable { name, parameters, is_open: true, call }
    }

    /// Arguments of a call that it does not read: Tera would pass them by in silence.
    pub fn unread(&self, call: &Call, source: &Source) -> Vec<Diagnostic> {
        let names = call.arguments.iter().map(|argument| argument.name);
        names
            .filter(|name| !self.is_open && !self.parameters.contains(&name.text))
            .map(|name| self.finding(name, source))
            .collect()
    }

    fn finding(&self, name: Word, source: &Source) -> Diagnostic {
        let message = format!("`{}` takes no argument `{}`", self.name, name.text);
        let hint = did_you_mean(name.text, self.parameters.iter().copied()).unwrap_or_else(|| self.takes());
        source.finding(&codes::TEMPLATE, name.span(), message).hint(hint)
    }

    fn takes(&self) -> String {
        match self.parameters {
            [] => "it takes none".to_owned(),
            parameters => format!("it takes: {}", parameters.join(", ")),
        }
    }
}

//! Parts of addresses that are words of a language.

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::locale::Locales;
use crate::locale::program::Message;
use crate::model::names::{ADDRESS_PARTS, address_part};
use crate::position::LanguageIx;

/// Where the words come from.
#[derive(Clone, Copy)]
pub struct AddressWords<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The messages.
    pub locales: &'a Locales,
}

impl AddressWords<'_> {
    /// A part of an address in the words of a language, else the English one; then a finding.
    pub fn part(self, language: LanguageIx, message: Message, findings: &mut Vec<Diagnostic>) -> Arc<str> {
        let messages = &self.locales.get(language).messages;
        let written = messages.position(message.key()).and_then(|at| messages.text(at));
        let Some(written) = written else { return message.key().into() };
        if let Some(part) = address_part(written) {
            return part.into();
        }
        let code = &self.config.languages[language].code;
        let place = Place::file(self.config.source.path.clone());
        let text = format!("the message `{}` is `{written}`, which cannot be part of an address", message.key());
        let hint = format!("use {ADDRESS_PARTS}, in content/locales/{code}.ftl");
        findings.push(Diagnostic::new(&codes::INVALID_ADDRESS, place, text).hint(hint));
        message.key().into()
    }
}

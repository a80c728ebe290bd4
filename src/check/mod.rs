//! Checks of texts that only `check` asks for: numbers compared with facts and between languages.

pub mod numbers;

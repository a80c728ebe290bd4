//! Checks of texts: numbers compared with facts and between languages, which only `check` asks for, and numbers that texts
//! keep after what was published has changed.

pub mod numbers;
pub mod old_numbers;

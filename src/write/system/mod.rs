//! The calls of the system that writing needs, in two forms with the same names: Linux and macOS hold folders open and reach
//! everything from there; Windows goes by paths, and looks at each step whether they still lead to the same.
//!
//! What only one of them has is not named outside: owners and modes stay here, and an exchange in one step is
//! `Unsupported` where there is none.

pub mod mounts;
#[cfg(unix)]
mod attributes;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use attributes::Attributes;
#[cfg(unix)]
pub use unix::{Folder, identity, is_ours_alone, place_of};
#[cfg(windows)]
pub use windows::{Attributes, Folder, identity, is_ours_alone, place_of};

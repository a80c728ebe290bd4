//! Cache: what earlier runs made of a site, so that it need not be made again.
//!
//! In:  a folder of the user's, or one that was asked for.
//! Out: [`Cache`](remembered::Cache): which versions of images stand in the output, each by what it was made of, with the SHA-256 of its bytes.
//!
//! It holds hashes and paths only. The bytes come from the output, where their SHA-256 is that of the cache: what somebody
//! changed there is made anew. Deleting it is always safe, and what is damaged counts as deleted.

#![expect(clippy::disallowed_methods, reason = "of the shell: it touches the world for the core")]

mod hex;
pub mod folder;
pub mod remembered;
pub mod sink;

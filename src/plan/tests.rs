//! Addresses at the edges.

use super::*;

#[test]
fn addresses_become_files() {
    assert_eq!(file_of("/"), "index.html");
    assert_eq!(file_of("/en/about/"), "en/about/index.html");
    assert_eq!(file_of("/old/page.html"), "old/page.html");
}

//! Old addresses as they are written, and the paths at which a static host finds a page for them.
//!
//! A host decodes `%C3%A4` and opens the file `ä`: that can be served. It does not look at what follows `?`, and what
//! follows `#` never reaches it: that cannot.

use icu::normalizer::ComposingNormalizerBorrowed;
use percent_encoding::percent_decode_str;

/// Why an old address cannot be served, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong with it, in a sentence that follows the address.
    pub reason: &'static str,
    /// What to do about it.
    pub hint: String,
}

/// The path of an old address, decoded, with slashes at both ends (a file such as `/old.html` without the last).
///
/// # Errors
///
/// No file can be put where a static host would look for it.
pub fn path(text: &str) -> Result<String, Refused> {
    let refused = |reason, hint: String| Err(Refused { reason, hint });
    if let Some((_, rest)) = text.split_once("://") {
        let path = rest.find('/').map_or("/", |at| &rest[at..]);
        return refused("is an address with a host", format!("write its path alone: {path}"));
    }
    if !text.starts_with('/') {
        return refused("is not a path of this site", "write the old path from the root: /en/old-name/".to_owned());
    }
    if let Some((path, _)) = text.split_once('?') {
        let hint = format!("write the path alone, {path}, or let the host itself redirect each of these addresses");
        return refused("has a query (`?`), at which a static host does not look", hint);
    }
    if let Some((path, _)) = text.split_once('#') {
        let hint = format!("write the path alone: {path}");
        return refused("has a fragment (`#`), which never reaches a host", hint);
    }
    let inner = text.trim_matches('/');
    let mut path = String::from("/");
    for part in inner.split('/') {
        let decoded = percent_decode_str(part).decode_utf8().ok();
        match decoded.filter(|part| is_file_name(part)) {
            Some(part) => path.push_str(&ComposingNormalizerBorrowed::new_nfc().normalize(&part)),
            None => {
                let hint = "a file of that name cannot lie on every host: let the host itself redirect the address";
                return refused("cannot be the path of a file", hint.to_owned());
            }
        }
        path.push('/');
    }
    if path.ends_with(".html/") {
        path.pop();
    }
    Ok(path)
}

/// Whether file systems and hosts of every kind take such a name.
fn is_file_name(part: &str) -> bool {
    let is_refused = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c) || is_invisible(c);
    !part.is_empty() && !part.starts_with('.') && !part.ends_with(['.', ' ']) && !part.contains(is_refused)
}

/// Marks without width and of direction: two addresses would look alike.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_addresses_of_any_form_are_the_files_that_a_host_opens() {
        for (written, expected) in [
            ("/old", "/old/"),
            ("/old/page.html", "/old/page.html"),
            ("/über-uns/", "/über-uns/"),
            ("/%C3%BCber-uns", "/über-uns/"),
            ("/u\u{308}ber/", "/über/"),
            ("/a page/", "/a page/"),
            ("/a%20page/", "/a page/"),
            ("/Index.php", "/Index.php/"),
            ("/关于/", "/关于/"),
            ("/a,b(c)+d@e=f&g!", "/a,b(c)+d@e=f&g!/"),
        ] {
            assert_eq!(path(written).as_deref(), Ok(expected), "{written}");
        }
    }

    #[test]
    fn what_no_static_host_serves_is_refused_with_what_to_do() {
        let hint = |written: &str| path(written).expect_err("is refused").hint;

        assert!(hint("/index.php?id=3").starts_with("write the path alone, /index.php, or let the host"));
        assert_eq!(hint("/a/#b"), "write the path alone: /a/");
        assert_eq!(hint("https://old.example/a/"), "write its path alone: /a/");
        for written in [
            "/",
            "//",
            "/../x/",
            "/a/%2E%2E/",
            "/a%2Fb/",
            "/%E4/",
            "/a\\b/",
            "/a:b/",
            "/a\u{202e}b/",
            "/.git/",
            "/a%00/",
        ] {
            assert!(path(written).is_err(), "{written}");
        }
    }
}

//! The address where the site stands, and addresses of others.

use core::net::Ipv6Addr;

use crate::diagnostics::printable::is_unseen;

/// Scheme and host, and the path below which the site lies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BaseUrl {
    /// `https://report.example`, without final slash.
    pub origin: String,
    /// `""` or `/report`, without final slash.
    pub path: String,
}

impl BaseUrl {
    /// Parses `https://host[:port][/path]`; `None` when it is not such an address (RFC 3986, `http` and `https` only,
    /// without query and fragment).
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let scheme = &text[..text.len() - rest.len()];
        let (host, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let host_ok = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:[]".contains(&b));
        let path = path.trim_end_matches('/');
        let path_ok = path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~%".contains(&b));
        let climbs = path.split('/').any(|part| part == "." || part == "..") || path.contains("//");
        (host_ok && path_ok && !climbs).then(|| BaseUrl { origin: format!("{scheme}{host}"), path: path.to_owned() })
    }

    /// The address without final slash.
    pub fn whole(&self) -> String {
        format!("{}{}", self.origin, self.path)
    }
}

/// Why a text is no address that a page may lead to with a web browser, a mail or a telephone program; `None`: it is one
/// (RFC 3986; `http`, `https`, `mailto` and `tel` only).
pub fn flaw(text: &str) -> Option<&'static str> {
    if text.contains(|c: char| is_unseen(c) || c.is_whitespace() || "\"<>\\".contains(c)) {
        return Some("has a character in it that an address cannot have, or that nobody sees");
    }
    let Some((scheme, rest)) = text.split_once(':') else { return Some("has no scheme") };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => web_flaw(rest),
        "mailto" if !rest.starts_with('?') && !rest.contains('@') => Some("names nobody to write to"),
        "tel" if !rest.starts_with(|c: char| c == '+' || c.is_ascii_digit()) => Some("is no telephone number"),
        "mailto" | "tel" => None,
        _ => Some("is not allowed as a link"),
    }
}

/// The same for what stands behind `https:`.
fn web_flaw(rest: &str) -> Option<&'static str> {
    let Some(rest) = rest.strip_prefix("//") else { return Some("has no host") };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Some("has a user's name before the host");
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (authority, ""),
    };
    let is_six = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_host = match is_six {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.chars().all(|c| c.is_alphanumeric() || "-._%".contains(c)),
    };
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
    (!is_host || !is_port).then_some("has no host")
}

#[cfg(test)]
mod tests {
    use super::flaw;

    #[test]
    fn addresses_with_a_host_are_fine() {
        for text in [
            "https://example.org",
            "HTTP://example.org:8080/a?b#c",
            "https://[2001:db8::1]:443/",
            "https://bücher.example/straße",
            "https://example.org/@user",
            "mailto:press@example.org",
            "mailto:?subject=x",
            "tel:+49-30-1234",
        ] {
            assert_eq!(flaw(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_that_lead_elsewhere_than_they_seem_are_not() {
        for text in [
            "https://",
            "https:evil.com",
            "http:javascript",
            "https:///a",
            "http://[::1",
            "http://:80/",
            "https://a:b/",
            "https://user:pw@host/",
            "https://good.example\\@evil.example",
            "https://example.org/\u{202e}gpj.exe",
            "https://exa\u{200b}mple.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "mailto:",
            "tel:x",
            "example.org",
        ] {
            assert!(flaw(text).is_some(), "{text}");
        }
    }
}

//! The address where the site stands.

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

//! What a page says, in 16 digits: two hashes, which tell what it says itself from what it shows of others.

use std::fmt;

/// The hashes of a page in one language; equal ones say the same. As text `4f2a90c1d3e85b67`: first its own half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// Of what its record says: facts with their sources and histories, prose, the values of a figure.
    pub own: u32,
    /// Of what it shows of others: the words of quotes, names of records, bytes of images, who refers to it, who is in a list.
    pub others: u32,
}

impl Fingerprint {
    /// Reads the 16 digits; `None` when there are others.
    pub fn parse(text: &str) -> Option<Self> {
        let is_hash = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let (own, others) = text.split_at_checked(8).filter(|_| is_hash)?;
        let half = |digits: &str| u32::from_str_radix(digits, 16).ok();
        Some(Fingerprint { own: half(own)?, others: half(others)? })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:08x}{:08x}", self.own, self.others)
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn sixteen_digits_are_two_halves() {
        let read = Fingerprint::parse("0f2a90c1d3e85b67");

        assert_eq!(read, Some(Fingerprint { own: 0x0f2a_90c1, others: 0xd3e8_5b67 }));
        assert_eq!(read.map(|read| read.to_string()).as_deref(), Some("0f2a90c1d3e85b67"));
        for other in
            ["", "0f2a90c1d3e85b6", "0f2a90c1d3e85b677", "0F2A90C1D3E85B67", "+f2a90c1d3e85b67", "0f2a90c\u{e9}d3e85b6"]
        {
            assert_eq!(Fingerprint::parse(other), None, "{other}");
        }
    }
}

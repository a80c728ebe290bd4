//! Numbers, packed: a site has many of them, and most are small or near each other.

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Numbers in ascending order, each as what it is more than the one before, in as many bytes as that needs (LEB128).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Packed(Box<[u8]>);

impl Packed {
    /// Numbers in any order, each once.
    pub fn of(mut numbers: Vec<u32>) -> Self {
        numbers.sort_unstable();
        numbers.dedup();
        let mut bytes = Vec::with_capacity(numbers.len() * 2);
        let mut before = 0;
        for number in numbers {
            let mut rest = number - before;
            while rest > 0x7f {
                bytes.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            bytes.push(rest as u8);
            before = number;
        }
        Packed(bytes.into())
    }

    /// The numbers.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let (mut bytes, mut before) = (self.0.iter(), 0u32);
        std::iter::from_fn(move || {
            let (mut more, mut shift) = (0u32, 0);
            loop {
                let byte = *bytes.next()?;
                more |= u32::from(byte & 0x7f).checked_shl(shift)?;
                shift += 7;
                if byte < 0x80 {
                    before = before.checked_add(more)?;
                    return Some(before);
                }
            }
        })
    }
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = &'de [u8];

    fn expecting(&self, words: &mut std::fmt::Formatter) -> std::fmt::Result {
        words.write_str("bytes")
    }

    fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<&'de [u8], E> {
        Ok(bytes)
    }
}

impl Serialize for Packed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Packed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes).map(|bytes| Packed(bytes.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_out_in_order_as_they_went_in() {
        for numbers in [&[][..], &[0], &[0, 127, 128, 16_383, 16_384, u32::MAX], &[5, 5, 3]] {
            let mut sorted = numbers.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(Packed::of(numbers.to_vec()).iter().collect::<Vec<_>>(), sorted);
        }
    }
}

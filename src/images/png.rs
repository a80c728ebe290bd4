//! The parts of a PNG file (PNG specification, 3rd edition, 5.2), without decoding them.

/// What every PNG file begins with.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// What is needed to show an image; what says when, where, by whom and with what it was made is not.
const NEEDED: [&[u8; 4]; 6] = [b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"IDAT", b"IEND"];

/// A file read whole.
#[derive(Debug)]
pub struct Png {
    /// The same image without anything that is not needed to show it.
    pub bare: Vec<u8>,
    /// Whether it moves.
    pub is_animated: bool,
}

/// Reads a file; `None`: it ends before the image does, or is no PNG.
pub fn read(bytes: &[u8]) -> Option<Png> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut png = Png { bare: Vec::with_capacity(bytes.len()), is_animated: false };
    png.bare.extend_from_slice(SIGNATURE);
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        // Length, name and check sum are four bytes each.
        let (chunk, behind) = rest.split_at_checked(length.checked_add(12)?)?;
        rest = behind;
        let name: &[u8; 4] = chunk[4..].first_chunk()?;
        png.is_animated |= name == b"acTL";
        if NEEDED.contains(&name) {
            png.bare.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(png);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SIGNATURE, read};

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        [&(data.len() as u32).to_be_bytes()[..], name, data, b"crc!"].concat()
    }

    #[test]
    fn what_is_not_needed_to_show_an_image_is_left_out() {
        let (head, data, end) = (chunk(b"IHDR", &[0; 13]), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b""));
        let whole =
            [SIGNATURE, &head, &chunk(b"tEXt", b"Author\0Me"), &chunk(b"eXIf", b"GPS"), &data, &end, b"more behind"]
                .concat();

        let png = read(&whole).expect("it is whole");

        assert_eq!(png.bare, [SIGNATURE, &head, &data, &end].concat());
        assert!(!png.is_animated);
        let animated = [SIGNATURE, &head, &chunk(b"acTL", &[0; 8]), &data, &end].concat();
        assert!(read(&animated).expect("it is whole").is_animated);
    }

    #[test]
    fn a_file_that_ends_too_early_is_none_wherever_it_ends() {
        let whole = [SIGNATURE, &chunk(b"IHDR", &[0; 13]), &chunk(b"IDAT", b"pixels"), &chunk(b"IEND", b"")].concat();
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_none(), "{end}");
        }
        assert!(read(&whole).is_some());
    }
}

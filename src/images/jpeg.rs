//! The parts of a JPEG file (ISO/IEC 10918-1, annex B), without decoding them.

/// Begins a marker.
const MARK: u8 = 0xff;
/// Start of image.
const SOI: u8 = 0xd8;
/// End of image.
const EOI: u8 = 0xd9;
/// Start of scan, which coded data follow.
const SOS: u8 = 0xda;
/// A comment.
const COM: u8 = 0xfe;
/// First segment of an application: JFIF, with how dense pixels are.
const APP0: u8 = 0xe0;
/// The segment of Adobe, which says how colours are coded.
const APP14: u8 = 0xee;
/// Last segment of an application.
const APP15: u8 = 0xef;
/// A JFIF segment that says nothing but its version: pixels are square.
const JFIF: &[u8] = b"\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// A file read whole.
#[derive(Debug)]
pub struct Jpeg {
    /// The same image without anything that is not needed to show it: no Exif, XMP, IPTC, comments, colour profile,
    /// thumbnail, and nothing behind its end.
    pub bare: Vec<u8>,
    /// How many colours it is made of.
    pub components: u8,
}

/// Reads a file; `None`: it ends before the image does, or is no JPEG.
pub fn read(bytes: &[u8]) -> Option<Jpeg> {
    let mut rest = bytes.strip_prefix(&[MARK, SOI])?;
    let mut jpeg = Jpeg { bare: Vec::with_capacity(bytes.len()), components: 0 };
    jpeg.bare.extend([MARK, SOI]);
    jpeg.bare.extend_from_slice(JFIF);
    loop {
        let marker = next_marker(&mut rest)?;
        match marker {
            EOI => {
                jpeg.bare.extend([MARK, EOI]);
                return (jpeg.components > 0).then_some(jpeg);
            }
            0x01 | 0xd0..=0xd7 => continue,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
        let (segment, behind) = rest.split_at_checked(length.max(2))?;
        rest = behind;
        if is_frame(marker) {
            jpeg.components = *segment.get(7)?;
        }
        if is_needed(marker, segment) {
            jpeg.bare.extend([MARK, marker]);
            jpeg.bare.extend_from_slice(segment);
        }
        if marker == SOS {
            let (data, behind) = rest.split_at(coded_data(rest)?);
            jpeg.bare.extend_from_slice(data);
            rest = behind;
        }
    }
}

/// The marker that comes next; any number of fill bytes may stand before it.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    *rest = rest.strip_prefix(&[MARK])?;
    while let Some(behind) = rest.strip_prefix(&[MARK]) {
        *rest = behind;
    }
    let (marker, behind) = rest.split_first()?;
    *rest = behind;
    Some(*marker)
}

/// How many bytes of coded data come next: up to a marker that does not belong to them. `None`: there is none.
fn coded_data(rest: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += rest.get(at..)?.iter().position(|byte| *byte == MARK)?;
        match *rest.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            MARK => at += 1,
            _ => return Some(at),
        }
    }
}

/// Whether a segment says how large the image is and of how many colours.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

fn is_needed(marker: u8, segment: &[u8]) -> bool {
    match marker {
        APP14 => segment[2..].starts_with(b"Adobe"),
        APP0..=APP15 | COM => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{JFIF, read};

    /// One pixel, in as few segments as can be read here: a frame, a scan, data with a restart and a stuffed byte.
    const BODY: &[u8] = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\xff\x00\xff\xd0\x34\xff\xd9";

    fn file(parts: &[&[u8]]) -> Vec<u8> {
        [b"\xff\xd8"].into_iter().map(|it| &it[..]).chain(parts.iter().copied()).collect::<Vec<_>>().concat()
    }

    #[test]
    fn what_is_not_needed_to_show_an_image_is_left_out() {
        let exif = b"\xff\xe1\x00\x0cExif\0\0GPS!";
        let comment = b"\xff\xff\xfe\x00\x06here";
        let adobe = b"\xff\xee\x00\x0eAdobe\0\x64\0\0\0\0\x01";
        let whole = file(&[exif, comment, adobe, BODY, b"a film of 3 seconds"]);

        let jpeg = read(&whole).expect("it is whole");

        assert_eq!(jpeg.bare, file(&[JFIF, adobe, BODY]));
        assert_eq!(jpeg.components, 1);
    }

    #[test]
    fn a_file_that_ends_too_early_is_none_wherever_it_ends() {
        let whole = file(&[BODY]);
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_none(), "{end}");
        }
        assert!(read(&whole).is_some());
    }
}

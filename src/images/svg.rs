//! SVG files: whether a file is one, and how large it wants to be drawn (SVG 2, 7.2 and 8.2).

use crate::images::size::Size;

/// How much of a file is looked at: declarations and comments stand before the drawing.
const HEAD: usize = 16 * 1024;

/// Whether these bytes are an SVG file.
pub fn is_svg(bytes: &[u8]) -> bool {
    root(bytes).is_some()
}

/// How large it wants to be drawn, in px: by its width and height, else by its view box; `None`: it does not say.
pub fn size(bytes: &[u8]) -> Option<Size> {
    let root = root(bytes)?;
    let said = (attribute(&root, "width").and_then(pixels), attribute(&root, "height").and_then(pixels));
    if let (Some(width), Some(height)) = said {
        return Size::rounded(width, height);
    }
    let view = attribute(&root, "viewBox")?;
    let numbers: Vec<f64> = view.split([' ', ',', '\n', '\t']).filter_map(|number| number.parse().ok()).collect();
    match (said, &numbers[..]) {
        ((Some(width), None), [.., wide, high]) if *wide > 0.0 => Size::rounded(width, width * high / wide),
        ((None, Some(height)), [.., wide, high]) if *high > 0.0 => Size::rounded(height * wide / high, height),
        (_, [_, _, wide, high]) => Size::rounded(*wide, *high),
        _ => None,
    }
}

/// The tag of the drawing: what stands between `<svg` and `>`.
fn root(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        rest = match rest {
            _ if rest.starts_with("<!--") => rest.split_once("-->")?.1,
            _ if rest.starts_with("<?") => rest.split_once("?>")?.1,
            // What is declared within brackets may hold `>`.
            _ if rest.starts_with("<!DOCTYPE") => {
                match rest.find('[').filter(|at| rest.find('>').is_some_and(|end| at < &end)) {
                    Some(_) => rest.split_once(']')?.1.split_once('>')?.1,
                    None => rest.split_once('>')?.1,
                }
            }
            _ => break,
        };
        rest = rest.trim_start();
    }
    let tag = rest
        .strip_prefix("<svg")
        .filter(|tag| tag.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')))?;
    Some(tag.split_once('>')?.0.to_owned())
}

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    loop {
        let (_, behind) = rest.split_once(name)?;
        let before = rest[..rest.len() - behind.len() - name.len()].chars().next_back();
        let value = behind.trim_start().strip_prefix('=').map(str::trim_start);
        if let (Some(true), Some(value)) = (before.map(char::is_whitespace), value) {
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            return value[1..].split_once(quote).map(|(value, _)| value.trim());
        }
        rest = behind;
    }
}

/// A length in px; `None` for one that depends on the page.
fn pixels(length: &str) -> Option<f64> {
    let digits = length.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let number: f64 = digits.trim().parse().ok()?;
    Some(match &length[digits.len()..] {
        "" | "px" => number,
        "pt" => number * 4.0 / 3.0,
        "pc" => number * 16.0,
        "in" => number * 96.0,
        "cm" => number * 96.0 / 2.54,
        "mm" => number * 96.0 / 25.4,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Size, is_svg, size};

    #[test]
    fn a_drawing_says_how_large_it_is() {
        let of = |svg: &str| size(svg.as_bytes()).map(|size| (size.width, size.height));

        assert_eq!(of("<svg width='40' height=\"30px\"/>"), Some((40, 30)));
        assert_eq!(
            of("<?xml version='1.0'?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg viewBox='0 0 200 100'>"),
            Some((200, 100))
        );
        assert_eq!(of("<svg viewBox=\"0,0,200,100\" width=\"50\">"), Some((50, 25)));
        assert_eq!(of("<svg width='100%' height='100%' viewBox='0 0 9 3'>"), Some((9, 3)));
        assert_eq!(of("<svg stroke-width='3' height='2in' width='1in'>"), Some((96, 192)));
        assert_eq!(of("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg width='1' height='1'>"), Some((1, 1)));
        for without in
            ["<svg>", "<svg width='1em' height='1em'>", "<svg width='-1' height='NaN'>", "<svg viewBox='0 0 0 0'>"]
        {
            assert_eq!(of(without), None, "{without}");
        }
    }

    #[test]
    fn what_only_names_a_drawing_is_none() {
        assert!(is_svg(b"<svg/>"));
        for none in ["", "svg", "<html><svg></svg></html>", "<svgx>", "<!-- <svg> ", "<svg"] {
            assert!(!is_svg(none.as_bytes()), "{none}");
        }
        assert_eq!(Size::rounded(0.4, 1e12), None);
    }
}

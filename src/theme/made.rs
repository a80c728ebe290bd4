//! Static files that the program makes where nobody brings them: `palette.css` from `brand`, and `icon.svg` from the
//! first letter of the title.

use std::sync::Arc;

use icu::segmenter::GraphemeClusterSegmenter;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, codes};
use crate::position::LanguageIx;
use crate::theme::color::Color;
use crate::theme::options::{OptionValue, Options, Setting};
use crate::theme::palette::{self, Schemes};
use crate::theme::statics::{StaticContent, StaticFile};

/// The name of the palette among static files.
pub const PALETTE: &str = "palette.css";
/// The name of the icon among static files.
pub const ICON: &str = "icon.svg";

/// What the files are made of.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The options of the theme as they are set.
    pub options: &'a Options,
    /// The grounds of its palette; `None`: it has none.
    pub grounds: Option<Schemes>,
    /// The title of the site.
    pub config: &'a Config,
    /// All paths of the site.
    pub paths: &'a [Arc<str>],
}

/// Adds the files that are missing. Files of these names in content/static/ take the place of what would be made.
pub fn add(statics: &mut Vec<StaticFile>, inputs: Inputs, findings: &mut Vec<Diagnostic>) {
    for name in [PALETTE, ICON] {
        let path = format!("content/static/{name}");
        let is_there = statics.iter().any(|file| &*file.name == name);
        let of_site = inputs.paths.iter().find(|known| ***known == *path).filter(|_| !is_there);
        statics.extend(of_site.map(|path| file(name, StaticContent::File(path.clone()))));
    }
    let is_missing = |name: &str| !statics.iter().any(|file| &*file.name == name);
    let Some((brand, setting)) = brand(inputs.options) else { return };
    let palette = inputs.grounds.filter(|_| is_missing(PALETTE)).map(|grounds| {
        let palette = palette::of(brand, grounds);
        findings.extend(moved(brand, &palette, setting));
        file(PALETTE, StaticContent::Made(palette.css().into_bytes()))
    });
    let has_own = |name: &str| inputs.options.get(name).is_some_and(Option::is_some);
    let needs_icon = is_missing(ICON) && !has_own("icon") && !has_own("logo");
    let icon = needs_icon.then(|| {
        let letter = first_letter(inputs.config.title.text(LanguageIx::SOURCE));
        file(ICON, StaticContent::Made(icon(brand, &letter).into_bytes()))
    });
    statics.extend(palette.into_iter().chain(icon));
}

fn file(name: &str, content: StaticContent) -> StaticFile {
    StaticFile { name: name.into(), content }
}

fn brand(options: &Options) -> Option<(Color, &Setting)> {
    match options.get("brand")?.as_ref()? {
        setting @ Setting { value: OptionValue::Color(color), .. } => Some((*color, setting)),
        _ => None,
    }
}

/// That the colour itself cannot be read on light grounds. No colour can be read on light and on dark ones: that the dark
/// scheme has its own shades is nothing to warn of.
fn moved(brand: Color, palette: &palette::Palette, setting: &Setting) -> Option<Diagnostic> {
    let shades = &palette.light;
    let uses = [("links", shades.link, palette::TEXT), ("marks", shades.mark, palette::MARK)];
    let moved: Vec<_> = uses.into_iter().filter(|(_, shade, _)| *shade != brand).collect();
    let [(first, ..), ..] = moved[..] else { return None };
    let all = if moved.len() > 1 { "links and marks" } else { first };
    let used = moved.iter().map(|(what, shade, least)| format!("{shade} for {what} (contrast {least} at least)"));
    let message = format!("`{brand}` is too light for {all} on the grounds of the theme");
    let hint = format!("used instead: {}; a darker `brand` is kept as it is", used.collect::<Vec<_>>().join(", "));
    Some(Diagnostic::new(&codes::BRAND_CONTRAST, setting.place.clone(), message).hint(hint))
}

/// The first letter or digit of a title, with the marks that belong to it; empty when it has none.
fn first_letter(title: &str) -> String {
    let breaks: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(title).collect();
    let clusters = breaks.windows(2).map(|pair| &title[pair[0]..pair[1]]);
    let letter = clusters.into_iter().find(|cluster| cluster.starts_with(char::is_alphanumeric));
    letter.unwrap_or_default().to_uppercase()
}

/// A square in the colour with a letter on it.
fn icon(brand: Color, letter: &str) -> String {
    let on_brand = palette::on(brand);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 44 44\"><rect fill=\"{brand}\" width=\"44\" height=\"44\" \
         rx=\"4\"/><text fill=\"{on_brand}\" x=\"22\" y=\"31\" text-anchor=\"middle\" font-family=\"system-ui,sans-serif\" \
         font-size=\"26\" font-weight=\"600\">{letter}</text></svg>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_of_the_icon_has_its_marks_and_no_sign_before_it() {
        let cases = [
            ("Parks", "P"),
            ("«état»", "É"),
            ("e\u{301}tat", "E\u{301}"),
            ("& <b>", "B"),
            ("中国", "中"),
            ("“…”", ""),
            ("", ""),
        ];
        for (title, expected) in cases {
            assert_eq!(first_letter(title), expected, "{title}");
        }
    }
}

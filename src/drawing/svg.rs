//! Writing SVG: numbers of one decimal, texts escaped, geometry in attributes and looks in classes.
//!
//! Font sizes are geometry too: what collides depends on them. Family, weight and colour are the theme's.

use crate::markup::html::escape;

/// A coordinate in tenths of a unit; what is no number is zero.
pub fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// Tenths as SVG reads them: no needless zero, no sign before zero.
pub fn decimal(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match (whole, part) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) => format!("{sign}.{part}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// A coordinate rounded to a tenth of a unit.
pub fn number(value: f64) -> String {
    decimal(tenths(value))
}

/// Where a text stands relative to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// What a drawing is called and says, for those who do not see it.
pub struct Title<'a> {
    /// Begins the ids of this drawing; unique in the page.
    pub id: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What it shows, in a sentence or two.
    pub description: &'a str,
}

/// A drawing being written.
pub struct Svg {
    text: String,
}

impl Svg {
    /// Opens a drawing; its class may be empty. With links in it, it is a group whose parts can be reached; without, one image.
    pub fn open(class: &str, title: &Title, size: (f64, f64), font_size: f64, links: bool) -> Svg {
        let mut svg = Svg { text: String::new() };
        let id = escape(title.id);
        svg.raw(&format!(
            "<svg{} role=\"{}\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {} {}\" font-size=\"{}\">\
             <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") },
            if links { "group" } else { "img" },
            number(size.0),
            number(size.1),
            number(font_size),
            escape(title.title),
            escape(title.description),
        ));
        svg
    }

    /// Begins a part of a drawing, to be put into it later.
    pub fn part() -> Svg {
        Svg { text: String::new() }
    }

    /// What was written, without closing the drawing.
    pub fn end(self) -> String {
        self.text
    }

    /// Closes the drawing.
    pub fn close(mut self) -> String {
        self.raw("</svg>");
        self.text
    }

    /// Writes what is SVG already.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Slanted hairlines as a fill, to be named as `url(#{id})`.
    pub fn hatch(&mut self, id: &str, pitch: f64) {
        let (id, pitch) = (escape(id), number(pitch));
        self.raw(&format!(
            "<defs><pattern id=\"{id}\" width=\"{pitch}\" height=\"{pitch}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path class=\"hatch-ground\" d=\"M0 0h{pitch}v{pitch}H0z\"/><path class=\"hatch-line\" d=\"M0 0v{pitch}\"/></pattern></defs>"
        ));
    }

    /// A path.
    pub fn path(&mut self, class: &str, d: &str) {
        self.raw(&format!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// A path filled with a hatch.
    pub fn hatched(&mut self, class: &str, hatch: &str, d: &str) {
        self.raw(&format!("<path class=\"{class}\" fill=\"url(#{})\" d=\"{d}\"/>", escape(hatch)));
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let mut d = format!("M{} {}", number(from.0), number(from.1));
        line_to(&mut d, from, to);
        self.path(class, &d);
    }

    /// A circle.
    pub fn circle(&mut self, class: &str, center: (f64, f64), radius: f64) {
        self.raw(&format!(
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            number(center.0),
            number(center.1),
            number(radius)
        ));
    }

    /// A text of one line; an empty class is left out, as is the font size of the drawing (`None`).
    pub fn text(&mut self, class: &str, at: (f64, f64), anchor: Anchor, size: Option<f64>, text: &str) {
        self.lines(class, at, anchor, size, std::slice::from_ref(&text), 0.0);
    }

    /// A text of several lines, `leading` apart; `at` is where the first begins.
    pub fn lines<T: AsRef<str>>(
        &mut self,
        class: &str,
        at: (f64, f64),
        anchor: Anchor,
        size: Option<f64>,
        lines: &[T],
        leading: f64,
    ) {
        let x = number(at.0);
        self.raw("<text");
        if !class.is_empty() {
            self.raw(&format!(" class=\"{class}\""));
        }
        self.raw(&format!(" x=\"{x}\" y=\"{}\"", number(at.1)));
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.raw(" text-anchor=\"middle\""),
            Anchor::End => self.raw(" text-anchor=\"end\""),
        }
        if let Some(size) = size {
            self.raw(&format!(" font-size=\"{}\"", number(size)));
        }
        self.raw(">");
        for (nth, line) in lines.iter().enumerate() {
            match nth {
                0 => self.raw(&escape(line.as_ref())),
                _ => self.raw(&format!(
                    "<tspan x=\"{x}\" dy=\"{}\">{}</tspan>",
                    number(leading),
                    escape(line.as_ref()) + " "
                )),
            }
        }
        self.raw("</text>");
    }
}

/// Goes on with a straight line in a path, in the shortest form.
pub fn line_to(d: &mut String, from: (f64, f64), to: (f64, f64)) {
    if from.1 == to.1 {
        d.push_str(&format!("H{}", number(to.0)));
    } else if from.0 == to.0 {
        d.push_str(&format!("V{}", number(to.1)));
    } else {
        d.push_str(&format!("L{} {}", number(to.0), number(to.1)));
    }
}

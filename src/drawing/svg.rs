//! Writing SVG: numbers of one decimal, texts escaped, geometry in attributes and looks in classes.
//!
//! Font sizes are geometry too: what collides depends on them. Family, weight and colour are the theme's.
//!
//! Ours, not the crate `svg`: it builds a tree first and writes numbers as they come. Here a coordinate is a tenth of a unit,
//! which keeps maps small and their bytes the same on every machine.

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

/// Lines of text at a place.
pub struct Block<'a, T> {
    /// Where the first line begins, has its middle or ends.
    pub at: (f64, f64),
    /// Which of these.
    pub anchor: Anchor,
    /// Its font size.
    pub size: f64,
    /// From one line to the next.
    pub leading: f64,
    /// The lines.
    pub lines: &'a [T],
}

impl<'a, T> Block<'a, T> {
    /// A single line.
    pub fn line(at: (f64, f64), anchor: Anchor, size: f64, text: &'a T) -> Self {
        Block { at, anchor, size, leading: 0.0, lines: std::slice::from_ref(text) }
    }
}

/// Whether a text says its font size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// It has that of what it stands in.
    Inherited,
    /// It says its own.
    Own,
}

/// What a drawing is to those who do not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One image.
    Image,
    /// A group whose links can be reached.
    Group,
}

/// In which direction a drawing is read. All are laid out rightward, and turned when they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// Rightward.
    #[default]
    Rightward,
    /// Leftward, its words and all else: time, axes, columns.
    Leftward,
    /// Its words leftward, all else where it is: a map has the east on its right.
    LeftwardInPlace,
}

/// What a drawing is drawn on.
pub struct Sheet<'a> {
    /// The class of the drawing; may be empty.
    pub class: &'a str,
    /// What it is called and says.
    pub title: Title<'a>,
    /// Width and height.
    pub size: (f64, f64),
    /// The size of texts that say none.
    pub font_size: f64,
    /// What it is to those who do not see it.
    pub role: Role,
    /// In which direction it is read.
    pub reading: Reading,
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
#[derive(Default)]
pub struct Svg {
    text: String,
    reading: Reading,
    /// How wide it is.
    width: f64,
}

impl Svg {
    /// Opens a drawing.
    pub fn open(sheet: &Sheet) -> Svg {
        let Sheet { class, title, size, font_size, role, reading } = sheet;
        let mut svg = Svg::part_of(*reading, size.0);
        let id = escape(title.id);
        svg.raw(&format!(
            "<svg{}{} role=\"{}\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\" viewBox=\"0 0 {} {}\" font-size=\"{}\">\
             <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") },
            if *reading == Reading::Rightward { "" } else { " direction=\"rtl\"" },
            if *role == Role::Group { "group" } else { "img" },
            number(size.0),
            number(size.1),
            number(*font_size),
            escape(title.title),
            escape(title.description),
        ));
        svg
    }

    /// Begins a part of a drawing of a width, to be put into it later.
    pub fn part_of(reading: Reading, width: f64) -> Svg {
        Svg { text: String::new(), reading, width }
    }

    /// Where a place is when the drawing is turned.
    pub fn turned(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.left_of(x, 0.0), y)
    }

    /// The left edge of a box when the drawing is turned.
    pub fn left_of(&self, left: f64, wide: f64) -> f64 {
        if self.reading == Reading::Leftward { self.width - left - wide } else { left }
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

    /// A path, turned already.
    pub fn path(&mut self, class: &str, d: &str) {
        self.raw(&format!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// A path filled with a hatch, turned already.
    pub fn hatched(&mut self, class: &str, hatch: &str, d: &str) {
        self.raw(&format!("<path class=\"{class}\" fill=\"url(#{})\" d=\"{d}\"/>", escape(hatch)));
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (from, to) = (self.turned(from), self.turned(to));
        let mut d = format!("M{} {}", number(from.0), number(from.1));
        line_to(&mut d, from, to);
        self.path(class, &d);
    }

    /// A circle.
    pub fn circle(&mut self, class: &str, center: (f64, f64), radius: f64) {
        let center = self.turned(center);
        self.raw(&format!(
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            number(center.0),
            number(center.1),
            number(radius)
        ));
    }

    /// A text of one or several lines; an empty class is left out.
    pub fn lines<T: AsRef<str>>(&mut self, class: &str, font: Font, block: &Block<T>) {
        let Block { at, anchor, size, leading, lines } = block;
        let (x, y) = self.turned(*at);
        let x = number(x);
        self.raw("<text");
        if !class.is_empty() {
            self.raw(&format!(" class=\"{class}\""));
        }
        self.raw(&format!(" x=\"{x}\" y=\"{}\"", number(y)));
        // Words begin at their right end when they are read leftward: where all is turned, that is where they were to begin.
        match (anchor, self.reading) {
            (Anchor::Middle, _) => self.raw(" text-anchor=\"middle\""),
            (Anchor::Start, Reading::LeftwardInPlace) => self.raw(" text-anchor=\"end\""),
            (Anchor::End, Reading::Rightward | Reading::Leftward) => self.raw(" text-anchor=\"end\""),
            (Anchor::Start, _) | (Anchor::End, _) => {}
        }
        if font == Font::Own {
            self.raw(&format!(" font-size=\"{}\"", number(*size)));
        }
        self.raw(">");
        for (nth, line) in lines.iter().enumerate() {
            match nth {
                0 => self.raw(&escape(line.as_ref())),
                _ => self.raw(&format!(
                    "<tspan x=\"{x}\" dy=\"{}\">{}</tspan>",
                    number(*leading),
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

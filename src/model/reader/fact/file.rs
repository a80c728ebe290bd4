//! Files beside a record that its facts name: pictures and others.

use std::sync::Arc;

use crate::config::{Localized, LocalizedReader};
use crate::diagnostics::codes;
use crate::model::field::Field;
use crate::model::names::{is_image, nearest_file};
use crate::model::reader::fact::reader::{FactReader, Needed, is_blank};
use crate::model::reader::fact::text::texts;
use crate::model::value::Image;
use crate::parse::keys::Form;
use crate::parse::yaml::{Kind, Node};

/// Keys of an image.
const IMAGE_KEYS: &[&str] = &["file", "alt", "caption", "credit"];

/// A picture in the folder of the record, with what it shows.
pub fn image(reader: &mut FactReader, field: &Field, node: &Node) -> Option<Image> {
    let Kind::Mapping(_) = node.kind else {
        let hint = "write the file and what it shows: `{file: laboratory.jpg, alt: {en: …, de: …}}`";
        reader.context.wrong_type(node, &field.name, "a picture").hint(hint);
        return None;
    };
    reader.context.entries(node, "an image", IMAGE_KEYS);
    let hint = "name the picture, which lies in the folder of this record: `file: laboratory.jpg`";
    let file = reader.context.required(node, "file", Form { what: "an image", known: IMAGE_KEYS, hint });
    let alt = alt(reader, node);
    let caption = node.get("caption").map(|caption| {
        let text = texts(reader, caption, "caption", Needed::Yes);
        LocalizedReader { what: "caption", languages: reader.languages }.require(&mut reader.context, caption, &text);
        Box::new(text)
    });
    let credit = node.get("credit").and_then(|n| reader.context.text(n, "credit")).map(Arc::from);
    let written = file?;
    let name = reader.context.text(written, "file")?;
    let file = existing(reader, name, written)?;
    if !is_image(&file) {
        let hint =
            "browsers show jpg, png, webp, avif, gif and svg; a file to offer stands in a field of the type `file`";
        let message = format!("`{file}` is not a picture that browsers show");
        reader.context.report(&codes::NOT_AN_IMAGE, written.span, message).hint(hint);
        return None;
    }
    Some(Image { file, file_span: written.span, alt, caption, credit })
}

/// What an image shows, for those who do not see it.
fn alt(reader: &mut FactReader, node: &Node) -> Localized {
    let hint = "say what it shows, per language: `alt: {en: …, de: …}`";
    let Some(alt) = reader.context.required(node, "alt", Form { what: "an image", known: IMAGE_KEYS, hint }) else {
        return Localized::empty(reader.languages);
    };
    let text = texts(reader, alt, "alt", Needed::Yes);
    LocalizedReader { what: "alt", languages: reader.languages }.require(&mut reader.context, alt, &text);
    text
}

/// A file in the folder of the record.
pub fn attachment(reader: &mut FactReader, field: &Field, node: &Node) -> Option<Arc<str>> {
    let name = reader.scalar(field, node, "a file name")?;
    existing(reader, name, node)
}

/// A file by its name, with a finding when there is none.
fn existing(reader: &mut FactReader, name: &str, node: &Node) -> Option<Arc<str>> {
    if reader.attachments.iter().any(|file| **file == *name) {
        return Some(name.into());
    }
    if is_blank(name) {
        reader.empty(node, "file", Needed::No);
        return None;
    }
    let hint = nearest_file(name, reader.attachments)
        .unwrap_or_else(|| "put the file into the folder of this record".to_owned());
    reader
        .context
        .report(&codes::MISSING_FILE, node.span, format!("there is no file `{name}` beside this record"))
        .hint(hint);
    None
}

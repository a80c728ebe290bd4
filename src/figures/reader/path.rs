//! Reading a path such as `city.region` against the content model.

use crate::diagnostics::did_you_mean;
use crate::figures::path::{End, Path};
use crate::figures::reader::condition::{item, known};
use crate::figures::reader::context::Reader;
use crate::model::field::{Field, FieldKind, Fields, Targets};
use crate::parse::Span;
use crate::position::{CollectionIx, FieldIx};

impl<'s> Reader<'s, '_> {
    /// A path from a record of a collection.
    pub fn path(&mut self, text: &str, collection: CollectionIx, span: Span) -> Option<Path> {
        let mut fields = Some(&self.site.collections[collection].fields);
        let (mut hops, mut last): (Vec<FieldIx>, Option<&Field>) = (Vec::new(), None);
        for name in text.split('.') {
            let at = fields.and_then(|fields| fields.position(|field| *field.name == *name));
            let (Some(fields_here), Some(at)) = (fields, at) else {
                let names = || fields.into_iter().flatten().map(|field| &*field.name);
                let hint = did_you_mean(name, names()).or_else(|| Some(known(names())));
                self.report(span, format!("there is no field `{name}` in `{text}`"), hint);
                return None;
            };
            hops.push(at);
            last = Some(&fields_here[at]);
            fields = self.fields_behind(&fields_here[at]);
        }
        let last = last?;
        let Some(end) = self.end(item(last)) else {
            self.report(span, format!("`{text}` has no values to compute with"), None);
            return None;
        };
        Some(Path { hops, end, label: last.label.clone() })
    }

    /// The fields to which a path leads through a field; `None`: it ends there.
    fn fields_behind(&self, field: &'s Field) -> Option<&'s Fields> {
        match &item(field).kind {
            FieldKind::Group(fields) => Some(fields),
            FieldKind::Reference { to: Targets::One(to), .. } => {
                self.site.collection_named(to).map(|to| &self.site.collections[to].fields)
            }
            _ => None,
        }
    }

    fn end(&self, field: &Field) -> Option<End> {
        Some(match &field.kind {
            FieldKind::Number(_) => End::Number,
            FieldKind::Choice(options) => End::Choice(options.clone()),
            FieldKind::Reference { to, .. } => End::Reference(match to {
                Targets::One(to) => self.site.collection_named(to),
                _ => None,
            }),
            FieldKind::Boolean => End::Boolean,
            FieldKind::Text { translated: false, .. } | FieldKind::Language => End::Text,
            _ => return None,
        })
    }
}

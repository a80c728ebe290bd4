//! Files of theme and site that are published as they are.

use crate::diagnostics::Diagnostic;
use crate::output::{OutputFile, Sink};
use crate::pages::states::OfBuild;
use crate::plan::published::{Content, PublishedFile};
use crate::report::recorder::Note;

/// Hands the files to the sink, all but images; gives back what was found.
pub fn publish<'p>(
    states: OfBuild,
    published: impl IntoIterator<Item = &'p PublishedFile>,
    sink: &dyn Sink,
) -> Vec<Diagnostic> {
    let OfBuild { renderer, files } = states;
    let assets = &renderer.assets;
    let mut findings = Vec::new();
    let names = assets.paths();
    for file in published {
        let (bytes, reads): (_, Vec<Note>) = match &file.content {
            Content::Bytes(bytes) => {
                let name = names.get(&*file.path);
                let reads = name.into_iter().flat_map(|name| assets.made_of(name)).map(Note::Asset).collect();
                (Ok(bytes.to_vec()), reads)
            }
            Content::Copy(_) if sink.has(&file.path, &states).is_some() => continue,
            Content::Copy(from) => (files.bytes(from), vec![Note::File(from.clone())]),
            Content::Image(_) => continue,
        };
        let reads = renderer.report.reads(reads);
        match bytes {
            Ok(bytes) => sink.put(OutputFile { path: file.path.clone(), bytes, reads }),
            Err(finding) => findings.push(*finding),
        }
    }
    findings
}

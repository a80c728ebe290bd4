//! What a preview keeps when a build fails.

use std::sync::Arc;

use super::*;

fn preview(run: impl Fn() -> anyhow::Result<Run> + Send + Sync + 'static) -> Preview {
    Preview::new(PathBuf::from("nowhere"), run, |_, _| {})
}

#[test]
fn a_build_that_fails_inside_says_so_in_the_page() {
    let preview = preview(|| panic!("index out of bounds"));

    let number = preview.build();

    let state = preview.state();
    assert_eq!((number, state.number), (1, 1));
    assert_eq!(state.diagnostics[0].code.name, "internal");
    assert!(
        state.diagnostics[0].message.ends_with("inside Prospectus: index out of bounds"),
        "{:?}",
        state.diagnostics
    );
}

#[test]
fn a_build_that_is_not_possible_says_so_and_keeps_the_pages() {
    let preview = preview(|| anyhow::bail!("there is no folder nowhere"));
    let files = Arc::new(Published::from([("index.html".to_owned(), Bytes::from_static(b"old"))]));
    *preview.state.write().expect("no other thread") = Arc::new(State { files: files.clone(), ..State::default() });

    preview.build();

    let state = preview.state();
    assert_eq!(state.diagnostics[0].message, "cannot be built: there is no folder nowhere");
    assert_eq!(state.files, files);
}

#[test]
fn a_file_that_did_not_change_is_kept_once() {
    let old = Bytes::from_static(b"a film");
    let memory = Memory {
        old: Arc::new([("film".to_owned(), old.clone())].into()),
        new: Mutex::default(),
        images: Mutex::default(),
    };

    for (path, bytes) in [("film", b"a film".to_vec()), ("other", b"new".to_vec())] {
        memory.put(OutputFile { path: path.to_owned(), bytes, reads: Default::default() });
    }

    let new = memory.new.into_inner().expect("no other thread");
    assert_eq!(new["film"].as_ptr(), old.as_ptr());
    assert_eq!(&*new["other"], b"new");
}

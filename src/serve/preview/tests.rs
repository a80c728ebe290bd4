//! What a preview keeps when a build fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;
use crate::parse::Files;

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
    let memory = Memory { old: Arc::new([("film".to_owned(), old.clone())].into()), ..Memory::default() };

    for (path, bytes) in [("film", b"a film".to_vec()), ("other", b"new".to_vec())] {
        memory.put(OutputFile { path: path.to_owned(), bytes, reads: Default::default() });
    }

    let new = memory.new.into_inner().expect("no other thread");
    assert_eq!(new["film"].as_ptr(), old.as_ptr());
    assert_eq!(&*new["other"], b"new");
}

/// A part that counts how often it is made.
struct Counted(AtomicU32);

impl Part for Counted {
    fn may_have(&self, path: &str) -> bool {
        path.starts_with("search/")
    }

    fn make(&self, _: &dyn Files, sink: &dyn Sink) {
        self.0.fetch_add(1, Ordering::Relaxed);
        sink.put(OutputFile { path: "search/a".to_owned(), bytes: b"a".to_vec(), reads: Default::default() });
    }
}

#[test]
fn a_part_is_made_once_and_only_when_one_of_its_files_is_asked_for() {
    let (memory, part) = (Memory::default(), Arc::new(Counted(AtomicU32::new(0))));
    let kept: Arc<dyn Part> = part.clone();
    assert!(memory.keeps(&kept));
    let later = Later { parts: Mutex::new(memory.later.into_inner().expect("no other thread")), ..Later::default() };
    let state = State { later: Arc::new(later), ..State::default() };

    assert_eq!((state.file("index.html"), part.0.load(Ordering::Relaxed)), (None, 0));
    for _ in 0..2 {
        assert_eq!(state.file("search/a").as_deref(), Some(&b"a"[..]));
        assert_eq!(state.file("search/b"), None);
    }
    assert_eq!(part.0.load(Ordering::Relaxed), 1);
}

/// The preview of a site with pictures after its first build, and the order of one of their versions.
fn preview_of_images() -> (Preview, Order) {
    let site = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sites/images");
    let preview = Preview::new(site, || Ok(Run::on(jiff::civil::date(2026, 10, 1))), |_, _| {});
    preview.build();
    let state = preview.state();
    let order = state.images.values().find(|order| order.version.path.ends_with("-480.webp")).expect("there is one");
    (preview, order.clone())
}

#[test]
fn an_image_is_encoded_when_somebody_asks_for_it_and_once_in_a_session() {
    let (preview, order) = preview_of_images();
    let state = preview.state();

    let first = preview.image(&order).expect("it can be read");
    preview.build();
    let again = preview.image(&order).expect("it can be read");

    assert_eq!(first.as_ptr(), again.as_ptr());
    assert!(state.images.keys().all(|path| !state.files.contains_key(&**path)), "nothing is encoded before");
    let mut of_another = order.clone();
    (of_another.sha256, of_another.version.path) = ([0; 32], "files/other.webp".into());
    assert_eq!(preview.image(&of_another), None, "the file is another by now");
}

#[test]
fn an_image_that_could_not_be_read_once_is_encoded_when_it_can() {
    let (preview, order) = preview_of_images();
    // What is read while the file is being written is another one.
    let while_written = Order { sha256: [0; 32], ..order.clone() };

    assert_eq!(preview.image(&while_written), None);
    assert!(preview.image(&order).is_some());
}

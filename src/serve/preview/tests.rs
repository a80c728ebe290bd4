//! What a preview keeps when a build fails, and when it makes what.

use std::sync::atomic::AtomicU32;

use super::*;
use crate::parse;

fn preview(run: impl Fn() -> anyhow::Result<Run> + Send + Sync + 'static) -> Preview {
    Preview::new(PathBuf::from("nowhere"), run, |_, _| {})
}

/// A part of two files that counts how often it is made, and by which paths it is asked for.
#[derive(Default)]
struct Counted {
    made: AtomicU32,
    finds: Option<Diagnostic>,
    at_once: bool,
}

impl Part for Counted {
    fn may_have(&self, path: &str) -> bool {
        ["a.html", "b.html"].contains(&path)
    }

    fn make(&self, _: &dyn parse::Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        self.made.fetch_add(1, Ordering::Relaxed);
        for path in ["a.html", "b.html"] {
            sink.put(OutputFile { path: path.to_owned(), bytes: path.as_bytes().to_vec(), reads: Default::default() });
        }
        self.finds.iter().cloned().collect()
    }

    fn make_for(&self, _: &str, files: &dyn parse::Files, sink: &dyn Sink) -> Option<Vec<Diagnostic>> {
        (!self.at_once).then(|| self.make(files, sink))
    }
}

/// A state with one part.
fn state(part: Counted) -> (Arc<Counted>, State) {
    let part = Arc::new(part);
    let folder = Arc::new(Folder::open(&PathBuf::from("nowhere")).value);
    let parts: Vec<Arc<dyn Part>> = vec![part.clone()];
    let files = Arc::new(Files::new(parts, folder.clone(), Arc::default()));
    (part, State { files, folder: Some(folder), summary: Some(Summary::default()), ..State::default() })
}

#[test]
fn a_build_that_fails_inside_says_so_in_the_page() {
    let preview = preview(|| panic!("index out of bounds"));

    let number = preview.build(&Changed::Anywhere);

    let state = preview.state();
    assert_eq!((number, state.number), (1, 1));
    let found = state.findings.all();
    assert_eq!(found[0].code.name, "internal");
    assert!(found[0].message.ends_with("inside Prospectus: index out of bounds"), "{found:?}");
}

#[test]
fn a_build_that_is_not_possible_says_so_and_keeps_the_pages() {
    let preview = preview(|| anyhow::bail!("there is no folder nowhere"));
    let (_, before) = state(Counted::default());
    *preview.state.write().expect("no other thread") = Arc::new(before);

    preview.build(&Changed::Anywhere);

    let state = preview.state();
    assert_eq!(state.findings.all()[0].message, "cannot be built: there is no folder nowhere");
    assert_eq!(preview.file(&state, "a.html").as_deref(), Some(&b"a.html"[..]));
}

#[test]
fn a_page_is_made_when_it_is_asked_for_and_once() {
    let (preview, (part, state)) = (preview(|| unreachable!()), state(Counted::default()));

    assert_eq!((preview.file(&state, "c.html"), part.made.load(Ordering::Relaxed)), (None, 0));
    for _ in 0..2 {
        assert_eq!(preview.file(&state, "a.html").as_deref(), Some(&b"a.html"[..]));
    }
    assert_eq!(part.made.load(Ordering::Relaxed), 1);
    preview.file(&state, "b.html");
    assert_eq!(part.made.load(Ordering::Relaxed), 2);
}

#[test]
fn what_is_made_at_once_is_made_once() {
    let (preview, (part, state)) = (preview(|| unreachable!()), state(Counted { at_once: true, ..Counted::default() }));

    for path in ["a.html", "b.html"] {
        assert_eq!(preview.file(&state, path).as_deref(), Some(path.as_bytes()));
    }

    assert_eq!(part.made.load(Ordering::Relaxed), 1);
}

#[test]
fn findings_of_a_page_are_told_when_it_is_asked_for_and_it_stays_as_it_was() {
    let preview = preview(|| unreachable!());
    let (_, good) = state(Counted::default());
    let error = Diagnostic::new(&codes::TEMPLATE, Place::file("content/a.md"), "wrong");
    let (_, bad) = state(Counted { finds: Some(error), ..Counted::default() });
    locked(&preview.good).keep("b.html", Bytes::from_static(b"as it was"));

    let of_good = preview.file(&good, "a.html");
    assert!(bad.findings.all().is_empty());
    let of_bad = preview.file(&bad, "b.html");

    assert_eq!(of_good.as_deref(), Some(&b"a.html"[..]));
    assert_eq!(of_bad.as_deref(), Some(&b"as it was"[..]));
    assert_eq!(bad.findings.all().len(), 1);
    assert!(!bad.findings.is_complete());
}

#[test]
fn all_others_are_made_behind_and_given_up_when_another_build_begins() {
    let told = Arc::new(AtomicU32::new(0));
    let counting = told.clone();
    let preview = Preview::new(
        PathBuf::from("nowhere"),
        || unreachable!(),
        move |_, found| {
            counting.fetch_add(found.len() as u32, Ordering::Relaxed);
        },
    );
    let warning = Diagnostic::new(&codes::UNSOURCED, Place::file("content/a.md"), "no source");
    let (part, state) = state(Counted { finds: Some(warning), ..Counted::default() });

    preview.begun.store(1, Ordering::Relaxed);
    assert!(!preview.complete(&state), "another build has begun");
    assert!(!state.findings.is_complete());
    preview.begun.store(0, Ordering::Relaxed);
    assert!(preview.complete(&state));

    assert_eq!(part.made.load(Ordering::Relaxed), 2);
    assert_eq!((state.findings.all().len(), told.load(Ordering::Relaxed)), (1, 1));
}

#[test]
fn an_image_is_encoded_when_somebody_asks_for_it_and_once_in_a_session() {
    let site = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sites/images");
    let preview = Preview::new(site, || Ok(Run::on(jiff::civil::date(2026, 10, 1))), |_, _| {});
    preview.build(&Changed::Anywhere);
    let page = preview.file(&preview.state(), "en/pictures/launch/index.html").expect("it is a page");
    let html = String::from_utf8_lossy(&page).into_owned();
    let path = html.split(['"', ' ']).find(|word| word.ends_with("-480.webp")).expect("it shows one");
    let path = path.trim_start_matches('/');

    assert_eq!(preview.versions.paths(), []);
    let first = preview.file(&preview.state(), path).expect("it can be read");
    preview.build(&Changed::Anywhere);
    let kept = preview.versions.paths();
    let again = preview.file(&preview.state(), path).expect("it can be read");

    assert_eq!((kept, &again), (vec![path.into()], &first));
}

//! Whatever is written: no panic, the same bytes each time, no link into the void.

use proptest::prelude::*;

use crate::links::dangling;
use crate::support::{build_folder, golden_folder, golden_sites, small};

#[test]
fn two_builds_with_any_number_of_threads_are_equal() {
    for folder in golden_sites().map(golden_folder) {
        let with_threads = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| build_folder(&folder))
        };
        let (one, many) = (with_threads(1), with_threads(5));

        assert!(one.files == many.files, "{} differs", folder.display());
        assert_eq!(one.findings(), many.findings());
    }
}

#[test]
fn every_internal_link_of_the_output_resolves() {
    for folder in golden_sites().map(golden_folder) {
        assert_eq!(dangling(&build_folder(&folder).files), Vec::<String>::new(), "{}", folder.display());
    }
}

#[test]
fn a_link_into_the_void_is_found() {
    let mut built = build_folder(&golden_folder("languages"));
    built.files.insert("de/new.html".to_owned(), b"<a href=\"/below/nowhere/\"> <a href=\"#nothing\">".to_vec());

    assert_eq!(dangling(&built.files), ["de/new.html: #nothing", "de/new.html: /below/nowhere/"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_prose_makes_a_build_panic(prose in "([#>*_`~|\\[\\](){}!^@<:/.a-c0-2 -]|\\n){0,160}") {
        let site = small().with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{prose}"));
        site.build();
        site.publish_findings();
    }

    #[test]
    fn no_facts_make_a_build_panic(facts in "((area|level|state|city|photo|events|source|slug|aliases|is|missing|since|a)(: | )|[-\\[\\]{},'\"0-9a-c ]|\\n){0,80}") {
        small().with("content/parks/north/facts.yaml", &facts).build();
    }

    #[test]
    fn no_model_makes_a_build_panic(model in "((label|fields|type|text|list|of|group|sort|roles|title|to|x)(: | )|[-\\[\\]{},' ]|\\n| {2}){0,80}") {
        small().with("content/parks/_collection.yaml", &model).build();
    }
}

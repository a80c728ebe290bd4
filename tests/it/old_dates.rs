//! Old dates: what texts still type after a published fact moved to another date, and what they may go on typing.

use prospectus::diagnostics::Diagnostic;

use crate::support::Site;

const CENTERS: &str = "label: {en: Centers, de: Zentren, fr: Centres}
roles: {title: name, summary: summary}
fields:
  name: {type: text, translated: true, required: true}
  summary: {type: text, translated: true}
  stage: {type: choice, tracked: true, options: {pilot: {en: Pilot, de: Pilot, fr: Pilote}, recognized: {en: Recognized, de: Anerkannt, fr: Reconnu}}}
  opened: {type: date}
  visited: {type: date}
";

/// A center in three languages, with sources of two days, and a report that links to it.
fn site(facts: &str) -> Site {
    let collections = "label: {en: News, de: Neues, fr: Actualités}\nroles: {title: title, date: date}\nfields:\n  title: {type: text, translated: true, required: true}\n  date: {type: date}\n";
    let source = |date: &str| {
        format!(
            "title: Notice of March 25, 2021\nlanguage: en\npublisher: Town\ndate: {date}\nurl: https://t.example/s\n"
        )
    };
    Site::default()
        .with("content/site.yaml", "title: {en: T, de: T, fr: T}\nbase_url: https://t.example\nlanguages: [en, de, fr]\nas_of: 2026-11-01\n")
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten, fr: Pages}\nsegment: {en: '', de: '', fr: ''}\nfields:\n  title: {type: text, translated: true, required: true}\n")
        .with("content/pages/home.yaml", "title: {en: Home, de: Start, fr: Accueil}\nslug: ''\n")
        .with("content/centers/_collection.yaml", CENTERS)
        .with("content/news/_collection.yaml", collections)
        .with("content/centers/yarns/facts.yaml", &format!("source: [repost, notice]\n{facts}"))
        .with("content/centers/yarns/en.md", "---\nname: Yarns\n---\n")
        .with("content/centers/yarns/de.md", "---\nname: Garne\n---\n")
        .with("content/centers/yarns/fr.md", "---\nname: Fils\n---\n")
        .with("content/news/a/facts.yaml", "date: 2021-03-26\n")
        .with("content/news/a/en.md", "---\ntitle: New\n---\n")
        .with("content/news/a/de.md", "---\ntitle: Neu\n---\n")
        .with("content/news/a/fr.md", "---\ntitle: Nouveau\n---\n")
        .with("content/sources/notice.yaml", &source("2021-03-25"))
        .with("content/sources/repost.yaml", &source("2021-03-26"))
}

/// The findings about old dates where facts were published as `was` and are `now`, below texts.
fn findings(was: &str, now: &str, texts: &[(&str, &str)]) -> Vec<Diagnostic> {
    let with_texts =
        |facts: &str| texts.iter().fold(site(facts), |site, (path, text)| site.with(&format!("content/{path}"), text));
    let published = with_texts(was).published();
    assert_eq!(published.build().findings(), [""; 0]);
    let lock = std::str::from_utf8(&published.0["content/published.lock"]).unwrap().to_owned();
    let built = with_texts(now).with("content/published.lock", &lock).build();
    built.diagnostics.into_iter().filter(|finding| finding.code.name == "old-date").collect()
}

/// `path:line:column what is typed`, one for each.
fn found(was: &str, now: &str, texts: &[(&str, &str)]) -> Vec<String> {
    let line = |finding: &Diagnostic| {
        let place = &finding.place;
        let typed = finding.message.split('`').nth(1).unwrap();
        format!("{}:{}:{} {typed}", place.path.trim_start_matches("content/"), place.line, place.column)
    };
    findings(was, now, texts).iter().map(line).collect()
}

fn recognized(since: &str) -> String {
    format!("stage: [{{is: pilot, since: 2018-09}}, {{is: recognized, since: {since}}}]\n")
}

/// What is typed of an old date in the prose of the center.
fn typed(was: &str, language: &str, text: &str) -> Vec<String> {
    let path = format!("centers/yarns/{language}.md");
    let text = format!("---\nname: X\n---\n{text}\n");
    let found = found(&recognized(was), &recognized("2022-05-01"), &[(&path, &text)]);
    found.iter().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect()
}

#[test]
fn the_old_date_of_a_fact_that_moved_is_found_in_every_language() {
    let texts = [
        (
            "centers/yarns/en.md",
            "---\nname: Yarns\nsummary: Recognized on March 25, 2021.\n---\nThe department [recognized it](@sources/repost) on March 25, 2021. The copy is of March 26, 2021.\n",
        ),
        (
            "centers/yarns/de.md",
            "---\nname: Garne\nsummary: Anerkannt am 25. März 2021.\n---\nSeit dem 25.\u{a0}März 2021.\n",
        ),
        (
            "centers/yarns/fr.md",
            "---\nname: Fils\nsummary: Reconnu le 25 mars 2021.\n---\nReconnu\nle 25\nmars 2021.\n",
        ),
    ];

    let findings = findings(&recognized("2021-03-25"), &recognized("2022-05-01"), &texts);
    let found = found(&recognized("2021-03-25"), &recognized("2022-05-01"), &texts);

    assert_eq!(
        found,
        [
            "centers/yarns/de.md:3:23 25. März 2021",
            "centers/yarns/de.md:5:10 25.\u{a0}März 2021",
            "centers/yarns/en.md:3:24 March 25, 2021",
            "centers/yarns/en.md:5:52 March 25, 2021",
            "centers/yarns/fr.md:3:21 25 mars 2021",
            "centers/yarns/fr.md:6:4 25 mars 2021",
        ]
    );
    let message = "`25. März 2021` is typed; the date of `stage` of centers/yarns, recognized, was 2021-03-25, and is 2022-05-01 now";
    assert_eq!(findings[0].message, message);
    let hint = |at: usize| findings[at].hint.as_deref().unwrap().split(';').next().unwrap().replace('\u{a0}', " ");
    assert_eq!([hint(0), hint(2), hint(4)], ["write 1. Mai 2022", "write May 1, 2022", "write 1er mai 2022"]);
}

#[test]
fn each_form_that_a_language_writes_is_found() {
    assert_eq!(typed("2021-03-01", "fr", "Le 1er mars 2021, le 01/03/2021."), ["1er mars 2021", "01/03/2021"]);
    assert_eq!(typed("2021-03-25", "en", "Mar 25, 2021 or 2021-03-25."), ["Mar 25, 2021", "2021-03-25"]);
    assert_eq!(typed("2021-03", "en", "In March 2021."), ["March 2021"]);
    assert_eq!(typed("2021-03", "de", "Im März 2021."), ["März 2021"]);
    assert_eq!(typed("2021-03", "fr", "En mars 2021. Mars 2021 était froid."), ["mars 2021", "Mars 2021"]);
}

#[test]
fn what_is_another_date_is_none() {
    for (was, language, text) in [
        ("2021-03-25", "en", "In 2021, in March 2021, on March 2, 2021, March 25, 2022 and 2021-03-251."),
        ("2021-03-05", "fr", "Le 25 mars 2021, le 15 mars 2021."),
        ("2021-03", "de", "Am 25. März 2021 und am 1.\u{a0}März 2021."),
        ("2021-03", "fr", "Le 1er mars 2021, le 25 mars 2021."),
        ("2021-03", "en", "On March 25, 2021, on 25 March 2021, 2021-03-25."),
        ("2021", "en", "In 2021, on March 25, 2021."),
        ("2021-03-25", "en", "See `2021-03-25`, <https://t.example/2021-03-25>."),
    ] {
        assert_eq!(typed(was, language, text), [""; 0], "{text}");
    }
}

#[test]
fn a_date_that_is_a_value_is_looked_for_too() {
    let text = [("centers/yarns/en.md", "---\nname: Yarns\n---\nOpened on March 25, 2021.\n")];
    let of = |was: &str, now: &str| found(was, now, &text);

    assert_eq!(of("opened: 2021-03-25\n", "opened: 2021-04-01\n"), ["centers/yarns/en.md:4:11 March 25, 2021"]);
    assert_eq!(of("opened: 2021-03-25\n", "opened: 2021-03\n").len(), 1);
    assert_eq!(of("opened: 2021-03-25\n", "opened: 2021-03-25\nvisited: 2022\n").len(), 0);
    let messages = findings("opened: 2021-03-25\n", "opened: {missing: not-available}\n", &text);
    let message = "`March 25, 2021` is typed; `opened` of centers/yarns was 2021-03-25, and is not said any more";
    assert_eq!(messages[0].message, message);
}

#[test]
fn a_date_that_another_fact_of_the_record_has_is_probably_meant() {
    let text = |of: &str| format!("---\nname: Yarns\n---\nIt was recognized {of}.\n");
    let of = |was: &str, words: &str, visited: &str| {
        let text = text(words);
        let facts = |since: &str| format!("{}visited: {visited}\n", recognized(since));
        found(&facts(was), &facts("2022-05-01"), &[("centers/yarns/en.md", &text)]).len()
    };

    assert_eq!(of("2021-03-25", "on March 25, 2021", "2021-03-25"), 0);
    assert_eq!(of("2021-03-25", "on March 25, 2021", "2021-03-26"), 1);
    assert_eq!(of("2021-03-25", "on March 25, 2021", "2021-03"), 1);
    assert_eq!(of("2021-03", "in March 2021", "2021-03-26"), 0);
    assert_eq!(of("2021-03", "in March 2021", "2021-04-26"), 1);
}

#[test]
fn a_date_in_the_words_of_a_link_is_that_of_what_it_leads_to() {
    assert_eq!(typed("2021-03-25", "en", "By the [notice of March 25, 2021](@sources/notice)."), [""; 0]);
    assert_eq!(typed("2021-03-25", "en", "By the [copy of March 25, 2021](@sources/repost).").len(), 1);
    assert_eq!(typed("2021-03-25", "en", "Since March 25, 2021, by a [notice](@sources/notice).").len(), 1);
}

#[test]
fn paragraphs_of_others_that_lead_to_the_record_are_looked_through() {
    let of = |text: &str| {
        let text = format!("---\ntitle: New\n---\n{text}\n");
        found(&recognized("2021-03-25"), &recognized("2022-05-01"), &[("news/a/en.md", &text)])
    };

    let place = "news/a/en.md:4:33 March 25, 2021";
    assert_eq!(of("The [center](@centers/yarns) is, March 25, 2021."), ["news/a/en.md:4:34 March 25, 2021"]);
    assert_eq!(of("It is [](@centers/yarns#stage), March 25, 2021."), [place]);
    assert_eq!(of("The [center](@centers/yarns).\n\nOn March 25, 2021."), [""; 0]);
    assert_eq!(of("On March 25, 2021."), [""; 0]);
    // It may be the day of the notice.
    assert_eq!(of("The [center](@centers/yarns): the [notice](@sources/notice) of March 25, 2021."), [""; 0]);
    assert_eq!(of("The [center](@centers/yarns): the [copy](@sources/repost) of March 25, 2021.").len(), 1);
}

#[test]
fn a_correction_and_its_source_may_say_the_old_date() {
    let correction = "kind: correction\ngrade: minor\ndate: 2026-11-20\nreason: {en: \"We had March 25, 2021\", de: Datum, fr: Date}\nof: centers/yarns\nfield: stage\non: 2021-03-25\nwas: recognized\nnow: {is: recognized, since: 2022-05-01}\n";
    let published = site(&recognized("2021-03-25")).published();
    let now = published
        .with("content/centers/yarns/facts.yaml", &format!("source: [repost, notice]\n{}", recognized("2022-05-01")))
        .with("content/centers/yarns/en.md", "---\nname: Yarns\n---\nSince March 25, 2021.\n")
        .with("content/corrections/stage.yaml", correction);

    let old =
        |site: &Site| site.build().findings().into_iter().filter(|line| line.starts_with("old-")).collect::<Vec<_>>();
    assert_eq!(old(&now), ["old-date content/centers/yarns/en.md:4:7"]);
}

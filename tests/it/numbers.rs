//! Numbers in texts: what `check` finds when one of them changes.

use prospectus::config::Run;

use crate::support::{Site, run, small};

/// A site like the report on Shandong: chains with a fact in a group, centers, a figure, news with a date.
fn report() -> Site {
    Site::default()
        .with("content/site.yaml", "title: {en: R, de: R, fr: R}\nbase_url: https://r.example\nlanguages: [en, de, fr]\n")
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten, fr: Pages}\nsegment: {en: '', de: '', fr: ''}\nfields:\n  title: {type: text, translated: true, required: true}\n")
        .with("content/pages/home.yaml", "title: {en: Home, de: Start, fr: Accueil}\nslug: ''\n")
        .with("content/chains/_collection.yaml", "label: {en: Chains, de: Ketten, fr: Filières}\nroles: {title: name, summary: summary}\nfields:\n  name: {type: text, translated: true, required: true}\n  summary: {type: text, translated: true}\n  key_chain: {type: boolean, tracked: true}\n  numbers:\n    type: list\n    of:\n      type: group\n      fields:\n        what: {type: text, translated: true}\n        value: {type: integer}\n")
        .with("content/chains/appliances/facts.yaml", "key_chain: {is: true, since: 2021}\nnumbers:\n  - {what: {en: Firms in Qingdao, de: Unternehmen in Qingdao, fr: Entreprises de Qingdao}, value: {is: 470, bound: more-than}}\n")
        .with("content/chains/appliances/en.md", "---\nname: Appliances\nsummary: One of the 42 key industrial chains.\n---\nMore than 470 firms belong to it.\n\nIt has four pilot plants and 12 laboratories.\n")
        .with("content/chains/appliances/de.md", "---\nname: Hausgeräte\nsummary: Eine der 42 Schwerpunkt-Industrieketten.\n---\nMehr als 470 Unternehmen gehören dazu.\n\nSie hat vier Pilotanlagen und zwölf Labore.\n")
        .with("content/chains/appliances/fr.md", "---\nname: Électroménager\nsummary: L’une des 42 filières prioritaires.\n---\nPlus de 470 entreprises en relèvent.\n\nElle compte quatre plateformes pilotes et 12 laboratoires.\n")
        .with("content/figures/key-chains.yaml", "label: {en: Key industrial chains, de: Schwerpunkt-Industrieketten, fr: Filières prioritaires}\ncount: chains\nwhere: {key_chain: true}\ncomplete: false\nreported:\n  - {is: 42, since: 2021, source: province}\n")
        .with("content/sources/province.yaml", "title: Report\nlanguage: en\npublisher: Province\ndate: 2021\nurl: https://p.example/r\n")
}

fn check(site: &Site) -> Vec<String> {
    let built = site.build_for(Run { numbers: true, ..run() });
    let line = |d: &prospectus::diagnostics::Diagnostic| {
        let file = d.place.path.trim_start_matches("content/").to_owned();
        format!("{} {file}:{}:{} {}", d.code.name, d.place.line, d.place.column, d.message)
    };
    built.diagnostics.iter().map(line).collect()
}

/// The site with one text exchanged in a file.
fn with(site: &Site, file: &str, old: &str, new: &str) -> Site {
    let path = format!("content/{file}");
    let text = String::from_utf8(site.0[&path].clone()).unwrap();
    assert!(text.contains(old), "{path} has no {old}");
    site.clone().with(&path, &text.replace(old, new))
}

#[test]
fn texts_that_agree_need_nothing() {
    assert_eq!(check(&report()), [""; 0]);
}

#[test]
fn a_number_word_that_changed_in_one_language_is_found() {
    let changed = with(&report(), "chains/appliances/de.md", "vier Pilot", "fünf Pilot");

    let expected = "digits-differ chains/appliances/de.md:7:9 the English text says 4 here, this one `fünf`";
    assert_eq!(check(&changed), [expected]);
    // `build` compares nothing.
    assert_eq!(changed.build().findings(), [""; 0]);
}

#[test]
fn a_fact_that_moved_away_from_its_copies_is_found_at_each_of_them() {
    let changed = with(&report(), "chains/appliances/facts.yaml", "470", "480");

    let says = "`470` is nearly 480, which `numbers` of chains/appliances says";
    let at = |place: &str| format!("near-miss chains/appliances/{place} {says}");
    assert_eq!(check(&changed), [at("de.md:5:10"), at("en.md:5:11"), at("fr.md:5:9")]);
}

#[test]
fn a_figure_that_moved_away_from_summaries_is_found_at_each_of_them() {
    let changed = with(&report(), "figures/key-chains.yaml", "42", "43");

    let says = "`42` is nearly 43, which figures/key-chains says";
    let at = |place: &str| format!("near-miss chains/appliances/{place} {says}");
    assert_eq!(check(&changed), [at("de.md:3:19"), at("en.md:3:21"), at("fr.md:3:20")]);
}

#[test]
fn a_summary_that_changed_in_one_language_is_found_there() {
    let changed = with(&report(), "chains/appliances/fr.md", "des 42", "des 45");

    let found = check(&changed);

    assert_eq!(found[0], "digits-differ chains/appliances/fr.md:3:20 the English text says 42 here, this one `45`");
}

#[test]
fn a_field_that_is_a_map_has_its_finding_at_its_language() {
    let name = "what: {en: Firms in Qingdao, de: Unternehmen in Qingdao, fr: Entreprises de Qingdao}";
    let site = report().with(
        "content/terms/plan.yaml",
        "term: {en: Plan, de: Plan, fr: Plan}\ndefinition:\n  en: It has 12 parts.\n  de: Er hat zwölf Teile.\n  fr: \"Il a 13 parties.\"\n",
    );
    let noted =
        with(&site, "chains/appliances/facts.yaml", name, "what: {en: 5 firms, de: 6 Unternehmen, fr: 5 sociétés}");

    assert_eq!(
        check(&noted),
        [
            "digits-differ chains/appliances/facts.yaml:3:30 the English text says 5 here, this one `6`",
            "digits-differ terms/plan.yaml:5:13 the English text says 12 here, this one `13`",
        ]
    );
}

#[test]
fn a_count_of_listed_records_that_changed_by_one_is_found() {
    let mut site = report();
    for chain in 1..=7 {
        let day = if chain == 7 { "2022-05" } else { "2021-06" };
        let facts =
            format!("name: {{en: C{chain}, de: C{chain}, fr: C{chain}}}\nkey_chain: {{is: true, since: {day}}}\n");
        site = site.with(&format!("content/chains/c{chain}.yaml"), &facts);
    }
    let site = site
        .with("content/news/_collection.yaml", "label: {en: News, de: Aktuelles, fr: Actualités}\nroles: {title: title, date: date}\nfields:\n  title: {type: text, translated: true, required: true}\n  date: {type: date, required: true}\n")
        .with("content/news/a/facts.yaml", "date: 2022-02-28\n")
        .with("content/news/a/en.md", "---\ntitle: News\n---\nOf [](@figures/key-chains), this site lists eight key industrial chains.\n")
        .with("content/news/a/de.md", "---\ntitle: Neues\n---\nVon [](@figures/key-chains) führt diese Website acht Schwerpunkt-Industrieketten auf.\n")
        .with("content/news/a/fr.md", "---\ntitle: Nouvelles\n---\nSur [](@figures/key-chains), ce site recense huit filières prioritaires.\n");

    let found = check(&site);

    let english = "near-miss news/a/en.md:4:45 `eight` is nearly 7, which figures/key-chains says";
    assert!(found.iter().any(|finding| finding == english), "{found:#?}");
    let right = with(&site, "chains/c7.yaml", "2022-05", "2021-06");
    assert_eq!(check(&right), [""; 0]);
}

#[test]
fn a_quote_says_what_it_prints() {
    let site = with(&report(), "chains/appliances/en.md", "It has", "Of the [](@figures/key-chains) it has");
    let typed = with(&site, "chains/appliances/de.md", "Sie hat", "Von den 42 hat sie");
    let wrong = with(&site, "chains/appliances/de.md", "Sie hat", "Von den 36 hat sie");

    // Where German has 42 without the words of the figure no quote is proposed.
    assert_eq!(check(&typed), [""; 0]);
    assert_eq!(check(&wrong), ["digits-differ chains/appliances/de.md:7:9 the English text does not say `36` here"]);
}

#[test]
fn a_typed_number_is_told_what_to_quote() {
    let site = small()
        .with(
            "content/pages/about/en.md",
            "---\ntitle: About\n---\n[The park](@parks/north) has an area of 12.5 hectares.\n",
        )
        .with("content/pages/about/de.md", "---\ntitle: Über uns\n---\nDer Park hat 12,5 Hektar.\n")
        .with(
            "content/parks/_collection.yaml",
            &small_parks().replace("{type: decimal, min: 0}", "{type: decimal, min: 0, label: {en: Area, de: Fläche}}"),
        );

    let built = site.build_for(Run { numbers: true, ..run() });

    let notes: Vec<&str> = built.diagnostics.iter().filter_map(|finding| finding.hint.as_deref()).collect();
    assert_eq!(notes, ["quote it: [](@parks/north#area)"]);
    assert!(built.findings().iter().all(|finding| finding.starts_with("typed-number content/pages/about/en.md:4:")));
}

fn small_parks() -> String {
    String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap()
}

#[test]
fn numbers_of_names_dates_and_orders_are_no_findings() {
    let site = report()
        .with("content/chains/appliances/en.md", "---\nname: Appliances\nsummary: The 14th Five-Year Plan, from May 8 to 10, 2022.\n---\nA member of the Fortune 500, at 399 Qinghe West Road, builds 5G by ISO 9001.\n\nThe third of its kind.\n")
        .with("content/chains/appliances/de.md", "---\nname: Hausgeräte\nsummary: Der 14. Fünfjahresplan, vom 8. bis 10. Mai 2022.\n---\nEin Unternehmen der Fortune 500, Qinghe-Weststraße 399, baut 5G nach ISO 9001.\n\nDas dritte seiner Art.\n")
        .with("content/chains/appliances/fr.md", "---\nname: Électroménager\nsummary: Le 14e plan quinquennal, du 8 au 10 mai 2022.\n---\nUne entreprise du Fortune 500, 399 Qinghe West Road, déploie la 5G selon ISO 9001.\n\nLa troisième du genre.\n");

    assert_eq!(check(&site), [""; 0]);
}

#[test]
fn an_acknowledged_number_is_no_finding() {
    let changed = with(
        &report(),
        "chains/appliances/de.md",
        "vier Pilotanlagen",
        "fünf Pilotanlagen <!-- ok: 5 — so gezählt -->",
    );
    assert_eq!(check(&changed), [""; 0]);

    let below = with(
        &report(),
        "chains/appliances/de.md",
        "vier Pilotanlagen und zwölf Labore.\n",
        "fünf Anlagen und zwölf Labore.\n<!-- ok: 4 -->\n",
    );
    assert_eq!(check(&below), [""; 0]);

    let summary = with(&report(), "chains/appliances/fr.md", "des 42", "des 45");
    let accepted = with(
        &summary,
        "chains/appliances/facts.yaml",
        "key_chain:",
        "accept: [{field: summary, value: 45, because: \"Of 2022.\"}]\nkey_chain:",
    );
    assert_eq!(check(&accepted), [""; 0]);
}

#[test]
fn an_acknowledgement_that_matches_nothing_is_found() {
    let prose = with(&report(), "chains/appliances/de.md", "zwölf Labore.", "zwölf Labore. <!-- ok: 12, 99 -->");
    let at = |column: u32, value: u32| {
        format!("acknowledgement chains/appliances/de.md:7:{column} nothing is to be said of {value} in this paragraph")
    };
    assert_eq!(check(&prose), [at(54, 12), at(58, 99)]);

    let fields = with(
        &report(),
        "chains/appliances/facts.yaml",
        "key_chain:",
        "accept: [{field: summary, value: 42}]\nkey_chain:",
    );
    let found = "acknowledgement chains/appliances/facts.yaml:1:34 nothing is to be said of 42 in `summary`";
    assert_eq!(check(&fields), [found]);

    let malformed = with(&report(), "chains/appliances/en.md", "laboratories.", "laboratories. <!-- ok: twelve -->");
    assert_eq!(check(&malformed), ["acknowledgement chains/appliances/en.md:7:56 `twelve` is no number here"]);
}

#[test]
fn a_malformed_acceptance_is_found_at_its_place() {
    for (accept, expected) in [
        (
            "[{field: sumary, value: 42}]",
            "unknown-key chains/appliances/facts.yaml:1:18 `sumary` is not a field of chains",
        ),
        ("[{field: summary}]", "missing-field chains/appliances/facts.yaml:1:10 `value` is required in `accept`"),
        (
            "[{field: summary, value: '1,100'}]",
            "invalid-value chains/appliances/facts.yaml:1:34 `1,100` is not a number",
        ),
        (
            "[{field: summary, value: 42, reason: x}]",
            "unknown-key chains/appliances/facts.yaml:1:38 `reason` is not a key of accept",
        ),
        (
            "[42]",
            "wrong-type chains/appliances/facts.yaml:1:10 `accept` must be a list of maps, but this is a single value",
        ),
    ] {
        let site =
            with(&report(), "chains/appliances/facts.yaml", "key_chain:", &format!("accept: {accept}\nkey_chain:"));

        let found = check(&site);

        assert!(found.iter().any(|finding| finding == expected), "expected {expected}, found {found:#?}");
    }
}

#[test]
fn what_the_site_does_not_say_yet_is_no_fact_of_a_text() {
    let later = with(
        &report(),
        "chains/appliances/facts.yaml",
        "value: {is: 470, bound: more-than}",
        "value: {is: 480, since: 2027, status: forecast}",
    );

    assert_eq!(check(&later), [""; 0]);
}

#[test]
fn texts_of_a_later_day_are_compared_when_they_are_written() {
    let later = with(
        &report(),
        "chains/appliances/facts.yaml",
        "key_chain: {is: true, since: 2021}",
        "key_chain: [{is: true, since: 2021}, {is: false, since: 2027, status: forecast, note: {en: One of 42, de: Eine von 43, fr: Une de 42}}]",
    );

    let expected = "digits-differ chains/appliances/facts.yaml:1:116 the English text says 42 here, this one `43`";
    assert_eq!(check(&later), [expected]);
}

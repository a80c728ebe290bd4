//! What readers of three languages expect.

use std::sync::Arc;

use super::*;
use crate::config::Run;
use crate::parse::Source;

const FRENCH: &str = "date-day = { $day ->\n  [1] 1er\n *[other] { $day }\n } { $month } { $year }\ncenters = { $count ->\n  [one] { $count } centre\n *[other] { $count } centres\n }\ncompact-billion = { $value } milliards\n";

fn locale(code: &str, text: &str) -> Locale {
    let language = Language::new(code);
    let files = [MessageFile { source: Arc::new(Source::new("x.ftl", text)), own: true }];
    let mut findings = Vec::new();
    let messages = Messages::new(vec![Arc::new(Spoken::new(&language, &files, &mut findings))]);
    assert!(findings.is_empty(), "{findings:?}");
    Locale::new(&language, messages)
}

fn said(locale: &Locale, key: &str, variables: &[(&str, FluentValue)]) -> Option<String> {
    locale.messages.format(locale.messages.position(key)?, variables)
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("is a date")
}

#[test]
fn the_lines_of_a_long_message_are_one_text() {
    let long =
        "lede =\n    Every figure, with its\n    definition of { $day }\n    and its source.\nshort = Two\n  lines.\n";
    let locale = locale("en", long);

    let variables = [("day", "May\nor June".into())];
    assert_eq!(
        said(&locale, "lede", &variables).as_deref(),
        Some("Every figure, with its definition of May\nor June and its source.")
    );
    assert_eq!(said(&locale, "short", &[]).as_deref(), Some("Two lines."));
}

#[test]
fn dates_keep_their_precision_in_every_language() {
    let (en, de, fr) = (locale("en", ""), locale("de", ""), locale("fr", FRENCH));

    assert_eq!(en.date(date("2022-02-28"), DateForm::Long), "February 28, 2022");
    assert_eq!(de.date(date("2022-02-28"), DateForm::Long), "28.\u{a0}Februar 2022");
    assert_eq!(de.date(date("2022-02-28"), DateForm::Short), "28.02.2022");
    assert_eq!(de.date(date("2022-12"), DateForm::Long), "Dezember 2022");
    assert_eq!(fr.date(date("2022-01-01"), DateForm::Long), "1er\u{a0}janvier 2022");
    assert_eq!(fr.date(date("2022"), DateForm::Long), "2022");
}

#[test]
fn numbers_keep_the_digits_that_were_written() {
    let number = |text: &str| Number::parse(text).expect("is a number");

    assert_eq!(locale("de", "").number(&number("1234.50")), "1.234,50");
    assert_eq!(locale("fr", "").number(&number("1234.5")), "1\u{202f}234,5");
    assert_eq!(locale("fr", FRENCH).compact(&number("310000000000"), None), "310 milliards");
}

#[test]
fn rounding_never_moves_a_compact_number_into_the_next_unit() {
    let compact = |code: &str, digits: &str| {
        let text =
            if code == "de" { "compact-million = { $value } Mio.\ncompact-billion = { $value } Mrd.\n" } else { "" };
        locale(code, text).compact(&Number::parse(digits).expect("is a number"), None)
    };

    assert_eq!(compact("en", "950000000"), "950 million");
    assert_eq!(compact("en", "999499999"), "999 million");
    assert_eq!(compact("en", "999999999"), "1,000 million");
    assert_eq!(compact("en", "1000000000"), "1 billion");
    assert_eq!(compact("en", "-999000000"), "-999 million");
    assert_eq!(compact("en", "-999999999"), "-1,000 million");
    assert_eq!(compact("en", "99950000"), "100 million");
    assert_eq!(compact("en", "1234567.8"), "1.23 million");
    assert_eq!(compact("en", "1235000"), "1.24 million");
    assert_eq!(compact("en", "-1235000"), "-1.24 million");
    assert_eq!(compact("en", "1200000"), "1.2 million");
    assert_eq!(compact("en", "999999.9"), "999,999.9");
    assert_eq!(compact("en", "950000"), "950,000");
    assert_eq!(compact("en", "0"), "0");
    assert_eq!(compact("en", "1234567890123456"), "1,230 trillion");
    assert_eq!(compact("de", "999999999"), "1.000 Mio.");
    assert_eq!(compact("de", "1234567890"), "1,23 Mrd.");
}

#[test]
fn a_bound_is_never_rounded_past_itself() {
    let en = locale("en", "");
    let compact = |digits: &str, bound| en.compact(&Number::parse(digits).expect("is a number"), Some(bound));

    assert_eq!(compact("1239999", Bound::MoreThan), "1.23 million");
    assert_eq!(compact("1239999", Bound::AtLeast), "1.23 million");
    assert_eq!(compact("1231111", Bound::LessThan), "1.24 million");
    assert_eq!(compact("1231111", Bound::AtMost), "1.24 million");
    assert_eq!(compact("-1231111", Bound::MoreThan), "-1.24 million");
    assert_eq!(compact("-1239999", Bound::AtMost), "-1.23 million");
    assert_eq!(compact("999999999", Bound::MoreThan), "999 million");
    assert_eq!(compact("999000001", Bound::LessThan), "1,000 million");
    assert_eq!(compact("1239999", Bound::About), "1.24 million");
    assert_eq!(compact("1230000", Bound::MoreThan), "1.23 million");
}

#[test]
fn compact_numbers_have_the_steps_of_the_language() {
    let compact =
        |code: &str, digits: &str| locale(code, "").compact(&Number::parse(digits).expect("is a number"), None);

    assert_eq!(compact("zh", "265000000"), "2.65亿");
    assert_eq!(compact("zh", "99996000"), "10,000万");
    assert_eq!(compact("ja", "12345678"), "1230万");
    assert_eq!(compact("hi", "12345678"), "1.23 करोड़");
    assert_eq!(compact("es", "1500000000"), "1,5 mil millones");
    assert_eq!(compact("ru", "5000000"), "5 миллионов");
    // A step above a thousand is shorter than its digits, wherever it begins; thousands are not.
    assert_eq!((compact("zh", "380000"), compact("zh", "9999")), ("38万".to_owned(), "9,999".to_owned()));
    assert_eq!((compact("ko", "380000"), compact("hi", "380000")), ("38만".to_owned(), "3.8 लाख".to_owned()));
    assert_eq!((compact("en", "380000"), compact("de", "380000")), ("380,000".to_owned(), "380.000".to_owned()));
}

#[test]
fn a_sign_stays_on_the_side_of_its_digits_that_the_language_has_it_on() {
    let signs = |code: &str| {
        let locale = locale(code, "");
        [Ordering::Less, Ordering::Equal, Ordering::Greater].map(|of| locale.sign(of))
    };

    assert_eq!(signs("en"), ["−", "±", "+"]);
    assert_eq!(signs("zh"), ["−", "±", "+"]);
    assert_eq!(signs("ar"), ["\u{200e}−", "\u{200e}±", "\u{200e}+"]);
    assert_eq!(signs("fa"), ["\u{200e}−", "\u{200e}±", "\u{200e}+"]);
}

#[test]
fn years_have_the_digits_of_the_language_and_nothing_else() {
    let year = |code: &str| locale(code, "").digits("2026");

    assert_eq!((year("zh"), year("ar-EG"), year("en")), ("2026".into(), "٢٠٢٦".into(), "2026".into()));
}

#[test]
fn words_are_ordered_as_a_dictionary_of_the_language() {
    let de = locale("de", "");
    let mut words = ["Zibo", "Äpfel", "„Riese“", "Teil 10", "Apfel", "Teil 9"];

    words.sort_by(|a, b| de.compare(a, b));

    assert_eq!(words, ["Apfel", "Äpfel", "„Riese“", "Teil 9", "Teil 10", "Zibo"]);
}

#[test]
fn plurals_follow_the_language() {
    let fr = locale("fr", FRENCH);

    assert_eq!(said(&fr, "centers", &[("count", 0.into())]).as_deref(), Some("0 centre"));
    assert_eq!(said(&fr, "centers", &[("count", 1200.into())]).as_deref(), Some("1\u{202f}200 centres"));
    let years = "years =\n    { $count ->\n        [one] godina\n        [few] godine\n       *[other] godinâ\n    }\n";
    for code in ["sr", "sr-Latn", "sr-ME", "sr-Latn-BA", "cnr"] {
        let serbian = locale(code, years);
        for (count, word) in [(1, "godina"), (2, "godine"), (5, "godinâ"), (21, "godina")] {
            assert_eq!(said(&serbian, "years", &[("count", count.into())]).as_deref(), Some(word), "{code}");
        }
        let forms = ["1", "2", "5", "21"].map(|number| serbian.plural(&Number::parse(number).expect("is one")));
        let one = PluralCategory::One;
        assert_eq!(forms, [one, PluralCategory::Few, PluralCategory::Other, one], "{code}");
    }
    let none = Number::parse("0").expect("is one");
    assert_eq!(locale("pt-BR", "").plural(&none), PluralCategory::One);
    assert_eq!(locale("pt-PT", "").plural(&none), PluralCategory::Other);
}

#[test]
fn missing_unused_and_differing_messages_are_reported() {
    let run = Run::on(jiff::civil::date(2026, 11, 24));
    let text = "title: {en: A, de: B}\nbase_url: https://x.example\nlanguages: [en, de]\n";
    let config = crate::config::read(Arc::new(Source::new("content/site.yaml", text)), &run).value;
    let file = |text: &str| vec![MessageFile { source: Arc::new(Source::new("x.ftl", text)), own: true }];
    let files = [
        ("en".to_owned(), file("hello = Hi { $name }\nold = x\n")),
        ("de".to_owned(), file("hello = Hallo { $nmae }\n")),
    ];
    let template = Source::new("a.html", "{{ t(key=\"hello\", name=1) }} {{ t(key='bye') }}");

    let locales = build(&config, &files.into()).value;
    let findings = usage::check(&config, &locales, &usage::in_template(&template), &[]);

    let about = |code: &str, word: &str| findings.iter().any(|f| f.code.name == code && f.message.contains(word));
    assert!(about("missing-message", "`bye`"));
    assert!(about("unused-message", "`old`"));
    assert!(about("message-variable", "$nmae"));
    assert!(!about("missing-message", "`hello`"));
}

fn site(languages: &str) -> Config {
    let run = Run::on(jiff::civil::date(2026, 11, 24));
    let text = format!("title: A\nbase_url: https://x.example\nlanguages: [{languages}]\n");
    crate::config::read(Arc::new(Source::new("content/site.yaml", text)), &run).value
}

fn file(text: &str) -> Vec<MessageFile> {
    vec![MessageFile { source: Arc::new(Source::new("x.ftl", text)), own: true }]
}

#[test]
fn a_message_that_a_language_lacks_is_said_in_the_source_language_else_in_english() {
    let files = [
        ("en".to_owned(), file("home = Home\nmenu = Menu\ncount = { $n ->\n [one] one\n *[other] { $n } others\n }\n")),
        ("de".to_owned(), file("menu = Menü\ndate-day = { $day }!\n")),
        ("uk".to_owned(), file("home = Додому\n")),
    ];
    let locales = build(&site("de, uk-UA"), &files.into()).value;
    let ukrainian = &locales.iter().nth(1).expect("two languages").messages;

    let said = |key: &str| {
        let at = ukrainian.position(key).expect("some language has it");
        (ukrainian.link(at), ukrainian.format(at, &[("n", 21.into())]).expect("is a message"))
    };
    assert_eq!(said("home"), (0, "Додому".to_owned()));
    assert_eq!(said("menu"), (1, "Menü".to_owned()));
    // The plural is that of the words: 21 is “one” in Ukrainian, and is not in English.
    assert_eq!(said("count"), (2, "21 others".to_owned()));
    assert_eq!(said("alert-note"), (1, "Hinweis".to_owned()));
    // A pattern of another language would be in its order: CLDR has one.
    assert_eq!(ukrainian.own("date-day"), None);
    assert!(locales.iter().nth(1).expect("two").date(date("2024-05-07"), DateForm::Long).starts_with('7'));
}

#[test]
fn what_a_language_lacks_is_one_finding_and_what_none_has_is_one_for_each_message() {
    let files = [("en".to_owned(), file("home = Home\nmenu = Menu\n"))];
    let template = Source::new("a.html", "{{ t(key='home') }} {{ t(key='menu') }} {{ t(key='nowhere') }}");

    let config = site("en, fa, cs");
    let locales = build(&config, &files.into()).value;
    let found = usage::check(&config, &locales, &usage::in_template(&template), &["unit-people".to_owned()]);

    let of = |code: &str| found.iter().filter(|f| f.code.name == code).map(|f| f.message.clone()).collect::<Vec<_>>();
    assert_eq!(of("missing-message").len(), 2, "{found:?}");
    let translated = of("untranslated-messages");
    assert_eq!(translated.len(), 2);
    assert!(translated[0].contains("messages are not translated into فارسی (fa): `alert-caution`, `alert-important`"));
    let place =
        found.iter().find(|f| f.code.name == "untranslated-messages").map(|f| f.place.clone()).expect("there is one");
    assert_eq!((&*place.path, place.line, place.column), ("content/site.yaml", 3, 17));
}
#[test]
fn every_language_writes_every_date() {
    for code in
        crate::config::language_names::tags_known().chain(["pt-PT", "pt-AO", "es-MX", "ar-EG", "sr-Latn", "zh-Hant-HK"])
    {
        let locale = locale(code, "");
        for (written, form) in ["2024-05-07", "2024-05", "2024"]
            .iter()
            .flat_map(|written| [(written, DateForm::Long), (written, DateForm::Short)])
        {
            assert!(!locale.date(date(written), form).contains('{'), "{code} {written}");
        }
    }
    assert_eq!(locale("pt-BR", "").date(date("2024-05"), DateForm::Long), "maio de 2024");
    assert_eq!(locale("pt-PT", "").date(date("2024-05"), DateForm::Long), "maio de 2024");
}

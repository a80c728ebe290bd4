//! Settings at their edges.

use super::*;

fn read_text(text: &str) -> Checked<Config> {
    read(Arc::new(Source::new(SITE_FILE, text)), &Run::on(jiff::civil::date(2026, 11, 24)))
}

#[test]
fn addresses_below_a_path_are_split() {
    let url = BaseUrl::parse("https://host.example/report/").expect("is an address");

    assert_eq!((url.origin.as_str(), url.path.as_str()), ("https://host.example", "/report"));
    assert_eq!(BaseUrl::parse("report.example"), None);
    assert_eq!(BaseUrl::parse("https://host/../x"), None);
}

#[test]
fn everything_missing_is_reported_at_once() {
    let codes: Vec<String> = read_text("theme: x\n").diagnostics.iter().map(|d| d.message.clone()).collect();

    assert_eq!(codes, ["`title` is not set", "`languages` is not set", "`base_url` is not set"]);
}

#[test]
fn hidden_languages_are_left_out_with_their_texts() {
    let text =
        "title: {en: A, de: B, fr: C}\nbase_url: https://x.example\nlanguages: [en, {code: de, hidden: true}, fr]\n";

    let config = read_text(text).value;

    let codes: Vec<&str> = config.languages.iter().map(|l| &*l.code).collect();
    assert_eq!(codes, ["en", "fr"]);
    assert_eq!(config.title.text(config.language("fr").expect("is listed")), "C");
}

#[test]
fn arabic_is_written_from_right_to_left() {
    assert_eq!(Language::new("ar").direction, Direction::RightToLeft);
}

#[test]
fn a_language_is_named_in_itself_as_a_menu_writes_it() {
    let names = [
        ("ar", "العربية"),
        ("fil", "Filipino"),
        ("fr", "Français"),
        ("ka", "ქართული"),
        ("kk", "Қазақ тілі"),
        ("nb", "Norsk bokmål"),
        ("pt-BR", "Português"),
        ("sr", "Српски"),
        ("sr-Latn", "Srpski (latinica)"),
        ("tr", "Türkçe"),
        ("zh", "中文"),
        ("zh-Hans", "简体中文"),
        ("zh-Hant-HK", "繁體中文"),
        ("zu", "isiZulu"),
    ];
    for (code, name) in names {
        assert_eq!(&*Language::new(code).name, name, "{code}");
    }
}

#[test]
fn unknown_settings_are_found_with_a_suggestion() {
    let findings = read_text("titel: x\n").diagnostics;

    assert_eq!(findings[0].hint.as_deref(), Some("did you mean `title`?"));
}

#[test]
fn a_tag_that_nobody_knows_is_told_with_the_language_that_was_meant() {
    let hint = |code: &str| language::known(code).err().map(|(_, hint)| hint);

    for code in [
        "en", "ar-EG", "zh-Hans", "zh-Hant", "sr-Latn", "pt-BR", "ja", "es", "yue", "mai", "nb", "de-CH", "fil", "kok",
        "csb", "cnr", "tl", "iw", "tw",
    ] {
        assert_eq!(hint(code), None, "{code}");
    }
    assert_eq!(hint("deu").as_deref(), Some("write `de` (German)"));
    assert_eq!(hint("cmn").as_deref(), Some("write `zh` (Chinese)"));
    assert_eq!(hint("qa").as_deref(), Some("did you mean `ar` (Arabic)?"));
    assert_eq!(hint("gr").as_deref(), Some("did you mean `el` (Greek)?"));
    assert_eq!(hint("jp").as_deref(), Some("did you mean `ja` (Japanese)?"));
    assert_eq!(hint("german").as_deref(), Some("did you mean `de` (German)?"));
    assert_eq!(hint("Deutsch").as_deref(), Some("did you mean `de` (German)?"));
    assert!(hint("xx").is_some() && hint("deu").is_some() && hint("en_US").is_some());
}

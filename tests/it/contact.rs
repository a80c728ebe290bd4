//! How to reach somebody: numbers to call, mails with a subject, `security.txt`.

use prospectus::config::Run;

use crate::support::{Site, date, run, small};

/// The small site in the theme `report` with settings and a park that has a telephone.
fn site(settings: &str, phone: &str) -> Site {
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let field = "fields:\n  phone: {type: text, schema: telephone, label: {en: Telephone, de: Telefon}}\n";
    small()
        .with(
            "content/site.yaml",
            &format!("title: {{en: Parks, de: Parks}}\nlanguages: [en, de]\nbase_url: https://parks.example\nas_of: 2026-11-24\ntheme: report\n{settings}"),
        )
        .with("content/parks/_collection.yaml", &model.replacen("fields:\n", field, 1))
        .with("content/parks/west.yaml", &format!("name: {{en: West & East Park, de: Grüner 公园}}\nphone: {phone}\n"))
}

/// The value of every `href` that begins so.
fn links(html: &str, start: &str) -> Vec<String> {
    let found = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"));
    found.filter(|href| href.starts_with(start)).collect()
}

#[test]
fn a_number_leads_to_a_call_where_its_country_is_known() {
    let page = |settings: &str, phone: &str| {
        let built = site(settings, phone).build();
        built.text("de/parks/west/index.html").to_owned()
    };

    assert_eq!(links(&page("", "+86 538 852 6778"), "tel:"), ["tel:+865388526778"]);
    assert_eq!(links(&page("calling_code: \"+86\"\n", "0538-8526778"), "tel:"), ["tel:+865388526778"]);
    let unknown = page("", "0538-8526778");
    assert_eq!(links(&unknown, "tel:"), [""; 0]);
    assert!(unknown.contains("<bdi dir=\"ltr\">0538-8526778</bdi>"));
    let publisher = page("contact: {phone: 0531 8260000}\ncalling_code: \"+86\"\n", "missing: {not}");
    assert_eq!(links(&publisher, "tel:"), ["tel:+865318260000"]);
}

#[test]
fn a_wrong_calling_code_is_found_at_its_place() {
    for code in ["86", "\"+0\"", "\"+12345\"", "\"+8a\""] {
        let found = site(&format!("calling_code: {code}\n"), "+86 538 852 6778").build().findings();
        assert!(found.contains(&"settings content/site.yaml:6:15".to_owned()), "{code}: {found:?}");
    }
}

#[test]
fn a_mail_about_a_record_has_its_title_and_address_as_subject() {
    let built = site("contact: {email: büro@parks.example}\n", "+86 538 852 6778").build();

    let mails = |path: &str| links(built.text(path), "mailto:");
    let to = "mailto:b%C3%BCro@parks.example";
    assert_eq!(
        mails("en/parks/west/index.html"),
        [format!("{to}?subject=West%20%26%20East%20Park%2C%20https%3A%2F%2Fparks.example%2Fen%2Fparks%2Fwest%2F")]
    );
    assert_eq!(
        mails("de/parks/west/index.html"),
        [format!(
            "{to}?subject=Gr%C3%BCner%20%E5%85%AC%E5%9B%AD%2C%20https%3A%2F%2Fparks.example%2Fde%2Fparks%2Fwest%2F"
        )]
    );
    for page in ["de/index.html", "en/parks/index.html", "404.html"] {
        assert_eq!(mails(page), [to], "{page}");
    }
}

#[test]
fn security_txt_is_written_as_its_standard_has_it() {
    let security = "security:\n  contact: [sec@parks.example, \"https://parks.example/report\"]\n  expires: 2027-06-30\n  policy: https://parks.example/policy\n  acknowledgments: https://parks.example/thanks\n";

    let built = site(security, "+86 538 852 6778").build_for(on("2026-11-28"));

    assert_eq!(
        built.text(".well-known/security.txt"),
        "Contact: mailto:sec@parks.example\n\
         Contact: https://parks.example/report\n\
         Expires: 2027-06-30T23:59:59Z\n\
         Preferred-Languages: en, de\n\
         Canonical: https://parks.example/.well-known/security.txt\n\
         Acknowledgments: https://parks.example/thanks\n\
         Policy: https://parks.example/policy\n"
    );
    assert_eq!(built.findings(), [""; 0]);
    let chosen = site(&format!("{security}  languages: [zh-Hans, en]\n"), "+86 538 852 6778").build();
    assert!(chosen.text(".well-known/security.txt").contains("\nPreferred-Languages: zh-Hans, en\n"));
}

#[test]
fn without_the_setting_there_is_no_trace_of_security_txt() {
    let built = site("", "+86 538 852 6778").build();

    assert!(!built.files.keys().any(|path| path.contains("well-known")));
    assert!(!built.text("en/index.html").contains("security"));
}

#[test]
fn security_txt_that_is_forgotten_or_for_ever_is_found() {
    let found = |expires: &str| {
        let settings = format!("security: {{contact: [s@parks.example], expires: {expires}}}\n");
        let findings = site(&settings, "+86 538 852 6778").build_for(on("2026-11-28")).findings();
        findings.into_iter().filter(|finding| finding.starts_with("security-txt")).count()
    };

    assert_eq!((found("2026-11-27"), found("2026-11-28"), found("2027-11-28"), found("2027-11-29")), (1, 0, 0, 1));
}

#[test]
fn a_security_txt_that_nobody_could_use_is_found_at_its_place() {
    let found = |written: &str| {
        let findings =
            site(&format!("security: {written}\n"), "+86 538 852 6778").build_for(on("2026-11-28")).findings();
        findings.into_iter().find(|finding| finding.contains("content/site.yaml:6:")).unwrap_or_default()
    };

    assert_eq!(found("{expires: 2027-06-30}"), "settings content/site.yaml:6:11");
    assert_eq!(found("{contact: [s@parks.example]}"), "settings content/site.yaml:6:11");
    assert_eq!(found("{contact: [http://parks.example], expires: 2027-06-30}"), "settings content/site.yaml:6:22");
    assert_eq!(found("{contact: [Li], expires: 2027-06-30}"), "settings content/site.yaml:6:22");
    assert_eq!(found("{contact: [s@parks.example], expires: soon}"), "settings content/site.yaml:6:49");
    assert_eq!(
        found("{contact: [s@parks.example], expires: 2027-06-30, polcy: x}"),
        "unknown-key content/site.yaml:6:61"
    );
}

#[test]
fn a_security_txt_of_the_site_and_the_setting_are_two_at_one_place() {
    let own = |settings: &str| {
        let site = site(settings, "+86 538 852 6778").with("content/static/.well-known/security.txt", "Contact: x\n");
        site.build_for(on("2026-11-28"))
    };

    let clash = own("security: {contact: [s@parks.example], expires: 2027-06-30}\n");
    assert_eq!(clash.findings(), ["address-clash content/static/.well-known/security.txt:0:0"]);
    assert_eq!(own("").text(".well-known/security.txt"), "Contact: x\n");
}

/// A run on a day.
fn on(day: &str) -> Run {
    Run { today: date(day), ..run() }
}

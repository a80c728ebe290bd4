//! How to reach somebody: numbers to call, mails with a subject, `security.txt`.

use crate::support::{Site, run, small};

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

use super::*;

fn reader(code: &str) -> Reader {
    let (decimal, months): (char, &[&str]) = match code {
        "en" => ('.', &["February", "May", "September", "December"]),
        "de" => (',', &["Februar", "Mai", "September", "Dezember"]),
        "fr" => (',', &["février", "mai", "septembre", "décembre"]),
        _ => (',', &[]),
    };
    Reader::new(code, decimal, months.iter().map(|month| (*month).to_owned()))
}

/// What counts something in a text.
fn firm(code: &str, text: &str) -> Vec<String> {
    let read = reader(code).read(text);
    read.into_iter().filter(|typed| typed.is_firm).map(|typed| typed.value).collect()
}

fn all(code: &str, text: &str) -> Vec<String> {
    reader(code).read(text).into_iter().map(|typed| typed.value).collect()
}

#[test]
fn digits_are_read_as_the_language_groups_and_points_them() {
    assert_eq!(firm("en", "1,100 centers, 31.9 percent, 7 of 8"), ["1100", "31.9", "7", "8"]);
    assert_eq!(firm("de", "1.100 Zentren, 31,9 Prozent, 7 von 8"), ["1100", "31.9", "7", "8"]);
    assert_eq!(firm("fr", "1\u{202f}100 centres, 31,9\u{a0}%, 7 sur 8"), ["1100", "31.9", "7", "8"]);
    assert_eq!(firm("de", "1.100.200 und 1\u{a0}100"), ["1100200", "1100"]);
    assert_eq!(firm("de-CH", "1’100 Zentren"), ["1100"]);
    assert_eq!(firm("es", "1.100 centros, 31,9 por ciento, dos"), ["1100", "31.9"]);
}

#[test]
fn digits_and_words_of_a_scale_are_one_number() {
    assert_eq!(firm("en", "820 million yuan and 1.1 billion"), ["820000000", "1100000000"]);
    assert_eq!(firm("de", "820 Millionen Yuan, 1,1 Milliarden, 20 Mio. Yuan"), ["820000000", "1100000000", "20000000"]);
    assert_eq!(firm("fr", "820\u{a0}millions de yuans et 1,1 milliard"), ["820000000", "1100000000"]);
    assert_eq!(firm("en", "eight hundred firms"), firm("de", "achthundert Unternehmen"));
    assert_eq!(firm("en", "four pilot plants"), firm("fr", "quatre plateformes pilotes"));
}

#[test]
fn dates_count_nothing() {
    for (code, text) in [
        ("en", "on May 8, 2022, and 8 May 2022"),
        ("en", "from September 24 to 26, 2024"),
        ("en", "24–26 September, 24 and 25 December"),
        ("en", "the 2020s, 2021–2025, 2021/22, 2022-02-28, at 11:30"),
        ("de", "am 8. Mai 2022 und am 08.05.2022, 8.5.2022"),
        ("de", "vom 24. bis 26.\u{a0}September 2024, im Jahr 2022"),
        ("fr", "le 8\u{a0}mai 2022, du 24 au 26\u{a0}septembre, le 1er décembre"),
    ] {
        assert_eq!(firm(code, text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(firm("en", "In May 40 centers, in 2022 12 more"), ["12"]);
    assert_eq!(firm("en", "2,000 firms"), ["2000"]);
}

#[test]
fn orders_and_parts_of_names_count_nothing() {
    for (code, text) in [
        ("en", "the 14th plan, the third center, a member of the Fortune 500"),
        ("en", "5G, 3D, CO2, A4, Covid-19, ISO 9001, WCAG 2.2 and 1.1.3, No. 12, a five-year plan"),
        ("en", "at 0538-8526778, see the Ten Industries Plan and the Big Four"),
        ("de", "14. Fünfjahresplan, das 17. nationale Zentrum, der vierte Plan, dreistufig"),
        ("de", "5G, ISO 9001, die Großen Vier, Nr. 12, ein 5-Jahres-Plan"),
        ("fr", "le 14e plan, la quatrième ville, 5G, ISO 9001, n° 12, les Quatre"),
    ] {
        assert_eq!(firm(code, text), Vec::<String>::new(), "{text}");
    }
    // They answer all the same: the other language may not see that they are one.
    assert_eq!(all("en", "Fortune 500"), ["500"]);
    assert_eq!(all("en", "the 14th plan"), all("de", "der 14. Plan"));
}

#[test]
fn a_sentence_may_begin_with_a_number_and_end_with_one() {
    assert_eq!(firm("en", "Six centers. Forty more: Ten firms"), ["6", "40", "10"]);
    assert_eq!(firm("de", "Acht Zentren sind es, insgesamt 40."), ["8", "40"]);
    assert_eq!(firm("en", "About 40 centers; Shandong has 22"), ["40", "22"]);
}

#[test]
fn others_are_one_fewer() {
    let of = |code: &str, text: &str| reader(code).read(text).remove(0);

    assert!(of("fr", "cinq autres centres").answers(&of("en", "six centers")));
    assert!(of("fr", "cinq autres centres").answers(&of("en", "five other centers")));
    assert!(!of("fr", "cinq autres centres").answers(&of("en", "six other centers")));
}

#[test]
fn units_tell_shares_and_money_from_counts() {
    let sense = |code: &str, text: &str| reader(code).read(text)[0].sense;

    for (code, text) in [("en", "75%"), ("de", "75 Prozent"), ("fr", "75\u{a0}pour cent")] {
        assert_eq!(sense(code, text), Sense::Percent, "{text}");
    }
    for (code, text) in
        [("en", "20 million yuan"), ("en", "€20"), ("fr", "20 millions d’euros"), ("de", "20 Mio. Yuan")]
    {
        assert_eq!(sense(code, text), Sense::Money, "{text}");
    }
    assert_eq!(sense("en", "20 firms"), Sense::Other);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_a_panic_and_every_number_has_its_place(
        text in "(two|hundred|million|zwei|undzwanzig|quatre|vingt|cent|mille|Mai|half|a|year|[0-9.,:/ \u{a0}’#%€–-]|und|and|et|[a-zé家\n<!>\\[\\]()@*&;]){0,40}"
    ) {
        for code in ["en", "de", "fr", "es"] {
            let blocks = crate::check::numbers::blocks::of_markdown(&text, 0..text.len());
            for block in &blocks.list {
                for typed in reader(code).read(&block.text) {
                    assert!(!block.text[typed.range.clone()].is_empty());
                    assert!(block.in_file(&typed.range).start <= text.len());
                    let _ = crate::check::numbers::nearby::Nearby::of(&block.text, &typed.range);
                }
            }
        }
    }
}

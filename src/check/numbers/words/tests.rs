use super::*;

/// The first number of a text, and whether it counts something.
fn first(tongue: Tongue, text: &str) -> Option<(u64, bool)> {
    let tokens = Tokens::of(text, '.');
    let spelled = (0..tokens.len()).find_map(|at| tongue.read(&tokens, at))?;
    Some((spelled.value, spelled.is_firm))
}

fn all_firm(tongue: Tongue, table: &[(&str, u64)]) {
    for (text, value) in table {
        assert_eq!(first(tongue, text), Some((*value, true)), "{text}");
    }
}

fn all_loose(tongue: Tongue, table: &[(&str, u64)]) {
    for (text, value) in table {
        assert_eq!(first(tongue, text), Some((*value, false)), "{text}");
    }
}

fn none(tongue: Tongue, texts: &[&str]) {
    for text in texts {
        assert_eq!(first(tongue, text), None, "{text}");
    }
}

#[test]
fn every_known_word_is_looked_up() {
    let tables = [
        (
            Tongue::English,
            vec![english::UNITS, english::TEENS, english::TENS, english::LOOSE, &[("a", 0), ("half", 0)]],
        ),
        (Tongue::German, vec![german::SMALL, german::TENS, german::LOOSE, &[("hundert", 0), ("tausend", 0)]]),
        (
            Tongue::French,
            vec![
                french::UNITS,
                french::TEENS,
                french::TENS,
                french::LOOSE,
                french::ORDERS,
                &[("cent", 0), ("mille", 0)],
            ],
        ),
    ];
    for (tongue, lists) in tables {
        for (word, _) in lists.into_iter().flatten() {
            assert!(tongue.may_begin(word), "{word}");
        }
    }
}

#[test]
fn english_numbers_are_read() {
    all_firm(
        Tongue::English,
        &[
            ("two", 2),
            ("Twelve", 12),
            ("nineteen", 19),
            ("twenty", 20),
            ("twenty-two", 22),
            ("twenty two", 22),
            ("ninety-nine", 99),
            ("eight hundred", 800),
            ("a hundred", 100),
            ("one hundred", 100),
            ("one hundred and ten", 110),
            ("two hundred and twenty-two", 222),
            ("a thousand", 1000),
            ("five thousand", 5000),
            ("two thousand five hundred", 2500),
            ("two million", 2_000_000),
            ("a million", 1_000_000),
            ("one billion", 1_000_000_000),
            ("three hundred million", 300_000_000),
            ("two and three", 2),
        ],
    );
    all_loose(Tongue::English, &[("one", 1), ("both", 2), ("third", 3), ("a dozen", 12), ("second", 2)]);
    none(Tongue::English, &["hundreds", "thousands of firms", "millions", "often", "a tent", "the number"]);
}

#[test]
fn german_numbers_are_read() {
    all_firm(
        Tongue::German,
        &[
            ("zwei", 2),
            ("zweier", 2),
            ("zweien", 2),
            ("dreier", 3),
            ("vieren", 4),
            ("fünf", 5),
            ("Acht", 8),
            ("zwölf", 12),
            ("sechzehn", 16),
            ("siebzehn", 17),
            ("zwanzig", 20),
            ("einundzwanzig", 21),
            ("zweiundzwanzig", 22),
            ("dreißig", 30),
            ("sechsundsechzig", 66),
            ("siebenundsiebzig", 77),
            ("hundert", 100),
            ("einhundert", 100),
            ("hundertzehn", 110),
            ("dreihundertfünfzig", 350),
            ("achthundert", 800),
            ("tausend", 1000),
            ("zweitausend", 2000),
            ("zwölftausenddreihundert", 12_300),
            ("eine Million", 1_000_000),
            ("einer Million", 1_000_000),
            ("zwei Millionen", 2_000_000),
            ("drei Milliarden", 3_000_000_000),
            ("zwei Billionen", 2_000_000_000_000),
            ("hundert Millionen", 100_000_000),
        ],
    );
    all_loose(
        Tongue::German,
        &[
            ("ein", 1),
            ("eine", 1),
            ("beide", 2),
            ("beiden", 2),
            ("vierte", 4),
            ("dritten", 3),
            ("siebzehntes", 17),
            ("Fünfjahresplan", 5),
            ("dreistufig", 3),
            ("achten", 8),
            ("mehrere hundert", 100),
        ],
    );
    none(Tongue::German, &["Millionen", "außer Acht", "einige", "Menge", "neu", "von der", "Einheit"]);
}

#[test]
fn french_numbers_are_read() {
    all_firm(
        Tongue::French,
        &[
            ("deux", 2),
            ("douze", 12),
            ("dix-sept", 17),
            ("dix-neuf", 19),
            ("vingt", 20),
            ("vingt et un", 21),
            ("vingt-et-une", 21),
            ("vingt-deux", 22),
            ("soixante", 60),
            ("soixante-dix", 70),
            ("soixante et onze", 71),
            ("soixante-dix-sept", 77),
            ("quatre-vingts", 80),
            ("quatre-vingt-un", 81),
            ("quatre-vingt-dix", 90),
            ("quatre-vingt-dix-sept", 97),
            ("septante-deux", 72),
            ("cent", 100),
            ("cent dix", 110),
            ("deux cents", 200),
            ("deux cent vingt-deux", 222),
            ("mille", 1000),
            ("mille deux cents", 1200),
            ("deux mille", 2000),
            ("cinq cent mille", 500_000),
            ("un million", 1_000_000),
            ("deux millions", 2_000_000),
            ("trois milliards", 3_000_000_000),
        ],
    );
    all_loose(Tongue::French, &[("un", 1), ("une", 1), ("troisième", 3), ("une dizaine", 1), ("dizaine", 10)]);
    none(Tongue::French, &["pour cent", "remis à neuf", "des millions", "centaines"]);
}

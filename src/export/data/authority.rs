//! Names in the authority tables of the Publications Office of the EU, which DCAT-AP asks for.

const TABLES: &str = "http://publications.europa.eu/resource/authority";

/// Codes of languages in the table “language” (ISO 639-3, in capitals), by the first part of their BCP 47 tags: those
/// that a site can be in.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "ARA"),
    ("bg", "BUL"),
    ("ca", "CAT"),
    ("cs", "CES"),
    ("da", "DAN"),
    ("de", "DEU"),
    ("el", "ELL"),
    ("en", "ENG"),
    ("es", "SPA"),
    ("et", "EST"),
    ("eu", "EUS"),
    ("fa", "FAS"),
    ("fi", "FIN"),
    ("fr", "FRA"),
    ("ga", "GLE"),
    ("gl", "GLG"),
    ("he", "HEB"),
    ("hi", "HIN"),
    ("hr", "HRV"),
    ("hu", "HUN"),
    ("id", "IND"),
    ("is", "ISL"),
    ("it", "ITA"),
    ("ja", "JPN"),
    ("ko", "KOR"),
    ("lb", "LTZ"),
    ("lt", "LIT"),
    ("lv", "LAV"),
    ("ms", "MSA"),
    ("mt", "MLT"),
    ("nb", "NOB"),
    ("nl", "NLD"),
    ("nn", "NNO"),
    ("pl", "POL"),
    ("pt", "POR"),
    ("ro", "RON"),
    ("ru", "RUS"),
    ("sk", "SLK"),
    ("sl", "SLV"),
    ("sq", "SQI"),
    ("sr", "SRP"),
    ("sv", "SWE"),
    ("th", "THA"),
    ("tr", "TUR"),
    ("uk", "UKR"),
    ("ur", "URD"),
    ("vi", "VIE"),
    ("zh", "ZHO"),
];

/// A language by its tag; `None` where we know no code.
pub fn language(tag: &str) -> Option<String> {
    let first = tag.split('-').next().unwrap_or(tag);
    let (_, code) = LANGUAGES.iter().find(|(known, _)| *known == first)?;
    Some(format!("{TABLES}/language/{code}"))
}

/// A kind of file by its code, such as `CSV`.
pub fn file_type(code: &str) -> String {
    format!("{TABLES}/file-type/{code}")
}

/// A media type at IANA.
pub fn media_type(name: &str) -> String {
    format!("https://www.iana.org/assignments/media-types/{name}")
}

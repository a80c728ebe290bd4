//! The licence of the site's data, as others name it.
//!
//! By hand: `spdx` knows identifiers, but not the codes of the EU, which are what is asked for here.

/// A licence that is known by several names.
struct Known {
    /// Names that `license:` may have: the SPDX identifier first.
    names: &'static [&'static str],
    title: &'static str,
    url: &'static str,
    /// Its code in the authority table “licence” of the Publications Office of the EU; `None` when it has none there.
    authority: Option<&'static str>,
}

const KNOWN: &[Known] = &[
    Known {
        names: &["CC-BY-4.0", "CC BY 4.0"],
        title: "Creative Commons Attribution 4.0 International",
        url: "https://creativecommons.org/licenses/by/4.0/",
        authority: Some("CC_BY_4_0"),
    },
    Known {
        names: &["CC-BY-SA-4.0", "CC BY-SA 4.0"],
        title: "Creative Commons Attribution Share Alike 4.0 International",
        url: "https://creativecommons.org/licenses/by-sa/4.0/",
        authority: Some("CC_BYSA_4_0"),
    },
    Known {
        names: &["CC0-1.0", "CC0 1.0", "CC0"],
        title: "Creative Commons Zero v1.0 Universal",
        url: "https://creativecommons.org/publicdomain/zero/1.0/",
        authority: Some("CC0"),
    },
    Known {
        names: &["ODbL-1.0"],
        title: "Open Data Commons Open Database License v1.0",
        url: "https://opendatacommons.org/licenses/odbl/1-0/",
        authority: Some("ODC_BL"),
    },
    Known {
        names: &["ODC-By-1.0"],
        title: "Open Data Commons Attribution License v1.0",
        url: "https://opendatacommons.org/licenses/by/1-0/",
        authority: Some("ODC_BY"),
    },
    Known {
        names: &["PDDL-1.0"],
        title: "Open Data Commons Public Domain Dedication & License 1.0",
        url: "https://opendatacommons.org/licenses/pddl/1-0/",
        authority: Some("ODC_PDDL"),
    },
    Known {
        names: &["DL-DE-BY-2.0", "dl-de/by-2-0"],
        title: "Data licence Germany – attribution – version 2.0",
        url: "https://www.govdata.de/dl-de/by-2-0",
        authority: None,
    },
    Known {
        names: &["DL-DE-ZERO-2.0", "dl-de/zero-2-0"],
        title: "Data licence Germany – Zero – version 2.0",
        url: "https://www.govdata.de/dl-de/zero-2-0",
        authority: None,
    },
    Known {
        names: &["etalab-2.0"],
        title: "Etalab Open License 2.0",
        url: "https://github.com/DISIC/politique-de-contribution-open-source/blob/master/LICENSE",
        authority: None,
    },
];

/// What is known of a licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    /// Its name among programs; `None` when only an address is known.
    pub name: Option<String>,
    /// Its name among people.
    pub title: String,
    /// Where it is written; `None` when only a name is known.
    pub url: Option<String>,
    /// Its address in the authority table of the EU; `None` when it is not in it.
    pub authority: Option<String>,
}

/// A licence by its name or its address.
pub fn find(written: &str) -> License {
    let same = |a: &str, b: &str| a.trim_end_matches('/').eq_ignore_ascii_case(b.trim_end_matches('/'));
    let found =
        KNOWN.iter().find(|known| same(known.url, written) || known.names.iter().any(|name| same(name, written)));
    if let Some(known) = found {
        let authority = |code| format!("http://publications.europa.eu/resource/authority/licence/{code}");
        return License {
            name: known.names.first().map(ToString::to_string),
            title: known.title.to_owned(),
            url: Some(known.url.to_owned()),
            authority: known.authority.map(authority),
        };
    }
    let is_address = written.starts_with("https://") || written.starts_with("http://");
    License {
        // A Data Package allows letters, digits and `-._` here.
        name: (!is_address).then(|| written.replace(|c: char| !c.is_ascii_alphanumeric() && !"-._".contains(c), "-")),
        title: written.to_owned(),
        url: is_address.then(|| written.to_owned()),
        authority: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_known_by_name_and_by_address() {
        assert_eq!(find("CC BY 4.0"), find("https://creativecommons.org/licenses/by/4.0"));
        assert_eq!(find("CC-BY-4.0").name.as_deref(), Some("CC-BY-4.0"));
    }

    #[test]
    fn other_licences_keep_what_was_written() {
        assert_eq!(find("Our own terms").url, None);
        assert_eq!(find("https://agency.example/terms").url.as_deref(), Some("https://agency.example/terms"));
    }
}

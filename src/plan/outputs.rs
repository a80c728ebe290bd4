//! The one table of output paths: what is written has its path from here, and two files at one place are found here and
//! nowhere else.

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::plan::paths::{self, Clash, Paths};

/// The list of all files of the output, with what they are.
pub const MANIFEST: &str = "manifest.json";

/// What a file of the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Product {
    /// A page.
    Page,
    /// The manifest, a sitemap, a feed, `robots.txt`.
    Listing,
    /// A data file.
    Data,
    /// The permanent address of a record.
    Permanent,
    /// An old address that leads to a new one.
    Alias,
    /// A static file of the theme.
    Asset,
    /// A static file of the site.
    Static,
    /// A file in the folder of a record.
    Attachment,
}

impl Product {
    /// What to do about a file that would stand where another does.
    fn hint(self) -> &'static str {
        match self {
            Product::Page | Product::Permanent => {
                "give one of them another `slug`, or its collection another `segment`"
            }
            Product::Alias => {
                "another page is at this old address: remove the alias, or give it to the record that is there"
            }
            Product::Listing | Product::Data => "give the other one another address",
            Product::Asset | Product::Static | Product::Attachment => "rename or remove this file",
        }
    }

    /// What to do about a path that no disk keeps.
    fn shorter(self) -> &'static str {
        match self {
            Product::Page | Product::Permanent | Product::Alias => "write a shorter one",
            Product::Listing | Product::Data => "give the collection or the field that it is named by a shorter name",
            Product::Asset | Product::Static | Product::Attachment => "rename this file",
        }
    }

    fn is_page(self) -> bool {
        matches!(self, Product::Page | Product::Permanent | Product::Alias)
    }
}

/// A file that asks for a path.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// The path below the output.
    pub path: &'a str,
    /// What the file is.
    pub product: Product,
    /// What asks for it.
    pub place: Place,
}

/// The paths of all files of the output. Who asks first has a path.
#[derive(Debug, Clone, Default)]
pub struct Outputs {
    paths: Paths,
    /// Folders whose files are not known one by one, with the final slash and what asked for them: their files are those
    /// of who asked.
    folders: Vec<(String, Place)>,
    /// All that was asked for, as a hash, where everybody got it; `None`: somebody did not.
    pub asked: Option<u64>,
}

impl Outputs {
    /// Gives a file its path. `false`: something else is there, or no file can be, which is reported.
    pub fn take(&mut self, wanted: &Wanted, findings: &mut Vec<Diagnostic>) -> bool {
        let Wanted { path, product, place } = wanted;
        if let Some(flaw) = paths::flaw(path) {
            let what = if product.is_page() { "the address " } else { "" };
            let message = format!("{what}`/{path}` {flaw}");
            let finding = Diagnostic::new(&codes::INVALID_ADDRESS, place.clone(), message);
            findings.push(finding.hint(product.shorter()));
            return false;
        }
        if let Some((folder, other)) = self.folder_of(path) {
            let message = format!("`/{path}` would lie in `/{folder}`, which the search has for its own files");
            let finding = Diagnostic::new(&codes::ADDRESS_CLASH, place.clone(), message);
            findings.push(finding.related(other.clone(), "the other one").hint(product.hint()));
            return false;
        }
        match self.paths.take(path, place.clone()) {
            Ok(()) => {
                findings.extend(paths::unfit_for_windows(path).map(|part| not_for_windows(place.clone(), part)));
                true
            }
            Err(clash) => {
                findings.push(finding(wanted, clash));
                false
            }
        }
    }

    /// Gives a folder, with the final slash, to who asks for its first file: nobody else's file is in it.
    pub fn take_folder(&mut self, folder: &str, first: &Wanted, findings: &mut Vec<Diagnostic>) -> bool {
        let taken = self.take(first, findings);
        if taken {
            self.folders.push((folder.to_owned(), first.place.clone()));
        }
        taken
    }

    /// Whether a file of that path is in the output.
    pub fn has(&self, path: &str) -> bool {
        self.paths.has_file(path) || self.is_in_folder(path)
    }

    /// Whether a path lies in a folder whose files are not known one by one.
    pub fn is_in_folder(&self, path: &str) -> bool {
        self.folder_of(path).is_some()
    }

    /// The folder that a file of somebody else would lie in.
    fn folder_of(&self, path: &str) -> Option<&(String, Place)> {
        let is_in = |folder: &str| path.get(..folder.len()).is_some_and(|start| start.eq_ignore_ascii_case(folder));
        self.folders.iter().find(|(folder, _)| is_in(folder))
    }

    /// How many files there are, of a folder the first.
    pub fn count(&self) -> usize {
        self.paths.files()
    }
}

fn finding(wanted: &Wanted, clash: Clash) -> Diagnostic {
    let address = wanted.path.trim_end_matches("index.html");
    let (message, other) = match clash {
        Clash::Same(other) if wanted.product.is_page() => {
            (format!("`/{address}` is the address of something else already"), other)
        }
        Clash::Same(other) => (format!("something else is published at `/{address}`"), other),
        Clash::Folder(other) => {
            (format!("`/{address}` would be a file, but others lie in a folder of that name"), other)
        }
        Clash::InFile(file, other) => (format!("`/{address}` would lie in `/{file}`, which is a file"), other),
    };
    let finding = Diagnostic::new(&codes::ADDRESS_CLASH, wanted.place.clone(), message);
    finding.related(other, "the other one").hint(wanted.product.hint())
}

fn not_for_windows(place: Place, name: &str) -> Diagnostic {
    let message = format!("`{name}` cannot be the name of a file on Windows");
    Diagnostic::new(&codes::WINDOWS_NAME, place, message)
        .hint("choose another name, or leave it if nobody works on Windows")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRODUCTS: [Product; 8] = [
        Product::Page,
        Product::Listing,
        Product::Data,
        Product::Permanent,
        Product::Alias,
        Product::Asset,
        Product::Static,
        Product::Attachment,
    ];

    /// What is found when a second file asks for a path after a first.
    fn clash(first: (Product, &str), second: (Product, &str)) -> Vec<Diagnostic> {
        let (mut outputs, mut findings) = (Outputs::default(), Vec::new());
        let mut take =
            |(product, path), place| outputs.take(&Wanted { path, product, place: Place::file(place) }, &mut findings);
        assert!(take(first, "first") && !take(second, "second"), "{first:?}, {second:?}");
        assert!(outputs.has(first.1) && outputs.count() == 1);
        findings
    }

    #[test]
    fn no_two_files_have_one_path_whatever_they_are() {
        for first in PRODUCTS {
            for second in PRODUCTS {
                for (one, other) in [("a/b.html", "A/b.html"), ("a/b.html", "a"), ("a", "a/b.html")] {
                    let found = clash((first, one), (second, other));

                    let [finding] = &found[..] else { panic!("{found:?}") };
                    assert_eq!((finding.code.name, &*finding.place.path), ("address-clash", "second"));
                    assert_eq!(&*finding.related[0].0.path, "first");
                    assert_eq!(finding.hint.as_deref(), Some(second.hint()));
                }
            }
        }
    }

    #[test]
    fn a_path_that_no_disk_keeps_is_given_to_nobody() {
        for product in PRODUCTS {
            let (mut outputs, mut findings) = (Outputs::default(), Vec::new());
            let path = "x".repeat(256);

            assert!(!outputs.take(&Wanted { path: &path, product, place: Place::file("x") }, &mut findings));

            assert_eq!((findings[0].code.name, outputs.count()), ("invalid-address", 0));
        }
    }
}

//! The code of the program as data: its modules without their tests, and every path that each of them writes.
//!
//! Paths are read from tokens, not from what a parser makes of them: a grouped import, an expression, an attribute and the
//! arguments of a macro are all the same here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One file of the program.
pub struct Module {
    /// The file below `src/` without its ending: `link/order`, `link/mod`.
    pub name: String,
    /// Its path in the crate: `[link, order]`, `[link]`.
    pub path: Vec<String>,
    /// The text of the file, tests included.
    pub text: String,
    /// What is compiled into the program.
    pub tokens: Vec<TokenTree>,
    /// The lines of the file that only tests are made of.
    pub test_lines: BTreeSet<usize>,
}

/// Every file of the program that is not a test, in order of names. Files that only tests use are left out.
pub fn modules() -> Vec<Module> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rust = files(&root).into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    let all = rust.map(|file| Module::read(&root, &file)).collect::<Vec<_>>();
    let mut declared = BTreeSet::from(["lib".to_owned(), "main".to_owned()]);
    for module in &all {
        for child in module.children() {
            let inside = [module.path.as_slice(), &[child]].concat().join("/");
            declared.extend([format!("{inside}/mod"), inside]);
        }
    }
    all.into_iter().filter(|module| declared.contains(&module.name)).collect()
}

/// Every file below a folder.
pub fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        found.extend(if path.is_dir() { files(&path) } else { BTreeSet::from([path]) });
    }
    found
}

impl Module {
    fn read(root: &Path, file: &Path) -> Module {
        let relative = file.strip_prefix(root).unwrap().with_extension("");
        let name = relative.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/");
        Module::of(&name, &fs::read_to_string(file).unwrap())
    }

    /// A module of that name and text.
    pub fn of(name: &str, text: &str) -> Module {
        let path = match name {
            "lib" | "main" => Vec::new(),
            _ => name.trim_end_matches("/mod").split('/').map(str::to_owned).collect(),
        };
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut test_lines = BTreeSet::new();
        let tokens = without_tests(tokens, &mut test_lines);
        Module { name: name.to_owned(), path, text: text.to_owned(), tokens, test_lines }
    }

    /// The modules that this one declares, in its order.
    pub fn children(&self) -> Vec<String> {
        let declares = |pair: &[TokenTree]| match pair {
            [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mod" => Some(name.to_string()),
            _ => None,
        };
        self.tokens.windows(2).filter_map(declares).collect()
    }

    /// Every path that this module writes, from the crate (`crate`, `link`, `order`) or from a library (`std`, `fs`): what a
    /// name stands for is looked up in the imports of the file.
    pub fn paths(&self) -> BTreeSet<Vec<String>> {
        let mut written = Written::default();
        written.read(&self.tokens);
        let children = self.children();
        let full = |path: &Vec<String>| self.full(path.clone(), &written.imports, &children);
        written.paths.iter().map(full).collect()
    }

    fn full(&self, mut path: Vec<String>, imports: &BTreeMap<String, Vec<String>>, children: &[String]) -> Vec<String> {
        for _ in 0..8 {
            let Some(import) = imports.get(&path[0]).filter(|import| import[0] != path[0]) else { break };
            path.splice(..1, import.iter().cloned());
        }
        let above = path.iter().take_while(|part| matches!(part.as_str(), "self" | "super")).count();
        let supers = path[..above].iter().filter(|part| *part == "super").count();
        let is_child = path.len() > 1 && children.contains(&path[0]);
        if above == 0 && !is_child {
            return path;
        }
        let base = &self.path[..self.path.len().saturating_sub(supers)];
        [&["crate".to_owned()], base, &path[above..]].concat()
    }

    /// Names followed by `!`.
    pub fn macros(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        each_group(&self.tokens, &mut |tokens| {
            found.extend(tokens.windows(2).filter_map(|pair| match pair {
                [TokenTree::Ident(name), TokenTree::Punct(mark)] if mark.as_char() == '!' => Some(name.to_string()),
                _ => None,
            }));
        });
        found
    }
}

/// Calls for these tokens and for those of every group in them.
fn each_group(tokens: &[TokenTree], visit: &mut dyn FnMut(&[TokenTree])) {
    visit(tokens);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            each_group(&group.stream().into_iter().collect::<Vec<_>>(), visit);
        }
    }
}

/// The tokens of a file without the items that stand below `#[cfg(test)]` and the attributes of tests; their lines are noted.
fn without_tests(tokens: TokenStream, lines: &mut BTreeSet<usize>) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        let attribute = match (&token, kept.last()) {
            (TokenTree::Group(group), Some(TokenTree::Punct(mark))) if mark.as_char() == '#' => {
                group.stream().to_string()
            }
            _ => String::new(),
        };
        if attribute.starts_with("cfg_attr (test ,") {
            kept.pop();
            lines.extend(token.span().start().line..=token.span().end().line);
            continue;
        }
        if attribute != "cfg (test)" {
            kept.push(token);
            continue;
        }
        kept.pop();
        let end = tokens.find(|token| match token {
            TokenTree::Punct(mark) => mark.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        });
        lines.extend(token.span().start().line..=end.unwrap_or(token).span().end().line);
    }
    kept
}

/// The paths of a file as they are written, and what its imports bring.
#[derive(Default)]
struct Written {
    paths: BTreeSet<Vec<String>>,
    imports: BTreeMap<String, Vec<String>>,
}

impl Written {
    fn read(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(word) if word == "use" => at = self.import(tokens, at + 1, &[]),
                TokenTree::Ident(_) => at = self.path(tokens, at),
                TokenTree::Group(group) => {
                    self.read(&group.stream().into_iter().collect::<Vec<_>>());
                    at += 1;
                }
                TokenTree::Literal(text) => {
                    self.quoted(&text.to_string());
                    at += 1;
                }
                TokenTree::Punct(_) => at += 1,
            }
        }
    }

    /// A path in an expression, a type, a pattern or a macro; gives where it ends.
    fn path(&mut self, tokens: &[TokenTree], mut at: usize) -> usize {
        let mut path = Vec::new();
        while let Some(TokenTree::Ident(word)) = tokens.get(at) {
            path.push(plain(word));
            at += 1;
            if !is_colons(tokens, at) || !matches!(tokens.get(at + 2), Some(TokenTree::Ident(_))) {
                break;
            }
            at += 2;
        }
        self.paths.insert(path);
        at
    }

    /// One tree of an import below a prefix; gives where it ends.
    fn import(&mut self, tokens: &[TokenTree], mut at: usize, prefix: &[String]) -> usize {
        let mut path = prefix.to_vec();
        loop {
            if is_colons(tokens, at) {
                at += 2;
            }
            match tokens.get(at) {
                Some(TokenTree::Ident(word)) if word == "as" => {
                    self.bring(&tokens[at + 1].to_string(), path);
                    return at + 2;
                }
                Some(TokenTree::Ident(word)) if word == "self" && !path.is_empty() => {}
                Some(TokenTree::Ident(word)) => path.push(plain(word)),
                Some(TokenTree::Punct(mark)) if mark.as_char() == '*' => path.push("*".to_owned()),
                Some(TokenTree::Group(group)) => {
                    let inner = group.stream().into_iter().collect::<Vec<_>>();
                    for tree in inner.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',')) {
                        if !tree.is_empty() {
                            self.import(tree, 0, &path);
                        }
                    }
                    return at + 1;
                }
                _ => {
                    let name = path.last().cloned().unwrap_or_default();
                    self.bring(&name, path);
                    return at;
                }
            }
            at += 1;
        }
    }

    /// Notes an import. A `use` that bounds what a type captures brings nothing.
    fn bring(&mut self, name: &str, path: Vec<String>) {
        if path.is_empty() {
            return;
        }
        self.paths.insert(path.clone());
        self.imports.insert(name.to_owned(), path);
    }

    /// A path in a text, as attributes of derives take it.
    fn quoted(&mut self, text: &str) {
        let inner = text.trim_matches('"');
        if inner.contains("::") && inner.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ':')) {
            self.paths.insert(inner.split("::").map(str::to_owned).collect());
        }
    }
}

/// A word without the mark of a raw one.
fn plain(word: &proc_macro2::Ident) -> String {
    word.to_string().trim_start_matches("r#").to_owned()
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    is_colon(tokens.get(at)) && is_colon(tokens.get(at + 1))
}

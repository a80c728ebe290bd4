//! The shape of the code in numbers, and the limits that it keeps: each as it holds today, to be lowered as it falls.
//!
//! `cargo test --test it structure -- --nocapture` prints them. Counted is what is compiled into the program, without unit
//! tests. A line of code holds something that is neither a comment nor documentation; a file has all its lines, a function
//! those from its `fn` to its closing brace; `self` is an argument, and what stands in the arguments of a macro counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};

use crate::code::{Module, modules};

/// The largest share of the code that a room may have, in percent.
const LARGEST_ROOM: f64 = 12.0;
/// How many times a file may give methods to a type of another: a dependency that no import shows.
const FOREIGN_METHODS: usize = 10;
/// How often the program may insist that a value is there.
const EXPECTS: usize = 12;

/// A function with its numbers.
#[derive(Debug)]
struct Function {
    /// Where it stands, for those who want to shorten it.
    name: String,
    lines: usize,
    arguments: usize,
    flags: usize,
}

/// What one file is made of.
#[derive(Default)]
struct Shape {
    name: String,
    room: String,
    lines: usize,
    code: usize,
    documentation: usize,
    comments: usize,
    has_header: bool,
    functions: Vec<Function>,
    public: usize,
    documented: usize,
    unwraps: usize,
    expects: usize,
    indexing: usize,
    casts: usize,
    /// Types that the file declares.
    types: BTreeSet<String>,
    /// Types that the file gives methods to.
    extended: BTreeSet<String>,
}

impl Shape {
    /// Types of other files that this one gives methods to: who calls them depends on this file without naming it.
    fn foreign(&self) -> impl Iterator<Item = &String> {
        self.extended.difference(&self.types)
    }

    fn of(module: &Module) -> Shape {
        let mut lines = Lines::default();
        lines.read(&module.tokens);
        let is_comment = |(at, line): &(usize, &str)| {
            line.trim_start().starts_with("//")
                && !lines.documentation.contains(&(at + 1))
                && !lines.code.contains(&(at + 1))
                && !module.test_lines.contains(&(at + 1))
        };
        let shape = Shape {
            name: module.name.clone(),
            room: module.name.split('/').next().unwrap().to_owned(),
            lines: module.text.lines().count(),
            code: lines.code.len(),
            documentation: lines.documentation.len(),
            comments: module.text.lines().enumerate().filter(is_comment).count(),
            has_header: module.text.starts_with("//!"),
            ..Shape::default()
        };
        let file = syn::parse2(module.tokens.iter().cloned().collect()).unwrap();
        let mut reader = Reader { module, shape };
        reader.visit_file(&file);
        reader.shape
    }
}

/// Which lines of a file hold code, and which documentation.
#[derive(Default)]
struct Lines {
    code: BTreeSet<usize>,
    documentation: BTreeSet<usize>,
}

impl Lines {
    fn read(&mut self, tokens: &[TokenTree]) {
        let mut mark: Option<usize> = None;
        for token in tokens {
            let span = token.span();
            let lines = span.start().line..=span.end().line;
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' || (mark.is_some() && punct.as_char() == '!') => {
                    mark = Some(*lines.start());
                    continue;
                }
                TokenTree::Group(group) if mark.is_some() && is_documentation(group.stream()) => {
                    self.documentation.extend(lines);
                }
                TokenTree::Group(group) => {
                    self.code.extend(mark);
                    self.code.extend([*lines.start(), *lines.end()]);
                    self.read(&group.stream().into_iter().collect::<Vec<_>>());
                }
                _ => {
                    self.code.extend(mark);
                    self.code.extend(lines);
                }
            }
            mark = None;
        }
    }
}

fn is_documentation(attribute: TokenStream) -> bool {
    matches!(attribute.into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc")
}

/// Reads what a file is made of from its syntax.
struct Reader<'m> {
    module: &'m Module,
    shape: Shape,
}

impl Reader<'_> {
    fn function(&mut self, signature: &syn::Signature, end: proc_macro2::Span) {
        let (start, end) = (signature.fn_token.span.start().line, end.end().line);
        let is_flag = |input: &&syn::FnArg| matches!(input, syn::FnArg::Typed(input) if is_bool(&input.ty));
        self.shape.functions.push(Function {
            name: format!("{}.rs:{start} {}", self.module.name, signature.ident),
            lines: end + 1 - start,
            arguments: signature.inputs.len(),
            flags: signature.inputs.iter().filter(is_flag).count(),
        });
    }

    fn item(&mut self, visibility: &syn::Visibility, attributes: &[syn::Attribute]) {
        if matches!(visibility, syn::Visibility::Public(_)) {
            self.shape.public += 1;
            let is_documented = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
            self.shape.documented += usize::from(is_documented);
        }
    }
}

fn is_bool(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.is_ident("bool"))
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.item(&item.vis, &item.attrs);
        self.function(&item.sig, item.block.brace_token.span.close());
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.item(&item.vis, &item.attrs);
        self.function(&item.sig, item.block.brace_token.span.close());
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block.brace_token.span.close());
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if let (None, syn::Type::Path(path)) = (&item.trait_, &*item.self_ty) {
            self.shape.extended.extend(path.path.segments.last().map(|segment| segment.ident.to_string()));
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.shape.types.insert(item.ident.to_string());
        self.item(&item.vis, &item.attrs);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.shape.types.insert(item.ident.to_string());
        self.item(&item.vis, &item.attrs);
        visit::visit_item_enum(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.item(&item.vis, &item.attrs);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.item(&item.vis, &item.attrs);
        visit::visit_item_const(self, item);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if field.ident.is_some() {
            self.item(&field.vis, &field.attrs);
        }
        visit::visit_field(self, field);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.shape.unwraps += usize::from(call.method == "unwrap");
        self.shape.expects += usize::from(call.method == "expect");
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_index(&mut self, expression: &'ast syn::ExprIndex) {
        self.shape.indexing += 1;
        visit::visit_expr_index(self, expression);
    }

    fn visit_expr_cast(&mut self, expression: &'ast syn::ExprCast) {
        self.shape.casts += 1;
        visit::visit_expr_cast(self, expression);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let arguments = Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        for expression in arguments.parse2(call.tokens.clone()).into_iter().flatten() {
            Reader { module: self.module, shape: std::mem::take(&mut self.shape) }
                .into_shape(&expression, &mut self.shape);
        }
    }
}

impl Reader<'_> {
    /// Reads one more expression into a shape.
    fn into_shape(mut self, expression: &syn::Expr, shape: &mut Shape) {
        self.visit_expr(expression);
        *shape = self.shape;
    }
}

/// The numbers of the whole program.
struct House(Vec<Shape>);

impl House {
    fn of(modules: &[Module]) -> House {
        House(modules.iter().map(Shape::of).collect())
    }

    fn sum(&self, number: impl Fn(&Shape) -> usize) -> usize {
        self.0.iter().map(number).sum()
    }

    fn functions(&self) -> impl Iterator<Item = &Function> {
        self.0.iter().flat_map(|shape| &shape.functions)
    }

    /// Functions with more than four arguments.
    fn crowded(&self) -> Vec<&Function> {
        self.functions().filter(|function| function.arguments > 4).collect()
    }

    /// Functions of more than sixty lines.
    fn long(&self) -> Vec<&Function> {
        self.functions().filter(|function| function.lines > 60).collect()
    }

    fn flags(&self) -> usize {
        self.functions().map(|function| function.flags).sum()
    }

    /// The share of each room in the code, in percent.
    fn rooms(&self) -> BTreeMap<&str, f64> {
        let mut rooms = BTreeMap::new();
        let all = self.sum(|shape| shape.code);
        for shape in &self.0 {
            *rooms.entry(shape.room.as_str()).or_default() += percent(shape.code, all);
        }
        rooms
    }

    fn crowded_share(&self) -> f64 {
        percent(self.crowded().len(), self.functions().count())
    }
}

fn percent(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of as f64
}

/// `median / nine in ten / 99 in 100 / largest`.
fn spread(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    let at = |share: f64| numbers[((numbers.len() - 1) as f64 * share).round() as usize];
    format!("{} / {} / {} / {}", at(0.5), at(0.9), at(0.99), at(1.0))
}

impl Display for House {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let (code, files) = (self.sum(|shape| shape.code), self.0.len());
        let (documentation, comments) = (self.sum(|shape| shape.documentation), self.sum(|shape| shape.comments));
        let functions = self.functions().count();
        writeln!(out, "lines of code                 {code} in {files} files")?;
        writeln!(out, "file, median/p90/p99/max      {}", spread(self.0.iter().map(|shape| shape.lines).collect()))?;
        writeln!(out, "function, median/p90/p99/max  {}", spread(self.functions().map(|f| f.lines).collect()))?;
        writeln!(out, "functions over 60 lines       {} of {functions}", self.long().len())?;
        writeln!(
            out,
            "functions over 4 arguments    {:.1} % ({}), most {}",
            self.crowded_share(),
            self.crowded().len(),
            self.functions().map(|function| function.arguments).max().unwrap_or_default()
        )?;
        writeln!(out, "bool parameters               {}", self.flags())?;
        writeln!(out, "unwrap / expect               {} / {}", self.sum(|s| s.unwraps), self.sum(|s| s.expects))?;
        writeln!(out, "indexing / casts              {} / {}", self.sum(|s| s.indexing), self.sum(|s| s.casts))?;
        writeln!(
            out,
            "headers / public documented   {:.0} % / {:.0} %",
            percent(self.sum(|shape| usize::from(shape.has_header)), files),
            percent(self.sum(|shape| shape.documented), self.sum(|shape| shape.public))
        )?;
        let per_line = |lines: usize| percent(lines, code) / 100.0;
        writeln!(out, "docs + comments per line      {:.2} + {:.2}", per_line(documentation), per_line(comments))?;
        writeln!(out, "methods in another file        {}", self.sum(|shape| shape.foreign().count()))?;
        let mut rooms: Vec<_> = self.rooms().into_iter().collect();
        rooms.sort_by(|a, b| b.1.total_cmp(&a.1));
        let rooms: Vec<String> = rooms.iter().map(|(room, share)| format!("{room} {share:.1}")).collect();
        writeln!(out, "rooms, % of the code          {}", rooms.join(", "))?;
        for function in self.long() {
            writeln!(out, "  long: {} ({} lines)", function.name, function.lines)?;
        }
        for shape in &self.0 {
            for name in shape.foreign() {
                writeln!(out, "  methods: {} of {name}", shape.name)?;
            }
        }
        for function in self.functions().filter(|function| function.flags > 0) {
            writeln!(out, "  flag: {}", function.name)?;
        }
        Ok(())
    }
}

#[test]
fn the_structure_of_the_code_stays_within_the_limits_of_the_house() {
    let house = House::of(&modules());
    println!("{house}");

    let (room, share) = house.rooms().into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    assert!(share <= LARGEST_ROOM, "`{room}` has {share:.1} % of the code, more than {LARGEST_ROOM} %");
    assert!(house.crowded().is_empty(), "functions of more than four arguments: {:#?}", house.crowded());
    assert_eq!(house.flags(), 0, "a parameter is a bool:\n{house}");
    assert!(house.long().is_empty(), "functions of more than sixty lines: {:#?}", house.long());
    let foreign = house.sum(|shape| shape.foreign().count());
    assert!(foreign <= FOREIGN_METHODS, "{foreign} files give methods to a type of another:\n{house}");
    assert_eq!(house.sum(|shape| shape.unwraps), 0, "nothing is unwrapped outside of tests");
    let expects = house.sum(|shape| shape.expects);
    assert!(expects <= EXPECTS, "{expects} times `expect`, more than {EXPECTS}");
    assert!(house.0.iter().all(|shape| shape.has_header), "every file says at its head what it is");
}

#[test]
fn the_shape_of_a_file_is_counted_as_it_reads() {
    let text = "//! Header.\n\n/// One.\npub fn one(a: bool, b: u8,\n    c: u8, d: u8, e: u8) -> u8 {\n    // Why.\n\n    \
        format!(\"{}\", x[0] as u8);\n    a.expect(\"b\")\n}\n\n#[cfg(test)]\nmod tests {\n    // No.\n    fn f(a: bool) {}\n}\n\
        pub struct S {\n    #[serde(skip)]\n    pub a: u8,\n}\nimpl S {}\nimpl Clone for T {}\nimpl U {}\n";
    let shape = Shape::of(&Module::of("link/order", text));

    assert_eq!((shape.code, shape.documentation, shape.comments), (12, 2, 1));
    assert_eq!((shape.public, shape.documented, shape.expects), (3, 1, 1));
    assert_eq!((shape.indexing, shape.casts, shape.has_header), (1, 1, true));
    assert_eq!(shape.foreign().collect::<Vec<_>>(), ["U"]);
    let [function] = &shape.functions[..] else { panic!("{:?}", shape.functions) };
    assert_eq!((function.lines, function.arguments, function.flags), (7, 5, 1));
    assert_eq!(function.name, "link/order.rs:4 one");
}

/// The longest line of a template, a style sheet, a message or the settings of a theme, in characters.
const THEME_LINE: usize = 120;

#[test]
fn themes_are_read_by_people() {
    // Scripts are published as they are, so that their lines are not only for the eye.
    let read = ["html", "css", "ftl", "yaml"].map(std::ffi::OsStr::new);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let files = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    let mut long = Vec::new();
    let mut lines = 0;
    for path in files.filter(|path| path.extension().is_some_and(|ending| read.contains(&ending))) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (at, line) in text.lines().enumerate() {
            lines += 1;
            let width = line.chars().count();
            if width > THEME_LINE {
                long.push((width, format!("{}:{}", path.strip_prefix(&folder).unwrap().display(), at + 1)));
            }
        }
    }
    long.sort_by(|a, b| b.cmp(a));

    assert!(lines > 2000, "only {lines} lines of themes were found");
    let worst: Vec<String> =
        long.iter().take(10).map(|(width, place)| format!("{place}: {width} characters")).collect();
    assert!(long.is_empty(), "{} lines are longer than {THEME_LINE}, the worst:\n{}", long.len(), worst.join("\n"));
}

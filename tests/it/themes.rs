//! What theme authors build with: layers, components, options, palette, errors of templates.

use crate::support::{Built, Site, small};

/// A site with a theme of its own on top of the tests' theme, with one page that shows a component.
fn own() -> Site {
    small()
        .with("content/site.yaml", "title: P\nbase_url: https://parks.example\nlanguages: [en, de]\ntheme: own\n")
        .with("themes/own/theme.yaml", "extends: plain\n")
        .with(
            "themes/own/templates/components/Mark.html",
            "{% component Mark(of: string) %}[{{ of }}]{% endcomponent %}",
        )
        .with("themes/own/templates/index.html", "{{ <Mark of={collection.label} /> }}")
}

/// What findings say: message, places with their notes, hint.
fn told(built: &Built) -> Vec<String> {
    let one = |finding: &prospectus::diagnostics::Diagnostic| {
        let at = |place: &prospectus::diagnostics::Place| format!("{}:{}:{}", place.path, place.line, place.column);
        let related = finding.related.iter().map(|(place, words)| format!(" [{words}: {}]", at(place)));
        let hint = finding.hint.as_deref().map(|hint| format!(" ({hint})")).unwrap_or_default();
        format!("{}: {}{}{hint}", at(&finding.place), finding.message, related.collect::<String>())
    };
    built.diagnostics.iter().map(one).collect()
}

#[test]
fn a_file_of_a_component_replaces_that_of_a_weaker_layer_wherever_it_is_called() {
    let site = own()
        .with("content/templates/components/Mark.html", "{% component Mark(of: string) %}<{{ of }}>{% endcomponent %}");

    let (before, after) = (own().build(), site.build());

    assert_eq!((before.text("en/parks/index.html"), told(&after)), ("[Parks]", vec![]));
    assert_eq!(after.text("en/parks/index.html"), "<Parks>");
}

#[test]
fn what_only_the_replaced_file_had_is_gone_with_it() {
    let theirs = "{% component Mark(of: string) %}{{ <Edge of /> }}{% endcomponent %}\
                  {% component Edge(of) %}[{{ of }}]{% endcomponent %}";
    let mine = "{% component Mark(of: string) %}{{ of }}{% endcomponent %}";
    let site = own().with("themes/own/templates/components/Mark.html", theirs);

    let (before, after) = (site.build(), site.with("content/templates/components/Mark.html", mine).build());

    assert_eq!((before.text("en/parks/index.html"), after.text("en/parks/index.html")), ("[Parks]", "Parks"));
}

#[test]
fn a_component_in_two_files_is_found_with_both_places() {
    let mark = "<p>{% component Mark(of) %}{{ of }}{% endcomponent %}";
    let elsewhere = own().with("content/templates/parts/marks.html", mark);
    let same_layer = own().with("themes/own/templates/parts/marks.html", mark);

    let (elsewhere, same_layer) = (elsewhere.build(), same_layer.build());

    assert_eq!(
        told(&elsewhere),
        [
            "content/templates/parts/marks.html:1:17: the component `Mark` is defined by two files [`Mark` is defined here, \
          too: themes/own/templates/components/Mark.html:1:14] (to replace it, put yours into \
          templates/components/Mark.html; else give it another name)"
        ]
    );
    assert_eq!(
        told(&same_layer),
        [
            "themes/own/templates/components/Mark.html:1:14: the component `Mark` is defined by two files [`Mark` is defined \
          here, too: themes/own/templates/parts/marks.html:1:17] (give one of them another name)"
        ]
    );
}

#[test]
fn a_file_named_after_a_component_that_it_does_not_define_is_found() {
    let site = own()
        .with("content/templates/components/Mark.html", "{% component Marc(of: string) %}{{ of }}{% endcomponent %}");

    assert_eq!(
        told(&site.build())[0],
        "content/templates/components/Mark.html:1:1: this file has the name of a component, `Mark`, and does not define it \
         [the file that it replaces: themes/own/templates/components/Mark.html:1:14] (begin it with `{% component \
         Mark(…) %}`)"
    );
}

/// What is found in an index page of the site, with the layers of `own` below it.
fn found_in(template: &str) -> Vec<String> {
    told(&own().with("content/templates/index.html", template).build())
}

#[test]
fn what_a_template_names_and_nothing_is_called_is_found_at_its_place_with_what_was_meant() {
    let cases = [
        (
            "{% extends \"bas.html\" %}",
            "1:13: the template extends `bas.html`, which does not exist (did you mean `base.html`?)",
        ),
        ("<p>{% include \"base.htm\" %}", "1:15: there is no template `base.htm` (did you mean `base.html`?)"),
        (
            "{% extends \"base.html\" %}\n{% block mian %}{% endblock %}",
            "2:10: no template that this one extends has a block `mian` (did you mean `main`?)",
        ),
        ("{{ 1 | capitl }}", "1:8: there is no filter `capitl` (did you mean `capital`?)"),
        ("{% if 1 is nmber %}{% endif %}", "1:12: there is no test `nmber` (did you mean `number`?)"),
        ("{{ recrd(key=\"x\") }}", "1:4: there is no function `recrd` (did you mean `record`?)"),
        ("{{ <Marc of=\"x\" /> }}", "1:4: there is no component `Marc` (did you mean `Mark`?)"),
        ("{{ <Mark off=\"x\" /> }}", "1:10: `Mark` takes no argument `off` (did you mean `of`?)"),
        ("{{ <Mark /> }}", "1:5: `Mark` needs the argument `of` (it takes: of)"),
        ("{{ <Mark of={[1]} /> }}", "1:14: `of` of `Mark` must be of the type string, but this is of the type array"),
        (
            "{% set of = 1 %}{{ <Mark of /> }}",
            "1:20: the argument `of` must be of the type string, but this is of the type integer (while rendering /en/cities/)",
        ),
        (
            "\n{{ asset(path=\"plain.cs\") }}",
            "2:4: the theme has no static file `plain.cs`; did you mean `plain.css`? (while rendering /en/cities/)",
        ),
        (
            "{{ render(record=\"parks/north\", template=\"recor.html\") }}",
            "1:4: there is no template `recor.html` (did you mean `record.html`? (while rendering /en/cities/))",
        ),
    ];
    for (template, expected) in cases {
        let found = found_in(template);

        assert_eq!(
            found.first().map(|one| &**one),
            Some(&*format!("content/templates/index.html:{expected}")),
            "{found:#?}"
        );
    }
}

#[test]
fn what_is_unlike_any_name_brings_all_there_are() {
    let filters = found_in("{{ 1 | shout }}").remove(0);
    let functions = found_in("{{ imgsize(a=1) }}").remove(0);
    let blocks = found_in("{% extends \"base.html\" %}{% block content_of_all %}{% endblock %}").remove(0);

    assert!(filters.contains("(there are: abs, beside, capital, capitalize, date,"), "{filters}");
    assert!(functions.contains("(there are: asset, ") && functions.contains("range,"), "{functions}");
    assert!(blocks.contains("(there are: main)"), "{blocks}");
}

#[test]
fn what_fails_in_a_component_or_an_include_is_found_there_with_the_places_that_called_it() {
    let site = own()
        .with("content/templates/components/Mark.html", "{% component Mark(of) %}\n{{ of.none }}{% endcomponent %}")
        .with("content/templates/part.html", "{% set map = {\"id\": 1} %}\n<p>{{ <Mark of={map} /> }}")
        .with("content/templates/index.html", "\n\n{% include \"part.html\" %}");

    assert_eq!(
        told(&site.build())[0],
        "content/templates/components/Mark.html:2:7: Field `none` is not defined. Available fields: id [called from here: \
         content/templates/part.html:2:7] [called from here: content/templates/index.html:3:12] (while rendering \
         /en/cities/)"
    );
}

#[test]
fn what_fails_in_a_row_that_a_function_renders_is_found_in_the_row() {
    let site = own()
        .with("content/templates/row.html", "\n{{ record.nme }}")
        .with("content/templates/index.html", "<p>{{ render(record=\"parks/north\", template=\"row.html\") }}");

    let found = told(&site.build());
    assert!(
        found[0].starts_with("content/templates/row.html:2:11: Field `nme` is not defined. Available"),
        "{found:?}"
    );
    let end =
        "[called from here: content/templates/index.html:1:7] (did you mean `name`? (while rendering /en/cities/))";
    assert!(found[0].ends_with(end), "{found:?}");
}

#[test]
fn templates_and_components_without_end_are_found_where_they_lead_back() {
    let cases = [
        ("index.html", "\n{% extends \"index.html\" %}", "2:13: the template extends itself: site:index.html"),
        (
            "index.html",
            "<p>{% include \"index.html\" %}",
            "1:16: the template includes itself: site:index.html, site:index.html",
        ),
        (
            "components/Mark.html",
            "{% component Mark(of) %}\n{{ <Mark of /> }}{% endcomponent %}",
            "2:5: components call each other without end (while rendering /en/cities/)",
        ),
    ];
    for (file, template, expected) in cases {
        let found = told(&own().with(&format!("content/templates/{file}"), template).build());

        assert_eq!(found[0], format!("content/templates/{file}:{expected}"));
    }
}

#[test]
fn a_component_that_went_with_a_replaced_file_is_told_of() {
    let theirs = "{% component Mark(of: string) %}{{ of }}{% endcomponent %}{% component Edge(of) %}{% endcomponent %}";
    let site = own()
        .with("themes/own/templates/components/Mark.html", theirs)
        .with("themes/own/templates/index.html", "{{ <Edge of=\"x\" /> }}")
        .with("content/templates/components/Mark.html", "{% component Mark(of) %}{% endcomponent %}");

    assert_eq!(
        told(&site.build()),
        [
            "themes/own/templates/index.html:1:4: there is no component `Edge` (themes/own/templates/components/Mark.html \
          defines it, and content/templates/components/Mark.html has taken its place)"
        ]
    );
}

/// The grounds of the built-in theme `report`.
const PALETTE: &str = "palette:\n  light: {paper: \"#fff\", wash: \"#f2f5f6\", hit: \"#ffe9a8\", mark-0: \"#e4eaed\"}\n  \
                       dark: {paper: \"#11181d\", wash: \"#19232a\", hit: \"#473a0c\", mark-0: \"#24313a\"}\n";

/// The site with options of every type, what it sets, and an index page that shows something.
fn with_options(set: &str, shown: &str) -> Site {
    let settings = "title: «Parks»\nbase_url: https://parks.example/p\nlanguages: [en, de]\ntheme: own\n";
    let options = "extends: base\noptions:\n  brand: {type: color, default: \"#17506a\"}\n  type: {type: choice, options: \
                   [sans, serif], default: sans}\n  sheets: {type: list, of: file}\n";
    let inherited = "extends: plain\noptions:\n  logo: {type: file, default: mark.svg}\n  wide: {type: boolean, default: \
                     false}\n  note: {type: text}\n";
    own()
        .with("content/site.yaml", &format!("{settings}theme_options:\n{set}"))
        .with("themes/own/theme.yaml", &format!("{options}{PALETTE}"))
        .with("themes/base/theme.yaml", inherited)
        .with("themes/base/static/mark.svg", "<svg/>")
        .with("content/static/press kit/site.css", "a{}")
        .with("content/templates/index.html", shown)
}

#[test]
fn options_have_types_and_defaults_and_those_of_parents_are_inherited() {
    let shown = "{% set o = site.options %}{{ o.brand }} {{ o.type }} {{ o.logo }} {{ o.wide }} {{ o.note is none }} {{ \
                 o.sheets is none }}";
    let set = "  brand: \"#6D2748\"\n  type: serif\n  logo: press kit/site.css\n  wide: true\n  note: x\n";
    let sheets = "{% for address in site.options.sheets %}<{{ address }}>{% endfor %}";

    let unset = with_options("  {}\n", shown).build();
    let given = with_options(set, shown).build();
    let lists = with_options("  sheets: [press kit/site.css, mark.svg]\n", sheets).build();
    let single = with_options("  sheets: mark.svg\n", sheets).build();

    let page = "en/parks/index.html";
    assert_eq!(
        (unset.text(page), told(&unset)),
        ("#17506a sans /p/assets/mark.d4dc566691.svg false true true", vec![])
    );
    assert_eq!(given.text(page), "#6d2748 serif /p/press%20kit/site.css true false true");
    assert_eq!(lists.text(page), "</p/press%20kit/site.css></p/assets/mark.d4dc566691.svg>");
    assert_eq!(single.text(page), "</p/assets/mark.d4dc566691.svg>");
}

#[test]
fn an_option_that_is_set_to_something_else_is_found_with_what_it_takes() {
    let cases = [
        (
            "brand: #fff",
            "`brand` must be a colour such as \"#bf2e17\", but this is nothing (put it in quotation marks: \
                         what follows ` #` is a comment)",
        ),
        ("brand: red", "`brand` must be a colour such as \"#bf2e17\", but this is a single value"),
        ("type: serf", "`serf` is not one of what `type` can be (did you mean `serif`?)"),
        ("type: gothic", "`gothic` is not one of what `type` can be (it is one of sans, serif)"),
        (
            "logo: mrak.svg",
            "there is no file `mrak.svg` in content/static/ or among the theme's static files (did you mean \
                            `mark.svg`?)",
        ),
        (
            "sheets: [a/b/c.css]",
            "there is no file `a/b/c.css` in content/static/ or among the theme's static files (put it \
                                 there, as content/static/a/b/c.css)",
        ),
        ("wide: yes", "`wide` must be `true` or `false`, but this is a single value (write `true`)"),
        ("note: [a]", "`note` must be text, but this is a list"),
        ("colour: x", "the theme has no option `colour` (its options: brand, logo, note, sheets, type, wide)"),
    ];
    for (set, expected) in cases {
        let built = with_options(&format!("  {set}\n"), "").build();

        assert!(told(&built)[0].ends_with(expected), "{set}: {:?}", told(&built));
        assert!(told(&built)[0].starts_with("content/site.yaml:6:"), "{:?}", told(&built));
    }
}

#[test]
fn the_palette_and_the_icon_are_made_where_nobody_brings_them() {
    let shown = "{{ asset(path=\"palette.css\") }} {{ asset(path=\"icon.svg\") }}";
    let own_icon = with_options("  logo: mark.svg\n", shown).with("content/static/icon.svg", "<svg>own</svg>");
    let own_palette = own_icon.clone().with("themes/base/static/palette.css", "a { color: red }");
    let without_logo = with_options("  brand: \"#6d2748\"\n", shown)
        .with("themes/base/theme.yaml", "extends: plain\noptions: {note: {type: text}}\n");
    let file = |built: &Built, at: usize| {
        let address = built.text("en/parks/index.html").split(' ').nth(at).unwrap().to_owned();
        built.text(address.strip_prefix("/p/").unwrap()).to_owned()
    };

    let (made, own_icon, own_palette) = (without_logo.build(), own_icon.build(), own_palette.build());

    assert!(file(&made, 0).contains("--brand:#6d2748;--on-brand:#ffffff;"), "{}", file(&made, 0));
    assert!(file(&made, 1).contains("<rect fill=\"#6d2748\"") && file(&made, 1).contains(">P</text>"));
    assert!(file(&own_icon, 0).contains("--brand:#17506a;"));
    assert_eq!(
        (file(&own_icon, 1), file(&own_palette, 0)),
        ("<svg>own</svg>".to_owned(), "a{color: red}\n".to_owned())
    );
}

#[test]
fn a_brand_that_cannot_be_read_is_told_with_the_shades_in_its_place() {
    let pale = with_options("  brand: \"#fc0\"\n", "").build();
    let marks_fit = with_options("  brand: \"#0080c0\"\n", "").build();
    let dark = with_options("  brand: \"#1a1a1a\"\n", "").build();

    let css = pale.files.iter().find(|(path, _)| path.starts_with("assets/palette.")).unwrap().1;
    let css = std::str::from_utf8(css).unwrap();
    let shade = |name: &str| css.split(&format!("--{name}:")).nth(1).unwrap().split(';').next().unwrap();
    assert_eq!(
        told(&pale),
        [format!(
            "content/site.yaml:6:10: `#ffcc00` is too light for links and marks on the grounds of the theme (used instead: \
             {} for links (contrast 4.5 at least), {} for marks (contrast 3 at least); a darker `brand` is kept as it is)",
            shade("link"),
            shade("mark")
        )]
    );
    assert!(told(&marks_fit)[0].contains("is too light for links on the grounds"), "{:?}", told(&marks_fit));
    assert_eq!(told(&dark), Vec::<String>::new());
}

#[test]
fn grounds_of_a_theme_on_which_nothing_can_be_read_are_found() {
    let dull = PALETTE.replace("wash: \"#f2f5f6\"", "wash: \"#555\"");
    let site = own().with("themes/own/theme.yaml", &format!("extends: plain\n{dull}"));

    assert_eq!(
        told(&site.build()),
        [
            "themes/own/theme.yaml:3:32: no shade can be read on this `wash` in the light scheme (make it lighter for the \
          light scheme, darker for the dark one)"
        ]
    );
}

/// The custom properties that a style sheet sets in its first rule of a scheme.
fn properties(css: &str, scheme: &str) -> std::collections::BTreeMap<String, String> {
    let rule = css.split(scheme).nth(1).unwrap().split('}').next().unwrap();
    let pairs = rule.split(';').filter_map(|line| line.rsplit('{').next().unwrap().trim().split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

/// The stylesheet stands without the palette, too (a theme may leave it out): it must not know other grounds.
#[test]
fn the_grounds_of_report_are_those_of_its_stylesheet() {
    let site = small()
        .with("content/site.yaml", "title: P\nbase_url: https://p.example\nlanguages: [en, de]\ntheme: report\n");
    let built = site.build();
    let named = |start: &str| {
        let file = built.files.iter().find(|(path, _)| path.starts_with(start)).expect(start);
        std::str::from_utf8(file.1).unwrap().to_owned()
    };
    let (sheet, palette) = (named("assets/report."), named("assets/palette."));
    let tokens = sheet.split("@layer tokens").nth(1).unwrap();
    let short = |value: &str| value.replace("#ffffff", "#fff");

    for (in_sheet, in_palette) in [(":root", ":root"), ("(prefers-color-scheme: dark)", "(prefers-color-scheme:dark)")]
    {
        let (sheet, palette) = (properties(tokens, in_sheet), properties(&palette, in_palette));
        for name in ["--paper", "--wash", "--hit", "--mark-0"] {
            assert_eq!(
                sheet.get(name).map(|value| short(value)),
                palette.get(name).map(|value| short(value)),
                "{name}"
            );
        }
    }
    let (sheet, palette) = (properties(tokens, ":root"), properties(&palette, ":root"));
    assert_eq!(palette.keys().filter(|name| !sheet.contains_key(*name)).collect::<Vec<_>>(), Vec::<&String>::new());
}

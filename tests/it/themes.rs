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

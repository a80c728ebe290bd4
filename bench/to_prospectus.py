#!/usr/bin/env python3
"""Neutral workload -> Prospectus site (content/, themes/bench/).  to_prospectus.py SRC OUT

Templates and theme.yaml are copied from theme/ beside this file; the theme's words and style sheet are those of
common.py, as in to_hugo.py. Facts go into facts.yaml, translated fields into the front matter of each language.

With --report the site also has what no Hugo site has: a source for every center, the history of its stage, figures that
are counted, grouped, followed through the years and reported, and figures quoted in the news.

With --lists most of the work is lists: the theme is the generator's own, `report`, the centers are listed in pages of 50
with columns, filters and letters, and there are the search and the list from A to Z."""
import argparse, os, re, shutil
from common import *

THEME = os.path.join(os.path.dirname(os.path.abspath(__file__)), "theme")
# message of the locales -> label of common.py; one for each t(key=…) in theme/templates
MESSAGES = {"skip": "skip", "main-nav": "main_nav", "languages": "languages", "breadcrumb": "breadcrumb", "home": "home", "footer": "footer",
            "by-level": "by_level", "by-stage": "by_stage", "count": "count", "newest": "newest", "facts": "facts", "facility": "facility",
            "status": "status", "siblings": "siblings", "previous": "previous", "page": "page", "next": "next", "not-found": "not_found"}


def each(values):
    """A value per language, as a flow map: {en: "…", de: "…", fr: "…"}."""
    return "{%s}" % ", ".join("%s: %s" % (l, q(values[l])) for l in LANGS)


def words(key):
    return each(dict(zip(LANGS, LABELS[key])))


def option_id(value):
    return value.replace("_", "-")


def options(prefix, values):
    return "{%s}" % ", ".join("%s: %s" % (option_id(v), words(prefix + v)) for v in values)


def field(name, type_, label, more=""):
    return "%s: {type: %s, label: %s%s}\n" % (name, type_, words(label), more)


def indented(text, by):
    return "".join(" " * by + line + "\n" for line in text.splitlines())


TEXT = ", translated: true, required: true"
NAME = field("name", "text", "name", TEXT)
SUMMARY = "summary: {type: text, translated: true, label: %s}\n" % each({"en": "Summary", "de": "Zusammenfassung", "fr": "Résumé"})
SEGMENTS = ["upstream", "midstream", "downstream"]
STAGES = ["identified", "cultivating", "reserved"]
# figures of --report: name, definition
FIGURES = {
    "centers": "count: centers\nover: year\n",
    "national": "count: centers\nwhere: {level: national, stage: identified}\n",
    "cultivating": "count: centers\nwhere: {stage: cultivating}\nover: quarter\n",
    "by-city": "count: centers\nby: city\n",
    "by-stage": "count: centers\nby: stage\nover: year\n",
    "by-chain": "count: centers\nby: chains.chain\n",
    "upstream": "count: centers\nwhere: {chains: {segment: upstream}}\n",
    "north": "share: centers\nwhere: {position: {missing: any}}\n",
    "fields-covered": "share: fields\nwhere: {centers: {stage: identified}}\n",
    "city-coverage": "coverage: cities\nby: {centers: stage}\n",
    "chains-reached": "count: chains\nwhere: {centers: {level: national, item: {segment: upstream}}}\n",
    "reported": "count: centers\ncomplete: false\nreported:\n  - {is: 100000, since: 2021-12-31, source: source-0}\n  - {is: 98000, bound: more-than, by: 2024, source: source-1}\n",
}


def model(label, roles, sort, fields, more=""):
    head = "label: %s\n" % words(label)
    # Hugo writes no files of single records.
    head += "record_data: false\n"
    segment = "segment: {%s}\n" % ", ".join("%s: %s" % (l, label) for l in LANGS)
    return "%s%sroles: {%s}\nsort: [%s]\n%sfields:\n%s" % (head, segment, roles, sort, more, indented(fields, 2))


def center_model(report):
    choices = "choices:\n" + indented("facility: %s\nprogress: %s\n" % (
        options("fst_", ["planned", "under_construction", "operational"]), options("bst_", ["planned", "in_progress", "achieved", "delayed"])), 2)
    chain = (field("chain", "reference", "chains", ", to: chains, required: true")
             + "segment: {type: choice, label: %s, options: %s}\n" % (each({"en": "Segment", "de": "Abschnitt", "fr": "Maillon"}), options("segment_", SEGMENTS)))
    facilities = "".join(field(f, "choice", "fac_" + f, ", options: facility") for f in FACILITIES)
    breakthrough = field("title", "text", "breakthrough", TEXT) + field("target", "date", "target") + field("status", "choice", "status", ", options: progress")
    fields = (NAME + SUMMARY + field("level", "choice", "level", ", options: %s" % options("level_", ["national", "provincial"]))
              + field("stage", "choice", "stage", ", options: %s" % options("stage_", STAGES) + (", tracked: true" if report else ""))
              + field("city", "reference", "city", ", to: cities") + field("field", "reference", "field", ", to: fields")
              + field("designated", "date", "designated") + field("position", "location", "position")
              + "chains:\n  type: list\n  label: %s\n  of:\n    type: group\n    fields:\n%s" % (words("chain_roles"), indented(chain, 6))
              + "facilities:\n  type: group\n  label: %s\n  fields:\n%s" % (words("facilities"), indented(facilities, 4))
              + "breakthroughs:\n  type: list\n  label: %s\n  of:\n    type: group\n    fields:\n%s" % (words("breakthroughs"), indented(breakthrough, 6)))
    return model("centers", "title: name, summary: summary", "-designated, name", fields, "per_page: 100000\n" + choices)


LISTS = "per_page: 50\ncolumns: [city, field, level, stage, designated]\nfacets: [level, stage, city, field]\naz: true\n"


def write_models(content, report, lists):
    named = "title: name, summary: summary"
    centers = center_model(report)
    write(content + "centers/_collection.yaml", centers.replace("per_page: 100000\n", LISTS) if lists else centers)
    write(content + "chains/_collection.yaml", model("chains", named, "name", NAME + SUMMARY, "per_page: %d\n" % (50 if lists else 100000)))
    for k in ("cities", "fields"):
        write(content + k + "/_collection.yaml", model(k, "title: name", "name", NAME))
    news = field("title", "text", "name", TEXT) + SUMMARY + field("date", "date", "published", ", required: true")
    write(content + "news/_collection.yaml", model("news", "title: title, summary: summary, date: date", "-date, title", news, "feed: true\nper_page: 20\n"))
    pages = model("home", "title: title, summary: summary", "title", field("title", "text", "name", TEXT) + SUMMARY)
    write(content + "pages/_collection.yaml", re.sub("segment: .*", 'segment: {en: "", de: "", fr: ""}', pages))


def write_site(out, site, lists):
    content, theme = out + "/content/", "theme: report" if lists else "theme: bench\nsearch: false"
    write(content + "site.yaml", "title: %s\nbase_url: %s\nlanguages: [%s]\n%s\nnavigation: [{to: pages/home, label: %s}, centers, chains, cities, fields, news]\n" % (
        each(site["title"]), site["base_url"], ", ".join(LANGS), theme, words("home")))
    write(content + "pages/home.yaml", "slug: %s\ntemplate: home.html\ntitle: %s\nsummary: %s\n" % (each(dict.fromkeys(LANGS, "")), each(site["title"]), words("footer")))


def write_theme(theme):
    shutil.copytree(THEME, theme)
    write(theme + "/static/style.css", CSS)
    for l in LANGS:
        text = labels(l)
        write("%s/locales/%s.ftl" % (theme, l), "".join("%s = %s\n" % (m, text[k]) for m, k in MESSAGES.items()))


def prose(src, kind, id_, lang, front):
    text = body(src, kind, id_, lang, lambda collection, target: "@%s/%s" % (collection, target))
    return "---\n%s---\n\n%s" % ("".join("%s: %s\n" % (k, q(v[lang])) for k, v in front.items()), text)


def stage(x, report):
    """The stage alone, or with what came before it."""
    if not report:
        return x["stage"]
    year = int(x["designated"][:4])
    before = STAGES[(STAGES.index(x["stage"]) + 1) % 3]
    return "\n  - {is: %s, since: %d-%02d}\n  - {is: %s, since: %s}" % (before, year - 1 - year % 3, year % 12 + 1, x["stage"], x["designated"])


def center_facts(x, report):
    o = ["source: %s\n" % source_of(x) if report else "",
         "level: %s\nstage: %s\ncity: %s\nfield: %s\ndesignated: %s\n" % (x["level"], stage(x, report), x["city"], x["field"], x["designated"]),
         "position: {latitude: %s, longitude: %s}\nchains:\n" % (x["lat"], x["lon"])]
    o += ["  - {chain: %s, segment: %s}\n" % (c["id"], c["segment"]) for c in x["chains"]]
    o += ["facilities: {%s}\nbreakthroughs:\n" % ", ".join("%s: %s" % (f, option_id(x["facilities"][f])) for f in FACILITIES)]
    o += ["  - {title: %s, target: %s, status: %s}\n" % (each(b["title"]), b["target"], option_id(b["status"])) for b in x["breakthroughs"]]
    return "".join(o)


def source_of(x):
    return "source-%d" % (sum(map(ord, x["id"])) % SOURCES)


# sources of --report
SOURCES = 200


def write_report(content):
    for n in range(SOURCES):
        write("%ssources/source-%d.yaml" % (content, n), "title: Report no. %d\nlanguage: en\npublisher: Office %d\ndate: %d-%02d-%02d\nurl: https://office.example/%d\n" % (
            n, n % 17, 2015 + n % 10, n % 12 + 1, n % 28 + 1, n))
    for name, definition in FIGURES.items():
        write("%sfigures/%s.yaml" % (content, name), "label: %s\n%s" % (each({l: name.replace("-", " ").capitalize() for l in LANGS}), definition))


def write_records(src, content, w, report):
    for k in ("cities", "fields"):
        for x in w[k]:
            write("%s%s/%s.yaml" % (content, k, x["id"]), "name: %s\n" % each(x["name"]))
    for x in w["centers"]:
        write("%scenters/%s/facts.yaml" % (content, x["id"]), center_facts(x, report))
    for x in w["news"]:
        write("%snews/%s/facts.yaml" % (content, x["id"]), "date: %s\n" % x["date"])
    for k, fields in (("centers", ("name", "summary")), ("chains", ("name", "summary")), ("news", ("title", "summary"))):
        for x in w[k]:
            for l in LANGS:
                text = prose(src, k, x["id"], l, {f: x[f] for f in fields})
                if report and k == "news":
                    text += "\n[](@figures/centers) and [](@figures/national).\n"
                write("%s%s/%s/%s.md" % (content, k, x["id"], l), text)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("src")
    ap.add_argument("out")
    ap.add_argument("--report", action="store_true", help="with figures, sources and histories")
    ap.add_argument("--lists", action="store_true", help="with the theme and the lists that the generator brings")
    a = ap.parse_args()
    w = load(a.src)
    shutil.rmtree(a.out, ignore_errors=True)
    write_models(a.out + "/content/", a.report, a.lists)
    if a.report:
        write_report(a.out + "/content/")
    write_site(a.out, w["site"], a.lists)
    if not a.lists:
        write_theme(a.out + "/themes/bench")
    write_records(a.src, a.out + "/content/", w, a.report)


if __name__ == "__main__":
    main()

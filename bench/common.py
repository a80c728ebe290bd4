"""Shared by the converters: reading the neutral workload, labels, the stylesheet."""
import json, os, re

LANGS = ["en", "de", "fr"]
LANGNAME = {"en": "English", "de": "Deutsch", "fr": "Français"}
LABELS = {
 "home": ("Home", "Startseite", "Accueil"), "centers": ("Centers", "Zentren", "Centres"), "chains": ("Industrial chains", "Industrieketten", "Filières"),
 "cities": ("Cities", "Städte", "Villes"), "fields": ("Fields", "Fachgebiete", "Domaines"), "news": ("News", "Nachrichten", "Actualités"),
 "skip": ("Skip to content", "Zum Inhalt springen", "Aller au contenu"), "breadcrumb": ("Breadcrumb", "Brotkrumen", "Fil d'Ariane"),
 "languages": ("Languages", "Sprachen", "Langues"), "main_nav": ("Main navigation", "Hauptnavigation", "Navigation principale"),
 "facts": ("Facts", "Eckdaten", "Données"), "level": ("Level", "Ebene", "Niveau"), "stage": ("Stage", "Stufe", "Étape"), "city": ("City", "Stadt", "Ville"),
 "field": ("Field", "Fachgebiet", "Domaine"), "designated": ("Designated", "Benannt am", "Désigné le"), "position": ("Position", "Lage", "Position"),
 "chain_roles": ("Roles in chains", "Rollen in Ketten", "Rôles dans les filières"), "facilities": ("Facilities", "Einrichtungen", "Installations"),
 "facility": ("Facility", "Einrichtung", "Installation"), "status": ("Status", "Stand", "État"), "breakthroughs": ("Breakthroughs", "Durchbrüche", "Percées"),
 "breakthrough": ("Breakthrough", "Durchbruch", "Percée"), "target": ("Target date", "Zieldatum", "Échéance"),
 "siblings": ("Other centers in this chain", "Weitere Zentren dieser Kette", "Autres centres de cette filière"), "name": ("Name", "Name", "Nom"),
 "newest": ("Newest news", "Neueste Nachrichten", "Dernières actualités"), "by_level": ("Centers by level", "Zentren nach Ebene", "Centres par niveau"),
 "by_stage": ("Centers by stage", "Zentren nach Stufe", "Centres par étape"), "count": ("Count", "Anzahl", "Nombre"), "previous": ("Previous", "Zurück", "Précédent"),
 "next": ("Next", "Weiter", "Suivant"), "page": ("Page", "Seite", "Page"), "published": ("Published", "Veröffentlicht", "Publié"),
 "not_found": ("Page not found", "Seite nicht gefunden", "Page introuvable"),
 "footer": ("Public report. Figures without warranty.", "Öffentlicher Bericht. Angaben ohne Gewähr.", "Rapport public. Chiffres sans garantie."),
 "level_national": ("national", "national", "national"), "level_provincial": ("provincial", "provinziell", "provincial"),
 "stage_identified": ("identified", "anerkannt", "reconnu"), "stage_cultivating": ("in cultivation", "im Aufbau", "en développement"), "stage_reserved": ("reserved", "vorgemerkt", "réservé"),
 "segment_upstream": ("upstream", "vorgelagert", "amont"), "segment_midstream": ("midstream", "mittel", "intermédiaire"), "segment_downstream": ("downstream", "nachgelagert", "aval"),
 "fac_technology_development": ("Technology development", "Technologieentwicklung", "Développement technologique"),
 "fac_testing_verification": ("Testing and verification", "Prüfung und Nachweis", "Essais et vérification"),
 "fac_pilot_incubation": ("Pilot-scale incubation", "Pilotmaßstab", "Incubation pilote"), "fac_achievement_transformation": ("Achievement transformation", "Ergebnistransfer", "Valorisation"),
 "fst_planned": ("planned", "geplant", "prévu"), "fst_under_construction": ("under construction", "im Bau", "en construction"), "fst_operational": ("operational", "in Betrieb", "opérationnel"),
 "bst_planned": ("planned", "geplant", "prévu"), "bst_in_progress": ("in progress", "in Arbeit", "en cours"), "bst_achieved": ("achieved", "erreicht", "atteint"), "bst_delayed": ("delayed", "verzögert", "retardé"),
}
FACILITIES = ["technology_development", "testing_verification", "pilot_incubation", "achievement_transformation"]
CSS = "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:auto;padding:1rem}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.2rem .5rem;text-align:left}nav ul,nav ol{display:flex;gap:1rem;list-style:none;padding:0}dt{font-weight:bold}.skip{position:absolute;left:-99rem}\n"


def labels(lang):
    i = LANGS.index(lang)
    return {k: v[i] for k, v in LABELS.items()}


def load(src):
    w = {}
    for k in ("site", "cities", "fields", "chains", "centers", "news"):
        with open(os.path.join(src, k + ".jsonl"), encoding="utf-8") as f:
            w[k] = [json.loads(x) for x in f]
    w["site"] = w["site"][0]
    return w


def base(lang):
    return "/" if lang == "en" else "/%s/" % lang


_link = re.compile(r"\]\((chain|center):([a-z0-9]+)\)")


def body(src, kind, id_, lang, address=None):
    """Markdown body, its neutral links (chain:ID, center:ID) replaced by address(collection, id), else by root-relative ones."""
    with open(os.path.join(src, "md", kind, "%s.%s.md" % (id_, lang)), encoding="utf-8") as f:
        t = f.read()
    address = address or (lambda collection, target: "%s%s/%s/" % (base(lang), collection, target))
    return _link.sub(lambda m: "](%s)" % address(m[1] + "s", m[2]), t)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def q(s):
    """quote: valid in JSON, YAML (double-quoted) and TOML (basic string)"""
    return json.dumps(s, ensure_ascii=False)

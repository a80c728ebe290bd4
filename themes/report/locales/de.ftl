## Das Thema report: was seine Vorlagen sagen.

skip-link = Zum Inhalt
menu = Menü
navigation-label = Hauptnavigation
external = führt zu einer anderen Website
language = Sprache
not-translated = nicht übersetzt
breadcrumb-label = Sie sind hier
home = Startseite
notices = Bitte beachten
as-of-notice = Diese Seiten zeigen den Stand vom { $date }. Die Texte sind von heute.
fallback-notice = Diese Seite ist noch nicht übersetzt und wird in der Originalsprache angezeigt ({ $language }).
published-by = Herausgeber
footer-data = Daten
footer-about = Über diese Website
feed = Newsfeed (Atom)
licence = Texte und Daten: { $license }
facts-as-of = Stand der Angaben: { $date }
last-changed = Zuletzt geändert: { $date }
pages = Seiten
page-of = Seite { $number } von { $of }
page-next = Nächste Seite
page-previous = Vorherige Seite
not-found-title = Seite nicht gefunden
not-found-text =
    Unter dieser Adresse gibt es keine Seite.
    Vielleicht ist sie umgezogen, oder die Adresse enthält einen Tippfehler.
languages-title = Sprache wählen
permanent-text = Dies ist die dauerhafte Adresse von:
facts = Angaben
corrections = Berichtigungen
corrected = berichtigt
source = Quelle
sources = Quellen
source-number = Quelle { $number }
source-details = Angaben zur Quelle
source-details-of = Angaben zur Quelle „{ $title }“
states = Belegt: { $facts }
basis = Grundlage für: { $facts }
own-work = eigene Arbeit
no-source = ohne Quellenangabe
date-missing = Datum nicht veröffentlicht
on-this-page = Auf dieser Seite
downloads = Herunterladen
download-record = Dieser Eintrag:
download-collection = Alle Einträge, { $collection }:
download-sheet = für Excel und LibreOffice, { $size }
download-chart = Diagramm als SVG, { $size }
embed = Einbetten
embed-how =
    Diese Zeilen in eine eigene Seite kopieren.
    Sie zeigen die Kennzahl mit ihrem Diagramm in der jeweils hier veröffentlichten Fassung, ohne Skript.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Kennzahlen

value = Wert
date = Datum
change = Veränderung
groups = Aufgliederung
by-group = Aufgliederung: { $group }
history = Verlauf
values-of = Werte: { $title }
reported = laut Quelle
computed = berechnet aus den Einträgen dieser Website
reported-and-listed = Laut Quelle und hier aufgeführt
listed-here = hier aufgeführt
listed = { $listed } von { $reported } hier aufgeführt
gap = Laut Quelle ({ $source }) sind es { $gap } mehr, als die hier aufgeführten Einträge zusammen ergeben.
part-of = { $part } von { $whole }
known = beruht auf { $known } von { $of } Einträgen
known-undated = { $count ->
    [one] { $count } ohne Datum
   *[other] { $count } ohne Datum
 }
running = läuft noch
how-counted = Berechnungsweise
behind = Zugrunde liegende Einträge
show-rest = Weitere anzeigen
show-more = Mehr anzeigen
labelled = { $label }:
other = Weitere

## Quellen, Berichtigungen, Glossar

publishers = Herausgeber
undated = Ohne Datum
repost = Nicht verlinkt: Weiterveröffentlichung durch Dritte.
own-work-text = Dies ist unsere eigene Arbeit, kein Dokument Dritter.
stated = Damit belegte Angaben
stated-record = der Eintrag als Ganzes
stated-nothing = Keine Angabe auf dieser Website ist damit belegt.
what-changed = Was sich geändert hat
corrections-none = Bisher wurde keine Berichtigung veröffentlicht.
editions = Ausgaben
changes-lead =
    Werte, Stufen, Einträge und Berichtigungen, Ausgabe für Ausgabe. Vorn steht das Datum der Ausgabe, in Klammern das
    der Angabe. Was die erste Ausgabe vom { $first } gebracht hat, ist nicht einzeln aufgeführt; auch Texte und
    Quellen sind es nicht.
changes-feed = Änderungen als Feed (Atom)
changes-none = Nichts von dem, was hier aufgeführt wird, hat sich mit dieser Ausgabe geändert.
corrections-all = Alle Berichtigungen
withdrawn = zurückgezogen
touched-figures = Betroffene Kennzahlen
touched-texts = Texte, die den Wert nennen
letters = Buchstaben
term-avoid = Hier nicht verwendet: { $words }

## Kontakt, Daten, Vollständigkeit

contact-address = Anschrift
contact-email = E-Mail
contact-phone = Telefon
contact-website = Website
contact-none = Es sind noch keine Kontaktdaten angegeben.
mistakes = Haben Sie einen Fehler gefunden?
mistakes-text =
    Schreiben Sie uns und nennen Sie die Seite und die Zahl.
    Was veröffentlicht ist und sich als falsch erweist, wird berichtigt;
    die Berichtigung wird auf dieser Website aufgeführt.
collection = Bereich
records = Einträge
data-collections = Alle Einträge
data-figures = Alle Kennzahlen
data-described = Zu den Daten
licence-label = Lizenz
facts-as-of-label = Stand der Angaben
completeness = Was bekannt ist
latest-edition = Änderungen der jüngsten Ausgabe
edition-of = Veröffentlicht am { $date }.
edition-first = Es ist die erste: Alles darin ist neu.
edition-nothing = Sie hat keine Seite geändert.
known-sourced = Mit Quelle
known-unsourced = Ohne Quelle
languages-complete = Sprachen

## Einträge und Listen

common-source = Quelle, sofern keine andere angegeben ist:
record-empty = Weitere Angaben enthält dieser Eintrag nicht.
and-more = { $count } weitere
share = Anteil
total = Insgesamt
siblings = { $label }: weitere unter „{ $name }“
backlinks-by = { $label } ({ $field })
all-of = Alle ansehen: { $label }
all-records = Alle { $count }
where-it-is = Lage
counted-in = Zugehörige Kennzahlen
cite = Zitierhinweis
at-a-glance = Auf einen Blick
tally = { $from }–{ $to } von { $count }
filter = Filter
filter-and-sort = Filtern und sortieren
filter-none = Kein Eintrag entspricht dieser Auswahl.
filter-some = { $shown } von { $count }
name-contains = Name enthält
sort-by = Sortieren nach
sort-given = vorgegebene Reihenfolge
sorted-by = nach { $field }
sort-newest = { $field }, neueste zuerst
sort-largest = { $field }, größte zuerst
sort-az = { $field }, A bis Z
facet-missing = ohne Angabe
clear = Alles zurücksetzen

## Startseite, Nachrichten

headline-figures = In Zahlen
all-figures = Alle Kennzahlen
browse = Übersicht
where = Auf der Karte
news-by-year = Nach Jahren
subscribe = Abonnieren
press = Pressekontakt

## Suche

search = Suchen
search-label = Diese Website durchsuchen
search-hint = Name oder Thema
search-examples = Zum Beispiel
search-results = { $count ->
    [one] { $shown } Treffer für „{ $query }“
   *[other] { $shown } Treffer für „{ $query }“
 }
search-none = Keine Treffer für „{ $query }“
search-most = Alle Wörter zugleich kommen nirgends vor; hier steht, was die meisten enthält.
search-close = Genau so geschrieben kommt es nicht vor; hier steht, was ähnlich geschrieben wird.
search-kinds = Treffer nach Art
search-all = Alle
search-rest = Alle { $count } anzeigen
search-failed = Die Suche konnte nicht geladen werden. Die folgenden Verzeichnisse führen zu allem, was hier steht.
search-script = Die Suche braucht JavaScript. Ohne Skript führen die folgenden Verzeichnisse zu allem, was hier steht.
search-try = Was helfen kann
search-try-words = Ein kürzeres oder allgemeineres Wort oder der Name in der Originalsprache
search-try-names = Alle Namen von A bis Z
search-try-mail = Fragen Sie uns
search-mail-subject = Gesucht: { $query }
az-see = siehe { $name }

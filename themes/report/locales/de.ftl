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
as-of-notice = Diese Seiten zeigen den Stand vom { $date }. Die Texte sind die von heute.
fallback-notice = Diese Seite ist noch nicht übersetzt; sie steht hier in der Originalsprache ({ $language }).
published-by = Herausgeber
footer-data = Daten
footer-about = Über diese Website
feed = Nachrichten als Feed (Atom)
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
    Vielleicht ist sie umgezogen, oder in der Adresse ist ein Tippfehler.
languages-title = Sprache wählen
permanent-text = Dies ist die dauerhafte Adresse von:
facts = Angaben
corrections = Berichtigungen
corrected = berichtigt
source = Quelle
sources = Quellen
source-number = Quelle { $number }
source-details = zur Quelle
source-details-of = Zur Quelle „{ $title }“
states = Belegt: { $facts }
basis = Grundlage von: { $facts }
own-work = eigene Arbeit
no-source = ohne Quelle
date-missing = Datum nicht veröffentlicht
on-this-page = Auf dieser Seite
downloads = Herunterladen
download = { $title }, { $format }
photo-credit = Foto: { $credit }

## Kennzahlen

value = Wert
date = Datum
change = Veränderung
groups = Nach Gruppen
by-group = Nach { $group }
history = Verlauf
values-of = Werte: { $title }
reported = gemeldet
computed = berechnet aus den Einträgen dieser Website
reported-and-listed = Gemeldet und hier verzeichnet
listed-here = hier verzeichnet
listed = { $listed } von { $reported } hier verzeichnet
gap = { $source } nennt { $gap } mehr, als die hier verzeichneten Einträge zusammen ergeben.
part-of = { $part } von { $whole }
known = { $known } von { $of } nennen eine Zahl
known-undated = { $count ->
    [one] { $count } ohne Datum
   *[other] { $count } ohne Datum
 }
running = läuft noch
how-counted = Wie gezählt wird
behind = Einträge hinter dieser Zahl
show-rest = Die übrigen zeigen
other = Weitere

## Quellen, Berichtigungen, Glossar

publishers = Herausgeber
undated = Ohne Datum
repost = Nicht verlinkt: eine Weiterveröffentlichung durch Dritte.
own-work-text = Das ist unsere eigene Arbeit, kein Dokument anderer.
stated = Was sie hier belegt
stated-record = den Eintrag als Ganzes
stated-nothing = Keine Angabe dieser Website stützt sich darauf.
what-changed = Was sich geändert hat
corrections-none = Bisher wurde nichts berichtigt.
corrections-all = Alle Berichtigungen
withdrawn = zurückgezogen
touched-figures = Kennzahlen, die sich damit ändern
touched-texts = Texte, die den Wert nennen
letters = Buchstaben
term-avoid = Hier nicht verwendet: { $words }

## Kontakt, Daten, Vollständigkeit

contact-address = Anschrift
contact-email = E-Mail
contact-phone = Telefon
contact-website = Website
contact-none = Noch ist keine Anschrift angegeben.
mistakes = Haben Sie einen Fehler gefunden?
mistakes-text =
    Schreiben Sie uns und nennen Sie die Seite und die Zahl.
    Was veröffentlicht war und falsch ist, wird berichtigt, und die Berichtigung ist hier verzeichnet.
collection = Bereich
records = Einträge
data-collections = Alle Einträge
data-figures = Alle Kennzahlen
data-described = Zu den Daten
licence-label = Lizenz
facts-as-of-label = Stand der Angaben
completeness = Was bekannt ist
latest-edition = Was die letzte Ausgabe geändert hat
edition-of = Veröffentlicht am { $date }.
edition-first = Es ist die erste: Alles darin ist neu.
edition-nothing = Sie hat keine Seite geändert.
and-more = … und weitere.
known-sourced = Mit Quelle
known-unsourced = Ohne Quelle
languages-complete = Sprachen

## Einträge und Listen

common-source = Wo nichts anderes steht, stammen die Angaben aus
record-empty = Mehr ist zu diesem Eintrag nicht veröffentlicht.
and-more = { $count } weitere
share = Anteil
total = Zusammen
siblings = Weitere { $label }: { $name }
backlinks-by = { $label } ({ $field })
all-of = Alle { $label }
all-records = Alle { $count }
where-it-is = Wo es liegt
counted-in = In diesen Kennzahlen mitgezählt
cite = Zitierhinweis
at-a-glance = Auf einen Blick
tally = { $from }–{ $to } von { $count }
filter = Filter
filter-and-sort = Filtern und sortieren
filter-none = Kein Eintrag passt dazu.
filter-some = { $shown } von { $count }
name-contains = Name enthält
sort-by = Sortieren nach
sort-given = wie vorgegeben
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
where = Wo
news-by-year = Nach Jahren
subscribe = Abonnieren
press = Pressekontakt

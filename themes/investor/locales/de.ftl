## Frame of every page

brand-line = Innovationszentren für die Fertigungs­industrie
skip-link = Zum Inhalt springen
menu = Menü
main-navigation = Hauptnavigation
breadcrumb = Sie sind hier
language = Sprache
about-site = Über diese Website
feed = Newsfeed (Atom)
license = Lizenz
investor-inquiries = Anfragen zu Investitionen
og-locale = de_DE
fallback-notice =
    Diese Seite liegt nicht auf Deutsch vor. Sie wird auf { $lang ->
        [en] Englisch
        [fr] Französisch
       *[other] { $language }
    } angezeigt.
on-this-page = Auf dieser Seite
home = Startseite
not-found = Seite nicht gefunden
not-found-text =
    Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder die Adresse enthält einen
    Tippfehler.
not-found-each =
    { $lang ->
        [de] Zur Startseite
        [fr] Vers l’accueil
       *[other] To the home page
    }
not-found-lists = Was der Bericht enthält
pages = Seiten
page-next = Nächste Seite
page-previous = Vorherige Seite
page-number = Seite { $number } von { $of }

## Dates and vouchers. $precision says how much of the date is known

figure-as-of = Stand: { $date }
forecast-for = Ziel für { $date }
since-date =
    { $precision ->
        [day] seit dem { $date }
       *[other] seit { $date }
    }
by-date =
    { $precision ->
        [day] spätestens seit dem { $date }
       *[other] spätestens seit { $date }
    }
computed = Berechnet aus den Einträgen dieses Berichts
not-published = nicht veröffentlicht
undated = ohne Datum
pair = { $name }: { $value }
label = { $label }:
our-wording = unsere Bezeichnung
publisher-blank = Herausgeber noch zu bestätigen
no-address = keine öffentliche Adresse bekannt
this-page = Diese Seite
unit-CNY =
    { $count ->
       *[other] { $value } Yuan
    }
compact-million = { $value } Mio.
compact-billion = { $value } Mrd.
compact-trillion = { $value } Bio.
number = Anzahl

## Sources

source = Quelle
sources = Quellen
sources-more =
    { $count ->
        [one] und eine weitere Quelle
       *[other] und { $count } weitere Quellen
    }
source-number = Quelle { $number }
source-details = Näheres
source-details-of = Näheres: { $title }
sources-lede =
    { $count ->
        [one] { $count } Quelle mit den Angaben, die auf ihr beruhen.
       *[other] { $count } Quellen, jede mit den Angaben, die auf ihr beruhen.
    }
cited-name = Name und Titel
source-basis = Grundlage für: { $facts }
source-states = Belegt: { $facts }
language-name =
    { $tag ->
        [de] Deutsch
        [en] Englisch
        [fr] Französisch
        [ja] Japanisch
        [zh-Hans] Chinesisch
        [zh-Hant] Chinesisch (traditionelle Schrift)
       *[other] { $tag }
    }
unnamed-publisher = Herausgeber nicht genannt
repost = Nachdruck, ohne Link zitiert
no-link = ohne Link zitiert
own-description = Titel: eigene Beschreibung
permanent-address = Dauerhafte Adresse
cited-by = Wo diese Quelle zitiert wird
cited-by-none = Kein Eintrag zitiert diese Quelle.
cited-by-count =
    { $count ->
        [0] nicht zitiert
        [one] in { $count } Eintrag zitiert
       *[other] in { $count } Einträgen zitiert
    }

## Stamp of a page

last-changed = Zuletzt geändert: { $date }
as-of-notice = Dieser Bericht zeigt, was am { $date } galt. Die Texte sind die von heute.
facts-as-of = Stand der Angaben: { $date }
download = Herunterladen
download-list = Herunterladen:
corrected-on = Berichtigt am { $date }

## Figures

reported = Laut Quelle
computed-short = berechnet
of-whole = von { $whole }
part-of = { $part } von { $whole }
part-of-share = { $part } von { $whole } ({ $share })
records = Einträge
figures-lede =
    Die Kennzahlen dieses Berichts, jede mit Definition und Stichtag. Sie stammen aus Quellen, sind aus den
    Einträgen dieses Berichts berechnet oder liegen in beiden Formen vor.
figures-other = Weitere Kennzahlen
figure-latest = Aktueller Wert
figure-against = Laut Quelle und berechnet
figure-partial = Unsere Liste ist unvollständig
figure-partial-text =
    Ein gefülltes Quadrat steht für einen Eintrag, den dieser Bericht für den Tag aufführt, ein leeres für das
    Übrige, das die Quelle zählt.
figure-summed = Summe der Angaben hier
figure-sum = Summe hier
figure-summed-text =
    Die Angaben in diesem Bericht haben verschiedene Stichtage. Ihre Summe kann deshalb von der Zahl der Quelle
    abweichen.
figure-listed = { $listed } von { $reported } hier aufgeführt ({ $date })
figure-known =
    { $known ->
        [one] { $known } von { $of } Einträgen nennt einen Wert
       *[other] { $known } von { $of } Einträgen nennen einen Wert
    }
figure-complete = vollständig
said-reported = laut Quelle
said-listed = hier aufgeführt
said-summed = Summe der Angaben hier:
figure-history = Bisherige Werte
figure-table = Alle Werte, die neuesten zuerst
figure-earlier = Früher:
figure-date = Stand
figure-value = Wert
figure-reported = Laut Quelle
figure-change = Veränderung
figure-change-since =
    { $precision ->
        [day] { $change } seit dem { $date }
       *[other] { $change } seit { $date }
    }
figure-listed-here = Hier aufgeführt
figure-gap = Nicht aufgeführt
figure-running = (Zeitraum noch nicht abgeschlossen)
figure-undated = davon { $count } ohne Datum
figure-by = Aufgliederung: { $by }
figure-groups = Aufgliederung
figure-groups-table = Alle Gruppen
figure-group = Gruppe
group-none = kein Zentrum bekannt
formula-count = Gezählt werden die Einträge „{ $collection }“ dieses Berichts
formula-where = { $formula } – { $conditions }
formula-coverage = Die Einträge „{ $collection }“ dieses Berichts nach „{ $by }“
chart-computed = berechnet aus den Einträgen dieses Berichts
figure-made = Wie die Kennzahl entsteht
figure-basis = Grundlage
figure-formula = Berechnung
figure-formula-none = Nicht berechnet: Den Wert nennt allein die Quelle.
figure-unit = Einheit
figure-coverage = Abdeckung
figure-status = Status
figure-records = Einträge hinter dieser Zahl
figure-cite = Zitierhinweis
cite-figure =
    { $signed ->
        [yes] { $publisher }: „{ $title }“
       *[no] „{ $title }“
    }: { $value } ({ $basis ->
        [reported] laut Quelle
       *[other] von diesem Bericht berechnet
    }{ $sure ->
        [yes] , { $status }
       *[no] { "" }
    }, { $precision ->
        [period] { $date }
        [forecast] Ziel für { $date }
       *[other] Stand: { $date }
    }). In: { $site }, Stand: { $report }

## Corrections

corrections = Berichtigungen
corrections-lede =
    Was dieser Bericht gesagt hat und richtigstellen musste, mit Datum und Grund. Eine Berichtigung behebt einen
    eigenen Fehler; eine Revision ersetzt einen Wert durch bessere Daten.
corrections-none = Bisher keine Berichtigungen.
corrections-all = Alle Berichtigungen
correction-changed = Was sich geändert hat
correction-texts = Texte, die den Wert anführen
correction-touched = Kennzahlen, die sich damit geändert haben
correction-withdrawn = zurückgezogen
correction-unpublished = zuvor nicht veröffentlicht
correction-details = Näheres
correction-details-of = Näheres zur Berichtigung: { $title }

## The report, the data

report-provinces = Vergleich der Provinzen
report-provinces-more = Die Zahlen jeder Provinz mit ihrem Stichtag
provinces-caption =
    { $figure }, dem einen Tag, für den sich alle Provinzen mit einem bekannten Zentrum vergleichen lassen.
known = Was bekannt ist, was fehlt
known-text =
    Die Tabelle zählt die Angaben dieses Berichts selbst. Ein Wert, den wir in keiner Quelle gefunden haben, ist als
    nicht veröffentlicht gekennzeichnet und nie geschätzt.
known-facts = Angaben und ihre Quellen
known-collection = Bereich
known-stated = Angaben
known-sourced = Mit Quelle
known-unsourced = Ohne Quelle
known-own = Eigene Schlussfolgerung
data-collections = Tabellen
data-described = Lizenz und Beschreibung
license-blank = Der Herausgeber hat noch keine Lizenz angegeben.

## A center

facts = Auf einen Blick
role =
    { $role ->
        [operator] { $count ->
            [one] Trägergesellschaft
           *[other] Trägergesellschaften
        }
        [lead] { $count ->
            [one] Federführung
           *[other] Federführung
        }
        [partner] { $count ->
            [one] Partner
           *[other] Partner
        }
        [shareholder] { $count ->
            [one] Gesellschafter
           *[other] Gesellschafter
        }
       *[other] { $label }
    }
news = Aktuelles

## News, glossary

news-lede =
    { $count ->
        [one] { $count } Meldung mit ihrer Quelle.
       *[other] { $count } Meldungen, die neuesten zuerst, jede mit ihrer Quelle.
    }
terms-lede = Die Begriffe dieses Berichts und was sie hier bedeuten.
terms-all = Alle Begriffe des Glossars

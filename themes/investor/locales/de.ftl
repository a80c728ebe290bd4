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
value-undated = { $value }; Datum nicht veröffentlicht
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
download = Herunterladen
download-list = Herunterladen:
corrected-on = Berichtigt am { $date }
corrected = Diese Seite wurde berichtigt

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
figures-all = Alle Kennzahlen
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

## Home

home-by-city = Zentren nach Stadt
cities-all = Alle Städte mit ihren Zentren
map-caption = Die Zeichen stehen am Sitz der Stadtverwaltung, nicht am Standort des Zentrums.
news-all = Alle Meldungen

## Centers

centers-count =
    { $count ->
        [one] { $count } Zentrum
       *[other] { $count } Zentren
    }
centers-none = kein Zentrum bekannt
centers-lede =
    { $count ->
        [one] Das eine Innovationszentrum für die Fertigungsindustrie in Shandong, das dieser Bericht aufführt.
       *[other] Die { $count } Innovationszentren für die Fertigungsindustrie in Shandong, die dieser Bericht
                aufführt, nach Ebene und Stand im Verfahren.
    }
center-and-chinese-name = Zentrum und chinesischer Name
stage-reached = Seit wann
filter-centers = Zentren filtern
filter-all-chains = Alle
filter-all-cities = Alle
filter-all-levels = Alle
filter-all-stages = Alle
filter-reset = Filter zurücksetzen
filter-shown = { $shown } von { $total } angezeigt
filter-none = Kein Zentrum entspricht dieser Auswahl.

## A center

center-class =
    { $level ->
        [national] Nationales Innovationszentrum für die Fertigungsindustrie
       *[other] Innovationszentrum für die Fertigungsindustrie auf Provinzebene
    }
own-name = Deutscher Name: eigene Übersetzung
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
succeeds = Vorläufer
timeline = Zeitlicher Verlauf
timeline-none = Wir haben kein Datum zu diesem Zentrum gefunden.
facilities-none =
    Wir haben keine Quelle gefunden, die die technische Ausstattung dieses Zentrums nach diesen vier Aufgaben
    beschreibt: Technologieentwicklung, Prüfung und Validierung, Pilotmaßstab und Inkubation, Transfer in die
    Anwendung.
breakthroughs-none = Wir haben keine Quelle gefunden, die einen technischen Durchbruch dieses Zentrums nennt.
breakthroughs-table = Durchbrüche mit Datum und Quelle
place-in-chain = Stellung in der Kette
chains-none =
    { $looked ->
        [yes] Wir haben keine Quelle gefunden, die dieses Zentrum einer Industriekette zuordnet.
       *[no] Dieser Bericht ordnet dieses Zentrum keiner Industriekette zu.
    }
segment-not-published = Stufe der Kette nicht veröffentlicht
this-center = dieses Zentrum
center-text = Das Zentrum im Überblick
related-chain = Zentren derselben Kette
related-city = Weitere Zentren in { $city }
news = Aktuelles

## Chains

chains-lede =
    { $count } Industrieketten sind hier aufgeführt. { $with ->
        [0] Zu keiner davon
        [one] Zu einer davon
       *[other] Zu { $with } davon
        } ist ein Zentrum bekannt.
chains-reported =
    { $precision ->
        [day] Die Provinz zählte { $count } Schwerpunktketten (Stand: { $date }).
       *[other] Die Provinz zählte { $count } Schwerpunktketten (Stand: { $date }).
    }
chains-centers = Welche Zentren in welcher Kette arbeiten
sector-none = Sektor nicht veröffentlicht
flow = Die Zentren und ihre Stellung in der Kette
flow-key = Lesehilfe
flow-key-text =
    Die Linie ist durchgezogen, wo ein Zentrum dieser Kette arbeitet, und unterbrochen, wo keines bekannt ist.
flow-unplaced = Zentren ohne zugeordnete Stufe der Kette
chain-city-none = kein Zentrum dieser Kette bekannt
chain-city-by-center = Sitz eines Zentrums dieser Kette
chain-text = Die Kette im Überblick

## Cities, fields, provinces

cities-lede =
    { $with ->
        [0] In keiner
        [one] In einer
       *[other] In { $with }
    } der { $count } Städte Shandongs ist ein anerkanntes Zentrum bekannt.
cities-group =
    { $group ->
        [recognized] Mit anerkanntem Zentrum
        [other-stage] Mit einem Zentrum, das (noch) nicht anerkannt ist
       *[none] Kein Zentrum bekannt
    }
city-not-published = Stadt nicht veröffentlicht
city-not-published-text = Wir haben keine Quelle gefunden, die die Stadt dieser Zentren nennt.
city-centers = Zentren in { $city }
city-chains = Ketten, an denen die Stadt beteiligt ist
city-text = Die Stadt im Überblick
fields-lede =
    { $count ->
        [one] Ein Fachgebiet, für das nach unserer Zählung ein nationales Zentrum genehmigt wurde.
       *[other] { $count } Fachgebiete, für die nach unserer Zählung je ein nationales Zentrum genehmigt wurde.
    } { $with ->
        [0] Keinem davon ordnet dieser Bericht ein Zentrum in Shandong zu.
        [one] Einem davon ordnet dieser Bericht ein Zentrum in Shandong zu.
       *[other] Dieser Bericht ordnet { $with } von ihnen ein Zentrum in Shandong zu.
    }
fields-here = Zugeordnete Zentren in Shandong
field-centers-none = hier keines zugeordnet
city-centers-none = In dieser Stadt ist uns kein Zentrum bekannt.
regions-lede =
    Nationale Zentren nach Provinz. Jeder Block enthält die Zahlen, die zu einem Stichtag bekannt sind; Zahlen
    verschiedener Stichtage sind nicht vergleichbar.

## News, glossary

news-lede =
    { $count ->
        [one] { $count } Meldung mit ihrer Quelle.
       *[other] { $count } Meldungen, die neuesten zuerst, jede mit ihrer Quelle.
    }
terms-lede = Die Begriffe dieses Berichts und was sie hier bedeuten.
terms-all = Alle Begriffe des Glossars

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
not-found-text = Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder die Adresse enthält einen Tippfehler.
not-found-each =
    { $lang ->
        [de] Seite nicht gefunden – zur Startseite
        [fr] Page introuvable – vers l’accueil
       *[other] Page not found – to the home page
    }
not-found-lists = Was der Bericht enthält
pages = Seiten
page-next = Nächste Seite
page-previous = Vorherige Seite
page-number = Seite { $number } von { $of }

## Dates and vouchers. $precision says how much of the date is known

as-of = Stand: { $date }
stage-since =
    { $precision ->
        [day] seit dem { $date }
       *[other] seit { $date }
    }
stage-by =
    { $precision ->
        [day] spätestens am { $date }
        [month] spätestens im { $date }
       *[other] spätestens { $date }
    }
computed = Berechnet aus den Einträgen dieses Berichts
not-published = nicht veröffentlicht
undated = ohne Datum
pair = { $name }: { $value }
unit-CNY =
    { $count ->
       *[other] { $value } Yuan
    }
number = Anzahl

## Sources

source = Quelle
sources = Quellen
source-number = Quelle { $number }
source-details = Näheres
source-details-of = Näheres: { $title }
sources-lede =
    { $count ->
        [one] { $count } Quelle. Jede Angabe dieses Berichts nennt, worauf sie beruht.
       *[other] { $count } Quellen. Jede Angabe dieses Berichts nennt diejenigen, auf denen sie beruht.
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

## Home

home-counts = Zentren nach Ebene und Stufe
home-listed = Zentren in diesem Bericht
home-listed-text = Jedes hat eine eigene Seite; jede Angabe darauf nennt ihre Quelle.
home-by-city = Zentren nach Stadt
names = Namen
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
       *[other] Die { $count } Innovationszentren für die Fertigungsindustrie in Shandong, die dieser Bericht aufführt, nach Ebene und Stufe.
    }
center-and-chinese-name = Zentrum und chinesischer Name
stage-reached = Datum der Stufe
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
succeeds = Hervorgegangen aus
timeline = Zeitlicher Verlauf
timeline-none = Keine Quelle nennt ein Datum zu diesem Zentrum.
facilities-none = Keine Quelle gibt an, ob dieses Zentrum die geforderte technische Ausstattung für vier Aufgaben hat: Technologieentwicklung, Prüfung und Validierung, Pilotmaßstab und Inkubation, Transfer in die Anwendung.
breakthroughs-none = Keine Quelle nennt einen technischen Durchbruch dieses Zentrums.
breakthroughs-table = Durchbrüche mit Datum und Quelle
place-in-chain = Stellung in der Kette
chains-none = Keine Quelle ordnet dieses Zentrum einer Industriekette zu.
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
chains-centers = Welche Zentren in welcher Kette arbeiten
sector-none = Sektor nicht veröffentlicht
flow = Die Zentren und ihre Stellung in der Kette
flow-key = Lesehilfe
flow-key-text = Die Linie ist durchgezogen, wo ein Zentrum dieser Kette arbeitet, und unterbrochen, wo keines bekannt ist.
flow-unplaced = Zentren ohne zugeordnete Stufe der Kette
chain-city-none = kein Zentrum dieser Kette bekannt
chain-city-by-center = Sitz eines Zentrums dieser Kette
chain-text = Die Kette im Überblick

## Cities, fields, provinces

cities-lede =
    Von den { $count } Städten Shandongs { $with ->
        [0] hat keine
        [one] hat eine
       *[other] haben { $with }
    } ein Zentrum, das anerkannt oder eingerichtet ist.
cities-group =
    { $group ->
        [with] Zentrum anerkannt oder eingerichtet
        [other-stage] Zentrum in einer anderen Stufe
       *[none] Kein Zentrum bekannt
    }
city-not-published = Stadt nicht veröffentlicht
city-not-published-text = Keine Quelle nennt die Stadt, in der diese Zentren ihren Sitz haben.
city-centers = Zentren in { $city }
city-chains = Ketten, an denen die Stadt beteiligt ist
city-text = Die Stadt im Überblick
fields-lede =
    { $count } Fachgebiete des nationalen Programms. { $with ->
        [0] In keinem davon ist ein Zentrum in Shandong bekannt.
        [one] In einem davon hat Shandong ein Zentrum.
       *[other] In { $with } davon hat Shandong ein Zentrum.
    }
fields-here = Zentren in Shandong
regions-lede = Nationale Zentren nach Provinz. Jeder Block enthält die Zahlen, die zu einem Stichtag bekannt sind; Zahlen verschiedener Stichtage sind nicht vergleichbar.

## News, glossary

news-lede =
    { $count ->
        [one] { $count } Meldung mit ihrer Quelle.
       *[other] { $count } Meldungen, die neuesten zuerst, jede mit ihrer Quelle.
    }
terms-lede = Die Begriffe dieses Berichts und was sie hier bedeuten.
terms-all = Alle Begriffe des Glossars

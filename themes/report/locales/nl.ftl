# Not yet reviewed by a native speaker.
## The theme report: what its templates say.

skip-link = Naar de inhoud
menu = Menu
navigation-label = Hoofdnavigatie
external = externe link
language = Taal
not-translated = niet vertaald
breadcrumb-label = U bent hier
home = Home
notices = Let op
as-of-notice = Deze pagina’s tonen de gegevens naar de stand op { $date }. De teksten staan er in hun huidige versie.
fallback-notice = Deze pagina is nog niet vertaald en wordt in de oorspronkelijke taal weergegeven ({ $language }).
published-by = Uitgegeven door
footer-data = Data
footer-about = Over deze site
feed = Nieuwsfeed (Atom)
licence = Teksten en data: { $license }
facts-as-of = Stand van de gegevens: { $date }
last-changed = Laatst gewijzigd: { $date }
pages = Pagina’s
page-of = Pagina { $number } van { $of }
page-next = Volgende pagina
page-previous = Vorige pagina
not-found-title = Pagina niet gevonden
not-found-text =
    Op dit adres staat geen pagina.
    Misschien is de pagina verplaatst of bevat het adres een typefout.
languages-title = Kies een taal
permanent-text = Dit is het permanente adres van:
facts = Gegevens
corrections = Correcties
corrected = gecorrigeerd
source = Bron
sources = Bronnen
source-number = Bron { $number }
source-details = over de bron
source-details-of = Over de bron ‘{ $title }’
states = Gegevens uit deze bron: { $facts }
basis = Gegevens op basis van deze bron: { $facts }
own-work = eigen werk
no-source = geen bron vermeld
date-missing = datum niet gepubliceerd
on-this-page = Op deze pagina
downloads = Downloads
download-record = Deze vermelding:
download-collection = Alle vermeldingen, { $collection }:
download-sheet = voor Excel en LibreOffice, { $size }
download-chart = grafiek als SVG, { $size }
embed = Insluiten
embed-how =
    Kopieer deze regels naar een eigen pagina.
    Ze tonen het kerncijfer met de grafiek zoals het hier op het moment van raadplegen is gepubliceerd, zonder script.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Figures

value = Waarde
date = Datum
change = Verandering
groups = Uitsplitsing
by-group = Uitsplitsing: { $group }
history = Verloop in de tijd
values-of = Waarden: { $title }
reported = volgens de bron
computed = berekend op basis van de vermeldingen op deze site
reported-and-listed = Cijfer volgens de bron en cijfer op basis van de hier opgenomen vermeldingen
listed-here = hier opgenomen
listed = { $listed } van { $reported } hier opgenomen
gap = Volgens de bron ({ $source }) is het totaal { $gap } hoger dan dat van de hier opgenomen vermeldingen.
part-of = { $part } van { $whole }
known = op basis van { $known } van de { $of } vermeldingen
known-undated = { $count } zonder datum
running = nog niet afgesloten
how-counted = Berekeningswijze
behind = Onderliggende vermeldingen
show-rest = Overige tonen
show-more = Meer tonen
labelled = { $label }:
other = Overig

## Sources, corrections, glossary

publishers = Uitgevers
undated = Zonder datum
repost = Geen link: dit is een kopie die door een ander is gepubliceerd.
own-work-text = Dit is eigen werk, geen document dat door anderen is gepubliceerd.
stated = Gegevens uit deze bron
stated-record = de vermelding als geheel
stated-nothing = Geen enkel gegeven op deze site komt uit deze bron.
what-changed = Wat er is gewijzigd
corrections-none = Er zijn tot nu toe geen correcties gepubliceerd.
editions = Edities
changes-lead =
    Waarden, fasen, vermeldingen en correcties per editie. Vooraan staat de datum van de editie; de datum
    van het
    gegeven staat tussen haakjes. Wat nieuw was in de eerste editie ({ $first }), is niet afzonderlijk opgenomen;
    dat geldt ook voor wijzigingen in teksten en bronnen.
changes-feed = Wijzigingen als feed (Atom)
changes-none = Van wat hier wordt bijgehouden, is in deze editie niets gewijzigd.
corrections-all = Alle correcties
withdrawn = ingetrokken
touched-figures = Kerncijfers waarop de correctie van invloed is
touched-texts = Teksten waarin de waarde voorkomt
letters = Letters
term-avoid = Hier niet gebruikt: { $words }

## Contact, data, completeness

contact-address = Adres
contact-email = E-mail
contact-phone = Telefoon
contact-website = Website
contact-none = Er zijn nog geen contactgegevens beschikbaar.
mistakes = Hebt u een fout gevonden?
mistakes-text =
    Schrijf ons en vermeld daarbij de pagina en het getal.
    Blijkt iets wat gepubliceerd is onjuist te zijn, dan wordt het gecorrigeerd en wordt de correctie op deze site
    vermeld.
collection = Rubriek
records = Vermeldingen
data-collections = Alle vermeldingen
data-figures = Alle kerncijfers
data-described = Over de data
licence-label = Licentie
facts-as-of-label = Stand van de gegevens
completeness = Wat bekend is
latest-edition = Wijzigingen in de laatste editie
edition-of = Gepubliceerd op { $date }.
edition-first = Dit is de eerste editie: alles erin is nieuw.
edition-nothing = In deze editie is geen enkele pagina gewijzigd.
known-sourced = Met bron
known-unsourced = Zonder bron
languages-complete = Talen

## Records and lists

common-source = Bron, tenzij anders vermeld:
record-empty = Deze vermelding bevat geen verdere gegevens.
and-more = nog { $count }
share = Aandeel
total = Totaal
siblings = { $label }: meer bij ‘{ $name }’
backlinks-by = { $label } ({ $field })
all-of = Alles bekijken: { $label }
all-records = Alle { $count }
where-it-is = Ligging
counted-in = Bijbehorende kerncijfers
cite = Citeerwijze
at-a-glance = In één oogopslag
tally = { $from }–{ $to } van { $count }
filter = Filter
filter-and-sort = Filteren en sorteren
filter-none = Geen vermelding voldoet aan deze selectie.
filter-some = { $shown } van { $count }
name-contains = Naam bevat
sort-by = Sorteren op
sort-given = standaardvolgorde
sorted-by = op { $field }
sort-newest = { $field }, nieuwste eerst
sort-largest = { $field }, grootste eerst
sort-az = { $field }, van A tot Z
facet-missing = niet vermeld
clear = Filters wissen

## Home, news

headline-figures = In cijfers
all-figures = Alle kerncijfers
browse = Overzicht
where = Op de kaart
news-by-year = Per jaar
subscribe = Abonneren
press = Perscontact

## Search

search = Zoeken
search-label = Zoeken op deze site
search-hint = Naam of onderwerp
search-examples = Bijvoorbeeld
search-results = { $count ->
    [one] { $shown } resultaat voor ‘{ $query }’
   *[other] { $shown } resultaten voor ‘{ $query }’
 }
search-none = Geen resultaten voor ‘{ $query }’
search-most = Geen enkel resultaat bevat alle woorden; hieronder staan resultaten met de meeste van deze woorden.
search-close = Geen exacte overeenkomst; hieronder staan resultaten met een vergelijkbare spelling.
search-kinds = Resultaten per soort
search-all = Alle
search-rest = Alle { $count } tonen
search-failed = De zoekfunctie kon niet worden geladen. De lijsten hieronder leiden naar alles wat op deze site staat.
search-script =
    De zoekfunctie vereist JavaScript. Zonder JavaScript leiden de lijsten hieronder naar alles wat op deze site
    staat.
search-try = Suggesties
search-try-words = Een korter of algemener woord, of de naam in de oorspronkelijke taal
search-try-names = Alle namen van A tot Z
search-try-mail = Vraag het ons
search-mail-subject = Gezocht: { $query }
az-see = zie { $name }

# Not yet reviewed by a native speaker.
# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = niet gepubliceerd
missing-not-applicable = niet van toepassing
missing-confidential = vertrouwelijk
missing-not-yet = nog niet beschikbaar
status-final = definitief
status-provisional = voorlopig
status-estimated = geschat
status-inferred = onze conclusie
status-forecast = prognose
status-revised = herzien
bound-more-than = meer dan { $value }
bound-at-least = minstens { $value }
bound-less-than = minder dan { $value }
bound-at-most = hoogstens { $value }
bound-about = ongeveer { $value }
yes = ja
no = nee
separator-list = {", "}
separator-dot = {" · "}
own-work = eigen werk
latitude-north = { $value }° NB
latitude-south = { $value }° ZB
longitude-east = { $value }° OL
longitude-west = { $value }° WL
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value }%
unit-CNY = { $value } yuan

## Dates. $precision says how much of the date is known: year, month, day

date-range = { $from } tot en met { $to }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, stand op { $date }. { $addresses ->
        [both] { $page } (permanent: { $url })
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
        [yes] eigen werk:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. Geciteerd in: { $citation }
cite-permanent = permanent adres: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] volgens de bron
       *[computed] berekend op basis van de vermeldingen op deze site
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date = sinds { $date }
by-date = in elk geval sinds { $date }
figure-as-of =
    { $precision ->
        [day] stand op { $date }
       *[other] stand { $date }
    }
date-missing = datum niet gepubliceerd
last-changed = Laatst gewijzigd: { $date }
date-quarter = { $quarter }e kwartaal { $year }
date-time = { $date }, { $time } uur

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } vermelding
       *[other] { $count } vermeldingen
    }
page-title = { $title } (pagina { $number } van { $of })

## Prose

alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Let op
footnote-back = Terug naar de tekst
prose-table = Tabel
photo-credit = Foto: { $credit }
quote-expired = niet meer gepubliceerd
to-fill = nog in te vullen:

## How a figure is computed

group-none = hier niets opgenomen
formula-count = Aantal vermeldingen in ‘{ $collection }’
formula-sum = Som van ‘{ $measure }’ in ‘{ $collection }’
formula-average = Gemiddelde van ‘{ $measure }’ in ‘{ $collection }’
formula-minimum = Laagste waarde van ‘{ $measure }’ in ‘{ $collection }’
formula-maximum = Hoogste waarde van ‘{ $measure }’ in ‘{ $collection }’
formula-share = Aandeel van de vermeldingen in ‘{ $collection }’
formula-coverage = Vermeldingen in ‘{ $collection }’ naar ‘{ $by }’
formula-where = { $formula } met { $conditions }
formula-pair = { $label }: { $value }
formula-not = niet { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Data als tabel
chart-date = Datum
chart-value = Waarde
chart-source = Bron
chart-reported = volgens de bron
chart-computed = berekend op basis van de vermeldingen op deze site
chart-listed = hier opgenomen
chart-as-of = { $precision ->
    [day] Stand op { $date }
   *[other] Stand { $date }
 }
chart-gap = volgens de bron, hier niet opgenomen
chart-sources = { $count ->
    [one] Bron: { $sources }
   *[other] Bronnen: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Aandeel
chart-count = Aantal
chart-total = Totaal
chart-known = op basis van { $known } van de { $of } vermeldingen
chart-running = periode nog niet afgesloten
chart-since = geen recenter cijfer gevonden
chart-sum = hier berekend
chart-empty = Nog geen waarden.
map-boundaries = Grenzen: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = Eén waarde: { $value }.
finding-course =
    { $shape ->
        [up] Stijgt van { $first } naar { $last }.
        [up-throughout] Elke waarde is hoger dan de vorige: van { $first } naar { $last }.
        [never-down] Stijgt zonder ooit te dalen, van { $first } naar { $last }.
        [down] Daalt van { $first } naar { $last }.
        [down-throughout] Elke waarde is lager dan de vorige: van { $first } naar { $last }.
        [never-up] Daalt zonder ooit te stijgen, van { $first } naar { $last }.
        [steady] Blijft gelijk, van { $begin } tot en met { $end }: { $value }.
        [mixed] Stijgt en daalt: { $first } aan het begin, { $last } aan het eind.
       *[open] { $first } aan het begin, { $last } aan het eind.
    }
finding-highest =
    { $count ->
        [one] Hoogste waarde: { $value }.
       *[other] Hoogste waarde: { $value }, { $count } keer bereikt.
    }
finding-lowest =
    { $count ->
        [one] Laagste waarde: { $value }.
       *[other] Laagste waarde: { $value }, { $count } keer bereikt.
    }
finding-running = Nog niet afgesloten: { $value }.
finding-gaps = Zonder waarde: { $names }.
finding-most =
    { $count ->
        [one] Hoogste waarde: { $names }, { $value }.
       *[other] Hoogste waarde: { $names }, elk { $value }.
    }
finding-equal = Alle { $count } hebben dezelfde waarde: { $value }.
finding-without = Zonder waarde: { $names }.
finding-dates = De waarden hebben betrekking op verschillende datums.
finding-places =
    { $count ->
        [one] { $count } locatie.
       *[other] { $count } locaties.
    }
finding-unplaced =
    { $count ->
        [one] Niet op de kaart: { $names }.
       *[other] { $count } staan niet op de kaart: { $names }.
    }

## Data files and addresses

data-all = Alle data
data-sheet = voor spreadsheetprogramma’s
sheet-id = ID
sheet-page = Pagina
sheet-as-of = Stand van de gegevens
sheet-licence = Licentie
sheet-latitude = breedtegraad
sheet-longitude = lengtegraad
sheet-alt = beschrijving van de afbeelding
sheet-caption = bijschrift
sheet-credit = naamsvermelding
sheet-bound = exact of niet
sheet-status = status
sheet-since = sinds
sheet-by = in elk geval sinds
sheet-missing = reden waarom een waarde ontbreekt
readme-what =
    Alle data van { $url }, stand op { $date }: elke tabel als CSV (UTF-8, gescheiden door komma’s, getallen met een
    punt), elke rubriek en elk kerncijfer als JSON. Wat de kolommen betekenen, staat in datapackage.json; wat een
    tabel bevat,
    staat ernaast in een bestand waarvan de naam eindigt op csv-metadata.json.
readme-licence = { $given ->
    [yes] Licentie: { $licence }
   *[no] Er is geen licentie opgegeven. Wie de data wil gebruiken, neemt contact op met de uitgever.
 }
readme-cite = Te citeren als: { $citation }
readme-files = De bestanden
data-facts = elk gegeven met zijn bron
data-part = { $collection }: { $part }
moved-to = Deze pagina is verplaatst naar { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } waarde
       *[other] { $count } waarden
    }
correction-change = { $kind ->
    [added] nu { $now }; eerder was er niets gepubliceerd
    [gone] { $was }, ingetrokken
    [number] van { $was } naar { $now }
   *[other] eerder: { $was }; nu: { $now }
 }

## Changes

changes-address = wijzigingen
changes-title = Wat er is gewijzigd
changes-edition = Editie van { $date }
change-kind = { $kind ->
    [correction] Correcties
    [new] Nieuwe vermeldingen
    [stage] Fasen
    [certainty] Status van de cijfers
    [moved] Adressen
    [gone] Niet meer gepubliceerd
   *[value] Waarden
 }
change-phrase = { $kind ->
    [new] niet in een eerdere editie
    [gone] niet meer gepubliceerd
    [moved] het oude adres { $was } leidt nu naar { $now }
    [later] { $was }, daarna { $now }
    [missing] { $now }; in eerdere edities: { $was }
    [firm] { $now }; in eerdere edities: { $was }
    [coarser] { $now }; datum in eerdere edities: { $was }
    [undated] { $now }; in eerdere edities zonder datum
   *[new-value] { $now }
 }

## Search

search-address = zoeken
az-address = a-z
search-title = Zoeken
az-title = Van A tot Z
search-lists = Lijsten
# Words that ask and join: a search leaves them out of a question.
search-small-words = aan aantal al alle als ben betekent bij dat de der deze die dit door een en er gaat haar had hadden heb hebben heeft het hij hoe hoeveel hun ik in is je kan kunnen me men met mij mijn moet moeten na naar of om onder ons onze ook op over staat te tot u uit uw van veel voor waar waarom wanneer waren was wat we welk welke werd werden wie wij worden wordt zal ze zich zij zijn zou zullen

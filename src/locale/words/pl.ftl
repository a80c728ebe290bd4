# Not yet reviewed by a native speaker.
# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = nie opublikowano
missing-not-applicable = nie dotyczy
missing-confidential = dane poufne
missing-not-yet = jeszcze niedostępne
status-final = dane ostateczne
status-provisional = dane wstępne
status-estimated = dane szacunkowe
status-inferred = nasz wniosek
status-forecast = prognoza
status-revised = dane zrewidowane
bound-more-than = więcej niż { $value }
bound-at-least = co najmniej { $value }
bound-less-than = mniej niż { $value }
bound-at-most = co najwyżej { $value }
bound-about = w przybliżeniu { $value }
yes = tak
no = nie
separator-list = {", "}
separator-dot = {" · "}
own-work = opracowanie własne
latitude-north = { $value }° N
latitude-south = { $value }° S
longitude-east = { $value }° E
longitude-west = { $value }° W
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value }%
unit-CNY = { $scale ->
    [word] { $value } juanów
   *[digits] { $value } CNY
 }

## Dates. $precision says how much of the date is known: year, month, day

date-range =
    { $precision ->
        [year] { $from }–{ $to }
       *[other] { $from } – { $to }
    }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, stan na { $date } r. { $addresses ->
        [both] { $page } (adres stały: { $url })
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
        [yes] opracowanie własne:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. Cyt. za: { $citation }
cite-permanent = adres stały: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] według źródła
       *[computed] obliczono na podstawie wpisów w tym serwisie
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date =
    { $precision ->
        [month] od: { $date } r.
       *[other] od { $date } r.
    }
by-date =
    { $precision ->
        [month] najpóźniej od: { $date } r.
       *[other] najpóźniej od { $date } r.
    }
figure-as-of =
    { $precision ->
       *[other] stan na { $date } r.
    }
date-missing = daty nie opublikowano
last-changed = Ostatnia zmiana: { $date }
date-quarter = { $quarter ->
    [1] I
    [2] II
    [3] III
   *[other] IV
 } kwartał { $year }
date-time = { $date }, godz. { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } wpis
        [few] { $count } wpisy
        [many] { $count } wpisów
       *[other] { $count } wpisu
    }
page-title = { $title } (strona { $number } z { $of })

## Prose

alert-note = Uwaga
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Przestroga
footnote-back = Powrót do tekstu
prose-table = Tabela
photo-credit = Fot. { $credit }
quote-expired = już niepublikowane
to-fill = do uzupełnienia:

## How a figure is computed

group-none = brak wpisów w tym serwisie
formula-count = Liczba wpisów w dziale „{ $collection }”
formula-sum = Suma wartości „{ $measure }” w dziale „{ $collection }”
formula-average = Średnia wartości „{ $measure }” w dziale „{ $collection }”
formula-minimum = Najmniejsza wartość „{ $measure }” w dziale „{ $collection }”
formula-maximum = Największa wartość „{ $measure }” w dziale „{ $collection }”
formula-share = Odsetek wpisów w dziale „{ $collection }”
formula-coverage = Wpisy w dziale „{ $collection }” według kryterium „{ $by }”
formula-where = { $formula } przy warunku „{ $conditions }”
formula-pair = { $label }: { $value }
formula-not = nie „{ $value }”
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Dane w tabeli
chart-date = Data
chart-value = Wartość
chart-source = Źródło
chart-reported = według źródła
chart-computed = obliczono na podstawie wpisów w tym serwisie
chart-listed = ujęto tutaj
chart-as-of = Stan na { $date } r.
chart-gap = według źródła, tutaj nie ujęto
chart-sources = { $count ->
    [one] Źródło: { $sources }
   *[other] Źródła: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Udział
chart-count = Liczba
chart-total = Ogółem
chart-known = na podstawie { $known } z { $of } { $of ->
    [one] wpisu
   *[other] wpisów
 }
chart-running = okres niezakończony
chart-since = nie znaleziono nowszych danych
chart-sum = obliczono tutaj
chart-empty = Nie ma jeszcze żadnych wartości.
map-boundaries = Granice: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = Jedna wartość: { $value }.
finding-course =
    { $shape ->
        [up] Wzrost: na początku { $first }, na końcu { $last }.
        [up-throughout] Nieprzerwany wzrost: na początku { $first }, na końcu { $last }.
        [never-down] Wzrost bez spadków: na początku { $first }, na końcu { $last }.
        [down] Spadek: na początku { $first }, na końcu { $last }.
        [down-throughout] Nieprzerwany spadek: na początku { $first }, na końcu { $last }.
        [never-up] Spadek bez wzrostów: na początku { $first }, na końcu { $last }.
        [steady] Bez zmian, { $begin } – { $end }: { $value }.
        [mixed] Wzrosty i spadki: na początku { $first }, na końcu { $last }.
       *[open] Na początku { $first }, na końcu { $last }.
    }
finding-highest =
    { $count ->
        [one] Najwyższa wartość: { $value }.
       *[other] Najwyższa wartość: { $value }, osiągnięta { $count } razy.
    }
finding-lowest =
    { $count ->
        [one] Najniższa wartość: { $value }.
       *[other] Najniższa wartość: { $value }, osiągnięta { $count } razy.
    }
finding-running = Okres niezakończony: { $value }.
finding-gaps = Brak wartości: { $names }.
finding-most =
    { $count ->
        [one] Najwyższa wartość: { $names }, { $value }.
       *[other] Najwyższa wartość, { $value }: { $names }.
    }
finding-equal = Jednakowa wartość we wszystkich przypadkach ({ $count }): { $value }.
finding-without = Brak wartości: { $names }.
finding-dates = Wartości odnoszą się do różnych dat.
finding-places =
    { $count ->
        [one] { $count } miejsce.
        [few] { $count } miejsca.
        [many] { $count } miejsc.
       *[other] { $count } miejsca.
    }
finding-unplaced =
    { $count ->
        [one] Brak na mapie: { $names }.
       *[other] Brak na mapie ({ $count }): { $names }.
    }

## Data files and addresses

data-all = Wszystkie dane
data-sheet = dla arkuszy kalkulacyjnych
sheet-id = Identyfikator
sheet-page = Strona
sheet-as-of = Stan danych na dzień
sheet-licence = Licencja
sheet-latitude = szerokość geograficzna
sheet-longitude = długość geograficzna
sheet-alt = opis obrazu
sheet-caption = podpis
sheet-credit = autorstwo
sheet-bound = dokładność wartości
sheet-status = status
sheet-since = data początkowa
sheet-by = początek najpóźniej
sheet-missing = powód braku wartości
readme-what =
    Wszystkie dane serwisu { $url }, stan na { $date } r.: każda tabela w formacie CSV (UTF-8, pola oddzielone
    przecinkami,
    liczby z kropką dziesiętną), każdy dział i wskaźnik w formacie JSON. Znaczenie kolumn opisano w pliku
    datapackage.json,
    a zawartość poszczególnych tabel – w plikach obok nich, o nazwach kończących się na csv-metadata.json.
readme-licence = { $given ->
    [yes] Licencja: { $licence }
   *[no] Nie podano licencji. O zgodę na wykorzystanie danych należy zwrócić się do wydawcy.
 }
readme-cite = Sposób cytowania: { $citation }
readme-files = Pliki
data-facts = wszystkie informacje wraz ze źródłami
data-part = { $collection }: { $part }
moved-to = Tę stronę przeniesiono: { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } wartość
       *[other] { $count } wartości
    }
correction-change = { $kind ->
    [added] jest: { $now }; wcześniej nie publikowano
    [gone] { $was }, wycofano
    [number] było: { $was }; jest: { $now }
   *[other] było: { $was }; jest: { $now }
 }

## Changes

changes-address = zmiany
changes-title = Co się zmieniło
changes-edition = Wydanie z { $date } r.
change-kind = { $kind ->
    [correction] Korekty
    [new] Nowe wpisy
    [stage] Etapy
    [certainty] Status danych
    [moved] Adresy
    [gone] Już niepublikowane
   *[value] Wartości
 }
change-phrase = { $kind ->
    [new] brak we wcześniejszych wydaniach
    [gone] już niepublikowane
    [moved] stary adres { $was } prowadzi teraz do { $now }
    [later] { $was }, potem { $now }
    [missing] { $now }; we wcześniejszych wydaniach: { $was }
    [firm] { $now }; we wcześniejszych wydaniach: { $was }
    [coarser] { $now }; data we wcześniejszych wydaniach: { $was }
    [undated] { $now }; we wcześniejszych wydaniach bez daty
   *[new-value] { $now }
 }

## Search

search-address = szukaj
az-address = a-z
search-title = Wyszukiwanie
az-title = Od A do Z
search-lists = Wykazy
# Words that ask and join: a search leaves them out of a question.
search-small-words = a aby albo ale bez bo być był była było były co czego czemu czy czym dla dlaczego do gdzie go i ich ile ilość ilu im jak jaka jaki jakich jakie jakiego jakiej jakim jaką jest jestem jeśli jeżeli kiedy kim kogo komu kto która które którego której który których którym którzy którą liczba lub ma mają mi mnie moja moje może można mu mój na nad nam nas nasz nasza nasze o od on ona one oni ono oraz oznacza po pod przez przy się są ta tam te tego tej ten to tu ty tych tym tę u w wam was we wiele z za ze znaczy że żeby

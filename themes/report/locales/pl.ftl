# Not yet reviewed by a native speaker.

## The theme report: what its templates say.

skip-link = Przejdź do treści
menu = Menu
navigation-label = Nawigacja główna
external = prowadzi do innego serwisu
language = Język
not-translated = nie przetłumaczono
breadcrumb-label = Jesteś tutaj
home = Strona główna
notices = Uwaga
as-of-notice = Na tych stronach podano informacje według stanu na { $date } r. Teksty podano w aktualnym brzmieniu.
fallback-notice = Tej strony jeszcze nie przetłumaczono; jest wyświetlana w języku oryginału ({ $language }).
published-by = Wydawca
footer-data = Dane
footer-about = O serwisie
feed = Kanał aktualności (Atom)
licence = Teksty i dane: { $license }
facts-as-of = Informacje według stanu na { $date } r.
last-changed = Ostatnia zmiana: { $date }
pages = Strony
page-of = Strona { $number } z { $of }
page-next = Następna strona
page-previous = Poprzednia strona
not-found-title = Nie znaleziono strony
not-found-text = Pod tym adresem nie ma strony. Mogła zostać przeniesiona lub adres zawiera literówkę.
languages-title = Wybierz język
permanent-text = Jest to stały adres strony:
facts = Informacje
corrections = Korekty
corrected = skorygowano
source = Źródło
sources = Źródła
source-number = Źródło { $number }
source-details = o źródle
source-details-of = O źródle „{ $title }”
states = Informacje z tego źródła: { $facts }
basis = Informacje oparte na tym źródle: { $facts }
own-work = opracowanie własne
no-source = nie podano źródła
date-missing = daty nie opublikowano
on-this-page = Na tej stronie
downloads = Pliki do pobrania
download-record = Ten wpis:
download-collection = Wszystkie wpisy, { $collection }:
download-sheet = dla programów Excel i LibreOffice, { $size }
download-chart = wykres w formacie SVG, { $size }
embed = Osadź
embed-how =
    Te wiersze można wkleić na własną stronę.
    Wyświetlają wskaźnik i jego wykres w postaci opublikowanej tutaj w chwili odczytu, bez skryptów.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Figures

value = Wartość
date = Data
change = Zmiana
groups = Podział
by-group = Podział: { $group }
history = Zmiany w czasie
values-of = Wartości: { $title }
reported = według źródła
computed = obliczono na podstawie wpisów w tym serwisie
reported-and-listed = Dane ze źródła i dane ujęte tutaj
listed-here = ujęto tutaj
listed = Ujęto tutaj { $listed } z { $reported }
gap = Źródło ({ $source }) podaje wartość o { $gap } większą niż suma ujętych tutaj wpisów.
part-of = { $part } z { $whole }
known = na podstawie { $known } z { $of } { $of ->
    [one] wpisu
   *[other] wpisów
 }
known-undated = { $count } bez daty
running = okres niezakończony
how-counted = Sposób obliczania
behind = Wpisy, na których opiera się ta wartość
show-rest = Pokaż pozostałe
show-more = Pokaż więcej
labelled = { $label }:
other = Pozostałe

## Sources, corrections, glossary

publishers = Wydawcy
undated = Bez daty
repost = Bez odnośnika: kopia opublikowana przez inny podmiot.
own-work-text = Jest to opracowanie własne, a nie dokument opublikowany przez inny podmiot.
stated = Informacje z tego źródła
stated-record = cały wpis
stated-nothing = Żadna informacja w tym serwisie nie pochodzi z tego źródła.
what-changed = Co się zmieniło
corrections-none = Dotychczas nie opublikowano żadnej korekty.
editions = Wydania
changes-lead =
    Wartości, etapy, wpisy i korekty według wydań. Na początku podano datę wydania, w nawiasie – datę, której dotyczy
    informacja. Zawartości pierwszego wydania, z { $first } r., nie wyszczególniono; nie wyszczególnia się też tekstów
    i źródeł.
changes-feed = Kanał zmian (Atom)
changes-none = W tym wydaniu nie zmieniło się nic z tego, co obejmuje niniejsze zestawienie.
corrections-all = Wszystkie korekty
withdrawn = wycofano
touched-figures = Wskaźniki, których dotyczy korekta
touched-texts = Teksty, w których podano tę wartość
letters = Litery
term-avoid = Nie używa się tutaj: { $words }

## Contact, data, completeness

contact-address = Adres
contact-email = E-mail
contact-phone = Telefon
contact-website = Strona internetowa
contact-none = Nie podano jeszcze danych kontaktowych.
mistakes = Widzisz błąd?
mistakes-text =
    Prosimy o wiadomość ze wskazaniem strony i liczby.
    Opublikowane treści, które okażą się błędne, są korygowane, a korekta jest odnotowywana w tym serwisie.
collection = Dział
records = Wpisy
data-collections = Wszystkie wpisy
data-figures = Wszystkie wskaźniki
data-described = O danych
licence-label = Licencja
facts-as-of-label = Informacje według stanu na
completeness = Kompletność informacji
latest-edition = Zmiany w ostatnim wydaniu
edition-of = Opublikowano { $date } r.
edition-first = Jest to pierwsze wydanie: wszystko jest w nim nowe.
edition-nothing = W tym wydaniu nie zmieniono żadnej strony.
known-sourced = Ze źródłem
known-unsourced = Bez źródła
languages-complete = Języki

## Records and lists

common-source = Źródło, o ile nie podano innego:
record-empty = Ten wpis nie zawiera innych informacji.
and-more = jeszcze { $count }
share = Udział
total = Ogółem
siblings = { $label }: inne wpisy odwołujące się do „{ $name }”
backlinks-by = { $label } ({ $field })
all-of = Zobacz wszystko: { $label }
all-records = Wszystkie ({ $count })
where-it-is = Położenie
counted-in = Powiązane wskaźniki
cite = Jak cytować
at-a-glance = W skrócie
tally = { $from }–{ $to } z { $count }
filter = Filtr
filter-and-sort = Filtrowanie i sortowanie
filter-none = Żaden wpis nie spełnia tych warunków.
filter-some = { $shown } z { $count }
name-contains = Nazwa zawiera
sort-by = Sortowanie
sort-given = kolejność domyślna
sorted-by = według: { $field }
sort-newest = { $field }, od najnowszych
sort-largest = { $field }, od największych
sort-az = { $field }, od A do Z
facet-missing = nie podano
clear = Wyczyść wszystko

## Home, news

headline-figures = W liczbach
all-figures = Wszystkie wskaźniki
browse = Działy
where = Na mapie
news-by-year = Według lat
subscribe = Subskrypcja
press = Kontakt dla mediów

## Search

search = Szukaj
search-label = Szukaj w serwisie
search-hint = Nazwa lub temat
search-examples = Na przykład
search-results = { $count ->
    [one] { $shown } wynik dla zapytania „{ $query }”
    [few] { $shown } wyniki dla zapytania „{ $query }”
    [many] { $shown } wyników dla zapytania „{ $query }”
   *[other] { $shown } wyniku dla zapytania „{ $query }”
 }
search-none = Brak wyników dla zapytania „{ $query }”
search-most = Żaden wynik nie zawiera wszystkich słów; pokazano wyniki zawierające większość z nich.
search-close = Brak dokładnego dopasowania; pokazano wyniki o podobnej pisowni.
search-kinds = Wyniki według rodzaju
search-all = Wszystkie
search-rest = Pokaż wszystkie ({ $count })
search-failed = Nie udało się wczytać wyszukiwarki. Poniższe wykazy prowadzą do wszystkich treści serwisu.
search-script = Wyszukiwarka wymaga JavaScriptu. Bez niego do wszystkich treści serwisu prowadzą poniższe wykazy.
search-try = Wskazówki
search-try-words = Krótsze lub ogólniejsze słowo albo nazwa w języku oryginału
search-try-names = Wszystkie nazwy od A do Z
search-try-mail = Napisz do nas
search-mail-subject = Szukana informacja: { $query }
az-see = zob. { $name }

# Not yet reviewed by a native speaker.
# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = dato non pubblicato
missing-not-applicable = non applicabile
missing-confidential = dato riservato
missing-not-yet = non ancora disponibile
status-final = definitivo
status-provisional = provvisorio
status-estimated = stimato
status-inferred = nostra deduzione
status-forecast = previsione
status-revised = rivisto
bound-more-than = più di { $value }
bound-at-least = almeno { $value }
bound-less-than = meno di { $value }
bound-at-most = al massimo { $value }
bound-about = circa { $value }
yes = sì
no = no
separator-list = {", "}
separator-dot = {" · "}
own-work = elaborazione propria
latitude-north = { $value }° N
latitude-south = { $value }° S
longitude-east = { $value }° E
longitude-west = { $value }° O
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value }%
unit-CNY = { $scale ->
    [word] { $value } di yuan
   *[digits] { $value } yuan
 }

## Dates. $precision says how much of the date is known: year, month, day

date-range =
    { $precision ->
        [year] dal { $from } al { $to }
       *[other] { $from } – { $to }
    }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, data di riferimento: { $date }. { $addresses ->
        [both] { $page } (indirizzo permanente: { $url })
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
        [yes] elaborazione propria:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. Citato in: { $citation }
cite-permanent = indirizzo permanente: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] secondo la fonte
       *[computed] calcolato in base alle schede di questo sito
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date =
    { $precision ->
        [day] dal giorno { $date }
        [year] dal { $date }
       *[other] da { $date }
    }
by-date =
    { $precision ->
        [day] almeno dal giorno { $date }
        [year] almeno dal { $date }
       *[other] almeno da { $date }
    }
figure-as-of =
    { $precision ->
        [year] anno di riferimento: { $date }
        [month] mese di riferimento: { $date }
       *[other] data di riferimento: { $date }
    }
date-missing = data non pubblicata
last-changed = Ultima modifica: { $date }
date-quarter = { $quarter }º trimestre { $year }
date-day = { $day ->
    [1] 1º
   *[other] { $day }
 } { $month } { $year }
date-day-short = { $day ->
    [1] 1º
   *[other] { $day }
 } { $month } { $year }
date-time = { $date }, ore { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } scheda
        [many] { $count } di schede
       *[other] { $count } schede
    }
page-title = { $title } (pagina { $number } di { $of })

## Prose

alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-warning = Avviso
alert-caution = Attenzione
footnote-back = Torna al testo
prose-table = Tabella
photo-credit = Foto: { $credit }
quote-expired = informazione non più pubblicata
to-fill = da completare:

## How a figure is computed

group-none = nessuna scheda in questo sito
formula-count = Numero di schede in «{ $collection }»
formula-sum = Somma di «{ $measure }» in «{ $collection }»
formula-average = Media di «{ $measure }» in «{ $collection }»
formula-minimum = Valore minimo di «{ $measure }» in «{ $collection }»
formula-maximum = Valore massimo di «{ $measure }» in «{ $collection }»
formula-share = Quota delle schede in «{ $collection }»
formula-coverage = Schede in «{ $collection }» per «{ $by }»
formula-where = { $formula } con { $conditions }
formula-pair = { $label }: { $value }
formula-not = tranne { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Dati in tabella
chart-date = Data
chart-value = Valore
chart-source = Fonte
chart-reported = secondo la fonte
chart-computed = calcolato in base alle schede di questo sito
chart-listed = in questo sito
chart-as-of = { $precision ->
    [year] Anno di riferimento: { $date }
    [month] Mese di riferimento: { $date }
   *[other] Data di riferimento: { $date }
 }
chart-gap = secondo la fonte, ma non in questo sito
chart-sources = { $count ->
    [one] Fonte: { $sources }
   *[other] Fonti: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Quota
chart-count = Numero
chart-total = Totale
chart-known = in base a { $known } delle { $of } schede
chart-running = periodo in corso
chart-since = non risultano dati più recenti
chart-sum = calcolato in questo sito
chart-empty = Nessun valore disponibile al momento.
map-boundaries = Confini: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = Un solo valore: { $value }.
finding-course =
    { $shape ->
        [up] Aumenta da { $first } a { $last }.
        [up-throughout] Ogni valore è superiore al precedente: da { $first } a { $last }.
        [never-down] Aumenta senza mai diminuire, da { $first } a { $last }.
        [down] Diminuisce da { $first } a { $last }.
        [down-throughout] Ogni valore è inferiore al precedente: da { $first } a { $last }.
        [never-up] Diminuisce senza mai aumentare, da { $first } a { $last }.
        [steady] Valore invariato ({ $begin } – { $end }): { $value }.
        [mixed] Andamento alterno: all’inizio { $first }, alla fine { $last }.
       *[open] All’inizio { $first }, alla fine { $last }.
    }
finding-highest =
    { $count ->
        [one] Valore più alto: { $value }.
       *[other] Valore più alto: { $value }, raggiunto { $count } volte.
    }
finding-lowest =
    { $count ->
        [one] Valore più basso: { $value }.
       *[other] Valore più basso: { $value }, raggiunto { $count } volte.
    }
finding-running = Periodo in corso: { $value }.
finding-gaps = Senza valore: { $names }.
finding-most =
    { $count ->
        [one] Valore più alto: { $names }, { $value }.
       *[other] Valore più alto ({ $value }): { $names }.
    }
finding-equal = Stesso valore per tutte le voci ({ $count }): { $value }.
finding-without = Senza valore: { $names }.
finding-dates = I valori si riferiscono a date diverse.
finding-places =
    { $count ->
        [one] { $count } luogo.
        [many] { $count } di luoghi.
       *[other] { $count } luoghi.
    }
finding-unplaced =
    { $count ->
        [one] Non figura sulla mappa: { $names }.
       *[other] { $count } non figurano sulla mappa: { $names }.
    }

## Data files and addresses

data-all = Tutti i dati
data-sheet = per fogli di calcolo
sheet-id = Identificativo
sheet-page = Pagina
sheet-as-of = Data di riferimento dei dati
sheet-licence = Licenza
sheet-latitude = latitudine
sheet-longitude = longitudine
sheet-alt = descrizione dell’immagine
sheet-caption = didascalia
sheet-credit = crediti
sheet-bound = esatto o no
sheet-status = stato
sheet-since = a partire da
sheet-by = almeno da
sheet-missing = motivo della mancanza del valore
readme-what =
    Tutti i dati di { $url }, data di riferimento: { $date }. Ogni tabella è in formato CSV (UTF-8, valori separati da
    virgole, punto decimale), ogni sezione e ogni indicatore in formato JSON. Il significato delle colonne è
    descritto in
    datapackage.json; il contenuto di ciascuna tabella è descritto nel file che la accompagna, il cui nome termina con
    csv-metadata.json.
readme-licence = { $given ->
    [yes] Licenza: { $licence }
   *[no] Non è indicata alcuna licenza. Per utilizzare i dati occorre rivolgersi a chi li pubblica.
 }
readme-cite = Citare come segue: { $citation }
readme-files = I file
data-facts = ogni dato con la relativa fonte
data-part = { $collection }: { $part }
moved-to = Questa pagina ha cambiato indirizzo: { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } valore
        [many] { $count } di valori
       *[other] { $count } valori
    }
correction-change = { $kind ->
    [added] ora { $now }; in precedenza nessun valore pubblicato
    [gone] { $was }, valore ritirato
    [number] da { $was } a { $now }
   *[other] in precedenza: { $was }; ora: { $now }
 }

## Changes

changes-address = modifiche
changes-title = Che cosa è cambiato
changes-edition = Edizione { $date }
change-kind = { $kind ->
    [correction] Rettifiche
    [new] Nuove schede
    [stage] Fasi
    [certainty] Grado di certezza
    [moved] Indirizzi
    [gone] Schede non più pubblicate
   *[value] Valori
 }
change-phrase = { $kind ->
    [new] scheda assente nelle edizioni precedenti
    [gone] scheda non più pubblicata
    [moved] il vecchio indirizzo { $was } porta ora a { $now }
    [later] { $was }, poi { $now }
    [missing] { $now }; nelle edizioni precedenti: { $was }
    [firm] { $now }; nelle edizioni precedenti: { $was }
    [coarser] { $now }; data nelle edizioni precedenti: { $was }
    [undated] { $now }; senza data nelle edizioni precedenti
   *[new-value] { $now }
 }

## Search

search-address = ricerca
az-address = a-z
search-title = Ricerca
az-title = Dalla A alla Z
search-lists = Elenchi
# Words that ask and join: a search leaves them out of a question.
search-small-words = a ad agli ai al all alla alle allo anche avere c che chi ci com come con cos cosa così cui d da dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello di dov dove e ed essere fra gli ha hanno ho i il in io l la le li lo loro ma mi mia mio molta molte molti molto ne negli nei nel nell nella nelle nello noi nostra nostri nostro numero o per perché possono può qual quale quali quando quanta quante quanti quanto quella quelle quelli quello quest questa queste questi questo se si significa sono su sua sue sugli sui sul sull sulla sulle sullo suo suoi tra tutte tutti un una uno vengono viene voi vostra vostro è

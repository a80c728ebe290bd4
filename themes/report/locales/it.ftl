# Not yet reviewed by a native speaker.
## The theme report: what its templates say.

skip-link = Vai al contenuto
menu = Menu
navigation-label = Navigazione principale
external = collegamento esterno
language = Lingua
not-translated = traduzione non disponibile
breadcrumb-label = Percorso di navigazione
home = Home
notices = Avvertenze
as-of-notice = Queste pagine presentano i dati così come risultavano in data { $date }. I testi sono quelli attuali.
fallback-notice = Questa pagina non è ancora tradotta ed è visualizzata nella lingua originale ({ $language }).
published-by = Pubblicato da
footer-data = Dati
footer-about = Informazioni sul sito
feed = Feed delle notizie (Atom)
licence = Testi e dati: { $license }
facts-as-of = Data di riferimento dei dati: { $date }
last-changed = Ultima modifica: { $date }
pages = Pagine
page-of = Pagina { $number } di { $of }
page-next = Pagina successiva
page-previous = Pagina precedente
not-found-title = Pagina non trovata
not-found-text =
    A questo indirizzo non esiste alcuna pagina.
    È possibile che la pagina sia stata spostata o che l’indirizzo contenga un errore di battitura.
languages-title = Scelta della lingua
permanent-text = Questo è l’indirizzo permanente di:
facts = Dati
corrections = Rettifiche
corrected = rettificato
source = Fonte
sources = Fonti
source-number = Fonte { $number }
source-details = informazioni sulla fonte
source-details-of = Informazioni sulla fonte «{ $title }»
states = Dati tratti da questa fonte: { $facts }
basis = Dati basati su questa fonte: { $facts }
own-work = elaborazione propria
no-source = nessuna fonte indicata
date-missing = data non pubblicata
on-this-page = In questa pagina
downloads = Download
download-record = Questa scheda:
download-collection = Tutte le schede, { $collection }:
download-sheet = per Excel e LibreOffice, { $size }
download-chart = grafico in formato SVG, { $size }
embed = Incorpora
embed-how =
    Copia queste righe in una tua pagina.
    Mostrano l’indicatore e il relativo grafico così come sono pubblicati in questo sito
    al momento della consultazione, senza script.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Figures

value = Valore
date = Data
change = Variazione
groups = Disaggregazione
by-group = Disaggregazione: { $group }
history = Evoluzione nel tempo
values-of = Valori: { $title }
reported = secondo la fonte
computed = calcolato in base alle schede di questo sito
reported-and-listed = Secondo la fonte e in questo sito
listed-here = in questo sito
listed = { $listed } su { $reported } in questo sito
gap = Il valore riportato dalla fonte ({ $source }) supera di { $gap } la somma delle schede di questo sito.
part-of = { $part } su { $whole }
known = in base a { $known } delle { $of } schede
known-undated = { $count } senza data
running = in corso
how-counted = Metodo di calcolo
behind = Schede alla base di questo valore
show-rest = Mostra il resto
show-more = Mostra altro
labelled = { $label }:
other = Altro

## Sources, corrections, glossary

publishers = Editori
undated = Senza data
repost = Senza collegamento: si tratta di una copia pubblicata da terzi.
own-work-text = Si tratta di un’elaborazione propria, non di un documento pubblicato da terzi.
stated = Dati tratti da questa fonte
stated-record = la scheda nel suo complesso
stated-nothing = Nessun dato di questo sito è tratto da questa fonte.
what-changed = Che cosa è cambiato
corrections-none = Finora non è stata pubblicata alcuna rettifica.
editions = Edizioni
changes-lead =
    Valori, fasi, schede e rettifiche, edizione per edizione. La data dell’edizione è riportata per prima; tra
    parentesi è
    indicata la data a cui si riferisce il dato. Le novità della prima edizione ({ $first }) non sono elencate
    singolarmente,
    né lo sono le modifiche ai testi e alle fonti.
changes-feed = Feed delle modifiche (Atom)
changes-none = In questa edizione non è cambiato nulla di quanto è elencato qui.
corrections-all = Tutte le rettifiche
withdrawn = valore ritirato
touched-figures = Indicatori interessati
touched-texts = Testi che riportano il valore
letters = Lettere
term-avoid = Termini non usati in questo sito: { $words }

## Contact, data, completeness

contact-address = Indirizzo
contact-email = E-mail
contact-phone = Telefono
contact-website = Sito web
contact-none = Non sono ancora disponibili recapiti.
mistakes = Hai trovato un errore?
mistakes-text =
    Scrivici, indicando la pagina e il valore.
    I contenuti pubblicati che risultano errati vengono rettificati e la rettifica è riportata in questo sito.
collection = Sezione
records = Schede
data-collections = Tutte le schede
data-figures = Tutti gli indicatori
data-described = Informazioni sui dati
licence-label = Licenza
facts-as-of-label = Data di riferimento dei dati
completeness = Informazioni disponibili
latest-edition = Modifiche dell’ultima edizione
edition-of = Pubblicata in data { $date }.
edition-first = È la prima edizione: tutti i contenuti sono nuovi.
edition-nothing = Non ha modificato alcuna pagina.
known-sourced = Con fonte
known-unsourced = Senza fonte
languages-complete = Lingue

## Records and lists

common-source = Fonte, salvo diversa indicazione:
record-empty = Questa scheda non contiene altre informazioni.
and-more = { $count ->
    [one] un’altra voce
   *[other] altre { $count } voci
 }
share = Quota
total = Totale
siblings = { $label }: altre schede in «{ $name }»
backlinks-by = { $label } ({ $field })
all-of = Vedi tutto: { $label }
all-records = Tutte le schede ({ $count })
where-it-is = Dove si trova
counted-in = Indicatori collegati
cite = Come citare
at-a-glance = In sintesi
tally = { $from }–{ $to } di { $count }
filter = Filtri
filter-and-sort = Filtra e ordina
filter-none = Nessuna scheda corrisponde ai criteri scelti.
filter-some = { $shown } su { $count }
name-contains = Il nome contiene
sort-by = Ordina per
sort-given = ordine predefinito
sorted-by = per { $field }
sort-newest = { $field }, dal più recente al meno recente
sort-largest = { $field }, in ordine decrescente
sort-az = { $field }, dalla A alla Z
facet-missing = non indicato
clear = Rimuovi i filtri

## Home, news

headline-figures = In cifre
all-figures = Tutti gli indicatori
browse = Esplora
where = Sulla mappa
news-by-year = Per anno
subscribe = Iscrizione agli aggiornamenti
press = Contatti per la stampa

## Search

search = Cerca
search-label = Cerca in questo sito
search-hint = Nome o argomento
search-examples = Ad esempio
search-results = { $count ->
    [one] { $shown } risultato per «{ $query }»
   *[other] { $shown } risultati per «{ $query }»
 }
search-none = Nessun risultato per «{ $query }»
search-most = Nessun risultato contiene tutte le parole; sono mostrati quelli che ne contengono il maggior numero.
search-close = Nessuna corrispondenza esatta; sono mostrati i risultati con grafia simile.
search-kinds = Risultati per tipo
search-all = Tutti
search-rest = Mostra tutti i risultati ({ $count })
search-failed = Non è stato possibile caricare la ricerca. Gli elenchi seguenti portano a tutti i contenuti del sito.
search-script =
    La ricerca richiede JavaScript. Senza JavaScript, gli elenchi seguenti portano a tutti i contenuti del sito.
search-try = Suggerimenti
search-try-words = Una parola più breve o più generica, oppure il nome nella lingua originale
search-try-names = Tutti i nomi dalla A alla Z
search-try-mail = Scrivici
search-mail-subject = Ricerca: { $query }
az-see = vedi { $name }

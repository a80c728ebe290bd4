# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = information non publiée
missing-not-applicable = sans objet
missing-confidential = confidentiel
missing-not-yet = pas encore disponible
status-final = définitif
status-provisional = provisoire
status-estimated = estimé
status-inferred = notre déduction
status-forecast = prévision
status-revised = révisé
bound-more-than = plus de { $value }
bound-at-least = au moins { $value }
bound-less-than = moins de { $value }
bound-at-most = au plus { $value }
bound-about = environ { $value }
yes = oui
no = non
separator-list = {", "}
separator-dot = {" · "}
own-work = travail de la rédaction
latitude-north = { $value }° N
latitude-south = { $value }° S
longitude-east = { $value }° E
longitude-west = { $value }° O
size-kilobytes = { $value } ko
size-megabytes = { $value } Mo
size-gigabytes = { $value } Go
unit-percent = { $value } %
unit-CNY = { $scale ->
    [word] { $value } de yuans
   *[digits] { $value } yuans
 }

## Dates. $precision says how much of the date is known: year, month, day

date-range =
    { $precision ->
        [day] du { $from } au { $to }
       *[other] de { $from } à { $to }
    }
cite-text =
    { $signed ->
        [yes] { $publisher } : { $title }
       *[no] { $title }
    }. { $site }, état au { $date }. { $addresses ->
        [both] { $page } (adresse permanente : { $url })
       *[one] { $url }
    }
cite-fact =
    { $title }{ $valued ->
        [yes]  : { $value }
       *[no] { "" }
    }{ $noted ->
        [yes] { " " }({ $notes })
       *[no] { "" }
    }
cite-source =
    { $own ->
        [yes] travail de la rédaction :{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher } : { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. Cité d’après : { $citation }
cite-permanent = adresse permanente : { $url }
cite-value =
    { $title } : { $value } ({ $basis ->
        [reported] selon une source
       *[computed] calculé à partir des fiches de ce site
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date =
    { $precision ->
        [day] depuis le { $date }
       *[other] depuis { $date }
    }
by-date =
    { $precision ->
        [day] depuis le { $date } au plus tard
       *[other] depuis { $date } au plus tard
    }
figure-as-of =
    { $precision ->
        [day] au { $date }
       *[other] en { $date }
    }
date-missing = date non publiée
last-changed = Dernière modification : { $date }
date-quarter = { $quarter ->
    [1] 1ᵉʳ
   *[other] { $quarter }e
 } trimestre { $year }
date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day-short = { $day2 }/{ $month2 }/{ $year }
date-time = { $date }, { $hour } h { $minute }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } fiche
       *[other] { $count } fiches
    }
page-title = { $title } (page { $number } sur { $of })

## Numbers in short

compact-million = { $value } { $count ->
    [one] million
   *[other] millions
}
compact-billion = { $value } { $count ->
    [one] milliard
   *[other] milliards
}
compact-trillion = { $value } mille milliards

## Prose

alert-note = Note
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
footnote-back = Retour au texte
prose-table = Tableau
photo-credit = Photo : { $credit }
quote-expired = n’est plus publié
to-fill = à compléter :

## How a figure is computed

group-none = aucune fiche ici
formula-count = Nombre de fiches dans « { $collection } »
formula-sum = Somme de « { $measure } » dans « { $collection } »
formula-average = Moyenne de « { $measure } » dans « { $collection } »
formula-minimum = Plus petite valeur de « { $measure } » dans « { $collection } »
formula-maximum = Plus grande valeur de « { $measure } » dans « { $collection } »
formula-share = Part des fiches dans « { $collection } »
formula-coverage = Fiches dans « { $collection } » selon « { $by } »
formula-where = { $formula } avec { $conditions }
formula-pair = { $label } : { $value }
formula-not = sauf { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first } ; { $second }

## Charts and maps

chart-table = Données sous forme de tableau
chart-date = Date
chart-value = Valeur
chart-source = Source
chart-reported = selon la source
chart-computed = calculé à partir des fiches de ce site
chart-listed = figurant ici
chart-as-of = { $precision ->
    [day] Situation au { $date }
   *[other] Situation en { $date }
 }
chart-gap = selon la source, ne figurant pas ici
chart-sources = { $count ->
    [one] Source : { $sources }
   *[other] Sources : { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Part
chart-count = Nombre
chart-total = Total
chart-known = d’après { $known } fiches sur { $of }
chart-running = période en cours
chart-since = aucun chiffre plus récent trouvé
chart-sum = calculé ici
chart-empty = Aucune valeur pour l’instant.
map-boundaries = Limites : { $sources }

## Ce que montrent diagrammes et cartes, en une phrase, pour qui ne les voit pas. $shape dit comment les valeurs évoluent de la
## première ($first) à la dernière ($last), chacune avec sa date ; $value est la dernière seule

finding-only = Une seule valeur : { $value }.
finding-course =
    { $shape ->
        [up] En hausse : { $first }, puis { $last }.
        [up-throughout] En hausse à chaque valeur : { $first } au début, { $last } à la fin.
        [never-down] En hausse, jamais en baisse : { $first } au début, { $last } à la fin.
        [down] En baisse : { $first }, puis { $last }.
        [down-throughout] En baisse à chaque valeur : { $first } au début, { $last } à la fin.
        [never-up] En baisse, jamais en hausse : { $first } au début, { $last } à la fin.
        [steady] Sans changement entre { $begin } et { $end } : { $value }.
        [mixed] Tantôt en hausse, tantôt en baisse : { $first } au début, { $last } à la fin.
       *[open] { $first } au début, { $last } à la fin.
    }
finding-highest =
    { $count ->
        [one] Valeur la plus élevée : { $value }.
       *[other] Valeur la plus élevée : { $value }, atteinte { $count } fois.
    }
finding-lowest =
    { $count ->
        [one] Valeur la plus basse : { $value }.
       *[other] Valeur la plus basse : { $value }, atteinte { $count } fois.
    }
finding-running = Période en cours : { $value }.
finding-gaps = Sans valeur : { $names }.
finding-most =
    { $count ->
        [one] Valeur la plus élevée : { $names }, { $value }.
       *[other] Valeur la plus élevée : { $names }, à égalité, { $value }.
    }
finding-equal = Même valeur pour les { $count } : { $value }.
finding-without = Sans valeur : { $names }.
finding-dates = Les valeurs sont de dates différentes.
finding-places =
    { $count ->
        [one] { $count } lieu.
       *[other] { $count } lieux.
    }
finding-unplaced =
    { $count ->
        [one] Hors de la carte : { $names }.
       *[other] { $count } hors de la carte : { $names }.
    }

## Data files and addresses

data-all = Toutes les données
data-sheet = pour tableur
sheet-id = Identifiant
sheet-page = Page
sheet-as-of = Données au
sheet-licence = Licence
sheet-latitude = latitude
sheet-longitude = longitude
sheet-alt = description de l’image
sheet-caption = légende
sheet-credit = crédit
sheet-bound = exact ou non
sheet-status = statut
sheet-since = depuis
sheet-by = au plus tard depuis
sheet-missing = pourquoi il n’y a pas de valeur
readme-what =
    Toutes les données de { $url }, situation au { $date } : chaque tableau en CSV (UTF-8, séparé par des virgules, nombres
    avec un point), chaque ensemble de fiches et chaque chiffre clé en JSON. Le sens des colonnes est expliqué dans
    datapackage.json ; ce que contient un tableau l’est à côté, dans un fichier dont le nom finit par csv-metadata.json.
readme-licence = { $given ->
    [yes] Licence : { $licence }
   *[no] Aucune licence n’est indiquée. Qui veut utiliser les données s’adresse à l’éditeur.
 }
readme-cite = À citer ainsi : { $citation }
readme-files = Les fichiers
data-facts = chaque donnée avec sa source
data-part = { $collection } : { $part }
moved-to = Cette page a changé d’adresse : { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } valeur
       *[other] { $count } valeurs
    }
correction-change = { $kind ->
    [added] désormais { $now } ; rien n’était publié auparavant
    [gone] { $was }, valeur retirée
    [number] de { $was } à { $now }
   *[other] auparavant : { $was } ; désormais : { $now }
 }

## Changes

changes-address = modifications
changes-title = Ce qui a changé
changes-edition = Édition du { $date }
change-kind = { $kind ->
    [correction] Rectificatifs
    [new] Nouvelles fiches
    [stage] Étapes
    [certainty] Degré de certitude
    [moved] Adresses
    [gone] Fiches retirées
   *[value] Valeurs
 }
change-phrase = { $kind ->
    [new] dans aucune édition antérieure
    [gone] fiche retirée
    [moved] l’ancienne adresse { $was } mène désormais à { $now }
    [later] { $was }, puis { $now }
    [missing] { $now } ; dans les éditions antérieures : { $was }
    [firm] { $now } ; dans les éditions antérieures : { $was }
    [coarser] { $now } ; date dans les éditions antérieures : { $was }
    [undated] { $now } ; sans date dans les éditions antérieures
   *[new-value] { $now }
 }

## Search

search-address = recherche
az-address = a-z
search-title = Recherche
az-title = De A à Z
search-lists = Listes
# Mots qui interrogent et relient : la recherche les laisse de côté dans une question.
search-small-words = a au aux avec ce cela celui ces cet cette combien comment dans de des du elle elles en est et il ils je la le les leur leurs me mes mon nombre nos notre nous ont ou où par peut pour pourquoi quand que quel quelle quelles quels qui quoi sa se sera ses signifie son sont sur un une vos votre vous y à été être

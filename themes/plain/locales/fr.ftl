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
own-work = travail de la rédaction
bound-more-than = plus de { $value }
bound-at-least = au moins { $value }
bound-less-than = moins de { $value }
bound-at-most = au plus { $value }
bound-about = environ { $value }
alert-note = Note
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
footnote-back = Retour au texte
prose-table = Tableau
quote-expired = n’est plus publié
to-fill = à compléter :
yes = oui
no = non
compact-million = { $value } { $count ->
    [one] million
   *[other] millions
}
compact-billion = { $value } { $count ->
    [one] milliard
   *[other] milliards
}
compact-trillion = { $value } mille milliards
group-none = aucun
unit-percent = { $value } %
date-quarter = { $quarter ->
    [1] 1ᵉʳ
   *[other] { $quarter }e
 } trimestre { $year }
formula-count = Nombre de fiches dans « { $collection } »
formula-sum = Somme de « { $measure } » pour « { $collection } »
formula-average = Moyenne de « { $measure } » pour « { $collection } »
formula-minimum = Plus petite valeur de « { $measure } » dans « { $collection } »
formula-maximum = Plus grande valeur de « { $measure } » dans « { $collection } »
formula-share = Part des fiches de « { $collection } »
formula-coverage = Fiches de « { $collection } » selon « { $by } »
formula-where = { $formula } avec { $conditions }
formula-pair = { $label } : { $value }
formula-not = sauf { $value }
chart-table = Données sous forme de tableau
chart-date = Date
chart-value = Valeur
chart-source = Source
chart-reported = selon la source
chart-computed = calculé à partir des fiches de ce site
chart-listed = recensé ici
chart-as-of = { $precision ->
    [day] Situation au { $date }
   *[other] Situation en { $date }
 }
chart-gap = selon la source, non recensé ici
map-boundaries = Limites : { $sources }
chart-sources = { $count ->
    [one] Source : { $sources }
   *[other] Sources : { $sources }
 }
formula-best = { $field } ({ $collection })
formula-join = { $first } ; { $second }
chart-of-date = { $value } ({ $date })
chart-sum = calculé ici
chart-empty = Aucune valeur pour l’instant.
data-facts = chaque donnée avec sa source
data-part = { $collection } : { $part }
moved-to = Cette page a changé d’adresse : { $title }.
date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day-short = { $day2 }/{ $month2 }/{ $year }
date-time = { $date }, { $hour } h { $minute }
date-range =
    { $precision ->
        [day] du { $from } au { $to }
       *[other] de { $from } à { $to }
    }
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
unit-CNY = { $scale ->
    [word] { $value } de yuans
   *[digits] { $value } yuans
 }

## Le thème plain

skip-link = Aller au contenu
languages-label = Langue
navigation-label = Navigation principale
breadcrumb-label = Vous êtes ici
footer-label = À propos de ce site
fallback-notice = Cette page n’est pas encore traduite ; elle s’affiche dans la langue d’origine ({ $language }).
source-states = Atteste : { $facts }
source-basis = Base de : { $facts }
sources-heading = Sources
not-found-title = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse.
page-of = Page { $number } sur { $of }
page-next = Page suivante
page-previous = Page précédente
figure-as-of =
    { $precision ->
        [day] au { $date }
       *[other] en { $date }
    }
figure-listed =
    { $listed ->
        [one] { $listed } sur { $reported } figure ici ({ $date })
       *[other] { $listed } sur { $reported } figurent ici ({ $date })
    }
figure-running = à ce jour
figure-history = Évolution
figure-groups = Groupes
figure-values = Valeurs
figure-date = Date
figure-value = Valeur
figure-computed = calculé
corrections-heading = Rectificatifs
as-of-notice = Ce rapport présente la situation au { $date }. Les textes sont ceux d’aujourd’hui.
facts-as-of = Données arrêtées au { $date }
last-changed = Dernière modification : { $date }
date-missing = date non publiée
figure-undated = dont { $count } sans date
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

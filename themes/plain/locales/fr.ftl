missing-not-available = non publié
missing-not-applicable = sans objet
missing-confidential = confidentiel
missing-not-yet = pas encore disponible
status-final = définitif
status-provisional = provisoire
status-estimated = estimé
status-forecast = prévision
status-revised = révisé
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
yes = oui
no = non
compact-million = { $value } { $count ->
    [one] million
   *[other] millions
}
compact-billion = { $value } { $count ->
    [one] milliard
   *[other] milliards
}
compact-trillion = { $value } mille milliards
data-facts = chaque donnée avec sa source
data-part = { $collection } : { $part }
moved-to = Cette page a changé d’adresse : { $title }.
date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day-short = { $day2 }/{ $month2 }/{ $year }
date-time = { $date }, { $hour } h { $minute }
unit-CNY = { $value } yuans

## Le thème plain

skip-link = Aller au contenu
languages-label = Langue
navigation-label = Navigation principale
breadcrumb-label = Vous êtes ici
footer-label = À propos de ce site
fallback-notice = Cette page n’est pas encore traduite ; elle s’affiche dans la langue d’origine ({ $language }).
sources-heading = Sources
not-found-title = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse.
page-of = Page { $number } sur { $of }
page-next = Page suivante
page-previous = Page précédente

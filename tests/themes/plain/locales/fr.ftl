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
figure-undated = dont { $count } sans date

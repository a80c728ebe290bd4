## Frame of every page

brand-line = Centres d’innovation manufacturière
skip-link = Aller au contenu
menu = Menu
main-navigation = Navigation principale
breadcrumb = Vous êtes ici
language = Langue
about-site = À propos de ce site
feed = Fil d’actualité (Atom)
license = Licence
investor-inquiries = Contact investisseurs
og-locale = fr_FR
fallback-notice =
    Cette page n’existe pas en français ; elle s’affiche { $lang ->
        [en] en anglais
        [de] en allemand
       *[other] en { $language }
    }.
on-this-page = Sur cette page
home = Accueil
not-found = Page introuvable
not-found-text =
    Aucune page ne se trouve à cette adresse. Elle a peut-être changé de place, ou l’adresse contient une faute de
    frappe.
not-found-each =
    { $lang ->
        [de] Zur Startseite
        [fr] Vers l’accueil
       *[other] To the home page
    }
not-found-lists = Ce que contient le rapport
pages = Pages
page-next = Page suivante
page-previous = Page précédente
page-number = Page { $number } sur { $of }

## Dates and vouchers. $precision says how much of the date is known

figure-as-of =
    { $precision ->
        [day] Situation au { $date }
       *[other] Situation en { $date }
    }
forecast-for = Objectif pour { $date }
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
computed = Calculé à partir des fiches de ce rapport
not-published = information non publiée
undated = sans date
pair = { $name } : { $value }
label = { $label } :
our-wording = notre appellation
publisher-blank = Éditeur à confirmer
no-address = aucune adresse publique connue
this-page = Cette page
unit-CNY =
    { $scale ->
        [word] { $value } de yuans
       *[digits] { $count ->
            [one] { $value } yuan
           *[other] { $value } yuans
        }
    }
number = Nombre

## Sources

source = Source
sources = Sources
sources-more =
    { $count ->
        [one] et une autre source
       *[other] et { $count } autres sources
    }
source-number = Source { $number }
source-details = Détails
source-details-of = Détails : { $title }
sources-lede =
    { $count ->
        [one] { $count } source, avec les données qui reposent sur elle.
       *[other] { $count } sources, chacune avec les données qui reposent sur elle.
    }
cited-name = nom et titre
source-basis = Sert de base à : { $facts }
source-states = Atteste : { $facts }
language-name =
    { $tag ->
        [de] Allemand
        [en] Anglais
        [fr] Français
        [ja] Japonais
        [zh-Hans] Chinois
        [zh-Hant] Chinois (caractères traditionnels)
       *[other] { $tag }
    }
unnamed-publisher = Éditeur non indiqué
repost = reprise, citée sans lien
no-link = citée sans lien
own-description = titre : description de la rédaction
permanent-address = Adresse permanente
cited-by = Où cette source est citée
cited-by-none = Aucune fiche ne cite cette source.
cited-by-count =
    { $count ->
        [0] non citée
        [one] citée par { $count } fiche
       *[other] citée par { $count } fiches
    }

## Stamp of a page

last-changed = Dernière modification : { $date }
as-of-notice = Ce rapport présente la situation au { $date }. Les textes sont ceux d’aujourd’hui.
facts-as-of = Données arrêtées au { $date }
download = Télécharger
download-list = Télécharger :
corrected-on = Rectifié le { $date }

## Figures

reported = Selon la source
computed-short = calculé
of-whole = sur { $whole }
part-of = { $part } sur { $whole }
part-of-share = { $part } sur { $whole } ({ $share })
records = Fiches
figures-lede =
    Les chiffres clés de ce rapport, chacun avec sa définition et sa date. Ils viennent d’une source, sont calculés
    à partir des fiches de ce rapport, ou existent sous les deux formes.
figures-other = Autres chiffres clés
figure-latest = Dernière valeur
figure-against = Selon la source et calculé
figure-partial = Notre liste est incomplète
figure-partial-text =
    Un carré plein représente une fiche que ce rapport recense à cette date, un carré vide le reste de ce que compte
    la source.
figure-summed = Somme des données recensées ici
figure-sum = Somme ici
figure-summed-text =
    Les données de ce rapport n’ont pas toutes la même date. Leur somme peut donc différer du nombre donné par la
    source.
figure-listed =
    { $listed ->
        [one] { $listed } sur { $reported } figure ici ({ $date })
       *[other] { $listed } sur { $reported } figurent ici ({ $date })
    }
figure-known =
    { $known ->
        [one] { $known } fiche sur { $of } indique une valeur
       *[other] { $known } fiches sur { $of } indiquent une valeur
    }
figure-complete = complète
said-reported = selon la source
said-listed = sur ce site
said-summed = somme des données recensées ici :
figure-history = Évolution de cet indicateur
figure-table = Toutes les valeurs, de la plus récente à la plus ancienne
figure-earlier = Auparavant :
figure-date = Situation
figure-value = Valeur
figure-reported = Selon la source
figure-change = Variation
figure-change-since =
    { $precision ->
        [day] { $change } depuis le { $date }
       *[other] { $change } depuis { $date }
    }
figure-listed-here = Recensé ici
figure-gap = Non recensé
figure-running = (période en cours)
figure-undated = dont { $count } sans date
figure-by = Répartition : { $by }
figure-groups = Répartition
figure-groups-table = Tous les groupes
figure-group = Groupe
group-none = aucun centre connu
formula-count = On compte les fiches « { $collection } » de ce rapport
formula-where = { $formula } – { $conditions }
chart-computed = calculé à partir des fiches de ce rapport
figure-made = Comment cet indicateur est établi
figure-basis = Origine
figure-formula = Calcul
figure-formula-none = Non calculé : seule la source donne la valeur.
figure-unit = Unité
figure-coverage = Couverture
figure-status = Statut
figure-records = Fiches à l’origine de ce chiffre
figure-cite = Comment citer
cite-figure =
    { $signed ->
        [yes] { $publisher }, « { $title } »
       *[no] « { $title } »
    } : { $value } ({ $basis ->
        [reported] selon la source
       *[other] calculé par ce rapport
    }{ $sure ->
        [yes] , { $status }
       *[no] { "" }
    }, { $precision ->
        [period] { $date }
        [forecast] objectif pour { $date }
        [day] au { $date }
       *[other] en { $date }
    }), dans : { $site }, situation au { $report }

## Corrections

corrections = Rectificatifs
corrections-lede =
    Ce que ce rapport a dit et a dû rectifier, avec la date et le motif. Un rectificatif répare une erreur de notre
    part ; une révision remplace une valeur par de meilleures données.
corrections-none = Aucun rectificatif à ce jour.
corrections-all = Tous les rectificatifs
correction-changed = Ce qui a changé
correction-texts = Textes qui citent cette valeur
correction-touched = Chiffres qui ont changé avec elle
correction-withdrawn = valeur retirée
correction-unpublished = non publiée auparavant
correction-details = Détails
correction-details-of = Détails du rectificatif : { $title }

## The report, the data

report-provinces = Comparaison entre provinces
report-provinces-more = Les chiffres de chaque province, avec leurs dates
provinces-caption = { $figure }, seul jour pour lequel toutes les provinces ayant un centre connu sont comparables.
known = Ce qui est connu, ce qui manque
known-text =
    Le tableau compte les données de ce rapport. Une valeur que nous n’avons trouvée dans aucune source est signalée
    comme non publiée, jamais estimée.
known-facts = Les données et leurs sources
known-collection = Rubrique
known-stated = Données
known-sourced = Avec source
known-unsourced = Sans source
known-own = Notre déduction
data-collections = Tableaux
data-described = Licence et description
license-blank = L’éditeur n’a pas encore indiqué de licence.

## A center

facts = En bref
role =
    { $role ->
        [operator] { $count ->
            [one] Société porteuse
           *[other] Sociétés porteuses
        }
        [lead] { $count ->
            [one] Chef de file
           *[other] Chefs de file
        }
        [partner] { $count ->
            [one] Partenaire
           *[other] Partenaires
        }
        [shareholder] { $count ->
            [one] Actionnaire
           *[other] Actionnaires
        }
       *[other] { $label }
    }
news = Actualités

## News, glossary

news-lede =
    { $count ->
        [one] { $count } article, avec sa source.
       *[other] { $count } articles, du plus récent au plus ancien, chacun avec sa source.
    }
terms-lede = Les mots de ce rapport et le sens qu’ils y ont.
terms-all = Tous les termes du glossaire

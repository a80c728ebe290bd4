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
not-found-text = Aucune page ne se trouve à cette adresse. Elle a peut-être changé de place, ou l’adresse contient une faute de frappe.
not-found-each =
    { $lang ->
        [de] Seite nicht gefunden – zur Startseite
        [fr] Page introuvable – vers l’accueil
       *[other] Page not found – to the home page
    }
not-found-lists = Ce que contient le rapport
pages = Pages
page-next = Page suivante
page-previous = Page précédente
page-number = Page { $number } sur { $of }

## Dates and vouchers. $precision says how much of the date is known

as-of =
    { $precision ->
        [day] Situation au { $date }
       *[other] Situation en { $date }
    }
stage-since =
    { $precision ->
        [day] depuis le { $date }
       *[other] depuis { $date }
    }
stage-by =
    { $precision ->
        [day] au plus tard le { $date }
       *[other] au plus tard en { $date }
    }
computed = Calculé à partir des fiches de ce rapport
not-published = non publié
undated = sans date
pair = { $name } : { $value }
unit-CNY =
    { $count ->
        [one] { $value } yuan
        [many] { $value } de yuans
       *[other] { $value } yuans
    }
number = Nombre

## Sources

source = Source
sources = Sources
source-number = Source { $number }
source-details = Détails
source-details-of = Détails : { $title }
sources-lede =
    { $count ->
        [one] { $count } source. Chaque donnée de ce rapport renvoie à la source sur laquelle elle repose.
       *[other] { $count } sources. Chaque donnée de ce rapport renvoie à celles sur lesquelles elle repose.
    }
unnamed-publisher = éditeur non indiqué
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

## Home

home-counts = Centres par niveau et par étape
home-listed = Centres recensés dans ce rapport
home-listed-text = Chacun a sa propre page ; chaque donnée y renvoie à sa source.
home-by-city = Centres par ville
names = Noms
news-all = Toutes les actualités

## Centers

centers-count =
    { $count ->
        [one] { $count } centre
       *[other] { $count } centres
    }
centers-none = aucun centre connu
centers-lede =
    { $count ->
        [one] Le seul centre d’innovation manufacturière du Shandong recensé dans ce rapport.
       *[other] Les { $count } centres d’innovation manufacturière du Shandong recensés dans ce rapport, par niveau et par étape.
    }
center-and-chinese-name = Centre et nom chinois
stage-reached = Date de l’étape
filter-centers = Filtrer les centres
filter-all-chains = Toutes
filter-all-cities = Toutes
filter-all-levels = Tous
filter-all-stages = Toutes
filter-reset = Réinitialiser les filtres
filter-shown = { $shown } sur { $total } affichés
filter-none = Aucun centre ne correspond à ce choix.

## A center

center-class =
    { $level ->
        [national] Centre national d’innovation manufacturière
       *[other] Centre provincial d’innovation manufacturière
    }
own-name = Nom français : traduction de la rédaction
facts = En bref
succeeds = Succède à
timeline = Chronologie
timeline-none = Aucune source n’indique de date pour ce centre.
facilities-none = Aucune source n’indique si ce centre dispose des quatre moyens techniques demandés : développement technologique, essais et validation, échelle pilote et incubation, valorisation des résultats.
breakthroughs-none = Aucune source ne mentionne de percée technologique de ce centre.
breakthroughs-table = Percées, avec leurs dates et leurs sources
place-in-chain = Place dans la filière
chains-none = Aucune source ne rattache ce centre à une filière.
segment-not-published = maillon non publié
this-center = ce centre
center-text = Le centre en quelques mots
related-chain = Centres de la même filière
related-city = Autres centres à { $city }
news = Actualités

## Chains

chains-lede =
    { $count } filières figurent ici. { $with ->
        [0] Aucune ne compte de
        [one] Une seule compte au moins un
       *[other] { $with } d’entre elles comptent au moins un
        } centre connu.
chains-centers = Les centres, filière par filière
sector-none = Secteur non publié
flow = Les centres et leur place dans la filière
flow-key = Lecture
flow-key-text = Le trait est plein là où travaille un centre de cette filière, interrompu là où l’on n’en connaît aucun.
flow-unplaced = Centres sans maillon attribué
chain-city-none = aucun centre connu dans cette filière
chain-city-by-center = Siège d’un centre de cette filière
chain-text = La filière en quelques mots

## Cities, fields, provinces

cities-lede =
    Sur les { $count } villes du Shandong, { $with ->
        [0] aucune ne compte de
        [one] une seule compte un
       *[other] { $with } comptent un
    } centre reconnu ou créé.
cities-group =
    { $group ->
        [with] Un centre reconnu ou créé
        [other-stage] Un centre à une autre étape
       *[none] Aucun centre connu
    }
city-not-published = Ville non publiée
city-not-published-text = Aucune source n’indique dans quelle ville se trouvent ces centres.
city-centers = Centres à { $city }
city-chains = Filières auxquelles la ville participe
city-text = La ville en quelques mots
fields-lede =
    { $count } domaines du programme national. { $with ->
        [0] Aucun centre du Shandong n’y est connu.
        [one] Le Shandong a un centre dans l’un d’eux.
       *[other] Le Shandong a un centre dans { $with } d’entre eux.
    }
fields-here = Centres dans le Shandong
regions-lede = Centres nationaux par province. Chaque bloc réunit les chiffres connus à une même date ; des chiffres de dates différentes ne se comparent pas.

## News, glossary

news-lede =
    { $count ->
        [one] { $count } article, avec sa source.
       *[other] { $count } articles, du plus récent au plus ancien, chacun avec sa source.
    }
terms-lede = Les mots de ce rapport et le sens qu’ils y ont.
terms-all = Tous les termes du glossaire

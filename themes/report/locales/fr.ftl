## Le thème report : ce que disent ses gabarits.

skip-link = Aller au contenu
menu = Menu
navigation-label = Navigation principale
external = mène à un autre site
language = Langue
not-translated = non traduit
breadcrumb-label = Vous êtes ici
home = Accueil
notices = À noter
as-of-notice = Ces pages montrent la situation au { $date }. Les textes sont ceux d’aujourd’hui.
fallback-notice = Cette page n’est pas encore traduite ; elle est affichée dans la langue d’origine ({ $language }).
published-by = Publié par
footer-data = Données
footer-about = À propos de ce site
feed = Fil d’actualités (Atom)
licence = Textes et données : { $license }
facts-as-of = Données arrêtées au { $date }
last-changed = Dernière modification : { $date }
pages = Pages
page-of = Page { $number } sur { $of }
page-next = Page suivante
page-previous = Page précédente
not-found-title = Page introuvable
not-found-text =
    Aucune page ne se trouve à cette adresse.
    Elle a peut-être été déplacée, ou l’adresse comporte une faute de frappe.
languages-title = Choisir une langue
permanent-text = Ceci est l’adresse permanente de :
facts = Données
corrections = Rectificatifs
corrected = rectifié
source = Source
sources = Sources
source-number = Source { $number }
source-details = à propos de la source
source-details-of = À propos de la source « { $title } »
states = Données tirées de cette source : { $facts }
basis = Données fondées sur cette source : { $facts }
own-work = travail de la rédaction
no-source = aucune source indiquée
date-missing = date non publiée
on-this-page = Sur cette page
downloads = Télécharger
download-record = Cette fiche :
download-collection = Toutes les fiches, { $collection } :
download-sheet = pour Excel et LibreOffice, { $size }
download-chart = graphique en SVG, { $size }
embed = Intégrer
embed-how =
    Copiez ces lignes dans votre page.
    Elles affichent le chiffre et son graphique tels qu’ils sont publiés ici au moment de la lecture, sans script.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Chiffres

value = Valeur
date = Date
change = Variation
groups = Répartition
by-group = Répartition : { $group }
history = Historique
values-of = Valeurs : { $title }
reported = selon la source
computed = calculé à partir des fiches de ce site
reported-and-listed = Selon la source et figurant ici
listed-here = figurant ici
listed = { $listed ->
    [one] { $listed } sur { $reported } figure ici
   *[other] { $listed } sur { $reported } figurent ici
 }
gap = { $gap } de plus, selon { $source }, que dans les fiches figurant ici.
part-of = { $part } sur { $whole }
known = d’après { $known } fiches sur { $of }
known-undated = { $count ->
    [one] { $count } sans date
   *[other] { $count } sans date
 }
running = en cours
how-counted = Mode de calcul
behind = Fiches concernées
show-rest = Afficher la suite
show-more = Afficher plus
labelled = { $label } :
other = Autres

## Sources, rectificatifs, glossaire

publishers = Éditeurs
undated = Sans date
repost = Sans lien : reprise par un tiers.
own-work-text = Il s’agit de notre propre travail, et non d’un document publié par un tiers.
stated = Données tirées de cette source
stated-record = la fiche dans son ensemble
stated-nothing = Aucune donnée de ce site n’en est tirée.
what-changed = Ce qui a changé
corrections-none = Aucun rectificatif n’a été publié à ce jour.
editions = Éditions
changes-lead =
    Valeurs, étapes, fiches et rectificatifs, édition par édition. La date de l’édition vient en tête ; celle du
    fait est entre parenthèses. Ce que la première édition, du { $first }, a apporté n’est pas énuméré, pas plus que
    les textes et les sources.
changes-feed = Modifications en flux (Atom)
changes-none = Rien de ce qui est énuméré ici n’a changé dans cette édition.
corrections-all = Tous les rectificatifs
withdrawn = valeur retirée
touched-figures = Chiffres clés concernés
touched-texts = Textes qui citent la valeur
letters = Lettres
term-avoid = Non employé ici : { $words }

## Contact, données, exhaustivité

contact-address = Adresse
contact-email = Courriel
contact-phone = Téléphone
contact-website = Site internet
contact-none = Aucune coordonnée n’est encore indiquée.
mistakes = Vous avez trouvé une erreur ?
mistakes-text =
    Écrivez-nous en indiquant la page et le chiffre.
    Ce qui a été publié et se révèle faux est rectifié, et le rectificatif figure sur ce site.
collection = Rubrique
records = Fiches
data-collections = Toutes les fiches
data-figures = Tous les chiffres clés
data-described = À propos des données
licence-label = Licence
facts-as-of-label = Données arrêtées au
completeness = Ce qui est connu
latest-edition = Changements de la dernière édition
edition-of = Publiée le { $date }.
edition-first = C’est la première : tout y est nouveau.
edition-nothing = Elle n’a changé aucune page.
known-sourced = Avec source
known-unsourced = Sans source
languages-complete = Langues

## Fiches et listes

common-source = Source, sauf indication contraire :
record-empty = Cette fiche ne contient pas d’autre information.
and-more = { $count } autres
share = Part
total = Total
siblings = { $label } : autres fiches sous « { $name } »
backlinks-by = { $label } ({ $field })
all-of = Tout voir : { $label }
all-records = Voir les { $count }
where-it-is = Localisation
counted-in = Chiffres clés associés
cite = Comment citer
at-a-glance = En bref
tally = { $from }–{ $to } sur { $count }
filter = Filtrer
filter-and-sort = Filtrer et trier
filter-none = Aucune fiche ne correspond à ce choix.
filter-some = { $shown } sur { $count }
name-contains = Le nom contient
sort-by = Trier par
sort-given = ordre d’origine
sorted-by = par { $field }
sort-newest = { $field }, du plus récent au plus ancien
sort-largest = { $field }, par ordre décroissant
sort-az = { $field }, de A à Z
facet-missing = non renseigné
clear = Tout effacer

## Accueil, actualités

headline-figures = En chiffres
all-figures = Tous les chiffres clés
browse = Explorer
where = Sur la carte
news-by-year = Par année
subscribe = S’abonner
press = Contact presse

## Recherche

search = Rechercher
search-label = Rechercher sur ce site
search-hint = Nom ou sujet
search-examples = Par exemple
search-results = { $count ->
    [one] { $shown } résultat pour « { $query } »
   *[other] { $shown } résultats pour « { $query } »
 }
search-none = Aucun résultat pour « { $query } »
search-most = Aucune page ne contient tous les mots ; voici celles qui en contiennent le plus.
search-close = Aucune correspondance exacte ; voici ce qui s’écrit de façon proche.
search-kinds = Résultats par catégorie
search-all = Tous
search-rest = Afficher les { $count } résultats
search-failed = La recherche n’a pas pu être chargée. Les listes ci-dessous mènent à tout le contenu du site.
search-script = La recherche a besoin de JavaScript. Sans lui, les listes ci-dessous mènent à tout le contenu du site.
search-try = Que faire ?
search-try-words = Essayer un mot plus court ou plus général, ou le nom dans sa langue d’origine
search-try-names = Tous les noms de A à Z
search-try-mail = Nous écrire
search-mail-subject = Recherche : { $query }
az-see = voir { $name }

## Le thème report : ce que disent ses gabarits.

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
fallback-notice = Cette page n’est pas encore traduite ; elle est affichée dans la langue d’origine ({ $language }).
published-by = Publié par
footer-data = Données
footer-about = À propos de ce site
feed = Fil d’actualités (Atom)
licence = Textes et données : { $license }
facts-as-of = Données au { $date }
last-changed = Dernière modification : { $date }
pages = Pages
page-of = Page { $number } sur { $of }
page-next = Page suivante
page-previous = Page précédente
not-found-title = Page introuvable
not-found-text =
    Aucune page ne se trouve à cette adresse.
    Elle a peut-être été déplacée, ou l’adresse comporte une faute de frappe.
languages-title = Choisir une langue
permanent-text = Ceci est l’adresse permanente de :
facts = Données
corrections = Rectificatifs
corrected = rectifié
source = Source
sources = Sources
source-number = Source { $number }
source-details = sur la source
source-details-of = Sur la source « { $title } »
states = Indique : { $facts }
basis = Fonde : { $facts }
own-work = travail propre
no-source = aucune source indiquée
date-missing = date non publiée
on-this-page = Sur cette page
downloads = Télécharger
download = { $title }, { $format }
photo-credit = Photo : { $credit }

## Chiffres

value = Valeur
date = Date
change = Évolution
groups = Par groupe
by-group = Répartition : { $group }
history = Historique
values-of = Valeurs : { $title }
reported = déclaré
computed = calculé à partir des fiches de ce site
reported-and-listed = Ce qui est déclaré, ce qui figure ici
listed-here = figurant ici
listed = { $listed } sur { $reported } figurent ici
gap = { $source } indique { $gap } de plus que le total des fiches présentes ici.
part-of = { $part } sur { $whole }
known = { $known } sur { $of } donnent un chiffre
known-undated = { $count ->
    [one] { $count } sans date
   *[other] { $count } sans date
 }
running = en cours
how-counted = Mode de calcul
behind = Les fiches derrière ce chiffre
show-rest = Afficher la suite
other = Autres

## Sources, rectificatifs, glossaire

publishers = Éditeurs
undated = Sans date
repost = Sans lien : reprise par un tiers.
own-work-text = C’est notre propre travail, non le document d’un tiers.
stated = Ce qu’elle établit ici
stated-record = la fiche dans son ensemble
stated-nothing = Aucune donnée de ce site ne s’appuie sur elle.
what-changed = Ce qui a changé
corrections-none = Rien n’a été rectifié à ce jour.
corrections-all = Tous les rectificatifs
withdrawn = retiré
touched-figures = Chiffres modifiés en conséquence
touched-texts = Textes qui citent la valeur
letters = Lettres
term-avoid = Non employé ici : { $words }

## Contact, données, exhaustivité

contact-address = Adresse
contact-email = Courriel
contact-phone = Téléphone
contact-website = Site internet
contact-none = Aucune adresse n’est encore indiquée.
mistakes = Vous avez trouvé une erreur ?
mistakes-text =
    Écrivez-nous en indiquant la page et le chiffre.
    Ce qui a été publié et se révèle faux est rectifié, et le rectificatif figure ici.
collection = Rubrique
records = Fiches
data-collections = Toutes les fiches
data-figures = Tous les chiffres
data-described = À propos des données
licence-label = Licence
facts-as-of-label = Données au
completeness = Ce qui est connu
latest-edition = Ce que la dernière édition a changé
edition-of = Publiée le { $date }.
edition-first = C’est la première : tout y est nouveau.
edition-nothing = Elle n’a changé aucune page.
and-more = … et d’autres encore.
known-sourced = Avec source
known-unsourced = Sans source
languages-complete = Langues

## Fiches et listes

common-source = Sauf indication contraire, les données proviennent de
record-empty = Rien d’autre n’est publié à propos de cette fiche.
and-more = { $count } autres
share = Part
total = Total
siblings = Autres { $label } : { $name }
backlinks-by = { $label } ({ $field })
all-of = Tout voir : { $label }
all-records = Voir les { $count }
where-it-is = Localisation
counted-in = Pris en compte dans ces chiffres
cite = Comment citer
at-a-glance = En bref
tally = { $from }–{ $to } sur { $count }
filter = Filtrer
filter-and-sort = Filtrer et trier
filter-none = Aucune fiche ne correspond.
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
all-figures = Tous les chiffres
browse = Explorer
where = Où
news-by-year = Par année
subscribe = S’abonner
press = Contact presse

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

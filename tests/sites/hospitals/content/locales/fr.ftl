unit-lits = { $value } lits
unit-minutes = { $value } minutes
unit-admissions = { $value } admissions
records-count-hopitaux = { $count ->
    [one] { $count } hôpital
   *[other] { $count } hôpitaux
}
records-count-territoires = { $count ->
    [one] { $count } territoire
   *[other] { $count } territoires
}
records-count-services = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
records-count-figures = { $count ->
    [one] { $count } chiffre clé
   *[other] { $count } chiffres clés
}
records-count-actualites = { $count ->
    [one] { $count } actualité
   *[other] { $count } actualités
}
records-count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
records-count-terms = { $count ->
    [one] { $count } terme
   *[other] { $count } termes
}
records-count-corrections = { $count ->
    [one] { $count } rectificatif
   *[other] { $count } rectificatifs
}

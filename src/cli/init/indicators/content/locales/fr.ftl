# Vos propres mots : unités, et nombre de fiches. Ceux du thème et du programme se changent ici aussi : `prospectus messages fr` les
# écrit tous dans ce fichier.
unit-people = { $value } habitants
unit-ug = { $value } µg/m³
unit-journeys = { $scale ->
    [word] { $value } de trajets
   *[digits] { $value } trajets
}
unit-km = { $value } km
records-count-figures = { $count ->
    [one] { $count } indicateur
   *[other] { $count } indicateurs
}

# Vos propres mots : unités, et nombre de fiches. Ceux du thème et du programme se changent ici aussi : `prospectus messages fr` les
# écrit tous dans ce fichier.
unit-EUR = { $value } euros
unit-people = { $value } habitants
records-count-grants = { $count ->
    [one] { $count } subvention
   *[other] { $count } subventions
}
records-count-districts = { $count ->
    [one] { $count } quartier
   *[other] { $count } quartiers
}

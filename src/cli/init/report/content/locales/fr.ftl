# Vos propres mots : unités, et nombre de fiches. Ceux du thème et du programme se changent ici aussi : `prospectus messages fr` les
# écrit tous dans ce fichier.
unit-ha = { $value } hectares
unit-trees = { $value } arbres
records-count-parks = { $count ->
    [one] { $count } parc
   *[other] { $count } parcs
}

## Ce que signifient les surfaces de la carte des villes.

area-city-coverage-recognized = Ville ayant un centre reconnu
area-city-coverage-established = Ville ayant un centre créé
area-city-coverage-proposed = Ville ayant un centre proposé à la reconnaissance
area-city-coverage-development = Ville ayant un centre en développement
area-city-coverage-pilot = Ville ayant un centre pilote
area-city-coverage-none = Ville où nous ne connaissons aucun centre

## Comment s’appelle le reste des groupes d’un chiffre.

group-field-coverage-none = Aucun centre national connu dans le Shandong
group-centers-by-chain-missing = Rattaché à aucune filière

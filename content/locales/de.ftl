## Was die Flächen der Städtekarte bedeuten.

area-city-coverage-recognized = Stadt mit anerkanntem Zentrum
area-city-coverage-established = Stadt mit eingerichtetem Zentrum
area-city-coverage-proposed = Stadt mit zur Anerkennung vorgeschlagenem Zentrum
area-city-coverage-development = Stadt mit Zentrum im Aufbau
area-city-coverage-pilot = Stadt mit Zentrum in der Pilotphase
area-city-coverage-none = Stadt, in der uns kein Zentrum bekannt ist

## Wie der Rest der Gruppen einer Kennzahl heißt.

group-field-coverage-none = Kein nationales Zentrum in Shandong bekannt
group-centers-by-chain-missing = Keiner Kette zugeordnet

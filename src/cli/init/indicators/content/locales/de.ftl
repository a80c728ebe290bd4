# Eigene Wörter: Einheiten, und wie viele Datensätze es sind. Auch die des Themes und des Programms ändert man hier: `prospectus
# messages de` schreibt sie alle in diese Datei.
unit-people = { $value } Menschen
unit-ug = { $value } µg/m³
unit-journeys = { $value } Fahrten
unit-km = { $value } km
records-count-figures = { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}

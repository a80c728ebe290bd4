# Eigene Wörter: Einheiten, und wie viele Datensätze es sind. Auch die des Themes und des Programms ändert man hier: `prospectus
# messages de` schreibt sie alle in diese Datei.
unit-EUR = { $value } Euro
unit-people = { $value } Menschen
records-count-grants = { $count ->
    [one] { $count } Förderung
   *[other] { $count } Förderungen
}
records-count-districts = { $count ->
    [one] { $count } Stadtteil
   *[other] { $count } Stadtteile
}

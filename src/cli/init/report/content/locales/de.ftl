# Eigene Wörter: Einheiten, und wie viele Datensätze es sind. Auch die des Themes und des Programms ändert man hier: `prospectus
# messages de` schreibt sie alle in diese Datei.
unit-ha = { $value } Hektar
unit-trees = { $value } Bäume
records-count-parks = { $count ->
    [one] { $count } Park
   *[other] { $count } Parks
}

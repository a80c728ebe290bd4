unit-USD = { $value } US-Dollar
unit-people = { $value } Personen
records-count-projects = { $count ->
    [one] { $count } Vorhaben
   *[other] { $count } Vorhaben
}
records-count-countries = { $count ->
    [one] { $count } Land
   *[other] { $count } Länder
}
records-count-sectors = { $count ->
    [one] { $count } Sektor
   *[other] { $count } Sektoren
}
records-count-figures = { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}
records-count-news = { $count ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
}
records-count-sources = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
}
records-count-terms = { $count ->
    [one] { $count } Begriff
   *[other] { $count } Begriffe
}
records-count-corrections = { $count ->
    [one] { $count } Berichtigung
   *[other] { $count } Berichtigungen
}

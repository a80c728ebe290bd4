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

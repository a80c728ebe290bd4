unit-USD = { $value } US dollars
unit-people = { $value } people
records-count-projects = { $count ->
    [one] { $count } project
   *[other] { $count } projects
}
records-count-countries = { $count ->
    [one] { $count } country
   *[other] { $count } countries
}

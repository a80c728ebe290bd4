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
records-count-sectors = { $count ->
    [one] { $count } sector
   *[other] { $count } sectors
}
records-count-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
records-count-news = { $count ->
    [one] { $count } news item
   *[other] { $count } news items
}
records-count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
records-count-terms = { $count ->
    [one] { $count } term
   *[other] { $count } terms
}
records-count-corrections = { $count ->
    [one] { $count } correction
   *[other] { $count } corrections
}

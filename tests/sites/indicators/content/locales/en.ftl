unit-kt = { $value } thousand tonnes
unit-tonnes = { $value } tonnes
unit-percent = { $value }%
unit-MW = { $value } MW
unit-GWh = { $value } GWh
unit-passengers = { $value } passengers
unit-km = { $value } km
records-count-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
records-count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}

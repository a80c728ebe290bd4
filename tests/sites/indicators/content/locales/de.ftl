unit-kt = { $value } Tsd. Tonnen
unit-tonnes = { $value } Tonnen
unit-percent = { $value } %
unit-MW = { $value } MW
unit-GWh = { $value } GWh
unit-passengers = { $value } Fahrgäste
unit-km = { $value } km
records-count-figures = { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}
records-count-sources = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
}

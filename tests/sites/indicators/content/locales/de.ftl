unit-kt = { $value } Tsd. Tonnen
unit-tonnes = { $value } Tonnen
unit-percent = { $value } %
unit-MW = { $value } MW
unit-GWh = { $value } GWh
unit-passengers = { $value } Fahrgäste
unit-km = { $value } km

unit-kt = { $value } thousand tonnes
unit-tonnes = { $value } tonnes
unit-percent = { $value }%
unit-MW = { $value } MW
unit-GWh = { $value } GWh
unit-passengers = { $value } passengers
unit-km = { $value } km

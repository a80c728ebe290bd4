unit-CNY = { $value } yuan
unit-kW = { $value } kW

unit-USD = { $value } US-Dollar
unit-people = { $value } Personen

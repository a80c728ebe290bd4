unit-USD = { $value } US dollars
unit-people = { $value } people

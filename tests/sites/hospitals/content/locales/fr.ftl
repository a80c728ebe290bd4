unit-lits = { $value } lits
unit-minutes = { $value } minutes
unit-admissions = { $value } admissions

unit-lits = { $value } lits
unit-minutes = { $value } minutes
unit-admissions = { $value } admissions
records-count-hopitaux = { $count ->
    [one] { $count } hôpital
   *[other] { $count } hôpitaux
}

unit-staff = { $count ->
    [one] { $value } employee
   *[other] { $value } employees
 }

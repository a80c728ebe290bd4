# Words of your own: units, and how many records there are. Those of theme and program are changed here, too: `prospectus messages en`
# writes all of them into this file.
unit-EUR = { $value } euros
unit-people = { $value } people
records-count-grants = { $count ->
    [one] { $count } grant
   *[other] { $count } grants
}
records-count-districts = { $count ->
    [one] { $count } district
   *[other] { $count } districts
}

# Words of your own: units, and how many records there are. Those of theme and program are changed here, too: `prospectus messages en`
# writes all of them into this file.
unit-people = { $value } people
unit-ug = { $value } µg/m³
unit-journeys = { $value } journeys
unit-km = { $value } km
records-count-figures = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}

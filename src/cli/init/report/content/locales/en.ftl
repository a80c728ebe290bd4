# Words of your own: units, and how many records there are. Those of theme and program are changed here, too: `prospectus messages en`
# writes all of them into this file.
unit-ha = { $value } hectares
unit-trees = { $value } trees
records-count-parks = { $count ->
    [one] { $count } park
   *[other] { $count } parks
}

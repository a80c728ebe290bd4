own-words = { $count ->
    [one] One thing
   *[other] { $count } things
}

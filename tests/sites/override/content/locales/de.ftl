own-words = { $count ->
    [one] Ein Ding
   *[other] { $count } Dinge
}

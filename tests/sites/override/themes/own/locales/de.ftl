own-words = { $count ->
    [one] Eine Sache
   *[other] { $count } Sachen
}

unit-ha = { $value } Hektar
unit-trees = { $value } Bäume

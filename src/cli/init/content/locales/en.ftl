# Words of your own; those of theme and program are changed here, too: `prospectus messages en` lists them.
unit-ha = { $value } hectares
unit-trees = { $value } trees

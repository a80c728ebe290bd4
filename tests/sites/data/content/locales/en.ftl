unit-km2 = { $value } km²

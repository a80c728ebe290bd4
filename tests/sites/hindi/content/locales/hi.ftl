unit-people = { $value } लोग

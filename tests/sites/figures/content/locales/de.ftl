unit-staff = { $value } Beschäftigte

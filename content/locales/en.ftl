## What the areas of the map of the cities mean.

area-city-coverage-recognized = City with a recognized center
area-city-coverage-established = City with a center that is set up
area-city-coverage-proposed = City with a center proposed for recognition
area-city-coverage-development = City with a center under development
area-city-coverage-pilot = City with a pilot center
area-city-coverage-none = City where we know of no center

## What the rest of a figure’s groups is called.

group-field-coverage-none = No national center in Shandong known
group-centers-by-chain-missing = Not placed in a chain

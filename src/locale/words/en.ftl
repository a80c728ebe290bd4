# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = not published
missing-not-applicable = not applicable
missing-confidential = withheld
missing-not-yet = not yet available
status-final = final
status-provisional = provisional
status-estimated = estimated
status-inferred = our conclusion
status-forecast = forecast
status-revised = revised
bound-more-than = more than { $value }
bound-at-least = at least { $value }
bound-less-than = less than { $value }
bound-at-most = at most { $value }
bound-about = about { $value }
yes = yes
no = no
separator-list = {", "}
separator-dot = {" · "}
own-work = own work
latitude-north = { $value }° N
latitude-south = { $value }° S
longitude-east = { $value }° E
longitude-west = { $value }° W
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value }%
unit-CNY = { $value } yuan

## Dates. $precision says how much of the date is known: year, month, day

date-range = { $from } to { $to }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, as of { $date }. { $addresses ->
        [both] { $page } (permanent: { $url })
       *[one] { $url }
    }
cite-fact =
    { $title }{ $valued ->
        [yes] : { $value }
       *[no] { "" }
    }{ $noted ->
        [yes] { " " }({ $notes })
       *[no] { "" }
    }
cite-source =
    { $own ->
        [yes] own work:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. As cited in: { $citation }
cite-permanent = permanent address: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] reported by a source
       *[computed] computed from the records of this site
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date = since { $date }
by-date = by { $date }
figure-as-of =
    { $precision ->
       *[other] as of { $date }
    }
date-missing = date not published
last-changed = Last changed: { $date }
date-quarter = Q{ $quarter } { $year }
date-time = { $date }, { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
page-title = { $title } (page { $number } of { $of })

## Numbers in short

compact-million = { $value } million
compact-billion = { $value } billion
compact-trillion = { $value } trillion

## Prose

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
footnote-back = Back to the text
prose-table = Table
photo-credit = Photo: { $credit }
quote-expired = no longer published
to-fill = to be filled in:

## How a figure is computed

group-none = none listed here
formula-count = Number of records in “{ $collection }”
formula-sum = Sum of “{ $measure }” in “{ $collection }”
formula-average = Average of “{ $measure }” in “{ $collection }”
formula-minimum = Smallest “{ $measure }” in “{ $collection }”
formula-maximum = Largest “{ $measure }” in “{ $collection }”
formula-share = Share of the records in “{ $collection }”
formula-coverage = Records in “{ $collection }” by “{ $by }”
formula-where = { $formula } with { $conditions }
formula-pair = { $label }: { $value }
formula-not = not { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Data as a table
chart-date = Date
chart-value = Value
chart-source = Source
chart-reported = reported
chart-computed = computed from the records of this site
chart-listed = listed here
chart-as-of = As of { $date }
chart-gap = reported, not listed here
chart-sources = { $count ->
    [one] Source: { $sources }
   *[other] Sources: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Share
chart-count = Number
chart-total = Total
chart-known = based on { $known } of { $of } records
chart-running = period not over
chart-since = no newer figure found
chart-sum = computed here
chart-empty = No values yet.
map-boundaries = Boundaries: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = One value: { $value }.
finding-course =
    { $shape ->
        [up] Rises from { $first } to { $last }.
        [up-throughout] Rises with each value, from { $first } to { $last }.
        [never-down] Rises and never falls, from { $first } to { $last }.
        [down] Falls from { $first } to { $last }.
        [down-throughout] Falls with each value, from { $first } to { $last }.
        [never-up] Falls and never rises, from { $first } to { $last }.
        [steady] Stays the same from { $begin } to { $end }: { $value }.
        [mixed] Rises and falls: { $first } at the beginning, { $last } at the end.
       *[open] { $first } at the beginning, { $last } at the end.
    }
finding-highest =
    { $count ->
        [one] Highest: { $value }.
       *[other] Highest: { $value }, reached { $count } times.
    }
finding-lowest =
    { $count ->
        [one] Lowest: { $value }.
       *[other] Lowest: { $value }, reached { $count } times.
    }
finding-running = Not over yet: { $value }.
finding-gaps = No value: { $names }.
finding-most =
    { $count ->
        [one] Highest: { $names }, { $value }.
       *[other] Highest: { $names }, each { $value }.
    }
finding-equal = All { $count } have the same value: { $value }.
finding-without = Without a value: { $names }.
finding-dates = The values are of different dates.
finding-places =
    { $count ->
        [one] { $count } place.
       *[other] { $count } places.
    }
finding-unplaced =
    { $count ->
        [one] Not on the map: { $names }.
       *[other] { $count } are not on the map: { $names }.
    }

## Data files and addresses

data-all = All data
data-sheet = for spreadsheets
sheet-id = Id
sheet-page = Page
sheet-as-of = Data as of
sheet-licence = Licence
sheet-latitude = latitude
sheet-longitude = longitude
sheet-alt = what it shows
sheet-caption = caption
sheet-credit = credit
sheet-bound = exact or not
sheet-status = status
sheet-since = since
sheet-by = by
sheet-missing = why there is no value
readme-what =
    All data of { $url }, as of { $date }: every table as CSV (UTF-8, parted by commas, numbers with a point), every
    collection and figure as JSON. What the columns are stands in datapackage.json; what one table holds stands beside it in
    a file that ends with csv-metadata.json.
readme-licence = { $given ->
    [yes] Licence: { $licence }
   *[no] No licence is given. Whoever wants to use the data asks the publisher.
 }
readme-cite = To be cited as: { $citation }
readme-files = The files
data-facts = every fact with its source
data-part = { $collection }: { $part }
moved-to = This page has moved to { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    }
correction-change = { $kind ->
    [added] now { $now }; nothing was published before
    [gone] { $was }, withdrawn
    [number] from { $was } to { $now }
   *[other] before: { $was }; now: { $now }
 }

## Changes

changes-address = changes
changes-title = What has changed
changes-edition = Edition of { $date }
change-kind = { $kind ->
    [correction] Corrections
    [new] New records
    [stage] Stages
    [certainty] Certainty
    [moved] Addresses
    [gone] No longer published
   *[value] Values
 }
change-phrase = { $kind ->
    [new] not in an edition before
    [gone] no longer published
    [moved] the old address { $was } leads to { $now } now
    [later] { $was }, then { $now }
    [missing] { $now }; in earlier editions: { $was }
    [firm] { $now }; in earlier editions: { $was }
    [coarser] { $now }; in earlier editions dated: { $was }
    [undated] { $now }; in earlier editions without a date
   *[new-value] { $now }
 }

## Search

search-address = search
az-address = a-z
search-title = Search
az-title = A to Z
search-lists = Lists
# Words that ask and join: a search leaves them out of a question.
search-small-words = a about an and are at be been being by can could did do does for from had has have how i in is it its many me mean means much my number of on or our should that the their there these they this those to was we were what when where which who whose why will with would you your

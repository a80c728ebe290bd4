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
own-work = own work
bound-more-than = more than { $value }
bound-at-least = at least { $value }
bound-less-than = less than { $value }
bound-at-most = at most { $value }
bound-about = about { $value }
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
footnote-back = Back to the text
prose-table = Table
quote-expired = no longer published
to-fill = to be filled in:
yes = yes
no = no
compact-million = { $value } million
compact-billion = { $value } billion
compact-trillion = { $value } trillion
group-none = none
unit-percent = { $value }%
date-quarter = Q{ $quarter } { $year }
formula-count = Number of records in “{ $collection }”
formula-sum = Sum of “{ $measure }” over “{ $collection }”
formula-average = Average of “{ $measure }” over “{ $collection }”
formula-minimum = Smallest “{ $measure }” in “{ $collection }”
formula-maximum = Largest “{ $measure }” in “{ $collection }”
formula-share = Share of the records in “{ $collection }”
formula-coverage = Records in “{ $collection }” by { $by }
formula-where = { $formula } with { $conditions }
formula-pair = { $label }: { $value }
formula-not = not { $value }
chart-table = Data as a table
chart-date = Date
chart-value = Value
chart-source = Source
chart-reported = reported
chart-computed = computed from the records of this site
chart-listed = listed here
chart-as-of = As of { $date }
chart-gap = reported, not listed here
map-boundaries = Boundaries: { $sources }
chart-sources = { $count ->
    [one] Source: { $sources }
   *[other] Sources: { $sources }
 }
formula-best = { $field } of the { $collection }
formula-join = { $first }; { $second }
chart-of-date = { $value } ({ $date })
chart-sum = computed here
chart-empty = No values yet.
data-facts = every fact with its source
data-part = { $collection }: { $part }
moved-to = This page has moved to { $title }.
date-time = { $date }, { $time }
date-range = { $from } to { $to }
since-date = since { $date }
by-date = by { $date }
unit-CNY = { $value } yuan

## The theme plain

skip-link = Skip to content
languages-label = Language
navigation-label = Main navigation
breadcrumb-label = You are here
footer-label = About this site
fallback-notice = This page is not translated yet; it is shown in the original language ({ $language }).
source-states = States: { $facts }
source-basis = Basis of: { $facts }
sources-heading = Sources
not-found-title = Page not found
not-found-text = There is no page at this address.
page-of = Page { $number } of { $of }
page-next = Next page
page-previous = Previous page
figure-as-of =
    { $precision ->
       *[other] as of { $date }
    }
figure-listed = { $listed } of { $reported } listed here ({ $date })
figure-running = so far
figure-history = History
figure-groups = Groups
figure-values = Values
figure-date = Date
figure-value = Value
figure-computed = computed
corrections-heading = Corrections
as-of-notice = This report shows what held on { $date }. The texts are those of today.
facts-as-of = Facts as of { $date }
last-changed = Last changed: { $date }
date-missing = date not published
figure-undated = { $count } without a date
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

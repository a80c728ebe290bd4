unit-km2 = { $value } km²
missing-not-available = not published
missing-not-applicable = not applicable
missing-confidential = withheld
missing-not-yet = not yet available
status-final = final
status-provisional = provisional
status-estimated = estimated
status-forecast = forecast
status-revised = revised
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
yes = yes
no = no
compact-million = { $value } million
compact-billion = { $value } billion
compact-trillion = { $value } trillion
data-facts = 每项事实及其来源
moved-to = 本页已移至 { $title }。
date-time = { $date }, { $time }
## The theme plain
skip-link = Skip to content
languages-label = Language
navigation-label = Main navigation
breadcrumb-label = You are here
footer-label = About this site
fallback-notice = This page is not translated yet; it is shown in the original language ({ $language }).
sources-heading = Sources
not-found-title = Page not found
not-found-text = There is no page at this address.
page-of = Page { $number } of { $of }
page-next = Next page
page-previous = Previous page
data-part = { $collection }：{ $part }
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
map-boundaries = Boundaries
chart-sum = computed here
chart-empty = No values yet.
figure-as-of =
    { $precision ->
       *[other] as of { $date }
    }
figure-listed = { $listed } of { $reported } listed here
figure-history = History
figure-groups = Groups
figure-values = Values
figure-date = Date
figure-value = Value
figure-computed = computed
corrections-heading = Corrections
as-of-notice = This report shows what held on { $date }.
last-changed = Last changed: { $date }
status-inferred = our conclusion
own-work = own work
source-basis = Basis of: { $facts }
quote-expired = 不再公布
to-fill = 待补充：
chart-of-date = { $value }（{ $date }）
date-missing = 日期未公布
figure-undated = 其中 { $count } 项无日期
correction-change = { $kind ->
    [added] 现为{ $now }，此前未公布
    [gone] { $was }，已撤回
    [number] 由{ $was }改为{ $now }
   *[other] 原为{ $was }，现为{ $now }
 }
facts-as-of = 数据截至{ $date }

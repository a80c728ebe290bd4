## Frame of every page

brand-line = Manufacturing innovation centers
skip-link = Skip to content
menu = Menu
main-navigation = Main navigation
breadcrumb = You are here
language = Language
about-site = About this site
feed = News feed (Atom)
license = License
investor-inquiries = Investor inquiries
og-locale = en_US
fallback-notice =
    This page is not available in English. It is shown in { $lang ->
        [de] German
        [fr] French
       *[other] { $language }
    }.
on-this-page = On this page
home = Home
not-found = Page not found
not-found-text = There is no page at this address. It may have moved, or the address was mistyped.
not-found-each =
    { $lang ->
        [de] Zur Startseite
        [fr] Vers l’accueil
       *[other] To the home page
    }
not-found-lists = What the report holds
pages = Pages
page-next = Next page
page-previous = Previous page
page-number = Page { $number } of { $of }

## Dates and vouchers. $precision says how much of the date is known

figure-as-of =
    { $precision ->
       *[other] As of { $date }
    }
forecast-for = Target for { $date }
since-date =
    { $precision ->
       *[other] since { $date }
    }
value-undated = { $value }; date not published
by-date =
    { $precision ->
       *[other] by { $date }
    }
computed = Computed from the records of this report
not-published = not published
undated = undated
pair = { $name }: { $value }
label = { $label }:
our-wording = our wording
publisher-blank = Publisher to be confirmed
no-address = no public address known
this-page = This page
unit-CNY =
    { $count ->
       *[other] { $value } yuan
    }
number = Number

## Sources

source = Source
sources = Sources
sources-more =
    { $count ->
        [one] and one more source
       *[other] and { $count } more sources
    }
source-number = Source { $number }
source-details = Details
source-details-of = Details: { $title }
sources-lede =
    { $count ->
        [one] { $count } source, with what rests on it.
       *[other] { $count } sources, each with what rests on it.
    }
cited-name = name and title
source-basis = Basis of: { $facts }
language-name =
    { $tag ->
        [de] German
        [en] English
        [fr] French
        [ja] Japanese
        [zh-Hans] Chinese
        [zh-Hant] Chinese (traditional script)
       *[other] { $tag }
    }
unnamed-publisher = Publisher not named
repost = repost, cited without a link
no-link = cited without a link
own-description = title: our own description
permanent-address = Permanent address
cited-by = Where this source is cited
cited-by-none = No record cites this source.
cited-by-count =
    { $count ->
        [0] not cited
        [one] cited by { $count } record
       *[other] cited by { $count } records
    }

## Stamp of a page

last-changed = Last changed: { $date }
as-of-notice = This report shows what held on { $date }. The texts are those of today.
download = Download
download-list = Download:
corrected-on = Corrected on { $date }
corrected = This page was corrected

## Figures

reported = Reported by the source
computed-short = computed
of-whole = of { $whole }
part-of = { $part } of { $whole }
part-of-share = { $part } of { $whole } ({ $share })
records = Records
figures-lede =
    The figures of this report, each with its definition and its date. A figure is reported by a source, computed
    from the records of this report, or both.
figures-all = All figures
figures-other = Other figures
figure-latest = Latest value
figure-against = Reported against computed
figure-partial = Our list is incomplete
figure-partial-text =
    A filled square stands for a record that this report lists for that day, an empty one for the rest of what the
    source counts.
figure-summed = Sum of the values here
figure-sum = Sum here
figure-summed-text =
    The values in this report are of different dates. Their sum can therefore differ from the number that the source
    gives.
figure-listed = { $listed } of { $reported } listed here ({ $date })
figure-known =
    { $known ->
        [one] { $known } of { $of } records states a value
       *[other] { $known } of { $of } records state a value
    }
figure-complete = complete
said-reported = reported
said-listed = listed here
said-summed = sum of the values here:
figure-history = History of this figure
figure-table = All values, newest first
figure-earlier = Earlier:
figure-date = As of
figure-value = Value
figure-reported = Reported
figure-change = Change
figure-change-since =
    { $precision ->
       *[other] { $change } since { $date }
    }
figure-listed-here = Listed here
figure-gap = Not listed
figure-running = (period not over)
figure-by = Breakdown: { $by }
figure-groups = Breakdown
figure-groups-table = All groups
figure-group = Group
group-none = no known center
formula-count = The entries of “{ $collection }” in this report are counted
formula-where = { $formula } – { $conditions }
formula-coverage = The entries of “{ $collection }” in this report by “{ $by }”
chart-computed = computed from the records of this report
figure-made = How this figure is made
figure-basis = Basis
figure-formula = Formula
figure-formula-none = Not computed: the source alone gives the value.
figure-unit = Unit
figure-coverage = Coverage
figure-status = Status
figure-records = The records behind this figure
figure-cite = How to cite
cite-figure =
    { $signed ->
        [yes] { $publisher }, “{ $title }”
       *[no] “{ $title }”
    }: { $value } ({ $basis ->
        [reported] reported by a source
       *[other] computed by this report
    }{ $sure ->
        [yes] , { $status }
       *[no] { "" }
    }, { $precision ->
        [period] { $date }
        [forecast] target for { $date }
       *[other] as of { $date }
    }), in: { $site }, as of { $report }

## Corrections

corrections = Corrections
corrections-lede =
    What this report said and had to put right, with the date and the reason. A correction repairs our own error; a
    revision replaces a value by better data.
corrections-none = No corrections so far.
corrections-all = All corrections
correction-changed = What changed
correction-texts = Texts that quote or name the value
correction-touched = Figures that changed with it
correction-withdrawn = withdrawn
correction-unpublished = not published before
correction-details = Details
correction-details-of = Details of the correction: { $title }

## The report, the data

report-provinces = National comparison
report-provinces-more = The numbers of each province with their dates
provinces-caption = { $figure }, the one day for which all provinces with a known center can be compared.
known = What is known, what is missing
known-text =
    The table counts the facts of this report itself. A value that we found in no source is marked as not published,
    never estimated.
known-facts = Facts and their sources
known-collection = Section
known-stated = Facts
known-sourced = With a source
known-unsourced = Without a source
known-own = Our own conclusion
data-collections = Tables
data-described = License and description
license-blank = The publisher has not stated a license yet.

## Home

home-by-city = Centers by city
cities-all = All cities and their centers
map-caption = Marks stand at the seat of the city government, not at the place of the center.
news-all = All news

## Centers

centers-count =
    { $count ->
        [one] { $count } center
       *[other] { $count } centers
    }
centers-none = no center known
centers-lede =
    { $count ->
        [one] The one manufacturing innovation center of Shandong that this report lists.
       *[other] The { $count } manufacturing innovation centers of Shandong that this report lists, by level and
                stage of the procedure.
    }
center-and-chinese-name = Center and Chinese name
stage-reached = Since when
filter-centers = Filter centers
filter-all-chains = All
filter-all-cities = All
filter-all-levels = All
filter-all-stages = All
filter-reset = Clear filters
filter-shown = { $shown } of { $total } shown
filter-none = No center matches this choice.

## A center

center-class =
    { $level ->
        [national] National manufacturing innovation center
       *[other] Provincial manufacturing innovation center
    }
own-name = English name: our translation
facts = Facts
role =
    { $role ->
        [operator] { $count ->
            [one] Operating company
           *[other] Operating companies
        }
        [lead] { $count ->
            [one] Lead organization
           *[other] Lead organizations
        }
        [partner] { $count ->
            [one] Partner
           *[other] Partners
        }
        [shareholder] { $count ->
            [one] Shareholder
           *[other] Shareholders
        }
       *[other] { $label }
    }
succeeds = Predecessor
timeline = Timeline
timeline-none = We found no date for this center.
facilities-none =
    We found no source that describes the facilities of this center under these four headings: technology
    development, testing and verification, pilot-scale incubation, transfer of results.
breakthroughs-none = We found no source that names a technical breakthrough of this center.
breakthroughs-table = Breakthroughs with dates and sources
place-in-chain = Place in the chain
chains-none =
    { $looked ->
        [yes] We found no source that places this center in an industrial chain.
       *[no] This report assigns this center to no industrial chain.
    }
segment-not-published = segment not published
this-center = this center
center-text = About the center
related-chain = Centers in the same chain
related-city = Other centers in { $city }
news = News

## Chains

chains-lede =
    { $count } industrial chains are listed here. { $with ->
        [0] None of them has a center
        [one] One of them has a center
       *[other] { $with } of them have a center
        } that this report knows.
chains-reported =
    { $precision ->
       *[other] The province counted { $count } key chains, as of { $date }.
    }
chains-centers = Which centers work in which chain
sector-none = Sector not published
flow = Centers and their place in the chain
flow-key = How to read this
flow-key-text = The line is solid where a center of this chain works and broken where none is known.
flow-unplaced = Centers not assigned to a segment
chain-city-none = no center of this chain known
chain-city-by-center = Seat of a center of this chain
chain-text = About the chain

## Cities, fields, provinces

cities-lede =
    Of the { $count } cities of Shandong, { $with ->
        [0] none has
        [one] one has
       *[other] { $with } have
    } a recognized center that this report knows.
cities-group =
    { $group ->
        [recognized] With a recognized center
        [other-stage] With a center at another stage
       *[none] No center known
    }
city-not-published = City not published
city-not-published-text = We found no source that says in which city these centers are.
city-centers = Centers in { $city }
city-chains = Chains that involve this city
city-text = About the city
fields-lede =
    { $count ->
        [one] One field in which a national center has been approved, by our own count.
       *[other] { $count } fields in which a national center has been approved, by our own count.
    } { $with ->
        [0] This report assigns no center in Shandong to any of them.
        [one] This report assigns a center in Shandong to one of them.
       *[other] This report assigns a center in Shandong to { $with } of them.
    }
fields-here = Assigned centers in Shandong
field-centers-none = none assigned here
city-centers-none = We know of no center in this city.
regions-lede =
    National centers by province. Each block holds the numbers known for one date; numbers of different dates are
    not comparable.

## News, glossary

news-lede =
    { $count ->
        [one] { $count } article, with its source.
       *[other] { $count } articles, newest first, each with its source.
    }
terms-lede = The words of this report and what they mean here.
terms-all = All terms of the glossary

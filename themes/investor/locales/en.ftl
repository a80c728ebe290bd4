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
source-states = States: { $facts }
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
facts-as-of = Facts as of { $date }
download = Download
download-list = Download:
corrected-on = Corrected on { $date }

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
figure-undated = { $count } without a date
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

## A center

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
news = News

## News, glossary

news-lede =
    { $count ->
        [one] { $count } article, with its source.
       *[other] { $count } articles, newest first, each with its source.
    }
terms-lede = The words of this report and what they mean here.
terms-all = All terms of the glossary

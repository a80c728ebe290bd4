## The theme report: what its templates say.

skip-link = Skip to content
menu = Menu
navigation-label = Main navigation
external = leads to another site
language = Language
not-translated = not translated
breadcrumb-label = You are here
home = Home
notices = Please note
as-of-notice = These pages show the facts as they stood on { $date }. The texts are today’s.
fallback-notice = This page has not been translated yet; it is shown in its original language ({ $language }).
published-by = Published by
footer-data = Data
footer-about = About this site
feed = News feed (Atom)
licence = Text and data: { $license }
facts-as-of = Facts as of { $date }
last-changed = Last changed: { $date }
pages = Pages
page-of = Page { $number } of { $of }
page-next = Next page
page-previous = Previous page
not-found-title = Page not found
not-found-text = There is no page at this address. It may have moved, or the address may be mistyped.
languages-title = Choose a language
permanent-text = This is the permanent address of:
facts = Facts
corrections = Corrections
corrected = corrected
source = Source
sources = Sources
source-number = Source { $number }
source-details = about the source
source-details-of = About the source “{ $title }”
states = Cited for: { $facts }
basis = Basis of: { $facts }
own-work = own work
no-source = no source named
date-missing = date not published
on-this-page = On this page
downloads = Downloads
download-record = This record:
download-collection = All records, { $collection }:
download-sheet = for Excel and LibreOffice, { $size }
download-chart = chart as SVG, { $size }
embed = Embed
embed-how =
    Copy these lines into a page of yours.
    They show the figure and its chart as published here at the time of reading, without script.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Figures

value = Value
date = Date
change = Change
groups = Breakdown
by-group = Breakdown: { $group }
history = History
values-of = Values: { $title }
reported = reported
computed = computed from the records of this site
reported-and-listed = Reported and listed here
listed-here = listed here
listed = { $listed } of { $reported } listed here
gap = { $source } reports { $gap } more than the records listed here add up to.
part-of = { $part } of { $whole }
known = based on { $known } of { $of } records
known-undated = { $count ->
    [one] { $count } without a date
   *[other] { $count } without a date
 }
running = not over yet
how-counted = How it is calculated
behind = Records behind this number
show-rest = Show the rest
show-more = Show more
labelled = { $label }:
other = Other

## Sources, corrections, glossary

publishers = Publishers
undated = No date
repost = Not linked: this is a copy published by somebody else.
own-work-text = This is our own work, not a document published by others.
stated = What it is cited for
stated-record = the record as a whole
stated-nothing = No fact on this site cites it.
what-changed = What changed
corrections-none = No corrections have been published so far.
editions = Editions
changes-lead =
    Values, stages, records and corrections, edition by edition. The date of the edition comes first; the date of the
    fact stands in brackets. What the first edition, of { $first }, brought is not listed one by one, nor are texts and
    sources.
changes-feed = Changes as a feed (Atom)
changes-none = Nothing of what is listed here changed in this edition.
corrections-all = All corrections
withdrawn = withdrawn
touched-figures = Affected figures
touched-texts = Texts that name the value
letters = Letters
term-avoid = Not used here: { $words }

## Contact, data, completeness

contact-address = Address
contact-email = E-mail
contact-phone = Telephone
contact-website = Website
contact-none = No contact details have been given yet.
mistakes = Have you found a mistake?
mistakes-text =
    Write to us, naming the page and the number.
    Anything published that turns out to be wrong is corrected, and the correction is listed on this site.
collection = Section
records = Records
data-collections = All records
data-figures = All figures
data-described = About the data
licence-label = Licence
facts-as-of-label = Facts as of
completeness = What is known
latest-edition = What the latest edition changed
edition-of = Published on { $date }.
edition-first = It is the first: everything in it is new.
edition-nothing = It changed no page.
known-sourced = With a source
known-unsourced = Without a source
languages-complete = Languages

## Records and lists

common-source = Source, unless another is named:
record-empty = This record holds no further details.
and-more = { $count } more
share = Share
total = Total
siblings = { $label }: more under “{ $name }”
backlinks-by = { $label } ({ $field })
all-of = See all: { $label }
all-records = All { $count }
where-it-is = Where it is
counted-in = Related figures
cite = How to cite
at-a-glance = At a glance
tally = { $from }–{ $to } of { $count }
filter = Filter
filter-and-sort = Filter and sort
filter-none = No records match.
filter-some = { $shown } of { $count }
name-contains = Name contains
sort-by = Sort by
sort-given = given order
sorted-by = by { $field }
sort-newest = { $field }, newest first
sort-largest = { $field }, largest first
sort-az = { $field }, A to Z
facet-missing = not stated
clear = Clear all

## Home, news

headline-figures = In numbers
all-figures = All figures
browse = Browse
where = On the map
news-by-year = By year
subscribe = Subscribe
press = Press contact

## Search

search = Search
search-label = Search this site
search-hint = Name or topic
search-examples = Try
search-results = { $count ->
    [one] { $shown } result for “{ $query }”
   *[other] { $shown } results for “{ $query }”
 }
search-none = Nothing found for “{ $query }”
search-most = Nothing has all of the words; this has most of them.
search-close = There is no exact match; what is spelled alike is shown.
search-kinds = Results by kind
search-all = All
search-rest = Show all { $count }
search-failed = The search could not be loaded. The lists below lead to everything that is here.
search-script = The search needs JavaScript. Without it, the lists below lead to everything that is here.
search-try = What to try
search-try-words = A shorter or more general word, or the name in its original language
search-try-names = All names from A to Z
search-try-mail = Ask us
search-mail-subject = Looking for: { $query }
az-see = see { $name }

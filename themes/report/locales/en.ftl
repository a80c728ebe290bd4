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
as-of-notice = These pages show what held on { $date }. The texts are those of today.
fallback-notice = This page is not translated yet; it is shown in the original language ({ $language }).
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
not-found-text = There is no page at this address. It may have moved, or the address has a slip.
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
states = States: { $facts }
basis = Basis of: { $facts }
own-work = own work
no-source = no source named
date-missing = date not published
on-this-page = On this page
downloads = Downloads
download = { $title }, { $format }
photo-credit = Photo: { $credit }

## Figures

value = Value
date = Date
change = Change
groups = By group
by-group = By { $group }
history = History
values-of = Values: { $title }
reported = reported
computed = computed from the records of this site
reported-and-listed = Reported and listed here
listed-here = listed here
listed = { $listed } of { $reported } listed here
gap = { $source } reports { $gap } more than the records listed here add up to.
part-of = { $part } of { $whole }
known = { $known } of { $of } give a number
known-undated = { $count ->
    [one] { $count } without a date
   *[other] { $count } without a date
 }
running = not over yet
how-counted = How it is counted
behind = Records behind this number
show-rest = Show the rest
other = Other

## Sources, corrections, glossary

publishers = Publishers
undated = No date
repost = Not linked: it is a copy by somebody else.
own-work-text = This is our own work, not a document of others.
stated = What it states here
stated-record = the record as a whole
stated-nothing = No fact of this site rests on it.
what-changed = What changed
corrections-none = Nothing has been corrected so far.
corrections-all = All corrections
withdrawn = withdrawn
touched-figures = Figures that changed with it
touched-texts = Texts that name the value
letters = Letters
term-avoid = Not used here: { $words }

## Contact, data, completeness

contact-address = Address
contact-email = E-mail
contact-phone = Telephone
contact-website = Website
contact-none = No address has been given yet.
mistakes = Have you found a mistake?
mistakes-text =
    Write to us, and name the page and the number.
    What was published and is wrong is corrected, and the correction is listed here.
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
and-more = … and more.
known-sourced = With a source
known-unsourced = Without a source
languages-complete = Languages

## Records and lists

common-source = Unless another is named, the facts are from
record-empty = Nothing more is published about this record.
and-more = { $count } more
share = Share
total = Total
siblings = More { $label }: { $name }
backlinks-by = { $label } ({ $field })
all-of = All { $label }
all-records = All { $count }
where-it-is = Where it is
counted-in = Counted in these figures
cite = How to cite
at-a-glance = At a glance
tally = { $from }–{ $to } of { $count }
filter = Filter
filter-and-sort = Filter and sort
filter-none = No record matches.
filter-some = { $shown } of { $count }
name-contains = Name contains
sort-by = Sort by
sort-given = as given
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
where = Where
news-by-year = By year
subscribe = Subscribe
press = Press contact

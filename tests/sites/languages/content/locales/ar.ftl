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
data-facts = كل معلومة مع مصدرها
data-part = { $collection }: { $part }
moved-to = This page has moved to { $title }.
date-time = { $date }, { $time }
unit-CNY = { $value } yuan

## The theme plain

skip-link = تخطي إلى المحتوى
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
as-of-notice = يعرض هذا التقرير الوضع في { $date }.
last-changed = آخر تغيير: { $date }
corrections-heading = التصحيحات
figure-as-of = في { $date }
figure-listed = { $listed } من { $reported } مدرجة هنا
figure-running = حتى الآن
figure-history = التطور
figure-groups = المجموعات
figure-values = القيم
figure-date = التاريخ
figure-value = القيمة
figure-computed = محسوب
source-states = يثبت: { $facts }
status-inferred = our conclusion
own-work = own work
source-basis = Basis of: { $facts }
quote-expired = لم يعد منشورًا
to-fill = يُستكمل:
facts-as-of = البيانات في { $date }
date-missing = التاريخ غير منشور
figure-undated = { $count } دون تاريخ
correction-values = { $count ->
    [zero] لا قيم
    [one] قيمة واحدة
    [two] قيمتان
    [few] { $count } قيم
    [many] { $count } قيمة
   *[other] { $count } قيمة
 }
correction-change = { $kind ->
    [added] الآن { $now }؛ لم يُنشر شيء من قبل
    [gone] { $was }، سُحب
    [number] من { $was } إلى { $now }
   *[other] سابقًا: { $was }؛ الآن: { $now }
 }

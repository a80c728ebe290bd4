# Not yet reviewed by a native speaker.
## The theme report: what its templates say.

skip-link = الانتقال إلى المحتوى
menu = القائمة
navigation-label = التنقل الرئيسي
external = رابط إلى موقع آخر
language = اللغة
not-translated = غير مترجم
breadcrumb-label = أنتم هنا
home = الصفحة الرئيسية
notices = يُرجى الانتباه
as-of-notice = تعرض هذه الصفحات المعلومات كما كانت في { $date }. أما النصوص فبصيغتها الحالية.
fallback-notice = لم تُترجم هذه الصفحة بعد، وهي معروضة بلغتها الأصلية ({ $language }).
published-by = الجهة الناشرة
footer-data = البيانات
footer-about = عن هذا الموقع
feed = خلاصة الأخبار (Atom)
licence = النصوص والبيانات: { $license }
facts-as-of = تاريخ المعلومات: { $date }
last-changed = آخر تعديل: { $date }
pages = الصفحات
page-of = الصفحة { $number } من { $of }
page-next = الصفحة التالية
page-previous = الصفحة السابقة
not-found-title = الصفحة غير موجودة
not-found-text = لا توجد صفحة على هذا الرابط. ربما نُقلت الصفحة، أو كُتب الرابط على نحو غير صحيح.
languages-title = اختيار اللغة
permanent-text = هذا هو الرابط الدائم لما يأتي:
facts = المعلومات
corrections = التصحيحات
corrected = مصحَّح
source = المصدر
sources = المصادر
source-number = المصدر { $number }
source-details = تفاصيل المصدر
source-details-of = تفاصيل المصدر «{ $title }»
states = معلومات مستقاة من هذا المصدر: { $facts }
basis = معلومات مبنية على هذا المصدر: { $facts }
own-work = من إعدادنا
no-source = لم يُذكر مصدر
date-missing = التاريخ غير منشور
on-this-page = في هذه الصفحة
downloads = التنزيلات
download-record = هذا السجل:
download-collection = جميع السجلات، { $collection }:
download-sheet = لبرنامجي Excel وLibreOffice، { $size }
download-chart = الرسم البياني بصيغة SVG، { $size }
embed = التضمين
embed-how =
    يُرجى نسخ هذه الأسطر إلى صفحتكم.
    وتعرض هذه الأسطر المؤشر ورسمه البياني بالصيغة المنشورة هنا وقت الاطلاع عليهما، دون استخدام أي برنامج نصي.
download = { $title }، { $format }
download-sized = { $title }، { $format }، { $size }

## Figures

value = القيمة
date = التاريخ
change = التغير
groups = التوزيع
by-group = التوزيع حسب: { $group }
history = التطور الزمني
values-of = القيم: { $title }
reported = وفق المصدر
computed = محسوب من سجلات هذا الموقع
reported-and-listed = وفق المصدر ومدرج هنا
listed-here = مدرج هنا
listed = المدرج هنا: { $listed } من أصل { $reported }
gap = وفق المصدر ({ $source })، يزيد الرقم بمقدار { $gap } على مجموع السجلات المدرجة هنا.
part-of = { $part } من أصل { $whole }
known = عدد السجلات المستند إليها: { $known } من أصل { $of }
known-undated = { $count ->
    [zero] لا سجلات بلا تاريخ
    [one] سجل واحد بلا تاريخ
    [two] سجلان بلا تاريخ
    [few] { $count } سجلات بلا تاريخ
    [many] { $count } سجلًا بلا تاريخ
   *[other] { $count } سجل بلا تاريخ
 }
running = الفترة لم تنتهِ بعد
how-counted = طريقة الحساب
behind = السجلات التي يستند إليها هذا الرقم
show-rest = عرض البقية
show-more = عرض المزيد
labelled = { $label }:
other = مؤشرات أخرى

## Sources, corrections, glossary

publishers = الجهات الناشرة
undated = بلا تاريخ
repost = بلا رابط: نسخة أعادت نشرها جهة أخرى.
own-work-text = هذا العمل من إعدادنا، وليس وثيقة نشرتها جهة أخرى.
stated = المعلومات المستقاة من هذا المصدر
stated-record = السجل بأكمله
stated-nothing = لا توجد في هذا الموقع معلومات مستقاة من هذا المصدر.
what-changed = التغييرات
corrections-none = لم يُنشر أي تصحيح حتى الآن.
editions = الإصدارات
changes-lead =
    القيم والمراحل والسجلات والتصحيحات، إصدارًا بعد إصدار. يرد تاريخ الإصدار أولًا، ويرد تاريخ المعلومة بين قوسين.
    ولا يُعرض بالتفصيل ما جاء به الإصدار الأول بتاريخ { $first }، ولا تُعرض النصوص والمصادر.
changes-feed = خلاصة التغييرات (Atom)
changes-none = لم يتغير في هذا الإصدار شيء مما يُعرض هنا.
corrections-all = جميع التصحيحات
withdrawn = قيمة مسحوبة
touched-figures = المؤشرات المتأثرة
touched-texts = النصوص التي تذكر القيمة
letters = الحروف
term-avoid = لا يُستخدم هنا: { $words }

## Contact, data, completeness

contact-address = العنوان
contact-email = البريد الإلكتروني
contact-phone = الهاتف
contact-website = الموقع الإلكتروني
contact-none = لم تُذكر بيانات الاتصال بعد.
mistakes = هل وجدتم خطأ؟
mistakes-text =
    اكتبوا إلينا مع ذكر الصفحة والرقم.
    كل ما نُشر وتبيّن أنه غير صحيح يُصحَّح، ويُدرج التصحيح في هذا الموقع.
collection = القسم
records = السجلات
data-collections = جميع السجلات
data-figures = جميع المؤشرات
data-described = عن البيانات
licence-label = الترخيص
facts-as-of-label = تاريخ المعلومات
completeness = مدى اكتمال المعلومات
latest-edition = التغييرات في أحدث إصدار
edition-of = نُشر في { $date }.
edition-first = وهو الإصدار الأول، فكل ما فيه جديد.
edition-nothing = ولم تتغير فيه أي صفحة.
known-sourced = موثّقة بمصدر
known-unsourced = بلا مصدر
languages-complete = اللغات

## Records and lists

common-source = المصدر، ما لم يُذكر غيره:
record-empty = لا يتضمن هذا السجل تفاصيل أخرى.
and-more =
    { $count ->
        [one] وواحد غيرها
        [two] واثنان غيرها
       *[other] و{ $count } غيرها
    }
share = النسبة
total = الإجمالي
siblings = { $label }: المزيد ضمن «{ $name }»
backlinks-by = { $label } ({ $field })
all-of = عرض الكل: { $label }
all-records = عرض الكل ({ $count })
where-it-is = الموقع الجغرافي
counted-in = مؤشرات ذات صلة
cite = صيغة الاستشهاد
at-a-glance = لمحة عامة
tally = { $from } إلى { $to } من أصل { $count }
filter = التصفية
filter-and-sort = التصفية والترتيب
filter-none = لا توجد سجلات مطابقة.
filter-some = { $shown } من أصل { $count }
name-contains = الاسم يتضمن
sort-by = الترتيب حسب
sort-given = الترتيب الأصلي
sorted-by = حسب: { $field }
sort-newest = { $field }، الأحدث أولًا
sort-largest = { $field }، الأكبر أولًا
sort-az = { $field }، بالترتيب الأبجدي
facet-missing = غير مذكور
clear = مسح الكل

## Home, news

headline-figures = بالأرقام
all-figures = جميع المؤشرات
browse = استعراض الأقسام
where = على الخريطة
news-by-year = حسب السنة
subscribe = الاشتراك
press = جهة الاتصال الإعلامية

## Search

search = بحث
search-label = البحث في هذا الموقع
search-hint = اسم أو موضوع
search-examples = أمثلة
search-results = { $count ->
    [zero] لا نتائج للبحث عن «{ $query }»
    [one] نتيجة واحدة للبحث عن «{ $query }»
    [two] نتيجتان للبحث عن «{ $query }»
    [few] { $shown } نتائج للبحث عن «{ $query }»
   *[other] { $shown } نتيجة للبحث عن «{ $query }»
 }
search-none = لا نتائج للبحث عن «{ $query }»
search-most = لا توجد نتيجة تتضمن جميع الكلمات، وفيما يلي النتائج التي تتضمن معظمها.
search-close = لا يوجد تطابق تام، وفيما يلي ما يُكتب على نحو مشابه.
search-kinds = النتائج حسب النوع
search-all = الكل
search-rest = عرض جميع النتائج ({ $count })
search-failed = تعذّر تحميل أداة البحث. ويمكن الوصول إلى جميع محتويات الموقع عبر القوائم أدناه.
search-script = يتطلب البحث تفعيل JavaScript، ومن دونه يمكن الوصول إلى جميع محتويات الموقع عبر القوائم أدناه.
search-try = اقتراحات
search-try-words = كلمة أقصر أو أعم، أو الاسم بلغته الأصلية
search-try-names = جميع الأسماء بالترتيب الأبجدي
search-try-mail = راسلونا
search-mail-subject = بحث عن: { $query }
az-see = انظر { $name }

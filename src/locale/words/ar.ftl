# Not yet reviewed by a native speaker.
# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = غير منشور
missing-not-applicable = لا ينطبق
missing-confidential = محجوب
missing-not-yet = غير متاح بعد
status-final = نهائي
status-provisional = أولي
status-estimated = تقديري
status-inferred = استنتاجنا
status-forecast = متوقَّع
status-revised = منقَّح
bound-more-than = أكثر من { $value }
bound-at-least = ما لا يقل عن { $value }
bound-less-than = أقل من { $value }
bound-at-most = ما لا يزيد على { $value }
bound-about = نحو { $value }
yes = نعم
no = لا
separator-list = {"، "}
separator-dot = {" · "}
own-work = من إعدادنا
latitude-north = { $value }° شمالًا
latitude-south = { $value }° جنوبًا
longitude-east = { $value }° شرقًا
longitude-west = { $value }° غربًا
size-kilobytes = { $value } كيلوبايت
size-megabytes = { $value } ميغابايت
size-gigabytes = { $value } غيغابايت
unit-percent = { $value }‎%‎
unit-CNY = { $value } يوان

## Dates. $precision says how much of the date is known: year, month, day

date-range =
    { $precision ->
        [year] من عام { $from } إلى { $to }
       *[other] من { $from } إلى { $to }
    }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }، كما في { $date }. { $addresses ->
        [both] { $page } (الرابط الدائم: { $url })
       *[one] { $url }
    }
cite-fact =
    { $title }{ $valued ->
        [yes] : { $value }
       *[no] { "" }
    }{ $noted ->
        [yes] { " " }({ $notes })
       *[no] { "" }
    }
cite-source =
    { $own ->
        [yes] من إعدادنا:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] ، { $date }
       *[no] { "" }
    }
cite-original = { $sources }. نقلًا عن: { $citation }
cite-permanent = الرابط الدائم: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] وفق المصدر
       *[computed] محسوب من سجلات هذا الموقع
    }{ $sure ->
        [no] ، { $status }
       *[yes] { "" }
    }، { $date })
since-date =
    { $precision ->
        [year] منذ عام { $date }
       *[other] منذ { $date }
    }
by-date =
    { $precision ->
        [year] منذ عام { $date } على الأقل
       *[other] منذ { $date } على الأقل
    }
figure-as-of =
    { $precision ->
        [year] في عام { $date }
        [month] في { $date }
       *[other] كما في { $date }
    }
date-missing = التاريخ غير منشور
last-changed = آخر تعديل: { $date }
date-quarter = الربع { $quarter ->
    [1] الأول
    [2] الثاني
    [3] الثالث
   *[other] الرابع
 } من عام { $year }
date-day-short = { $day } { $month } { $year }
date-time = { $date }، الساعة { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [zero] لا سجلات
        [one] سجل واحد
        [two] سجلان
        [few] { $count } سجلات
        [many] { $count } سجلًا
       *[other] { $count } سجل
    }
page-title = { $title } (الصفحة { $number } من { $of })

## Prose

alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه
footnote-back = العودة إلى النص
prose-table = جدول
photo-credit = الصورة: { $credit }
quote-expired = لم يعد منشورًا
to-fill = يُستكمل لاحقًا:

## How a figure is computed

group-none = لا سجلات مدرجة هنا
formula-count = عدد السجلات في «{ $collection }»
formula-sum = مجموع «{ $measure }» في «{ $collection }»
formula-average = متوسط «{ $measure }» في «{ $collection }»
formula-minimum = أدنى قيمة للبند «{ $measure }» في «{ $collection }»
formula-maximum = أعلى قيمة للبند «{ $measure }» في «{ $collection }»
formula-share = نسبة السجلات في «{ $collection }»
formula-coverage = السجلات في «{ $collection }» حسب «{ $by }»
formula-where = { $formula }، حيث { $conditions }
formula-pair = { $label }: { $value }
formula-not = ما عدا { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first }؛ { $second }

## Charts and maps

chart-table = البيانات في جدول
chart-date = التاريخ
chart-value = القيمة
chart-source = المصدر
chart-reported = وفق المصدر
chart-computed = محسوب من سجلات هذا الموقع
chart-listed = مدرج هنا
chart-as-of =
    { $precision ->
        [year] في عام { $date }
        [month] في { $date }
       *[other] كما في { $date }
    }
chart-gap = وفق المصدر، غير مدرج هنا
chart-sources = { $count ->
    [one] المصدر: { $sources }
    [two] المصدران: { $sources }
   *[other] المصادر: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = النسبة
chart-count = العدد
chart-total = الإجمالي
chart-known = عدد السجلات المستند إليها: { $known } من أصل { $of }
chart-running = الفترة لم تنتهِ بعد
chart-since = لم يُعثر على رقم أحدث
chart-sum = محسوب هنا
chart-empty = لا توجد قيم بعد.
map-boundaries = الحدود: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = قيمة واحدة: { $value }.
finding-course =
    { $shape ->
        [up] ارتفاع من { $first } إلى { $last }.
        [up-throughout] ارتفاع متواصل من قيمة إلى التي تليها، من { $first } إلى { $last }.
        [never-down] ارتفاع لم يتخلله انخفاض، من { $first } إلى { $last }.
        [down] انخفاض من { $first } إلى { $last }.
        [down-throughout] انخفاض متواصل من قيمة إلى التي تليها، من { $first } إلى { $last }.
        [never-up] انخفاض لم يتخلله ارتفاع، من { $first } إلى { $last }.
        [steady] ثبات من { $begin } إلى { $end }: { $value }.
        [mixed] ارتفاع تارة وانخفاض تارة أخرى: { $first } في البداية، { $last } في النهاية.
       *[open] { $first } في البداية، { $last } في النهاية.
    }
finding-highest =
    { $count ->
        [one] أعلى قيمة: { $value }.
        [two] أعلى قيمة: { $value }، سُجِّلت مرتين.
        [few] أعلى قيمة: { $value }، سُجِّلت { $count } مرات.
       *[other] أعلى قيمة: { $value }، سُجِّلت { $count } مرة.
    }
finding-lowest =
    { $count ->
        [one] أدنى قيمة: { $value }.
        [two] أدنى قيمة: { $value }، سُجِّلت مرتين.
        [few] أدنى قيمة: { $value }، سُجِّلت { $count } مرات.
       *[other] أدنى قيمة: { $value }، سُجِّلت { $count } مرة.
    }
finding-running = الفترة لم تنتهِ بعد: { $value }.
finding-gaps = بلا قيمة: { $names }.
finding-most =
    { $count ->
        [one] أعلى قيمة: { $names }، { $value }.
        [two] أعلى قيمة: { $names }، { $value } لكل منهما.
       *[other] أعلى قيمة: { $names }، { $value } لكل منها.
    }
finding-equal =
    { $count ->
        [two] القيمتان متساويتان: { $value }.
       *[other] جميع القيم، وعددها { $count }، متساوية: { $value }.
    }
finding-without = بلا قيمة: { $names }.
finding-dates = تعود القيم إلى تواريخ مختلفة.
finding-places =
    { $count ->
        [zero] لا أماكن.
        [one] مكان واحد.
        [two] مكانان.
        [few] { $count } أماكن.
        [many] { $count } مكانًا.
       *[other] { $count } مكان.
    }
finding-unplaced =
    { $count ->
        [one] لا يظهر على الخريطة: { $names }.
        [two] اثنان لا يظهران على الخريطة: { $names }.
       *[other] لا يظهر على الخريطة ({ $count }): { $names }.
    }

## Data files and addresses

data-all = جميع البيانات
data-sheet = لبرامج جداول البيانات
sheet-id = المعرّف
sheet-page = الصفحة
sheet-as-of = تاريخ البيانات
sheet-licence = الترخيص
sheet-latitude = خط العرض
sheet-longitude = خط الطول
sheet-alt = وصف الصورة
sheet-caption = التعليق على الصورة
sheet-credit = مصدر الصورة
sheet-bound = دقيق أم لا
sheet-status = الحالة
sheet-since = منذ
sheet-by = منذ (على الأقل)
sheet-missing = سبب غياب القيمة
readme-what =
    جميع بيانات { $url } كما في { $date }: كل جدول بصيغة CSV (ترميز UTF-8، تفصل بين القيم فواصل، والعلامة العشرية نقطة)،
    وكل مجموعة وكل مؤشر بصيغة JSON. يشرح الملف datapackage.json معاني الأعمدة، ويشرح محتوى كل جدول ملف مجاور له ينتهي
    اسمه بالعبارة csv-metadata.json.
readme-licence = { $given ->
    [yes] الترخيص: { $licence }
   *[no] لم يُحدَّد ترخيص. وعلى من يرغب في استخدام البيانات الرجوع إلى الجهة الناشرة.
 }
readme-cite = صيغة الاستشهاد: { $citation }
readme-files = الملفات
data-facts = كل معلومة مع مصدرها
data-part = { $collection }: { $part }
moved-to = نُقلت هذه الصفحة إلى: { $title }.

## Corrections

correction-values =
    { $count ->
        [zero] لا قيم
        [one] قيمة واحدة
        [two] قيمتان
        [few] { $count } قيم
       *[other] { $count } قيمة
    }
correction-change = { $kind ->
    [added] الآن { $now }؛ ولم يُنشر شيء من قبل
    [gone] { $was }، قيمة مسحوبة
    [number] من { $was } إلى { $now }
   *[other] سابقًا: { $was }؛ الآن: { $now }
 }

## Changes

changes-address = تغييرات
changes-title = التغييرات
changes-edition = إصدار { $date }
change-kind = { $kind ->
    [correction] التصحيحات
    [new] السجلات الجديدة
    [stage] المراحل
    [certainty] درجة اليقين
    [moved] الروابط
    [gone] سجلات لم تعد منشورة
   *[value] القيم
 }
change-phrase = { $kind ->
    [new] لم يرد في أي إصدار سابق
    [gone] لم يعد منشورًا
    [moved] الرابط القديم { $was } يحيل الآن إلى { $now }
    [later] { $was }، ثم { $now }
    [missing] { $now }؛ في الإصدارات السابقة: { $was }
    [firm] { $now }؛ في الإصدارات السابقة: { $was }
    [coarser] { $now }؛ التاريخ في الإصدارات السابقة: { $was }
    [undated] { $now }؛ بلا تاريخ في الإصدارات السابقة
   *[new-value] { $now }
 }

## Search

search-address = بحث
az-address = فهرس
search-title = البحث
az-title = الفهرس الأبجدي
search-lists = القوائم
# Words that ask and join: a search leaves them out of a question.
search-small-words = أم أن أنا أنتم أو أي أية أيضا أين أيها إذا إلى إن إنه إنها التي الذي الذين ب بأي بكم بما به بها بين تكون تلك توجد ثم حول ذلك ضمن عدد على عليه عليها عما عن عند عنه عنها فهل في فيما فيه فيها قد كان كانت كل كم كما كيف كيفية ل لدى لديه لديها لكل لكم لكن لماذا لمن لنا له لها لهذا لهذه لهم ما ماذا متى مع معنى مما من منذ منه منها نحن هؤلاء هذا هذه هل هم هما هنا هناك هو هي و وفق وفي وكم وما ومن وهل وهو وهي يعني يكون يمكن يوجد

unit-USD = { $value } دولار أمريكي
unit-people = { $count ->
    [few] { $value } أشخاص
    [many] { $value } شخصًا
   *[other] { $value } شخص
}
records-count-projects = { $count ->
    [zero] لا مشاريع
    [one] مشروع واحد
    [two] مشروعان
    [few] { $count } مشاريع
    [many] { $count } مشروعًا
   *[other] { $count } مشروع
}
records-count-countries = { $count ->
    [zero] لا بلدان
    [one] بلد واحد
    [two] بلدان اثنان
    [few] { $count } بلدان
    [many] { $count } بلدًا
   *[other] { $count } بلد
}
records-count-sectors = { $count ->
    [zero] لا قطاعات
    [one] قطاع واحد
    [two] قطاعان
    [few] { $count } قطاعات
    [many] { $count } قطاعًا
   *[other] { $count } قطاع
}
records-count-figures = { $count ->
    [zero] لا مؤشرات
    [one] مؤشر واحد
    [two] مؤشران
    [few] { $count } مؤشرات
    [many] { $count } مؤشرًا
   *[other] { $count } مؤشر
}
records-count-news = { $count ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
}
records-count-sources = { $count ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
}
records-count-terms = { $count ->
    [zero] لا مصطلحات
    [one] مصطلح واحد
    [two] مصطلحان
    [few] { $count } مصطلحات
    [many] { $count } مصطلحًا
   *[other] { $count } مصطلح
}
records-count-corrections = { $count ->
    [zero] لا تصحيحات
    [one] تصحيح واحد
    [two] تصحيحان
    [few] { $count } تصحيحات
    [many] { $count } تصحيحًا
   *[other] { $count } تصحيح
}

# Not yet reviewed by a native speaker.

## The theme report: what its templates say.

skip-link = Перейти к содержанию
menu = Меню
navigation-label = Основная навигация
external = ведёт на другой сайт
language = Язык
not-translated = не переведено
breadcrumb-label = Вы находитесь здесь
home = Главная
notices = Обратите внимание
as-of-notice = На этих страницах приведены сведения по состоянию на { $date }; тексты даны в текущей редакции.
fallback-notice = Страница ещё не переведена и показана на языке оригинала ({ $language }).
published-by = Издатель
footer-data = Данные
footer-about = О сайте
feed = Лента новостей (Atom)
licence = Тексты и данные: { $license }
facts-as-of = Сведения по состоянию на { $date }
last-changed = Последнее изменение: { $date }
pages = Страницы
page-of = Страница { $number } из { $of }
page-next = Следующая страница
page-previous = Предыдущая страница
not-found-title = Страница не найдена
not-found-text = По этому адресу страницы нет. Возможно, она перемещена или в адресе допущена опечатка.
languages-title = Выберите язык
permanent-text = Это постоянный адрес страницы:
facts = Сведения
corrections = Исправления
corrected = исправлено
source = Источник
sources = Источники
source-number = Источник { $number }
source-details = об источнике
source-details-of = Об источнике «{ $title }»
states = Сведения из этого источника: { $facts }
basis = Сведения, основанные на этом источнике: { $facts }
own-work = собственный материал
no-source = источник не указан
date-missing = дата не опубликована
on-this-page = На этой странице
downloads = Скачать
download-record = Эта запись:
download-collection = Все записи, { $collection }:
download-sheet = для Excel и LibreOffice, { $size }
download-chart = диаграмма в формате SVG, { $size }
embed = Код для вставки
embed-how =
    Эти строки можно вставить в свою страницу.
    Они выводят показатель и его диаграмму в том виде, в каком они опубликованы здесь на момент просмотра, без скриптов.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Figures

value = Значение
date = Дата
change = Изменение
groups = Разбивка
by-group = Разбивка: { $group }
history = Изменения во времени
values-of = Значения: { $title }
reported = по данным источника
computed = рассчитано по записям этого сайта
reported-and-listed = Данные источника и представленные здесь записи
listed-here = представлено здесь
listed = Представлено здесь: { $listed } из { $reported }
gap = По данным источника ({ $source }), значение на { $gap } больше суммы по представленным здесь записям.
part-of = { $part } из { $whole }
known = на основе { $known } из { $of } { $of ->
    [one] записи
   *[other] записей
 }
known-undated = { $count } без даты
running = период не завершён
how-counted = Методика расчёта
behind = Записи, на которых основано это значение
show-rest = Показать остальные
show-more = Показать ещё
labelled = { $label }:
other = Прочее

## Sources, corrections, glossary

publishers = Издатели
undated = Без даты
repost = Ссылка не приводится: это копия, опубликованная третьим лицом.
own-work-text = Это наш собственный материал, а не документ, опубликованный другими.
stated = Сведения из этого источника
stated-record = запись в целом
stated-nothing = На этом сайте нет сведений из этого источника.
what-changed = Что изменилось
corrections-none = Исправления пока не публиковались.
editions = Выпуски
changes-lead =
    Значения, этапы, записи и исправления по выпускам. Сначала указана дата выпуска, в скобках — дата, к которой
    относятся
    сведения. Содержание первого выпуска (от { $first }), а также изменения текстов и источников отдельно не
    перечисляются.
changes-feed = Лента изменений (Atom)
changes-none = В этом выпуске нет изменений, которые здесь перечисляются.
corrections-all = Все исправления
withdrawn = отозвано
touched-figures = Затронутые показатели
touched-texts = Тексты, в которых указано это значение
letters = Буквы
term-avoid = Здесь не употребляется: { $words }

## Contact, data, completeness

contact-address = Адрес
contact-email = Электронная почта
contact-phone = Телефон
contact-website = Сайт
contact-none = Контактные данные пока не указаны.
mistakes = Нашли ошибку?
mistakes-text =
    Напишите нам, указав страницу и число.
    Если опубликованные сведения окажутся неверными, они будут исправлены, а исправление — отражено на этом сайте.
collection = Раздел
records = Записи
data-collections = Все записи
data-figures = Все показатели
data-described = О данных
licence-label = Лицензия
facts-as-of-label = Сведения по состоянию на
completeness = Полнота сведений
latest-edition = Изменения в последнем выпуске
edition-of = Опубликован { $date }
edition-first = Это первый выпуск: всё в нём новое.
edition-nothing = Страницы в нём не изменились.
known-sourced = С указанием источника
known-unsourced = Без указания источника
languages-complete = Языки

## Records and lists

common-source = Источник, если не указан иной:
record-empty = Других сведений в этой записи нет.
and-more = ещё { $count }
share = Доля
total = Всего
siblings = { $label }: другие записи со ссылкой на «{ $name }»
backlinks-by = { $label } ({ $field })
all-of = Показать все: { $label }
all-records = Все ({ $count })
where-it-is = Расположение
counted-in = Связанные показатели
cite = Как цитировать
at-a-glance = Кратко
tally = { $from }–{ $to } из { $count }
filter = Фильтр
filter-and-sort = Фильтр и сортировка
filter-none = Нет записей, отвечающих этим условиям.
filter-some = { $shown } из { $count }
name-contains = Название содержит
sort-by = Сортировка
sort-given = исходный порядок
sorted-by = по полю «{ $field }»
sort-newest = { $field }, сначала новые
sort-largest = { $field }, по убыванию
sort-az = { $field }, от А до Я
facet-missing = не указано
clear = Сбросить всё

## Home, news

headline-figures = В цифрах
all-figures = Все показатели
browse = Разделы
where = На карте
news-by-year = По годам
subscribe = Подписка
press = Контакты для прессы

## Search

search = Поиск
search-label = Поиск по сайту
search-hint = Название или тема
search-examples = Например
search-results = { $count ->
    [one] { $shown } результат по запросу «{ $query }»
    [few] { $shown } результата по запросу «{ $query }»
    [many] { $shown } результатов по запросу «{ $query }»
   *[other] { $shown } результата по запросу «{ $query }»
 }
search-none = По запросу «{ $query }» ничего не найдено
search-most = Ни один результат не содержит всех слов; показаны результаты с большинством из них.
search-close = Точного совпадения нет; показаны результаты, сходные по написанию.
search-kinds = Результаты по видам
search-all = Все
search-rest = Показать все ({ $count })
search-failed = Не удалось загрузить поиск. Списки ниже ведут ко всему содержанию сайта.
search-script = Для поиска нужен JavaScript. Без него ко всему содержанию сайта ведут списки ниже.
search-try = Что попробовать
search-try-words = Более короткое или более общее слово либо название на языке оригинала
search-try-names = Все названия по алфавиту
search-try-mail = Напишите нам
search-mail-subject = Поиск сведений: { $query }
az-see = см. { $name }

# Not yet reviewed by a native speaker.
# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = не опубликовано
missing-not-applicable = неприменимо
missing-confidential = не разглашается
missing-not-yet = данных пока нет
status-final = окончательные данные
status-provisional = предварительные данные
status-estimated = оценка
status-inferred = наш вывод
status-forecast = прогноз
status-revised = уточнённые данные
bound-more-than = более чем { $value }
bound-at-least = не менее чем { $value }
bound-less-than = менее чем { $value }
bound-at-most = не более чем { $value }
bound-about = примерно { $value }
yes = да
no = нет
separator-list = {", "}
separator-dot = {" · "}
own-work = собственный материал
latitude-north = { $value }° с. ш.
latitude-south = { $value }° ю. ш.
longitude-east = { $value }° в. д.
longitude-west = { $value }° з. д.
size-kilobytes = { $value } кБ
size-megabytes = { $value } МБ
size-gigabytes = { $value } ГБ
unit-percent = { $value } %
unit-CNY = { $scale ->
    [word] { $value } юаней
   *[digits] { $value } CNY
 }

## Dates. $precision says how much of the date is known: year, month, day

date-range =
    { $precision ->
        [year] { $from }–{ $to }
       *[other] { $from } — { $to }
    }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, по состоянию на { $date } URL: { $addresses ->
        [both] { $page } (постоянный адрес: { $url })
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
        [yes] собственный материал:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources } — цит. по: { $citation }
cite-permanent = постоянный адрес: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] по данным источника
       *[computed] рассчитано по записям этого сайта
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date =
    { $precision ->
        [year] с { $date } г.
        [month] начало: { $date }
       *[day] с { $date }
    }
by-date =
    { $precision ->
        [year] не позднее чем с { $date } г.
        [month] начало не позднее: { $date }
       *[day] не позднее чем с { $date }
    }
figure-as-of =
    { $precision ->
        [year] по состоянию на { $date } год
       *[other] по состоянию на { $date }
    }
date-missing = дата не опубликована
last-changed = Последнее изменение: { $date }
date-quarter = { $quarter ->
    [1] I
    [2] II
    [3] III
   *[other] IV
 } квартал { $year } г.
date-time = { $date }, { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
        [many] { $count } записей
       *[other] { $count } записи
    }
page-title = { $title } (страница { $number } из { $of })

## Prose

alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Осторожно
footnote-back = Вернуться к тексту
prose-table = Таблица
photo-credit = Фото: { $credit }
quote-expired = больше не публикуется
to-fill = подлежит заполнению:

## How a figure is computed

group-none = на этом сайте записей нет
formula-count = Число записей в разделе «{ $collection }»
formula-sum = Сумма значений «{ $measure }» в разделе «{ $collection }»
formula-average = Среднее значение «{ $measure }» в разделе «{ $collection }»
formula-minimum = Наименьшее значение «{ $measure }» в разделе «{ $collection }»
formula-maximum = Наибольшее значение «{ $measure }» в разделе «{ $collection }»
formula-share = Доля записей в разделе «{ $collection }»
formula-coverage = Записи в разделе «{ $collection }» по признаку «{ $by }»
formula-where = { $formula } при условии «{ $conditions }»
formula-pair = { $label }: { $value }
formula-not = не «{ $value }»
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Данные в таблице
chart-date = Дата
chart-value = Значение
chart-source = Источник
chart-reported = по данным источника
chart-computed = рассчитано по записям этого сайта
chart-listed = представлено здесь
chart-as-of =
    { $precision ->
        [year] По состоянию на { $date } год
       *[other] По состоянию на { $date }
    }
chart-gap = по данным источника, здесь не представлено
chart-sources = { $count ->
    [1] Источник: { $sources }
   *[other] Источники: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Доля
chart-count = Число
chart-total = Всего
chart-known = на основе { $known } из { $of } { $of ->
    [one] записи
   *[other] записей
 }
chart-running = период не завершён
chart-since = более новых данных не найдено
chart-sum = рассчитано здесь
chart-empty = Значений пока нет.
map-boundaries = Границы: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = Одно значение: { $value }.
finding-course =
    { $shape ->
        [up] Рост: в начале { $first }, в конце { $last }.
        [up-throughout] Непрерывный рост: в начале { $first }, в конце { $last }.
        [never-down] Рост без снижений: в начале { $first }, в конце { $last }.
        [down] Снижение: в начале { $first }, в конце { $last }.
        [down-throughout] Непрерывное снижение: в начале { $first }, в конце { $last }.
        [never-up] Снижение без роста: в начале { $first }, в конце { $last }.
        [steady] Без изменений, { $begin } — { $end }: { $value }.
        [mixed] Рост и снижение: в начале { $first }, в конце { $last }.
       *[open] В начале { $first }, в конце { $last }.
    }
finding-highest =
    { $count ->
        [1] Наибольшее значение: { $value }.
        [one] Наибольшее значение: { $value }, достигнуто { $count } раз.
        [few] Наибольшее значение: { $value }, достигнуто { $count } раза.
        [many] Наибольшее значение: { $value }, достигнуто { $count } раз.
       *[other] Наибольшее значение: { $value }, достигнуто { $count } раза.
    }
finding-lowest =
    { $count ->
        [1] Наименьшее значение: { $value }.
        [one] Наименьшее значение: { $value }, достигнуто { $count } раз.
        [few] Наименьшее значение: { $value }, достигнуто { $count } раза.
        [many] Наименьшее значение: { $value }, достигнуто { $count } раз.
       *[other] Наименьшее значение: { $value }, достигнуто { $count } раза.
    }
finding-running = Период не завершён: { $value }.
finding-gaps = Значения отсутствуют ({ $names }).
finding-most =
    { $count ->
        [1] Наибольшее значение: { $names }, { $value }.
       *[other] Наибольшее значение, { $value }: { $names }.
    }
finding-equal = Одинаковое значение во всех случаях ({ $count }): { $value }.
finding-without = Нет значения: { $names }.
finding-dates = Значения относятся к разным датам.
finding-places =
    { $count ->
        [one] { $count } место.
        [few] { $count } места.
        [many] { $count } мест.
       *[other] { $count } места.
    }
finding-unplaced =
    { $count ->
        [1] Нет на карте: { $names }.
       *[other] Нет на карте ({ $count }): { $names }.
    }

## Data files and addresses

data-all = Все данные
data-sheet = для электронных таблиц
sheet-id = Идентификатор
sheet-page = Страница
sheet-as-of = Данные по состоянию на
sheet-licence = Лицензия
sheet-latitude = широта
sheet-longitude = долгота
sheet-alt = описание изображения
sheet-caption = подпись
sheet-credit = авторство
sheet-bound = точность значения
sheet-status = статус
sheet-since = дата начала
sheet-by = начало не позднее
sheet-missing = причина отсутствия значения
readme-what =
    Все данные сайта { $url } по состоянию на { $date }: каждая таблица — в формате CSV (UTF-8, разделитель полей —
    запятая, десятичный разделитель — точка), каждый раздел и показатель — в формате JSON. Значение столбцов описано в
    файле datapackage.json, содержание отдельной таблицы — в файле рядом с ней, имя которого оканчивается на
    csv-metadata.json.
readme-licence = { $given ->
    [yes] Лицензия: { $licence }
   *[no] Лицензия не указана. По вопросам использования данных следует обращаться к издателю.
 }
readme-cite = Ссылка для цитирования: { $citation }
readme-files = Файлы
data-facts = все сведения с указанием источников
data-part = { $collection }: { $part }
moved-to = Страница перемещена: { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } значение
        [few] { $count } значения
        [many] { $count } значений
       *[other] { $count } значения
    }
correction-change = { $kind ->
    [added] стало: { $now }; ранее не публиковалось
    [gone] { $was }, отозвано
    [number] было: { $was }; стало: { $now }
   *[other] было: { $was }; стало: { $now }
 }

## Changes

changes-address = изменения
changes-title = Что изменилось
changes-edition = Выпуск от { $date }
change-kind = { $kind ->
    [correction] Исправления
    [new] Новые записи
    [stage] Этапы
    [certainty] Статус данных
    [moved] Адреса
    [gone] Больше не публикуются
   *[value] Значения
 }
change-phrase = { $kind ->
    [new] отсутствует в предыдущих выпусках
    [gone] больше не публикуется
    [moved] старый адрес { $was } теперь ведёт на { $now }
    [later] { $was }, затем { $now }
    [missing] { $now }; в предыдущих выпусках: { $was }
    [firm] { $now }; в предыдущих выпусках: { $was }
    [coarser] { $now }; дата в предыдущих выпусках: { $was }
    [undated] { $now }; в предыдущих выпусках без даты
   *[new-value] { $now }
 }

## Search

search-address = поиск
az-address = а-я
search-title = Поиск
az-title = Алфавитный указатель
search-lists = Списки
# Words that ask and join: a search leaves them out of a question.
search-small-words = а без был была были было быть в вам вас ваш во вы где для до его ее ей если есть еще ещё её же за зачем значит и из или им имеет имеют их к как какая какие каким каких какого какое какой каком какую ко когда кого количество кому кто куда ли между мне много мной может можно мои мой моя мы на над нам нас наш наша наши о об обо означает он она они оно от откуда по под почему при про с сколько со та так такие такое такой там те тем то того той тот ту у чего чем чему через число что чтобы эта эти этих это этого этой этом этот эту я является являются

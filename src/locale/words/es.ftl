# Not yet reviewed by a native speaker.

# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = no publicado
missing-not-applicable = no aplicable
missing-confidential = confidencial
missing-not-yet = aún no disponible
status-final = definitivo
status-provisional = provisional
status-estimated = estimado
status-inferred = conclusión propia
status-forecast = previsión
status-revised = revisado
bound-more-than = más de { $value }
bound-at-least = al menos { $value }
bound-less-than = menos de { $value }
bound-at-most = como máximo { $value }
bound-about = alrededor de { $value }
yes = sí
no = no
separator-list = {", "}
separator-dot = {" · "}
own-work = elaboración propia
latitude-north = { $value }° N
latitude-south = { $value }° S
longitude-east = { $value }° E
longitude-west = { $value }° O
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value } %
unit-CNY = { $scale ->
    [word] { $value } de yuanes
   *[digits] { $value } yuanes
 }

## Dates. $precision says how much of the date is known: year, month, day

date-range =
    { $precision ->
        [day] del { $from } al { $to }
       *[other] de { $from } a { $to }
    }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, datos al { $date }. { $addresses ->
        [both] { $page } (dirección permanente: { $url })
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
        [yes] elaboración propia:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. Citado en: { $citation }
cite-permanent = dirección permanente: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] según una fuente
       *[computed] calculado a partir de los registros de este sitio
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date =
    { $precision ->
        [day] desde el { $date }
       *[other] desde { $date }
    }
by-date =
    { $precision ->
        [day] desde el { $date } o antes
       *[other] desde { $date } o antes
    }
figure-as-of =
    { $precision ->
        [day] al { $date }
       *[other] en { $date }
    }
date-missing = fecha no publicada
last-changed = Última modificación: { $date }
date-quarter = { $quarter ->
    [1] 1.er
    [3] 3.er
   *[other] { $quarter }.º
 } trimestre de { $year }
date-time = { $date }, { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [one] { $count } registro
        [many] { $count } de registros
       *[other] { $count } registros
    }
page-title = { $title } (página { $number } de { $of })

## Prose

alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
footnote-back = Volver al texto
prose-table = Tabla
photo-credit = Foto: { $credit }
quote-expired = ya no se publica
to-fill = por completar:

## How a figure is computed

group-none = sin registros aquí
formula-count = Número de registros en «{ $collection }»
formula-sum = Suma de «{ $measure }» en «{ $collection }»
formula-average = Promedio de «{ $measure }» en «{ $collection }»
formula-minimum = Valor mínimo de «{ $measure }» en «{ $collection }»
formula-maximum = Valor máximo de «{ $measure }» en «{ $collection }»
formula-share = Porcentaje de los registros en «{ $collection }»
formula-coverage = Registros en «{ $collection }» por «{ $by }»
formula-where = { $formula } con { $conditions }
formula-pair = { $label }: { $value }
formula-not = excepto { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Datos en forma de tabla
chart-date = Fecha
chart-value = Valor
chart-source = Fuente
chart-reported = según la fuente
chart-computed = calculado a partir de los registros de este sitio
chart-listed = en este sitio
chart-as-of = { $precision ->
    [day] Datos al { $date }
   *[other] Datos de { $date }
 }
chart-gap = según la fuente, pero no en este sitio
chart-sources = { $count ->
    [one] Fuente: { $sources }
   *[other] Fuentes: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Porcentaje
chart-count = Número
chart-total = Total
chart-known = a partir de { $known } de los { $of } registros
chart-running = período en curso
chart-since = no se ha encontrado ninguna cifra más reciente
chart-sum = calculado aquí
chart-empty = Aún no hay valores.
map-boundaries = Límites: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = Un único valor: { $value }.
finding-course =
    { $shape ->
        [up] Aumenta de { $first } a { $last }.
        [up-throughout] Aumenta de forma ininterrumpida, de { $first } a { $last }.
        [never-down] Aumenta, sin disminuir en ningún momento, de { $first } a { $last }.
        [down] Disminuye de { $first } a { $last }.
        [down-throughout] Disminuye de forma ininterrumpida, de { $first } a { $last }.
        [never-up] Disminuye, sin aumentar en ningún momento, de { $first } a { $last }.
        [steady] Sin cambios de { $begin } a { $end }: { $value }.
        [mixed] Aumentos y descensos: { $first } al principio, { $last } al final.
       *[open] { $first } al principio, { $last } al final.
    }
finding-highest =
    { $count ->
        [one] Valor máximo: { $value }.
        [many] Valor máximo: { $value }, alcanzado { $count } de veces.
       *[other] Valor máximo: { $value }, alcanzado { $count } veces.
    }
finding-lowest =
    { $count ->
        [one] Valor mínimo: { $value }.
        [many] Valor mínimo: { $value }, alcanzado { $count } de veces.
       *[other] Valor mínimo: { $value }, alcanzado { $count } veces.
    }
finding-running = Período en curso: { $value }.
finding-gaps = Sin valor: { $names }.
finding-most =
    { $count ->
        [one] Valor máximo: { $names }, { $value }.
       *[other] Valor máximo: { $names }, { $value } en cada caso.
    }
finding-equal = Los { $count } valores son iguales: { $value }.
finding-without = Sin valor: { $names }.
finding-dates = Los valores corresponden a fechas distintas.
finding-places =
    { $count ->
        [one] { $count } lugar.
        [many] { $count } de lugares.
       *[other] { $count } lugares.
    }
finding-unplaced =
    { $count ->
        [one] No aparece en el mapa: { $names }.
       *[other] { $count } no aparecen en el mapa: { $names }.
    }

## Data files and addresses

data-all = Todos los datos
data-sheet = para hojas de cálculo
sheet-id = Identificador
sheet-page = Página
sheet-as-of = Fecha de referencia de los datos
sheet-licence = Licencia
sheet-latitude = latitud
sheet-longitude = longitud
sheet-alt = descripción de la imagen
sheet-caption = pie de imagen
sheet-credit = crédito
sheet-bound = exacto o no
sheet-status = estado
sheet-since = desde
sheet-by = desde (o antes)
sheet-missing = motivo por el que no hay valor
readme-what =
    Todos los datos de { $url } (fecha de referencia: { $date }): cada tabla en CSV (UTF-8, campos separados por
    comas, punto
    como separador decimal), y cada sección y cada indicador en JSON. El significado de las columnas se explica en
    datapackage.json; el contenido de cada tabla, en el archivo que la acompaña y cuyo nombre termina en
    csv-metadata.json.
readme-licence = { $given ->
    [yes] Licencia: { $licence }
   *[no] No se indica ninguna licencia. Quien desee utilizar los datos debe consultar al editor.
 }
readme-cite = Cita recomendada: { $citation }
readme-files = Los archivos
data-facts = cada dato con su fuente
data-part = { $collection }: { $part }
moved-to = Esta página ha cambiado de dirección: { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } valor
        [many] { $count } de valores
       *[other] { $count } valores
    }
correction-change = { $kind ->
    [added] ahora { $now }; antes no se había publicado ningún valor
    [gone] { $was }, valor retirado
    [number] de { $was } a { $now }
   *[other] antes: { $was }; ahora: { $now }
 }

## Changes

changes-address = cambios
changes-title = Qué ha cambiado
changes-edition = Edición del { $date }
change-kind = { $kind ->
    [correction] Correcciones
    [new] Registros nuevos
    [stage] Etapas
    [certainty] Grado de certeza
    [moved] Direcciones
    [gone] Registros que ya no se publican
   *[value] Valores
 }
change-phrase = { $kind ->
    [new] no figuraba en ediciones anteriores
    [gone] ya no se publica
    [moved] la dirección anterior, { $was }, lleva ahora a { $now }
    [later] { $was }, después { $now }
    [missing] { $now }; en ediciones anteriores: { $was }
    [firm] { $now }; en ediciones anteriores: { $was }
    [coarser] { $now }; fecha en ediciones anteriores: { $was }
    [undated] { $now }; sin fecha en ediciones anteriores
   *[new-value] { $now }
 }

## Search

search-address = buscar
az-address = a-z
search-title = Búsqueda
az-title = De la A a la Z
search-lists = Listas
# Words that ask and join: a search leaves them out of a question.
search-small-words = a al ante aquel aquella aquellas aquellos cantidad como con cuando cuya cuyas cuyo cuyos cuál cuáles cuándo cuánta cuántas cuánto cuántos cómo de del desde donde durante dónde e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estas este esto estos está están fue fueron ha haber hace han hasta hay la las le les lo los me mi mis mucha muchas mucho muchos más nos nuestra nuestras nuestro nuestros número o para por porque pueda puede pueden puedo que quien quién quiénes qué se ser será serán si significa sobre son su sus tengo tiene tienen u un una unas uno unos usted ustedes y ya yo él

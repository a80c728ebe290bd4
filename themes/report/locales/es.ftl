# Not yet reviewed by a native speaker.

## The theme report: what its templates say.

skip-link = Ir al contenido
menu = Menú
navigation-label = Navegación principal
external = lleva a otro sitio web
language = Idioma
not-translated = sin traducir
breadcrumb-label = Usted está aquí
home = Inicio
notices = Avisos
as-of-notice = Estas páginas muestran los datos tal como constaban el { $date }. Los textos son los actuales.
fallback-notice = Esta página aún no se ha traducido; se muestra en su idioma original ({ $language }).
published-by = Publicado por
footer-data = Datos
footer-about = Acerca de este sitio
feed = Canal de noticias (Atom)
licence = Textos y datos: { $license }
facts-as-of = Fecha de referencia de los datos: { $date }
last-changed = Última modificación: { $date }
pages = Páginas
page-of = Página { $number } de { $of }
page-next = Página siguiente
page-previous = Página anterior
not-found-title = Página no encontrada
not-found-text =
    En esta dirección no hay ninguna página.
    Es posible que se haya trasladado o que la dirección contenga un error.
languages-title = Elegir idioma
permanent-text = Esta es la dirección permanente de:
facts = Datos
corrections = Correcciones
corrected = corregido
source = Fuente
sources = Fuentes
source-number = Fuente { $number }
source-details = sobre la fuente
source-details-of = Sobre la fuente «{ $title }»
states = Fuente de: { $facts }
basis = Base de: { $facts }
own-work = elaboración propia
no-source = sin indicación de fuente
date-missing = fecha no publicada
on-this-page = En esta página
downloads = Descargas
download-record = Este registro:
download-collection = Todos los registros, { $collection }:
download-sheet = para Excel y LibreOffice, { $size }
download-chart = gráfico en SVG, { $size }
embed = Insertar en otro sitio
embed-how =
    Copie estas líneas en el código de su página.
    Muestran el indicador y su gráfico tal como estén publicados aquí en el momento de la consulta, sin ejecutar
    scripts.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Figures

value = Valor
date = Fecha
change = Variación
groups = Desglose
by-group = Desglose: { $group }
history = Evolución
values-of = Valores: { $title }
reported = según la fuente
computed = calculado a partir de los registros de este sitio
reported-and-listed = Según la fuente y en este sitio
listed-here = en este sitio
listed = { $listed } de { $reported } en este sitio
gap = La cifra indicada por { $source } supera en { $gap } la suma de los registros que figuran aquí.
part-of = { $part } de { $whole }
known = a partir de { $known } de los { $of } registros
known-undated = { $count } sin fecha
running = en curso
how-counted = Método de cálculo
behind = Registros en los que se basa esta cifra
show-rest = Mostrar el resto
show-more = Mostrar más
labelled = { $label }:
other = Otros

## Sources, corrections, glossary

publishers = Editores
undated = Sin fecha
repost = Sin enlace: se trata de una copia publicada por terceros.
own-work-text = Se trata de un trabajo de elaboración propia, no de un documento publicado por terceros.
stated = Datos tomados de esta fuente
stated-record = el registro en su conjunto
stated-nothing = Ningún dato de este sitio se ha tomado de esta fuente.
what-changed = Qué ha cambiado
corrections-none = Hasta la fecha no se ha publicado ninguna corrección.
editions = Ediciones
changes-lead =
    Valores, etapas, registros y correcciones, edición por edición. Primero figura la fecha de la edición; la fecha del
    dato se indica entre paréntesis. No se enumera el contenido de la primera edición, del { $first }, ni se recogen
    los cambios en textos y fuentes.
changes-feed = Canal de cambios (Atom)
changes-none = En esta edición no ha cambiado nada de lo que aquí se enumera.
corrections-all = Todas las correcciones
withdrawn = valor retirado
touched-figures = Indicadores afectados
touched-texts = Textos que mencionan el valor
letters = Letras
term-avoid = Términos no empleados aquí: { $words }

## Contact, data, completeness

contact-address = Dirección
contact-email = Correo electrónico
contact-phone = Teléfono
contact-website = Sitio web
contact-none = Aún no se han indicado datos de contacto.
mistakes = ¿Ha encontrado un error?
mistakes-text =
    Escríbanos e indique la página y la cifra.
    Todo lo publicado que resulte erróneo se corrige, y la corrección se hace constar en este sitio.
collection = Sección
records = Registros
data-collections = Todos los registros
data-figures = Todos los indicadores
data-described = Acerca de los datos
licence-label = Licencia
facts-as-of-label = Fecha de referencia de los datos
completeness = Información disponible
latest-edition = Cambios de la última edición
edition-of = Publicada el { $date }.
edition-first = Es la primera: todo su contenido es nuevo.
edition-nothing = No modificó ninguna página.
known-sourced = Con fuente
known-unsourced = Sin fuente
languages-complete = Idiomas

## Records and lists

common-source = Fuente, salvo indicación en contrario:
record-empty = Este registro no contiene más datos.
and-more = { $count } más
share = Porcentaje
total = Total
siblings = { $label }: más en «{ $name }»
backlinks-by = { $label } ({ $field })
all-of = Ver todo: { $label }
all-records = Ver los { $count } registros
where-it-is = Ubicación
counted-in = Indicadores relacionados
cite = Cómo citar
at-a-glance = Datos principales
tally = { $from }–{ $to } de { $count }
filter = Filtrar
filter-and-sort = Filtrar y ordenar
filter-none = Ningún registro coincide con la selección.
filter-some = { $shown } de { $count }
name-contains = El nombre contiene
sort-by = Ordenar por
sort-given = orden original
sorted-by = por { $field }
sort-newest = { $field }, de más reciente a más antiguo
sort-largest = { $field }, de mayor a menor
sort-az = { $field }, de la A a la Z
facet-missing = no consta
clear = Quitar todos los filtros

## Home, news

headline-figures = En cifras
all-figures = Todos los indicadores
browse = Explorar
where = En el mapa
news-by-year = Por año
subscribe = Suscribirse
press = Contacto de prensa

## Search

search = Buscar
search-label = Buscar en este sitio
search-hint = Nombre o tema
search-examples = Por ejemplo
search-results = { $count ->
    [one] { $shown } resultado para «{ $query }»
    [many] { $shown } de resultados para «{ $query }»
   *[other] { $shown } resultados para «{ $query }»
 }
search-none = No hay resultados para «{ $query }»
search-most = Ningún resultado contiene todas las palabras; se muestran los que contienen la mayoría de ellas.
search-close = No hay coincidencias exactas; se muestran resultados de grafía parecida.
search-kinds = Resultados por tipo
search-all = Todos
search-rest = Mostrar los { $count } resultados
search-failed = No se ha podido cargar la búsqueda. Las listas siguientes dan acceso a todo el contenido del sitio.
search-script = La búsqueda requiere JavaScript. Sin él, las listas siguientes dan acceso a todo el contenido del sitio.
search-try = Sugerencias
search-try-words = Una palabra más corta o más general, o el nombre en su idioma original
search-try-names = Todos los nombres, de la A a la Z
search-try-mail = Escríbanos
search-mail-subject = Búsqueda: { $query }
az-see = véase { $name }

# Not yet reviewed by a native speaker.

# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = não publicado
missing-not-applicable = não se aplica
missing-confidential = confidencial
missing-not-yet = ainda não disponível
status-final = definitivo
status-provisional = provisório
status-estimated = estimado
status-inferred = conclusão própria
status-forecast = previsão
status-revised = revisado
bound-more-than = mais de { $value }
bound-at-least = pelo menos { $value }
bound-less-than = menos de { $value }
bound-at-most = no máximo { $value }
bound-about = cerca de { $value }
yes = sim
no = não
separator-list = {", "}
separator-dot = {" · "}
own-work = elaboração própria
latitude-north = { $value }° N
latitude-south = { $value }° S
longitude-east = { $value }° L
longitude-west = { $value }° O
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value }%
unit-CNY = { $scale ->
    [word] { $value } de yuans
   *[digits] { $value } yuans
 }

## Dates. $precision says how much of the date is known: year, month, day

date-range = de { $from } a { $to }
cite-text =
    { $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }. { $site }, data de referência: { $date }. { $addresses ->
        [both] { $page } (endereço permanente: { $url })
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
        [yes] elaboração própria:{ " " }
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }: { $title }
       *[no] { $title }
    }{ $dated ->
        [yes] , { $date }
       *[no] { "" }
    }
cite-original = { $sources }. Citado em: { $citation }
cite-permanent = endereço permanente: { $url }
cite-value =
    { $title }: { $value } ({ $basis ->
        [reported] segundo uma fonte
       *[computed] calculado a partir dos registros deste site
    }{ $sure ->
        [no] , { $status }
       *[yes] { "" }
    }, { $date })
since-date = desde { $date }
by-date = desde { $date } ou antes
figure-as-of = em { $date }
date-missing = data não publicada
last-changed = Última alteração: { $date }
date-quarter = { $quarter }º trimestre de { $year }
date-day = { $day ->
    [1] 1º
   *[other] { $day }
 } de { $month } de { $year }
date-time = { $date }, { $hour }h{ $minute }

## Lists. A collection may have words of its own: records-count-projects

records-count =
    { $count ->
        [0] { $count } registros
        [one] { $count } registro
        [many] { $count } de registros
       *[other] { $count } registros
    }
page-title = { $title } (página { $number } de { $of })

## Prose

alert-note = Nota
alert-tip = Dica
alert-important = Importante
alert-warning = Aviso
alert-caution = Cuidado
footnote-back = Voltar ao texto
prose-table = Tabela
photo-credit = Foto: { $credit }
quote-expired = deixou de ser publicado
to-fill = a preencher:

## How a figure is computed

group-none = sem registros aqui
formula-count = Número de registros em “{ $collection }”
formula-sum = Soma de “{ $measure }” em “{ $collection }”
formula-average = Média de “{ $measure }” em “{ $collection }”
formula-minimum = Valor mínimo de “{ $measure }” em “{ $collection }”
formula-maximum = Valor máximo de “{ $measure }” em “{ $collection }”
formula-share = Proporção dos registros em “{ $collection }”
formula-coverage = Registros em “{ $collection }” por “{ $by }”
formula-where = { $formula } com { $conditions }
formula-pair = { $label }: { $value }
formula-not = exceto { $value }
formula-best = { $field } ({ $collection })
formula-join = { $first }; { $second }

## Charts and maps

chart-table = Dados em forma de tabela
chart-date = Data
chart-value = Valor
chart-source = Fonte
chart-reported = segundo a fonte
chart-computed = calculado a partir dos registros deste site
chart-listed = neste site
chart-as-of = Dados de { $date }
chart-gap = segundo a fonte, mas não neste site
chart-sources = { $count ->
    [one] Fonte: { $sources }
   *[other] Fontes: { $sources }
 }
chart-of-date = { $value } ({ $date })
chart-share = Proporção
chart-count = Número
chart-total = Total
chart-known = com base em { $known } dos { $of } registros
chart-running = período em curso
chart-since = nenhum valor mais recente encontrado
chart-sum = calculado aqui
chart-empty = Ainda não há valores.
map-boundaries = Limites: { $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = Um único valor: { $value }.
finding-course =
    { $shape ->
        [up] Aumenta de { $first } para { $last }.
        [up-throughout] Aumenta de forma ininterrupta, de { $first } para { $last }.
        [never-down] Aumenta, sem diminuir em nenhum momento, de { $first } para { $last }.
        [down] Diminui de { $first } para { $last }.
        [down-throughout] Diminui de forma ininterrupta, de { $first } para { $last }.
        [never-up] Diminui, sem aumentar em nenhum momento, de { $first } para { $last }.
        [steady] Sem alteração de { $begin } a { $end }: { $value }.
        [mixed] Aumentos e quedas: { $first } no início, { $last } no fim.
       *[open] { $first } no início, { $last } no fim.
    }
finding-highest =
    { $count ->
        [one] Valor máximo: { $value }.
        [many] Valor máximo: { $value }, atingido { $count } de vezes.
       *[other] Valor máximo: { $value }, atingido { $count } vezes.
    }
finding-lowest =
    { $count ->
        [one] Valor mínimo: { $value }.
        [many] Valor mínimo: { $value }, atingido { $count } de vezes.
       *[other] Valor mínimo: { $value }, atingido { $count } vezes.
    }
finding-running = Período em curso: { $value }.
finding-gaps = Sem valor: { $names }.
finding-most =
    { $count ->
        [one] Valor máximo: { $names }, { $value }.
       *[other] Valor máximo: { $names }, { $value } em cada caso.
    }
finding-equal = Os { $count } valores são iguais: { $value }.
finding-without = Sem valor: { $names }.
finding-dates = Os valores referem-se a datas diferentes.
finding-places =
    { $count ->
        [one] { $count } lugar.
        [many] { $count } de lugares.
       *[other] { $count } lugares.
    }
finding-unplaced =
    { $count ->
        [one] Não aparece no mapa: { $names }.
       *[other] { $count } não aparecem no mapa: { $names }.
    }

## Data files and addresses

data-all = Todos os dados
data-sheet = para planilhas
sheet-id = Identificador
sheet-page = Página
sheet-as-of = Data de referência dos dados
sheet-licence = Licença
sheet-latitude = latitude
sheet-longitude = longitude
sheet-alt = descrição da imagem
sheet-caption = legenda
sheet-credit = crédito
sheet-bound = exato ou não
sheet-status = situação
sheet-since = desde
sheet-by = desde (ou antes)
sheet-missing = motivo da ausência de valor
readme-what =
    Todos os dados de { $url } (data de referência: { $date }): cada tabela em CSV (UTF-8, campos separados por
    vírgulas, ponto
    como separador decimal), e cada seção e cada indicador em JSON. O significado das colunas está explicado em
    datapackage.json; o conteúdo de cada tabela, no arquivo que a acompanha e cujo nome termina em csv-metadata.json.
readme-licence = { $given ->
    [yes] Licença: { $licence }
   *[no] Nenhuma licença é indicada. Quem quiser utilizar os dados deve consultar o responsável pela publicação.
 }
readme-cite = Citação recomendada: { $citation }
readme-files = Os arquivos
data-facts = cada dado com a sua fonte
data-part = { $collection }: { $part }
moved-to = Esta página mudou de endereço: { $title }.

## Corrections

correction-values =
    { $count ->
        [one] { $count } valor
        [many] { $count } de valores
       *[other] { $count } valores
    }
correction-change = { $kind ->
    [added] agora { $now }; antes nenhum valor havia sido publicado
    [gone] { $was }, valor retirado
    [number] de { $was } para { $now }
   *[other] antes: { $was }; agora: { $now }
 }

## Changes

changes-address = alteracoes
changes-title = O que mudou
changes-edition = Edição de { $date }
change-kind = { $kind ->
    [correction] Correções
    [new] Novos registros
    [stage] Etapas
    [certainty] Grau de certeza
    [moved] Endereços
    [gone] Registros que deixaram de ser publicados
   *[value] Valores
 }
change-phrase = { $kind ->
    [new] não constava de edições anteriores
    [gone] deixou de ser publicado
    [moved] o endereço anterior, { $was }, agora leva a { $now }
    [later] { $was }, depois { $now }
    [missing] { $now }; em edições anteriores: { $was }
    [firm] { $now }; em edições anteriores: { $was }
    [coarser] { $now }; data em edições anteriores: { $was }
    [undated] { $now }; sem data em edições anteriores
   *[new-value] { $now }
 }

## Search

search-address = busca
az-address = a-z
search-title = Busca
az-title = De A a Z
search-lists = Listas
# Words that ask and join: a search leaves them out of a question.
search-small-words = a ao aos aquela aquelas aquele aqueles as até com como cuja cujas cujo cujos da das de dela delas dele deles desde dessa desse desta deste do dos e ela elas ele eles em entre era eram essa essas esse esses esta estas este estes está estão eu existe existem foi foram haver há isso isto lhe mais me meu meus minha minhas muita muitas muito muitos na nas nessa nesse nesta neste no nos nossa nossas nosso nossos num numa número o onde os ou para pela pelas pelo pelos pode podem por porque porquê posso quais qual quando quanta quantas quantidade quanto quantos que quem quê se ser será serão seu seus significa sobre sua suas são tem tenho ter têm um uma umas uns você vocês à às é

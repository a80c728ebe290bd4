# Not yet reviewed by a native speaker.

## The theme report: what its templates say.

skip-link = Ir para o conteúdo
menu = Menu
navigation-label = Navegação principal
external = leva a outro site
language = Idioma
not-translated = não traduzido
breadcrumb-label = Você está aqui
home = Página inicial
notices = Avisos
as-of-notice = Estas páginas mostram os dados tal como constavam em { $date }. Os textos são os atuais.
fallback-notice = Esta página ainda não foi traduzida; é apresentada no idioma original ({ $language }).
published-by = Publicado por
footer-data = Dados
footer-about = Sobre este site
feed = Feed de notícias (Atom)
licence = Textos e dados: { $license }
facts-as-of = Data de referência dos dados: { $date }
last-changed = Última alteração: { $date }
pages = Páginas
page-of = Página { $number } de { $of }
page-next = Próxima página
page-previous = Página anterior
not-found-title = Página não encontrada
not-found-text =
    Não há nenhuma página neste endereço.
    É possível que ela tenha mudado de lugar ou que o endereço contenha um erro.
languages-title = Escolher idioma
permanent-text = Este é o endereço permanente de:
facts = Dados
corrections = Correções
corrected = corrigido
source = Fonte
sources = Fontes
source-number = Fonte { $number }
source-details = sobre a fonte
source-details-of = Sobre a fonte “{ $title }”
states = Fonte de: { $facts }
basis = Base de: { $facts }
own-work = elaboração própria
no-source = sem indicação de fonte
date-missing = data não publicada
on-this-page = Nesta página
downloads = Downloads
download-record = Este registro:
download-collection = Todos os registros, { $collection }:
download-sheet = para Excel e LibreOffice, { $size }
download-chart = gráfico em SVG, { $size }
embed = Incorporar em outro site
embed-how =
    Copie estas linhas para o código da sua página.
    Elas mostram o indicador e o seu gráfico tal como publicados aqui no momento da consulta, sem executar scripts.
download = { $title }, { $format }
download-sized = { $title }, { $format }, { $size }

## Figures

value = Valor
date = Data
change = Variação
groups = Desagregação
by-group = Desagregação: { $group }
history = Evolução
values-of = Valores: { $title }
reported = segundo a fonte
computed = calculado a partir dos registros deste site
reported-and-listed = Segundo a fonte e neste site
listed-here = neste site
listed = { $listed } de { $reported } neste site
gap = O valor informado por { $source } supera em { $gap } a soma dos registros que constam aqui.
part-of = { $part } de { $whole }
known = com base em { $known } dos { $of } registros
known-undated = { $count } sem data
running = em curso
how-counted = Método de cálculo
behind = Registros em que se baseia este número
show-rest = Mostrar o restante
show-more = Mostrar mais
labelled = { $label }:
other = Outros

## Sources, corrections, glossary

publishers = Responsáveis pela publicação
undated = Sem data
repost = Sem link: trata-se de uma cópia publicada por terceiros.
own-work-text = Trata-se de trabalho de elaboração própria, e não de um documento publicado por terceiros.
stated = Dados extraídos desta fonte
stated-record = o registro como um todo
stated-nothing = Nenhum dado deste site foi extraído desta fonte.
what-changed = O que mudou
corrections-none = Até o momento, nenhuma correção foi publicada.
editions = Edições
changes-lead =
    Valores, etapas, registros e correções, edição por edição. Primeiro vem a data da edição; a data do dado é indicada
    entre parênteses. O conteúdo da primeira edição, de { $first }, não é discriminado, nem se incluem alterações
    em textos e fontes.
changes-feed = Feed de alterações (Atom)
changes-none = Nada do que é listado aqui mudou nesta edição.
corrections-all = Todas as correções
withdrawn = valor retirado
touched-figures = Indicadores afetados
touched-texts = Textos que mencionam o valor
letters = Letras
term-avoid = Termos não usados aqui: { $words }

## Contact, data, completeness

contact-address = Endereço
contact-email = E-mail
contact-phone = Telefone
contact-website = Site
contact-none = Ainda não foram informados dados de contato.
mistakes = Encontrou um erro?
mistakes-text =
    Escreva-nos, indicando a página e o número.
    Todo conteúdo publicado que se revelar incorreto será corrigido, e a correção passará a constar deste site.
collection = Seção
records = Registros
data-collections = Todos os registros
data-figures = Todos os indicadores
data-described = Sobre os dados
licence-label = Licença
facts-as-of-label = Data de referência dos dados
completeness = Informações disponíveis
latest-edition = Alterações da última edição
edition-of = Publicada em { $date }.
edition-first = É a primeira: todo o seu conteúdo é novo.
edition-nothing = Não alterou nenhuma página.
known-sourced = Com fonte
known-unsourced = Sem fonte
languages-complete = Idiomas

## Records and lists

common-source = Fonte, salvo indicação em contrário:
record-empty = Este registro não contém outros dados.
and-more = mais { $count }
share = Proporção
total = Total
siblings = { $label }: mais em “{ $name }”
backlinks-by = { $label } ({ $field })
all-of = Ver tudo: { $label }
all-records = Ver os { $count } registros
where-it-is = Localização
counted-in = Indicadores relacionados
cite = Como citar
at-a-glance = Dados principais
tally = { $from }–{ $to } de { $count }
filter = Filtrar
filter-and-sort = Filtrar e ordenar
filter-none = Nenhum registro corresponde à seleção.
filter-some = { $shown } de { $count }
name-contains = O nome contém
sort-by = Ordenar por
sort-given = ordem original
sorted-by = por { $field }
sort-newest = { $field }, do mais recente ao mais antigo
sort-largest = { $field }, do maior ao menor
sort-az = { $field }, de A a Z
facet-missing = não informado
clear = Limpar filtros

## Home, news

headline-figures = Em números
all-figures = Todos os indicadores
browse = Explorar
where = No mapa
news-by-year = Por ano
subscribe = Assinar
press = Contato para a imprensa

## Search

search = Buscar
search-label = Buscar neste site
search-hint = Nome ou tema
search-examples = Por exemplo
search-results = { $count ->
    [one] { $shown } resultado para “{ $query }”
    [many] { $shown } de resultados para “{ $query }”
   *[other] { $shown } resultados para “{ $query }”
 }
search-none = Nenhum resultado para “{ $query }”
search-most = Nenhum resultado contém todas as palavras; são mostrados os que contêm a maioria delas.
search-close = Não há correspondência exata; são mostrados resultados de grafia semelhante.
search-kinds = Resultados por tipo
search-all = Todos
search-rest = Mostrar os { $count } resultados
search-failed = Não foi possível carregar a busca. As listas a seguir dão acesso a todo o conteúdo do site.
search-script = A busca requer JavaScript. Sem ele, as listas a seguir dão acesso a todo o conteúdo do site.
search-try = Sugestões
search-try-words = Uma palavra mais curta ou mais geral, ou o nome no idioma original
search-try-names = Todos os nomes, de A a Z
search-try-mail = Escreva-nos
search-mail-subject = Busca: { $query }
az-see = ver { $name }

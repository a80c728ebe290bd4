# Not yet reviewed by a native speaker.
## The theme report: what its templates say.

skip-link = 跳至正文
menu = 菜单
navigation-label = 主导航
external = 链接至其他网站
language = 语言
not-translated = 未翻译
breadcrumb-label = 当前位置
home = 首页
notices = 请注意
as-of-notice = 各页面显示截至{ $date }的数据，文字内容为当前版本。
fallback-notice = 本页尚未翻译，现以原文（{ $language }）显示。
published-by = 发布者
footer-data = 数据
footer-about = 关于本网站
feed = 新闻订阅源（Atom）
licence = 文字和数据：{ $license }
facts-as-of = 数据截至{ $date }
last-changed = 最后更新：{ $date }
pages = 分页
page-of = 第{ $number }页，共{ $of }页
page-next = 下一页
page-previous = 上一页
not-found-title = 页面不存在
not-found-text = 该网址没有对应的页面。页面可能已移动，或网址输入有误。
languages-title = 选择语言
permanent-text = 本页是以下内容的永久网址：
facts = 数据
corrections = 更正
corrected = 已更正
source = 来源
sources = 来源
source-number = 来源{ $number }
source-details = 来源说明
source-details-of = 来源说明：“{ $title }”
states = 以此为来源的数据：{ $facts }
basis = 以此为依据的数据：{ $facts }
own-work = 自行编制
no-source = 未注明来源
date-missing = 日期未公布
on-this-page = 本页内容
downloads = 下载
download-record = 本记录：
download-collection = “{ $collection }”全部记录：
download-sheet = 适用于Excel和LibreOffice，{ $size }
download-chart = SVG图表，{ $size }
embed = 嵌入
embed-how = 将以下代码复制到您的网页中，即可显示该指标及其图表，内容与浏览时本网站发布的一致，不使用脚本。
download = { $title }，{ $format }
download-sized = { $title }，{ $format }，{ $size }

## Figures

value = 数值
date = 日期
change = 增减
groups = 分组数据
by-group = 按{ $group }分
history = 历史数据
values-of = 数值：{ $title }
reported = 来源公布值
computed = 根据本网站记录计算
reported-and-listed = 来源公布与本网站收录
listed-here = 本网站收录
listed = 本网站收录{ $listed }，来源公布{ $reported }
gap = { $source }公布的数值比本网站所收录记录的合计多{ $gap }。
part-of = { $part }/{ $whole }
known = 基于{ $of }条记录中的{ $known }条
known-undated = { $count }条无日期
running = 统计期尚未结束
how-counted = 计算方法
behind = 该数值所依据的记录
show-rest = 显示其余部分
show-more = 显示更多
labelled = { $label }：
other = 其他

## Sources, corrections, glossary

publishers = 发布者
undated = 无日期
repost = 未设链接：此为第三方转载的副本。
own-work-text = 此项由本网站自行编制，并非其他机构或个人发布的文件。
stated = 以此为来源的数据
stated-record = 整条记录
stated-nothing = 本网站没有以此为来源的数据。
what-changed = 更正内容
corrections-none = 迄今未发布过更正。
editions = 历次版本
changes-lead = 按版列出数值、阶段、记录和更正的变更。在前的日期为版本日期，括号内为数据日期。首版（{ $first }）的内容不逐项列出，文字和来源的变更亦不列出。
changes-feed = 变更订阅源（Atom）
changes-none = 本版中，此处所列各类内容均无变更。
corrections-all = 全部更正
withdrawn = 已撤回
touched-figures = 受影响的指标
touched-texts = 提及该数值的文字
letters = 字母
term-avoid = 本网站不使用：{ $words }

## Contact, data, completeness

contact-address = 地址
contact-email = 电子邮箱
contact-phone = 电话
contact-website = 网站
contact-none = 尚未提供联系方式。
mistakes = 发现错误？
mistakes-text = 请与我们联系，并注明所在页面和数值。已发布的内容如确有错误，将予以更正，并在本网站公布该项更正。
collection = 栏目
records = 记录数
data-collections = 全部记录
data-figures = 全部指标
data-described = 数据说明
licence-label = 许可协议
facts-as-of-label = 数据截止日期
completeness = 数据完整情况
latest-edition = 最新版的变更
edition-of = { $date }发布。
edition-first = 此为首版，全部内容均为新增。
edition-nothing = 本版未更改任何页面。
known-sourced = 有来源
known-unsourced = 无来源
languages-complete = 语言

## Records and lists

common-source = 来源（另有注明者除外）：
record-empty = 本记录没有更多数据。
and-more = 另有{ $count }项
share = 占比
total = 合计
siblings = { $label }：“{ $name }”的其他记录
backlinks-by = { $label }（{ $field }）
all-of = 查看全部：{ $label }
all-records = 查看全部{ $count }条
where-it-is = 位置
counted-in = 相关指标
cite = 引用格式
at-a-glance = 概览
tally = 第{ $from }～{ $to }条，共{ $count }条
filter = 筛选
filter-and-sort = 筛选和排序
filter-none = 没有符合条件的记录。
filter-some = 共{ $count }条，显示{ $shown }条
name-contains = 名称包含
sort-by = 排序方式
sort-given = 默认顺序
sorted-by = 按{ $field }排序
sort-newest = { $field }，由新到旧
sort-largest = { $field }，由大到小
sort-az = { $field }，按名称排序
facet-missing = 未注明
clear = 清除全部条件

## Home, news

headline-figures = 主要指标
all-figures = 全部指标
browse = 内容浏览
where = 地理分布
news-by-year = 按年份
subscribe = 订阅
press = 媒体联系方式

## Search

search = 搜索
search-label = 站内搜索
search-hint = 名称或主题
search-examples = 例如
search-results = “{ $query }”的搜索结果：{ $shown }条
search-none = 未找到与“{ $query }”相关的内容
search-most = 没有包含全部词语的结果，以下结果包含其中大部分词语。
search-close = 没有完全匹配的结果，以下为写法相近的结果。
search-kinds = 按类别查看结果
search-all = 全部
search-rest = 显示全部{ $count }条
search-failed = 搜索功能未能加载。可通过以下列表查看本网站的全部内容。
search-script = 搜索功能需要JavaScript。未启用时，可通过以下列表查看本网站的全部内容。
search-try = 搜索建议
search-try-words = 改用更短或更宽泛的词语，或使用原文名称
search-try-names = 全部名称索引
search-try-mail = 联系我们
search-mail-subject = 查找：{ $query }
az-see = 见“{ $name }”

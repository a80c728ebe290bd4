# Not yet reviewed by a native speaker.
# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = 未公布
missing-not-applicable = 不适用
missing-confidential = 不公开
missing-not-yet = 暂无数据
status-final = 最终数据
status-provisional = 初步数据
status-estimated = 估计
status-inferred = 本网站推断
status-forecast = 预测
status-revised = 已修订
bound-more-than = 超过{ $value }
bound-at-least = 至少{ $value }
bound-less-than = 不足{ $value }
bound-at-most = 至多{ $value }
bound-about = 约{ $value }
yes = 是
no = 否
separator-list = {"，"}
separator-dot = {" · "}
own-work = 自行编制
latitude-north = 北纬{ $value }°
latitude-south = 南纬{ $value }°
longitude-east = 东经{ $value }°
longitude-west = 西经{ $value }°
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value }%
unit-CNY = { $value }元

## Dates. $precision says how much of the date is known: year, month, day

date-range = { $from }至{ $to }
cite-text =
    { $signed ->
        [yes] { $publisher }：{ $title }
       *[no] { $title }
    }。{ $site }，截至{ $date }。{ $addresses ->
        [both] { $page }（永久网址：{ $url }）
       *[one] { $url }
    }
cite-fact =
    { $title }{ $valued ->
        [yes] ：{ $value }
       *[no] { "" }
    }{ $noted ->
        [yes] （{ $notes }）
       *[no] { "" }
    }
cite-source =
    { $own ->
        [yes] 自行编制：
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }：{ $title }
       *[no] { $title }
    }{ $dated ->
        [yes] ，{ $date }
       *[no] { "" }
    }
cite-original = { $sources }。转引自：{ $citation }
cite-permanent = 永久网址：{ $url }
cite-value =
    { $title }：{ $value }（{ $basis ->
        [reported] 来源公布值
       *[computed] 根据本网站记录计算
    }{ $sure ->
        [no] ，{ $status }
       *[yes] { "" }
    }，{ $date }）
since-date = 自{ $date }起
by-date = 至迟自{ $date }起
figure-as-of = 截至{ $date }
date-missing = 日期未公布
last-changed = 最后更新：{ $date }
date-quarter = { $year }年第{ $quarter }季度
date-time = { $date } { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count = { $count }条记录
page-title = { $title }（第{ $number }页，共{ $of }页）

## Prose

alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
footnote-back = 返回正文
prose-table = 表格
photo-credit = 图片来源：{ $credit }
quote-expired = 不再发布
to-fill = 待补充：

## How a figure is computed

group-none = 本网站未收录
formula-count = “{ $collection }”的记录数
formula-sum = “{ $collection }”中“{ $measure }”的合计
formula-average = “{ $collection }”中“{ $measure }”的平均值
formula-minimum = “{ $collection }”中“{ $measure }”的最小值
formula-maximum = “{ $collection }”中“{ $measure }”的最大值
formula-share = 在“{ $collection }”记录中的占比
formula-coverage = “{ $collection }”的记录，按“{ $by }”分
formula-where = { $formula }，条件为“{ $conditions }”
formula-pair = { $label }：{ $value }
formula-not = 不是{ $value }
formula-best = { $field }（{ $collection }）
formula-join = { $first }；{ $second }

## Charts and maps

chart-table = 数据表
chart-date = 日期
chart-value = 数值
chart-source = 来源
chart-reported = 来源公布值
chart-computed = 根据本网站记录计算
chart-listed = 本网站收录
chart-as-of = 截至{ $date }
chart-gap = 来源公布但本网站未收录
chart-sources = 资料来源：{ $sources }
chart-of-date = { $value }（{ $date }）
chart-share = 占比
chart-count = 数量
chart-total = 合计
chart-known = 基于{ $of }条记录中的{ $known }条
chart-running = 统计期尚未结束
chart-since = 未见更近期的数据
chart-sum = 本网站计算
chart-empty = 暂无数值。
map-boundaries = 边界数据：{ $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = 仅有一个数值：{ $value }。
finding-course =
    { $shape ->
        [up] 由{ $first }升至{ $last }。
        [up-throughout] 由{ $first }持续升至{ $last }。
        [never-down] 由{ $first }升至{ $last }，其间未曾下降。
        [down] 由{ $first }降至{ $last }。
        [down-throughout] 由{ $first }持续降至{ $last }。
        [never-up] 由{ $first }降至{ $last }，其间未曾上升。
        [steady] { $begin }至{ $end }保持不变：{ $value }。
        [mixed] 有升有降：起点为{ $first }，终点为{ $last }。
       *[open] 起点为{ $first }，终点为{ $last }。
    }
finding-highest =
    { $count ->
        [1] 最高：{ $value }。
       *[other] 最高：{ $value }，共出现{ $count }次。
    }
finding-lowest =
    { $count ->
        [1] 最低：{ $value }。
       *[other] 最低：{ $value }，共出现{ $count }次。
    }
finding-running = 统计期尚未结束：{ $value }。
finding-gaps = 无数值：{ $names }。
finding-most =
    { $count ->
        [1] 最高：{ $names }，{ $value }。
       *[other] 最高：{ $names }，均为{ $value }。
    }
finding-equal = 全部{ $count }项数值相同：{ $value }。
finding-without = 无数值：{ $names }。
finding-dates = 各数值的日期不同。
finding-places = { $count }个地点。
finding-unplaced =
    { $count ->
        [1] 未在地图上显示：{ $names }。
       *[other] { $count }处未在地图上显示：{ $names }。
    }

## Data files and addresses

data-all = 全部数据
data-sheet = 电子表格版
sheet-id = 标识符
sheet-page = 页面
sheet-as-of = 数据截止日期
sheet-licence = 许可协议
sheet-latitude = 纬度
sheet-longitude = 经度
sheet-alt = 图片内容
sheet-caption = 图片说明
sheet-credit = 图片来源
sheet-bound = 是否为确切值
sheet-status = 状态
sheet-since = 起始日期
sheet-by = 最迟起始日期
sheet-missing = 无数值的原因
readme-what =
    { $url }
    的全部数据，截至{ $date }：各表为CSV文件（UTF-8编码，以逗号分隔，小数点为“.”），各栏目和各指标为JSON文件。各列的含义见datapackage.json；各表的内容说明见同一目录下文件名以csv-metadata.json结尾的文件。
readme-licence = { $given ->
    [yes] 许可协议：{ $licence }
   *[no] 未注明许可协议。如需使用数据，请与发布者联系。
 }
readme-cite = 引用格式：{ $citation }
readme-files = 文件
data-facts = 各项数据及其来源
data-part = { $collection }：{ $part }
moved-to = 本页已移至“{ $title }”。

## Corrections

correction-values = { $count }个数值
correction-change = { $kind ->
    [added] 现为{ $now }，此前未发布
    [gone] { $was }，已撤回
    [number] 由{ $was }更正为{ $now }
   *[other] 更正前：{ $was }；更正后：{ $now }
 }

## Changes

changes-address = 变更
changes-title = 变更情况
changes-edition = { $date }版
change-kind = { $kind ->
    [correction] 更正
    [new] 新增记录
    [stage] 阶段
    [certainty] 确定程度
    [moved] 网址
    [gone] 不再发布
   *[value] 数值
 }
change-phrase = { $kind ->
    [new] 此前版本未收录
    [gone] 不再发布
    [moved] 原网址 { $was } 现指向 { $now }
    [later] { $was }，后为{ $now }
    [missing] { $now }；此前版本：{ $was }
    [firm] { $now }；此前版本：{ $was }
    [coarser] { $now }；此前版本所注日期：{ $was }
    [undated] { $now }；此前版本未注日期
   *[new-value] { $now }
 }

## Search

search-address = 搜索
az-address = 索引
search-title = 搜索
az-title = 名称索引
search-lists = 列表
# Words that ask and join: a search leaves them out of a question.
search-small-words = 与 个 为 之 了 于 什么 从 他 以及 何时 你 关于 几 到 及 可以 向 吗 呢 和 哪 哪个 哪些 哪里 在 多少 她 如何 它 对 怎么 怎样 您 我 我们 或 把 数量 是 是否 有 由 的 被 请问 谁 还是 这 这些 那 那些

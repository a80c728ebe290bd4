# Not yet reviewed by a native speaker.
# What the program itself says, below every theme. A theme or a site may set any of these messages again.

## Values: why there is none, how sure they are, bounds

missing-not-available = 未公表
missing-not-applicable = 該当なし
missing-confidential = 非公開
missing-not-yet = 現時点ではデータなし
status-final = 確定
status-provisional = 暫定
status-estimated = 推計
status-inferred = 当サイトの判断
status-forecast = 予測
status-revised = 改定
bound-more-than = { $value }超
bound-at-least = { $value }以上
bound-less-than = { $value }未満
bound-at-most = { $value }以下
bound-about = 約{ $value }
yes = はい
no = いいえ
separator-list = {"、"}
separator-dot = {" · "}
own-work = 独自作成
latitude-north = 北緯{ $value }度
latitude-south = 南緯{ $value }度
longitude-east = 東経{ $value }度
longitude-west = 西経{ $value }度
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
unit-percent = { $value }%
unit-CNY = { $value }人民元

## Dates. $precision says how much of the date is known: year, month, day

date-range = { $from }から{ $to }まで
cite-text =
    { $signed ->
        [yes] { $publisher }「{ $title }」
       *[no] 「{ $title }」
    }、{ $site }、{ $date }時点。{ $addresses ->
        [both] { $page }（固定URL：{ $url }）
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
        [yes] 独自作成：
       *[no] { "" }
    }{ $signed ->
        [yes] { $publisher }「{ $title }」
       *[no] 「{ $title }」
    }{ $dated ->
        [yes] 、{ $date }
       *[no] { "" }
    }
cite-original = { $sources }。再引用元：{ $citation }
cite-permanent = 固定URL：{ $url }
cite-value =
    { $title }：{ $value }（{ $basis ->
        [reported] 出典の公表値
       *[computed] 当サイトの掲載項目から算出
    }{ $sure ->
        [no] 、{ $status }
       *[yes] { "" }
    }、{ $date }）
since-date = { $date }から
by-date = 遅くとも{ $date }には
figure-as-of = { $date }時点
date-missing = 日付未公表
last-changed = 最終更新：{ $date }
date-quarter = { $year }年第{ $quarter }四半期
date-time = { $date } { $time }

## Lists. A collection may have words of its own: records-count-projects

records-count = { $count }件
page-title = { $title }（{ $number }/{ $of }ページ）

## Prose

alert-note = 注記
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
footnote-back = 本文に戻る
prose-table = 表
photo-credit = 写真：{ $credit }
quote-expired = 掲載終了
to-fill = 要記入：

## How a figure is computed

group-none = 当サイトに掲載なし
formula-count = 「{ $collection }」の件数
formula-sum = 「{ $collection }」における「{ $measure }」の合計
formula-average = 「{ $collection }」における「{ $measure }」の平均
formula-minimum = 「{ $collection }」における「{ $measure }」の最小値
formula-maximum = 「{ $collection }」における「{ $measure }」の最大値
formula-share = 「{ $collection }」の件数に占める割合
formula-coverage = 「{ $collection }」の「{ $by }」別の件数
formula-where = { $formula }（条件は「{ $conditions }」）
formula-pair = { $label }：{ $value }
formula-not = { $value }以外
formula-best = { $field }（{ $collection }）
formula-join = { $first }、{ $second }

## Charts and maps

chart-table = データ表
chart-date = 日付
chart-value = 値
chart-source = 出典
chart-reported = 出典の公表値
chart-computed = 当サイトの掲載項目から算出
chart-listed = 当サイト掲載分
chart-as-of = { $date }時点
chart-gap = 出典の公表値のうち当サイト未掲載分
chart-sources = 出典：{ $sources }
chart-of-date = { $value }（{ $date }）
chart-share = 割合
chart-count = 件数
chart-total = 合計
chart-known = { $of }件中{ $known }件に基づく
chart-running = 対象期間の途中
chart-since = これより新しい値は見当たらない
chart-sum = 当サイト算出値
chart-empty = 値はまだありません。
map-boundaries = 境界データ：{ $sources }

## What charts and maps show, in a sentence, for those who do not see them. Asked for only where a language has them. $shape says
## how the values run from the $first to the $last, which have their dates; $value is the last alone

finding-only = 値は1つのみ：{ $value }。
finding-course =
    { $shape ->
        [up] { $first }から{ $last }に増加。
        [up-throughout] { $first }から{ $last }まで一貫して増加。
        [never-down] { $first }から{ $last }に増加、その間の減少はなし。
        [down] { $first }から{ $last }に減少。
        [down-throughout] { $first }から{ $last }まで一貫して減少。
        [never-up] { $first }から{ $last }に減少、その間の増加はなし。
        [steady] { $begin }から{ $end }まで変化なし：{ $value }。
        [mixed] 増減あり：最初は{ $first }、最後は{ $last }。
       *[open] 最初は{ $first }、最後は{ $last }。
    }
finding-highest =
    { $count ->
        [1] 最大値：{ $value }。
       *[other] 最大値：{ $value }、{ $count }回記録。
    }
finding-lowest =
    { $count ->
        [1] 最小値：{ $value }。
       *[other] 最小値：{ $value }、{ $count }回記録。
    }
finding-running = 対象期間の途中：{ $value }。
finding-gaps = 値なし：{ $names }。
finding-most =
    { $count ->
        [1] 最大値：{ $names }、{ $value }。
       *[other] 最大値：{ $names }、いずれも{ $value }。
    }
finding-equal = { $count }件すべて同じ値：{ $value }。
finding-without = 値なし：{ $names }。
finding-dates = 値の日付はそれぞれ異なる。
finding-places = { $count }か所。
finding-unplaced =
    { $count ->
        [1] 地図に表示していないもの：{ $names }。
       *[other] 地図に表示していないもの{ $count }件：{ $names }。
    }

## Data files and addresses

data-all = 全データ
data-sheet = 表計算ソフト用
sheet-id = ID
sheet-page = ページ
sheet-as-of = データの基準日
sheet-licence = ライセンス
sheet-latitude = 緯度
sheet-longitude = 経度
sheet-alt = 画像の内容
sheet-caption = 画像の説明
sheet-credit = 画像のクレジット
sheet-bound = 正確な値か否か
sheet-status = 状態
sheet-since = 開始時点
sheet-by = 開始時点（遅くとも）
sheet-missing = 値がない理由
readme-what =
    { $url }
    の全データ（{ $date }時点）。表はCSV（UTF-8、カンマ区切り、小数点はピリオド）、区分と指標はJSONで収録しています。列の意味はdatapackage.jsonに、各表の内容は同じフォルダーにある、名前がcsv-metadata.jsonで終わるファイルに記載しています。
readme-licence = { $given ->
    [yes] ライセンス：{ $licence }
   *[no] ライセンスの指定はありません。データの利用を希望する場合は、発行者にお問い合わせください。
 }
readme-cite = 引用方法：{ $citation }
readme-files = ファイル
data-facts = 個々のデータとその出典
data-part = { $collection }：{ $part }
moved-to = このページは「{ $title }」に移動しました。

## Corrections

correction-values = { $count }件の値
correction-change = { $kind ->
    [added] { $now }（以前の掲載なし）
    [gone] { $was }（取り下げ）
    [number] { $was }を{ $now }に訂正
   *[other] 訂正前：{ $was }、訂正後：{ $now }
 }

## Changes

changes-address = 変更
changes-title = 変更点
changes-edition = { $date }版
change-kind = { $kind ->
    [correction] 訂正
    [new] 新規項目
    [stage] 段階
    [certainty] 確度
    [moved] URL
    [gone] 掲載終了
   *[value] 値
 }
change-phrase = { $kind ->
    [new] 以前の版に掲載なし
    [gone] 掲載終了
    [moved] 旧URL { $was } の移動先は { $now }
    [later] { $was }、その後{ $now }
    [missing] { $now }（以前の版：{ $was }）
    [firm] { $now }（以前の版：{ $was }）
    [coarser] { $now }（以前の版での日付：{ $was }）
    [undated] { $now }（以前の版では日付なし）
   *[new-value] { $now }
 }

## Search

search-address = 検索
az-address = 索引
search-title = 検索
az-title = 名称索引
search-lists = 一覧
# Words that ask and join: a search leaves them out of a question.
search-small-words = あの ある あれ いつ いる か から が この これ した する その それ で です と どこ どの なぜ など に の は へ ます まで も や より を 件数 何 何の 何件 数 誰

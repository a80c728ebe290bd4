# Not yet reviewed by a native speaker.
## The theme report: what its templates say.

skip-link = 本文へ移動
menu = メニュー
navigation-label = メインナビゲーション
external = 外部サイトへのリンク
language = 言語
not-translated = 未翻訳
breadcrumb-label = 現在位置
home = ホーム
notices = ご注意
as-of-notice = 各ページは{ $date }時点のデータを示しています。本文は現在のものです。
fallback-notice = このページは未翻訳のため、原語（{ $language }）で表示しています。
published-by = 発行者
footer-data = データ
footer-about = 当サイトについて
feed = ニュースフィード（Atom）
licence = 本文とデータ：{ $license }
facts-as-of = { $date }時点のデータ
last-changed = 最終更新：{ $date }
pages = ページ
page-of = { $number }/{ $of }ページ
page-next = 次のページ
page-previous = 前のページ
not-found-title = ページが見つかりません
not-found-text = このURLにページはありません。ページが移動したか、URLに誤りがある可能性があります。
languages-title = 言語を選択
permanent-text = このページは、次の内容の固定URLです。
facts = データ
corrections = 訂正
corrected = 訂正済み
source = 出典
sources = 出典
source-number = 出典{ $number }
source-details = 出典の詳細
source-details-of = 出典の詳細：「{ $title }」
states = この出典によるデータ：{ $facts }
basis = この出典を根拠とするデータ：{ $facts }
own-work = 独自作成
no-source = 出典の記載なし
date-missing = 日付未公表
on-this-page = このページの内容
downloads = ダウンロード
download-record = この項目：
download-collection = 「{ $collection }」の全項目：
download-sheet = Excel・LibreOffice用、{ $size }
download-chart = グラフ（SVG）、{ $size }
embed = 埋め込み
embed-how = 次のコードをご自身のページに貼り付けると、閲覧時に当サイトで公表している指標とそのグラフが表示されます。スクリプトは使用しません。
download = { $title }、{ $format }
download-sized = { $title }、{ $format }、{ $size }

## Figures

value = 値
date = 日付
change = 増減
groups = 内訳
by-group = { $group }別内訳
history = 推移
values-of = 値：{ $title }
reported = 出典の公表値
computed = 当サイトの掲載項目から算出
reported-and-listed = 出典の公表値と当サイト掲載分
listed-here = 当サイト掲載分
listed = 出典の公表値{ $reported }のうち{ $listed }を当サイトに掲載
gap = { $source }の公表値は、当サイトの掲載項目の合計を{ $gap }上回っています。
part-of = { $part }/{ $whole }
known = { $of }件中{ $known }件に基づく
known-undated = { $count }件は日付なし
running = 対象期間の途中
how-counted = 算出方法
behind = この数値の基になる項目
show-rest = 残りを表示
show-more = さらに表示
labelled = { $label }：
other = その他

## Sources, corrections, glossary

publishers = 発行者
undated = 日付なし
repost = リンクなし：第三者による転載です。
own-work-text = 当サイトが独自に作成したものであり、第三者が公表した文書ではありません。
stated = この出典によるデータ
stated-record = 項目全体
stated-nothing = 当サイトにこの出典によるデータはありません。
what-changed = 訂正内容
corrections-none = これまでに公表した訂正はありません。
editions = 版の一覧
changes-lead = 値、段階、項目、訂正の変更を版ごとに示します。先頭は版の日付、括弧内はデータの日付です。初版（{ $first }）の内容は個別に示していません。文章と出典の変更も対象外です。
changes-feed = 変更点フィード（Atom）
changes-none = この版では、ここに示す対象に変更はありません。
corrections-all = すべての訂正
withdrawn = 取り下げ
touched-figures = 影響を受ける指標
touched-texts = この値に言及している文章
letters = 頭文字
term-avoid = 当サイトで用いない語：{ $words }

## Contact, data, completeness

contact-address = 所在地
contact-email = メールアドレス
contact-phone = 電話番号
contact-website = ウェブサイト
contact-none = 連絡先はまだ掲載していません。
mistakes = 誤りにお気づきの場合
mistakes-text = 該当するページと数値を明記してご連絡ください。公表内容に誤りがあった場合は訂正し、その訂正を当サイトに掲載します。
collection = 区分
records = 項目数
data-collections = すべての項目
data-figures = すべての指標
data-described = データについて
licence-label = ライセンス
facts-as-of-label = データの基準日
completeness = データの整備状況
latest-edition = 最新版での変更点
edition-of = { $date }に公表しました。
edition-first = 初版のため、内容はすべて新規です。
edition-nothing = この版で変更したページはありません。
known-sourced = 出典あり
known-unsourced = 出典なし
languages-complete = 言語

## Records and lists

common-source = 出典（別に示すものを除く）：
record-empty = この項目にほかのデータはありません。
and-more = ほか{ $count }件
share = 構成比
total = 合計
siblings = { $label }：「{ $name }」のほかの項目
backlinks-by = { $label }（{ $field }）
all-of = すべて見る：{ $label }
all-records = 全{ $count }件を見る
where-it-is = 位置
counted-in = 関連する指標
cite = 引用方法
at-a-glance = 概要
tally = { $count }件中{ $from }～{ $to }件目
filter = 絞り込み
filter-and-sort = 絞り込みと並べ替え
filter-none = 該当する項目はありません。
filter-some = { $count }件中{ $shown }件
name-contains = 名称に含まれる文字
sort-by = 並べ替え
sort-given = 既定の順
sorted-by = { $field }順
sort-newest = { $field }（新しい順）
sort-largest = { $field }（大きい順）
sort-az = { $field }（名称順）
facet-missing = 記載なし
clear = 条件をすべて解除

## Home, news

headline-figures = 主要指標
all-figures = すべての指標
browse = 掲載内容
where = 地図で見る
news-by-year = 年別
subscribe = 購読
press = 報道機関向けお問い合わせ先

## Search

search = 検索
search-label = サイト内検索
search-hint = 名称またはテーマ
search-examples = 検索例
search-results = 「{ $query }」の検索結果：{ $shown }件
search-none = 「{ $query }」に該当する結果はありません
search-most = すべての語を含む結果はありません。大半の語を含む結果を表示しています。
search-close = 完全に一致する結果はありません。表記の近い結果を表示しています。
search-kinds = 種類別の検索結果
search-all = すべて
search-rest = 全{ $count }件を表示
search-failed = 検索機能を読み込めませんでした。下の一覧から、掲載しているすべての内容をご覧いただけます。
search-script = 検索にはJavaScriptが必要です。無効の場合は、下の一覧から、掲載しているすべての内容をご覧いただけます。
search-try = 検索のヒント
search-try-words = より短い語や一般的な語、または原語での名称で検索する
search-try-names = すべての名称の索引
search-try-mail = お問い合わせ
search-mail-subject = 検索内容：{ $query }
az-see = 「{ $name }」を参照

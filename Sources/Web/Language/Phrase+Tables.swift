extension Phrase {
    static let exportCSV = Phrase("导出所见（CSV）", "Export what is seen (CSV)")
    static let pages = Phrase("分页", "Pages")
    static let search = Phrase("查找", "Search")
    static let filter = Phrase("筛选", "Filter")
    static let all = Phrase("全部", "All")
    static let clearFilter = Phrase("清除条件", "Clear the filter")
    static let apply = Phrase("查看", "Show")
    static let unknown = Phrase("未知", "unknown")
    static let total = Phrase("合计", "Total")

    static let rowsAPage = Phrase("每页行数", "Rows a page")
    static let columns = Phrase("显示的列", "Columns")
    static let views = Phrase("看法", "Views")
    static let asList = Phrase("列表", "List")
    static let asBoard = Phrase("看板", "Board")

    static func page(_ number: Int) -> Phrase { Phrase("第 \(number) 页", "Page \(number)") }

    static func rowsShown(_ first: Int, _ last: Int, of count: Int) -> Phrase {
        let zh = Localizer(.zh)
        let (first, last, count) = (zh.count(first), zh.count(last), zh.count(count))
        return Phrase("第 \(first)–\(last) 条，共 \(count) 条", "\(first)–\(last) of \(count)")
    }
}

import Delivery

/// Wordings of the list as a sheet.
extension Phrase {
    static let fillTheList = Phrase("成批填报", "Fill in like a sheet")
    static let fillLead = Phrase(
        "只列出您可以办理的事项。改动单元格，先预览，再一并办理；没有改动的不作处理。",
        "Only what you may act on is listed. Change cells, preview, then do it all at once; what "
            + "you leave alone stays as it is.")
    static let nothingToFill = Phrase(
        "这里没有您可以办理的事项。", "There is nothing here that you may act on.")
    static let pageIsTakenAlone = Phrase(
        "预览和办理只针对本页", "a page is previewed and done by itself")
    static let takeAway = Phrase("下载后填报：", "Take it away as")
    static let previewIt = Phrase("预览", "Preview")
    static let gridKeys = Phrase(
        "方向键、回车和 Tab 在单元格之间移动；可从电子表格粘贴一块；Alt+回车换行。",
        "Arrow keys, Enter and Tab move between cells; a block can be pasted from a spreadsheet; "
            + "Alt+Enter begins a line.")
    static let nothingWasChanged = Phrase(
        "没有需要办理的改动。", "Nothing was changed that could be done.")
    static let templateHoldsYourWork = Phrase(
        "登录后下载，表中已填好待您办理的行。",
        "Downloaded by who is signed in, it holds what waits for them.")
    static let noCommitmentMatches = Phrase("没有符合条件的事项。", "No item matches.")
    static let cell = Phrase("单元格", "Cell")
    static let valueBefore = Phrase("原值", "Before")
    static let valueAfter = Phrase("新值", "After")
    static let orChangeOn = Phrase("或在下面继续修改后再次预览。", "Or change more below and preview again.")
    static let acknowledgedCell = Phrase("签收", "Acknowledge")
    static let percentCell = Phrase("进度（%）", "Progress, %")
    static let wordCell = Phrase("进展情况", "Word on progress")
    static let wordDayCell = Phrase("进展日期", "As of")
    static let lastWordCell = Phrase("最近进展", "Latest word")
    static let doneCell = Phrase("报结日期", "Done on")
    static let ownerCell = Phrase("责任人编号", "Owner's id")
    static let wordingCell = Phrase("事项", "Wording")
    static let reasonCell = Phrase("调整原因", "Reason for a change")
    static let submitEvidenceOf = Phrase("提交佐证", "submit evidence")
    static let overdueOnly = Phrase("时限", "Time")
    static let asWorkbook = Phrase("导出（XLSX）", "Export (XLSX)")
    static let asText = Phrase("导出（CSV）", "Export (CSV)")
    static let pastedBlock = Phrase(
        "已粘贴 %1 格，略过 %2 格", "%1 cells pasted, %2 passed over")
    static let cellsChanged = Phrase("%1 格有改动，尚未办理", "%1 cells changed and not done yet")

    static func wouldBeDone(_ items: Int) -> Phrase {
        Phrase(
            "将办理 \(items) 个事项", items == 1 ? "1 item would change" : "\(items) items would change")
    }

    static func doIt(_ items: Int) -> Phrase {
        Phrase("确认办理 \(items) 项", items == 1 ? "Do it for 1 item" : "Do it for \(items) items")
    }

    static func rowsOf(_ count: Int) -> Phrase {
        Phrase("共 \(count) 行", count == 1 ? "1 row" : "\(count) rows")
    }

    /// - Parameter records: that came while somebody typed.
    static func movedWhileTyping(_ records: [Int]) -> Words {
        let list = records.suffix(5).map { "#\($0)" }.joined(separator: ", ")
        return Words(
            zh: "您打开后又有新记录（\(list)），请先看过；再次预览即表示已看过",
            en: "something was recorded since you opened this (\(list)): look at it first; to "
                + "preview again means that you have")
    }
}

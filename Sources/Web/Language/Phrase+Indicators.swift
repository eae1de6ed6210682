extension Phrase {
    static let noIndicator = Phrase(
        "还没有登记任何指标。用命令 indicator.register 登记。",
        "No indicator is registered yet. Register one with indicator.register.")
    static let noFigureYet = Phrase("还没有数据", "no figure yet")
    static let latestFigure = Phrase("最新数据", "Latest figure")
    static let timeOfFigure = Phrase("时间", "Time")
    static let growthColumn = Phrase("同比", "Year on year")
    static let ofTarget = Phrase("完成目标", "Of the target")
    static let basisOfFigure = Phrase("依据", "Basis")
    static let figureUnit = Phrase("计量单位", "Unit")
    static let figureBasis = Phrase("口径", "Measured as")
    static let frequency = Phrase("频度", "Frequency")
    static let direction = Phrase("方向", "Direction")
    static let threshold = Phrase("门槛", "Threshold")
    static let owner = Phrase("归口单位", "Kept by")
    static let line = Phrase("主线", "Line")
    static let lines = Phrase("主线", "Lines")
    static let otherLines = Phrase("其他主线", "Other lines")
    static let noLine = Phrase("未归入主线", "On no line")
    static let noFrame = Phrase(
        "还没有设定框架。用命令 frame.declare 设定。",
        "No frame is declared yet. Declare one with frame.declare.")
    static let figures = Phrase("数据", "Figures")
    static let figureColumn = Phrase("数值", "Figure")
    static let vintages = Phrase("历次填报", "Vintages")
    static let yearToDate = Phrase("年初累计", "Since January")
    static let streak = Phrase("连续增长", "Streak")
    static let derived = Phrase("推算", "Derived")
    static let setBy = Phrase("下达", "Set by")
    static let reachedIn = Phrase("达到", "Reached")
    static let dueByThen = Phrase("应完成", "Due")
    static let soFar = Phrase("已完成", "So far")
    static let pace = Phrase("进度", "Pace")
    static let derivedFrom = Phrase("由这些记录算出", "Made of")
    static let doubt = Phrase("存疑", "In doubt")
    static let inferredTime = Phrase("时间为推断", "time inferred")
    static let warningsOf = Phrase("核对提示", "Checks")
    static let keyFigures = Phrase("关键数据", "Key figures")
    static let statedGrowth = Phrase("原文同比", "stated")
    static let statedWord = Phrase("原文说法", "In the source's word")
    static let noticeWord = Phrase("提示", "Notice")
    static let onThisLine = Phrase("归入这条主线的项目", "Projects on this line")

    static func monthsAtLeast(_ months: Int, _ percent: String) -> Phrase {
        Phrase(
            "连续 \(months) 个月同比增长不低于 \(percent)%",
            "\(months) months in a row at \(percent) % or more")
    }

    static func seriesShows(_ name: String) -> Phrase {
        Phrase("\(name)：各期数据", "\(name): each period's figure")
    }
}

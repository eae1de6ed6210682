import Delivery

extension Phrase {
    static let blockers = Phrase("协调事项", "Blockers")
    static let blocker = Phrase("协调事项", "Blocker")
    static let blockersLead = Phrase(
        "卡住项目的事：由责任单位提出，逐级协调，每级有时限（工作日），提出单位确认后办结。",
        "What stops projects: raised by who answers for them, solved tier by tier against a clock "
            + "of working days, closed once whoever raised it confirms.")
    static let noBlocker = Phrase(
        "没有协调事项。用命令 blocker.raise 或导入表格提出。",
        "Nothing stops a project. Raise a blocker with blocker.raise, or import a sheet of them.")
    static let noBlockerAsked = Phrase(
        "没有符合条件的协调事项，请放宽条件。", "No blocker is like that; ask for less.")
    static let tierColumn = Phrase("层级", "Tier")
    static let handler = Phrase("协调单位", "With")
    static let raisedOn = Phrase("提出日期", "Raised on")
    static let raisedBy = Phrase("提出单位", "Raised by")
    static let thenWith = Phrase("此后由", "Then with")
    static let clockDays = Phrase("时限（工作日）", "Clock, working days")

    static func workingDaysLeft(_ days: Int) -> Phrase {
        Phrase("还有 \(days) 个工作日", days == 1 ? "1 working day left" : "\(days) working days left")
    }
    static func workingDaysLate(_ days: Int) -> Phrase {
        Phrase("超时 \(days) 个工作日", days == 1 ? "1 working day late" : "\(days) working days late")
    }
}

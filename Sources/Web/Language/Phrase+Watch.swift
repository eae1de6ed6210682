import Delivery

extension Phrase {
    static let toWatch = Phrase("要盯的事", "To watch")
    static let nothingToWatch = Phrase(
        "没有未整改的督导发现、逾期的环节或待认定的主张。",
        "No finding is open, no stage is overdue and no claim waits for a ruling.")
    static let watchLead = Phrase(
        "红灯：重大或弄虚作假的发现未整改，或计划的环节逾期超过 \(WatchList.redAfterDays) 天而没有主张；"
            + "黄灯：一般发现未整改、逾期较短或已主张的环节、等待认定的主张。",
        "Red: a major or fraud finding not put right, or a planned stage more than "
            + "\(WatchList.redAfterDays) days late and not claimed. Yellow: a minor finding, "
            + "a stage less late or claimed already, a claim that waits for a ruling.")
    static let light = Phrase("灯", "Light")
    static let why = Phrase("为什么", "Why")
    static let whose = Phrase("谁家的", "Whose")
    static let since = Phrase("多久", "How long")
    static let byOwner = Phrase("按单位", "By organization")
    static let seeAll = Phrase("看全部", "see all")

    static func findingOpen(_ severity: Phrase) -> Phrase {
        Phrase("督导发现（\(severity.zh)）未整改", "\(severity.en) finding not put right")
    }
    static func overdueStage(_ stage: Phrase) -> Phrase {
        Phrase("未按计划\(stage.zh)", "not \(stage.en.lowercased()) as planned")
    }
    static func overdueClaimed(_ stage: Phrase) -> Phrase {
        Phrase(
            "未按计划\(stage.zh)，已主张待认定",
            "not \(stage.en.lowercased()) as planned; claimed, without a ruling")
    }
    static func waitsForRuling(_ stage: Phrase) -> Phrase {
        Phrase("主张\(stage.zh)，等待认定", "claimed as \(stage.en.lowercased()), without a ruling")
    }
    static func daysOverdue(_ days: Int) -> Phrase {
        Phrase("逾期 \(days) 天", days == 1 ? "1 day late" : "\(days) days late")
    }
    static func daysWaiting(_ days: Int) -> Phrase {
        Phrase("已 \(days) 天", days == 1 ? "1 day" : "\(days) days")
    }
}

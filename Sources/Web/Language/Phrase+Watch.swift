import Delivery
import Rulebook

extension Phrase {
    static let toWatch = Phrase("要盯的事", "To watch")
    static let nothingToWatch = Phrase(
        "没有未整改的督导发现、跌破底线的指标、逾期的事项、环节和协调或待认定的主张。",
        "No finding is open, no figure is below its floor, nothing is overdue and no claim waits "
            + "for a ruling.")
    static let watchLead = Phrase(
        "红灯：指标跌破底线，重大或弄虚作假的发现未整改，协调事项超过时限，清单事项或没有主张的计划环节逾期超过 "
            + "\(WatchList.redAfterDays) 天；"
            + "黄灯：一般发现未整改、逾期较短的事项和环节、已主张的环节、逾期未签收的事项、等待认定的主张。",
        "Red: a figure below its floor, a major or fraud finding not put right, a blocker past its "
            + "clock, or a commitment or a stage without a claim more than "
            + "\(WatchList.redAfterDays) days late. Yellow: a minor finding, what is less late or "
            + "claimed already, a commitment not acknowledged in time, a claim that waits for a "
            + "ruling.")
    static let commitmentLate = Phrase("清单事项逾期未销号", "commitment not struck off when it was due")
    static let notAcknowledgedYet = Phrase("逾期未签收", "not acknowledged in time")
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
    static func belowFloor(_ alarm: FloorAlarm) -> Phrase {
        let value = alarm.value.text()
        return Phrase(
            "\(alarm.period.words.zh)为 \(value)，低于底线 \(alarm.floor)",
            "\(value) in \(alarm.period.words.en), below the floor of \(alarm.floor)")
    }
    static func blockerLate(_ tier: Phrase, _ clock: Int) -> Phrase {
        Phrase(
            "协调超过时限（\(tier.zh)，\(clock) 个工作日）",
            "not solved by the \(tier.en) within \(clock) working days")
    }
    static func daysOverdue(_ days: Int) -> Phrase {
        Phrase("逾期 \(days) 天", days == 1 ? "1 day late" : "\(days) days late")
    }
    static func daysWaiting(_ days: Int) -> Phrase {
        Phrase("已 \(days) 天", days == 1 ? "1 day" : "\(days) days")
    }
}

extension Phrase {
    static let yearlyTargets = Phrase("年度目标与序时", "Yearly targets and schedule")
    static let markIsSchedule = Phrase("竖线为序时进度", "the mark is where it should be")
    /// `%` stands for the period.
    static let targetsLead = Phrase(
        "截至%末，落后最多的在前；完成数取自赛马的事实。",
        "As of the end of %, the furthest behind first; what is done is taken from the race.")
    static let noTargets = Phrase(
        "还没有可以对照的年度目标。用命令 target.set 下达目标和各月序时。",
        "There is no yearly target to compare with. Set one, with its schedule, by target.set.")
    static let attainment = Phrase("完成与序时", "Done and due")
    static let dueByNow = Phrase("序时应完成", "Due by now")
    static let againstSchedule = Phrase("比序时", "Against schedule")
    static let reachedEarly = Phrase("已提前完成全年", "year's target reached early")
    static let unscheduled = Phrase("没有序时", "no schedule")

    static func doneAndDue(_ done: String, _ due: String) -> Phrase {
        Phrase("完成 \(done)%，序时 \(due)%", "\(done)% done, \(due)% due")
    }
    static func pointsAhead(_ points: String) -> Phrase {
        Phrase("超前 \(points) 点", "\(points) points ahead")
    }
    static func pointsBehind(_ points: String) -> Phrase {
        Phrase("落后 \(points) 点", "\(points) points behind")
    }
}

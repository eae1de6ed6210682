import Delivery

extension Phrase {
    static let lead = Phrase("责任单位", "Lead")
    static let partners = Phrase("参与单位", "Partners")
    static let place = Phrase("地点", "Place")
    static let industry = Phrase("行业", "Industry")
    static let cluster = Phrase("集群", "Cluster")
    static let strategic = Phrase("战略性新兴产业", "Strategic emerging industry")
    static let investor = Phrase("投资方", "Investor")
    static let nationalCode = Phrase("国家项目代码", "National project code")
    static let statisticsEntry = Phrase("入库纳统", "Entered in the statistics")
    static let description = Phrase("说明", "Description")
    static let textNotHere = Phrase("文字另存，此处读不到", "the text is kept elsewhere")
    static let purgedByRecord = Phrase("已于%按记录 % 清除", "purged on % by decision of record %")
    static let yes = Phrase("是", "yes")
    static let no = Phrase("否", "no")
    static let profile = Phrase("基本情况", "Profile")
    static let credits = Phrase("计入谁的成绩", "Credited to")
    static let creditShares = Phrase("地区与份额", "Organization and share")
    static let nobody = Phrase("不计入任何地区", "nobody")
    static let from = Phrase("自", "From")
    static let day = Phrase("日期", "Day")
    static let record = Phrase("记录", "Record")
    static let records = Phrase("台账记录", "Records")
    static let findings = Phrase("督导发现", "Findings")
    static let severity = Phrase("程度", "Severity")
    static let putRight = Phrase("整改", "Put right")
    static let notPutRight = Phrase("未整改", "not yet")
    static let stages = Phrase("各阶段", "Stages")
    static let noStageRecorded = Phrase(
        "还没有任何阶段的计划、预计或主张。", "No stage has been planned, forecast or claimed yet.")
    static let onlyRecognisedCount = Phrase(
        "赛马只认经认定的日期", "Races count recognised dates only")
    static let baseline = Phrase("计划", "Baseline")
    static let forecast = Phrase("预计", "Forecast")
    static let claimed = Phrase("主张", "Claimed")
    static let ruling = Phrase("认定", "Ruling")
    static let recognised = Phrase("认定", "Recognised")
    static let refused = Phrase("不予认定", "Refused")
    static let revoked = Phrase("撤销认定", "Revoked")
    static let withdrawn = Phrase("撤回", "Withdrawn")
    static let listComma = Phrase("、", ", ")
    static let investmentAgainstPlan = Phrase("投资完成与计划", "Investment against plan")
    static let year = Phrase("年度", "Year")
    static let plan = Phrase("计划", "Plan")
    static let done = Phrase("完成", "Done")
    static let doneOfPlanHead = Phrase("完成计划", "Of the plan")
    static let byMonth = Phrase("逐月", "By month")
    static let reportsNote = Phrase(
        "后一期不覆盖前一期", "A later report never replaces an earlier one")
    static let reportedAsOf = Phrase("截至", "As of")
    static let change = Phrase("变化", "Change")
    static let completionForecast = Phrase("预计竣工", "Forecast completion")

    static let today = Phrase("今天", "today")
    static let month = Phrase("月份", "Month")
    static let doneInMonth = Phrase("当月完成", "Done in the month")
    static let doneSoFar = Phrase("累计完成", "Done so far")
    static let stagesInTime = Phrase(
        "各环节的计划、预计、主张与认定", "Stages as planned, expected, claimed and recognised")
    /// `%` stands for the year, the amount and the share of the plan.
    static let doneInYear = Phrase("%年累计完成 %", "Done in %: %")
    static let doneInYearOfPlan = Phrase(
        "%年累计完成 %，为全年计划的 %", "Done in %: %, % of the year's plan")

    static func reachedAgainstPlan(_ stage: Phrase, _ days: Int) -> Phrase {
        let (zh, en) = (stage.zh, stage.en)
        if days == 0 { return Phrase("按计划\(zh)", "\(en) as planned") }
        return days > 0
            ? Phrase("\(zh)比计划晚 \(days) 天", "\(en) \(days) days later than planned")
            : Phrase("\(zh)比计划早 \(-days) 天", "\(en) \(-days) days earlier than planned")
    }
    static func expectedAgainstPlan(_ stage: Phrase, _ days: Int) -> Phrase {
        let (zh, en) = (stage.zh, stage.en)
        if days == 0 { return Phrase("预计按计划\(zh)", "\(en): expected as planned") }
        return days > 0
            ? Phrase("预计\(zh)比计划晚 \(days) 天", "\(en): expected \(days) days late")
            : Phrase("预计\(zh)比计划早 \(-days) 天", "\(en): expected \(-days) days early")
    }
    static func daysLater(_ days: Int) -> Phrase {
        Phrase("比计划晚 \(days) 天", "\(days) days later than planned")
    }
    static func daysEarlier(_ days: Int) -> Phrase {
        Phrase("比计划早 \(days) 天", "\(days) days earlier than planned")
    }
    static func days(_ text: String) -> Phrase { Phrase("\(text) 天", "\(text) days") }
    static func doneOfPlan(_ text: String) -> Phrase {
        Phrase("完成计划的 \(text)", "\(text) of the plan is done")
    }
    static func reports(_ count: Int) -> Phrase {
        Phrase("\(count) 期进展报告", "\(count) progress reports")
    }
    static func allRecords(_ count: Int) -> Phrase {
        Phrase("全部 \(count) 条", "all \(count)")
    }
}

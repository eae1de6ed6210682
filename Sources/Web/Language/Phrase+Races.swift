import Delivery

extension Phrase {
    static let indicators = Phrase("指标", "Indicators")
    static let madeOf = Phrase("得分构成", "Made of")
    static let totalScore = Phrase("总分", "Total")
    static let inOneLine = Phrase("一句话", "In one line")
    static let sameRank = Phrase("名次未变", "same rank")
    static let vetoed = Phrase("一票否决", "vetoed")
    static let notScored = Phrase("没有适用的指标", "no indicator applies")
    static let nothingEarned = Phrase("各项均未得分", "nothing earned in any indicator")
    static let racesLead = Phrase(
        "同一份规则、同一批记录，谁来算都是同样的排名。",
        "The same rules on the same records give the same ranks, whoever computes them.")
    static let noRulebook = Phrase("还没有采用任何赛马规则。", "No rulebook has been adopted yet.")
    static let noRulebookAdvice = Phrase(
        "用命令 rulebook.adopt 采用一份规则，赛马榜就会出现在这里。",
        "Adopt one with the command rulebook.adopt, and its race appears here.")
    static let bulletin = Phrase("通报", "Bulletin")
    static let rulebook = Phrase("规则", "Rulebook")
    static let version = Phrase("版本", "Version")
    static let inForce = Phrase("施行期", "In force")
    static let latestPeriod = Phrase("最近一期", "Latest period")
    static let standings = Phrase("排名", "Standings")
    static let scoresByIndicator = Phrase("各指标得分", "Points by indicator")
    static let unitColumn = Phrase("地区", "District")
    static let rank = Phrase("名次", "Rank")
    static let base = Phrase("基础分", "Base")
    static let bonus = Phrase("加分", "Bonus")
    static let penalty = Phrase("扣分", "Penalty")
    static let notApplicable = Phrase("不适用", "not applicable")
    static let verifyRace = Phrase("自己重新计算", "Compute it again yourself")
    static let downloadFacts = Phrase("下载事实（JSON）", "Facts (JSON)")
    static let downloadStandings = Phrase("下载结果（JSON）", "Standings (JSON)")
    static let downloadRulebook = Phrase("下载规则（YAML）", "Rulebook (YAML)")
    static let rulebookHash = Phrase("规则 SHA-256", "Rulebook SHA-256")
    static let factsHash = Phrase("事实 SHA-256", "Facts SHA-256")
    static let period = Phrase("考核期", "Period")
    static let asOfRecord = Phrase("截至第几条记录", "As of record")
    static let asOfNow = Phrase("留空为最新", "empty for the latest")
    static let raceFailed = Phrase("这一期算不出来", "This race cannot be run")
    static let noSuchRace = Phrase("没有这样的赛马", "There is no such race")
    static let factsUpTo = Phrase("事实截至记录", "facts up to record")

    static let history = Phrase("名次变化", "Ranks over time")
    static let historyAside = Phrase("点名次看那一期的算法", "each rank opens its reckoning")
    static let noHistoryYet = Phrase(
        "还只有一期，下一期起这里画出名次的变化。",
        "There is only one period so far; from the next one on its changes are drawn here.")
    static let tableBehind = Phrase("图后的数据表", "The table behind the chart")
    static let ranksByPeriod = Phrase("各期名次", "ranks by period")
    static let otherTimes = Phrase("别的月份和时点", "Other months and points in time")
    static let backToLatest = Phrase("回到最新", "Back to the latest")
    /// `%` stands for a record, a period, or a group and its units.
    static let lookingFrom = Phrase(
        "这里看到的是台账写到 % 时的样子。", "This is how things stood when the ledger ended with %.")
    static let movementSince = Phrase("升降与%相比", "movement since %")
    static let groupIsTied = Phrase("%：并列第一", "%: the first place is shared")
    static let leadTaken = Phrase("%：%升至第一，此前是%", "%: % has taken the first place from %")
    static let uncountedClaims = Phrase("不计入的主张", "Claims that do not count")
    static let uncountedLead = Phrase(
        "主张的日期在本期内，但到截止时没有得到认定，因此不计分。同一环节另有认定的不列。",
        "Claimed for a day of this race's time, but not recognised by the cut-off, and so without "
            + "points. Stages that count by another claim are not listed.")
    static let everyClaimCounts = Phrase(
        "本期的主张都已认定并计入。", "Every claim of this period is recognised and counts.")
    static let whyNotCounted = Phrase("为什么不计", "Why it does not count")
    static let afterCutoff = Phrase("晚于截止", "after the cut-off")
    static let projectEnded = Phrase("项目已终止", "project ended")
    static let ofTheWholeRace = Phrase("看全部地区的", "of all districts")

    static func leadKept(_ periods: Int) -> Phrase {
        periods == 1
            ? Phrase("%：%第一", "%: % leads")
            : Phrase("%：%连续 \(periods) 期第一", "%: % has led for \(periods) periods running")
    }
    static func allClaims(_ count: Int) -> Phrase {
        Phrase("看全部 \(count) 件", "All \(count) claims")
    }
    static func endedOn(_ day: String) -> Phrase { Phrase("\(day)终止", "ended on \(day)") }
    static func rankUp(_ places: Int) -> Phrase {
        Phrase("上升 \(places) 位", "up \(places)")
    }
    static func rankDown(_ places: Int) -> Phrase {
        Phrase("下降 \(places) 位", "down \(places)")
    }
    static func raceLead(_ units: Int, _ groups: Int) -> Phrase {
        Phrase("\(units) 个地区，\(groups) 组", "\(units) districts in \(groups) groups")
    }
}

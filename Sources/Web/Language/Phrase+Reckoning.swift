extension Phrase {
    static let whereEveryPoint = Phrase("每一分从哪里来", "Where every point comes from")
    static let openOne = Phrase(
        "点开一项，看到每一行事实和它的台账记录",
        "Open one to see every row of facts and its record in the ledger")
    static let rowByRow = Phrase("逐项逐行", "Row by row")
    static let whyThisRank = Phrase("为什么是这个名次", "Why this rank")
    static let indicator = Phrase("指标", "Indicator")
    static let fact = Phrase("事实", "Fact")
    static let rule = Phrase("规则", "Rule")
    static let score = Phrase("得分率", "Score")
    static let weight = Phrase("权重", "Weight")
    static let points = Phrase("得分", "Points")
    static let placeInGroup = Phrase("组内位置", "Place in group")
    static let sinceBefore = Phrase("比上期", "Since before")
    static let missingValue = Phrase("无值", "no value")
    static let veto = Phrase("一票否决", "Veto")
    static let vetoExplained = Phrase("因一票否决置于末位", "placed last by a veto")
    static let fromValueToScore = Phrase("从数值到得分率：", "From value to score:")
    static let pointsAre = Phrase(
        "得分 = 权重 × 得分率 × 满分 ÷ 适用指标权重之和：",
        "Points = weight × score × scale ÷ sum of the weights that apply:")
    static let row = Phrase("行", "Row")
    static let comparedWith = Phrase("与谁比", "Against")
    static let by = Phrase("按", "By")
    static let own = Phrase("本地区", "Own")
    static let theirs = Phrase("对方", "Theirs")
    static let outcome = Phrase("结果", "Outcome")
    /// `%` stands for the unit.
    static let tiedWith = Phrase("与%并列", "level with %")

    static func aheadOf(_ gap: String) -> Phrase {
        Phrase("领先% \(gap) 分", "\(gap) points ahead of %")
    }
    static func behindOf(_ gap: String) -> Phrase {
        Phrase("落后% \(gap) 分", "\(gap) points behind %")
    }
    static func rankAndTotal(_ rank: Int, _ total: String) -> Phrase {
        Phrase("第 \(rank) 名，\(total) 分", "rank \(rank), \(total) points")
    }
    static func rankAmong(_ rank: Int, _ count: Int) -> Phrase {
        Phrase("\(count) 个中第 \(rank)", "\(rank) of \(count)")
    }
    static func totalChanged(_ change: String) -> Phrase {
        Phrase("总分比上期 \(change)", "total \(change) since the period before")
    }
    static func rowsUsed(_ count: Int) -> Phrase {
        Phrase("\(count) 行", count == 1 ? "1 row" : "\(count) rows")
    }
    static func allRows(_ count: Int) -> Phrase {
        Phrase("看全部 \(count) 行", "All \(count) rows")
    }
    static func cappedAt(_ cap: String) -> Phrase { Phrase("封顶 \(cap)", "at most \(cap)") }
    static func clause(_ line: Int) -> Phrase {
        Phrase("规则第 \(line) 行", "rulebook line \(line)")
    }
    static func sumAndCounted(_ sum: String, _ counted: String) -> Phrase {
        Phrase("合计 \(sum)，计入 \(counted)", "Sum \(sum), counted \(counted)")
    }
}

extension Phrase {
    static let noCityYet = Phrase("尚未设置城市", "No city set up yet")
    static let ledgerHolds = Phrase("台账", "The ledger holds")
    static let recordsUnit = Phrase("条记录", "records")
    static let emptyCity = Phrase(
        "台账还是空的，所以这里没有可看的。", "The ledger is empty, so there is nothing to see yet.")
    static let emptyCityAdvice = Phrase(
        "装入样例：saima sample dalian-2024 --data 目录；或从设置城市 city.configure 开始。",
        "Load a sample with saima sample dalian-2024 --data DIR, or begin with city.configure.")
    static let wall = Phrase("大屏", "Wall")
    static let nothingRed = Phrase("没有红灯", "nothing is red")
    /// `%` stands for what is put in.
    static let oneIsRed = Phrase("有 % 件事亮红灯", "% matter is red")
    static let areRed = Phrase("有 % 件事亮红灯", "% matters are red")
    static let leadsGroup = Phrase("%第一是%", "in % the first is %")
    static let hasTaken = Phrase("%升至%第一", "% has taken the first place in %")
    static let mostlyBy = Phrase("，主因是%", ", mostly by %")
    static let someLag = Phrase(
        "有 % 项年度目标（共 % 项）落后于序时", "% of % yearly targets are behind schedule")
    static let noneLags = Phrase(
        "% 项年度目标都不落后于序时", "none of % yearly targets is behind schedule")
    static let state = Phrase("状态", "State")
    static let latestRecords = Phrase("台账最近", "Latest records")

    static func signedUpTo(_ size: String) -> Phrase {
        Phrase("检查点已签到前 \(size) 条", "checkpoint signed for the first \(size)")
    }
}

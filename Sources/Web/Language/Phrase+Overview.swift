extension Phrase {
    static let noCityYet = Phrase("尚未设置城市", "No city set up yet")
    static let ledgerHolds = Phrase("台账", "The ledger holds")
    static let recordsUnit = Phrase("条记录", "records")
    static let emptyCity = Phrase(
        "台账还是空的，所以这里没有可看的。", "The ledger is empty, so there is nothing to see yet.")
    static let emptyCityAdvice = Phrase(
        "装入样例：saima sample dalian-2024 --data 目录；或从设置城市 city.configure 开始。",
        "Load a sample with saima sample dalian-2024 --data DIR, or begin with city.configure.")
    /// `%` stands for what is put in.
    static let projectsStand = Phrase("共有 % 个项目", "% projects are followed")
    static let claimsWait = Phrase("% 件阶段主张等待认定", "% claims wait for a ruling")
    static let leadsGroup = Phrase("%第 1 名是%", "in % the first is %")
    static let toWatch = Phrase("要盯的事", "To watch")
    static let nothingToWatch = Phrase(
        "没有待认定的主张，也没有未整改的督导发现。",
        "No claim waits for a ruling and no finding is open.")
    static let state = Phrase("状态", "State")
    static let latestRecords = Phrase("台账最近", "Latest records")

    static func signedUpTo(_ size: String) -> Phrase {
        Phrase("检查点已签到前 \(size) 条", "checkpoint signed for the first \(size)")
    }
}

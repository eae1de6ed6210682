extension Phrase {
    static let noOrganization = Phrase(
        "还没有登记任何单位。用命令 organization.register 登记。",
        "No organization is registered yet. Register one with organization.register.")
    static let name = Phrase("名称", "Name")
    static let kind = Phrase("性质", "Kind")
    static let raceGroup = Phrase("赛马组别", "Race group")
    static let belongsTo = Phrase("隶属", "Belongs to")
    static let members = Phrase("下属", "Members")
    static let officialCode = Phrase("统计代码", "Code")
    static let closed = Phrase("撤销于", "Closed")
    static let recordedByIt = Phrase("以其名义的记录", "Records in its name")
    static let inLedger = Phrase("在台账中查看", "see the ledger")
    static let noProjectCredited = Phrase(
        "没有计入它名下的项目。", "No project is credited to it.")
    static let targets = Phrase("年度目标", "Yearly targets")
    static let measure = Phrase("指标", "Measure")
    static let target = Phrase("目标", "Target")
}

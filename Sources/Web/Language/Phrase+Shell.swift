extension Phrase {
    static let product = Phrase("赛马", "Saima")
    static let skipToContent = Phrase("跳到正文", "Skip to content")
    static let mainNavigation = Phrase("主导航", "Main navigation")
    static let menu = Phrase("菜单", "Menu")
    static let footLine = Phrase(
        "每个数字都来自台账中的一条记录，任何人都可以重新计算。",
        "Every figure comes from a record in the ledger, and anyone can compute it again.")
    static let outOfReach = Phrase(
        "连不上服务器，下面可能不是最新的。请检查网络；恢复后会自动继续。",
        "The server cannot be reached, so this may be out of date. Check the network; "
            + "it goes on by itself.")
    static let goOn = Phrase("从这里继续", "Go on from here")
    static let breadcrumbs = Phrase("所在位置", "You are here")

    static let overview = Phrase("总览", "Overview")
    static let projects = Phrase("项目", "Projects")
    static let races = Phrase("赛马榜", "Races")
    static let organizations = Phrase("单位", "Organizations")
    static let ledger = Phrase("台账", "Ledger")
    static let about = Phrase("关于", "About")
}

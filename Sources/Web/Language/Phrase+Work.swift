extension Phrase {
    static let workWaiting = Phrase("我的事", "My work")
    static let workLead = Phrase("逾期 % 件，本周内到期 % 件，共 % 件", "% overdue, % due this week, % in all")
    static let nothingWaits = Phrase("现在没有等您办理的事。", "Nothing waits for you now.")
    static let workIsPersonal = Phrase(
        "登录后，这里列出等您办理的事，每件一键可达。",
        "Once you have signed in, what waits for you stands here, one click each.")
    static let signInToWork = Phrase("登录", "Sign in")
    static let byWhen = Phrase("时限", "By")
    static let waitsSince = Phrase("起自", "Since")
    static let whatWaits = Phrase("事项", "What")
    static let toDo = Phrase("办理", "To do")
    static let inHand = Phrase("在办事项", "In hand")
    static let beginSomething = Phrase("发起", "Begin")
    static let everyCommand = Phrase("全部命令", "Every command")
    static let rolesOnlyRead = Phrase(
        "您的角色可以查看，不办理事项。", "Your role reads, and has nothing to carry out.")
    static let returnedBecause = Phrase("退回理由", "Returned because")
    static let look = Phrase("查看", "Look")
    static let noDueDay = Phrase("无时限", "no day set")

    static func moreOfThem(_ count: Int) -> Phrase {
        Phrase("还有 \(count) 件，全部列出", "\(count) more, list them all")
    }
}

extension Phrase {
    static let notices = Phrase("通知", "Notices")
    static let notice = Phrase("内容", "What")
    static let noticeTime = Phrase("时间", "When")
    static let noticeState = Phrase("状态", "State")
    static let noNotices = Phrase("还没有通知。", "There are no notices yet.")
    static let readNotice = Phrase("已读", "read")
    static let markRead = Phrase("标为已读", "Mark as read")
    static let markAllRead = Phrase("全部标为已读", "Mark all as read")
    static let howToTellMe = Phrase("怎样告诉我", "How I am told")
    static let mailAndMessages = Phrase("邮件和消息", "E-mail and messages")
    static let mailLanguage = Phrase("邮件的语言", "Language of e-mails")

    static func unreadNotices(_ count: Int) -> Phrase {
        Phrase("\(count) 条未读", "\(count) unread")
    }
}

import Delivery

extension Phrase {
    static let orByProvider = Phrase("或用统一身份登录", "Or by an identity provider")
    static func signInBy(_ name: Words) -> Phrase {
        Phrase("用“\(name.zh)”登录", "Sign in by \(name.en)")
    }
    static let signedOutHere = Phrase(
        "您已退出本站，但在身份提供方可能仍处于登录状态。",
        "You have signed out here, and may still be signed in at the identity provider.")
    static func signOutThere(_ name: Words) -> Phrase {
        Phrase("也退出“\(name.zh)”", "Sign out of \(name.en), too")
    }
    static let notSignedIn = Phrase("没有登录成", "You are not signed in")
    static let backToSignIn = Phrase("返回登录页", "Back to signing in")
    static let identityNotAppointed = Phrase(
        "您的身份已核实，但目前没有任职，不能进入；请找安全管理员。",
        "Who you are is known, but you hold no post at present; ask the security administrator.")
    static let identityUnlinked = Phrase(
        "这个身份还没有关联到人员", "This identity is nobody's here yet")
    static let identityUnlinkedHelp = Phrase(
        "您的身份已由身份提供方核实，但本系统不知道它是谁的，也不会自行建立人员。请把下面的内容交给本单位的安全管理员，由其在“人员”页关联后再登录。",
        "The identity provider knows who you are; this system does not know whose identity that "
            + "is, and makes no persons by itself. Give the lines below to the security "
            + "administrator, who links them on your page under People; then sign in again.")

    static let identities = Phrase("统一身份", "Identities")
    static let identityProvider = Phrase("身份提供方", "Identity provider")
    static let tokenIssuer = Phrase("签发方（iss）", "Issuer (iss)")
    static let identitySubject = Phrase("用户标识（sub）", "Subject (sub)")
    static let identitySubjectHint = Phrase(
        "本人用该身份登录被拒时页面上所示；须先核实是本人交来的",
        "As the page shows it that refuses them; make sure that it is theirs")
    static let noIdentities = Phrase(
        "没有关联，只能用密码登录。", "None is linked; they sign in by password only.")
    static let linkedAt = Phrase("关联时间", "Linked at")
    static let linkedBy = Phrase("关联人", "Linked by")
    static let linkIdentity = Phrase("关联", "Link it")
    static let unlinkIdentity = Phrase("取消关联", "Unlink")
    static let identitiesHelp = Phrase(
        "由安全管理员在“人员”页关联和取消。",
        "The security administrator links and unlinks them under People.")
}

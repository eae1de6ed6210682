extension Phrase {
    static let signIn = Phrase("登录", "Sign in")
    static let signOut = Phrase("退出", "Sign out")
    static let signInName = Phrase("登录名", "Name")
    static let signInNameHint = Phrase("人员编号或邮箱", "Your id or e-mail address")
    static let password = Phrase("密码", "Password")
    static let signInHelp = Phrase(
        "没有账户或忘记密码，请找本单位的安全管理员。",
        "If you have no account, or forgot the password, ask the security administrator.")
    static let nothingClassified = Phrase(
        "本系统不得录入涉密内容。", "Nothing classified may be entered here.")
    static let notAppointed = Phrase(
        "密码正确，但您目前没有任职，不能进入；请找安全管理员。",
        "The password is right, but you hold no post at present; ask the security administrator.")
    static let signedInAs = Phrase("当前用户", "Signed in")
    static let myWork = Phrase("我的工作", "My work")
    static let account = Phrase("账户", "Account")

    static let whoIAm = Phrase("本人", "You")
    static let roles = Phrase("角色", "Roles")
    static let email = Phrase("邮箱", "E-mail")
    static let phone = Phrase("电话", "Telephone")

    static let changePassword = Phrase("修改密码", "Change password")
    static let presentPassword = Phrase("当前密码", "Present password")
    static let newPassword = Phrase("新密码", "New password")
    static let newPasswordHint = Phrase(
        "至少 12 个字符，可以是几个不相干的词；不能是姓名",
        "At least 12 characters; a few unrelated words will do; not your name")
    static let mustChangePassword = Phrase(
        "您用的是一次性密码。请换成自己的密码，然后继续。",
        "This was a one-time password. Choose one of your own to go on.")

    static let sessionsHere = Phrase("登录中的设备", "Where you are signed in")
    static let device = Phrase("设备", "Device")
    static let unknownDevice = Phrase("未知设备", "unknown device")
    static let signedInAt = Phrase("登录时间", "Signed in at")
    static let lastUsed = Phrase("最近使用", "Last used")
    static let act = Phrase("操作", "Action")
    static let thisSession = Phrase("本次登录", "this one")
    static let endSession = Phrase("结束", "End")
    static let never = Phrase("从未", "never")

    static let accessTokens = Phrase("访问令牌", "Access tokens")
    static let noTokens = Phrase(
        "没有令牌。程序用令牌以您的名义读取或执行命令。",
        "There are none. With a token a program reads, or gives commands, in your name.")
    static let newToken = Phrase("新建令牌", "New token")
    static let makeToken = Phrase("新建", "Make it")
    static let purpose = Phrase("用途", "Purpose")
    static let purposeHint = Phrase("例如：夜间汇总", "For example: nightly summary")
    static let scope = Phrase("权限", "Scope")
    static let scopeRead = Phrase("只读", "reads")
    static let scopeAll = Phrase("读取和全部命令", "reads, and gives every command")
    static let scopeHint = Phrase(
        "read 为只读；* 为全部命令；或写命令名，如 commitment.progress",
        "read: reads only; *: every command; or names of commands, as commitment.progress")
    static let expires = Phrase("有效至", "Good until")
    static let validDays = Phrase("有效天数", "Days")
    static let validDaysHint = Phrase("1–366 天", "1 to 366")
    static let revoke = Phrase("撤销", "Revoke")
    static let tokenMade = Phrase(
        "令牌已建成。现在就复制保存，离开本页后无法再看到。",
        "The token is made. Copy it now: it cannot be seen again once you leave this page.")
}

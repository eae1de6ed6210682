extension Phrase {
    static let people = Phrase("人员", "People")
    static let personID = Phrase("编号", "Id")
    static let personIDHint = Phrase(
        "字母、数字和 . _ : -，写入台账后不能更改，不要含姓名",
        "Letters, digits and . _ : -; it stands in the ledger for ever, so no name in it")
    static let personName = Phrase("姓名", "Name")
    static let addPerson = Phrase("新增人员", "Add a person")
    static let addPersonButton = Phrase("新增并生成一次性密码", "Add, with a one-time password")
    static let signsIn = Phrase("能否登录", "Signs in")
    static let hasPassword = Phrase("有密码", "has a password")
    static let hasNoPassword = Phrase("无密码", "no password")
    static let notInDirectory = Phrase(
        "台账中有任职，名册中没有", "holds a post in the ledger, not in the directory")
    static let noPost = Phrase("没有任职", "no post")
    static let editPerson = Phrase("姓名与联系方式", "Name and contact")
    static let save = Phrase("保存", "Save")
    static let post = Phrase("任职", "Post")
    static let appoint = Phrase("任用", "Appoint")
    static let appointHint = Phrase(
        "任职写入台账，替换原来的任职；三类管理员互斥。",
        "A post is written to the ledger and replaces the one before; the three administrators "
            + "exclude one another.")
    static let chooseOrganization = Phrase("选择单位", "choose an organization")
    static let dismiss = Phrase("免去任职", "Dismiss")
    static let dismissHint = Phrase(
        "免职写入台账；同时结束其全部登录并撤销令牌。",
        "Written to the ledger; ends every sign-in of theirs and revokes their tokens.")
    static let resetPassword = Phrase("重置密码", "Reset password")
    static let resetHint = Phrase(
        "生成新的一次性密码，并结束其全部登录。",
        "Makes a new one-time password and ends every sign-in of theirs.")
    static let erase = Phrase("删除人员", "Erase")
    static let eraseHint = Phrase(
        "从名册中永久删除姓名、联系方式、密码、登录和令牌；台账只保留编号。",
        "Removes name, contact, password, sign-ins and tokens for ever; the ledger keeps the id.")
    static let eraseConfirm = Phrase(
        "输入编号以确认。这一步不能撤回。",
        "Type the id to confirm. This cannot be undone.")
    static let eraseNotConfirmed = Phrase("与编号不同，没有删除。", "That is not the id; nothing was erased.")
    static let eraseSelf = Phrase(
        "不能删除自己；请由另一位安全管理员操作。",
        "You cannot erase yourself; another security administrator can.")
    static let erasedPeople = Phrase("已删除的人员", "Erased people")
    static let erasedAt = Phrase("删除时间", "Erased at")
    static let erasedBy = Phrase("操作人", "By")
    static let oneTimePasswordMade = Phrase(
        "一次性密码如下，14 天内有效，首次登录须更换。现在就转交，离开本页后无法再看到。",
        "This is the one-time password, good for 14 days; it must be changed at the first sign-in. "
            + "Pass it on now: it cannot be seen again once you leave this page.")
}

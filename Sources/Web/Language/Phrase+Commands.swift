/// Wordings of the pages on which commands are given.
extension Phrase {
    static let commands = Phrase("命令", "Commands")
    static let commandsLead = Phrase(
        "一切改动都是命令：网页表单、接口和命令行做同样的检查，记入同一本台账。",
        "Every change is a command. Forms, the API and the command line make the same checks and "
            + "write to the same ledger.")
    static let commandsByProgram = Phrase(
        "程序用下面的网址提交，字段写成 JSON，并带 Idempotency-Key：",
        "A program sends the fields as JSON, with an Idempotency-Key, to")
    static let commonRefusals = Phrase("任何命令都可能因以下原因被拒绝：", "Any command may be refused with")
    static let optionalField = Phrase("可省略", "optional")
    static let openForm = Phrase("填写表单", "Open its form")
    static let whoMay = Phrase("可由以下角色提出：", "For:")
    static let fieldName = Phrase("字段", "field")
    static let meaning = Phrase("含义", "meaning")
    static let holds = Phrase("内容", "holds")
    static let refusedWith = Phrase("可能的拒绝：", "Refused with:")

    static let submit = Phrase("提交", "Submit")
    static let submitOnNewer = Phrase("已看过，按最新情况提交", "I have seen this: submit on the newer state")
    static let addRow = Phrase("加一行", "Add a row")
    static let removeRow = Phrase("删去这一行", "Remove this row")
    static let mayBeEmpty = Phrase("可不填", "may be left empty")
    static let classifiedWarning = Phrase(
        "不得填写涉密内容。", "No classified content may be entered here.")
    static let choose = Phrase("请选择", "choose one")
    static let nothingChosen = Phrase("不填", "none")
    static let formProblems = Phrase("还不能提交", "This cannot be submitted yet")
    static let nothingLost = Phrase("您填写的内容都在下面。", "What you typed is all below.")
    static let changedSince = Phrase("打开之后又有改动", "It has changed since you opened this")
    static let changedSinceLead = Phrase(
        "请先看这些记录。您填写的内容都在下面，没有丢失。",
        "Look at these records first. What you typed is all below.")
    static let sessionOver = Phrase("登录已过期", "You are signed out")
    static let sessionOverLead = Phrase(
        "刚才的内容还没有提交，都保留在本页。登录后接着办理。",
        "What you sent was not submitted; all of it is kept on this page. Sign in to go on.")
    static let signInAndGoOn = Phrase("登录并继续", "Sign in and go on")
    static let signInElsewhere = Phrase("在新窗口登录", "Sign in in another window")
    static let thenComeBack = Phrase("，再回到本页：", "and come back here:")
    static let goOnSignedIn = Phrase("已登录，继续", "I have signed in, go on")
    static let mustChangeElsewhere = Phrase(
        "您用的是一次性密码。请先在新窗口换成自己的密码，再回到本页继续。",
        "This was a one-time password. Choose your own in another window, then go on here.")
    static let chooseFilesAgain = Phrase(
        "没有登录时不接收文件，这些文件要重新选择：",
        "No file is taken in while nobody is signed in. Choose these again:")
    static let whatYouTyped = Phrase("您填写的内容", "What you typed")
    static let submitAgain = Phrase("已登录，请核对后提交", "Signed in: look it over and submit")
    static let submitAgainLead = Phrase(
        "您填写的内容都在下面，还没有提交。",
        "What you typed is all below and was not submitted yet.")
    static let sentAlready = Phrase("这张表单已经提交过了。", "This form was submitted already.")
    static let fillInAnother = Phrase("另填一张", "Fill in another")
    static let recorded = Phrase("已记入台账：", "On the ledger:")
    static let recordedBefore = Phrase("此前已记入台账：", "On the ledger already:")
    static let unknownBecause = Phrase("未知的原因", "unknown because")
    static let sourceSays = Phrase("来源原文", "the source says")
    static let otherwiseUnknown = Phrase("不知道？", "Not known?")
    static let exactly = Phrase("等于", "exactly")
    static let atLeast = Phrase("不少于", "at least")
    static let moreThan = Phrase("超过", "more than")
    static let upTo = Phrase("最高", "up to")
    static let between = Phrase("介于（与右栏之间）", "between this and the next")
    static let ofClass = Phrase("级别（文字）", "a class, in words")
    static let andTo = Phrase("至", "and")
    static let periodHint = Phrase(
        "如 2024-10、2024-Q3、2024、2024-01..2024-10",
        "such as 2024-10, 2024-Q3, 2024, 2024-01..2024-10")
    static let noTime = Phrase("没有时间？", "No time?")
    static let chooseFile = Phrase("选择文件", "choose a file")
    static let fileKept = Phrase("已收到", "received")
    static let yourActions = Phrase("您可以办理", "You may")
    static let notANumber = Phrase("应为数字", "This must be a number")
    static let notForYourRole = Phrase("这件事不归您的角色", "This is not for your role")
    static func amountIn(_ unit: String) -> Phrase { Phrase("单位：\(unit)", "in \(unit)") }
    static func filesUpTo(_ megabytes: Int) -> Phrase {
        Phrase(
            "每个文件不超过 \(megabytes) MB。", "At most \(megabytes) MB a file.")
    }
}

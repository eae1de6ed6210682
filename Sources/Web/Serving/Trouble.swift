package import HTTPTypes

/// A request that gets no page, as a value: what is wrong and what would be right, in both
/// languages. Shown as a page, or under /api as a problem document (RFC 9457).
package struct Trouble: Error, Sendable, Equatable {
    package let status: HTTPResponse.Status
    /// Stable, snake_case.
    package let code: String
    package let title: Phrase
    package let detail: Phrase
    /// The command's field it is about.
    package let field: String?

    package init(
        _ status: HTTPResponse.Status, _ code: String, _ title: Phrase, _ detail: Phrase,
        field: String? = nil
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.field = field
    }

    package static let notFound = Trouble(
        .notFound, "not_found",
        Phrase("没有这个页面", "There is no such page"),
        Phrase(
            "网址可能打错，或所指的对象不在台账里。请检查网址，或从下面的入口重新查找。",
            "The address may be mistyped, or what it names is not in the ledger. "
                + "Check the address, or start again from one of the pages below."))

    package static let methodNotAllowed = Trouble(
        .methodNotAllowed, "method_not_allowed",
        Phrase("这个网址不接受这种请求", "This address does not take such a request"),
        Phrase(
            "请核对网址和方法：页面用 GET 读取，表单和命令用 POST 提交。",
            "Check the address and the method: pages are read by GET, forms and commands are "
                + "sent by POST."
        ))

    package static let signInFirst = Trouble(
        .unauthorized, "sign_in_required",
        Phrase("请先登录", "Sign in first"),
        Phrase(
            "这座城市的台账只供登录人员查看。请登录，或带上访问令牌。",
            "This city's ledger is read by those who signed in. "
                + "Sign in, or send an access token."))

    package static let notForYou = Trouble(
        .forbidden, "not_permitted",
        Phrase("您的角色不能查看", "This is not for your role"),
        Phrase(
            "运行指标只供本机或管理员读取。",
            "The metrics are read on this machine itself, or by an administrator."))

    package static let withheld = Trouble(
        .notFound, "record_withheld",
        Phrase("这条记录的内容不对您公开", "The content of this record is withheld"),
        Phrase(
            "记录属于其他单位尚未公开的内容；它的哈希和证明仍可查验。",
            "It belongs to what another organization has not published; "
                + "its hash and its proof can be checked all the same."))

    package static let badHost = Trouble(
        .badRequest, "host_refused",
        Phrase("请求没有写明一个主机名", "The request does not name one host"),
        Phrase(
            "请求必须带一个、且只有一个格式正确的 Host 头。",
            "A request must carry exactly one well-formed Host field."))

    package static let otherHost = Trouble(
        HTTPResponse.Status(code: 421, reasonPhrase: "Misdirected Request"), "host_unknown",
        Phrase("这里不以这个名字对外服务", "This server does not answer to that name"),
        Phrase(
            "请用 http://127.0.0.1 或 http://localhost 打开；要用别的名字，启动时加以允许。",
            "Open it as http://127.0.0.1 or http://localhost, or allow the name at start."))

    package static let badAddress = Trouble(
        .badRequest, "address_refused",
        Phrase("网址格式不对", "The address is malformed"),
        Phrase(
            "网址必须以 / 开头，百分号编码必须完整。",
            "An address must begin with / and its percent-encoding must be whole."))

    package static let failed = Trouble(
        .internalServerError, "internal_error",
        Phrase("这一页没能做出来", "This page could not be made"),
        Phrase(
            "是程序的错误，不是您的操作有误；台账没有受影响。请稍后再试；若仍如此，把时间和网址告诉管理员。",
            "This is a fault of the program, not of what you did; the ledger is not affected. "
                + "Try again shortly; if it stays, tell the administrator the time and the address."
        ))

    package static let notReady = Trouble(
        .serviceUnavailable, "not_ready",
        Phrase("正在读取台账", "The ledger is being read"),
        Phrase(
            "服务刚刚启动，读完台账即可使用。请过几秒刷新。",
            "The service has just started and will answer once the ledger has been read. "
                + "Reload in a few seconds."))
}

extension Trouble {
    static func noSuchRecord(_ seq: Int, of size: Int) -> Trouble {
        Trouble(
            .notFound, "record_unknown",
            Phrase("台账里没有第 \(seq) 条记录", "The ledger has no record \(seq)"),
            Phrase(
                size == 0 ? "台账还是空的。" : "台账现有第 0 至 \(size - 1) 条。",
                size == 0 ? "The ledger is still empty." : "It holds records 0 to \(size - 1)."))
    }
}

extension Trouble {
    static let badPeriod = Trouble(
        .badRequest, "period_malformed", Phrase("考核期写法不对", "The period is malformed"),
        Phrase(
            "考核期应写成 2024、2024-H1、2024-Q3 或 2024-10。",
            "A period is written 2024, 2024-H1, 2024-Q3 or 2024-10."))

    static let badRecordNumber = Trouble(
        .badRequest, "record_number_malformed",
        Phrase("记录号写法不对", "The record number is malformed"),
        Phrase("记录号是从 0 起的整数。", "A record number is a whole number from 0."))

    static let noCheckpointYet = Trouble(
        .notFound, "checkpoint_missing",
        Phrase("还没有检查点", "There is no checkpoint yet"),
        Phrase(
            "台账写入后一秒内会签名，请稍后再试。",
            "One is signed within a second of an append. Try again shortly."))
}

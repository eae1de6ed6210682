package import Delivery
package import HTTPTypes

extension Trouble {
    /// A command's refusal as an answer to a program.
    package init(_ refusal: Refusal) {
        self.init(
            refusal.status, refusal.code.rawValue,
            Phrase("命令未执行", "The command was not carried out"), refusal.words,
            field: refusal.field)
    }
}

extension Refusal {
    /// Forbidden to this person; in conflict with what stands; for later; else not to be done.
    package var status: HTTPResponse.Status {
        switch code {
        case .commandUnknown: .notFound
        case .notPermitted, .notYours, .sameSubtree, .samePerson: .forbidden
        case .personUnknown where field == nil: .forbidden
        case .keyReused, .changedSince, .rulebookVersionTaken, .organizationTaken, .projectTaken,
            .codeTaken, .findingTaken, .lineTaken, .indicatorTaken, .directiveTaken,
            .commitmentTaken, .blockerTaken:
            .conflict
        case .busy, .storeFailed: .serviceUnavailable
        default: .unprocessableContent
        }
    }
}

extension Trouble {
    static let keyMissing = Trouble(
        .badRequest, "idempotency_key_missing",
        Phrase("缺少 Idempotency-Key", "There is no Idempotency-Key"),
        Phrase(
            "请带上 Idempotency-Key 头：1–128 个可见 ASCII 字符，同一次改动重试时用同一个。",
            "Send an Idempotency-Key field: 1 to 128 visible ASCII characters, the same one when "
                + "the same change is tried again."))

    static let notJSON = Trouble(
        .unsupportedMediaType, "not_json",
        Phrase("请求体应为 JSON", "The body must be JSON"),
        Phrase(
            "命令的字段写成一个 JSON 对象，Content-Type 为 application/json。",
            "Send the command's fields as one JSON object with the Content-Type application/json."))

    static func bodyTooLarge(_ limit: Int) -> Trouble {
        Trouble(
            .contentTooLarge, "body_too_large",
            Phrase("请求体过大", "The body is too large"),
            Phrase("最多 \(limit) 字节。", "It may hold at most \(limit) bytes."))
    }

    static let badSeen = Trouble(
        .badRequest, "seen_malformed", Phrase("Saima-Seen 写法不对", "Saima-Seen is malformed"),
        Phrase(
            "Saima-Seen 是打开时台账的记录数，为非负整数。",
            "Saima-Seen is how many records the ledger had when you looked: a whole number from 0.")
    )

    static let beyondToken = Trouble(
        .forbidden, "token_scope", Phrase("令牌不含这条命令", "The token is not good for this command"),
        Phrase(
            "请使用范围包含该命令的令牌，或由本人登录后操作。",
            "Use a token whose scope holds the command, or sign in yourself."))
}

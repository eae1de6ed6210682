import CityHall
import Delivery
import JSON

/// What became of an order. As JSON: `{"key":"…","first":12,"last":12,"repeat":false}` or
/// `{"key":"…","refused":{"code":"…","field":"…","zh":"…","en":"…"}}`, and of a reset password
/// `{"key":null,"password":"…"}`.
struct Answer: Sendable {
    enum Outcome: Sendable {
        case receipt(first: Int, last: Int, isRepeat: Bool)
        case refused(code: String, field: String?, Words)
        case password(String)
    }

    var key: String?
    var outcome: Outcome

    init(key: String?, _ outcome: Outcome) {
        self.key = key
        self.outcome = outcome
    }

    init(_ acknowledgement: Acknowledgement) {
        key = acknowledgement.key
        outcome = .receipt(
            first: acknowledgement.first, last: acknowledgement.last,
            isRepeat: acknowledgement.isRepeat)
    }

    init(key: String?, _ refusal: Refusal) {
        self.key = key
        outcome = .refused(code: refusal.code.rawValue, field: refusal.field, refusal.words)
    }

    /// What happened to an order whose answer will not come any more is not known; the same
    /// order with the same key finds out.
    static func lost(key: String?) -> Answer {
        Answer(
            key: key,
            .refused(
                code: "connection_lost", field: nil,
                Words(
                    zh: "服务在答复前断开，结果未知；请用同一个 key 再提交一次",
                    en: "the server went away before it answered; ask again with the same key")))
    }

    static func heldBack(key: String?) -> Answer {
        Answer(
            key: key,
            .refused(
                code: "held_back", field: nil,
                Words(
                    zh: "同批有命令被拒绝，本条也未执行",
                    en: "another of the commands was refused, so this one was not carried out")))
    }

    var isRefused: Bool {
        if case .refused = outcome { true } else { false }
    }

    var members: [JSON.Member] {
        let key = JSON.Member("key", key.map(JSON.string) ?? .null)
        switch outcome {
        case .receipt(let first, let last, let isRepeat):
            return [
                key, .init("first", .integer(first)), .init("last", .integer(last)),
                .init("repeat", .bool(isRepeat)),
            ]
        case .refused(let code, let field, let words):
            return [
                key,
                .init(
                    "refused",
                    .object([
                        .init("code", .string(code)),
                        .init("field", field.map(JSON.string) ?? .null),
                        .init("zh", .string(words.zh)), .init("en", .string(words.en)),
                    ])),
            ]
        case .password(let password): return [key, .init("password", .string(password))]
        }
    }

    /// Nil where the JSON is no answer.
    init?(_ json: JSON) {
        key = json["key"]?.stringValue
        if let refused = json["refused"] {
            guard let code = refused["code"]?.stringValue else { return nil }
            let words = Words(
                zh: refused["zh"]?.stringValue ?? "", en: refused["en"]?.stringValue ?? "")
            outcome = .refused(code: code, field: refused["field"]?.stringValue, words)
            return
        }
        if let password = json["password"]?.stringValue {
            outcome = .password(password)
            return
        }
        guard let first = json["first"]?.intValue, let last = json["last"]?.intValue,
            let isRepeat = json["repeat"]?.boolValue
        else { return nil }
        outcome = .receipt(first: first, last: last, isRepeat: isRepeat)
    }
}

import CityHall
import Delivery
import JSON

/// A command as it comes in, before anybody decided it: a line of `saima do`.
struct Order: Sendable {
    var key: String
    /// One JSON object with `cmd`, canonical.
    var body: [UInt8]

    init(key: String, body: [UInt8]) {
        self.key = key
        self.body = body
    }

    /// Reads `{"cmd":"project.register",…,"key":"…"}`; without a key a fresh one is made.
    init(line: [UInt8]) throws(OrderProblem) {
        let json: JSON
        do throws(JSONError) { json = try JSON.parse(line) } catch {
            throw OrderProblem(
                key: nil,
                Refusal(
                    .fieldMalformed, zh: "第 \(error.column) 列：\(error.zh)",
                    en: "column \(error.column): \(error.en)"))
        }
        guard case .object(var members) = json else {
            throw OrderProblem(
                key: nil,
                Refusal(
                    .fieldWrongType, zh: "每行应为一个 JSON 对象", en: "a line holds one JSON object"))
        }
        var key: String?
        if let place = members.firstIndex(where: { $0.key.utf8.elementsEqual("key".utf8) }) {
            let value = members.remove(at: place).value
            guard let text = value.stringValue, Submission.isKey(text) else {
                throw OrderProblem(key: value.stringValue, Order.badKey)
            }
            key = text
        }
        self.key = key ?? Submission.freshKey()
        do throws(JSONError) { body = try JSON.object(members).canonical() } catch {
            throw OrderProblem(
                key: self.key, Refusal(.fieldMalformed, zh: error.zh, en: error.en))
        }
    }

    private static let badKey = Refusal(
        .fieldMalformed, field: "key", zh: "key 应为 1–128 个可见 ASCII 字符，不含引号和反斜线",
        en: "a key is 1 to 128 visible ASCII characters without quotes and backslashes")
}

/// A line that is no order, with its key as far as that could be read.
struct OrderProblem: Error {
    var key: String?
    var refusal: Refusal

    init(key: String?, _ refusal: Refusal) {
        self.key = key
        self.refusal = refusal
    }
}

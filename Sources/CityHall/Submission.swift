package import Delivery
import Foundation
import JSON
import Ledger

/// A command on its way in: its canonical JSON, the key that makes it happen once, and who asks.
package struct Submission: Sendable {
    /// The idempotency key: 1 to 128 visible ASCII characters without quotes and backslashes.
    package var key: String
    /// Canonical JSON: `{"cmd":"project.register",…}`.
    package var body: [UInt8]
    package var person: PersonID
    package var command: any Command
    /// How many records the city had when the asker looked; what was recorded of the command's
    /// subject after that refuses it. Nil asks for no such care. Not a part of the body, so
    /// that the same command with the same key stays the same.
    package var seen: Int?

    package init(key: String, _ command: some Command, as person: PersonID) {
        self.key = key
        self.command = command
        self.person = person
        body = CommandKind.canonical(command)
    }

    /// - Throws: what is wrong with the key, the JSON or a field, with the field's path.
    package init(key: String, json: [UInt8], as person: PersonID) throws(Refusal) {
        guard Submission.isKey(key) else {
            throw Refusal(
                .fieldMalformed, field: "key", zh: "key 应为 1–128 个可见 ASCII 字符，不含引号和反斜线",
                en: "a key is 1 to 128 visible ASCII characters without quotes and backslashes")
        }
        let canonical: [UInt8]
        do throws(JSONError) {
            canonical = try JSON.parse(json).canonical()
        } catch {
            throw Refusal(
                .fieldMalformed, zh: "第 \(error.column) 列：\(error.zh)",
                en: "column \(error.column): \(error.en)")
        }
        command = try CommandKind.read(canonical)
        self.key = key
        self.person = person
        body = canonical
    }

    package static func isKey(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            }
    }

    /// A fresh key for whoever brings none: a random UUID.
    package static func freshKey() -> String { UUID().uuidString.lowercased() }
}

/// Where a command's records stand, and whether they stood there before it was asked again.
package struct Acknowledgement: Sendable, Hashable {
    package var key: String
    package var first: Int
    package var last: Int
    package var isRepeat: Bool
}

/// Why one of several commands that stand or fall together was refused.
package struct BatchRefusal: Error, Sendable {
    /// The commands refused, by their place; those that followed a refused one were still tried.
    package var refusals: [(index: Int, refusal: Refusal)]
}

package import JSON
package import Rulebook

extension String: FieldValue {
    package static var blank: String { "" }
    package static var shape: FieldShape { .text }

    /// Bytes of a text field; longer prose belongs in a note.
    package static let maximumTextLength = 4_096

    package init(raw: RawValue) throws(FieldProblem) {
        self = try raw.text()
        guard utf8.count <= String.maximumTextLength else {
            throw raw.problem(
                .tooLong, zh: "文本最长 4096 字节", en: "text may hold at most 4,096 bytes")
        }
    }

    package func write(to out: inout JSONBuffer) { out.string(self) }
}

extension Int: FieldValue {
    package static var blank: Int { 0 }
    package static var shape: FieldShape { .integer }
    package init(raw: RawValue) throws(FieldProblem) { self = try raw.integer() }
    package func write(to out: inout JSONBuffer) { out.integer(self) }
}

extension Bool: FieldValue {
    package static var blank: Bool { false }
    package static var shape: FieldShape { .boolean }
    package init(raw: RawValue) throws(FieldProblem) { self = try raw.boolean() }
    package func write(to out: inout JSONBuffer) { out.bool(self) }
}

extension Day: FieldValue {
    package static var blank: Day { Day.epoch }
    package static var shape: FieldShape { .day }

    package init(raw: RawValue) throws(FieldProblem) {
        if let bytes = raw.quoted, let day = Day(utf8: bytes) {
            self = day
            return
        }
        // Escapes may spell a day too.
        guard let day = Day(try raw.text()) else {
            throw raw.problem(
                .malformed, zh: "应为日期，如 \"2024-10-15\"",
                en: "must be a day such as \"2024-10-15\"")
        }
        self = day
    }

    package func write(to out: inout JSONBuffer) { out.string(description) }
}

extension Month: FieldValue {
    package static var blank: Month { Day.blank.month }
    package static var shape: FieldShape { .month }

    package init(raw: RawValue) throws(FieldProblem) {
        if let bytes = raw.quoted, let month = Month(utf8: bytes) {
            self = month
            return
        }
        guard let month = Month(try raw.text()) else {
            throw raw.problem(
                .malformed, zh: "应为月份，如 \"2024-10\"", en: "must be a month such as \"2024-10\"")
        }
        self = month
    }

    package func write(to out: inout JSONBuffer) { out.string(description) }
}

/// An enumeration that stands in records by its raw value.
package protocol FieldCode: FieldValue, RawRepresentable, CaseIterable, Hashable
where RawValue == String {
    var words: Words { get }
}

extension FieldCode {
    package static var blank: Self { allCases[allCases.startIndex] }
    package static var shape: FieldShape {
        .code(allCases.map { FieldChoice($0.rawValue, $0.words) })
    }

    package init(raw: Delivery.RawValue) throws(FieldProblem) {
        let text = try raw.text()
        guard let code = Self(rawValue: text) else {
            let choices = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw raw.problem(
                .malformed, zh: "“\(text)”不在可选值中：\(choices)",
                en: "\"\(text)\" is not one of \(choices)")
        }
        self = code
    }

    package func write(to out: inout JSONBuffer) { out.string(rawValue) }
}

/// 64 lower-case hexadecimal digits.
package struct SHA256Text: Hashable, Sendable, FieldValue {
    package let text: String

    package init?(_ text: String) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
        guard text.utf8.count == 64,
            text.utf8.allSatisfy({ digits.contains($0) || letters.contains($0) })
        else { return nil }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    package static let blank = SHA256Text(unchecked: "")
    package static var shape: FieldShape { .sha256 }

    package init(raw: RawValue) throws(FieldProblem) {
        guard let hash = SHA256Text(try raw.text()) else {
            throw raw.problem(
                .malformed, zh: "应为 64 位小写十六进制 SHA-256",
                en: "must be a SHA-256 of 64 lower-case hexadecimal digits")
        }
        self = hash
    }

    package func write(to out: inout JSONBuffer) { out.string(text) }
}

/// Free text that may have to be forgotten: in a command it is the text itself, in a record the
/// salted hash under which the text is kept beside the ledger.
package enum Note: Hashable, Sendable, FieldValue {
    case text(String)
    case sealed(SHA256Text)

    package static let maximumLength = 16_384
    package static var blank: Note { .text("") }
    package static var shape: FieldShape { .note }

    package init(raw: RawValue) throws(FieldProblem) {
        if raw.isObject {
            var sealed = SealedNote()
            try raw.read(into: &sealed)
            self = .sealed(sealed.blob)
            return
        }
        let text = try raw.text()
        guard text.utf8.count <= Note.maximumLength else {
            throw raw.problem(
                .tooLong, zh: "说明最长 16384 字节", en: "a note may hold at most 16,384 bytes")
        }
        self = .text(text)
    }

    package func write(to out: inout JSONBuffer) {
        switch self {
        case .text(let text): out.string(text)
        case .sealed(let hash): SealedNote(blob: hash).write(to: &out)
        }
    }
}

private struct SealedNote: Fielded {
    var blob = SHA256Text.blank

    init() {}
    init(blob: SHA256Text) { self.blob = blob }

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("blob", &blob)
    }
}

extension Day {
    /// 1970-01-01, the blank of a field still to be read.
    package static let epoch = Day(number: 0) ?? .earliest
}

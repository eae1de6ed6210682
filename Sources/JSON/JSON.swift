/// One JSON value (RFC 8259) as it was written: members keep their order, numbers their literal.
///
/// Equality is exact: texts are compared by their bytes and numbers by their literals, so
/// `1.0` and `1` differ, and so do two spellings of é that Unicode calls equivalent.
public indirect enum JSON: Sendable {
    case null
    case bool(Bool)
    /// The literal of the source, such as `-12.50`.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    public struct Member: Sendable, Equatable {
        public var key: String
        public var value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }

        public static func == (left: Member, right: Member) -> Bool {
            left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
        }
    }

    /// The member's value, the key compared by bytes; nil where this is no object or lacks it.
    public subscript(_ key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
}

extension JSON: Equatable {
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a.utf8.elementsEqual(b.utf8)
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }
}

extension JSON {
    /// 2^53 − 1: the largest integer that every JSON reader keeps exactly (RFC 8785, I-JSON).
    public static let largestInteger = 9_007_199_254_740_991

    /// A number with an integer's literal.
    public static func integer(_ value: Int) -> JSON { .number(String(value)) }

    /// The text of a string; nil for every other kind.
    public var stringValue: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value of a number whose literal is an integer that fits; nil for every other value.
    public var intValue: Int? {
        guard case .number(let literal) = self else { return nil }
        return Int(literal)
    }

    public var boolValue: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    public var arrayValue: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    public var objectValue: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}

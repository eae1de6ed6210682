package import JSON

/// A short name by which one thing is known for ever: 1 to 64 of `A–Z a–z 0–9 . _ : -`,
/// beginning with a letter or digit. ASCII only, so that two of them are equal exactly when
/// their bytes are.
package protocol Identifier: FieldValue, Hashable, Comparable, CustomStringConvertible {
    /// What it is of; nil for codes of the city's own choosing.
    static var noun: Noun? { get }
    var text: String { get }
    init(unchecked text: String)
}

extension Identifier {
    package init?(_ text: String) {
        guard Self.isWellFormed(text) else { return nil }
        self.init(unchecked: text)
    }

    package static func isWellFormed(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 {
            count += 1
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                continue
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"):
                if count == 1 { return false }
            default:
                return false
            }
        }
        return (1...64).contains(count)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    package static var noun: Noun? { nil }
    package static var shape: FieldShape { .identifier(noun) }

    package init(raw: RawValue) throws(FieldProblem) {
        let text = try raw.text()
        guard Self.isWellFormed(text) else {
            throw raw.problem(
                .malformed, zh: "应为 1–64 个字母、数字或 . _ : -，且以字母或数字开头",
                en: "must be 1–64 letters, digits or . _ : - and begin with a letter or digit")
        }
        self.init(unchecked: text)
    }

    package func write(to out: inout JSONBuffer) { out.string(text) }
}

package struct OrganizationID: Identifier {
    package static var noun: Noun? { .organization }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = OrganizationID(unchecked: "")
}

package struct ProjectID: Identifier {
    package static var noun: Noun? { .project }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = ProjectID(unchecked: "")
}

/// A person stands in the ledger by this id alone; names and addresses are kept elsewhere,
/// where they can be erased.
package struct PersonID: Identifier {
    package static var noun: Noun? { .person }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = PersonID(unchecked: "")
}

package struct FindingID: Identifier {
    package static var noun: Noun? { .finding }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = FindingID(unchecked: "")
}

package struct SourceID: Identifier {
    package static var noun: Noun? { .source }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = SourceID(unchecked: "")
}

package struct IndicatorID: Identifier {
    package static var noun: Noun? { .indicator }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = IndicatorID(unchecked: "")
}

package struct DirectiveID: Identifier {
    package static var noun: Noun? { .directive }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = DirectiveID(unchecked: "")
}

package struct CommitmentID: Identifier {
    package static var noun: Noun? { .commitment }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = CommitmentID(unchecked: "")
}

package struct ListID: Identifier {
    package static var noun: Noun? { .list }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = ListID(unchecked: "")
}

package struct BlockerID: Identifier {
    package static var noun: Noun? { .blocker }
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = BlockerID(unchecked: "")
}

/// The name of a rulebook, of a measure with a yearly target, of a cluster, of a line or a clause:
/// a code of the city's own choosing.
package struct CodeName: Identifier {
    package let text: String
    package init(unchecked text: String) { self.text = text }
    package static let blank = CodeName(unchecked: "")
}

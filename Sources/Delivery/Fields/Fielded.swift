package import JSON

/// Something written as a JSON object whose members are listed once, in `visit`: the writer, the
/// reader and the documentation all go through that one list.
package protocol Fielded: Sendable {
    /// Every field at its blank value; a reader fills it.
    init()
    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem)
}

package protocol FieldVisitor {
    mutating func field<Value: FieldValue>(
        _ name: StaticString, _ value: inout Value
    ) throws(FieldProblem)

    /// Absent when nil.
    mutating func optional<Value: FieldValue>(
        _ name: StaticString, _ value: inout Value?
    ) throws(FieldProblem)

    /// Absent when empty.
    mutating func list<Value: FieldValue>(
        _ name: StaticString, _ values: inout [Value]
    ) throws(FieldProblem)

    /// Absent when false.
    mutating func flag(_ name: StaticString, _ value: inout Bool) throws(FieldProblem)
}

/// One value of a field: how it is read from canonical JSON, written to it, and described.
package protocol FieldValue: Sendable {
    static var blank: Self { get }
    static var shape: FieldShape { get }
    init(raw: RawValue) throws(FieldProblem)
    func write(to out: inout JSONBuffer)
    /// Shows the visitor the free texts and files that the value holds; most hold none.
    mutating func cite<V: CitationVisitor>(to visitor: inout V)
}

/// What a field holds, for documentation and for forms.
package indirect enum FieldShape: Sendable, Hashable {
    case text, integer, boolean, day, month, decimal, money, note, sha256
    case identifier(Noun?)
    case figure, period
    case code([FieldChoice])
    case known(FieldShape)
    case list(FieldShape)
    case structure([FieldDescription])

    /// The shape in a few characters: `text`, `day`, `one of a|b`, `[{organization, share}]`.
    package var summary: String {
        switch self {
        case .text: "text"
        case .identifier: "identifier"
        case .integer: "integer"
        case .boolean: "true|false"
        case .day: "day"
        case .month: "month"
        case .decimal: "decimal text"
        case .money: "money text"
        case .note: "free text"
        case .sha256: "SHA-256"
        case .figure:
            "decimal text, or {at_least|more_than|up_to: decimal text}, {from, to: decimal text} "
                + "or {class: text}"
        case .period:
            "month, quarter, year, month..month or day, or {undated: "
                + UndatedReason.allCases.map(\.rawValue).joined(separator: "|") + "}"
        case .code(let codes): codes.map(\.value).joined(separator: "|")
        case .known(let shape): "\(shape.summary) or {unknown, source}"
        case .list(let shape): "[\(shape.summary)]"
        case .structure(let fields):
            "{" + fields.map { "\($0.name): \($0.shape.summary)" }.joined(separator: ", ") + "}"
        }
    }
}

/// One of the values of a code, in words.
package struct FieldChoice: Sendable, Hashable {
    package var value: String
    package var words: Words

    package init(_ value: String, _ words: Words) {
        self.value = value
        self.words = words
    }
}

/// What an identifier can be of.
package enum Noun: Sendable, Hashable {
    case organization, project, person, finding, source, indicator, directive, commitment, blocker
    case list
}

package struct FieldDescription: Sendable, Hashable {
    package var name: String
    package var shape: FieldShape
    package var isRequired: Bool

    package init(name: String, shape: FieldShape, isRequired: Bool) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
    }

    package static func of<Subject: Fielded>(_: Subject.Type) -> [FieldDescription] {
        var describer = FieldDescriber()
        var subject = Subject()
        // A describer has nothing to refuse.
        try? subject.visit(&describer)
        return describer.fields
    }
}

private struct FieldDescriber: FieldVisitor {
    var fields: [FieldDescription] = []

    mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
        add(name, Value.shape, isRequired: true)
    }

    mutating func optional<Value: FieldValue>(_ name: StaticString, _ value: inout Value?) {
        add(name, Value.shape, isRequired: false)
    }

    mutating func list<Value: FieldValue>(_ name: StaticString, _ values: inout [Value]) {
        add(name, .list(Value.shape), isRequired: false)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {
        add(name, .boolean, isRequired: false)
    }

    private mutating func add(_ name: StaticString, _ shape: FieldShape, isRequired: Bool) {
        fields.append(
            FieldDescription(name: name.description, shape: shape, isRequired: isRequired))
    }
}

/// Where and why a field could not be read.
package struct FieldProblem: Error, Sendable, Hashable {
    package enum Code: String, Sendable {
        case missing = "field_missing"
        case unknown = "field_unknown"
        case wrongType = "field_wrong_type"
        case malformed = "field_malformed"
        case tooLong = "field_too_long"
    }

    package var code: Code
    /// `credits[1].share`
    package var path: String
    package var words: Words

    package init(_ code: Code, path: String, zh: String, en: String) {
        self.code = code
        self.path = path
        words = Words(zh: zh, en: en)
    }

    package func inside(_ step: String) -> FieldProblem {
        var problem = self
        let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
        problem.path = step + separator + path
        return problem
    }
}

/// Something wrong with a rulebook or with facts: where, what, and what would be right.
public struct Problem: Error, Sendable, Hashable {
    /// The name of the file as the caller gave it.
    public var file: String
    /// Counts from 1.
    public var line: Int?
    /// Counts from 1, in Unicode scalars.
    public var column: Int?
    /// Stable, in snake case.
    public var code: String
    public var zh: String
    public var en: String

    public init(
        file: String, line: Int? = nil, column: Int? = nil, code: String, zh: String, en: String
    ) {
        (self.file, self.line, self.column) = (file, line, column)
        (self.code, self.zh, self.en) = (code, zh, en)
    }

    /// `rules.yaml:12`.
    public var place: String { line.map { file + ":" + String($0) } ?? file }
}

extension Problem: CustomStringConvertible {
    /// `rules.yaml:12: unknown key "wieght" in an indicator; did you mean "weight"?`
    public var description: String { place + ": " + en }
}

/// Everything that was found wrong, in the order of the file.
public struct Problems: Error, Sendable, Hashable {
    public var all: [Problem]

    public init(_ all: [Problem]) { self.all = all }
}

extension Problems: CustomStringConvertible {
    public var description: String {
        all.map(\.description).joined(separator: "\n")
    }
}

/// Text from outside, compared by its Unicode scalars; Swift's own `==` is by canonical
/// equivalence.
struct ExactText: Hashable, Comparable, Sendable {
    let string: String

    init(_ string: String) { self.string = string }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.string.utf8.elementsEqual(right.string.utf8)
    }

    /// The order of UTF-8 bytes is that of Unicode scalars.
    static func < (left: ExactText, right: ExactText) -> Bool {
        left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var copy = string
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

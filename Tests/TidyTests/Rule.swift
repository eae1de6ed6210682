import Testing

/// What breaks a house rule, and where.
struct Finding: Equatable, CustomStringConvertible {
    var path: String
    /// Counted from 1; nil where the whole file is meant.
    var line: Int?
    var what: String

    var description: String {
        line.map { "\(path):\($0): \(what)" } ?? "\(path): \(what)"
    }
}

/// A house rule with files that break it and files that keep it.
///
/// Both are required, so that no rule can be written that finds nothing.
struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    /// Each of them alone breaks the rule.
    let bad: [SourceFile]
    let good: [SourceFile]
    let find: @Sendable (Tree) -> [Finding]

    var testDescription: String { name }

    static let all: [Rule] =
        sizeRules + importRules + codeRules + commentRules + nameRules + testRules + treeRules

    /// A rule that looks at one Swift file at a time.
    static func ofSwift(
        _ name: String, bad: [SourceFile], good: [SourceFile],
        _ find: @escaping @Sendable (SourceFile, SwiftText) -> [Finding]
    ) -> Rule {
        Rule(name: name, bad: bad, good: good) { tree in
            tree.files.flatMap { file in file.swift.map { find(file, $0) } ?? [] }
        }
    }
}

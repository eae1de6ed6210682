extension Rule {
    static let nameRules = [namesAreWords]

    private static let emptyEndings = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Data", "Info",
    ]

    private static let namesAreWords = Rule.ofSwift(
        "no type, file or folder is a Manager, Helper, Util, Data or Info",
        bad: [
            SourceFile("Sources/Web/A.swift", "struct PageManager {}"),
            SourceFile("Sources/Web/A.swift", "final class Helper {}"),
            SourceFile("Sources/Web/A.swift", "typealias FormData = [String: String]"),
            SourceFile("Sources/Web/PageUtils.swift", "struct A {}"),
            SourceFile("Sources/Web/Info/A.swift", "struct A {}"),
            SourceFile("Tests/WebTests/A.swift", "enum TestInfo {}"),
        ],
        good: [
            SourceFile("Sources/Web/A.swift", "let a: Data = b // struct PageManager"),
            SourceFile("Sources/Web/Information.swift", "struct Database {}"),
        ]
    ) { file, swift in
        let parts = file.path.dropLast(".swift".count).split(separator: "/")
        let paths = parts.filter { part in emptyEndings.contains { part.hasSuffix($0) } }.map {
            Finding(path: file.path, line: nil, what: "\($0) says nothing")
        }
        let types = swift.types.filter { type in emptyEndings.contains { type.text.hasSuffix($0) } }
        return paths
            + types.map {
                Finding(path: file.path, line: $0.line, what: "\($0.text) says nothing")
            }
    }
}

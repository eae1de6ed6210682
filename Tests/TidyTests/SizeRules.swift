extension Rule {
    static let sizeRules = [filesAreShort, functionsAreShort, linesAreShort, readmeIsShort]

    private static let code: Set = ["swift", "sh", "py", "js"]

    private static func isCode(_ file: SourceFile, _ kinds: Set<String> = code) -> Bool {
        kinds.contains(file.name.split(separator: ".").last.map(String.init) ?? "")
    }

    private static let filesAreShort = Rule(
        name: "a file has at most 300 lines",
        bad: [
            SourceFile("Sources/Web/Long.swift", String(repeating: "let a = 1\n", count: 301)),
            SourceFile("scripts/long.sh", String(repeating: "true\n", count: 301)),
        ],
        good: [SourceFile("Sources/Web/Page.swift", String(repeating: "let a = 1\n", count: 300))]
    ) { tree in
        tree.files.filter { isCode($0) && $0.lineCount > 300 }.map {
            Finding(path: $0.path, line: nil, what: "\($0.lineCount) lines")
        }
    }

    private static func function(_ head: String, lines: Int) -> String {
        "\(head) {\n" + String(repeating: "    act()\n", count: lines - 2) + "}\n"
    }

    private static let functionsAreShort = Rule.ofSwift(
        "a function has at most 60 lines",
        bad: [
            SourceFile("Sources/Web/A.swift", function("func long()", lines: 61)),
            SourceFile("Sources/Web/B.swift", function("init(a: Int = { 1 }())", lines: 61)),
            SourceFile("Sources/Web/C.swift", function("var long: [String: Int]", lines: 61)),
            SourceFile(
                "Sources/Web/D.swift",
                function("func f(\n    _ a: Int\n) throws -> Int\nwhere A: B", lines: 59)),
        ],
        good: [
            SourceFile("Sources/Web/A.swift", function("func short()", lines: 60)),
            SourceFile("Sources/Web/B.swift", function("struct Long", lines: 200)),
            SourceFile("Sources/Web/C.swift", "var a = 1\n" + function("enum Long", lines: 99)),
            SourceFile(
                "Sources/Web/D.swift",
                "protocol P {\n    func f()\n}\n" + function("struct S", lines: 99)),
        ]
    ) { file, swift in
        swift.bodies.filter { $0.lineCount > 60 }.map {
            Finding(path: file.path, line: $0.line, what: "\($0.name): \($0.lineCount) lines")
        }
    }

    private static let linesAreShort = Rule(
        name: "a line of code has at most 100 columns",
        bad: [
            SourceFile("Sources/Web/A.swift", "// " + String(repeating: "长", count: 98)),
            SourceFile("scripts/a.sh", String(repeating: "a", count: 101)),
        ],
        good: [SourceFile("Sources/Web/A.swift", "// " + String(repeating: "长", count: 97))]
    ) { tree in
        tree.files.filter { isCode($0, code.union(["css", "Makefile"])) }.flatMap { file in
            file.lines.enumerated().compactMap { index, line in
                guard line.utf8.count > 100, line.count > 100 else { return nil }
                return Finding(path: file.path, line: index + 1, what: "\(line.count) columns")
            }
        }
    }

    private static let readmeIsShort = Rule(
        name: "README stays under 120 lines",
        bad: [SourceFile("README.md", String(repeating: "a\n", count: 120))],
        good: [SourceFile("README.md", String(repeating: "a\n", count: 119))]
    ) { tree in
        tree.files.filter { $0.path == "README.md" && $0.lineCount >= 120 }.map {
            Finding(path: $0.path, line: nil, what: "\($0.lineCount) lines")
        }
    }
}

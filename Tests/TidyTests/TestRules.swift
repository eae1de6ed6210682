extension Rule {
    static let testRules = [testsAreSentences, testsAreSwiftTesting, testsDoNotSleep]

    private static func test(_ text: String) -> SourceFile {
        SourceFile("Tests/LedgerTests/A.swift", text)
    }

    private static let testsAreSentences = Rule.ofSwift(
        "a test's name is a sentence",
        bad: [
            test("@Test func appends() {}"),
            test("@Test(arguments: [1]) func appends(a: Int) {}"),
            test("@Test(\"append\") func appends() {}"),
            test("@Test(\"append works\")\nfunc appends() {}"),
        ],
        good: [
            test("@Test(\"a record is kept as its bytes\") func bytes() {}"),
            test("@Test(\n    \"an empty ledger has no head\", arguments: [1])\nfunc a() {}"),
            test("@Test(\"同一命令两次得到同一回执\") func twice() {}"),
            test("let snippet = \"@Test func a() {}\""),
        ]
    ) { file, swift in
        let source = Array(file.text.utf8)
        let code = Array(swift.code.utf8)
        let mark = Array("@Test".utf8)
        return code.indices.compactMap { start in
            guard code[start...].starts(with: mark) else { return nil }
            let rest = source[(start + mark.count)...]
            if let next = rest.first, next.isLetter { return nil }
            if isSentence(String(decoding: rest.prefix(400), as: UTF8.self)) { return nil }
            let line = code[..<start].count { $0 == UInt8(ascii: "\n") } + 1
            return Finding(path: file.path, line: line, what: "a test without a sentence")
        }
    }

    /// Whether an attribute's arguments begin with a string of three words or six Han characters.
    private static func isSentence(_ arguments: String) -> Bool {
        guard arguments.first == "(" else { return false }
        let inside = arguments.dropFirst().drop(while: \.isWhitespace)
        guard inside.first == "\"" else { return false }
        let name = inside.dropFirst().prefix { $0 != "\"" }
        let han = name.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
        return name.split(separator: " ").count >= 3 || han >= 6
    }

    private static let testsAreSwiftTesting = Rule.ofSwift(
        "tests are written with Swift Testing",
        bad: [test("import XCTest\n")],
        good: [test("import Testing // not XCTest\n")]
    ) { file, swift in
        swift.imports.filter { $0.text == "XCTest" }.map {
            Finding(path: file.path, line: $0.line, what: "imports XCTest")
        }
    }

    private static let testsDoNotSleep = Rule.ofSwift(
        "no test sleeps",
        bad: [
            test("try await Task.sleep(for: .seconds(1))"),
            test("usleep(1000)"),
            test("Thread.sleep(forTimeInterval: 1)"),
        ],
        good: [
            test("asleep(1) // sleep(1)"),
            SourceFile("Sources/Web/A.swift", "try await Task.sleep(for: .seconds(1))"),
        ]
    ) { file, swift in
        guard file.isTest else { return [] }
        let lines = swift.codeLines
        return swift.words.compactMap { word in
            guard ["sleep", "usleep", "nanosleep"].contains(word.text) else { return nil }
            let after = lines[word.line - 1].dropFirst(word.column - 1 + word.text.count).first
            return after == "(" ? Finding(path: file.path, line: word.line, what: word.text) : nil
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { Character(UnicodeScalar(self)).isLetter }
}

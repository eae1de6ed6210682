extension Rule {
    static let codeRules = [nothingCrashes, sendabilityIsChecked, talkGoesToTheLog]

    private static func page(_ text: String) -> SourceFile {
        SourceFile("Sources/Web/Pages/Page.swift", text)
    }

    private static let nothingCrashes = Rule.ofSwift(
        "no try!, as! or fatalError",
        bad: [
            page("let a = try! read()"),
            page("let a = b as! String"),
            page("fatalError(\"no\")"),
            page("let a = \"\\(try! read())\""),
            page("preconditionFailure()"),
        ],
        good: [
            page("let a = try? read() // not try! read()"),
            page("let a = \"fatalError(\"; let b = c as? String; let d = b!=a"),
        ]
    ) { file, swift in
        lines(of: file, swift) { line in
            ["try!", "as! ", "fatalError(", "preconditionFailure("].first {
                line.contains($0)
            }
        }
    }

    private static let sendabilityIsChecked = Rule.ofSwift(
        "unchecked sendability stands only where C is bound",
        bad: [
            page("final class A: @unchecked Sendable {}"),
            page("nonisolated(unsafe) static var a = 0"),
        ],
        good: [
            SourceFile("Sources/Sheets/A.swift", "final class A: @unchecked Sendable {}"),
            SourceFile("Sources/CArgon/A.swift", "final class A: @unchecked Sendable {}"),
            page("final class A: Sendable {}"),
        ]
    ) { file, swift in
        guard let room = file.module else { return [] }
        if room == "Sheets" || room == "LedgerPostgres" || isBinding(room) { return [] }
        return lines(of: file, swift) { line in
            ["@unchecked", "nonisolated(unsafe)"].first { line.contains($0) }
        }
    }

    private static let talkGoesToTheLog = Rule.ofSwift(
        "only the command line prints",
        bad: [page("    print(\"here\")"), page("{ debugPrint(a) }"), page("NSLog(\"a\")")],
        good: [
            SourceFile("Sources/saima/Serve.swift", "print(receipt)"),
            SourceFile("Tests/LedgerTests/A.swift", "print(\"seed \\(seed)\")"),
            page("printer.print(sheet); blueprint(a); func print(_ a: Int) {}"),
        ]
    ) { file, swift in
        guard let room = file.module, room != "saima" else { return [] }
        let lines = swift.codeLines
        return swift.words.compactMap { word in
            guard ["print", "debugPrint", "dump", "NSLog"].contains(word.text) else { return nil }
            let line = lines[word.line - 1]
            let after = line.dropFirst(word.column - 1 + word.text.count).first
            let head = line.prefix(word.column - 1)
            guard after == "(", word.before != ".", !head.hasSuffix("func ") else { return nil }
            return Finding(path: file.path, line: word.line, what: "\(word.text)(")
        }
    }

    /// One finding a line of code, where `find` sees one.
    static func lines(
        of file: SourceFile, _ swift: SwiftText, _ find: (Substring) -> String?
    ) -> [Finding] {
        swift.codeLines.enumerated().compactMap { index, line in
            find(line).map { Finding(path: file.path, line: index + 1, what: $0) }
        }
    }
}

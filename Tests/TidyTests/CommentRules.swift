extension Rule {
    static let commentRules = [nothingIsUnfinished, noCodeInComments, noBanners]

    private static func page(_ text: String) -> SourceFile {
        SourceFile("Sources/Web/Pages/Page.swift", text)
    }

    private static let nothingIsUnfinished = Rule(
        name: "no mark of unfinished work",
        bad: [
            page("let a = 1  // TODO: more"),
            page("/* FIXME */"),
            page("// XXX why"),
            SourceFile("scripts/a.sh", "# TODO"),
            SourceFile("Tests/Browser/a.py", "pass  # FIXME later"),
            SourceFile("Makefile", "# HACK"),
        ],
        good: [
            page("let TODO = \"FIXME\"  // the word list"),
            SourceFile("scripts/a.sh", "mktemp /tmp/saima.XXXXXX # not a mark"),
        ]
    ) { tree in
        tree.files.flatMap { file in
            comments(of: file).compactMap { comment in
                let words = comment.text.split { !$0.isLetter }
                let mark = ["TODO", "FIXME", "XXX", "HACK"].first { words.contains(Substring($0)) }
                return mark.map { Finding(path: file.path, line: comment.line, what: $0) }
            }
        }
    }

    /// Comments of Swift, and of the languages in which `#` begins one.
    private static func comments(of file: SourceFile) -> [SwiftText.Comment] {
        if let swift = file.swift { return swift.comments }
        let isScript =
            ["sh", "py", "yaml", "yml"].contains { file.path.hasSuffix("." + $0) }
            || ["Makefile", ".ci/run"].contains(file.path)
        guard isScript else { return [] }
        return file.lines.enumerated().compactMap { index, line in
            guard let hash = line.firstIndex(of: "#") else { return nil }
            return SwiftText.Comment(line: index + 1, text: String(line[hash...]))
        }
    }

    private static let noCodeInComments = Rule.ofSwift(
        "no code stands in comments",
        bad: [
            page("// let a = 1"),
            page("    // return a.b"),
            page("//import Foundation"),
            page("// if a > b {"),
            page("// }"),
            page("// store.append(record)"),
            page("// self.count += 1"),
            page("// try await hall.close()"),
            page("// guard let a else { return }"),
        ],
        good: [
            page("// let the caller decide: a retry needs the same key"),
            page("// return to the last head, since nothing after it is durable"),
            page("// if the ledger is ahead, the fold waits"),
            page("/// A sample:\n/// let a = try parse(bytes)"),
            page("let url = \"https://example.org/{id}\" // open(2) of a missing file is no error"),
        ]
    ) { file, swift in
        swift.comments.filter { !$0.text.hasPrefix("///") && looksLikeCode($0.text) }.map {
            Finding(path: file.path, line: $0.line, what: $0.text)
        }
    }

    private static func looksLikeCode(_ comment: String) -> Bool {
        var body = comment.drop { "/* ".contains($0) }
        while body.last == " " { body.removeLast() }
        let words = body.split(separator: " ")
        guard let first = words.first, let last = body.last else { return false }
        if ["}", "})", "])", "else", "{"].contains(String(body)) { return true }
        if last == "{" || last == ";" || body.hasSuffix("return }") { return true }
        switch first {
        case "let", "var":
            return words.dropFirst(2).first == "=" || words.dropFirst().first?.last == ":"
        case "return", "import": return words.count == 2 && !".,:".contains(last)
        case "func": return body.contains("(")
        case "try", "await": return last == ")"
        default: break
        }
        if first.hasPrefix("self."), words.count > 2 { return true }
        return words.count == 1 && last == ")" && first.first?.isLowercase == true
            && first.contains(".") && first.contains("(")
    }

    private static let noBanners = Rule.ofSwift(
        "no banner comments",
        bad: [
            page("// MARK: - Pages"),
            page("//////////"),
            page("// ====== Pages ======"),
            page("// ----------"),
            page("/*****/"),
        ],
        good: [page("// a - b -- c == d"), page("/// A table:\n/// | a | b |\n/// |---|---|")]
    ) { file, swift in
        swift.comments.filter { comment in
            if comment.text.contains("MARK:") { return true }
            if comment.text.hasPrefix("/// ") { return false }
            return ["====", "----", "****", "////", "####", "~~~~"].contains {
                comment.text.contains($0)
            }
        }
        .map { Finding(path: file.path, line: $0.line, what: $0.text) }
    }
}

/// What a source declares, found by its words.
extension SwiftText {
    struct Word: Equatable, Sendable {
        var text: String
        /// Counted from 1.
        var line: Int
        var column: Int
        /// The character that stands before the word, blanks left out.
        var before: Character?
    }

    struct Body: Equatable {
        var name: String
        var line: Int
        var lineCount: Int
    }

    static func words(of code: String) -> [Word] {
        var words: [Word] = []
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, codeLine) in lines.enumerated() {
            var current = Word(text: "", line: index + 1, column: 0, before: nil)
            var last: Character?
            for (column, character) in codeLine.enumerated() {
                if character.isLetter || character.isNumber || character == "_" {
                    if current.text.isEmpty {
                        current.column = column + 1
                        current.before = last
                    }
                    current.text.append(character)
                    continue
                }
                if !current.text.isEmpty {
                    words.append(current)
                    last = current.text.last
                    current.text = ""
                }
                if character != " " { last = character }
            }
            if !current.text.isEmpty { words.append(current) }
        }
        return words
    }

    /// Functions, initializers, subscripts and computed properties, from keyword to closing brace.
    var bodies: [Body] {
        let lines = codeLines.map(Array.init)
        var bodies: [Body] = []
        let all = words
        for (index, word) in all.enumerated() where Self.openers.contains(word.text) {
            if word.before == "." { continue }
            guard let end = Self.closingLine(of: word, in: lines) else { continue }
            let name =
                index + 1 < all.count && word.text == "func" ? all[index + 1].text : word.text
            bodies.append(Body(name: name, line: word.line, lineCount: end - word.line + 1))
        }
        return bodies
    }

    /// Types and aliases with the line of each.
    var types: [Word] {
        let all = words
        return zip(all, all.dropFirst()).compactMap { keyword, name in
            guard Self.typeKeywords.contains(keyword.text), keyword.before != "." else {
                return nil
            }
            guard name.text.first?.isUppercase == true else { return nil }
            return name
        }
    }

    /// Modules named by `import`, a submodule by its first part.
    var imports: [Word] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        let all = words
        return all.indices.compactMap { index in
            guard all[index].text == "import" else { return nil }
            let rest = all[(index + 1)...].prefix { $0.line == all[index].line }
            return rest.first { !kinds.contains($0.text) }
        }
    }

    private static let openers: Set = ["func", "init", "deinit", "subscript", "var"]
    private static let typeKeywords: Set = [
        "struct", "class", "enum", "actor", "protocol", "typealias", "associatedtype",
    ]
    private static let stops: Set = [
        "func", "init", "deinit", "subscript", "var", "let", "case", "struct", "class", "enum",
        "actor", "protocol", "extension", "typealias", "import", "public", "package", "private",
        "fileprivate", "internal", "static", "return",
    ]

    /// The line of the brace that closes the body of a declaration; nil where it has none.
    private static func closingLine(of word: Word, in lines: [[Character]]) -> Int? {
        var round = 0
        var curly = 0
        var current = ""
        var column = word.column - 1 + word.text.count
        for line in (word.line - 1)..<lines.count {
            for character in lines[line][min(column, lines[line].count)...] + ["\n"] {
                if character.isLetter || character == "_" {
                    current.append(character)
                    continue
                }
                if curly == 0, round == 0, stops.contains(current) { return nil }
                current = ""
                switch character {
                case "(", "[": round += 1
                case ")", "]": round -= 1
                case "{" where round == 0: curly += 1
                case "}" where round == 0:
                    curly -= 1
                    if curly == 0 { return line + 1 }
                    if curly < 0 { return nil }
                default: break
                }
            }
            column = 0
        }
        return nil
    }
}

/// A Swift source parted into code and comments, without parsing it.
///
/// `code` has as many bytes and lines as the source; comments, the insides of strings and regular
/// expressions are blanks in it. What stands in an interpolation is code.
struct SwiftText: Sendable {
    struct Comment: Equatable, Sendable {
        /// Counted from 1.
        var line: Int
        /// With its slashes, one line of a block comment at a time.
        var text: String
    }

    private(set) var code = ""
    private(set) var comments: [Comment] = []
    /// Words of the code in their order: names, keywords and attributes' names.
    private(set) var words: [Word] = []

    private enum Frame: Sendable {
        case code(depth: Int)
        case string(hashes: Int, multiline: Bool)
    }

    private let bytes: [UInt8]
    private var output: [UInt8] = []
    private var at = 0
    private var line = 1
    private var frames: [Frame] = [.code(depth: 1)]

    init(_ source: String) {
        bytes = Array(source.utf8)
        output.reserveCapacity(bytes.count)
        while at < bytes.count {
            switch frames[frames.count - 1] {
            case .code(let depth): readCode(depth: depth)
            case .string(let hashes, let multiline):
                readString(hashes: hashes, multiline: multiline)
            }
        }
        code = String(decoding: output, as: UTF8.self)
        words = Self.words(of: code)
    }

    var codeLines: [Substring] {
        code.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

extension SwiftText {
    private func has(_ text: StaticString, after offset: Int = 0) -> Bool {
        let start = at + offset
        guard start >= 0, start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { wanted in
            (0..<wanted.count).allSatisfy { bytes[start + $0] == wanted[$0] }
        }
    }

    private func hashes(from start: Int) -> Int {
        var count = 0
        while start + count < bytes.count, bytes[start + count] == UInt8(ascii: "#") { count += 1 }
        return count
    }

    private mutating func keep(_ count: Int = 1) {
        pass(count) { $0 }
    }

    private mutating func blank(_ count: Int = 1) {
        pass(count) { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    }

    private mutating func pass(_ count: Int, _ shown: (UInt8) -> UInt8) {
        for _ in 0..<count where at < bytes.count {
            if bytes[at] == UInt8(ascii: "\n") { line += 1 }
            output.append(shown(bytes[at]))
            at += 1
        }
    }

    private mutating func readCode(depth: Int) {
        if has("//") { return readLineComment() }
        if has("/*") { return readBlockComment() }
        let raw = hashes(from: at)
        if has("\"", after: raw) {
            let multiline = has("\"\"\"", after: raw)
            frames.append(.string(hashes: raw, multiline: multiline))
            return keep(raw + (multiline ? 3 : 1))
        }
        if has("/", after: raw), let length = regexLength(hashes: raw) { return blank(length) }
        if raw > 0 { return keep(raw) }
        if has("(") {
            frames[frames.count - 1] = .code(depth: depth + 1)
        } else if has(")") {
            if depth == 1, frames.count > 1 {
                frames.removeLast()
            } else {
                frames[frames.count - 1] = .code(depth: max(depth - 1, 1))
            }
        }
        keep()
    }

    private mutating func readString(hashes raw: Int, multiline: Bool) {
        if has("\\"), hashes(from: at + 1) >= raw {
            if has("(", after: 1 + raw) {
                frames.append(.code(depth: 1))
                return keep(2 + raw)
            }
            return blank(2 + raw)
        }
        let closes = multiline ? has("\"\"\"") : has("\"")
        let quotes = multiline ? 3 : 1
        if closes, hashes(from: at + quotes) >= raw {
            frames.removeLast()
            return keep(quotes + raw)
        }
        if !multiline, has("\n") { frames.removeLast() }
        blank()
    }

    private mutating func readLineComment() {
        let start = at
        let startLine = line
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { blank() }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        comments.append(Comment(line: startLine, text: text))
    }

    private mutating func readBlockComment() {
        let start = at
        let startLine = line
        var depth = 0
        repeat {
            if has("/*") {
                depth += 1
                blank(2)
            } else if has("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && at < bytes.count
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        for (offset, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            comments.append(Comment(line: startLine + offset, text: String(part)))
        }
    }

    /// The length of the regular expression that starts here, or nil where `/` divides.
    private func regexLength(hashes raw: Int) -> Int? {
        var end = at + raw + 1
        guard end < bytes.count else { return nil }
        if raw == 0 {
            let before = output.last { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: "\n")
            guard "\n(,=:{[".utf8.contains(before) else { return nil }
            guard bytes[end] != UInt8(ascii: " ") else { return nil }
        }
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "\n"), raw == 0 { return nil }
            if bytes[end] == UInt8(ascii: "\\") {
                end += 2
                continue
            }
            if bytes[end] == UInt8(ascii: "/"), hashes(from: end + 1) >= raw {
                return end + 1 + raw - at
            }
            end += 1
        }
        return nil
    }
}

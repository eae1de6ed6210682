import Rulebook
import Yams

/// Reads one YAML document, refusing what the language has no use for: anchors, aliases, tags,
/// several documents, keys that are not scalars or stand twice, great size and depth.
struct YAMLDocument {
    static let longest = 256 << 10
    static let deepest = 48

    let root: YAMLNode?
    private(set) var problems: [Problem] = []
    private let file: String

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        guard bytes.count <= YAMLDocument.longest else {
            root = nil
            report(
                nil, "too_long", zh: "规则书超过 256 KiB",
                en: "the rulebook is longer than 256 KiB")
            return
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let text = String(validating: body, as: UTF8.self) else {
            root = nil
            report(nil, "not_utf8", zh: "规则书不是 UTF-8", en: "the rulebook is not UTF-8")
            return
        }
        if let line = YAMLDocument.swarmOfAliases(text) {
            root = nil
            problems = [.anchor(file, line, nil)]
            return
        }
        let parsed = YAMLDocument.parse(text)
        switch parsed.result {
        case .failure(let error):
            root = nil
            report(error, parsed.shift)
        case .success((let parser, nil)):
            root = nil
            withExtendedLifetime(parser) {}
            report(1, "empty", zh: "规则书是空的", en: "the rulebook is empty")
        case .success((let parser, let node?)):
            var reading = NodeReading(file: file, shift: parsed.shift)
            root = reading.read(node, depth: 0)
            // The parser alone holds the anchors that the nodes point to.
            withExtendedLifetime(parser) {}
            problems = reading.problems
        }
    }

    private typealias Parsed = (parser: Parser, root: Node?)

    /// Tries again with escapes moved where the parser took different keys for the same.
    private static func parse(_ text: String) -> (
        shift: ScalarShift, result: Result<Parsed, any Error>
    ) {
        let shift = ScalarShift(text)
        let result = parse(shift)
        guard case .failure(YamlError.duplicatedKeysInMapping) = result, text.contains("\\u") else {
            return (shift, result)
        }
        let thorough = ScalarShift(text, movesEscapes: true)
        return (thorough, parse(thorough))
    }

    private static func parse(_ shift: ScalarShift) -> Result<Parsed, any Error> {
        Result {
            let parser = try Parser(yaml: shift.shifted, resolver: .basic, encoding: .utf8)
            return (parser, try parser.singleRoot())
        }
    }

    /// The line of the sixteenth alias. The parser expands aliases before we see them, so that a
    /// document of many could keep it busy for ever.
    private static func swarmOfAliases(_ text: String) -> Int? {
        var (line, found) = (1, 0)
        var before = UInt8(ascii: "\n")
        var inComment = false
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                line += 1
                inComment = false
            } else if byte == UInt8(ascii: "#"), before == 0x20 || before == 0x0A {
                inComment = true
            } else if byte == UInt8(ascii: "*"), !inComment, " \n\t[{,:?-\r".utf8.contains(before),
                index + 1 < bytes.count, !" \n\t\r*".utf8.contains(bytes[index + 1])
            {
                found += 1
                if found == 16 { return line }
            }
            before = byte
        }
        return nil
    }

    private mutating func report(_ line: Int?, _ code: String, zh: String, en: String) {
        problems.append(Problem(file: file, line: line, code: code, zh: zh, en: en))
    }

    private mutating func report(_ error: any Error, _ shift: ScalarShift) {
        guard let error = error as? YamlError else {
            report(nil, "not_yaml", zh: "不是有效的 YAML", en: "this is not valid YAML")
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let several = problem.contains("another document")
            problems.append(
                Problem(
                    file: file, line: mark.line, column: mark.column,
                    code: several ? "several_documents" : "not_yaml",
                    zh: several ? "一个文件只能有一份规则书" : "不是有效的 YAML：\(problem)",
                    en: several
                        ? "a second document starts here; a file holds one rulebook"
                        : "this is not valid YAML: \(problem)"))
        case .duplicatedKeysInMapping(let keys, let context):
            let key = shift.restored(keys.first ?? "", isQuoted: true)
            problems.append(
                Problem(
                    file: file, line: context.mark.line, column: context.mark.column,
                    code: "duplicate_key", zh: "自此开始的一组键中，“\(key)”出现了两次，只能写一次",
                    en: "key \"\(key)\" stands twice in the mapping that begins here; "
                        + "each key may stand once"))
        default: report(nil, "not_yaml", zh: "不是有效的 YAML", en: "this is not valid YAML")
        }
    }
}

extension Problem {
    static func anchor(_ file: String, _ line: Int, _ column: Int?) -> Problem {
        Problem(
            file: file, line: line, column: column, code: "anchor",
            zh: "规则书不得使用锚点（&）与引用（*）；请把内容写出来",
            en: "anchors (&) and aliases (*) are not allowed in a rulebook; write it out")
    }
}

private struct Place {
    var line = 1
    var column = 1

    init(_ mark: Mark?) {
        if let mark { (line, column) = (mark.line, mark.column) }
    }
}

extension ScalarShift {
    fileprivate func restored(_ scalar: Node.Scalar) -> String {
        restored(scalar.string, isQuoted: scalar.style == .doubleQuoted)
    }
}

/// Turns the parser's nodes into ours.
private struct NodeReading {
    let file: String
    let shift: ScalarShift
    var problems: [Problem] = []

    mutating func read(_ node: Node, depth: Int) -> YAMLNode? {
        let mark = Place(node.mark)
        guard depth <= YAMLDocument.deepest else {
            report(mark, "too_deep", zh: "嵌套过深", en: "this is nested too deeply")
            return nil
        }
        if node.anchor != nil {
            problems.append(.anchor(file, mark.line, mark.column))
            return nil
        }
        switch node {
        case .scalar(let scalar):
            checkTag(scalar.tag, mark, isKey: false, isQuoted: scalar.style != .plain)
            let content = YAMLNode.Content.scalar(
                shift.restored(scalar), isPlain: scalar.style == .plain)
            return YAMLNode(content: content, line: mark.line, column: mark.column)
        case .sequence(let sequence):
            checkTag(sequence.tag, mark, isKey: false)
            var items: [YAMLNode] = []
            for item in sequence {
                guard let item = read(item, depth: depth + 1) else { return nil }
                items.append(item)
            }
            return YAMLNode(content: .sequence(items), line: mark.line, column: mark.column)
        case .mapping(let mapping):
            checkTag(mapping.tag, mark, isKey: false)
            return entries(mapping, mark, depth)
        case .alias:
            problems.append(.anchor(file, mark.line, mark.column))
            return nil
        }
    }

    private mutating func entries(
        _ mapping: Node.Mapping, _ mark: Place, _ depth: Int
    ) -> YAMLNode? {
        var entries: [YAMLNode.Entry] = []
        var seen: Set<[UInt8]> = []
        for (key, value) in mapping {
            let place = key.mark.map { Place($0) } ?? mark
            if key.anchor != nil {
                problems.append(.anchor(file, place.line, place.column))
                return nil
            }
            guard case .scalar(let scalar) = key else {
                report(
                    place, "key_not_text", zh: "键必须是文字",
                    en: "a key must be text, not a list or a mapping")
                return nil
            }
            checkTag(scalar.tag, place, isKey: true)
            let text = shift.restored(scalar)
            let name = YAMLNode.Key(text: text, line: place.line, column: place.column)
            if !seen.insert(Array(text.utf8)).inserted {
                report(
                    place, "duplicate_key", zh: "键“\(text)”在同一处出现了两次",
                    en: "key \"\(text)\" stands twice in one place; each key may stand once")
            }
            guard let value = read(value, depth: depth + 1) else { return nil }
            entries.append(.init(key: name, value: value))
        }
        return YAMLNode(content: .mapping(entries), line: mark.line, column: mark.column)
    }

    /// The parser itself gives tags to keys and to quoted text.
    private mutating func checkTag(
        _ tag: Tag, _ mark: Place, isKey: Bool, isQuoted: Bool = false
    ) {
        let name = Tag.Name(rawValue: tag.description)
        if name == .implicit || ((isKey || isQuoted) && name == .str) { return }
        report(
            mark, "tag", zh: "规则书不得使用 YAML 标签（！）",
            en: "YAML tags (!) are not allowed in a rulebook")
    }

    private mutating func report(_ mark: Place, _ code: String, zh: String, en: String) {
        problems.append(
            Problem(
                file: file, line: mark.line, column: mark.column, code: code, zh: zh, en: en))
    }
}

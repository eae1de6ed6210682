import Yams

/// A YAML document as its text stands there: scalars unresolved, everything with its line.
indirect enum YAMLTree {
    case scalar(String, isPlain: Bool, line: Int)
    case sequence([YAMLTree], line: Int)
    case mapping([Entry], line: Int)

    struct Entry {
        var key: String
        var line: Int
        var value: YAMLTree
    }

    static let largestFile = 1 << 20
    private static let deepest = 32
    private static let most = 100_000

    var line: Int {
        switch self {
        case .scalar(_, _, let line), .sequence(_, let line), .mapping(_, let line): line
        }
    }

    /// In words, for messages: what stands here.
    var kind: (zh: String, en: String) {
        switch self {
        case .scalar(let text, _, _): (zh: "“\(text)”", en: "\"\(text)\"")
        case .sequence: (zh: "列表", en: "a list")
        case .mapping: (zh: "键值表", en: "a table of keys")
        }
    }

    static func parse(_ text: String) throws(MappingProblem) -> YAMLTree {
        guard text.utf8.count <= largestFile, !isDeep(text) else {
            throw MappingProblem(
                .tooLarge, line: nil, zh: "映射文件过大或嵌套过深（上限 1 MiB、32 层）",
                en: "the mapping is too large or too deeply nested (1 MiB, 32 levels at most)")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw problem(of: error)
        }
        guard let root else {
            throw MappingProblem(
                .notYAML, line: 1, zh: "文件是空的，应以 mapping: 名称 开始",
                en: "the file is empty; begin it with mapping: NAME")
        }
        var budget = most
        return try tree(root, depth: 0, line: 1, &budget)
    }

    /// Guards the parser, which recurses: brackets open at once, or dashes in a row.
    private static func isDeep(_ text: String) -> Bool {
        var open = 0
        var deepestOpen = 0
        var dashes = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
            case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += 1
            case UInt8(ascii: " "): continue
            case UInt8(ascii: "\n"): dashes = 0
            default: continue
            }
            deepestOpen = max(deepestOpen, open)
            if deepestOpen > 256 || dashes > 4096 { return true }
        }
        return false
    }

    private static func tree(
        _ node: Node, depth: Int, line: Int, _ budget: inout Int
    ) throws(MappingProblem) -> YAMLTree {
        budget -= 1
        guard depth <= deepest, budget > 0 else {
            throw MappingProblem(
                .tooLarge, line: line, zh: "嵌套过深或条目过多", en: "nested too deeply, or too much")
        }
        let here = node.mark?.line ?? line
        switch node {
        case .scalar(let scalar):
            return .scalar(scalar.string, isPlain: scalar.style == .plain, line: here)
        case .sequence(let sequence):
            var elements: [YAMLTree] = []
            for element in sequence {
                elements.append(try tree(element, depth: depth + 1, line: here, &budget))
            }
            return .sequence(elements, line: here)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw MappingProblem(
                        .wrongKind, line: key.mark?.line ?? here, zh: "键应为文本",
                        en: "a key must be text")
                }
                let keyLine = key.mark?.line ?? here
                let subtree = try tree(value, depth: depth + 1, line: keyLine, &budget)
                entries.append(Entry(key: name.string, line: keyLine, value: subtree))
            }
            return .mapping(entries, line: here)
        case .alias:
            throw MappingProblem(
                .wrongKind, line: here, zh: "不支持 YAML 引用（*、&）",
                en: "YAML aliases (* and &) are not used here")
        }
    }

    private static func problem(of error: any Error) -> MappingProblem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return MappingProblem(
                .notYAML, line: mark.line, zh: "YAML 语法错误：\(problem)",
                en: "not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.joined(separator: ", ")
            return MappingProblem(
                .notYAML, line: context.mark.line, zh: "键重复：\(names)",
                en: "a key stands twice: \(names)")
        default:
            return MappingProblem(
                .notYAML, line: nil, zh: "无法读作 YAML", en: "cannot be read as YAML")
        }
    }
}

/// Collects what is wrong, so that all of it can be told at once.
final class ProblemList {
    private(set) var problems: [MappingProblem] = []

    func add(_ problem: MappingProblem) { problems.append(problem) }

    func add(_ code: MappingProblem.Code, line: Int?, zh: String, en: String) {
        problems.append(MappingProblem(code, line: line, zh: zh, en: en))
    }
}

/// One table of keys of a mapping file. Every key is asked for by name; what nobody asked for is
/// unknown, and said so by `finish`.
struct MappingSection {
    let name: String
    let line: Int
    let list: ProblemList
    private let entries: [YAMLTree.Entry]
    private var asked: [String] = []

    /// Nil, with a problem, where the tree is no table of keys.
    init?(_ tree: YAMLTree, _ name: String, _ list: ProblemList) {
        guard case .mapping(let entries, let line) = tree else {
            list.add(
                .wrongKind, line: tree.line, zh: "\(name) 应为键值表，而不是\(tree.kind.zh)",
                en: "\(name) must be a table of keys, not \(tree.kind.en)")
            return nil
        }
        self.entries = entries
        self.line = line
        self.name = name
        self.list = list
    }

    var keys: [String] { entries.map(\.key) }

    mutating func take(_ key: String) -> YAMLTree? {
        asked.append(key)
        return entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    mutating func require(_ key: String) -> YAMLTree? {
        if let value = take(key) { return value }
        list.add(
            .keyMissing, line: line, zh: "\(name) 缺少 \(key):", en: "\(name) lacks \(key):")
        return nil
    }

    mutating func text(_ key: String) -> String? {
        take(key).flatMap { text(of: $0, key) }
    }

    func text(of tree: YAMLTree, _ key: String) -> String? {
        if case .scalar(let text, _, _) = tree { return text }
        list.add(
            .wrongKind, line: tree.line, zh: "\(key) 应为文本，而不是\(tree.kind.zh)",
            en: "\(key) must be text, not \(tree.kind.en)")
        return nil
    }

    mutating func texts(_ key: String) -> [String]? {
        guard let tree = take(key) else { return nil }
        guard case .sequence(let elements, _) = tree else {
            return text(of: tree, key).map { [$0] }
        }
        return elements.compactMap { text(of: $0, key) }
    }

    mutating func elements(_ key: String) -> [YAMLTree] {
        guard let tree = take(key) else { return [] }
        if case .sequence(let elements, _) = tree { return elements }
        list.add(
            .wrongKind, line: tree.line, zh: "\(key) 应为列表（每项以 - 开头）",
            en: "\(key) must be a list, each item behind a dash")
        return []
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let tree = take(key), let text = text(of: tree, key) else { return nil }
        if let value = Int(text), range.contains(value) { return value }
        let bounds = "\(range.lowerBound)–\(range.upperBound)"
        list.add(
            .valueNotAllowed, line: tree.line, zh: "\(key) 应为 \(bounds) 的整数，而不是“\(text)”",
            en: "\(key) must be an integer of \(bounds), not \"\(text)\"")
        return nil
    }

    mutating func flag(_ key: String) -> Bool {
        guard let tree = take(key), let text = text(of: tree, key) else { return false }
        if text == "true" || text == "false" { return text == "true" }
        notAllowed(text, key, ["true", "false"], line: tree.line)
        return false
    }

    /// One of a few words.
    mutating func choice<Value>(_ key: String, _ choices: [(String, Value)]) -> Value? {
        guard let tree = take(key), let text = text(of: tree, key) else { return nil }
        if let found = choices.first(where: { $0.0 == text }) { return found.1 }
        notAllowed(text, key, choices.map(\.0), line: tree.line)
        return nil
    }

    func notAllowed(_ text: String, _ key: String, _ choices: [String], line: Int) {
        let words = choices.joined(separator: ", ")
        let near = Nearest.choice(to: text, among: choices)
        list.add(
            .valueNotAllowed, line: line,
            zh: "\(key) 不能是“\(text)”，可选：\(words)" + (near.map { "；是否要写 \($0)？" } ?? ""),
            en: "\(key) cannot be \"\(text)\"; it is one of \(words)"
                + (near.map { "; did you mean \($0)?" } ?? ""))
    }

    /// Tells of every key that nobody asked for.
    func finish() {
        for entry in entries where !asked.contains(where: { $0 == entry.key }) {
            let near = Nearest.choice(to: entry.key, among: asked)
            let known = asked.joined(separator: ", ")
            list.add(
                .keyUnknown, line: entry.line,
                zh: "\(name) 没有“\(entry.key)”这个键"
                    + (near.map { "；是否要写 \($0)？" } ?? "，可用：\(known)"),
                en: "\(name) has no key \"\(entry.key)\""
                    + (near.map { "; did you mean \($0)?" } ?? "; it may have \(known)"))
        }
    }
}

import Rulebook

/// Reads nodes into the model and goes on after mistakes, so that all of them are found.
struct RuleReader {
    /// What a part of the rulebook is called in errors.
    struct Words {
        let zh: String
        let en: String

        init(_ zh: String, _ en: String) { (self.zh, self.en) = (zh, en) }
    }

    /// A mapping whose keys have been checked.
    struct Section {
        let node: YAMLNode
        let words: Words

        var line: Int { node.line }

        subscript(key: String) -> YAMLNode? { node[key] }
    }

    let file: String
    private(set) var problems: [Problem] = []

    init(file: String) { self.file = file }

    mutating func report(_ node: YAMLNode, _ code: String, zh: String, en: String) {
        problems.append(
            Problem(
                file: file, line: node.line, column: node.column, code: code, zh: zh, en: en))
    }

    mutating func section(_ node: YAMLNode, _ words: Words, keys: [String]) -> Section? {
        guard case .mapping(let entries) = node.content else {
            report(
                node, "not_a_mapping", zh: "\(words.zh)须写成 {键: 值}",
                en: "\(words.en) must be a mapping of \(keys.joined(separator: ", "))")
            return nil
        }
        for key in entries.map(\.key)
        where !keys.contains(where: { $0.utf8.elementsEqual(key.text.utf8) }) {
            let near = suggestionClause(for: key.text, among: keys, found: problems.count)
            let known = near.en.isEmpty ? "; known are " + keys.joined(separator: ", ") : near.en
            let knownZh = near.zh.isEmpty ? "；可用的有 " + keys.joined(separator: "、") : near.zh
            problems.append(
                Problem(
                    file: file, line: key.line, column: key.column, code: "unknown_key",
                    zh: "\(words.zh)中的键“\(key.text)”不认识" + knownZh,
                    en: "unknown key \"\(key.text)\" in \(words.en)" + known))
        }
        return Section(node: node, words: words)
    }

    /// The value under a key that must be there.
    mutating func required(_ section: Section, _ key: String) -> YAMLNode? {
        if let node = section[key] { return node }
        report(
            section.node, "missing_key", zh: "\(section.words.zh)缺少“\(key)”",
            en: "\(section.words.en) lacks \"\(key)\"")
        return nil
    }

    /// The source text of a scalar that is not empty and not null.
    mutating func text(_ node: YAMLNode, _ words: Words) -> String? {
        if case .scalar(let text, _) = node.content, !node.isNull, !text.isEmpty { return text }
        report(node, "not_text", zh: "\(words.zh)须是文字", en: "\(words.en) must be text")
        return nil
    }

    mutating func text(_ section: Section, _ key: String) -> String? {
        let words = Words("\(section.words.zh)的 \(key) ", "\(key) of \(section.words.en)")
        return required(section, key).flatMap { text($0, words) }
    }

    mutating func operand(_ node: YAMLNode, _ words: Words) -> Rulebook.Operand? {
        text(node, words).map { Rulebook.Operand($0, line: node.line) }
    }

    mutating func operand(_ section: Section, _ key: String) -> Rulebook.Operand? {
        text(section, key).map { Rulebook.Operand($0, line: section[key]?.line ?? section.line) }
    }

    mutating func list(_ node: YAMLNode, _ words: Words) -> [YAMLNode] {
        if case .sequence(let items) = node.content { return items }
        report(
            node, "not_a_list", zh: "\(words.zh)须写成列表 […]",
            en: "\(words.en) must be a list […]")
        return []
    }

    mutating func entries(
        _ node: YAMLNode, _ words: Words
    ) -> [(key: YAMLNode.Key, value: YAMLNode)] {
        if case .mapping(let entries) = node.content { return entries.map { ($0.key, $0.value) } }
        report(
            node, "not_a_mapping", zh: "\(words.zh)须写成 {名称: …}",
            en: "\(words.en) must be a mapping of names")
        return []
    }

    mutating func number(_ node: YAMLNode, _ words: Words) -> Rational? {
        if case .scalar(let text, _) = node.content, let value = Rational(text) { return value }
        let found = if case .scalar(let text, _) = node.content { " \"\(text)\"" } else { "" }
        report(
            node, "not_a_number",
            zh: "\(words.zh)处需要数，如 1.2，而不是" + (found.isEmpty ? "列表或映射" : found),
            en: "\(words.en) must be a number such as 1.2, not"
                + (found.isEmpty ? " a list or mapping" : found))
        return nil
    }

    /// A number or `{param: NAME}`.
    mutating func amount(_ node: YAMLNode, _ words: Words) -> Rulebook.Amount {
        if let param = node.soleParam {
            let name = text(param, Words("param ", "param"))
            return Rulebook.Amount(name.map { .param($0) } ?? .unread, line: node.line)
        }
        let value = number(node, words)
        return Rulebook.Amount(value.map { .number($0) } ?? .unread, line: node.line)
    }

    mutating func amount(_ section: Section, _ key: String) -> Rulebook.Amount {
        guard let node = required(section, key) else {
            return Rulebook.Amount(.unread, line: section.line)
        }
        return amount(node, Words("\(section.words.zh)的 \(key) ", "\(key) of \(section.words.en)"))
    }

    mutating func optionalAmount(_ section: Section, _ key: String) -> Rulebook.Amount? {
        section[key] == nil ? nil : amount(section, key)
    }

    /// One of the words of an enumeration.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, _ words: Words, _ type: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        let known = Choice.allCases.map(\.rawValue)
        return word(node, words, known).flatMap(Choice.init)
    }

    mutating func word(_ node: YAMLNode, _ words: Words, _ known: [String]) -> String? {
        guard case .scalar(let text, _) = node.content else {
            report(
                node, "unknown_word", zh: "\(words.zh)须是 \(known.joined(separator: "、")) 之一",
                en: "\(words.en) must be one of \(known.joined(separator: ", "))")
            return nil
        }
        if let word = known.first(where: { $0.utf8.elementsEqual(text.utf8) }) { return word }
        let near = suggestionClause(for: text, among: known, found: problems.count)
        report(
            node, "unknown_word",
            zh: "\(words.zh)“\(text)”不认识；可用的有 \(known.joined(separator: "、"))" + near.zh,
            en: "\(words.en) \"\(text)\" is unknown; it must be "
                + known.joined(separator: " or ") + near.en)
        return nil
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ section: Section, _ key: String, default standard: Choice
    ) -> Choice where Choice.RawValue == String {
        guard let node = section[key] else { return standard }
        let words = Words("\(section.words.zh)的 \(key) ", "\(key) of \(section.words.en)")
        return choice(node, words) ?? standard
    }

    /// Plain `true` or `false`.
    mutating func truth(_ section: Section, _ key: String, default standard: Bool) -> Bool {
        guard let node = section[key] else { return standard }
        if case .scalar("true", isPlain: true) = node.content { return true }
        if case .scalar("false", isPlain: true) = node.content { return false }
        report(
            node, "not_a_truth", zh: "\(section.words.zh)的 \(key) 须为 true 或 false",
            en: "\(key) of \(section.words.en) must be true or false")
        return standard
    }

    mutating func day(_ section: Section, _ key: String) -> Day? {
        guard let node = section[key] else { return nil }
        if case .scalar(let text, _) = node.content, let day = Day(text) { return day }
        report(
            node, "not_a_day", zh: "\(section.words.zh)的 \(key) 须是日期，如 2024-01-01",
            en: "\(key) of \(section.words.en) must be a day such as 2024-01-01")
        return nil
    }
}

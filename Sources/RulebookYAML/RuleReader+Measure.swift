import Rulebook

extension RuleReader {
    private static let forms = [
        "fact", "agg", "ratio", "difference", "share", "mix", "growth",
    ]

    mutating func measures(_ node: YAMLNode) -> [Rulebook.Measure] {
        entries(node, Words("measures ", "measures")).map { key, value in
            let form = measureForm(value, Words("计量“\(key.text)”", "measure \"\(key.text)\""))
            let unread = Rulebook.Operand(key.text, line: key.line)
            return Rulebook.Measure(
                name: key.text, form: form ?? .fact(unread), line: key.line)
        }
    }

    private mutating func measureForm(
        _ node: YAMLNode, _ words: Words
    ) -> Rulebook.Measure.Form? {
        let given = RuleReader.forms.filter { node[$0] != nil }
        guard given.count == 1, let form = given.first else {
            let forms = RuleReader.forms.joined(separator: ", ")
            var near = (zh: "", en: "")
            if case .mapping(let entries) = node.content, let key = entries.first?.key {
                near = suggestionClause(
                    for: key.text, among: RuleReader.forms, found: problems.count)
            }
            report(
                node, "measure_form", zh: "\(words.zh)须恰有一种形式：\(forms)" + near.zh,
                en: "\(words.en) must have exactly one of \(forms)" + near.en)
            return nil
        }
        switch form {
        case "fact":
            return section(node, words, keys: ["fact"]).flatMap { operand($0, "fact") }
                .map { .fact($0) }
        case "agg": return aggregate(node, words)
        case "ratio":
            let part = section(node, words, keys: ["ratio", "zero_den"])
            guard let part, let pair = pair(part, "ratio") else { return nil }
            return .ratio(pair.0, pair.1, zero: choice(part, "zero_den", default: .missing))
        case "difference":
            let part = section(node, words, keys: ["difference"])
            return part.flatMap { pair($0, "difference") }.map { .difference($0.0, $0.1) }
        case "share":
            return section(node, words, keys: ["share"]).flatMap { operand($0, "share") }
                .map { .share($0) }
        case "mix": return section(node, words, keys: ["mix"]).flatMap { mix($0) }
        default: return growth(node, words)
        }
    }

    private mutating func pair(
        _ part: Section, _ key: String
    ) -> (Rulebook.Operand, Rulebook.Operand)? {
        guard let node = required(part, key) else { return nil }
        let words = Words("\(part.words.zh)的 \(key) ", "\(key) of \(part.words.en)")
        let items = list(node, words)
        guard items.count == 2 else {
            if case .sequence = node.content {
                report(
                    node, "not_a_pair", zh: "\(words.zh)须恰有两个名称",
                    en: "\(words.en) must name exactly two operands")
            }
            return nil
        }
        guard let first = operand(items[0], words), let second = operand(items[1], words) else {
            return nil
        }
        return (first, second)
    }

    private mutating func growth(_ node: YAMLNode, _ words: Words) -> Rulebook.Measure.Form? {
        let part = section(node, words, keys: ["growth", "base_not_positive"])
        guard let part, let pair = pair(part, "growth") else { return nil }
        var policy: String? = "missing"
        if let node = part["base_not_positive"] {
            let words = Words("base_not_positive ", "base_not_positive of \(words.en)")
            policy = word(node, words, ["missing", "turnaround"])
        }
        return .growth(now: pair.0, base: pair.1, turnaround: policy == "turnaround")
    }

    private mutating func mix(_ part: Section) -> Rulebook.Measure.Form? {
        guard let node = required(part, "mix") else { return nil }
        let words = Words("\(part.words.zh)的 mix ", "mix of \(part.words.en)")
        let items = list(node, words)
        if items.isEmpty, case .sequence = node.content {
            report(
                node, "empty_list", zh: "\(words.zh)须至少有一项",
                en: "\(words.en) must have at least one part")
        }
        let parts = items.compactMap { item -> Rulebook.Measure.Part? in
            guard let part = section(item, words, keys: ["of", "weight"]) else { return nil }
            let weight = amount(part, "weight")
            return operand(part, "of").map { Rulebook.Measure.Part(of: $0, weight: weight) }
        }
        return .mix(parts)
    }

    private mutating func aggregate(
        _ node: YAMLNode, _ words: Words
    ) -> Rulebook.Measure.Form? {
        let keys = ["agg", "of", "field", "days", "where", "min_n"]
        guard let part = section(node, words, keys: keys), let function = required(part, "agg")
        else { return nil }
        let read: Rulebook.Aggregate.Function? = choice(
            function, Words("agg ", "agg of \(words.en)"))
        let table = operand(part, "of")
        let subject = subject(part, isCount: read == .count)
        let conditions = conditions(part)
        let minimum = optionalAmount(part, "min_n")
        guard let read, let table, let subject else { return nil }
        return .aggregate(
            Rulebook.Aggregate(
                read, of: table, subject: subject, where: conditions, minimum: minimum))
    }

    private mutating func subject(
        _ part: Section, isCount: Bool
    ) -> Rulebook.Aggregate.Subject? {
        if let days = part["days"] {
            if part["field"] != nil {
                report(
                    days, "field_and_days", zh: "\(part.words.zh)不能同时有 field 与 days",
                    en: "\(part.words.en) has both field and days; it may have one of them")
            }
            return pair(part, "days").map { .days($0.0, $0.1) }
        }
        if part["field"] != nil { return operand(part, "field").map { .field($0) } }
        if isCount { return .rows }
        report(
            part.node, "missing_key", zh: "\(part.words.zh)缺少 field（或 days）",
            en: "\(part.words.en) lacks \"field\" (or \"days\"); only count does without")
        return nil
    }

    mutating func conditions(_ part: Section) -> [Rulebook.Condition] {
        guard let node = part["where"] else { return [] }
        let words = Words("\(part.words.zh)的 where ", "where of \(part.words.en)")
        return list(node, words).compactMap { condition($0, part) }
    }

    private mutating func condition(_ node: YAMLNode, _ owner: Section) -> Rulebook.Condition? {
        let words = Words("\(owner.words.zh)的条件", "a condition of \(owner.words.en)")
        guard let part = section(node, words, keys: ["field", "op", "value"]) else { return nil }
        let field = operand(part, "field")
        guard let op = required(part, "op") else { return nil }
        let comparisons = Rulebook.Condition.Comparison.allCases.map(\.rawValue)
        let windows = Rulebook.Condition.Window.allCases.map(\.rawValue)
        let known = comparisons + ["in", "exists", "absent"] + windows
        guard let word = word(op, Words("op ", "op of \(words.en)"), known) else { return nil }
        let test: Rulebook.Condition.Test?
        if let comparison = Rulebook.Condition.Comparison(rawValue: word) {
            test = required(part, "value").flatMap { literal($0) }.map { .compare(comparison, $0) }
        } else if word == "in" {
            let listWords = Words("in 的 value ", "value of in")
            test = required(part, "value").map {
                .isOneOf(list($0, listWords).compactMap { literal($0) })
            }
        } else {
            if let value = part["value"] {
                report(
                    value, "value_not_used", zh: "\(word) 不带 value",
                    en: "\(word) takes no value")
            }
            let window = Rulebook.Condition.Window(rawValue: word)
            test = window.map { .date($0) } ?? (word == "exists" ? .exists : .absent)
        }
        guard let field, let test else { return nil }
        return Rulebook.Condition(field: field, test: test, line: node.line)
    }

    /// A scalar's source text, or a parameter.
    private mutating func literal(_ node: YAMLNode) -> Rulebook.Condition.Literal? {
        switch node.content {
        case .scalar(let text, _) where !node.isNull: return .text(text)
        case .mapping:
            guard case .param(let name) = amount(node, Words("value ", "value")).kind else {
                return nil
            }
            return .param(name, line: node.line)
        case .scalar, .sequence:
            report(
                node, "not_a_value", zh: "value 须是文字、数、true、false 或 {param: 名称}",
                en: "value must be text, a number, true, false or {param: NAME}; "
                    + "use absent for a field without a value, in for a list")
            return nil
        }
    }
}

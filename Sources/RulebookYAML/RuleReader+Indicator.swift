import Rulebook

extension RuleReader {
    mutating func indicator(
        _ node: YAMLNode, missing standard: Rulebook.Missing
    ) -> Rulebook.Indicator? {
        let keys = ["id", "title", "weight", "measure", "direction", "missing", "score"]
        let name = node["id"].flatMap { id -> String? in
            if case .scalar(let text, _) = id.content { text } else { nil }
        }
        let words = Words(
            name.map { "指标“\($0)”" } ?? "指标",
            name.map { "indicator \"\($0)\"" } ?? "an indicator")
        guard let part = section(node, words, keys: keys) else { return nil }
        let id = text(part, "id")
        let measure = operand(part, "measure")
        var indicator = Rulebook.Indicator(
            id: id ?? "", weight: weight(part),
            measure: measure ?? Rulebook.Operand("", line: node.line), line: node.line)
        indicator.title = title(part)
        indicator.direction = choice(part, "direction", default: .higher)
        indicator.missing = choice(part, "missing", default: standard)
        if let score = part["score"] {
            let words = Words("\(words.zh)的 score ", "score of \(words.en)")
            indicator.steps = list(score, words).compactMap { step($0, words) }
        }
        return id == nil ? nil : indicator
    }

    /// A number, a parameter, or a number for each group.
    private mutating func weight(_ part: Section) -> Rulebook.Indicator.Weight {
        guard let node = required(part, "weight") else {
            return .everywhere(Rulebook.Amount(.unread, line: part.line))
        }
        guard case .mapping(let entries) = node.content, node.soleParam == nil else {
            return .everywhere(amount(part, "weight"))
        }
        return .byGroup(
            entries.map { entry in
                let name = entry.key.text
                let words = Words(
                    "\(part.words.zh)在组“\(name)”的权重",
                    "the weight of \(part.words.en) in group \"\(name)\"")
                return .init(group: name, weight: amount(entry.value, words))
            })
    }

    private mutating func step(_ node: YAMLNode, _ words: Words) -> Rulebook.Step? {
        let known = [
            "cap", "floor", "clamp", "multiply", "add", "goalposts", "minmax", "rank_ladder",
            "percentile_rank", "efficacy", "bands", "marginal",
        ]
        guard case .mapping(let entries) = node.content, entries.count == 1 else {
            report(
                node, "step_form", zh: "\(words.zh)的每一步须写成 {步骤: …}",
                en: "each step in \(words.en) must be a mapping with one key, such as {cap: \"1\"}")
            return nil
        }
        let (key, value) = (entries[0].key, entries[0].value)
        let at = YAMLNode(
            content: .scalar(key.text, isPlain: true), line: key.line, column: key.column)
        guard let name = word(at, Words("步骤", "step"), known) else { return nil }
        return form(name, value, section: Section(node: node, words: Words(name + " ", name)))
            .map { Rulebook.Step($0, line: node.line) }
    }

    private mutating func form(
        _ name: String, _ value: YAMLNode, section step: Section
    ) -> Rulebook.Step.Form? {
        switch name {
        case "cap": return .cap(amount(value, step.words))
        case "floor": return .floor(amount(value, step.words))
        case "multiply": return .multiply(amount(value, step.words))
        case "add": return .add(amount(value, step.words))
        case "clamp":
            let items = list(value, step.words)
            guard items.count == 2 else {
                report(
                    value, "not_a_pair", zh: "clamp 须写成 [下限, 上限]",
                    en: "clamp must be two numbers, [low, high]")
                return nil
            }
            return .clamp(amount(items[0], step.words), amount(items[1], step.words))
        case "goalposts":
            return section(value, step.words, keys: ["at0", "at1"]).map {
                .goalposts(at0: amount($0, "at0"), at1: amount($0, "at1"))
            }
        case "minmax":
            return section(value, step.words, keys: ["no_spread", "within"]).map {
                .minmax(noSpread: noSpread($0), within: within($0))
            }
        case "percentile_rank":
            return section(value, step.words, keys: ["no_spread", "within"]).map {
                .percentileRank(noSpread: noSpread($0), within: within($0))
            }
        case "rank_ladder": return ladder(value, step.words)
        case "efficacy": return efficacy(value, step.words)
        case "bands":
            return section(value, step.words, keys: ["edges", "below"]).map { part in
                let edges = pairs(part, "edges", from: "ge", value: "score")
                return .bands(edges, below: optionalAmount(part, "below"))
            }
        default:
            return section(value, step.words, keys: ["brackets"]).map {
                .marginal(pairs($0, "brackets", from: "from", value: "rate"))
            }
        }
    }

    private mutating func within(_ part: Section) -> Rulebook.Within {
        choice(part, "within", default: .group)
    }

    private mutating func noSpread(_ part: Section) -> Rulebook.Amount {
        if part["no_spread"] != nil { return amount(part, "no_spread") }
        report(
            part.node, "missing_no_spread", zh: "\(part.words.zh)须给出 no_spread：各单位相同时的得分",
            en: "\(part.words.en) needs no_spread: the score where all peers are equal")
        return Rulebook.Amount(.unread, line: part.line)
    }

    private mutating func ladder(_ node: YAMLNode, _ words: Words) -> Rulebook.Step.Form? {
        let keys = ["first", "step", "floor", "zero_value", "within"]
        return section(node, words, keys: keys).map { part in
            .rankLadder(
                Rulebook.RankLadder(
                    first: optionalAmount(part, "first"), step: amount(part, "step"),
                    floor: amount(part, "floor"), zeroValue: optionalAmount(part, "zero_value"),
                    within: within(part)))
        }
    }

    private mutating func efficacy(_ node: YAMLNode, _ words: Words) -> Rulebook.Step.Form? {
        let keys = ["fail", "best", "base", "span", "no_spread", "within"]
        return section(node, words, keys: keys).map { part in
            .efficacy(
                Rulebook.Efficacy(
                    fail: bound(part, "fail"), best: bound(part, "best"),
                    base: amount(part, "base"), span: amount(part, "span"),
                    noSpread: optionalAmount(part, "no_spread"), within: within(part)))
        }
    }

    private mutating func bound(_ part: Section, _ key: String) -> Rulebook.Efficacy.Bound {
        switch part[key]?.content {
        case .scalar("group_min", _): .groupMin
        case .scalar("group_max", _): .groupMax
        default: .amount(amount(part, key))
        }
    }

    /// A list of mappings with two numbers each.
    mutating func pairs(
        _ part: Section, _ key: String, from: String, value: String
    ) -> [Rulebook.Pair] {
        guard let node = required(part, key) else { return [] }
        let words = Words("\(part.words.zh)的 \(key) ", "\(key) of \(part.words.en)")
        let items = list(node, words)
        if items.isEmpty, case .sequence = node.content {
            report(
                node, "empty_list", zh: "\(words.zh)须至少有一项",
                en: "\(words.en) must have at least one entry")
        }
        return items.compactMap { item in
            section(item, words, keys: [from, value]).map {
                Rulebook.Pair(from: amount($0, from), value: amount($0, value))
            }
        }
    }
}

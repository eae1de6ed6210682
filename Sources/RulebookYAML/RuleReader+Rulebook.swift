import Rulebook

extension RuleReader {
    private static let keys = [
        "rulebook", "schema", "version", "title", "effective", "period", "cutoff", "numeric",
        "groups", "params", "measures", "indicators", "missing", "aggregate", "adjust", "total",
        "rank",
    ]

    mutating func rulebook(_ root: YAMLNode) -> Rulebook {
        guard let top = section(root, Words("规则书", "the rulebook"), keys: RuleReader.keys) else {
            return Rulebook(file: file, id: "", version: "")
        }
        var rulebook = Rulebook(
            file: file, id: text(top, "rulebook") ?? "", version: text(top, "version") ?? "")
        if let schema = required(top, "schema") {
            _ = word(schema, Words("schema ", "schema"), ["1"])
        }
        rulebook.title = title(top)
        rulebook.effective = top["effective"].flatMap { effective($0) }
        rulebook.period = top["period"].flatMap { period($0) }
        rulebook.cutoff = top["cutoff"].flatMap { cutoff($0) }
        if let numeric = top["numeric"] { readNumeric(numeric) }
        rulebook.groups = top["groups"].map { groups($0) }
        rulebook.params = top["params"].map { params($0) } ?? []
        rulebook.measures = top["measures"].map { measures($0) } ?? []
        let missing = top["missing"].flatMap { missingDefault($0) } ?? .reject
        if let indicators = required(top, "indicators") {
            rulebook.indicators = list(indicators, Words("indicators ", "indicators")).compactMap {
                indicator($0, missing: missing)
            }
        }
        rulebook.scale = top["aggregate"].flatMap { aggregateScale($0) }
        if let adjust = top["adjust"] {
            rulebook.adjustments = list(adjust, Words("adjust ", "adjust")).compactMap {
                adjustment($0)
            }
        }
        if let total = top["total"] { rulebook.total = self.total(total) }
        if let rank = top["rank"] { rulebook.rank = self.rank(rank) }
        return rulebook
    }

    /// A text, or texts by language, of which ours are kept. A title is for people: a comma that
    /// was not quoted makes another key, and that spoils nothing.
    mutating func title(_ section: Section) -> Rulebook.Title {
        guard let node = section["title"] else { return Rulebook.Title() }
        switch node.content {
        case .scalar(let text, _): return Rulebook.Title(zh: text, en: text)
        case .mapping:
            func text(_ language: String) -> String? {
                guard case .scalar(let text, _)? = node[language]?.content else { return nil }
                return text
            }
            return Rulebook.Title(zh: text("zh"), en: text("en"))
        case .sequence:
            report(
                node, "not_text", zh: "title 须是文字或 {zh: …, en: …}",
                en: "title must be text or a mapping of languages, {zh: …, en: …}")
            return Rulebook.Title()
        }
    }

    private mutating func effective(_ node: YAMLNode) -> Rulebook.Effective? {
        guard let part = section(node, Words("effective ", "effective"), keys: ["from", "until"])
        else { return nil }
        if part["from"] == nil, part["until"] == nil { _ = required(part, "from") }
        return Rulebook.Effective(
            from: day(part, "from"), until: day(part, "until"), line: node.line)
    }

    private mutating func period(_ node: YAMLNode) -> Rulebook.PeriodRule? {
        guard let part = section(node, Words("period ", "period"), keys: ["unit", "basis"])
        else { return nil }
        let unit: Period.Unit? = part["unit"].flatMap {
            choice($0, Words("period 的 unit ", "unit of period"))
        }
        return Rulebook.PeriodRule(
            unit: unit, basis: choice(part, "basis", default: .period), line: node.line)
    }

    private mutating func cutoff(_ node: YAMLNode) -> Rulebook.Amount? {
        let part = section(node, Words("cutoff ", "cutoff"), keys: ["days_after_period_end"])
        return part.map { amount($0, "days_after_period_end") }
    }

    private mutating func readNumeric(_ node: YAMLNode) {
        guard let part = section(node, Words("numeric ", "numeric"), keys: ["rounding"]),
            let rounding = part["rounding"]
        else { return }
        _ = word(rounding, Words("rounding ", "rounding"), ["half_up"])
    }

    private mutating func groups(_ node: YAMLNode) -> [Rulebook.Group] {
        entries(node, Words("groups ", "groups")).map { key, value in
            let words = Words("组“\(key.text)”", "group \"\(key.text)\"")
            let units = list(value, words).compactMap { text($0, Words("单位", "a unit")) }
            return Rulebook.Group(name: key.text, units: units, line: key.line)
        }
    }

    private mutating func params(_ node: YAMLNode) -> [Rulebook.Param] {
        entries(node, Words("params ", "params")).map { key, value in
            let words = Words("参数“\(key.text)”", "parameter \"\(key.text)\"")
            if case .scalar(let text, _) = value.content {
                let values = number(value, words).map {
                    Rulebook.Param.Value(from: nil, value: $0, text: text, line: value.line)
                }
                let unread = Rulebook.Param.Value(
                    from: nil, value: .one, text: "", line: value.line)
                return Rulebook.Param(
                    name: key.text, unit: nil, values: [values ?? unread], line: key.line)
            }
            return param(key, value, words)
        }
    }

    private mutating func param(
        _ key: YAMLNode.Key, _ node: YAMLNode, _ words: Words
    ) -> Rulebook.Param {
        var param = Rulebook.Param(name: key.text, unit: nil, values: [], line: key.line)
        guard let part = section(node, words, keys: ["unit", "values"]) else { return param }
        param.unit = part["unit"].flatMap { text($0, Words("unit ", "unit of \(words.en)")) }
        guard let values = required(part, "values") else { return param }
        for (date, value) in entries(values, Words("values ", "values of \(words.en)")) {
            let day = Day(date.text)
            if day == nil {
                let at = YAMLNode(
                    content: .scalar(date.text, isPlain: true), line: date.line,
                    column: date.column)
                report(
                    at, "not_a_day", zh: "\(words.zh)的“\(date.text)”须是日期，如 2024-01-01",
                    en: "\"\(date.text)\" in \(words.en) must be a day such as 2024-01-01")
            }
            let number = self.number(value, words)
            let text = if case .scalar(let text, _) = value.content { text } else { "" }
            param.values.append(
                .init(from: day ?? .earliest, value: number ?? .one, text: text, line: date.line))
        }
        return param
    }

    private mutating func missingDefault(_ node: YAMLNode) -> Rulebook.Missing? {
        guard let part = section(node, Words("missing ", "missing"), keys: ["default"]),
            let policy = required(part, "default")
        else { return nil }
        return choice(policy, Words("missing 的 default ", "default of missing"))
    }

    private mutating func aggregateScale(_ node: YAMLNode) -> Rulebook.Amount? {
        let words = Words("aggregate ", "aggregate")
        guard let part = section(node, words, keys: ["mean", "scale"]) else { return nil }
        if let mean = part["mean"] {
            _ = word(mean, Words("mean ", "mean of aggregate"), ["arithmetic"])
        }
        return optionalAmount(part, "scale")
    }

    private mutating func total(_ node: YAMLNode) -> Rulebook.Total {
        var total = Rulebook.Total()
        let words = Words("total ", "total")
        guard let part = section(node, words, keys: ["floor", "cap", "round"]) else { return total }
        total.floor = optionalAmount(part, "floor")
        total.cap = optionalAmount(part, "cap")
        total.round = optionalAmount(part, "round")
        return total
    }

    private mutating func rank(_ node: YAMLNode) -> Rulebook.Rank {
        var rank = Rulebook.Rank()
        let keys = ["within", "on", "tie_break", "then"]
        guard let part = section(node, Words("rank ", "rank"), keys: keys) else { return rank }
        rank.line = node.line
        rank.within = choice(part, "within", default: .group)
        rank.on = choice(part, "on", default: .roundedTotal)
        if let then = part["then"] {
            _ = word(then, Words("then ", "then of rank"), ["shared_min"])
        }
        let words = Words("tie_break ", "tie_break")
        for item in part["tie_break"].map({ list($0, words) }) ?? [] {
            guard let text = text(item, words) else { continue }
            guard text.utf8.starts(with: "score.".utf8) else {
                report(
                    item, "not_a_tie_break", zh: "tie_break 的“\(text)”须写成 score.指标",
                    en: "\"\(text)\" in tie_break must be score. and the id of an indicator")
                continue
            }
            let id = String(text.unicodeScalars.dropFirst(6))
            rank.tieBreaks.append(.init(indicator: id, line: item.line))
        }
        return rank
    }
}

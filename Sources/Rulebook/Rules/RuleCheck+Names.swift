extension Rulebook {
    /// What can be found wrong before any facts are known, in the order of the file.
    public func problems() -> [Problem] {
        var undated: [ExactText: Rational] = [:]
        for param in params {
            if let value = param.values.first, param.values.count == 1, value.from == nil {
                undated[ExactText(param.name)] = value.value
            }
        }
        var check = RuleCheck(self, groups: groups.map { $0.map(\.name) }) { amount in
            switch amount.kind {
            case .number(let value): value
            case .param(let name): undated[ExactText(name)]
            case .unread: nil
            }
        }
        check.checkNames()
        check.checkNumbers()
        return check.found.enumerated().sorted {
            ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }.map(\.element)
    }
}

extension RuleCheck {
    mutating func checkNames() {
        checkUnique(
            rulebook.measures.map { ($0.name, $0.line) }, zh: "计量", en: "measure")
        checkUnique(
            rulebook.indicators.map { ($0.id, $0.line) }, zh: "指标", en: "indicator")
        checkUnique(
            rulebook.adjustments.map { ($0.id, $0.line) }, zh: "加减分项", en: "adjustment")
        checkUnique(rulebook.params.map { ($0.name, $0.line) }, zh: "参数", en: "parameter")
        checkUnique((rulebook.groups ?? []).map { ($0.name, $0.line) }, zh: "组", en: "group")
        checkUnique(
            (rulebook.groups ?? []).flatMap { group in group.units.map { ($0, group.line) } },
            zh: "单位", en: "unit")
        checkParams()
        checkTieBreaks()
        checkCycles()
        checkEffective()
        if rulebook.indicators.isEmpty {
            report(
                1, "no_indicators", zh: "没有任何指标", en: "there are no indicators; give at least one")
        }
    }

    private mutating func checkUnique(_ names: [(String, Int)], zh: String, en: String) {
        var seen: [ExactText: Int] = [:]
        for (name, line) in names {
            if let first = seen[ExactText(name)] {
                report(
                    line, "duplicate_id", zh: "\(zh)“\(name)”重复（第 \(first) 行已有）",
                    en: "\(en) \"\(name)\" stands twice (first on line \(first)); "
                        + "each may stand once")
            } else {
                seen[ExactText(name)] = line
            }
        }
    }

    private mutating func checkParams() {
        let names = rulebook.params.map(\.name)
        let known = Set(names.map(ExactText.init))
        for amount in rulebook.amounts {
            guard case .param(let name) = amount.kind, !known.contains(ExactText(name)) else {
                continue
            }
            let near = suggestionClause(for: name, among: names, found: found.count)
            report(
                amount.line, "unknown_param", zh: "参数“\(name)”没有定义" + near.zh,
                en: "parameter \"\(name)\" is not defined under params" + near.en)
        }
        for param in rulebook.params {
            if param.values.isEmpty {
                report(
                    param.line, "param_without_value", zh: "参数“\(param.name)”没有值",
                    en: "parameter \"\(param.name)\" has no value; give at least one")
            }
            var days: Set<Day?> = []
            for value in param.values where !days.insert(value.from).inserted {
                report(
                    value.line, "duplicate_date", zh: "参数“\(param.name)”在同一天有两个值",
                    en: "parameter \"\(param.name)\" has two values for the same day")
            }
        }
    }

    private mutating func checkTieBreaks() {
        let ids = rulebook.indicators.map(\.id)
        let known = Set(ids.map(ExactText.init))
        for tie in rulebook.rank.tieBreaks where !known.contains(ExactText(tie.indicator)) {
            let near = suggestionClause(for: tie.indicator, among: ids, found: found.count)
            report(
                tie.line, "unknown_indicator",
                zh: "tie_break 中的 score.\(tie.indicator) 没有对应的指标" + near.zh,
                en: "tie_break names score.\(tie.indicator), but there is no such indicator"
                    + near.en)
        }
    }

    private mutating func checkCycles() {
        guard case .failure(let cycle) = rulebook.order() else { return }
        let names = cycle.map { rulebook.measures[$0].name }
        let path = (names + names.prefix(1)).joined(separator: " → ")
        report(
            cycle.first.map { rulebook.measures[$0].line } ?? 1, "cycle",
            zh: "计量互相引用成环：\(path)",
            en: "measures depend on each other in a circle: \(path); break it")
    }

    private mutating func checkEffective() {
        guard let effective = rulebook.effective, let from = effective.from,
            let until = effective.until, from >= until
        else { return }
        report(
            effective.line, "empty_effective", zh: "effective 的 from \(from) 不早于 until \(until)",
            en: "effective runs from \(from) until \(until), which is no time at all; "
                + "until is the first day on which the rules no longer hold")
    }
}

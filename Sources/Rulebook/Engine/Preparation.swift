/// A rulebook bound to facts: checked, its numbers looked up, its questions to tables planned.
struct Preparation: Sendable {
    /// What is asked of a table for an aggregate or an adjustment.
    struct Job: Sendable {
        let table: Int
        /// The rows that meet the conditions and have the field.
        let set: Int
        /// Where a column of numbers is summed in the pass itself.
        var sum: Int?
        var columns: [(name: String, column: Column)]
    }

    /// Where an operand's values come from.
    enum Source: Sendable {
        case measure(Int)
        case values(Int)
    }

    let rulebook: Rulebook
    let facts: Facts
    let terms: Terms
    let traces: Bool
    /// Unit indexes by group, groups in order.
    private(set) var groups: [(name: String, units: [Int])] = []
    /// The index of each unit's group.
    private(set) var groupOfUnit: [Int] = []
    private(set) var sources: [ExactText: Source] = [:]
    private(set) var valueIndexes: [ExactText: Int] = [:]
    private(set) var plans: [TablePlan]
    /// By measure; nil where it is no aggregate.
    private(set) var aggregates: [Job?] = []
    private(set) var adjustments: [Job?] = []
    private(set) var order: [Int] = []
    private var problems: [Problem] = []

    init(_ rulebook: Rulebook, _ facts: Facts, traces: Bool) throws(Problems) {
        (self.rulebook, self.facts, self.traces) = (rulebook, facts, traces)
        terms = Terms(rulebook, on: facts.period.end)
        plans = facts.tables.map { TablePlan($0, unitCount: facts.units.count) }
        problems = rulebook.problems()
        guard problems.isEmpty else { throw Problems(problems) }
        if case .success(let order) = rulebook.order() { self.order = order }
        checkPeriod()
        bindGroups()
        checkParams()
        if problems.isEmpty { checkNumbers() }
        bindOperands()
        guard problems.isEmpty else { throw Problems(problems) }
        aggregates = rulebook.measures.map { plan($0) }
        adjustments = rulebook.adjustments.map { plan($0) }
        guard problems.isEmpty else { throw Problems(problems) }
    }

    mutating func report(_ line: Int, _ code: String, zh: String, en: String) {
        problems.append(Problem(file: rulebook.file, line: line, code: code, zh: zh, en: en))
    }

    mutating func reportFacts(_ code: String, zh: String, en: String) {
        problems.append(Problem(file: facts.file, code: code, zh: zh, en: en))
    }

    private mutating func checkNumbers() {
        var check = RuleCheck(rulebook, groups: groups.map(\.name)) { [terms] in terms.value($0) }
        check.checkNumbers()
        problems += check.found
    }

    private mutating func checkPeriod() {
        let period = facts.period
        if let rule = rulebook.period, let unit = rule.unit, unit != period.unit {
            report(
                rule.line, "period_unit",
                zh: "规则按 \(unit.rawValue) 计分，数据的期间 \(period) 却是 \(period.unit.rawValue)",
                en: "the rules score a \(unit.rawValue), but the facts' period \(period) "
                    + "is a \(period.unit.rawValue)")
        }
        if let effective = rulebook.effective, !effective.contains(period.end) {
            let from = effective.from?.description ?? "…"
            let until = effective.until?.description ?? "…"
            report(
                effective.line, "not_effective",
                zh: "规则有效期为 \(from) 起至 \(until) 前，不含期末 \(period.end)",
                en: "the rules hold from \(from) until before \(until), "
                    + "which leaves out the period's end \(period.end)")
        }
    }

    private mutating func checkParams() {
        for amount in rulebook.amounts {
            guard case .param(let name) = amount.kind, terms.param(name) == nil else { continue }
            report(
                amount.line, "param_not_in_force",
                zh: "参数“\(name)”在期末 \(facts.period.end) 没有生效的值",
                en: "parameter \"\(name)\" has no value in force on the period's end "
                    + "\(facts.period.end); add one that starts on or before it")
        }
    }

    private mutating func bindOperands() {
        for (index, values) in facts.values.enumerated() {
            sources[ExactText(values.name)] = .values(index)
            valueIndexes[ExactText(values.name)] = index
        }
        for (name, index) in rulebook.measureIndexes { sources[name] = .measure(index) }
        for measure in rulebook.measures {
            if case .fact(let name) = measure.form, valueIndexes[ExactText(name.name)] == nil {
                reportUnknown(
                    name, among: facts.valueNames, zh: "不是数据的 values 中的名称",
                    en: "is not a key of values")
            }
        }
        let known = rulebook.measures.map(\.name) + facts.valueNames
        for operand in rulebook.measures.flatMap(\.operands) + rulebook.indicators.map(\.measure)
        where sources[ExactText(operand.name)] == nil {
            reportUnknown(
                operand, among: known, zh: "既不是计量，也不是数据的 values 中的名称",
                en: "is neither a measure nor a key of values")
        }
    }

    private mutating func reportUnknown(
        _ operand: Rulebook.Operand, among known: [String], zh: String, en: String
    ) {
        let near = suggestionClause(for: operand.name, among: known, found: problems.count)
        report(
            operand.line, "unknown_operand", zh: "“\(operand.name)”\(zh)" + near.zh,
            en: "\"\(operand.name)\" \(en)" + near.en)
    }
}

extension Preparation {
    /// Groups and units must be the same set.
    private mutating func bindGroups() {
        var index: [ExactText: Int] = [:]
        for (position, unit) in facts.units.enumerated() { index[ExactText(unit.id)] = position }
        var group = [Int](repeating: -1, count: facts.units.count)
        if let given = rulebook.groups {
            for (position, entry) in given.enumerated() {
                var units: [Int] = []
                for id in entry.units {
                    guard let unit = index[ExactText(id)] else {
                        let near = suggestionClause(
                            for: id, among: facts.units.map(\.id), found: problems.count)
                        report(
                            entry.line, "unknown_unit",
                            zh: "组“\(entry.name)”中的单位“\(id)”不在数据中" + near.zh,
                            en: "group \"\(entry.name)\" names unit \"\(id)\", "
                                + "which the facts do not have" + near.en)
                        continue
                    }
                    units.append(unit)
                    group[unit] = position
                }
                groups.append((entry.name, units))
            }
        } else {
            var positions: [ExactText: Int] = [:]
            for (unit, entry) in facts.units.enumerated() {
                guard let name = entry.group else { continue }
                let position = positions[ExactText(name)] ?? groups.count
                if position == groups.count {
                    positions[ExactText(name)] = position
                    groups.append((name, []))
                }
                groups[position].units.append(unit)
                group[unit] = position
            }
        }
        for (unit, position) in group.enumerated() where position < 0 {
            let id = facts.units[unit].id
            reportFacts(
                "unit_in_no_group", zh: "单位“\(id)”不在任何组中",
                en: "unit \"\(id)\" is in no group; each unit must be in one")
        }
        groupOfUnit = group
    }
}

extension Preparation {
    private mutating func plan(_ measure: Rulebook.Measure) -> Job? {
        guard case .aggregate(let aggregate) = measure.form else { return nil }
        let fields: [Rulebook.Name] =
            switch aggregate.subject {
            case .rows: []
            case .field(let field): [field]
            case .days(let from, let to): [from, to]
            }
        guard var job = plan(aggregate.table, fields, aggregate.conditions) else { return nil }
        var needsRows = traces
        switch (aggregate.subject, aggregate.function) {
        case (.rows, _), (.field, .count): break
        case (.field, .sum), (.field, .mean):
            if case .numbers(let numbers)? = job.columns.first?.column.cells {
                job.sum = plans[job.table].sum(numbers.scaled, over: job.set)
            } else {
                needsRows = true
            }
        case (.field, _), (.days, _): needsRows = true
        }
        if needsRows { plans[job.table].list(job.set) }
        return job
    }

    private mutating func plan(_ adjustment: Rulebook.Adjustment) -> Job? {
        let fields = [adjustment.award?.field].compactMap { $0 }
        guard let job = plan(adjustment.table, fields, adjustment.conditions) else { return nil }
        switch adjustment.award?.points {
        case .listed, .tiers: plans[job.table].list(job.set)
        case .each, nil:
            if traces { plans[job.table].list(job.set) }
        }
        return job
    }

    private mutating func plan(
        _ table: Rulebook.Name, _ fields: [Rulebook.Name], _ conditions: [Rulebook.Condition]
    ) -> Job? {
        let index = facts.tables.firstIndex { ExactText($0.name) == ExactText(table.name) }
        guard let index else {
            let near = suggestionClause(
                for: table.name, among: facts.tableNames, found: problems.count)
            report(
                table.line, "unknown_table", zh: "数据中没有表“\(table.name)”" + near.zh,
                en: "the facts hold no table \"\(table.name)\"" + near.en)
            return nil
        }
        let rows = facts.tables[index]
        var compiler = PredicateCompiler(facts, rows, rulebook, terms)
        var predicates: [Int] = []
        var columns: [(String, Column)] = []
        for condition in conditions {
            guard let column = column(condition.field, in: rows) else { continue }
            predicates.append(
                plans[index].predicate(PredicateKey(condition)) {
                    compiler.compile(condition, column)
                })
        }
        for field in fields {
            guard let column = column(field, in: rows) else { continue }
            columns.append((field.name, column))
            predicates.append(
                plans[index].predicate(PredicateKey(fieldExists: field.name)) {
                    PredicateCompiler.null(column, false)
                })
        }
        problems += compiler.problems
        return Job(table: index, set: plans[index].set(predicates), columns: columns)
    }

    /// A field that no row names is a mistake, unless there are no rows.
    private mutating func column(_ field: Rulebook.Name, in table: Facts.Table) -> Column? {
        if let column = table.column(field.name) { return column }
        if ExactText(field.name) == ExactText("unit") {
            let entries = facts.units.map { Column.Entry(text: ExactText($0.id), isBool: false) }
            return Column(cells: .texts(.init(codes: table.units, entries: entries)))
        }
        if table.rowCount == 0 { return Column(cells: .texts(.init(codes: [], entries: []))) }
        let near = suggestionClause(for: field.name, among: table.fields, found: problems.count)
        report(
            field.line, "unknown_field",
            zh: "表“\(table.name)”没有任何一行有字段“\(field.name)”" + near.zh,
            en: "no row of table \"\(table.name)\" has a field \"\(field.name)\"" + near.en)
        return nil
    }
}

extension ReckoningWriter {
    /// The figures that the indicators need, each after its operands.
    func figures(_ unit: Int) -> [Reckoning.Figure] {
        let preparation = reckoner.preparation
        let rulebook = preparation.rulebook
        var needed = Set(rulebook.indicators.map { ExactText($0.measure.name) })
        for index in preparation.order.reversed()
        where needed.contains(ExactText(rulebook.measures[index].name)) {
            for operand in rulebook.measures[index].operands {
                needed.insert(ExactText(operand.name))
            }
        }
        var figures: [Reckoning.Figure] = []
        for values in preparation.facts.values where needed.contains(ExactText(values.name)) {
            if case .values? = preparation.sources[ExactText(values.name)] {
                figures.append(
                    Reckoning.Figure(
                        name: values.name, line: nil, form: "values",
                        value: Value(values.figures[unit]?.value)))
            }
        }
        for index in preparation.order
        where needed.contains(ExactText(rulebook.measures[index].name)) {
            figures.append(figure(index, unit))
        }
        return figures
    }

    private func figure(_ index: Int, _ unit: Int) -> Reckoning.Figure {
        let measure = reckoner.preparation.rulebook.measures[index]
        var figure = Reckoning.Figure(
            name: measure.name, line: measure.line, form: "",
            value: reckoner.measuring.measures[index][unit],
            operands: measure.operands.map(\.name), parameters: parameters(in: measure.amounts))
        switch measure.form {
        case .fact(let name): (figure.form, figure.fields) = ("fact", [name.name])
        case .ratio(_, _, let zero): (figure.form, figure.policy) = ("ratio", zero.rawValue)
        case .difference: figure.form = "difference"
        case .growth(_, _, let turnaround):
            (figure.form, figure.policy) = ("growth", turnaround ? "turnaround" : "missing")
        case .share(let operand):
            figure.form = "share"
            let values = reckoner.measuring.values(operand)
            let group = reckoner.preparation.groupOfUnit[unit]
            figure.peers = peers(reckoner.preparation.groups[group].units) { values[$0].number }
        case .mix(let parts):
            figure.form = "mix"
            figure.weights = parts.map { reckoner.preparation.terms[$0.weight] }
        case .aggregate(let aggregate): describe(aggregate, index, unit, &figure)
        }
        return figure
    }

    private func describe(
        _ aggregate: Rulebook.Aggregate, _ index: Int, _ unit: Int,
        _ figure: inout Reckoning.Figure
    ) {
        figure.form = aggregate.function.rawValue
        figure.table = aggregate.table.name
        figure.conditions = conditions(aggregate.conditions)
        figure.minimum = reckoner.preparation.terms[aggregate.minimum]?.wholeNumber
        guard let job = reckoner.preparation.aggregates[index] else { return }
        figure.fields = job.columns.map(\.name)
        figure.rows = rows(job, unit)
    }

    func rows(_ job: Preparation.Job, _ unit: Int) -> Reckoning.Rows {
        Reckoning.Rows(
            reckoner.preparation.facts.tables[job.table], job.columns.map(\.column),
            reckoner.measuring.aggregation.scans[job.table].rows[job.set]?[unit] ?? [])
    }

    func adjustment(_ index: Int, _ unit: Int) -> Reckoning.Adjustment {
        let adjusting = reckoner.adjustings[index]
        let rule = adjusting.adjustment
        let terms = reckoner.preparation.terms
        let kind: Reckoning.Adjustment.Kind
        var veto: Reckoning.Veto?
        switch rule.form {
        case .bonus: kind = .bonus
        case .penalty: kind = .penalty
        case .veto(let effect):
            kind = .veto
            if adjusting.applies[unit] {
                veto = Reckoning.Veto(
                    score: terms[effect.score], ranksLast: effect.ranksLast,
                    makesIneligible: effect.makesIneligible)
            }
        }
        let job = reckoner.preparation.adjustments[index]
        return Reckoning.Adjustment(
            id: rule.id, kind: kind, line: rule.line, table: rule.table.name,
            field: rule.award?.field?.name, conditions: conditions(rule.conditions),
            rows: job.map { rows($0, unit) } ?? Reckoning.Rows(),
            points: kind == .veto ? [] : adjusting.rows[unit].map(\.points),
            sum: adjusting.sums[unit], cap: terms[rule.award?.cap],
            counted: adjusting.points[unit], veto: veto,
            parameters: parameters(in: rule.amounts))
    }
}

import JSON
import Rulebook

extension Reckoning {
    /// All but the indicators, which stand with their scores.
    func json() -> JSON {
        var members: [JSON.Member] = [
            .init("measures", .object(figures.map { .init($0.name, $0.json()) })),
            .init("adjust", .array(adjustments.map { $0.json() })),
            .init("total", .array(totalSteps.map { $0.json() })),
        ]
        if let rank { members.append(.init("rank", rank.json())) }
        return .object(members)
    }
}

extension Reckoning.Indicator {
    func json() -> JSON {
        var members: [JSON.Member] = [
            .init("line", .integer(line)), .init("measure", .string(measure)),
            .init("value", value.json()), .init("direction", .string(direction.rawValue)),
        ]
        if let missing { members.append(.init("missing", .string(missing.rawValue))) }
        members += [
            .init("steps", .array(steps.map { $0.json() })),
            .init("weight", weight.json()), .init("weight_sum", weightSum.json()),
            .init("scale", scale.json()),
        ]
        return .object(members + parameters.member())
    }
}

extension Reckoning.Step {
    fileprivate func json() -> JSON {
        var members: [JSON.Member] = [
            .init("step", .string(name)), .init("line", .integer(line)),
            .init("from", before.json()), .init("to", after.json()),
        ]
        if let rank { members.append(.init("rank", .integer(rank))) }
        if !peers.isEmpty { members.append(peers.member()) }
        return .object(members + parameters.member())
    }
}

extension Reckoning.Figure {
    fileprivate func json() -> JSON {
        var members: [JSON.Member] = [.init("form", .string(form))]
        if let line { members.append(.init("line", .integer(line))) }
        members.append(.init("value", value.json()))
        if !operands.isEmpty {
            members.append(.init("operands", .array(operands.map(JSON.string))))
        }
        if !weights.isEmpty { members.append(.init("weights", .array(weights.map { $0.json() }))) }
        if let policy { members.append(.init("policy", .string(policy))) }
        if !fields.isEmpty { members.append(.init("fields", .array(fields.map(JSON.string)))) }
        if let table {
            members.append(.init("table", .string(table)))
            members.append(.init("where", .array(conditions.map { $0.json() })))
            members.append(.init("rows", .array(rows.map { $0.json() })))
        }
        if let minimum { members.append(.init("min_n", .integer(minimum))) }
        if !peers.isEmpty { members.append(peers.member()) }
        return .object(members + parameters.member())
    }
}

extension Reckoning.Condition {
    fileprivate func json() -> JSON {
        var members: [JSON.Member] = [
            .init("field", .string(field)), .init("op", .string(op)),
        ]
        if let value { members.append(.init("value", .string(value))) }
        return .object(members + [.init("line", .integer(line))])
    }
}

extension Reckoning.Rows.Row {
    fileprivate func json(points: Rational? = nil) -> JSON {
        var members: [JSON.Member] = [.init("id", .string(name))]
        if !cells.isEmpty {
            let values = cells.map { $0.map(JSON.string) ?? .null }
            members.append(.init("values", .array(values)))
        }
        if let points { members.append(.init("points", points.json())) }
        return .object(members)
    }
}

extension Reckoning.Adjustment {
    fileprivate func json() -> JSON {
        var members: [JSON.Member] = [
            .init("id", .string(id)), .init("kind", .string(kind.rawValue)),
            .init("line", .integer(line)), .init("table", .string(table)),
        ]
        if let field { members.append(.init("field", .string(field))) }
        members.append(.init("where", .array(conditions.map { $0.json() })))
        let listed = rows.enumerated().map { index, row in
            row.json(points: index < points.count ? points[index] : nil)
        }
        members.append(.init("rows", .array(listed)))
        if kind == .veto {
            members.append(.init("veto", veto?.json() ?? .null))
        } else {
            members.append(.init("sum", sum.json()))
            if let cap { members.append(.init("cap", cap.json())) }
            members.append(.init("counted", counted.json()))
        }
        return .object(members + parameters.member())
    }
}

extension Reckoning.Veto {
    fileprivate func json() -> JSON {
        .object([
            .init("score", score.map { $0.json() } ?? .null),
            .init("rank_last", .bool(ranksLast)),
            .init("ineligible", .bool(makesIneligible)),
        ])
    }
}

extension Reckoning.TotalStep {
    fileprivate func json() -> JSON {
        var members: [JSON.Member] = [.init("step", .string(name.rawValue))]
        if let line { members.append(.init("line", .integer(line))) }
        members += [.init("from", before.json()), .init("to", after.json())]
        return .object(members + parameters.member())
    }
}

extension Reckoning.Rank {
    fileprivate func json() -> JSON {
        .object([
            .init("rank", .integer(rank)), .init("among", .integer(among)),
            .init("neighbours", .array(comparisons.map { $0.json() })),
        ])
    }
}

extension Reckoning.Comparison {
    fileprivate func json() -> JSON {
        let criteria = criteria.map { criterion in
            JSON.object([
                .init("by", .string(criterion.name)),
                .init("own", criterion.own.map { $0.json() } ?? .null),
                .init("theirs", criterion.theirs.map { $0.json() } ?? .null),
            ])
        }
        return .object([
            .init("unit", .string(unit)), .init("outcome", .string(outcome.rawValue)),
            .init("compared", .array(criteria)),
        ])
    }
}

extension [Reckoning.Parameter] {
    /// The member `params`, or nothing where there are none.
    fileprivate func member() -> [JSON.Member] {
        if isEmpty { return [] }
        let params = map { param in
            JSON.object([
                .init("name", .string(param.name)),
                .init("from", param.from.map { .string($0.description) } ?? .null),
                .init("value", param.value.json()), .init("line", .integer(param.line)),
            ])
        }
        return [.init("params", .array(params))]
    }
}

extension [Reckoning.Peer] {
    fileprivate func member() -> JSON.Member {
        .init("peers", .object(map { .init($0.unit, $0.value.json()) }))
    }
}

extension Value {
    fileprivate func json() -> JSON {
        switch self {
        case .number(let value): value.json()
        case .missing: .string("missing")
        case .notApplicable: .string("not_applicable")
        }
    }
}

extension Rational {
    fileprivate func json() -> JSON { .string(text()) }
}

import Delivery
import Rulebook

/// The rules of one indicator in words, with parameters' values filled in.
struct StepWords {
    /// The values in force, by parameter.
    var parameters: [String: String]

    init(_ reckoning: Reckoning) {
        parameters = [:]
        let all =
            reckoning.indicators.flatMap { $0.parameters + $0.steps.flatMap(\.parameters) }
            + reckoning.adjustments.flatMap(\.parameters)
        for parameter in all { parameters[parameter.name] = parameter.value.text() }
    }

    func phrase(_ steps: [Rulebook.Step]) -> Phrase {
        let words = steps.map(phrase)
        guard !words.isEmpty else { return Phrase("数值即得分", "the value is the score") }
        return Phrase(
            words.map(\.zh).joined(separator: "；"), words.map(\.en).joined(separator: "; "))
    }

    private func phrase(_ step: Rulebook.Step) -> Phrase {
        switch step.form {
        case .cap(let a): return Phrase("封顶 \(text(a))", "at most \(text(a))")
        case .floor(let a): return Phrase("不低于 \(text(a))", "at least \(text(a))")
        case .clamp(let a, let b):
            return Phrase("限于 \(text(a)) 至 \(text(b))", "kept within \(text(a)) and \(text(b))")
        case .multiply(let a): return Phrase("乘以 \(text(a))", "times \(text(a))")
        case .add(let a): return Phrase("加 \(text(a))", "plus \(text(a))")
        case .goalposts(let at0, let at1):
            return Phrase("\(text(at0)) → 0，\(text(at1)) → 1", "\(text(at0)) → 0, \(text(at1)) → 1")
        case .minmax(_, let within):
            return Phrase(
                "\(pool(within).zh)最差 → 0，最好 → 1", "worst \(pool(within).en) → 0, best → 1")
        case .rankLadder(let ladder): return phrase(ladder)
        case .percentileRank(_, let within):
            return Phrase("\(pool(within).zh)百分位次", "percentile rank \(pool(within).en)")
        case .efficacy(let rule):
            return Phrase(
                "功效系数：\(text(rule.base)) + \(text(rule.span)) ×（值 − 不允许值）/（满意值 − 不允许值）",
                "efficacy: \(text(rule.base)) + \(text(rule.span)) × "
                    + "(value − worst) / (best − worst)"
            )
        case .bands(let pairs, _):
            let edges = pairs.map { "≥ \(text($0.from)): \(text($0.value))" }
            return Phrase(
                "分档 \(edges.joined(separator: "，"))", "bands \(edges.joined(separator: ", "))")
        case .marginal(let pairs):
            let rates = pairs.map { "\(text($0.from))+: \(text($0.value))" }
            return Phrase(
                "分段累进 \(rates.joined(separator: "，"))",
                "marginal rates \(rates.joined(separator: ", "))")
        }
    }

    private func phrase(_ ladder: Rulebook.RankLadder) -> Phrase {
        let first = ladder.first.map(text) ?? "1"
        let zero = ladder.zeroValue.map(text)
        let zh =
            "\(pool(ladder.within).zh)位次：\(first) − \(text(ladder.step)) ×（名次 − 1），"
            + "不低于 \(text(ladder.floor))" + (zero.map { "；为零得 \($0)" } ?? "")
        let en =
            "rank \(pool(ladder.within).en): \(first) − \(text(ladder.step)) × (rank − 1), "
            + "at least \(text(ladder.floor))" + (zero.map { "; zero earns \($0)" } ?? "")
        return Phrase(zh, en)
    }

    private func pool(_ within: Rulebook.Within) -> Phrase {
        within == .group ? Phrase("组内", "in the group") : Phrase("全部", "of all")
    }

    func text(_ amount: Rulebook.Amount) -> String {
        if let literal = amount.literal { return Self.signed(literal.text()) }
        guard case .param(let name) = amount.kind else { return "?" }
        return Self.signed(parameters[name] ?? name)
    }

    /// With a minus sign for a hyphen.
    private static func signed(_ text: String) -> String {
        text.first == "-" ? "−" + text.dropFirst() : text
    }
}

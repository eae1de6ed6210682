import Rulebook
import RulebookJSON
import RulebookYAML
import Testing

@Suite("The reckoning of a rank")
struct ReckoningTests {
    private static func lines() throws -> [Standings.Line] {
        try Fixtures.score(
            Fixtures.bytes("project-race.yaml"), Fixtures.bytes("project-race.facts.json"),
            traces: true
        ).lines
    }

    @Test("points follow from score, weight, sum of weights and scale alone")
    func points() throws {
        for line in try Self.lines() {
            let reckoning = try #require(line.reckoning)
            var base = Rational.zero
            for indicator in reckoning.indicators {
                guard let score = indicator.score else { continue }
                let points = (indicator.weight * score * indicator.scale)
                    .divided(by: indicator.weightSum)
                #expect(points == indicator.points)
                base = base + (points ?? .zero)
                #expect(indicator.steps.last?.after ?? indicator.value.number ?? .zero == score)
            }
            #expect(base == line.base)
            #expect(reckoning.totalSteps.last?.after == line.total)
        }
    }

    @Test("steps, figures and rows hang together")
    func chain() throws {
        for line in try Self.lines() {
            let reckoning = try #require(line.reckoning)
            for indicator in reckoning.indicators {
                #expect(reckoning.figure(indicator.measure)?.value == indicator.value)
                for (step, next) in zip(indicator.steps, indicator.steps.dropFirst()) {
                    #expect(step.after == next.before)
                }
            }
            for figure in reckoning.figures {
                for operand in figure.operands { #expect(reckoning.figure(operand) != nil) }
                if figure.form == "count" {
                    #expect(figure.value == .number(Rational(figure.rows.count)))
                }
                if figure.form == "sum" {
                    let sum = figure.rows.reduce(Rational.zero) { sum, row in
                        sum + (row.cells.first.flatMap { $0 }.flatMap { Rational($0) } ?? .zero)
                    }
                    #expect(figure.value == .number(sum))
                }
            }
        }
    }

    @Test("a parameter is cited with the date of its value and its line")
    func parameters() throws {
        let reckoning = try #require(try Self.lines().first?.reckoning)
        let step = try #require(reckoning.indicators.first?.steps.first)
        let parameter = try #require(step.parameters.first)
        #expect(parameter.name == "ratio_cap")
        #expect(parameter.from == Day("2024-01-01"))
        #expect(parameter.value == Rational("1.2"))
        #expect(parameter.line == 14)
        #expect(step.line == 31)
    }

    @Test("adjustments list what each row earns, and stop at the cap")
    func adjustments() throws {
        for line in try Self.lines() {
            let reckoning = try #require(line.reckoning)
            for adjustment in reckoning.adjustments where adjustment.kind != .veto {
                #expect(adjustment.points.count == adjustment.rows.count)
                #expect(adjustment.points.reduce(.zero, +) == adjustment.sum)
                #expect(adjustment.counted == min(adjustment.sum, adjustment.cap ?? adjustment.sum))
            }
            let vetoed = reckoning.adjustments.contains { $0.veto != nil }
            #expect(vetoed == line.veto)
        }
    }

    @Test("neighbours are compared by total and tie-breaks until one decides")
    func comparisons() throws {
        let rules = try Fixtures.bytes("cases/30-tiebreak.yaml")
        let facts = try Fixtures.bytes("cases/30-tiebreak.facts.json")
        let first = try #require(try Fixtures.score(rules, facts, traces: true).lines.first)
        let rank = try #require(first.reckoning?.rank)
        #expect(rank.among == 3)
        #expect(rank.comparisons.map(\.unit) == ["b"])
        #expect(rank.comparisons.first?.outcome == .ahead)
        #expect(rank.comparisons.first?.criteria.map(\.name) == ["total", "score.y"])
    }
}

import Foundation
import Rulebook
import RulebookYAML

/// Scores a million project rows and prints the times of several runs and the numbers found, for
/// `peer.py` to compare. With a path it also writes the rows there as CSV.
@main
struct BenchScore {
    static let rows = 1_000_000
    static let runs = 9

    static func main() async throws {
        var projects = Projects(seed: 2024)
        let facts = try projects.facts(rows: rows, csv: CommandLine.arguments.dropFirst().first)
        let rules = try Rulebook(yaml: Array(rulebook.utf8), file: "bench.yaml")
        var times: [Double] = []
        var standings = try await rules.scoreConcurrently(facts)
        for _ in 0..<runs {
            let clock = ContinuousClock()
            let time = try await clock.measure {
                standings = try await rules.scoreConcurrently(facts)
            }
            times.append(Double(time.components.attoseconds) / 1e15)
        }
        times.sort()
        print("best\t\(times[0])\nmedian\t\(times[runs / 2])")
        for line in standings.lines.sorted(by: { $0.unit < $1.unit }) {
            let scores = line.scores.map { $0.earned?.score.text() ?? "" }
            print(([line.unit] + scores).joined(separator: "\t"))
        }
    }
}

/// The aggregates of the project race, each as an indicator of its own.
private let rulebook = """
    rulebook: bench
    schema: 1
    version: "1"
    period: {unit: month, basis: ytd}
    params:
      large: {unit: 亿元, values: {2024-01-01: "1"}}
    measures:
      signed_n:    {agg: count, of: projects, where: [{field: signed_on, op: in_period}, \
    {field: total_investment, op: ge, value: {param: large}}]}
      signed_prev: {agg: count, of: projects, where: [{field: signed_on, op: in_prior_year}, \
    {field: total_investment, op: ge, value: {param: large}}]}
      landed_n:    {agg: count, of: projects, where: [{field: signed_on, op: in_period}, \
    {field: landed_on, op: by_period_end}, {field: total_investment, op: ge, \
    value: {param: large}}]}
      started_n:   {agg: count, of: projects, where: [{field: started_on, op: in_period}, \
    {field: total_investment, op: ge, value: {param: large}}]}
      started_amt: {agg: sum, field: total_investment, of: projects, \
    where: [{field: started_on, op: in_period}]}
      strategic_n: {agg: count, of: projects, where: [{field: started_on, op: in_period}, \
    {field: total_investment, op: ge, value: {param: large}}, \
    {field: strategic, op: eq, value: true}]}
      produced_n:  {agg: count, of: projects, where: [{field: produced_on, op: in_period}, \
    {field: total_investment, op: ge, value: {param: large}}]}
      start_days:  {agg: median, days: [signed_on, started_on], of: projects, \
    where: [{field: started_on, op: in_period}], min_n: 1}
    indicators:
    - {id: signed_n, weight: "1", measure: signed_n, missing: zero}
    - {id: signed_prev, weight: "1", measure: signed_prev, missing: zero}
    - {id: landed_n, weight: "1", measure: landed_n, missing: zero}
    - {id: started_n, weight: "1", measure: started_n, missing: zero}
    - {id: started_amt, weight: "1", measure: started_amt, missing: zero}
    - {id: strategic_n, weight: "1", measure: strategic_n, missing: zero}
    - {id: produced_n, weight: "1", measure: produced_n, missing: zero}
    - {id: start_days, weight: "1", measure: start_days, missing: zero}
    """

package import JSON
import Ledger
package import Rulebook
import RulebookJSON

/// Standings with the hashes of the bytes they were made from, so that anyone can make them again.
package struct ScoredRace: Sendable {
    package var standings: Standings
    package var rulebookHash: String
    package var factsHash: String

    package init(
        _ rulebook: Rulebook, _ rulebookBytes: [UInt8], _ facts: Facts, _ factsBytes: [UInt8],
        traces: Bool
    ) throws(Problems) {
        standings = try rulebook.score(facts, traces: traces)
        rulebookHash = rulebookBytes.withUnsafeBytes { Merkle.sha256($0) }.hex
        factsHash = factsBytes.withUnsafeBytes { Merkle.sha256($0) }.hex
    }

    /// The output of `saima score` and `saima race`, without a line's end.
    package var json: JSON {
        standings.json(Standings.Hashes(rulebook: rulebookHash, facts: factsHash))
    }
}

extension PreparedRace {
    package func score(traces: Bool = false) throws(RaceRefusal) -> ScoredRace {
        do throws(Problems) {
            return try ScoredRace(rulebook, rulebookBytes, facts, factsBytes, traces: traces)
        } catch {
            throw .factsRefused(error)
        }
    }
}

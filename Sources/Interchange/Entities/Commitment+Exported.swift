import Delivery
import Rulebook

/// An item as it stood after a record, as far as the item itself remembers it: what an export of
/// that moment said.
extension Commitment {
    /// Nil where it was redrafted since, because a draft does not keep what it said before.
    func profile(after seq: Int) -> CommitmentProfile? {
        guard let issued else { return records.contains { $0 > seq } ? nil : profile }
        guard issued.seq <= seq else {
            return records.contains { $0 > seq && $0 < issued.seq } ? nil : baseline
        }
        var earlier = profile
        for field in AdjustedField.allCases {
            let first = moves(of: field).filter { $0.seq > seq }.min { $0.seq < $1.seq }
            if let first { earlier[field] = first.before }
        }
        return earlier
    }

    /// The records by which a field of an issued item came to say something else, and what it said
    /// before.
    private func moves(of field: AdjustedField) -> [(seq: Int, before: Adjustment.Value?)] {
        var moves: [(seq: Int, before: Adjustment.Value?)] = []
        for adjustment in adjustments where adjustment.isApproved {
            guard let decided = adjustment.decision?.mark.seq else { continue }
            for change in adjustment.changes where change.field == field {
                moves.append((decided, change.before))
            }
        }
        if field == .due {
            // A standing one goes on to its next day when a period is struck off.
            moves += closedPeriods.map { ($0.seq, .day($0.due)) }
        }
        return moves
    }

    /// The latest word on how far it was.
    func percent(after seq: Int) -> Int? {
        let known = steps.last { $0.seq <= seq }?.state
        if let known, known.isReported || known == .struckOff { return 100 }
        let from = closedPeriods.last { $0.seq <= seq }?.progress.upperBound ?? 0
        return progress[from...].last { $0.seq <= seq && $0.percent != nil }?.percent
    }
}

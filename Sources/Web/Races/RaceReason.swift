package import Rulebook

/// Why a unit stands where it stands, in one line, from the points alone.
package enum RaceReason: Sendable, Equatable {
    case vetoed
    /// No indicator applies.
    case notScored
    case nothingEarned
    /// First by this much over the second, most of it in one indicator.
    case leads(indicator: String, by: Rational)
    case alone
    /// Behind the first; most is lost in one indicator.
    case loses(indicator: String, by: Rational)
    case level

    /// - Parameter peers: the lines of the unit's group, by rank, itself among them.
    package init(_ line: Standings.Line, peers: [Standings.Line]) {
        if line.veto {
            self = .vetoed
            return
        }
        guard line.rank != nil else {
            self = .notScored
            return
        }
        let others = peers.filter { !$0.unit.utf8.elementsEqual(line.unit.utf8) && !$0.veto }
        guard let rival = others.first(where: { $0.rank != nil }) else {
            self = .alone
            return
        }
        if line.scores.allSatisfy({ $0.earned?.points.isPositive != true }) {
            self = .nothingEarned
            return
        }
        let gaps = line.scores.compactMap { score -> (String, Rational)? in
            guard let own = score.earned?.points, let other = rival.points(score.indicator)
            else { return nil }
            return (score.indicator, own - other)
        }
        let isFirst = line.rank == 1
        let widest =
            isFirst ? gaps.max { $0.1 < $1.1 } : gaps.min { $0.1 < $1.1 }
        guard let widest, !widest.1.isZero, widest.1.isPositive == isFirst else {
            self = .level
            return
        }
        self =
            isFirst
            ? .leads(indicator: widest.0, by: widest.1)
            : .loses(indicator: widest.0, by: widest.1.magnitude)
    }

    package func phrase(_ result: RaceSummary) -> Phrase {
        switch self {
        case .vetoed: return .vetoed
        case .notScored: return .notScored
        case .nothingEarned: return .nothingEarned
        case .alone: return .aloneInGroup
        case .level: return .levelWithFirst
        case .leads(let indicator, let by):
            return .leads(result.title(of: indicator), by.text(places: 2, fixed: true))
        case .loses(let indicator, let by):
            return .loses(result.title(of: indicator), by.text(places: 2, fixed: true))
        }
    }
}

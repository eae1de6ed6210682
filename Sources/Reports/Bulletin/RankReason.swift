package import Rulebook

/// Why a unit stands where it stands in its group, from the numbers of the standings alone: the
/// one thing in which it differs most from the unit it is measured against.
package enum RankReason: Sendable, Hashable {
    case vetoed
    /// No indicator applies.
    case notScored
    case nothingEarned
    case alone
    /// Nothing sets it apart from the unit it is measured against.
    case level
    /// First, and most ahead of the second by this much.
    case leads(Factor, by: Rational)
    /// Not first, and most behind the first by this much.
    case trails(Factor, by: Rational)

    /// What adds to a total or takes from it.
    package enum Factor: Sendable, Hashable {
        case indicator(String)
        case bonus
        case penalty
    }

    /// - Parameter group: the lines of the unit's group in the order of rank, itself among them.
    package init(_ line: Standings.Line, in group: [Standings.Line]) {
        if line.veto {
            self = .vetoed
            return
        }
        guard let rank = line.rank else {
            self = .notScored
            return
        }
        let others = group.filter { !$0.unit.utf8.elementsEqual(line.unit.utf8) }
        guard let rival = others.first(where: { $0.rank != nil && !$0.veto }) else {
            self = .alone
            return
        }
        guard !line.base.isZero || !line.bonus.isZero else {
            self = .nothingEarned
            return
        }
        guard rank != rival.rank else {
            self = .level
            return
        }
        let isFirst = rank < rival.rank ?? rank
        let gaps = RankReason.gaps(line, rival)
        let widest = isFirst ? gaps.max { $0.by < $1.by } : gaps.min { $0.by < $1.by }
        guard let widest, widest.by.isPositive == isFirst, !widest.by.isZero else {
            self = .level
            return
        }
        self =
            isFirst
            ? .leads(widest.factor, by: widest.by)
            : .trails(widest.factor, by: widest.by.magnitude)
    }

    /// Points by which the unit is ahead of its rival, factor by factor. What applies to only
    /// one of them cannot be compared.
    private static func gaps(
        _ line: Standings.Line, _ rival: Standings.Line
    ) -> [(factor: Factor, by: Rational)] {
        var gaps: [(factor: Factor, by: Rational)] = []
        for score in line.scores {
            let other = rival.scores.first {
                $0.indicator.utf8.elementsEqual(score.indicator.utf8)
            }
            guard let own = score.earned?.points, let theirs = other?.earned?.points else {
                continue
            }
            gaps.append((.indicator(score.indicator), own - theirs))
        }
        gaps.append((.bonus, line.bonus - rival.bonus))
        gaps.append((.penalty, rival.penalty - line.penalty))
        return gaps
    }
}

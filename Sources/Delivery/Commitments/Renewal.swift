package import Rulebook

/// How often a standing commitment 长期坚持 is to be closed.
package enum Renewal: String, CaseIterable, Sendable, FieldCode {
    case month, quarter, half, year

    package var words: Words {
        switch self {
        case .month: Words(zh: "每月", en: "every month")
        case .quarter: Words(zh: "每季度", en: "every quarter")
        case .half: Words(zh: "每半年", en: "every half year")
        case .year: Words(zh: "每年", en: "every year")
        }
    }

    var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        }
    }

    /// The same day of the month one period later, or the month's last day where it has no such
    /// day or the anchor is a last day itself. The anchor is the day that was once agreed, so
    /// that the 30th stays the 30th after a February. Nil after the year 9999.
    package func next(after due: Day, anchor: Day) -> Day? {
        guard let month = due.month.adding(months: months) else { return nil }
        if anchor == anchor.month.lastDay || anchor.dayOfMonth > month.length {
            return month.lastDay
        }
        return month.firstDay.adding(days: anchor.dayOfMonth - 1)
    }
}

/// 一期: a period of a standing commitment from its beginning to its strike-off.
package struct ClosedPeriod: Sendable, Hashable {
    /// From 1.
    package var number: Int
    package var from: Day
    package var due: Day
    /// When it was done, by the word that was verified.
    package var done: Day
    package var struckOff: Day
    /// The places of its steps, progress and evidence among the commitment's own.
    package var steps: Range<Int>
    package var progress: Range<Int>
    package var evidence: Range<Int>
    /// The record that struck it off.
    package var seq: Int

    package var isOnTime: Bool { done <= due }
}

extension Commitment {
    package var isStanding: Bool { profile.renewal != nil }

    /// When the next period of a standing one is due.
    var nextDue: Day? {
        guard let renewal = profile.renewal, let due = profile.due else { return nil }
        return renewal.next(after: due, anchor: dueAnchor ?? due)
    }

    /// The day that was last agreed, at issue or by an adjustment.
    private var dueAnchor: Day? {
        for adjustment in adjustments.reversed() where adjustment.isApproved {
            for change in adjustment.changes where change.field == .due {
                if case .day(let day) = change.after { return day }
            }
        }
        return baseline?.due
    }

    /// Puts the period that was just struck off among the closed ones.
    mutating func closePeriod(_ at: Occurrence) {
        let before = closedPeriods.last
        guard let due = profile.due, let done = doneOn else { return }
        closedPeriods.append(
            ClosedPeriod(
                number: closedPeriods.count + 1, from: before?.struckOff ?? issued?.day ?? due,
                due: due, done: done, struckOff: at.day,
                steps: (before?.steps.upperBound ?? 0)..<steps.count,
                progress: (before?.progress.upperBound ?? 0)..<progress.count,
                evidence: (before?.evidence.upperBound ?? 0)..<evidence.count,
                seq: step(.struckOff)?.seq ?? at.seq))
    }
}

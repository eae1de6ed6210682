package import Delivery
package import Rulebook

/// One item of a public edition as everybody may know it: what the edition says, and how far it
/// is. No person, no note and no file is in it.
package struct Promise: Sendable {
    /// Where it stands, in the order in which they are counted.
    package enum Standing: String, CaseIterable, Sendable {
        /// Struck off: reported, shown, and looked at from outside.
        case done
        case late
        /// Its lead says that it is done, and others have yet to close it.
        case checking = "being_checked"
        case underWay = "under_way"
        case notStarted = "not_started"
        case suspended, cancelled
    }

    /// A due day that was moved by an approved adjustment.
    package struct Move: Sendable, Hashable {
        package var from: Day?
        package var to: Day?
        package var decided: Day
    }

    /// That somebody from outside looked, and found it done.
    package struct Proof: Sendable, Hashable {
        package var day: Day
        package var by: OrganizationID?
        /// How many files were shown.
        package var files: Int
    }

    package let line: Edition.Line
    package let standing: Standing
    /// When it is due as of now, and when it was to be done as it was first said.
    package let due: Day?
    package let firstDue: Day?
    package let moves: [Move]
    /// Who leads it now, where that is not who the edition names.
    package let leadNow: OrganizationID?
    /// 0 to 100.
    package let percent: Int?
    /// By its lead's word.
    package let done: Day?
    package let proof: Proof?
    package let struckOff: Day?
    /// How often it is to be closed and how often it was, where it stands for good.
    package let renewal: Renewal?
    package let closedPeriods: Int
    /// Days past its due day, where it is late.
    package let daysLate: Int?

    /// - Parameter city: as a guest sees it.
    init(_ line: Edition.Line, in city: City, on today: Day) {
        self.line = line
        let item = city.commitments[line.item]
        let owed = item.flatMap { $0.issued == nil ? nil : $0 }
        standing = owed.map { Self.standing(of: $0, on: today) } ?? .notStarted
        // A draft may be redrafted; until it is issued the edition's word holds.
        due = owed?.profile.due ?? line.due
        renewal = owed?.profile.renewal
        firstDue = [line.due, owed?.baseline?.due].compactMap { $0 }.min()
        moves = owed.map(Self.moves) ?? []
        leadNow = owed.flatMap { $0.profile.lead == line.lead ? nil : $0.profile.lead }
        percent = owed.flatMap(city.percent)
        done = owed?.doneOn
        closedPeriods = owed?.closedPeriods.count ?? 0
        proof = owed.flatMap(Self.proof)
        struckOff =
            owed?.closedPeriods.last?.struckOff
            ?? owed.flatMap { $0.isDone ? $0.step(.struckOff)?.day : nil }
        let isLate = owed?.isOverdue(on: today) == true
        daysLate = isLate ? due?.days(to: min(today, done ?? today)) : nil
    }

    /// Done after the day that was said first, by so many days; nil where it is not done.
    package var daysAfterFirst: Int? {
        guard standing == .done, let done, let firstDue else { return nil }
        return max(0, firstDue.days(to: done))
    }

    private static func standing(of item: Commitment, on today: Day) -> Standing {
        if item.isDone { return .done }
        if item.isOverdue(on: today) { return .late }
        return switch item.state {
        case .draft, .issued: .notStarted
        case .acknowledged: item.closedPeriods.isEmpty ? .notStarted : .underWay
        case .inProgress, .returned: .underWay
        case .reportedDone, .verified: .checking
        case .struckOff: .done
        case .suspended: .suspended
        case .cancelled: .cancelled
        }
    }

    private static func moves(of item: Commitment) -> [Move] {
        item.adjustments.filter(\.isApproved).flatMap { adjustment in
            adjustment.changes.filter { $0.field == .due }.map { change in
                Move(
                    from: day(change.before), to: day(change.after),
                    decided: adjustment.decision?.mark.day ?? adjustment.proposed.day)
            }
        }
    }

    private static func day(_ value: Adjustment.Value?) -> Day? {
        if case .day(let day) = value { day } else { nil }
    }

    /// The look that stands: of what was returned since, none.
    private static func proof(of item: Commitment) -> Proof? {
        if item.state == .verified || item.isDone {
            return item.currentSteps.last { $0.state == .verified }.map {
                Proof(day: $0.day, by: $0.organization, files: item.currentEvidence.count)
            }
        }
        return item.closedPeriods.last.flatMap { period in
            item.steps[period.steps].last { $0.state == .verified }.map {
                Proof(day: $0.day, by: $0.organization, files: period.evidence.count)
            }
        }
    }
}

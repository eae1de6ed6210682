import Delivery
import Rulebook

/// Targets drawn and told: how far, how far it should be, ahead or behind.
struct TargetWords {
    var visit: Visit

    private var t: Localizer { visit.t }

    func bullet(_ line: TargetBoard.Line) -> HTML {
        guard let done = line.doneShare else { return .empty }
        let label =
            line.dueShare.map { t(.doneAndDue(t.tenths(done), t.tenths($0))) }
            ?? t(.doneOfPlan("\(t.tenths(done))%"))
        return Parts.bullet(done: done, mark: line.dueShare, label: label, kind: line.pace.colour)
    }

    /// 120 of 150.
    func amounts(_ line: TargetBoard.Line) -> HTML {
        """
        <span class="nowrap"><b>\(number(line.done))</b> / \(number(line.target))</span>
        """
    }

    func number(_ number: Rational) -> String { t.decimal(number.text(places: 2)) }

    /// Ahead or behind, in points of the year's target.
    func pace(_ line: TargetBoard.Line) -> HTML {
        "<span class=\"light \(line.pace.light)\">\(t(words(line)))</span>"
    }

    func plainPace(_ line: TargetBoard.Line) -> String { t(words(line)) }

    private func words(_ line: TargetBoard.Line) -> Phrase {
        switch line.pace {
        case .early: return .reachedEarly
        case .unscheduled: return .unscheduled
        case .onSchedule, .behind, .farBehind: break
        }
        guard let done = line.doneShare, let due = line.dueShare else { return .unscheduled }
        return done < due
            ? .pointsBehind(t.tenths(due - done)) : .pointsAhead(t.tenths(done - due))
    }
}

extension TargetBoard.Pace {
    var light: HTML {
        switch self {
        case .early: "blue"
        case .onSchedule: "green"
        case .behind: "yellow"
        case .farBehind: "red"
        case .unscheduled: "grey"
        }
    }

    /// What the bar is drawn in.
    var colour: HTML {
        switch self {
        case .early: "early"
        case .onSchedule, .unscheduled: "sea"
        case .behind: "warn"
        case .farBehind: "bad"
        }
    }
}

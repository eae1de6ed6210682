import Delivery
import Rulebook

/// Blockers in words and links.
struct BlockerWords {
    var sight: Sight
    var visit: Visit

    private var t: Localizer { visit.t }

    func link(_ blocker: Blocker) -> HTML {
        """
        <a href="\(visit.link("/blockers/\(blocker.id.text)"))">\
        \(t(blocker.kind.words)) · \(blocker.id.text)</a><br>\
        <small>\(sight.text(blocker.note, t))</small>
        """
    }

    func light(_ line: BlockerLine) -> HTML {
        "<span class=\"light \(line.light.rawValue)\">\(t(line.light.words))</span>"
    }

    func plainProject(_ blocker: Blocker) -> String {
        sight.city.projects[blocker.project]?.profile.name ?? blocker.project.text
    }

    func project(_ blocker: Blocker) -> HTML {
        """
        <a href="\(visit.link("/projects/\(blocker.project.text)"))">\
        \(t.data(plainProject(blocker)))</a>
        """
    }

    /// Until when, and how many working days that is.
    func clock(_ line: BlockerLine) -> HTML {
        guard let due = line.due, let left = line.left else {
            return "<span class=\"mute\">–</span>"
        }
        let words: Phrase = left < 0 ? .workingDaysLate(-left) : .workingDaysLeft(left)
        return "<span class=\"nowrap\">\(t.day(due))</span> <small>\(t(words))</small>"
    }
}

extension BlockerLine.Light {
    var words: Phrase {
        switch self {
        case .red: Phrase("超时", "past its clock")
        case .yellow: Phrase("临期", "clock runs out")
        case .green: Phrase("时限内", "in time")
        case .blue: Phrase("待确认", "solved, to be confirmed")
        case .grey: Phrase("已办结", "closed")
        }
    }
}

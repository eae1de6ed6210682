import HashTreeCollections
import Rulebook

/// The organization that answers for a project says what stops it, and to whom.
package struct RaiseBlocker: ProposingCommand {
    package static let name: StaticString = "blocker.raise"
    package static let title = Words(zh: "提出协调事项", en: "Raise a blocker")
    package static let may = Role.registrars
    package static let refusals: [Refusal.Code] = [
        .blockerTaken, .projectUnknown, .projectTerminated, .organizationUnknown, .notYours,
        .dayInFuture,
    ]
    package static let example = RaiseBlocker {
        $0.id = BlockerID(unchecked: "b-001")
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.kind = .land
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.tier = .district
        $0.handler = OrganizationID(unchecked: "zhongshan")
        $0.day = Month(year: 2024, month: 5)?.firstDay ?? .blank
        $0.note = .text("二期 12 亩用地指标未落实，影响 6 月开工")
    }

    package var proposed = BlockerRaised()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.blockers[proposed.id] == nil else {
            throw Refusal(
                .blockerTaken, field: "id", zh: "编号“\(proposed.id)”已使用",
                en: "\"\(proposed.id)\" is taken already")
        }
        let project = try city.requireOpen(proposed.project)
        try city.require(proposed.organization, field: "organization")
        try city.require(proposed.handler, field: "handler")
        try city.requireOwn([proposed.organization], field: "organization", asked)
        let houses = city.answerable(for: project, on: asked.today)
        let isTheirs = houses.contains {
            city.organizations.isWithin($0, proposed.organization, on: asked.today)
                || city.organizations.isWithin(proposed.organization, $0, on: asked.today)
        }
        guard isTheirs else {
            throw Refusal(
                .notYours, field: "organization",
                zh: "项目“\(project.id)”不由“\(proposed.organization)”负责",
                en: "\"\(proposed.organization)\" does not answer for project \"\(project.id)\"")
        }
        try asked.requireNotFuture(proposed.day, field: "day")
        try requireText(proposed.note, field: "note")
        try proposed.note.requireFresh(field: "note")
    }
}

/// Raises what its tier has not solved to the next, with the reason.
package struct EscalateBlocker: ProposingCommand {
    package static let name: StaticString = "blocker.escalate"
    package static let title = Words(zh: "提级协调", en: "Raise a blocker to the next tier")
    package static let may: Set<Role> = Role.reporters.union([.dispatcher, .supervisor])
    package static let refusals: [Refusal.Code] = [
        .blockerUnknown, .blockerSolved, .blockerClosed, .tierHighest, .organizationUnknown,
        .notYours, .dayInFuture, .dayTooEarly,
    ]
    package static let example = EscalateBlocker {
        $0.blocker = BlockerID(unchecked: "b-001")
        $0.handler = OrganizationID(unchecked: "dalian")
        $0.day = Month(year: 2024, month: 6)?.firstDay ?? .blank
        $0.reason = .text("区级无用地指标，需市级统筹")
    }

    package var proposed = BlockerEscalated()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let blocker = try city.require(proposed.blocker)
        try city.requireOwn(
            [blocker.organization, blocker.handler], field: "blocker", asked)
        try blocker.requireUnsolved()
        guard blocker.tier.next != nil else {
            throw Refusal(
                .tierHighest, field: "blocker", zh: "已在“\(blocker.tier.words.zh)”协调，不能再提级",
                en: "it is with the \(blocker.tier.words.en) already, above which there is no tier")
        }
        try city.require(proposed.handler, field: "handler")
        try blocker.requireDay(proposed.day, asked)
        try requireText(proposed.reason, field: "reason")
        try proposed.reason.requireFresh(field: "reason")
    }
}

package struct SolveBlocker: ProposingCommand {
    package static let name: StaticString = "blocker.solve"
    package static let title = Words(zh: "解决协调事项", en: "Solve a blocker")
    package static let may: Set<Role> = Role.reporters.union([.dispatcher, .supervisor])
    package static let refusals: [Refusal.Code] = [
        .blockerUnknown, .blockerSolved, .blockerClosed, .notYours, .dayInFuture, .dayTooEarly,
    ]
    package static let example = SolveBlocker {
        $0.blocker = BlockerID(unchecked: "b-001")
        $0.day = Month(year: 2024, month: 7)?.firstDay ?? .blank
        $0.note = .text("已从存量指标中调剂 12 亩")
    }

    package var proposed = BlockerSolved()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let blocker = try city.require(proposed.blocker)
        try city.requireHandler(of: blocker, asked)
        try blocker.requireUnsolved()
        try blocker.requireDay(proposed.day, asked)
        try requireText(proposed.note, field: "note")
        try proposed.note.requireFresh(field: "note")
    }
}

/// Who raised it confirms that it is solved.
package struct ConfirmBlocker: ProposingCommand {
    package static let name: StaticString = "blocker.confirm"
    package static let title = Words(zh: "确认办结", en: "Confirm that a blocker is solved")
    package static let may = Role.reporters
    package static let refusals: [Refusal.Code] = [
        .blockerUnknown, .notYours, .blockerNotSolved, .dayInFuture, .dayTooEarly,
    ]
    package static let example = ConfirmBlocker {
        $0.blocker = BlockerID(unchecked: "b-001")
        $0.day = Month(year: 2024, month: 7)?.firstDay ?? .blank
    }

    package var proposed = BlockerClosed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.requireSolved(proposed.blocker, on: proposed.day, asked)
        try proposed.note.requireFresh(field: "note")
    }
}

/// Who raised it does not find it solved.
package struct ReopenBlocker: ProposingCommand {
    package static let name: StaticString = "blocker.reopen"
    package static let title = Words(zh: "退回再办", en: "Reopen a blocker")
    package static let may = Role.reporters
    package static let refusals: [Refusal.Code] = [
        .blockerUnknown, .notYours, .blockerNotSolved, .dayInFuture, .dayTooEarly,
    ]
    package static let example = ReopenBlocker {
        $0.blocker = BlockerID(unchecked: "b-001")
        $0.day = Month(year: 2024, month: 7)?.firstDay ?? .blank
        $0.reason = .text("调剂的指标尚未批复")
    }

    package var proposed = BlockerReopened()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.requireSolved(proposed.blocker, on: proposed.day, asked)
        try requireText(proposed.reason, field: "reason")
        try proposed.reason.requireFresh(field: "reason")
    }
}

extension Blocker {
    fileprivate func requireUnsolved() throws(Refusal) {
        guard let last = steps.last else { return }
        switch state {
        case .open: return
        case .solved:
            throw Refusal(
                .blockerSolved, field: "blocker", zh: "已于 \(last.day) 报告解决，等待提出单位确认",
                en: "it was reported solved on \(last.day) and waits for whoever raised it")
        case .closed:
            throw Refusal(
                .blockerClosed, field: "blocker", zh: "已于 \(last.day) 办结",
                en: "it was closed on \(last.day)")
        }
    }

    /// Nothing happens to it before what happened last.
    fileprivate func requireDay(_ day: Day, _ asked: Asked) throws(Refusal) {
        try asked.requireNotFuture(day, field: "day")
        guard let last = steps.last, day < last.day else { return }
        throw Refusal(
            .dayTooEarly, field: "day", zh: "日期 \(day) 早于上一步的 \(last.day)",
            en: "\(day) lies before the step before it, of \(last.day)")
    }
}

extension City {
    package func require(_ id: BlockerID) throws(Refusal) -> Blocker {
        guard let blocker = blockers[id] else {
            throw Refusal(
                .blockerUnknown, field: "blocker", zh: "没有编号为“\(id)”的协调事项",
                en: "there is no blocker \"\(id)\"")
        }
        return blocker
    }

    fileprivate func requireSolved(
        _ id: BlockerID, on day: Day, _ asked: Asked
    ) throws(Refusal) {
        let blocker = try require(id)
        try requireOwn([blocker.organization], field: "blocker", asked)
        guard blocker.state == .solved else {
            throw Refusal(
                .blockerNotSolved, field: "blocker", zh: "该事项\(blocker.state.words.zh)，没有待确认的结果",
                en: "it is \(blocker.state.words.en); there is nothing to confirm")
        }
        try blocker.requireDay(day, asked)
    }

    /// The house that is to solve it says that it has, or an office of the city that stands below
    /// it and speaks for it: whoever raised it does not, unless it was left to itself.
    fileprivate func requireHandler(of blocker: Blocker, _ asked: Asked) throws(Refusal) {
        let handler = blocker.handler
        if let home = asked.actor.organization {
            if organizations.isWithin(handler, home, on: asked.today) { return }
            let offices: Set<Role> = [.dispatcher, .supervisor]
            if !asked.actor.roles.isDisjoint(with: offices),
                organizations.isWithin(home, handler, on: asked.today),
                !organizations.isWithin(home, blocker.organization, on: asked.today)
            {
                return
            }
        }
        throw Refusal(
            .notYours, field: "blocker", zh: "由“\(handler)”协调解决，“\(asked.actor.person)”不能办理",
            en: "\"\(handler)\" is to solve it, not \"\(asked.actor.person)\"")
    }
}

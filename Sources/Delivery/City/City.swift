package import HashTreeCollections
package import Rulebook

/// The whole state of a city at one position of its ledger. A value: a copy costs nothing, and
/// later changes do not reach it.
package struct City: Sendable, Equatable {
    /// How many records have been folded; the next record has this seq.
    package var size = 0
    /// The local day of the latest record.
    package var day: Day?
    /// When the latest record was made.
    package var time: Timestamp?
    /// How many records there were at the end of each day on which any was made, in order.
    package private(set) var days: [DayMark] = []
    package var settings: Settings?
    package var organizations = OrganizationRegister()
    package var people: TreeDictionary<PersonID, Appointment> = [:]
    package var projects = ProjectRegister()
    package var targets: TreeDictionary<Target.Key, Target> = [:]
    package var findings: TreeDictionary<FindingID, Finding> = [:]
    /// In the order of their adoption.
    package var rulebooks: [AdoptedRulebook] = []
    /// In the order of their declaration.
    package var frames: [Frame] = []
    package var sources = Register<Source>()
    package var indicators = IndicatorRegister()
    package var calendar = WorkingCalendar()
    package var directives = Register<Directive>()
    package var commitments = CommitmentRegister()
    package var commitmentClocks = CommitmentClocks()
    package var lists = Register<CommitmentList>()
    /// What published editions say of each item that ever was on a list.
    package var listings: TreeDictionary<CommitmentID, Listing> = [:]
    package var blockers = Register<Blocker>()
    package var tierClocks = TierClocks()
    package var purges = PurgeRegister()

    package init() {}

    /// Folds one event in. Events come in the order of their seqs.
    package mutating func apply(_ event: some EventBody, _ at: Occurrence) {
        event.apply(to: &self, at)
        advance(past: at)
    }

    private mutating func advance(past at: Occurrence) {
        size = at.seq + 1
        day = at.day
        time = at.at
        if days.last?.day == at.day {
            days[days.count - 1].size = size
        } else {
            days.append(DayMark(day: at.day, size: size))
        }
    }

    /// The day on which the city stands when it is looked at today: an archive stands still.
    package func standing(today: Day) -> Day {
        settings?.archive == true ? day ?? today : today
    }

    /// How many records there were when the day ended: those before the first one that was
    /// recorded on a later day.
    package func size(atEndOf day: Day) -> Int {
        var size = 0
        for mark in days {
            if mark.day > day { break }
            size = mark.size
        }
        return size
    }
}

extension City {
    /// The organization, or a refusal that names the field it came from.
    @discardableResult
    package func require(
        _ id: OrganizationID, field: String
    ) throws(Refusal) -> Organization {
        guard let organization = organizations[id] else {
            throw Refusal(
                .organizationUnknown, field: field, zh: "没有编号为“\(id)”的组织，请先登记",
                en: "there is no organization \"\(id)\"; register it first")
        }
        return organization
    }

    package func require(_ id: ProjectID) throws(Refusal) -> Project {
        guard let project = projects[id] else {
            throw Refusal(
                .projectUnknown, field: "project", zh: "没有编号为“\(id)”的项目，请先登记",
                en: "there is no project \"\(id)\"; register it first")
        }
        return project
    }

    /// The project, unless it has been terminated.
    package func requireOpen(_ id: ProjectID) throws(Refusal) -> Project {
        let project = try require(id)
        if case .terminated(let day) = project.standing {
            throw Refusal(
                .projectTerminated, field: "project", zh: "项目“\(id)”已于 \(day) 终止",
                en: "project \"\(id)\" was terminated on \(day)")
        }
        return project
    }
}

package struct DayMark: Sendable, Hashable {
    package var day: Day
    package var size: Int
}

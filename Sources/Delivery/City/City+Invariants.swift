import HashTreeCollections
import Rulebook

extension City {
    /// What must hold of every city whatever happened in it: empty, or a sentence for each
    /// thing that does not.
    package func checkInvariants() -> [String] {
        dayInvariants() + organizationInvariants() + findingInvariants()
            + projects.checkInvariants() + projects.all.flatMap { invariants(of: $0) }
            + frameInvariants() + sources.checkInvariants("source")
            + indicators.checkInvariants() + commitmentInvariants() + blockerInvariants()
            + listInvariants() + purges.checkInvariants()
    }

    private func frameInvariants() -> [String] {
        let lines = frames.flatMap(\.lines).map(\.id)
        return Set(lines).count == lines.count && Set(frames.map(\.id)).count == frames.count
            ? [] : ["a frame or a line stands twice"]
    }

    private func dayInvariants() -> [String] {
        var broken: [String] = []
        for (mark, next) in zip(days, days.dropFirst())
        where mark.day >= next.day || mark.size >= next.size {
            broken.append("the day marks \(mark) and \(next) do not ascend")
        }
        if let last = days.last, last.size != size || last.day != day {
            broken.append("the last day mark is not the city's position")
        }
        return broken
    }

    private func organizationInvariants() -> [String] {
        var broken: [String] = []
        let ids = organizations.ids
        if Set(ids).count != ids.count { broken.append("an organization stands twice") }
        for organization in organizations.all {
            let records = organization.records
            if !records.isStrictlyAscending {
                broken.append("\(organization.id): records are \(records)")
            }
            for entry in organization.parent.entries {
                guard let parent = entry.value else { continue }
                if organizations[parent] == nil { broken.append("\(parent) is nowhere") }
                if organizations.isWithin(parent, organization.id, on: entry.from) {
                    broken.append("\(organization.id) belongs to itself on \(entry.from)")
                }
            }
        }
        return broken
    }

    private func findingInvariants() -> [String] {
        findings.values.filter { organizations[$0.organization] == nil }
            .map { "the finding \($0.id) is at no organization" }
    }

    private func invariants(of project: Project) -> [String] {
        var broken: [String] = []
        for entry in project.credits.entries where !entry.value.isEmpty {
            let sum = entry.value.reduce(0) { $0 + $1.share.millionths }
            if sum != Share.whole.millionths {
                broken.append("\(project.id): shares from \(entry.from) sum to \(sum)")
            }
            if Set(entry.value.map(\.organization)).count != entry.value.count {
                broken.append("\(project.id): an organization is credited twice")
            }
        }
        let organizations = answerable(for: project, on: day ?? .earliest)
        if organizations.contains(where: { self.organizations[$0] == nil }) {
            broken.append("\(project.id): an unknown organization answers for it")
        }
        if project.findings.contains(where: { findings[$0]?.project != project.id }) {
            broken.append("\(project.id): a finding is not its own")
        }
        return broken + project.checkInvariants()
    }
}

extension ProjectRegister {
    func checkInvariants() -> [String] {
        var broken: [String] = []
        if Set(ids).count != ids.count || all.count(where: { _ in true }) != ids.count {
            broken.append("the list of projects is not the projects")
        }
        var coded = 0
        for project in all {
            guard let code = project.profile.code else { continue }
            coded += 1
            if self.project(coded: code)?.id != project.id {
                broken.append("\(project.id) is not found by its code")
            }
        }
        if codeCount != coded { broken.append("\(codeCount) codes stand for \(coded) projects") }
        return broken
    }
}

extension Project {
    package func checkInvariants() -> [String] {
        var broken: [String] = []
        let recognised = profile.track.stages.compactMap { recognisedDay($0) }
        if recognised != recognised.sorted() { broken.append("\(id): recognised \(recognised)") }
        for stage in Stage.allCases {
            let claims = claims.filter { $0.stage == stage }
            if claims.count(where: \.isPending) > 1 {
                broken.append("\(id): two claims of \(stage) await a ruling")
            }
            if claims.count(where: { $0.recognisedDay != nil }) > 1 {
                broken.append("\(id): two claims of \(stage) are recognised")
            }
        }
        if claims.map(\.number) != Array(1..<claims.count + 1) {
            broken.append("\(id): claims are not numbered from 1")
        }
        if claims.contains(where: { profile.track.position(of: $0.stage) == nil }) {
            broken.append("\(id): a claim is not of the track")
        }
        if !records.isStrictlyAscending { broken.append("\(id): records are \(records)") }
        let months = investment.map(\.month)
        if months != months.sorted() || Set(months).count != months.count {
            broken.append("\(id): months of investment are not in order")
        }
        let days = reports.map(\.asOf)
        if days != days.sorted() { broken.append("\(id): reports are not in order") }
        return broken
    }
}

extension [Int] {
    var isStrictlyAscending: Bool { zip(self, dropFirst()).allSatisfy(<) }
}

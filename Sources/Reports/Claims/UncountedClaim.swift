package import CityHall
package import Delivery
import Rulebook

/// A claim for a race's time that does not count, as it stood at the race's cut-off.
package struct UncountedClaim: Sendable, Hashable {
    package enum Reason: String, Sendable, CaseIterable {
        /// 不予认定
        case refused
        /// 撤销认定: recognised first, and taken back.
        case revoked
        /// 尚未认定
        case pending
    }

    package var project: ProjectID
    package var claim: Claim
    /// The units that are credited with the project.
    package var units: [OrganizationID]
    package var reason: Reason
    /// The stage counts all the same: it was claimed anew and recognised.
    package var isMadeGood: Bool

    /// Every claim of a stage that the race's rules look at, in the order of the projects.
    package static func all(of race: PreparedRace) -> [UncountedClaim] {
        let stages = Set(race.rulebook.stagesLookedAt)
        let window = race.window
        return race.city.projects.all.flatMap { project -> [UncountedClaim] in
            let claims = project.claims.filter {
                stages.contains($0.stage) && window.contains($0.day)
            }
            guard !claims.isEmpty else { return [] }
            let units = race.units(of: project)
            guard !units.isEmpty else { return [] }
            return claims.compactMap { UncountedClaim($0, of: project, units) }
        }
    }

    private init?(_ claim: Claim, of project: Project, _ units: [OrganizationID]) {
        switch claim.ruling {
        case .refused: reason = .refused
        case .revoked: reason = .revoked
        case .pending: reason = .pending
        case .recognised, .withdrawn: return nil
        }
        self.project = project.id
        self.claim = claim
        self.units = units
        isMadeGood = project.recognisedDay(claim.stage) != nil
    }
}

extension PreparedRace {
    /// The days whose stages are this race's: those of the period, or of the year up to its end.
    var window: ClosedRange<Day> {
        let period = facts.period
        let isWholeYear = rulebook.period?.basis == .ytd
        let start = isWholeYear ? Day(year: period.year, month: 1, day: 1) : nil
        return min(start ?? period.start, period.end)...period.end
    }

    /// The units that are credited with a project at the period's end.
    fileprivate func units(of project: Project) -> [OrganizationID] {
        let organizations = city.organizations
        var units: [OrganizationID] = []
        for credit in project.credits.value(on: facts.period.end) ?? [] {
            let unit = organizations.unit(of: credit.organization, on: facts.period.end)
            guard let unit, !units.contains(unit) else { continue }
            units.append(unit)
        }
        return units
    }
}

extension Rulebook {
    private static let stages: [String: Stage] = [
        "signed_on": .signed, "landed_on": .landed, "approved_on": .approved,
        "preparation_on": .preparation, "started_on": .started, "building_on": .building,
        "completed_on": .completed, "produced_on": .producing, "at_capacity_on": .atCapacity,
        "in_use_on": .inUse,
    ]

    /// The stages whose recognition the rules look at.
    fileprivate var stagesLookedAt: [Stage] {
        fieldsOfProjects.compactMap { Rulebook.stages[$0] }
    }

    /// The fields of projects that conditions, measures and adjustments look at.
    private var fieldsOfProjects: Set<String> {
        var fields: Set<String> = []
        for measure in measures {
            guard case .aggregate(let aggregate) = measure.form,
                aggregate.table.name == "projects"
            else { continue }
            fields.formUnion(aggregate.conditions.map(\.field.name))
            switch aggregate.subject {
            case .rows: break
            case .field(let field): fields.insert(field.name)
            case .days(let from, let to): fields.formUnion([from.name, to.name])
            }
        }
        for adjustment in adjustments where adjustment.table.name == "projects" {
            fields.formUnion(adjustment.conditions.map(\.field.name))
            if let field = adjustment.award?.field { fields.insert(field.name) }
        }
        return fields
    }
}

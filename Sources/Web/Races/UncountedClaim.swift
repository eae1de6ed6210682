import CityHall
package import Delivery
package import Rulebook

/// A stage that was claimed for a race's time and that the race does not count, with the reason.
package struct UncountedClaim: Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        case refused, revoked, withdrawn, pending, late, terminated
    }

    package var project: Project
    /// The latest of the stage's claims.
    package var claim: Claim
    /// The units that the stage would have counted for.
    package var units: [OrganizationID]
    package var reason: Reason
    /// The record that decided it; the claim's own where nobody has ruled.
    package var record: Int

    /// All of a race, in the order of the projects, as the ledger stands for whoever looks.
    ///
    /// - Parameter city: the city looked from; what was recorded by the cut-off is the race's own.
    package static func all(of race: RaceResult, lookingFrom city: City) -> [UncountedClaim] {
        let stages = FieldWords.stages(of: race.rulebook)
        let counted = race.prepared.city
        let window = race.window
        return city.projects.all.flatMap { project -> [UncountedClaim] in
            guard !project.claims.isEmpty else { return [] }
            return stages.compactMap { stage in
                one(project, stage, of: race, counted.projects[project.id], window, city)
            }
        }
    }

    private static func one(
        _ project: Project, _ stage: Stage, of race: RaceResult, _ counted: Project?,
        _ window: ClosedRange<Day>, _ city: City
    ) -> UncountedClaim? {
        guard let claim = project.claims.last(where: { $0.stage == stage }),
            window.contains(claim.day)
        else { return nil }
        let isCounted = counted?.recognisedDay(stage) != nil
        var reason: Reason
        var record = claim.seq
        switch claim.ruling {
        case .pending: reason = claim.seq < race.prepared.counted ? .pending : .late
        case .withdrawn(let seq): (reason, record) = (.withdrawn, seq)
        case .recognised(_, _, let seq): (reason, record) = (.late, seq)
        case .refused(_, _, _, let seq): (reason, record) = (.refused, seq)
        case .revoked(_, _, _, let seq): (reason, record) = (.revoked, seq)
        }
        if case .terminated = project.standing, claim.isPending || isCounted {
            // Nobody rules on an ended project; a recognised stage of it counts unless rules
            // ask for the project's standing.
            guard claim.isPending || race.rulebook.asksForStanding else { return nil }
            reason = .terminated
        } else if isCounted {
            return nil
        }
        let units = race.units(of: project, in: city)
        guard !units.isEmpty else { return nil }
        return UncountedClaim(
            project: project, claim: claim, units: units, reason: reason, record: record)
    }
}

extension RaceResult {
    /// The days whose stages are this race's: those of the period, or of the year up to its end.
    package var window: ClosedRange<Day> {
        let isWholeYear = rulebook.period?.basis == .ytd
        let start = isWholeYear ? Day(year: period.year, month: 1, day: 1) : nil
        return min(start ?? period.start, period.end)...period.end
    }

    /// The units that are credited with a project at the period's end.
    fileprivate func units(of project: Project, in city: City) -> [OrganizationID] {
        let organizations = city.organizations
        var units: [OrganizationID] = []
        for credit in project.credits.value(on: period.end) ?? [] {
            guard let unit = organizations.unit(of: credit.organization, on: period.end),
                !units.contains(unit)
            else { continue }
            units.append(unit)
        }
        return units
    }
}

extension Rulebook {
    /// The fields of a table that conditions, measures and adjustments look at.
    func fields(of table: String) -> Set<String> {
        var fields: Set<String> = []
        for measure in measures {
            guard case .aggregate(let aggregate) = measure.form, aggregate.table.name == table
            else { continue }
            fields.formUnion(aggregate.conditions.map(\.field.name))
            switch aggregate.subject {
            case .rows: break
            case .field(let field): fields.insert(field.name)
            case .days(let from, let to): fields.formUnion([from.name, to.name])
            }
        }
        for adjustment in adjustments where adjustment.table.name == table {
            fields.formUnion(adjustment.conditions.map(\.field.name))
            if let field = adjustment.award?.field { fields.insert(field.name) }
        }
        return fields
    }

    fileprivate var asksForStanding: Bool { fields(of: "projects").contains("standing") }
}

extension FieldWords {
    /// The stages whose recognition rules look at, in the stages' order.
    static func stages(of rulebook: Rulebook) -> [Stage] {
        let looked = Set(rulebook.fields(of: "projects").compactMap(stage))
        return Stage.allCases.filter(looked.contains)
    }
}

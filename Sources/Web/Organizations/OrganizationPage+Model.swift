package import Delivery
import HashTreeCollections
package import JSON
package import Rulebook

/// One organization.
package enum OrganizationPage {}

extension OrganizationPage {
    package struct Model: Sendable {
        package var sight: Sight
        package var organization: Organization
        package var lineage: [OrganizationID]
        package var members: [OrganizationID]
        package var group: String?
        /// Projects credited to it, by stage, in the stages' order; nil for those without one.
        package var stages: [(stage: Stage?, count: Int)]
        package var projectCount: Int
        package var targets: [Target]
        package var findings: [Finding]
        package var races: [Place]

        /// Where it stands in a race.
        package struct Place: Sendable {
            package var result: RaceResult
            package var line: Standings.Line
        }

        /// Nil where there is no such organization.
        package init?(_ sight: Sight, id: String) {
            guard let id = OrganizationID(id), let organization = sight.city.organizations[id]
            else { return nil }
            self.sight = sight
            self.organization = organization
            let register = sight.city.organizations
            let day = sight.city.day ?? .earliest
            lineage = Array(register.lineage(of: id, on: day).dropFirst())
            members = register.ids.filter { register.parent(of: $0, on: day) == id }
            group = register.group(of: id, on: day)
            let rows = sight.projects.rows.filter { $0.districts.contains(id) }
            projectCount = rows.count
            stages = ([nil] + Stage.allCases.map { $0 }).compactMap { stage in
                let count = rows.count { $0.stage == stage }
                return count == 0 ? nil : (stage, count)
            }
            targets = sight.city.targets.values.filter { $0.key.organization == id }
                .sorted { ($1.key.year, $0.key.measure) < ($0.key.year, $1.key.measure) }
            findings = sight.city.findings.values.filter { $0.organization == id }
                .sorted { $0.seq > $1.seq }
            races = []
        }

        package var json: JSON {
            .object([
                .init("as_of", .integer(sight.city.size)),
                .init("id", .string(organization.id.text)),
                .init("kind", .string(organization.kind.rawValue)),
                .init("name", .string(organization.name)),
                .init("group", group.map { .string($0) } ?? .null),
                .init("members", .array(members.map { .string($0.text) })),
                .init("projects", .integer(projectCount)),
                .init("findings", .array(findings.map { .string($0.id.text) })),
                .init("records", .array(organization.records.map { .integer($0) })),
            ])
        }
    }
}

package import Delivery
package import JSON
import Rulebook

/// Who owes, builds, reports and checks.
package enum OrganizationList {}

extension OrganizationList {
    package struct Model: Sendable {
        package var sight: Sight
        /// By kind, in the order of the kinds; empty kinds left out.
        package var kinds: [(kind: OrganizationKind, lines: [Line])]

        package struct Line: Sendable {
            package var organization: Organization
            package var group: String?
            package var parent: OrganizationID?
            /// Projects credited to it.
            package var projects: Int
        }

        package init(_ sight: Sight) {
            self.sight = sight
            let day = sight.city.day ?? .earliest
            var credited: [OrganizationID: Int] = [:]
            for row in sight.projects.rows {
                for district in row.districts { credited[district, default: 0] += 1 }
            }
            let register = sight.city.organizations
            let lines = register.all.map { organization in
                Line(
                    organization: organization, group: register.group(of: organization.id, on: day),
                    parent: register.parent(of: organization.id, on: day),
                    projects: credited[organization.id] ?? 0)
            }
            kinds = OrganizationKind.allCases.compactMap { kind in
                let those = lines.filter { $0.organization.kind == kind }
                return those.isEmpty ? nil : (kind, those)
            }
        }

        package var json: JSON {
            .object([
                .init("as_of", .integer(sight.city.size)),
                .init("organizations", .array(kinds.flatMap(\.lines).map(\.json))),
            ])
        }
    }
}

extension OrganizationList.Model.Line {
    package var json: JSON {
        .object([
            .init("id", .string(organization.id.text)),
            .init("kind", .string(organization.kind.rawValue)),
            .init("name", .string(organization.name)),
            .init("name_en", organization.nameEn.map { .string($0) } ?? .null),
            .init("group", group.map { .string($0) } ?? .null),
            .init("parent", parent.map { .string($0.text) } ?? .null),
            .init("projects", .integer(projects)),
        ])
    }
}

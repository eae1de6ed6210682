package import Delivery
package import JSON

/// The list of projects.
package enum ProjectList {}

extension ProjectList {
    /// Everything on the page, before any words are put to it.
    package struct Model: Sendable {
        package var sight: Sight
        package var filter: ProjectFilter
        package var table: TableQuery
        /// Every project that passes, in order.
        package var places: [Int32]
        /// Districts and others that any project is credited to, in the order of the register.
        package var districts: [OrganizationID]
        package var total: Money?
        /// How many of those that pass have no known total.
        package var withoutTotal: Int

        package init(_ sight: Sight, _ query: Query) {
            self.sight = sight
            let index = sight.projects
            filter = ProjectFilter(query)
            table = TableQuery(query, sortable: ProjectIndex.Order.allCases.map(\.rawValue))
            var order = Array(0..<Int32(clamping: index.rows.count))
            if let sort = table.sort.flatMap(ProjectIndex.Order.init) {
                order = index.places(by: sort)
            }
            if table.descending { order.reverse() }
            places = filter.pass(index.rows, order)
            let credited = Set(index.rows.lazy.flatMap(\.districts))
            districts = sight.city.organizations.ids.filter(credited.contains)
            total = Money.zero
            withoutTotal = 0
            for place in places {
                if let amount = index.rows[Int(place)].total?.value {
                    total = total?.adding(amount)
                } else {
                    withoutTotal += 1
                }
            }
        }

        package var shown: [ProjectRow] {
            places[table.window(of: places.count)].map { sight.projects.rows[Int($0)] }
        }

        package var all: [ProjectRow] { places.map { sight.projects.rows[Int($0)] } }

        package var json: JSON {
            .object([
                .init("as_of", .integer(sight.city.size)),
                .init("count", .integer(places.count)),
                .init("page", .integer(min(table.page, table.pageCount(of: places.count)))),
                .init("size", .integer(table.size)),
                .init("projects", .array(shown.map(\.json))),
            ])
        }
    }
}

extension ProjectRow {
    package var json: JSON {
        .object([
            .init("id", .string(id.text)),
            .init("name", .string(name)),
            .init("track", .string(track.rawValue)),
            .init("stage", stage.map { .string($0.rawValue) } ?? .null),
            .init("recognised", .bool(isRecognised)),
            .init("districts", .array(districts.map { .string($0.text) })),
            .init("total_investment", total.map(\.json) ?? .null),
            .init("plan", plan.map { .string($0.description) } ?? .null),
            .init("invested", invested.map { .string($0.description) } ?? .null),
            .init("strategic", .bool(isStrategic)),
            .init("record", .integer(lastRecord)),
        ])
    }
}

extension Known where Value: CustomStringConvertible {
    /// The value's text, or why it is not known.
    package var json: JSON {
        switch self {
        case .known(let value): .string(value.description)
        case .unknown(let reason, let source):
            .object([
                .init("unknown", .string(reason.rawValue)), .init("source", .string(source)),
            ])
        }
    }
}

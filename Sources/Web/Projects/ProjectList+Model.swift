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
        /// The columns asked for by their keys; empty for those shown as a rule.
        package var chosen: Set<String>
        package var total: Sum
        package var plan: Sum
        package var invested: Sum

        /// An amount of all that pass; nil where it is too large to be true.
        package struct Sum: Sendable {
            package var amount: Money?
            /// How many have no known amount.
            package var unknown: Int
        }

        package init(_ sight: Sight, _ query: Query) {
            self.sight = sight
            let index = sight.projects
            filter = ProjectFilter(query)
            chosen = Set(query.all("col"))
            table = TableQuery(query, sortable: ProjectIndex.Order.allCases.map(\.rawValue))
            var order = index.inOrderOfRegistration
            if let sort = table.sort.flatMap(ProjectIndex.Order.init) {
                order = index.places(by: sort)
            }
            if table.descending { order.reverse() }
            let places = filter.pass(index.columns, order)
            func sum(_ amounts: [Int64]) -> Sum {
                let (amount, unknown) = ProjectColumns.sum(amounts, of: places)
                return Sum(amount: amount, unknown: unknown)
            }
            self.places = places
            total = sum(index.columns.totals)
            plan = sum(index.columns.plans)
            invested = sum(index.columns.invested)
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
                .init("total_investment", total.json),
                .init("projects", .array(shown.map(\.json))),
            ])
        }
    }
}

extension ProjectList.Model.Sum {
    fileprivate var json: JSON {
        .object([
            .init("amount", amount.map { .string($0.description) } ?? .null),
            .init("unknown", .integer(unknown)),
        ])
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

package import Delivery
package import Rulebook
import Synchronization

/// Every project of one state of the city as a row, and the orders in which rows can be shown.
/// A later index takes over the rows that have not changed.
package final class ProjectIndex: Sendable {
    package enum Order: String, Sendable, CaseIterable {
        case name, stage, total, plan, invested, progress, changed
    }

    /// Credits are looked up on its day.
    package let moment: Moment
    /// In the order of registration.
    package let rows: [ProjectRow]
    /// The first and the latest day of which anything is known of any project.
    package let firstFact: Day?
    package let lastFact: Day?
    package let hasPlans: Bool
    package let hasStrategic: Bool
    /// Districts and others that any project is credited to, in the order of the register.
    package let districts: [OrganizationID]
    let columns: ProjectColumns
    package let inOrderOfRegistration: [Int32]
    private let orders = Mutex<[Order: [Int32]]>([:])

    package init(_ city: City, after earlier: ProjectIndex? = nil) {
        moment = Moment(city)
        let day = city.day ?? .earliest
        let known = earlier?.moment.day == city.day ? earlier?.rows ?? [] : []
        let names = earlier?.moment.size ?? 0
        // A new name of an organization changes what its projects are found by.
        let renamed = city.organizations.all.contains { ($0.records.last ?? 0) >= names }
        var rows: [ProjectRow] = []
        rows.reserveCapacity(city.projects.count)
        for (place, project) in city.projects.all.enumerated() {
            if place < known.count, !renamed, known[place].lastRecord == project.records.last {
                rows.append(known[place])
            } else {
                rows.append(ProjectRow(project, on: day, organizations: city.organizations))
            }
        }
        self.rows = rows
        firstFact = rows.lazy.compactMap(\.firstFact).min()
        lastFact = rows.lazy.compactMap(\.lastFact).max()
        hasPlans = rows.contains { $0.plan != nil || $0.invested != nil }
        hasStrategic = rows.contains(where: \.isStrategic)
        inOrderOfRegistration = Array(0..<Int32(clamping: rows.count))
        columns = ProjectColumns(rows)
        let credited = Set(columns.organizations)
        districts = city.organizations.ids.filter(credited.contains)
    }

    /// Places of rows in an order, the least first; what has no value comes before all others.
    package func places(by order: Order) -> [Int32] {
        if let made = orders.withLock({ $0[order] }) { return made }
        let made = sorted(by: order)
        orders.withLock { $0[order] = made }
        return made
    }

    private func sorted(by order: Order) -> [Int32] {
        let places = inOrderOfRegistration
        if order == .name {
            return places.sorted {
                rows[Int($0)].name.utf8Precedes(rows[Int($1)].name) ?? ($0 < $1)
            }
        }
        let keys = rows.map { Self.key($0, order) }
        return places.sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }

    private static func key(_ row: ProjectRow, _ order: Order) -> Int64 {
        switch order {
        case .name: 0
        case .stage: Int64(row.stageOrder)
        case .total: row.total?.value?.minor ?? .min
        case .plan: row.plan?.minor ?? .min
        case .invested: row.invested?.minor ?? .min
        case .progress: row.progress.map { Int64($0) } ?? .min
        case .changed: Int64(row.lastRecord)
        }
    }
}

extension String {
    /// By bytes; nil where both are the same.
    fileprivate func utf8Precedes(_ other: String) -> Bool? {
        if utf8.lexicographicallyPrecedes(other.utf8) { return true }
        return other.utf8.lexicographicallyPrecedes(utf8) ? false : nil
    }
}

package import Delivery
import HashTreeCollections
package import JSON
package import Rulebook

/// What waits for somebody, gravest first, and whose it is: figures below their floor, findings not
/// put right, commitments, stages and blockers past their day, commitments that nobody acknowledged
/// in time, claims without a ruling.
package struct WatchList: Sendable {
    package enum Light: String, Sendable, CaseIterable {
        case red, yellow
    }

    package enum Reason: Sendable, Hashable {
        case finding(Severity, FindingID)
        case overdue(Stage, planned: Day, isClaimed: Bool)
        case unruled(Stage, claimed: Day)
        case commitmentOverdue(due: Day)
        case notAcknowledged(by: Day)
        case belowFloor(FloorAlarm)
        case blockerLate(Tier, clock: Int)
    }

    package struct Item: Sendable {
        package var light: Light
        package var reason: Reason
        package var project: ProjectID?
        package var commitment: CommitmentID?
        package var indicator: IndicatorID?
        package var blocker: BlockerID?
        package var owner: OrganizationID?
        /// Since when it has been waiting.
        package var since: Day
        package var days: Int
        /// The record that says so, where one does.
        package var record: Int?
    }

    /// A stage or a commitment that is later than this is red.
    package static let redAfterDays = 30

    package var sight: Sight
    /// All there are, red before yellow, the longest waiting first.
    package var items: [Item]

    package init(_ sight: Sight) {
        self.sight = sight
        let city = sight.city
        let today = city.day ?? .earliest
        var items = city.findings.values.filter { $0.closed == nil }.map { finding in
            Item(
                light: finding.severity == .minor ? .yellow : .red,
                reason: .finding(finding.severity, finding.id), project: finding.project,
                owner: finding.organization, since: finding.foundOn,
                days: max(0, finding.foundOn.days(to: today)), record: finding.seq)
        }
        for row in sight.projects.rows {
            if let overdue = row.overdue {
                items.append(Self.item(overdue, row, today))
            } else if row.hasPendingClaim,
                let claim = city.projects[row.id]?.claims.first(where: \.isPending)
            {
                items.append(
                    Item(
                        light: .yellow, reason: .unruled(claim.stage, claimed: claim.day),
                        project: row.id, owner: claim.organization, since: claim.day,
                        days: max(0, claim.day.days(to: today)), record: claim.seq))
            }
        }
        items += Self.commitments(of: city, on: today)
        items += Self.floors(of: city, on: today)
        items += Self.blockers(of: city, on: today)
        self.items = items.sorted { one, other in
            if one.light != other.light { return one.light == .red }
            if one.weight != other.weight { return one.weight < other.weight }
            return (other.days, one.record ?? 0) < (one.days, other.record ?? 0)
        }
    }

    private static func item(
        _ overdue: ProjectRow.Overdue, _ row: ProjectRow, _ today: Day
    ) -> Item {
        let days = overdue.planned.days(to: today)
        return Item(
            light: days > redAfterDays && !overdue.isClaimed ? .red : .yellow,
            reason: .overdue(
                overdue.stage, planned: overdue.planned, isClaimed: overdue.isClaimed),
            project: row.id, owner: row.lead ?? row.districts.first, since: overdue.planned,
            days: days, record: nil)
    }

    package func count(_ light: Light) -> Int { items.count { $0.light == light } }

    /// Who has how many of each light, those with most red first.
    package var owners: [(owner: OrganizationID, red: Int, yellow: Int)] {
        var counts: [OrganizationID: (red: Int, yellow: Int)] = [:]
        for item in items {
            guard let owner = item.owner else { continue }
            if item.light == .red {
                counts[owner, default: (0, 0)].red += 1
            } else {
                counts[owner, default: (0, 0)].yellow += 1
            }
        }
        return counts.map { ($0.key, $0.value.red, $0.value.yellow) }
            .sorted { ($1.1, $1.2, $0.0) < ($0.1, $0.2, $1.0) }
    }

    package var json: JSON {
        .object([
            .init("as_of", .integer(sight.city.size)),
            .init("red", .integer(count(.red))), .init("yellow", .integer(count(.yellow))),
            .init("items", .array(items.map(\.json))),
        ])
    }
}

extension WatchList.Item {
    /// Fraud and floors before findings before stages before claims.
    fileprivate var weight: Int {
        switch reason {
        case .finding(.fraud, _), .belowFloor: 0
        case .finding: 1
        case .overdue, .commitmentOverdue, .blockerLate: 2
        case .unruled, .notAcknowledged: 3
        }
    }

    fileprivate var json: JSON {
        let kind: String =
            switch reason {
            case .finding: "finding"
            case .overdue: "overdue"
            case .unruled: "unruled"
            case .commitmentOverdue: "commitment_overdue"
            case .notAcknowledged: "not_acknowledged"
            case .belowFloor: "below_floor"
            case .blockerLate: "blocker_late"
            }
        return .object([
            .init("light", .string(light.rawValue)), .init("reason", .string(kind)),
            .init("project", project.map { .string($0.text) } ?? .null),
            .init("commitment", commitment.map { .string($0.text) } ?? .null),
            .init("indicator", indicator.map { .string($0.text) } ?? .null),
            .init("blocker", blocker.map { .string($0.text) } ?? .null),
            .init("owner", owner.map { .string($0.text) } ?? .null),
            .init("since", .string(since.description)), .init("days", .integer(days)),
            .init("record", record.map { .integer($0) } ?? .null),
        ])
    }
}

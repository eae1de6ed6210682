import HashTreeCollections
import Rulebook

/// What an organization is to reach in a year, and by the end of each month if that is planned.
package struct Target: Sendable, Hashable {
    package struct Key: Sendable, Hashable {
        package var organization: OrganizationID
        package var measure: CodeName
        package var year: Int
    }

    package var key: Key
    package var amount: Decimal
    /// Twelve cumulative figures, January to December; empty where none are planned.
    package var schedule: [Decimal]
    package var seq: Int
}

package struct TargetSet: EventBody {
    package static let type: StaticString = "target.set"
    package var organization = OrganizationID.blank
    package var measure = CodeName.blank
    package var year = 0
    package var amount = Decimal.zero
    package var schedule: [Decimal] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("organization", &organization)
        try visitor.field("measure", &measure)
        try visitor.field("year", &year)
        try visitor.field("amount", &amount)
        try visitor.list("schedule", &schedule)
    }

    package var key: Target.Key {
        Target.Key(organization: organization, measure: measure, year: year)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.targets[key] = Target(key: key, amount: amount, schedule: schedule, seq: at.seq)
    }
}

/// A district's target for a year: rulebooks know it as `target.MEASURE`, its schedule by the
/// period's end as `schedule.MEASURE`.
package struct SetTarget: ProposingCommand {
    package static let name: StaticString = "target.set"
    package static let title = Words(zh: "下达年度目标", en: "Set a yearly target")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [
        .organizationUnknown, .yearOutOfRange, .amountNegative, .scheduleMalformed,
        .nothingChanges,
    ]
    package static let example = SetTarget {
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.measure = CodeName(unchecked: "signed_n")
        $0.year = 2024
        $0.amount = Decimal(15)
        $0.schedule = [1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 14, 15].map { Decimal($0) }
    }

    package var proposed = TargetSet()

    package init() {}

    package var subject: Subject? { .target(proposed.key) }

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.require(proposed.organization, field: "organization")
        try requireYear(proposed.year)
        if let amount = ([proposed.amount] + proposed.schedule).first(where: \.isNegative) {
            throw Refusal(
                .amountNegative, field: proposed.amount.isNegative ? "amount" : "schedule",
                zh: "目标不能为负：\(amount)", en: "a target must not be negative: \(amount)")
        }
        guard proposed.schedule.isEmpty || proposed.schedule.count == 12 else {
            throw Refusal(
                .scheduleMalformed, field: "schedule",
                zh: "序时进度应有 12 个累计数，而不是 \(proposed.schedule.count) 个",
                en: "a schedule has twelve cumulative figures, not \(proposed.schedule.count)")
        }
        if let standing = city.targets[proposed.key], standing.amount == proposed.amount,
            standing.schedule == proposed.schedule
        {
            throw Refusal(
                .nothingChanges, zh: "该目标已如此下达", en: "the target is set to this already")
        }
    }
}

import Rulebook

/// Who can solve what stops a project, from the district up.
package enum Tier: String, CaseIterable, Sendable, FieldCode {
    case district, bureau
    case deputyLeader = "deputy_leader"
    case cityLeader = "city_leader"

    package var words: Words {
        switch self {
        case .district: Words(zh: "区级", en: "district")
        case .bureau: Words(zh: "市直部门", en: "bureau")
        case .deputyLeader: Words(zh: "分管市领导", en: "deputy leader")
        case .cityLeader: Words(zh: "市主要领导", en: "city leader")
        }
    }

    package var next: Tier? {
        Tier.allCases.firstIndex(of: self).flatMap { index in
            Tier.allCases.indices.contains(index + 1) ? Tier.allCases[index + 1] : nil
        }
    }
}

/// Working days that each tier has. A change holds for what is raised after it.
package struct TierClocks: Fielded, Hashable {
    package var district = 5
    package var bureau = 10
    package var deputyLeader = 10
    package var cityLeader = 15

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("district", &district)
        try visitor.field("bureau", &bureau)
        try visitor.field("deputy_leader", &deputyLeader)
        try visitor.field("city_leader", &cityLeader)
    }

    package subscript(tier: Tier) -> Int {
        switch tier {
        case .district: district
        case .bureau: bureau
        case .deputyLeader: deputyLeader
        case .cityLeader: cityLeader
        }
    }
}

package struct TierClocksSet: EventBody {
    package static let type: StaticString = "blocker.clocks_set"
    package var clocks = TierClocks()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try clocks.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) { city.tierClocks = clocks }
}

/// Sets how many working days each tier has to solve what was raised to it.
package struct SetTierClocks: ProposingCommand {
    package static let name: StaticString = "blocker.setClocks"
    package static let title = Words(zh: "设定协调时限", en: "Set the tiers' clocks")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [.clockMalformed, .nothingChanges]
    package static let example = SetTierClocks {
        $0.clocks.district = 3
        $0.clocks.bureau = 7
    }

    package var proposed = TierClocksSet()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        for tier in Tier.allCases {
            let clock = proposed.clocks[tier]
            guard !(1...250).contains(clock) else { continue }
            throw Refusal(
                .clockMalformed, field: tier.rawValue, zh: "时限应为 1–250 个工作日，而不是 \(clock)",
                en: "a clock is 1 to 250 working days, not \(clock)")
        }
        guard city.tierClocks != proposed.clocks else {
            throw Refusal(
                .nothingChanges, zh: "时限已如此设定", en: "the clocks are set like this already")
        }
    }
}

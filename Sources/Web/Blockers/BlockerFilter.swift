import Delivery
import Rulebook

/// Which blockers a reader asked for, as the address says it. What cannot be read is not asked.
struct BlockerFilter: Sendable {
    var kind: BlockerKind?
    var tier: Tier?
    var state: BlockerState?
    var light: BlockerLine.Light?
    /// Who raised it, or is to solve it.
    var house: OrganizationID?

    init(_ query: Query) {
        kind = query["kind"].flatMap { BlockerKind(rawValue: $0) }
        tier = query["tier"].flatMap { Tier(rawValue: $0) }
        state = query["state"].flatMap { BlockerState(rawValue: $0) }
        light = query["light"].flatMap { BlockerLine.Light(rawValue: $0) }
        house = query["house"].flatMap { OrganizationID($0) }
    }

    func takes(_ line: BlockerLine) -> Bool {
        let blocker = line.blocker
        return (kind.map { blocker.kind == $0 } ?? true)
            && (tier.map { blocker.tier == $0 } ?? true)
            && (state.map { blocker.state == $0 } ?? true)
            && (light.map { line.light == $0 } ?? true)
            && (house.map { [blocker.organization, blocker.handler].contains($0) } ?? true)
    }
}

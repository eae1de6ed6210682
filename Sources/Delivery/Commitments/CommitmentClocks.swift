import Rulebook

/// How long a commitment may wait for its lead. They hold for all that is owed from the record
/// that set them; until one did, these.
package struct CommitmentClocks: Fielded, Hashable {
    /// Working days within which it is to be acknowledged.
    package var acknowledge = 3
    /// Days before it is due on which its lead is reminded, the furthest first.
    package var reminders = [30, 7, 1]
    /// Days after which those who say nothing of what they owe are silent.
    package var update = 31

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("acknowledge", &acknowledge)
        try visitor.list("reminders", &reminders)
        try visitor.field("update", &update)
    }
}

package struct CommitmentClocksSet: EventBody {
    package static let type: StaticString = "commitment.clocks_set"
    package var clocks = CommitmentClocks()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try clocks.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) { city.commitmentClocks = clocks }
}

/// Sets how long commitments may wait: to be acknowledged, before a reminder, in silence.
package struct SetCommitmentClocks: ProposingCommand {
    package static let name: StaticString = "commitment.setClocks"
    package static let title = Words(zh: "设定办理时限", en: "Set the commitments' clocks")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [.clockMalformed, .nothingChanges]
    package static let example = SetCommitmentClocks {
        $0.clocks.acknowledge = 2
        $0.clocks.reminders = [30, 14, 3]
        $0.clocks.update = 15
    }

    package var proposed = CommitmentClocksSet()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let clocks = proposed.clocks
        try require(clocks.acknowledge, in: 1...250, field: "acknowledge")
        try require(clocks.update, in: 1...366, field: "update")
        for (index, distance) in clocks.reminders.enumerated() {
            let field = "reminders[\(index)]"
            try require(distance, in: 1...366, field: field)
            guard index > 0, clocks.reminders[index - 1] <= distance else { continue }
            throw Refusal(
                .clockMalformed, field: field, zh: "提醒应由远及近排列，\(distance) 天应排在前面",
                en: "reminders run from the furthest to the nearest; \(distance) days come earlier")
        }
        guard city.commitmentClocks != clocks else {
            throw Refusal(
                .nothingChanges, zh: "时限已如此设定", en: "the clocks are set like this already")
        }
    }

    private func require(
        _ days: Int, in range: ClosedRange<Int>, field: String
    ) throws(Refusal) {
        guard !range.contains(days) else { return }
        throw Refusal(
            .clockMalformed, field: field,
            zh: "应为 \(range.lowerBound)–\(range.upperBound) 天，而不是 \(days)",
            en: "a clock is \(range.lowerBound) to \(range.upperBound) days, not \(days)")
    }
}

import Delivery
package import JSON
import Rulebook

extension CommitmentPage {
    package var json: JSON {
        let city = sight.city
        let own = item.json(on: today, city).objectValue ?? []
        return .object(
            own + [
                .init("parts", .array(city.parts(of: item.id).map { $0.json(on: today, city) })),
                .init(
                    "steps",
                    .array(
                        item.steps.map { step in
                            .object([
                                .init("state", .string(step.state.rawValue)),
                                .init("day", .string(step.day.description)),
                                .init("record", .integer(step.seq)),
                            ])
                        })),
                .init("adjusted", .array(item.adjustments.map(adjustment))),
                .init(
                    "closed_periods",
                    .array(
                        item.closedPeriods.map { period in
                            .object([
                                .init("number", .integer(period.number)),
                                .init("due", .string(period.due.description)),
                                .init("done", .string(period.done.description)),
                                .init("struck_off", .string(period.struckOff.description)),
                                .init("record", .integer(period.seq)),
                            ])
                        })),
            ])
    }

    private func adjustment(_ one: Adjustment) -> JSON {
        let decision: JSON =
            one.decision.map { .string($0.isApproved ? "approved" : "refused") } ?? .null
        return .object([
            .init("number", .integer(one.number)), .init("kind", .string(one.kind.rawValue)),
            .init("fields", .array(one.changes.map { .string($0.field.rawValue) })),
            .init("decision", decision), .init("record", .integer(one.proposed.seq)),
        ])
    }
}

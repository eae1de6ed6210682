import Delivery
import Rulebook

extension Provocation {
    static let ofReviews: [Provocation] = approvals + acceptances + returns + locks

    private static let time = "2024-01..2024-09"

    private static let approvals: [Provocation] = [
        Provocation(.indicatorUnknown, approving(time), as: .keeper),
        Provocation(.figureUnknown, approving(time), as: .keeper, after: registered),
        Provocation(
            .figureUnknown, approving("2024-01..2024-08"), as: .keeper, after: observed),
        Provocation(.periodLocked, approving(time), as: .keeper, after: locked),
        Provocation(.notYours, approving(time), as: .stranger, after: observed),
        Provocation(.samePerson, approving(time), as: .keeper) {
            try registered(&$0)
            try $0.accept(ObserveFigure.example, as: .keeper)
        },
        Provocation(.figureNotSubmitted, approving(time), as: .dispatcher, after: approved),
        Provocation(.figureNotSubmitted, approving(time), as: .dispatcher) {
            try observed(&$0)
            try $0.accept(returning(time), as: .keeper)
        },
    ]

    private static let acceptances: [Provocation] = [
        Provocation(.indicatorUnknown, accepting(time), as: .dispatcher),
        Provocation(
            .figureUnknown, accepting(time, of: nil), as: .dispatcher, after: observed),
        Provocation(.periodLocked, accepting(time), as: .supervisor, after: locked),
        Provocation(.samePerson, accepting(time), as: .dispatcher) {
            try observed(&$0)
            try $0.accept(approving(time), as: .dispatcher)
        },
        Provocation(.figureNotApproved, accepting(time), as: .dispatcher, after: observed),
        Provocation(.figureNotApproved, accepting(time), as: .supervisor, after: accepted),
    ]

    private static let returns: [Provocation] = [
        Provocation(.indicatorUnknown, returning(time), as: .keeper),
        Provocation(.figureUnknown, returning(time), as: .keeper, after: registered),
        Provocation(.periodLocked, returning(time), as: .dispatcher, after: locked),
        Provocation(.notYours, returning(time), as: .stranger, after: observed),
        Provocation(
            .textMissing, returning(time, reason: .text("\n")), as: .keeper, after: observed),
        Provocation(
            .fieldMalformed, returning(time, reason: .sealed(hash)), as: .keeper,
            after: observed),
        Provocation(.figureReturned, returning(time), as: .keeper) {
            try observed(&$0)
            try $0.accept(returning(time), as: .keeper)
        },
    ]

    private static let locks: [Provocation] = [
        Provocation(.indicatorUnknown, locking(time), as: .dispatcher),
        Provocation(.periodMismatch, locking("2024-09-30"), as: .dispatcher, after: registered),
        Provocation(.periodMismatch, locking("2024-09"), as: .dispatcher, after: registered),
        Provocation(.periodLocked, locking(time), as: .dispatcher, after: locked),
        Provocation(.figureNotAccepted, locking(time), as: .dispatcher, after: approved),
        Provocation(.figureNotAccepted, locking(time), as: .dispatcher) {
            try accepted(&$0)
            try $0.accept(observing(time, of: "xigang"), as: .xigang)
        },
        Provocation(.indicatorUnknown, unlocking(time), as: .dispatcher),
        Provocation(.periodNotLocked, unlocking(time), as: .dispatcher, after: accepted),
        Provocation(.periodNotLocked, unlocking(time), as: .dispatcher) {
            try locked(&$0)
            try $0.accept(unlocking(time), as: .dispatcher)
        },
        Provocation(
            .textMissing, unlocking(time, reason: .text("")), as: .dispatcher, after: locked),
        Provocation(
            .fieldMalformed, unlocking(time, reason: .sealed(hash)), as: .dispatcher,
            after: locked),
    ]
}

extension Actor {
    /// Of a department that keeps nothing here.
    fileprivate static let stranger = person("qita", "fagaiwei", [.departmentReporter])
}

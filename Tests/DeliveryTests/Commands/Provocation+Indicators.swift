import Delivery
import Rulebook

extension Provocation {
    static let ofIndicators: [Provocation] =
        registeringIndicators + revisingIndicators + observing + targets

    private static let registeringIndicators: [Provocation] =
        [
            Provocation(
                .indicatorTaken, RegisterIndicator.example, as: .dispatcher, after: registered),
            Provocation(.textMissing, new { $0.name = " " }, as: .dispatcher),
            Provocation(
                .organizationUnknown, new { $0.owner = organization("none") }, as: .dispatcher),
            Provocation(.indicatorMalformed, new { $0.decimals = 7 }, as: .dispatcher),
            Provocation(.indicatorMalformed, new { $0.decimals = -1 }, as: .dispatcher),
            Provocation(.indicatorMalformed, new { $0.flow = true }, as: .dispatcher),
            Provocation(.indicatorMalformed, new { $0.threshold = "十亿元以上" }, as: .dispatcher),
            Provocation(.textMissing, new { $0.threshold = "" }, as: .dispatcher),
            Provocation(.fieldMalformed, new { $0.note = .sealed(hash) }, as: .dispatcher),
        ]
        + alignments(
            of: { change in new { change(&$0.alignment) } }, as: .dispatcher)

    private static let revisingIndicators: [Provocation] =
        [
            Provocation(.indicatorUnknown, revising { _ in }, as: .dispatcher),
            Provocation(
                .indicatorMalformed, revising { $0.decimals = 9 }, as: .dispatcher,
                after: registered),
            Provocation(
                .organizationUnknown, revising { $0.owner = organization("none") },
                as: .dispatcher, after: registered),
            Provocation(
                .nothingChanges, revising { $0.owner = organization("gongxinju") },
                as: .dispatcher, after: registered),
            Provocation(
                .fieldMalformed, revising { $0.note = .sealed(hash) }, as: .dispatcher,
                after: registered),
        ]
        + alignments(
            of: { change in revising { change(&$0.alignment) } }, as: .dispatcher,
            after: registered)
        + [
            { $0.unit = "万元" }, { $0.frequency = .quarter }, { $0.basis = .growth },
            {
                $0.basis = .level
                $0.flow = true
            },
        ].map { (change: (inout IndicatorProfile) -> Void) in
            Provocation(
                .indicatorObserved, revising(change), as: .dispatcher, after: observed)
        }

    private static let observing: [Provocation] =
        [
            Provocation(.indicatorUnknown, figure(), as: .zhongshan),
            Provocation(
                .organizationUnknown, figure { $0.organization = organization("none") },
                as: .console, after: registered),
            Provocation(.notYours, figure(), as: .xigang, after: registered),
            Provocation(
                .notYours, figure { $0.organization = nil }, as: .zhongshan, after: registered),
            Provocation(
                .dayInFuture, figure { $0.period = ObservedPeriod("2025-01") ?? .blank },
                as: .zhongshan, after: registered),
            Provocation(.periodLocked, figure { $0.reason = .text("更正") }, as: .zhongshan) {
                try locked(&$0)
            },
            Provocation(.nothingChanges, figure(), as: .zhongshan, after: observed),
            Provocation(
                .textMissing, figure { $0.figure = .exact(Decimal(1)) }, as: .zhongshan,
                after: observed),
            Provocation(
                .textMissing,
                figure {
                    $0.figure = .exact(Decimal(1))
                    $0.reason = .text(" ")
                }, as: .zhongshan, after: observed),
            Provocation(
                .textMissing, figure { $0.figure = .ofClass("") }, as: .zhongshan,
                after: registered),
            Provocation(
                .fieldMalformed, figure { $0.reason = .sealed(hash) }, as: .zhongshan,
                after: registered),
            Provocation(
                .fieldMalformed, figure { $0.note = .sealed(hash) }, as: .zhongshan,
                after: registered),
        ]
        + provenances(
            of: { change in figure { change(&$0.provenance) } }, after: registered)
        + misfits

    /// A time that the indicator's figures cannot be of.
    private static let misfits: [Provocation] = [
        (Frequency.month, IndicatorBasis.yearToDate, "2023-04..2024-03"),
        (.month, .yearToDate, "2024-10-15"), (.month, .level, "2024-Q1"),
        (.month, .level, "2024-01..2024-09"), (.month, .growth, "2024-02..2024-09"),
        (.quarter, .level, "2024-09"), (.quarter, .level, "2024-02..2024-04"),
        (.quarter, .yearToDate, "2024-01..2024-08"), (.year, .level, "2024-Q1"),
        (.year, .yearToDate, "2024-01..2024-09"),
    ].map { frequency, basis, period in
        Provocation(
            .periodMismatch, figure { $0.period = ObservedPeriod(period) ?? .blank },
            as: .zhongshan
        ) {
            try $0.registerIndicator { ($0.frequency, $0.basis) = (frequency, basis) }
        }
    }

    private static let targets: [Provocation] =
        [
            Provocation(.indicatorUnknown, aiming("150"), as: .dispatcher),
            Provocation(
                .organizationUnknown, aiming("150", of: "none"), as: .dispatcher,
                after: registered),
            Provocation(
                .yearOutOfRange, aim { $0.year = 1900 }, as: .dispatcher, after: registered),
            Provocation(
                .scheduleMalformed, aim { $0.schedule.removeLast() }, as: .dispatcher,
                after: registered),
            Provocation(.nothingChanges, SetIndicatorTarget.example, as: .dispatcher) {
                try registered(&$0)
                try $0.accept(SetIndicatorTarget.example, as: .console)
            },
        ]
        + provenances(
            of: { change in aim { change(&$0.provenance) } }, as: .dispatcher, after: registered)

    static func registered(_ test: inout TestCity) throws { try test.registerIndicator() }

    static func observed(_ test: inout TestCity) throws {
        try test.registerIndicator()
        try test.accept(ObserveFigure.example, as: .zhongshan)
    }

    static func approved(_ test: inout TestCity) throws {
        try observed(&test)
        try test.accept(ApproveFigure.example, as: .keeper)
    }

    static func accepted(_ test: inout TestCity) throws {
        try approved(&test)
        try test.accept(AcceptFigure.example, as: .dispatcher)
    }

    static func locked(_ test: inout TestCity) throws {
        try accepted(&test)
        try test.accept(LockPeriod.example, as: .dispatcher)
    }

    private static func new(_ change: (inout IndicatorProfile) -> Void) -> RegisterIndicator {
        RegisterIndicator {
            $0 = RegisterIndicator.example.proposed
            change(&$0.profile)
        }
    }

    private static func revising(_ change: (inout IndicatorProfile) -> Void) -> ReviseIndicator {
        ReviseIndicator {
            $0.indicator = RegisterIndicator.example.proposed.id
            $0.profile = RegisterIndicator.example.proposed.profile
            change(&$0.profile)
        }
    }

    private static func figure(
        _ change: (inout FigureObserved) -> Void = { _ in }
    ) -> ObserveFigure {
        ObserveFigure {
            $0 = ObserveFigure.example.proposed
            change(&$0)
        }
    }

    private static func aim(_ change: (inout IndicatorTargetSet) -> Void) -> SetIndicatorTarget {
        SetIndicatorTarget {
            $0 = SetIndicatorTarget.example.proposed
            change(&$0)
        }
    }
}

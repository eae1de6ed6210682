import Delivery
import Rulebook

extension Provocation {
    static let ofFigures: [Provocation] = [
        Provocation(.projectUnknown, plan("none"), as: .dispatcher),
        Provocation(.projectTerminated, plan("p3"), as: .dispatcher),
        Provocation(.yearOutOfRange, plan("p1", year: 1948), as: .dispatcher),
        Provocation(.yearOutOfRange, plan("p1", year: Int.max), as: .dispatcher),
        Provocation(.amountNegative, plan("p1", "-1"), as: .dispatcher),
        Provocation(.projectUnknown, investment("none"), as: .zhongshan),
        Provocation(.projectTerminated, investment("p3"), as: .xigang),
        Provocation(.notYours, investment("p1"), as: .xigang),
        Provocation(.dayInFuture, investment("p1", "2024-11"), as: .zhongshan),
        Provocation(.amountNegative, investment("p1", "2024-04", "-0.01"), as: .zhongshan),
        Provocation(.nothingChanges, investment("p1"), as: .zhongshan) {
            try $0.accept(investment("p1"), as: .zhongshan)
        },
        Provocation(.organizationUnknown, target { $0.organization = organization("none") }),
        Provocation(.yearOutOfRange, target { $0.year = 2200 }),
        Provocation(.amountNegative, target { $0.amount = Decimal(-1) }),
        Provocation(.amountNegative, target { $0.schedule[3] = Decimal(-1) }),
        Provocation(.scheduleMalformed, target { $0.schedule = [Decimal(1)] }),
        Provocation(.nothingChanges, SetTarget.example, as: .dispatcher) {
            try $0.accept(SetTarget.example, as: .console)
        },
    ]

    static let ofFindings: [Provocation] = [
        Provocation(.findingTaken, RecordFinding.example, as: .inspector),
        Provocation(.organizationUnknown, finding { $0.organization = organization("none") }),
        Provocation(.projectUnknown, finding { $0.project = ProjectID(unchecked: "none") }),
        Provocation(.dayInFuture, finding { $0.foundOn = day("2024-10-16") }),
        Provocation(.sameSubtree, finding { _ in }, as: .parkInspector),
        Provocation(.fieldMalformed, finding { $0.note = .sealed(hash) }),
        Provocation(.findingUnknown, closure("none"), as: .inspector),
        Provocation(.findingClosed, closure("f1"), as: .inspector) {
            try $0.accept(closure("f1"), as: .inspector)
        },
        Provocation(.dayInFuture, closure("f1", on: "2024-10-16"), as: .inspector),
        Provocation(.dayTooEarly, closure("f1", on: "2024-04-29"), as: .inspector),
        Provocation(.sameSubtree, closure("f1"), as: .zhongshanInspector),
    ]

    private init(_ code: Refusal.Code, _ command: SetTarget) {
        self.init(code, command, as: .dispatcher)
    }

    private init(_ code: Refusal.Code, _ command: RecordFinding) {
        self.init(code, command, as: .inspector)
    }

    private static func target(_ change: (inout TargetSet) -> Void) -> SetTarget {
        SetTarget {
            $0 = SetTarget.example.proposed
            change(&$0)
        }
    }

    private static func finding(_ change: (inout FindingRecorded) -> Void) -> RecordFinding {
        RecordFinding {
            $0 = RecordFinding.example.proposed
            $0.id = FindingID(unchecked: "f2")
            change(&$0)
        }
    }
}

func plan(_ id: String, _ amount: String = "100", year: Int = 2024) -> PlanYear {
    PlanYear {
        $0.project = ProjectID(unchecked: id)
        $0.year = year
        $0.amount = money(amount)
    }
}

func investment(
    _ id: String, _ text: String = "2024-04", _ amount: String = "100"
) -> ReportInvestment {
    ReportInvestment {
        $0.project = ProjectID(unchecked: id)
        $0.month = month(text)
        $0.amount = money(amount)
    }
}

func closure(_ id: String, on text: String = "2024-05-31") -> CloseFinding {
    CloseFinding {
        $0.finding = FindingID(unchecked: id)
        $0.day = day(text)
    }
}

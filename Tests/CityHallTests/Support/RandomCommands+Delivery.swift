import Delivery
import RandomValues
import Rulebook

/// Commands about frames, indicators, directives, commitments and blockers.
extension RandomCommands {
    mutating func later(in city: City) -> (any Command, String) {
        let reporter = random.pick(["zs", "xg", "gx"])
        let office = random.pick(["diaodu", "diaodu2", "shiban"])
        switch Int.random(in: 0..<38, using: &random) {
        case 0: return (declare(), random.pick(["console", "diaodu", "zs"]))
        case 1: return (registerSource(), random.pick(["console", "diaodu"]))
        case 2: return (registerIndicator(), "diaodu")
        case 3: return (reviseIndicator(), "diaodu")
        case 4...7: return (observe(), random.pick(["console", reporter, office]))
        case 8...9: return (review(0), random.pick(["gx", office]))
        case 10: return (review(1), office)
        case 11: return (review(2), random.pick(["gx", office]))
        case 12: return (random.pick([lock(city), lock(city), unlock()]), "diaodu")
        case 13: return (aim(), random.pick(["console", "diaodu"]))
        case 14: return (setYear(), "diaodu")
        case 15: return (direct(city), office)
        case 16...17: return (draft(city), random.pick([reporter, "shiban", "console"]))
        case 18...29: return follow(city)
        case 33...37: return list(in: city)
        default: return (block(city), random.pick(["zs", "xg", "gx", "shiban"]))
        }
    }

    mutating func maybe<Value>(_ value: Value) -> Value? {
        Int.random(in: 0..<4, using: &random) == 0 ? value : nil
    }

    mutating func alignment() -> Alignment {
        let lines = ["P1", "P2", "P3", "Z1", "none"].map { CodeName(unchecked: $0) }
        return random.pick([
            Alignment(), Alignment(random.pick(lines)),
            Alignment(maybe(random.pick(lines)), others: [random.pick(lines)]),
        ])
    }

    mutating func provenance() -> Provenance {
        let source = SourceID(unchecked: random.pick(["s1", "s2", "s3"]))
        var provenance = Provenance(random.pick(ProvenanceBasis.allCases), maybe(source))
        provenance.doubt = maybe(.text("存疑"))
        return random.pick([Provenance(), Provenance(), Provenance(.example), provenance])
    }

    private mutating func declare() -> any Command {
        let lines = ["P1", "P2", "P3", "Z1"].shuffled(using: &random).dropLast()
        let id = random.pick(["six", "three"])
        return DeclareFrame {
            ($0.id, $0.name) = (CodeName(unchecked: id), "框架")
            $0.lines = lines.map { Line(CodeName(unchecked: $0), "主线") }
        }
    }

    private mutating func registerSource() -> any Command {
        let (id, day) = (random.pick(["s1", "s2"]), day())
        return RegisterSource {
            ($0.id, $0.title, $0.day) = (SourceID(unchecked: id), "来源", day)
        }
    }
}

extension RandomCommands {
    private mutating func indicator() -> IndicatorID {
        IndicatorID(unchecked: "i\(Int.random(in: 0..<4, using: &random))")
    }

    private mutating func measure() -> IndicatorProfile {
        var profile = IndicatorProfile()
        profile.name = "指标"
        profile.basis = random.pick(IndicatorBasis.allCases)
        profile.frequency = random.pick([.month, .month, .quarter, .once])
        profile.flow = maybe(true) ?? false
        profile.owner = OrganizationID(unchecked: "gongxinju")
        profile.alignment = alignment()
        return profile
    }

    private mutating func registerIndicator() -> any Command {
        let (id, profile) = (indicator(), measure())
        return RegisterIndicator { ($0.id, $0.profile) = (id, profile) }
    }

    private mutating func reviseIndicator() -> any Command {
        let (id, profile) = (indicator(), measure())
        return ReviseIndicator { ($0.indicator, $0.profile) = (id, profile) }
    }

    private mutating func time() -> ObservedPeriod {
        let month = Month(number: 24_288 + Int.random(in: 0..<9, using: &random)) ?? .blank
        return random.pick([
            .month(month), .months(.yearToDate(month)), .months(.yearToDate(month)),
            .months(MonthSpan(Period(.quarter, containing: month.firstDay))),
            .undated(.current),
        ])
    }

    private mutating func reporting() -> (IndicatorID, OrganizationID?, ObservedPeriod) {
        let house = OrganizationID(unchecked: random.pick(["zhongshan", "xigang"]))
        return (indicator(), random.pick([house, house, nil]), time())
    }

    private mutating func observe() -> any Command {
        let (id, house, time) = reporting()
        let (figure, source) = (Figure.random(&random), provenance())
        let reason: Note? = random.pick([nil, .text("更正")])
        return ObserveFigure {
            ($0.indicator, $0.organization, $0.period, $0.figure) = (id, house, time, figure)
            ($0.provenance, $0.reason) = (source, reason)
        }
    }

    private mutating func review(_ step: Int) -> any Command {
        let (id, house, time) = reporting()
        switch step {
        case 0:
            return ApproveFigure { ($0.indicator, $0.organization, $0.period) = (id, house, time) }
        case 1:
            return AcceptFigure { ($0.indicator, $0.organization, $0.period) = (id, house, time) }
        default:
            return ReturnFigure {
                ($0.indicator, $0.organization, $0.period) = (id, house, time)
                $0.reason = .text("不符")
            }
        }
    }

    /// Mostly a period in which something was accepted.
    private mutating func lock(_ city: City) -> any Command {
        var (id, _, time) = reporting()
        let accepted = city.indicators.allSeries(of: id).flatMap(\.points)
            .filter { $0.latest?.state == .accepted }.map(\.period)
        time = accepted.randomElement(using: &random) ?? time
        return LockPeriod { [id, time] in ($0.indicator, $0.period) = (id, time) }
    }

    private mutating func unlock() -> any Command {
        let (id, _, time) = reporting()
        return UnlockPeriod {
            ($0.indicator, $0.period, $0.reason) = (id, time, .text("修订"))
        }
    }

    private mutating func aim() -> any Command {
        let (id, house, _) = reporting()
        let setter = random.pick(TargetSetter.allCases)
        let amount = Decimal(Int64.random(in: -1...5, using: &random))
        return SetIndicatorTarget {
            ($0.indicator, $0.organization, $0.year) = (id, house, 2024)
            ($0.setter, $0.amount) = (setter, amount)
        }
    }

    private mutating func setYear() -> any Command {
        let days = [day(), day()]
        return SetCalendarYear {
            ($0.year, $0.holidays, $0.workdays) = (2024, [days[0]], [days[1]])
        }
    }
}

extension RandomCommands {
    mutating func directive() -> DirectiveID {
        DirectiveID(unchecked: random.pick(["d1", "d2"]))
    }

    private mutating func direct(_ city: City) -> any Command {
        let (id, day) = (directive(), day())
        var profile = DirectiveProfile()
        (profile.title, profile.issuer, profile.day) = ("部署", "市政府", day)
        profile.clauses = ["1", "2", "3"].shuffled(using: &random).dropLast().map {
            Clause(CodeName(unchecked: $0), .text("条款"))
        }
        if city.directives[id] == nil {
            return RegisterDirective { [profile] in ($0.id, $0.profile) = (id, profile) }
        }
        return ReviseDirective { [profile] in ($0.directive, $0.profile) = (id, profile) }
    }

    private mutating func block(_ city: City) -> any Command {
        let id = BlockerID(unchecked: "b\(Int.random(in: 0..<10, using: &random))")
        let today = city.day ?? .blank
        let day = random.pick([day(), today, today, today, today])
        let owner = OrganizationID(unchecked: random.pick(["zhongshan", "xigang"]))
        let other = random.pick([house(), owner, owner, OrganizationID(unchecked: "gongxinju")])
        let waits = city.blockers[id]?.state == .solved && Bool.random(using: &random)
        switch waits ? 7 : Int.random(in: 0..<8, using: &random) {
        case 0, 1:
            let (project, tier) = (project(), random.pick(Tier.allCases))
            return RaiseBlocker {
                ($0.id, $0.project, $0.organization) = (id, project, owner)
                ($0.tier, $0.handler, $0.day, $0.note) = (tier, other, day, .text("用地"))
            }
        case 2, 3:
            return EscalateBlocker {
                ($0.blocker, $0.handler, $0.day, $0.reason) = (id, other, day, .text("未解决"))
            }
        case 4, 5:
            return SolveBlocker { ($0.blocker, $0.day, $0.note) = (id, day, .text("已解决")) }
        case 6:
            return ReopenBlocker { ($0.blocker, $0.day, $0.reason) = (id, day, .text("没有")) }
        default:
            let clock = Int.random(in: 0...20, using: &random)
            let answers: [any Command] = [
                ConfirmBlocker { ($0.blocker, $0.day) = (id, day) },
                ConfirmBlocker { ($0.blocker, $0.day) = (id, day) },
                SetTierClocks { $0.clocks.bureau = clock },
            ]
            return random.pick(answers)
        }
    }
}

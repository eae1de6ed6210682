import CityHall
import Delivery
import RandomValues
import Rulebook

/// Draws commands about few things, so that they meet one another.
struct RandomCommands {
    var random: SeededRandom
    /// How many commitments there may be. Those that have ended leave less to do, so a long run
    /// gives room to more.
    var breadth = 40
    var persons = ["console", "zs", "xg", "diaodu", "ducha", "nobody"]
    private let organizations = [
        "dalian", "zhongshan", "xigang", "changhai", "yuanqu", "fagaiwei", "x1", "x2",
    ]

    init(_ seed: UInt64) { random = SeededRandom(seed) }

    /// Some hours later each round, and now and then earlier.
    mutating func moment(_ round: Int) -> String {
        let day = Day(number: 20_011 + round / 2 + Int.random(in: -1...1, using: &random)) ?? .blank
        return "\(day)T\(random.pick(["03", "15", "16", "23"])):00:00.000Z"
    }

    /// A command and who asks for it.
    mutating func next(in city: City) -> (any Command, String) {
        let claims = Int.random(in: 0..<8, using: &random)
        if Int.random(in: 0..<80, using: &random) == 0 { return purging(in: city) }
        if Bool.random(using: &random) { return later(in: city) }
        switch Int.random(in: 0..<24, using: &random) {
        case 0: return (register(), random.pick(["console", "zs"]))
        case 1: return (revise(city), random.pick(["zs", "xg", "diaodu"]))
        case 2: return (credit(), "diaodu")
        case 3: return (standing(), "diaodu")
        case 4: return (report(), random.pick(["zs", "xg", "console"]))
        case 5: return (schedule(), random.pick(persons))
        case 6...10: return (claim(), random.pick(["zs", "xg"]))
        case 11...14: return (recognise(city), random.pick(["diaodu", "ducha"]))
        case 15: return (refuse(city), random.pick(["diaodu", "ducha"]))
        case 16: return (revoke(city), "ducha")
        case 17: return (withdraw(city), random.pick(["zs", "xg"]))
        case 18: return (figures(claims), random.pick(["diaodu", "console"]))
        case 19: return (invest(), random.pick(["zs", "xg", "console"]))
        case 20: return (finding(), "ducha")
        case 21: return (close(), "ducha")
        case 22: return (organization(claims), random.pick(["console", "diaodu"]))
        default: return (any(), random.pick(persons))
        }
    }

    mutating func project() -> ProjectID {
        ProjectID(unchecked: "p\(Int.random(in: 0..<12, using: &random))")
    }

    mutating func house() -> OrganizationID {
        OrganizationID(unchecked: random.pick(organizations))
    }

    /// Mostly a district: whoever leads or is credited cannot recognise.
    private mutating func builder() -> OrganizationID {
        let isAny = Int.random(in: 0..<8, using: &random) == 0
        return isAny ? house() : OrganizationID(unchecked: random.pick(["zhongshan", "xigang"]))
    }

    mutating func day() -> Day {
        Day(number: .random(in: 19_800...20_120, using: &random)) ?? .blank
    }

    private mutating func credits() -> [Credit] {
        let shares = random.pick([["1"], ["1"], ["0.6", "0.4"], ["0.5", "0.5", "0.1"], []])
        return shares.map { Credit(builder(), Share($0) ?? .whole) }
    }

    private mutating func profile() -> ProjectProfile {
        var profile = ProjectProfile()
        profile.name = random.pick(["项目", "工程", " "])
        profile.track = random.pick([.attracted, .attracted, .government])
        profile.lead = Bool.random(using: &random) ? builder() : nil
        profile.code = NationalProjectCode(
            random.pick(["2404-210213-04-01-00000\(Int.random(in: 0..<6, using: &random))", ""]))
        profile.description = random.pick([nil, .text("说明")])
        return profile
    }

    private mutating func register() -> any Command {
        let (id, profile, credits, from) = (project(), profile(), credits(), day())
        return RegisterProject {
            ($0.id, $0.profile, $0.credits, $0.from) = (id, profile, credits, from)
        }
    }

    private mutating func revise(_ city: City) -> any Command {
        let id = project()
        var profile = profile()
        if let standing = city.projects[id]?.profile, Bool.random(using: &random) {
            (profile.track, profile.description) = (standing.track, standing.description)
        }
        return ReviseProject { [profile] in ($0.project, $0.profile) = (id, profile) }
    }

    private mutating func credit() -> any Command {
        let (id, credits, from) = (project(), credits(), day())
        return CreditProject { ($0.project, $0.credits, $0.from) = (id, credits, from) }
    }

    private mutating func standing() -> any Command {
        let (id, day) = (project(), day())
        let change: StandingChange = random.pick([.suspended, .resumed, .resumed])
        let ends = Int.random(in: 0..<200, using: &random) == 0
        return ChangeProjectStanding {
            ($0.project, $0.change, $0.day) = (id, ends ? .terminated : change, day)
            $0.reason = .text("原因")
        }
    }

    private mutating func schedule() -> any Command {
        let (id, stage, day) = (project(), random.pick(Stage.allCases), day())
        let kind = random.pick(ScheduleKind.allCases)
        return ScheduleStage { ($0.project, $0.stage, $0.kind, $0.day) = (id, stage, kind, day) }
    }

    private mutating func claim() -> any Command {
        claiming(random.pick(Stage.allCases), of: project().text, on: day().description)
    }

    /// A claim, mostly one that waits, and a day for it, mostly the one claimed.
    private mutating func ruled(_ city: City) -> (ProjectID, Int, Day) {
        let (id, other) = (project(), (Int.random(in: 0..<9, using: &random), day()))
        let waiting = city.projects[id]?.claims.filter(\.isPending) ?? []
        guard let claim = waiting.randomElement(using: &random),
            Int.random(in: 0..<5, using: &random) > 0
        else { return (id, other.0, other.1) }
        return (id, claim.number, Bool.random(using: &random) ? claim.day : other.1)
    }

    private mutating func recognise(_ city: City) -> any Command {
        let (id, claim, day) = ruled(city)
        return RecogniseStage { ($0.project, $0.claim, $0.day) = (id, claim, day) }
    }

    private mutating func refuse(_ city: City) -> any Command {
        let (id, claim, _) = ruled(city)
        return RefuseStage {
            ($0.project, $0.claim) = (id, claim)
            $0.note = .text("不符")
        }
    }

    private mutating func revoke(_ city: City) -> any Command {
        let (id, claim, _) = ruled(city)
        return RevokeRecognition { ($0.project, $0.claim) = (id, claim) }
    }

    private mutating func withdraw(_ city: City) -> any Command {
        let (id, claim, _) = ruled(city)
        return WithdrawClaim { ($0.project, $0.claim) = (id, claim) }
    }

    private mutating func any() -> any Command {
        let (id, day) = (project(), day())
        return EnterStatistics { ($0.project, $0.day) = (id, day) }
    }
}

extension RandomCommands {
    private mutating func report() -> any Command {
        let (id, asOf) = (project(), day())
        let stage: Known<Stage>? = random.pick([.known(.started), .known(.idea), nil])
        let total = Known<Money>.random(&random)
        return ReportProject {
            ($0.project, $0.asOf, $0.stage, $0.totalInvestment) = (id, asOf, stage, total)
        }
    }

    private mutating func figures(_ which: Int) -> any Command {
        let (id, house, amount) = (project(), house(), Int64.random(in: -1...5, using: &random))
        if which < 4 {
            return PlanYear {
                ($0.project, $0.year, $0.amount) = (id, 2024, Money(minor: amount))
            }
        }
        return SetTarget {
            $0.organization = house
            $0.measure = CodeName(unchecked: "signed_n")
            ($0.year, $0.amount) = (2024, Decimal(amount))
        }
    }

    private mutating func invest() -> any Command {
        let (id, month) = (project(), day().month)
        let amount = Money(minor: .random(in: -1...50, using: &random))
        return ReportInvestment { ($0.project, $0.month, $0.amount) = (id, month, amount) }
    }

    private mutating func finding() -> any Command {
        let id = FindingID(unchecked: "f\(Int.random(in: 0..<30, using: &random))")
        let (house, day) = (house(), day())
        let about: ProjectID? = Bool.random(using: &random) ? project() : nil
        return RecordFinding {
            ($0.id, $0.organization, $0.project, $0.foundOn) = (id, house, about, day)
            $0.note = .text("发现")
        }
    }

    private mutating func close() -> any Command {
        let id = FindingID(unchecked: "f\(Int.random(in: 0..<30, using: &random))")
        let day = day()
        return CloseFinding { ($0.finding, $0.day) = (id, day) }
    }

    private mutating func organization(_ which: Int) -> any Command {
        let (id, parent, from) = (house(), house(), day())
        let moved = OrganizationID(unchecked: random.pick(["yuanqu", "x1", "x2"]))
        switch which {
        case 0, 1:
            return RegisterOrganization {
                ($0.id, $0.name, $0.parent, $0.from) = (id, "新", parent, from)
            }
        case 2, 3:
            return MoveOrganization {
                ($0.organization, $0.parent, $0.from) = (moved, parent, from)
            }
        case 4: return RenameOrganization { ($0.organization, $0.name) = (id, "改") }
        default:
            let group = random.pick(["主城区", "涉农区", nil])
            return GroupOrganization {
                ($0.organization, $0.group, $0.from) = (id, group, from)
            }
        }
    }
}

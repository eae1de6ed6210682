import CityHall
import Delivery
import Rulebook

/// What stopped projects in the made-up year: each kind, raised at each tier, some solved and
/// confirmed, some still with whoever is to solve them.
struct SyntheticBlockers {
    private(set) var byDay: [Day: [Submission]] = [:]

    /// What becomes of one, step by step, each some days after the one before.
    private enum Course: Int, CaseIterable {
        case solvedInDistrict, solvedHigher, late, toBeConfirmed, reopened, fresh, atTheTop
        case solvedByLeader
    }

    private enum Step {
        case escalate, solve, confirm, reopen
    }

    private struct Raised {
        var id: BlockerID
        var area: Int
        var kind: BlockerKind
        var tier: Tier
        var day: Day
    }

    init(_ diary: SyntheticDiary, _ commands: SyntheticCommands, seed: UInt64) {
        // Drawn apart from all else, so that the rest of the year stays as it was.
        var random = SeededRandom(seed: seed &+ 0x9E37_79B9)
        let count = min(diary.projects.count / 12, 32)
        for number in 0..<count {
            let project = random.pick(diary.projects)
            let course = Course.allCases[number % Course.allCases.count]
            let earliest = project.registeredOn.adding(days: 1) ?? project.registeredOn
            let day = max(earliest, Self.day(of: course, &random))
            guard day < SyntheticCalendar.lastDay else { continue }
            let raised = Raised(
                id: BlockerID(unchecked: "b-\(number + 1)"), area: project.area,
                kind: BlockerKind.allCases[number % BlockerKind.allCases.count],
                tier: Self.tier(of: course), day: day)
            raise(raised, commands.id(project))
            follow(raised, Self.steps(of: course), &random)
        }
    }

    private static func day(of course: Course, _ random: inout SeededRandom) -> Day {
        let range =
            switch course {
            case .fresh: 357...360
            case .late: 300...325
            case .toBeConfirmed, .atTheTop: 270...300
            default: 40...260
            }
        return SyntheticCalendar.firstDay.adding(days: random.number(range))
            ?? SyntheticCalendar.firstDay
    }

    private static func tier(of course: Course) -> Tier {
        switch course {
        case .solvedInDistrict, .solvedHigher, .reopened: .district
        case .late, .toBeConfirmed, .fresh, .atTheTop: .bureau
        case .solvedByLeader: .deputyLeader
        }
    }

    private static func steps(of course: Course) -> [Step] {
        switch course {
        case .solvedInDistrict, .solvedByLeader: [.solve, .confirm]
        case .solvedHigher: [.escalate, .solve, .confirm]
        case .late, .fresh: []
        case .toBeConfirmed: [.escalate, .solve]
        case .reopened: [.solve, .reopen, .solve, .confirm]
        case .atTheTop: [.escalate, .escalate]
        }
    }

    private mutating func raise(_ raised: Raised, _ project: ProjectID) {
        let command = RaiseBlocker {
            $0.id = raised.id
            $0.project = project
            $0.kind = raised.kind
            $0.organization = SyntheticPlaces.organization(of: raised.area)
            $0.tier = raised.tier
            $0.handler = Self.handler(raised, at: raised.tier).house
            $0.day = raised.day
            $0.note = .text(Self.words[raised.kind] ?? "其他事项待协调（示例）")
        }
        add(command, raised, "raise", raised.day, SyntheticPlaces.reporter(of: raised.area))
    }

    private mutating func follow(
        _ raised: Raised, _ steps: [Step], _ random: inout SeededRandom
    ) {
        var (day, tier) = (raised.day, raised.tier)
        let reporter = SyntheticPlaces.reporter(of: raised.area)
        for (place, step) in steps.enumerated() {
            day = day.adding(days: random.number(4...16)) ?? day
            guard day <= SyntheticCalendar.lastDay else { return }
            let key = "step-\(place)"
            switch step {
            case .escalate:
                tier = tier.next ?? tier
                let command = EscalateBlocker {
                    $0.blocker = raised.id
                    $0.handler = Self.handler(raised, at: tier).house
                    $0.day = day
                    $0.reason = .text("本级无法解决，请上一级统筹（示例）")
                }
                add(command, raised, key, day, reporter)
            case .solve:
                let command = SolveBlocker {
                    $0.blocker = raised.id
                    $0.day = day
                    $0.note = .text("已协调落实，手续正在办理（示例）")
                }
                add(command, raised, key, day, Self.handler(raised, at: tier).person)
            case .confirm:
                let command = ConfirmBlocker {
                    $0.blocker = raised.id
                    $0.day = day
                    $0.note = .text("现场已恢复施工（示例）")
                }
                add(command, raised, key, day, reporter)
            case .reopen:
                let command = ReopenBlocker {
                    $0.blocker = raised.id
                    $0.day = day
                    $0.reason = .text("批复尚未到位（示例）")
                }
                add(command, raised, key, day, reporter)
            }
        }
    }

    private mutating func add(
        _ command: some Command, _ raised: Raised, _ step: String, _ day: Day, _ person: PersonID
    ) {
        byDay[day, default: []].append(
            Submission(key: "new-block-\(raised.id.text)-\(step)", command, as: person))
    }
}

/// Who solves what, and where.
extension SyntheticBlockers {
    private static func handler(
        _ raised: Raised, at tier: Tier
    ) -> (house: OrganizationID, person: PersonID) {
        switch tier {
        case .district:
            (
                SyntheticPlaces.organization(of: raised.area),
                SyntheticPlaces.reporter(of: raised.area)
            )
        case .bureau:
            offices.first { $0.kinds.contains(raised.kind) }.map { office in
                (OrganizationID(unchecked: office.id), PersonID(unchecked: office.person))
            } ?? (OrganizationID(unchecked: "xmb"), SyntheticPlaces.dispatcher)
        case .deputyLeader, .cityLeader:
            (OrganizationID(unchecked: "city"), SyntheticPlaces.dispatcher)
        }
    }

    private static let offices: [(id: String, person: String, kinds: Set<BlockerKind>)] = [
        ("zrj", "p-land", [.land, .sea]), ("fgw", "p-reform", [.funds, .energy]),
        ("zjj", "p-build", [.relocation]),
    ]

    /// Those in the offices who say that something is solved.
    static var founding: [any Command] {
        offices.map { office in
            AppointPerson {
                $0.person = PersonID(unchecked: office.person)
                $0.organization = OrganizationID(unchecked: office.id)
                $0.roles = [.departmentReporter]
            }
        }
    }

    private static let words: [BlockerKind: String] = [
        .land: "二期用地指标未落实，影响开工（示例）", .sea: "用海预审未批复，码头无法动工（示例）",
        .environment: "环评报告待评审，施工许可无法办理（示例）",
        .funds: "配套资金未到位，设备采购停滞（示例）", .energy: "能耗指标缺口未平衡，投产受限（示例）",
        .relocation: "红线内尚有住户未搬迁（示例）", .other: "进场道路与市政管线冲突（示例）",
    ]
}

import Delivery
import Rulebook

/// One project's year, worked out before any of it is recorded.
struct SyntheticProject: Sendable {
    struct Claim: Sendable {
        var stage: Stage
        var day: Day
        var claimedOn: Day
        /// Nil where the year ends before anybody rules.
        var ruledOn: Day?
        var isRefused = false
    }

    var number: Int
    var area: Int
    /// A second area with 0.4 of the credit.
    var partner: Int?
    /// In hundredths of 亿元.
    var amount: Int
    var isStrategic: Bool
    var trade: Int
    var registeredOn: Day
    var signed: Day
    var claims: [Claim] = []
    /// By month of 2024 from the start of building, in hundredths of 亿元.
    var invested: [Int: Int] = [:]
    var enteredOn: Day?

    static let trades: [(zh: String, cluster: String?)] = [
        ("石化新材料", "chemicals"), ("氢能装备", "hydrogen"), ("储能电池", "storage"),
        ("数控机床", "machines"), ("集成电路封装", "chips"), ("生物医药", "medicine"),
        ("海洋工程装备", "ocean"), ("智能船舶", "ocean"), ("冷链物流", nil), ("滨海文旅", nil),
        ("预制食品加工", nil), ("现代种业", nil), ("城市更新", nil), ("港口物流园", nil),
    ]

    init(number: Int, _ random: inout SeededRandom) {
        self.number = number
        area = SyntheticProject.area(&random)
        amount = SyntheticProject.amount(&random)
        trade = random.number(0...SyntheticProject.trades.count - 1)
        isStrategic = SyntheticProject.trades[trade].cluster != nil && random.chance(70)
        if random.chance(5) {
            let other = random.number(0...SyntheticPlaces.areas.count - 1)
            partner = other == area ? nil : other
        }
        let first = SyntheticCalendar.firstDay
        if random.chance(40) {
            signed = first.adding(days: -random.number(2...366)) ?? first
            registeredOn = first.adding(days: random.number(1...12)) ?? first
        } else {
            signed = first.adding(days: random.number(1...355)) ?? first
            registeredOn = signed
        }
        plan(&random)
        // Claims are numbered in the order in which they are made.
        let made = claims.enumerated().sorted {
            ($0.element.claimedOn, $0.offset) < ($1.element.claimedOn, $1.offset)
        }
        claims = made.map(\.element)
    }

    /// Some areas have more to build than others.
    private static func area(_ random: inout SeededRandom) -> Int {
        let weights = [6, 5, 6, 10, 5, 6, 9, 7, 3, 16, 10, 9, 8]
        var place = random.number(0...weights.reduce(0, +) - 1)
        for (index, weight) in weights.enumerated() {
            if place < weight { return index }
            place -= weight
        }
        return 0
    }

    private static func amount(_ random: inout SeededRandom) -> Int {
        switch random.number(0...999) {
        case 0..<300: random.number(20...99)
        case 300..<750: random.number(100...500)
        case 750..<930: random.number(500...1500)
        case 930..<985: random.number(1500...5000)
        default: random.number(5000...12000)
        }
    }

    private mutating func plan(_ random: inout SeededRandom) {
        claim(.signed, signed, &random)
        guard random.chance(82), let landed = signed.adding(days: random.number(20...110)) else {
            return
        }
        claim(.landed, landed, &random)
        guard random.chance(80), let started = landed.adding(days: random.number(30...200)) else {
            return
        }
        claim(.started, started, &random)
        guard claims.contains(where: { $0.stage == .started }) else { return }
        invest(from: started, &random)
        if random.chance(60), let entered = started.adding(days: random.number(25...60)),
            let start = SyntheticCalendar.firstDay.adding(days: 20), entered > start,
            entered <= SyntheticCalendar.lastDay
        {
            enteredOn = entered
        }
        guard random.chance(55), let produced = started.adding(days: random.number(90...260)) else {
            return
        }
        claim(.producing, produced, &random)
    }

    /// The claim, its ruling, and after a refusal a second one with what was missing.
    private mutating func claim(_ stage: Stage, _ day: Day, _ random: inout SeededRandom) {
        let last = SyntheticCalendar.lastDay
        let earliest = max(day, registeredOn)
        guard let claimedOn = earliest.adding(days: random.number(1...8)), claimedOn <= last else {
            return
        }
        var claim = Claim(stage: stage, day: day, claimedOn: claimedOn)
        claim.ruledOn = later(claimedOn, 2...12, &random)
        claim.isRefused = random.chance(9)
        claims.append(claim)
        guard claim.isRefused, let refusedOn = claim.ruledOn,
            let again = later(refusedOn, 3...20, &random)
        else { return }
        claims.append(
            Claim(
                stage: stage, day: day, claimedOn: again, ruledOn: later(again, 2...10, &random)))
    }

    private func later(
        _ day: Day, _ span: ClosedRange<Int>, _ random: inout SeededRandom
    ) -> Day? {
        day.adding(days: random.number(span)).flatMap { $0 <= SyntheticCalendar.lastDay ? $0 : nil }
    }

    private mutating func invest(from started: Day, _ random: inout SeededRandom) {
        let first = started.month.year < 2024 ? 1 : started.month.monthOfYear
        guard started.month.year <= 2024 else { return }
        for month in first...12 {
            let share = random.number(15...75)
            let part = amount * share / 1000
            if part > 0 { invested[month] = part }
        }
    }
}
